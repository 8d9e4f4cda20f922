//! Outages of one watch: clipped to the counted window, joined over short gaps, counted (`docs/semantics.md` 22, 24, 25).

use std::collections::BTreeMap;

use super::{each, merge_map};
use crate::model::Blueprint;
use crate::model::ids::{CauseId, ComponentId};
use crate::model::watch::Watch;
use crate::simulate::outcome::{Outage, Presence};
use crate::stats::{Histogram, Lifetimes, Moments};
use crate::units::{Instant, MICROS_PER_YEAR, Span};

/// Sums over the outages of one watch in one group of replications.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WatchTally {
    /// Time in outage per replication [µs].
    pub down: Moments,
    /// Outages per replication that began in the counted window.
    pub outages: Moments,
    /// Durations of these [µs]; open are those that lasted beyond the horizon.
    pub durations: Lifetimes,
    /// Sum of these durations, the open ones up to the horizon [µs].
    pub lasted: i128,
    /// From the end of the warm-up until the watch is bad for the first time, in the replications where it ever is [µs].
    pub first: Histogram,
    /// What is then left of the counted window, per replication [µs].
    pub after_first: Moments,
    /// Time in outage in each full year that has any [µs].
    pub down_years: Histogram,
    /// Full years per replication in which an outage began.
    pub years: Moments,
    /// The longest outage that began in a year, summed over the years of a replication [µs].
    pub longest_sum: Moments,
    /// The same for each year that has an outage [µs].
    pub longest: Histogram,
    /// Per threshold of the watch.
    pub thresholds: Vec<ThresholdTally>,
    /// Per root cause: outages begun, and time in outage [µs].
    pub blame: BTreeMap<CauseId, Blame>,
    /// Per component: how long it was failed during outages [µs].
    pub present: BTreeMap<ComponentId, i128>,
}

/// Outages longer than one threshold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ThresholdTally {
    /// Longer outages per replication, of those that began in the counted window.
    pub longer: Moments,
    /// Breaches per replication: instants in the counted window at which the age of an outage reaches the threshold.
    pub breaches: Moments,
    /// Outages still open at the horizon that had not lasted so long.
    pub unknown: u64,
    /// Full years of a replication with a breach.
    pub years: Moments,
}

/// What is rooted in one cause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Blame {
    /// Outages begun.
    pub begun: u64,
    /// Time in outage [µs].
    pub rooted: i128,
}

/// A maximal episode for counts and durations: outages joined over gaps shorter than the settle time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Episode {
    begin: Instant,
    end: Instant,
    open: bool,
    root: CauseId,
}

impl Episode {
    fn lasted(&self) -> Span {
        self.end - self.begin
    }
}

impl WatchTally {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(watch: &Watch) -> Self {
        Self {
            thresholds: vec![ThresholdTally::default(); watch.thresholds.len()],
            ..Self::default()
        }
    }

    /// Adds the outages of one replication, in the order of time.
    pub(super) fn add(&mut self, blueprint: &Blueprint, watch: &Watch, outages: &[Outage]) {
        let from = Instant::START + blueprint.warm_up;
        self.add_time(from, blueprint.end(), outages);
        self.add_years(blueprint, from, outages);
        let mut episodes = joined(outages, blueprint.settle_time);
        for (tally, &threshold) in self.thresholds.iter_mut().zip(&watch.thresholds) {
            tally.add(blueprint, threshold, &episodes);
        }
        episodes.retain(|episode| episode.begin > from);
        self.outages.add(episodes.len() as i64);
        episodes
            .iter()
            .for_each(|episode| self.add_duration(episode));
        self.add_longest(blueprint, &episodes);
    }

    /// Adds the overlap with one failed component.
    pub(super) fn add_presence(&mut self, presence: &Presence) {
        *self.present.entry(presence.component).or_insert(0) +=
            i128::from(presence.together.micros());
    }

    /// Time in outage within (from, to], and when it first comes.
    fn add_time(&mut self, from: Instant, to: Instant, outages: &[Outage]) {
        let (mut down, mut first) = (Span::ZERO, None);
        for outage in outages.iter().filter(|outage| outage.end > from) {
            let begin = outage.begin.max(from);
            let inside = outage.end - begin;
            down += inside;
            self.blame.entry(outage.root).or_default().rooted += i128::from(inside.micros());
            first.get_or_insert(begin);
        }
        self.down.add(down.micros());
        if let Some(first) = first {
            self.first.add((first - from).micros());
            self.after_first.add((to - first).micros());
        }
    }

    fn add_duration(&mut self, episode: &Episode) {
        let lasted = episode.lasted().micros();
        self.lasted += i128::from(lasted);
        self.blame.entry(episode.root).or_default().begun += 1;
        if episode.open {
            self.durations.open.add(lasted);
        } else {
            self.durations.ended.add(lasted);
        }
    }

