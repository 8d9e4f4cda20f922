//! How the program ends: exit codes, and the failures that lead to them.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::terminal::plain;
use crate::simulate::Stop;
use crate::text::{Catalogue, Value};
use crate::units::Instant;

/// The exit codes; documented in the README and stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// An objective is missed under `--enforce`, or the program's audit disagrees with itself.
    Disagrees = 1,
    /// The command line or the scenario is at fault.
    Fault = 2,
    /// Reading or writing failed.
    Files = 3,
    /// Interrupted; what was finished is kept.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command could not be carried out.
#[derive(Debug)]
pub enum Failure {
    /// The command line asks for something that cannot be.
    Usage(String),
    /// The scenario is at fault; the faults have been shown already, this is their count.
    Scenario {
        /// Which file.
        file: PathBuf,
        /// How many faults.
        faults: usize,
    },
    /// A replication had to be stopped.
    Stopped(Stop),
    /// Reading failed.
    Reading(PathBuf, io::Error),
    /// Writing failed.
    Writing(PathBuf, io::Error),
    /// Writing to standard output failed, for another reason than a closed pipe.
    Stdout(io::Error),
    /// A file of results has the format of another version.
    Format {
        /// Which file.
        path: PathBuf,
        /// Which format it has.
        found: u32,
        /// Which format this version knows.
        known: u32,
    },
    /// A file of results is not what this version writes.
    Results {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
}

impl Failure {
    /// Reading `path` failed.
    pub fn reading(path: &Path, source: io::Error) -> Self {
        Self::Reading(path.to_path_buf(), source)
    }

    /// Writing `path` failed.
    pub fn writing(path: &Path, source: io::Error) -> Self {
        Self::Writing(path.to_path_buf(), source)
    }

    /// Writing to standard output failed, for another reason than a closed pipe.
    pub fn stdout(source: io::Error) -> Self {
        Self::Stdout(source)
    }

    /// The exit code that says so.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Usage(_)
            | Self::Scenario { .. }
            | Self::Stopped(
                Stop::ZeroTimeLoop { .. } | Stop::TooManyEvents { .. } | Stop::TooManyUserSeconds,
            ) => Exit::Fault,
            Self::Stopped(Stop::Audit(_)) => Exit::Disagrees,
            Self::Reading(..)
            | Self::Writing(..)
            | Self::Stdout(_)
            | Self::Format { .. }
            | Self::Results { .. } => Exit::Files,
        }
    }

    /// What went wrong and the way out, in words without control characters.
    pub fn words(&self, catalogue: &Catalogue) -> String {
        let about_file = |key: &str, path: &Path, why: &dyn fmt::Display| {
            catalogue.get(
                key,
                &[
                    ("path", shown(path)),
                    ("why", plain(&why.to_string()).into()),
                ],
            )
        };
        match self {
            Self::Usage(message) => message.clone(),
            Self::Scenario { file, faults } => catalogue.get(
                "error-scenario",
                &[("file", shown(file)), ("faults", (*faults).into())],
            ),
            Self::Stopped(stop) => stopped(stop, catalogue),
            Self::Reading(path, source) => about_file("error-read", path, source),
            Self::Writing(path, source) => about_file("error-write", path, source),
            Self::Stdout(source) => about_file("error-stdout", Path::new(""), source),
            Self::Format { path, found, known } => catalogue.get(
                "error-format",
                &[
                    ("path", shown(path)),
                    ("found", (*found).into()),
                    ("known", (*known).into()),
                ],
            ),
            Self::Results { path, why } => about_file("error-results", path, why),
        }
    }
}

/// A path as it may be shown: without control characters.
pub fn shown(path: &Path) -> Value<'static> {
    plain(&path.to_string_lossy()).into()
}

/// Says why a replication had to be stopped.
fn stopped(stop: &Stop, catalogue: &Catalogue) -> String {
    let when = |micros: i64| {
        catalogue
            .duration(Instant::from_micros(micros).hours(), 3)
            .into()
    };
    match stop {
        Stop::ZeroTimeLoop { at, items } => catalogue.get(
            "error-loop",
            &[
                ("at", when(*at)),
                ("items", plain(&items.join(", ")).into()),
            ],
        ),
        Stop::TooManyEvents { at, item } => catalogue.get(
            "error-endless",
            &[("at", when(*at)), ("item", plain(item).into())],
        ),
        Stop::TooManyUserSeconds => catalogue.get("error-losses", &[]),
        Stop::Audit(what) => catalogue.get("error-audit", &[("what", plain(what).into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_fault_of_the_scenario_and_a_fault_of_ours_have_different_codes() {
        let endless = Failure::Stopped(Stop::ZeroTimeLoop {
            at: 0,
            items: Vec::new(),
        });
        let ours = Failure::Stopped(Stop::Audit("level".into()));
        let countless = Failure::Stopped(Stop::TooManyUserSeconds);
        assert_eq!(endless.exit(), Exit::Fault);
        assert_eq!(countless.exit(), Exit::Fault);
        let words = countless.words(&Catalogue::new(Language::English));
        assert!(words.contains("user-seconds"), "{words}");
        assert_eq!(ours.exit(), Exit::Disagrees);
    }

    #[test]
    fn a_path_with_control_characters_cannot_steer_the_terminal() {
        let failure = Failure::reading(
            Path::new("a\u{1b}[2Jb"),
            io::Error::from(io::ErrorKind::NotFound),
        );
        let words = failure.words(&Catalogue::new(Language::English));
        assert!(
            !words.contains('\u{1b}') && words.contains("cannot read a"),
            "{words}"
        );
    }
}
