//! The front of the agenda: a heap that knows where each of its slots stands.
//!
//! A heap with four children to a node (D. B. Johnson, Information Processing Letters 4 (1975) 53). What was taken leaves
//! a hole at the top: the next slot that is scheduled falls in there, and one way down replaces a way down and a way up.
//! Knows nothing of the wheel behind it.

use super::Slot;
use super::key::{Key, Node};

/// Children of a node of the heap.
const CHILDREN: usize = 4;

/// A slot with its key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub key: Key,
    pub slot: Slot,
}

/// The heap; [`Node::back`] of a slot in it is its place.
#[derive(Clone, Debug, Default)]
pub(super) struct Front {
    heap: Vec<Entry>,
    /// Whether the top was taken and not yet filled.
    hole: bool,
}

impl Front {
    pub fn with_capacity(entries: usize) -> Self {
        Self {
            heap: Vec::with_capacity(entries),
            hole: false,
        }
    }

    /// For how many entries there is memory.
    #[cfg(test)]
    pub fn capacity(&self) -> usize {
        self.heap.capacity()
    }

    /// Whether [`Front::first`] shows the next entry already.
    #[inline]
    pub fn is_settled(&self) -> bool {
        !self.hole && !self.heap.is_empty()
    }

    /// Closes the hole at the top.
    pub fn settle(&mut self, nodes: &mut [Node]) {
        if self.hole {
            self.hole = false;
            if let Some(last) = self.heap.pop()
                && !self.heap.is_empty()
            {
                self.sink(0, last, nodes);
            }
        }
    }

    /// The next entry, once it is settled.
    #[inline]
    pub fn first(&self) -> Option<&Entry> {
        self.heap.first()
    }

    /// Takes the entry that [`Front::first`] shows.
    #[inline]
    pub fn take_first(&mut self) {
        self.hole = true;
    }

    pub fn insert(&mut self, entry: Entry, nodes: &mut [Node]) {
        if self.hole {
            self.hole = false;
            self.sink(0, entry, nodes);
        } else {
            let place = self.heap.len();
            self.heap.push(entry);
            self.rise(place, entry, nodes);
        }
    }

    /// Puts a slot that stands here already in its new place.
    pub fn replace(&mut self, entry: Entry, nodes: &mut [Node]) {
        self.settle(nodes);
        let place = nodes[entry.slot as usize].back as usize;
        self.put(place, entry, nodes);
    }

    /// Takes out a slot that stands here.
    pub fn remove(&mut self, slot: Slot, nodes: &mut [Node]) {
        self.settle(nodes);
        let place = nodes[slot as usize].back as usize;
        if let Some(last) = self.heap.pop()
            && place < self.heap.len()
        {
            self.put(place, last, nodes);
        }
    }

    /// Adds an entry without order: [`Front::arrange`] must follow.
    pub fn append(&mut self, entry: Entry, nodes: &mut [Node]) {
        nodes[entry.slot as usize].back = self.heap.len() as u32;
        self.heap.push(entry);
    }

    /// Puts everything in order after [`Front::append`] (R. W. Floyd, Communications of the ACM 7 (1964) 701).
    pub fn arrange(&mut self, nodes: &mut [Node]) {
        let parents = (self.heap.len() + CHILDREN - 2) / CHILDREN;
        for place in (0..parents).rev() {
            self.sink(place, self.heap[place], nodes);
        }
    }

    pub fn clear(&mut self) {
        self.heap.clear();
        self.hole = false;
    }

    /// Puts `entry` at `place` or wherever it belongs from there.
    fn put(&mut self, place: usize, entry: Entry, nodes: &mut [Node]) {
        let parent = place.saturating_sub(1) / CHILDREN;
        if entry.key.before(self.heap[parent].key) {
            self.rise(place, entry, nodes);
        } else {
            self.sink(place, entry, nodes);
        }
    }

    fn rise(&mut self, mut place: usize, entry: Entry, nodes: &mut [Node]) {
        while place > 0 {
            let parent = (place - 1) / CHILDREN;
            let above = self.heap[parent];
            if above.key.before(entry.key) {
                break;
            }
            self.stand(place, above, nodes);
            place = parent;
        }
        self.stand(place, entry, nodes);
    }

    fn sink(&mut self, mut place: usize, entry: Entry, nodes: &mut [Node]) {
        while let Some(child) = self.least_child(place) {
            let least = self.heap[child];
            if entry.key.before(least.key) {
                break;
            }
            self.stand(place, least, nodes);
            place = child;
        }
        self.stand(place, entry, nodes);
    }

    fn least_child(&self, place: usize) -> Option<usize> {
        let first = CHILDREN * place + 1;
        let children = self.heap.get(first..)?;
        if let Some(four) = children.first_chunk::<CHILDREN>() {
            return Some(first + least_of_four(four));
        }
        let mut least = 0;
        for child in 1..children.len() {
            if children[child].key.before(children[least].key) {
                least = child;
            }
        }
        (!children.is_empty()).then_some(first + least)
    }

    fn stand(&mut self, place: usize, entry: Entry, nodes: &mut [Node]) {
        self.heap[place] = entry;
        nodes[entry.slot as usize].back = place as u32;
    }
}

/// Which of four is the next; two pairs first, so that no comparison waits for more than one other.
fn least_of_four(four: &[Entry; CHILDREN]) -> usize {
    let left = usize::from(four[1].key.before(four[0].key));
    let right = 2 + usize::from(four[3].key.before(four[2].key));
    if four[right].key.before(four[left].key) {
        right
    } else {
        left
    }
}
