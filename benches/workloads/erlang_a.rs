//! W3 by hand: agents who share a line whose callers lose patience.
//!
//! The event set is made for it: the next arrival, a heap of the ends of calls (it does not matter who ends), and the earliest
//! deadline of the few who wait. A caller who is served leaves with his deadline, so nothing cancelled ever comes up.

use std::ops::Range;

use ausfall::model::Blueprint;

use crate::calls::{Call, Calls, Hotline, Sums};

/// The loop with its memory.
pub struct ErlangA {
    hotline: Hotline,
    calls: Calls,
    ends: Ends,
    line: Line,
}

impl ErlangA {
    /// The loop for a scenario.
    pub fn of(blueprint: &Blueprint) -> Self {
        let hotline = Hotline::of(blueprint);
        Self {
            hotline,
            calls: hotline.calls(),
            ends: Ends::new(hotline.agents as usize),
            line: Line::default(),
        }
    }

    /// Runs replications.
    pub fn run(&mut self, replications: Range<u64>) -> Sums {
        let mut sums = Sums::default();
        replications.for_each(|replication| self.replicate(replication, &mut sums));
        sums
    }

    fn replicate(&mut self, replication: u64, sums: &mut Sums) {
        let (hotline, end) = (self.hotline, self.hotline.end);
        self.calls.restart(replication);
        self.ends.clear();
        self.line.clear();
        let mut next = self.calls.next();
        let mut events = 0;
        // At one instant a call ends before a caller gives up before another comes.
        loop {
            let ends = self.ends.first();
            if ends <= self.line.deadline && ends <= next.at {
                if ends > end {
                    break;
                }
                match self.line.take() {
                    Some(call) => {
                        sums.wait += if hotline.counts(call.at) {
                            ends - call.at
                        } else {
                            0
                        };
                        self.ends.replace_first(ends + call.handling);
                    }
                    None => self.ends.pop(),
                }
            } else if self.line.deadline <= next.at {
                let now = self.line.deadline;
                if now > end {
                    break;
                }
                let at = self.line.give_up();
                if hotline.counts(at) {
                    sums.wait += now - at;
                    sums.abandoned += 1;
                }
            } else {
                if next.at > end {
                    break;
                }
                sums.offered += u64::from(hotline.counts(next.at));
                if self.ends.has_room() {
                    self.ends.push(next.at + next.handling);
                } else {
                    self.line.join(next);
                }
                next = self.calls.next();
            }
            events += 1;
        }
        let waiting = self
            .line
            .waiting
            .iter()
            .filter(|call| hotline.counts(call.at));
        sums.wait += waiting.map(|call| end - call.at).sum::<i64>();
        sums.events += events;
    }
}

/// Those who wait, in the order of arrival; so few at a time that looking through them is fastest.
#[derive(Default)]
struct Line {
    waiting: Vec<Call>,
    /// The earliest deadline.
    deadline: i64,
}

impl Line {
    fn clear(&mut self) {
        self.waiting.clear();
        self.deadline = i64::MAX;
    }

    fn join(&mut self, call: Call) {
        self.deadline = self.deadline.min(call.at + call.patience);
        self.waiting.push(call);
    }

    fn take(&mut self) -> Option<Call> {
        if self.waiting.is_empty() {
            return None;
        }
        let call = self.waiting.remove(0);
        self.find_deadline();
        Some(call)
    }

    /// The first whose deadline it is leaves; when he came.
    fn give_up(&mut self) -> i64 {
        let deadline = self.deadline;
        let place = self
            .waiting
            .iter()
            .position(|call| call.at + call.patience == deadline);
        let call = self
            .waiting
            .remove(place.expect("a deadline belongs to somebody who waits"));
        self.find_deadline();
        call.at
    }

    fn find_deadline(&mut self) {
        let deadlines = self.waiting.iter().map(|call| call.at + call.patience);
        self.deadline = deadlines.fold(i64::MAX, i64::min);
    }
}

/// Ends of calls in progress: a binary heap of bare instants, earliest first.
struct Ends {
    heap: Vec<i64>,
    room: usize,
}

impl Ends {
    fn new(room: usize) -> Self {
        Self {
            heap: Vec::with_capacity(room),
            room,
        }
    }

    fn clear(&mut self) {
        self.heap.clear();
    }

    fn has_room(&self) -> bool {
        self.heap.len() < self.room
    }

    #[inline(always)]
    fn first(&self) -> i64 {
        self.heap.first().copied().unwrap_or(i64::MAX)
    }

    fn push(&mut self, at: i64) {
        let mut hole = self.heap.len();
        self.heap.push(at);
        while hole > 0 && self.heap[(hole - 1) / 2] > at {
            self.heap[hole] = self.heap[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }
        self.heap[hole] = at;
    }

    fn pop(&mut self) {
        if let Some(last) = self.heap.pop()
            && !self.heap.is_empty()
        {
            self.replace_first(last);
        }
    }

    fn replace_first(&mut self, at: i64) {
        let heap = &mut self.heap[..];
        let (mut hole, count) = (0, heap.len());
        loop {
            let mut child = 2 * hole + 1;
            if child + 1 < count {
                child += usize::from(heap[child + 1] < heap[child]);
            } else if child >= count {
                break;
            }
            if heap[child] >= at {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = at;
    }
}
