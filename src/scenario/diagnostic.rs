//! Faults and warnings, each with its place, what is wrong, and the way out.
//!
//! Knows how they are built and put in order, not how they look (that is `render`'s business) nor what can be wrong.

mod render;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::say;
use crate::scenario::spans::Place;
use crate::text::{Catalogue, Say};

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
    pub message: Say,
    /// The word that was probably meant, said behind the message.
    pub meant: Option<String>,
    /// Bytes of the source that it is about.
    pub at: Range<usize>,
    /// A few words under the caret.
    pub label: Option<Say>,
    /// The way out, if there is one to name.
    pub help: Option<Say>,
    /// Other places that belong to it (the bracket that was opened, the first of two equal names, the instance of a template).
    pub notes: Vec<(Range<usize>, Say)>,
}

/// What is said of the entry of `use:` that made an instance.
const MADE_HERE: &str = "note-made-here";
/// What is said of further places of the same fault.
const ALSO_HERE: &str = "note-also-here";

impl Diagnostic {
    /// A fault about bytes of the source.
    #[must_use]
    pub fn new(code: &'static str, at: Range<usize>, message: Say) -> Self {
        Self {
            severity: Severity::Fault,
            code,
            message,
            meant: None,
            at,
            label: None,
            help: None,
            notes: Vec::new(),
        }
    }

    /// A fault at a place; for what a template made, the instance is noted too.
    #[must_use]
    pub fn fault(code: &'static str, place: &Place, message: Say) -> Self {
        let fault = Self::new(code, place.at.clone(), message);
        match &place.instance {
            Some(instance) => fault.note(instance.clone(), Say::new(MADE_HERE)),
            None => fault,
        }
    }

    /// A warning at a place.
    #[must_use]
    pub fn warning(code: &'static str, place: &Place, message: Say) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::fault(code, place, message)
        }
    }

    /// The same with a few words under the caret.
    #[must_use]
    pub fn label(self, label: Say) -> Self {
        Self {
            label: Some(label),
            ..self
        }
    }

    /// The same with the way out.
    #[must_use]
    pub fn help(self, help: Say) -> Self {
        Self {
            help: Some(help),
            ..self
        }
    }

    /// The same with the word that was probably meant, if there is one.
    #[must_use]
    pub fn meant(self, meant: Option<impl Into<String>>) -> Self {
        Self {
            meant: meant.map(Into::into),
            ..self
        }
    }

    /// The same with a further place that belongs to it.
    #[must_use]
    pub fn note(mut self, at: Range<usize>, text: Say) -> Self {
        self.notes.push((at, text));
        self
    }

    /// What is wrong and what was probably meant, in a language.
    #[must_use]
    pub fn sentence(&self, catalogue: &Catalogue) -> String {
        let message = catalogue.tell(&self.message);
        match &self.meant {
            Some(word) => catalogue.tell(&say!("did-you-mean", message = message, word = word)),
            None => message,
        }
    }

    /// Whether the scenario cannot be run because of it.
    #[must_use]
    pub fn is_fault(&self) -> bool {
        self.severity == Severity::Fault
    }

    fn of_instance(&self) -> bool {
        self.notes.iter().any(|(_, text)| text.key() == MADE_HERE)
    }
}

/// Faults that one missing or misspelt definition gives wherever the name is used.
const OF_ONE_NAME: &[&str] = &["unknown-name", "unknown-node", "unknown-parameter"];
/// How many places of such a fault are shown.
const PLACES_SHOWN: usize = 4;

/// In the order of their places, without repetitions: a fault in a template shows once, with its first instance and the number of
/// further ones; a name that is unknown shows once, with the further places that use it.
#[must_use]
pub fn in_order(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by_key(|d| (d.at.start, d.at.end, d.severity, d.code));
    let mut kept: Vec<(Diagnostic, usize)> = Vec::new();
    for next in diagnostics {
        match kept.last_mut() {
            Some((last, more)) if same_fault(last, &next) => *more += 1,
            _ => kept.push((next, 0)),
        }
    }
    joined_by_name(
        kept.into_iter()
            .map(|(diagnostic, more)| counted(diagnostic, more)),
    )
}

