//! What replications say about a measure: a numerator and a denominator, both counted in integers.
//!
//! There is one reading for one replication and for many: what a single one says is read from a tally that holds nothing else. So
//! a comparison, which needs every replication by itself, cannot define a measure otherwise than results do.

use super::{HotlineTally, Part, WatchTally};
use crate::model::Blueprint;
use crate::model::ids::{GroupId, HotlineId, WatchId};
use crate::model::organisation::Group;
use crate::model::watch::Wanted;
use crate::simulate::Outcome;
use crate::simulate::outcome::Outage;
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

/// Whether a measure is a ratio of two things counted, both random; else it is a mean over replications.
#[must_use]
pub const fn is_ratio(wanted: Wanted) -> bool {
    matches!(
        wanted,
        Wanted::MeanDuration(_)
            | Wanted::ServiceLevel { .. }
            | Wanted::Abandoned(_)
            | Wanted::MeanWait(_)
    )
}

/// Factor from numerator / denominator to the unit of the measure.
#[must_use]
pub fn scale(blueprint: &Blueprint, wanted: Wanted) -> f64 {
    let window = (blueprint.horizon - blueprint.warm_up).micros().max(1) as f64;
    let years = window / MICROS_PER_YEAR as f64;
    match wanted {
        Wanted::DownTime(_) => 1.0 / (MICROS_PER_HOUR as f64 * years),
        Wanted::DownShare(_) => 1.0 / window,
        Wanted::Outages(_) | Wanted::Longer(..) => 1.0 / years,
        Wanted::YearWithLonger(..) => 1.0 / f64::from(blueprint.years().max(1)),
        Wanted::UserHours(_) => 1.0 / (SECONDS_PER_HOUR * years),
        Wanted::MeanDuration(_) | Wanted::MeanWait(_) => 1.0 / MICROS_PER_HOUR as f64,
        Wanted::Ever(_) | Wanted::At(_) | Wanted::ServiceLevel { .. } | Wanted::Abandoned(_) => 1.0,
    }
}

/// What the replications of one group say about a measure.
#[must_use]
pub fn of_part(wanted: Wanted, part: &Part) -> Term {
    let n = part.replications;
    match about(wanted) {
        About::Watch(id) => of_watch(wanted, &part.watches[id.index()], n),
        About::Probe(number) => Term::new(part.probes[number].into(), n.into()),
        About::Group(id) => Term::new(part.groups[id.index()].lost.sum(), n.into()),
        About::Hotline(id) => of_hotline(wanted, &part.hotlines[id.index()]),
    }
}

/// What a measure is about.
enum About {
    Watch(WatchId),
    Probe(usize),
    Group(GroupId),
    Hotline(HotlineId),
}

fn about(wanted: Wanted) -> About {
    match wanted {
        Wanted::DownTime(id)
        | Wanted::DownShare(id)
        | Wanted::Outages(id)
        | Wanted::Longer(id, _)
        | Wanted::YearWithLonger(id, _)
        | Wanted::MeanDuration(id)
        | Wanted::Ever(id) => About::Watch(id),
        Wanted::At(number) => About::Probe(number),
        Wanted::UserHours(id) => About::Group(id),
        Wanted::ServiceLevel { hotline, .. }
        | Wanted::Abandoned(hotline)
        | Wanted::MeanWait(hotline) => About::Hotline(hotline),
    }
}

fn of_watch(wanted: Wanted, tally: &WatchTally, n: u64) -> Term {
    let per_replication = |above: i128| Term::new(above, n.into());
    match wanted {
        Wanted::Outages(_) => per_replication(tally.outages.sum()),
        Wanted::Longer(_, threshold) => per_replication(tally.thresholds[threshold].breaches.sum()),
        Wanted::YearWithLonger(_, threshold) => {
            per_replication(tally.thresholds[threshold].years.sum())
        }
        Wanted::MeanDuration(_) => tally.mean_duration(),
        Wanted::Ever(_) => per_replication(tally.first.total().into()),
        _ => per_replication(tally.down.sum()),
    }
}

fn of_hotline(wanted: Wanted, tally: &HotlineTally) -> Term {
    let calls = match wanted {
        Wanted::ServiceLevel { normal: true, .. } => tally.normal.clone(),
        _ => tally.all(),
    };
    let above = match wanted {
        Wanted::ServiceLevel { within, .. } => calls.within[within].into(),
        Wanted::Abandoned(_) => calls.abandoned.into(),
        _ => calls.wait,
    };
    Term::new(above, calls.offered.into())
}

impl WatchTally {
    /// Time of all outages, the open ones up to the horizon [µs], over the outages that ended: the mean duration.
    #[must_use]
    pub fn mean_duration(&self) -> Term {
        Term::new(self.lasted, self.durations.ended.total().into())
    }
}

/// Reads what single replications say about measures.
pub struct Reader<'b> {
    blueprint: &'b Blueprint,
    wanted: Vec<Option<Wanted>>,
    /// Per set of organisations: whether each organisation belongs to it.
    members: Vec<Vec<bool>>,
    /// The outages of one watch; room that is used again.
    outages: Vec<Outage>,
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
            outages: Vec::new(),
        }
    }

    /// What `outcome` says about each measure; `None` where the replication does not simulate what it is about.
    pub fn read(&mut self, outcome: &Outcome) -> Vec<Option<Term>> {
        (0..self.wanted.len())
            .map(|number| self.read_one(self.wanted[number]?, outcome))
            .collect()
    }

    fn read_one(&mut self, wanted: Wanted, outcome: &Outcome) -> Option<Term> {
        match about(wanted) {
            About::Watch(id) => Some(of_watch(wanted, &self.watched(id, outcome), 1)),
            About::Probe(number) => {
                let held = outcome.probes.get(number).copied().unwrap_or_default();
                Some(Term::new(held.into(), 1))
            }
            About::Group(id) => Some(Term::new(self.lost(id, outcome), 1)),
            About::Hotline(id) => {
                let of = outcome.hotlines.iter().find(|of| of.hotline == id)?;
                let mut tally = HotlineTally::new(&self.blueprint.hotlines[id.index()]);
                tally.add(of);
                Some(of_hotline(wanted, &tally))
            }
        }
    }

    /// The tally of the outages of one watch in one replication.
    fn watched(&mut self, id: WatchId, outcome: &Outcome) -> WatchTally {
        let watch = &self.blueprint.watches[id.index()];
        let mut tally = WatchTally::new(watch);
        let mine = outcome.outages.iter().filter(|outage| outage.watch == id);
        self.outages.clear();
        self.outages.extend(mine);
        if !self.outages.is_empty() {
            tally.add(self.blueprint, watch, &self.outages);
        }
        tally
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
