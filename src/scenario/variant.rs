//! The variants of a scenario: their names and labels, and how one of them is laid over the base.
//!
//! What a variant says of tables of things is laid over the *expanded* scenario, so that it can change one instance of a template;
//! everything else before. Knows nothing of what the tables hold.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::say;
use crate::scenario::diagnostic::{Diagnostic, did_you_mean};
use crate::scenario::fill::{Fill, Filler};
use crate::scenario::overlay::Change;
use crate::scenario::read::{Fields, Read, Reader, Record};
use crate::scenario::schema::{Body, Scenario, Worded};
use crate::scenario::spans::{Name, Place, Table};
use crate::scenario::tokens::Piece;
use crate::scenario::vocabulary::Vocabulary;

/// The longest name of a variant [characters].
const LONGEST_NAME: usize = 100;

/// More variants are refused: each is read over the whole scenario.
pub const MOST_VARIANTS: usize = 200;

/// What would make a comparison in pairs meaningless: which replications there are, over which time, and what is counted in them.
const SHARED: &[&str] = &[
    "title",
    "zone",
    "start",
    "horizon",
    "warm_up",
    "settle_time",
    "initially",
    "replications",
    "precision",
    "at_most",
    "asks",
    "variants",
];

/// An entry of `variants:`. All but its label is read only when it is laid over the base.
#[derive(Clone, Debug)]
pub struct Variant {
    /// What it changes, in words.
    pub label: Option<Worded>,
    fields: Fields,
    shared: Vec<(&'static str, Range<usize>)>,
}

impl Read for Variant {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.fields(piece)?;
        let label = fields.take("label", reader);
        fields.discard("label");
        fields.forget(&["label"]);
        let shared = SHARED
            .iter()
            .filter_map(|&key| Some((key, fields.discard(key)?)))
            .collect();
        Some(Self {
            label: label?,
            fields,
            shared,
        })
    }
}

/// Variants have no holes: they are no part of a template.
impl Fill for Variant {
    fn fill(&self, _filler: &mut Filler<'_>) -> Self {
        self.clone()
    }
}

/// Notes names that cannot be told apart as folders or shown, and fields that no variant may have.
pub fn check_all(variants: &Table<Variant>, notes: &mut Vec<Diagnostic>) {
    if let Some((name, _)) = variants.0.get(MOST_VARIANTS) {
        let message = say!("too-many-variants", most = MOST_VARIANTS);
        notes.push(Diagnostic::fault("too-many-variants", &name.at, message));
    }
    let mut folders: BTreeMap<String, &Name> = BTreeMap::new();
    for name in variants.names() {
        if !is_fit(&name.text) {
            let message = say!(
                "bad-variant-name",
                name = name.text.escape_debug().to_string()
            );
            notes.push(
                Diagnostic::fault("bad-variant-name", &name.at, message)
                    .help(say!("bad-variant-name-help", most = LONGEST_NAME)),
            );
            continue;
        }
        match folders.get(&folder_name(&name.text)) {
            Some(first) => notes.push(alike(name, first)),
            None => _ = folders.insert(folder_name(&name.text), name),
        }
    }
    for (name, variant) in variants.entries() {
        notes.extend(variant.shared.iter().map(|field| refuse(name, field)));
    }
}

/// A name begins with a letter or digit, holds no control characters and is not too long.
fn is_fit(name: &str) -> bool {
    name.starts_with(char::is_alphanumeric)
        && !name.ends_with(char::is_whitespace)
        && !name.chars().any(char::is_control)
        && name.chars().count() <= LONGEST_NAME
}

/// The folder for the results of a variant: letters and digits of its name in lower case, each run of others a hyphen.
#[must_use]
pub fn folder_name(variant: &str) -> String {
    let words: Vec<String> = variant
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join("-")
}

fn alike(name: &Name, first: &Name) -> Diagnostic {
    let message = say!("variants-alike", name = &name.text, first = &first.text);
    Diagnostic::fault("variants-alike", &name.at, message)
        .note(first.at.at.clone(), say!("note-first-here"))
        .help(say!(
            "variants-alike-help",
            folder = folder_name(&name.text)
        ))
}

