//! Textbook cases: the exact value lies inside the 99.9 % interval.

use crate::{blueprint, results, shipped, source};

/// Seeds and replications are fixed, so the test cannot flicker; an exact value would leave its interval by luck alone once in
/// a thousand rows, and there are about ten.
fn holds(name: &str, replications: u64) {
    let blueprint = blueprint(&source(name));
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
        let error = row.value.std_error.expect("each of these has a standard error");
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
fn impatient_callers_give_up_as_often_as_erlang_a_says() {
    holds("known/erlang-a.ron", 24);
}

#[test]
fn two_units_with_one_crew_are_down_together_as_the_birth_death_chain_says() {
    holds("known/two-units-one-crew.ron", 2048);
}

#[test]
fn a_bridge_without_repair_holds_as_long_as_its_structure_function_says() {
    holds("known/bridge.ron", 8192);
}

#[test]
fn a_cold_standby_fails_as_often_as_the_birth_death_chain_says() {
    holds("known/cold-standby.ron", 1024);
}

#[test]
fn a_beta_pair_repaired_each_by_itself_is_down_as_the_markov_chain_says() {
    holds("known/beta-pair-each.ron", 2048);
}

#[test]
fn a_beta_pair_repaired_once_is_down_as_the_markov_chain_says() {
    holds("known/beta-pair-once.ron", 2048);
}

#[test]
fn a_ups_lets_through_what_renewal_theory_says() {
    holds("known/ups.ron", 4096);
}

#[test]
fn every_known_case_is_held_here() {
    let here = include_str!("known.rs");
    for name in shipped().iter().filter(|name| name.starts_with("known/")) {
        assert!(here.contains(&format!("holds(\"{name}\"")), "{name} has no test");
    }
}
