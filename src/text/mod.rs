//! What users read: messages in two languages and numbers as each language writes them.
//!
//! Every text of summary, report and charts comes from a [`Catalogue`], so that a language is complete or a test fails.
//! Knows nothing of scenarios or results: whoever speaks brings the arguments.

mod catalogue;
pub mod format;
mod language;
pub mod naming;
mod say;
mod wording;

pub use catalogue::{Catalogue, Value};
pub use language::Language;
pub use say::{Argument, Say};
pub use wording::Wording;
