//! Batches over made-up outcomes: what the threads, the order, an interruption and a further component must not change.

use std::ops::ControlFlow;

use super::derive;
use super::fold::{Courses, Folder};
use super::replicate::{Batch, Replicate, run_with};
use super::results::{Measure, Results, Verdict};
use super::testing::{MadeUp, blueprint, plan};
use crate::model::Blueprint;
use crate::simulate::{Outcome, Stop};
use crate::text::{Catalogue, Language};

fn batch(blueprint: &Blueprint, replications: u64, threads: usize) -> Batch {
    let make = || MadeUp::new(blueprint);
    run_with(blueprint, &plan(replications, threads), &make, &mut |_| {
        ControlFlow::Continue(())
    })
    .unwrap()
    .1
}

fn row<'r>(results: &'r Results, subject: &str, measure: &str, at: &str) -> &'r Measure {
    let found = results
        .measures
        .iter()
        .find(|row| row.subject == subject && row.measure == measure && row.at == at);
    found.unwrap_or_else(|| panic!("no row {subject} {measure} {at}"))
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let blueprint = blueprint(false);
    let one = batch(&blueprint, 500, 1);
    for threads in [2, 16] {
        let many = batch(&blueprint, 500, threads);
        assert_eq!(
            one.results.to_json().unwrap(),
            many.results.to_json().unwrap(),
            "{threads} threads"
        );
        assert_eq!(one.events, many.events);
    }
}

#[test]
fn tallies_merge_in_any_order_to_the_same_tally() {
    let blueprint = blueprint(false);
    let tally = |numbers: &mut dyn Iterator<Item = u64>| {
        let (mut source, mut folder) = (MadeUp::new(&blueprint), Folder::new(&blueprint));
        numbers.for_each(|number| folder.add(source.outcome(number).unwrap(), number));
        folder.into_tally()
    };
    let whole = tally(&mut (0..300));
    let (mut left, right) = (
        tally(&mut (0..300).rev().step_by(2)),
        tally(&mut (0..300).step_by(2)),
    );
    left.merge(&right);
    assert_eq!(left, whole);
}

#[test]
fn an_interrupted_run_covers_a_prefix_and_says_so() {
    let blueprint = blueprint(false);
    let make = || MadeUp::new(&blueprint);
    let stopped = run_with(&blueprint, &plan(1_000_000_000, 2), &make, &mut |_| {
        ControlFlow::Break(())
    })
    .unwrap()
    .1;
    let done = stopped.results.key.replications;
    assert!(done < 1_000_000_000);
    assert_eq!(stopped.results.warnings[0].kind, "warning-interrupted");
    let mut same = batch(&blueprint, done, 1).results;
    same.warnings.insert(0, stopped.results.warnings[0].clone());
    assert_eq!(stopped.results, same);
}

#[test]
fn the_lowest_replication_that_fails_is_reported() {
    let blueprint = blueprint(false);
    let make = || MadeUp::failing_from(&blueprint, 37);
    for threads in [1, 2, 7] {
        let stop = run_with(&blueprint, &plan(500, threads), &make, &mut |_| {
            ControlFlow::Continue(())
        })
        .unwrap_err();
        assert_eq!(stop, Stop::Audit("replication 37".to_owned()));
    }
}

#[test]
fn no_replication_at_all_gives_results_without_numbers() {
    let results = batch(&blueprint(false), 0, 1).results;
    assert_eq!(results.key.replications, 0);
    assert!(
        results
            .measures
            .iter()
            .all(|row| row.value.n == 0 && row.value.low.is_none())
    );
}

#[test]
fn results_read_back_as_they_were_written() {
    let results = batch(&blueprint(false), 200, 1).results;
    assert_eq!(
        Results::from_json(&results.to_json().unwrap()).unwrap(),
        results
    );
}

#[test]
fn a_component_that_nothing_rests_on_changes_no_other_row() {
    let (plain, with_spare) = (blueprint(false), blueprint(true));
    let (plain, mut more) = (
        batch(&plain, 300, 1).results,
        batch(&with_spare, 300, 1).results,
    );
    assert!(
        more.measures
            .iter()
            .any(|row| row.subject == "component/spare")
    );
    more.measures.retain(|row| row.subject != "component/spare");
    more.warnings
        .retain(|warning| warning.subject != "component/spare");
    assert_eq!(plain.to_json().unwrap(), more.to_json().unwrap());
}

#[test]
fn a_part_that_cannot_matter_and_one_that_never_fired_are_warned_of() {
    let results = batch(&blueprint(true), 50, 1).results;
    let kinds = |subject: &str| -> Vec<&str> {
        let of = results
            .warnings
            .iter()
            .filter(|warning| warning.subject == subject);
        of.map(|warning| warning.kind.as_str()).collect()
    };
    assert_eq!(
        kinds("component/spare"),
        ["warning-never-fired", "warning-cannot-matter"]
    );
    assert_eq!(kinds("cause/bad change"), ["warning-never-fired"]);
    assert!(kinds("component/core").is_empty());
}

