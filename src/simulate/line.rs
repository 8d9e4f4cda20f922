//! The waiting line of a crew: what is served next.
//!
//! A heap of the crate `priority-queue`, because work that is interrupted comes back to the place that it had. Knows nothing of who
//! works and whether the work can be done.

use crate::simulate::works::{Turn, WorkId};
use priority_queue::PriorityQueue;
use std::cmp::Reverse;
use std::hash::{BuildHasherDefault, Hasher};

/// Work that waits, the lowest turn first; no two pieces have the same turn.
#[derive(Default)]
pub(super) struct Line(PriorityQueue<WorkId, Reverse<Turn>, BuildHasherDefault<Spread>>);

impl Line {
    /// A piece of work joins.
    pub(super) fn push(&mut self, work: WorkId, turn: Turn) {
        self.0.push(work, Reverse(turn));
    }

    /// What is served next.
    pub(super) fn first(&self) -> Option<WorkId> {
        self.0.peek().map(|(&work, _)| work)
    }

    /// Takes out what is served next.
    pub(super) fn remove_first(&mut self) {
        self.0.pop();
    }

    /// Nobody waits; the memory is kept.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

/// Spreads places in a list by one multiplication (Fibonacci hashing, Knuth, TAOCP 3, 6.4); the same on every machine.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(u32::from(byte));
        }
    }

    fn write_u32(&mut self, place: u32) {
        self.0 = (self.0 ^ u64::from(place)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}
