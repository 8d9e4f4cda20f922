//! Which text is to blame: faults that only a variant has point at its text and at that of the base.
//!
//! Knows nothing of what the faults are about.

use std::ops::Range;

use crate::say;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::overlay::Change;
use crate::scenario::variant::Overlay;
use crate::text::Say;

/// Key of what is said where a variant takes something out.
pub const TAKEN_OUT: &str = "note-taken-out";

/// Adds to each note that the base does not have where the variant comes in.
pub fn explain(notes: &mut [Diagnostic], of_base: &[Diagnostic], overlay: &Overlay) {
    for note in notes {
        if !of_base.iter().any(|other| is_same(other, note)) {
            note.notes.extend(involved(note, overlay));
        }
    }
}

/// Whether two notes say the same of the same place.
pub fn is_same(one: &Diagnostic, other: &Diagnostic) -> bool {
    one.code == other.code && one.at == other.at && one.message == other.message
}

/// The other place that belongs to a note of a variant; `None` where it is there already.
fn involved(note: &Diagnostic, overlay: &Overlay) -> Option<(Range<usize>, Say)> {
    if note.notes.iter().any(|(_, text)| text.key() == TAKEN_OUT) {
        return None;
    }
    let variant = &overlay.name.text;
    let place = note.at.start;
    let change = if overlay.at.contains(&place) {
        innermost(overlay, |change| change.over.contains(&place)).map(|change| {
            (
                start_of(&change.base.at),
                say!("note-variant-changes-this", variant = variant),
            )
        })
    } else {
        innermost(overlay, |change| is_in_base(change, note)).map(|change| {
            (
                start_of(&change.over),
                say!("note-variant-changes-here", variant = variant),
            )
        })
    };
    Some(change.unwrap_or_else(|| {
        let of_variant = say!("note-in-variant", variant = variant);
        (overlay.name.at.at.clone(), of_variant)
    }))
}

/// The smallest entry that fits.
fn innermost(overlay: &Overlay, fits: impl Fn(&Change) -> bool) -> Option<&Change> {
    let changes = overlay.changes.iter().filter(|change| fits(change));
    changes.min_by_key(|change| change.base.at.len())
}

/// Whether a note stands in the base's entry, and, of an entry that a template made, in the same instance.
fn is_in_base(change: &Change, note: &Diagnostic) -> bool {
    let same_instance = change
        .base
        .instance
        .as_ref()
        .is_none_or(|instance| note.notes.iter().any(|(at, _)| at == instance));
    same_instance && change.base.at.contains(&note.at.start)
}

/// The first byte: enough to show the line, of an entry that may be long.
const fn start_of(at: &Range<usize>) -> Range<usize> {
    at.start..at.start + 1
}
