//! The command line: takes arguments, calls the parts that do the work, prints, and says by the exit code how it ended.
//!
//! One file per command. Must not know how anything is computed; nothing else in the library knows that a terminal, an exit code or a
//! clock on the wall exists.

mod again;
mod args;
mod bands;
mod check;
mod compare;
mod exit;
mod folder;
mod greeting;
mod input;
mod interrupt;
mod manifest;
mod run;
mod terminal;
mod trace;
mod why;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Command, Line};
use exit::{Exit, Failure};
use terminal::Output;

use crate::text::{Catalogue, Language};

/// How a command ends.
type Outcome = Result<Exit, Failure>;

/// The program: carries out the command line of this process.
#[must_use]
pub fn main() -> ExitCode {
    let line = match Line::try_parse() {
        Ok(line) => line,
        Err(error) => return end(explain(&error), Language::English),
    };
    let language = line.language();
    end(carry_out(line), language)
}

/// The exit code of an outcome; a failure is told first.
fn end(outcome: Outcome, language: Language) -> ExitCode {
    outcome
        .unwrap_or_else(|failure| complain(&failure, &Catalogue::new(language)))
        .into()
}

/// Carries out a command.
fn carry_out(line: Line) -> Outcome {
    match line.command {
        None => greeting::greet(),
        Some(Command::Run(line)) => run::run(&line.decide()?),
        Some(Command::Compare(line)) => compare::compare(&line.decide()?),
        Some(Command::Check(line)) => check::check(&line.decide()),
        Some(Command::Trace(line)) => trace::trace(&line.decide()),
        Some(Command::Why(line)) => why::why(&line.decide()),
        Some(Command::Plot(line)) => again::plot(&line.decide()),
        Some(Command::Report(line)) => again::report(&line.decide()),
    }
}

/// Shows help or version on standard output, a fault of the command line on standard error.
fn explain(error: &clap::Error) -> Outcome {
    if error.use_stderr() {
        // Where even standard error cannot be written there is nobody left to tell.
        let _ = write!(io::stderr(), "{error}");
        return Ok(Exit::Fault);
    }
    let mut out = Output::stdout();
    write!(out, "{error}")
        .and_then(|()| out.flush())
        .map_err(Failure::stdout)?;
    Ok(Exit::Done)
}

/// Tells a failure on standard error.
fn complain(failure: &Failure, catalogue: &Catalogue) -> Exit {
    let what = [("what", failure.words(catalogue).into())];
    let _ = writeln!(io::stderr(), "{}", catalogue.get("error", &what));
    failure.exit()
}
