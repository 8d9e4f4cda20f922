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

    /// Calls `act` for the marked ones of `some`, both in ascending order.
    pub(super) fn each_of(&self, some: &[ComponentId], mut act: impl FnMut(ComponentId)) {
        if some.len() <= self.0.len() {
            let marked = some.iter().filter(|&&component| self.is_set(component));
            marked.for_each(|&component| act(component));
        } else {
            self.each(|component| {
                if some.binary_search(&component).is_ok() {
                    act(component);
                }
            });
        }
    }

    fn each(&self, mut act: impl FnMut(ComponentId)) {
        for (place, &word) in self.0.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                act(ComponentId::new(
                    64 * place + rest.trailing_zeros() as usize,
                ));
                rest &= rest - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marked ones of `some`, found either way.
    fn marked(marks: &Marks, some: &[u32]) -> Vec<u32> {
        let some: Vec<_> = some.iter().copied().map(ComponentId).collect();
        let mut found = Vec::new();
        marks.each_of(&some, |component| found.push(component.0));
        found
    }

    #[test]
    fn the_marked_of_few_and_of_many_are_found() {
        let mut marks = Marks::default();
        marks.reset(200);
        for component in [0, 63, 64, 130, 199] {
            marks.set(ComponentId(component), true);
        }
        marks.set(ComponentId(130), false);
        assert_eq!(marked(&marks, &[63, 130]), [63]);
        let many: Vec<u32> = (1..200).collect();
        assert_eq!(marked(&marks, &many), [63, 64, 199]);
    }
}
