//! How the numbers were made, how to make them again, and all of them.

use maud::{Markup, html};

use crate::report::html::parts::{self, Narrow, code};
use crate::report::options::Options;
use crate::report::stopping;
use crate::report::table::Table;
use crate::report::words::Words;

/// Most rows of the table of all measures; the CSV file has all.
const MOST_MEASURES: usize = 1_500;

/// Intervals, their methods, what they rest on.
pub fn section(words: &Words<'_>, options: &Options) -> Markup {
    let ended = options.stopped.as_ref();
    let (ended, open) = ended
        .map(|stopped| stopping::told(words, stopped))
        .unwrap_or_default();
    html! {
        h2 { (words.say("section-method")) }
        p { (words.rests_on()) " " (words.intervals_hold()) }
        @if let Some(ended) = &ended { p { (ended) } }
        @if !open.is_empty() { ul.plain { @for line in &open { li { (line) } } } }
        @let controlled = words.controlled();
        @if !controlled.is_empty() { ul.plain { @for line in &controlled { li { (line) } } } }
        p { (words.say("method-random")) }
        @let methods = methods(words);
        @if !methods.is_empty() {
            p { (words.say("method-intervals")) }
            ul.plain { @for method in &methods { li { (method) } } }
        }
        @for (hotline, every, n) in &words.results.key.hotlines {
            p { (words.get("method-hotline", &[
                ("hotline", words.shown(hotline).into()), ("every", (*every).into()), ("n", (*n).into()),
            ])) }
        }
    }
}

/// The methods of the intervals that occur, in words, each once.
fn methods(words: &Words<'_>) -> Vec<String> {
    let mut seen: Vec<&str> = Vec::new();
    let asked = words.results.asks.iter().map(|answer| &answer.row.value);
    let reached = words
        .results
        .objectives
        .iter()
        .map(|objective| &objective.reached);
    for value in asked
        .chain(reached)
        .chain(words.results.measures.iter().map(|row| &row.value))
    {
        if !seen.contains(&value.method.as_str()) {
            seen.push(&value.method);
        }
    }
    seen.into_iter()
        .map(|method| words.method(method))
        .collect()
}

/// Expected values against what came out, if the scenario expects any.
pub fn expectations(words: &Words<'_>) -> Markup {
    let mut table = Table::new(words.say("expectations-table"))
        .text(words.say("column-measure"))
        .text(words.say("column-expected"))
        .number(words.say("column-estimate"))
        .number(words.say("column-interval-999"))
        .number(words.say("column-z"))
        .text(words.say("column-verdict"))
        .cited(words.say("column-source"));
    for expectation in &words.results.expectations {
        let (row, unit) = (&expectation.row, expectation.row.unit.as_str());
        let expected = words.value(unit, expectation.expected, 4);
        let verdict = if expectation.holds {
            "expectation-holds"
        } else {
            "expectation-fails"
        };
        table.push(vec![
            format!(
                "{} · {}",
                words.subject_at(&row.subject, &row.level),
                words.catalogue.word("measure", &row.measure)
            ),
            words.get(
                &format!("bound-{}", expectation.bound),
                &[("x", expected.into())],
            ),
            words.estimate(unit, &row.value, 4),
            words.interval(unit, &row.value, 4),
            expectation
                .z
                .map_or_else(|| "–".to_owned(), |z| words.catalogue.number(z, 2)),
            words.say(verdict),
            expectation.from.clone(),
        ]);
    }
    html! {
        @if !table.rows.is_empty() {
            h2 { (words.say("section-expectations")) }
            (parts::table(&table, Narrow::Stacks))
        }
    }
}

/// All that is needed to make every byte again.
pub fn reproduce(words: &Words<'_>, options: &Options) -> Markup {
    let key = &words.results.key;
    html! {
        h2 { (words.say("section-reproduce")) }
        p { (words.say("reproduce-opening")) }
        @if !options.command.is_empty() { pre { code { (options.command) } } }
        dl.facts {
            dt { (words.say("fact-seed")) } dd { (code(&key.seed.to_string())) }
            dt { (words.say("fact-replications")) } dd { (words.catalogue.count(key.replications)) }
            dt { (words.say("fact-length")) } dd { (length(words)) }
            @if !key.variant.is_empty() { dt { (words.say("fact-variant")) } dd { (words.shown(&key.variant)) } }
            @for (name, value) in &key.set { dt { (code(name)) } dd { (code(value)) } }
            dt { (words.say("fact-digest")) } dd { (code(&key.digest)) }
            dt { (words.say("fact-version")) } dd { "ausfall " (env!("CARGO_PKG_VERSION")) }
            dt { (words.say("fact-epoch")) } dd { (key.epoch) " / " (words.results.format) }
        }
    }
}

fn length(words: &Words<'_>) -> String {
    let hours = words.catalogue.duration_set(words.results.key.horizon_h);
    words.get(
        "length",
        &[
            ("time", hours.into()),
            ("years", u64::from(words.results.key.years).into()),
        ],
    )
}

/// All measures.
pub fn measures(words: &Words<'_>) -> Markup {
    let mut table = Table::new(words.say("measures-table"));
    let heads = ["subject", "kind", "measure", "level", "calendar", "at"];
    for head in heads {
        table = table.text(words.say(&format!("column-{head}")));
    }
    for head in ["estimate", "interval", "n", "events"] {
        table = table.number(words.say(&format!("column-{head}")));
    }
    table = table.text(words.say("column-method"));
    let all = &words.results.measures;
    for row in all.iter().take(MOST_MEASURES) {
        table.push(vec![
            words.subject(&row.subject),
            words.kind(&row.subject),
            words.catalogue.word("measure", &row.measure),
            words.shown(&row.level),
            words.catalogue.word("calendar", &row.calendar),
            words.threshold(&row.at),
            words.estimate(&row.unit, &row.value, 4),
            words.interval(&row.unit, &row.value, 4),
            words.catalogue.count(row.value.n),
            words.catalogue.count(row.value.events),
            row.value.method.clone(),
        ]);
    }
    let summary = words.get("measures-summary", &[("n", (all.len() as u64).into())]);
    html! {
        @if !all.is_empty() {
            h2 { (words.say("section-measures")) }
            p { (words.get("data-in", &[("file", "measures.csv".into())])) }
            (parts::details(&summary, false, &parts::table(&table, Narrow::Scrolls)))
        }
    }
}

/// Who made the page.
pub fn foot(words: &Words<'_>) -> Markup {
    let version = env!("CARGO_PKG_VERSION");
    html! { p { (words.get("report-foot", &[("version", version.into()), ("label", words.wording(&words.results.about.label).into())])) } }
}
