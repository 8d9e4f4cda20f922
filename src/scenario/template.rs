//! Expansion: every entry of `use:` puts instances of a template, with its holes filled, beside what the scenario says itself.
//!
//! Afterwards there is one body, and nobody further on needs to know that there were templates. Knows nothing of what the parts
//! mean; of names it knows that those of one table must differ.

use std::collections::BTreeSet;

use crate::say;
use crate::scenario::diagnostic::{Diagnostic, did_you_mean};
use crate::scenario::fill::{Fill, Filler};
use crate::scenario::instances::{Arguments, arguments_of, instances, leaf};
use crate::scenario::schema::{Body, Scenario, Template, Use};
use crate::scenario::spans::{Form, Name, Part, Place};

/// The largest number of entries that a scenario may have after expansion.
pub const MAX_ENTRIES: usize = 1_000_000;

/// Puts all instances into the scenario's body, noting in `used` the parameters that only splits name. Faults are noted; instances
/// with faults are left out, and then it is `false`.
pub fn expand(
    scenario: &mut Scenario,
    used: &mut BTreeSet<String>,
    notes: &mut Vec<Diagnostic>,
) -> bool {
    refuse_holes_outside(&scenario.body, notes);
    let sound = sound_templates(scenario, notes);
    let mut complete = sound.len() == scenario.templates.0.len();
    let mut body = scenario.body.take();
    let mut entries = body.entries();
    for part in &scenario.uses.0 {
        let template = part
            .got
            .as_ref()
            .and_then(|made| template_of(made, scenario, notes));
        let (Some(made), Some(template)) = (&part.got, template.filter(|_| is_sound(part, &sound)))
        else {
            complete = false;
            continue;
        };
        let Some(instances) = instances(made, template, &part.at, scenario, used, notes) else {
            complete = false;
            continue;
        };
        entries = entries.saturating_add(instances.len().saturating_mul(template.body.entries()));
        if entries > MAX_ENTRIES {
            notes.push(too_many(&part.at));
            complete = false;
            break;
        }
        body.reserve(&template.body, instances.len());
        for instance in &instances {
            let mut filler = Filler::new(&instance.arguments, Some(instance.at.at.clone()));
            body.append(template.body.fill(&mut filler));
        }
    }
    scenario.body = body.without_duplicates(notes);
    complete
}

fn is_sound(part: &Part<Use>, sound: &BTreeSet<String>) -> bool {
    part.got
        .as_ref()
        .is_some_and(|made| sound.contains(&made.template.text))
}

/// The same for each table of a body.
macro_rules! each_table {
    ($($table:ident),*) => {
        impl Body {
            /// How many entries it has in all tables.
            fn entries(&self) -> usize {
                0 $( + self.$table.0.len() )*
            }

            /// Takes everything out.
            fn take(&mut self) -> Self {
                Self { $( $table: std::mem::take(&mut self.$table), )* }
            }

            /// Fills the holes of one entry after the other, only to see which there are.
            fn look_for_holes(&self, filler: &mut Filler<'_>) {
                $( for (name, part) in &self.$table.0 {
                    let _ = (name.fill(filler), part.fill(filler));
                } )*
            }

            /// Makes room for `times` copies of `other`; the entries are large.
            fn reserve(&mut self, other: &Self, times: usize) {
                $( self.$table.0.reserve_exact(other.$table.0.len() * times); )*
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
    Diagnostic::fault("too-many", at, say!("too-many-entries", most = MAX_ENTRIES))
        .help(say!("too-many-entries-help"))
}

/// Outside a template there is nothing that could fill a hole.
pub fn refuse_holes_outside(body: &Body, notes: &mut Vec<Diagnostic>) {
    let nothing = Arguments::new();
    let mut filler = Filler::new(&nothing, None);
    body.look_for_holes(&mut filler);
    for (hole, at) in filler.missing {
        let message = say!("hole-outside", hole = format!("{{{hole}}}"));
        notes.push(
            Diagnostic::fault("hole-without-argument", &at, message)
                .help(say!("hole-outside-help")),
        );
    }
}

/// The names of the templates in which every hole is an argument; notes the faults of the others.
fn sound_templates(scenario: &Scenario, notes: &mut Vec<Diagnostic>) -> BTreeSet<String> {
    let templates = scenario.templates.entries();
    templates
        .filter(|(name, template)| check_template(name, template, notes))
        .map(|(name, _)| name.text.clone())
        .collect()
}

/// Fills the template once to see which holes it has; each that is no argument is noted where it stands first.
fn check_template(name: &Name, template: &Template, notes: &mut Vec<Diagnostic>) -> bool {
    let known: Arguments = template
        .with
        .iter()
        .map(|argument| (argument.text.clone(), leaf("x", &argument.at, Form::Text)))
        .collect();
    let mut filler = Filler::new(&known, None);
    template.body.look_for_holes(&mut filler);
    let mut noted = BTreeSet::new();
    for (hole, at) in filler.missing.iter().filter(|(hole, _)| noted.insert(hole)) {
        let message = say!(
            "hole-without-argument",
            hole = format!("{{{hole}}}"),
            template = &name.text
        );
        notes.push(
            Diagnostic::fault("hole-without-argument", at, message)
                .meant(did_you_mean(hole, known.keys().map(String::as_str)))
                .help(arguments_of(template)),
        );
    }
    if noted.is_empty() {
        warn_of_unused(name, template, &filler.used, notes);
    }
    noted.is_empty()
}

fn warn_of_unused(
    name: &Name,
    template: &Template,
    used: &BTreeSet<String>,
    notes: &mut Vec<Diagnostic>,
) {
    for argument in template
        .with
        .iter()
        .filter(|argument| !used.contains(&argument.text))
    {
        let message = say!(
            "unused-argument",
            template = &name.text,
            argument = &argument.text
        );
        notes.push(
            Diagnostic::warning("unused-argument", &argument.at, message)
                .help(say!("unused-argument-help", argument = &argument.text)),
        );
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
        let message = say!("unknown-template", template = wanted);
        let help = if known.is_empty() {
            say!("no-templates")
        } else {
            say!("templates-are", names = known.join(", "))
        };
        notes.push(
            Diagnostic::fault("unknown-template", &made.template.at, message)
                .meant(did_you_mean(wanted, known))
                .help(help),
        );
    }
    scenario.templates.get(wanted)
}
