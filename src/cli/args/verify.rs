//! `ausfall verify`.

use std::num::{NonZeroU64, NonZeroUsize};
use std::path::PathBuf;

use clap::Args;

use super::{LanguageLine, decide_threads};
use crate::cli::exit::Failure;
use crate::text::Language;

/// `ausfall verify …`
#[derive(Debug, Args)]
pub struct VerifyLine {
    /// Scenario files with `expect:`.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Number of replications of each.
    #[arg(long, value_name = "N")]
    replications: Option<NonZeroU64>,
    /// Master seed.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Threads; the results do not depend on it.
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// Repeat the batch so many times and count how often the intervals hold the exact values.
    #[arg(long, value_name = "BATCHES")]
    coverage: Option<NonZeroU64>,
    /// The coverage as one JSON object.
    #[arg(long, requires = "coverage", conflicts_with = "csv")]
    json: bool,
    /// The coverage as CSV.
    #[arg(long, requires = "coverage")]
    csv: bool,
    #[command(flatten)]
    language: LanguageLine,
}

/// How a table is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For readers.
    Table,
    /// One JSON object.
    Json,
    /// Comma-separated values.
    Csv,
}

/// What `verify` is to do.
#[derive(Debug)]
pub struct Verify {
    /// Scenario files.
    pub files: Vec<PathBuf>,
    /// Replications; `None`: what each scenario proposes.
    pub replications: Option<NonZeroU64>,
    /// Master seed.
    pub seed: u64,
    /// Threads.
    pub threads: NonZeroUsize,
    /// Batches of each for a study of coverage; `None`: one batch, held against what is expected.
    pub coverage: Option<NonZeroU64>,
    /// How the coverage is printed.
    pub form: Form,
    /// Language.
    pub language: Language,
}

impl VerifyLine {
    /// Decides what is left open.
    ///
    /// # Errors
    /// When a value cannot be.
    pub fn decide(self) -> Result<Verify, Failure> {
        Ok(Verify {
            files: self.files,
            replications: self.replications,
            seed: self.seed,
            threads: decide_threads(self.threads)?,
            coverage: self.coverage,
            form: match (self.json, self.csv) {
                (true, _) => Form::Json,
                (_, true) => Form::Csv,
                _ => Form::Table,
            },
            language: self.language.decide(),
        })
    }
}
