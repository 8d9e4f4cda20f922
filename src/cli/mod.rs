//! The command line: takes arguments, calls the parts that do the work, prints, and says by the exit code how it ended.
//!
//! One file per command. Must not know how anything is computed; nothing else in the library knows that a terminal, an exit code or a
//! clock on the wall exists.

mod again;
mod args;
mod bands;
mod check;
mod command;
mod compare;
mod coverage;
mod exit;
mod explain;
mod folder;
mod greeting;
mod help;
mod input;
mod interrupt;
mod manifest;
mod new;
mod replications;
mod run;
mod shell;
mod terminal;
mod trace;
mod usage;
mod verify;
mod watch;
mod why;

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Error, FromArgMatches};

use args::{Command, Line};
use exit::{Exit, Failure};
use terminal::Output;

use crate::text::Catalogue;

/// How a command ends.
type Outcome = Result<Exit, Failure>;

/// The program: carries out the command line of this process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().collect();
    // Before the line is read, for it may be at fault and has to be answered all the same.
    let catalogue = Catalogue::new(args::language_of(&arguments));
    match read(&arguments, &catalogue) {
        Ok(line) => {
            let catalogue = Catalogue::new(line.language());
            end(carry_out(line, &catalogue), &catalogue)
        }
        Err(error) => end(refuse(&error, &arguments, &catalogue), &catalogue),
    }
}

/// The line that `arguments` make.
fn read(arguments: &[OsString], catalogue: &Catalogue) -> Result<Line, Error> {
    let matches = command::command(catalogue).try_get_matches_from(arguments)?;
    Line::from_arg_matches(&matches)
}

/// The exit code of an outcome; a failure is told first.
fn end(outcome: Outcome, catalogue: &Catalogue) -> ExitCode {
    outcome
        .unwrap_or_else(|failure| complain(&failure, catalogue))
        .into()
}

/// Carries out a command.
fn carry_out(line: Line, catalogue: &Catalogue) -> Outcome {
    match line.command {
        None => greeting::greet(catalogue),
        Some(Command::Run(line)) => run::run(&line.decide()?),
        Some(Command::Compare(line)) => compare::compare(&line.decide()?),
        Some(Command::Check(line)) => check::check(&line.decide()),
        Some(Command::Explain(line)) => explain::explain(&line.decide()?),
        Some(Command::New(line)) => new::new(&line.decide()?),
        Some(Command::Help(line)) => help::help(&line.decide()),
        Some(Command::Why(line)) => why::why(&line.decide()),
        Some(Command::Trace(line)) => trace::trace(&line.decide()),
        Some(Command::Verify(line)) => verify::verify(&line.decide()?),
        Some(Command::Plot(line)) => again::plot(&line.decide()),
        Some(Command::Report(line)) => again::report(&line.decide()),
        Some(Command::Completions(line)) => shell::completions(&line.decide()),
        Some(Command::Man(line)) => shell::man(&line.decide()),
    }
}

/// Shows help or version on standard output; anything else is a fault of the command line.
fn refuse(error: &Error, arguments: &[OsString], catalogue: &Catalogue) -> Outcome {
    if error.use_stderr() {
        return Err(usage::fault(error, arguments, &command::command(catalogue)));
    }
    print(&error.to_string())
}

/// Prints `text` on standard output.
fn print(text: &str) -> Outcome {
    let mut out = Output::stdout();
    out.write_all(text.as_bytes())
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
