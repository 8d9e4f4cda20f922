//! Shared causes and hazards (`docs/semantics.md` 13, 14).

use crate::common::{always, at, builder, outages, play, span, up};
use ausfall::kernel::StreamName;
use ausfall::model::blueprint::Cause;
use ausfall::model::ids::{ComponentId, HazardId, ShockId};
use ausfall::model::shared::{Effect, Hazard, SharedRepair, Shock};
use ausfall::simulate::Happening;

fn shock(members: &[(ComponentId, f64)], repaired: SharedRepair) -> Shock {
    Shock {
        name: "update".into(),
        interval: always(10.0),
        members: members.to_vec(),
        repaired,
        stream: StreamName::of("shared/update"),
    }
}

fn fire(strikes: &[ComponentId], lasts: f64, effect: Effect) -> Hazard {
    Hazard {
        name: "fire".into(),
        interval: always(10.0),
        strikes: strikes.iter().map(|&room| (room, 1.0)).collect(),
        lasts: always(lasts),
        effect,
        stream: StreamName::of("hazard/fire"),
    }
}

#[test]
fn a_shock_strikes_members_by_their_chance_and_leaves_the_failed_alone() {
    let mut b = builder(15.0);
    let sure = b.part("sure", always(100.0), always(2.0));
    let never = b.part("never", always(100.0), always(2.0));
    let failed = b.part("failed", always(9.0), always(3.0));
    b.shock(shock(
        &[(sure, 1.0), (never, 0.0), (failed, 1.0)],
        SharedRepair::Each,
    ));
    let watches = [sure, never, failed].map(|part| b.watch_down(up(part)));
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watches[0]), [(10.0, 12.0)]);
    assert_eq!(outages(&blueprint, watches[1]), []);
    assert_eq!(
        outages(&blueprint, watches[2]),
        [(9.0, 12.0)],
        "its own repair is unaffected"
    );
    let (outcome, _) = play(&blueprint);
    let cause = blueprint.cause_id(Cause::Shock(ShockId(0)));
    assert_eq!(outcome.causes, [(cause, 1)]);
    let root = outcome
        .outages
        .iter()
        .find(|outage| outage.watch == watches[0]);
    assert_eq!(root.map(|outage| outage.root), Some(cause));
}

#[test]
fn members_of_one_shock_queue_in_their_declared_order() {
    let mut b = builder(25.0);
    let crew = b.crew(1);
    let parts = ["a", "b", "c"].map(|name| b.part(name, always(100.0), always(2.0)));
    parts
        .iter()
        .for_each(|&part| b.mode(part).crew = Some(crew));
    let [first, second, third] = parts;
    b.shock(Shock {
        interval: always(20.0),
        ..shock(
            &[(third, 1.0), (first, 1.0), (second, 1.0)],
            SharedRepair::Each,
        )
    });
    b.blueprint.horizon = span(30.0);
    let watches = parts.map(|part| b.watch_down(up(part)));
    let blueprint = b.build();
    assert_eq!(
        watches.map(|watch| outages(&blueprint, watch)[0].1),
        [24.0, 26.0, 22.0]
    );
}

#[test]
fn a_common_repair_brings_all_members_back_together() {
    let mut b = builder(19.0);
    let parts = ["a", "b"].map(|name| b.part(name, always(100.0), always(50.0)));
    let once = SharedRepair::Once {
        detection: Some(always(1.0)),
        repair: always(4.0),
        crew: None,
        priority: 0,
    };
    b.shock(shock(&parts.map(|part| (part, 1.0)), once));
    let watches = parts.map(|part| b.watch_down(up(part)));
    let blueprint = b.build();
    assert_eq!(
        watches.map(|watch| outages(&blueprint, watch)),
        [[(10.0, 15.0)], [(10.0, 15.0)]]
    );
    let (_, recorder) = play(&blueprint);
    assert!(
        recorder
            .0
            .contains(&(at(15.0), Happening::SharedRepaired(ShockId(0))))
    );
}

