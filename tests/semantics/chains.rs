//! Chains of causes (`docs/results.md`, *Chains*): what belongs to an outage, link by link, on models whose every instant is known.

use crate::common::{always, builder, span, up};
use ausfall::batch::chain::{Chains, Witness};
use ausfall::batch::results::Chain;
use ausfall::kernel::{Seed, StreamName};
use ausfall::model::Blueprint;
use ausfall::model::ids::ServiceId;
use ausfall::model::service::Limit;
use ausfall::model::shared::{Effect, Hazard, SharedRepair, Shock};
use ausfall::model::structure::{FailBack, Op};
use ausfall::simulate::{Options, World};

/// The chains of the first service below a level in one audited replication.
fn chains(blueprint: &Blueprint, level: usize) -> Vec<Chain> {
    let mut witness = Witness::default();
    let options = Options {
        audit: true,
        ..Options::default()
    };
    World::new(blueprint)
        .run(&Seed::new(1), 0, options, &mut witness)
        .expect("a sound run");
    let chains = Chains::new(blueprint, &witness);
    let outages = chains.outages(ServiceId::new(0), level);
    outages.iter().map(|outage| chains.chain(outage)).collect()
}

/// The links of a chain, one line each: `10 failed grid`, with an arrow before what followed, and the duration behind.
fn links(chain: &Chain) -> Vec<String> {
    chain
        .links
        .iter()
        .map(|link| {
            let arrow = if link.follows { "> " } else { "" };
            let what = link.what.trim_start_matches("chain-");
            let of = if link.of.is_empty() {
                String::new()
            } else {
                format!(" [{}]", link.of)
            };
            let lasts = link
                .lasts_h
                .map_or_else(String::new, |time| format!(" ({time} h)"));
            format!(
                "{} {arrow}{what} {}{of}{lasts}",
                link.at_h,
                link.subjects.join(", ")
            )
        })
        .collect()
}

/// The links of the only outage of the service below its only level.
fn only(blueprint: &Blueprint) -> Vec<String> {
    let chains = chains(blueprint, 0);
    assert_eq!(chains.len(), 1, "one outage: {chains:#?}");
    links(&chains[0])
}

#[test]
fn a_reserve_that_runs_out_goes_back_to_what_failed_and_on_to_the_restart() {
    let mut b = builder(23.0);
    let grid = b.part("grid", always(10.0), always(4.0));
    let power = b.thing("power");
    b.delayed(power, up(grid), always(1.0));
    let machines = b.thing("machines");
    b.get(machines).restart = Some(always(5.0));
    b.hard(machines, up(power));
    b.service("mail", &[(up(machines), None)]);
    assert_eq!(
        only(&b.build()),
        [
            "10 failed grid",
            "10 > carried power (1 h)",
            "11 exhausted power (1 h)",
            "11 > stopped power, machines",
            "11 > down mail",
            "14 repaired grid (4 h)",
            "14 > up power",
            "19 restarted machines (5 h)",
            "19 > over mail [level 0] (8 h)",
        ]
    );
}

#[test]
fn a_repair_that_was_over_before_the_reserve_ran_out_is_told_all_the_same() {
    let mut b = builder(25.0);
    let pump = b.part("pump", always(10.0), always(1.0));
    let cooling = b.thing("cooling");
    b.get(cooling).restart = Some(always(4.0));
    b.hard(cooling, up(pump));
    let hall = b.thing("hall");
    b.delayed(hall, up(cooling), always(2.0));
    b.service("mail", &[(up(hall), None)]);
    // The pump fails at 10 and is back at 11; the cooling restarts until 15; the hall gives up at 12. The pump ages only while it is up,
    // so it fails again at 21, and that the horizon cuts.
    let told = chains(&b.build(), 0);
    assert_eq!(
        links(&told[0]),
        [
            "10 failed pump",
            "10 > stopped cooling",
            "10 > carried hall (2 h)",
            "11 repaired pump (1 h)",
            "12 exhausted hall (2 h)",
            "12 > stopped hall",
            "12 > down mail",
            "15 restarted cooling (4 h)",
            "15 > up hall",
            "15 > over mail [level 0] (3 h)",
        ]
    );
    assert_eq!(
        links(&told[1]).last().map(String::as_str),
        Some("25 open mail (2 h)"),
        "an outage that the horizon cuts says so"
    );
    assert_eq!(told[1].ended_h, None);
}

