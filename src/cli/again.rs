//! `ausfall plot` and `ausfall report`: pictures and pages again, from `results.json` or `comparison.json` alone.

use std::io::Write;
use std::path::Path;

use super::Outcome;
use super::args::Again;
use super::compare::folder as comparison;
use super::exit::{Exit, Failure};
use super::folder;
use super::terminal::Output;

/// Draws the charts of a result folder again; prints their folder.
///
/// # Errors
/// When the results cannot be read, are of another format, or writing fails.
pub fn plot(again: &Again) -> Outcome {
    if comparison::is_comparison(&again.folder) {
        comparison::write_charts(&again.folder, again.language)?;
    } else {
        folder::write_charts(&again.folder, again.language)?;
    }
    say(&folder::charts(&again.folder))
}

/// Writes the report of a result folder again; prints its path.
///
/// # Errors
/// As [`plot`].
pub fn report(again: &Again) -> Outcome {
    if comparison::is_comparison(&again.folder) {
        comparison::write_page(&again.folder, again.language)?;
        return say(&comparison::page(&again.folder));
    }
    folder::write_page(&again.folder, again.language)?;
    say(&folder::page(&again.folder))
}

fn say(path: &Path) -> Outcome {
    let mut out = Output::stdout();
    writeln!(out, "{}", path.display())
        .and_then(|()| out.flush())
        .map_err(Failure::stdout)?;
    Ok(Exit::Done)
}
