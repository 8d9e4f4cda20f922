//! Numbers and their marks, settings, bounds, and names of chance.

use ausfall::text::{Catalogue, Language};

use super::*;

#[test]
fn numbers_without_a_source_are_listed_and_parameters_are_kept() {
    let blueprint = lowered(NETWORK);
    let about = &blueprint.about;
    assert_eq!(
        (
            about.parameters[0].name.as_str(),
            about.parameters[0].value.as_str()
        ),
        ("cuts", "2 / (1000 km y)")
    );
    let inline: Vec<_> = about
        .inline
        .iter()
        .map(|inline| format!("{} = {}", inline.place, inline.value))
        .collect();
    assert!(
        inline.contains(&"duct trench, km = 50".to_owned()),
        "{inline:?}"
    );
    assert!(
        inline.contains(&"component hall, repair = 4 h".to_owned()),
        "{inline:?}"
    );
    assert!(
        !inline.iter().any(|line| line.contains("cuts")),
        "{inline:?}"
    );
}

#[test]
fn the_command_line_changes_the_horizon_and_parameters() {
    let set = vec![("cuts".to_owned(), "4 / (1000 km y)".to_owned())];
    let blueprint = lowered_with(
        NETWORK,
        &Overrides {
            horizon: Some("3 y".to_owned()),
            set,
            ..Overrides::default()
        },
    );
    assert_eq!(blueprint.horizon.years(), 3.0);
    assert!(near(
        fails(&blueprint, "trench").mean(),
        YEAR / (50.0 * 4.0 / 1000.0)
    ));
    assert_eq!(blueprint.about.parameters[0].value, "4 / (1000 km y)");
}

#[test]
fn a_setting_of_an_unknown_parameter_is_refused() {
    let overrides = Overrides {
        set: vec![("cutz".to_owned(), "1 h".to_owned())],
        ..Overrides::default()
    };
    let source = format!("(title: \"t\", horizon: \"1 y\", {NETWORK})");
    let notes = load(&source, &overrides).expect_err("an unknown parameter");
    let english = Catalogue::new(Language::English);
    assert_eq!(
        notes[0].sentence(&english),
        "--set names `cutz`, which is no parameter of this scenario; did you mean `cuts`?"
    );
}

#[test]
fn calendars_bound_the_horizon() {
    let crew = r#"(title: "t", horizon: "300 y", initially: New, components: { "a": (fails: Exponential(mean: "1 y"), repair: "4 h", crew: "day") },
      crews: { "day": (people: 1, hours: "HOURS") }, asks: [Count("a")])"#;
    let fault = load(
        &crew.replace("HOURS", "Mon-Fri 07:00-18:00"),
        &Overrides::default(),
    )
    .expect_err("too long");
    assert_eq!(
        fault.iter().map(|note| note.code).collect::<Vec<_>>(),
        ["horizon-too-long"]
    );
    assert!(load(&crew.replace("HOURS", "always"), &Overrides::default()).is_ok());
}
