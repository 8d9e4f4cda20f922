//! Expansion: every entry of `use:` puts instances of a template, with its holes filled, beside what the scenario says itself.
//!
//! Afterwards there is one body, and nobody further on needs to know that there were templates. Knows nothing of what the parts
//! mean; of names it knows that those of one table must differ.

use std::collections::BTreeMap;

use crate::scenario::diagnostic::{Diagnostic, with_suggestion};
use crate::scenario::fill::{Fill, Filler};
use crate::scenario::schema::{Body, Scenario, Template, Use};
use crate::scenario::spans::{Form, Leaf, Name, Part, Place, Table};
use crate::scenario::split::Splitter;

/// The largest number of entries that a scenario may have after expansion.
const MAX_ENTRIES: usize = 1_000_000;

/// The arguments of one instance, and the place of what makes it.
type Arguments = BTreeMap<String, Leaf>;
struct Instance {
    arguments: Arguments,
    at: Place,
}

/// Puts all instances into the scenario's body. Faults are noted; instances with faults are left out.
pub fn expand(scenario: &mut Scenario, notes: &mut Vec<Diagnostic>) {
    refuse_holes_outside(&scenario.body, notes);
    for (name, template) in scenario.templates.entries() {
        check_template(name, template, notes);
    }
    let mut body = scenario.body.clone();
    let mut entries = body.entries();
    for part in &scenario.uses {
        let Some(made) = &part.got else { continue };
        let Some(template) = template_of(made, scenario, notes) else {
            continue;
        };
        let instances = instances(made, template, &part.at, scenario, notes);
        entries = entries.saturating_add(instances.len().saturating_mul(template.body.entries()));
        if entries > MAX_ENTRIES {
            notes.push(too_many(&part.at));
            return;
        }
        for instance in &instances {
            body.append(template.body.fill(&mut Filler::new(
                &instance.arguments,
                Some(instance.at.at.clone()),
            )));
        }
    }
    scenario.body = body.without_duplicates(notes);
}

/// The same for each table of a body.
macro_rules! each_table {
    ($($table:ident),*) => {
        impl Body {
            /// How many entries it has in all tables.
            fn entries(&self) -> usize {
                0 $( + self.$table.0.len() )*
            }

            fn append(&mut self, other: Self) {
                $( self.$table.0.extend(other.$table.0); )*
            }

            fn without_duplicates(self, notes: &mut Vec<Diagnostic>) -> Self {
                Self { $( $table: self.$table.without_duplicates(notes), )* }
            }
        }
    };
}
each_table!(
    sites,
    nodes,
    components,
    ducts,
    links,
    shared_causes,
    services,
    crews,
    organisations,
    hotlines
);

fn too_many(at: &Place) -> Diagnostic {
    Diagnostic::fault(
        "too-many",
        at,
        "with this the scenario has more than a million entries",
    )
}

/// Outside a template there is nothing that could fill a hole.
fn refuse_holes_outside(body: &Body, notes: &mut Vec<Diagnostic>) {
    let nothing = Arguments::new();
    let mut filler = Filler::new(&nothing, None);
    let _ = body.fill(&mut filler);
    for (hole, at) in filler.missing {
        let fault = Diagnostic::fault(
            "hole-without-argument",
            &at,
            format!("`{{{hole}}}` stands outside a template, so nothing fills it"),
        );
        notes.push(fault.help("holes belong into entries of `templates:`"));
    }
}

/// Fills the template once to see which holes it has.
fn check_template(name: &Name, template: &Template, notes: &mut Vec<Diagnostic>) {
    let known: Arguments = template
        .with
        .iter()
        .map(|argument| (argument.text.clone(), leaf("x", &argument.at, Form::Text)))
        .collect();
    let mut filler = Filler::new(&known, None);
    let _ = template.body.fill(&mut filler);
    for (hole, at) in &filler.missing {
        let message = format!(
            "`{{{hole}}}` is no argument of the template `{}`",
            name.text
        );
        let message = with_suggestion(message, hole, known.keys().map(String::as_str));
        notes.push(
            Diagnostic::fault("hole-without-argument", at, message)
                .help(format!("its arguments are: {}", list(template))),
        );
    }
    for argument in template
        .with
        .iter()
        .filter(|argument| !filler.used.contains(&argument.text))
    {
        let message = format!(
            "the template `{}` never uses its argument `{}`",
            name.text, argument.text
        );
        notes.push(Diagnostic::warning(
            "unused-argument",
            &argument.at,
            message,
        ));
    }
}

fn list(template: &Template) -> String {
    let names: Vec<&str> = template
        .with
        .iter()
        .map(|argument| argument.text.as_str())
        .collect();
    if names.is_empty() {
        "none".to_owned()
    } else {
        names.join(", ")
    }
}

fn leaf(text: &str, at: &Place, form: Form) -> Leaf {
    Leaf {
        text: text.to_owned(),
        at: at.clone(),
        form,
    }
}

/// The template that an entry of `use:` names.
fn template_of<'s>(
    made: &Use,
    scenario: &'s Scenario,
    notes: &mut Vec<Diagnostic>,
) -> Option<&'s Template> {
    let wanted = &made.template.text;
    let known: Vec<&str> = scenario
        .templates
        .names()
        .map(|name| name.text.as_str())
        .collect();
    if !known.contains(&wanted.as_str()) {
        let message = with_suggestion(format!("unknown template `{wanted}`"), wanted, known);
        notes.push(Diagnostic::fault(
            "unknown-template",
            &made.template.at,
            message,
        ));
    }
    scenario.templates.get(wanted)
}

