//! Intervals of proportions (`docs/semantics.md` 32).

use super::beta::{beta_p, beta_quantile};
use super::interval::{Interval, Method};
use super::mean::LEAST_EFFECTIVE;
use super::moments::Moments;
use super::special::normal_quantile;

/// The share of `of` independent trials in which something was `seen`. Seen, or not seen, fewer than 20 times: a bound alone.
#[must_use]
pub fn proportion(seen: u64, of: u64, confidence: f64) -> Interval {
    if of == 0 {
        return Interval::too_few(None);
    }
    if seen == 0 || seen >= of {
        return one_sided(seen > 0, of, confidence);
    }
    let share = seen as f64 / of as f64;
    let error = (share * (1.0 - share) / of as f64).sqrt();
    let z = normal_quantile(0.5 + 0.5 * confidence);
    scarce((seen, of - seen), share, error, of, confidence)
        .unwrap_or_else(|| wilson(share, of as f64, error, z, Method::Wilson))
}

/// The share of trials in which something was seen, where each replication holds `each` trials that may depend on one another:
/// `moments` holds the number seen per replication. The replication is the unit of variance.
#[must_use]
pub fn clustered(moments: &Moments, replications: u64, each: u64, confidence: f64) -> Interval {
    let trials = replications * each;
    let seen = u64::try_from(moments.sum()).unwrap_or(0);
    if trials == 0 || seen == 0 || seen >= trials {
        return proportion(seen, trials, confidence);
    }
    let share = seen as f64 / trials as f64;
    let error = moments.summary(replications).std_error() / each as f64;
    let z = normal_quantile(0.5 + 0.5 * confidence);
    let counts = (moments.nonzero(), trials - seen);
    scarce(counts, share, error, trials, confidence)
        .unwrap_or_else(|| wilson_at(share, error, trials, z, Method::Wilson))
}

/// The bound that there is where something was `counts.0` times seen and `counts.1` times not, and one of them is too few for two
/// ends: Wilson's lower end above a single rare event misses far too often.
pub(super) fn scarce(
    counts: (u64, u64),
    share: f64,
    error: f64,
    trials: u64,
    confidence: f64,
) -> Option<Interval> {
    if counts.0 < LEAST_EFFECTIVE {
        Some(upper_bound(share, error, trials, confidence))
    } else if counts.1 < LEAST_EFFECTIVE {
        Some(upper_bound(1.0 - share, error, trials, confidence).taken_from(1.0))
    } else {
        None
    }
}

/// Wilson's interval of a share with this standard error, at the effective number of trials.
pub(super) fn wilson_at(share: f64, error: f64, trials: u64, z: f64, method: Method) -> Interval {
    wilson(
        share,
        effective_size(share, error, trials),
        error,
        z,
        method,
    )
}

/// The number of independent trials that would have the same standard error (Kish's effective sample size).
fn effective_size(share: f64, error: f64, trials: u64) -> f64 {
    if error > 0.0 {
        share * (1.0 - share) / (error * error)
    } else {
        trials as f64
    }
}

/// Wilson's score interval (E. B. Wilson, J. Am. Statist. Assoc. 22, 1927).
fn wilson(share: f64, size: f64, error: f64, z: f64, method: Method) -> Interval {
    let square = z * z / size;
    let centre = (share + square / 2.0) / (1.0 + square);
    let reach = z / (1.0 + square) * (share * (1.0 - share) / size + square / (4.0 * size)).sqrt();
    Interval::two_sided(share, centre - reach, centre + reach, error, method).clipped(0.0, 1.0)
}

/// Never seen, or always: a bound of 3/n at 95 % (Hanley and Lippman-Hand, JAMA 249, 1983), −ln(1 − confidence)/n in general.
#[must_use]
pub fn one_sided(always: bool, trials: u64, confidence: f64) -> Interval {
    let bound = never_seen(trials, confidence).min(1.0);
    let never = Interval {
        estimate: Some(0.0),
        low: None,
        high: Some(bound),
        std_error: None,
        method: Method::RuleOfThree,
    };
    if always { never.taken_from(1.0) } else { never }
}

