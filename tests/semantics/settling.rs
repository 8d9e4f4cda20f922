//! Instants, settling, loops, deadlocks (`docs/semantics.md` 1 to 4, 7, 10).

use crate::common::{always, at, builder, outages, play, span, up};
use ausfall::dist::Law;
use ausfall::kernel::Seed;
use ausfall::model::Builder;
use ausfall::model::component::NeedKind;
use ausfall::model::ids::{CauseId, ComponentId};
use ausfall::model::structure::Op;
use ausfall::simulate::{Happening, Options, Silent, Stop, World};
use ausfall::units::{Instant, Span};

#[test]
fn a_component_fails_is_repaired_and_fails_again() {
    let mut b = builder(40.0);
    let part = b.part("part", always(10.0), always(4.0));
    let watch = b.watch_down(up(part));
    let blueprint = b.build();
    assert_eq!(
        outages(&blueprint, watch),
        [(10.0, 14.0), (24.0, 28.0), (38.0, 40.0)]
    );
    let (outcome, _) = play(&blueprint);
    assert!(outcome.outages[2].censored);
    let used = outcome.components[0];
    assert_eq!(
        (used.failures, used.failed, used.suspensions),
        (3, span(10.0), 0)
    );
}

#[test]
fn gates_count_what_holds() {
    let mut b = builder(20.0);
    let parts =
        [3.0, 5.0, 7.0].map(|fails| up(b.part(&format!("p{fails}"), always(fails), always(100.0))));
    let gates = [Op::All, Op::AtLeast(2), Op::Any].map(|op| b.gate(op, &parts));
    let watches = gates.map(|gate| b.watch_down(gate));
    let blueprint = b.build();
    let begun = watches.map(|watch| outages(&blueprint, watch)[0].0);
    assert_eq!(begun, [3.0, 5.0, 7.0]);
}

#[test]
fn a_hard_need_stops_at_once_and_the_restart_follows_its_return() {
    let mut b = builder(30.0);
    let power = b.part("power", always(10.0), always(2.0));
    let server = b.thing("server");
    b.get(server).restart = Some(always(3.0));
    b.hard(server, up(power));
    let watch = b.watch_down(up(server));
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watch)[0], (10.0, 15.0));
    let (outcome, _) = play(&blueprint);
    let used = outcome
        .components
        .iter()
        .find(|used| used.component == server)
        .expect("it stopped");
    // The second suspension begins at 22, the second restart at 24.
    assert_eq!(
        (used.suspended, used.restarting, used.failed),
        (span(4.0), span(6.0), span(0.0))
    );
    let powered = outcome
        .outages
        .iter()
        .all(|outage| outage.root == CauseId(power.0));
    assert!(powered, "whatever waits for power is rooted in it");
}

#[test]
fn an_interrupted_restart_begins_again_as_long_as_before() {
    let mut b = builder(30.0);
    let a = b.part("a", always(10.0), always(2.0));
    let other = b.part("b", always(13.0), always(2.0));
    let server = b.thing("server");
    b.get(server).restart = Some(always(3.0));
    b.hard(server, up(a));
    b.hard(server, up(other));
    let watch = b.watch_down(up(server));
    let blueprint = b.build();
    // Restart from 12, broken off at 13, again from 15.
    assert_eq!(outages(&blueprint, watch)[0], (10.0, 18.0));
    let (_, recorder) = play(&blueprint);
    assert!(
        recorder
            .0
            .contains(&(at(13.0), Happening::RestartBroken(server)))
    );
}

#[test]
fn what_is_needed_to_start_is_not_needed_to_run() {
    let mut b = builder(40.0);
    let licence = b.part("licence", always(5.0), always(20.0));
    let power = b.part("power", always(10.0), always(2.0));
    let server = b.thing("server");
    b.hard(server, up(power));
    b.need(server, up(licence), NeedKind::ToStart);
    let watch = b.watch_down(up(server));
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watch)[0], (10.0, 25.0));
}

