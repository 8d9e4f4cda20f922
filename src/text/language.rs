//! The languages there are.

use std::str::FromStr;

/// A language of reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// The tag of BCP 47, as `lang="…"` wants it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The sign between whole and fraction.
    #[must_use]
    pub const fn decimal_sign(self) -> char {
        match self {
            Self::English => '.',
            Self::German => ',',
        }
    }

    /// The sign between groups of three digits; the German one is a narrow space that does not break.
    #[must_use]
    pub const fn group_sign(self) -> char {
        match self {
            Self::English => ',',
            Self::German => '\u{202f}',
        }
    }

    /// What stands between a number and its `%`: nothing in English, a space that does not break in German.
    #[must_use]
    pub const fn before_percent(self) -> &'static str {
        match self {
            Self::English => "",
            Self::German => "\u{a0}",
        }
    }
}

/// A tag that names no language there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads `de`, `de_DE.UTF-8`, `en-GB`: the letters before the first `-`, `_` or `.` count.
    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or(tag);
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
            .ok_or_else(|| UnknownLanguage(tag.to_owned()))
    }
}
