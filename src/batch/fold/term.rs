//! What replications say about a measure: a numerator and a denominator, both counted in integers.
//!
//! There is one reading for one replication and for many: what a single one says is read from a tally that holds nothing else. So
//! a comparison, which needs every replication by itself, cannot define a measure otherwise than results do.

use super::{CallSums, Courses, CrewTally, GroupTally, HotlineTally, Lived, Part, WatchTally};
use crate::model::Blueprint;
use crate::model::ids::{CrewId, GroupId, HotlineId, WatchId};
use crate::model::organisation::Group;
use crate::model::watch::{CallValue, Callers, First, Spread, Wanted, Yearly};
use crate::simulate::Outcome;
use crate::units::{MICROS_PER_HOUR, MICROS_PER_YEAR};

/// Seconds in an hour.
const SECONDS_PER_HOUR: f64 = 3_600.0;

/// Numerator and denominator of a measure over some replications, in ticks and counts; neither is negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// What is counted: time in outage [µs], outages [1], user-seconds, calls …
    pub above: i128,
    /// What it is divided by: replications; of a ratio outages, calls.
    pub below: i128,
}

impl Term {
    const fn new(above: i128, below: i128) -> Self {
        Self { above, below }
    }
}

/// How the value of a measure follows from its terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A mean over replications.
    Mean,
    /// A ratio of two things counted, both random.
    Ratio,
    /// A quantile or another function of a whole distribution; the terms only tell one replication from another.
    Whole,
}

/// The form of a measure.
#[must_use]
pub const fn form(wanted: Wanted) -> Form {
    match wanted {
        Wanted::MeanDuration(_)
        | Wanted::MeanUpTime(_)
        | Wanted::ShareLonger(..)
        | Wanted::Calls(..)
        | Wanted::CrewWait(_) => Form::Ratio,
        Wanted::Number(_, Spread::Variance)
        | Wanted::FirstTime(_, First::Median)
        | Wanted::Longest(_, Yearly::Quantile(_))
        | Wanted::WorstDay(_, Yearly::Quantile(_))
        | Wanted::MostDown(_, Yearly::Quantile(_))
        | Wanted::ReturnPeriod(..) => Form::Whole,
        _ => Form::Mean,
    }
}

/// Factor from numerator / denominator to the unit of the measure.
#[must_use]
pub fn scale(blueprint: &Blueprint, wanted: Wanted) -> f64 {
    let window = (blueprint.horizon - blueprint.warm_up).micros().max(1) as f64;
    let years = window / MICROS_PER_YEAR as f64;
    let full_years = f64::from(blueprint.years().max(1));
    match wanted {
        Wanted::DownTime(_) => 1.0 / (MICROS_PER_HOUR as f64 * years),
        Wanted::DownShare(_) | Wanted::CrewAllBusy(_) | Wanted::MeanNumber(_) => 1.0 / window,
        Wanted::Outages(_) | Wanted::Longer(..) => 1.0 / years,
        Wanted::YearWithLonger(..) | Wanted::MostDown(..) => 1.0 / full_years,
        Wanted::UserHours(_) => 1.0 / (SECONDS_PER_HOUR * years),
        Wanted::WorstDay(..) => 1.0 / (SECONDS_PER_HOUR * full_years),
        Wanted::Longest(..) => 1.0 / (MICROS_PER_HOUR as f64 * full_years),
        Wanted::MeanDuration(_)
        | Wanted::MeanUpTime(_)
        | Wanted::TotalDown(_)
        | Wanted::TotalUp(_)
        | Wanted::FirstTime(..)
        | Wanted::CrewWait(_)
        | Wanted::Calls(_, _, CallValue::MeanWait | CallValue::SpeedOfAnswer) => {
            1.0 / MICROS_PER_HOUR as f64
        }
        Wanted::ShareLonger(..)
        | Wanted::ReturnPeriod(..)
        | Wanted::Ever(_)
        | Wanted::Chance(..)
        | Wanted::Number(..)
        | Wanted::At(_)
        | Wanted::Calls(..) => 1.0,
    }
}

/// What the replications of one group say about a measure.
#[must_use]
pub fn of_part(blueprint: &Blueprint, wanted: Wanted, part: &Part) -> Term {
    let n = part.replications;
    match about(wanted) {
        About::Watch(id) => of_watch(blueprint, wanted, (id, &part.watches[id.index()]), n),
        About::Probe(number) => Term::new(part.probes[number].into(), n.into()),
        About::Counter(number) => holding(blueprint, number, part.counters[number].sum(), n),
        About::Group(id) => Term::new(of_group(wanted, &part.groups[id.index()]), n.into()),
        About::Hotline(id) => of_hotline(wanted, &part.hotlines[id.index()]),
        About::Crew(id) => of_crew(wanted, &part.crews[id.index()], n),
    }
}

/// What a measure is about.
enum About {
    Watch(WatchId),
    Probe(usize),
    Counter(usize),
    Group(GroupId),
    Hotline(HotlineId),
    Crew(CrewId),
}

