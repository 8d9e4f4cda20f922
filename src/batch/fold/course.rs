//! What one watch goes through in one replication, taken in outage by outage, so that what is kept does not grow with the
//! horizon: clipped to the counted window, joined over short gaps, counted (`docs/semantics.md` 22, 24, 25).
//!
//! Knows nothing of other replications.

use super::watch::Blame;
use crate::model::Blueprint;
use crate::model::ids::CauseId;
use crate::model::watch::Watch;
use crate::simulate::outcome::Outage;
use crate::stats::Histogram;
use crate::units::{Instant, MICROS_PER_YEAR, Span};

/// Values that are kept one by one before they are counted in a histogram.
const FEW: usize = 256;

/// What a watch went through so far.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// Time in outage within the window.
    pub down: Span,
    /// When it was bad for the first time within the window.
    pub first: Option<Instant>,
    /// Outages that began in the counted window.
    pub number: i64,
    /// Durations of those that ended [µs].
    pub ended: Values,
    /// Ages of those that are open at the horizon [µs].
    pub open: Values,
    /// Sum of both [µs].
    pub lasted: i128,
    /// Time in outage of each full year that has any [µs].
    pub down_years: ByYear,
    /// The longest outage that began in each full year that has one [µs].
    pub longest: ByYear,
    /// Per threshold of the watch.
    pub thresholds: Vec<Beyond>,
    /// Per root cause, ascending.
    pub blame: Vec<(CauseId, Blame)>,
    /// The last outage, joined with those before it, while a further one may join.
    growing: Option<Episode>,
}

/// Outages that outlast one threshold.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beyond {
    /// Those that began in the counted window.
    pub longer: i64,
    /// Instants in the counted window at which the age of an outage reaches the threshold.
    pub breaches: i64,
    /// The first of them.
    pub first: Option<Instant>,
    /// Outages still open at the horizon that had not lasted so long.
    pub unknown: u64,
    /// Full years with a breach, and the last of them.
    pub years: i64,
    last_year: Option<u32>,
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

impl Course {
    /// The watch at the beginning of a replication.
    #[must_use]
    pub fn new(watch: &Watch) -> Self {
        Self {
            thresholds: vec![Beyond::default(); watch.thresholds.len()],
            ..Self::default()
        }
    }

    /// Whether no outage was told.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.growing.is_none()
    }

    /// Back to the beginning; memory is kept.
    pub fn clear(&mut self) {
        self.down = Span::ZERO;
        self.first = None;
        self.number = 0;
        self.ended.clear();
        self.open.clear();
        self.lasted = 0;
        self.down_years.clear();
        self.longest.clear();
        self.thresholds.fill(Beyond::default());
        self.blame.clear();
        self.growing = None;
    }

    /// Takes in an outage; they come in the order of time.
    pub fn add(&mut self, blueprint: &Blueprint, watch: &Watch, outage: &Outage) {
        self.add_time(blueprint, outage);
        if let Some(growing) = &mut self.growing {
            if outage.begin - growing.end < blueprint.settle_time {
                growing.end = outage.end;
                growing.open = outage.censored;
                return;
            }
            let over = *growing;
            self.add_episode(blueprint, watch, &over);
        }
        self.growing = Some(Episode {
            begin: outage.begin,
            end: outage.end,
            open: outage.censored,
            root: outage.root,
        });
    }

    /// The replication is over.
    pub fn close(&mut self, blueprint: &Blueprint, watch: &Watch) {
        if let Some(last) = self.growing {
            self.add_episode(blueprint, watch, &last);
        }
        self.down_years.close();
        self.longest.close();
    }

    /// Time in outage within the window and in each full year, and when it first comes.
    fn add_time(&mut self, blueprint: &Blueprint, outage: &Outage) {
        let from = Instant::START + blueprint.warm_up;
        if outage.end <= from {
            return;
        }
        let begin = outage.begin.max(from);
        let inside = outage.end - begin;
        self.down += inside;
        self.blame(outage.root).rooted += i128::from(inside.micros());
        self.first.get_or_insert(begin);
        for (begin, end) in split(from, begin, outage.end) {
            let down = (end - begin).micros();
            self.down_years
                .add(blueprint.year_of(end), down, |sum, more| sum + more);
        }
    }

    fn add_episode(&mut self, blueprint: &Blueprint, watch: &Watch, episode: &Episode) {
        for (beyond, &threshold) in self.thresholds.iter_mut().zip(&watch.thresholds) {
            beyond.add(blueprint, threshold, episode);
        }
        if episode.begin <= Instant::START + blueprint.warm_up {
            return;
        }
        let lasted = episode.lasted().micros();
        self.number += 1;
        self.lasted += i128::from(lasted);
        self.blame(episode.root).begun += 1;
        if episode.open {
            self.open.add(lasted);
        } else {
            self.ended.add(lasted);
        }
        self.longest
            .add(blueprint.year_of(episode.begin), lasted, i64::max);
    }

    fn blame(&mut self, cause: CauseId) -> &mut Blame {
        let place = match self.blame.binary_search_by_key(&cause, |&(known, _)| known) {
            Ok(place) => place,
            Err(place) => {
                self.blame.insert(place, (cause, Blame::default()));
                place
            }
        };
        &mut self.blame[place].1
    }
}

