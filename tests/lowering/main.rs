//! What a scenario means: the blueprint that comes out of small files. What is refused stands in `tests/faulty/lower-*.ron`.

<<<<<<< HEAD
mod people;
mod services;
mod study;
mod things;
=======
mod streams;
>>>>>>> world

use ausfall::dist::Law;
use ausfall::kernel::StreamName;
use ausfall::model::Blueprint;
use ausfall::model::blueprint::Initially;
use ausfall::model::calendar::Calendar;
use ausfall::model::component::{Component, Kind, NeedKind, Standby};
use ausfall::model::ids::{ComponentId, Signal};
use ausfall::model::service::Tolerance;
use ausfall::model::shared::{Effect, SharedRepair};
use ausfall::model::structure::{FailBack, Op};
use ausfall::model::watch::{Bound, Observed, Wanted};
use ausfall::scenario::{Overrides, load};
use ausfall::units::{Instant, MICROS_PER_HOUR, MICROS_PER_YEAR, Span};

const YEAR: f64 = MICROS_PER_YEAR as f64;
const HOUR: f64 = MICROS_PER_HOUR as f64;

/// The blueprint of a scenario with these tables.
fn lowered(tables: &str) -> Blueprint {
    lowered_with(tables, &Overrides::default())
}

fn lowered_with(tables: &str, overrides: &Overrides) -> Blueprint {
    let source = format!("(title: \"t\", horizon: \"1 y\", {tables})");
    match load(&source, overrides) {
        Ok(loaded) => loaded.blueprint,
        Err(notes) => panic!("{notes:#?}"),
    }
}

fn id(blueprint: &Blueprint, name: &str) -> ComponentId {
    let found = blueprint
        .components
        .iter()
        .position(|component| component.name == name);
    ComponentId::new(found.unwrap_or_else(|| panic!("no component {name}")))
}

fn component<'b>(blueprint: &'b Blueprint, name: &str) -> &'b Component {
    &blueprint.components[id(blueprint, name).index()]
}

fn signal(blueprint: &Blueprint, name: &str) -> Signal {
    Signal::new(id(blueprint, name).index())
}

/// The time to failure of a component's first mode.
fn fails(blueprint: &Blueprint, name: &str) -> Law {
    let mode = component(blueprint, name)
        .mode_ids()
        .next()
        .expect("a mode");
    blueprint.modes[mode.index()]
        .fails
        .clone()
        .expect("it fails")
}

fn near(a: f64, b: f64) -> bool {
    (a / b - 1.0).abs() < 1e-12
}

const PUMPS: &str = r#"components: {
    "pump": (parts: 3, enough: 2, fails: Weibull(shape: 2, mean: "2 y"), repair: "4 h"),
    "plant": (needs: ["pump"]),
  }"#;

<<<<<<< HEAD
=======
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

>>>>>>> world
const NETWORK: &str = r#"
  parameters: { "cuts": (is: "2 / (1000 km y)", range: ("1 / (1000 km y)", "3 / (1000 km y)"), from: Verified("a text")) },
  nodes: { "a": (needs: "hall"), "b": (), "c": () },
  components: { "hall": (fails: Exponential(mean: "1 y"), repair: "4 h") },
  ducts: { "trench": (km: 50, cuts: "cuts", repair: "8 h") },
  links: {
    "ab": (between: ["a", "b"], through: ["trench"]),
    "ab 2": (between: ["a", "b"], km: 10, cuts: "cuts", fails: Exponential(mean: "5 y"), repair: "8 h", needs: ["hall"]),
    "bc": (between: ["b", "c"]),
    "town line": (between: ["town", "c"]),
  },
  organisations: { "town": (users: 10, uses: []) }"#;

<<<<<<< HEAD
=======
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

