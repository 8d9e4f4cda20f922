//! Components, shared causes, links, places and needs, lowered.

use super::*;

#[test]
fn parts_become_components_with_their_own_luck_and_a_gate_of_the_name() {
    let blueprint = lowered(PUMPS);
    let names: Vec<_> = blueprint
        .components
        .iter()
        .map(|component| component.name.as_str())
        .collect();
    assert_eq!(names, ["pump #1", "pump #2", "pump #3", "plant"]);
    let gate = &blueprint.structure.gates[0];
    assert_eq!((gate.name.as_str(), gate.op), ("pump", Op::AtLeast(2)));
    assert_eq!(gate.inputs, [0, 1, 2].map(Signal::new));
    let need = component(&blueprint, "plant")
        .need_ids()
        .next()
        .expect("a need");
    assert_eq!(blueprint.needs[need.index()].on, Signal::new(4));
    assert_eq!(
        blueprint.modes[1].stream,
        StreamName::of("component/pump #2/mode/")
    );
}

#[test]
fn a_beta_group_stretches_its_members_and_shocks_at_beta_over_the_mean() {
    let blueprint = lowered(&format!(
        r#"{PUMPS}, shared_causes: {{ "together": (members: "pump #*", beta: "20 %", repaired: Each) }}"#
    ));
    let shock = &blueprint.shocks[0];
    assert!(near(shock.interval.mean(), 2.0 * YEAR / 0.2) && shock.interval.is_memoryless());
    assert_eq!(
        shock.members,
        [0, 1, 2].map(|at| (ComponentId::new(at), 1.0))
    );
    assert!(matches!(shock.repaired, SharedRepair::Each));
    for part in ["pump #1", "pump #2", "pump #3"] {
        assert!(near(fails(&blueprint, part).mean(), 2.0 * YEAR / 0.8));
    }
    // The total rate of a member stays what it was.
    assert!(near(
        0.8 / (2.0 * YEAR) + 1.0 / shock.interval.mean(),
        1.0 / (2.0 * YEAR)
    ));
}

#[test]
fn a_shock_strikes_what_its_selectors_select_with_their_chances() {
    let blueprint = lowered(&format!(
        r#"{PUMPS}, shared_causes: {{ "flood": (rate: "0.5 / y", strikes: {{"pump #1": "25 %", "pump #*3": "100 %"}},
          repaired: Once(repair: "2 d", detection: "1 h", priority: -1)) }}"#
    ));
    let shock = &blueprint.shocks[0];
    assert!(near(shock.interval.mean(), 2.0 * YEAR));
    assert_eq!(
        shock.members,
        [(ComponentId::new(0), 0.25), (ComponentId::new(2), 1.0)]
    );
    let SharedRepair::Once {
        repair,
        detection,
        priority,
        ..
    } = &shock.repaired
    else {
        panic!("once")
    };
    assert_eq!((repair.mean(), *priority), (48.0 * HOUR, -1));
    assert_eq!(detection.as_ref().map(Law::mean), Some(HOUR));
}

#[test]
fn cuts_come_by_length_and_other_faults_besides() {
    let blueprint = lowered(NETWORK);
    assert!(near(
        fails(&blueprint, "trench").mean(),
        YEAR / (50.0 * 2.0 / 1000.0)
    ));
    let modes: Vec<_> = component(&blueprint, "ab 2")
        .mode_ids()
        .map(|id| &blueprint.modes[id.index()])
        .collect();
    let means = modes.iter().map(|mode| {
        (
            mode.name.as_str(),
            mode.fails.as_ref().map(|law| law.mean() / YEAR),
        )
    });
    assert_eq!(
        means.collect::<Vec<_>>(),
        [("cut", Some(50.0)), ("", Some(5.0))]
    );
    assert_eq!(component(&blueprint, "ab").modes.len(), 0);
}

#[test]
fn links_need_their_ducts_and_nodes_what_they_say() {
    let blueprint = lowered(NETWORK);
    let needs = |name: &str| -> Vec<Signal> {
        component(&blueprint, name)
            .need_ids()
            .map(|id| blueprint.needs[id.index()].on)
            .collect()
    };
    assert_eq!(needs("ab"), [signal(&blueprint, "trench")]);
    assert_eq!(needs("ab 2"), [signal(&blueprint, "hall")]);
    assert_eq!(needs("a"), [signal(&blueprint, "hall")]);
    let kinds: Vec<_> = blueprint
        .components
        .iter()
        .map(|component| component.kind)
        .collect();
    let mut sorted = kinds.clone();
    sorted.sort_by_key(|kind| *kind as usize);
    assert_eq!(
        kinds, sorted,
        "components, links, ducts, nodes, rooms, sites, levels"
    );
    assert_eq!(
        blueprint.network.nodes.len(),
        4,
        "the organisation stands for a node of its own"
    );
}

