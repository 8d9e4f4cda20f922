//! Collects faults and warnings while lowering goes on.
//!
//! Knows nothing of what is checked: it places what was found, and drops what the instances of a template repeat.

use crate::scenario::diagnostic::{Diagnostic, Severity};
use crate::scenario::spans::Place;

/// Faults and warnings found so far.
#[derive(Debug, Default)]
pub struct Report {
    found: Vec<Diagnostic>,
}

/// The diagnostic just noted, to be completed.
#[derive(Debug)]
pub struct Note<'r>(&'r mut Diagnostic);

impl Note<'_> {
    /// A few words under the caret.
    pub fn label(self, label: impl Into<String>) -> Self {
        self.0.label = label.into();
        self
    }

    /// The way out.
    pub fn help(self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    /// The way out, if there is one.
    pub fn hint(self, help: Option<String>) -> Self {
        self.0.help = help.or(self.0.help.take());
        self
    }

    /// Another place that belongs to it.
    pub fn also(self, place: &Place, what: impl Into<String>) -> Self {
        self.0.notes.push((place.at.clone(), what.into()));
        self
    }
}

impl Report {
    /// Notes a fault.
    pub fn fault(&mut self, code: &'static str, at: &Place, message: impl Into<String>) -> Note<'_> {
        self.note(Severity::Fault, code, at, message.into())
    }

    /// Notes a warning.
    pub fn warn(&mut self, code: &'static str, at: &Place, message: impl Into<String>) -> Note<'_> {
        self.note(Severity::Warning, code, at, message.into())
    }

    /// Whether there is a fault.
    pub fn has_faults(&self) -> bool {
        self.found.iter().any(|found| found.severity == Severity::Fault)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// All that was found, in the order of places; what differs only in the instance of a template is said once.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        let order = |d: &Diagnostic| (d.at.start, d.at.end, d.severity, d.code);
        self.found.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.message.cmp(&b.message)));
        self.found.dedup_by(|later, first| order(later) == order(first) && later.message == first.message);
        self.found
    }

    fn note(&mut self, severity: Severity, code: &'static str, at: &Place, message: String) -> Note<'_> {
        let instance = at.instance.iter().map(|range| (range.clone(), "made by this entry of `use:`".to_owned()));
        self.found.push(Diagnostic {
            severity,
            code,
            message,
            at: at.at.clone(),
            label: String::new(),
            help: None,
            notes: instance.collect(),
        });
        let last = self.found.len() - 1;
        Note(&mut self.found[last])
    }
}