>>>>>>> world
const SERVICE: &str = r#"
  components: { "a": (fails: Exponential(mean: "1 y"), repair: "4 h"), "b": (fails: Exponential(mean: "1 y"), repair: "4 h") },
  services: { "pay": (levels: [
      (name: "normal", when: All(["a", "b"])),
      (name: "emergency", when: Any(["a", "b"]), at_most: "72 h", regain: "24 h", setup: "2 h"),
      (name: "overdue", when: Any(["a", "b"])) ],
    objectives: [(rto: "8 h", mtpd: "24 h", tolerance: "5 % of outages"), (level: "normal", rto: "4 h", tolerance: "1 % / y")]) }"#;

<<<<<<< HEAD
=======
#[test]
fn levels_are_components_that_need_their_expression_and_a_service_is_any_of_them() {
    let blueprint = lowered(SERVICE);
    let service = &blueprint.services[0];
    let delivers =
        &blueprint.structure.gates[service.delivers.index() - blueprint.components.len()];
    let levels: Vec<_> = service
        .levels
        .iter()
        .map(|level| Signal::new(level.component.index()))
        .collect();
    assert_eq!((delivers.op, &delivers.inputs), (Op::Any, &levels));
    let emergency = &blueprint.components[service.levels[1].component.index()];
    assert_eq!(
        (emergency.kind, emergency.name.as_str()),
        (Kind::Level, "pay/emergency")
    );
    assert_eq!(emergency.restart.as_ref().map(Law::mean), Some(2.0 * HOUR));
    let limit = service.levels[1].limit.expect("a limit");
    assert_eq!(
        (limit.at_most, limit.regain, limit.continues),
        (Span::from_hours(72), Span::from_hours(24), false)
    );
    assert_eq!(
        service.levels[1].when, service.levels[2].when,
        "equal expressions share a gate"
    );
    let objectives = &service.objectives;
    assert_eq!(
        (objectives[0].level, objectives[1].level),
        (2, 0),
        "the lowest level is the default"
    );
    assert_eq!(objectives[1].tolerance, Some(Tolerance::PerYear(0.01)));
}

#[test]
fn every_level_is_watched_with_its_thresholds_in_order() {
    let blueprint = lowered(&format!(
        r#"{SERVICE}, asks: [Count(service: "pay", longer_than: "1 h"), YearWith(service: "pay"), (label: "both", measure: Count(AllDown(["a", "b"]))),
          Demanded(service: "pay", level: "emergency", longer_than: "72 h"), Demanded(service: "pay", level: "emergency", longer_than: "1 h")]"#
    ));
    let watches: Vec<_> = blueprint
        .watches
        .iter()
        .map(|watch| (watch.subject.as_str(), watch.level.as_str()))
        .collect();
    assert_eq!(
        watches,
        [
            ("service/pay", "normal"),
            ("service/pay", "emergency"),
            ("demanded/pay", "emergency"),
            ("service/pay", "overdue"),
            ("all-down/a+b", "")
        ]
    );
    let hours = |at: usize| {
        blueprint.watches[at]
            .thresholds
            .iter()
            .map(|span| span.hours())
            .collect::<Vec<_>>()
    };
    assert_eq!(hours(0), [4.0]);
    assert_eq!(hours(2), [1.0, 72.0]);
    assert_eq!(hours(3), [0.0, 1.0, 8.0, 24.0]);
    let wanted: Vec<_> = blueprint.asks.iter().map(|ask| ask.wanted).collect();
    let watch = |at: usize| ausfall::model::ids::WatchId::new(at);
    assert_eq!(
        wanted,
        [
            Wanted::Longer(watch(3), 1),
            Wanted::YearWithLonger(watch(3), 0),
            Wanted::Outages(watch(4)),
            Wanted::Longer(watch(2), 1),
            Wanted::Longer(watch(2), 0),
        ]
    );
    assert_eq!(blueprint.asks[2].label, "both");
    let Observed::Not(any) = blueprint.watches[4].of else {
        panic!("an expression")
    };
    assert_eq!(
        blueprint.structure.gates[any.index() - blueprint.components.len()].op,
        Op::Any
    );
    assert_eq!(
        blueprint.watches[4].below,
        [id(&blueprint, "a"), id(&blueprint, "b")]
    );
    assert_eq!(
        blueprint.watches[0].below.len(),
        3,
        "both components and the level itself"
    );
}

