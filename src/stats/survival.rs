//! Durations of which some were still running when the observation ended (`docs/semantics.md` 22).

use super::beta::two_sided_t;
use super::groups::jackknife_error;
use super::histogram::{Bucket, Histogram, bucket_of};
use super::interval::{Interval, Method};
use super::mean::LEAST_EFFECTIVE;
use super::proportion::{one_sided, scarce, wilson_at};
use super::quantile;

/// Durations that ended, and the ages of those that were still open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lifetimes {
    /// Durations that ended.
    pub ended: Histogram,
    /// Ages of those that were still open.
    pub open: Histogram,
}

impl Lifetimes {
    /// Adds all durations of another set.
    pub fn merge(&mut self, other: &Self) {
        self.ended.merge(&other.ended);
        self.open.merge(&other.open);
    }

    /// All durations of several sets.
    #[must_use]
    pub fn pooled<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut all = Self::default();
        parts.into_iter().for_each(|part| all.merge(part));
        all
    }

    /// How many durations there are.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.ended.total() + self.open.total()
    }
}

/// The estimate of Kaplan and Meier (J. Am. Statist. Assoc. 53, 1958): the share that lasts longer than each bucket.
#[derive(Clone, Debug, PartialEq)]
pub struct Survival {
    /// After each bucket with an end: the share that lasts longer.
    steps: Vec<(Bucket, f64)>,
}

impl Survival {
    /// From all durations but those of one part (pass an empty part to leave out none).
    ///
    /// Within a bucket ends come before the open ones.
    #[must_use]
    pub fn of(all: &Lifetimes, but: &Lifetimes) -> Self {
        let mut at_risk = (all.total() - but.total()) as f64;
        let (mut left, mut steps) = (1.0, Vec::new());
        for (bucket, ended, open) in counts(all, but) {
            if ended > 0 {
                left *= 1.0 - ended as f64 / at_risk;
                steps.push((bucket, left));
            }
            at_risk -= (ended + open) as f64;
        }
        Self { steps }
    }

    /// The share that lasts longer than the values of `bucket`.
    #[must_use]
    pub fn after(&self, bucket: Bucket) -> f64 {
        let next = self.steps.partition_point(|&(step, _)| step <= bucket);
        next.checked_sub(1).map_or(1.0, |last| self.steps[last].1)
    }

    /// The first bucket after which at most `share` are left.
    fn falls_to(&self, share: f64) -> Option<Bucket> {
        let next = self.steps.partition_point(|&(_, left)| left > share);
        self.steps.get(next).map(|&(bucket, _)| bucket)
    }
}

/// (bucket, ended, open) of all but a part, ascending.
fn counts(all: &Lifetimes, but: &Lifetimes) -> Vec<(Bucket, u64, u64)> {
    let mut merged: Vec<(Bucket, u64, u64)> = Vec::new();
    let less = |whole: &Histogram, part: &Histogram| -> Vec<(Bucket, u64)> {
        let mut part = part.iter().peekable();
        whole
            .iter()
            .map(|(bucket, count)| {
                (
                    bucket,
                    count
                        - part
                            .next_if(|&(other, _)| other == bucket)
                            .map_or(0, |(_, count)| count),
                )
            })
            .collect()
    };
    merged.extend(
        less(&all.ended, &but.ended)
            .into_iter()
            .map(|(bucket, count)| (bucket, count, 0)),
    );
    merged.extend(
        less(&all.open, &but.open)
            .into_iter()
            .map(|(bucket, count)| (bucket, 0, count)),
    );
    // Stable, so that in a bucket the ends stay before the open ones.
    merged.sort_by_key(|&(bucket, ..)| bucket);
    merged
}

/// The survival curve of all groups, and those that leave out one group each.
#[derive(Clone, Debug)]
pub struct GroupedSurvival {
    all: Lifetimes,
    whole: Survival,
    left_out: Vec<Survival>,
    clusters: u64,
}

impl GroupedSurvival {
    /// From one set of durations for each group of replications; `clusters`: replications that have any duration.
    #[must_use]
    pub fn new(groups: &[&Lifetimes], clusters: u64) -> Self {
        let all = Lifetimes::pooled(groups.iter().copied());
        let whole = Survival::of(&all, &Lifetimes::default());
        let left_out = groups
            .iter()
            .map(|group| Survival::of(&all, group))
            .collect();
        Self {
            all,
            whole,
            left_out,
            clusters,
        }
    }

