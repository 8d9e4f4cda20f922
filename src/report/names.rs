//! What the names of a scenario are called in the language of a report.
//!
//! The one place where stories, chains and [`super::words::Words`] look names up; files for machines keep the scenario's own.

use crate::text::{Catalogue, Wording, naming};

/// The table of names of a scenario and the language to tell them in.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// Patterns and what they are called, as in [`crate::model::Blueprint::names`].
    pub table: &'a [(String, Wording)],
    /// The language.
    pub catalogue: &'a Catalogue,
}

impl Names<'_> {
    /// What a name of the scenario is called.
    #[must_use]
    pub fn shown(&self, name: &str) -> String {
        naming::called(self.table, name, self.catalogue.language())
    }
}
