//! How long a batch goes on where no count of replications is stated: until its answers are precise (`docs/semantics.md` 33).
//!
//! Knows what is wanted, not how it is found out.

use crate::units::Span;

/// Replications that a batch makes at most if nothing is said.
pub const MOST_REPLICATIONS: u64 = 65_536;

/// Time that a batch takes at most if nothing is said [s].
pub const MOST_SECONDS: i64 = 120;

/// How precise the answers are to be, and what it may cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Precision {
    /// What is wanted of each of `asks`, in their order.
    pub targets: Vec<Target>,
    /// Where the batch ends at the latest.
    pub at_most: AtMost,
}

/// Half the width that the 95 % interval of an answer is to have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// Relative to the estimate [1], of a share p to min(p, 1 − p).
    Relative(f64),
    /// In the unit of the answer.
    Absolute(f64),
}

impl Default for Target {
    /// 5 % of the estimate.
    fn default() -> Self {
        Self::Relative(0.05)
    }
}

/// Where a batch ends at the latest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtMost {
    /// Replications.
    pub replications: u64,
    /// Time on the wall; `None`: any.
    pub time: Option<Span>,
}

impl Default for AtMost {
    /// 65,536 replications and two minutes.
    fn default() -> Self {
        Self {
            replications: MOST_REPLICATIONS,
            time: Some(Span::from_micros(MOST_SECONDS * 1_000_000)),
        }
    }
}
