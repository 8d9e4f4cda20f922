//! Collects faults and warnings while lowering goes on.
//!
//! Knows nothing of what is checked.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::service::Level;
use crate::say;
use crate::scenario::blame::TAKEN_OUT;
use crate::scenario::diagnostic::{Diagnostic, did_you_mean};
use crate::scenario::spans::{Name, Place};
use crate::scenario::variant::Overlay;
use crate::text::Say;

/// Faults past which no similar names are looked for: each search reads all names.
const ENOUGH_FAULTS: usize = 200;

/// A list names so many things at most.
const MOST_LISTED: usize = 8;

/// Some names as a list for a message; the rest of a long one is left out. `None` if there are none.
pub fn listed<'n>(names: impl Iterator<Item = &'n str>) -> Option<String> {
    let mut names: Vec<&str> = names.take(MOST_LISTED + 1).collect();
    let more = names.len() > MOST_LISTED;
    names.truncate(MOST_LISTED);
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let list = quoted.join(", ");
    (!list.is_empty()).then(|| if more { list + ", …" } else { list })
}

/// Faults and warnings found so far.
#[derive(Debug, Default)]
pub struct Report {
    found: Vec<Diagnostic>,
    /// Names that the variant took out: where, and what is said there.
    taken_out: BTreeMap<String, (Range<usize>, Say)>,
}

/// The diagnostic just noted, to be completed.
#[derive(Debug)]
pub struct Note<'r>(
    &'r mut Diagnostic,
    &'r BTreeMap<String, (Range<usize>, Say)>,
);

impl Note<'_> {
    /// The way out.
    pub fn help(self, help: Say) -> Self {
        self.hint(Some(help))
    }

    /// The way out, if there is one.
    pub fn hint(self, help: Option<Say>) -> Self {
        self.0.help = help;
        self
    }

    /// The name that was probably meant, said behind the message.
    pub fn meant(self, name: Option<String>) -> Self {
        self.0.meant = name;
        self
    }

    /// Where the variant took out what bore `name`, if it did.
    pub fn unless_taken_out(self, name: &str) -> Self {
        self.0.notes.extend(self.1.get(name).cloned());
        self
    }

    /// Another place that belongs to it.
    pub fn also(self, place: &Place, what: Say) -> Self {
        self.0.notes.push((place.at.clone(), what));
        self
    }
}

impl Report {
    /// Lets faults about names that a variant took out point at it.
    pub fn blame(&mut self, overlay: &Overlay) {
        let said = Say::new(TAKEN_OUT).with("variant", &overlay.name.text);
        let removed = overlay.taken_out().into_iter();
        self.taken_out = removed
            .map(|(name, at)| (name, (at, said.clone())))
            .collect();
    }

    /// Notes a fault.
    pub fn fault(&mut self, code: &'static str, at: &Place, message: Say) -> Note<'_> {
        self.note(Diagnostic::fault(code, at, message))
    }

    /// Notes a warning.
    pub fn warn(&mut self, code: &'static str, at: &Place, message: Say) -> Note<'_> {
        self.note(Diagnostic::warning(code, at, message))
    }

    /// Notes a level that the service has not.
    pub fn no_level(&mut self, service: &str, level: &Name, levels: &[Level]) {
        let known = || levels.iter().map(|level| level.name.as_str());
        let meant = self.closest(&level.text, known());
        let message = say!("unknown-level", service = service, level = &level.text);
        self.fault("unknown-level", &level.at, message)
            .meant(meant)
            .hint(listed(known()).map(|known| say!("unknown-level-help", known = known)));
    }

    /// Whether there is a fault.
    pub fn has_faults(&self) -> bool {
        self.found.iter().any(Diagnostic::is_fault)
    }

    /// All that was found.
    pub fn into_notes(self) -> Vec<Diagnostic> {
        self.found
    }

    /// The closest of some names, if one is close.
    pub fn closest<'n>(
        &self,
        wanted: &str,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Option<String> {
        // Every single letter is close to every other one.
        if self.found.len() > ENOUGH_FAULTS || wanted.chars().count() < 2 {
            return None;
        }
        did_you_mean(wanted, names).map(str::to_owned)
    }

    fn note(&mut self, diagnostic: Diagnostic) -> Note<'_> {
        self.found.push(diagnostic);
        let last = self.found.len() - 1;
        Note(&mut self.found[last], &self.taken_out)
    }
}
