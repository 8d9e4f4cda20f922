//! Quantiles of values in histograms (`docs/semantics.md` 31).

use super::beta::{beta_p, two_sided_t};
use super::histogram::{Bucket, Histogram};
use super::interval::{Interval, Method};

/// The quantile of values that are pooled from replications and clustered by them, one histogram for each group of
/// replications; `enough` says whether there is enough for an interval.
///
/// Woodruff's interval (J. Am. Statist. Assoc. 47, 1952): that of the share below the estimate, turned back into values; its
/// ends are snapped outward to the edges of their buckets. Where the share reaches beyond 0 or 1 there is no such end.
#[must_use]
pub fn pooled(groups: &[&Histogram], p: f64, enough: bool, confidence: f64) -> Interval {
    let all = Histogram::pooled(groups.iter().copied());
    let Some((bucket, estimate)) = locate(&all, p) else {
        return Interval::too_few(None);
    };
    if !enough || groups.len() < 2 {
        return Interval::too_few(Some(estimate));
    }
    let error = share_error(groups, &all, bucket).max(least_error(p, all.total()));
    let reach = two_sided_t(groups.len() as f64 - 1.0, confidence) * error;
    let n = all.total() as f64;
    let inside = |rank: f64| (rank >= 1.0 && rank <= n).then_some(rank as u64);
    let (low, high) = (
        inside((n * (p - reach)).floor()),
        inside((n * (p + reach)).ceil()),
    );
    between(&all, estimate, low, high, Method::Woodruff)
}

/// Standard error of the share below a quantile of `n` independent values. Clusters only add to it; and where the estimate
/// lies in the last bucket, its own groups do not differ and say nothing.
pub(super) fn least_error(p: f64, n: u64) -> f64 {
    (p * (1.0 - p) / n as f64).sqrt()
}

/// The quantile of independent values, one for each replication, between order statistics.
#[must_use]
pub fn independent(values: &Histogram, p: f64, confidence: f64) -> Interval {
    let Some((_, estimate)) = locate(values, p) else {
        return Interval::too_few(None);
    };
    let n = values.total();
    let tail = 0.5 - 0.5 * confidence;
    // P(X₍r₎ ≤ q) = P(Bin(n, p) ≥ r) = I_p(r, n − r + 1), falling in r.
    let reached = |r: u64| beta_p(r as f64, (n - r) as f64 + 1.0, p);
    let low = last_where(n, |r| reached(r) >= 1.0 - tail);
    let high = last_where(n, |r| reached(r) > tail) + 1;
    let (low, high) = ((low > 0).then_some(low), (high <= n).then_some(high));
    between(values, estimate, low, high, Method::OrderStatistic)
}

/// √v with v = G/(G−1)·Σ(K_g − p̂M_g)²/(ΣM)², where K_g of the M_g values of group g lie up to `bucket`.
fn share_error(groups: &[&Histogram], all: &Histogram, bucket: Bucket) -> f64 {
    let (count, total) = (groups.len() as f64, all.total() as f64);
    let share = all.up_to(bucket) as f64 / total;
    let squares: f64 = groups
        .iter()
        .map(|group| group.up_to(bucket) as f64 - share * group.total() as f64)
        .map(|difference| difference * difference)
        .sum();
    (count / (count - 1.0) * squares).sqrt() / total
}

/// The bucket of quantile `p` and the estimate inside it, evenly spread over its values.
fn locate(values: &Histogram, p: f64) -> Option<(Bucket, f64)> {
    let n = values.total() as f64;
    let rank = rank((n * p).ceil(), n);
    let (bucket, below) = values.at_rank(rank)?;
    let (low, high) = values.seen_edges(bucket);
    let inside = (values.up_to(bucket) - below) as f64;
    let step = ((rank - below) as f64 - 0.5) / inside;
    Some((bucket, low as f64 + step * (high - low) as f64))
}

