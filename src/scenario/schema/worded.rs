//! Texts of the author, in one language or in both.

use crate::scenario::spans::{Leaf, Place};
use crate::text::Wording;

/// A text, or one for each language: `"Payroll"` or `(en: "Payroll", de: "Gehälter")`.
#[derive(Clone, Debug)]
pub enum Worded {
    /// The same in every language.
    One(Leaf),
    /// One for each.
    Each {
        /// English.
        en: Leaf,
        /// German.
        de: Leaf,
    },
}

impl Worded {
    /// Where it stands.
    #[must_use]
    pub const fn at(&self) -> &Place {
        match self {
            Self::One(leaf) | Self::Each { en: leaf, .. } => &leaf.at,
        }
    }

    /// What it says.
    #[must_use]
    pub fn wording(&self) -> Wording {
        match self {
            Self::One(leaf) => leaf.text.as_str().into(),
            Self::Each { en, de } => Wording::Each {
                en: en.text.clone(),
                de: de.text.clone(),
            },
        }
    }
}
