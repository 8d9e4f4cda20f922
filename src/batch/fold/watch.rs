//! Outages of one watch, summed over replications (`docs/semantics.md` 22, 24, 25, 27).

use std::collections::BTreeMap;

use super::course::{Beyond, Course};
use super::{each, merge_map};
use crate::model::Blueprint;
use crate::model::ids::{CauseId, ComponentId};
use crate::model::watch::{Quantity, Watch};
use crate::simulate::outcome::Presence;
use crate::stats::{Histogram, Lifetimes, Moments};
use crate::units::Instant;

/// Sums over the outages of one watch in one group of replications.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WatchTally {
    /// Replications in which an outage was told.
    pub told: u64,
    /// Of these, per event of the watch those in which it comes about.
    pub chances: Vec<u64>,
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

impl WatchTally {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(watch: &Watch) -> Self {
        Self {
            chances: vec![0; watch.chances.len()],
            thresholds: vec![ThresholdTally::default(); watch.thresholds.len()],
            ..Self::default()
        }
    }

    /// Adds what the watch went through in one replication, if it had any outage.
    pub(super) fn add(&mut self, blueprint: &Blueprint, watch: &Watch, course: &Course) {
        let window = blueprint.horizon - blueprint.warm_up;
        let from = Instant::START + blueprint.warm_up;
        let since = |at: Option<Instant>| at.map(|at| (at - from).micros());
        self.told += 1;
        self.down.add(course.down.micros());
        if let Some(first) = since(course.first) {
            self.first.add(first);
            self.after_first.add(window.micros() - first);
        }
        self.outages.add(course.number);
        course.ended.count_in(&mut self.durations.ended);
        course.open.count_in(&mut self.durations.open);
        self.lasted += course.lasted;
        course.down_years.values.count_in(&mut self.down_years);
        course.longest.values.count_in(&mut self.longest);
        self.longest_sum.add(course.longest.sum);
        self.years.add(course.longest.years);
        for (tally, beyond) in self.thresholds.iter_mut().zip(&course.thresholds) {
            tally.add(beyond);
        }
        for (seen, chance) in self.chances.iter_mut().zip(&watch.chances) {
            let value = match chance.of {
                Quantity::Number => Some(course.number),
                Quantity::TotalDown => Some(course.down.micros()),
                Quantity::TotalUp => Some((window - course.down).micros()),
                Quantity::First => since(course.first),
                Quantity::FirstLonger(threshold) => since(course.thresholds[threshold].first),
            };
            *seen += u64::from(value.is_some_and(|value| chance.holds(value)));
        }
        for &(cause, blame) in &course.blame {
            self.blame.entry(cause).or_default().merge(blame);
        }
    }

    /// Of `replications`, those in which event number `number` of the watch comes about.
    #[must_use]
    pub fn chance(&self, blueprint: &Blueprint, watch: &Watch, number: usize, n: u64) -> u64 {
        let chance = &watch.chances[number];
        let window = blueprint.horizon - blueprint.warm_up;
        let without_outage = match chance.of {
            Quantity::Number | Quantity::TotalDown => chance.holds(0),
            Quantity::TotalUp => chance.holds(window.micros()),
            Quantity::First | Quantity::FirstLonger(_) => false,
        };
        self.chances[number] + u64::from(without_outage) * n.saturating_sub(self.told)
    }

    /// Adds the overlap with one failed component.
    pub(super) fn add_presence(&mut self, presence: &Presence) {
        *self.present.entry(presence.component).or_insert(0) +=
            i128::from(presence.together.micros());
    }

    /// Adds the replications of another tally.
    pub fn merge(&mut self, other: &Self) {
        self.told += other.told;
        each(&mut self.chances, &other.chances, |sum, more| *sum += more);
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
            into.merge(*from)
        });
        merge_map(&mut self.present, &other.present, |into, from| {
            *into += from
        });
    }
}

impl Blame {
    fn merge(&mut self, other: Self) {
        self.begun += other.begun;
        self.rooted += other.rooted;
    }
}

impl ThresholdTally {
    fn add(&mut self, beyond: &Beyond) {
        self.longer.add(beyond.longer);
        self.breaches.add(beyond.breaches);
        self.unknown += beyond.unknown;
        self.years.add(beyond.years);
    }

    fn merge(&mut self, other: &Self) {
        self.longer.merge(&other.longer);
        self.breaches.merge(&other.breaches);
        self.unknown += other.unknown;
        self.years.merge(&other.years);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::testing::{at, blueprint};
    use crate::model::ids::WatchId;
    use crate::simulate::outcome::Outage;
    use crate::units::Span;

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
        let watch = &blueprint.watches[0];
        let (mut tally, mut course) = (WatchTally::new(watch), Course::new(watch));
        for outage in outages {
            course.add(&blueprint, watch, outage);
        }
        course.close(&blueprint, watch);
        tally.add(&blueprint, watch, &course);
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