/// The bound of a mean count in `trials` that all had none; no share, so it may lie above 1.
#[must_use]
pub fn none_counted(trials: u64, confidence: f64) -> Interval {
    Interval {
        high: Some(never_seen(trials, confidence)),
        method: Method::RuleOfThree,
        ..Interval::too_few(Some(0.0))
    }
}

/// 3/n at 95 %, −ln(1 − confidence)/n above.
fn never_seen(trials: u64, confidence: f64) -> f64 {
    let factor = if confidence <= 0.95 {
        3.0
    } else {
        -libm::log(1.0 - confidence)
    };
    factor / trials as f64
}

/// The upper end of the two-sided interval of Clopper and Pearson (Biometrika 26, 1934) of a share with this standard error, at the
/// effective number of trials where they come in clusters, but never more of them than there are (Korn and Graubard, Survey
/// Methodology 24, 1998).
///
/// Not the one-sided bound: bounds stand below 20 events and two ends above, and one-sided bounds that miss in 5 % of the cases
/// beside low ends that miss in 2.5 % leave 92.5 % where both occur.
fn upper_bound(share: f64, error: f64, trials: u64, confidence: f64) -> Interval {
    let size = effective_size(share, error, trials).min(trials as f64);
    let p = 0.5 + 0.5 * confidence;
    let bound = beta_quantile(size * share + 1.0, size * (1.0 - share), p);
    Interval {
        estimate: Some(share),
        low: None,
        high: Some(bound),
        std_error: Some(error),
        method: Method::ClopperPearson,
    }
}

/// The exact two-sided interval of the chance of something that was `seen` in `of` independent trials (Clopper and Pearson,
/// Biometrika 26, 1934).
#[must_use]
pub fn exact_interval(seen: u64, of: u64, confidence: f64) -> (f64, f64) {
    let (hit, missed) = (seen as f64, of.saturating_sub(seen) as f64);
    let tail = 0.5 * (1.0 - confidence);
    let low = if seen == 0 {
        0.0
    } else {
        beta_quantile(hit, missed + 1.0, tail)
    };
    let high = if seen >= of {
        1.0
    } else {
        beta_quantile(hit + 1.0, missed, 1.0 - tail)
    };
    (low, high)
}

