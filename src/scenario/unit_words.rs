//! Why a text is no quantity, as messages: what is wrong, the unit that is probably meant, and the way out.
//!
//! Knows nothing of where the text stands. `units` keeps the cases and knows nothing of messages.

use crate::say;
use crate::text::Say;
use crate::units::{Quantity, UnitFault};

/// What is wrong.
pub fn message(fault: &UnitFault) -> Say {
    match fault {
        UnitFault::NoNumber { wanted, found, .. } => {
            say!(
                "bad-quantity-no-number",
                wanted = kind(*wanted),
                found = found
            )
        }
        UnitFault::MissingUnit { wanted, number } => say!(
            "bad-quantity-missing-unit",
            number = number,
            wanted = kind(*wanted)
        ),
        UnitFault::UnknownUnit { unit, .. } => say!("bad-quantity-unknown-unit", unit = unit),
        UnitFault::WrongKind { wanted, found } => say!(
            "bad-quantity-wrong-kind",
            wanted = kind(*wanted),
            found = kind(*found)
        ),
        UnitFault::Negative { wanted } => say!("bad-quantity-negative", wanted = kind(*wanted)),
        UnitFault::Zero { wanted } => say!("bad-quantity-zero", wanted = kind(*wanted)),
        UnitFault::NotFinite { found } => say!("bad-quantity-not-finite", found = found),
        UnitFault::DecimalComma { .. } => say!("bad-quantity-comma"),
        UnitFault::MonthAsSpan { .. } => say!("bad-quantity-month"),
        UnitFault::TooLong => say!("bad-quantity-too-long"),
        UnitFault::AboveOne { number, .. } => say!("bad-quantity-above-one", number = number),
        UnitFault::Trailing { found, wanted, .. } => say!(
            "bad-quantity-trailing",
            found = found,
            wanted = kind(*wanted)
        ),
    }
}

/// The unit that is probably meant.
pub fn meant(fault: &UnitFault) -> Option<&'static str> {
    match fault {
        UnitFault::UnknownUnit { meant, .. } => *meant,
        _ => None,
    }
}

/// The way out: the corrected text where it can be told, else what is possible here.
pub fn help(fault: &UnitFault) -> Say {
    if let Some(text) = corrected(fault) {
        return say!("write-help", text = text);
    }
    match fault {
        UnitFault::UnknownUnit { known, .. } => {
            say!("bad-quantity-unknown-unit-help", known = known.join(", "))
        }
        UnitFault::MissingUnit { wanted, number } => missing_unit(*wanted, number),
        UnitFault::DecimalComma {
            corrected,
            grouped: Some(grouped),
        } => say!(
            "bad-quantity-comma-help",
            text = corrected,
            grouped = grouped
        ),
        UnitFault::NoNumber { wanted, .. }
        | UnitFault::WrongKind { wanted, .. }
        | UnitFault::Trailing { wanted, .. } => example(*wanted),
        UnitFault::Zero { .. } => say!("bad-quantity-zero-help"),
        UnitFault::Negative { .. } => say!("bad-quantity-negative-help"),
        UnitFault::NotFinite { .. } => say!("bad-quantity-not-finite-help"),
        UnitFault::TooLong => say!("bad-quantity-too-long-help"),
        UnitFault::AboveOne { .. } => say!("bad-quantity-above-one-help"),
        UnitFault::MonthAsSpan { corrected } | UnitFault::DecimalComma { corrected, .. } => {
            say!("write-help", text = corrected)
        }
    }
}

/// How a quantity of a kind is written.
pub fn example(wanted: Quantity) -> Say {
    say!("bad-quantity-help", example = wanted.example())
}

/// A kind of quantity, with its article.
pub fn kind(quantity: Quantity) -> Say {
    match quantity {
        Quantity::Number => say!("quantity-number"),
        Quantity::Span => say!("quantity-span"),
        Quantity::Rate => say!("quantity-rate"),
        Quantity::Share => say!("quantity-share"),
    }
}

/// The whole text as it is probably meant, where one reading is likely.
fn corrected(fault: &UnitFault) -> Option<&str> {
    match fault {
        UnitFault::NoNumber { corrected, .. }
        | UnitFault::UnknownUnit { corrected, .. }
        | UnitFault::Trailing { corrected, .. } => corrected.as_deref(),
        UnitFault::AboveOne { percent, .. } => percent.as_deref(),
        _ => None,
    }
}

fn missing_unit(wanted: Quantity, number: &str) -> Say {
    if wanted == Quantity::Rate {
        say!("bad-quantity-missing-unit-rate-help", number = number)
    } else {
        say!("bad-quantity-missing-unit-help", number = number)
    }
}
