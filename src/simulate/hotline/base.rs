//! Base calls of one class: a Poisson process on the weekly profile, by inverting its cumulative rate.
//!
//! Λ(t) = users · ∫ rate; the times at which Λ grows by unit exponentials are the arrivals (Çinlar, Introduction to
//! Stochastic Processes, 1975, ch. 4). Nothing but the number of the call enters its draws, so that a variant changes
//! neither when the n-th call comes nor how long it lasts.

use crate::kernel::Dense;
use crate::model::calendar::Steps;
use crate::units::{Instant, Span};

/// The base calls of one class in one replication.
#[derive(Clone, Debug, Default)]
pub struct BaseCalls {
    stream: Option<Dense>,
    number: u64,
    position: Instant,
    step: usize,
    uniforms: [f64; 4],
}

impl BaseCalls {
    /// Starts anew at `at` with call number 0.
    pub fn start(&mut self, stream: Dense, rate: &Steps<f64>, at: Instant) {
        self.stream = Some(stream);
        self.number = 0;
        self.position = at;
        self.step = rate
            .0
            .partition_point(|&(from, _)| from <= at)
            .saturating_sub(1);
    }

    /// When the next call comes, if not after `end`; `rate` is per user [1/(user µs)].
    pub fn next(&mut self, rate: &Steps<f64>, users: u64, end: Instant) -> Option<Instant> {
        self.uniforms = self.stream.as_mut()?.uniforms(self.number);
        self.number += 1;
        self.position = self.invert(rate, -libm::log(self.uniforms[0]) / users as f64, end)?;
        (self.position <= end).then_some(self.position)
    }

    /// Lane 0 arrival, 1 handling, 2 patience, 3 shared by laws that take a second uniform.
    #[must_use]
    pub fn uniforms(&self) -> [f64; 4] {
        self.uniforms
    }

    /// Where the cumulative rate per user has grown by `owed`.
    fn invert(&mut self, rate: &Steps<f64>, mut owed: f64, end: Instant) -> Option<Instant> {
        let mut from = self.position;
        while from <= end {
            let per_tick = rate.0[self.step].1;
            let until = rate
                .0
                .get(self.step + 1)
                .map_or(Instant::NEVER, |&(next, _)| next);
            let room = per_tick * (until - from).micros() as f64;
            if owed < room {
                return Some((from + Span::drawn(owed / per_tick)).min(until));
            }
            if until == Instant::NEVER {
                return None;
            }
            owed -= room;
            from = until;
            self.step += 1;
        }
        None
    }
}
