//! Steady state from one long run: the warm-up is cut off where the rest is steadiest (MSER-5), and batches of what is left stand
//! for independent runs (batch means).
//!
//! The run comes as a series of equal stretches of time, each with a numerator and a denominator counted in integers (the waits
//! and the calls of a week). Knows nothing of what is counted.

use super::groups::GROUPS;
use super::interval::{Interval, Method};
use super::ratio::{Part, ratio, total};

/// Stretches that are looked at together when the warm-up is sought.
const MSER: usize = 5;

/// Fewer stretches than this in each batch say too little about how batches hang together.
const LEAST_IN_BATCH: usize = 4;

/// What one long run says about a ratio in the long run.
#[derive(Clone, Debug, PartialEq)]
pub struct Steady {
    /// Stretches at the beginning that are left out as warm-up.
    pub warm_up: usize,
    /// The estimate with its interval from [`GROUPS`] batches; *too few* where the run is too short for them.
    pub interval: Interval,
    /// Correlation of neighbouring batches [1]; far above 0 the run is too short for its interval (see [`Steady::is_short`]).
    pub correlation: Option<f64>,
}

impl Steady {
    /// Whether neighbouring batches are more alike than independent ones are in 19 of 20 runs (von Neumann's ratio in its normal
    /// limit: the correlation has the standard deviation 1/√batches), or there were no batches at all.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.correlation
            .is_none_or(|correlation| correlation > 1.645 / (GROUPS as f64).sqrt())
    }
}

/// Σ numerator / Σ denominator in the long run, from the stretches of one run in the order of time.
#[must_use]
pub fn steady(series: &[Part], confidence: f64) -> Steady {
    let warm_up = warm_up(series);
    let rest = &series[warm_up..];
    let length = rest.len() / GROUPS;
    if length < LEAST_IN_BATCH {
        let (above, below) = total(rest);
        let estimate = (below != 0).then(|| above as f64 / below as f64);
        return Steady {
            warm_up,
            interval: Interval::too_few(estimate),
            correlation: None,
        };
    }
    // What does not fill a batch is taken from the beginning, where the run is least settled.
    let batches: Vec<Part> = rest[rest.len() % GROUPS..]
        .chunks(length)
        .map(total)
        .collect();
    let mut interval = ratio(&batches, true, confidence);
    if interval.half_width().is_some() {
        interval.method = Method::BatchMeans;
    }
    Steady {
        warm_up,
        interval,
        correlation: correlation(&batches),
    }
}

/// How many stretches at the beginning are best left out: those after which the mean of the rest is known best, by
/// Σ(Y − Ȳ)²/m² over the m means Y of five stretches that remain (MSER-5: K. P. White, "An effective truncation heuristic for bias
/// reduction in simulation output", Simulation 69 (1997) 323). Never more than half of the run.
#[must_use]
pub fn warm_up(series: &[Part]) -> usize {
    let means: Vec<f64> = series
        .chunks_exact(MSER)
        .map(|five| mean(total(five)))
        .collect();
    let (mut count, mut sum, mut squares) = (0.0, 0.0, 0.0);
    let mut best = (f64::INFINITY, 0);
    // From the end backwards, so that each value joins what stands behind it (Welford's update).
    for (cut, &value) in means.iter().enumerate().rev() {
        count += 1.0;
        let off = value - sum / f64::max(count - 1.0, 1.0);
        squares += if count > 1.0 {
            off * off * (count - 1.0) / count
        } else {
            0.0
        };
        sum += value;
        if cut <= means.len() / 2 && squares / (count * count) <= best.0 {
            best = (squares / (count * count), cut);
        }
    }
    MSER * best.1
}

/// Lag-1 correlation of the batches' ratios; `None` where they do not vary.
fn correlation(batches: &[Part]) -> Option<f64> {
    let values: Vec<f64> = batches.iter().copied().map(mean).collect();
    let middle = values.iter().sum::<f64>() / values.len() as f64;
    let off: Vec<f64> = values.iter().map(|value| value - middle).collect();
    let squares: f64 = off.iter().map(|x| x * x).sum();
    let products: f64 = off.windows(2).map(|pair| pair[0] * pair[1]).sum();
    (squares > 0.0).then(|| products / squares)
}

/// A stretch without a denominator (no call came) counts as zero.
fn mean((above, below): Part) -> f64 {
    if below == 0 {
        0.0
    } else {
        above as f64 / below as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Uniforms by a linear congruence (Knuth, MMIX): good enough for these, and the same everywhere.
    struct Luck(u64);

    impl Luck {
        fn next(&mut self) -> f64 {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            ((self.0 >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
        }

        fn exponential(&mut self) -> f64 {
            -libm::log(self.next())
        }
    }

    /// Waits of an M/M/1 queue of load 0.8 by Lindley's recursion, from a wait `begins` at the start; in stretches of 500 customers.
    fn queue(seed: u64, begins: f64, stretches: usize) -> Vec<Part> {
        let (mut luck, mut wait) = (Luck(seed), begins);
        let stretch = |_| {
            let waits = (0..500).map(|_| {
                wait = f64::max(wait + 0.8 * luck.exponential() - luck.exponential(), 0.0);
                (wait * 1e6) as i128
            });
            (waits.sum(), 500)
        };
        (0..stretches).map(stretch).collect()
    }

    /// Mean wait of the queue [millionths]: ρ²/(1 − ρ) in units of the mean gap.
    const MEAN: f64 = 3.2e6;

    #[test]
    fn the_mean_wait_of_a_queue_is_covered_by_one_long_run() {
        // 400 runs: a perfect 95 % interval has the standard deviation 1.1 %; three of them.
        let covered = (0..400)
            .filter(|&seed| {
                let interval = steady(&queue(seed, 0.0, 512), 0.95).interval;
                interval.low.unwrap() <= MEAN && MEAN <= interval.high.unwrap()
            })
            .count();
        assert!((367..=393).contains(&covered), "{covered} of 400");
    }

    #[test]
    fn a_long_line_at_the_start_is_cut_off() {
        let series = queue(1, 20_000.0, 512);
        // The line shrinks by 0.2 a customer: 100,000 customers or 200 stretches.
        let found = steady(&series, 0.95);
        assert!((195..=256).contains(&found.warm_up), "{}", found.warm_up);
        // A line of some ten thousand that were kept would double the estimate.
        let (estimate, error) = (
            found.interval.estimate.unwrap(),
            found.interval.std_error.unwrap(),
        );
        assert!((estimate - MEAN).abs() < 4.0 * error && error < 0.08 * MEAN);
        assert!(warm_up(&queue(1, 0.0, 512)) < 100);
    }

    #[test]
    fn a_run_that_is_too_short_has_no_interval() {
        let short = steady(&queue(3, 0.0, 100), 0.95);
        assert!(short.interval.low.is_none() && short.interval.estimate.is_some());
        assert!(short.is_short());
        assert_eq!(steady(&[], 0.95).interval, Interval::too_few(None));
    }

    #[test]
    fn batches_that_hang_together_are_told() {
        let drifting: Vec<Part> = (0..512).map(|at| (at % 256, 1)).collect();
        assert!(steady(&drifting, 0.95).is_short());
        assert!(!steady(&queue(5, 0.0, 1_024), 0.95).is_short());
    }
}
