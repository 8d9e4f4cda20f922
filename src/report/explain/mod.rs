//! A scenario read back as a text for the terminal, section by section.
//!
//! Computes nothing: every figure comes from the explanation.

mod doubts;
mod page;
mod phrase;
mod pilot;
mod relations;
mod services;
mod shared;
mod study;
mod trust;

#[cfg(test)]
mod tests;

use crate::explain::Explanation;
use crate::text::Catalogue;

use page::Page;

/// The text of an explanation, ending in a line break.
#[must_use]
pub fn text(explanation: &Explanation, catalogue: &Catalogue) -> String {
    let mut page = Page::new(catalogue);
    study::frame(&mut page, explanation);
    study::failing(&mut page, explanation);
    relations::relations(&mut page, explanation);
    services::services(&mut page, explanation);
    shared::shared(&mut page, explanation);
    doubts::doubts(&mut page, explanation);
    trust::trust(&mut page, explanation);
    pilot::pilot(&mut page, explanation);
    page.finish()
}
