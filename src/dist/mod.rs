//! Laws of chance, one per file, by inversion and through `libm`, so that the same uniforms give the same bits on every machine.
//!
//! A law takes uniforms and gives numbers; it knows nothing of streams, clocks or components. Times are in microseconds
//! wherever a law stands in a blueprint, but a law itself has no unit. Every law lives on [0, ∞) and has finite mean and
//! variance: its constructor refuses anything else with a [`LawError`] that names the parameter.
//!
//! Quantiles rise with their uniform, so that common random numbers order variants alike. **Value-breaking**: a changed
//! formula changes the last bits of every result; the first values of each law are pinned by a test.

mod deterministic;
mod empirical;
mod error;
mod exponential;
mod gamma;
mod lognormal;
mod mixture;
mod residual;
mod triangular;
mod uniform;
mod weibull;

use deterministic::Deterministic;

pub use empirical::Empirical;
pub use error::LawError;
pub use exponential::Exponential;
pub use gamma::Gamma;
pub use lognormal::Lognormal;
pub use mixture::Mixture;
pub use triangular::Triangular;
pub use uniform::Uniform;
pub use weibull::Weibull;

/// A law: how long something lasts, or how large it is.
///
/// ```
/// use ausfall::dist::Law;
/// let repair = Law::lognormal_median_p95(4.0, 72.0)?;
/// assert!((repair.quantile([0.95, 0.0]) - 72.0).abs() < 1e-10);
/// assert!(Law::exponential(0.0).is_err());
/// # Ok::<(), ausfall::dist::LawError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Law {
    /// Always the same value, finite and not negative; [`Law::deterministic`] checks it.
    Deterministic(f64),
    /// Equally likely between two bounds.
    Uniform(Uniform),
    /// Between two bounds, with a most likely value.
    Triangular(Triangular),
    /// Without memory.
    Exponential(Exponential),
    /// With a hazard that falls or rises with age.
    Weibull(Weibull),
    /// With a normal logarithm.
    Lognormal(Lognormal),
    /// A sum of phases (Erlang), or anything between.
    Gamma(Gamma),
    /// Equal weight on given values.
    Empirical(Empirical),
    /// One of several laws.
    Mixture(Mixture),
}

/// The same expression for each law of one uniform, another for the mixture.
macro_rules! dispatch {
    ($law:expr, $mixture:ident => $of_mixture:expr, $simple:ident => $of_simple:expr) => {
        match $law {
            Law::Deterministic(value) => {
                let $simple = &Deterministic(*value);
                $of_simple
            }
            Law::Uniform($simple) => $of_simple,
            Law::Triangular($simple) => $of_simple,
            Law::Exponential($simple) => $of_simple,
            Law::Weibull($simple) => $of_simple,
            Law::Lognormal($simple) => $of_simple,
            Law::Gamma($simple) => $of_simple,
            Law::Empirical($simple) => $of_simple,
            Law::Mixture($mixture) => $of_mixture,
        }
    };
}

impl Law {
    /// How many uniforms one draw takes: 1, or 2 for a mixture.
    #[must_use]
    pub fn uniforms(&self) -> usize {
        if matches!(self, Self::Mixture(_)) {
            2
        } else {
            1
        }
    }

    /// The value at `u` (each strictly inside (0, 1)); reads the first [`Law::uniforms`] of them.
    #[must_use]
    pub fn quantile(&self, u: [f64; 2]) -> f64 {
        dispatch!(self, mixture => mixture.quantile(u), law => law.quantile(u[0]))
    }

    /// The residual life of a long-running process, at `u`: the quantile of the equilibrium law
    /// F_e(x) = (1/μ)∫₀ˣ(1 − F).
    #[must_use]
    pub fn residual_quantile(&self, u: [f64; 2]) -> f64 {
        dispatch!(self, mixture => mixture.residual_quantile(u), law => law.residual_quantile(u[0]))
    }

    /// P(X ≤ x).
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        dispatch!(self, mixture => mixture.cdf(x), law => law.cdf(x))
    }

    /// The expectation.
    #[must_use]
    pub fn mean(&self) -> f64 {
        dispatch!(self, mixture => mixture.mean(), law => law.mean())
    }

    /// The variance.
    #[must_use]
    pub fn variance(&self) -> f64 {
        dispatch!(self, mixture => mixture.variance(), law => law.variance())
    }

    /// The same law with all values multiplied by `factor` > 0 (beta factor, change of unit).
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        match self {
            Self::Deterministic(value) => Self::Deterministic(value * factor),
            Self::Uniform(law) => Self::Uniform(law.scaled(factor)),
            Self::Triangular(law) => Self::Triangular(law.scaled(factor)),
            Self::Exponential(law) => Self::Exponential(law.scaled(factor)),
            Self::Weibull(law) => Self::Weibull(law.scaled(factor)),
            Self::Lognormal(law) => Self::Lognormal(law.scaled(factor)),
            Self::Gamma(law) => Self::Gamma(law.scaled(factor)),
            Self::Empirical(law) => Self::Empirical(law.scaled(factor)),
            Self::Mixture(law) => Self::Mixture(law.scaled(factor)),
        }
    }

    /// Whether the residual life does not depend on the age.
    #[must_use]
    pub fn is_memoryless(&self) -> bool {
        match self {
            Self::Exponential(_) => true,
            Self::Weibull(law) => law.is_memoryless(),
            Self::Gamma(law) => law.is_memoryless(),
            Self::Mixture(law) => law.is_memoryless(),
            Self::Deterministic(_) | Self::Uniform(_) | Self::Triangular(_) => false,
            Self::Lognormal(_) | Self::Empirical(_) => false,
        }
    }
}

