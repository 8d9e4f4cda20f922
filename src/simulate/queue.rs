//! First in, first out, for work lists that are always emptied before they are filled anew.
//!
//! A list and a place in it: cheaper than a ring, and it keeps its memory. Knows nothing of what waits.

/// A work list.
pub(super) struct Queue<T> {
    items: Vec<T>,
    next: usize,
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            next: 0,
        }
    }
}

impl<T: Copy> Queue<T> {
    /// Puts something at the end.
    pub(super) fn push(&mut self, item: T) {
        self.items.push(item);
    }

    /// Takes the first.
    pub(super) fn pop(&mut self) -> Option<T> {
        let Some(&item) = self.items.get(self.next) else {
            self.clear();
            return None;
        };
        self.next += 1;
        Some(item)
    }

    /// Forgets everything, keeps the memory.
    pub(super) fn clear(&mut self) {
        self.items.clear();
        self.next = 0;
    }
}
