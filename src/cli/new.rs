//! `ausfall new`: writes a scenario to begin with, commented in the user's language.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use super::args::{Like, New};
use super::exit::Failure;
use super::{Outcome, print};
use crate::say;
use crate::text::{Catalogue, Language};

macro_rules! scenario {
    ($language:literal, $name:literal) => {
        include_str!(concat!(
            "../../scenarios/new/",
            $language,
            "/",
            $name,
            ".ron"
        ))
    };
}

/// Writes the scenario; what to do next is printed last: a command on each line.
///
/// # Errors
/// When a file of that name is there already, or writing fails.
pub fn new(new: &New) -> Outcome {
    let catalogue = Catalogue::new(new.language);
    let file = format!("{}.ron", new.name);
    write(Path::new(&file), text(new.like, new.language)).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Failure::Usage(say!("error-new-exists", file = as_argument(&file)))
        }
        _ => Failure::writing(Path::new(&file), error),
    })?;
    let said = [("file", as_argument(&file).into())];
    let lines: Vec<String> = ["new-written", next(new.like)]
        .iter()
        .map(|key| catalogue.get(key, &said) + "\n")
        .collect();
    print(&lines.concat())
}

/// The message that names what to do next.
const fn next(like: Like) -> &'static str {
    match like {
        Like::TwoSites => "new-next-compared",
        Like::FirstSteps | Like::Hotline | Like::Payroll => "new-next",
    }
}

/// Writes a file that is not there yet.
fn write(file: &Path, text: &str) -> io::Result<()> {
    let mut created = OpenOptions::new().write(true).create_new(true).open(file)?;
    created.write_all(text.as_bytes())
}

/// A file name as a shell takes it. Names here hold no quotes, for none are plain.
fn as_argument(file: &str) -> String {
    if file.contains(' ') {
        format!("\"{file}\"")
    } else {
        file.to_owned()
    }
}

const fn text(like: Like, language: Language) -> &'static str {
    match (like, language) {
        (Like::FirstSteps, Language::English) => scenario!("en", "first-steps"),
        (Like::FirstSteps, Language::German) => scenario!("de", "first-steps"),
        (Like::TwoSites, Language::English) => scenario!("en", "two-sites"),
        (Like::TwoSites, Language::German) => scenario!("de", "two-sites"),
        (Like::Hotline, Language::English) => scenario!("en", "hotline"),
        (Like::Hotline, Language::German) => scenario!("de", "hotline"),
        (Like::Payroll, Language::English) => scenario!("en", "payroll"),
        (Like::Payroll, Language::German) => scenario!("de", "payroll"),
    }
}
