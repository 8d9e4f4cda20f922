//! From the text of a file to one scenario without templates: what `lower` takes.

use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::schema::Scenario;
use crate::scenario::{parse, template};

/// A scenario after its templates were expanded.
#[derive(Clone, Debug)]
pub struct Expanded {
    /// What it says; parts with faults have `got: None`.
    pub scenario: Scenario,
    /// BLAKE3 of the source's bytes, in hexadecimal.
    pub digest: String,
}

/// Reads and expands the text of a scenario file. What faults allow to be read is there, so that later checks report theirs in the
/// same go; `None` where nothing is.
pub fn read(source: &str, notes: &mut Vec<Diagnostic>) -> Option<Expanded> {
    let mut scenario = parse::parse(source, notes).unwrap_or_else(|fault| {
        notes.push(fault);
        None
    })?;
    template::expand(&mut scenario, notes);
    Some(Expanded {
        scenario,
        digest: blake3::hash(source.as_bytes()).to_hex().to_string(),
    })
}
