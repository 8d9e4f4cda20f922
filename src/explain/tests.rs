//! Figures against closed forms on small scenarios, and a look at those that are shipped.

use super::*;
use crate::explain::autonomy::Interruption;
use crate::explain::doubts::Doubt;
use crate::explain::expression::Expression;
use crate::explain::picture::{BoxKind, LineKind};
use crate::explain::services::ServiceRead;
use crate::scenario::{Overrides, load};
use crate::simulate::Options;

/// The explanation of a scenario with these parts.
fn explained(parts: &str) -> Explanation {
    let source = format!(
        "(title: \"small\", horizon: \"10 y\", replications: 64, initially: Running, {parts})"
    );
    let loaded = load(&source, &Overrides::default()).expect("the scenario has no fault");
    let chance = (1, Options::default());
    explain(
        &loaded.blueprint,
        pilot::pilot(&loaded.blueprint, chance, 1, 256),
    )
}

/// A service `s` at the level `normal` while `when` holds, with these objectives.
fn service(when: &str, objectives: &str) -> String {
    format!(
        "services: {{ \"s\": (levels: [(name: \"normal\", when: {when})], objectives: [{objectives}]) }}"
    )
}

fn only(explanation: &Explanation) -> &ServiceRead {
    assert_eq!(explanation.services.len(), 1);
    &explanation.services[0]
}

fn near(found: f64, wanted: f64, relative: f64) {
    assert!(
        (found / wanted - 1.0).abs() < relative,
        "{found} is not {wanted}"
    );
}

const POWER: &str = "components: {
    \"grid\": (fails: Exponential(rate: \"0.26 / y\"), repair: Lognormal(median: \"30 min\", sigma: 1.0)),
    \"genset\": (standby: Cold, fails: Exponential(mean: \"1500 h\"), repair: \"4 h\", stock: (autonomy: \"48 h\", delivery: Lognormal(median: \"12 h\", sigma: 0.98))),
    \"mains\": (needs: [First(of: [\"grid\", \"genset\"], delay: \"30 s\", success: \"99 %\", manual: Lognormal(median: \"60 min\", sigma: 0.5), fail_back: AtOnce)]),
    \"ups\": (fails: Exponential(mean: \"125000 h\"), repair: \"4 h\"),
    \"power\": (needs: [Delayed(on: \"mains\", autonomy: \"15 min\", carried_by: \"ups\")]),
  },";

#[test]
fn a_rate_of_0_26_a_year_is_once_in_3_8_years_with_the_downtime_of_renewal_theory() {
    let explanation = explained(&format!("{POWER} {}", service("\"power\"", "")));
    let grid = &explanation.failing[0];
    assert_eq!(grid.of.pattern, "grid");
    near(grid.every_h.0 / HOURS_PER_YEAR, 1.0 / 0.26, 1e-9);
    // Mean of the lognormal: 0.5 h · exp(1/2); unavailability m/(u + m).
    let mean = 0.5 * libm::exp(0.5);
    near(grid.down.expect("it is repaired").mean_h, mean, 1e-9);
    let share = mean / (HOURS_PER_YEAR / 0.26 + mean);
    near(
        grid.down_a_year_h.expect("it is no standby").0,
        share * HOURS_PER_YEAR,
        1e-9,
    );
}

#[test]
fn a_cold_standby_is_told_by_its_running_time_and_has_no_availability_of_its_own() {
    let explanation = explained(&format!("{POWER} {}", service("\"power\"", "")));
    let genset = explanation
        .failing
        .iter()
        .find(|of| of.of.pattern == "genset")
        .expect("it fails");
    assert!(genset.cold && genset.down_a_year_h.is_none());
}

#[test]
fn outages_behind_a_switchover_are_felt_only_where_the_switch_and_the_hand_are_too_slow() {
    let explanation = explained(&format!("{POWER} {}", service("\"power\"", "")));
    let [carried] = explanation.relations.carried.as_slice() else {
        panic!("one autonomy: {:?}", explanation.relations.carried);
    };
    let share = |how| {
        let row = carried
            .against
            .iter()
            .find(|row| row.how == how)
            .expect("the row is there");
        (row.per_year, row.share)
    };
    // P(repair > 15 min) = Φ(ln 2) = 0.755891; P(by hand > 15 min) = Φ(ln 4 / 0.5) = 0.997227.
    near(share(Interruption::Unswitched).1, 0.755_891, 1e-5);
    assert!(share(Interruption::Switching).1.abs() < 1e-12);
    let (rate, failed) = share(Interruption::FailedDemand);
    near(failed, 0.755_891 * 0.997_219, 1e-4);
    near(rate, 0.26 * 0.01, 1e-9);
}

