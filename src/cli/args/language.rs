//! `--lang`, and the language of the environment where it is not given. The only place that reads locale variables.

use std::env;
use std::ffi::OsString;

use clap::{Args, ValueEnum};

use crate::text::Language;

/// What names the language of messages, the first that is set and not empty (POSIX.1-2017, 8.2).
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// `--lang`
#[derive(Debug, Args)]
pub struct LanguageLine {
    /// Language of what is printed, of charts and report.
    #[arg(long, value_name = "LANG", value_enum, global = true)]
    lang: Option<LanguageArg>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LanguageArg {
    En,
    De,
}

impl LanguageLine {
    /// The language asked for, else that of the environment.
    pub fn decide(&self) -> Language {
        match self.lang {
            Some(LanguageArg::En) => Language::English,
            Some(LanguageArg::De) => Language::German,
            None => of_environment(),
        }
    }
}

/// The language in which `arguments` are answered, well formed or not: that of the last `--lang`, else that of the environment.
pub fn language_of(arguments: &[OsString]) -> Language {
    let words: Vec<&str> = arguments
        .iter()
        .map_while(|word| Some(word.to_str().unwrap_or_default()).filter(|word| *word != "--"))
        .collect();
    let before = std::iter::once("").chain(words.iter().copied());
    before
        .zip(&words)
        .filter_map(|(before, word)| match word.strip_prefix("--lang=") {
            Some(tag) => Some(tag),
            None => (before == "--lang").then_some(*word),
        })
        .filter_map(|tag| tag.parse().ok())
        .last()
        .unwrap_or_else(of_environment)
}

fn of_environment() -> Language {
    of_locale(LOCALE.map(|name| env::var(name).unwrap_or_default()))
}

/// The language of the first locale that is not empty, such as `de_AT.UTF-8` or `de@euro`; English where it is none of ours.
fn of_locale(locales: impl IntoIterator<Item = String>) -> Language {
    locales
        .into_iter()
        .find(|locale| !locale.is_empty())
        .and_then(|locale| locale.split('@').next()?.parse().ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(values: [&str; 3]) -> Language {
        of_locale(values.map(String::from))
    }

    #[test]
    fn the_first_locale_that_is_set_decides() {
        assert_eq!(locale(["", "", "de_DE.UTF-8"]), Language::German);
        assert_eq!(locale(["", "de_AT@euro", "en_GB"]), Language::German);
        assert_eq!(locale(["de", "", ""]), Language::German);
        assert_eq!(locale(["C", "de_DE", "de_DE"]), Language::English);
        assert_eq!(locale(["", "", "fr_FR.UTF-8"]), Language::English);
        assert_eq!(locale(["", "", ""]), Language::English);
    }

    #[test]
    fn a_language_is_found_in_arguments_that_make_no_sense() {
        let of =
            |words: &[&str]| language_of(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of(&["ausfall", "rum", "--lang", "de"]), Language::German);
        assert_eq!(
            of(&["ausfall", "--lang=de", "--nonsense"]),
            Language::German
        );
        assert_eq!(of(&["--lang=de", "run", "--lang", "en"]), Language::English);
    }
}
