//! `ausfall verify --coverage`: how often the intervals hold what is known exactly.

use std::io::Write;
use std::ops::ControlFlow;

use serde::Serialize;

use super::args::{Form, Verify};
use super::exit::{Exit, Failure};
use super::terminal::{Output, Progress};
use super::verify::{name, plan};
use super::{Outcome, print};
use crate::batch::coverage::{Case, Coverage, cover, judge};
use crate::batch::{Plan, Results};
use crate::model::Blueprint;
use crate::model::watch::Bound;
use crate::report;
use crate::say;
use crate::text::Catalogue;

/// Runs `batches` batches of every scenario and prints one table; an interval that fails its bar ends with 1.
///
/// # Errors
/// When a file has no exact value, or a replication had to be stopped.
pub fn coverage(
    verify: &Verify,
    blueprints: &[Blueprint],
    batches: u64,
    catalogue: &Catalogue,
) -> Outcome {
    let names: Vec<String> = verify.files.iter().map(|file| name(file)).collect();
    for (blueprint, file) in blueprints.iter().zip(&names) {
        if !exactly_known(blueprint) {
            return Err(Failure::Usage(say!("error-nothing-exact", file = file)));
        }
    }
    let mut cases = Vec::new();
    for (blueprint, name) in blueprints.iter().zip(&names) {
        cases.push(study(blueprint, verify, batches, name, catalogue)?);
    }
    let coverage = judge(&cases, verify.seed);
    let named: Vec<(String, &Results)> = names
        .into_iter()
        .zip(cases.iter().map(|case| &case.about))
        .collect();
    match verify.form {
        Form::Table => print(&report::coverage(&named, &coverage, catalogue))?,
        form => write(form, &named, &coverage)?,
    };
    Ok(if coverage.passes() {
        Exit::Done
    } else {
        Exit::Disagrees
    })
}

fn study(
    blueprint: &Blueprint,
    verify: &Verify,
    batches: u64,
    name: &str,
    catalogue: &Catalogue,
) -> Result<Case, Failure> {
    let bar = Progress::new(batches, false, &catalogue.say("progress-left"));
    let note = catalogue.get("coverage-progress", &[("case", name.into())]);
    let case = cover(
        blueprint,
        &proposed(blueprint, verify),
        batches,
        &mut |done| {
            bar.show(done, &note);
            ControlFlow::Continue(())
        },
    );
    bar.finish();
    case.map_err(Failure::Stopped)
}

/// What a batch is to do: so many replications, or as the scenario proposes until the answers are precise, however long that takes.
fn proposed(blueprint: &Blueprint, verify: &Verify) -> Plan {
    match &blueprint.about.precision {
        Some(precision) if verify.replications.is_none() => {
            let mut plan = plan(blueprint, verify).until(precision);
            plan.until.iter_mut().for_each(|until| until.time = None);
            plan
        }
        _ => plan(blueprint, verify),
    }
}

fn exactly_known(blueprint: &Blueprint) -> bool {
    let mut all = blueprint.expectations.iter();
    all.any(|expected| matches!(expected.bound, Bound::Is(_)))
}

/// The coverage for programs.
#[derive(Serialize)]
struct Study<'a> {
    cases: Vec<&'a str>,
    #[serde(flatten)]
    coverage: &'a Coverage,
}

fn write(form: Form, cases: &[(String, &Results)], coverage: &Coverage) -> Outcome {
    let mut out = Output::stdout();
    let written = if form == Form::Csv {
        report::coverage_csv(cases, coverage, &mut out)
    } else {
        let study = Study {
            cases: cases.iter().map(|(name, _)| name.as_str()).collect(),
            coverage,
        };
        serde_json::to_writer_pretty(&mut out, &study)
            .map_err(Into::into)
            .and_then(|()| writeln!(out))
    };
    written
        .and_then(|()| out.flush())
        .map_err(Failure::stdout)?;
    Ok(Exit::Done)
}
