//! Ratios of sums over replications, such as downtime per outage or answered calls per call (`docs/semantics.md` 30).
//!
//! Numerators and denominators are clustered by replication: groups of replications are the unit of variance.

use super::beta::two_sided_t;
use super::groups::jackknife_error;
use super::interval::{Interval, Method};
use super::proportion::{one_sided, scarce, wilson_at};

/// Numerator and denominator of one group of replications.
pub type Part = (i128, i128);

/// Σ numerator / Σ denominator, both counted in integers, over the groups; `enough` says whether there is enough for an interval.
/// Nothing but zeros in the numerators bounds nothing.
#[must_use]
pub fn ratio(parts: &[Part], enough: bool, confidence: f64) -> Interval {
    let (above, below) = total(parts);
    if below == 0 {
        return Interval::too_few(None);
    }
    let estimate = above as f64 / below as f64;
    let varied = parts.iter().any(|part| part.0 != 0);
    let Some(error) = error(parts).filter(|_| enough && varied) else {
        return Interval::too_few(Some(estimate));
    };
    let reach = two_sided_t(parts.len() as f64 - 1.0, confidence) * error;
    let interval = Interval::two_sided(
        estimate,
        estimate - reach,
        estimate + reach,
        error,
        Method::JackknifeRatio,
    );
    if parts.iter().all(|part| part.0 >= 0) {
        interval.clipped(0.0, f64::INFINITY)
    } else {
        interval
    }
}

/// As [`ratio`], for a numerator that is a part of its denominator. `clusters`: replications that have a denominator; never
/// (or always) seen, the bound is 3 in so many.
///
/// The ends are Wilson's at the effective sample size of the jackknife's error, so that they stay inside [0, 1]; with a numerator
/// (or a rest) below 20 there is a bound alone.
#[must_use]
pub fn share(parts: &[Part], clusters: u64, enough: bool, confidence: f64) -> Interval {
    let (above, below) = total(parts);
    if below == 0 || clusters == 0 {
        return Interval::too_few(None);
    }
    if above == 0 || above == below {
        return one_sided(above != 0, clusters, confidence);
    }
    let estimate = above as f64 / below as f64;
    match error(parts).filter(|_| enough) {
        None => Interval::too_few(Some(estimate)),
        Some(error) => {
            let t = two_sided_t(parts.len() as f64 - 1.0, confidence);
            let counts = (seen(above), seen(below - above));
            scarce(counts, estimate, error, seen(below), confidence)
                .unwrap_or_else(|| wilson_at(estimate, error, clusters, t, Method::JackknifeRatio))
        }
    }
}

fn seen(count: i128) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// Sums over the groups.
pub(super) fn total(parts: &[Part]) -> Part {
    parts
        .iter()
        .fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1))
}

/// Standard error by leaving out one group after the other.
fn error(parts: &[Part]) -> Option<f64> {
    jackknife_error(&left_out(parts)?)
}

/// The ratio without one group after the other; `None` where one of them holds all of the denominator.
pub(super) fn left_out(parts: &[Part]) -> Option<Vec<f64>> {
    let (above, below) = total(parts);
    let without = |part: &Part| {
        let rest = below - part.1;
        (rest != 0).then(|| (above - part.0) as f64 / rest as f64)
    };
    parts.iter().map(without).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_over_equal_denominators_is_a_mean_of_groups() {
        let parts = [(3, 1), (5, 1), (4, 1), (8, 1)];
        let interval = ratio(&parts, true, 0.95);
        assert_eq!(interval.estimate, Some(5.0));
        // Standard error √(14/3/4), t with three degrees of freedom 3.182446.
        let reach = 3.182_446_305 * (14.0_f64 / 12.0).sqrt();
        assert!((interval.high.unwrap() - 5.0 - reach).abs() < 1e-6);
    }

    #[test]
    fn a_share_that_was_never_seen_has_a_bound() {
        let interval = share(&[(0, 60), (0, 40)], 50, true, 0.95);
        assert_eq!((interval.estimate, interval.high), (Some(0.0), Some(0.06)));
        assert_eq!(share(&[(0, 0)], 0, true, 0.95), Interval::too_few(None));
    }

    #[test]
    fn a_share_stays_inside_its_bounds() {
        let parts = [(2, 400), (0, 350), (3, 450), (21, 410)];
        let interval = share(&parts, 100, true, 0.95);
        assert!(interval.low.unwrap() >= 0.0 && interval.low < interval.estimate);
        assert!(interval.high.unwrap() <= 1.0 && interval.high > interval.estimate);
    }

    #[test]
    fn a_share_seen_a_few_times_has_an_upper_bound_alone() {
        let mut parts = vec![(0, 50); 32];
        parts[3].0 = 1;
        let one = share(&parts, 1_000, true, 0.95);
        // Upper 97.5 % bound of one event of the Poisson law: 5.572.
        assert!(
            (one.high.unwrap() * 1_600.0 - 5.572).abs() < 0.05,
            "{one:?}"
        );
        parts[3].0 = 3;
        let together = share(&parts, 1_000, true, 0.95);
        assert!(
            (together.high.unwrap() * 1_600.0 - 3.0 * 5.572).abs() < 0.2,
            "{together:?}"
        );
        assert_eq!((one.low, together.low), (None, None));
    }

    #[test]
    fn numerators_that_are_all_zero_have_no_interval() {
        assert_eq!(
            ratio(&[(0, 3), (0, 5)], true, 0.95),
            Interval::too_few(Some(0.0))
        );
    }

    #[test]
    fn all_in_one_group_is_too_few() {
        assert_eq!(
            ratio(&[(9, 3), (0, 0)], true, 0.95),
            Interval::too_few(Some(3.0))
        );
        assert_eq!(
            ratio(&[(9, 3), (3, 1)], false, 0.95),
            Interval::too_few(Some(3.0))
        );
    }
}
