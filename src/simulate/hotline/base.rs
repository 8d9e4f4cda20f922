//! Base calls of one class: a Poisson process on the weekly profile, by inverting its cumulative rate.
//!
//! Λ(t) = users · ∫ rate; the times at which Λ grows by unit exponentials are the arrivals (Çinlar, Introduction to
//! Stochastic Processes, 1975, ch. 4). Nothing but the number of the call enters its draws, so that a variant changes
//! neither when the n-th call comes nor how long it lasts. Calls are drawn in blocks, since logarithms are cheaper by the dozen.

use super::draws::Draws;
use crate::dist::Law;
use crate::kernel::Dense;
use crate::model::calendar::Steps;
use crate::stats::special::ln_each;
use crate::units::{Instant, Span};

/// Calls that are drawn at a time.
const BLOCK: usize = 64;

/// The base calls of one class in one replication.
#[derive(Clone, Debug, Default)]
pub struct BaseCalls {
    stream: Option<Dense>,
    /// How many calls were drawn, present block included.
    drawn: u64,
    /// The place of the next call in the block.
    call: usize,
    uniforms: Vec<[f64; 4]>,
    /// What the cumulative rate per user grows by until each call.
    owed: Vec<f64>,
    /// How long each call will be handled [µs], where a block of the law is cheaper than single draws; else empty.
    handling: Vec<f64>,
    /// When the last call came.
    position: Instant,
    /// The step of the profile at `position`, its rate per user [1/(user µs)] and its end.
    step: usize,
    rate: f64,
    until: Instant,
}

impl BaseCalls {
    /// Starts anew at `at` with call number 0; the profile is per user [1/(user µs)].
    pub fn start(&mut self, stream: Dense, profile: &Steps<f64>, at: Instant) {
        self.stream = Some(stream);
        self.drawn = 0;
        self.call = BLOCK;
        self.position = at;
        let after = profile.0.partition_point(|&(from, _)| from <= at);
        self.enter_step(profile, after.saturating_sub(1));
    }

    /// When the next call comes, if not after `end`.
    #[inline]
    pub fn next(
        &mut self,
        profile: &Steps<f64>,
        handling: &Law,
        users: u64,
        end: Instant,
    ) -> Option<Instant> {
        self.call += 1;
        if self.call >= BLOCK {
            self.draw(handling, users)?;
        }
        let owed = self.owed[self.call];
        self.position = if owed < self.room(self.position) {
            self.reach(self.position, owed)
        } else {
            self.cross(profile, owed, end)?
        };
        (self.position <= end).then_some(self.position)
    }

    /// What was drawn for the call that comes next.
    #[must_use]
    #[inline]
    pub fn draws(&self, handling: &Law) -> Draws {
        let uniforms = self.uniforms[self.call];
        match self.handling.get(self.call) {
            Some(&handling) => Draws { uniforms, handling },
            None => Draws::new(uniforms, handling),
        }
    }

    /// Draws the next block.
    #[cold]
    fn draw(&mut self, handling: &Law, users: u64) -> Option<()> {
        self.uniforms.resize(BLOCK, [0.0; 4]);
        self.stream.as_mut()?.block(self.drawn, &mut self.uniforms);
        self.drawn += BLOCK as u64;
        self.call = 0;
        self.owed.clear();
        self.owed.extend(self.uniforms.iter().map(|lanes| lanes[0]));
        ln_each(&mut self.owed);
        for owed in &mut self.owed {
            *owed = -*owed / users as f64;
        }
        self.handling.clear();
        if let Law::Exponential(law) = handling {
            self.handling
                .extend(self.uniforms.iter().map(|lanes| lanes[1]));
            law.quantile_each(&mut self.handling);
        }
        Some(())
    }

    fn enter_step(&mut self, profile: &Steps<f64>, step: usize) {
        let next = profile.0.get(step + 1);
        self.step = step;
        self.rate = profile.0[step].1;
        self.until = next.map_or(Instant::NEVER, |&(next, _)| next);
    }

    /// What the cumulative rate grows by between `from` and the end of the step.
    #[inline]
    fn room(&self, from: Instant) -> f64 {
        self.rate * (self.until - from).micros() as f64
    }

    /// When it has grown by `owed` since `from`, within the step.
    #[inline]
    fn reach(&self, from: Instant, owed: f64) -> Instant {
        (from + Span::drawn(owed / self.rate)).min(self.until)
    }

    /// The same where the step ends before; `None` if it is after `end` or never.
    #[cold]
    fn cross(&mut self, profile: &Steps<f64>, mut owed: f64, end: Instant) -> Option<Instant> {
        let mut from = self.position;
        while self.until < Instant::NEVER {
            owed -= self.room(from);
            from = self.until;
            if from > end {
                return None;
            }
            self.enter_step(profile, self.step + 1);
            if owed < self.room(from) {
                return Some(self.reach(from, owed));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Seed, StreamName};

    /// The n-th arrival by summing unit exponentials and looking the sum up in the cumulative profile, step by step.
    #[test]
    fn blocks_change_neither_arrivals_nor_draws() {
        let hour = Span::from_hours(1);
        let profile = [(0, 2e-9), (1, 0.0), (3, 8e-9), (4, 1e-9), (90, 5e-9)];
        let steps = profile.map(|(hours, rate)| (Instant::START + Span::from_hours(hours), rate));
        let profile = Steps(steps.to_vec().into());
        let (seed, name) = (Seed::new(4), StreamName::of("calls"));
        let law = Law::exponential(3e6).expect("a law");
        let mut calls = BaseCalls::default();
        calls.start(seed.dense(name, 1), &profile, Instant::START + hour);
        let mut stream = seed.dense(name, 1);
        let (mut from, mut step) = (Instant::START + hour, 1);
        for number in 0..5_000 {
            let lanes = stream.uniforms(number);
            let mut owed = -libm::log(lanes[0]) / 7.0;
            while step + 1 < steps.len() {
                let room = steps[step].1 * (steps[step + 1].0 - from).micros() as f64;
                if owed < room {
                    break;
                }
                owed -= room;
                (from, step) = (steps[step + 1].0, step + 1);
            }
            from = from + Span::drawn(owed / steps[step].1);
            if let Some(&(next, _)) = steps.get(step + 1) {
                from = from.min(next);
            }
            assert_eq!(calls.next(&profile, &law, 7, Instant::NEVER), Some(from));
            assert_eq!(calls.uniforms[calls.call], lanes);
            assert_eq!(calls.handling[calls.call], law.quantile([lanes[1], 0.5]));
        }
    }
}
