//! Exact sums of integer values: count, Σx, Σx², Σx³, least and greatest. They merge in any order to the same bits.
//!
//! Knows nothing of intervals; what is derived is rounded once, at the end.

use ethnum::I256;

#[cfg(test)]
mod reference;

/// Exact moments of the values that are not zero. Zeros need not be told: the number of all values is given at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moments {
    count: u64,
    sum: i128,
    squares: I256,
    cubes: I256,
    least: i64,
    greatest: i64,
}

impl Default for Moments {
    fn default() -> Self {
        Self {
            count: 0,
            sum: 0,
            squares: I256::ZERO,
            cubes: I256::ZERO,
            least: i64::MAX,
            greatest: i64::MIN,
        }
    }
}

impl Moments {
    /// Adds one value; zero changes nothing.
    pub fn add(&mut self, value: i64) {
        if value == 0 {
            return;
        }
        let wide = i128::from(value);
        let square = wide * wide;
        self.count += 1;
        self.sum += wide;
        self.squares += I256::from(square);
        self.cubes += I256::from(square) * I256::from(wide);
        self.least = self.least.min(value);
        self.greatest = self.greatest.max(value);
    }

    /// Adds all values of another set.
    pub fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.sum += other.sum;
        self.squares += other.squares;
        self.cubes += other.cubes;
        self.least = self.least.min(other.least);
        self.greatest = self.greatest.max(other.greatest);
    }

    /// How many values were not zero.
    #[must_use]
    pub const fn nonzero(&self) -> u64 {
        self.count
    }

    /// Σx.
    #[must_use]
    pub const fn sum(&self) -> i128 {
        self.sum
    }

    /// What follows for `n` values, those not told being zero; `n` at least the number told.
    ///
    /// The sums are moved to the integer below the mean first, exactly: with d = ⌊Σx/n⌋ the differences that remain are far
    /// from the cancellation of Σx² − (Σx)²/n.
    #[must_use]
    pub fn summary(&self, n: u64) -> Summary {
        let n = n.max(self.count);
        if n == 0 {
            return Summary::default();
        }
        let wide_n = I256::from(i128::from(n));
        let floor = self.sum.div_euclid(i128::from(n));
        let (d, sum) = (I256::from(floor), I256::from(self.sum));
        let first = sum - wide_n * d;
        let second = self.squares - I256::from(2) * d * sum + wide_n * d * d;
        let third = self.cubes - I256::from(3) * d * self.squares + I256::from(3) * d * d * sum
            - wide_n * d * d * d;
        Summary::from_shifted(n, self, floor, [first, second, third])
    }
}

/// What follows from exact moments, rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Summary {
    /// Values, zeros included.
    pub n: u64,
    /// Values that are not zero.
    pub nonzero: u64,
    /// The mean.
    pub mean: f64,
    /// The unbiased variance; 0 for a single value.
    pub variance: f64,
    /// Skewness γ̂ = m₃/m₂^{3/2}; 0 where the values do not vary.
    pub skewness: f64,
    /// The least value.
    pub least: i64,
    /// The greatest value.
    pub greatest: i64,
}

impl Summary {
    /// From Σ(x−d)ᵏ, k = 1, 2, 3, where d is the integer below the mean.
    fn from_shifted(n: u64, of: &Moments, d: i128, shifted: [I256; 3]) -> Self {
        let [first, second, third] = shifted;
        let count = n as f64;
        let excess = first.as_f64() / count;
        let square =
            (I256::from(i128::from(n)) * second - first * first).as_f64() / (count * count);
        let cube = third.as_f64() / count - 3.0 * excess * second.as_f64() / count
            + 2.0 * excess * excess * excess;
        let untold = n > of.count;
        Self {
            n,
            nonzero: of.count,
            mean: (i128::from(n) * d + first.as_i128()) as f64 / count,
            variance: if n > 1 {
                square * count / (count - 1.0)
            } else {
                0.0
            },
            skewness: if square > 0.0 {
                cube / (square * square.sqrt())
            } else {
                0.0
            },
            least: if untold { of.least.min(0) } else { of.least },
            greatest: if untold {
                of.greatest.max(0)
            } else {
                of.greatest
            },
        }
    }

    /// Standard error of the mean.
    #[must_use]
    pub fn std_error(&self) -> f64 {
        (self.variance / self.n as f64).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(values: &[i64]) -> Moments {
        let mut moments = Moments::default();
        values.iter().for_each(|&value| moments.add(value));
        moments
    }

    #[test]
    fn known_moments_come_out() {
        let summary = of(&[1, 2, 3, 10]).summary(4);
        assert_eq!(
            (summary.mean, summary.least, summary.greatest),
            (4.0, 1, 10)
        );
        assert!((summary.variance - 50.0 / 3.0).abs() < 1e-14);
        let (square, cube) = (50.0 / 4.0, (-27.0 - 8.0 - 1.0 + 216.0) / 4.0);
        assert!((summary.skewness - cube / (square * f64::sqrt(square))).abs() < 1e-14);
    }

    #[test]
    fn untold_values_are_zeros() {
        assert_eq!(of(&[0, 0, 5, 7]).summary(4), of(&[5, 7]).summary(4));
        assert_eq!(of(&[5, 7]).summary(4).least, 0);
    }

    #[test]
    fn a_large_offset_does_not_drown_the_variance() {
        let far = i64::MAX - 10;
        let summary = of(&[far, far + 1, far + 2]).summary(3);
        assert!((summary.variance - 1.0).abs() < 1e-12);
        assert!(summary.skewness.abs() < 1e-12);
    }

    #[test]
    fn nothing_has_an_empty_summary() {
        assert_eq!(Moments::default().summary(0), Summary::default());
    }

    proptest! {
        #[test]
        fn merging_in_any_order_gives_the_same_moments(values: Vec<i64>, cut in 0_usize..64) {
            let cut = cut.min(values.len());
            let (mut left, mut right) = (of(&values[..cut]), of(&values[cut..]));
            let old_left = left.clone();
            left.merge(&right);
            right.merge(&old_left);
            prop_assert_eq!(&left, &right);
            prop_assert_eq!(left, of(&values));
        }
    }
}
