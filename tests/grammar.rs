//! The grammar of measures (`docs/semantics.md` 26, 27) on models whose answers are known exactly.
//!
//! Every estimate must lie within four standard errors of the exact value, with seed 1: with its 20 rows a sound program would fail for
//! one seed in about 800.

use std::ops::ControlFlow;

use ausfall::batch::{self, Plan};
use ausfall::scenario::{Overrides, load};
use ausfall::text::{Catalogue, Language};

/// The results of a scenario.
fn results(source: &str, replications: u64) -> batch::Results {
    let blueprint = load(source, &Overrides::default())
        .expect("the scenario is in order")
        .blueprint;
    let plan = Plan {
        replications,
        ..Plan::of(&blueprint)
    };
    batch::run(&blueprint, &plan, &mut |_| ControlFlow::Continue(()))
        .expect("it can be simulated")
        .results
}

/// Holds what a scenario expects: every estimate lies within four standard errors, none without one.
fn holds(source: &str, replications: u64) {
    for expected in results(source, replications).expectations {
        let z = expected.z.expect("the estimate has an error");
        let row = &expected.row;
        assert!(
            z.abs() < 4.0,
            "{} {}: {:?}, expected {}, z {z}",
            row.measure,
            row.at,
            row.value.estimate,
            expected.expected
        );
    }
}

/// One component, exponential, 720 h: number of failures by uniformisation.
#[test]
fn the_number_of_failures_has_its_known_distribution() {
    holds(
        r#"( title: "case 5", horizon: "720 h",
          components: { "a": (fails: Exponential(mean: "200 h"), repair: Exponential(mean: "10 h")) },
          expect: [(measure: Number(down: "a", at_least: 5), is: 0.25599210134, from: "exact"),
            (measure: Number(down: "a", exactly: 0), is: 0.0273237224473, from: "exact"),
            (measure: Number(down: "a", exactly: 3), is: 0.226513314396, from: "exact"),
            (measure: Number(down: "a"), is: 3.43083900227, from: "exact"),
            (measure: Number(down: "a", take: Variance), is: 3.12355448604, from: "exact")] )"#,
        8_000,
    );
}

/// Takács' series for the time down in a month, and the same asked of the time up.
#[test]
fn the_total_time_down_has_its_known_distribution() {
    holds(
        r#"( title: "case 40", horizon: "720 h",
          components: { "a": (fails: Exponential(mean: "100 h"), repair: Exponential(mean: "5 h")) },
          expect: [(measure: TotalDown(down: "a", at_most: "40 h"), is: 0.67143281676, from: "exact"),
            (measure: TotalUp(down: "a", at_least: "680 h"), is: 0.67143281676, from: "exact"),
            (measure: TotalDown(down: "a", at_most: "7.2 h"), is: 0.0299551216246, from: "exact")] )"#,
        8_000,
    );
}

/// A cold standby pair with one crew: mean time to the first outage and its distribution.
#[test]
fn replications_that_end_with_an_event_tell_the_mean_time_to_it() {
    holds(
        r#"( title: "case 9", horizon: Until(service: "s", at_most: "500 y"),
          components: { "a": (fails: Exponential(mean: "200 h"), repair: Exponential(mean: "15 h"), crew: "c", standby: Cold),
            "b": (fails: Exponential(mean: "200 h"), repair: Exponential(mean: "15 h"), crew: "c", standby: Cold) },
          crews: {"c": (people: 1)},
          services: { "s": (levels: [(name: "normal", when: First(of: ["a", "b"], fail_back: Never))]) },
          expect: [(measure: FirstTime(service: "s"), is: "3066.66666667 h", from: "exact"),
            (measure: Ever(service: "s", before: "2000 h"), is: 0.478305208845, from: "exact")] )"#,
        8_000,
    );
}

/// Two units, one crew: an outage longer than 8 h within 8,760 h, by first passage.
#[test]
fn a_long_outage_before_a_time_has_its_known_probability() {
    holds(
        r#"( title: "case 47", horizon: "9000 h",
          components: { "a": (parts: 2, enough: 1, fails: Exponential(mean: "200 h"), repair: Exponential(mean: "6 h"), crew: "c") },
          crews: {"c": (people: 1)},
          expect: [(measure: Ever(down: "a", longer_than: "8 h", before: "8760 h"), is: 0.476658833841, from: "exact")] )"#,
        6_000,
    );
}

