//! Measures as written, asked for or expected.

use crate::scenario::schema::{Expr, Worded};
use crate::scenario::spans::{Leaf, Name};

record! {
    /// `(measure: Abandoned(hotline: "desk"), is: 0.1429, from: "Erlang-A, exact")`; also `within: "5 %"` beside `is`, `at_least`, `at_most`.
    pub struct Expectation {
        /// Which measure.
        pub measure: MeasureExpr,
        /// Its exact value.
        pub is: Option<Leaf>,
        /// Relative tolerance around it.
        pub within: Option<Leaf>,
        /// Lower bound.
        pub at_least: Option<Leaf>,
        /// Upper bound.
        pub at_most: Option<Leaf>,
        /// Source of the value.
        pub from: Leaf,
    }
}

/// An entry of `asks`: a measure, or `(label: "…", measure: …, precision: "…")`.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The scenario's own words for it.
    pub label: Option<Worded>,
    /// The measure.
    pub measure: MeasureExpr,
    /// Half the width that its interval is to have; default: that of the scenario.
    pub precision: Option<Leaf>,
}

choice! {
    /// How long a replication lasts: a length, or until an event.
    pub enum Horizon as "a-horizon", bare Length: Leaf {
        /// Replications end at the first outage: `Until(service: "s", at_most: "500 y")`
        Until {
            /// The most that one may last.
            at_most: Leaf,
            ; of: Observed,
        },
    }
}

