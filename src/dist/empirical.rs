//! The empirical law: values from records, each as likely as the others.

use super::error::{LawError, finite_moments, not_negative};

/// Equal weight on each value of a table; only these values occur.
#[derive(Clone, Debug, PartialEq)]
pub struct Empirical {
    /// Ascending.
    values: Box<[f64]>,
    /// E[min(X, x)] at each value.
    limited_means: Box<[f64]>,
}

impl Empirical {
    /// The law of `values`, in any order, all finite and not negative; a value may occur more than once.
    ///
    /// # Errors
    /// There are none, or one is not finite or negative.
    pub fn new(values: &[f64]) -> Result<Self, LawError> {
        if values.is_empty() {
            return Err(LawError::Empty);
        }
        for &value in values {
            not_negative("value", value)?;
        }
        let mut values: Box<[f64]> = values.into();
        values.sort_by(f64::total_cmp);
        let limited_means = limited_means(&values);
        let law = Self {
            values,
            limited_means,
        };
        finite_moments(law.mean(), law.variance())?;
        Ok(law)
    }

    /// The value of rank ⌊u·n⌋ + 1.
    #[must_use]
    pub fn quantile(&self, u: f64) -> f64 {
        let last = self.values.len() - 1;
        self.values[((u * self.count()) as usize).min(last)]
    }

    /// P(X ≤ x).
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        self.values.partition_point(|&value| value <= x) as f64 / self.count()
    }

    /// The average.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.values.iter().sum::<f64>() / self.count()
    }

    /// The mean square distance from the average (divided by n: the table is the law, not a sample of it).
    #[must_use]
    pub fn variance(&self) -> f64 {
        let mean = self.mean();
        let squares: f64 = self
            .values
            .iter()
            .map(|value| (value - mean) * (value - mean))
            .sum();
        squares / self.count()
    }

    /// E[min(X, x)] is a line between neighbouring values, of slope S.
    #[must_use]
    pub fn residual_quantile(&self, u: f64) -> f64 {
        let last = self.values.len() - 1;
        let target = u * self.limited_means[last];
        let i = self
            .limited_means
            .partition_point(|&mean| mean < target)
            .min(last);
        let (value_before, mean_before) = match i {
            0 => (0.0, 0.0),
            _ => (self.values[i - 1], self.limited_means[i - 1]),
        };
        let survival = (self.count() - i as f64) / self.count();
        (value_before + (target - mean_before) / survival).min(self.values[i])
    }

    /// All values times `factor` > 0.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        let times_factor = |numbers: &[f64]| numbers.iter().map(|number| number * factor).collect();
        Self {
            values: times_factor(&self.values),
            limited_means: times_factor(&self.limited_means),
        }
    }

    fn count(&self) -> f64 {
        self.values.len() as f64
    }
}

/// E[min(X, x)] at each of the ascending `values`: the area under the survival function's steps.
fn limited_means(values: &[f64]) -> Box<[f64]> {
    let count = values.len() as f64;
    let (mut area, mut before) = (0.0, 0.0);
    let step = |(i, &value): (usize, &f64)| {
        area += (value - before) * (count - i as f64) / count;
        before = value;
        area
    };
    values.iter().enumerate().map(step).collect()
}
