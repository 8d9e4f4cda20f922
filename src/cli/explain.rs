//! `ausfall explain`: a scenario read back, and a picture of what hangs on what.

use std::io::{self, Write};
use std::path::Path;

use super::Outcome;
use super::args::Explain;
use super::exit::{Exit, Failure};
use super::input;
use super::terminal::Output;
use crate::explain::{self, Explanation, pilot};
use crate::report;
use crate::text::Catalogue;

/// Reads a scenario back.
///
/// # Errors
/// When the scenario is at fault or writing failed.
pub fn explain(explain: &Explain) -> Outcome {
    let catalogue = Catalogue::new(explain.language);
    let study = &explain.study;
    let blueprint = input::blueprint(study, &catalogue)?;
    let chance = (study.seed, study.options);
    let pilot = pilot::pilot(&blueprint, chance, explain.threads, pilot::MOST);
    let explanation = explain::explain(&blueprint, pilot);
    let picture = match &explain.folder {
        Some(folder) => Some(draw(folder, &explanation, &catalogue)?),
        None => None,
    };
    let mut out = Output::stdout();
    tell(&mut out, explain, &explanation, &catalogue)
        .and_then(|()| match picture.filter(|_| !explain.json) {
            Some(path) => writeln!(out, "\n{path}"),
            None => Ok(()),
        })
        .and_then(|()| out.flush())
        .map_err(Failure::stdout)?;
    Ok(Exit::Done)
}

/// Draws the picture; gives its path.
fn draw(
    folder: &Path,
    explanation: &Explanation,
    catalogue: &Catalogue,
) -> Result<String, Failure> {
    let path = folder.join("dependencies.svg");
    let svg = report::dependencies(explanation, catalogue);
    report::write_file_atomically(&path, svg.as_bytes())
        .map_err(|error| Failure::writing(&path, error))?;
    Ok(path.display().to_string())
}

fn tell(
    out: &mut Output,
    explain: &Explain,
    explanation: &Explanation,
    catalogue: &Catalogue,
) -> io::Result<()> {
    if explain.json {
        serde_json::to_writer_pretty(&mut *out, explanation)?;
        return writeln!(out);
    }
    out.write_all(report::explain::text(explanation, catalogue).as_bytes())
}
