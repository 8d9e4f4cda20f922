//! What a pilot found beside what the sources say.

use crate::batch::results::{Answer, ExpectationResult};
use crate::explain::Explanation;
use crate::explain::pilot::Pilot;
use crate::report::explain::page::Page;
use crate::report::words::Words;

/// Expectations first, then the questions.
pub fn pilot(page: &mut Page<'_>, explanation: &Explanation) {
    page.heading("explain-pilot");
    let Some(pilot) = &explanation.pilot else {
        return page.paragraph(&page.catalogue.say("explain-pilot-none"));
    };
    let arguments = [
        ("n", pilot.replications.into()),
        ("seed", pilot.seed.to_string().into()),
    ];
    page.paragraph(&page.get("explain-pilot-of", &arguments));
    for expectation in &pilot.expectations {
        let text = expected(page, pilot, expectation);
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

fn expected(page: &Page<'_>, pilot: &Pilot, of: &ExpectationResult) -> String {
    let words = words(page, pilot);
    let (unit, value) = (&of.row.unit, &of.row.value);
    let asked = Answer {
        label: String::new().into(),
        kind: of.row.measure.clone(),
        row: of.row.clone(),
        relative_half_width: None,
    };
    let arguments = [
        ("asked", words.asked(&asked).into()),
        ("value", words.estimate(unit, value, 2).into()),
        ("interval", words.interval(unit, value, 2).into()),
        ("bound", of.bound.as_str().into()),
        ("expected", words.value(unit, of.expected, 3).into()),
        ("tolerance", page.catalogue.percent(of.tolerance).into()),
        ("source", of.from.as_str().into()),
        ("holds", if of.holds { "yes" } else { "no" }.into()),
    ];
    page.get("explain-expected", &arguments)
}
