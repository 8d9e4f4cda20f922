//! Levels, limited periods, losses (`docs/semantics.md` 12, 19, 22, 25).

use crate::common::{always, at, builder, outages, play, span, up};
use ausfall::kernel::Seed;
use ausfall::model::Builder;
use ausfall::model::ids::{GroupId, OrganisationId, ServiceId, WatchId};
use ausfall::model::organisation::{Group, Organisation, Use};
use ausfall::model::service::Limit;
use ausfall::model::watch::{Observed, Probe, Until};
use ausfall::simulate::outcome::GroupYear;
use ausfall::simulate::{Happening, Options, Silent, Stop, World};
use ausfall::units::{MICROS_PER_YEAR, Span};

fn limit(at_most: f64, regain: f64, continues: bool) -> Option<Limit> {
    Some(Limit {
        at_most: span(at_most),
        regain: span(regain),
        continues,
    })
}

/// A service whose best level is out from 10 to 30, with a limited emergency level besides.
fn emergency(limit: Option<Limit>) -> (Builder, ServiceId) {
    let mut b = builder(60.0);
    let main = b.part("main", always(10.0), always(20.0));
    let spare = b.thing("spare");
    let service = b.service("s", &[(up(main), None), (up(spare), limit)]);
    (b, service)
}

#[test]
fn a_limited_level_ends_when_its_period_is_over() {
    let (b, _) = emergency(limit(8.0, 0.0, false));
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, WatchId(0))[0], (10.0, 30.0));
    assert_eq!(
        outages(&blueprint, WatchId(1)),
        [(18.0, 30.0), (48.0, 60.0)]
    );
    let (outcome, _) = play(&blueprint);
    assert!(
        outcome.outages.iter().all(|outage| outage.root.0 == 0),
        "what made the clock start"
    );
}

#[test]
fn the_period_comes_back_only_after_its_time_in_a_higher_level() {
    let (b, _) = emergency(limit(8.0, 11.0, false));
    // Ten hours in the best level do not bring the period back.
    assert_eq!(
        outages(&b.build(), WatchId(1)),
        [(18.0, 30.0), (40.0, 60.0)]
    );
    // Ten hours exactly meet a time of ten hours.
    let (b, _) = emergency(limit(8.0, 10.0, false));
    assert_eq!(
        outages(&b.build(), WatchId(1)),
        [(18.0, 30.0), (48.0, 60.0)]
    );
}

#[test]
fn a_period_that_is_not_used_up_goes_on_where_it_stood() {
    let mut b = builder(34.0);
    let main = b.part("main", always(10.0), always(5.0));
    let spare = b.thing("spare");
    b.service(
        "s",
        &[(up(main), None), (up(spare), limit(8.0, 24.0, false))],
    );
    // Five hours used from 10, three left from 25.
    assert_eq!(outages(&b.build(), WatchId(1)), [(28.0, 30.0)]);
}

#[test]
fn a_level_that_continues_only_records_the_breach() {
    let (b, service) = emergency(limit(8.0, 0.0, true));
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, WatchId(1)), []);
    let (_, recorder) = play(&blueprint);
    assert!(
        recorder
            .0
            .contains(&(at(18.0), Happening::LimitReached(service, 1)))
    );
}

#[test]
fn the_next_lower_level_takes_over_at_the_limit() {
    let mut b = builder(40.0);
    let main = b.part("main", always(10.0), always(20.0));
    let spare = b.thing("spare");
    let service = b.service(
        "s",
        &[
            (up(main), None),
            (up(spare), limit(8.0, 0.0, false)),
            (up(spare), None),
        ],
    );
    let blueprint = b.build();
    let (_, recorder) = play(&blueprint);
    let levels = recorder.0.iter().filter_map(|(when, what)| match what {
        Happening::Level(of, level, _) if *of == service => Some((when.hours(), *level)),
        _ => None,
    });
    assert_eq!(
        levels.collect::<Vec<_>>(),
        [(10.0, 1), (18.0, 2), (30.0, 0), (40.0, 1)]
    );
}

#[test]
fn the_demanded_episode_ignores_the_limit() {
    let (mut b, service) = emergency(limit(8.0, 0.0, false));
    let demanded = b.watch(Observed::Demanded(service, 1));
    assert_eq!(outages(&b.build(), demanded), [(10.0, 30.0), (40.0, 60.0)]);
}

#[test]
fn a_level_is_set_up_when_no_better_one_is_in_force() {
    let (mut b, service) = emergency(None);
    let component = b.blueprint.services[service.index()].levels[1].component;
    b.get(component).restart = Some(always(1.0));
    assert_eq!(
        outages(&b.build(), WatchId(1)),
        [(10.0, 11.0), (40.0, 41.0)]
    );
}

#[test]
fn a_probe_looks_when_all_else_of_its_instant_is_done() {
    let mut b = builder(20.0);
    let part = b.part("part", always(10.0), always(5.0));
    for hours in [9.0, 10.0, 15.0] {
        b.blueprint.probes.push(Probe {
            signal: up(part),
            at: at(hours),
            before: false,
            subject: String::new(),
        });
    }
    assert_eq!(play(&b.build()).0.probes, [true, false, true]);
}

