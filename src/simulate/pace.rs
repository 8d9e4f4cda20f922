//! How many events wait in a world and how fast they follow each other, roughly and beforehand: the agenda is made for it.
//!
//! Decides how fast a replication is, never what comes out of it.

use super::cost::Cost;
use crate::model::Blueprint;
use crate::units::Span;

/// Of the changes of state after a failure, about so many wait in the agenda (failure and repair of nine changes); the
/// others follow at the same instant.
const EVENTS_PER_CHANGE: f64 = 0.25;

/// About how many events wait at a time: the next failure or the repair of everything. Hotlines keep their events to themselves.
pub(super) fn pending(blueprint: &Blueprint) -> usize {
    blueprint.modes.len() + blueprint.shocks.len() + blueprint.hazards.len()
}

/// About how much time lies between two events that are not calls.
pub(super) fn mean_gap(blueprint: &Blueprint) -> Span {
    let events = EVENTS_PER_CHANGE * Cost::of(blueprint, true).changes;
    Span::drawn(blueprint.horizon.micros() as f64 / events)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Overrides, load};
    use crate::units::MICROS_PER_HOUR;

    #[test]
    fn the_pace_of_a_fleet_is_that_of_its_failures_and_repairs() {
        let path = "/scenarios/known/w2-fleet-1000.ron";
        let path = format!("{}{path}", env!("CARGO_MANIFEST_DIR"));
        let source = std::fs::read_to_string(path).expect("the scenario is there");
        let blueprint = load(&source, &Overrides::default())
            .expect("it has no fault")
            .blueprint;
        assert_eq!(pending(&blueprint), 1_000);
        // 1,000 h up, 8 h down: two events of each server in 1,008 h.
        let expected = 1_008 * MICROS_PER_HOUR / 2_000;
        let ratio = mean_gap(&blueprint).micros() as f64 / expected as f64;
        assert!((0.5..2.0).contains(&ratio), "{ratio}");
    }
}
