//! `ausfall help`.

use clap::Args;

use super::LanguageLine;
use crate::text::Language;

/// `ausfall help …`
#[derive(Debug, Args)]
pub struct HelpLine {
    /// A command, a concept, a field or a word of scenario files.
    #[arg(value_name = "TOPIC")]
    topic: Vec<String>,
    #[command(flatten)]
    language: LanguageLine,
}

/// What `help` is to do.
#[derive(Debug)]
pub struct Help {
    /// What is to be explained; empty: what there is.
    pub topic: String,
    /// Language.
    pub language: Language,
}

impl HelpLine {
    /// Decides what is left open. Several words are one topic: `help failure mode`.
    pub fn decide(self) -> Help {
        Help {
            topic: self.topic.join(" "),
            language: self.language.decide(),
        }
    }
}