#[test]
fn a_shock_strikes_what_is_suspended_or_restarting() {
    let mut b = builder(19.0);
    let power = b.part("power", always(8.0), always(1.5));
    let server = b.part("server", always(100.0), always(3.0));
    b.get(server).restart = Some(always(2.0));
    b.hard(server, up(power));
    b.shock(shock(&[(server, 1.0)], SharedRepair::Each));
    let watch = b.watch_down(up(server));
    // Suspended at 8, restarting at 9.5, struck at 10, repaired at 13; the restart is still owed.
    assert_eq!(outages(&b.build(), watch)[0], (8.0, 15.0));
}

#[test]
fn a_hazard_takes_the_place_and_what_stands_in_it_is_suspended() {
    let mut b = builder(15.0);
    let room = b.thing("room");
    let server = b.thing("server");
    b.get(server).at = Some(room);
    b.hard(server, up(room));
    b.hazard(fire(&[room], 3.0, Effect::Suspends));
    let watch = b.watch_down(up(server));
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watch), [(10.0, 13.0)]);
    let (outcome, _) = play(&blueprint);
    assert_eq!(
        outcome.outages[0].root,
        blueprint.cause_id(Cause::Hazard(HazardId(0)))
    );
}

#[test]
fn overlapping_events_of_a_hazard_prolong_to_the_later_end() {
    let mut b = builder(29.0);
    let room = b.thing("room");
    b.hazard(fire(&[room], 14.0, Effect::Suspends));
    let watch = b.watch_down(up(room));
    // Events at 10 and 20: taken until 34.
    assert_eq!(outages(&b.build(), watch), [(10.0, 29.0)]);
}

#[test]
fn damaged_things_are_repaired_when_the_place_is_accessible() {
    let mut b = builder(19.0);
    let room = b.thing("room");
    let (inside, outside) = (
        b.part("inside", always(99.0), always(2.0)),
        b.part("outside", always(99.0), always(2.0)),
    );
    b.get(inside).at = Some(room);
    b.hard(inside, up(room));
    b.hazard(fire(
        &[room],
        3.0,
        Effect::Damages(1.0, vec![inside, outside]),
    ));
    let watches = [inside, outside].map(|part| b.watch_down(up(part)));
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watches[0]), [(10.0, 15.0)]);
    assert_eq!(outages(&blueprint, watches[1]), []);
}

#[test]
fn a_repair_under_way_waits_while_its_place_is_taken() {
    let mut b = builder(19.0);
    let room = b.thing("room");
    let inside = b.part("inside", always(9.0), always(4.0));
    b.get(inside).at = Some(room);
    b.hard(inside, up(room));
    b.hazard(fire(&[room], 3.0, Effect::Suspends));
    let watch = b.watch_down(up(inside));
    assert_eq!(outages(&b.build(), watch), [(9.0, 16.0)]);
}

#[test]
fn a_loop_in_a_taken_place_is_a_deadlock_once_the_place_is_free() {
    let mut b = builder(19.0);
    let site = b.thing("site");
    let room = b.thing("room");
    b.get(room).at = Some(site);
    b.hard(room, up(site));
    let (left, right) = (b.thing("left"), b.thing("right"));
    for (one, other) in [(left, right), (right, left)] {
        b.get(one).at = Some(room);
        b.hard(one, up(room));
        b.hard(one, up(other));
    }
    b.get(left).bypass_after = Some(span(1.0));
    b.hazard(fire(&[site], 5.0, Effect::Suspends));
    let watch = b.watch_down(up(right));
    let blueprint = b.build();
    let (outcome, _) = play(&blueprint);
    assert_eq!(outcome.deadlocks, [(at(15.0), vec![left, right])]);
    assert_eq!(outages(&blueprint, watch), [(10.0, 16.0)]);
}
