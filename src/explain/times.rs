//! How long things last: mean, median and 95 % point of a law, and of a sum of laws.
//!
//! A single law is asked directly. A sum is replaced by equally weighted points, its quantiles at the middles of equal shares, so
//! that the same scenario always gives the same figures; the error is well below the two digits that are told.

use serde::Serialize;

use crate::dist::Law;

/// Microseconds in an hour.
pub const HOUR: f64 = 3.6e9;
/// Points that stand for a sum of laws.
const POINTS: usize = 200;

/// A duration in three figures [h].
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Times {
    /// Expectation.
    pub mean_h: f64,
    /// Half lie below.
    pub median_h: f64,
    /// 95 % lie below.
    pub p95_h: f64,
}

impl Times {
    /// The figures of one law of times [µs].
    #[must_use]
    pub fn of(law: &Law) -> Self {
        Self {
            mean_h: law.mean() / HOUR,
            median_h: quantile(law, 0.5) / HOUR,
            p95_h: quantile(law, 0.95) / HOUR,
        }
    }

    /// Whether it is always the same.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        (self.p95_h - self.median_h).abs() <= 1e-9 * self.median_h.abs()
    }
}

/// The value below which the share `p` of a law lies; of a mixture by bisection of its distribution function.
#[must_use]
pub fn quantile(law: &Law, p: f64) -> f64 {
    if law.uniforms() == 1 {
        return law.quantile([p, 0.5]);
    }
    let (mut low, mut high) = (0.0, law.mean().max(1.0));
    while law.cdf(high) < p && high.is_finite() {
        high *= 2.0;
    }
    for _ in 0..80 {
        let middle = (low + high) / 2.0;
        if law.cdf(middle) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// What makes up the time from a failure until the thing is back, or a single time.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Delay {
    /// Times that all pass, one after the other [µs].
    pub laws: Vec<Law>,
    /// A time that passes with this chance [1], such as the arrival of people who are not on the spot.
    pub sometimes: Option<(f64, Law)>,
}

impl Delay {
    /// One law alone.
    #[must_use]
    pub fn one(law: &Law) -> Self {
        Self {
            laws: vec![law.clone()],
            sometimes: None,
        }
    }

    /// Expectation [h].
    #[must_use]
    pub fn mean_h(&self) -> f64 {
        let sum: f64 = self.laws.iter().map(Law::mean).sum();
        let besides = self
            .sometimes
            .as_ref()
            .map_or(0.0, |(chance, law)| chance * law.mean());
        (sum + besides) / HOUR
    }
}

/// Equally weighted points of a duration, ascending [µs], or the law itself where there is only one.
#[derive(Clone, Debug)]
pub struct Spread {
    delay: Delay,
    points: Vec<f64>,
}

impl Spread {
    /// The points of a delay.
    #[must_use]
    pub fn new(delay: &Delay) -> Self {
        let mut points = vec![0.0];
        // A law alone is asked itself.
        let summed = delay.laws.len() > 1 || delay.sometimes.is_some();
        for law in delay.laws.iter().filter(|_| summed) {
            points = sums(&points, &points_of(law));
        }
        if let Some((chance, law)) = &delay.sometimes {
            points = sums(&points, &points_of_rare(*chance, law));
        }
        Self {
            delay: delay.clone(),
            points,
        }
    }

    /// Its law, if it is one alone.
    fn alone(&self) -> Option<&Law> {
        match (self.delay.laws.as_slice(), &self.delay.sometimes) {
            ([law], None) => Some(law),
            _ => None,
        }
    }

    /// The three figures.
    #[must_use]
    pub fn times(&self) -> Times {
        if let Some(law) = self.alone() {
            return Times::of(law);
        }
        Times {
            mean_h: self.delay.mean_h(),
            median_h: self.point(0.5) / HOUR,
            p95_h: self.point(0.95) / HOUR,
        }
    }

    fn point(&self, p: f64) -> f64 {
        let at = (p * self.points.len() as f64) as usize;
        self.points[at.min(self.points.len() - 1)]
    }

    /// P(longer than `x` [µs]).
    #[must_use]
    pub fn beyond(&self, x: f64) -> f64 {
        if x <= 0.0 {
            return 1.0;
        }
        if let Some(law) = self.alone() {
            return (1.0 - law.cdf(x)).clamp(0.0, 1.0);
        }
        let below = self.points.partition_point(|&point| point <= x);
        1.0 - below as f64 / self.points.len() as f64
    }

    /// P(longer than a time of `law` that is drawn by itself).
    #[must_use]
    pub fn outlasts(&self, law: &Law) -> f64 {
        mean_over(law, |x| self.beyond(x))
    }
}

/// The expectation of `f` over a law, by its points.
pub fn mean_over(law: &Law, f: impl Fn(f64) -> f64) -> f64 {
    if let Law::Deterministic(value) = law {
        return f(*value);
    }
    let points = points_of(law);
    points.iter().map(|&point| f(point)).sum::<f64>() / points.len() as f64
}

fn points_of(law: &Law) -> Vec<f64> {
    if let Law::Deterministic(value) = law {
        return vec![*value];
    }
    (0..POINTS)
        .map(|at| quantile(law, (at as f64 + 0.5) / POINTS as f64))
        .collect()
}

/// Points of a time that passes with a chance, and of nothing otherwise.
fn points_of_rare(chance: f64, law: &Law) -> Vec<f64> {
    let passes = |at: usize| 1.0 - (at as f64 + 0.5) / POINTS as f64;
    (0..POINTS)
        .map(|at| match passes(at) {
            left if left < chance => quantile(law, (1.0 - left / chance).clamp(1e-9, 1.0 - 1e-9)),
            _ => 0.0,
        })
        .collect()
}

/// The points of a sum of two independent times, thinned to [`POINTS`].
fn sums(a: &[f64], b: &[f64]) -> Vec<f64> {
    let mut all: Vec<f64> = a
        .iter()
        .flat_map(|x| b.iter().map(move |y| x + y))
        .collect();
    all.sort_by(f64::total_cmp);
    if all.len() <= POINTS {
        return all;
    }
    let share = all.len() as f64 / POINTS as f64;
    (0..POINTS)
        .map(|at| all[((at as f64 + 0.5) * share) as usize])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lognormal_repair_outlasts_fifteen_minutes_as_often_as_the_normal_law_says() {
        // ln(15/30)/1.0 = -0.6931; Φ(0.6931) = 0.7559.
        let repair = Law::lognormal(0.5 * HOUR, 1.0).expect("sound");
        let battery = Law::deterministic(0.25 * HOUR).expect("sound");
        let share = Spread::new(&Delay::one(&repair)).outlasts(&battery);
        assert!((share - 0.755_891).abs() < 1e-5, "{share}");
    }

    #[test]
    fn a_sum_of_two_exponentials_has_the_quantiles_of_the_gamma_law() {
        // Erlang of two phases of mean 1: median 1.67835, P95 4.74386. 200 points keep 2 %.
        let phase = Law::exponential(HOUR).expect("sound");
        let delay = Delay {
            laws: vec![phase.clone(), phase],
            sometimes: None,
        };
        let times = Spread::new(&delay).times();
        assert!((times.mean_h - 2.0).abs() < 1e-9);
        assert!((times.median_h / 1.678_35 - 1.0).abs() < 0.02, "{times:?}");
        assert!((times.p95_h / 4.743_86 - 1.0).abs() < 0.02, "{times:?}");
    }

    #[test]
    fn an_arrival_that_is_rarely_needed_adds_its_share_of_the_mean() {
        let delay = Delay {
            laws: vec![Law::deterministic(HOUR).expect("sound")],
            sometimes: Some((0.25, Law::deterministic(2.0 * HOUR).expect("sound"))),
        };
        let times = Spread::new(&delay).times();
        assert!((times.mean_h - 1.5).abs() < 1e-9);
        assert!((times.median_h - 1.0).abs() < 1e-9 && (times.p95_h - 3.0).abs() < 1e-9);
    }

    #[test]
    fn the_quantile_of_a_mixture_is_where_its_distribution_function_reaches_the_share() {
        let part = |hours: f64| Law::exponential(hours * HOUR).expect("sound");
        let law = Law::mixture(vec![(0.8, part(1.0)), (0.2, part(50.0))]).expect("sound");
        let median = quantile(&law, 0.5);
        assert!((law.cdf(median) - 0.5).abs() < 1e-9);
    }
}
