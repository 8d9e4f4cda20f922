//! Settings from the command line: values of parameters, put in the place of those that the scenario gives.
//!
//! Knows nothing of what the parameters are for; a value that does not fit is found where it is used.

use crate::say;
use crate::scenario::diagnostic::{Diagnostic, did_you_mean};
use crate::scenario::schema::{Parameter, Scenario};
use crate::scenario::spans::{Form, Name, Part, Place, Table};

/// Puts the values of `set` into the parameters that it names; notes names that are unknown or set twice.
pub fn apply(set: &[(String, String)], scenario: &mut Scenario, notes: &mut Vec<Diagnostic>) {
    for (index, (name, value)) in set.iter().enumerate() {
        if set[..index].iter().any(|(other, _)| other == name) {
            let message = say!("set-twice", name = name);
            notes.push(Diagnostic::fault("set-twice", scenario.title.at(), message));
            continue;
        }
        match find(&mut scenario.parameters, name) {
            Some((_, part)) => {
                if let Some(parameter) = &mut part.got {
                    parameter.is.text.clone_from(value);
                    parameter.is.form = form(value);
                }
            }
            None => notes.push(unknown(name, scenario)),
        }
    }
}

fn find<'t>(
    parameters: &'t mut Table<Parameter>,
    name: &str,
) -> Option<&'t mut (Name, Part<Parameter>)> {
    parameters
        .0
        .iter_mut()
        .find(|(known, _)| known.text == name)
}

/// As it would have been written in the file.
fn form(value: &str) -> Form {
    if value.parse::<f64>().is_ok() {
        Form::Number
    } else {
        Form::Text
    }
}

fn unknown(name: &str, scenario: &Scenario) -> Diagnostic {
    let known = scenario.parameters.names().map(|name| name.text.as_str());
    let first = scenario.parameters.names().next();
    let at = first.map_or_else(|| scenario.title.at().clone(), |name| name.at.clone());
    let message = say!("set-unknown", name = name);
    Diagnostic::fault("set-unknown", &Place::new(at.at), message)
        .meant(did_you_mean(name, known))
        .help(say!("set-unknown-help"))
}
