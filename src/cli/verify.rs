//! `ausfall verify`: runs scenarios and holds what comes out against what they expect.

use std::ops::ControlFlow;
use std::path::Path;

use super::args::Verify;
use super::exit::{Exit, Failure};
use super::terminal::{Progress, plain};
use super::{Outcome, coverage, input, print};
use crate::batch::verify::{Finding, judge};
use crate::batch::{self, Plan, Results};
use crate::model::Blueprint;
use crate::report;
use crate::say;
use crate::scenario::Overrides;
use crate::simulate::Options;
use crate::text::Catalogue;

/// Runs all scenarios and prints one table; a contradicted expectation ends with 1.
///
/// # Errors
/// When a file cannot be read, is at fault or expects nothing, or a replication had to be stopped.
pub fn verify(verify: &Verify) -> Outcome {
    let catalogue = Catalogue::new(verify.language);
    // All are read before the first is run: a fault in the last file is not found out minutes later.
    let blueprints: Vec<Blueprint> = verify
        .files
        .iter()
        .map(|file| expecting(file, &catalogue))
        .collect::<Result<_, _>>()?;
    if let Some(batches) = verify.coverage {
        return coverage::coverage(verify, &blueprints, batches.get(), &catalogue);
    }
    let results: Vec<Results> = blueprints
        .iter()
        .map(|blueprint| simulate(blueprint, verify, &catalogue))
        .collect::<Result<_, _>>()?;
    let rows: Vec<_> = results
        .iter()
        .flat_map(|results| &results.expectations)
        .collect();
    let findings = judge(&rows);
    let named: Vec<(String, &Results)> = verify
        .files
        .iter()
        .map(|file| name(file))
        .zip(&results)
        .collect();
    print(&report::verification(&named, &findings, &catalogue))?;
    Ok(if findings.contains(&Finding::Contradicted) {
        Exit::Disagrees
    } else {
        Exit::Done
    })
}

/// The file's name without its folder and ending.
pub(super) fn name(file: &Path) -> String {
    plain(&file.file_stem().unwrap_or_default().to_string_lossy())
}

/// The scenario in `file`, which must expect something.
fn expecting(file: &Path, catalogue: &Catalogue) -> Result<Blueprint, Failure> {
    let blueprint = input::load(file, &Overrides::default(), catalogue)?;
    if blueprint.expectations.is_empty() {
        let file = plain(&file.to_string_lossy());
        return Err(Failure::Usage(say!("error-expects-nothing", file = file)));
    }
    Ok(blueprint)
}

/// What a batch of `blueprint` is to do.
pub(super) fn plan(blueprint: &Blueprint, verify: &Verify) -> Plan {
    Plan {
        seed: verify.seed,
        replications: verify
            .replications
            .map_or(blueprint.about.replications, u64::from),
        until: None,
        threads: verify.threads.get(),
        options: Options::default(),
        controls: Vec::new(),
        set: Vec::new(),
    }
}

fn simulate(
    blueprint: &Blueprint,
    verify: &Verify,
    catalogue: &Catalogue,
) -> Result<Results, Failure> {
    let plan = plan(blueprint, verify);
    let bar = Progress::new(plan.replications, false, &catalogue.say("progress-left"));
    let title = blueprint.about.title.say(catalogue.language());
    let batch = batch::run(blueprint, &plan, &mut |progress| {
        bar.show(progress.done, title);
        ControlFlow::Continue(())
    });
    bar.finish();
    batch.map(|batch| batch.results).map_err(Failure::Stopped)
}
