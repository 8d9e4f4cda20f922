//! The gamma law; with a whole shape the Erlang law, a sum of equal exponential phases.

use super::error::{LawError, finite_moments, positive};
use super::residual::{PartialExpectations, equilibrium_quantile};
use crate::stats::special::{gamma_front, gamma_p, gamma_p_inverse, gamma_q};

/// Beyond this shape the law is a constant in all but name, and inversion would be slow.
const GREATEST_SHAPE: f64 = 1e6;
/// Below this shape more than half of the law is smaller than the smallest number.
const LEAST_SHAPE: f64 = 1e-3;

/// Density x^{shape−1}e^{−x/scale} / (Γ(shape)·scale^shape).
///
/// Source: N. L. Johnson, S. Kotz, N. Balakrishnan, *Continuous Univariate Distributions* 1, 2nd ed. 1994, chapter 17.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gamma {
    shape: f64,
    scale: f64,
}

impl Gamma {
    /// The law of `shape` \[1\] from 10⁻³ to 10⁶ and mean `mean` > 0; the scale is mean/shape.
    ///
    /// # Errors
    /// A parameter is not finite, not positive or beyond its range.
    pub fn new(shape: f64, mean: f64) -> Result<Self, LawError> {
        Self::with_shape_named("shape", shape, mean)
    }

    /// The sum of 1 to 10⁶ equal exponential `phases`, together of mean `mean` > 0.
    ///
    /// # Errors
    /// As for [`Gamma::new`], with `phases` for the shape.
    pub fn erlang(phases: u32, mean: f64) -> Result<Self, LawError> {
        Self::with_shape_named("phases", f64::from(phases), mean)
    }

    fn with_shape_named(parameter: &'static str, shape: f64, mean: f64) -> Result<Self, LawError> {
        let (shape, mean) = (positive(parameter, shape)?, positive("mean", mean)?);
        if shape > GREATEST_SHAPE {
            return Err(LawError::TooLarge { parameter });
        }
        if shape < LEAST_SHAPE {
            return Err(LawError::TooSmall { parameter });
        }
        let law = Self {
            shape,
            scale: mean / shape,
        };
        finite_moments(law.mean(), law.variance())?;
        Ok(law)
    }

    /// scale·P⁻¹(shape, u), rising in `u`.
    #[must_use]
    pub fn quantile(&self, u: f64) -> f64 {
        self.scale * gamma_p_inverse(self.shape, u)
    }

    /// P(X ≤ x).
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        if x <= 0.0 {
            0.0
        } else {
            gamma_p(self.shape, x / self.scale)
        }
    }

    /// shape·scale.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.shape * self.scale
    }

    /// shape·scale².
    #[must_use]
    pub fn variance(&self) -> f64 {
        self.shape * self.scale * self.scale
    }

    /// By inversion of the equilibrium law.
    #[must_use]
    pub fn residual_quantile(&self, u: f64) -> f64 {
        equilibrium_quantile(self, u)
    }

    /// Whether the shape is 1, the exponential law.
    #[must_use]
    pub fn is_memoryless(&self) -> bool {
        self.shape == 1.0
    }

    /// All values times `factor` > 0.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        Self {
            scale: self.scale * factor,
            ..*self
        }
    }
}

/// E[X; X ≤ x] = μ·P(shape + 1, y), y = x/scale, with P(a + 1, y) = P(a, y) − front(a, y)/a (DLMF 8.8.5), so that one
/// incomplete gamma function serves and nothing cancels in the tails.
impl PartialExpectations for Gamma {
    fn mean(&self) -> f64 {
        self.mean()
    }

    fn survival(&self, x: f64) -> f64 {
        gamma_q(self.shape, x / self.scale)
    }

    fn limited_mean(&self, x: f64) -> f64 {
        let y = x / self.scale;
        let below = self.shape * gamma_p(self.shape, y) - gamma_front(self.shape, y);
        self.scale * (below + y * gamma_q(self.shape, y))
    }

    fn excess_mean(&self, x: f64) -> f64 {
        let y = x / self.scale;
        let front = gamma_front(self.shape, y);
        self.scale * (front + (self.shape - y) * gamma_q(self.shape, y))
    }
}
