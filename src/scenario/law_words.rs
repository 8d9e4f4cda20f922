//! Why a law cannot be, as messages: what is wrong, and the way out.
//!
//! Knows nothing of where the law stands. `dist` keeps the cases and knows nothing of messages.

use crate::dist::LawError;
use crate::say;
use crate::text::Say;

/// What is wrong.
pub fn message(error: LawError) -> Say {
    match error {
        LawError::NotFinite { parameter } => say!("law-not-finite", parameter = parameter),
        LawError::NotPositive { parameter } => say!("law-not-positive", parameter = parameter),
        LawError::Negative { parameter } => say!("law-negative", parameter = parameter),
        LawError::TooLarge { parameter } => say!("law-too-large", parameter = parameter),
        LawError::TooSmall { parameter } => say!("law-too-small", parameter = parameter),
        LawError::OutOfOrder { smaller, larger } => {
            say!("law-out-of-order", smaller = smaller, larger = larger)
        }
        LawError::Empty => say!("law-empty"),
        LawError::WeightsNotOne => say!("law-weights"),
        LawError::NestedMixture => say!("law-nested-mixture"),
        LawError::Extreme => say!("law-extreme"),
    }
}

/// The way out.
pub fn help(error: LawError) -> Say {
    match error {
        LawError::NotFinite { parameter }
        | LawError::NotPositive { parameter }
        | LawError::Negative { parameter }
        | LawError::TooLarge { parameter }
        | LawError::TooSmall { parameter } => say!("law-value-help", parameter = parameter),
        LawError::OutOfOrder { smaller, larger } => {
            say!("law-out-of-order-help", smaller = smaller, larger = larger)
        }
        LawError::Empty => say!("law-empty-help"),
        LawError::WeightsNotOne => say!("law-weights-help"),
        LawError::NestedMixture => say!("law-nested-mixture-help"),
        LawError::Extreme => say!("law-extreme-help"),
    }
}