impl Beyond {
    /// A breach happens when the age reaches the threshold and the outage goes on; it belongs to the year of that instant, even
    /// where the outage began in the warm-up and is none of those counted.
    fn add(&mut self, blueprint: &Blueprint, threshold: Span, episode: &Episode) {
        let from = Instant::START + blueprint.warm_up;
        let counted = episode.begin > from;
        if episode.lasted() <= threshold {
            self.unknown += u64::from(counted && episode.open);
            return;
        }
        self.longer += i64::from(counted);
        let breach = episode.begin + threshold;
        if breach > from {
            self.breaches += 1;
            self.first.get_or_insert(breach);
        }
        let year = blueprint.year_of(breach);
        if year.is_some() && year != self.last_year {
            self.years += 1;
            self.last_year = year;
        }
    }
}

/// Values in no order: the last ones as they came, the others counted.
#[derive(Clone, Debug, Default)]
pub struct Values {
    last: Vec<i64>,
    counted: Histogram,
}

impl Values {
    fn add(&mut self, value: i64) {
        if self.last.len() == FEW {
            self.last
                .drain(..)
                .for_each(|value| self.counted.add(value));
        }
        self.last.push(value);
    }

    fn clear(&mut self) {
        self.last.clear();
        if self.counted.total() > 0 {
            self.counted = Histogram::default();
        }
    }

    /// Counts the values in a histogram.
    pub fn count_in(&self, histogram: &mut Histogram) {
        self.last.iter().for_each(|&value| histogram.add(value));
        if self.counted.total() > 0 {
            histogram.merge(&self.counted);
        }
    }
}

/// A value for each full year that has one; they come in the order of time.
#[derive(Clone, Debug, Default)]
pub struct ByYear {
    /// Those of the years that are over.
    pub values: Values,
    /// Their sum.
    pub sum: i64,
    /// How many.
    pub years: i64,
    current: Option<(u32, i64)>,
}

impl ByYear {
    /// Combines a value with those of the same year; one outside full years is left out.
    fn add(&mut self, year: Option<u32>, value: i64, combine: fn(i64, i64) -> i64) {
        let Some(year) = year else { return };
        match &mut self.current {
            Some((current, combined)) if *current == year => *combined = combine(*combined, value),
            _ => {
                self.close();
                self.current = Some((year, value));
            }
        }
    }

    fn close(&mut self) {
        if let Some((_, value)) = self.current.take() {
            self.values.add(value);
            self.sum += value;
            self.years += 1;
        }
    }

    fn clear(&mut self) {
        self.values.clear();
        (self.sum, self.years, self.current) = (0, 0, None);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_counted_alike_whether_few_or_many() {
        let many = 3 * FEW as i64 + 7;
        let (mut values, mut direct) = (Values::default(), Histogram::default());
        for value in 0..many {
            values.add(value * value);
            direct.add(value * value);
        }
        let mut counted = Histogram::default();
        values.count_in(&mut counted);
        assert_eq!(counted, direct);
        values.clear();
        let mut empty = Histogram::default();
        values.count_in(&mut empty);
        assert_eq!(empty, Histogram::default());
    }

    #[test]
    fn values_of_one_year_are_combined_and_those_outside_left_out() {
        let mut longest = ByYear::default();
        for (year, value) in [(Some(0), 5), (Some(0), 9), (Some(2), 3), (None, 100)] {
            longest.add(year, value, i64::max);
        }
        longest.close();
        assert_eq!((longest.sum, longest.years), (12, 2));
    }
}
