//! The triangular law: least, most likely and greatest value, as experts give them.

use super::error::{LawError, finite_moments, not_negative, positive};
use super::residual::{PartialExpectations, equilibrium_quantile};

/// Density rising linearly from `min` to `mode` and falling to `max`.
///
/// Source: S. Kotz, J. R. van Dorp, *Beyond Beta*, 2004, chapter 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Triangular {
    min: f64,
    mode: f64,
    max: f64,
}

impl Triangular {
    /// 0 ≤ `min` ≤ `mode` ≤ `max`, `min` < `max`.
    ///
    /// # Errors
    /// A number is not finite, `min` or `mode` is negative, `max` is not positive, or the order is wrong.
    pub fn new(min: f64, mode: f64, max: f64) -> Result<Self, LawError> {
        let law = Self {
            min: not_negative("min", min)?,
            mode: not_negative("mode", mode)?,
            max: positive("max", max)?,
        };
        law.in_order()?;
        finite_moments(law.mean(), law.variance())?;
        Ok(law)
    }

    fn in_order(&self) -> Result<(), LawError> {
        let pairs = [
            (self.min > self.mode, "min", "mode"),
            (self.mode > self.max, "mode", "max"),
            (self.min >= self.max, "min", "max"),
        ];
        match pairs.into_iter().find(|(wrong, ..)| *wrong) {
            Some((_, smaller, larger)) => Err(LawError::OutOfOrder { smaller, larger }),
            None => Ok(()),
        }
    }

    /// The root of the quadratic of the side on which `u` falls.
    #[must_use]
    pub fn quantile(&self, u: f64) -> f64 {
        if u * self.width() < self.mode - self.min {
            self.min + libm::sqrt(u * self.width() * (self.mode - self.min))
        } else {
            self.max - libm::sqrt((1.0 - u) * self.width() * (self.max - self.mode))
        }
    }

    /// P(X ≤ x).
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        if x <= self.min {
            0.0
        } else if x < self.mode {
            (x - self.min) / self.width() * ((x - self.min) / (self.mode - self.min))
        } else if x < self.max {
            // What lies between the mode and x is added, so that little above a mode at the lower bound keeps its digits.
            let (beyond, side) = (x - self.mode, self.max - self.mode);
            (self.mode - self.min) / self.width()
                + beyond / self.width() * ((side + self.max - x) / side)
        } else {
            1.0
        }
    }

    /// The expectation.
    #[must_use]
    pub fn mean(&self) -> f64 {
        (self.min + self.mode + self.max) / 3.0
    }

    /// ((max − min)² − (mode − min)(max − mode))/18.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let sides = (self.mode - self.min) * (self.max - self.mode);
        (self.width() * self.width() - sides) / 18.0
    }

    /// Closed below `min` (F_e = x/μ) and above `mode` (a cube), solved in between.
    #[must_use]
    pub fn residual_quantile(&self, u: f64) -> f64 {
        let flat = u * self.mean();
        if flat <= self.min {
            return flat;
        }
        let excess = (1.0 - u) * self.mean();
        if excess <= self.excess_at_mode() {
            let cube = 3.0 * excess * self.width() * (self.max - self.mode);
            return self.max - libm::cbrt(cube);
        }
        equilibrium_quantile(self, u)
    }

    /// All values times `factor` > 0.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        Self {
            min: self.min * factor,
            mode: self.mode * factor,
            max: self.max * factor,
        }
    }

    fn width(&self) -> f64 {
        self.max - self.min
    }

    /// E[max(X − mode, 0)].
    fn excess_at_mode(&self) -> f64 {
        (self.max - self.mode) * (self.max - self.mode) / (3.0 * self.width())
    }
}

/// Asked only between `min` and `mode`: elsewhere the residual quantile is closed.
impl PartialExpectations for Triangular {
    fn bound(&self) -> f64 {
        self.mode
    }

    fn mean(&self) -> f64 {
        self.mean()
    }

    fn survival(&self, x: f64) -> f64 {
        1.0 - self.cdf(x)
    }

    fn limited_mean(&self, x: f64) -> f64 {
        x - self.cdf(x) * (x - self.min) / 3.0
    }

    /// The excess at the mode plus the area under S from `x` to the mode.
    fn excess_mean(&self, x: f64) -> f64 {
        let to_mode = self.mode - x;
        let rise = self.mode - self.min;
        let bulge = to_mode * to_mode * (1.0 - to_mode / (3.0 * rise));
        self.excess_at_mode() + (to_mode * (self.max - self.mode) + bulge) / self.width()
    }
}
