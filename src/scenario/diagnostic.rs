//! Faults and warnings, each with its place, what is wrong, and the way out.

use std::ops::Range;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The scenario cannot be run.
    Fault,
    /// It can, but something must not look like safety.
    Warning,
}

/// A fault or a warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad.
    pub severity: Severity,
    /// Stable name of the kind, `unknown-name`.
    pub code: &'static str,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Bytes of the source that it is about.
    pub at: Range<usize>,
    /// A few words under the caret.
    pub label: String,
    /// The way out, if there is one to name.
    pub help: Option<String>,
    /// Other places that belong to it (the bracket that was opened, the first of two equal names, the instance of a template).
    pub notes: Vec<(Range<usize>, String)>,
}
