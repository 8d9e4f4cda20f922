//! Selectors: `"partner *"` stands for all names that fit, a text without `*` for the one name.
//!
//! Knows nothing of what is done with the selected.

use crate::model::ids::{ComponentId, OrganisationId};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::names::{Sought, Thing};
use crate::scenario::lower::report::listed;
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
            let known = listed(self.names.organisations().map(|(name, _)| name));
            let message = say!("selects-nothing-organisation", selector = &selector.text);
            self.report
                .fault("selects-nothing", &selector.at, message)
                .meant(meant)
                .help(known.map_or_else(
                    || say!("nothing-declared-help", table = "organisations"),
                    |known| say!("known-names-help", known = known),
                ));
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
                .filter_map(|(_, thing)| single(thing))
                .collect(),
        };
        found.sort_unstable();
        if found.is_empty() {
            self.nothing_fits(selector);
        }
        found
    }

    fn nothing_fits(&mut self, selector: &Name) {
        let sought = Sought {
            kind: say!("kind-struck"),
            table: "components",
        };
        let fitting = |thing: &Thing| single(thing).is_some();
        if self.names.thing(&selector.text).is_some() {
            return self.wrong_name(selector, sought, fitting);
        }
        let message = say!("selects-nothing-component", selector = &selector.text);
        let (meant, help) = self.way_out(&selector.text, &sought, fitting);
        self.report
            .fault("selects-nothing", &selector.at, message)
            .meant(meant)
            .help(help);
    }
}

/// A thing that a shared cause can strike.
fn single(thing: &Thing) -> Option<ComponentId> {
    match thing {
        Thing::Component(id) | Thing::Link(id) | Thing::Duct(id) => Some(*id),
        _ => None,
    }
}
