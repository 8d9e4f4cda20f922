//! `ausfall check`: every fault of every file, and nothing is run.

use std::io::Write;
use std::path::Path;

use super::Outcome;
use super::args::Check;
use super::exit::{Exit, Failure};
use super::interrupt::Interrupt;
use super::terminal::{self, Output, plain};
use super::watch::Watch;
use super::{complain, input};
use crate::model::Blueprint;
use crate::scenario::{Checked, Diagnostic};
use crate::simulate::cost::Cost;
use crate::text::Catalogue;
use crate::text::format::percent;

/// Checks all files; the worst of them decides how it ends. Under `--watch` they are checked again after each change, until Ctrl-C,
/// which then is how a check ends well. The verdict stays the last line.
///
/// # Errors
/// When standard output cannot be written. Faults of files are told as they are found.
pub fn check(check: &Check) -> Outcome {
    let catalogue = Catalogue::new(check.language);
    if !check.watch {
        return check_all(check, &catalogue);
    }
    let interrupt = Interrupt::listen(String::new());
    let mut watch = Watch::new(&check.files);
    loop {
        terminal::clear_screen().map_err(Failure::stdout)?;
        terminal::note(&catalogue.say("watching"));
        check_all(check, &catalogue)?;
        if !watch.wait(&interrupt) {
            return Ok(Exit::Done);
        }
    }
}

/// Checks all files once.
fn check_all(check: &Check, catalogue: &Catalogue) -> Outcome {
    let mut out = Output::stdout();
    let mut worst = Exit::Done;
    for file in &check.files {
        match input::check(file, catalogue) {
            Ok(checked) => {
                if !(check.quiet && checked.notes.is_empty()) {
                    say(&mut out, catalogue, file, &checked)?;
                }
                if checked.notes.iter().any(Diagnostic::is_fault) {
                    let failure = input::fault(file, &checked.notes);
                    worst = worse(worst, complain(&failure, catalogue));
                }
            }
            Err(failure) => worst = worse(worst, complain(&failure, catalogue)),
        }
    }
    out.flush().map_err(Failure::stdout)?;
    Ok(worst)
}

/// A file that cannot be read weighs more than one with faults: it was not checked at all.
fn worse(one: Exit, other: Exit) -> Exit {
    if one as u8 >= other as u8 { one } else { other }
}

/// The verdict on a base without faults, and on its variants.
fn say(
    out: &mut Output,
    catalogue: &Catalogue,
    file: &Path,
    checked: &Checked,
) -> Result<(), Failure> {
    let Some(base) = &checked.base else {
        return Ok(());
    };
    let warnings = checked.notes.iter().filter(|note| !note.is_fault()).count();
    let verdict = [
        ("file", plain(&file.to_string_lossy()).into()),
        ("warnings", warnings.into()),
        ("size", size(base, catalogue).into()),
    ];
    let mut lines = vec![
        catalogue.get("check-verdict", &verdict),
        cost(base, catalogue),
    ];
    if !checked.variants.is_empty() {
        let counted = [
            ("sound", checked.sound_variants().into()),
            ("all", checked.variants.len().into()),
        ];
        lines.push(catalogue.get("check-variants", &counted));
    }
    writeln!(out, "{}", lines.join("\n  ")).map_err(Failure::Stdout)
}

/// The size of a scenario in words.
fn size(blueprint: &Blueprint, catalogue: &Catalogue) -> String {
    let counted = [
        (blueprint.components.len(), "check-components"),
        (blueprint.services.len(), "check-services"),
        (blueprint.organisations.len(), "check-organisations"),
        (blueprint.hotlines.len(), "check-hotlines"),
    ];
    let words: Vec<String> = counted
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|&(count, key)| catalogue.get(key, &[("n", count.into())]))
        .collect();
    if words.is_empty() {
        return catalogue.say("check-empty");
    }
    words.join(", ")
}

/// What a run without options costs, and the share of it that calls take.
fn cost(blueprint: &Blueprint, catalogue: &Catalogue) -> String {
    let cost = Cost::of(blueprint, false);
    let replications = blueprint.about.most_replications();
    let precision = blueprint.about.precision.as_ref();
    let limit = precision.and_then(|precision| precision.at_most.time);
    let hours = cost.seconds(replications).max(1.0) / 3600.0;
    let hours = limit.map_or(hours, |limit| hours.min(limit.hours()));
    let run = [
        ("replications", replications.into()),
        (
            "horizon",
            catalogue.duration_set(blueprint.horizon.hours()).into(),
        ),
        ("time", catalogue.duration(hours, 1).into()),
    ];
    let key = match precision {
        Some(_) => "check-cost-at-most",
        None => "check-cost",
    };
    let mut words = catalogue.get(key, &run);
    if !blueprint.hotlines.is_empty() {
        let share = percent(
            catalogue.language(),
            (cost.share_of_calls() * 100.0).round() / 100.0,
            1,
        );
        words.push_str(", ");
        words.push_str(&catalogue.get("check-calls", &[("share", share.into())]));
    }
    words
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
