//! Differences between two designs that lived through the same replications.
//!
//! The replication is the pair: what both have in common cancels in its difference, so that far fewer replications show a
//! difference than the two intervals by themselves suggest (common random numbers: Conway, *Some tactical problems in digital
//! simulation*, Management Science 10, 1963; Law, *Simulation Modeling and Analysis*, 5th ed. 2015, ch. 10 and 11.2).

use super::beta::two_sided_t;
use super::groups::jackknife_error;
use super::interval::{Interval, Method};
use super::mean::{LEAST_EFFECTIVE, two_sided};
use super::moments::Moments;
use super::ratio::{Part, left_out, total};
use super::special::normal_quantile;

/// Chance with which [`replications_needed`] shows a difference [1].
const POWER: f64 = 0.8;

/// The mean of `n` paired differences b − a of independent replications, those that `differences` was not told being zero:
/// d̄ ± t·s_d/√n, by Hall's transformation where the differences are skewed (`docs/semantics.md` 29).
///
/// Fewer than 20 replications in which the two differ give no interval.
#[must_use]
pub fn difference(differences: &Moments, n: u64, confidence: f64) -> Interval {
    let summary = differences.summary(n);
    match (n, differences.nonzero()) {
        (0, _) => Interval::too_few(None),
        (1, _) | (_, ..LEAST_EFFECTIVE) => Interval::too_few(Some(summary.mean)),
        _ => two_sided(&summary, confidence),
    }
}

/// The difference of two ratios b − a, each a sum over a sum. Part g of both is of the same group of replications, and both are
/// left out together: with θ₍g₎ = b₍g₎ − a₍g₎ the standard error is √((G−1)/G · Σ(θ₍g₎ − θ̄)²), the interval reaches t with G − 1
/// degrees of freedom (grouped jackknife: Efron and Tibshirani, *An Introduction to the Bootstrap*, 1993, ch. 11).
///
/// `differing`: replications in which the two differ; fewer than 20 give no interval.
#[must_use]
pub fn ratios(a: &[Part], b: &[Part], differing: u64, confidence: f64) -> Interval {
    let ((above_a, below_a), (above_b, below_b)) = (total(a), total(b));
    if below_a == 0 || below_b == 0 {
        return Interval::too_few(None);
    }
    let estimate = above_b as f64 / below_b as f64 - above_a as f64 / below_a as f64;
    match paired_error(a, b).filter(|_| differing >= LEAST_EFFECTIVE) {
        None => Interval::too_few(Some(estimate)),
        Some(error) => {
            let reach = two_sided_t(a.len() as f64 - 1.0, confidence) * error;
            Interval::two_sided(
                estimate,
                estimate - reach,
                estimate + reach,
                error,
                Method::JackknifeRatio,
            )
        }
    }
}

fn paired_error(a: &[Part], b: &[Part]) -> Option<f64> {
    let (a, b) = (left_out(a)?, left_out(b)?);
    let differences: Vec<f64> = a.iter().zip(&b).map(|(a, b)| b - a).collect();
    jackknife_error(&differences)
}

/// The difference of two functions of whole distributions (medians, quantiles, variances) b − a, where `sections` are the same
/// differences in each group of replications by itself: the standard error is s/√G over the G sections, the interval reaches t with
/// G − 1 degrees of freedom around the difference of all replications (sectioning: Asmussen and Glynn, *Stochastic Simulation*,
/// 2007, ch. III.5).
///
/// `differing`: replications in which the two differ; fewer than 20 give no interval.
#[must_use]
pub fn sections(whole: Option<f64>, sections: &[f64], differing: u64, confidence: f64) -> Interval {
    let Some(estimate) = whole else {
        return Interval::too_few(None);
    };
    let groups = sections.len() as f64;
    if sections.len() < 2 || differing < LEAST_EFFECTIVE {
        return Interval::too_few(Some(estimate));
    }
    let mean = sections.iter().sum::<f64>() / groups;
    let squares = sections
        .iter()
        .map(|x| (x - mean) * (x - mean))
        .sum::<f64>();
    let error = (squares / (groups - 1.0) / groups).sqrt();
    let reach = two_sided_t(groups - 1.0, confidence) * error;
    Interval::two_sided(
        estimate,
        estimate - reach,
        estimate + reach,
        error,
        Method::Sections,
    )
}

