//! `ausfall run`: validate, simulate a batch, write the result folder, print the summary.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::Serialize;

use super::Outcome;
use super::args::{Enforce, Run, Say};
use super::bands;
use super::exit::{Exit, Failure};
use super::folder;
use super::input;
use super::interrupt::Interrupt;
use super::replications::{self, Table};
use super::terminal::{Output, Progress};
use crate::batch::results::{
    Answer, ExpectationResult, ObjectiveResult, Results, Verdict, Warning,
};
use crate::batch::rows::Take;
use crate::batch::{self, Batch, Plan, Reached, Reason, Tally};
use crate::explain;
use crate::model::Blueprint;
use crate::report;
use crate::text::Catalogue;

/// Carries out a run.
///
/// # Errors
/// When the scenario is at fault, a replication had to be stopped, or reading or writing failed.
pub fn run(run: &Run) -> Outcome {
    let catalogue = Catalogue::new(run.language);
    let blueprint = input::blueprint(&run.study, &catalogue)?;
    // Before the work, so that a folder that cannot be made is not found out after it.
    fs::create_dir_all(&run.folder).map_err(|error| Failure::writing(&run.folder, error))?;
    let plan = plan(run, &blueprint);
    let interrupt = Interrupt::listen(catalogue.say("stopping"));
    let bar = bar(&plan, run.say, &catalogue);
    let mut table = table(run, &blueprint, &plan)?;
    let work = || {
        let keep = table.as_mut().map(|table| table as &mut dyn Take);
        simulate(&blueprint, &plan, keep, &bar, &catalogue, &interrupt)
    };
    let (batch, took) = timed(work);
    let mut batch = batch?;
    let interrupted = batch.ending.by == Reason::Interruption;
    if interrupted {
        tell_interruption(
            &catalogue,
            batch.results.key.replications,
            plan.replications,
        );
    }
    if batch.results.key.replications == 0 {
        return Ok(Exit::Interrupted);
    }
    bands::examine(
        run,
        &blueprint,
        &plan,
        &mut batch.results,
        &catalogue,
        &interrupt,
    )?;
    if let Some(table) = table {
        let path = table.path().to_owned();
        let finished = table.finish(batch.results.key.replications);
        finished.map_err(|error| Failure::writing(&path, error))?;
    }
    folder::write(run, &plan, &batch, took)?;
    say(run, &batch, took, interrupted)?;
    Ok(exit(run.enforce, interrupted, &batch.results.objectives))
}

/// The table of all replications, if one is wanted.
fn table(run: &Run, blueprint: &Blueprint, plan: &Plan) -> Result<Option<Table>, Failure> {
    let table = || {
        replications::forget(&run.folder)?;
        let nothing = batch::derive(blueprint, plan, &Tally::new(blueprint));
        let asked: Vec<_> = nothing.asks.into_iter().map(|answer| answer.row).collect();
        run.keeps_replications
            .then(|| Table::new(&run.folder, &asked))
            .transpose()
    };
    table().map_err(|error| Failure::writing(&run.folder, error))
}

/// What is to be simulated: a count where one is given, else what the scenario proposes.
fn plan(run: &Run, blueprint: &Blueprint) -> Plan {
    let proposed = match run.replications {
        Some(count) => Plan {
            replications: count.get(),
            ..Plan::of(blueprint)
        },
        None => Plan::proposed(blueprint),
    };
    let mut set = run.study.overrides.settings();
    let mut controls = Vec::new();
    if run.controlled {
        set.insert(0, ("--control-variates".to_owned(), "on".to_owned()));
        controls = explain::controls::controls(blueprint);
    }
    Plan {
        seed: run.study.seed,
        threads: run.threads.get(),
        options: run.study.options,
        controls,
        set,
        ..proposed
    }
}

/// `work` and the time it took.
#[expect(
    clippy::disallowed_methods,
    reason = "how long a run took is shown to people and part of no result"
)]
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begin = Instant::now();
    let result = work();
    (result, begin.elapsed())
}

/// Simulates the batch, shows how far it is, and stops where the user asks for it.
fn simulate(
    blueprint: &Blueprint,
    plan: &Plan,
    keep: Option<&mut dyn Take>,
    bar: &Progress,
    catalogue: &Catalogue,
    interrupt: &Interrupt,
) -> Result<Batch, Failure> {
    let batch = batch::run_keeping(blueprint, plan, keep, &mut |progress| {
        show(bar, progress, plan, catalogue);
        interrupt.goes_on()
    });
    bar.finish();
    batch.map_err(Failure::Stopped)
}

/// A bar over the replications of a plan.
pub fn bar(plan: &Plan, say: Say, catalogue: &Catalogue) -> Progress {
    let quiet = say == Say::Path;
    Progress::new(plan.replications, quiet, &catalogue.say("progress-left"))
}

