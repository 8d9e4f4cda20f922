//! `ausfall completions` and `ausfall man`: what shells and `man` want to know, made from the command line itself.

use clap_complete::generate;
use clap_mangen::Man as Page;

use super::args::{Completions, Man};
use super::command::command;
use super::exit::Failure;
use super::{Outcome, print};
use crate::text::Catalogue;

/// Prints the completions for a shell.
///
/// # Errors
/// When standard output cannot be written.
pub fn completions(completions: &Completions) -> Outcome {
    let mut command = command(&Catalogue::new(completions.language));
    let mut script = Vec::new();
    generate(completions.shell, &mut command, "ausfall", &mut script);
    print(&String::from_utf8_lossy(&script))
}

/// Prints the manual page, and those of the commands after it.
///
/// # Errors
/// When standard output cannot be written.
pub fn man(man: &Man) -> Outcome {
    let catalogue = Catalogue::new(man.language);
    let mut page = Vec::new();
    Page::new(command(&catalogue))
        .render(&mut page)
        .map_err(Failure::stdout)?;
    print(&with_headings(&String::from_utf8_lossy(&page), &catalogue))
}

/// Headings of the generated page that the catalogue has words for, by the key of these.
const HEADINGS: [(&str, &str); 5] = [
    ("SYNOPSIS", "man-synopsis"),
    ("DESCRIPTION", "man-description"),
    ("OPTIONS", "man-options"),
    ("SUBCOMMANDS", "man-commands"),
    ("EXTRA", "man-extra"),
];

/// The page with its section headings in the language of `catalogue`.
fn with_headings(page: &str, catalogue: &Catalogue) -> String {
    let line = |line: &str| {
        let heading = HEADINGS
            .iter()
            .find(|(heading, _)| line.strip_prefix(".SH ") == Some(heading));
        match heading {
            Some((_, key)) => format!(".SH {}\n", catalogue.say(key)),
            None => format!("{line}\n"),
        }
    };
    page.lines().map(line).collect()
}
