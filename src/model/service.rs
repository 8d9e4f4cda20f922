//! Services: ordered levels, the clock of a limited level, and objectives.

use crate::model::ids::{ComponentId, Signal};
use crate::units::Span;

/// A service with levels from best to worst; below the last it is down.
#[derive(Clone, Debug)]
pub struct Service {
    /// The name in the scenario.
    pub name: String,
    /// The levels, best first.
    pub levels: Vec<Level>,
    /// Holds while some level is available: what the service's name means in an expression.
    pub delivers: Signal,
    /// What is wanted of it.
    pub objectives: Vec<Objective>,
}

/// A level. It is available while its component is up: the component needs `when` (hard), its restart is the level's set-up time,
/// and it is failed while the level is exhausted.
#[derive(Clone, Debug)]
pub struct Level {
    /// The name in the scenario.
    pub name: String,
    /// The component (kind [`Kind::Level`](crate::model::component::Kind::Level)) that stands for its availability.
    pub component: ComponentId,
    /// The expression, without the limit.
    pub when: Signal,
    /// How long it may be in force per use.
    pub limit: Option<Limit>,
}

/// The "limited period" of a level (`docs/semantics.md` 12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The longest time in force.
    pub at_most: Span,
    /// Uninterrupted time in a higher level after which the full period is there again.
    pub regain: Span,
    /// Whether the level stays in force past the limit, which is then only recorded.
    pub continues: bool,
}

/// What is wanted of a service (`docs/semantics.md` 23). Objectives become thresholds of the watch on the same level.
#[derive(Clone, Debug, PartialEq)]
pub struct Objective {
    /// Outages below this level count (index of the level).
    pub level: usize,
    /// Recovery time objective.
    pub rto: Option<Span>,
    /// Maximum tolerable period of disruption.
    pub mtpd: Option<Span>,
    /// Wanted availability [1].
    pub availability: Option<f64>,
    /// The scheme that names the availability class, such as "BSI VK 3"; empty if none.
    pub scheme: String,
    /// Which share may miss the times.
    pub tolerance: Option<Tolerance>,
}

/// How many outages may miss an objective.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tolerance {
    /// At most this share of the outages [1].
    OfOutages(f64),
    /// At most this probability per year [1].
    PerYear(f64),
}
