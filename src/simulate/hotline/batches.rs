//! The calls of the counted window in equal stretches of time, for the interval of a mean from one long run.
//!
//! The window is known beforehand, so the stretches are fixed from the start and their number does not grow with it. Knows
//! nothing of warm-up rules and intervals.

use crate::simulate::outcome::{CallBatches, CallCount};
use crate::units::{Instant, Span};

/// So many batches make a window, fewer only where it has fewer ticks. A multiple of the 20 to 40 that batch means want
/// (Schmeiser, Operations Research 30, 1982), so that neighbours may be joined after the beginning was cut off.
const MOST: i64 = 1024;

/// Batches of one replication.
#[derive(Clone, Debug, Default)]
pub struct Batches {
    from: Instant,
    counts: CallBatches,
}

impl Batches {
    /// Starts anew for the window (from, to] of a hotline that counts so many `within` and `waits`; memory is kept.
    pub fn start(&mut self, (from, to): (Instant, Instant), (within, waits): (usize, usize)) {
        let ticks = (to - from).micros();
        let length = up(ticks, MOST).max(1);
        self.from = from;
        self.counts.length = Span::from_micros(length);
        let number = up(ticks, length);
        self.counts
            .batches
            .resize_with(number as usize, CallCount::default);
        for batch in &mut self.counts.batches {
            batch.reset(within, waits);
        }
    }

    /// The first instant of the batch after the one that begins at `edge`; of the first batch, after the window's beginning.
    #[must_use]
    pub fn edge_after(&self, edge: Instant) -> Instant {
        match edge <= self.from {
            true => self.from + Span::TICK,
            false => edge + self.counts.length,
        }
    }

    /// The batch of calls that came at `at`, within the window.
    pub fn at(&mut self, at: Instant) -> &mut CallCount {
        let batch = (at - self.from - Span::TICK).micros() / self.counts.length.micros();
        &mut self.counts.batches[batch as usize]
    }

    /// What was counted.
    #[must_use]
    pub fn counts(&self) -> &CallBatches {
        &self.counts
    }
}

/// The quotient, rounded up.
fn up(ticks: i64, by: i64) -> i64 {
    (ticks + by - 1) / by
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_instant_of_a_window_lies_between_the_edges_of_its_batch() {
        for ticks in [1, 5, 1024, 1025, 5000] {
            let (from, to) = (Instant::from_micros(7), Instant::from_micros(7 + ticks));
            let mut batches = Batches::default();
            batches.start((from, to), (0, 0));
            let (mut batch, mut next) = (-1, batches.edge_after(from));
            for at in 8..=to.micros() {
                let at = Instant::from_micros(at);
                if at == next {
                    (batch, next) = (batch + 1, batches.edge_after(at));
                }
                batches.at(at).offered += 1;
                assert!(batches.counts.batches[batch as usize].offered > 0);
            }
            let counted: Vec<_> = batches.counts.batches.iter().map(|b| b.offered).collect();
            assert_eq!(counted.iter().map(|&n| i64::from(n)).sum::<i64>(), ticks);
            assert!(counted.len() as i64 <= MOST);
            let full = batches.counts.length.micros();
            let (last, others) = counted.split_last().unwrap();
            assert!(others.iter().all(|&calls| i64::from(calls) == full));
            assert!((1..=full).contains(&i64::from(*last)));
        }
    }
}
