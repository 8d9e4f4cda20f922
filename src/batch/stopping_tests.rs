//! Batches that end by themselves: where, and that they are the same as a count of as many replications.

use std::ops::ControlFlow;
use std::time::Duration;

use super::plan::{Plan, Until};
use super::replicate::{Batch, run, run_with};
use super::stopping::{Reason, State, enough, judge, to_precision};
use super::testing::{MadeUp, blueprint, plan};
use crate::model::Blueprint;
use crate::model::precision::Target;
use crate::scenario::{Overrides, load};

/// A plan of at most `most` replications, up to a precision.
fn until(most: u64, threads: usize, targets: &[Target]) -> Plan {
    Plan {
        until: Some(Until {
            targets: targets.to_vec(),
            time: None,
        }),
        ..plan(most, threads)
    }
}

fn made_up(blueprint: &Blueprint, plan: &Plan) -> Batch {
    let make = || MadeUp::new(blueprint);
    run_with(blueprint, plan, &make, &mut |_| ControlFlow::Continue(()))
        .expect("it runs")
        .1
}

#[test]
fn a_batch_ends_after_the_first_round_that_is_precise_with_the_bytes_of_a_count() {
    let blueprint = blueprint(false);
    for share in [0.1, 0.05, 0.02] {
        let targets = [Target::Relative(share); 2];
        let batch = made_up(&blueprint, &until(1_000_000, 2, &targets));
        let n = batch.results.key.replications;
        assert_eq!(batch.ending.by, Reason::Precision, "{share}");
        assert!(
            n.is_multiple_of(256) && (n / 256).is_power_of_two(),
            "{share}: {n}"
        );
        let reached = &batch.ending.reached;
        assert!(reached.iter().all(|of| of.state == State::Reached));
        assert!(
            reached
                .iter()
                .all(|of| of.half_width.expect("two ends") <= share)
        );
        let count = made_up(&blueprint, &plan(n, 1));
        assert_eq!(
            batch.results.to_json().unwrap(),
            count.results.to_json().unwrap()
        );
        assert_eq!(
            (batch.events, count.ending.by),
            (count.events, Reason::Replications)
        );
        let half = made_up(&blueprint, &plan(n / 2, 1));
        assert!(
            !enough(&judge(&half.results.asks, &targets, n / 2)),
            "{share}: one round too many"
        );
    }
}

#[test]
fn any_number_of_threads_ends_at_the_same_replication() {
    let blueprint = blueprint(false);
    let targets = [Target::Relative(0.03), Target::Absolute(20.0)];
    let one = made_up(&blueprint, &until(1_000_000, 1, &targets));
    for threads in [2, 16] {
        assert_eq!(
            made_up(&blueprint, &until(1_000_000, threads, &targets)),
            one
        );
    }
}

#[test]
fn the_last_round_ends_at_the_most_replications_and_tells_how_many_would_do() {
    let blueprint = blueprint(false);
    let targets = [Target::Relative(0.001); 2];
    let batch = made_up(&blueprint, &until(700, 2, &targets));
    assert_eq!(batch.results.key.replications, 700);
    assert_eq!(batch.ending.by, Reason::MostReplications);
    assert!(
        batch
            .results
            .warnings
            .iter()
            .all(|of| of.kind != "warning-interrupted")
    );
    // The width falls with the root of the number, so what is told must do, and nine tenths of it must not.
    let needed = batch
        .ending
        .reached
        .iter()
        .map(|of| of.replications_needed.expect("open"));
    let needed = needed.max().expect("two answers");
    let widths = |n: u64| {
        let asks = made_up(&blueprint, &plan(n, 2)).results.asks;
        asks.iter()
            .map(|ask| ask.relative_half_width.expect("two ends"))
            .fold(0.0, f64::max)
    };
    let coarse = [Target::Relative(0.02); 2];
    let judged = judge(&batch.results.asks, &coarse, 700);
    let needed_of_coarse = judged
        .iter()
        .filter_map(|of| of.replications_needed)
        .max()
        .expect("open");
    assert!(needed > 100 * needed_of_coarse);
    assert!(
        (widths(needed_of_coarse) / 0.02 - 1.0).abs() < 0.1,
        "{}",
        widths(needed_of_coarse)
    );
}

