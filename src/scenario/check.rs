//! A scenario with all its variants: what is wrong with each, without saying twice what they share.
//!
//! Knows nothing of how it is told.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Blueprint;
use crate::scenario::blame::{Saying, explain, saying};
use crate::scenario::diagnostic::in_order;
use crate::scenario::{Diagnostic, Overrides, examine};

/// Places that a fault which several variants share points at besides its own.
const MOST_PLACES_SHOWN: usize = 4;

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
    let of_base: BTreeSet<Saying> = base.notes.iter().map(saying).collect();
    let mut new = New::default();
    let mut variants = Vec::new();
    for name in base.variants {
        let mut examined = examine(source, &Overrides::of_variant(&name));
        if let Some(overlay) = &examined.overlay {
            explain(&mut examined.notes, &of_base, overlay);
        }
        let notes = examined.notes.into_iter();
        notes
            .filter(|note| !of_base.contains(&saying(note)))
            .for_each(|note| new.add(note));
        variants.push((name, examined.blueprint.is_some()));
    }
    let mut notes = base.notes;
    notes.append(&mut new.notes);
    Checked {
        base: base.blueprint,
        variants,
        notes: in_order(notes),
    }
}

/// Notes that only variants have.
#[derive(Default)]
struct New {
    notes: Vec<Diagnostic>,
    index: BTreeMap<Saying, usize>,
}

impl New {
    /// Adds a note; one that another variant gave already gets the places of this one.
    fn add(&mut self, note: Diagnostic) {
        let next = self.notes.len();
        let at = *self.index.entry(saying(&note)).or_insert(next);
        let Some(first) = self.notes.get_mut(at) else {
            return self.notes.push(note);
        };
        for place in note.notes {
            if first.notes.len() < MOST_PLACES_SHOWN && !first.notes.contains(&place) {
                first.notes.push(place);
            }
        }
    }
}