/// A rank from 1 to `n`.
fn rank(wanted: f64, n: f64) -> u64 {
    wanted.clamp(1.0, n.max(1.0)) as u64
}

/// The greatest rank from 1 to `n` where `holds`, which falls with the rank; 0 if there is none.
fn last_where(n: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut yes, mut no) = (0, n + 1);
    while no - yes > 1 {
        let middle = yes + (no - yes) / 2;
        if holds(middle) {
            yes = middle
        } else {
            no = middle
        }
    }
    yes
}

/// The interval between the outer edges of the buckets of two ranks.
fn between(
    values: &Histogram,
    estimate: f64,
    low: Option<u64>,
    high: Option<u64>,
    method: Method,
) -> Interval {
    let edges = |rank: Option<u64>| {
        let (bucket, _) = values.at_rank(rank?)?;
        Some(values.seen_edges(bucket))
    };
    Interval {
        estimate: Some(estimate),
        low: edges(low).map(|(low, _)| low as f64),
        high: edges(high).map(|(_, high)| high as f64),
        std_error: None,
        method,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: impl IntoIterator<Item = i64>) -> Histogram {
        let mut histogram = Histogram::default();
        values.into_iter().for_each(|value| histogram.add(value));
        histogram
    }

    #[test]
    fn the_median_of_a_hundred_lies_between_the_published_ranks() {
        // Exact 95 % interval of a median of 100 values: ranks 40 and 61.
        let interval = independent(&of(1..=100), 0.5, 0.95);
        assert_eq!((interval.low, interval.high), (Some(40.0), Some(61.0)));
        assert_eq!(interval.estimate, Some(50.0));
    }

    #[test]
    fn a_far_quantile_of_few_values_has_no_upper_end() {
        let interval = independent(&of(1..=50), 0.99, 0.95);
        assert_eq!(
            (interval.high, interval.method),
            (None, Method::OrderStatistic)
        );
    }

    #[test]
    fn values_that_never_vary_have_an_exact_quantile() {
        let group = of([14_400_000_000; 100]);
        let interval = pooled(&[&group, &group, &group], 0.9, true, 0.95);
        assert_eq!(
            (interval.low, interval.high),
            (Some(14_400_000_000.0), Some(14_400_000_000.0))
        );
        assert_eq!(interval.estimate, interval.low);
    }

    #[test]
    fn the_greatest_of_few_clustered_values_is_no_upper_end() {
        let groups: Vec<Histogram> = (0..30)
            .map(|g| of([1_000 + 7 * g, 2_000 + 31 * g]))
            .collect();
        let groups: Vec<&Histogram> = groups.iter().collect();
        let interval = pooled(&groups, 0.99, true, 0.95);
        assert_eq!(
            (interval.estimate, interval.high),
            (Some(2_897.5), None),
            "{interval:?}"
        );
        assert!(interval.low.unwrap() < 2_850.0, "{interval:?}");
    }

    #[test]
    fn groups_that_differ_widen_the_interval() {
        let mixed: Vec<Histogram> = (1..=20).map(|g| of((g..=2_000).step_by(20))).collect();
        let apart: Vec<Histogram> = (0..20).map(|g| of(100 * g + 1..=100 * g + 100)).collect();
        let width = |groups: &[Histogram]| {
            let groups: Vec<&Histogram> = groups.iter().collect();
            pooled(&groups, 0.5, true, 0.95).half_width().unwrap()
        };
        // Standard errors of the share below the median: √(0.25/2000) and √(20/19·20·50²)/2000.
        assert!(width(&apart) > 8.0 * width(&mixed));
    }

    #[test]
    fn few_values_give_an_estimate_alone() {
        let group = of([3, 4, 5]);
        assert_eq!(
            pooled(&[&group], 0.5, false, 0.95),
            Interval::too_few(Some(4.0))
        );
        assert_eq!(pooled(&[], 0.5, true, 0.95), Interval::too_few(None));
    }
}