#[test]
fn without_a_second_of_time_the_batch_keeps_what_is_done() {
    let blueprint = blueprint(false);
    let timed = |time| Plan {
        until: Some(Until {
            targets: vec![Target::Relative(1e-9); 2],
            time: Some(time),
        }),
        ..plan(1_000_000_000, 2)
    };
    let batch = made_up(&blueprint, &timed(Duration::ZERO));
    assert_eq!(batch.ending.by, Reason::Time);
    assert!((1..=256).contains(&batch.results.key.replications));
    let batch = made_up(&blueprint, &timed(Duration::from_millis(300)));
    let n = batch.results.key.replications;
    assert_eq!(batch.ending.by, Reason::Time);
    assert!(
        n < 256 || n.is_multiple_of(256) && (n / 256).is_power_of_two(),
        "{n} is no whole number of rounds"
    );
    let count = made_up(&blueprint, &plan(n, 1));
    assert_eq!(batch.results, count.results);
}

#[test]
fn an_interruption_keeps_also_a_part_of_a_round() {
    let blueprint = blueprint(false);
    let make = || MadeUp::new(&blueprint);
    let plan = until(1_000_000_000, 2, &[Target::Relative(1e-9); 2]);
    let (_, batch) = run_with(&blueprint, &plan, &make, &mut |progress| {
        if progress.done > 600 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    })
    .expect("it runs");
    assert_eq!(batch.ending.by, Reason::Interruption);
    assert!(batch.results.key.replications > 600);
    assert_eq!(batch.results.warnings[0].kind, "warning-interrupted");
}

/// A machine that is up and down for exponential times, beside things that never fail or are never up.
const SCENARIO: &str = r#"(title: "t", horizon: "1000 h", initially: New,
  asks: [ASKS],
  components: {
    "machine": (fails: Exponential(mean: "500 h"), repair: Exponential(mean: "20 h")),
    "rock": (fails: Exponential(mean: "90000 y"), repair: "1 h"),
    "clockwork": (fails: "10 h", repair: "10 h"),
  },
  services: { "shop": (levels: [(name: "normal", when: "machine")]) })"#;

fn asking(asks: &str) -> Blueprint {
    load(&SCENARIO.replace("ASKS", asks), &Overrides::default())
        .expect("a sound scenario")
        .blueprint
}

fn states(asks: &str, most: u64) -> (Vec<State>, Reason) {
    let blueprint = asking(asks);
    let targets = vec![Target::default(); blueprint.asks.len()];
    let batch = run(&blueprint, &until(most, 1, &targets), &mut |_| {
        ControlFlow::Continue(())
    });
    let ending = batch.expect("it runs").ending;
    (
        ending.reached.iter().map(|of| of.state).collect(),
        ending.by,
    )
}

#[test]
fn what_never_varies_neither_ends_a_batch_nor_keeps_it_going() {
    use State::{Constant, NeverSeen, Reached};
    let machine = "Count(down: \"machine\")";
    let clockwork = "Count(down: \"clockwork\")";
    assert_eq!(
        states(clockwork, 1_000),
        (vec![Constant], Reason::MostReplications)
    );
    assert_eq!(
        states(&format!("{machine}, {clockwork}"), 100_000),
        (vec![Reached, Constant], Reason::Precision)
    );
    // Zero so far is no precision: one sighting would prolong the batch, so that luck alone would end it.
    assert_eq!(
        states(&format!("{machine}, Ever(down: \"rock\")"), 2_000),
        (vec![Reached, NeverSeen], Reason::MostReplications)
    );
}

#[test]
fn few_events_end_no_batch_however_wide_the_precision() {
    let blueprint = asking("Ever(down: \"machine\")");
    let targets = [Target::Relative(1.0)];
    let batch = run(&blueprint, &until(100_000, 1, &targets), &mut |_| {
        ControlFlow::Continue(())
    });
    // P(no failure) = e⁻²: of 2,048 replications some 277 have none, of 4,096 some 554.
    assert_eq!(batch.expect("it runs").results.key.replications, 4_096);
}

/// The whole procedure covers the true value, although it looks where to stop: at least 93 % of the batches are wanted, and of 400
/// at least 89 % must be, three standard errors (0.0128) below.
#[test]
fn intervals_of_batches_that_stop_by_themselves_cover() {
    let blueprint = asking("Share(down: \"machine\")");
    // E ∫ 1{down} over [0, T], begun up: q·(T − (1 − e^{−(λ + μ)T})/(λ + μ)), q = λ/(λ + μ).
    let (up, down, window) = (1.0 / 500.0, 1.0 / 20.0, 1_000.0);
    let sum = up + down;
    let exact = up / sum * (1.0 - (1.0 - libm::exp(-sum * window)) / (sum * window));
    let batches = 400;
    let covered = (1..=batches).filter(|&seed| {
        let results = to_precision(&blueprint, 0.1, 65_536, seed).expect("it runs");
        let value = &results.asks[0].row.value;
        value.low.is_some_and(|low| low <= exact) && value.high.is_some_and(|high| exact <= high)
    });
    let share = covered.count() as f64 / batches as f64;
    assert!(share >= 0.89, "covered in {share}");
}