fn refuse(name: &Name, (field, at): &(&'static str, Range<usize>)) -> Diagnostic {
    let message = say!("not-in-a-variant", field = *field, variant = &name.text);
    Diagnostic::new("not-in-a-variant", at.clone(), message)
        .help(say!("not-in-a-variant-help", shared = SHARED.join(", ")))
}

/// A variant while it is laid over its base, and what it changed.
#[derive(Clone, Debug)]
pub struct Overlay {
    /// Its name.
    pub name: Name,
    /// Its text, from its name to its end.
    pub at: Range<usize>,
    /// What it changed so far.
    pub changes: Vec<Change>,
    frame: Fields,
    body: Fields,
}

impl Overlay {
    /// The variant `wanted` of a scenario; `None` after noting that there is none, or where it could not be read.
    pub fn find(scenario: &Scenario, wanted: &str, notes: &mut Vec<Diagnostic>) -> Option<Self> {
        let variants = &scenario.variants;
        let Some((name, part)) = variants.0.iter().find(|(name, _)| name.text == wanted) else {
            notes.push(unknown(scenario, wanted));
            return None;
        };
        let mut frame = part.got.as_ref()?.fields.clone();
        let body = frame.split_off(Body::WORDS);
        Some(Self {
            name: name.clone(),
            at: name.at.at.start..part.at.at.end,
            changes: Vec::new(),
            frame,
            body,
        })
    }

    /// Lays what it says besides the tables of things over a scenario that is not expanded yet.
    pub fn lay_frame(&mut self, base: Scenario, reader: &mut Reader<'_>) -> Option<Scenario> {
        let mut fields = std::mem::take(&mut self.frame);
        let laid = Scenario::take_over(&mut fields, reader, base);
        fields.forget(SHARED);
        fields.finish(reader);
        self.changes.append(&mut reader.changes);
        laid
    }

    /// Lays its tables of things over those of the expanded scenario.
    pub fn lay_body(&mut self, base: Body, reader: &mut Reader<'_>) -> Option<Body> {
        let laid = Body::take_over(&mut self.body, reader, base);
        self.changes.append(&mut reader.changes);
        laid
    }

    /// Where it takes out what bore these names.
    pub fn taken_out(&self) -> BTreeMap<String, Range<usize>> {
        let removed = self.changes.iter().filter(|change| change.removed);
        removed
            .map(|change| (change.name.clone(), change.over.clone()))
            .collect()
    }
}

fn unknown(scenario: &Scenario, wanted: &str) -> Diagnostic {
    let names: Vec<&str> = scenario
        .variants
        .names()
        .map(|name| name.text.as_str())
        .collect();
    let first = scenario.variants.names().next();
    let at = first.map_or(scenario.title.at(), |name| &name.at);
    let help = if names.is_empty() {
        say!("unknown-variant-none")
    } else {
        say!("unknown-variant-help", names = names.join(", "))
    };
    let message = say!("unknown-variant", name = wanted);
    Diagnostic::fault("unknown-variant", &Place::new(at.at.clone()), message)
        .meant(did_you_mean(wanted, names))
        .help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_name_leads_to_no_folder_elsewhere() {
        for (name, folder) in [
            ("own old room", "own-old-room"),
            ("beta 20 %", "beta-20"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\temp", "c-temp"),
            ("Büro, 2. OG", "büro-2-og"),
            ("a\u{202e}b\u{1b}[2J", "a-b-2j"),
        ] {
            assert_eq!(folder_name(name), folder);
        }
    }

    #[test]
    fn every_name_that_is_fit_gives_a_folder() {
        for name in ["a", "0 %", "Ö"] {
            assert!(is_fit(name) && !folder_name(name).is_empty(), "{name}");
        }
        for name in ["", " a", "a ", "%", "a\nb", &"x".repeat(101)] {
            assert!(!is_fit(name), "{name:?}");
        }
    }
}
