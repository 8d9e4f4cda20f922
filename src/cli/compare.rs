//! `ausfall compare`: variants of one scenario, or several scenarios, on common random numbers.

mod designs;
pub mod folder;

use std::fs;
use std::io::{self, Write};
use std::time::Duration;

use serde::Serialize;

use super::Outcome;
use super::args::Say;
use super::args::compare::Compare;
use super::exit::{Exit, Failure};
use super::interrupt::Interrupt;
use super::run::{self, per_second, tell_interruption, timed};
use super::terminal::{Output, plain};
use crate::batch::{self, Plan, Reason, Simulator};
use crate::compare::{self, Compared, Comparison, Refusal};
use crate::model::Blueprint;
use crate::report;
use crate::say;
use crate::text::Catalogue;
use designs::Designs;

/// Carries out a comparison.
///
/// # Errors
/// When a scenario is at fault, the designs cannot be compared, a replication had to be stopped, or reading or writing failed.
pub fn compare(asked: &Compare) -> Outcome {
    let catalogue = Catalogue::new(asked.language);
    let designs = designs::load(asked, &catalogue)?;
    // Before the work, so that a folder that cannot be made is not found out after it.
    fs::create_dir_all(&asked.folder).map_err(|error| Failure::writing(&asked.folder, error))?;
    let interrupt = Interrupt::listen(catalogue.say("stopping"));
    let begun = timed(|| -> Result<_, Failure> {
        let Some(plan) = plan(asked, &designs, &catalogue, &interrupt)? else {
            return Ok(None);
        };
        let compared = simulate(asked, &designs, &plan, &catalogue, &interrupt)?;
        Ok(Some((plan, compared)))
    });
    let (Some((plan, compared)), took) = (begun.0?, begun.1) else {
        return Ok(Exit::Interrupted);
    };
    let done = compared.comparison.key.replications;
    let interrupted = done < plan.replications;
    if interrupted {
        tell_interruption(&catalogue, done, plan.replications);
    }
    if done == 0 {
        return Ok(Exit::Interrupted);
    }
    folder::write(asked, &plan, &compared, took)?;
    say(asked, &compared, took, interrupted)?;
    Ok(if interrupted {
        Exit::Interrupted
    } else {
        Exit::Done
    })
}

/// What each design lives through: the count given, the largest one that the designs state, or as many replications as the base
/// needs to be as precise as it wants. `None`: interrupted before that was known.
fn plan(
    asked: &Compare,
    designs: &Designs,
    catalogue: &Catalogue,
    interrupt: &Interrupt,
) -> Result<Option<Plan>, Failure> {
    let base = &designs.all[designs.base].blueprint;
    let plan = Plan {
        seed: asked.seed,
        replications: 0,
        until: None,
        threads: asked.threads.get(),
        options: asked.options,
        controls: Vec::new(),
        set: asked.overrides.settings(),
    };
    let abouts = designs.all.iter().map(|design| &design.blueprint.about);
    let stated = abouts
        .filter(|about| about.precision.is_none())
        .map(|about| about.replications)
        .max();
    let replications = match (asked.replications, &base.about.precision, stated) {
        (Some(count), _, _) => Some(count.get()),
        (None, Some(precision), stated) => {
            let needed = needed(
                asked,
                base,
                plan.clone().until(precision),
                catalogue,
                interrupt,
            )?;
            needed.map(|needed| needed.max(stated.unwrap_or_default()))
        }
        (None, None, stated) => stated,
    };
    Ok(replications.map(|replications| Plan {
        replications,
        ..plan
    }))
}

