//! What a pilot found beside what the sources say.

use crate::batch::results::{Answer, Estimate, ExpectationResult};
use crate::explain::Explanation;
use crate::explain::pilot::Pilot;
use crate::report::explain::page::Page;
use crate::report::words::Words;
use crate::text::format::concise;

/// Expectations first, then the questions.
pub fn pilot(page: &mut Page<'_>, explanation: &Explanation) {
    page.heading("explain-pilot");
    let Some(pilot) = &explanation.pilot else {
        page.paragraph(&page.catalogue.say("explain-pilot-none"));
        let asks = explanation.frame.asks.iter().filter(|ask| !ask.is_empty());
        asks.for_each(|ask| page.item(ask.say(page.catalogue.language())));
        return;
    };
    let arguments = [
        ("n", pilot.replications.into()),
        ("seed", pilot.seed.to_string().into()),
    ];
    page.paragraph(&page.get("explain-pilot-of", &arguments));
    for expectation in &pilot.expectations {
        let all = &pilot.expectations;
        if partner(expectation, all, ("at-most", "at-least")).is_some() {
            continue;
        }
        let upper = partner(expectation, all, ("at-least", "at-most"));
        let text = expected(page, pilot, expectation, upper);
        page.item(&text);
    }
    if pilot.expectations.is_empty() {
        page.item(&page.catalogue.say("explain-expect-none"));
    }
    if !pilot.asks.is_empty() {
        page.paragraph(&page.catalogue.say("explain-asked"));
    }
    let words = words(page, pilot);
    for answer in &pilot.asks {
        page.item(&words.answer_sentence(answer));
    }
}

fn words<'a>(page: &Page<'a>, pilot: &'a Pilot) -> Words<'a> {
    Words {
        results: &pilot.results,
        catalogue: page.catalogue,
    }
}

fn expected(
    page: &Page<'_>,
    pilot: &Pilot,
    of: &ExpectationResult,
    upper: Option<&ExpectationResult>,
) -> String {
    let words = words(page, pilot);
    let (unit, value) = (&of.row.unit, &of.row.value);
    let asked = Answer {
        label: String::new().into(),
        kind: of.row.measure.clone(),
        row: of.row.clone(),
        relative_half_width: None,
        controlled: None,
    };
    let bound = if upper.is_some() {
        "between"
    } else {
        &of.bound
    };
    let high = upper.map_or(of.expected, |upper| upper.expected);
    // A range of rates names its unit once.
    let low = if upper.is_some() && unit == "1/y" {
        concise(page.catalogue.language(), of.expected, 3)
    } else {
        plain(page, &words, unit, of.expected)
    };
    let holds = of.holds && upper.is_none_or(|upper| upper.holds);
    let arguments = [
        ("asked", words.asked(&asked).into()),
        (
            "value",
            rate_or(page, unit, value, words.estimate(unit, value, 2)).into(),
        ),
        ("interval", interval(page, &words, of).into()),
        ("bound", bound.into()),
        ("expected", low.into()),
        ("high", plain(page, &words, unit, high).into()),
        ("tolerance", page.catalogue.percent(of.tolerance).into()),
        ("source", of.from.as_str().into()),
        ("holds", if holds { "yes" } else { "no" }.into()),
    ];
    page.get("explain-expected", &arguments)
}

/// A value in its unit; rates in times a year, so that they compare with the bounds at a glance.
fn plain(page: &Page<'_>, words: &Words<'_>, unit: &str, x: f64) -> String {
    if unit == "1/y" {
        let x = concise(page.catalogue.language(), x, 3);
        return page.get("frequency-often", &[("x", x.into())]);
    }
    words.value(unit, x, 3)
}

fn rate_or(page: &Page<'_>, unit: &str, value: &Estimate, otherwise: String) -> String {
    match value.estimate {
        Some(x) if unit == "1/y" && value.events > 0 => page.get(
            "frequency-often",
            &[("x", page.catalogue.number(x, 2).into())],
        ),
        _ => otherwise,
    }
}

fn interval(page: &Page<'_>, words: &Words<'_>, of: &ExpectationResult) -> String {
    match (of.row.unit.as_str(), of.row.value.low, of.row.value.high) {
        ("1/y", Some(low), Some(high)) => page.catalogue.number_range(low, high, 2),
        _ => words.interval(&of.row.unit, &of.row.value, 2),
    }
}

/// The upper bound that belongs to a lower one: of the same measure, from the same source.
fn partner<'r>(
    of: &ExpectationResult,
    all: &'r [ExpectationResult],
    bounds: (&str, &str),
) -> Option<&'r ExpectationResult> {
    let same = |other: &&ExpectationResult| {
        other.bound == bounds.1 && other.row == of.row && other.from == of.from
    };
    all.iter().find(same).filter(|_| of.bound == bounds.0)
}