#[test]
fn failed_beats_suspended_and_after_repair_without_needs_it_is_suspended() {
    let mut b = builder(40.0);
    let power = b.part("power", always(12.0), always(8.0));
    let server = b.part("server", always(10.0), always(5.0));
    b.hard(server, up(power));
    let watch = b.watch_down(up(server));
    let blueprint = b.build();
    let (outcome, recorder) = play(&blueprint);
    let used = outcome
        .components
        .iter()
        .find(|used| used.component == server)
        .expect("it failed");
    // Failed 10–15 and 30–35, suspended 15–20 and 32… is overlapped by failure until 35, then to 40.
    assert_eq!((used.failed, used.suspended), (span(10.0), span(10.0)));
    assert!(
        recorder
            .0
            .contains(&(at(15.0), Happening::Suspended(server, CauseId(server.0))))
    );
    assert_eq!(outages(&blueprint, watch)[0], (10.0, 20.0));
}

#[test]
fn suspension_pauses_the_clocks_unless_the_mode_ages_always() {
    for (always_ages, second) in [(false, 17.0), (true, 15.0)] {
        let mut b = builder(20.0);
        let power = b.part("power", always(10.0), always(2.0));
        let server = b.part("server", always(15.0), always(100.0));
        b.mode(server).ages_always = always_ages;
        b.hard(server, up(power));
        let blueprint = b.build();
        let (_, recorder) = play(&blueprint);
        let mode = blueprint.components[server.index()]
            .mode_ids()
            .next()
            .expect("it has one");
        assert!(recorder.0.contains(&(at(second), Happening::Failed(mode))));
    }
}

#[test]
fn repair_renews_the_mode_that_struck_and_the_others_resume() {
    // The first mode strikes at 10 and is repaired at 11; the second has two hours of age left then, or all twelve.
    for (renews_all, expected) in [(false, Some(13.0)), (true, None)] {
        let mut b = builder(30.0);
        let server = b.part("server", always(10.0), always(1.0));
        b.mode(server).renews_all = renews_all;
        b.fails(server, Some(always(12.0)), Some(always(100.0)));
        let blueprint = b.build();
        let modes = &blueprint.components[server.index()];
        let second = modes.mode_ids().nth(1).expect("it has two");
        let (_, recorder) = play(&blueprint);
        let struck = |what: &Happening| *what == Happening::Failed(second);
        let when = recorder.0.iter().find(|(_, what)| struck(what));
        assert_eq!(when.map(|(when, _)| when.hours()), expected);
    }
}

#[test]
fn a_loop_holds_itself_in_operation_and_waits_for_itself_after_a_common_stop() {
    let mut b = builder(100.0);
    let power = b.part("power", always(20.0), always(2.0));
    let (left, right) = (b.thing("left"), b.thing("right"));
    b.hard(left, up(right));
    b.hard(right, up(left));
    b.hard(left, up(power));
    let watch = b.watch_down(up(right));
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watch), [(20.0, 100.0)]);
    let (outcome, recorder) = play(&blueprint);
    assert_eq!(outcome.deadlocks, [(at(20.0), vec![left, right])]);
    let told = recorder
        .0
        .iter()
        .filter(|(_, what)| matches!(what, Happening::Deadlock(_)));
    assert_eq!(told.count(), 1, "a deadlock is told once");
}

#[test]
fn a_deadlock_is_broken_by_hand_after_its_time() {
    let mut b = builder(100.0);
    let power = b.part("power", always(20.0), always(2.0));
    b.mode(power).fails = Some(always(50.0));
    let (left, right) = (b.thing("left"), b.thing("right"));
    b.hard(left, up(right));
    b.hard(right, up(left));
    b.hard(left, up(power));
    b.get(left).bypass_after = Some(span(6.0));
    let watch = b.watch_down(up(right));
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watch), [(50.0, 56.0)]);
}

#[test]
fn a_deadlock_begins_when_none_of_its_members_is_failed() {
    let mut b = builder(100.0);
    let left = b.part("left", always(20.0), always(7.0));
    let right = b.thing("right");
    b.hard(left, up(right));
    b.hard(right, up(left));
    b.get(left).bypass_after = Some(span(1.0));
    let watch = b.watch_down(up(right));
    let blueprint = b.build();
    let (outcome, _) = play(&blueprint);
    assert_eq!(outcome.deadlocks[0], (at(27.0), vec![left, right]));
    assert_eq!(outages(&blueprint, watch)[0], (20.0, 28.0));
}

