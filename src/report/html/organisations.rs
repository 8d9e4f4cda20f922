//! Who is hit: organisations, the hardest hit first, and groups.

use maud::{Markup, html};

use crate::batch::results::OrganisationResult;
use crate::report::html::parts::{self, Narrow};
use crate::report::table::Table;
use crate::report::words::Words;
use crate::text::format::concise;

/// Organisations shown before the rest.
const SHOWN: usize = 8;

/// The section, if there are organisations.
pub fn section(words: &Words<'_>) -> Markup {
    let rows = &words.results.organisations;
    let (groups, single): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.group);
    html! {
        @if !rows.is_empty() {
            h2 { (words.say("section-organisations")) }
            @if let Some(first) = single.first() { p { (sentence(words, first)) } }
            @if !single.is_empty() { (organisations(words, &single)) }
            @if !groups.is_empty() { (group_table(words, &groups)) (quantiles(words, &groups)) }
        }
    }
}

fn sentence(words: &Words<'_>, first: &OrganisationResult) -> String {
    let lost = words.estimate("user h/y", &first.lost, 2);
    words.get(
        "organisations-sentence",
        &[
            ("name", words.organisation(&first.name).into()),
            ("lost", lost.into()),
        ],
    )
}

fn organisations(words: &Words<'_>, rows: &[&OrganisationResult]) -> Markup {
    let all = |rows: &[&OrganisationResult], caption: &str| {
        let mut table = Table::new(words.say(caption))
            .text(words.say("column-organisation"))
            .number(words.say("column-users"))
            .number(words.say("column-lost"))
            .number(words.say("column-interval"));
        for row in rows {
            table.push(vec![
                words.organisation(&row.name),
                words.catalogue.count(row.users),
                plain(words, row),
                interval(words, row),
            ]);
        }
        table
    };
    let (shown, rest) = rows.split_at(SHOWN.min(rows.len()));
    html! {
        (parts::table(&all(shown, "organisations-table"), Narrow::Fits))
        @if !rest.is_empty() {
            @let summary = words.get("organisations-rest", &[("n", (rest.len() as u64).into())]);
            (parts::details(&summary, false, &parts::table(&all(rest, "organisations-rest-table"), Narrow::Fits)))
        }
    }
}

/// The loss as a bare number: the head of the column has the unit.
fn plain(words: &Words<'_>, row: &OrganisationResult) -> String {
    words.estimate("", &row.lost, 3)
}

fn interval(words: &Words<'_>, row: &OrganisationResult) -> String {
    words.interval("", &row.lost, 3)
}

fn group_table(words: &Words<'_>, groups: &[&OrganisationResult]) -> Markup {
    let mut table = Table::new(words.say("groups-table"))
        .text(words.say("column-group"))
        .number(words.say("column-members"))
        .number(words.say("column-users"))
        .number(words.say("column-lost"))
        .number(words.say("column-interval"))
        .number(words.say("column-years-without"))
        .number(words.say("column-worst-percent"));
    for row in groups {
        let without = row
            .years_without
            .as_ref()
            .map(|value| words.estimate("1", value, 3));
        let worst = row
            .from_worst_percent
            .map(|share| words.value("1", share, 2));
        table.push(vec![
            words.organisation(&row.name),
            words.catalogue.count(row.members),
            words.catalogue.count(row.users),
            plain(words, row),
            interval(words, row),
            without.unwrap_or_else(|| "–".to_owned()),
            worst.unwrap_or_else(|| "–".to_owned()),
        ]);
    }
    parts::table(&table, Narrow::Stacks)
}

/// For each group the quantiles of the year's loss, the worst day and the members down at once.
fn quantiles(words: &Words<'_>, groups: &[&OrganisationResult]) -> Markup {
    html! {
        @for row in groups.iter().filter(|row| !row.quantiles.is_empty()) {
            (parts::table(&quantile_table(words, row), Narrow::Stacks))
        }
    }
}

fn quantile_table(words: &Words<'_>, row: &OrganisationResult) -> Table {
    let mut table = Table::new(words.get(
        "quantiles-table",
        &[("name", words.organisation(&row.name).into())],
    ))
    .text(words.say("column-quantity"))
    .number(words.say("column-quantile"))
    .number(words.say("column-estimate"))
    .number(words.say("column-interval"));
    for (name, p, value) in &row.quantiles {
        table.push(vec![
            words.catalogue.word("quantity", name),
            format!("P{}", concise(words.catalogue.language(), p * 100.0, 4)),
            words.estimate("", value, 3),
            words.interval("", value, 3),
        ]);
    }
    table
}
