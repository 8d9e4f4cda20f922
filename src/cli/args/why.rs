//! `ausfall why …`: the arguments, as written and as decided.

use std::path::PathBuf;

use clap::Args;

use super::{LanguageLine, Study, StudyLine};
use crate::text::Language;

/// `ausfall why …`
#[derive(Debug, Args)]
pub struct WhyLine {
    /// Scenario file.
    file: PathBuf,
    #[command(flatten)]
    study: StudyLine,
    /// Which replication, from 0.
    #[arg(short, long, value_name = "N")]
    replication: u64,
    /// Service whose outages are told.
    service: String,
    /// Outages below this level.
    #[arg(long, value_name = "NAME")]
    level: Option<String>,
    /// Only outages that begin in this counted year.
    #[arg(long, value_name = "Y")]
    year: Option<u32>,
    /// One JSON object for each outage.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    pub(super) language: LanguageLine,
}

/// What `why` is to do.
#[derive(Debug)]
pub struct Why {
    /// The scenario and how to simulate it.
    pub study: Study,
    /// Which replication.
    pub replication: u64,
    /// The service whose outages are told.
    pub service: String,
    /// Below which level; `None`: the lowest.
    pub level: Option<String>,
    /// Only outages that begin in this counted year; `None`: all of the replication.
    pub year: Option<u32>,
    /// JSON lines instead of text.
    pub json: bool,
    /// Language.
    pub language: Language,
}

impl WhyLine {
    /// Decides what is left open.
    pub fn decide(self) -> Why {
        Why {
            study: self.study.decide(self.file),
            replication: self.replication,
            service: self.service,
            level: self.level,
            year: self.year,
            json: self.json,
            language: self.language.decide(),
        }
    }
}