/// Two organisations of 100 and 50 users; the first uses both services, the second the second.
fn users(b: &mut Builder) {
    let uses = |service, down| Use {
        service: ServiceId(service),
        reach: None,
        stops: vec![0, down],
    };
    let organisation = |name: &str, users, uses| Organisation {
        name: name.into(),
        users,
        uses,
    };
    b.blueprint.organisations = vec![
        organisation("one", 100, vec![uses(0, 300_000), uses(1, 500_000)]),
        organisation("two", 50, vec![uses(1, 1_000_000)]),
    ];
    b.blueprint.groups = vec![Group {
        name: "all organisations".into(),
        members: vec![OrganisationId(0), OrganisationId(1)],
    }];
}

fn losing() -> Builder {
    let mut b = builder(0.0);
    b.blueprint.horizon = Span::from_micros(MICROS_PER_YEAR);
    let parts = [(20.0, 10.0), (26.0, 2.0)]
        .map(|(fails, repair)| b.part(&format!("part {fails}"), always(fails), always(repair)));
    for part in parts {
        b.mode(part).fails = Some(always(if part.0 == 0 { 20.0 } else { 26.0 }));
        b.service(&format!("s{}", part.0), &[(up(part), None)]);
    }
    b
}

#[test]
fn the_largest_share_counts_and_never_the_sum() {
    let mut b = losing();
    users(&mut b);
    b.blueprint.horizon = span(40.0);
    let (outcome, _) = play(&b.build());
    // 20–30 at 30 % of 100 users, but 26–28 at 50 %; the second organisation 26–28 in full.
    let one = (8.0 * 30.0 + 2.0 * 50.0) * 3600.0;
    assert_eq!(outcome.losses[0], (OrganisationId(0), one as i64));
    assert_eq!(outcome.losses[1], (OrganisationId(1), 100 * 3600));
}

#[test]
fn the_worst_day_is_a_civil_day_and_the_most_members_down_are_counted_at_once() {
    let mut b = losing();
    users(&mut b);
    b.mode(ausfall::model::ids::ComponentId(0)).repair = Some(always(1e6));
    b.mode(ausfall::model::ids::ComponentId(1)).repair = None;
    b.mode(ausfall::model::ids::ComponentId(1)).fails = Some(always(26.0));
    let (outcome, _) = play(&b.build());
    let hours = 8766.0 - 26.0;
    let lost = 6.0 * 30.0 + hours * 100.0;
    // The day on which summer time ends has 25 hours.
    let expected = GroupYear {
        group: GroupId(0),
        year: 0,
        lost: (lost * 3600.0) as i64,
        worst_day: 25 * 100 * 3600,
        most_down: 2,
    };
    assert_eq!(outcome.years, [expected]);
}

#[test]
fn a_loss_that_cannot_be_counted_stops_the_run() {
    let lost = |years: f64| {
        let mut b = builder(years * 8_766.0);
        let main = b.part("main", always(1.0), always(1e6));
        let service = b.service("s", &[(up(main), None)]);
        let uses = vec![Use {
            service,
            reach: None,
            stops: vec![0, 1_000_000],
        }];
        b.blueprint.organisations = vec![Organisation {
            name: "everybody".into(),
            users: 10_000_000_000,
            uses,
        }];
        let blueprint = b.build();
        let mut world = World::new(&blueprint);
        let outcome = world.run(&Seed::new(1), 0, Options::default(), &mut Silent);
        outcome.map(|outcome| outcome.losses[0].1)
    };
    assert_eq!(lost(1.0), Ok(8_765 * 3_600 * 10_000_000_000));
    assert_eq!(lost(30.0), Err(Stop::TooManyUserSeconds));
}

/// Ruling 26: the replication is over with the instant in which the event begins, and what is open then is told.
#[test]
fn a_replication_ends_with_its_event() {
    let mut b = builder(100.0);
    let (first, second) = (
        b.part("first", always(10.0), always(8.0)),
        b.part("second", always(15.0), always(100.0)),
    );
    let (watch, other) = (b.watch_down(up(second)), b.watch_down(up(first)));
    let mut blueprint = b.build();
    blueprint.until = Some(Until { watch });
    let (outcome, _) = play(&blueprint);
    let told: Vec<_> = outcome
        .outages
        .iter()
        .map(|outage| (outage.watch, outage.begin, outage.end, outage.censored))
        .collect();
    assert_eq!(
        told,
        [
            (watch, at(15.0), at(15.0), true),
            (other, at(10.0), at(15.0), true)
        ]
    );
    blueprint.horizon = span(12.0);
    let (cut, _) = play(&blueprint);
    let told: Vec<_> = cut.outages.iter().map(|outage| outage.watch).collect();
    assert_eq!(told, [other], "the event lies beyond the longest horizon");
}