#[test]
fn sums_over_replications_come_out_in_their_units() {
    let blueprint = blueprint(false);
    let results = batch(&blueprint, 400, 1).results;
    let mut source = MadeUp::new(&blueprint);
    let (mut outages, mut hours, mut lost) = (0, 0.0, 0);
    for replication in 0..400 {
        let outcome = source.outcome(replication).unwrap().outcome;
        outages += outcome.outages.len();
        hours += outcome
            .outages
            .iter()
            .map(|outage| (outage.end - outage.begin).hours())
            .sum::<f64>();
        lost += outcome.losses.iter().map(|loss| loss.1).sum::<i64>();
    }
    let value = |measure: &str| {
        row(&results, "service/payroll", measure, "")
            .value
            .estimate
            .unwrap()
    };
    let near =
        |value: f64, wanted: f64| assert!((value / wanted - 1.0).abs() < 1e-12, "{value} {wanted}");
    near(value("down-time"), hours / 800.0);
    near(value("outages"), outages as f64 / 800.0);
    near(value("mean-duration"), hours / outages as f64);
    near(value("availability"), 1.0 - hours / 800.0 / 8_766.0);
    let users = row(&results, "organisation/city", "user-hours", "")
        .value
        .estimate
        .unwrap();
    near(users, lost as f64 / 3_600.0 / 800.0);
    assert_eq!(results.asks[1].row.value.estimate, Some(users));
    near(
        row(&results, "service/payroll", "at", "24 h")
            .value
            .estimate
            .unwrap(),
        0.9,
    );
    near(
        row(&results, "crew/network", "mean-wait", "")
            .value
            .estimate
            .unwrap(),
        1.0,
    );
}

#[test]
fn blame_adds_to_one() {
    let results = batch(&blueprint(false), 400, 1).results;
    let sum =
        |of: fn(&super::results::CauseShare) -> f64| results.causes.iter().map(of).sum::<f64>();
    assert!((sum(|cause| cause.begun.estimate.unwrap()) - 1.0).abs() < 1e-12);
    assert!((sum(|cause| cause.rooted.estimate.unwrap()) - 1.0).abs() < 1e-12);
    let shock = results
        .causes
        .iter()
        .find(|cause| cause.kind == "shock")
        .unwrap();
    assert_eq!(
        (shock.cause.as_str(), &shock.present),
        ("bad change", &None)
    );
}

#[test]
fn hotline_rows_count_their_own_replications() {
    let results = batch(&blueprint(false), 100, 1).results;
    let level = row(
        &results,
        "hotline/help",
        "service-level",
        &format!("{} h", 20.0 / 3_600.0),
    );
    assert_eq!((level.value.n, results.key.hotlines[0].2), (50, 50));
    assert!(level.value.low < level.value.estimate && level.value.estimate < level.value.high);
    assert_eq!(
        row(&results, "hotline/help", "occupancy", "")
            .value
            .estimate,
        Some(0.5)
    );
    assert_eq!(
        (
            results.hotline_weeks[0].bins.len(),
            results.hotline_weeks[0].agents[0]
        ),
        (336, 3)
    );
}

#[test]
fn calls_that_were_never_seen_are_bounded_by_the_replications_not_by_the_calls() {
    let results = batch(&blueprint(false), 100, 1).results;
    for (measure, high) in [("cut", 0.06), ("surge", 0.06), ("outside-hours", 0.06)] {
        let value = &row(&results, "hotline/help", measure, "").value;
        let ends = (value.estimate, value.low, value.high);
        assert_eq!(ends, (Some(0.0), None, Some(high)), "{measure}");
        assert_eq!(value.method, "rule-of-three");
    }
}

#[test]
fn a_service_that_was_never_down_has_bounds_for_all_that_is_counted() {
    let blueprint = blueprint(false);
    let mut folder = Folder::new(&blueprint);
    let (outcome, mut courses) = (Outcome::default(), Courses::new(&blueprint));
    (0..100).for_each(|replication| folder.add(courses.replay(&outcome), replication));
    let results = derive::results(&blueprint, &plan(100, 1), folder.tally());
    let ends = |measure: &str| {
        let value = &row(&results, "service/payroll", measure, "").value;
        (value.low, value.high)
    };
    // Two years in each replication.
    assert_eq!(ends("outages"), (None, Some(0.015)));
    assert_eq!(ends("availability"), (Some(0.97), None));
    assert_eq!(ends("down-share"), (None, Some(0.03)));
    assert!((ends("down-time").1.unwrap() - 0.03 * 8_766.0).abs() < 1e-9);
    assert_eq!(ends("mean-duration"), (None, None));
}

#[test]
fn the_quantiles_of_a_group_have_the_documented_names() {
    let results = batch(&blueprint(false), 100, 1).results;
    let mut names: Vec<&str> = results
        .organisations
        .iter()
        .flat_map(|of| &of.quantiles)
        .map(|quantile| quantile.0.as_str())
        .collect();
    names.dedup();
    assert_eq!(names, ["year", "worst-day", "members-down"]);
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        assert!(
            names
                .iter()
                .all(|name| catalogue.has(&format!("quantity-{name}")))
        );
    }
}

#[test]
fn objectives_get_their_verdict_from_the_bound() {
    let results = batch(&blueprint(false), 400, 1).results;
    let verdicts: Vec<(&str, Verdict)> = results
        .objectives
        .iter()
        .map(|of| (of.kind.as_str(), of.verdict))
        .collect();
    let wanted = [
        ("rto", Verdict::Met),
        ("mtpd", Verdict::Met),
        ("availability", Verdict::Met),
        ("answered-within", Verdict::Met),
    ];
    assert_eq!(verdicts, wanted);
    assert!(results.expectations[0].holds);
}

#[test]
fn every_curve_has_its_band_around_it() {
    let results = batch(&blueprint(false), 400, 1).results;
    let kinds: Vec<&str> = results
        .curves
        .iter()
        .map(|curve| curve.kind.as_str())
        .collect();
    assert_eq!(
        kinds,
        [
            "outage-survival",
            "convergence",
            "convergence",
            "members-down"
        ]
    );
    for (_, y, low, high) in results.curves.iter().flat_map(|curve| &curve.points) {
        assert!(low <= y && y <= high);
    }
    assert_eq!(
        results.curves[0].marks,
        [("rto".to_owned(), 4.0), ("mtpd".to_owned(), 24.0)]
    );
}
