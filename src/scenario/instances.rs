//! What an entry of `use:` makes: by list or by count, each instance with one value for every argument of its template.
//!
//! Knows nothing of what a template consists of.

use std::collections::{BTreeMap, BTreeSet};

use crate::say;
use crate::scenario::diagnostic::{Diagnostic, did_you_mean};
use crate::scenario::schema::{Scenario, Template, Use};
use crate::scenario::spans::{Form, Leaf, Name, Part, Place, Table};
use crate::scenario::split::Splitter;
use crate::scenario::template::MAX_ENTRIES;
use crate::text::Say;

/// Argument → value.
pub type Arguments = BTreeMap<String, Leaf>;

/// One instance of a template.
pub struct Instance {
    /// The values of its holes.
    pub arguments: Arguments,
    /// What makes it.
    pub at: Place,
}

/// The way out where an argument is wrong: those that the template has.
pub fn arguments_of(template: &Template) -> Say {
    let names: Vec<&str> = template
        .with
        .iter()
        .map(|argument| argument.text.as_str())
        .collect();
    if names.is_empty() {
        say!("no-arguments")
    } else {
        say!("arguments-are", names = names.join(", "))
    }
}

/// A leaf that no file wrote in this form.
pub fn leaf(text: &str, at: &Place, form: Form) -> Leaf {
    Leaf {
        text: text.to_owned(),
        at: at.clone(),
        form,
    }
}

/// The instances that an entry of `use:` makes, noting in `used` the parameters that its splits name; `None` after noting a fault.
pub fn instances(
    made: &Use,
    template: &Template,
    at: &Place,
    scenario: &Scenario,
    used: &mut BTreeSet<String>,
    notes: &mut Vec<Diagnostic>,
) -> Option<Vec<Instance>> {
    let written = written_instances(made, at, notes)?;
    let mut columns: Vec<(&Name, Vec<String>)> = Vec::new();
    for (name, split) in made.split.entries() {
        let mut splitter = Splitter {
            parameters: &scenario.parameters,
            used: &mut *used,
            notes: &mut *notes,
        };
        columns.push((name, splitter.amounts(split, written.len())?));
    }
    let mut all = Vec::with_capacity(written.len());
    for (number, written) in written.into_iter().enumerate() {
        let amount = |(name, amounts): &(&Name, Vec<String>)| {
            (
                (*name).clone(),
                leaf(&amounts[number], &name.at, Form::Number),
            )
        };
        all.push(written.and_then(|(given, at)| {
            let given = given
                .into_iter()
                .chain(entries_of(&made.all))
                .chain(columns.iter().map(amount))
                .collect();
            let arguments = arguments(given, template, made, &at, notes)?;
            Some(Instance { arguments, at })
        }));
    }
    all.into_iter().collect()
}

/// What one instance was given, and where.
type Given = (Vec<(Name, Leaf)>, Place);

fn entries_of(table: &Table<Leaf>) -> impl Iterator<Item = (Name, Leaf)> {
    table
        .entries()
        .map(|(name, value)| (name.clone(), value.clone()))
}

/// What stands under `for_each` or `named`.
fn written_instances(
    made: &Use,
    at: &Place,
    notes: &mut Vec<Diagnostic>,
) -> Option<Vec<Option<Given>>> {
    match (&made.named, made.for_each.is_empty()) {
        (Some(pattern), true) => named_instances(pattern, notes),
        (None, false) => Some(made.for_each.iter().map(listed_instance).collect()),
        (Some(pattern), false) => {
            let fault =
                Diagnostic::fault("what-to-repeat", &pattern.at, say!("named-and-for-each"));
            notes.push(fault.help(say!("named-and-for-each-help")));
            None
        }
        (None, true) => {
            let opening = Place {
                at: at.at.start..at.at.start + 1,
                instance: None,
            };
            let fault = Diagnostic::fault("what-to-repeat", &opening, say!("makes-no-instance"));
            notes.push(fault.help(say!("makes-no-instance-help")));
            None
        }
    }
}

/// An entry with a value that could not be read makes no instance; the fault was noted.
fn listed_instance(part: &Part<Table<Leaf>>) -> Option<Given> {
    let table = part.got.as_ref()?;
    let readable = table.0.iter().all(|(_, value)| value.got.is_some());
    readable.then(|| (entries_of(table).collect(), part.at.clone()))
}

/// `"partner {01..28}"`: the argument `name` of each instance.
fn named_instances(pattern: &Leaf, notes: &mut Vec<Diagnostic>) -> Option<Vec<Option<Given>>> {
    let names = match names_of(&pattern.text) {
        Ok(names) => names,
        Err(why) => {
            let message = say!("bad-pattern", pattern = &pattern.text, why = why);
            notes.push(
                Diagnostic::fault("bad-pattern", &pattern.at, message)
                    .help(say!("bad-pattern-help", example = "\"partner {01..28}\"")),
            );
            return None;
        }
    };
    let key = Name {
        text: "name".to_owned(),
        at: pattern.at.clone(),
    };
    let given = |name: String| vec![(key.clone(), leaf(&name, &pattern.at, Form::Text))];
    Some(
        names
            .into_iter()
            .map(|name| Some((given(name), pattern.at.clone())))
            .collect(),
    )
}