/// The instances that an entry of `use:` makes.
fn instances(
    made: &Use,
    template: &Template,
    at: &Place,
    scenario: &Scenario,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Instance> {
    let Some(written) = written_instances(made, at, notes) else {
        return Vec::new();
    };
    let mut columns: Vec<(&Name, Vec<String>)> = Vec::new();
    for (name, split) in made.split.entries() {
        let mut splitter = Splitter {
            parameters: &scenario.parameters,
            notes: &mut *notes,
        };
        // A split that cannot be computed still counts as given, or its argument would be reported as missing too.
        let amounts = splitter
            .amounts(split, written.len())
            .unwrap_or_else(|| vec!["1".to_owned(); written.len()]);
        columns.push((name, amounts));
    }
    let mut complete = Vec::with_capacity(written.len());
    for (number, (given, at)) in written.into_iter().enumerate() {
        let amounts = columns.iter().map(|(name, amounts)| {
            (
                (*name).clone(),
                leaf(&amounts[number], &name.at, Form::Number),
            )
        });
        let given = given
            .into_iter()
            .chain(entries_of(&made.all))
            .chain(amounts)
            .collect();
        if let Some(arguments) = arguments(given, template, made, &at, notes) {
            complete.push(Instance { arguments, at });
        }
    }
    complete
}

/// What one instance was given, and where.
type Given = (Vec<(Name, Leaf)>, Place);

fn entries_of(table: &Table<Leaf>) -> impl Iterator<Item = (Name, Leaf)> {
    table
        .entries()
        .map(|(name, value)| (name.clone(), value.clone()))
}

/// What stands under `for_each` or `named`.
fn written_instances(made: &Use, at: &Place, notes: &mut Vec<Diagnostic>) -> Option<Vec<Given>> {
    match (&made.named, made.for_each.is_empty()) {
        (Some(pattern), true) => named_instances(pattern, notes),
        (None, false) => Some(made.for_each.iter().filter_map(listed_instance).collect()),
        (Some(pattern), false) => {
            let fault = Diagnostic::fault(
                "what-to-repeat",
                &pattern.at,
                "`named` and `for_each` cannot stand together",
            );
            notes.push(fault.help("use one of them"));
            None
        }
        (None, true) => {
            let opening = Place {
                at: at.at.start..at.at.start + 1,
                instance: None,
            };
            let fault = Diagnostic::fault(
                "what-to-repeat",
                &opening,
                "this use of a template makes no instance",
            );
            notes.push(fault.help("write `for_each: [{\"argument\": \"value\"}, …]` (once without arguments: `[{}]`) or `named: \"partner {01..28}\"`"));
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
fn named_instances(pattern: &Leaf, notes: &mut Vec<Diagnostic>) -> Option<Vec<Given>> {
    let names = match names_of(&pattern.text) {
        Ok(names) => names,
        Err(why) => {
            let fault = Diagnostic::fault(
                "bad-pattern",
                &pattern.at,
                format!("`{}` names no instances: {why}", pattern.text),
            );
            notes.push(fault.help("write for example \"partner {01..28}\""));
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
            .map(|name| (given(name), pattern.at.clone()))
            .collect(),
    )
}

/// The names of a pattern with one range; a leading zero sets the width.
fn names_of(pattern: &str) -> Result<Vec<String>, String> {
    let (before, rest) = pattern.split_once('{').ok_or("it holds no range")?;
    let (range, after) = rest.split_once('}').ok_or("its range is not closed")?;
    let (first, last) = range
        .split_once("..")
        .ok_or("a range is written {01..28}")?;
    let (first, last) = (first.trim(), last.trim());
    let number = |text: &str| {
        text.parse::<usize>()
            .map_err(|_| format!("`{text}` is no whole number"))
    };
    let (from, to) = (number(first)?, number(last)?);
    match to.checked_sub(from) {
        None => Err(format!("{last} comes before {first}")),
        Some(more) if more >= MAX_ENTRIES => Err("these are more than a million".to_owned()),
        Some(_) if after.contains('{') => Err("it holds more than one range".to_owned()),
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
                format!("the argument `{}` is given twice", name.text),
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
    let message = format!(
        "the argument `{}` of the template `{}` is missing",
        argument.text, made.template.text
    );
    Diagnostic::fault("missing-argument", at, message).note(argument.at.at.clone(), "declared here")
}

fn unknown_argument(name: &Name, template: &Template, made: &Use) -> Diagnostic {
    let message = format!(
        "the template `{}` has no argument `{}`",
        made.template.text, name.text
    );
    let message = with_suggestion(
        message,
        &name.text,
        template.with.iter().map(|argument| argument.text.as_str()),
    );
    Diagnostic::fault("unknown-argument", &name.at, message)
        .help(format!("its arguments are: {}", list(template)))
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
            ("partner", "no range"),
            ("partner {1..", "not closed"),
            ("partner {1-3}", "written {01..28}"),
            ("partner {3..1}", "before"),
            ("partner {a..c}", "no whole number"),
            ("partner {1..9999999}", "more than"),
            ("p {1..2} {1..2}", "more than one range"),
        ] {
            let fault = names_of(pattern).expect_err(pattern);
            assert!(fault.contains(why), "{pattern}: {fault}");
        }
    }
}