/// Constructors in the words of a scenario.
impl Law {
    /// Always `value` ≥ 0.
    ///
    /// # Errors
    /// `value` is not finite or negative.
    pub fn deterministic(value: f64) -> Result<Self, LawError> {
        Deterministic::new(value).map(|law| Self::Deterministic(law.0))
    }

    /// Between `min` ≥ 0 and `max`: [`Uniform::new`].
    ///
    /// # Errors
    /// Says which parameter is wrong.
    pub fn uniform(min: f64, max: f64) -> Result<Self, LawError> {
        Uniform::new(min, max).map(Self::Uniform)
    }

    /// Between `min` and `max`, most likely `mode`: [`Triangular::new`].
    ///
    /// # Errors
    /// Says which parameter is wrong.
    pub fn triangular(min: f64, mode: f64, max: f64) -> Result<Self, LawError> {
        Triangular::new(min, mode, max).map(Self::Triangular)
    }

    /// Without memory, of mean `mean`: [`Exponential::new`].
    ///
    /// # Errors
    /// Says which parameter is wrong.
    pub fn exponential(mean: f64) -> Result<Self, LawError> {
        Exponential::new(mean).map(Self::Exponential)
    }

    /// Of `scale` and `shape` \[1\]: [`Weibull::new`].
    ///
    /// # Errors
    /// Says which parameter is wrong.
    pub fn weibull(scale: f64, shape: f64) -> Result<Self, LawError> {
        Weibull::new(scale, shape).map(Self::Weibull)
    }

    /// Of mean `mean` and `shape` \[1\]: [`Weibull::from_mean`].
    ///
    /// # Errors
    /// Says which parameter is wrong.
    pub fn weibull_from_mean(mean: f64, shape: f64) -> Result<Self, LawError> {
        Weibull::from_mean(mean, shape).map(Self::Weibull)
    }

    /// Of `median` and `sigma` \[1\]: [`Lognormal::new`].
    ///
    /// # Errors
    /// Says which parameter is wrong.
    pub fn lognormal(median: f64, sigma: f64) -> Result<Self, LawError> {
        Lognormal::new(median, sigma).map(Self::Lognormal)
    }

    /// Of mean `mean` and `sigma` \[1\]: [`Lognormal::from_mean`].
    ///
    /// # Errors
    /// Says which parameter is wrong.
    pub fn lognormal_from_mean(mean: f64, sigma: f64) -> Result<Self, LawError> {
        Lognormal::from_mean(mean, sigma).map(Self::Lognormal)
    }

    /// Half below `median`, 95 % below `p95`: [`Lognormal::median_p95`].
    ///
    /// # Errors
    /// Says which parameter is wrong.
    pub fn lognormal_median_p95(median: f64, p95: f64) -> Result<Self, LawError> {
        Lognormal::median_p95(median, p95).map(Self::Lognormal)
    }

    /// Of `shape` \[1\] and mean `mean`: [`Gamma::new`].
    ///
    /// # Errors
    /// Says which parameter is wrong.
    pub fn gamma(shape: f64, mean: f64) -> Result<Self, LawError> {
        Gamma::new(shape, mean).map(Self::Gamma)
    }

    /// The sum of `phases` equal exponential times, together of mean `mean`: [`Gamma::erlang`].
    ///
    /// # Errors
    /// Says which parameter is wrong.
    pub fn erlang(phases: u32, mean: f64) -> Result<Self, LawError> {
        Gamma::erlang(phases, mean).map(Self::Gamma)
    }

    /// Equal weight on each of `values`: [`Empirical::new`].
    ///
    /// # Errors
    /// Says which parameter is wrong.
    pub fn empirical(values: &[f64]) -> Result<Self, LawError> {
        Empirical::new(values).map(Self::Empirical)
    }

    /// One of several laws, by weight \[1\]: [`Mixture::new`].
    ///
    /// # Errors
    /// Says which parameter is wrong.
    pub fn mixture(parts: Vec<(f64, Self)>) -> Result<Self, LawError> {
        Mixture::new(parts).map(Self::Mixture)
    }
}
