//! Hotlines: calls, waits, occupancy, and the load over the week. They rest on the replications that simulate them.

use jiff::ToSpan;
use jiff::civil::Date;

use super::CONFIDENCE;
use super::row::{Basis, Subject, estimate, hours};
use super::view::{View, hours_per_tick};
use crate::batch::fold::{CallSums, HotlineTally};
use crate::batch::results::{Estimate, HotlineWeek, Measure};
use crate::model::hotline::Hotline;
use crate::model::ids::HotlineId;
use crate::model::watch::{CallValue, Callers};
use crate::simulate::outcome::WEEK_BINS;
use crate::stats::proportion::none_counted;
use crate::stats::steady::{Steady, steady};
use crate::stats::{Histogram, Interval, quantile, ratio};
use crate::units::{Instant, MICROS_PER_HOUR, MICROS_PER_YEAR};

/// A sum of many calls varies little, so fewer replications than elsewhere give an interval.
const LEAST_GROUPS: usize = 5;

/// Calendar of the rows of weeks without a surge.
const NORMAL: &str = "normal-weeks";

/// Half an hour [µs].
const BIN: i64 = MICROS_PER_HOUR / 2;

/// Weeks looked at for the agents of an ordinary one.
const WEEKS: i64 = 9;

/// Rows of all hotlines, in declared order.
pub fn measures(view: &View) -> Vec<Measure> {
    let hotlines = 0..view.blueprint.hotlines.len();
    hotlines
        .flat_map(|id| Calls::new(view, HotlineId::new(id), CONFIDENCE).measures())
        .collect()
}

/// One hotline of a tally, at one level of confidence.
pub struct Calls<'a> {
    hotline: &'a Hotline,
    parts: Vec<&'a HotlineTally>,
    confidence: f64,
}

impl<'a> Calls<'a> {
    /// Hotline `id`.
    pub fn new(view: &View<'a>, id: HotlineId, confidence: f64) -> Self {
        let parts = view.parts.iter().map(|part| &part.hotlines[id.index()]);
        Self {
            hotline: &view.blueprint.hotlines[id.index()],
            parts: parts.filter(|part| part.replications > 0).collect(),
            confidence,
        }
    }

    /// A number of the calls of some callers.
    pub fn row(&self, callers: Callers, value: CallValue) -> Measure {
        let at = match value {
            CallValue::ServiceLevel(within) => hours(self.hotline.within[within]),
            CallValue::WaitLonger(wait) => hours(self.hotline.waits[wait]),
            _ => String::new(),
        };
        let (name, unit) = match value {
            CallValue::ServiceLevel(_) => ("service-level", "1"),
            CallValue::Abandoned => ("abandoned", "1"),
            CallValue::MeanWait => ("mean-wait", "h"),
            CallValue::SpeedOfAnswer => ("speed-of-answer", "h"),
            CallValue::WaitLonger(_) => ("wait-longer", "1"),
            CallValue::Waiting => ("waiting", ""),
            CallValue::Busy => ("busy-agents", ""),
            CallValue::AllBusy => ("all-busy", "1"),
        };
        let parts = self.ratio_parts(|part| {
            let term = part.term(callers, value);
            (term.above, term.below)
        });
        let ratio = || ratio::ratio(&parts, self.enough(), self.confidence);
        let one_run = self.one_run(callers, value).map(|steady| steady.interval);
        let interval = match value {
            CallValue::MeanWait | CallValue::SpeedOfAnswer => {
                one_run.unwrap_or_else(ratio).scaled(hours_per_tick())
            }
            CallValue::Waiting | CallValue::Busy => ratio(),
            CallValue::AllBusy => ratio().clipped(0.0, 1.0),
            _ => one_run.map_or_else(
                || ratio::share(&parts, self.replications(), self.enough(), self.confidence),
                |interval| interval.clipped(0.0, 1.0),
            ),
        };
        let value = self.estimate(interval, self.offered(callers));
        self.subject(callers).row(name, unit, at, value)
    }

    /// What a single replication says in the long run, where there is only one.
    fn one_run(&self, callers: Callers, value: CallValue) -> Option<Steady> {
        let [part] = self.parts[..] else { return None };
        if part.replications != 1 || callers != Callers::All {
            return None;
        }
        let terms = part.stretches.iter().map(|calls| calls.term(value));
        let series: Option<Vec<_>> = terms
            .map(|term| term.map(|term| (term.above, term.below)))
            .collect();
        Some(steady(&series?, self.confidence))
    }

