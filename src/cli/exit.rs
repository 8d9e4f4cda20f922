//! How the program ends: exit codes, and the failures that lead to them.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::simulate::Stop;
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
    /// Reading or writing failed.
    Files {
        /// What was being done, "read" or "write".
        doing: &'static str,
        /// With which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
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
        Self::Files {
            doing: "read",
            path: path.to_path_buf(),
            source,
        }
    }

    /// Writing `path` failed.
    pub fn writing(path: &Path, source: io::Error) -> Self {
        Self::Files {
            doing: "write",
            path: path.to_path_buf(),
            source,
        }
    }

    /// Writing to standard output failed, for another reason than a closed pipe.
    pub fn stdout(source: io::Error) -> Self {
        Self::writing(Path::new("standard output"), source)
    }

    /// The exit code that says so.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Usage(_)
            | Self::Scenario { .. }
            | Self::Stopped(Stop::ZeroTimeLoop { .. } | Stop::TooManyUserSeconds) => Exit::Fault,
            Self::Stopped(Stop::Audit(_)) => Exit::Disagrees,
            Self::Files { .. } | Self::Results { .. } => Exit::Files,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) => f.write_str(message),
            Self::Scenario { file, faults } => {
                let plural = if *faults == 1 { "fault" } else { "faults" };
                write!(f, "{}: {faults} {plural}, nothing was run", shown(file))
            }
            Self::Stopped(stop) => write_stop(f, stop),
            Self::Files {
                doing,
                path,
                source,
            } => write!(f, "cannot {doing} {}: {source}", shown(path)),
            Self::Results { path, why } => write!(
                f,
                "{} is no result file of this version: {why}",
                shown(path)
            ),
        }
    }
}

/// A path as it may be shown: without control characters.
fn shown(path: &Path) -> String {
    super::terminal::plain(&path.to_string_lossy())
}

/// Says why a replication had to be stopped.
fn write_stop(f: &mut fmt::Formatter<'_>, stop: &Stop) -> fmt::Result {
    match stop {
        Stop::ZeroTimeLoop { at, items } => {
            let hours = Instant::from_micros(*at).hours();
            writeln!(
                f,
                "zero-time loop: more than 10,000 rounds at {hours:.3} h; last changed:"
            )?;
            write!(
                f,
                "  {}",
                items
                    .iter()
                    .map(|name| super::terminal::plain(name))
                    .collect::<Vec<_>>()
                    .join(", ")
            )
        }
        Stop::TooManyUserSeconds => f.write_str(
            "too many user-seconds: what all organisations lose in one replication cannot be counted; \
             shorten horizon: or lower users:",
        ),
        Stop::Audit(what) => write!(
            f,
            "the audit disagrees with the simulation (a fault of ausfall): {what}"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert!(countless.to_string().starts_with("too many user-seconds"));
        assert_eq!(ours.exit(), Exit::Disagrees);
    }

    #[test]
    fn a_path_with_control_characters_cannot_steer_the_terminal() {
        let failure = Failure::reading(
            Path::new("a\u{1b}[2Jb"),
            io::Error::from(io::ErrorKind::NotFound),
        );
        assert!(!failure.to_string().contains('\u{1b}'));
    }
}