#[test]
fn the_partner_that_was_broken_before_belongs_to_it_and_the_spare_that_nobody_missed_does_not() {
    let mut b = builder(15.0);
    let first = b.part("cable 1", always(5.0), always(9.0));
    let second = b.part("cable 2", always(8.0), always(2.0));
    let spares = [("spare 1", 7.0), ("spare 2", 90.0), ("spare 3", 91.0)]
        .map(|(name, fails)| up(b.part(name, always(fails), always(20.0))));
    let either = b.gate(Op::Any, &[up(first), up(second)]);
    let enough = b.gate(Op::AtLeast(2), &spares);
    let both = b.gate(Op::All, &[either, enough]);
    b.service("mail", &[(both, None)]);
    assert_eq!(
        only(&b.build()),
        [
            "5 failed cable 1",
            "8 failed cable 2",
            "8 > down mail",
            "10 repaired cable 2 (2 h)",
            "10 > over mail [level 0] (2 h)",
        ]
    );
}

#[test]
fn what_a_shared_cause_strikes_at_once_is_one_link() {
    let mut b = builder(15.0);
    let parts = ["a", "b"].map(|name| b.part(name, always(100.0), always(3.0)));
    let bystander = b.part("bystander", always(100.0), always(3.0));
    b.shock(Shock {
        name: "update".into(),
        interval: always(10.0),
        members: vec![(parts[0], 1.0), (bystander, 1.0), (parts[1], 1.0)],
        repaired: SharedRepair::Each,
        stream: StreamName::of("shared/update"),
    });
    let either = b.gate(Op::Any, &parts.map(up));
    b.service("mail", &[(either, None)]);
    let blueprint = b.build();
    assert_eq!(
        only(&blueprint),
        [
            "10 struck a, b [update]",
            "10 > down mail",
            "13 repaired a, b (3 h)",
            "13 > over mail [level 0] (3 h)",
        ]
    );
    let chain = &chains(&blueprint, 0)[0];
    assert_eq!(
        (chain.kind.as_str(), chain.cause.as_str()),
        ("shock", "update")
    );
}

#[test]
fn a_switchover_that_fails_is_told_with_the_switching_by_hand() {
    let mut b = builder(20.0);
    let grid = b.part("grid", always(10.0), always(6.0));
    let genset = b.thing("genset");
    let (source, first) = b.first(&[up(grid), up(genset)]);
    b.switchover(first).success = 0.0;
    b.switchover(first).manual = Some(always(2.0));
    let mains = b.thing("mains");
    b.hard(mains, source);
    b.service("mail", &[(up(mains), None)]);
    assert_eq!(
        only(&b.build()),
        [
            "10 failed grid",
            "10 > switch-failed grid+genset [genset]",
            "10 > stopped mains",
            "10 > down mail",
            "12 switched grid+genset [genset] (2 h)",
            "12 > up mains",
            "12 > over mail [level 0] (2 h)",
        ]
    );
}

