//! Question, answer and the table of answers.

use maud::{Markup, html};

use crate::report::html::parts::{self, Narrow};
use crate::report::table::Table;
use crate::report::words::Words;

/// Most sentences of the answer; the table has all.
const SENTENCES: usize = 3;

/// Title, label and question.
pub fn head(words: &Words<'_>, title: &str) -> Markup {
    let about = &words.results.about;
    let variant = &words.results.key.variant;
    html! {
        h1 { (title) }
        @if !variant.is_empty() { p.muted { (words.get("variant", &[("name", variant.as_str().into())])) } }
        @if !about.label.is_empty() { p.label { (words.wording(&about.label)) } }
        @if !about.question.is_empty() { p.question { (words.wording(&about.question)) } }
    }
}

/// The answer in at most three sentences, and how far to trust it.
pub fn answer(words: &Words<'_>) -> Markup {
    let asks = &words.results.asks;
    html! {
        section.answer aria-labelledby="answer" {
            h2 id="answer" { (words.say("section-answer")) }
            @for answer in asks.iter().take(SENTENCES) { p { (words.answer_sentence(answer)) } }
            @if asks.is_empty() { p { (words.say("no-asks")) } }
        }
        p.caution { strong { (words.say("caution-strong")) } " " (words.say("caution")) }
    }
}

/// All answers with their intervals.
pub fn table(words: &Words<'_>) -> Markup {
    if words.results.asks.is_empty() {
        return html! {};
    }
    let mut table = Table::new(words.say("answers-table"))
        .text(words.say("column-question"))
        .number(words.say("column-estimate"))
        .number(words.say("column-interval-error"))
        .number(words.say("column-relative"))
        .number(words.say("column-events"))
        .text(words.say("column-band"));
    for answer in &words.results.asks {
        let (unit, value) = (&answer.row.unit, &answer.row.value);
        table.push(vec![
            words.asked(answer),
            words.estimate(unit, value, 3),
            words.interval(unit, value, 3),
            words.relative(answer.relative_half_width),
            words.catalogue.count(value.events),
            words.say("not-examined"),
        ]);
    }
    html! {
        (parts::table(&table, Narrow::Stacks))
        p.small.muted { (words.say("answers-note")) }
    }
}