#[test]
fn expectations_are_read_in_the_unit_of_their_measure() {
    let blueprint = lowered(&format!(
        r#"{SERVICE}, expect: [
          (measure: MeanDuration(service: "pay"), is: "90 min", within: "150 %", from: "x"),
          (measure: Ever(service: "pay"), at_most: "2 %", from: "x"),
          (measure: Count(service: "pay"), at_least: "1 / month", from: "x"),
          (measure: At(of: All(["a", "b"]), time: "500 h"), is: 0.5, from: "x")]"#
    ));
    let bounds: Vec<_> = blueprint
        .expectations
        .iter()
        .map(|expectation| expectation.bound)
        .collect();
    assert_eq!(
        bounds,
        [
            Bound::Within(1.5, 1.5),
            Bound::AtMost(0.02),
            Bound::AtLeast(12.0),
            Bound::Is(0.5)
        ]
    );
    assert_eq!(
        blueprint.probes[0].at,
        Instant::from_micros(500 * MICROS_PER_HOUR)
    );
    assert_eq!(blueprint.probes[0].subject, "at/All(a, b)");
}

#[test]
fn services_may_need_each_other_in_a_loop() {
    let blueprint = lowered(
        r#"components: { "a": (needs: ["mail"]), "b": (needs: ["phone"]) },
          services: { "phone": (levels: [(name: "on", when: "a")]), "mail": (levels: [(name: "on", when: "b")]) }"#,
    );
    for watch in &blueprint.watches {
        assert_eq!(watch.below.len(), 4, "both components and both levels");
    }
}

#[test]
fn shifts_follow_local_time_and_holidays() {
    let blueprint = lowered(
        r#"holidays: "DE-NW", start: "2025-01-01", initially: Running,
          crews: { "day": (people: 2, hours: "Mon-Fri 07:00-18:00", on_call: (hours: "always", arrival: "45 min"), overtime: false) },
          components: { "a": (fails: Exponential(mean: "1 y"), repair: "4 h", crew: "day") }"#,
    );
    let crew = &blueprint.crews[0];
    assert_eq!(
        (crew.people, crew.overtime, blueprint.initially),
        (2, false, Initially::Running)
    );
    assert_eq!(
        crew.on_call.as_ref().map(|(hours, _)| hours.clone()),
        Some(Calendar::Always)
    );
    let local = |text: &str| {
        let zoned: jiff::Zoned = format!("{text}[Europe/Berlin]")
            .parse()
            .expect("a local time");
        let since =
            zoned.timestamp().as_microsecond() - blueprint.clock.start.timestamp().as_microsecond();
        Instant::from_micros(since)
    };
    for (text, open) in [
        ("2025-01-01T12:00:00", false),
        ("2025-01-02T07:00:00", true),
        ("2025-01-02T18:00:00", false),
        ("2025-06-19T12:00:00", false), // Corpus Christi
        ("2025-07-15T07:00:00", true),
        ("2025-07-15T06:59:59", false),
        ("2025-11-03T17:59:59", true),
    ] {
        assert_eq!(crew.hours.is_open(local(text)), open, "{text}");
    }
}

