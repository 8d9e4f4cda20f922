//! The uniform law: anything between two bounds is equally likely.

use super::error::{LawError, finite_moments, not_negative, positive};

/// Density 1/(max − min) on [min, max].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uniform {
    min: f64,
    max: f64,
}

impl Uniform {
    /// The law on [`min`, `max`], 0 ≤ `min` < `max`.
    ///
    /// # Errors
    /// A bound is not finite, `min` is negative, `max` is not positive, or `min` is not below `max`.
    pub fn new(min: f64, max: f64) -> Result<Self, LawError> {
        let law = Self {
            min: not_negative("min", min)?,
            max: positive("max", max)?,
        };
        if min >= max {
            return Err(LawError::OutOfOrder {
                smaller: "min",
                larger: "max",
            });
        }
        finite_moments(law.mean(), law.variance())?;
        Ok(law)
    }

    /// min + u·(max − min).
    #[must_use]
    pub fn quantile(&self, u: f64) -> f64 {
        self.min + u * self.width()
    }

    /// P(X ≤ x).
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        ((x - self.min) / self.width()).clamp(0.0, 1.0)
    }

    /// The expectation.
    #[must_use]
    pub fn mean(&self) -> f64 {
        0.5 * (self.min + self.max)
    }

    /// (max − min)²/12.
    #[must_use]
    pub fn variance(&self) -> f64 {
        self.width() * self.width() / 12.0
    }

    /// Below `min` nothing has ended, so F_e(x) = x/μ; above, 1 − F_e(x) = (max − x)²/(2μ(max − min)).
    #[must_use]
    pub fn residual_quantile(&self, u: f64) -> f64 {
        let flat = u * self.mean();
        if flat <= self.min {
            return flat;
        }
        self.max - libm::sqrt(2.0 * (1.0 - u) * self.mean() * self.width())
    }

    /// All values times `factor` > 0.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        Self {
            min: self.min * factor,
            max: self.max * factor,
        }
    }

    fn width(&self) -> f64 {
        self.max - self.min
    }
}
