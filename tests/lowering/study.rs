//! Numbers and their marks, settings, bounds, and names of chance.

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
        horizon: None,
        set: vec![("cutz".to_owned(), "1 h".to_owned())],
    };
    let source = format!("(title: \"t\", horizon: \"1 y\", {NETWORK})");
    let notes = load(&source, &overrides).expect_err("an unknown parameter");
    assert_eq!(
        notes[0].message,
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

#[test]
fn adding_a_part_leaves_every_other_stream_as_it_was() {
    let before = lowered(PUMPS);
    let after = lowered(&PUMPS.replace(
        "components: {",
        "components: { \"new\": (fails: Exponential(mean: \"1 y\"), repair: \"1 h\"),",
    ));
    for mode in &before.modes {
        assert!(after.modes.iter().any(|other| other.stream == mode.stream));
    }
}

#[test]
fn a_further_need_or_service_leaves_every_source_of_chance_as_it_was() {
    let sources = |need: &str, service: &str| {
        let tables = format!(
            r#"components: {{
              "grid": (fails: Exponential(mean: "1 y"), repair: "4 h"), "genset": (fails: Exponential(mean: "1 y"), repair: "4 h"),
              "hall": (needs: [{need} Hard(First(of: ["grid", "genset"])), Delayed(on: "grid", autonomy: "1 h"), Delayed(on: "grid", autonomy: "2 h")]),
            }},
            services: {{ {service} "mail": (levels: [(name: "normal", when: "hall")]) }},
            organisations: {{ "town": (users: 10, uses: [(service: "mail", stops: "3 %")]) }},
            hotlines: {{ "help": (serves: {{"town": "desk"}}, agents: {{"desk": [("Mon-Fri 08:00-16:00", 1)]}},
              calls: "1 / (user y)", handling: "5 min", open: "Mon-Fri 08:00-16:00", surge: (share: "5 %", within: "1 h"), every: 1) }},"#
        );
        let blueprint = lowered(&tables);
        let surge = *blueprint.hotlines[0].classes[0].surge.last().expect("one");
        let hall = id(&blueprint, "hall");
        let of_hall = blueprint.needs.iter().filter(|need| need.component == hall);
        let delayed: Vec<_> = of_hall
            .filter_map(|need| match &need.kind {
                NeedKind::Delayed(autonomy) => Some(autonomy.stream),
                _ => None,
            })
            .collect();
        (surge, delayed, blueprint.structure.firsts[0].stream)
    };
    let before = sources("", "");
    assert_ne!(before.1[0], before.1[1], "the same need twice has two");
    let web = r#""web": (levels: [(name: "normal", when: "grid")]),"#;
    assert_eq!(sources(r#"Hard("genset"),"#, web), before);
}