>>>>>>> world
const DESKS: &str = r#"
  organisations: { "town 1": (users: 300), "town 2": (users: 200), "city": (users: 1000) },
  hotlines: { "help": (serves: {"town *": "small", "city": "big"}, rule: RULE, calls: "0.6 / (user month)", open: "Mon-Fri 07:00-18:00",
    profile: {"09:00-11:00": 2, "Mon": 1.5}, agents: {"big": [("Mon-Fri 07:00-12:00", 10), ("Mon-Fri 12:00-18:00", 6)], "small": [("Mon-Fri 08:00-16:00", 3)]},
    handling: "6 min", patience: Exponential(mean: "6 min"), surge: (share: "10 %", within: "1 h"),
    objectives: [(answered: "75 %", within: "60 s")], every: 20) },
  asks: [ServiceLevel(hotline: "help", within: "30 s", weeks: Normal), UserHours(of: "town *"), UserHours()]"#;
<<<<<<< HEAD
=======

#[test]
fn a_hotline_has_a_class_for_each_selector_and_a_pool_for_each_desk() {
    let blueprint = lowered(&DESKS.replace("RULE", "Separate"));
    let hotline = &blueprint.hotlines[0];
    let classes: Vec<_> = hotline
        .classes
        .iter()
        .map(|class| (class.name.as_str(), class.users, class.pool))
        .collect();
    assert_eq!(classes, [("town *", 500, 1), ("city", 1000, 0)]);
    let thursday = |hour: i64| Instant::from_micros((24 + hour) * MICROS_PER_HOUR);
    let on_duty = |hour| -> Vec<u32> {
        hotline
            .pools
            .iter()
            .map(|pool| pool.agents.at(thursday(hour)))
            .collect()
    };
    assert_eq!(
        [on_duty(6), on_duty(7), on_duty(9), on_duty(13), on_duty(17)],
        [[0, 0], [10, 0], [10, 3], [6, 3], [6, 0]]
    );
    assert!(near(
        hotline.rate.at(thursday(10)) / hotline.rate.at(thursday(12)),
        2.0
    ));
    assert_eq!(hotline.rate.at(thursday(18)), 0.0);
    assert_eq!(
        hotline.within,
        [30, 60].map(|seconds| Span::from_micros(seconds * 1_000_000))
    );
    assert_eq!(hotline.objectives, [(0.75, 1)]);
    assert_eq!(hotline.every, 20);
    assert!(matches!(
        blueprint.asks[0].wanted,
        Wanted::ServiceLevel {
            within: 0,
            normal: true,
            ..
        }
    ));
    let groups: Vec<_> = blueprint
        .groups
        .iter()
        .map(|group| (group.name.as_str(), group.members.len()))
        .collect();
    assert_eq!(
        groups,
        [("all organisations", 3), ("town *", 2), ("city", 1)]
    );
    assert_eq!(
        blueprint.asks[1].wanted,
        Wanted::UserHours(ausfall::model::ids::GroupId::new(1))
    );
    assert_eq!(
        blueprint.asks[2].wanted,
        Wanted::UserHours(ausfall::model::ids::GroupId::new(0))
    );
}

#[test]
fn pooled_desks_answer_together() {
    let blueprint = lowered(&DESKS.replace("RULE", "Pooled"));
    let hotline = &blueprint.hotlines[0];
    assert_eq!(hotline.pools.len(), 1);
    assert!(hotline.classes.iter().all(|class| class.pool == 0));
    assert_eq!(
        hotline.pools[0]
            .agents
            .at(Instant::from_micros((24 + 9) * MICROS_PER_HOUR)),
        13
    );
}

#[test]
fn the_clock_change_moves_no_call_out_of_its_local_hour() {
    let blueprint = lowered(&DESKS.replace("RULE", "Pooled"));
    let rate = &blueprint.hotlines[0].rate;
    // Thursdays at ten, before and after 30 March 2025: one hour less has passed.
    let (winter, summer) = ((7 * 12 + 1) * 24 + 10, (7 * 13 + 1) * 24 + 9);
    let at = |hours: i64| rate.at(Instant::from_micros(hours * MICROS_PER_HOUR));
    assert!(near(at(winter), at(summer)));
    assert!(near(at(summer) / at(summer + 2), 2.0));
}

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
>>>>>>> world
