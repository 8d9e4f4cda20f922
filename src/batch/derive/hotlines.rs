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
use crate::simulate::outcome::WEEK_BINS;
use crate::stats::proportion::none_counted;
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

/// Which calls.
#[derive(Clone, Copy)]
enum Which {
    All,
    Normal,
    Class(usize),
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

    /// Share of the offered calls answered within number `within` of the hotline's times [1].
    pub fn service_level(&self, within: usize, normal: bool) -> Measure {
        let which = if normal { Which::Normal } else { Which::All };
        self.level_row(which, within)
    }

    /// Share of the offered calls whose caller gives up or is cut off at closing time [1].
    pub fn abandoned(&self) -> Measure {
        self.share_row(Which::All, "abandoned", |calls| calls.abandoned)
    }

    /// Mean wait of all offered calls [h].
    pub fn mean_wait(&self) -> Measure {
        self.wait_row(Which::All, "mean-wait", |calls| (calls.wait, calls.offered))
    }

    fn measures(&self) -> Vec<Measure> {
        let mut rows = self.call_rows(Which::All);
        rows.extend(self.count_rows());
        rows.push(self.occupancy());
        rows.extend(self.call_rows(Which::Normal));
        if self.hotline.classes.len() > 1 {
            (0..self.hotline.classes.len())
                .for_each(|class| rows.extend(self.call_rows(Which::Class(class))));
        }
        rows
    }

    fn call_rows(&self, which: Which) -> Vec<Measure> {
        let mut rows = vec![
            self.share_row(which, "answered", |calls| calls.answered),
            self.share_row(which, "abandoned", |calls| calls.abandoned),
            self.share_row(which, "cut", |calls| calls.cut),
        ];
        rows.extend((0..self.hotline.within.len()).map(|within| self.level_row(which, within)));
        rows.push(self.wait_row(which, "speed-of-answer", |calls| {
            (calls.answered_wait, calls.answered)
        }));
        rows.push(self.wait_row(which, "mean-wait", |calls| (calls.wait, calls.offered)));
        rows
    }

    /// Calls per year of all classes, and of each.
    fn count_rows(&self) -> Vec<Measure> {
        let mut rows = vec![
            self.rate_row(Which::All, "offered", |calls| calls.offered),
            self.rate_row(Which::All, "surge", |calls| calls.surge),
            self.rate_row(Which::All, "outside-hours", |calls| calls.outside),
        ];
        if self.hotline.classes.len() > 1 {
            let classes = 0..self.hotline.classes.len();
            rows.extend(
                classes.map(|class| {
                    self.rate_row(Which::Class(class), "offered", |calls| calls.offered)
                }),
            );
        }
        rows
    }

    /// Time busy relative to time on duty and overtime [1].
    fn occupancy(&self) -> Measure {
        let parts = self.ratio_parts(|part| (part.busy, part.staffed + part.overtime));
        let interval = ratio::ratio(&parts, self.enough(), self.confidence).clipped(0.0, 1.0);
        self.subject(Which::All).row(
            "occupancy",
            "1",
            "",
            self.estimate(interval, self.offered(Which::All)),
        )
    }

    fn level_row(&self, which: Which, within: usize) -> Measure {
        let at = hours(self.hotline.within[within]);
        let row = self.share_row(which, "service-level", |calls| calls.within[within]);
        Measure { at, ..row }
    }

    fn share_row(&self, which: Which, name: &str, above: impl Fn(&CallSums) -> u64) -> Measure {
        let parts = self.ratio_parts(|part| {
            let calls = part.calls(which);
            (i128::from(above(&calls)), i128::from(calls.offered))
        });
        let interval = ratio::share(&parts, self.replications(), self.enough(), self.confidence);
        self.subject(which)
            .row(name, "1", "", self.estimate(interval, self.offered(which)))
    }

    fn wait_row(&self, which: Which, name: &str, of: impl Fn(&CallSums) -> (i128, u64)) -> Measure {
        let parts = self.ratio_parts(|part| {
            let (wait, calls) = of(&part.calls(which));
            (wait, i128::from(calls))
        });
        let interval =
            ratio::ratio(&parts, self.enough(), self.confidence).scaled(hours_per_tick());
        self.subject(which)
            .row(name, "h", "", self.estimate(interval, self.offered(which)))
    }

    fn rate_row(&self, which: Which, name: &str, of: impl Fn(&CallSums) -> u64) -> Measure {
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

    fn offered(&self, which: Which) -> u64 {
        self.parts
            .iter()
            .map(|part| part.calls(which).offered)
            .sum()
    }

    fn subject(&self, which: Which) -> Subject {
        let name = format!("hotline/{}", self.hotline.name);
        match which {
            Which::All => Subject::new(name),
            Which::Normal => Subject {
                calendar: NORMAL,
                ..Subject::new(name)
            },
            Which::Class(class) => {
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

impl HotlineTally {
    fn calls(&self, which: Which) -> CallSums {
        match which {
            Which::All => self.all(),
            Which::Normal => self.normal.clone(),
            Which::Class(class) => self.classes[class].clone(),
        }
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
