//! User time lost by sets of organisations, per replication and per year, and which years are worth telling.

use std::collections::BTreeMap;

use super::merge_map;
use crate::simulate::outcome::GroupYear;
use crate::stats::histogram::{Bucket, bucket_of};
use crate::stats::{Histogram, Moments};

/// How many of the worst years are kept.
const WORST: usize = 10;

/// Losses of one set of organisations in one group of replications.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupTally {
    /// User-seconds lost per replication.
    pub lost: Moments,
    /// User-seconds lost per year that has a loss.
    pub lost_years: Histogram,
    /// The same, summed exactly in each of its buckets.
    pub lost_sums: BTreeMap<Bucket, i128>,
    /// User-seconds lost on the worst day of such a year.
    pub worst_day: Histogram,
    /// Most members down at once in such a year.
    pub most_down: Histogram,
    /// User-seconds lost on the worst day of each year, summed per replication.
    pub worst_days: Moments,
    /// Most members down at once in each year, summed per replication.
    pub most_downs: Moments,
    /// Years with a loss per replication.
    pub years_hit: Moments,
}

impl GroupTally {
    /// Adds the replications of another tally.
    pub fn merge(&mut self, other: &Self) {
        self.lost.merge(&other.lost);
        self.lost_years.merge(&other.lost_years);
        merge_map(&mut self.lost_sums, &other.lost_sums, |sum, more| {
            *sum += more
        });
        self.worst_day.merge(&other.worst_day);
        self.most_down.merge(&other.most_down);
        self.worst_days.merge(&other.worst_days);
        self.most_downs.merge(&other.most_downs);
        self.years_hit.merge(&other.years_hit);
    }
}

/// Adds the years with a loss of one replication.
pub fn add_years(groups: &mut [GroupTally], years: &[GroupYear]) {
    // Per group: years, worst days and most down, summed.
    let mut sums = vec![(0, 0, 0); if years.is_empty() { 0 } else { groups.len() }];
    for year in years {
        let tally = &mut groups[year.group.index()];
        tally.lost_years.add(year.lost);
        *tally.lost_sums.entry(bucket_of(year.lost)).or_insert(0) += i128::from(year.lost);
        tally.worst_day.add(year.worst_day);
        tally.most_down.add(i64::from(year.most_down));
        let sum = &mut sums[year.group.index()];
        *sum = (
            sum.0 + 1,
            sum.1 + year.worst_day,
            sum.2 + i64::from(year.most_down),
        );
    }
    for (tally, (hit, worst_days, most_downs)) in groups.iter_mut().zip(sums) {
        tally.years_hit.add(hit);
        tally.worst_days.add(worst_days);
        tally.most_downs.add(most_downs);
    }
}

/// A year of a replication and what all organisations lost in it [user s].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearLoss {
    /// User-seconds lost.
    pub lost: i64,
    /// Replication.
    pub replication: u64,
    /// Year, from 0.
    pub year: u32,
}

impl YearLoss {
    const fn place(&self) -> (u64, u32) {
        (self.replication, self.year)
    }
}

/// Years with a loss: per bucket of the loss how many, and the one of the lowest (replication, year); and the ten worst.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct YearBook {
    buckets: BTreeMap<Bucket, (u64, YearLoss)>,
    worst: Vec<YearLoss>,
}

impl YearBook {
    /// Adds one year.
    pub fn add(&mut self, year: YearLoss) {
        self.put(bucket_of(year.lost), 1, year);
        self.keep_worst(&[year]);
    }

    /// Adds the years of another book.
    pub fn merge(&mut self, other: &Self) {
        for (&bucket, &(count, lowest)) in &other.buckets {
            self.put(bucket, count, lowest);
        }
        self.keep_worst(&other.worst);
    }

    fn put(&mut self, bucket: Bucket, count: u64, lowest: YearLoss) {
        let entry = self.buckets.entry(bucket).or_insert((0, lowest));
        entry.0 += count;
        if lowest.place() < entry.1.place() {
            entry.1 = lowest;
        }
    }

    fn keep_worst(&mut self, more: &[YearLoss]) {
        let threshold = self
            .worst
            .last()
            .filter(|_| self.worst.len() == WORST)
            .map(|year| year.lost);
        if more
            .iter()
            .all(|year| threshold.is_some_and(|least| year.lost < least))
        {
            return;
        }
        self.worst.extend_from_slice(more);
        self.worst
            .sort_by_key(|year| (std::cmp::Reverse(year.lost), year.place()));
        self.worst.truncate(WORST);
    }

    /// The worst years, the worst first; of equal ones the lowest (replication, year) first.
    #[must_use]
    pub fn worst(&self) -> &[YearLoss] {
        &self.worst
    }

    /// A year at quantile `p` of `years` years in all, those without a loss included; none where that year has no loss.
    #[must_use]
    pub fn at(&self, p: f64, years: u64) -> Option<YearLoss> {
        let with_loss: u64 = self.buckets.values().map(|(count, _)| count).sum();
        let rank = (p * years as f64).ceil() as u64;
        let mut below = years.saturating_sub(with_loss);
        self.buckets.values().find_map(|&(count, lowest)| {
            let holds = below < rank && rank <= below + count;
            below += count;
            holds.then_some(lowest)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(lost: i64, replication: u64) -> YearLoss {
        YearLoss {
            lost,
            replication,
            year: 0,
        }
    }

    fn book(years: &[YearLoss]) -> YearBook {
        let mut book = YearBook::default();
        years.iter().for_each(|&year| book.add(year));
        book
    }

    #[test]
    fn books_merge_in_any_order_to_the_same_years() {
        let years: Vec<YearLoss> = (0..100)
            .map(|r| year((r * 37 % 23) as i64 * 1_000 + 1, r))
            .collect();
        let (mut left, right) = (book(&years[..40]), book(&years[40..]));
        let mut other = right.clone();
        other.merge(&left);
        left.merge(&right);
        assert_eq!(left, other);
        assert_eq!(left, book(&years));
    }

    #[test]
    fn the_worst_come_first_and_ties_go_to_the_lowest_replication() {
        let years: Vec<YearLoss> = (0..30)
            .rev()
            .map(|r| year(100 + (r % 3) as i64, r))
            .collect();
        let worst: Vec<u64> = book(&years)
            .worst()
            .iter()
            .map(|year| year.replication)
            .collect();
        assert_eq!(worst, [2, 5, 8, 11, 14, 17, 20, 23, 26, 29]);
    }

    #[test]
    fn a_quantile_among_years_without_a_loss_has_no_story() {
        let book = book(&[year(10, 4), year(20, 5)]);
        assert_eq!(book.at(0.5, 10), None);
        assert_eq!(book.at(0.85, 10), Some(year(10, 4)));
        assert_eq!(book.at(0.99, 10), Some(year(20, 5)));
    }
}
