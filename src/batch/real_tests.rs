//! Batches of the simulator itself against theory: one component with exponential failures and repairs.

use std::ops::ControlFlow;

use super::replicate::{Batch, run};
use super::testing::{blueprint, plan};
use crate::dist::Law;
use crate::model::Blueprint;
use crate::model::component::{Need, NeedKind};
use crate::model::ids::{GroupId, ServiceId, Signal, WatchId};
use crate::model::organisation::Use;
use crate::model::structure::Structure;
use crate::model::watch::{Bound, Expectation, Wanted};
use crate::units::MICROS_PER_HOUR;

/// Mean time to failure and to repair [h].
const UP: f64 = 1_000.0;
const DOWN: f64 = 10.0;
/// Hours in a year.
const YEAR: f64 = 8_766.0;

/// The payroll needs the core, which fails and is repaired; nothing else fails.
fn renewing() -> Blueprint {
    let mut blueprint = blueprint(false);
    let exponential = |hours: f64| Law::exponential(hours * MICROS_PER_HOUR as f64).unwrap();
    blueprint.modes[0].fails = Some(exponential(UP));
    blueprint.modes[0].repair = Some(exponential(DOWN));
    blueprint.modes[1].fails = None;
    blueprint.shocks.clear();
    blueprint.hotlines.clear();
    let level = blueprint.services[0].levels[0].component;
    let core = Signal::new(0);
    blueprint.needs = vec![Need {
        component: level,
        on: core,
        kind: NeedKind::Hard,
    }];
    blueprint.components[level.index()].needs = 0..1;
    blueprint.structure = Structure::compile(3, Vec::new(), Vec::new(), &[vec![core]]);
    blueprint.services[0].levels[0].when = core;
    blueprint.organisations[0].uses = vec![Use {
        service: ServiceId::new(0),
        reach: None,
        stops: vec![0, 1_000_000],
    }];
    blueprint
}

fn batch(blueprint: &Blueprint, replications: u64, threads: usize) -> Batch {
    run(blueprint, &plan(replications, threads), &mut |_| {
        ControlFlow::Continue(())
    })
    .unwrap()
}

#[test]
fn a_renewing_component_has_the_measures_of_theory() {
    let mut blueprint = renewing();
    let watch = WatchId::new(0);
    let share = DOWN / (UP + DOWN);
    // From new, the expected share of time down in (0, T] is share·(1 − (1 − e^{−kT})/(kT)) with k = 1/UP + 1/DOWN.
    let settling = 1.0 - 1.0 / ((1.0 / UP + 1.0 / DOWN) * 2.0 * YEAR);
    // Failures follow the time up; those longer than 4 h and 24 h are thinned by the exponential law.
    let failures = YEAR * (1.0 - share * settling) / UP;
    let longer = |hours: f64| failures * libm::exp(-hours / DOWN);
    let expected = [
        (Wanted::DownShare(watch), share * settling),
        (Wanted::DownTime(watch), share * settling * YEAR),
        (Wanted::Outages(watch), failures),
        (Wanted::MeanDuration(watch), DOWN),
        (Wanted::Longer(watch, 0), longer(4.0)),
        (Wanted::Longer(watch, 1), longer(24.0)),
        (
            Wanted::UserHours(GroupId::new(0)),
            100.0 * share * settling * YEAR,
        ),
    ];
    let expectation = |(measure, value)| Expectation {
        measure,
        bound: Bound::Is(value),
        from: "renewal theory".to_owned(),
    };
    blueprint.expectations = expected.into_iter().map(expectation).collect();
    let results = batch(&blueprint, 600, 2).results;
    for result in &results.expectations {
        assert!(result.holds && result.z.unwrap().abs() < 3.3, "{result:?}");
    }
}

#[test]
fn durations_have_the_quantiles_of_their_law() {
    let results = batch(&renewing(), 600, 2).results;
    for (p, at) in [(0.5, "P50"), (0.9, "P90"), (0.99, "P99")] {
        let row = results
            .measures
            .iter()
            .find(|row| row.measure == "duration" && row.at == at)
            .unwrap();
        let (exact, error) = (
            -DOWN * libm::log(1.0 - p),
            (p * (1.0 - p) / 10_000.0_f64).sqrt(),
        );
        // Four standard errors of the sample quantile of 10,000 outages, and half a bucket.
        let reach = 4.0 * DOWN * error / (1.0 - p) + 0.004 * exact;
        assert!(
            (row.value.estimate.unwrap() - exact).abs() < reach,
            "{row:?} {exact}"
        );
        assert_eq!(row.value.method, "kaplan-meier");
    }
}

#[test]
fn the_simulator_gives_the_same_bytes_on_any_number_of_threads() {
    let blueprint = renewing();
    let one = batch(&blueprint, 100, 1).results.to_json().unwrap();
    for threads in [2, 16] {
        assert_eq!(
            one,
            batch(&blueprint, 100, threads).results.to_json().unwrap()
        );
    }
}

#[test]
fn stories_tell_years_as_bad_as_they_say() {
    let blueprint = renewing();
    let results = batch(&blueprint, 60, 2).results;
    let kinds: Vec<&str> = results
        .stories
        .iter()
        .map(|story| story.kind.as_str())
        .collect();
    assert_eq!(kinds[..4], ["p50", "p90", "p99", "worst"]);
    assert_eq!(results.stories.len(), 13);
    for story in &results.stories {
        // A hundred users lose an hour each in every hour down.
        let changes = &story.timelines[0].changes;
        let ends = changes.iter().skip(1).map(|change| change.0).chain([YEAR]);
        let down: f64 = changes
            .iter()
            .zip(ends)
            .filter(|(change, _)| change.1 == 1)
            .map(|(change, end)| end - change.0)
            .sum();
        assert!(
            (story.lost - 100.0 * down).abs() < 0.01,
            "{} {down}",
            story.lost
        );
        // The payroll is the only service, so what its chains cost is what the year lost.
        let told: f64 = story.chains.iter().map(|chain| chain.lost).sum();
        assert_eq!(story.left_out, 0);
        assert!((told - story.lost).abs() < 0.01, "{told} {}", story.lost);
        assert!(story.chains.iter().all(|chain| chain.cause == "core"));
        assert!(
            story
                .chains
                .windows(2)
                .all(|pair| pair[0].lost >= pair[1].lost)
        );
    }
    let worst: Vec<f64> = results.stories[3..]
        .iter()
        .map(|story| story.lost)
        .collect();
    assert!(worst.windows(2).all(|pair| pair[0] >= pair[1]));
}