/// The names of a pattern with one range; a leading zero sets the width.
fn names_of(pattern: &str) -> Result<Vec<String>, Say> {
    let (before, rest) = pattern
        .split_once('{')
        .ok_or(say!("pattern-without-range"))?;
    let (range, after) = rest.split_once('}').ok_or(say!("pattern-not-closed"))?;
    let (first, last) = range
        .split_once("..")
        .ok_or(say!("pattern-range", example = "{01..28}"))?;
    let (first, last) = (first.trim(), last.trim());
    let number = |text: &str| {
        text.parse::<usize>()
            .map_err(|_| say!("pattern-no-number", text = text))
    };
    let (from, to) = (number(first)?, number(last)?);
    match to.checked_sub(from) {
        None => Err(say!("pattern-backwards", first = first, last = last)),
        Some(more) if more >= MAX_ENTRIES => Err(say!("pattern-too-many", most = MAX_ENTRIES)),
        Some(_) if after.contains('{') => Err(say!("pattern-two-ranges")),
        Some(_) => {
            let width = if first.starts_with('0') {
                first.len()
            } else {
                0
            };
            Ok((from..=to)
                .map(|at| format!("{before}{at:0width$}{after}"))
                .collect())
        }
    }
}

/// The arguments of an instance, if each argument of the template is given once and nothing else.
fn arguments(
    given: Vec<(Name, Leaf)>,
    template: &Template,
    made: &Use,
    at: &Place,
    notes: &mut Vec<Diagnostic>,
) -> Option<Arguments> {
    let mut faults = Vec::new();
    let mut arguments = Arguments::new();
    for (name, value) in given {
        if !template
            .with
            .iter()
            .any(|argument| argument.text == name.text)
        {
            faults.push(unknown_argument(&name, template, made));
        } else if arguments.insert(name.text.clone(), value).is_some() {
            faults.push(Diagnostic::fault(
                "duplicate-argument",
                &name.at,
                say!("duplicate-argument", argument = &name.text),
            ));
        }
    }
    let missing: Vec<&Name> = template
        .with
        .iter()
        .filter(|argument| !arguments.contains_key(&argument.text))
        .collect();
    let complete = missing.is_empty() && faults.is_empty();
    // A name that is misspelt or a value that could not be read is noted already; its argument is not missing.
    if faults.is_empty() && !has_unread(made) {
        faults.extend(
            missing
                .iter()
                .map(|argument| missing_argument(argument, made, at)),
        );
    }
    notes.append(&mut faults);
    complete.then_some(arguments)
}

/// Whether some argument that all instances share could not be read.
fn has_unread(made: &Use) -> bool {
    made.all.0.iter().any(|(_, part)| part.got.is_none())
        || made.split.0.iter().any(|(_, part)| part.got.is_none())
}

fn missing_argument(argument: &Name, made: &Use, at: &Place) -> Diagnostic {
    let message = say!(
        "missing-argument",
        argument = &argument.text,
        template = &made.template.text
    );
    Diagnostic::fault("missing-argument", at, message)
        .note(argument.at.at.clone(), say!("declared-here"))
        .help(say!("missing-argument-help", argument = &argument.text))
}

fn unknown_argument(name: &Name, template: &Template, made: &Use) -> Diagnostic {
    let message = say!(
        "unknown-argument",
        template = &made.template.text,
        argument = &name.text
    );
    let known = template.with.iter().map(|argument| argument.text.as_str());
    Diagnostic::fault("unknown-argument", &name.at, message)
        .meant(did_you_mean(&name.text, known))
        .help(arguments_of(template))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_keeps_its_width() {
        assert_eq!(
            names_of("partner {08..11}"),
            Ok(["08", "09", "10", "11"]
                .map(|at| format!("partner {at}"))
                .to_vec())
        );
        assert_eq!(
            names_of("{9..10} x"),
            Ok(vec!["9 x".to_owned(), "10 x".to_owned()])
        );
    }

    #[test]
    fn a_pattern_that_names_nothing_says_why() {
        for (pattern, why) in [
            ("partner", "pattern-without-range"),
            ("partner {1..", "pattern-not-closed"),
            ("partner {1-3}", "pattern-range"),
            ("partner {3..1}", "pattern-backwards"),
            ("partner {a..c}", "pattern-no-number"),
            ("partner {1..9999999}", "pattern-too-many"),
            ("p {1..2} {1..2}", "pattern-two-ranges"),
        ] {
            assert_eq!(names_of(pattern).expect_err(pattern).key(), why);
        }
    }
}
