//! Filling the holes of a template: `"ups {dc}"` with `dc` = `lwl 1` is `"ups lwl 1"`.
//!
//! Holes are filled in leaves and names only; everything else is copied, with the instance noted in every place. Knows nothing of
//! where the values come from.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::scenario::spans::{Form, Leaf, Name, Part, Place, Table};

/// What holes are filled with, and what was found on the way.
#[derive(Debug)]
pub struct Filler<'a> {
    /// Argument → value.
    pub values: &'a BTreeMap<String, Leaf>,
    /// The entry of `use:` that makes the instance.
    pub instance: Option<Range<usize>>,
    /// Holes without a value.
    pub missing: Vec<(String, Place)>,
    /// Arguments that some hole used.
    pub used: BTreeSet<String>,
}

impl<'a> Filler<'a> {
    /// Fills holes with `values`.
    #[must_use]
    pub fn new(values: &'a BTreeMap<String, Leaf>, instance: Option<Range<usize>>) -> Self {
        Self {
            values,
            instance,
            missing: Vec::new(),
            used: BTreeSet::new(),
        }
    }

    /// `text` with its holes filled; a hole without a value stays.
    fn text(&mut self, text: &str, at: &Place) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, hole, after)) = next_hole(rest) {
            filled.push_str(before);
            match self.values.get(hole) {
                Some(value) => {
                    filled.push_str(&value.text);
                    self.used.insert(hole.to_owned());
                }
                None => {
                    filled.extend(["{", hole, "}"]);
                    self.missing.push((hole.to_owned(), at.clone()));
                }
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// The form of a leaf that is nothing but one hole is that of the value.
    fn form(&self, leaf: &Leaf) -> Form {
        match next_hole(&leaf.text) {
            Some(("", hole, "")) => self.values.get(hole).map_or(leaf.form, |value| value.form),
            _ => leaf.form,
        }
    }
}

/// What stands before the first hole, its argument, and what stands after it.
fn next_hole(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| at + from) {
        let close = text[open..].find('}').map(|at| at + open)?;
        let hole = &text[open + 1..close];
        if hole.starts_with(|c: char| c.is_alphabetic() || c == '_') && !hole.contains('{') {
            return Some((&text[..open], hole, &text[close + 1..]));
        }
        from = open + 1;
    }
    None
}

/// What can be repeated with its holes filled.
pub trait Fill {
    /// A copy with the holes filled.
    #[must_use]
    fn fill(&self, filler: &mut Filler<'_>) -> Self;
}

impl Fill for Place {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        Self {
            at: self.at.clone(),
            instance: filler.instance.clone(),
        }
    }
}

impl Fill for Leaf {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        if self.form != Form::Text {
            return Self {
                at: self.at.fill(filler),
                ..self.clone()
            };
        }
        Self {
            text: filler.text(&self.text, &self.at),
            at: self.at.fill(filler),
            form: filler.form(self),
        }
    }
}

impl Fill for Name {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        Self {
            text: filler.text(&self.text, &self.at),
            at: self.at.fill(filler),
        }
    }
}

impl<T: Fill> Fill for Option<T> {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        self.as_ref().map(|value| value.fill(filler))
    }
}

impl<T: Fill> Fill for Vec<T> {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        self.iter().map(|entry| entry.fill(filler)).collect()
    }
}

impl<A: Fill, B: Fill> Fill for (A, B) {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        (self.0.fill(filler), self.1.fill(filler))
    }
}

impl<T: Fill> Fill for Part<T> {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        Self {
            at: self.at.fill(filler),
            got: self.got.fill(filler),
        }
    }
}

impl<V: Fill> Fill for Table<V> {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        Self(self.0.fill(filler))
    }
}