    /// Whether a single replication is too short for what it says about waits in the long run.
    pub fn is_short(&self) -> bool {
        let waits = self.one_run(Callers::All, CallValue::MeanWait);
        waits.is_some_and(|steady| steady.is_short())
    }

    fn measures(&self) -> Vec<Measure> {
        let mut rows = self.call_rows(Callers::All);
        rows.extend(self.count_rows());
        rows.push(self.occupancy());
        rows.extend(
            [CallValue::Waiting, CallValue::Busy, CallValue::AllBusy]
                .map(|value| self.row(Callers::All, value)),
        );
        rows.extend(self.call_rows(Callers::Normal));
        if self.hotline.classes.len() > 1 {
            (0..self.hotline.classes.len())
                .for_each(|class| rows.extend(self.call_rows(Callers::Class(class))));
        }
        rows
    }

    fn call_rows(&self, callers: Callers) -> Vec<Measure> {
        let mut rows = vec![
            self.share_row(callers, "answered", |calls| calls.answered),
            self.row(callers, CallValue::Abandoned),
            self.share_row(callers, "cut", |calls| calls.cut),
        ];
        let within = (0..self.hotline.within.len()).map(CallValue::ServiceLevel);
        let waits = (0..self.hotline.waits.len()).map(CallValue::WaitLonger);
        rows.extend(within.chain(waits).map(|value| self.row(callers, value)));
        rows.push(self.row(callers, CallValue::SpeedOfAnswer));
        rows.push(self.row(callers, CallValue::MeanWait));
        rows
    }

    /// Calls per year of all classes, and of each.
    fn count_rows(&self) -> Vec<Measure> {
        let mut rows = vec![
            self.rate_row(Callers::All, "offered", |calls| calls.offered),
            self.rate_row(Callers::All, "surge", |calls| calls.surge),
            self.rate_row(Callers::All, "outside-hours", |calls| calls.outside),
        ];
        if self.hotline.classes.len() > 1 {
            let classes = 0..self.hotline.classes.len();
            rows.extend(classes.map(|class| {
                self.rate_row(Callers::Class(class), "offered", |calls| calls.offered)
            }));
        }
        rows
    }

    /// Time busy relative to time on duty and overtime [1].
    fn occupancy(&self) -> Measure {
        let parts = self.ratio_parts(|part| (part.busy, part.staffed + part.overtime));
        let interval = ratio::ratio(&parts, self.enough(), self.confidence).clipped(0.0, 1.0);
        self.subject(Callers::All).row(
            "occupancy",
            "1",
            "",
            self.estimate(interval, self.offered(Callers::All)),
        )
    }

    fn share_row(&self, which: Callers, name: &str, above: impl Fn(&CallSums) -> u64) -> Measure {
        let parts = self.ratio_parts(|part| {
            let calls = part.calls(which);
            (i128::from(above(&calls)), i128::from(calls.offered))
        });
        let interval = ratio::share(&parts, self.replications(), self.enough(), self.confidence);
        self.subject(which)
            .row(name, "1", "", self.estimate(interval, self.offered(which)))
    }

    fn rate_row(&self, which: Callers, name: &str, of: impl Fn(&CallSums) -> u64) -> Measure {
        let parts = self.ratio_parts(|part| (i128::from(of(&part.calls(which))), part.window));
        let seen = self.parts.iter().map(|part| of(&part.calls(which))).sum();
        let interval = match (self.replications(), seen) {
            (n @ 1.., 0) => none_counted(n, self.confidence).scaled(1.0 / self.window_years()),
            _ => {
                ratio::ratio(&parts, self.enough(), self.confidence).scaled(MICROS_PER_YEAR as f64)
            }
        };
        self.subject(which)
            .row(name, "1/y", "", self.estimate(interval, seen))
    }

    fn ratio_parts(&self, of: impl Fn(&HotlineTally) -> ratio::Part) -> Vec<ratio::Part> {
        self.parts.iter().map(|part| of(part)).collect()
    }

    fn enough(&self) -> bool {
        self.parts.len() >= LEAST_GROUPS
    }

    /// Replications that simulate it.
    fn replications(&self) -> u64 {
        self.parts.iter().map(|part| part.replications).sum()
    }

