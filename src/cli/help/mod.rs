//! `ausfall help`: commands, concepts, fields and words, from the same table as the reference of scenario files.

mod reference;
mod search;
mod show;

use super::args::Help;
use super::command::{self, command};
use super::exit::Failure;
use super::terminal::plain;
use super::{Outcome, print};
use crate::say;
use crate::scenario::diagnostic::did_you_mean;
use crate::text::{Catalogue, Language};

use reference::Reference;
use search::Found;

/// Explains a topic, or lists what there is.
///
/// # Errors
/// When there is no such topic, or standard output cannot be written.
pub fn help(help: &Help) -> Outcome {
    let catalogue = Catalogue::new(help.language);
    let asked = help.topic.trim();
    let commands = command::names(&command(&catalogue));
    let references = references(help.language);
    let shown = &references[0];
    if asked.is_empty() {
        return print(&overview(&commands, shown, &catalogue));
    }
    match search::find(asked, &commands, &references) {
        Found::Command(name) => print(&of_command(&name, &catalogue)),
        Found::Topic(place) => print(&shown.topics.get(place).map(show::topic).unwrap_or_default()),
        Found::Rows(rows) => print(&show::entries(asked, &rows, shown, &catalogue)),
        Found::Mentions(topics) => print(&show::mentions(asked, &topics, shown, &catalogue)),
        Found::Nothing => Err(unknown(asked, &search::known(&commands, shown))),
    }
}

/// The references, that of `language` first.
fn references(language: Language) -> Vec<Reference> {
    let others = Language::ALL.into_iter().filter(|&other| other != language);
    std::iter::once(language)
        .chain(others)
        .map(Reference::new)
        .collect()
}

fn of_command(name: &str, catalogue: &Catalogue) -> String {
    let mut command = command(catalogue);
    command.build();
    command
        .find_subcommand_mut(name)
        .map(|command| command.render_help().to_string())
        .unwrap_or_default()
}

/// Commands and topics, each on a line.
fn overview(commands: &[String], reference: &Reference, catalogue: &Catalogue) -> String {
    let mut text = format!("{}:\n", catalogue.say("topics-commands"));
    for name in commands {
        text += &format!("  {name:<12} {}\n", catalogue.say(&format!("help-{name}")));
    }
    text += &format!("\n{}:\n", catalogue.say("topics-concepts"));
    for topic in &reference.topics {
        text += &format!("  {}\n", topic.title);
    }
    text + &format!("\n{}\n", catalogue.say("topics-more"))
}

fn unknown(asked: &str, known: &[String]) -> Failure {
    let message = say!("topic-unknown", topic = plain(asked));
    let what = match did_you_mean(asked, known.iter().map(String::as_str)) {
        Some(word) => say!("did-you-mean", message = message, word = word),
        None => message,
    };
    Failure::Usage(say!("usage", what = what, way = say!("topic-see-list")))
}
