//! Repair and crews (`docs/semantics.md` 8).

use crate::common::{HOUR, always, at, builder, outages, play, span, up};
use ausfall::dist::Law;
use ausfall::model::Builder;
use ausfall::model::calendar::Calendar;
use ausfall::model::ids::{ComponentId, CrewId};
use ausfall::simulate::Happening;

fn windows(hours: &[(f64, f64)]) -> Calendar {
    Calendar::Windows(hours.iter().map(|&(from, to)| (at(from), at(to))).collect())
}

/// Components that fail at 10, 10.5 and 11 and take 4 h each, one person.
fn three(priorities: [i32; 3]) -> (Builder, [ComponentId; 3], CrewId) {
    let mut b = builder(40.0);
    let crew = b.crew(1);
    let mut number = 0.0;
    let parts = priorities.map(|priority| {
        let part = b.part(
            &format!("part {number}"),
            always(10.0 + number / 2.0),
            always(4.0),
        );
        number += 1.0;
        b.mode(part).crew = Some(crew);
        b.mode(part).priority = priority;
        part
    });
    (b, parts, crew)
}

fn first_ends(mut b: Builder, parts: [ComponentId; 3]) -> [f64; 3] {
    let watches = parts.map(|part| b.watch_down(up(part)));
    let blueprint = b.build();
    watches.map(|watch| outages(&blueprint, watch)[0].1)
}

#[test]
fn the_queue_is_served_in_the_order_of_requests() {
    let (b, parts, _) = three([0, 0, 0]);
    assert_eq!(first_ends(b, parts), [14.0, 18.0, 22.0]);
}

#[test]
fn priority_comes_before_the_request() {
    let (b, parts, _) = three([0, 5, -1]);
    assert_eq!(first_ends(b, parts), [14.0, 22.0, 18.0]);
}

#[test]
fn detection_delays_the_request() {
    let (mut b, parts, _) = three([0, 0, 0]);
    b.mode(parts[0]).detection = Some(always(2.0));
    // Requests at 10.5, 11 and 12.
    assert_eq!(first_ends(b, parts), [22.5, 14.5, 18.5]);
}

#[test]
fn requests_of_one_instant_are_served_in_declared_order() {
    let (mut b, parts, _) = three([0, 0, 0]);
    // The later declared fail earlier, so that their events are scheduled in another order.
    for (part, fails) in parts.into_iter().zip([12.0, 11.0, 10.0]) {
        b.mode(part).fails = Some(always(fails));
        b.mode(part).detection = Some(always(13.0 - fails));
    }
    assert_eq!(first_ends(b, parts), [17.0, 21.0, 25.0]);
}

#[test]
fn a_crew_is_counted_busy_from_dispatch() {
    let (b, _, crew) = three([0, 0, 0]);
    let mut b = b;
    b.blueprint.horizon = span(22.0);
    let (outcome, _) = play(&b.build());
    let used = outcome.crews[0];
    assert_eq!((used.crew, used.jobs), (crew, 3));
    // Waits of 3.5 and 7 hours.
    assert_eq!((used.busy, used.waited), (span(12.0), span(10.5)));
}

#[test]
fn people_on_call_need_their_time_to_arrive() {
    let mut b = builder(40.0);
    let crew = b.crew(1);
    b.blueprint.crews[0].hours = windows(&[(0.0, 5.0), (24.0, 30.0)]);
    b.blueprint.crews[0].on_call = Some((Calendar::Always, always(0.75)));
    let part = b.part("part", always(10.0), always(4.0));
    b.mode(part).crew = Some(crew);
    let watch = b.watch_down(up(part));
    let blueprint = b.build();
    // The second failure, at 24.75, falls into the hours.
    assert_eq!(
        outages(&blueprint, watch),
        [(10.0, 14.75), (24.75, 28.75), (38.75, 40.0)]
    );
    let (_, recorder) = play(&blueprint);
    assert!(
        recorder
            .0
            .contains(&(at(10.0), Happening::Dispatched(part, crew, at(10.75))))
    );
}

