//! Selectors: `"partner *"` stands for all names that fit, a text without `*` for the one name.
//!
//! Knows nothing of what is done with the selected.

use crate::model::ids::{ComponentId, OrganisationId};
use crate::scenario::lower::Lowering;
use crate::scenario::lower::names::Thing;
use crate::scenario::spans::Name;
use crate::text::naming::carried;

impl Lowering<'_> {
    /// The organisations that a selector stands for, ascending; none is a fault.
    pub fn select_organisations(&mut self, selector: &Name) -> Vec<OrganisationId> {
        let all = self.names.organisations();
        let found: Vec<_> = all
            .filter(|(name, _)| carried(&selector.text, name).is_some())
            .map(|(_, id)| id)
            .collect();
        if found.is_empty() {
            let meant = self.report.closest(
                &selector.text,
                self.names.organisations().map(|(name, _)| name),
            );
            let message = format!("no organisation fits `{}`", selector.text);
            self.report
                .fault("selects-nothing", &selector.at, message)
                .meant(meant);
        }
        found
    }

    /// The components (with parts, links and ducts) that a selector stands for, in declared order; none is a fault.
    pub fn select_components(&mut self, selector: &Name) -> Vec<ComponentId> {
        let mut found: Vec<ComponentId> = match self.names.thing(&selector.text) {
            Some(Thing::Parts(_, parts)) => parts.clone(),
            _ => self
                .names
                .things()
                .filter(|(name, _)| carried(&selector.text, name).is_some())
                .filter_map(single)
                .collect(),
        };
        found.sort_unstable();
        if found.is_empty() {
            self.nothing_fits(selector);
        }
        found
    }

    fn nothing_fits(&mut self, selector: &Name) {
        let (code, message) = match self.names.thing(&selector.text) {
            Some(thing) => (
                "wrong-kind",
                format!(
                    "`{}` is {}; components, links or ducts stand here",
                    selector.text,
                    thing.kind()
                ),
            ),
            None => (
                "selects-nothing",
                format!("no component, link or duct fits `{}`", selector.text),
            ),
        };
        let names = self
            .names
            .things()
            .filter(|&thing| single(thing).is_some())
            .map(|(name, _)| name);
        let meant = self.report.closest(&selector.text, names);
        self.report.fault(code, &selector.at, message).meant(meant);
    }
}

/// A thing that a shared cause can strike.
fn single((_, thing): (&str, &Thing)) -> Option<ComponentId> {
    match thing {
        Thing::Component(id) | Thing::Link(id) | Thing::Duct(id) => Some(*id),
        _ => None,
    }
}
