//! Base calls of one class: a Poisson process on the weekly profile, by inverting its cumulative rate.
//!
//! Λ(t) = users · ∫ rate; the times at which Λ grows by unit exponentials are the arrivals (Çinlar, Introduction to
//! Stochastic Processes, 1975, ch. 4). Nothing but the number of the call enters its draws, so that a variant changes
//! neither when the n-th call comes nor how long it lasts. Calls are drawn in blocks, since logarithms are cheaper by the dozen.

use super::draws;
use crate::dist::Law;
use crate::kernel::Dense;
use crate::model::calendar::Steps;
use crate::model::hotline::Hotline;
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
    /// When each call comes; [`Instant::NEVER`] from the first one on that would come after the end.
    arrivals: Vec<Instant>,
    /// How long each call will be handled [µs], where a block of the law is cheaper than single draws; else empty.
    handling: Vec<f64>,
    /// How long each caller is ready to wait [µs], likewise.
    patience: Vec<f64>,
    /// Memory for the logarithms of a block.
    owed: Vec<f64>,
    /// When the last call of the block came.
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
    pub fn next(&mut self, hotline: &Hotline, users: u64, end: Instant) -> Option<Instant> {
        self.call += 1;
        if self.call >= BLOCK {
            self.draw(hotline, users, end)?;
        }
        let arrival = self.arrivals[self.call];
        (arrival <= end).then_some(arrival)
    }

    /// The lanes of the call that comes next.
    #[must_use]
    #[inline]
    pub fn uniforms(&self) -> &[f64; 4] {
        &self.uniforms[self.call]
    }

    /// How long the call that comes next will be handled where nothing slows the agents [µs].
    #[must_use]
    #[inline]
    pub fn handling(&self, law: &Law) -> f64 {
        match self.handling.get(self.call) {
            Some(&handling) => handling,
            None => draws::handling(law, self.uniforms()),
        }
    }

    /// How long the one who calls next is ready to wait.
    #[must_use]
    #[inline]
    pub fn patience(&self, law: &Law) -> Span {
        match self.patience.get(self.call) {
            Some(&patience) => Span::drawn(patience),
            None => draws::patience(law, self.uniforms()),
        }
    }

    /// Draws the next block.
    #[cold]
    fn draw(&mut self, hotline: &Hotline, users: u64, end: Instant) -> Option<()> {
        self.uniforms.resize(BLOCK, [0.0; 4]);
        self.stream.as_mut()?.block(self.drawn, &mut self.uniforms);
        self.drawn += BLOCK as u64;
        self.call = 0;
        self.draw_arrivals(&hotline.rate, users, end);
        let lane = |lane: usize| self.uniforms.iter().map(move |lanes| lanes[lane]);
        draw_each(&mut self.handling, Some(&hotline.handling), lane(1));
        draw_each(&mut self.patience, hotline.patience.as_ref(), lane(2));
        Some(())
    }

    fn draw_arrivals(&mut self, profile: &Steps<f64>, users: u64, end: Instant) {
        self.owed.clear();
        self.owed.extend(self.uniforms.iter().map(|lanes| lanes[0]));
        ln_each(&mut self.owed);
        for owed in &mut self.owed {
            *owed = -*owed / users as f64;
        }
        self.arrivals.clear();
        for call in 0..BLOCK {
            let Some(arrival) = self.reach(profile, self.owed[call], end) else {
                break;
            };
            self.arrivals.push(arrival);
            self.position = arrival;
        }
        self.arrivals.resize(BLOCK, Instant::NEVER);
    }

    /// When the cumulative rate per user has grown by `owed` since the last call.
    #[inline]
    fn reach(&mut self, profile: &Steps<f64>, owed: f64, end: Instant) -> Option<Instant> {
        if owed < self.room(self.position) {
            return Some(self.within(self.position, owed));
        }
        self.cross(profile, owed, end)
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
    fn within(&self, from: Instant, owed: f64) -> Instant {
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
                return Some(self.within(from, owed));
            }
        }
        None
    }
}

/// The values of a law at all of `uniforms`, if it is one that is cheaper in a block; else none.
fn draw_each(values: &mut Vec<f64>, law: Option<&Law>, uniforms: impl Iterator<Item = f64>) {
    values.clear();
    if let Some(Law::Exponential(law)) = law {
        values.extend(uniforms);
        law.quantile_each(values);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Seed, StreamName};

    const USERS: u64 = 7;

    /// The n-th arrival by summing unit exponentials and following the cumulative profile, step by step.
    #[test]
    fn blocks_change_neither_arrivals_nor_draws() {
        let hours = |hours| Instant::START + Span::from_hours(hours);
        let steps = [(0, 2e-9), (1, 0.0), (3, 8e-9), (4, 1e-9), (90, 5e-9)];
        let steps = steps.map(|(from, rate)| (hours(from), rate));
        let profile = Steps(steps.to_vec().into());
        let (seed, name) = (Seed::new(4), StreamName::of("calls"));
        let (begin, end) = (hours(1), hours(200));
        let mut calls = BaseCalls::default();
        calls.start(seed.dense(name, 1), &profile, begin);
        let mut stream = seed.dense(name, 1);
        let (mut from, mut step) = (begin, 1);
        for number in 0.. {
            let lanes = stream.uniforms(number);
            let mut owed = -libm::log(lanes[0]) / USERS as f64;
            while let Some(&(next, _)) = steps.get(step + 1) {
                let room = steps[step].1 * (next - from).micros() as f64;
                if owed < room {
                    break;
                }
                owed -= room;
                (from, step) = (next, step + 1);
            }
            let next = steps
                .get(step + 1)
                .map_or(Instant::NEVER, |&(next, _)| next);
            from = (from + Span::drawn(owed / steps[step].1)).min(next);
            calls.call += 1;
            if calls.call >= BLOCK {
                calls.uniforms.resize(BLOCK, [0.0; 4]);
                calls
                    .stream
                    .as_mut()
                    .unwrap()
                    .block(calls.drawn, &mut calls.uniforms);
                calls.drawn += BLOCK as u64;
                calls.call = 0;
                calls.draw_arrivals(&profile, USERS, end);
            }
            if from > end {
                assert!(calls.arrivals[calls.call] > end);
                assert!(number > 10_000, "{number} calls");
                break;
            }
            assert_eq!(calls.arrivals[calls.call], from, "call {number}");
            assert_eq!(*calls.uniforms(), lanes);
        }
    }
}
