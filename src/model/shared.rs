//! Shared causes: one event that strikes several things at once.

use crate::dist::Law;
use crate::kernel::StreamName;
use crate::model::ids::{ComponentId, CrewId};

/// Strikes each member that is not failed with its chance (`docs/semantics.md` 13). A beta group is a shock with chance 1 at rate
/// β/m whose members' own laws were stretched to mean m/(1−β) at lowering. The stream's natural index is the number of the
/// shock; lanes 0 and 1 the time to it, 2 to 5 the common repair and its detection. The uniform of a member comes from a stream named
/// by shock and member, so that other members do not touch its luck.
#[derive(Clone, Debug)]
pub struct Shock {
    /// The name in the scenario.
    pub name: String,
    /// Time between shocks [µs]; its clock never stands still.
    pub interval: Law,
    /// Members in declared order with their chances.
    pub members: Vec<(ComponentId, f64)>,
    /// How the struck members are repaired.
    pub repaired: SharedRepair,
    /// Its source of chance.
    pub stream: StreamName,
}

/// How the members struck by a shock come back.
#[derive(Clone, Debug)]
pub enum SharedRepair {
    /// Each by the repair of its first mode.
    Each,
    /// All together, by one repair of the cause itself.
    Once {
        /// From the strike until it is known [µs].
        detection: Option<Law>,
        /// Active repair [µs].
        repair: Law,
        /// Who repairs.
        crew: Option<CrewId>,
        /// Order of service among the waiting, lower first.
        priority: i32,
    },
}

/// Takes a site or its rooms (`docs/semantics.md` 14). Stream index = number of the event; lanes 0 and 1 time to it, 2 and 3 how long
/// it lasts. The uniforms of rooms and of the components of [`Effect::Damages`] come from streams named by hazard and component.
#[derive(Clone, Debug)]
pub struct Hazard {
    /// The name in the scenario.
    pub name: String,
    /// Time between events [µs]; its clock never stands still.
    pub interval: Law,
    /// Rooms (or the site itself) with the chance that each is taken.
    pub strikes: Vec<(ComponentId, f64)>,
    /// How long the place is taken [µs]; overlapping events prolong to the later end.
    pub lasts: Law,
    /// What it does to the things inside.
    pub effect: Effect,
    /// Its source of chance.
    pub stream: StreamName,
}

/// What a hazard does to the components of a place that it takes.
#[derive(Clone, Debug)]
pub enum Effect {
    /// They are suspended while it lasts (the place is one of their hard needs).
    Suspends,
    /// Each of these that stands in a place taken fails besides, with this chance, by its first mode.
    Damages(f64, Vec<ComponentId>),
}
