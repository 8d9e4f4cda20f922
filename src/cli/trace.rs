//! `ausfall trace`: one replication told event by event.

use std::io::{self, Write};

use super::Outcome;
use super::args::Trace;
use super::exit::{Exit, Failure};
use super::input;
use super::terminal::Output;
use crate::batch;
use crate::batch::results::StoryLine;
use crate::kernel::Seed;
use crate::model::Blueprint;
use crate::report::{self, names::Names};
use crate::simulate::observe::Recorder;
use crate::simulate::{Happening, World};
use crate::text::Catalogue;
use crate::units::Instant;

/// Carries out a trace.
///
/// # Errors
/// When the scenario is at fault, the year is not counted, the replication had to be stopped, or writing failed.
pub fn trace(trace: &Trace) -> Outcome {
    let catalogue = Catalogue::new(trace.language);
    let blueprint = input::blueprint(&trace.study, &catalogue)?;
    input::refuse_uncounted_year(trace.year, &blueprint)?;
    let happenings = record(trace, &blueprint)?;
    let mut out = Output::stdout();
    tell(&mut out, trace, &blueprint, &happenings, &catalogue).map_err(Failure::stdout)?;
    Ok(Exit::Done)
}

/// Everything that happens in the replication.
fn record(trace: &Trace, blueprint: &Blueprint) -> Result<Vec<(Instant, Happening)>, Failure> {
    let mut recorder = Recorder::default();
    let mut world = World::new(blueprint);
    world
        .run(
            &Seed::new(trace.study.seed),
            trace.replication,
            trace.study.options,
            &mut recorder,
        )
        .map_err(Failure::Stopped)?;
    Ok(recorder.0)
}

/// Tells what happened, until it is told or nobody listens any more.
fn tell(
    out: &mut Output,
    trace: &Trace,
    blueprint: &Blueprint,
    happenings: &[(Instant, Happening)],
    catalogue: &Catalogue,
) -> io::Result<()> {
    let wanted = |at: Instant| {
        trace
            .year
            .is_none_or(|year| blueprint.year_of(at) == Some(year))
    };
    let lines = happenings
        .iter()
        .filter(|(at, _)| wanted(*at))
        .filter_map(|(at, what)| batch::story_line(blueprint, *at, what));
    let names = Names {
        table: &blueprint.about.names,
        catalogue,
    };
    for line in lines {
        tell_line(out, trace.json, &line, &names)?;
        if out.is_closed() {
            break;
        }
    }
    out.flush()
}

fn tell_line(out: &mut Output, json: bool, line: &StoryLine, names: &Names<'_>) -> io::Result<()> {
    if json {
        serde_json::to_writer(&mut *out, line)?;
        return writeln!(out);
    }
    writeln!(
        out,
        "{}  {}",
        line.local.replace('T', " "),
        report::story_line(line, names)
    )
}
