//! Slips of the pen: faults of writing that are told with the corrected line.
//!
//! Knows how a correction is put into its line and how the same habit in many places is told once; which slips there are is the
//! business of those who look for them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::say;
use crate::scenario::diagnostic::Diagnostic;
use crate::text::Say;

/// After so many slips the file is given back to its author: what follows is more likely consequence than news.
const MOST_SLIPS: usize = 20;
/// How many places of one habit are shown.
const PLACES_SHOWN: usize = 4;
/// Of a corrected line so much is shown on each side of the correction [characters].
const AROUND: usize = 70;

/// A correction: these bytes of the source are replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Which bytes.
    pub at: Range<usize>,
    /// What takes their place.
    pub with: String,
}

impl Edit {
    /// Puts `with` in at a byte.
    #[must_use]
    pub fn insert(at: usize, with: impl Into<String>) -> Self {
        Self::replace(at..at, with)
    }

    /// Puts `with` in the place of some bytes.
    #[must_use]
    pub fn replace(at: Range<usize>, with: impl Into<String>) -> Self {
        Self {
            at,
            with: with.into(),
        }
    }
}

/// What was found so far.
#[derive(Debug, Default)]
pub struct Slips {
    found: Vec<Diagnostic>,
    /// Of a habit: where it was told first, and in how many places it was seen.
    habits: BTreeMap<&'static str, (usize, usize)>,
    lost: bool,
}

impl Slips {
    /// Notes a slip.
    pub fn note(&mut self, slip: Diagnostic) {
        self.found.push(slip);
        self.lost |= self.found.len() >= MOST_SLIPS;
    }

    /// Notes a slip that people make throughout a file; it is told once, with its further places.
    pub fn habit(&mut self, slip: Diagnostic) {
        let (index, places) = self
            .habits
            .entry(slip.code)
            .or_insert((self.found.len(), 0));
        *places += 1;
        match *places {
            1 => self.found.push(slip),
            2..=PLACES_SHOWN => self.found[*index]
                .notes
                .push((slip.at, Say::new("note-also-here"))),
            _ => {}
        }
    }

    /// Notes a slip after which the rest of the file cannot be understood.
    pub fn lose(&mut self, slip: Diagnostic) {
        self.found.push(slip);
        self.lost = true;
    }

    /// Takes back what was noted in a line, of which more is known now.
    pub fn forget(&mut self, line: &Range<usize>) {
        // The habits keep their indices: what is taken back was noted last or is no habit.
        let kept = self
            .found
            .iter()
            .position(|slip| line.contains(&slip.at.start));
        if let Some(kept) = kept.filter(|_| self.habits.is_empty()) {
            self.found.truncate(kept);
        }
    }

    /// Whether reading on would tell consequences only.
    #[must_use]
    pub fn lost(&self) -> bool {
        self.lost
    }

    /// All of them; a habit says in how many further places it was seen.
    #[must_use]
    pub fn told(mut self) -> Vec<Diagnostic> {
        for &(index, places) in self.habits.values() {
            if places > PLACES_SHOWN
                && let Some((_, text)) = self.found[index].notes.last_mut()
            {
                *text = say!("note-also-here-and-more", more = places - PLACES_SHOWN);
            }
        }
        self.found
    }
}

/// The way out of a slip: the line as it should be.
#[must_use]
pub fn write(source: &str, edits: &[Edit]) -> Say {
    say!("write", line = corrected(source, edits))
}

/// The first line that `edits` (in their order, not overlapping) touch, with all of them that lie in it; of a long line a part.
#[must_use]
pub fn corrected(source: &str, edits: &[Edit]) -> String {
    let Some(first) = edits.first() else {
        return String::new();
    };
    let mut line = line_of(source, first.at.start);
    let (mut text, mut from) = (String::new(), line.start);
    let mut marks: Option<Range<usize>> = None;
    for edit in edits {
        if edit.at.start < from || edit.at.start > line.end {
            continue;
        }
        text.push_str(&source[from..edit.at.start]);
        let start = text.len();
        text.push_str(&edit.with);
        marks = Some(marks.map_or(start, |marks| marks.start)..text.len());
        from = edit.at.end;
        line.end = line.end.max(line_of(source, from).end);
    }
    text.push_str(source.get(from..line.end).unwrap_or_default());
    around(&text, &marks.unwrap_or_default())
}

/// The line that a byte stands in, without its end.
#[must_use]
pub fn line_of(source: &str, at: usize) -> Range<usize> {
    let at = at.min(source.len());
    let start = source[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = source[at..]
        .find('\n')
        .map_or(source.len(), |newline| at + newline);
    start..end
}

/// `text` without blanks around it, cut where it goes on far from `marks`.
fn around(text: &str, marks: &Range<usize>) -> String {
    let back = text[..marks.start].char_indices().rev().nth(AROUND);
    let ahead = text[marks.end..].char_indices().nth(AROUND);
    let (start, end) = (
        back.map_or(0, |(at, _)| at),
        ahead.map_or(text.len(), |(at, _)| marks.end + at),
    );
    let (before, after) = (
        if start > 0 { "… " } else { "" },
        if end < text.len() { " …" } else { "" },
    );
    format!("{before}{}{after}", text[start..end].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_is_shown_in_its_line() {
        let source = "(\n  title: \"t\"\n  horizon: 1 y,\n)";
        assert_eq!(corrected(source, &[Edit::insert(14, ",")]), "title: \"t\",");
        let quotes = [Edit::insert(26, "\""), Edit::insert(29, "\"")];
        assert_eq!(corrected(source, &quotes), "horizon: \"1 y\",");
    }

    #[test]
    fn of_a_long_line_the_part_around_the_correction_is_shown() {
        let source = "ü".repeat(10_000);
        let shown = corrected(&source, &[Edit::insert(10_000, "|")]);
        assert!(shown.contains('|') && shown.starts_with('…') && shown.ends_with('…'));
        assert!(shown.chars().count() <= 2 * (AROUND + 1) + "… | …".chars().count());
    }

    #[test]
    fn a_habit_is_told_once_with_its_places() {
        let mut slips = Slips::default();
        for at in 0..9 {
            slips.habit(Diagnostic::new("code", at..at + 1, Say::new("write")));
        }
        let told = slips.told();
        assert_eq!(told.len(), 1);
        assert_eq!(
            told[0].notes.last(),
            Some(&(3..4, say!("note-also-here-and-more", more = 5_u64)))
        );
    }
}
