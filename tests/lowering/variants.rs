//! What a variant makes of its base. What cannot be stands in `tests/faulty/variant*.ron`.

use ausfall::scenario::Diagnostic;
use ausfall::text::{Catalogue, Language};

use super::*;

const BASE: &str = r#"
  parameters: { "life": (is: "2 y", range: ("1 y", "4 y"), from: Assumption("a guess")) },
  templates: { "hall": (with: ["of", "site"], components: {
    "grid {of}": (fails: Exponential(mean: "life"), repair: "4 h", priority: 2),
    "hall {of}": (needs: ["grid {of}"], at: "{site}"),
  }) },
  sites: { "north": (), "south": () },
  use: [(template: "hall", for_each: [{"of": "a", "site": "north"}, {"of": "b", "site": "north"}])],
  components: { "pump": (modes: {
    "wear": (fails: Weibull(shape: 3, mean: "6 y"), repair: "2 h"), "fault": (fails: Exponential(mean: "30 y"), repair: "4 h"),
  }) },
  services: { "mail": (levels: [(name: "normal", when: Any(["hall a", "hall b", "pump"]))]) },
  asks: [TimeBelow(service: "mail")],"#;

fn with_variant(variant: &str) -> String {
    format!("{BASE} variants: {{ \"v\": (label: \"a variant\", {variant}) }}")
}

fn variant(variant: &str) -> Blueprint {
    lowered_with(&with_variant(variant), &Overrides::of_variant("v"))
}

fn faults(variant: &str) -> (String, Vec<Diagnostic>) {
    let source = format!(
        "(title: \"t\", horizon: \"1 y\", {})",
        with_variant(variant)
    );
    let faults = load(&source, &Overrides::of_variant("v")).expect_err("it is at fault");
    (source, faults)
}

fn mean_life(blueprint: &Blueprint, name: &str) -> f64 {
    fails(blueprint, name).mean() / YEAR
}

