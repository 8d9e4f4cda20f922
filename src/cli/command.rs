//! The command line as `clap` reads it, with every text taken from the catalogue: `help-COMMAND`, `help-COMMAND-ARGUMENT`, and
//! `help-any-ARGUMENT` for arguments that several commands share.
//!
//! Help, completions and manual page are all made from what this builds. Must not know what a command does.

use clap::builder::ValueRange;
use clap::{Arg, ArgAction, Command, CommandFactory};

use super::args::Line;
use crate::text::Catalogue;

/// What a new user needs, in this order; the other commands stand below.
const FIRST: [&str; 5] = ["run", "check", "compare", "explain", "new"];

/// The whole command line in the language of `catalogue`.
pub fn command(catalogue: &Catalogue) -> Command {
    let bare = Line::command();
    let names: Vec<String> = bare.get_subcommands().map(name_of).collect();
    let worded = names.into_iter().fold(bare, |command, name| {
        command.mut_subcommand(&name, |sub| of_subcommand(sub, &name, catalogue))
    });
    of_root(worded, catalogue)
}

/// The names of the commands, those for new users first.
pub fn names(command: &Command) -> Vec<String> {
    let all: Vec<String> = command.get_subcommands().map(name_of).collect();
    let is_first = |name: &String| FIRST.contains(&name.as_str());
    let first = FIRST.iter().map(|name| (*name).to_owned());
    first
        .filter(|name| all.contains(name))
        .chain(all.iter().filter(|name| !is_first(name)).cloned())
        .collect()
}

fn name_of(command: &Command) -> String {
    command.get_name().to_owned()
}

fn of_root(command: Command, catalogue: &Catalogue) -> Command {
    let (first, others): (Vec<_>, Vec<_>) = names(&command)
        .into_iter()
        .partition(|name| FIRST.contains(&name.as_str()));
    let list = |names: &[String]| listed(names, catalogue);
    let template = format!(
        "{{about}}\n\n{}: {{usage}}\n\n{}:\n{}\n{}:\n{}\n{}:\n{{options}}\n\n{}:\n{}\n\n{}\n",
        catalogue.say("help-heading-usage"),
        catalogue.say("help-heading-first"),
        list(&first),
        catalogue.say("help-heading-others"),
        list(&others),
        catalogue.say("help-heading-options"),
        catalogue.say("help-heading-examples"),
        indented(&catalogue.say("help-examples")),
        catalogue.say("help-exit-codes"),
    );
    with_texts(command, "root", catalogue)
        .disable_version_flag(true)
        .arg(flag("version", 'V', ArgAction::Version, catalogue))
        .help_template(template)
}

/// Each command on a line, with what it does.
fn listed(names: &[String], catalogue: &Catalogue) -> String {
    let line = |name: &String| format!("  {name:<12} {}\n", catalogue.say(&format!("help-{name}")));
    names.iter().map(line).collect()
}

fn indented(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("  {line}")).collect();
    lines.join("\n")
}

fn of_subcommand(command: Command, name: &str, catalogue: &Catalogue) -> Command {
    let template = format!(
        "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n",
        catalogue.say("help-heading-usage")
    );
    let command = with_texts(command, name, catalogue).help_template(template);
    let examples = format!("help-{name}-examples");
    if !catalogue.has(&examples) {
        return command;
    }
    command.after_help(format!(
        "{}:\n{}",
        catalogue.say("help-heading-examples"),
        indented(&catalogue.say(&examples))
    ))
}

/// The command with its texts and those of its arguments. The line under *Usage* is written here, for clap has it in English.
fn with_texts(command: Command, name: &str, catalogue: &Catalogue) -> Command {
    let options = catalogue.say("help-heading-options");
    let command = command
        .about(catalogue.say(&format!("help-{name}")))
        .disable_help_flag(true)
        .arg(flag("help", 'h', ArgAction::Help, catalogue))
        .mut_args(|arg| of_argument(arg, name, catalogue))
        .subcommand_value_name(catalogue.say("help-value-command"));
    let words: Vec<String> = command.get_positionals().map(usage_of).collect();
    let called = if name == "root" {
        format!("ausfall [{}]", catalogue.say("help-value-command"))
    } else {
        format!("ausfall {name}")
    };
    let usage = format!("{called} [{options}] {}", words.join(" "));
    command.override_usage(usage.trim_end().to_owned())
}

