//! Why a text is no quantity of the wanted kind, in words that help.

use std::fmt;

/// The kinds of quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// A plain number.
    Number,
    /// A span of time.
    Span,
    /// A rate.
    Rate,
    /// A probability or share.
    Share,
}

impl Quantity {
    /// How one is written.
    #[must_use]
    pub const fn example(self) -> &'static str {
        match self {
            Self::Number => "1.5",
            Self::Span => "\"4 h\"",
            Self::Rate => "\"0.26 / y\"",
            Self::Share => "\"2 %\"",
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Number => "a plain number",
            Self::Span => "a span of time",
            Self::Rate => "a rate",
            Self::Share => "a share or probability",
        })
    }
}

/// Why a text is no quantity of the wanted kind. Its `Display` is the message, [`UnitFault::help`] the way out.
#[derive(Clone, Debug, PartialEq)]
pub enum UnitFault {
    /// No number at the beginning.
    NoNumber {
        /// What was wanted.
        wanted: Quantity,
        /// The text.
        found: String,
        /// The text without points between thousands, where it has some.
        corrected: Option<String>,
    },
    /// A bare number where a unit is needed.
    MissingUnit {
        /// What was wanted.
        wanted: Quantity,
        /// The number as written.
        number: String,
    },
    /// A unit that does not exist here.
    UnknownUnit {
        /// As written.
        unit: String,
        /// The one that is probably meant.
        meant: Option<&'static str>,
        /// Those that exist.
        known: &'static [&'static str],
        /// The text with the unit that is probably meant.
        corrected: Option<String>,
    },
    /// A quantity of another kind.
    WrongKind {
        /// What was wanted.
        wanted: Quantity,
        /// What was found.
        found: Quantity,
    },
    /// Below zero.
    Negative {
        /// What was wanted.
        wanted: Quantity,
    },
    /// Zero where it cannot be.
    Zero {
        /// What was wanted.
        wanted: Quantity,
    },
    /// Infinite, or not a number.
    NotFinite {
        /// As written.
        found: String,
    },
    /// A comma where a point is meant.
    DecimalComma {
        /// The text with a point.
        corrected: String,
        /// The text without the comma, where it may have grouped thousands.
        grouped: Option<String>,
    },
    /// A month, which has no fixed length, as a span.
    MonthAsSpan {
        /// As many times 30 days.
        corrected: String,
    },
    /// Longer than the clock runs.
    TooLong,
    /// A probability above one.
    AboveOne {
        /// The number as written.
        number: String,
        /// The same as a percentage, if it can be one.
        percent: Option<String>,
    },
    /// Something follows that does not belong there.
    Trailing {
        /// What follows.
        found: String,
        /// What was wanted.
        wanted: Quantity,
        /// The text as it is probably meant.
        corrected: Option<String>,
    },
}

impl fmt::Display for UnitFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoNumber { wanted, found, .. } => write!(f, "expected {wanted}, found `{found}`"),
            Self::MissingUnit { wanted, number } => {
                write!(f, "`{number}` has no unit, but {wanted} needs one")
            }
            Self::UnknownUnit {
                unit,
                meant: Some(meant),
                ..
            } => write!(f, "unknown unit `{unit}`; did you mean `{meant}`?"),
            Self::UnknownUnit { unit, .. } => write!(f, "unknown unit `{unit}`"),
            Self::WrongKind { wanted, found } => write!(f, "expected {wanted}, found {found}"),
            Self::Negative { wanted } => write!(f, "{wanted} cannot be negative here"),
            Self::Zero { wanted } => write!(f, "{wanted} cannot be zero here"),
            Self::NotFinite { found } => write!(f, "`{found}` is not a finite number"),
            Self::DecimalComma { .. } => f.write_str("a decimal comma is not understood"),
            Self::MonthAsSpan { .. } => {
                f.write_str("a month has no fixed length, so it cannot be a span of time")
            }
            Self::TooLong => f.write_str("this span is longer than the clock runs (292,000 years)"),
            Self::AboveOne { number, .. } => {
                write!(f, "`{number}` is more than 1, which no probability can be")
            }
            Self::Trailing { found, wanted, .. } => {
                write!(f, "`{found}` does not belong to {wanted}")
            }
        }
    }
}

impl std::error::Error for UnitFault {}

impl UnitFault {
    /// The way out, if there is one to name.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        match self {
            Self::NoNumber { wanted, .. }
            | Self::WrongKind { wanted, .. }
            | Self::Trailing { wanted, .. } => Some(format!("write it as {}", wanted.example())),
            Self::MissingUnit {
                wanted: Quantity::Rate,
                number,
            } => Some(format!("write \"{number} / y\"")),
            Self::MissingUnit { number, .. } => Some(format!("write \"{number} h\"")),
            Self::UnknownUnit { known, .. } => Some(format!("units here: {}", known.join(", "))),
            Self::DecimalComma { corrected, .. } => Some(format!("write \"{corrected}\"")),
            Self::MonthAsSpan { corrected } => Some(format!("write \"{corrected}\"")),
            Self::AboveOne { percent, .. } => percent
                .as_ref()
                .map(|percent| format!("for a percentage write \"{percent}\"")),
            Self::Negative { .. } | Self::Zero { .. } | Self::NotFinite { .. } | Self::TooLong => {
                None
            }
        }
    }
}
