//! The summary of a comparison for the terminal: a block for each question, then the first question in plain sentences.

use std::iter;

use crate::compare::Comparison;
use crate::compare::results::{Ask, Better, Difference, Verdict};
use crate::report::compare::told;
use crate::report::compare::words::Told;
use crate::report::summary::{folded, harmless, head, on_one_line};
use crate::report::table::Table;
use crate::text::Catalogue;

/// Letters of a design's name; the page has it whole.
const NAME: usize = 24;
/// Most designs that the first question is told about in sentences; the blocks have all.
const SENTENCES: usize = 3;

/// The summary of `comparison`, ending in a line break.
#[must_use]
pub fn summary(comparison: &Comparison, catalogue: &Catalogue) -> String {
    let told = told(comparison, catalogue);
    let mut parts = vec![head(&told.words)];
    parts.extend(told.differing().map(|ask| block(&told, ask)));
    parts.extend(listed(&told, "compare-alike", &told.alike()));
    parts.extend(listed(&told, "compare-unshared", &told.unshared()));
    parts.extend(comparison.asks.first().map(|first| sentences(&told, first)));
    parts.push(foot(&told));
    harmless(&parts.join("\n\n"))
}

fn block(told: &Told<'_>, ask: &Ask) -> String {
    let is_other = |of: &&Difference| of.verdict != Verdict::Equal;
    let differing = Ask {
        designs: ask.designs.iter().filter(is_other).cloned().collect(),
        ..ask.clone()
    };
    let table = told.table(&differing);
    let heading = format!("{} ({})", told.asked(ask), table.caption);
    let mut lines = vec![folded(&on_one_line(&heading)), aligned(&table)];
    let notes = told.notes(ask);
    lines.extend(notes.iter().map(|note| folded(&on_one_line(note))));
    lines.extend(told.equal(ask).map(|equal| folded(&on_one_line(&equal))));
    lines.join("\n")
}

/// A table without rules: columns aligned, two spaces apart, a long name in the first one cut.
fn aligned(table: &Table) -> String {
    let heads = table.columns.iter().map(|column| column.head.clone());
    let mut rows: Vec<Vec<String>> = vec![heads.collect()];
    rows.extend(
        table
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| on_one_line(cell)).collect()),
    );
    for row in &mut rows {
        row[0] = cut(&row[0]);
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: Vec<usize> = (0..table.columns.len()).filter_map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).zip(&table.columns);
        let padded = cells.map(|((cell, &width), column)| {
            if column.number {
                format!("{cell:>width$}")
            } else {
                format!("{cell:<width$}")
            }
        });
        format!("  {}", padded.collect::<Vec<_>>().join("  "))
            .trim_end()
            .to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A name of at most [`NAME`] letters.
fn cut(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    let kept: String = name.chars().take(NAME - 1).collect();
    format!("{}…", kept.trim_end())
}

/// Questions in one sentence, if there are any.
fn listed(told: &Told<'_>, key: &str, asked: &[String]) -> Option<String> {
    let list = [("asks", asked.join("; ").into())];
    (!asked.is_empty()).then(|| folded(&on_one_line(&told.words.get(key, &list))))
}

/// The first question for the designs that are best in it.
fn sentences(told: &Told<'_>, ask: &Ask) -> String {
    let designs = best_first(ask).into_iter();
    let differing = designs.filter(|of| of.verdict != Verdict::Equal);
    let said = differing.take(SENTENCES).map(|of| told.sentence(ask, of));
    let lines: Vec<String> = iter::once(told.asked(ask))
        .chain(said)
        .chain(told.equal(ask))
        .map(|line| folded(&on_one_line(&line)))
        .collect();
    lines.join("\n")
}

/// The designs of a question: those with a difference shown before the others, the best first.
pub fn best_first(ask: &Ask) -> Vec<&Difference> {
    let gain = |of: &Difference| {
        let x = of.difference.estimate.unwrap_or(0.0);
        if ask.better == Better::More { x } else { -x }
    };
    let shown = |of: &Difference| matches!(of.verdict, Verdict::Better | Verdict::Worse);
    let mut designs: Vec<&Difference> = ask.designs.iter().collect();
    designs.sort_by(|a, b| {
        let gains = gain(b).total_cmp(&gain(a));
        shown(b).cmp(&shown(a)).then(gains)
    });
    designs
}

fn foot(told: &Told<'_>) -> String {
    let lines = [told.words.say("compare-intervals"), told.rests_on()];
    lines.map(|line| folded(&line)).join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_and_a_long_name_does_not_push_them_out() {
        let mut table = Table::new("")
            .text("Design")
            .number("Value")
            .text("Verdict");
        for (name, value, verdict) in [("own room", "3.1", "better"), (&"x".repeat(80), "12", "")] {
            table.push([name, value, verdict].map(str::to_owned).to_vec());
        }
        let aligned = aligned(&table);
        let lines: Vec<&str> = aligned.lines().collect();
        assert_eq!(
            lines[1].trim_end().chars().count(),
            2 + NAME + 2 + 5 + 2 + 6
        );
        assert!(lines[2].ends_with("…     12"), "{aligned}");
    }
}