#[test]
fn the_base_knows_its_variants_without_being_changed_by_them() {
    let blueprint = lowered(&with_variant(r#"components: {"grid a": Remove}"#));
    assert_eq!(
        blueprint.about.variants,
        [("v".to_owned(), "a variant".into())]
    );
    assert_eq!(blueprint.about.variant, "");
    assert!(near(mean_life(&blueprint, "grid a"), 2.0));
}

#[test]
fn a_parameter_keeps_its_source_and_reaches_every_instance() {
    let blueprint = variant(r#"parameters: {"life": (is: "3 y")}"#);
    for name in ["grid a", "grid b"] {
        assert!(near(mean_life(&blueprint, name), 3.0), "{name}");
    }
    let life = &blueprint.about.parameters[0];
    assert_eq!(
        (life.value.as_str(), &life.range),
        ("3 y", &Some(("1 y".to_owned(), "4 y".to_owned())))
    );
    assert_eq!(blueprint.about.variant, "v");
}

#[test]
fn a_component_changes_one_instance_and_in_it_only_what_is_given() {
    let blueprint = variant(r#"components: {"grid b": (fails: Exponential(mean: "5 y"))}"#);
    assert!(near(mean_life(&blueprint, "grid a"), 2.0));
    assert!(near(mean_life(&blueprint, "grid b"), 5.0));
    let mode = |name| {
        let component = component(&blueprint, name);
        &blueprint.modes[component.mode_ids().next().expect("a mode").index()]
    };
    let (a, b) = (mode("grid a"), mode("grid b"));
    assert_eq!((&a.repair, a.priority), (&b.repair, b.priority));
}

#[test]
fn a_template_that_is_changed_changes_all_its_instances() {
    let blueprint = variant(r#"templates: {"hall": (components: {"grid {of}": (priority: 7)})}"#);
    let sevens = blueprint.modes.iter().filter(|mode| mode.priority == 7);
    assert_eq!(sevens.count(), 2);
}

#[test]
fn inner_tables_are_changed_in_turn() {
    let blueprint =
        variant(r#"components: {"pump": (modes: {"wear": (repair: "9 h"), "fault": Remove})}"#);
    let pump = component(&blueprint, "pump");
    let modes: Vec<_> = pump
        .mode_ids()
        .map(|id| &blueprint.modes[id.index()])
        .collect();
    assert_eq!(modes.len(), 1);
    assert_eq!(modes[0].repair, Some(Law::Deterministic(9.0 * HOUR)));
    assert!(matches!(modes[0].fails, Some(Law::Weibull { .. })));
}

#[test]
fn what_is_taken_out_is_gone_and_an_optional_field_can_be() {
    let blueprint = variant(
        r#"components: {"hall b": Remove, "grid b": Remove, "grid a": (fails: None, repair: None, priority: None)},
           services: {"mail": (levels: [(name: "normal", when: Any(["hall a", "pump"]))])}"#,
    );
    assert!(
        blueprint
            .components
            .iter()
            .all(|it| !it.name.ends_with(" b"))
    );
    assert!(component(&blueprint, "grid a").mode_ids().next().is_none());
}

#[test]
fn entries_of_use_replace_those_of_their_template_alone() {
    let both = BASE.replace(
        "templates: {",
        "templates: { \"fan\": (with: [], components: {\"fan\": (fails: Exponential(mean: \"1 y\"), repair: \"1 h\")}),",
    );
    let both = both.replace("use: [", "use: [(template: \"fan\", for_each: [{}]), ");
    let uses = r#"use: [(template: "hall", for_each: [{"of": "a", "site": "north"}, {"of": "b", "site": "south"}])]"#;
    let tables = format!("{both} variants: {{ \"v\": (label: \"moved\", {uses}) }}");
    let blueprint = lowered_with(&tables, &Overrides::of_variant("v"));
    let at = |name| component(&blueprint, name).at;
    assert_eq!(at("hall a"), Some(id(&blueprint, "north")));
    assert_eq!(at("hall b"), Some(id(&blueprint, "south")));
    assert_eq!(component(&blueprint, "fan").name, "fan");
}

#[test]
fn a_setting_goes_on_top_of_the_variant_and_reaches_what_templates_split() {
    let tables = format!(
        r#"{BASE} variants: {{ "v": (label: "a variant", parameters: {{"life": (is: "3 y"),
             "users": (is: 100, from: Assumption("none"))}},
             templates: {{"town": (with: ["name", "users"], organisations: {{"{{name}}": (users: "{{users}}")}})}},
             use: [(template: "town", named: "town {{1..2}}", split: {{"users": Equal(total: "users")}})]) }}"#
    );
    let set = [("life", "9 y"), ("users", "30")];
    let overrides = Overrides {
        set: set
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec(),
        ..Overrides::of_variant("v")
    };
    let blueprint = lowered_with(&tables, &overrides);
    assert!(near(mean_life(&blueprint, "grid a"), 9.0));
    let users: Vec<u64> = blueprint.organisations.iter().map(|it| it.users).collect();
    assert_eq!(users, [15, 15]);
}

#[test]
fn settings_are_keyed_in_one_order_and_apart_from_the_horizon() {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let overrides = Overrides {
        horizon: Some("2 y".to_owned()),
        set: vec![pair("life", "1 y"), pair("horizon", "3 y")],
        ..Overrides::default()
    };
    assert_eq!(
        overrides.settings(),
        [
            pair("--horizon", "2 y"),
            pair("horizon", "3 y"),
            pair("life", "1 y")
        ]
    );
}

/// What the notes of the only fault say, in English, with the text that they point at.
fn pointed(variant: &str) -> Vec<(String, String)> {
    let (source, faults) = faults(variant);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    let english = Catalogue::new(Language::English);
    let notes = faults[0].notes.iter();
    notes
        .map(|(at, said)| {
            (
                english.tell(said),
                source[at.start..].chars().take(8).collect(),
            )
        })
        .collect()
}

fn said(text: &str, at: &str) -> (String, String) {
    (text.to_owned(), at.to_owned())
}

#[test]
fn a_fault_in_a_variant_points_at_the_entry_that_it_changes() {
    assert_eq!(
        pointed(r#"components: {"pump": (restart: "4 km")}"#),
        [said("the variant `v` changes this", "\"pump\": ")]
    );
}

#[test]
fn a_fault_in_the_base_points_at_the_variant_that_causes_it() {
    assert_eq!(
        pointed(r#"components: {"pump": Remove}"#),
        [said("taken out here by the variant `v`", "\"pump\": ")]
    );
    let changed = pointed(r#"components: {"grid a": (repair: None, priority: None)}"#);
    assert_eq!(
        changed.last(),
        Some(&said("changed here by the variant `v`", "\"grid a\""))
    );
}

#[test]
fn a_fault_of_the_base_is_told_of_a_variant_as_of_the_base() {
    let source = format!(
        "(title: \"t\", horizon: \"1 y\", {})",
        with_variant("").replace("repair: \"2 h\"", "repair: \"2 km\"")
    );
    let of_base = load(&source, &Overrides::default()).expect_err("a wrong unit");
    let of_variant = load(&source, &Overrides::of_variant("v")).expect_err("a wrong unit");
    assert_eq!(of_base, of_variant);
}
