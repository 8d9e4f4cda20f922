//! From the text of a file to one scenario without templates, with a variant laid over it: what `lower` takes.

use std::collections::BTreeSet;

use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::read::{Read, Reader};
use crate::scenario::schema::Scenario;
use crate::scenario::variant::{self, Overlay};
use crate::scenario::{Overrides, parse, settings, template};

/// A scenario after its templates were expanded.
#[derive(Clone, Debug)]
pub struct Expanded {
    /// What it says; parts with faults have `got: None`.
    pub scenario: Scenario,
    /// BLAKE3 of the source's bytes, in hexadecimal.
    pub digest: String,
    /// Whether every instance of every template is there; else names may be missing only because of faults noted already.
    pub complete: bool,
    /// Parameters that the expansion used up: nothing further on may refer to them.
    pub used: BTreeSet<String>,
    /// The variant that was laid over it; `None`: it is the base.
    pub overlay: Option<Overlay>,
}

/// Reads and expands the text of a scenario file, as the base or as one of its variants. What faults allow to be read is there, so
/// that later checks report theirs in the same go; `None` where nothing is.
pub fn read(source: &str, overrides: &Overrides, notes: &mut Vec<Diagnostic>) -> Option<Expanded> {
    let parsed = parse::parse(source, notes)?;
    let mut reader = Reader::new(source, &parsed.tokens);
    let read = Scenario::read(parsed.whole, &mut reader);
    notes.append(&mut reader.diagnostics);
    if notes.is_empty()
        && let Some(fault) = parse::objection(source, &parsed.tokens)
    {
        notes.push(fault);
        return None;
    }
    let mut scenario = read?;
    variant::check_all(&scenario.variants, notes);
    let mut overlay = None;
    if let Some(name) = &overrides.variant {
        let mut found = Overlay::find(&scenario, name, notes)?;
        let laid = found.lay_frame(scenario, &mut reader);
        notes.append(&mut reader.diagnostics);
        scenario = laid?;
        overlay = Some(found);
    }
    settings::apply(&overrides.set, &mut scenario, notes);
    let mut used = BTreeSet::new();
    let complete = template::expand(&mut scenario, &mut used, notes);
    if let Some(overlay) = &mut overlay {
        let laid = overlay.lay_body(scenario.body, &mut reader);
        notes.append(&mut reader.diagnostics);
        scenario.body = laid?;
        template::refuse_holes_outside(&scenario.body, notes);
    }
    Some(Expanded {
        scenario,
        digest: blake3::hash(source.as_bytes()).to_hex().to_string(),
        complete,
        used,
        overlay,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::schema::{Gate, LawKind, Need};
    use crate::scenario::spans::Form;

    fn broad() -> (&'static str, Scenario) {
        let source = include_str!("../../tests/fixtures/broad.ron");
        let mut notes = Vec::new();
        let expanded = read(source, &Overrides::default(), &mut notes).expect("readable");
        assert_eq!(notes, []);
        (source, expanded.scenario)
    }

    #[test]
    fn instances_stand_beside_what_the_scenario_says_itself() {
        let (_, scenario) = broad();
        let names: Vec<&str> = scenario
            .body
            .components
            .names()
            .map(|name| name.text.as_str())
            .collect();
        assert_eq!(names.len(), 13);
        assert_eq!(names[..3], ["server", "grid a", "genset a"]);
        assert!(
            scenario
                .body
                .links
                .get("line partner 04")
                .is_some_and(|link| link.between.0.text == "partner 04")
        );
    }

    #[test]
    fn holes_are_filled_inside_expressions_and_keep_both_places() {
        let (source, scenario) = broad();
        let hall = scenario.body.components.get("hall b").expect("an instance");
        let Some(Need::Hard(on)) = &hall.needs[0].got else {
            panic!("{:?}", hall.needs)
        };
        let Gate::Ref(name) = &on.what else {
            panic!("{on:?}")
        };
        assert_eq!(
            (name.text.as_str(), &source[name.at.at.clone()]),
            ("power b", "\"power {dc}\"")
        );
        let instance = name.at.instance.clone().expect("made by a template");
        assert!(source[instance].contains("\"dc\": \"b\""));
    }

    #[test]
    fn amounts_are_split_over_the_instances() {
        let (_, scenario) = broad();
        let users: Vec<u32> = scenario
            .body
            .organisations
            .entries()
            .map(|(_, partner)| partner.users.text.parse().expect("whole"))
            .collect();
        assert_eq!(users, [480, 240, 160, 120]);
        let km: Vec<&str> = (1..=4).map(|at| km(&scenario, at)).collect();
        assert_eq!(km, ["11.875", "25.625", "39.375", "53.125"]);
    }

    fn km(scenario: &Scenario, partner: usize) -> &str {
        let link = scenario
            .body
            .links
            .get(&format!("line partner {partner:02}"))
            .expect("an instance");
        let km = link.km.as_ref().expect("given");
        assert_eq!(km.form, Form::Number);
        &km.text
    }

    #[test]
    fn a_law_may_be_a_value_alone() {
        let (_, scenario) = broad();
        let hall = scenario.body.components.get("hall a").expect("an instance");
        let law = hall.restart.as_ref().expect("given");
        assert!(matches!(&*law.what, LawKind::Constant(leaf) if leaf.text == "2 h"));
    }

    #[test]
    fn the_digest_is_that_of_the_bytes() {
        let mut notes = Vec::new();
        let digest = |source: &str, notes: &mut Vec<Diagnostic>| {
            read(source, &Overrides::default(), notes).map(|expanded| expanded.digest)
        };
        assert_ne!(
            digest("(title: \"a\")", &mut notes),
            digest("(title: \"a\") ", &mut notes)
        );
    }
}
