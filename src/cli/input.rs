//! Reads scenario files, with a bound, and shows what is wrong with them.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use super::args::Study;
use super::exit::Failure;
use super::terminal;
use crate::batch::Assumption;
use crate::model::Blueprint;
use crate::scenario::{self, Checked, Diagnostic, Loaded, Overrides};
use crate::text::Catalogue;

/// The largest scenario file that is read [bytes]; ten times what a scenario with 100,000 components needs.
const MOST_BYTES: u64 = 100 << 20;

/// The scenario of a study; its warnings are shown, and its faults, if there are any, end the command.
///
/// # Errors
/// When the file cannot be read or the scenario is at fault.
pub fn blueprint(study: &Study, catalogue: &Catalogue) -> Result<Blueprint, Failure> {
    load(&study.file, &study.overrides, catalogue)
}

/// The scenario in `file`; its warnings are shown.
///
/// # Errors
/// As [`blueprint`].
pub fn load(
    file: &Path,
    overrides: &Overrides,
    catalogue: &Catalogue,
) -> Result<Blueprint, Failure> {
    let (loaded, source) = read_scenario(file, overrides, catalogue)?;
    show(file, &source, &loaded.warnings, catalogue);
    Ok(loaded.blueprint)
}

/// The scenario in `file`, whose warnings have been shown already.
///
/// # Errors
/// As [`blueprint`].
pub fn load_without_warnings(
    file: &Path,
    overrides: &Overrides,
    catalogue: &Catalogue,
) -> Result<Blueprint, Failure> {
    read_scenario(file, overrides, catalogue).map(|(loaded, _)| loaded.blueprint)
}

/// The scenario in `file` and its text; faults are shown.
fn read_scenario(
    file: &Path,
    overrides: &Overrides,
    catalogue: &Catalogue,
) -> Result<(Loaded, String), Failure> {
    let source = source(file, catalogue)?;
    match scenario::load(&source, overrides) {
        Ok(loaded) => Ok((loaded, source)),
        Err(diagnostics) => {
            show(file, &source, &diagnostics, catalogue);
            Err(fault(file, &diagnostics))
        }
    }
}

/// The parameters of a study that have a range, and the study with each at the ends of it; an end that the scenario refuses is left
/// out.
///
/// # Errors
/// When the file cannot be read.
pub fn assumptions(
    study: &Study,
    blueprint: &Blueprint,
    catalogue: &Catalogue,
) -> Result<Vec<Assumption>, Failure> {
    let source = source(&study.file, catalogue)?;
    let parameters = blueprint.about.parameters.iter();
    let ranged = parameters.filter_map(|of| Some((&of.name, of.range.as_ref()?)));
    Ok(ranged
        .map(|(name, (low, high))| Assumption {
            parameter: name.clone(),
            ends: [low, high]
                .into_iter()
                .filter_map(|value| Some((value.clone(), at(&source, study, name, value)?)))
                .collect(),
        })
        .collect())
}

/// The scenario of a study with one parameter at `value`; `None` where it is refused.
fn at(source: &str, study: &Study, name: &str, value: &str) -> Option<Blueprint> {
    let mut overrides = study.overrides.clone();
    overrides.set.retain(|(set, _)| set != name);
    overrides.set.push((name.to_owned(), value.to_owned()));
    let loaded = scenario::load(source, &overrides).ok()?;
    Some(loaded.blueprint)
}

/// What there is to be said of the scenario in `file` and all its variants; faults and warnings are shown.
///
/// # Errors
/// When the file cannot be read.
pub fn check(file: &Path, catalogue: &Catalogue) -> Result<Checked, Failure> {
    let source = source(file, catalogue)?;
    let checked = scenario::check(&source);
    show(file, &source, &checked.notes, catalogue);
    Ok(checked)
}

/// The text of `file`.
fn source(file: &Path, catalogue: &Catalogue) -> Result<String, Failure> {
    let bytes = read(file).map_err(|error| Failure::reading(file, error))?;
    scenario::read_source(bytes).map_err(|diagnostic| {
        let shown = [diagnostic];
        show(file, "", &shown, catalogue);
        fault(file, &shown)
    })
}

/// The scenario is at fault; what was found has been shown.
pub fn fault(file: &Path, shown: &[Diagnostic]) -> Failure {
    Failure::Scenario {
        file: file.to_path_buf(),
        faults: shown.iter().filter(|note| note.is_fault()).count(),
    }
}

/// Refuses a year that the scenario does not count.
///
/// # Errors
/// When there is no such year.
pub fn refuse_uncounted_year(
    year: Option<u32>,
    blueprint: &Blueprint,
    catalogue: &Catalogue,
) -> Result<(), Failure> {
    match year {
        Some(year) if year >= blueprint.years() => {
            let numbers = [("year", year.into()), ("years", blueprint.years().into())];
            Err(Failure::Usage(catalogue.get("error-year", &numbers)))
        }
        _ => Ok(()),
    }
}

/// The bytes of `file`, at most [`MOST_BYTES`].
fn read(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        let message = format!(
            "more than {} MB, too large for a scenario",
            MOST_BYTES >> 20
        );
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    Ok(bytes)
}

/// Shows diagnostics on standard error.
fn show(file: &Path, source: &str, diagnostics: &[Diagnostic], catalogue: &Catalogue) {
    let coloured = terminal::colours_on_stderr();
    let text = scenario::diagnostic::render(source, file, diagnostics, catalogue, coloured);
    // Where standard error is closed there is nobody left to tell; the exit code still says it.
    let _ = io::stderr().write_all(text.as_bytes());
}