fn joined_by_name(diagnostics: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::new();
    let mut first: BTreeMap<Say, (usize, usize)> = BTreeMap::new();
    for next in diagnostics {
        if !OF_ONE_NAME.contains(&next.code) {
            kept.push(next);
            continue;
        }
        let (index, places) = first.entry(next.message.clone()).or_insert((kept.len(), 0));
        *places += 1;
        match *places {
            1 => kept.push(next),
            2..=PLACES_SHOWN => kept[*index].notes.push((next.at, Say::new(ALSO_HERE))),
            _ => {}
        }
    }
    for &(index, places) in first.values().filter(|&&(_, places)| places > PLACES_SHOWN) {
        if let Some((_, text)) = kept[index]
            .notes
            .iter_mut()
            .rev()
            .find(|(_, text)| text.key() == ALSO_HERE)
        {
            *text = say!("note-also-here-and-more", more = places - PLACES_SHOWN);
        }
    }
    kept
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
        .filter(|(_, text)| more > 0 && text.key() == MADE_HERE)
    {
        *text = say!("note-made-here-as-more", more = more);
    }
    diagnostic
}

/// Longer words are not compared: the effort grows with the square of their length, and nobody misspells a name like that.
const MOST_BYTES_COMPARED: usize = 100;

/// The word of `known` that was probably meant.
#[must_use]
pub fn did_you_mean<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if written.len() > MOST_BYTES_COMPARED {
        return None;
    }
    let lower = written.to_lowercase();
    known
        .into_iter()
        .filter(|word| word.len() <= MOST_BYTES_COMPARED)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A message that no catalogue has is told as its key.
    const fn said(text: &'static str) -> Say {
        Say::new(text)
    }

    fn of_instance(at: usize, instance: usize) -> Diagnostic {
        let place = Place {
            at: at..at + 1,
            instance: Some(instance..instance + 1),
        };
        Diagnostic::fault("code", &place, said("instance").with("n", instance))
    }

    #[test]
    fn a_fault_of_a_template_shows_once_with_the_number_of_its_instances() {
        let shown = in_order(vec![
            of_instance(5, 90),
            of_instance(5, 80),
            of_instance(7, 80),
            of_instance(5, 85),
        ]);
        assert_eq!(shown.len(), 2);
        assert_eq!(
            shown[0].notes,
            [(90..91, say!("note-made-here-as-more", more = 2_u64))]
        );
    }

    #[test]
    fn an_unknown_name_shows_once_with_the_places_that_use_it() {
        let uses = (0..9)
            .rev()
            .map(|at| Diagnostic::new("unknown-name", at..at + 1, said("nothing is named `a`")));
        let shown = in_order(uses.collect());
        assert_eq!((shown.len(), shown[0].at.clone()), (1, 0..1));
        assert_eq!(
            shown[0].notes.last(),
            Some(&(3..4, say!("note-also-here-and-more", more = 5_u64)))
        );
        assert_eq!(in_order(shown.clone()), shown);
    }

    #[test]
    fn only_what_is_close_is_suggested() {
        let known = ["horizon", "zone", "at"];
        assert_eq!(did_you_mean("horzon", known), Some("horizon"));
        assert_eq!(did_you_mean("Zone", known), Some("zone"));
        assert_eq!(did_you_mean("colour", known), None);
    }

    #[test]
    fn a_name_of_a_megabyte_is_compared_with_nothing() {
        let long = "x".repeat(1_000_000);
        assert_eq!(did_you_mean(&long, [&*long, "zone"]), None);
        assert_eq!(did_you_mean("zon", [&*long, "zone"]), Some("zone"));
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(line_column("aü\nöb", 6), (2, 2));
        assert_eq!(line_column("\u{FEFF}ab", 4), (1, 2));
        assert_eq!(line_column("ab", 99), (1, 3));
    }
}
