//! The lognormal law: repair times, with their few very long ones.

use super::error::{LawError, finite_moments, positive};
use super::residual::{PartialExpectations, equilibrium_quantile};
use crate::stats::special::{normal_cdf, normal_quantile};

/// Φ⁻¹(0.95).
const Z_95: f64 = 1.644_853_626_951_472_7;

/// median·e^{sigma·Z} with Z standard normal.
///
/// Source: N. L. Johnson, S. Kotz, N. Balakrishnan, *Continuous Univariate Distributions* 1, 2nd ed. 1994, chapter 14.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lognormal {
    median: f64,
    sigma: f64,
}

impl Lognormal {
    /// The law of `median` > 0 and `sigma` > 0, the standard deviation of the logarithm \[1\].
    ///
    /// # Errors
    /// A parameter is not finite or not positive, or `sigma` is so large (above about 18) that the variance overflows.
    pub fn new(median: f64, sigma: f64) -> Result<Self, LawError> {
        let law = Self {
            median: positive("median", median)?,
            sigma: positive("sigma", sigma)?,
        };
        finite_moments(law.mean(), law.variance())?;
        Ok(law)
    }

    /// The law of mean `mean` > 0 and `sigma` > 0: median = mean·e^{−sigma²/2}.
    ///
    /// # Errors
    /// As for [`Lognormal::new`].
    pub fn from_mean(mean: f64, sigma: f64) -> Result<Self, LawError> {
        let (mean, sigma) = (positive("mean", mean)?, positive("sigma", sigma)?);
        match mean * libm::exp(-0.5 * sigma * sigma) {
            median if median > 0.0 => Self::new(median, sigma),
            _ => Err(LawError::Extreme),
        }
    }

    /// The law of which half stays below `median` and 95 % below `p95`.
    ///
    /// # Errors
    /// A parameter is not finite or not positive, or `median` is not below `p95`.
    pub fn median_p95(median: f64, p95: f64) -> Result<Self, LawError> {
        let (median, p95) = (positive("median", median)?, positive("p95", p95)?);
        if median >= p95 {
            return Err(LawError::OutOfOrder {
                smaller: "median",
                larger: "p95",
            });
        }
        Self::new(median, libm::log(p95 / median) / Z_95)
    }

    /// median·exp(sigma·Φ⁻¹(u)), rising in `u`.
    #[must_use]
    pub fn quantile(&self, u: f64) -> f64 {
        self.median * libm::exp(self.sigma * normal_quantile(u))
    }

    /// P(X ≤ x).
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        if x <= 0.0 {
            0.0
        } else {
            normal_cdf(self.standardised(x))
        }
    }

    /// median·e^{sigma²/2}.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.median * libm::exp(0.5 * self.sigma * self.sigma)
    }

    /// mean²·(e^{sigma²} − 1).
    #[must_use]
    pub fn variance(&self) -> f64 {
        let mean = self.mean();
        mean * mean * libm::expm1(self.sigma * self.sigma)
    }

    /// By inversion of the equilibrium law.
    #[must_use]
    pub fn residual_quantile(&self, u: f64) -> f64 {
        equilibrium_quantile(self, u)
    }

    /// All values times `factor` > 0.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        Self {
            median: self.median * factor,
            ..*self
        }
    }

    /// The z with x = median·e^{sigma·z}.
    fn standardised(&self, x: f64) -> f64 {
        libm::log(x / self.median) / self.sigma
    }
}

/// E[X; X ≤ x] = μ·Φ(z − sigma), because weighting by X shifts the logarithm's mean by sigma².
impl PartialExpectations for Lognormal {
    fn mean(&self) -> f64 {
        self.mean()
    }

    fn survival(&self, x: f64) -> f64 {
        normal_cdf(-self.standardised(x))
    }

    fn limited_mean(&self, x: f64) -> f64 {
        let z = self.standardised(x);
        self.mean() * normal_cdf(z - self.sigma) + x * normal_cdf(-z)
    }

    fn excess_mean(&self, x: f64) -> f64 {
        let z = self.standardised(x);
        self.mean() * normal_cdf(self.sigma - z) - x * normal_cdf(-z)
    }
}
