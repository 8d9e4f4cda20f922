//! Where the numbers come from: the weakest marks first, numbers without a source before all.

use maud::{Markup, html};

use crate::model::parameter::{Inline, Mark, Parameter};
use crate::report::csv;
use crate::report::html::parts::{self, Narrow};
use crate::report::table::Table;
use crate::report::words::Words;

/// The marks from the weakest to the strongest.
const MARKS: [&str; 6] = [
    "assumption",
    "unverified",
    "derived",
    "computed",
    "verified",
    "press",
];
/// A list longer than this is folded.
const LONG: usize = 12;

/// The section.
pub fn section(words: &Words<'_>) -> Markup {
    let about = &words.results.about;
    html! {
        @if !about.parameters.is_empty() || !about.inline.is_empty() {
            h2 { (words.say("section-assumptions")) }
            p { (opening(words)) }
            (inline(words, &about.inline))
            @for mark in MARKS { (marked(words, mark)) }
            p.small.muted { (words.get("data-in", &[("file", "parameters.csv".into())])) }
        }
    }
}

fn opening(words: &Words<'_>) -> String {
    let about = &words.results.about;
    let count = |wanted: &str| {
        about
            .parameters
            .iter()
            .filter(|parameter| mark(parameter) == wanted)
            .count() as u64
    };
    let arguments = [
        ("n", (about.parameters.len() as u64).into()),
        ("assumed", count("assumption").into()),
        ("unverified", count("unverified").into()),
        ("inline", (about.inline.len() as u64).into()),
    ];
    words.get("assumptions-opening", &arguments)
}

fn mark(parameter: &Parameter) -> &'static str {
    csv::mark(&parameter.from).0
}

fn inline(words: &Words<'_>, inline: &[Inline]) -> Markup {
    let mut table = Table::new(words.say("inline-table"))
        .text(words.say("column-place"))
        .text(words.say("column-value"));
    for number in inline {
        table.push(vec![number.place.clone(), words.written(&number.value)]);
    }
    folded(words, "mark-none", &table)
}

fn marked(words: &Words<'_>, wanted: &str) -> Markup {
    let heading = format!("mark-{wanted}");
    let mut table = Table::new(words.say(&format!("mark-{wanted}-caption")))
        .text(words.say("column-name"))
        .text(words.say("column-value"))
        .text(words.say("column-range"))
        .text(words.say("column-source"));
    for parameter in words
        .results
        .about
        .parameters
        .iter()
        .filter(|parameter| mark(parameter) == wanted)
    {
        table.push(row(words, parameter));
    }
    folded(words, &heading, &table)
}

fn row(words: &Words<'_>, parameter: &Parameter) -> Vec<String> {
    let range = parameter.range.as_ref().map(|(low, high)| {
        words.get(
            "range-words-to",
            &[
                ("low", words.written(low).into()),
                ("high", words.written(high).into()),
            ],
        )
    });
    let source = match &parameter.from {
        Mark::Press(source)
        | Mark::Verified(source)
        | Mark::Computed(source)
        | Mark::Derived(source)
        | Mark::Unverified(source)
        | Mark::Assumption(source) => source.clone(),
    };
    vec![
        words.shown(&parameter.name),
        words.written(&parameter.value),
        range.unwrap_or_else(|| "–".to_owned()),
        source,
    ]
}

/// The list under its heading; folded where it is long.
fn folded(words: &Words<'_>, heading: &str, table: &Table) -> Markup {
    let n = table.rows.len();
    html! {
        @if n > LONG {
            h3 { (words.say(heading)) " (" (words.catalogue.count(n as u64)) ")" }
            (parts::details(&words.say("show-list"), true, &parts::table(table, Narrow::Stacks)))
        } @else if n > 0 {
            h3 { (words.say(heading)) " (" (n) ")" }
            (parts::table(table, Narrow::Stacks))
        }
    }
}
