//! Faults and warnings, each with its place, what is wrong, and the way out.
//!
//! Knows how they are built and put in order, not how they look (that is `render`'s business) nor what can be wrong.

mod render;

use std::ops::Range;

use crate::scenario::spans::Place;

pub use render::render;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The scenario cannot be run.
    Fault,
    /// It can, but something must not look like safety.
    Warning,
}

/// A fault or a warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad.
    pub severity: Severity,
    /// Stable name of the kind, `unknown-name`.
    pub code: &'static str,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Bytes of the source that it is about.
    pub at: Range<usize>,
    /// A few words under the caret.
    pub label: String,
    /// The way out, if there is one to name.
    pub help: Option<String>,
    /// Other places that belong to it (the bracket that was opened, the first of two equal names, the instance of a template).
    pub notes: Vec<(Range<usize>, String)>,
}

/// What is said of the entry of `use:` that made an instance.
const MADE_HERE: &str = "in an instance made here";

impl Diagnostic {
    /// A fault about bytes of the source.
    #[must_use]
    pub fn new(code: &'static str, at: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Fault,
            code,
            message: message.into(),
            at,
            label: String::new(),
            help: None,
            notes: Vec::new(),
        }
    }

    /// A fault at a place; for what a template made, the instance is noted too.
    #[must_use]
    pub fn fault(code: &'static str, place: &Place, message: impl Into<String>) -> Self {
        let fault = Self::new(code, place.at.clone(), message);
        match &place.instance {
            Some(instance) => fault.note(instance.clone(), MADE_HERE),
            None => fault,
        }
    }

    /// A warning at a place.
    #[must_use]
    pub fn warning(code: &'static str, place: &Place, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::fault(code, place, message)
        }
    }

    /// The same with a few words under the caret.
    #[must_use]
    pub fn label(self, label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            ..self
        }
    }

    /// The same with the way out.
    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self {
            help: Some(help.into()),
            ..self
        }
    }

    /// The same with a further place that belongs to it.
    #[must_use]
    pub fn note(mut self, at: Range<usize>, text: impl Into<String>) -> Self {
        self.notes.push((at, text.into()));
        self
    }

    /// Whether the scenario cannot be run because of it.
    #[must_use]
    pub fn is_fault(&self) -> bool {
        self.severity == Severity::Fault
    }

    fn of_instance(&self) -> bool {
        self.notes.iter().any(|(_, text)| text == MADE_HERE)
    }
}

/// In the order of their places, without repetitions: a fault in a template shows once, with its first instance and the number of
/// further ones.
#[must_use]
pub fn in_order(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by_key(|d| (d.at.start, d.at.end, d.severity));
    let mut kept: Vec<(Diagnostic, usize)> = Vec::new();
    for next in diagnostics {
        match kept.last_mut() {
            Some((last, more)) if same_fault(last, &next) => *more += 1,
            _ => kept.push((next, 0)),
        }
    }
    kept.into_iter()
        .map(|(diagnostic, more)| counted(diagnostic, more))
        .collect()
}

fn same_fault(a: &Diagnostic, b: &Diagnostic) -> bool {
    a.code == b.code
        && a.at == b.at
        && (a.message == b.message || (a.of_instance() && b.of_instance()))
}

fn counted(mut diagnostic: Diagnostic, more: usize) -> Diagnostic {
    for (_, text) in diagnostic
        .notes
        .iter_mut()
        .filter(|(_, text)| more > 0 && text == MADE_HERE)
    {
        *text = format!("{MADE_HERE}, as in {more} more");
    }
    diagnostic
}

/// The word of `known` that was probably meant.
#[must_use]
pub fn did_you_mean<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let lower = written.to_lowercase();
    known
        .into_iter()
        .map(|word| {
            (
                strsim::damerau_levenshtein(&lower, &word.to_lowercase()),
                word,
            )
        })
        .filter(|&(distance, word)| {
            distance * 3 <= word.chars().count().max(lower.chars().count()) || distance == 1
        })
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, word)| word)
}

/// `message`, and the word that was probably meant: ``unknown field `fial`; did you mean `fail`?``
#[must_use]
pub fn with_suggestion<'a>(
    message: String,
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> String {
    match did_you_mean(written, known) {
        Some(word) => format!("{message}; did you mean `{word}`?"),
        None => message,
    }
}

/// Line and column, both from 1; columns count characters.
#[must_use]
pub fn line_column(source: &str, byte: usize) -> (usize, usize) {
    let byte = (0..=byte.min(source.len()))
        .rev()
        .find(|&at| source.is_char_boundary(at))
        .unwrap_or(0);
    let before = source[..byte].trim_start_matches('\u{FEFF}');
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}
