//! `ausfall new`.

use clap::{Args, ValueEnum};

use super::{LanguageLine, names_a_folder};
use crate::cli::exit::Failure;
use crate::cli::terminal::plain;
use crate::say;
use crate::text::Language;

/// `ausfall new …`
#[derive(Debug, Args)]
pub struct NewLine {
    /// Name of the new scenario.
    name: String,
    /// Which scenario to begin with.
    #[arg(long, value_name = "EXAMPLE", value_enum, default_value_t = Like::FirstSteps)]
    like: Like,
    #[command(flatten)]
    language: LanguageLine,
}

/// The scenarios to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Like {
    /// One server or two.
    FirstSteps,
    /// Two data centres with a shared cause.
    TwoSites,
    /// A service desk with impatient callers.
    Hotline,
    /// Salaries with a deadline.
    Payroll,
}

/// What `new` is to do.
#[derive(Debug)]
pub struct New {
    /// The name; its file is `NAME.ron` in the current folder.
    pub name: String,
    /// What to begin with.
    pub like: Like,
    /// Language.
    pub language: Language,
}

impl NewLine {
    /// Decides what is left open. The name may be written with its `.ron`.
    ///
    /// # Errors
    /// When the name is no plain name of a file in the current folder.
    pub fn decide(self) -> Result<New, Failure> {
        let name = self.name.strip_suffix(".ron").unwrap_or(&self.name);
        if !names_a_folder(name) {
            return Err(Failure::Usage(say!("error-new-name", name = plain(name))));
        }
        Ok(New {
            name: name.to_owned(),
            like: self.like,
            language: self.language.decide(),
        })
    }
}
