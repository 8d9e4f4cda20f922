//! Crews: people who repair.

use crate::dist::Law;
use crate::model::calendar::Calendar;

/// People who repair, one job each at a time (`docs/semantics.md` 8).
#[derive(Clone, Debug)]
pub struct Crew {
    /// The name in the scenario.
    pub name: String,
    /// How many there are.
    pub people: u32,
    /// When they are on the spot: they start at once.
    pub hours: Calendar,
    /// When they can be called, and how long they take to arrive [µs]; drawn with the luck of the work they come to.
    pub on_call: Option<(Calendar, Law)>,
    /// Whether a started repair is finished past the end of the hours; `false`: the remainder waits and keeps its place.
    pub overtime: bool,
}