    /// Time in outage of each full year that has any.
    fn add_years(&mut self, blueprint: &Blueprint, from: Instant, outages: &[Outage]) {
        let pieces = outages
            .iter()
            .flat_map(|outage| split(from, outage.begin.max(from), outage.end));
        let pieces = pieces.map(|(begin, end)| (blueprint.year_of(end), (end - begin).micros()));
        for down in by_year(pieces, |sum, more| sum + more) {
            self.down_years.add(down);
        }
    }

    /// The longest outage of each full year in which one began.
    fn add_longest(&mut self, blueprint: &Blueprint, episodes: &[Episode]) {
        let began = episodes
            .iter()
            .map(|of| (blueprint.year_of(of.begin), of.lasted().micros()));
        let longest = by_year(began, i64::max);
        longest.iter().for_each(|&lasted| self.longest.add(lasted));
        self.longest_sum.add(longest.iter().sum());
        self.years.add(longest.len() as i64);
    }

    /// Adds the replications of another tally.
    pub fn merge(&mut self, other: &Self) {
        self.down.merge(&other.down);
        self.outages.merge(&other.outages);
        self.durations.merge(&other.durations);
        self.lasted += other.lasted;
        self.first.merge(&other.first);
        self.after_first.merge(&other.after_first);
        self.down_years.merge(&other.down_years);
        self.years.merge(&other.years);
        self.longest_sum.merge(&other.longest_sum);
        self.longest.merge(&other.longest);
        each(
            &mut self.thresholds,
            &other.thresholds,
            ThresholdTally::merge,
        );
        merge_map(&mut self.blame, &other.blame, |into, from| {
            into.begun += from.begun;
            into.rooted += from.rooted;
        });
        merge_map(&mut self.present, &other.present, |into, from| {
            *into += from
        });
    }
}

impl ThresholdTally {
    /// A breach happens when the age reaches the threshold and the outage goes on; it belongs to the year of that instant, even
    /// where the outage began in the warm-up and is none of those counted.
    fn add(&mut self, blueprint: &Blueprint, threshold: Span, episodes: &[Episode]) {
        let from = Instant::START + blueprint.warm_up;
        let (mut longer, mut breaches, mut years, mut last) = (0, 0, 0, None);
        for episode in episodes {
            let counted = episode.begin > from;
            if episode.lasted() <= threshold {
                self.unknown += u64::from(counted && episode.open);
                continue;
            }
            longer += i64::from(counted);
            let breach = episode.begin + threshold;
            breaches += i64::from(breach > from);
            let year = blueprint.year_of(breach);
            if year.is_some() && year != last {
                years += 1;
                last = year;
            }
        }
        self.longer.add(longer);
        self.breaches.add(breaches);
        self.years.add(years);
    }

    fn merge(&mut self, other: &Self) {
        self.longer.merge(&other.longer);
        self.breaches.merge(&other.breaches);
        self.unknown += other.unknown;
        self.years.merge(&other.years);
    }
}

/// An interval cut at the ends of the years that are counted from `origin`.
fn split(
    origin: Instant,
    begin: Instant,
    end: Instant,
) -> impl Iterator<Item = (Instant, Instant)> {
    let mut next = begin;
    std::iter::from_fn(move || {
        if next >= end {
            return None;
        }
        let from = next;
        let year = (from - origin).micros().div_euclid(MICROS_PER_YEAR);
        next = end.min(origin + Span::from_micros(MICROS_PER_YEAR.saturating_mul(year + 1)));
        Some((from, next))
    })
}

/// Values in the order of time, combined for each full year that has one; those outside full years are left out.
fn by_year(
    values: impl Iterator<Item = (Option<u32>, i64)>,
    combine: fn(i64, i64) -> i64,
) -> Vec<i64> {
    let (mut combined, mut last): (Vec<i64>, Option<u32>) = (Vec::new(), None);
    for (year, value) in values.filter_map(|(year, value)| Some((year?, value))) {
        match combined.last_mut() {
            Some(current) if last == Some(year) => *current = combine(*current, value),
            _ => combined.push(value),
        }
        last = Some(year);
    }
    combined
}