/// Replications with which the base is as precise as it wants; `None`: interrupted.
fn needed(
    asked: &Compare,
    base: &Blueprint,
    plan: Plan,
    catalogue: &Catalogue,
    interrupt: &Interrupt,
) -> Result<Option<u64>, Failure> {
    let bar = run::bar(&plan, asked.say, catalogue);
    let make = || Simulator::new(base, &plan);
    let run = batch::run_with(base, &plan, &make, &mut |progress| {
        run::show(&bar, progress, &plan, catalogue);
        interrupt.goes_on()
    });
    bar.finish();
    let (_, batch) = run.map_err(Failure::Stopped)?;
    let whole = batch.ending.by != Reason::Interruption;
    Ok(whole.then_some(batch.results.key.replications))
}

/// Simulates, shows how far it is, and stops where the user asks for it.
fn simulate(
    asked: &Compare,
    designs: &Designs,
    plan: &Plan,
    catalogue: &Catalogue,
    interrupt: &Interrupt,
) -> Result<Compared, Failure> {
    let bar = run::bar(plan, asked.say, catalogue);
    let count = [("n", designs.all.len().into())];
    let note = catalogue.get("compare-progress", &count);
    let compared = compare::run(&designs.all, designs.base, plan, &mut |progress| {
        bar.show(progress.done, &note);
        interrupt.goes_on()
    });
    bar.finish();
    compared.map_err(|refusal| refused(asked, designs, refusal, catalogue))
}

fn refused(asked: &Compare, designs: &Designs, refusal: Refusal, catalogue: &Catalogue) -> Failure {
    match refusal {
        Refusal::Stopped(stop) => Failure::Stopped(stop),
        Refusal::NothingAsked => {
            let file = plain(&asked.files[0].to_string_lossy());
            Failure::Usage(say!("compare-nothing-asked", file = file))
        }
        Refusal::OtherWindow(design) => Failure::Usage(say!(
            "compare-other-window",
            design = designs.name(design, catalogue),
            base = designs.name(designs.base, catalogue),
        )),
        Refusal::OtherQuestions(design) => Failure::Usage(say!(
            "compare-other-questions",
            design = designs.name(design, catalogue),
            base = designs.name(designs.base, catalogue),
        )),
    }
}

/// Prints what was found. The last line, or the field `report`, is the path of the page.
fn say(
    asked: &Compare,
    compared: &Compared,
    took: Duration,
    interrupted: bool,
) -> Result<(), Failure> {
    let mut out = Output::stdout();
    let page = folder::page(&asked.folder);
    let said = match asked.say {
        Say::Json => say_json(
            &mut out,
            compared,
            took,
            interrupted,
            &page.to_string_lossy(),
        ),
        Say::Path => writeln!(out, "{}", page.display()),
        Say::Summary => {
            let catalogue = Catalogue::new(asked.language);
            say_summary(&mut out, compared, took, &catalogue)
                .and_then(|()| writeln!(out, "{}", page.display()))
        }
    };
    said.and_then(|()| out.flush()).map_err(Failure::stdout)
}

fn say_summary(
    out: &mut Output,
    compared: &Compared,
    took: Duration,
    catalogue: &Catalogue,
) -> io::Result<()> {
    let summary = report::compare::summary(&compared.comparison, catalogue);
    out.write_all(summary.as_bytes())?;
    let n = compared.comparison.key.replications;
    writeln!(out, "{}", run::speed(catalogue, n, compared.events, took))
}

/// The comparison for programs.
#[derive(Serialize)]
struct Summary<'a> {
    replications: u64,
    events: u64,
    seconds: f64,
    events_per_second: f64,
    interrupted: bool,
    comparison: &'a Comparison,
    report: &'a str,
}

fn say_json(
    out: &mut Output,
    compared: &Compared,
    took: Duration,
    interrupted: bool,
    page: &str,
) -> io::Result<()> {
    let summary = Summary {
        replications: compared.comparison.key.replications,
        events: compared.events,
        seconds: took.as_secs_f64(),
        events_per_second: per_second(compared.events, took),
        interrupted,
        comparison: &compared.comparison,
        report: page,
    };
    serde_json::to_writer_pretty(&mut *out, &summary)?;
    writeln!(out)
}