#[test]
fn a_delivery_is_later_than_the_tank_as_often_as_its_law_says() {
    let explanation = explained(&format!("{POWER} {}", service("\"power\"", "")));
    // 1 − Φ(ln(48/12) / 0.98) = 1 − Φ(1.414586) = 0.0786.
    near(explanation.relations.stocked[0].late, 0.0786, 2e-3);
    let [switchover] = explanation.relations.demanded.as_slice() else {
        panic!("one switchover");
    };
    near(switchover.failed_a_year(), 0.26 * 0.01, 1e-9);
}

#[test]
fn a_bridge_has_no_single_point_of_failure_and_its_two_cuts_of_two_links() {
    let link = |name: &str, a: &str, b: &str| {
        format!(
            "\"{name}\": (between: (\"{a}\", \"{b}\"), fails: Exponential(mean: \"1 y\"), repair: \"4 h\"),"
        )
    };
    let links = [
        link("1", "s1", "a"),
        link("2", "s1", "b"),
        link("3", "a", "b"),
        link("4", "a", "t"),
        link("5", "b", "t"),
    ];
    let links = links
        .concat()
        .replace("\"1\":", "\"l1\":")
        .replace("\"2\":", "\"l2\":");
    let links = links
        .replace("\"3\":", "\"l3\":")
        .replace("\"4\":", "\"l4\":")
        .replace("\"5\":", "\"l5\":");
    let parts = format!(
        "nodes: {{ \"s1\": (), \"a\": (), \"b\": (), \"t\": () }}, links: {{ {links} }}, {}",
        service("Reach(\"s1\", \"t\")", "")
    );
    let explanation = explained(&parts);
    let service = only(&explanation);
    assert!(service.singles.is_empty());
    assert_eq!(service.pairs, Some(2));
    assert_eq!(
        service.levels[0].1,
        Expression::Path("s1".into(), "t".into())
    );
}

#[test]
fn what_stands_in_series_is_a_single_point_and_a_pair_is_none() {
    let parts = format!(
        "components: {{
          \"disk\": (parts: 2, enough: 1, fails: Exponential(mean: \"1 y\"), repair: \"4 h\"),
          \"switch\": (fails: Exponential(rate: \"0.5 / y\"), repair: Exponential(mean: \"8 h\")),
        }}, {}",
        service(
            "All([\"disk\", \"switch\"])",
            "(rto: \"8 h\", tolerance: \"20 % of outages\")"
        )
    );
    let explanation = explained(&parts);
    let service = only(&explanation);
    let [single] = service.singles.as_slice() else {
        panic!("one single point: {:?}", service.singles);
    };
    assert_eq!(
        (single.of.pattern.as_str(), single.bridged),
        ("switch", false)
    );
    near(single.outages_a_year, 0.5, 1e-9);
    assert_eq!(service.pairs, Some(1));
    // P(exponential of mean 8 h > 8 h) = 1/e, more than the 20 % allowed.
    near(
        service.objectives[0]
            .longer
            .expect("there is a single point"),
        libm::exp(-1.0),
        1e-9,
    );
    assert!(
        explanation
            .doubts
            .iter()
            .any(|doubt| matches!(doubt, Doubt::HardlyMet(_)))
    );
}

#[test]
fn a_bridged_failure_counts_with_the_share_that_outlasts_the_autonomy() {
    let parts = format!(
        "components: {{
          \"grid\": (fails: Exponential(rate: \"2 / y\"), repair: Exponential(mean: \"1 h\")),
          \"load\": (needs: [Delayed(on: \"grid\", autonomy: \"2 h\")], restart: \"5 h\"),
        }}, {}",
        service("\"load\"", "(rto: \"4 h\", tolerance: \"5 % of outages\")")
    );
    let explanation = explained(&parts);
    let single = &only(&explanation).singles[0];
    assert!(single.bridged);
    near(single.outages_a_year, 2.0 * libm::exp(-2.0), 1e-9);
    // Repair (median ln 2 h) and the restart behind it.
    near(
        single.median_h.expect("it is repaired"),
        libm::log(2.0) + 5.0,
        1e-9,
    );
    let restarting = &explanation.relations.restarting[0];
    assert_eq!(
        restarting.too_long_for,
        [("s".to_owned(), "normal".to_owned(), 4.0)]
    );
}