fn about(wanted: Wanted) -> About {
    match wanted {
        Wanted::DownTime(id)
        | Wanted::DownShare(id)
        | Wanted::Outages(id)
        | Wanted::Longer(id, _)
        | Wanted::ShareLonger(id, _)
        | Wanted::YearWithLonger(id, _)
        | Wanted::ReturnPeriod(id, _)
        | Wanted::MeanDuration(id)
        | Wanted::MeanUpTime(id)
        | Wanted::Ever(id)
        | Wanted::Chance(id, _)
        | Wanted::Number(id, _)
        | Wanted::TotalDown(id)
        | Wanted::TotalUp(id)
        | Wanted::FirstTime(id, _)
        | Wanted::Longest(id, _) => About::Watch(id),
        Wanted::At(number) => About::Probe(number),
        Wanted::MeanNumber(number) => About::Counter(number),
        Wanted::UserHours(id) | Wanted::WorstDay(id, _) | Wanted::MostDown(id, _) => {
            About::Group(id)
        }
        Wanted::Calls(hotline, ..) => About::Hotline(hotline),
        Wanted::CrewWait(crew) | Wanted::CrewAllBusy(crew) => About::Crew(crew),
    }
}

fn of_watch(
    blueprint: &Blueprint,
    wanted: Wanted,
    (id, tally): (WatchId, &WatchTally),
    n: u64,
) -> Term {
    let window = i128::from((blueprint.horizon - blueprint.warm_up).micros());
    let per_replication = |above: i128| Term::new(above, n.into());
    let whole = i128::from(n) * window;
    match wanted {
        Wanted::Outages(_) | Wanted::Number(..) => per_replication(tally.outages.sum()),
        Wanted::Longer(_, threshold) => per_replication(tally.thresholds[threshold].breaches.sum()),
        Wanted::ShareLonger(_, threshold) => tally.share_longer(threshold),
        Wanted::YearWithLonger(_, threshold) | Wanted::ReturnPeriod(_, threshold) => {
            per_replication(tally.thresholds[threshold].years.sum())
        }
        Wanted::MeanDuration(_) => tally.mean_duration(),
        Wanted::MeanUpTime(_) => Term::new(whole - tally.down.sum(), tally.outages.sum()),
        Wanted::Ever(_) => per_replication(tally.first.total().into()),
        Wanted::Chance(_, number) => {
            let watch = &blueprint.watches[id.index()];
            per_replication(tally.chance(blueprint, watch, number, n).into())
        }
        Wanted::TotalUp(_) => per_replication(whole - tally.down.sum()),
        Wanted::FirstTime(..) => per_replication(whole - tally.after_first.sum()),
        Wanted::Longest(..) => per_replication(tally.longest_sum.sum()),
        _ => per_replication(tally.down.sum()),
    }
}

/// Time in which conditions of a counter hold, summed over them [µs].
fn holding(blueprint: &Blueprint, number: usize, down: i128, n: u64) -> Term {
    let window = i128::from((blueprint.horizon - blueprint.warm_up).micros());
    let conditions = blueprint.counters[number].of.len() as i128;
    Term::new(conditions * window * i128::from(n) - down, n.into())
}

const fn of_group(wanted: Wanted, tally: &GroupTally) -> i128 {
    match wanted {
        Wanted::WorstDay(..) => tally.worst_days.sum(),
        Wanted::MostDown(..) => tally.most_downs.sum(),
        _ => tally.lost.sum(),
    }
}

fn of_crew(wanted: Wanted, tally: &CrewTally, n: u64) -> Term {
    match wanted {
        Wanted::CrewWait(_) => tally.mean_wait(),
        _ => Term::new(tally.full.sum(), n.into()),
    }
}

fn of_hotline(wanted: Wanted, tally: &HotlineTally) -> Term {
    match wanted {
        Wanted::Calls(_, callers, value) => tally.term(callers, value),
        _ => Term::default(),
    }
}

impl CrewTally {
    /// Time that jobs wait [µs] over jobs begun.
    #[must_use]
    pub const fn mean_wait(&self) -> Term {
        Term::new(self.waited, self.jobs.sum())
    }
}

impl HotlineTally {
    /// The calls of some callers.
    #[must_use]
    pub fn calls(&self, callers: Callers) -> CallSums {
        match callers {
            Callers::All => self.all(),
            Callers::Normal => self.normal.clone(),
            Callers::Class(class) => self.classes[class].clone(),
        }
    }

    /// Numerator and denominator of a number of calls.
    #[must_use]
    pub fn term(&self, callers: Callers, value: CallValue) -> Term {
        let of_calls = self.calls(callers).term(value);
        of_calls.unwrap_or_else(|| match value {
            CallValue::Waiting => Term::new(self.waiting.iter().sum(), self.window),
            CallValue::Busy => Term::new(self.busy, self.window),
            _ => Term::new(self.manned.1, self.manned.0),
        })
    }
}

