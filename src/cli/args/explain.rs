//! The arguments of `ausfall explain`.

use std::path::PathBuf;

use clap::Args;

use super::{LanguageLine, Study, StudyLine, decide_threads, folder_of};
use crate::cli::exit::Failure;
use crate::text::Language;

/// `ausfall explain …`
#[derive(Debug, Args)]
pub struct ExplainLine {
    /// Scenario file.
    file: PathBuf,
    #[command(flatten)]
    study: StudyLine,
    /// Folder for the dependency picture.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// One JSON object.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    pub(super) language: LanguageLine,
}

/// What `explain` is to do.
#[derive(Debug)]
pub struct Explain {
    /// The scenario and how the pilot simulates it.
    pub study: Study,
    /// Where the picture goes; `None`: nowhere.
    pub folder: Option<PathBuf>,
    /// Threads of the pilot.
    pub threads: usize,
    /// JSON instead of text.
    pub json: bool,
    /// Language.
    pub language: Language,
}

impl ExplainLine {
    /// Decides what is left open.
    ///
    /// # Errors
    /// When the file's name cannot name a folder.
    pub fn decide(self) -> Result<Explain, Failure> {
        let folder = match self.out {
            Some(folder) => Some(folder),
            None if self.json => None,
            None => Some(folder_of(&self.file, self.study.variant.as_deref())?),
        };
        Ok(Explain {
            folder,
            study: self.study.decide(self.file),
            threads: decide_threads(None)?.get(),
            json: self.json,
            language: self.language.decide(),
        })
    }
}
