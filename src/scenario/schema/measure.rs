//! Measures as written, asked for or expected.

use crate::scenario::schema::{Expr, Worded};
use crate::scenario::spans::{Leaf, Name};

record! {
    /// `(measure: Abandoned(hotline: "desk"), is: 0.1429, from: "REF-034")`; also `within: "5 %"` beside `is`, `at_least`, `at_most`.
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
        /// Probability of at least one in a year [1]: `YearWith(service: "s", longer_than: "24 h")`
        YearWith {
            /// Only outages longer than this.
            longer_than: Option<Leaf>,
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
        /// Probability that an outage begins before the horizon ends [1]: `Ever(AllDown(["a", "b"]))`
        Ever {
            ; of: Observed,
        },
        /// Probability that the expression holds at the instant [1]: `At(of: All(["a"]), time: "500 h")`
        At {
            /// The expression.
            expr: Expr = "of",
            /// The instant, from the start.
            time: Leaf,
        },
        /// User-hours lost [user h/y]: `UserHours(of: "partner *")`, `UserHours()` for all.
        UserHours {
            /// Selector of organisations; default all.
            of: Option<Name>,
        },
        /// `ServiceLevel(hotline: "IT hotline", within: "30 s", weeks: Normal)` [1]
        ServiceLevel {
            /// Which hotline.
            hotline: Name,
            /// Answered how soon.
            within: Leaf,
            /// `Normal`: only weeks without a surge.
            weeks: Option<Leaf>,
        },
        /// Share of the offered calls that are abandoned [1]: `Abandoned(hotline: "x")`
        Abandoned {
            /// Which hotline.
            hotline: Name,
        },
        /// Mean wait of all offered calls [h in results; shown in a fitting unit]: `MeanWait(hotline: "x")`
        MeanWait {
            /// Which hotline.
            hotline: Name,
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