/// Two that need each other stop at 10; the left one is started by hand after an hour, the right one after two; at 10.5 the left one fails.
fn loop_with_a_fault() -> (Builder, [ComponentId; 2]) {
    let mut b = builder(20.0);
    let power = b.part("power", always(10.0), always(0.25));
    let left = b.part("left", always(10.5), always(4.0));
    b.mode(left).ages_always = true;
    let right = b.thing("right");
    b.hard(left, up(right));
    b.hard(right, up(left));
    b.hard(right, up(power));
    b.get(left).bypass_after = Some(span(1.0));
    b.get(right).bypass_after = Some(span(2.0));
    (b, [left, right])
}

#[test]
fn whoever_no_longer_waits_for_the_others_is_not_started_by_hand() {
    let (b, [left, right]) = loop_with_a_fault();
    let (_, recorder) = play(&b.build());
    let bypassed = |of| {
        let told = recorder.0.iter();
        told.filter(move |(_, what)| *what == Happening::Bypassed(of))
            .count()
    };
    // The left one is started by hand while it is failed: when it is repaired it rises, and the others with it.
    assert_eq!((bypassed(left), bypassed(right)), (1, 0));
}

#[test]
fn a_need_that_is_bypassed_does_not_hold_up_a_repair() {
    let (mut b, [left, _]) = loop_with_a_fault();
    b.mode(left).repair_suspended = true;
    let (_, recorder) = play(&b.build());
    let repaired = recorder
        .0
        .iter()
        .find(|(_, what)| *what == Happening::Repaired(left));
    let bypassed = recorder
        .0
        .iter()
        .find(|(_, what)| *what == Happening::Bypassed(left));
    let [repaired, bypassed] = [repaired, bypassed].map(|told| told.expect("it is told").0.hours());
    assert_eq!(repaired, bypassed + 4.0);
}

#[test]
fn a_loop_that_waits_for_what_another_loop_holds_down_is_a_deadlock_of_its_own() {
    let mut b = builder(14.0);
    let (power, mains) = (
        b.part("power", always(10.0), always(0.25)),
        b.part("mains", always(11.0), always(2.0)),
    );
    let [one, other, between, left, right] =
        ["one", "other", "between", "left", "right"].map(|name| b.thing(name));
    b.hard(one, up(other));
    b.hard(other, up(one));
    b.hard(other, up(power));
    b.delayed(between, up(one), always(2.0));
    let either = b.gate(Op::Any, &[up(between), up(right)]);
    b.hard(left, either);
    b.hard(left, up(mains));
    b.hard(right, up(left));
    let (outcome, _) = play(&b.build());
    // The left and the right one stop at 11 and would rise on what is carried until 12.
    let expected = [(at(10.0), vec![one, other]), (at(12.0), vec![left, right])];
    assert_eq!(outcome.deadlocks, expected);
}

#[test]
fn a_loop_that_rises_and_falls_in_one_instant_is_a_new_deadlock() {
    let mut b = builder(21.0);
    let power = b.part("power", always(20.0), always(5.0));
    let part = b.part("part", always(9.0), always(11.0));
    let [left, right] = ["left", "right"].map(|name| b.thing(name));
    b.hard(left, up(right));
    b.hard(left, up(part));
    b.hard(right, up(left));
    b.hard(right, up(power));
    b.get(left).bypass_after = Some(span(2.0));
    let (outcome, _) = play(&b.build());
    // At 11 the left one is bypassed, at 20 the part is there again and both rise; then the power fails.
    let expected = [9.0, 20.0].map(|hours| (at(hours), vec![left, right]));
    assert_eq!(outcome.deadlocks, expected);
}

#[test]
fn an_outage_that_begins_and_ends_in_one_instant_does_not_exist() {
    let mut b = builder(100.0);
    let first = b.part("first", always(10.0), always(5.0));
    let second = b.part("second", always(15.0), always(100.0));
    let either = b.gate(Op::Any, &[up(first), up(second)]);
    let watch = b.watch_down(either);
    let blueprint = b.build();
    // At 15 the first is repaired (rank 1) before the second fails (rank 2); the next failure of the first is at 25.
    assert_eq!(outages(&blueprint, watch)[0].0, 25.0);
}

