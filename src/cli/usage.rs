//! What is wrong with a command line, in our own words: `clap` finds it, the catalogue says it, and each fault names the way out.

use std::error::Error as _;
use std::ffi::OsString;
use std::num::{IntErrorKind, ParseIntError};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use super::exit::Failure;
use super::terminal::plain;
use crate::say;
use crate::scenario::diagnostic::did_you_mean;
use crate::text::Say;

/// The fault of the command line `arguments`, with the way out.
pub fn fault(error: &Error, arguments: &[OsString], command: &Command) -> Failure {
    let called = called(arguments, command);
    let name = called.map(Command::get_name);
    let see = match name {
        Some(name) => format!("ausfall {name} --help"),
        None => "ausfall --help".to_owned(),
    };
    let what = message(error, called, command);
    Failure::Usage(say!(
        "usage",
        what = what,
        way = say!("usage-see", command = see)
    ))
}

/// The command that `arguments` call.
fn called<'c>(arguments: &[OsString], command: &'c Command) -> Option<&'c Command> {
    arguments
        .iter()
        .skip(1)
        .find_map(|word| command.find_subcommand(word))
}

fn message(error: &Error, called: Option<&Command>, command: &Command) -> Say {
    let argument = words(error, ContextKind::InvalidArg).join(" ");
    let value = words(error, ContextKind::InvalidValue).join(" ");
    match error.kind() {
        ErrorKind::InvalidSubcommand => unknown_command(error, command),
        ErrorKind::UnknownArgument => unknown_argument(argument, called.unwrap_or(command)),
        ErrorKind::InvalidValue => invalid_value(error, argument, value),
        ErrorKind::ValueValidation => not_a_value(error, argument, value),
        ErrorKind::MissingRequiredArgument => say!("usage-missing", argument = argument),
        ErrorKind::ArgumentConflict => conflict(error, argument),
        ErrorKind::NoEquals => say!("usage-no-equals", argument = argument),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            say!("usage-number-of-values", argument = argument)
        }
        ErrorKind::InvalidUtf8 => say!("usage-no-text"),
        _ => say!("usage-other"),
    }
}

/// What clap tells about a fault, without control characters.
fn words(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(word)) => vec![plain(word)],
        Some(ContextValue::Strings(words)) => words.iter().map(|word| plain(word)).collect(),
        _ => Vec::new(),
    }
}

/// `message` with the word that was probably meant, if one is close.
fn suggest<'a>(message: Say, written: &str, known: impl IntoIterator<Item = &'a str>) -> Say {
    match did_you_mean(written, known) {
        Some(word) => say!("did-you-mean", message = message, word = word),
        None => message,
    }
}

fn unknown_command(error: &Error, command: &Command) -> Say {
    let name = words(error, ContextKind::InvalidSubcommand).join(" ");
    if name.ends_with(".ron") {
        return say!("usage-file-alone", file = name);
    }
    let message = say!("usage-unknown-command", name = &name);
    suggest(
        message,
        &name,
        command.get_subcommands().map(Command::get_name),
    )
}

fn unknown_argument(argument: String, command: &Command) -> Say {
    if !argument.starts_with('-') {
        return say!("usage-too-much", argument = argument);
    }
    let known: Vec<String> = command
        .get_arguments()
        .filter_map(|arg| Some(format!("--{}", arg.get_long()?)))
        .collect();
    let message = say!("usage-unknown-option", argument = &argument);
    suggest(message, &argument, known.iter().map(String::as_str))
}

fn invalid_value(error: &Error, argument: String, value: String) -> Say {
    if value.is_empty() {
        return say!("usage-no-value", argument = argument);
    }
    let known = words(error, ContextKind::ValidValue);
    let message = say!(
        "usage-one-of",
        argument = argument,
        value = &value,
        known = known.join(", ")
    );
    suggest(message, &value, known.iter().map(String::as_str))
}

fn not_a_value(error: &Error, argument: String, value: String) -> Say {
    let kind = error
        .source()
        .and_then(|source| source.downcast_ref::<ParseIntError>())
        .map(ParseIntError::kind);
    match kind {
        Some(IntErrorKind::Zero) => say!("usage-zero", argument = argument),
        Some(IntErrorKind::PosOverflow) => {
            say!("usage-too-large", argument = argument, value = value)
        }
        Some(_) => say!("usage-no-number", argument = argument, value = value),
        None => say!("usage-not-a-value", argument = argument, value = value),
    }
}

fn conflict(error: &Error, argument: String) -> Say {
    let other = words(error, ContextKind::PriorArg).join(" ");
    if other.is_empty() || other == argument {
        return say!("usage-twice", argument = argument);
    }
    say!("usage-conflict", argument = argument, other = other)
}
