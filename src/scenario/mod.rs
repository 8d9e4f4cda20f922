//! From a scenario file to a blueprint, or to every fault at once, each with its place and the way out.
//!
//! `parse` reads the text to typed fragments, `template` fills and repeats them, `lower` resolves names and quantities.
//! Knows nothing of running or reporting.

#[macro_use]
mod declare;

pub mod diagnostic;
mod expanded;
mod fill;
mod instances;
mod lower;
mod parse;
mod read;
mod schema;
mod shapes;
mod spans;
mod split;
mod template;
mod tokens;
mod vocabulary;
mod words;

pub use diagnostic::{Diagnostic, Severity, did_you_mean, line_column, render};
pub use expanded::Expanded;
pub use parse::read_source;
pub use vocabulary::vocabulary;

use crate::model::Blueprint;

/// Changes from the command line that belong to the scenario.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// `--horizon`, as written.
    pub horizon: Option<String>,
    /// `--variant`: the name of one of the scenario's variants; `None`: the base.
    pub variant: Option<String>,
    /// `--set "NAME=VALUE"`: parameters by name, values as written in a scenario.
    pub set: Vec<(String, String)>,
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
    let mut notes = Vec::new();
    let Some(expanded) = expanded::read(source, &mut notes) else {
        return Err(diagnostic::in_order(notes));
    };
    let of_reading = notes.len();
    // Lowering sees the faults of reading: with any of them it checks what is there, but puts nothing together.
    let blueprint = lower::lower(&expanded, overrides, &mut notes);
    let mut later = notes.split_off(of_reading);
    later.retain(|note| !only_follows(note, &notes, expanded.complete));
    notes.append(&mut later);
    let notes = diagnostic::in_order(notes);
    match blueprint {
        Some(blueprint) if !notes.iter().any(Diagnostic::is_fault) => Ok(Loaded {
            blueprint,
            warnings: notes,
        }),
        _ => Err(notes),
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
