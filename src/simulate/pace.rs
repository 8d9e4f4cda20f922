//! How many events wait in a world and how fast they follow each other, roughly and beforehand: the agenda is made for it.
//!
//! Decides how fast a replication is, never what comes out of it.

use crate::model::Blueprint;
use crate::units::Span;

/// Events of one failure: it comes, it is repaired.
const EVENTS_PER_FAILURE: f64 = 2.0;

/// About how many events wait at a time: the next failure or the repair of everything. Hotlines keep their events to themselves.
pub(super) fn pending(blueprint: &Blueprint) -> usize {
    blueprint.modes.len() + blueprint.shocks.len() + blueprint.hazards.len()
}

/// About how much time lies between two events.
pub(super) fn mean_gap(blueprint: &Blueprint) -> Span {
    let modes = blueprint.modes.iter().filter_map(|mode| {
        let repair = mode.repair.as_ref().map_or(0.0, |repair| repair.mean());
        Some(EVENTS_PER_FAILURE / (mode.fails.as_ref()?.mean() + repair))
    });
    let intervals = blueprint.shocks.iter().map(|shock| &shock.interval);
    let shared = intervals
        .chain(blueprint.hazards.iter().map(|hazard| &hazard.interval))
        .map(|interval| EVENTS_PER_FAILURE / interval.mean());
    let rate: f64 = modes.chain(shared).sum();
    Span::drawn(1.0 / rate)
}
