//! Why parameters make no law, and the checks that all laws share.
//!
//! Knows nothing of files and places: whoever reads a scenario adds those.

use std::fmt;

/// Why a law cannot be made: which parameter is wrong, and how. Names are those of the scenario's words (`mean`, `shape`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawError {
    /// NaN or infinite.
    NotFinite {
        /// The parameter's name.
        parameter: &'static str,
    },
    /// Zero or negative where only positive numbers make sense.
    NotPositive {
        /// The parameter's name.
        parameter: &'static str,
    },
    /// Negative where zero is allowed.
    Negative {
        /// The parameter's name.
        parameter: &'static str,
    },
    /// Above what the law computes with.
    TooLarge {
        /// The parameter's name.
        parameter: &'static str,
    },
    /// Above zero, but below what the law computes with.
    TooSmall {
        /// The parameter's name.
        parameter: &'static str,
    },
    /// Two parameters in the wrong order.
    OutOfOrder {
        /// The one that must be smaller.
        smaller: &'static str,
        /// The one that must be larger.
        larger: &'static str,
    },
    /// A table or a mixture without entries.
    Empty,
    /// The weights of a mixture do not add to 1.
    WeightsNotOne,
    /// A mixture within a mixture: a draw takes two uniforms, never more.
    NestedMixture,
    /// Mean or variance is beyond the range of numbers, though each parameter by itself is fine.
    Extreme,
}

impl fmt::Display for LawError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFinite { parameter } => write!(f, "{parameter} must be a finite number"),
            Self::NotPositive { parameter } => write!(f, "{parameter} must be above zero"),
            Self::Negative { parameter } => write!(f, "{parameter} must not be negative"),
            Self::TooLarge { parameter } => write!(f, "{parameter} is too large"),
            Self::TooSmall { parameter } => write!(f, "{parameter} is too small"),
            Self::OutOfOrder { smaller, larger } => write!(f, "{smaller} must be below {larger}"),
            Self::Empty => write!(f, "the law has no entries"),
            Self::WeightsNotOne => write!(f, "the weights must add to 1"),
            Self::NestedMixture => write!(f, "a mixture must not contain a mixture"),
            Self::Extreme => write!(
                f,
                "the parameters give a law without finite mean and variance"
            ),
        }
    }
}

impl std::error::Error for LawError {}

/// Lets only finite numbers above zero pass.
pub(super) fn positive(parameter: &'static str, value: f64) -> Result<f64, LawError> {
    match finite(parameter, value)? {
        value if value > 0.0 => Ok(value),
        _ => Err(LawError::NotPositive { parameter }),
    }
}

/// Lets only finite numbers from zero on pass.
pub(super) fn not_negative(parameter: &'static str, value: f64) -> Result<f64, LawError> {
    match finite(parameter, value)? {
        value if value >= 0.0 => Ok(value),
        _ => Err(LawError::Negative { parameter }),
    }
}

fn finite(parameter: &'static str, value: f64) -> Result<f64, LawError> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(LawError::NotFinite { parameter })
    }
}

/// Refuses a law whose moments overflow.
pub(super) fn finite_moments(mean: f64, variance: f64) -> Result<(), LawError> {
    if mean.is_finite() && variance.is_finite() {
        Ok(())
    } else {
        Err(LawError::Extreme)
    }
}
