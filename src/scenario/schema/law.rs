//! Laws of chance as written.

use crate::scenario::spans::{Leaf, Place};

/// A law of chance, or a single value (deterministic).
#[derive(Clone, Debug)]
pub struct Law {
    /// What it says; boxed, since most fields that take a law have none.
    pub what: Box<LawKind>,
    /// Where.
    pub at: Place,
}

choice! {
    /// The laws.
    pub enum LawKind as "a-law", bare Constant: Leaf {
        /// Memoryless.
        Exponential {
            /// Expectation.
            mean: Option<Leaf>,
            /// Or its inverse.
            rate: Option<Leaf>,
        },
        /// Wear or infant mortality.
        Weibull {
            /// Shape [1].
            shape: Leaf,
            /// Expectation.
            mean: Option<Leaf>,
            /// Or the scale.
            scale: Option<Leaf>,
        },
        /// Skewed, as repair times are.
        Lognormal {
            /// Half are below.
            median: Option<Leaf>,
            /// Expectation.
            mean: Option<Leaf>,
            /// Standard deviation of the logarithm [1].
            sigma: Option<Leaf>,
            /// 95 % are below.
            p95: Option<Leaf>,
        },
        /// Gamma.
        Gamma {
            /// Shape [1].
            shape: Leaf,
            /// Expectation.
            mean: Leaf,
        },
        /// A sum of equal exponential phases.
        Erlang {
            /// How many.
            phases: Leaf,
            /// Expectation of the sum.
            mean: Leaf,
        },
        /// All values between are equally likely.
        Uniform {
            /// Smallest.
            min: Leaf,
            /// Largest.
            max: Leaf,
        },
        /// Between two ends, most likely at the mode.
        Triangular {
            /// Smallest.
            min: Leaf,
            /// Most likely.
            mode: Leaf,
            /// Largest.
            max: Leaf,
        },
        /// `Empirical(["1 h", "2 h", …])`: the values with equal weight.
        Empirical(values: Vec<Leaf>),
        /// `Mixture([("80 %", law), ("20 %", law)])`
        Mixture(parts: Vec<(Leaf, Law)>),
    }
}
