//! Comparisons told: summary for the terminal, page, charts, table in CSV.
//!
//! Input is a [`Comparison`] alone; as everywhere in reports nothing is computed that a reader could take for a result.

mod csv;
mod figures;
mod summary;
mod units;
mod words;
mod write;

use crate::compare::Comparison;
use crate::text::Catalogue;

pub use summary::{best_first, summary};
pub use words::Told;
pub use write::{write_all, write_charts, write_html};

/// What reports need of a comparison, in one language.
fn told<'a>(comparison: &'a Comparison, catalogue: &'a Catalogue) -> Told<'a> {
    Told::new(comparison, catalogue)
}

/// The charts of a comparison, one for each question in which designs differ.
pub fn figures(told: &Told<'_>) -> Vec<super::chart::Figure> {
    figures::figures(told)
}
