//! A scenario with all its variants: what is wrong with each, without saying twice what they share.
//!
//! Knows nothing of how it is told.

use crate::model::Blueprint;
use crate::scenario::blame::{explain, is_same};
use crate::scenario::diagnostic::in_order;
use crate::scenario::{Diagnostic, Overrides, examine};

/// Variants that a fault which several of them share points at.
const MOST_VARIANTS_SHOWN: usize = 4;

/// What was found in a scenario and its variants.
#[derive(Debug)]
pub struct Checked {
    /// The base; `None`: it has faults.
    pub base: Option<Blueprint>,
    /// The names of the variants, and whether each can be run.
    pub variants: Vec<(String, bool)>,
    /// Faults and warnings in the order of their places; what the base has too is there once.
    pub notes: Vec<Diagnostic>,
}

impl Checked {
    /// How many variants can be run.
    #[must_use]
    pub fn sound_variants(&self) -> usize {
        self.variants.iter().filter(|(_, sound)| *sound).count()
    }
}

/// Reads, checks and lowers the base and every variant of a scenario.
#[must_use]
pub fn check(source: &str) -> Checked {
    let base = examine(source, &Overrides::default());
    let mut of_variants: Vec<Diagnostic> = Vec::new();
    let mut variants = Vec::new();
    for name in base.variants {
        let mut examined = examine(source, &Overrides::of_variant(&name));
        if let Some(overlay) = &examined.overlay {
            explain(&mut examined.notes, &base.notes, overlay);
        }
        let new = examined.notes.into_iter();
        for note in new.filter(|note| !base.notes.iter().any(|other| is_same(other, note))) {
            add(&mut of_variants, note);
        }
        variants.push((name, examined.blueprint.is_some()));
    }
    let mut notes = base.notes;
    notes.append(&mut of_variants);
    Checked {
        base: base.blueprint,
        variants,
        notes: in_order(notes),
    }
}

/// Adds a note; one that another variant gave already gets the places of this one.
fn add(notes: &mut Vec<Diagnostic>, note: Diagnostic) {
    let Some(first) = notes.iter_mut().find(|other| is_same(other, &note)) else {
        return notes.push(note);
    };
    for place in note.notes {
        if first.notes.len() < MOST_VARIANTS_SHOWN && !first.notes.contains(&place) {
            first.notes.push(place);
        }
    }
}