#[test]
fn the_same_pair_of_nodes_has_one_reach_that_rests_on_what_may_lie_between() {
    let uses = r#"uses: [(service: "s", at: "a", stops: "50 %")]"#;
    let network = NETWORK.replace("uses: []", uses);
    let blueprint = lowered(&format!(
        r#"{network}, services: {{ "s": (levels: [(name: "all", when: All([Reach("c", "a"), Reach("a", "c")])),
            (name: "some", when: Reach("a", "b"))]) }}"#
    ));
    assert_eq!(blueprint.network.reaches.len(), 3);
    let inputs = |at: usize| -> Vec<&str> {
        let gate = &blueprint.structure.gates[blueprint.network.reaches[at].gate.index()];
        gate.inputs
            .iter()
            .map(|input| blueprint.components[input.index()].name.as_str())
            .collect()
    };
    assert_eq!(inputs(0), ["ab", "ab 2", "bc", "a", "b", "c"]);
    assert_eq!(inputs(1), ["ab", "ab 2", "a", "b"]);
    assert_eq!(
        inputs(2),
        ["ab", "ab 2", "bc", "town line", "a", "b", "c", "town"]
    );
    let reach = blueprint.organisations[0].uses[0]
        .reach
        .expect("over the network");
    assert_eq!(
        reach,
        blueprint
            .structure
            .of_gate(blueprint.network.reaches[2].gate)
    );
    assert_eq!(blueprint.organisations[0].uses[0].stops, [0, 0, 500_000]);
}

#[test]
fn a_component_needs_its_room_first_and_the_room_its_site() {
    let blueprint = lowered(
        r#"sites: { "house": (coordinates: (51.95, 7.63), rooms: ["cellar", "attic"], hazards: {
            "fire": (rate: "0.01 / y", strikes: Each("50 %"), lasts: "20 d", effect: Damages("30 %")),
            "evacuation": (rate: "0.1 / y", strikes: All, lasts: "6 h") }) },
          components: {
            "server": (at: "cellar", needs: ["disk"], fails: Exponential(mean: "1 y"), repair: "4 h"),
            "disk": (at: "house", fails: Exponential(mean: "1 y"), repair: "4 h"),
            "logic": (at: "attic", needs: ["server"]),
          }"#,
    );
    let server = component(&blueprint, "server");
    assert_eq!(server.at, Some(id(&blueprint, "cellar")));
    let on: Vec<_> = server
        .need_ids()
        .map(|need| blueprint.needs[need.index()].on)
        .collect();
    assert_eq!(
        on,
        [signal(&blueprint, "cellar"), signal(&blueprint, "disk")]
    );
    let cellar = component(&blueprint, "cellar");
    assert_eq!(cellar.at, Some(id(&blueprint, "house")));
    let [fire, evacuation] = blueprint.hazards.as_slice() else {
        panic!("two hazards")
    };
    assert_eq!(
        fire.strikes,
        [
            (id(&blueprint, "cellar"), 0.5),
            (id(&blueprint, "attic"), 0.5)
        ]
    );
    let Effect::Damages(chance, struck) = &fire.effect else {
        panic!("it damages")
    };
    // The disk stands in no room, and the logic cannot fail by itself.
    assert_eq!(
        (*chance, struck.as_slice()),
        (0.3, [id(&blueprint, "server")].as_slice())
    );
    assert_eq!(evacuation.strikes, [(id(&blueprint, "house"), 1.0)]);
}

#[test]
fn power_with_battery_and_generator_is_a_delayed_need_on_a_switchover() {
    let blueprint = lowered(
        r#"components: {
          "grid": (fails: Exponential(rate: "0.26 / y"), repair: "30 min"),
          "ups": (fails: Exponential(mean: "125000 h"), repair: "4 h"),
          "genset": (standby: Cold, fails: Exponential(mean: "1500 h"), repair: "4 h", stock: (autonomy: "48 h", delivery: "12 h")),
          "power": (needs: [Delayed(on: First(of: ["grid", "genset"], delay: "30 s", success: "99.5 %", fail_back: AtOnce),
            autonomy: "15 min", carried_by: "ups", recharge: Linear(over: "8 h"), recharged_by: "grid")], restart: "1 h", bypass_after: "2 h"),
        }"#,
    );
    let need = &blueprint.needs[0];
    let NeedKind::Delayed(autonomy) = &need.kind else {
        panic!("delayed")
    };
    assert_eq!(autonomy.lasts.mean(), HOUR / 4.0);
    assert_eq!(autonomy.carried_by, Some(signal(&blueprint, "ups")));
    assert_eq!(
        autonomy.stream,
        StreamName::of("component/power/need/First(grid, genset)")
    );
    let first = &blueprint.structure.firsts[0];
    assert_eq!(blueprint.structure.of_gate(first.gate), need.on);
    assert_eq!((first.success, first.fail_back), (0.995, FailBack::AtOnce));
    assert_eq!(
        first.stream,
        StreamName::of("first/component/power/First(grid, genset)")
    );
    let genset = component(&blueprint, "genset");
    assert_eq!(genset.standby, Standby::Cold);
    assert_eq!(
        genset.stock.as_ref().map(|stock| stock.autonomy),
        Some(Span::from_hours(48))
    );
    let power = component(&blueprint, "power");
    assert_eq!(
        (power.restart_stream, power.bypass_after),
        (
            StreamName::of("component/power/restart"),
            Some(Span::from_hours(2))
        )
    );
}