/// How many replications in all would show a difference as large as the one estimated, with a chance of 80 %:
/// n·((z₁₋α/₂ + z₀.₈)·e/d)², where e is the standard error after `n` (the usual size of a paired study: Lachin, *Introduction to
/// sample size determination and power analysis for clinical trials*, Controlled Clinical Trials 2, 1981).
#[must_use]
pub fn replications_needed(difference: &Interval, n: u64, confidence: f64) -> Option<u64> {
    let (estimate, error) = (difference.estimate?, difference.std_error?);
    let z = normal_quantile(0.5 + 0.5 * confidence) + normal_quantile(POWER);
    let needed = n as f64 * (z * error / estimate) * (z * error / estimate);
    needed.is_finite().then_some(needed.ceil() as u64)
}

/// How many times as many replications two separate batches would need for an interval of this width: (Var a + Var b)/Var(b − a),
/// from the three standard errors. `None` where one of them is missing or the difference does not vary.
#[must_use]
pub fn variance_reduction(a: Option<f64>, b: Option<f64>, difference: Option<f64>) -> Option<f64> {
    let (a, b, difference) = (a?, b?, difference?);
    (difference > 0.0).then(|| (a * a + b * b) / (difference * difference))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFIDENCE: f64 = 0.95;

    fn of(values: impl IntoIterator<Item = i64>) -> Moments {
        let mut moments = Moments::default();
        values.into_iter().for_each(|value| moments.add(value));
        moments
    }

    #[test]
    fn changing_sides_turns_the_sign_and_nothing_else() {
        let values: Vec<i64> = (0..400).map(|k| (k * k * 37) % 91 - 20).collect();
        let there = difference(&of(values.iter().copied()), 900, CONFIDENCE);
        let back = difference(&of(values.iter().map(|x| -x)), 900, CONFIDENCE);
        let near = |x: Option<f64>, y: Option<f64>| (x.unwrap() + y.unwrap()).abs() < 1e-9;
        assert!(near(there.estimate, back.estimate));
        assert!(near(there.low, back.high) && near(there.high, back.low));
    }

    #[test]
    fn few_replications_that_differ_give_no_interval() {
        let few = difference(&of([1; 19]), 10_000, CONFIDENCE);
        assert_eq!((few.estimate, few.half_width()), (Some(0.0019), None));
        assert!(
            difference(&of([1; 20]), 10_000, CONFIDENCE)
                .half_width()
                .is_some()
        );
        let parts = [(3, 2), (5, 2), (4, 2)];
        assert_eq!(ratios(&parts, &parts, 19, CONFIDENCE).half_width(), None);
    }

    #[test]
    fn sections_of_a_mean_give_its_usual_interval() {
        let sections = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0];
        let interval = super::sections(Some(3.875), &sections, 20, CONFIDENCE);
        // s² = 7.553571…, t with seven degrees of freedom 2.364624.
        let reach = 2.364_624 * (7.553_571_428_571_429_f64 / 8.0).sqrt();
        assert!((interval.high.unwrap() - 3.875 - reach).abs() < 1e-6);
        let few = super::sections(Some(3.875), &sections, 19, CONFIDENCE);
        assert_eq!((few.estimate, few.half_width()), (Some(3.875), None));
        assert_eq!(
            super::sections(None, &sections, 20, CONFIDENCE),
            Interval::too_few(None)
        );
    }

    #[test]
    fn ratios_that_are_alike_differ_by_exactly_nothing() {
        let parts = [(3, 2), (5, 4), (4, 1)];
        let none = ratios(&parts, &parts, 100, CONFIDENCE);
        assert_eq!((none.low, none.high), (Some(0.0), Some(0.0)));
        assert_eq!(
            ratios(&parts, &[(0, 0); 3], 100, CONFIDENCE),
            Interval::too_few(None)
        );
    }

    #[test]
    fn the_replications_needed_are_those_of_the_textbook() {
        // (1.959964 + 0.841621)² · 4 / 0.25 = 125.58 pairs for a difference of 0.5 with a standard deviation of 2.
        let wide = Interval::two_sided(0.5, -1.0, 2.0, 2.0 / 10.0, Method::T);
        assert_eq!(replications_needed(&wide, 100, CONFIDENCE), Some(126));
        let none = Interval::two_sided(0.0, -1.0, 1.0, 0.2, Method::T);
        assert_eq!(replications_needed(&none, 100, CONFIDENCE), None);
    }

    #[test]
    fn common_luck_divides_the_variance() {
        assert_eq!(
            variance_reduction(Some(3.0), Some(4.0), Some(1.0)),
            Some(25.0)
        );
        assert_eq!(variance_reduction(Some(3.0), Some(4.0), Some(0.0)), None);
    }
}
