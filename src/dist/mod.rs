//! Laws of chance, one per file, by inversion and through `libm`, so that the same uniforms give the same bits on every machine.
//!
//! A law takes uniforms and gives numbers; it knows nothing of streams, clocks or components. Times are in microseconds
//! wherever a law stands in a blueprint, but a law itself has no unit.

/// A law: how long something lasts, or how large it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Law {
    /// Always the same value.
    Deterministic(f64),
}

impl Law {
    /// How many uniforms one draw takes: 1, or 2 for a mixture.
    #[must_use]
    pub fn uniforms(&self) -> usize {
        todo!()
    }

    /// The value at `u` (each strictly inside (0, 1)); reads the first [`Law::uniforms`] of them.
    #[must_use]
    pub fn quantile(&self, _u: [f64; 2]) -> f64 {
        todo!()
    }

    /// The residual life of a long-running process, at `u`: the quantile of the equilibrium law
    /// F_e(x) = (1/μ)∫₀ˣ(1 − F).
    #[must_use]
    pub fn residual_quantile(&self, _u: [f64; 2]) -> f64 {
        todo!()
    }

    /// P(X ≤ x).
    #[must_use]
    pub fn cdf(&self, _x: f64) -> f64 {
        todo!()
    }

    /// The expectation.
    #[must_use]
    pub fn mean(&self) -> f64 {
        todo!()
    }

    /// The variance.
    #[must_use]
    pub fn variance(&self) -> f64 {
        todo!()
    }

    /// The same law with all values multiplied by `factor` > 0 (beta factor, change of unit).
    #[must_use]
    pub fn scaled(&self, _factor: f64) -> Self {
        todo!()
    }

    /// Whether the residual life does not depend on the age.
    #[must_use]
    pub fn is_memoryless(&self) -> bool {
        todo!()
    }
}