/// Outages joined where the gap between them is shorter than `settle`; the first one's cause counts.
fn joined(outages: &[Outage], settle: Span) -> Vec<Episode> {
    let mut episodes: Vec<Episode> = Vec::with_capacity(outages.len());
    for outage in outages {
        match episodes.last_mut() {
            Some(last) if outage.begin - last.end < settle => {
                last.end = outage.end;
                last.open = outage.censored;
            }
            _ => episodes.push(Episode {
                begin: outage.begin,
                end: outage.end,
                open: outage.censored,
                root: outage.root,
            }),
        }
    }
    episodes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::testing::{at, blueprint};
    use crate::model::ids::WatchId;

    fn outage(begin: i64, end: i64) -> Outage {
        Outage {
            watch: WatchId::new(0),
            begin: at(begin),
            end: at(end),
            censored: false,
            root: CauseId::new(0),
        }
    }

    /// One replication of a blueprint changed by `change`.
    fn tally(outages: &[Outage], change: impl Fn(&mut Blueprint)) -> WatchTally {
        let mut blueprint = blueprint(false);
        change(&mut blueprint);
        let mut tally = WatchTally::new(&blueprint.watches[0]);
        tally.add(&blueprint, &blueprint.watches[0], outages);
        tally
    }

    const HOUR: i128 = 3_600_000_000;

    #[test]
    fn an_outage_open_at_the_end_of_the_warm_up_adds_downtime_but_no_count() {
        let warm = |blueprint: &mut Blueprint| blueprint.warm_up = Span::from_hours(10);
        let tally = tally(&[outage(2, 4), outage(8, 13), outage(20, 21)], warm);
        assert_eq!(tally.down.sum(), 4 * HOUR);
        assert_eq!(
            (tally.outages.sum(), tally.durations.total(), tally.lasted),
            (1, 1, HOUR)
        );
        assert_eq!(tally.first.range(), Some((0, 0)));
    }

    #[test]
    fn short_gaps_join_outages_for_counts_but_not_for_downtime() {
        let settle = |blueprint: &mut Blueprint| blueprint.settle_time = Span::from_hours(2);
        let tally = tally(&[outage(1, 3), outage(4, 6), outage(8, 9)], settle);
        // The gap of two hours is not shorter than the settle time.
        assert_eq!(
            (tally.outages.sum(), tally.down.sum(), tally.lasted),
            (2, 5 * HOUR, 6 * HOUR)
        );
        assert_eq!(tally.thresholds[0].longer.sum(), 1);
    }

    #[test]
    fn reaching_a_threshold_exactly_meets_it() {
        let tally = tally(&[outage(0, 0), outage(10, 14), outage(20, 25)], |_| {});
        assert_eq!(tally.thresholds[0].longer.sum(), 1);
    }

    #[test]
    fn a_breach_belongs_to_the_year_in_which_the_age_reaches_the_threshold() {
        // A year has 8,766 hours: begun in the first, older than 24 h only in the second, where another follows.
        let over = [outage(8_755, 8_790), outage(9_000, 9_100)];
        let tally = tally(&over, |_| {});
        assert_eq!(
            tally
                .thresholds
                .iter()
                .map(|of| of.years.sum())
                .collect::<Vec<_>>(),
            [2, 1]
        );
        assert_eq!(tally.thresholds[1].longer.sum(), 2);
        assert_eq!(
            (tally.longest.total(), tally.longest_sum.sum()),
            (2, 135 * HOUR)
        );
    }

    #[test]
    fn a_breach_after_the_warm_up_counts_even_where_its_outage_began_before() {
        let warm = |blueprint: &mut Blueprint| blueprint.warm_up = Span::from_hours(8_766);
        let tally = tally(&[outage(8_750, 8_760), outage(8_764, 8_770)], warm);
        let four_hours = &tally.thresholds[0];
        assert_eq!(
            (
                four_hours.longer.sum(),
                four_hours.breaches.sum(),
                four_hours.years.sum()
            ),
            (0, 1, 1)
        );
        assert_eq!(
            (tally.outages.sum(), tally.thresholds[1].breaches.sum()),
            (0, 0)
        );
    }

    #[test]
    fn downtime_belongs_to_the_years_it_lies_in() {
        let tally = tally(
            &[outage(100, 110), outage(8_760, 8_786), outage(9_000, 9_001)],
            |_| {},
        );
        let years: Vec<u64> = [16, 21]
            .iter()
            .map(|&hours| at(hours).micros())
            .map(|micros| {
                tally
                    .down_years
                    .up_to(crate::stats::histogram::bucket_of(micros))
            })
            .collect();
        assert_eq!((tally.down_years.total(), years), (2, vec![1, 2]));
        assert_eq!(
            tally.down_years.range(),
            Some((at(16).micros(), at(21).micros()))
        );
        assert_eq!(tally.years.sum(), 2);
    }

    #[test]
    fn an_outage_open_at_the_horizon_is_known_only_as_far_as_it_lasted() {
        let open = Outage {
            censored: true,
            ..outage(17_522, 17_532)
        };
        let tally = tally(&[open], |_| {});
        assert_eq!(
            (tally.durations.ended.total(), tally.durations.open.total()),
            (0, 1)
        );
        assert_eq!(
            tally
                .thresholds
                .iter()
                .map(|of| of.unknown)
                .collect::<Vec<_>>(),
            [0, 1]
        );
        assert_eq!(tally.thresholds[0].longer.sum(), 1);
    }
}