choice! {
    /// The measures. What is observed is a service (below a level, default the lowest) or an expression (not holding).
    /// A single value without a field name stands for `of`.
    pub enum MeasureExpr as "a-measure" {
        /// Time below a level [h/y]: `TimeBelow(service: "LWL critical", level: "normal")`
        TimeBelow {
            /// Which service.
            service: Name,
            /// Below which level; default the lowest.
            level: Option<Name>,
        },
        /// Share of time in which an expression does not hold [1]: `Share(down: Any(["a", "b"]))`; of a service: `Share(service: …, level: …)`
        Share {
            /// The expression.
            down: Option<Expr>,
            /// Or a service.
            service: Option<Name>,
            /// Below which level.
            level: Option<Name>,
        },
        /// Outages [1/y]: `Count(AllDown(["a", "b"]))`, `Count(service: "s", level: "normal")`; with `longer_than: "24 h"` only those.
        Count {
            /// Only outages longer than this.
            longer_than: Option<Leaf>,
            ; of: Observed,
        },
        /// Outages in the counted window, of a replication [1]: the mean, the variance, or the probability of a number:
        /// `Number(down: "a", at_least: 5)`
        Number {
            /// Probability of exactly so many.
            exactly: Option<Leaf>,
            /// Probability of so many or more.
            at_least: Option<Leaf>,
            /// Probability of so many or fewer.
            at_most: Option<Leaf>,
            /// `Mean` or `Variance`; default Mean.
            take: Option<Leaf>,
            ; of: Observed,
        },
        /// Time in outage within the counted window, of a replication: the mean [h], or the probability of bounds [1]:
        /// `TotalDown(down: "a", at_most: "40 h")`
        TotalDown {
            /// Probability of so much or more.
            at_least: Option<Leaf>,
            /// Probability of so much or less.
            at_most: Option<Leaf>,
            ; of: Observed,
        },
        /// The same of the time out of outage: `TotalUp(service: "s", at_least: "700 h")`
        TotalUp {
            /// Probability of so much or more.
            at_least: Option<Leaf>,
            /// Probability of so much or less.
            at_most: Option<Leaf>,
            ; of: Observed,
        },
        /// Share of the outages that last longer than a time [1]: `ShareLonger(service: "s", longer_than: "2 h")`
        ShareLonger {
            /// How long.
            longer_than: Leaf,
            ; of: Observed,
        },
        /// Probability of at least one in a year [1]: `YearWith(service: "s", longer_than: "24 h")`
        YearWith {
            /// Only outages longer than this.
            longer_than: Option<Leaf>,
            ; of: Observed,
        },
        /// Years per year with an outage longer than a time [y]: `ReturnPeriod(service: "s", longer_than: "24 h")`
        ReturnPeriod {
            /// How long; default: any.
            longer_than: Option<Leaf>,
            ; of: Observed,
        },
        /// The longest outage that begins in a year [h]: `Longest(service: "s", take: P90)`
        Longest {
            /// `Mean` or a quantile over years, `P50`, `P90`, `P99`; default Mean.
            take: Option<Leaf>,
            ; of: Observed,
        },
        /// Episodes in which the level is demanded [1/y]: `Demanded(service: "s", level: "emergency", longer_than: "limited period")`
        Demanded {
            /// Which service.
            service: Name,
            /// Which level.
            level: Name,
            /// Only episodes longer than this.
            longer_than: Option<Leaf>,
        },
        /// Mean duration of an outage [h]: `MeanDuration(service: "s")`
        MeanDuration {
            ; of: Observed,
        },
        /// Mean time out of outage per outage [h]: `MeanUpTime(service: "s")`
        MeanUpTime {
            ; of: Observed,
        },
        /// Probability that an outage begins before the horizon ends [1]: `Ever(AllDown(["a", "b"]))`; before a time, or that one comes
        /// to last longer than a time: `Ever(service: "s", longer_than: "8 h", before: "1 y")`
        Ever {
            /// The age that an outage reaches.
            longer_than: Option<Leaf>,
            /// The end of the time looked at, from the end of the warm-up; default the horizon.
            before: Option<Leaf>,
            ; of: Observed,
        },
        /// Time to the first outage [h]: `FirstTime(service: "s")`, `FirstTime(service: "s", take: Median)`
        FirstTime {
            /// `Mean` (with `horizon: Until(…)` of the same event), `Median`, `Restricted`: the mean, cut at the horizon; default Mean.
            take: Option<Leaf>,
            ; of: Observed,
        },
        /// Probability that the expression holds at the instant [1]: `At(of: All(["a"]), time: "500 h")`
        At {
            /// The expression.
            expr: Expr = "of",
            /// The instant, from the start.
            time: Leaf,
            /// `Before`: as it was when the instant came; `After`: when all of it has happened; default After.
            just: Option<Leaf>,
        },
        /// How many of the expressions hold, mean over time [1]: `NumberUp(of: ["a", "b", "c"])`
        NumberUp {
            /// The expressions.
            expressions: Vec<Expr> = "of",
        },
        /// User-hours lost [user h/y]: `UserHours(of: "partner *")`, `UserHours()` for all.
        UserHours {
            /// Selector of organisations; default all.
            of: Option<Name>,
        },
        /// User-hours lost on the worst day of a year [user h]: `WorstDay(of: "partner *", take: P90)`
        WorstDay {
            /// Selector of organisations; default all.
            of: Option<Name>,
            /// `Mean` or a quantile over years; default Mean.
            take: Option<Leaf>,
        },
        /// Most organisations down at once in a year [1]: `MostDown(of: "partner *", take: P90)`
        MostDown {
            /// Selector of organisations; default all.
            of: Option<Name>,
            /// `Mean` or a quantile over years; default Mean.
            take: Option<Leaf>,
        },
        /// `ServiceLevel(hotline: "IT hotline", within: "30 s", weeks: Normal)` [1]
        ServiceLevel {
            /// Which hotline.
            hotline: Name,
            /// Answered how soon.
            within: Leaf,
            /// `Normal`: only weeks without a surge.
            weeks: Option<Leaf>,
            /// A key of `serves`: only these callers.
            class: Option<Name>,
        },
        /// Share of the offered calls that are abandoned [1]: `Abandoned(hotline: "x")`
        Abandoned {
            /// Which hotline.
            hotline: Name,
            /// A key of `serves`: only these callers.
            class: Option<Name>,
        },
        /// Mean wait of all offered calls, or of a job for a crew [h in results; shown in a fitting unit]: `MeanWait(hotline: "x")`
        MeanWait {
            /// Which hotline.
            hotline: Option<Name>,
            /// A key of `serves`: only these callers.
            class: Option<Name>,
            /// Or which crew.
            crew: Option<Name>,
        },
        /// Mean wait of the answered calls [h]: `SpeedOfAnswer(hotline: "x")`
        SpeedOfAnswer {
            /// Which hotline.
            hotline: Name,
            /// A key of `serves`: only these callers.
            class: Option<Name>,
        },
        /// Share of the offered calls that wait longer than a time [1]: `WaitLonger(hotline: "x", than: "0 s")`, the chance to wait at all
        WaitLonger {
            /// Which hotline.
            hotline: Name,
            /// How long.
            than: Leaf,
            /// A key of `serves`: only these callers.
            class: Option<Name>,
        },
        /// Calls waiting, mean over time [1]: `Waiting(hotline: "x")`
        Waiting {
            /// Which hotline.
            hotline: Name,
        },
        /// Agents busy, mean over time [1]: `Busy(hotline: "x")`
        Busy {
            /// Which hotline.
            hotline: Name,
        },
        /// Share of time in which all agents on duty, or all people of a crew, are busy [1]: `AllBusy(hotline: "x")`, `AllBusy(crew: "y")`
        AllBusy {
            /// Which hotline.
            hotline: Option<Name>,
            /// Or which crew.
            crew: Option<Name>,
        },
    }
}

/// What a measure observes.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "read once, held briefly")]
pub enum Observed {
    /// All of these do not hold: `AllDown(["a", "b"])`.
    AllDown(Vec<Expr>),
    /// This does not hold: an expression alone, or `down: expr`.
    Down(Expr),
    /// A service is below a level: `service: "s", level: "normal"`.
    Service {
        /// Which service.
        service: Name,
        /// Below which level; default the lowest.
        level: Option<Name>,
    },
}