    /// Time counted in one of them [y].
    fn window_years(&self) -> f64 {
        let window: i128 = self.parts.iter().map(|part| part.window).sum();
        window as f64 / (MICROS_PER_YEAR as f64 * self.replications() as f64)
    }

    fn offered(&self, which: Callers) -> u64 {
        self.parts
            .iter()
            .map(|part| part.calls(which).offered)
            .sum()
    }

    fn subject(&self, which: Callers) -> Subject {
        let name = format!("hotline/{}", self.hotline.name);
        match which {
            Callers::All => Subject::new(name),
            Callers::Normal => Subject {
                calendar: NORMAL,
                ..Subject::new(name)
            },
            Callers::Class(class) => {
                Subject::new(format!("{name}/{}", self.hotline.classes[class].name))
            }
        }
    }

    fn estimate(&self, interval: Interval, events: u64) -> Estimate {
        let n = self.replications();
        estimate(
            interval,
            Basis {
                n,
                events,
                n_eff: n,
            },
            self.confidence,
        )
    }
}

/// The load of all hotlines over the local week.
pub fn weeks(view: &View) -> Vec<HotlineWeek> {
    let hotlines = view.blueprint.hotlines.iter().enumerate();
    hotlines
        .map(|(id, hotline)| HotlineWeek {
            hotline: hotline.name.clone(),
            bins: week(view, id),
            agents: agents(view, hotline),
        })
        .collect()
}

/// Per half hour: mean calls offered, their 5 % and 95 % points between whole weeks (the mean where there is none), mean calls
/// waiting.
fn week(view: &View, id: usize) -> Vec<(f64, f64, f64, f64)> {
    let parts: Vec<&HotlineTally> = view.parts.iter().map(|part| &part.hotlines[id]).collect();
    let window: i128 = parts.iter().map(|part| part.window).sum();
    if window == 0 {
        return Vec::new();
    }
    let weeks = window as f64 / (WEEK_BINS as f64 * BIN as f64);
    let bin = |bin: usize| {
        let offered: u64 = parts.iter().map(|part| part.offered[bin]).sum();
        let waiting: i128 = parts.iter().map(|part| part.waiting[bin]).sum();
        let between = Histogram::pooled(parts.iter().map(|part| &part.per_week[bin]));
        let mean = offered as f64 / weeks;
        let point = |p| {
            let between = quantile::independent(&between, p, CONFIDENCE);
            between.estimate.unwrap_or(mean)
        };
        (
            mean,
            point(0.05),
            point(0.95),
            waiting as f64 / (weeks * BIN as f64),
        )
    };
    (0..WEEK_BINS).map(bin).collect()
}

/// Agents of all pools in the middle of each half hour of a week without holidays: the median over the first weeks.
fn agents(view: &View, hotline: &Hotline) -> Vec<u32> {
    let mondays = mondays(view);
    let on_duty = |at: Instant| {
        hotline
            .pools
            .iter()
            .map(|pool| pool.agents.at(at))
            .sum::<u32>()
    };
    let bin = |bin: usize| {
        let mut weeks: Vec<u32> = mondays
            .iter()
            .filter_map(|&monday| bin_middle(view, monday, bin))
            .map(on_duty)
            .collect();
        weeks.sort_unstable();
        weeks.get(weeks.len() / 2).copied().unwrap_or(0)
    };
    (0..WEEK_BINS).map(bin).collect()
}

/// The first Mondays from the scenario's start on.
fn mondays(view: &View) -> Vec<Date> {
    let start = view.blueprint.clock.start.date();
    let wait = i64::from((8 - start.weekday().to_monday_one_offset()) % 7);
    (0..WEEKS)
        .filter_map(|week| start.checked_add((wait + 7 * week).days()).ok())
        .collect()
}

/// The middle of a half hour of the week that begins on `monday`, in local time.
fn bin_middle(view: &View, monday: Date, bin: usize) -> Option<Instant> {
    let start = &view.blueprint.clock.start;
    let minutes = 30 * bin as i64 + 15;
    let day = monday.checked_add((minutes / 1_440).days()).ok()?;
    let (hour, minute) = ((minutes % 1_440 / 60) as i8, (minutes % 60) as i8);
    let local = day
        .at(hour, minute, 0, 0)
        .to_zoned(start.time_zone().clone())
        .ok()?;
    let since = local.timestamp().as_microsecond() - start.timestamp().as_microsecond();
    Some(Instant::from_micros(since))
}
