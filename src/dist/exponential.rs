//! The exponential law: what has no memory of its age.

use super::error::{LawError, finite_moments, positive};
use crate::stats::special::{ln, ln_each};

/// S(x) = e^{−x/mean}: times between events of constant rate 1/mean.
///
/// Source: N. L. Johnson, S. Kotz, N. Balakrishnan, *Continuous Univariate Distributions* 1, 2nd ed. 1994, chapter 19.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exponential {
    mean: f64,
}

impl Exponential {
    /// The law of mean `mean` > 0.
    ///
    /// # Errors
    /// `mean` is not finite or not positive.
    pub fn new(mean: f64) -> Result<Self, LawError> {
        let law = Self {
            mean: positive("mean", mean)?,
        };
        finite_moments(law.mean(), law.variance())?;
        Ok(law)
    }

    /// −mean·ln(1 − u), rising in `u`. The kernel's uniforms make 1 − u exact, so one logarithm is enough and small
    /// values lose no digit.
    #[must_use]
    pub fn quantile(&self, u: f64) -> f64 {
        -self.mean * ln(1.0 - u)
    }

    /// Each uniform becomes its [`Exponential::quantile`]: the same bits, more cheaply.
    pub fn quantile_each(&self, uniforms: &mut [f64]) {
        for u in &mut *uniforms {
            *u = 1.0 - *u;
        }
        ln_each(uniforms);
        for value in uniforms {
            *value *= -self.mean;
        }
    }

    /// P(X ≤ x).
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        if x <= 0.0 {
            0.0
        } else {
            -libm::expm1(-x / self.mean)
        }
    }

    /// The expectation.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// mean².
    #[must_use]
    pub fn variance(&self) -> f64 {
        self.mean * self.mean
    }

    /// The residual life is the life itself.
    #[must_use]
    pub fn residual_quantile(&self, u: f64) -> f64 {
        self.quantile(u)
    }

    /// All values times `factor` > 0.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        Self {
            mean: self.mean * factor,
        }
    }
}