#[test]
fn a_dispatch_elsewhere_leaves_every_arrival_as_it_was() {
    let arrivals = |elsewhere: bool| {
        let mut b = builder(60.0);
        let crew = b.crew(2);
        b.blueprint.crews[0].hours = windows(&[]);
        let law = Law::exponential(HOUR).expect("a law");
        b.blueprint.crews[0].on_call = Some((Calendar::Always, law));
        let part = b.part("part", always(10.0), always(4.0));
        b.mode(part).crew = Some(crew);
        let other = b.part("other", always(5.0), always(4.0));
        b.mode(other).crew = elsewhere.then_some(crew);
        let (_, recorder) = play(&b.build());
        let there = |what: &Happening| match *what {
            Happening::Dispatched(to, _, there) if to == part => Some(there),
            _ => None,
        };
        let found = recorder.0.iter().filter_map(|(_, what)| there(what));
        found.collect::<Vec<_>>()
    };
    assert!(arrivals(false).len() > 2);
    assert_eq!(arrivals(true), arrivals(false));
}

#[test]
fn the_next_job_at_the_same_site_needs_no_travel() {
    let mut b = builder(30.0);
    let crew = b.crew(1);
    b.blueprint.crews[0].hours = windows(&[]);
    b.blueprint.crews[0].on_call = Some((Calendar::Always, always(1.0)));
    let site = b.thing("site");
    let parts = [10.0, 11.0].map(|fails| {
        let part = b.part(&format!("part {fails}"), always(fails), always(4.0));
        b.mode(part).crew = Some(crew);
        let room = b.thing(&format!("room {fails}"));
        b.get(room).at = Some(site);
        b.get(part).at = Some(room);
        part
    });
    let watches = parts.map(|part| b.watch_down(up(part)));
    let blueprint = b.build();
    assert_eq!(
        watches.map(|watch| outages(&blueprint, watch)[0].1),
        [15.0, 19.0]
    );
}

#[test]
fn work_waits_for_the_next_window_and_runs_over_its_end() {
    let mut b = builder(40.0);
    let crew = b.crew(1);
    b.blueprint.crews[0].hours = windows(&[(0.0, 8.0), (24.0, 26.0)]);
    let part = b.part("part", always(10.0), always(4.0));
    b.mode(part).crew = Some(crew);
    let watch = b.watch_down(up(part));
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watch)[0], (10.0, 28.0));
    let (outcome, _) = play(&blueprint);
    assert_eq!(
        (outcome.crews[0].busy, outcome.crews[0].overtime),
        (span(4.0), span(2.0))
    );
}

#[test]
fn without_overtime_the_remainder_waits_for_the_next_window() {
    let mut b = builder(60.0);
    let crew = b.crew(1);
    b.blueprint.crews[0].hours = windows(&[(0.0, 12.0), (24.0, 36.0)]);
    b.blueprint.crews[0].overtime = false;
    let part = b.part("part", always(10.0), always(5.0));
    b.mode(part).crew = Some(crew);
    let watch = b.watch_down(up(part));
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watch)[0], (10.0, 27.0));
    let (outcome, _) = play(&blueprint);
    assert_eq!(
        (outcome.crews[0].busy, outcome.crews[0].overtime),
        (span(5.0), span(0.0))
    );
    assert_eq!(outcome.crews[0].jobs, 1);
}

#[test]
fn a_repair_goes_on_while_needs_are_missing() {
    for (stands_still, end) in [(false, 16.0), (true, 18.0)] {
        let mut b = builder(30.0);
        let power = b.part("power", always(11.0), always(2.0));
        let server = b.part("server", always(10.0), always(6.0));
        b.hard(server, up(power));
        b.mode(server).repair_suspended = stands_still;
        let watch = b.watch_down(up(server));
        assert_eq!(outages(&b.build(), watch)[0], (10.0, end));
    }
}

#[test]
fn a_mode_may_name_its_own_restart_after_repair() {
    let mut b = builder(20.0);
    let part = b.part("part", always(10.0), always(2.0));
    b.mode(part).restart = Some(always(1.5));
    let watch = b.watch_down(up(part));
    assert_eq!(outages(&b.build(), watch), [(10.0, 13.5)]);
}

#[test]
fn what_is_never_repaired_stays_failed() {
    let mut b = builder(20.0);
    let part = b.part("part", always(10.0), always(2.0));
    b.mode(part).repair = None;
    let watch = b.watch_down(up(part));
    assert_eq!(outages(&b.build(), watch), [(10.0, 20.0)]);
}
