//! How many events wait in a world and how fast they follow each other, roughly and beforehand: the agenda is made for it.
//!
//! Decides how fast a replication is, never what comes out of it.

use crate::model::Blueprint;
use crate::model::calendar::Steps;
use crate::units::Span;

/// Events of one failure: it comes, it is repaired.
const EVENTS_PER_FAILURE: f64 = 2.0;
/// Events of one call: it comes, it ends.
const EVENTS_PER_CALL: f64 = 2.0;

/// About how many events wait at a time: the next failure or the repair of everything, and the call of every agent.
pub(super) fn pending(blueprint: &Blueprint) -> usize {
    let agents = blueprint.hotlines.iter().flat_map(|hotline| &hotline.pools);
    let most = agents.map(|pool| pool.agents.0.iter().map(|&(_, agents)| agents).max());
    let calls: u32 = most.map(Option::unwrap_or_default).sum();
    blueprint.modes.len() + blueprint.shocks.len() + blueprint.hazards.len() + calls as usize
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
    let calls = blueprint.hotlines.iter().map(|hotline| {
        let users: u64 = hotline.classes.iter().map(|class| class.users).sum();
        EVENTS_PER_CALL * users as f64 * mean(&hotline.rate, blueprint.horizon)
    });
    let rate: f64 = modes.chain(shared).chain(calls).sum();
    Span::drawn(1.0 / rate)
}

/// The mean over time until `horizon` [unit of the steps].
fn mean(steps: &Steps<f64>, horizon: Span) -> f64 {
    let ends = steps.0.iter().skip(1).map(|&(from, _)| from.micros());
    let sum: f64 = steps
        .0
        .iter()
        .zip(ends.chain([horizon.micros()]))
        .map(|(&(from, value), end)| value * (end - from.micros()).max(0) as f64)
        .sum();
    sum / horizon.micros().max(1) as f64
}