#[test]
fn the_last_straw_is_the_root_and_its_partners_are_present() {
    let mut b = builder(30.0);
    let early = b.part("early", always(5.0), always(20.0));
    let late = b.part("late", always(9.0), always(3.0));
    let either = b.gate(Op::Any, &[up(early), up(late)]);
    let hall = b.thing("hall");
    b.hard(hall, either);
    let watch = b.watch_down(up(hall));
    let blueprint = b.build();
    let (outcome, _) = play(&blueprint);
    assert_eq!(outcome.outages[0].root, CauseId(late.0));
    // Down 9–12 and 21–24.
    let together = |component: ComponentId| {
        outcome
            .presences
            .iter()
            .find(|one| one.component == component)
            .map(|one| one.together)
    };
    assert_eq!(together(early), Some(span(6.0)));
    assert_eq!(together(late), Some(span(6.0)));
    assert_eq!(together(hall), None, "a suspended component is not failed");
    assert_eq!(outcome.outages[0].watch, watch);
}

#[test]
fn a_reach_finds_the_way_around_and_is_lost_with_the_last_way() {
    let mut b = builder(40.0);
    let [a, via, z] = ["a", "via", "z"].map(|name| b.thing(name));
    let direct = b.part("direct", always(10.0), always(8.0));
    let around = b.part("around", always(14.0), always(2.0));
    let last = b.thing("last");
    let (na, nv, nz) = (b.node(a), b.node(via), b.node(z));
    b.link(na, nz, direct);
    b.link(na, nv, around);
    b.link(nv, nz, last);
    let joined = b.reach(na, nz);
    let watch = b.watch_down(joined);
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watch), [(14.0, 16.0), (30.0, 32.0)]);
}

#[test]
fn the_counted_time_begins_after_the_warm_up() {
    let mut b = builder(40.0);
    let part = b.part("part", always(10.0), always(4.0));
    b.watch_down(up(part));
    b.blueprint.warm_up = span(12.0);
    let blueprint = b.build();
    let (outcome, _) = play(&blueprint);
    assert_eq!(outcome.components[0].failed, span(8.0));
    assert_eq!(outcome.components[0].failures, 2);
    assert_eq!(
        outcome.outages[0].begin,
        at(10.0),
        "an open outage keeps its beginning"
    );
}

#[test]
fn a_world_used_again_gives_the_same_outcome_as_a_new_one() {
    let mut b = builder(40_000.0);
    let crew = b.crew(1);
    for number in 0..8 {
        let law = ausfall::dist::Law::exponential(500.0 * crate::common::HOUR).expect("a mean");
        let part = b.part(&format!("part {number}"), law, always(20.0));
        b.mode(part).crew = Some(crew);
        b.watch_down(up(part));
    }
    let blueprint = b.build();
    let seed = Seed::new(7);
    let mut used = World::new(&blueprint);
    for replication in [3, 0, 5] {
        let again = used
            .run(&seed, replication, Options::default(), &mut Silent)
            .expect("sound");
        let mut fresh = World::new(&blueprint);
        let once = fresh
            .run(&seed, replication, Options::default(), &mut Silent)
            .expect("sound");
        assert_eq!(again, once);
        assert!(once.outages.len() > 100);
    }
}

#[test]
fn an_endless_instant_is_a_zero_time_loop_that_names_what_goes_round() {
    let mut b = builder(1.0);
    // At the end of the clock every span has length 0: failure and repair follow each other in one instant.
    b.blueprint.horizon = Span::MAX;
    b.part("pump", Law::Deterministic(1e19), always(4.0));
    let blueprint = b.build();
    let mut world = World::new(&blueprint);
    let stop = world
        .run(&Seed::new(1), 0, Options::default(), &mut Silent)
        .map(|outcome| outcome.events);
    let expected = Stop::ZeroTimeLoop {
        at: Instant::NEVER.micros(),
        items: vec!["pump".to_owned(); 20],
    };
    assert_eq!(stop, Err(expected));
}
