//! Finds what a user asks about: a command, a topic of the reference, or the rows that explain a field or a word.
//!
//! Topics are found by their headings in every language, whichever is spoken.

use super::reference::{Reference, Table, words};

/// Fewer letters than this are no beginning of a heading.
const LEAST_LETTERS: usize = 3;

/// What was found.
#[derive(Debug, PartialEq)]
pub enum Found {
    /// A command, by its name.
    Command(String),
    /// A topic, by its place.
    Topic(usize),
    /// Rows of tables.
    Rows(Vec<Row>),
    /// Topics whose text mentions the word.
    Mentions(Vec<usize>),
    /// Nothing.
    Nothing,
}

/// Where a row stands: topic, table, row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Place of the topic.
    pub topic: usize,
    /// Place of the table in the topic.
    pub table: usize,
    /// Place of the row in the table.
    pub row: usize,
}

/// Finds `asked` among `commands` and in the `references`, the first of which is the one that is shown.
pub fn find(asked: &str, commands: &[String], references: &[Reference]) -> Found {
    if commands.iter().any(|name| name == asked) {
        return Found::Command(asked.to_owned());
    }
    let lower = asked.to_lowercase();
    topic(references, |title| title == lower)
        .or_else(|| rows(asked, references, |word| word == asked))
        .or_else(|| rows(asked, references, |word| word.to_lowercase() == lower))
        .or_else(|| {
            begins(&lower).then(|| topic(references, |title| has_beginning(title, &lower)))?
        })
        .or_else(|| mentions(asked, references))
        .unwrap_or(Found::Nothing)
}

fn begins(lower: &str) -> bool {
    lower.chars().count() >= LEAST_LETTERS
}

/// Whether a heading or one of its words begins with what was asked.
fn has_beginning(title: &str, lower: &str) -> bool {
    title.starts_with(lower) || title.split_whitespace().any(|word| word.starts_with(lower))
}

/// The first topic whose heading, in lower case, is wanted.
fn topic(references: &[Reference], wanted: impl Fn(&str) -> bool) -> Option<Found> {
    references
        .iter()
        .find_map(|reference| {
            let titles = reference
                .topics
                .iter()
                .map(|topic| topic.title.to_lowercase());
            titles.into_iter().position(|title| wanted(&title))
        })
        .map(Found::Topic)
}

/// The rows that explain a wanted word in their first cell; else those that name it in another one.
fn rows(asked: &str, references: &[Reference], wanted: impl Fn(&str) -> bool) -> Option<Found> {
    if asked.is_empty() {
        return None;
    }
    let shown = references.first()?;
    let explained = rows_where(shown, |cells| words(&cells[0]).any(&wanted));
    let found = if explained.is_empty() {
        rows_where(shown, |cells| {
            cells.iter().flat_map(|cell| words(cell)).any(&wanted)
        })
    } else {
        explained
    };
    (!found.is_empty()).then_some(Found::Rows(found))
}

fn rows_where(reference: &Reference, wanted: impl Fn(&[String]) -> bool) -> Vec<Row> {
    let mut found = Vec::new();
    for (topic, entry) in reference.topics.iter().enumerate() {
        for (table, Table { rows, .. }) in entry.tables().enumerate() {
            let hits = rows.iter().enumerate().filter(|(_, cells)| wanted(cells));
            found.extend(hits.map(|(row, _)| Row { topic, table, row }));
        }
    }
    found
}

/// The topics that name `asked` between backticks.
fn mentions(asked: &str, references: &[Reference]) -> Option<Found> {
    let topics = references.first()?.topics.iter().enumerate();
    let found: Vec<usize> = topics
        .filter(|(_, topic)| topic.texts().flat_map(words).any(|word| word == asked))
        .map(|(place, _)| place)
        .collect();
    (!found.is_empty()).then_some(Found::Mentions(found))
}

/// All that can be asked for, in the language that is shown.
pub fn known(commands: &[String], reference: &Reference) -> Vec<String> {
    let mut known: Vec<String> = commands.to_vec();
    for topic in &reference.topics {
        known.push(topic.title.clone());
        let cells = topic.tables().flat_map(|table| &table.rows).flatten();
        known.extend(cells.flat_map(|cell| words(cell)).map(String::from));
    }
    known
}