    /// The durations of all groups.
    #[must_use]
    pub const fn all(&self) -> &Lifetimes {
        &self.all
    }

    /// The share that lasts longer than the values of `bucket`, with its interval.
    #[must_use]
    pub fn after(&self, bucket: Bucket, confidence: f64) -> Interval {
        if self.all.total() == 0 {
            return Interval::too_few(None);
        }
        let share = self.whole.after(bucket);
        if share <= 0.0 || share >= 1.0 {
            return one_sided(share > 0.0, self.clusters.max(1), confidence);
        }
        match self.error(bucket) {
            None => Interval::too_few(Some(share)),
            Some(error) => {
                let (counts, t) = (self.counts(bucket), self.t(confidence));
                scarce(counts, share, error, self.all.total(), confidence).unwrap_or_else(|| {
                    wilson_at(share, error, self.clusters, t, Method::KaplanMeier)
                })
            }
        }
    }

    /// How many are known to last longer than the values of `bucket`, and how many are known not to.
    fn counts(&self, bucket: Bucket) -> (u64, u64) {
        let (ended, open) = (self.all.ended.up_to(bucket), self.all.open.up_to(bucket));
        (self.all.total() - ended - open, ended)
    }

    /// The share that lasts longer than `value`: of the bucket that holds it only the ends up to the value count (`within` of
    /// all ended).
    #[must_use]
    pub fn longer(&self, value: i64, within: u64, confidence: f64) -> Interval {
        let bucket = bucket_of(value);
        let whole_bucket = self.all.ended.up_to(bucket);
        if whole_bucket == within {
            return self.after(bucket, confidence);
        }
        let below = self.all.ended.up_to(bucket - 1);
        let part = (within - below) as f64 / (whole_bucket - below) as f64;
        let (upper, lower) = (
            self.after(bucket - 1, confidence),
            self.after(bucket, confidence),
        );
        blend(&upper, &lower, part)
    }

    /// The duration that a share `p` does not exceed; none where so many were never seen to end.
    #[must_use]
    pub fn quantile(&self, p: f64, confidence: f64) -> Interval {
        let Some(bucket) = self.whole.falls_to(1.0 - p) else {
            return Interval::too_few(None);
        };
        let (low, high) = self.all.ended.seen_edges(bucket);
        let estimate = (low as f64 + high as f64) / 2.0;
        let Some(error) = self.error(bucket) else {
            return Interval::too_few(Some(estimate));
        };
        let reach = self.t(confidence) * error.max(quantile::least_error(p, self.all.total()));
        let edges = |share: f64| {
            let bucket = self.whole.falls_to(share).filter(|_| share < 1.0)?;
            Some(self.all.ended.seen_edges(bucket))
        };
        Interval {
            estimate: Some(estimate),
            low: edges(1.0 - p + reach).map(|(low, _)| low as f64),
            high: edges(1.0 - p - reach).map(|(_, high)| high as f64),
            std_error: None,
            method: Method::KaplanMeier,
        }
    }

    /// Standard error of the share after `bucket`; none with too few clusters.
    fn error(&self, bucket: Bucket) -> Option<f64> {
        if self.clusters < LEAST_EFFECTIVE {
            return None;
        }
        let shares: Vec<f64> = self
            .left_out
            .iter()
            .map(|curve| curve.after(bucket))
            .collect();
        jackknife_error(&shares)
    }

    fn t(&self, confidence: f64) -> f64 {
        two_sided_t(self.left_out.len() as f64 - 1.0, confidence)
    }
}

/// Part of the way from one interval to another.
fn blend(from: &Interval, to: &Interval, part: f64) -> Interval {
    let mix = |a: Option<f64>, b: Option<f64>| Some(a? + part * (b? - a?));
    Interval {
        estimate: mix(from.estimate, to.estimate),
        low: mix(from.low, to.low),
        high: mix(from.high, to.high),
        std_error: mix(from.std_error, to.std_error),
        method: to.method,
    }
}

