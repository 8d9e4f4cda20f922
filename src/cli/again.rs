//! `ausfall plot` and `ausfall report`: pictures and pages again, from `results.json` alone.

use std::fs;
use std::io::Write;
use std::path::Path;

use serde::Deserialize;

use super::Outcome;
use super::args::Again;
use super::exit::{Exit, Failure};
use super::terminal::Output;
use crate::batch::Results;
use crate::batch::results::FORMAT_VERSION;
use crate::report;

/// Draws the charts of a result folder again; prints their folder.
///
/// # Errors
/// When the results cannot be read, are of another format, or writing fails.
pub fn plot(again: &Again) -> Outcome {
    let results = read(&again.folder)?;
    report::write_charts(&results, &again.folder, again.language)
        .map_err(|error| Failure::writing(&again.folder, error))?;
    say(&again.folder.join("charts"))
}

/// Writes the report of a result folder again; prints its path.
///
/// # Errors
/// As [`plot`].
pub fn report(again: &Again) -> Outcome {
    let results = read(&again.folder)?;
    report::write_html(&results, &again.folder, again.language)
        .map_err(|error| Failure::writing(&again.folder, error))?;
    say(&again.folder.join("report.html"))
}

/// The part of a result file that every version has.
#[derive(Deserialize)]
struct Head {
    format: u32,
}

/// The results in `folder`.
fn read(folder: &Path) -> Result<Results, Failure> {
    let path = folder.join("results.json");
    let text = fs::read(&path).map_err(|error| Failure::reading(&path, error))?;
    parse(&text).map_err(|why| Failure::Results { path, why })
}

/// Reads the format first, so that another version's file is named as such and not called broken.
fn parse(text: &[u8]) -> Result<Results, String> {
    let head: Head = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    if head.format != FORMAT_VERSION {
        return Err(format!(
            "it has format {}, this version reads format {FORMAT_VERSION}",
            head.format
        ));
    }
    serde_json::from_slice(text).map_err(|error| error.to_string())
}

fn say(path: &Path) -> Outcome {
    let mut out = Output::stdout();
    writeln!(out, "{}", path.display())
        .and_then(|()| out.flush())
        .map_err(Failure::stdout)?;
    Ok(Exit::Done)
}
