//! Textbook cases: the exact value lies inside the 99.9 % interval.
//!
//! Seeds and replications are fixed, so no test can flicker; an exact value would leave its interval by luck alone once in a thousand
//! rows, and there are about a hundred. `ausfall verify scenarios/known/*.ron` runs them in full.

use crate::{blueprint, results, shipped, source};

/// Standard errors that a two-sided 99.9 % interval is wide.
const WIDTH: f64 = 6.58;

/// Every `expect:` row of a scenario holds after so many replications, and is known well enough to prove something.
fn holds(name: &str, replications: u64) {
    text_holds(name, &source(name), replications);
}

fn text_holds(name: &str, text: &str, replications: u64) {
    let blueprint = blueprint(text);
    let results = results(&blueprint, replications, 2);
    assert!(!results.expectations.is_empty(), "{name} expects nothing");
    for expectation in &results.expectations {
        let row = &expectation.row;
        assert!(
            expectation.holds,
            "{name}: {} {} is {:?} in {:?}–{:?}, not {} ({})",
            row.subject,
            row.measure,
            row.value.estimate,
            row.value.low,
            row.value.high,
            expectation.expected,
            expectation.from
        );
        // Quantiles have no standard error; that of the others follows from the interval, too.
        let width = row
            .value
            .high
            .zip(row.value.low)
            .map(|(high, low)| high - low);
        let error = row.value.std_error.or(width.map(|width| width / WIDTH));
        let error = error.expect("each of these has an interval");
        // An interval as wide as the world holds everything: the estimate must be good to a tenth.
        assert!(
            error < 0.04 * expectation.expected.abs(),
            "{name}: {} {} is too vague to prove anything: {error}",
            row.subject,
            row.measure
        );
    }
}

#[test]
fn a_unit_alone_fails_and_is_repaired_as_renewal_theory_says() {
    holds("known/repairable-unit.ron", 512);
    holds("known/weibull-renewal.ron", 1024);
    holds("known/erlang-fixed-repair.ron", 4096);
    holds("known/failures-in-a-month.ron", 32768);
    holds("known/year-with-outage.ron", 1024);
    holds("known/restart.ron", 128);
    holds("known/failover-or-people.ron", 256);
    holds("known/three-laws.ron", 128);
}

#[test]
fn downtimes_and_longest_outages_have_the_distributions_that_are_known() {
    holds("known/downtime-of-a-month.ron", 32768);
    holds("known/downtime-fixed-repair.ron", 2048);
    holds("known/downtime-erlang-repair.ron", 2048);
    holds("known/yearly-maxima.ron", 2048);
}

#[test]
fn units_that_share_a_crew_wait_as_the_birth_death_chain_says() {
    holds("known/two-units-one-crew.ron", 2048);
    holds("known/two-units-fixed-repair.ron", 128);
    holds("known/machine-repair.ron", 128);
    holds("known/one-crew-first-come.ron", 256);
    holds("known/repair-priority.ron", 64);
    holds("known/two-of-three-new.ron", 2048);
    holds("known/long-outage-of-year.ron", 1024);
}

#[test]
fn standby_units_take_over_as_often_as_the_chain_says() {
    holds("known/cold-standby.ron", 1024);
    holds("known/cold-standby-first.ron", 1024);
    holds("known/cold-standby-slow.ron", 256);
    holds("known/warm-standby.ron", 512);
    holds("known/warm-standby-first.ron", 2048);
    holds("known/three-lives.ron", 1024);
    holds("known/switch-fails.ron", 2048);
    holds("known/warm-spare.ron", 2048);
    holds("known/shared-warm-spare.ron", 1024);
}

#[test]
fn shared_causes_strike_as_the_markov_chain_says() {
    holds("known/beta-pair-each.ron", 2048);
    holds("known/beta-pair-once.ron", 2048);
    holds("known/beta-two-of-three.ron", 512);
    holds("known/beta-two-of-three-first.ron", 1024);
    holds("known/shared-risk-groups.ron", 512);
    holds("known/shared-risk-groups-first.ron", 4096);
}

#[test]
fn what_hangs_on_a_site_ages_or_stands_still_as_it_is_told() {
    holds("known/site-ageing-servers.ron", 128);
    holds("known/site-ageing-servers-new.ron", 8192);
    holds("known/site-frozen-servers.ron", 128);
    holds("known/site-frozen-servers-new.ron", 2048);
    holds("known/overlapping-hazards.ron", 128);
}

#[test]
fn a_ups_lets_through_what_renewal_theory_says() {
    holds("known/ups.ron", 4096);
    holds("known/ups-first.ron", 1024);
    holds("known/ups-recharge.ron", 128);
    holds("known/emergency-operation.ron", 256);
}

#[test]
fn structures_hold_as_often_as_their_enumeration_says() {
    holds("known/bridge.ron", 8192);
    holds("known/bridge-life.ron", 4096);
    holds("known/fault-tree.ron", 2048);
    holds("known/user-hours.ron", 256);
    holds("known/hospital.ron", 64);
    holds("known/abilene.ron", 128);
    holds("known/abilene-ducts.ron", 128);
    holds("known/arpanet.ron", 2048);
}

#[test]
fn callers_wait_and_give_up_as_queueing_theory_says() {
    holds("known/erlang-a.ron", 24);
    holds("known/erlang-a-overload.ron", 24);
    holds("known/erlang-c.ron", 32);
    holds("known/patience-of-two-minutes.ron", 24);
    holds("known/pollaczek-khinchine.ron", 64);
    holds("known/telephone-fails.ron", 12);
    holds("known/surge-after-incident.ron", 128);
    holds("known/shift-end.ron", 128);
    holds("known/w1-mm1.ron", 5);
    holds("known/w3-erlang-a.ron", 5);
}

#[test]
fn a_fleet_is_short_as_often_as_its_independent_racks_say() {
    holds("known/w2-fleet-1000.ron", 6);
    // The other 9,900 racks have no part in what is measured, so a hundredth of the fleet says the same in a hundredth of the time.
    let name = "known/w2-fleet-100000.ron";
    let hundredth = source(name).replace("{00001..10000}", "{00001..00100}");
    assert!(
        hundredth.contains("{00001..00100}"),
        "{name} has other racks"
    );
    text_holds(name, &hundredth, 64);
}

#[test]
fn every_known_case_is_held_here() {
    let here = include_str!("known.rs");
    for name in shipped().iter().filter(|name| name.starts_with("known/")) {
        assert!(here.contains(&format!("\"{name}\"")), "{name} has no test");
    }
}

/// One replication of a million calls: the interval of its batches holds the exact mean (seed fixed; one of twenty would not), and is
/// narrow enough to say something. M/M/1 waits at load 0.9 hang together over some hundred calls, batches have thirty thousand.
#[test]
fn one_long_run_has_an_interval_by_batch_means() {
    let results = results(&blueprint(&source("known/w1-mm1.ron")), 1, 1);
    let row = &results.asks[0].row.value;
    let exact = 8.1 / 3_600.0;
    assert_eq!(row.method, "batch-means");
    let (low, high) = (row.low.expect("two ends"), row.high.expect("two ends"));
    assert!(low < exact && exact < high, "{low} to {high}");
    assert!(high - low < 0.2 * exact, "{low} to {high}");
    assert!(
        !results
            .warnings
            .iter()
            .any(|warning| warning.kind == "warning-short-run"),
        "{:?}",
        results.warnings
    );
}