/// The quantile of durations over groups of replications: of the pooled values where all ended, else by Kaplan and Meier.
#[must_use]
pub fn duration_quantile(
    groups: &[&Lifetimes],
    p: f64,
    clusters: u64,
    confidence: f64,
) -> Interval {
    if groups.iter().all(|group| group.open.total() == 0) {
        let ended: Vec<&Histogram> = groups.iter().map(|group| &group.ended).collect();
        return quantile::pooled(&ended, p, clusters >= LEAST_EFFECTIVE, confidence);
    }
    GroupedSurvival::new(groups, clusters).quantile(p, confidence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(ended: &[i64], open: &[i64]) -> Lifetimes {
        let mut lifetimes = Lifetimes::default();
        ended.iter().for_each(|&value| lifetimes.ended.add(value));
        open.iter().for_each(|&value| lifetimes.open.add(value));
        lifetimes
    }

    /// Remission times [weeks] of 21 patients on 6-MP (Freireich et al. 1963; Cox and Oakes 1984, table 1.1).
    fn freireich() -> Lifetimes {
        of(
            &[6, 6, 6, 7, 10, 13, 16, 22, 23],
            &[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35],
        )
    }

    #[test]
    fn the_estimate_of_kaplan_and_meier_is_the_published_one() {
        let survival = Survival::of(&freireich(), &Lifetimes::default());
        for (week, share) in [
            (5, 1.0),
            (6, 0.857),
            (7, 0.807),
            (10, 0.753),
            (13, 0.690),
            (16, 0.627),
            (22, 0.538),
            (23, 0.448),
            (35, 0.448),
        ] {
            assert!((survival.after(week) - share).abs() < 6e-4, "week {week}");
        }
    }

    #[test]
    fn leaving_out_a_part_is_the_same_as_never_having_it() {
        let part = of(&[6, 7], &[20]);
        let mut all = freireich();
        all.merge(&part);
        assert_eq!(
            Survival::of(&all, &part),
            Survival::of(&freireich(), &Lifetimes::default())
        );
    }

    #[test]
    fn without_open_durations_the_share_is_a_plain_one() {
        let groups: Vec<Lifetimes> = (0..4).map(|g| of(&[1 + g, 50 + g, 90 + g], &[])).collect();
        let groups: Vec<&Lifetimes> = groups.iter().collect();
        let survival = GroupedSurvival::new(&groups, 30);
        let interval = survival.after(60, 0.95);
        assert!((interval.estimate.unwrap() - 1.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn a_share_that_few_are_known_to_exceed_has_an_upper_bound_alone() {
        let groups: Vec<Lifetimes> = (0..32)
            .map(|g| of(&(1..=30).map(|i| 7 * i + g).collect::<Vec<_>>(), &[3]))
            .collect();
        let groups: Vec<&Lifetimes> = groups.iter().collect();
        let survival = GroupedSurvival::new(&groups, 900);
        let ends = |bucket| {
            let interval = survival.after(bucket, 0.95);
            (interval.low.is_some(), interval.high.is_some())
        };
        // 15 lie beyond 230, many beyond 200, and 5 do not lie beyond 11.
        assert_eq!(
            (ends(230), ends(200), ends(11)),
            ((false, true), (true, true), (true, false))
        );
    }

    #[test]
    fn a_threshold_inside_a_bucket_counts_only_the_ends_up_to_it() {
        let groups = [
            of(&[1_000, 1_003, 1_003, 5_000], &[9_000]),
            of(&[1_000, 1_001, 1_002, 7_000], &[]),
        ];
        let groups: Vec<&Lifetimes> = groups.iter().collect();
        let survival = GroupedSurvival::new(&groups, 40);
        // 1,000 to 1,003 share a bucket; four of the nine are at most 1,002.
        let interval = survival.longer(1_002, 4, 0.95);
        assert!((interval.estimate.unwrap() - 5.0 / 9.0).abs() < 1e-12);
    }

    #[test]
    fn the_longest_of_few_durations_is_no_upper_end() {
        let lifetimes = of(&(1..=60).collect::<Vec<_>>(), &[5]);
        let groups = [&lifetimes, &lifetimes];
        let interval = duration_quantile(&groups, 0.99, 40, 0.95);
        assert_eq!((interval.estimate, interval.high), (Some(60.0), None));
    }

    #[test]
    fn a_quantile_that_was_not_reached_has_no_estimate() {
        let lifetimes = freireich();
        let groups = [&lifetimes, &lifetimes];
        assert_eq!(duration_quantile(&groups, 0.9, 42, 0.95).estimate, None);
        assert_eq!(
            duration_quantile(&groups, 0.5, 42, 0.95).estimate,
            Some(23.0)
        );
    }
}