/// A positional argument in the line under *Usage*: in `[ ]` where it may be left out.
fn usage_of(arg: &Arg) -> String {
    let name = arg.to_string();
    match (arg.is_required_set(), name.starts_with('[')) {
        (false, false) => format!("[{}]", name.trim_start_matches('<').replace('>', "")),
        _ => name,
    }
}

fn flag(name: &'static str, short: char, action: ArgAction, catalogue: &Catalogue) -> Arg {
    Arg::new(name)
        .short(short)
        .long(name)
        .action(action)
        .help(catalogue.say(&format!("help-any-{name}")))
        .help_heading(catalogue.say("help-heading-options"))
}

fn of_argument(arg: Arg, command: &str, catalogue: &Catalogue) -> Arg {
    let heading = if arg.is_positional() {
        "help-heading-arguments"
    } else {
        "help-heading-options"
    };
    let text = said(&arg, command, catalogue);
    let arg = arg.help(text).help_heading(catalogue.say(heading));
    let Some(name) = value_name(&arg) else {
        return arg;
    };
    let key = format!("help-value-{}", name.to_lowercase());
    let named = if catalogue.has(&key) {
        catalogue.say(&key)
    } else {
        name
    };
    // Both stand in the text already, in its language.
    arg.value_name(named)
        .hide_default_value(true)
        .hide_possible_values(true)
}

/// The name of an argument's value, if it takes one.
fn value_name(arg: &Arg) -> Option<String> {
    let takes = arg.get_action().takes_values() && arg.get_num_args() != Some(ValueRange::EMPTY);
    let written = arg.get_value_names().and_then(|names| names.first());
    let name = written.map_or_else(|| arg.get_id().as_str().to_uppercase(), ToString::to_string);
    takes.then_some(name)
}

/// The help of an argument: its text, the values it takes and its default.
fn said(arg: &Arg, command: &str, catalogue: &Catalogue) -> String {
    let mut text = catalogue.say(&key_of(arg, command, catalogue));
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .map(|value| value.get_name().to_owned())
        .collect();
    if !values.is_empty() && arg.get_action().takes_values() {
        let values = [("values", values.join(", ").into())];
        text += &format!(" {}", catalogue.get("help-values", &values));
    }
    if let [default] = arg.get_default_values()
        && arg.get_action().takes_values()
    {
        let value = [("value", default.to_string_lossy().into_owned().into())];
        text += &format!(" {}", catalogue.get("help-default", &value));
    }
    text
}

/// The key of an argument's text.
fn key_of(arg: &Arg, command: &str, catalogue: &Catalogue) -> String {
    let id = arg.get_id().as_str().replace('_', "-");
    let own = format!("help-{command}-{id}");
    if catalogue.has(&own) {
        return own;
    }
    format!("help-any-{id}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn every_command_and_argument_has_a_text_in_both_languages() {
        for language in Language::ALL {
            let catalogue = Catalogue::new(language);
            for sub in Line::command().get_subcommands() {
                let name = sub.get_name();
                assert!(catalogue.has(&format!("help-{name}")), "help-{name}");
                for arg in sub.get_arguments() {
                    let key = key_of(arg, name, &catalogue);
                    assert!(
                        catalogue.has(&key),
                        "help-{name}-{} or {key} is missing in {language:?}",
                        arg.get_id()
                    );
                }
            }
        }
    }

    #[test]
    fn the_command_line_is_consistent_in_itself_in_both_languages() {
        for language in Language::ALL {
            command(&Catalogue::new(language)).debug_assert();
        }
    }
}