/// The p-value of "the chance lies between `low` and `high`" for something that was `seen` in `of` independent trials: below α
/// where the exact interval of confidence 1 − α lies wholly outside. Without `high` nothing is too much.
#[must_use]
pub fn exact_p(seen: u64, of: u64, low: f64, high: Option<f64>) -> f64 {
    let (hit, missed) = (seen as f64, of.saturating_sub(seen) as f64);
    // P(X ≤ k) = I_{1−p}(n − k, k + 1) and P(X ≥ k) = I_p(k, n − k + 1).
    let at_most = if seen >= of {
        1.0
    } else {
        beta_p(missed, hit + 1.0, 1.0 - low)
    };
    let at_least = match high {
        Some(high) if seen > 0 => beta_p(hit, missed + 1.0, high),
        _ => 1.0,
    };
    (2.0 * at_most.min(at_least)).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilsons_interval_is_the_published_one() {
        // Newcombe, Statist. Med. 17 (1998), table I: 81 of 263 and 15 of 148.
        for (seen, of, low, high) in [(81.0, 263.0, 0.2553, 0.3662), (15.0, 148.0, 0.0624, 0.1605)]
        {
            let interval = wilson(seen / of, of, 0.0, 1.959_964, Method::Wilson);
            assert!((interval.low.unwrap() - low).abs() < 5e-5);
            assert!((interval.high.unwrap() - high).abs() < 5e-5);
        }
    }

    #[test]
    fn exact_intervals_are_those_of_the_tables() {
        // Newcombe, Statist. Med. 17 (1998), table I, method 5: 81 of 263 and 0 of 20.
        let (low, high) = exact_interval(81, 263, 0.95);
        assert!(
            (low - 0.2527).abs() < 5e-5 && (high - 0.3676).abs() < 5e-5,
            "{low} {high}"
        );
        let (low, high) = exact_interval(0, 20, 0.95);
        assert!(low == 0.0 && (high - 0.1684).abs() < 5e-5);
    }

    #[test]
    fn a_p_value_is_that_of_the_interval_that_just_reaches_the_bar() {
        let (low, high) = exact_interval(930, 1_000, 0.99);
        assert!((exact_p(930, 1_000, high, None) - 0.01).abs() < 1e-9);
        assert!((exact_p(930, 1_000, 0.0, Some(low)) - 0.01).abs() < 1e-9);
        assert_eq!(exact_p(930, 1_000, 0.9, Some(0.96)), 1.0);
        assert_eq!(exact_p(1_000, 1_000, 0.94, None), 1.0);
    }

    #[test]
    fn what_was_never_seen_is_below_three_in_n() {
        let interval = proportion(0, 1_000, 0.95);
        assert_eq!(
            (interval.estimate, interval.low, interval.high),
            (Some(0.0), None, Some(0.003))
        );
        let always = proportion(1_000, 1_000, 0.95);
        assert_eq!(
            (always.estimate, always.low, always.high),
            (Some(1.0), Some(0.997), None)
        );
        assert_eq!(proportion(0, 0, 0.95), Interval::too_few(None));
    }

    #[test]
    fn few_on_either_side_give_a_bound_alone() {
        // Upper end of the 95 % interval of 3 in 100: 0.0852 (tables of Clopper and Pearson).
        let (few, rest) = (proportion(3, 100, 0.95), proportion(97, 100, 0.95));
        assert!((few.high.unwrap() - 0.0852).abs() < 1e-4 && few.low.is_none());
        assert!((rest.low.unwrap() - 0.9148).abs() < 1e-4 && rest.high.is_none());
        assert!(proportion(20, 100, 0.95).half_width().is_some());
    }

    #[test]
    fn few_years_get_the_bound_of_clopper_and_pearson() {
        let mut moments = Moments::default();
        (0..3).for_each(|_| moments.add(1));
        let interval = clustered(&moments, 50, 2, 0.95);
        // Upper end of the 95 % interval of 3 in 100: 0.0852 (tables of Clopper and Pearson).
        assert!(
            (interval.high.unwrap() - 0.0852).abs() < 1e-4,
            "{interval:?}"
        );
        assert_eq!(
            (interval.low, interval.method),
            (None, Method::ClopperPearson)
        );
    }

    #[test]
    fn few_years_that_come_together_raise_the_bound() {
        let (mut apart, mut together) = (Moments::default(), Moments::default());
        (0..15).for_each(|_| apart.add(1));
        (0..3).for_each(|_| together.add(5));
        let high = |moments| clustered(moments, 1_000, 5, 0.95).high.unwrap();
        // Upper ends of the 95 % interval of the Poisson law (Garwood 1936): 24.74 for 15 events, 8.767 for 3, each of which stands
        // for five years.
        assert!((high(&apart) * 5_000.0 - 24.74).abs() < 0.15);
        assert!((high(&together) * 5_000.0 - 5.0 * 8.767).abs() < 0.4);
    }

    #[test]
    fn a_count_that_was_never_seen_may_be_above_one() {
        assert_eq!(none_counted(2, 0.95).high, Some(1.5));
        assert_eq!(one_sided(false, 2, 0.95).high, Some(1.0));
    }

    #[test]
    fn years_that_come_together_widen_the_interval() {
        let (mut apart, mut together) = (Moments::default(), Moments::default());
        (0..100).for_each(|_| apart.add(1));
        (0..25).for_each(|_| together.add(4));
        let width = |moments| clustered(moments, 1_000, 4, 0.95).half_width().unwrap();
        assert!(width(&together) > 1.9 * width(&apart));
    }
}
