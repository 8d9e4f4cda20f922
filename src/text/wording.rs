//! A text of the scenario's author: one for all languages, or one for each.

use serde::{Deserialize, Serialize};

use crate::text::Language;

/// A text in one language or in both. In files of results a plain string, or `{"en": "…", "de": "…"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Wording {
    /// The same in every language.
    One(String),
    /// One for each language.
    Each {
        /// English.
        en: String,
        /// German.
        de: String,
    },
}

impl Wording {
    /// The text in `language`.
    #[must_use]
    pub fn say(&self, language: Language) -> &str {
        match (self, language) {
            (Self::One(text), _)
            | (Self::Each { en: text, .. }, Language::English)
            | (Self::Each { de: text, .. }, Language::German) => text,
        }
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::One(text) => text.is_empty(),
            Self::Each { en, de } => en.is_empty() && de.is_empty(),
        }
    }
}

impl Default for Wording {
    fn default() -> Self {
        Self::One(String::new())
    }
}

impl From<&str> for Wording {
    fn from(text: &str) -> Self {
        Self::One(text.to_owned())
    }
}

impl From<String> for Wording {
    fn from(text: String) -> Self {
        Self::One(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_one_language_stays_a_plain_string_in_files() {
        let one = Wording::from("Payroll");
        let each = Wording::Each {
            en: "Payroll".to_owned(),
            de: "Lohn".to_owned(),
        };
        for (wording, json) in [
            (&one, "\"Payroll\""),
            (&each, "{\"en\":\"Payroll\",\"de\":\"Lohn\"}"),
        ] {
            assert_eq!(serde_json::to_string(wording).expect("plain"), json);
            assert_eq!(
                serde_json::from_str::<Wording>(json).expect("plain"),
                *wording
            );
        }
        assert_eq!(each.say(Language::German), "Lohn");
        assert_eq!(one.say(Language::German), "Payroll");
    }
}
