//! What a replication costs, roughly and before anything is run: for `check`, and for a first word on scenarios that never end.
//!
//! Knows laws and rates only; nothing is simulated and no result depends on it.

use crate::model::Blueprint;
use crate::model::component::{Mode, Standby};
use crate::model::hotline::Hotline;
use crate::model::shared::{Hazard, Shock};
use crate::units::{Instant, MICROS_PER_YEAR, Span};

/// Changes of state after one failure: the failure, its detection, dispatch, repair and return, and what these do to the parts and
/// services that depend on it. Fitted to two scenarios: changes counted in simulation (216 a replication in
/// `scenarios/first-steps.ron`, 655 in `scenarios/muenster.ron`) over failures reckoned by hand from the rates, about 9.5 and 8.7.
const CHANGES_PER_FAILURE: f64 = 9.0;
/// A call (arrival, queue, answer, end) takes about as long as so many changes of state, at the slow end; measured with
/// `scenarios/muenster.ron` in a release build, with calls and without: 0.57 µs a call, 0.53 µs a change.
const CHANGES_PER_CALL: f64 = 1.5;
/// Changes of state that one core makes in a second, at the slow end [1/s].
const CHANGES_PER_SECOND: f64 = 1e6;

/// The expected work of one replication on average over all of them, in changes of state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    /// Of failures, shared causes and hazards.
    pub changes: f64,
    /// Of calls, spread over the replications that simulate none.
    pub calls: f64,
}

impl Cost {
    /// The expected work of a blueprint, with calls in every replication or in their share (`semantics.md` 17).
    ///
    /// Failures: Σ T / (time to failure + detection + repair) over the modes, Σ T·p / interval over what shared causes strike.
    /// Calls: ∫rate·users over one year, divided by `every`. Suspension, standby and crews are left out, so it is rough.
    #[must_use]
    pub fn of(blueprint: &Blueprint, with_hotline: bool) -> Self {
        let modes = blueprint.modes.iter().map(|mode| failures(blueprint, mode));
        let shocks = blueprint
            .shocks
            .iter()
            .map(|shock| struck(blueprint, shock));
        let hazards = blueprint
            .hazards
            .iter()
            .map(|hazard| taken(blueprint, hazard));
        let calls = blueprint.hotlines.iter().map(|hotline| {
            let every = if with_hotline {
                1
            } else {
                hotline.every.max(1)
            };
            calls(blueprint, hotline) / every as f64
        });
        Self {
            changes: CHANGES_PER_FAILURE * modes.chain(shocks).chain(hazards).sum::<f64>(),
            calls: CHANGES_PER_CALL * calls.sum::<f64>(),
        }
    }

    /// The share of the work that calls take [1].
    #[must_use]
    pub fn share_of_calls(self) -> f64 {
        let all = self.changes + self.calls;
        if all > 0.0 { self.calls / all } else { 0.0 }
    }

    /// How long `replications` keep one core busy [s].
    #[must_use]
    pub fn seconds(self, replications: u64) -> f64 {
        (self.changes + self.calls) * replications as f64 / CHANGES_PER_SECOND
    }
}

/// How often something that comes back after `cycle` [µs] on average happens within the horizon.
fn times(blueprint: &Blueprint, cycle: f64) -> f64 {
    blueprint.horizon.micros() as f64 / cycle.max(1.0)
}

fn failures(blueprint: &Blueprint, mode: &Mode) -> f64 {
    let Some(fails) = &mode.fails else { return 0.0 };
    let sleeps = matches!(
        blueprint.components[mode.component.index()].standby,
        Standby::Cold
    );
    let mean = |law: &Option<crate::dist::Law>| law.as_ref().map_or(0.0, |law| law.mean());
    let often = times(
        blueprint,
        fails.mean() + mean(&mode.detection) + mean(&mode.repair),
    );
    match (sleeps, &mode.repair) {
        (true, _) => 0.0,
        (false, None) => often.min(1.0),
        (false, Some(_)) => often,
    }
}

fn struck(blueprint: &Blueprint, shock: &Shock) -> f64 {
    let members: f64 = shock.members.iter().map(|(_, chance)| chance).sum();
    times(blueprint, shock.interval.mean()) * members
}

fn taken(blueprint: &Blueprint, hazard: &Hazard) -> f64 {
    let places: f64 = hazard.strikes.iter().map(|(_, chance)| chance).sum();
    times(blueprint, hazard.interval.mean()) * places
}

/// Base calls of the time that is simulated: the mean of a year, or all of a shorter horizon.
fn calls(blueprint: &Blueprint, hotline: &Hotline) -> f64 {
    let users: u64 = hotline.classes.iter().map(|class| class.users).sum();
    let years = (blueprint.horizon.micros() as f64 / MICROS_PER_YEAR as f64).max(1.0);
    users as f64 * per_user(hotline, blueprint.end()) / years
}

/// Base calls of one user until `end`.
fn per_user(hotline: &Hotline, end: Instant) -> f64 {
    let steps = &hotline.rate.0;
    let ends = steps.iter().skip(1).map(|&(at, _)| at).chain([end]);
    steps
        .iter()
        .zip(ends)
        .map(|(&(from, rate), to)| {
            let inside = to.min(end) - from.max(Instant::START);
            rate * inside.max(Span::ZERO).micros() as f64
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Overrides, load};

    fn cost(name: &str, with_hotline: bool) -> Cost {
        let path = format!("{}/scenarios/{name}", env!("CARGO_MANIFEST_DIR"));
        let source = std::fs::read_to_string(path).expect("the scenario is there");
        let loaded = load(&source, &Overrides::default()).expect("it has no fault");
        Cost::of(&loaded.blueprint, with_hotline)
    }

    #[test]
    fn the_work_of_failures_fits_the_scenarios_it_was_fitted_to_within_a_factor_of_two() {
        // Counted over 2,000 replications: 216 and 655 changes of state in each.
        for (name, counted) in [("first-steps.ron", 216.0), ("muenster.ron", 655.0)] {
            let ratio = cost(name, false).changes / counted;
            assert!((0.5..2.0).contains(&ratio), "{name}: {ratio}");
        }
    }

    #[test]
    fn calls_are_spread_over_the_replications_without_any() {
        let (shared, each) = (cost("muenster.ron", false), cost("muenster.ron", true));
        // 37,030 users with 0.6 calls a month make about 267,000 calls a year.
        let calls = each.calls / CHANGES_PER_CALL;
        assert!((250_000.0..270_000.0).contains(&calls), "{calls}");
        assert!((each.calls / shared.calls - 2_000.0).abs() < 1e-6);
        assert!(each.share_of_calls() > 0.99);
    }

    #[test]
    fn a_scenario_without_hotline_has_no_share_of_calls() {
        let cost = cost("first-steps.ron", true);
        assert!(cost.share_of_calls().abs() < f64::EPSILON);
        assert!(cost.seconds(4096) > 0.0);
    }
}
