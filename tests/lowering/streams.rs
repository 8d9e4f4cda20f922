//! Sources of chance: what is added to a scenario leaves those of everything else as they were (`docs/semantics.md` 21).

use crate::{PUMPS, id, lowered};
use ausfall::model::component::NeedKind;

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