impl CallSums {
    /// What these calls say about a number of calls; `None` for what is a mean over time.
    #[must_use]
    pub fn term(&self, value: CallValue) -> Option<Term> {
        let of_offered = |above: i128| Some(Term::new(above, self.offered.into()));
        match value {
            CallValue::ServiceLevel(within) => of_offered(self.within[within].into()),
            CallValue::Abandoned => of_offered(self.abandoned.into()),
            CallValue::MeanWait => of_offered(self.wait),
            CallValue::SpeedOfAnswer => Some(Term::new(self.answered_wait, self.answered.into())),
            CallValue::WaitLonger(wait) => of_offered(self.longer[wait].into()),
            CallValue::Waiting | CallValue::Busy | CallValue::AllBusy => None,
        }
    }
}

impl WatchTally {
    /// Time of all outages, the open ones up to the horizon [µs], over the outages that ended: the mean duration.
    #[must_use]
    pub fn mean_duration(&self) -> Term {
        Term::new(self.lasted, self.durations.ended.total().into())
    }

    /// Outages longer than a threshold over all: the share, but for those still open that had not lasted so long.
    #[must_use]
    pub fn share_longer(&self, threshold: usize) -> Term {
        Term::new(
            self.thresholds[threshold].longer.sum(),
            self.durations.total().into(),
        )
    }
}

/// Reads what single replications say about measures.
pub struct Reader<'b> {
    blueprint: &'b Blueprint,
    wanted: Vec<Option<Wanted>>,
    /// Per set of organisations: whether each organisation belongs to it.
    members: Vec<Vec<bool>>,
}

impl<'b> Reader<'b> {
    /// Reads these measures; a place without one reads as not simulated.
    #[must_use]
    pub fn new(blueprint: &'b Blueprint, wanted: Vec<Option<Wanted>>) -> Self {
        let members = |group: &Group| {
            let mut belongs = vec![false; blueprint.organisations.len()];
            group
                .members
                .iter()
                .for_each(|member| belongs[member.index()] = true);
            belongs
        };
        Self {
            blueprint,
            wanted,
            members: blueprint.groups.iter().map(members).collect(),
        }
    }

    /// What a replication says about each measure; `None` where it does not simulate what that is about.
    pub fn read(&self, lived: Lived<'_>) -> Vec<Option<Term>> {
        (0..self.wanted.len())
            .map(|number| self.read_one(self.wanted[number]?, lived))
            .collect()
    }

    fn read_one(&self, wanted: Wanted, lived: Lived<'_>) -> Option<Term> {
        let (blueprint, outcome) = (self.blueprint, lived.outcome);
        match about(wanted) {
            About::Watch(id) => Some(of_watch(
                blueprint,
                wanted,
                (id, &self.watched(id, lived.courses)),
                1,
            )),
            About::Probe(number) => {
                let held = outcome.probes.get(number).copied().unwrap_or_default();
                Some(Term::new(held.into(), 1))
            }
            About::Counter(number) => {
                let of = blueprint.counters[number].of.iter();
                let down = of.map(|&id| i128::from(lived.courses.of(id).down.micros()));
                let down = down.sum();
                Some(holding(blueprint, number, down, 1))
            }
            About::Group(id) => Some(Term::new(self.of_group(wanted, id, outcome), 1)),
            About::Hotline(id) => {
                let of = outcome.hotlines.iter().find(|of| of.hotline == id)?;
                let mut tally = HotlineTally::new(&blueprint.hotlines[id.index()]);
                tally.add(of);
                Some(of_hotline(wanted, &tally))
            }
            About::Crew(id) => {
                let mut tally = CrewTally::default();
                if let Some(of) = outcome.crews.iter().find(|of| of.crew == id) {
                    tally.add(of);
                }
                Some(of_crew(wanted, &tally, 1))
            }
        }
    }

    /// The tally of the outages of one watch in one replication.
    fn watched(&self, id: WatchId, courses: &Courses) -> WatchTally {
        let watch = &self.blueprint.watches[id.index()];
        let mut tally = WatchTally::new(watch);
        if !courses.of(id).is_empty() {
            tally.add(self.blueprint, watch, courses.of(id));
        }
        tally
    }

    fn of_group(&self, wanted: Wanted, id: GroupId, outcome: &Outcome) -> i128 {
        let years = outcome.years.iter().filter(|year| year.group == id);
        match wanted {
            Wanted::WorstDay(..) => years.map(|year| i128::from(year.worst_day)).sum(),
            Wanted::MostDown(..) => years.map(|year| i128::from(year.most_down)).sum(),
            _ => self.lost(id, outcome),
        }
    }

    /// User-seconds that a set of organisations loses.
    fn lost(&self, id: GroupId, outcome: &Outcome) -> i128 {
        let members = &self.members[id.index()];
        let mine = outcome
            .losses
            .iter()
            .filter(|(organisation, _)| members[organisation.index()]);
        mine.map(|&(_, lost)| i128::from(lost)).sum()
    }
}
