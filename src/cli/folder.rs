//! The result folder: what lands in it, in which order, and how it is read again.
//!
//! `results.json` comes first, because everything else can be made from it; each file appears whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::args::Run;
use super::exit::Failure;
use super::manifest::Manifest;
use crate::batch::results::{FORMAT_VERSION, Results};
use crate::batch::{Batch, Ending, Plan, Reached, Reason};
use crate::report::{self, Options, Stopped};
use crate::text::{Catalogue, Language};

/// Where the report of a result folder lies.
pub fn page(folder: &Path) -> PathBuf {
    folder.join("report.html")
}

/// Where the charts of a result folder lie.
pub fn charts(folder: &Path) -> PathBuf {
    folder.join("charts")
}

/// Writes everything that a run leaves behind.
///
/// # Errors
/// When a file cannot be written; those before it are whole.
pub fn write(run: &Run, plan: &Plan, batch: &Batch, took: Duration) -> Result<(), Failure> {
    let manifest = Manifest::new(run, plan, batch, took);
    write_json(&run.folder.join("results.json"), &batch.results)?;
    let options = Options {
        stopped: Some(stopped(batch, took)),
        ..options(manifest.command.clone())
    };
    report::write_all(
        &run.folder,
        &batch.results,
        &Catalogue::new(run.language),
        &options,
    )
    .map_err(|error| Failure::writing(&run.folder, error))?;
    write_json(&run.folder.join("manifest.json"), &manifest)
}

/// Draws the charts of `folder` again, from its `results.json`.
///
/// # Errors
/// When the results cannot be read, are of another format, or writing fails.
pub fn write_charts(folder: &Path, language: Language) -> Result<(), Failure> {
    let results = read(folder)?;
    report::write_charts(
        &charts(folder),
        &results,
        &Catalogue::new(language),
        &options_of(folder),
    )
    .map(|_| ())
    .map_err(|error| Failure::writing(folder, error))
}

/// Writes the report of `folder` again, from its `results.json`.
///
/// # Errors
/// As [`write_charts`].
pub fn write_page(folder: &Path, language: Language) -> Result<(), Failure> {
    let results = read(folder)?;
    report::write_html(
        &page(folder),
        &results,
        &Catalogue::new(language),
        &options_of(folder),
    )
    .map(|_| ())
    .map_err(|error| Failure::writing(folder, error))
}

/// What is written besides, and the command that a page shows.
pub fn options(command: String) -> Options {
    Options {
        command,
        png: true,
        stopped: None,
    }
}

/// How a batch that took `took` ended.
pub fn stopped(batch: &Batch, took: Duration) -> Stopped {
    Stopped {
        ending: batch.ending.clone(),
        seconds: took.as_secs_f64(),
    }
}

/// What a manifest says of how the results came about.
fn options_of(folder: &Path) -> Options {
    made(folder).map_or_else(
        || options(String::new()),
        |made| Options {
            stopped: made.ending().map(|ending| Stopped {
                ending,
                seconds: made.seconds,
            }),
            ..options(made.command.clone())
        },
    )
}

/// Writes `value` as indented JSON.
///
/// # Errors
/// When the file cannot be written.
pub fn write_json(path: &Path, value: &impl Serialize) -> Result<(), Failure> {
    let mut text =
        serde_json::to_vec_pretty(value).map_err(|error| Failure::writing(path, error.into()))?;
    text.push(b'\n');
    report::write_file_atomically(path, &text)
        .map(|_| ())
        .map_err(|error| Failure::writing(path, error))
}

/// The part of a result file that every version has.
#[derive(Deserialize)]
struct Head {
    format: u32,
}

/// The results in `folder`.
fn read(folder: &Path) -> Result<Results, Failure> {
    read_format(&folder.join("results.json"), FORMAT_VERSION)
}

/// What is in the file `path`, of this format.
///
/// # Errors
/// When it cannot be read, is of another format, or not what this version writes.
pub fn read_format<T: DeserializeOwned>(path: &Path, known: u32) -> Result<T, Failure> {
    let text = fs::read(path).map_err(|error| Failure::reading(path, error))?;
    parse(path, &text, known)
}

/// Reads the format first, so that another version's file is named as such and not called broken.
fn parse<T: DeserializeOwned>(path: &Path, text: &[u8], known: u32) -> Result<T, Failure> {
    let Head { format } = from_json(path, text)?;
    if format == known {
        from_json(path, text)
    } else {
        Err(Failure::Format {
            path: path.to_path_buf(),
            found: format,
            known,
        })
    }
}

fn from_json<T: DeserializeOwned>(path: &Path, text: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(text).map_err(|error| Failure::Results {
        path: path.to_path_buf(),
        why: error.to_string(),
    })
}

/// The part of a manifest that a report shows.
#[derive(Deserialize)]
struct Made {
    command: String,
    #[serde(default)]
    seconds: f64,
    #[serde(default)]
    stopped_by: Option<Reason>,
    #[serde(default)]
    precision: Vec<Reached>,
}

impl Made {
    fn ending(&self) -> Option<Ending> {
        Some(Ending {
            by: self.stopped_by?,
            reached: self.precision.clone(),
        })
    }
}

/// What the manifest of `folder` says; `None` where it is gone: the results are enough for charts and report.
fn made(folder: &Path) -> Option<Made> {
    let text = fs::read(folder.join("manifest.json")).ok()?;
    serde_json::from_slice(&text).ok()
}

/// The command that made `folder`; empty where its manifest is gone.
pub fn command(folder: &Path) -> String {
    made(folder).map_or_else(String::new, |made| made.command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_another_format_are_named_as_such() {
        let text = br#"{"format": 999, "new": true}"#;
        let read = parse::<Results>(Path::new("results.json"), text, FORMAT_VERSION);
        assert!(
            matches!(read, Err(Failure::Format { found: 999, .. })),
            "{read:?}"
        );
    }

    #[test]
    fn a_folder_without_manifest_has_no_command() {
        assert_eq!(command(Path::new("there is no such folder")), "");
    }
}
