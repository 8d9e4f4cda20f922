//! A mark for each component, a bit wide.
//!
//! Knows nothing of what is marked.

use crate::model::ids::ComponentId;

/// Which components are marked.
#[derive(Default)]
pub(super) struct Marks(Vec<u64>);

impl Marks {
    /// Nothing is marked of so many components.
    pub(super) fn reset(&mut self, components: usize) {
        self.0.clear();
        self.0.resize(components.div_ceil(64), 0);
    }

    /// Marks a component, or takes its mark away.
    pub(super) fn set(&mut self, component: ComponentId, marked: bool) {
        let word = &mut self.0[component.index() / 64];
        let bit = 1 << (component.0 % 64);
        *word = if marked { *word | bit } else { *word & !bit };
    }

    fn is_set(&self, component: ComponentId) -> bool {
        self.0[component.index() / 64] & (1 << (component.0 % 64)) != 0
    }

    /// The marked ones of `some`, which are in ascending order.
    pub(super) fn of(&self, some: &[ComponentId]) -> impl Iterator<Item = ComponentId> {
        some.iter()
            .copied()
            .filter(|&component| self.is_set(component))
    }
}
