//! What a scenario means: the blueprint that comes out of small files. What is refused stands in `tests/faulty/lower-*.ron`.

mod people;
mod services;
mod streams;
mod study;
mod things;
mod variants;

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
use ausfall::model::watch::{Bound, CallValue, Callers, Observed, Wanted};
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

const SERVICE: &str = r#"
  components: { "a": (fails: Exponential(mean: "1 y"), repair: "4 h"), "b": (fails: Exponential(mean: "1 y"), repair: "4 h") },
  services: { "pay": (levels: [
      (name: "normal", when: All(["a", "b"])),
      (name: "emergency", when: Any(["a", "b"]), at_most: "72 h", regain: "24 h", setup: "2 h"),
      (name: "overdue", when: Any(["a", "b"])) ],
    objectives: [(rto: "8 h", mtpd: "24 h", tolerance: "5 % of outages"), (level: "normal", rto: "4 h", tolerance: "1 % / y")]) }"#;

const DESKS: &str = r#"
  organisations: { "town 1": (users: 300), "town 2": (users: 200), "city": (users: 1000) },
  hotlines: { "help": (serves: {"town *": "small", "city": "big"}, rule: RULE, calls: "0.6 / (user month)", open: "Mon-Fri 07:00-18:00",
    profile: {"09:00-11:00": 2, "Mon": 1.5}, agents: {"big": [("Mon-Fri 07:00-12:00", 10), ("Mon-Fri 12:00-18:00", 6)], "small": [("Mon-Fri 08:00-16:00", 3)]},
    handling: "6 min", patience: Exponential(mean: "6 min"), surge: (share: "10 %", within: "1 h"),
    objectives: [(answered: "75 %", within: "60 s")], every: 20) },
  asks: [ServiceLevel(hotline: "help", within: "30 s", weeks: Normal), UserHours(of: "town *"), UserHours()]"#;
