//! The variance of independent values, with its interval.

use super::beta::two_sided_t;
use super::groups::jackknife_error;
use super::interval::{Interval, Method};
use super::mean::LEAST_EFFECTIVE;
use super::moments::Moments;

/// The variance of independent values in groups, each the moments of those that are not zero and the number of all. Its standard
/// error is that of the grouped jackknife, and the interval reaches t with as many degrees of freedom as there are groups less one
/// (Efron and Tibshirani, *An Introduction to the Bootstrap*, 1993, ch. 11); fewer than 20 values that are not zero give none.
#[must_use]
pub fn variance(parts: &[(&Moments, u64)], confidence: f64) -> Interval {
    let of = |left_out: Option<usize>| {
        let kept = parts
            .iter()
            .enumerate()
            .filter(|&(place, _)| left_out != Some(place));
        let (mut all, mut n) = (Moments::default(), 0);
        for (_, (moments, count)) in kept {
            all.merge(moments);
            n += count;
        }
        (all.nonzero(), n, all.summary(n).variance)
    };
    let (nonzero, n, estimate) = of(None);
    if n < 2 {
        return Interval::too_few(None);
    }
    let left_out: Vec<f64> = (0..parts.len()).map(|place| of(Some(place)).2).collect();
    match jackknife_error(&left_out).filter(|_| nonzero >= LEAST_EFFECTIVE) {
        None => Interval::too_few(Some(estimate)),
        Some(error) => {
            let reach = two_sided_t(parts.len() as f64 - 1.0, confidence) * error;
            Interval::two_sided(
                estimate,
                estimate - reach,
                estimate + reach,
                error,
                Method::JackknifeVariance,
            )
            .clipped(0.0, f64::INFINITY)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts of a Poisson law with mean 3 by inversion of evenly spaced uniforms, dealt to 32 groups in turn.
    fn parts(n: u64) -> Vec<Moments> {
        let mut parts = vec![Moments::default(); 32];
        for value in 0..n {
            // 0.618… spreads them evenly (Weyl 1916).
            let u = (value as f64 * 0.618_033_988_749_895).fract();
            let (mut count, mut p) = (0_i64, libm::exp(-3.0));
            let mut sum = p;
            while sum < u {
                count += 1;
                p *= 3.0 / count as f64;
                sum += p;
            }
            parts[(value % 32) as usize].add(count);
        }
        parts
    }

    #[test]
    fn the_variance_of_a_poisson_law_is_its_mean() {
        let parts = parts(32_000);
        let parts: Vec<(&Moments, u64)> = parts.iter().map(|part| (part, 1_000)).collect();
        let interval = variance(&parts, 0.95);
        assert!(
            (interval.estimate.unwrap() - 3.0).abs() < 0.01,
            "{interval:?}"
        );
        assert!(interval.low.unwrap() < 3.0 && interval.high.unwrap() > 3.0);
    }

    #[test]
    fn few_values_have_no_interval() {
        let mut part = Moments::default();
        (0..19).for_each(|_| part.add(1));
        let interval = variance(&[(&part, 50), (&Moments::default(), 50)], 0.95);
        assert!(interval.estimate.is_some() && interval.high.is_none());
        assert_eq!(variance(&[], 0.95), Interval::too_few(None));
    }
}