#[test]
fn a_beta_group_is_a_common_failure_at_its_share_of_the_rate() {
    let parts = format!(
        "components: {{ \"a\": (parts: 2, enough: 1, fails: Exponential(mean: \"1 y\"), repair: \"4 h\") }},
         shared_causes: {{ \"both\": (members: \"a #*\", beta: \"10 %\", repaired: Each) }}, {}",
        service("\"a\"", "")
    );
    let explanation = explained(&parts);
    near(explanation.commons[0].per_year, 0.1, 1e-9);
    let single = &only(&explanation).singles[0];
    assert_eq!(single.kind, "shared-cause");
}

#[test]
fn providers_that_need_each_other_are_a_loop_and_a_bypass_breaks_it() {
    let loops = |bypass: &str| {
        let parts = format!(
            "components: {{
              \"net\": (needs: [\"directory\"], fails: Exponential(mean: \"1 y\"), repair: \"4 h\"{bypass}),
              \"directory\": (needs: [\"net\"], fails: Exponential(mean: \"1 y\"), repair: \"4 h\"),
              \"other\": (needs: [\"net\"]),
            }}, {}",
            service("\"other\"", "")
        );
        explained(&parts).loops
    };
    let [stuck] = loops("").try_into().expect("one loop");
    assert_eq!(stuck.members, ["net", "directory"]);
    assert_eq!((stuck.bypass_h, stuck.soft), (None, false));
    let [freed] = loops(", bypass_after: \"2 h\"")
        .try_into()
        .expect("one loop");
    assert_eq!(freed.bypass_h, Some(2.0));
}

#[test]
fn what_nothing_hangs_on_and_what_hardly_ever_happens_is_doubted() {
    let parts = format!(
        "components: {{
          \"used\": (fails: Exponential(rate: \"0.001 / y\"), repair: \"4 h\"),
          \"spare\": (fails: Exponential(mean: \"1 y\"), repair: \"4 h\"),
        }}, crews: {{ \"nobody\": (people: 1) }}, {}",
        service("\"used\"", "")
    );
    let doubts = explained(&parts).doubts;
    // 64 replications of 10 years at 0.001 a year: 0.64.
    let rare = doubts.iter().find_map(|doubt| match doubt {
        Doubt::Rare(name, expected) if name == "used" => Some(*expected),
        _ => None,
    });
    near(rare.expect("it is rare"), 0.64, 1e-9);
    let idle = |doubt: &Doubt| matches!(doubt, Doubt::Idle(of) if of.pattern == "spare");
    assert!(doubts.iter().any(idle));
    assert!(doubts.contains(&Doubt::IdleCrew("nobody".to_owned())));
}

#[test]
fn the_picture_tells_ways_of_needing_apart_and_takes_parts_as_one_box() {
    let parts = format!(
        "components: {{
          \"grid\": (fails: Exponential(mean: \"1 y\"), repair: \"4 h\"),
          \"ups\": (),
          \"disk\": (parts: 4, enough: 2, fails: Exponential(mean: \"1 y\"), repair: \"4 h\"),
          \"load\": (needs: [Delayed(on: \"grid\", autonomy: \"1 h\", carried_by: \"ups\"), Hard(\"disk\")]),
        }}, {}",
        service("\"load\"", "")
    );
    let picture = explained(&parts).picture;
    let place = |name: &str| {
        picture
            .boxes
            .iter()
            .position(|of| of.name == name)
            .expect("it is drawn")
    };
    let kind = |from: &str, to: &str| {
        let ends = (place(from), place(to));
        picture
            .lines
            .iter()
            .find(|line| (line.from, line.to) == ends)
            .map(|line| line.kind)
    };
    assert_eq!(kind("s", "load"), Some(LineKind::Hard));
    assert_eq!(kind("load", "grid"), Some(LineKind::Delayed));
    assert_eq!(kind("load", "ups"), Some(LineKind::Carries));
    assert_eq!(kind("load", "disk"), Some(LineKind::Hard));
    let disk = &picture.boxes[place("disk")];
    assert_eq!(
        (disk.count, disk.enough, disk.kind),
        (4, Some(2), BoxKind::Component)
    );
}

#[test]
fn many_instances_of_a_template_are_drawn_as_one_box() {
    let disks: String = (0..90)
        .map(|at| format!("\"disk {at}\": (fails: Exponential(mean: \"1 y\"), repair: \"4 h\"),"))
        .collect();
    let names: Vec<String> = (0..90).map(|at| format!("\"disk {at}\"")).collect();
    let when = format!("Any([{}])", names.join(", "));
    let explanation = explained(&format!(
        "components: {{ {disks} }}, {}",
        service(&when, "")
    ));
    assert_eq!(explanation.picture.boxes.len(), 2);
    assert_eq!(explanation.picture.boxes[1].count, 90);
    assert_eq!(explanation.failing.len(), 1);
    assert_eq!(only(&explanation).pairs, None);
}

#[test]
fn a_pilot_answers_with_as_many_replications_as_are_quickly_done() {
    let parts = format!(
        "asks: [TimeBelow(service: \"s\", level: \"normal\")],
         expect: [(measure: Count(service: \"s\"), at_least: \"0.1 / y\", from: \"a source\")],
         components: {{ \"a\": (fails: Exponential(mean: \"1 y\"), repair: \"4 h\") }}, {}",
        service("\"a\"", "")
    );
    let pilot = explained(&parts).pilot.expect("it is quickly done");
    assert_eq!(pilot.replications, 256);
    assert!(pilot.expectations[0].holds && pilot.asks.len() == 1);
}
