//! From a scenario file to a blueprint, or to every fault at once, each with its place and the way out.
//!
//! `parse` cuts the text to pieces, `read` makes typed fragments of them, `variant` lays those of a variant over them, `template` fills
//! and repeats them, `lower` resolves names and quantities.
//! Knows nothing of running or reporting.

#[macro_use]
mod declare;

mod blame;
mod brackets;
mod check;
mod chunks;
pub mod diagnostic;
mod encoding;
mod expanded;
mod fill;
mod findings;
mod grammar;
mod instances;
mod law_words;
mod lower;
mod meanings;
mod overlay;
mod parse;
mod quotes;
mod read;
mod schema;
mod settings;
mod shapes;
mod slips;
mod spans;
mod split;
mod template;
mod tokens;
mod unit_words;
mod variant;
mod vocabulary;
mod words;

pub use check::{Checked, check};
pub use diagnostic::{Diagnostic, Severity, did_you_mean, line_column, render};
pub use encoding::read_source;
pub use expanded::Expanded;
pub use variant::folder_name;
pub use vocabulary::vocabulary;

use crate::model::Blueprint;
use variant::{MOST_VARIANTS, Overlay};

/// Changes from the command line that belong to the scenario.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// `--horizon`, as written.
    pub horizon: Option<String>,
    /// `--variant`: the name of one of the scenario's variants; `None`: the base.
    pub variant: Option<String>,
    /// `--set "NAME=VALUE"`: parameters by name, values as written in a scenario.
    pub set: Vec<(String, String)>,
    /// `--precision`: `"5 %"` for every answer, or `"NAME=5 %"` for one.
    pub precision: Vec<String>,
    /// `--at-most`: times and numbers of replications.
    pub at_most: Vec<String>,
}

impl Overrides {
    /// Those of a variant, and nothing else.
    #[must_use]
    pub fn of_variant(name: &str) -> Self {
        Self {
            variant: Some(name.to_owned()),
            ..Self::default()
        }
    }

    /// What changes the scenario besides its variant, for the key of results: `horizon`, then the settings by name.
    #[must_use]
    pub fn settings(&self) -> Vec<(String, String)> {
        let mut set = self.set.clone();
        set.sort();
        let horizon = self
            .horizon
            .iter()
            .map(|text| ("--horizon".to_owned(), text.clone()));
        horizon.chain(set).collect()
    }
}

/// A scenario that could be read.
#[derive(Debug)]
pub struct Loaded {
    /// What it means.
    pub blueprint: Blueprint,
    /// Warnings; no faults.
    pub warnings: Vec<Diagnostic>,
}

/// Reads, checks and lowers the text of a scenario file.
///
/// # Errors
/// All faults (and warnings) found, in the order of their places.
pub fn load(source: &str, overrides: &Overrides) -> Result<Loaded, Vec<Diagnostic>> {
    let mut examined = examine(source, overrides);
    if let (Some(overlay), false) = (&examined.overlay, examined.notes.is_empty()) {
        let base = Overrides {
            variant: None,
            ..overrides.clone()
        };
        let of_base = examine(source, &base).notes;
        let of_base = of_base.iter().map(blame::saying).collect();
        blame::explain(&mut examined.notes, &of_base, overlay);
    }
    match examined.blueprint {
        Some(blueprint) => Ok(Loaded {
            blueprint,
            warnings: examined.notes,
        }),
        None => Err(examined.notes),
    }
}

/// What could be made of a scenario, and what was found on the way.
struct Examined {
    /// `None`: there are faults.
    blueprint: Option<Blueprint>,
    /// In the order of their places.
    notes: Vec<Diagnostic>,
    /// Names of the variants.
    variants: Vec<String>,
    /// The variant that was laid over the base.
    overlay: Option<Overlay>,
}

/// Reads and lowers the base or a variant; of a variant nothing is said of what the base has to do with it.
fn examine(source: &str, overrides: &Overrides) -> Examined {
    let mut notes = Vec::new();
    let Some(expanded) = expanded::read(source, overrides, &mut notes) else {
        return Examined {
            blueprint: None,
            notes: diagnostic::in_order(notes),
            variants: Vec::new(),
            overlay: None,
        };
    };
    let of_reading = notes.len();
    // Lowering sees the faults of reading: with any of them it checks what is there, but puts nothing together.
    let blueprint = lower::lower(&expanded, overrides, &mut notes);
    let mut later = notes.split_off(of_reading);
    later.retain(|note| !only_follows(note, &notes, expanded.complete));
    notes.append(&mut later);
    let notes = diagnostic::in_order(notes);
    let variants = expanded.scenario.variants.names().take(MOST_VARIANTS);
    Examined {
        blueprint: blueprint.filter(|_| !notes.iter().any(Diagnostic::is_fault)),
        notes,
        variants: variants.map(|name| name.text.clone()).collect(),
        overlay: expanded.overlay,
    }
}

/// Whether a note of lowering may be there only because something could not be read: what seems unused may be used there, and a
/// name that seems unknown may be that of an instance which was left out.
fn only_follows(note: &Diagnostic, of_reading: &[Diagnostic], complete: bool) -> bool {
    let unread = of_reading.iter().any(Diagnostic::is_fault);
    (unread && !note.is_fault()) || (!complete && OF_MISSING_INSTANCES.contains(&note.code))
}

/// Faults that may only follow from instances which were left out for a fault of their own.
const OF_MISSING_INSTANCES: &[&str] = &[
    "unknown-name",
    "unknown-node",
    "unknown-parameter",
    "selects-nothing",
    "serves-nobody",
    "never-joined",
    "unused-desk",
    "standby-of-nothing",
];
