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

    /// The next entry.
    #[inline]
    pub fn first(&mut self, nodes: &mut [Node]) -> Option<Entry> {
        self.fill_hole(nodes);
        self.heap.first().copied()
    }

    /// Takes the entry that [`Front::first`] just showed.
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
        self.fill_hole(nodes);
        let place = nodes[entry.slot as usize].back as usize;
        self.put(place, entry, nodes);
    }

    /// Takes out a slot that stands here.
    pub fn remove(&mut self, slot: Slot, nodes: &mut [Node]) {
        self.fill_hole(nodes);
        let place = nodes[slot as usize].back as usize;
        if let Some(last) = self.heap.pop()
            && place < self.heap.len()
        {
            self.put(place, last, nodes);
        }
    }

    /// Adds an entry without order: [`Front::arrange`] must follow.
    pub fn append(&mut self, entry: Entry) {
        self.heap.push(entry);
    }

    /// Puts everything in order after [`Front::append`] (R. W. Floyd, Communications of the ACM 7 (1964) 701).
    pub fn arrange(&mut self, nodes: &mut [Node]) {
        for place in (0..self.heap.len()).rev() {
            self.sink(place, self.heap[place], nodes);
        }
    }

    pub fn clear(&mut self) {
        self.heap.clear();
        self.hole = false;
    }

    #[inline]
    fn fill_hole(&mut self, nodes: &mut [Node]) {
        if self.hole {
            self.hole = false;
            if let Some(last) = self.heap.pop()
                && !self.heap.is_empty()
            {
                self.sink(0, last, nodes);
            }
        }
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
        while let Some((child, least)) = self.least_child(place)
            && least.key.before(entry.key)
        {
            self.stand(place, least, nodes);
            place = child;
        }
        self.stand(place, entry, nodes);
    }

    fn least_child(&self, place: usize) -> Option<(usize, Entry)> {
        let first = CHILDREN * place + 1;
        let children = self.heap.get(first..)?;
        let mut least = (first, *children.first()?);
        for (child, &entry) in (first..first + CHILDREN).zip(children).skip(1) {
            if entry.key.before(least.1.key) {
                least = (child, entry);
            }
        }
        Some(least)
    }

    fn stand(&mut self, place: usize, entry: Entry, nodes: &mut [Node]) {
        self.heap[place] = entry;
        nodes[entry.slot as usize].back = place as u32;
    }
}
