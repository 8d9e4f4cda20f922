//! Reads scenario files, with a bound, and shows what is wrong with them.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use super::args::Study;
use super::exit::Failure;
use super::terminal;
use crate::model::Blueprint;
use crate::scenario::{self, Diagnostic, Overrides, Severity};
use crate::text::Catalogue;

/// The largest scenario file that is read [bytes]; ten times what a scenario with 100,000 components needs.
const MOST_BYTES: u64 = 100 << 20;

/// The scenario of a study; its warnings are shown, and its faults, if there are any, end the command.
///
/// # Errors
/// When the file cannot be read or the scenario is at fault.
pub fn blueprint(study: &Study, catalogue: &Catalogue) -> Result<Blueprint, Failure> {
    load(&study.file, &study.overrides, catalogue).map(|(blueprint, _)| blueprint)
}

/// The scenario in `file` and the number of warnings that were shown.
///
/// # Errors
/// As [`blueprint`].
pub fn load(
    file: &Path,
    overrides: &Overrides,
    catalogue: &Catalogue,
) -> Result<(Blueprint, usize), Failure> {
    let bytes = read(file).map_err(|error| Failure::reading(file, error))?;
    let fault = |shown: &[Diagnostic]| Failure::Scenario {
        file: file.to_path_buf(),
        faults: count_faults(shown),
    };
    let source = scenario::read_source(bytes).map_err(|diagnostic| {
        show(file, "", std::slice::from_ref(&diagnostic), catalogue);
        fault(std::slice::from_ref(&diagnostic))
    })?;
    match scenario::load(&source, overrides) {
        Ok(loaded) => {
            show(file, &source, &loaded.warnings, catalogue);
            Ok((loaded.blueprint, loaded.warnings.len()))
        }
        Err(diagnostics) => {
            show(file, &source, &diagnostics, catalogue);
            Err(fault(&diagnostics))
        }
    }
}

/// The bytes of `file`, at most [`MOST_BYTES`].
fn read(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge));
    }
    Ok(bytes)
}

fn count_faults(diagnostics: &[Diagnostic]) -> usize {
    diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Fault)
        .count()
}

/// Shows diagnostics on standard error.
fn show(file: &Path, source: &str, diagnostics: &[Diagnostic], catalogue: &Catalogue) {
    let coloured = terminal::colours_on_stderr();
    let text = scenario::diagnostic::render(source, file, diagnostics, catalogue, coloured);
    // Where standard error is closed there is nobody left to tell; the exit code still says it.
    let _ = io::stderr().write_all(text.as_bytes());
}
