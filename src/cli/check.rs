//! `ausfall check`: every fault of every file, and nothing is run.

use std::io::Write;
use std::path::Path;

use super::Outcome;
use super::args::Check;
use super::exit::{Exit, Failure};
use super::terminal::{Output, plain};
use super::{complain, input};
use crate::model::Blueprint;
use crate::scenario::Overrides;

/// Checks all files; the worst of them decides how it ends.
///
/// # Errors
/// When standard output cannot be written. Faults of files are told as they are found.
pub fn check(check: &Check) -> Outcome {
    let mut out = Output::stdout();
    let mut worst = Exit::Done;
    for file in &check.files {
        match input::load(file, &Overrides::default()) {
            Ok((_, 0)) if check.quiet => {}
            Ok((blueprint, warnings)) => say(&mut out, file, &blueprint, warnings)?,
            Err(failure) => worst = worse(worst, complain(failure)),
        }
    }
    out.flush().map_err(Failure::stdout)?;
    Ok(worst)
}

/// A file that cannot be read weighs more than one with faults: it was not checked at all.
fn worse(one: Exit, other: Exit) -> Exit {
    if one as u8 >= other as u8 { one } else { other }
}

fn say(
    out: &mut Output,
    file: &Path,
    blueprint: &Blueprint,
    warnings: usize,
) -> Result<(), Failure> {
    let name = plain(&file.to_string_lossy());
    let verdict = match warnings {
        0 => "in order".to_owned(),
        1 => "can be run, 1 warning".to_owned(),
        many => format!("can be run, {many} warnings"),
    };
    writeln!(out, "{name}: {verdict} ({})", size(blueprint)).map_err(Failure::stdout)
}

/// The size of a scenario in words.
fn size(blueprint: &Blueprint) -> String {
    let counted = [
        (blueprint.components.len(), "component"),
        (blueprint.services.len(), "service"),
        (blueprint.organisations.len(), "organisation"),
        (blueprint.hotlines.len(), "hotline"),
    ];
    let words = counted
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, thing)| {
            let plural = if *count == 1 { "" } else { "s" };
            format!("{count} {thing}{plural}")
        });
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_file_decides_how_a_check_ends() {
        assert_eq!(worse(Exit::Done, Exit::Fault), Exit::Fault);
        assert_eq!(worse(Exit::Files, Exit::Fault), Exit::Files);
    }
}
