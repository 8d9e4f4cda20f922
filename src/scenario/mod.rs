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
mod words;

pub use diagnostic::{Diagnostic, Severity, line_column, render};
pub use expanded::Expanded;
pub use parse::read_source;

use crate::model::Blueprint;

/// Changes from the command line that belong to the scenario.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// `--horizon`, as written.
    pub horizon: Option<String>,
    /// `--set "NAME=VALUE"`, for a later cut.
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
    let mut later = Vec::new();
    let expanded = expanded::read(source, &mut notes);
    let blueprint = expanded.as_ref().and_then(|expanded| lower::lower(expanded, overrides, &mut later));
    if expanded.is_some_and(|expanded| !expanded.complete) {
        later.retain(|note| note.is_fault() && !FOLLOWING.contains(&note.code));
    }
    notes.append(&mut later);
    let notes = diagnostic::in_order(notes);
    match blueprint {
        Some(blueprint) if !notes.iter().any(Diagnostic::is_fault) => Ok(Loaded { blueprint, warnings: notes }),
        _ => Err(notes),
    }
}

/// Faults that may only follow from instances which were left out for a fault of their own.
const FOLLOWING: &[&str] = &[
    "unknown-name", "unknown-node", "unknown-parameter", "selects-nothing", "serves-nobody", "never-joined", "unused-desk",
    "standby-of-nothing",
];
