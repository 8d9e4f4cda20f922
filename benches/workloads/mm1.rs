//! W1 by hand: one agent, endless patience. Two instants are the whole event set, the next arrival and the end of the call.

use std::collections::VecDeque;
use std::ops::Range;

use ausfall::model::Blueprint;

use crate::calls::{Call, Calls, Hotline, Sums};

/// The loop with its memory.
pub struct Mm1 {
    hotline: Hotline,
    calls: Calls,
    line: VecDeque<Call>,
}

impl Mm1 {
    /// The loop for a scenario.
    pub fn of(blueprint: &Blueprint) -> Self {
        let hotline = Hotline::of(blueprint);
        assert_eq!(hotline.agents, 1);
        Self {
            hotline,
            calls: hotline.calls(),
            line: VecDeque::new(),
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
        self.line.clear();
        let mut next = self.calls.next();
        let mut ends = i64::MAX;
        let mut events = 0;
        loop {
            // At one instant a call ends before another comes.
            if ends <= next.at {
                if ends > end {
                    break;
                }
                let now = ends;
                ends = match self.line.pop_front() {
                    Some(call) => {
                        sums.wait += if hotline.counts(call.at) {
                            now - call.at
                        } else {
                            0
                        };
                        now + call.handling
                    }
                    None => i64::MAX,
                };
            } else {
                if next.at > end {
                    break;
                }
                sums.offered += u64::from(hotline.counts(next.at));
                if ends == i64::MAX {
                    ends = next.at + next.handling;
                } else {
                    self.line.push_back(next);
                }
                next = self.calls.next();
            }
            events += 1;
        }
        let waiting = self.line.iter().filter(|call| hotline.counts(call.at));
        sums.wait += waiting.map(|call| end - call.at).sum::<i64>();
        sums.events += events;
    }
}
