//! The summary for the terminal: the answers, the verdicts, the warnings. At most 96 columns; control characters are dropped.

use comfy_table::presets::{NOTHING, UTF8_HORIZONTAL_ONLY};
use comfy_table::{CellAlignment, ContentArrangement};

use crate::batch::results::Results;
use crate::report::answer::Heads;
use crate::report::objective::verdict_sign;
use crate::report::table::Table;
use crate::report::words::Words;
use crate::text::Catalogue;

/// Columns of the terminal that are used.
const WIDTH: u16 = 92;

/// Most verdicts told that assumptions turn; each may take two lines, the page has room for more.
const FLIPS: usize = 2;

/// The summary of `results`, ending in a line break.
#[must_use]
pub fn summary(results: &Results, catalogue: &Catalogue) -> String {
    let words = Words { results, catalogue };
    let mut parts = vec![head(&words)];
    if !results.asks.is_empty() {
        parts.push(drawn(&answers(&words)));
    }
    if !results.objectives.is_empty() {
        parts.push(drawn(&objectives(&words)));
    }
    if !results.warnings.is_empty() {
        parts.push(warnings(&words));
    }
    parts.push(foot(&words));
    harmless(&parts.join("\n\n"))
}

/// A text as one line of the summary, broken where it is too long.
pub(super) fn line(text: &str) -> String {
    harmless(&folded(&on_one_line(text)))
}

/// `text` without what could steer a terminal, ending in a line break.
pub(super) fn harmless(text: &str) -> String {
    text.chars()
        .filter(|&c| c == '\n' || !is_control(c))
        .collect::<String>()
        + "\n"
}

/// Control characters, and marks that turn the direction of text.
fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text from the scenario on one line: its control characters cannot break the summary's own.
pub(super) fn on_one_line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    spaced
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Title, label and question.
pub(super) fn head(words: &Words<'_>) -> String {
    let about = &words.results.about;
    let lines = [&about.title, &about.label, &about.question];
    let lines: Vec<String> = lines
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(|line| folded(&on_one_line(words.wording(line))))
        .collect();
    lines.join("\n")
}

/// Breaks a text into lines of the summary's width.
pub(super) fn folded(text: &str) -> String {
    let mut table = comfy_table::Table::new();
    table
        .load_style(NOTHING)
        .set_width(WIDTH)
        .set_content_arrangement(ContentArrangement::Dynamic);
    table.add_row([text]);
    trimmed(&table.to_string())
}

fn trimmed(text: &str) -> String {
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.trim_end().strip_prefix(' ').unwrap_or(line.trim_end()))
        .collect();
    lines.join("\n")
}

fn answers(words: &Words<'_>) -> Table {
    words.answers_table(&Heads {
        caption: String::new(),
        interval: "column-interval-95",
        relative: "column-relative-short",
        band: !words.results.bands.is_empty(),
    })
}

fn objectives(words: &Words<'_>) -> Table {
    let mut table = Table::new("")
        .text(words.say("column-service"))
        .text(words.say("column-wanted"))
        .text(words.say("column-reached"))
        .text(words.say("column-verdict"));
    for objective in &words.results.objectives {
        let (verdict, events) = words.verdict(objective);
        table.push(vec![
            words.subject_at(&objective.subject, &objective.level),
            words.wanted(objective),
            words.reached(objective).join("; "),
            format!("{} {verdict} ({events})", verdict_sign(objective.verdict)),
        ]);
    }
    table
}

/// A table as text, of the width of the summary.
pub(super) fn drawn(table: &Table) -> String {
    let mut drawn = comfy_table::Table::new();
    drawn
        .load_style(UTF8_HORIZONTAL_ONLY)
        .set_width(WIDTH)
        .set_content_arrangement(ContentArrangement::Dynamic);
    drawn.set_header(table.columns.iter().map(|column| column.head.as_str()));
    for row in &table.rows {
        drawn.add_row(row.iter().map(|cell| on_one_line(cell)));
    }
    for (column, wanted) in drawn.column_iter_mut().zip(&table.columns) {
        column.set_cell_alignment(if wanted.number {
            CellAlignment::Right
        } else {
            CellAlignment::Left
        });
    }
    drawn.to_string()
}

fn warnings(words: &Words<'_>) -> String {
    let lines = words.warnings();
    let lines = lines
        .iter()
        .map(|line| folded(&format!("! {}", on_one_line(line))));
    lines.collect::<Vec<_>>().join("\n")
}

fn foot(words: &Words<'_>) -> String {
    let mut lines = vec![folded(&words.intervals_hold())];
    if !words.results.objectives.is_empty() {
        lines.push(folded(&words.verdicts()));
    }
    let flips = words.flips_in_short(FLIPS);
    let told = flips.told.iter().map(|flip| words.flip(flip));
    let flips = told.chain(words.flips_left(&flips));
    lines.extend(flips.map(|line| folded(&on_one_line(&line))));
    let controlled = words.controlled().into_iter();
    lines.extend(controlled.map(|line| folded(&on_one_line(&line))));
    lines.push(folded(&words.rests_on()));
    lines.join("\n")
}
