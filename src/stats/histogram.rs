//! A log-linear histogram of integers: exact below 256, then 128 buckets for each power of two (width below 0.8 %).
//!
//! Buckets are found by bit operations alone, so that every machine finds the same. Knows nothing of units.

use std::collections::BTreeMap;

/// Bits of the mantissa.
const BITS: u32 = 7;

/// Number of a bucket; ascending with the values in it. Negative values mirror the others.
pub type Bucket = i16;

/// The bucket of a value.
#[must_use]
pub fn bucket_of(value: i64) -> Bucket {
    if value < 0 {
        return !bucket_of(!value);
    }
    let exponent = (value | 1).ilog2().saturating_sub(BITS);
    // At most 55·128 + 255: fits.
    ((exponent << BITS) as i64 + (value >> exponent)) as Bucket
}

/// The least and the greatest value of a bucket.
#[must_use]
pub fn edges(bucket: Bucket) -> (i64, i64) {
    if bucket < 0 {
        let (low, high) = edges(!bucket);
        return (!high, !low);
    }
    let exponent = (i64::from(bucket) >> BITS).saturating_sub(1).max(0);
    let mantissa = i64::from(bucket) - (exponent << BITS);
    let low = mantissa << exponent;
    (low, low + ((1_i64 << exponent) - 1))
}

/// A sparse histogram with its exact least and greatest value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    buckets: BTreeMap<Bucket, u64>,
    total: u64,
    least: i64,
    greatest: i64,
}

impl Default for Histogram {
    fn default() -> Self {
        Self {
            buckets: BTreeMap::new(),
            total: 0,
            least: i64::MAX,
            greatest: i64::MIN,
        }
    }
}

impl Histogram {
    /// Adds one value.
    pub fn add(&mut self, value: i64) {
        self.add_many(value, 1);
    }

    /// Adds the same value `count` times.
    pub fn add_many(&mut self, value: i64, count: u64) {
        if count == 0 {
            return;
        }
        *self.buckets.entry(bucket_of(value)).or_insert(0) += count;
        self.total += count;
        self.least = self.least.min(value);
        self.greatest = self.greatest.max(value);
    }

    /// Adds all values of another histogram.
    pub fn merge(&mut self, other: &Self) {
        for (&bucket, &count) in &other.buckets {
            *self.buckets.entry(bucket).or_insert(0) += count;
        }
        self.total += other.total;
        self.least = self.least.min(other.least);
        self.greatest = self.greatest.max(other.greatest);
    }

    /// All values of several histograms.
    #[must_use]
    pub fn pooled<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut all = Self::default();
        parts.into_iter().for_each(|part| all.merge(part));
        all
    }

    /// How many values there are.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.total
    }

    /// The least and the greatest value, if there is one.
    #[must_use]
    pub fn range(&self) -> Option<(i64, i64)> {
        (self.total > 0).then_some((self.least, self.greatest))
    }

    /// Buckets with their counts, ascending.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Bucket, u64)> + '_ {
        self.buckets.iter().map(|(&bucket, &count)| (bucket, count))
    }

    /// How many values lie in buckets up to and with `bucket`.
    #[must_use]
    pub fn up_to(&self, bucket: Bucket) -> u64 {
        self.buckets.range(..=bucket).map(|(_, count)| count).sum()
    }

    /// The bucket that holds the value of rank `rank`, from 1, and the values in the buckets below it.
    #[must_use]
    pub fn at_rank(&self, rank: u64) -> Option<(Bucket, u64)> {
        let mut below = 0;
        for (&bucket, &count) in &self.buckets {
            if below + count >= rank {
                return Some((bucket, below));
            }
            below += count;
        }
        None
    }

    /// The edges of a bucket, cut to the values that occurred.
    #[must_use]
    pub fn seen_edges(&self, bucket: Bucket) -> (i64, i64) {
        let (low, high) = edges(bucket);
        (low.max(self.least), high.min(self.greatest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_values_have_buckets_of_their_own() {
        for value in -256..256 {
            assert_eq!(edges(bucket_of(value)), (value, value));
        }
    }

    #[test]
    fn buckets_follow_one_another_without_a_gap() {
        let last = bucket_of(i64::MAX);
        for bucket in !last..last {
            assert_eq!(edges(bucket).1 + 1, edges(bucket + 1).0, "after {bucket}");
        }
        assert_eq!((edges(!last).0, edges(last).1), (i64::MIN, i64::MAX));
    }

    #[test]
    fn ranks_find_their_bucket() {
        let mut histogram = Histogram::default();
        [5, 5, 9, 1_000_000]
            .into_iter()
            .for_each(|value| histogram.add(value));
        assert_eq!(histogram.at_rank(2), Some((5, 0)));
        assert_eq!(histogram.at_rank(3), Some((9, 2)));
        assert_eq!(histogram.at_rank(5), None);
        assert_eq!(histogram.seen_edges(bucket_of(1_000_000)).1, 1_000_000);
    }

    proptest! {
        #[test]
        fn a_bucket_holds_its_values_and_is_narrow(value: i64) {
            let (low, high) = edges(bucket_of(value));
            prop_assert!(low <= value && value <= high);
            prop_assert!(((high - low) as f64) <= (value as f64).abs() / 128.0);
        }
    }
}
