//! What is observed: conditions whose bad episodes are outages, probes at instants, and the measures that are asked for.

use crate::model::ids::{ComponentId, GroupId, HotlineId, ServiceId, Signal, WatchId};
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

/// P(signal holds at an instant), one look a replication.
#[derive(Clone, Debug)]
pub struct Probe {
    /// What is looked at.
    pub signal: Signal,
    /// When.
    pub at: Instant,
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
    /// Probability of at least one outage longer than threshold .1 in a year [1].
    YearWithLonger(WatchId, usize),
    /// Mean duration of an outage [h].
    MeanDuration(WatchId),
    /// Probability that the first outage comes before the horizon ends [1].
    Ever(WatchId),
    /// P(signal at instant) of probe number .0 [1].
    At(usize),
    /// User-hours lost a year in a group [user h/y].
    UserHours(GroupId),
    /// Share of the offered calls answered within `within[.1]` [1]; only of weeks without an outage surge if `normal`.
    ServiceLevel {
        /// The hotline.
        hotline: HotlineId,
        /// Index into its `within`.
        within: usize,
        /// Only weeks without a surge.
        normal: bool,
    },
    /// Share of the offered calls that are abandoned [1].
    Abandoned(HotlineId),
    /// Mean wait of all offered calls [h].
    MeanWait(HotlineId),
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
