//! A waiting line: first come, first served, and everyone's patience runs.
//!
//! A caller who gave up leaves a gap in the line; a deadline whose caller was served is dropped when it comes up. Both
//! cost constant or logarithmic time and allocate nothing once the memory has grown.

use super::desk::Call;
use crate::units::Instant;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// Calls that wait for one desk.
#[derive(Clone, Debug, Default)]
pub struct Line {
    calls: VecDeque<Option<Call>>,
    /// Number of the front of `calls`, counted over all calls that ever waited.
    front: u64,
    waiting: u32,
    /// (deadline, number), earliest first.
    deadlines: BinaryHeap<Reverse<(Instant, u64)>>,
}

impl Line {
    /// How many wait.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.waiting
    }

    /// Whether nobody waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.waiting == 0
    }

    /// Joins the end; gives up at `deadline`.
    pub fn join(&mut self, call: Call, deadline: Option<Instant>) {
        if let Some(deadline) = deadline {
            self.deadlines
                .push(Reverse((deadline, self.front + self.calls.len() as u64)));
        }
        self.calls.push_back(Some(call));
        self.waiting += 1;
    }

    /// Takes the one who has waited longest.
    pub fn take(&mut self) -> Option<Call> {
        while let Some(call) = self.calls.pop_front() {
            self.front += 1;
            if call.is_some() {
                self.left();
                return call;
            }
        }
        None
    }

    /// Takes one whose deadline is not after `now`, in the order of deadlines.
    pub fn give_up(&mut self, now: Instant) -> Option<Call> {
        self.next_deadline().filter(|&deadline| deadline <= now)?;
        let Reverse((_, number)) = self.deadlines.pop()?;
        let call = self.calls[(number - self.front) as usize].take();
        self.left();
        call
    }

    /// The earliest deadline of those who wait.
    pub fn next_deadline(&mut self) -> Option<Instant> {
        while let Some(&Reverse((deadline, number))) = self.deadlines.peek() {
            if number >= self.front {
                return Some(deadline);
            }
            self.deadlines.pop();
        }
        None
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.calls.clear();
        self.deadlines.clear();
        (self.front, self.waiting) = (0, 0);
    }

    fn left(&mut self) {
        self.waiting -= 1;
        if self.waiting == 0 {
            self.clear();
        }
    }
}
