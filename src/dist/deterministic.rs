//! The deterministic law: always the same value.

use super::error::{LawError, not_negative};

/// Always `value`, which may be 0 (a restart that takes no time).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Deterministic(pub(super) f64);

impl Deterministic {
    /// `value` finite and not negative.
    pub(super) fn new(value: f64) -> Result<Self, LawError> {
        Ok(Self(not_negative("value", value)?))
    }

    pub(super) fn quantile(&self, _u: f64) -> f64 {
        self.0
    }

    pub(super) fn cdf(&self, x: f64) -> f64 {
        if x < self.0 { 0.0 } else { 1.0 }
    }

    pub(super) fn mean(&self) -> f64 {
        self.0
    }

    pub(super) fn variance(&self) -> f64 {
        0.0
    }

    /// A process that renews every `value` is at a random phase of its period: uniform on (0, value).
    pub(super) fn residual_quantile(&self, u: f64) -> f64 {
        u * self.0
    }
}
