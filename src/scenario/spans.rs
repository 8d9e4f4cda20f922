//! Places: parts, names and leaves that know where they stand in the source.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::say;
use crate::scenario::diagnostic::Diagnostic;

/// Where something stands: bytes of the file, and for an instance of a template also the entry of `use:` that made it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Place {
    /// Byte range in the source.
    pub at: Range<usize>,
    /// Byte range of the entry of `use:`, for what a template made.
    pub instance: Option<Range<usize>>,
}

/// A scalar as written: a quoted text, a number or a bare word. Reading it as a quantity comes later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Without quotes.
    pub text: String,
    /// Where.
    pub at: Place,
    /// How it was written.
    pub form: Form,
}

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In quotes.
    Text,
    /// A bare number.
    Number,
    /// A bare word such as `Running` or `true`.
    Word,
}

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Without quotes.
    pub text: String,
    /// Where.
    pub at: Place,
}

/// A part read by itself: a fault in it was noted, and reading went on.
#[derive(Clone, Debug)]
pub struct Part<T> {
    /// Where.
    pub at: Place,
    /// What it says; `None` if a fault was noted.
    pub got: Option<T>,
}

/// Entries by name, in the order written. Double names are refused (the fault shows both).
#[derive(Clone, Debug)]
pub struct Table<V>(pub Vec<(Name, Part<V>)>);

impl Place {
    /// A place in the scenario itself, not in an instance.
    #[must_use]
    pub fn new(at: Range<usize>) -> Self {
        Self { at, instance: None }
    }
}

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> Table<V> {
    /// Names and what was read under them; entries with a fault are left out.
    pub fn entries(&self) -> impl Iterator<Item = (&Name, &V)> {
        self.0
            .iter()
            .filter_map(|(name, part)| Some((name, part.got.as_ref()?)))
    }

    /// All names, those of entries with a fault too.
    pub fn names(&self) -> impl Iterator<Item = &Name> {
        self.0.iter().map(|(name, _)| name)
    }

    /// What was read under `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&V> {
        self.entries()
            .find(|(key, _)| key.text == name)
            .map(|(_, value)| value)
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first entry of each name; every other one is noted as a fault that shows both.
    #[must_use]
    pub fn without_duplicates(mut self, notes: &mut Vec<Diagnostic>) -> Self {
        if self.has_no_duplicates() {
            return self;
        }
        let mut first: BTreeMap<String, Place> = BTreeMap::new();
        self.0.retain(|(name, _)| match first.get(&name.text) {
            Some(place) => {
                notes.push(given_twice(name, place));
                false
            }
            None => {
                first.insert(name.text.clone(), name.at.clone());
                true
            }
        });
        self
    }

    fn has_no_duplicates(&self) -> bool {
        let mut names: Vec<&str> = self.names().map(|name| name.text.as_str()).collect();
        names.sort_unstable();
        names.windows(2).all(|pair| pair[0] != pair[1])
    }
}

fn given_twice(name: &Name, first: &Place) -> Diagnostic {
    let message = say!("duplicate-name", name = &name.text);
    let fault = Diagnostic::fault("duplicate-name", &name.at, message).label(say!("again-here"));
    if first.at == name.at.at {
        fault.help(say!("duplicate-name-in-template-help"))
    } else {
        fault
            .note(first.at.clone(), say!("first-here"))
            .help(say!("duplicate-name-help"))
    }
}