#[test]
fn handing_back_is_an_outage_with_a_chain_of_its_own() {
    let mut b = builder(20.0);
    let grid = b.part("grid", always(10.0), always(4.0));
    let genset = b.thing("genset");
    let (source, first) = b.first(&[up(grid), up(genset)]);
    b.switchover(first).delay = Some(always(0.5));
    b.switchover(first).fail_back = FailBack::AtOnce;
    b.service("mail", &[(source, None)]);
    let told = chains(&b.build(), 0);
    assert_eq!(
        links(&told[0]),
        [
            "10 failed grid",
            "10 > switching grid+genset [genset]",
            "10 > down mail",
            "10.5 switched grid+genset [genset] (0.5 h)",
            "10.5 > over mail [level 0] (0.5 h)",
        ]
    );
    assert_eq!(
        links(&told[1]),
        [
            "14 handing-back grid+genset [grid]",
            "14 > down mail",
            "14.5 switched grid+genset [grid] (0.5 h)",
            "14.5 > over mail [level 0] (0.5 h)",
        ]
    );
    assert_eq!(told[1].kind, "fail-back");
}

#[test]
fn a_limited_period_that_ends_goes_back_to_what_made_it_begin() {
    let mut b = builder(20.0);
    let main = b.part("main", always(10.0), always(7.0));
    let paper = b.thing("paper");
    let limit = Limit {
        at_most: span(3.0),
        regain: span(1.0),
        continues: false,
    };
    b.service("mail", &[(up(main), None), (up(paper), Some(limit))]);
    let told = chains(&b.build(), 1);
    assert_eq!(told.len(), 1);
    assert_eq!(
        links(&told[0]),
        [
            "10 failed main",
            "10 > level mail [level 1]",
            "13 limit-reached mail [level 1] (3 h)",
            "13 > down mail",
            "17 repaired main (7 h)",
            "17 > over mail [level 0] (4 h)",
        ]
    );
    assert_eq!(told[0].cause, "main");
}

#[test]
fn below_a_better_level_the_steps_further_down_are_told_with_their_reasons() {
    let mut b = builder(20.0);
    let main = b.part("main", always(10.0), always(7.0));
    let paper = b.part("paper", always(12.0), always(2.0));
    b.service("mail", &[(up(main), None), (up(paper), None)]);
    let told = chains(&b.build(), 0);
    assert_eq!(
        links(&told[0]),
        [
            "10 failed main",
            "10 > level mail [level 1]",
            "12 failed paper",
            "12 > down mail",
            "14 repaired paper (2 h)",
            "14 > level mail [level 1]",
            "17 repaired main (7 h)",
            "17 > over mail [level 0] (7 h)",
        ]
    );
}

#[test]
fn a_hazard_takes_a_room_and_what_stands_in_it() {
    let mut b = builder(17.0);
    let room = b.thing("room");
    b.get(room).kind = ausfall::model::component::Kind::Room;
    let server = b.thing("server");
    b.get(server).at = Some(room);
    b.get(server).restart = Some(always(2.0));
    b.hard(server, up(room));
    b.hazard(Hazard {
        name: "fire".into(),
        interval: always(10.0),
        strikes: vec![(room, 1.0)],
        lasts: always(4.0),
        effect: Effect::Suspends,
        stream: StreamName::of("hazard/fire"),
    });
    b.service("mail", &[(up(server), None)]);
    assert_eq!(
        only(&b.build()),
        [
            "10 taken room [fire]",
            "10 > stopped server",
            "10 > down mail",
            "14 set-free room",
            "14 > up room",
            "16 restarted server (2 h)",
            "16 > over mail [level 0] (6 h)",
        ]
    );
}

#[test]
fn a_deadlock_and_the_hand_that_breaks_it_are_told() {
    let mut b = builder(19.0);
    let power = b.part("power", always(10.0), always(1.0));
    let (name, store) = (b.thing("name server"), b.thing("store"));
    b.hard(name, up(power));
    b.hard(name, up(store));
    b.hard(store, up(name));
    b.get(store).bypass_after = Some(span(3.0));
    b.service("mail", &[(up(name), None)]);
    assert_eq!(
        only(&b.build()),
        [
            "10 failed power",
            "10 > stopped name server, store",
            "10 > down mail",
            "10 > deadlock name server, store",
            "11 repaired power (1 h)",
            "13 bypassed store",
            "13 > up store, name server",
            "13 > over mail [level 0] (3 h)",
        ]
    );
}