/// Six machines, two crews in the long run.
#[test]
fn counters_and_crews_have_their_known_means() {
    holds(
        r#"( title: "case 6", horizon: "1000 h", warm_up: "200 h",
          components: { "u": (parts: 6, enough: 5, fails: Exponential(mean: "50 h"), repair: Exponential(mean: "4 h"), crew: "c") },
          crews: {"c": (people: 2)},
          expect: [(measure: NumberUp(of: ["u #1", "u #2", "u #3", "u #4", "u #5", "u #6"]), is: 5.54421659891, from: "exact"),
            (measure: AllBusy(crew: "c"), is: 0.071143244077, from: "exact"),
            (measure: MeanWait(crew: "c"), is: "0.110440068117 h", from: "exact")] )"#,
        2_000,
    );
}

/// Erlang C with four agents.
#[test]
fn those_who_wait_have_their_known_shares_and_means() {
    holds(
        r#"( title: "case 20", horizon: "400 h", warm_up: "100 h",
          expect: [(measure: WaitLonger(hotline: "desk", than: "0 s"), is: 0.787753264295, from: "exact"),
            (measure: AllBusy(hotline: "desk"), is: 0.787753264295, from: "exact"),
            (measure: WaitLonger(hotline: "desk", than: "5 min"), is: 0.666818741949, from: "exact"),
            (measure: Waiting(hotline: "desk"), is: 7.08977937866, from: "exact"),
            (measure: Busy(hotline: "desk"), is: 3.6, from: "exact"),
            (measure: SpeedOfAnswer(hotline: "desk", class: "callers"), is: "23.6325979289 min", from: "exact")],
          organisations: { "callers": (users: 100) },
          hotlines: { "desk": (serves: {"callers": "desk"}, calls: "0.003 / (user min)", open: "always",
            agents: {"desk": [("always", 4)]}, handling: Exponential(mean: "12 min")) } )"#,
        256,
    );
}

/// A component that is down exactly from 10 h to 14 h: as it was when an instant came, and when it was over.
#[test]
fn just_before_an_instant_nothing_of_it_has_happened() {
    let found = results(
        r#"( title: "just", horizon: "20 h",
          components: { "a": (fails: "10 h", repair: "4 h") },
          asks: [At(of: "a", time: "10 h", just: Before), At(of: "a", time: "10 h"), At(of: "a", time: "14 h", just: Before),
            At(of: "a", time: "14 h", just: After)] )"#,
        8,
    );
    let values: Vec<_> = found.asks.iter().map(|of| of.row.value.estimate).collect();
    assert_eq!(values, [1.0, 0.0, 0.0, 1.0].map(Some));
    let rows: Vec<_> = found
        .asks
        .iter()
        .map(|of| (&*of.row.measure, &*of.row.at))
        .collect();
    assert_eq!(rows[..2], [("just-before", "10 h"), ("at", "10 h")]);
}

/// Those that reach the longest horizon first are counted, and told.
#[test]
fn replications_cut_short_are_counted() {
    let found = results(
        r#"( title: "cut", horizon: Until(down: "a", at_most: "100 h"),
          components: { "a": (fails: Exponential(mean: "100 h"), repair: "4 h") },
          asks: [FirstTime(down: "a")] )"#,
        400,
    );
    let row = &found.asks[0].row;
    assert_eq!(
        (&*row.measure, &*row.definition),
        ("first-time", "observed/first-time")
    );
    let (censored, seen) = (row.value.censored, row.value.events);
    assert_eq!(censored + seen, 400);
    // A share e⁻¹ of 400 within five standard errors.
    assert!((100..195).contains(&censored), "{censored}");
    assert_eq!(found.warnings[0].kind, "warning-cut-short");
    assert_eq!(found.key.years, 0);
}

/// Every kind of question has its words in both languages.
#[test]
fn questions_are_put_into_words() {
    for language in [Language::English, Language::German] {
        let catalogue = Catalogue::new(language);
        for kind in [
            "share-longer",
            "return-period",
            "mean-up-time",
            "number",
            "number-variance",
            "total-down",
            "total-up-at-least",
            "ever-longer-before",
            "first-time",
            "first-outage",
            "longest-of-year",
            "just-before",
            "number-up",
            "worst-day-of-year",
            "members-down-of-year",
            "speed-of-answer",
            "wait-longer",
            "waiting",
            "busy-agents",
            "all-busy",
        ] {
            for key in [format!("ask-{kind}"), format!("measure-{kind}")] {
                assert!(catalogue.has(&key), "{key}");
            }
        }
    }
}
