//! Variants of what is shipped, and what variants must leave alone.

use ausfall::batch::results::{Key, Measure, Results};
use ausfall::model::Blueprint;
use ausfall::scenario::{Overrides, check, load};

use crate::{blueprint, results, shipped, source};

fn variant(source: &str, name: &str) -> Blueprint {
    match load(source, &Overrides::of_variant(name)) {
        Ok(loaded) => loaded.blueprint,
        Err(faults) => panic!("{name}: {faults:#?}"),
    }
}

/// The source with one variant more.
fn with_variant(source: &str, text: &str) -> String {
    source.replacen("  variants: {", &format!("  variants: {{ {text},"), 1)
}

#[test]
fn every_variant_of_what_is_shipped_can_be_run() {
    let mut seen = 0;
    for name in shipped() {
        let checked = check(&source(&name));
        assert!(checked.base.is_some(), "{name}");
        for (variant, sound) in &checked.variants {
            assert!(sound, "{name}, {variant}: {:#?}", checked.notes);
            seen += 1;
        }
    }
    assert!(seen >= 16, "the Münster case has its variants");
}

#[test]
fn every_variant_of_the_muenster_case_answers_its_questions() {
    let text = source("muenster.ron");
    let base = blueprint(&text);
    for (name, _) in &base.about.variants {
        let results = results(&variant(&text, name), 16, 2);
        assert_eq!(&results.key.variant, name);
        assert_eq!(results.asks.len(), base.asks.len(), "{name}");
    }
}

#[test]
fn a_variant_that_changes_nothing_gives_the_same_results() {
    let text = with_variant(
        &source("muenster.ron"),
        r#""nothing": (label: "the same again", components: {"chiller citeq": (parts: 3)}, parameters: {"fire": (is: "0.002 / y")})"#,
    );
    let mut same = results(&variant(&text, "nothing"), 64, 2);
    let base = results(&blueprint(&text), 64, 2);
    assert_eq!(same.key.variant, "nothing");
    same.key = Key {
        variant: String::new(),
        ..same.key
    };
    assert!(same == base);
}

#[test]
fn a_site_that_a_variant_adds_leaves_every_other_source_of_chance_as_it_was() {
    let text = with_variant(
        &source("muenster.ron"),
        r#""more": (label: "a third house", sites: {"third house": (rooms: ["third room"], hazards: {
             "third fire": (rate: "fire", strikes: All, lasts: "20 d")})}, components: {"box": (at: "third room", fails: Exponential(mean: "1 y"), repair: "4 h")})"#,
    );
    let (base, more) = (blueprint(&text), variant(&text, "more"));
    assert_eq!(more.modes.len(), base.modes.len() + 1);
    for mode in &base.modes {
        let same = |other: &&_| -> bool {
            let other: &ausfall::model::component::Mode = other;
            other.stream == mode.stream && other.fails == mode.fails
        };
        assert!(more.modes.iter().find(same).is_some());
    }
    for hazard in &base.hazards {
        assert!(
            more.hazards
                .iter()
                .any(|other| other.stream == hazard.stream)
        );
    }
    let row = |blueprint: &Blueprint| {
        let results = results(blueprint, 64, 2);
        results
            .asks
            .into_iter()
            .map(|ask| ask.row)
            .collect::<Vec<_>>()
    };
    assert_eq!(row(&base), row(&more));
}

/// citeq shares with the LWL's second centre its house and nothing else that payroll rests on. Where that centre moves out, payroll lives
/// through the very same failures, fires included: a room less leaves the luck of the other as it was.
#[test]
fn payroll_does_not_notice_where_the_centre_of_the_lwl_stands() {
    let text = source("muenster.ron");
    let (base, moved) = (
        results(&blueprint(&text), 1024, 2),
        results(&variant(&text, "own new room"), 1024, 2),
    );
    let of_payroll = |results: &Results| -> Vec<Measure> {
        let rows = results.measures.iter();
        rows.filter(|row| row.subject == "service/payroll")
            .cloned()
            .collect()
    };
    let rows = of_payroll(&base);
    assert!(rows.iter().any(|row| row.value.events > 100));
    assert_eq!(rows, of_payroll(&moved));
}
