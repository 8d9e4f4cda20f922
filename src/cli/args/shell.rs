//! `ausfall completions` and `ausfall man`.

use clap::Args;
use clap_complete::Shell;

use super::LanguageLine;
use crate::text::Language;

/// `ausfall completions …`
#[derive(Debug, Args)]
pub struct CompletionsLine {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
    #[command(flatten)]
    language: LanguageLine,
}

/// `ausfall man`
#[derive(Debug, Args)]
pub struct ManLine {
    #[command(flatten)]
    language: LanguageLine,
}

/// What `completions` is to do.
#[derive(Debug)]
pub struct Completions {
    /// The shell.
    pub shell: Shell,
    /// Language.
    pub language: Language,
}

/// What `man` is to do.
#[derive(Debug)]
pub struct Man {
    /// Language.
    pub language: Language,
}

impl CompletionsLine {
    /// Decides what is left open.
    pub fn decide(self) -> Completions {
        Completions {
            shell: self.shell,
            language: self.language.decide(),
        }
    }
}

impl ManLine {
    /// Decides what is left open.
    pub fn decide(self) -> Man {
        Man {
            language: self.language.decide(),
        }
    }
}
