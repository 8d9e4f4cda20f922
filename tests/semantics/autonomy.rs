//! Autonomies and stocks (`docs/semantics.md` 11).

use crate::common::{always, at, builder, outages, play, span, up};
use ausfall::kernel::StreamName;
use ausfall::model::component::{Recharge, Standby, Stock};
use ausfall::model::ids::CauseId;
use ausfall::model::structure::FailBack;
use ausfall::simulate::Happening;

#[test]
fn a_battery_bridges_short_losses_and_not_long_ones() {
    for (repair, expected) in [(0.25, vec![]), (2.0, vec![(10.5, 12.0)])] {
        let mut b = builder(20.0);
        let grid = b.part("grid", always(10.0), always(repair));
        let load = b.thing("load");
        b.delayed(load, up(grid), always(0.5));
        let watch = b.watch_down(up(load));
        let blueprint = b.build();
        assert_eq!(outages(&blueprint, watch), expected);
        let (outcome, _) = play(&blueprint);
        assert!(
            outcome
                .outages
                .iter()
                .all(|outage| outage.root == CauseId(grid.0))
        );
    }
}

#[test]
fn needs_that_return_at_the_instant_of_expiry_win() {
    let mut b = builder(20.0);
    let grid = b.part("grid", always(10.0), always(0.5));
    let load = b.thing("load");
    b.delayed(load, up(grid), always(0.5));
    let watch = b.watch_down(up(load));
    assert_eq!(outages(&b.build(), watch), []);
}

#[test]
fn a_battery_bridges_only_while_its_ups_is_up() {
    let mut b = builder(13.0);
    let grid = b.part("grid", always(10.0), always(2.0));
    let ups = b.part("ups", always(10.25), always(0.25));
    let load = b.thing("load");
    b.delayed(load, up(grid), always(1.0)).carried_by = Some(up(ups));
    let watch = b.watch_down(up(load));
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watch), [(10.25, 12.0)]);
    let (outcome, _) = play(&blueprint);
    let load_outage = outcome.outages.iter().find(|outage| outage.watch == watch);
    assert_eq!(
        load_outage.map(|outage| outage.root),
        Some(CauseId(ups.0)),
        "the last straw"
    );
}

#[test]
fn a_linear_recharge_gives_back_what_the_time_allowed() {
    // Up 10, down 1: carried for one of two hours, half left; ten hours of a 40-hour recharge give a quarter back.
    let mut b = builder(33.0);
    let grid = b.part("grid", always(10.0), always(1.0));
    b.mode(grid).repair = Some(always(1.75));
    let load = b.thing("load");
    b.delayed(load, up(grid), always(2.0)).recharge = Recharge::Linear(span(40.0));
    let watch = b.watch_down(up(load));
    // First use 10–11.75 leaves 1/8; ten hours later 3/8 are left: 0.75 h, from 21.75 to 22.5; then 1/4 from 33.25.
    assert_eq!(outages(&b.build(), watch), [(22.5, 23.5)]);
}

#[test]
fn a_full_recharge_is_all_or_nothing() {
    let mut b = builder(30.0);
    let grid = b.part("grid", always(10.0), always(1.0));
    let load = b.thing("load");
    b.delayed(load, up(grid), always(2.0)).recharge = Recharge::Full(always(12.0));
    let watch = b.watch_down(up(load));
    // The recharge from 11 is broken off at 21, so the second loss is felt at once.
    assert_eq!(outages(&b.build(), watch), [(21.0, 22.0)]);
}

#[test]
fn a_recharge_by_the_grid_does_not_come_from_the_generator() {
    let mut b = builder(60.0);
    let grid = b.part("grid", always(10.0), always(30.0));
    let genset = b.part("genset", always(5.0), always(1.0));
    b.get(genset).standby = Standby::Cold;
    let (source, first) = b.first(&[up(grid), up(genset)]);
    b.switchover(first).fail_back = FailBack::AtOnce;
    b.switchover(first).delay = Some(always(0.25));
    let load = b.thing("load");
    let battery = b.delayed(load, source, always(0.5));
    battery.recharged_by = Some(up(grid));
    let watch = b.watch_down(up(load));
    // Generator from 10.25, fails at 15.25; the battery has 0.25 h left and is empty at 15.5, the generator is back at 16.25;
    // it fails again at 21.25 with nothing left, and so on every six hours until the grid returns at 40.
    let felt = outages(&b.build(), watch);
    assert_eq!(felt[..2], [(15.5, 16.25), (21.25, 22.25)]);
}

#[test]
fn a_tank_lasts_while_the_generator_runs_and_a_delivery_fills_it() {
    let mut b = builder(60.0);
    let grid = b.part("grid", always(10.0), always(40.0));
    let genset = b.thing("genset");
    b.get(genset).standby = Standby::Cold;
    b.get(genset).stock = Some(Stock {
        autonomy: span(8.0),
        delivery: Some(always(12.0)),
        stream: StreamName::of("component/genset/stock"),
    });
    let (source, first) = b.first(&[up(grid), up(genset)]);
    b.switchover(first).fail_back = FailBack::AtOnce;
    let watch = b.watch_down(source);
    let blueprint = b.build();
    // Runs 10–18, ordered at 10 and filled at 22; runs 22–30, ordered at 22, filled at 34, and so on.
    assert_eq!(
        outages(&blueprint, watch),
        [(18.0, 22.0), (30.0, 34.0), (42.0, 46.0)]
    );
    let (outcome, recorder) = play(&blueprint);
    assert!(
        outcome
            .outages
            .iter()
            .all(|outage| outage.root == CauseId(grid.0))
    );
    assert!(
        recorder
            .0
            .contains(&(at(18.0), Happening::StockEmpty(genset)))
    );
}

#[test]
fn a_tank_without_delivery_stays_empty() {
    let mut b = builder(60.0);
    let grid = b.part("grid", always(10.0), always(20.0));
    let genset = b.thing("genset");
    b.get(genset).standby = Standby::Cold;
    b.get(genset).stock = Some(Stock {
        autonomy: span(8.0),
        delivery: None,
        stream: StreamName::of("component/genset/stock"),
    });
    let (source, first) = b.first(&[up(grid), up(genset)]);
    b.switchover(first).fail_back = FailBack::AtOnce;
    let watch = b.watch_down(source);
    assert_eq!(outages(&b.build(), watch), [(18.0, 30.0), (40.0, 60.0)]);
}
