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
    #[inline]
    pub fn len(&self) -> u32 {
        self.waiting
    }

    /// Whether nobody waits.
    #[must_use]
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.waiting == 0
    }

    /// Joins the end; gives up at `deadline`.
    #[inline]
    pub fn join(&mut self, call: Call, deadline: Option<Instant>) {
        if let Some(deadline) = deadline {
            self.deadlines
                .push(Reverse((deadline, self.front + self.calls.len() as u64)));
        }
        self.calls.push_back(Some(call));
        self.waiting += 1;
    }

    /// Takes the one who has waited longest.
    #[inline]
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

#[cfg(test)]
mod tests {
    use super::super::tally::Arrival;
    use super::*;
    use crate::kernel::{Seed, StreamName};

    /// The same by looking through everybody: (number, deadline) in order of arrival.
    #[derive(Default)]
    struct Naive(Vec<(u32, Option<Instant>)>);

    impl Naive {
        fn take(&mut self) -> Option<u32> {
            (!self.0.is_empty()).then(|| self.0.remove(0).0)
        }

        fn next_deadline(&self) -> Option<Instant> {
            self.0.iter().filter_map(|&(_, deadline)| deadline).min()
        }

        fn give_up(&mut self, now: Instant) -> Option<u32> {
            let next = self.next_deadline().filter(|&deadline| deadline <= now);
            let first = self
                .0
                .iter()
                .position(|&(_, deadline)| next.is_some() && deadline == next)?;
            Some(self.0.remove(first).0)
        }
    }

    fn call(number: u32) -> Call {
        let arrival = Arrival {
            at: Instant::START,
            class: number,
            spell: 0,
        };
        Call {
            arrival,
            handling: 1.0,
        }
    }

    #[test]
    fn a_line_serves_and_loses_the_same_callers_as_one_that_looks_through_everybody() {
        let (mut line, mut naive) = (Line::default(), Naive::default());
        for number in 0..20_000 {
            let [what, patience, ..] =
                Seed::new(5).uniforms(StreamName::of("line"), 0, u64::from(number), 0);
            let now = Instant::from_micros(i64::from(number));
            // Lines grow and empty in turns; some callers would wait for ever.
            let joins = if number / 200 % 2 == 0 { 0.6 } else { 0.3 };
            if what < joins {
                let deadline = (patience < 0.8)
                    .then(|| Instant::from_micros(now.micros() + (patience * 90.0) as i64));
                line.join(call(number), deadline);
                naive.0.push((number, deadline));
            } else if what < joins + 0.2 {
                assert_eq!(line.take().map(|call| call.arrival.class), naive.take());
            } else {
                let gone = line.give_up(now).map(|call| call.arrival.class);
                assert_eq!(gone, naive.give_up(now));
            }
            assert_eq!(line.next_deadline(), naive.next_deadline());
            assert_eq!(
                (line.len() as usize, line.is_empty()),
                (naive.0.len(), naive.0.is_empty())
            );
        }
    }
}
