//! `ausfall compare …`: the command line as written, and what is decided.

use std::num::{NonZeroU64, NonZeroUsize};
use std::path::PathBuf;

use clap::Args;

use super::{LanguageLine, Say, decide_threads, folder_of, setting};
use crate::cli::exit::Failure;
use crate::scenario::Overrides;
use crate::simulate::Options;
use crate::text::Language;

/// `ausfall compare …`
#[derive(Debug, Args)]
pub struct CompareLine {
    /// Scenario files; the first is the base.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only these variants.
    #[arg(long = "variant", value_name = "NAME")]
    variants: Vec<String>,
    /// What the others are compared with.
    #[arg(long, value_name = "NAME")]
    against: Option<String>,
    /// Master seed.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Number of replications of each.
    #[arg(long, value_name = "N")]
    replications: Option<NonZeroU64>,
    /// Length of a replication.
    #[arg(long, value_name = "SPAN")]
    horizon: Option<String>,
    /// Parameters with other values.
    #[arg(long, value_name = "NAME=VALUE", value_parser = setting)]
    set: Vec<(String, String)>,
    /// Hotlines in every replication.
    #[arg(long)]
    with_hotline: bool,
    /// Threads; the results do not depend on it.
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// Folder for the results.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Only the path of the page.
    #[arg(long, conflicts_with = "json")]
    quiet: bool,
    /// One JSON object.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    pub(super) language: LanguageLine,
}

/// What `compare` is to do.
#[derive(Debug)]
pub struct Compare {
    /// Scenario files, the first one the base; at least one.
    pub files: Vec<PathBuf>,
    /// Variants to take, `*` standing for any text; none: all.
    pub variants: Vec<String>,
    /// Name of the design that the others are compared with.
    pub against: Option<String>,
    /// What the command line changes in all scenarios.
    pub overrides: Overrides,
    /// Master seed.
    pub seed: u64,
    /// Replications; `None`: what the base proposes.
    pub replications: Option<NonZeroU64>,
    /// Options of the replications.
    pub options: Options,
    /// Threads.
    pub threads: NonZeroUsize,
    /// Where the results go.
    pub folder: PathBuf,
    /// What is printed on standard output.
    pub say: Say,
    /// Language.
    pub language: Language,
}

impl CompareLine {
    /// Decides what is left open.
    ///
    /// # Errors
    /// When a value cannot be, or the first file's name cannot name a folder.
    pub fn decide(self) -> Result<Compare, Failure> {
        let folder = match self.out {
            Some(folder) => folder,
            None => {
                let mut folder = folder_of(&self.files[0], None)?.into_os_string();
                folder.push("-compare");
                folder.into()
            }
        };
        Ok(Compare {
            files: self.files,
            variants: self.variants,
            against: self.against,
            overrides: Overrides {
                horizon: self.horizon,
                set: self.set,
                ..Overrides::default()
            },
            seed: self.seed,
            replications: self.replications,
            options: Options {
                with_hotline: self.with_hotline,
                audit: false,
                ..Options::default()
            },
            threads: decide_threads(self.threads)?,
            folder,
            say: Say::of(self.quiet, self.json),
            language: self.language.decide(),
        })
    }
}
