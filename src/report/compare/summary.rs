//! The summary of a comparison for the terminal: a block for each question, then the first question in plain sentences.

use crate::compare::Comparison;
use crate::compare::results::{Ask, Better, Difference, Verdict};
use crate::report::compare::told;
use crate::report::compare::words::Told;
use crate::report::summary::{drawn, folded, harmless, head, on_one_line};
use crate::text::Catalogue;

/// Most designs that the first question is told about in sentences; the blocks have all.
const SENTENCES: usize = 3;

/// The summary of `comparison`, ending in a line break.
#[must_use]
pub fn summary(comparison: &Comparison, catalogue: &Catalogue) -> String {
    let told = told(comparison, catalogue);
    let mut parts = vec![head(&told.words)];
    parts.extend(told.differing().map(|ask| block(&told, ask)));
    parts.extend(alike(&told));
    parts.extend(comparison.asks.first().map(|first| sentences(&told, first)));
    parts.push(foot(&told));
    harmless(&parts.join("\n\n"))
}

fn block(told: &Told<'_>, ask: &Ask) -> String {
    let mut lines = vec![
        folded(&on_one_line(&told.asked(ask))),
        drawn(&told.table(ask)),
    ];
    let notes = told.notes(ask);
    lines.extend(notes.iter().map(|note| folded(&on_one_line(note))));
    lines.join("\n")
}

/// The questions in which nothing differs, in one line.
fn alike(told: &Told<'_>) -> Option<String> {
    let asked = told.alike();
    let list = [("asks", asked.join("; ").into())];
    (!asked.is_empty()).then(|| folded(&on_one_line(&told.words.get("compare-alike", &list))))
}

/// The first question for the designs that are best in it.
fn sentences(told: &Told<'_>, ask: &Ask) -> String {
    let lines: Vec<String> = best_first(ask)
        .into_iter()
        .take(SENTENCES)
        .map(|of| folded(&on_one_line(&told.sentence(ask, of))))
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
