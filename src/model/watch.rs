//! What is observed: conditions whose bad episodes are outages, probes at instants, and the measures that are asked for.

use crate::model::ids::{ComponentId, CrewId, GroupId, HotlineId, ServiceId, Signal, WatchId};
use crate::text::Wording;
use crate::units::{Instant, Span};

/// A condition; a maximal episode in which it is bad is an outage (`docs/semantics.md` 22).
#[derive(Clone, Debug)]
pub struct Watch {
    /// What is observed.
    pub of: Observed,
    /// Subject of its rows in the results: `service/payroll`, `all-down/hall lwl 2+hall citeq`.
    pub subject: String,
    /// Level of its rows; empty if it has none.
    pub level: String,
    /// Durations for which the share of longer outages, and the years with one, are counted; ascending.
    pub thresholds: Vec<Span>,
    /// Events of a replication whose probability is asked for.
    pub chances: Vec<Chance>,
    /// Whether it has rows of its own; else it is only an entry of a counter.
    pub told: bool,
    /// Components below the condition, ascending: those that may be blamed or present.
    pub below: Vec<ComponentId>,
}

/// When a watch is bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Observed {
    /// The service is below this level (index): neither it nor a better one is available.
    Below(ServiceId, usize),
    /// The signal does not hold.
    Not(Signal),
    /// No better level is available, and the expression of this level holds, whatever its limit says.
    Demanded(ServiceId, usize),
}

/// An event of one replication: a quantity of a watch lies within bounds, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chance {
    /// What is bounded.
    pub of: Quantity,
    /// Least value.
    pub least: i64,
    /// Greatest value.
    pub most: i64,
}

impl Chance {
    /// Whether a value lies within the bounds.
    #[must_use]
    pub const fn holds(&self, value: i64) -> bool {
        self.least <= value && value <= self.most
    }
}

/// A quantity that a watch has once in each replication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Outages that begin in the counted window [1].
    Number,
    /// Time in outage within the window [µs].
    TotalDown,
    /// Time out of outage within the window [µs].
    TotalUp,
    /// From the end of the warm-up to the first outage [µs]; without one it lies within no bounds.
    First,
    /// From the end of the warm-up to the instant at which the age of an outage first reaches threshold number .0 and goes on
    /// [µs]; without one it lies within no bounds.
    FirstLonger(usize),
}

/// How many of some conditions hold, over time.
#[derive(Clone, Debug)]
pub struct Counter {
    /// Subject of its row in the results: `number/a+b+c`.
    pub subject: String,
    /// The conditions: each holds while its watch is not bad.
    pub of: Vec<WatchId>,
}

/// The event that ends a replication before the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Until {
    /// The first outage of this watch.
    pub watch: WatchId,
}

/// P(signal holds at an instant), one look a replication.
#[derive(Clone, Debug)]
pub struct Probe {
    /// What is looked at.
    pub signal: Signal,
    /// When the look is taken; one just before an instant is taken a tick earlier.
    pub at: Instant,
    /// Whether the instant asked about is the tick after the look.
    pub before: bool,
    /// Subject of its row in the results.
    pub subject: String,
}

/// A measure that a scenario asks for by name.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The scenario's own words for it, if it gives some; else empty.
    pub label: Wording,
    /// The measure.
    pub wanted: Wanted,
}

/// A measure that can be asked for or expected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wanted {
    /// Time in outage [h/y].
    DownTime(WatchId),
    /// Share of time in outage [1].
    DownShare(WatchId),
    /// Outages [1/y].
    Outages(WatchId),
    /// Outages longer than threshold number .1 of the watch [1/y].
    Longer(WatchId, usize),
    /// Share of the outages longer than threshold .1 [1].
    ShareLonger(WatchId, usize),
    /// Probability of at least one outage longer than threshold .1 in a year [1].
    YearWithLonger(WatchId, usize),
    /// Years per year with an outage longer than threshold .1 [y].
    ReturnPeriod(WatchId, usize),
    /// Mean duration of an outage [h].
    MeanDuration(WatchId),
    /// Mean time out of outage per outage [h].
    MeanUpTime(WatchId),
    /// Probability that the first outage comes before the horizon ends [1].
    Ever(WatchId),
    /// Probability of event number .1 of the watch in a replication [1].
    Chance(WatchId, usize),
    /// Outages in the counted window, of a replication [1].
    Number(WatchId, Spread),
    /// Time in outage within the window, of a replication [h].
    TotalDown(WatchId),
    /// Time out of outage within the window, of a replication [h].
    TotalUp(WatchId),
    /// Time from the end of the warm-up to the first outage [h].
    FirstTime(WatchId, First),
    /// The longest outage that begins in a year [h].
    Longest(WatchId, Yearly),
    /// P(signal at instant) of probe number .0 [1].
    At(usize),
    /// Time-weighted mean of counter number .0 [1].
    MeanNumber(usize),
    /// User-hours lost a year in a group [user h/y].
    UserHours(GroupId),
    /// User-hours that a group loses on the worst day of a year [user h].
    WorstDay(GroupId, Yearly),
    /// Most members of a group down at once in a year [1].
    MostDown(GroupId, Yearly),
    /// A number of the calls of a hotline.
    Calls(HotlineId, Callers, CallValue),
    /// Mean time that a job waits for a crew [h].
    CrewWait(CrewId),
    /// Share of time in which everybody of a crew is busy [1].
    CrewAllBusy(CrewId),
}

/// What is told of a number that varies from replication to replication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// Its mean.
    Mean,
    /// Its variance between replications.
    Variance,
}

/// What is told of the time of a first event, which may not come before the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// Its mean; replications end with the event.
    Mean,
    /// Its median (Kaplan–Meier).
    Median,
    /// The mean of the time up to the event or the horizon.
    Restricted,
}

/// What is told of a yearly maximum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Yearly {
    /// Its mean over years.
    Mean,
    /// The value that a share of the years does not exceed [1].
    Quantile(f64),
}

/// Whose calls are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callers {
    /// Everybody's.
    All,
    /// Everybody's, in weeks without an outage surge.
    Normal,
    /// Those of one class.
    Class(usize),
}

/// A number of calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallValue {
    /// Share of the offered calls answered within `within[.0]` of the hotline [1].
    ServiceLevel(usize),
    /// Share of the offered calls that are abandoned [1].
    Abandoned,
    /// Mean wait of all offered calls [h].
    MeanWait,
    /// Mean wait of the answered calls [h].
    SpeedOfAnswer,
    /// Share of the offered calls that wait longer than `waits[.0]` of the hotline [1].
    WaitLonger(usize),
    /// Calls waiting, mean over time [1].
    Waiting,
    /// Agents busy, mean over time [1].
    Busy,
    /// Share of the time on duty in which all agents are busy [1].
    AllBusy,
}

/// What a measure should be: the value of a textbook case, an anchor, a bound that guards a design.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// The measure.
    pub measure: Wanted,
    /// What it should be, in the unit of the measure.
    pub bound: Bound,
    /// Source of the value.
    pub from: String,
}

/// How a measure is held against an expected value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// The exact value; the estimate's 99.9 % interval must hold it.
    Is(f64),
    /// Relative tolerance around a value.
    Within(f64, f64),
    /// At least this much.
    AtLeast(f64),
    /// At most this much.
    AtMost(f64),
}
