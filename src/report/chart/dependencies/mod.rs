//! stub
use crate::explain::Explanation;
use crate::report::chart::canvas::Drawing;
use crate::text::Catalogue;
/// stub
#[must_use]
pub fn whole(_: &Explanation, _: &Catalogue) -> Drawing {
    crate::report::chart::canvas::draw(10.0, 10.0, |_| {})
}