/// Shows how far a batch is: replications out of those that it will probably take, the answer farthest from the precision that is
/// wanted, the first answer.
pub fn show(bar: &Progress, progress: &batch::Progress, plan: &Plan, catalogue: &Catalogue) {
    let first = progress.first.as_ref();
    let first = first.map(|answer| report::so_far(answer, catalogue));
    let open = progress.open.as_ref();
    let needed = open.and_then(|(_, of)| of.replications_needed);
    let open = open.map(|(answer, of)| report::still_open(answer, of, catalogue));
    let notes: Vec<String> = open.into_iter().chain(first).collect();
    bar.aim(needed.map_or(plan.replications, |needed| needed.min(plan.replications)));
    bar.show(progress.done, &notes.join(" | "));
}

/// Says on standard error how much is kept.
pub fn tell_interruption(catalogue: &Catalogue, done: u64, planned: u64) {
    let kept = [("done", done.into()), ("planned", planned.into())];
    // Where standard error is closed there is nobody left to tell; the exit code still says it.
    let _ = writeln!(io::stderr(), "{}", catalogue.get("interrupted", &kept));
}

/// Prints what was found. The last line, or the field `report`, is the path of the report.
fn say(run: &Run, batch: &Batch, took: Duration, interrupted: bool) -> Result<(), Failure> {
    let mut out = Output::stdout();
    let page = folder::page(&run.folder);
    let said = match run.say {
        Say::Json => say_json(&mut out, batch, took, interrupted, &page),
        Say::Path => writeln!(out, "{}", page.display()),
        Say::Summary => say_summary(&mut out, run, batch, took, &page),
    };
    said.and_then(|()| out.flush()).map_err(Failure::stdout)
}

/// The summary for people.
fn say_summary(
    out: &mut Output,
    run: &Run,
    batch: &Batch,
    took: Duration,
    page: &Path,
) -> io::Result<()> {
    let catalogue = Catalogue::new(run.language);
    out.write_all(report::summary(&batch.results, &catalogue).as_bytes())?;
    let stopped = folder::stopped(batch, took);
    out.write_all(report::ended(&batch.results, &stopped, &catalogue).as_bytes())?;
    let replications = batch.results.key.replications;
    writeln!(
        out,
        "{}",
        speed(&catalogue, replications, batch.events, took)
    )?;
    writeln!(out, "{}", page.display())
}

/// How much was done in which time, a line for people.
pub fn speed(catalogue: &Catalogue, replications: u64, events: u64, took: Duration) -> String {
    let arguments = [
        ("replications", catalogue.count(replications).into()),
        ("events", catalogue.count(events).into()),
        ("seconds", catalogue.number(took.as_secs_f64(), 3).into()),
        (
            "speed",
            catalogue.number(per_second(events, took), 2).into(),
        ),
    ];
    catalogue.get("run-speed", &arguments)
}

/// Events per second of time on the wall [1/s].
pub fn per_second(events: u64, took: Duration) -> f64 {
    events as f64 / took.as_secs_f64().max(1e-9)
}

/// The summary for programs.
#[derive(Serialize)]
struct Summary<'a> {
    replications: u64,
    events: u64,
    seconds: f64,
    events_per_second: f64,
    interrupted: bool,
    stopped_by: Reason,
    precision: &'a [Reached],
    asks: &'a [Answer],
    objectives: &'a [ObjectiveResult],
    expectations: &'a [ExpectationResult],
    warnings: &'a [Warning],
    report: PathBuf,
}

fn say_json(
    out: &mut Output,
    batch: &Batch,
    took: Duration,
    interrupted: bool,
    page: &Path,
) -> io::Result<()> {
    let Results {
        key,
        asks,
        objectives,
        expectations,
        warnings,
        ..
    } = &batch.results;
    let summary = Summary {
        replications: key.replications,
        events: batch.events,
        seconds: took.as_secs_f64(),
        events_per_second: per_second(batch.events, took),
        interrupted,
        stopped_by: batch.ending.by,
        precision: &batch.ending.reached,
        asks,
        objectives,
        expectations,
        warnings,
        report: page.to_path_buf(),
    };
    serde_json::to_writer_pretty(&mut *out, &summary)?;
    writeln!(out)
}

/// How a run ends: an interruption weighs more than an objective, which it may have left undecided.
fn exit(enforce: Enforce, interrupted: bool, objectives: &[ObjectiveResult]) -> Exit {
    let counts = |objective: &ObjectiveResult| match enforce {
        Enforce::Nothing => false,
        Enforce::Missed => objective.verdict == Verdict::Missed,
        Enforce::Strict => objective.verdict != Verdict::Met,
    };
    match (interrupted, objectives.iter().any(counts)) {
        (true, _) => Exit::Interrupted,
        (false, true) => Exit::Disagrees,
        (false, false) => Exit::Done,
    }
}
