//! Switchovers (`docs/semantics.md` 15).

use crate::common::{HOUR, always, at, builder, outages, play, up};
use ausfall::dist::Law;
use ausfall::model::blueprint::Cause;
use ausfall::model::component::Standby;
use ausfall::model::ids::{CauseId, FirstId};
use ausfall::model::structure::FailBack;
use ausfall::simulate::Happening;

#[test]
fn without_a_delay_nobody_falls_for_an_instant() {
    let mut b = builder(30.0);
    let first = b.part("first", always(10.0), always(2.0));
    let second = b.thing("second");
    let (either, _) = b.first(&[up(first), up(second)]);
    let load = b.thing("load");
    b.get(load).restart = Some(always(5.0));
    b.hard(load, either);
    let watch = b.watch_down(up(load));
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watch), []);
    let (outcome, _) = play(&blueprint);
    assert!(outcome.components.iter().all(|used| used.component != load));
}

#[test]
fn a_common_loss_below_both_entries_is_no_demand() {
    let mut b = builder(30.0);
    let power = b.part("power", always(10.0), always(2.0));
    let (one, two) = (b.thing("one"), b.thing("two"));
    b.hard(one, up(power));
    b.hard(two, up(power));
    let (either, _) = b.first(&[up(one), up(two)]);
    let watch = b.watch_down(either);
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watch), [(10.0, 12.0), (22.0, 24.0)]);
    let (_, recorder) = play(&blueprint);
    let switched = recorder
        .0
        .iter()
        .find(|(_, what)| matches!(what, Happening::Switched(..)));
    assert_eq!(
        switched,
        Some(&(at(12.0), Happening::Switched(FirstId(0), 0)))
    );
}

#[test]
fn a_delay_is_an_outage_and_the_fail_back_is_one_of_its_own_cause() {
    let mut b = builder(20.0);
    let grid = b.part("grid", always(10.0), always(4.0));
    let genset = b.thing("genset");
    let (source, first) = b.first(&[up(grid), up(genset)]);
    b.switchover(first).delay = Some(always(0.5));
    b.switchover(first).fail_back = FailBack::AtOnce;
    let watch = b.watch_down(source);
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watch), [(10.0, 10.5), (14.0, 14.5)]);
    let (outcome, _) = play(&blueprint);
    let fail_back = blueprint.cause_id(Cause::FailBack(first));
    let roots: Vec<_> = outcome.outages.iter().map(|outage| outage.root).collect();
    assert_eq!(roots, [CauseId(grid.0), fail_back]);
    assert_eq!(outcome.causes, [(fail_back, 1)]);
}

#[test]
fn a_cold_standby_ages_only_while_it_is_active() {
    let mut b = builder(60.0);
    let main = b.part("main", always(10.0), always(5.0));
    let spare = b.part("spare", always(7.0), always(100.0));
    b.get(spare).standby = Standby::Cold;
    let (either, first) = b.first(&[up(main), up(spare)]);
    b.switchover(first).fail_back = FailBack::AtOnce;
    let watch = b.watch_down(either);
    // The spare runs 10–15 and fails after two hours more, at 27; the main unit is back at 30.
    assert_eq!(outages(&b.build(), watch)[0], (27.0, 30.0));
}

#[test]
fn a_warm_standby_ages_at_its_share() {
    let mut b = builder(60.0);
    let main = b.part("main", always(50.0), always(5.0));
    let spare = b.part("spare", always(10.0), always(100.0));
    b.get(spare).standby = Standby::Warm(0.25);
    let (_, _) = b.first(&[up(main), up(spare)]);
    let watch = b.watch_down(up(spare));
    assert_eq!(outages(&b.build(), watch), [(40.0, 60.0)]);
}

#[test]
fn a_demand_that_fails_is_switched_by_hand() {
    let mut b = builder(20.0);
    let main = b.part("main", always(10.0), always(6.0));
    let spare = b.thing("spare");
    let (either, first) = b.first(&[up(main), up(spare)]);
    b.switchover(first).success = 0.0;
    b.switchover(first).manual = Some(always(2.0));
    let watch = b.watch_down(either);
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watch), [(10.0, 12.0)]);
    let (_, recorder) = play(&blueprint);
    assert!(
        recorder
            .0
            .contains(&(at(10.0), Happening::SwitchFailed(first)))
    );
}

#[test]
fn a_demand_that_fails_for_good_waits_for_the_repair() {
    let mut b = builder(20.0);
    let main = b.part("main", always(10.0), always(6.0));
    let spare = b.thing("spare");
    let (either, first) = b.first(&[up(main), up(spare)]);
    b.switchover(first).success = 0.0;
    let watch = b.watch_down(either);
    assert_eq!(outages(&b.build(), watch), [(10.0, 16.0)]);
}

#[test]
fn a_repair_finished_while_switching_cancels_it() {
    let mut b = builder(15.0);
    let main = b.part("main", always(10.0), always(1.0));
    let spare = b.thing("spare");
    let (either, first) = b.first(&[up(main), up(spare)]);
    b.switchover(first).delay = Some(always(3.0));
    let watch = b.watch_down(either);
    assert_eq!(outages(&b.build(), watch), [(10.0, 11.0)]);
}

#[test]
fn a_repair_does_not_cancel_a_switching_that_ends_sooner_than_its_activation() {
    let mut b = builder(15.0);
    let main = b.part("main", always(10.0), always(1.0));
    let spare = b.thing("spare");
    let (either, first) = b.first(&[up(main), up(spare)]);
    b.switchover(first).delay = Some(always(1.5));
    b.switchover(first).activation = Some(always(1.5));
    let watch = b.watch_down(either);
    assert_eq!(outages(&b.build(), watch), [(10.0, 11.5)]);
}

#[test]
fn a_switchover_is_abandoned_when_the_standby_fails_and_the_first_unit_repaired_is_activated() {
    let mut b = builder(30.0);
    let main = b.part("main", always(10.0), always(8.0));
    let spare = b.part("spare", always(11.0), always(4.0));
    let (either, first) = b.first(&[up(main), up(spare)]);
    b.switchover(first).delay = Some(always(2.0));
    b.switchover(first).activation = Some(always(0.5));
    let watch = b.watch_down(either);
    // The spare fails at 11 while being switched to, is repaired at 15, and active at 15.5.
    assert_eq!(outages(&b.build(), watch)[0], (10.0, 15.5));
}

#[test]
fn a_spare_shared_by_two_positions_is_active_in_one_only() {
    let mut b = builder(30.0);
    let one = b.part("one", always(10.0), always(8.0));
    let two = b.part("two", always(12.0), always(100.0));
    let spare = b.thing("spare");
    let (first, id) = b.first(&[up(one), up(spare)]);
    b.switchover(id).fail_back = FailBack::AtOnce;
    let (second, _) = b.first(&[up(two), up(spare)]);
    let watches = [first, second].map(|signal| b.watch_down(signal));
    let blueprint = b.build();
    assert_eq!(outages(&blueprint, watches[0]), [(28.0, 30.0)]);
    // The second position gets the spare when the first hands it back at 18.
    assert_eq!(outages(&blueprint, watches[1]), [(12.0, 18.0)]);
}

#[test]
fn a_spare_on_its_way_to_one_position_is_not_switched_to_for_another() {
    let mut b = builder(39.0);
    let one = b.part("one", always(10.0), always(20.0));
    let two = b.part("two", always(11.0), always(25.0));
    let spare = b.part("spare", always(8.0), always(100.0));
    b.get(spare).standby = Standby::Cold;
    let (first, id) = b.first(&[up(one), up(spare)]);
    b.switchover(id).delay = Some(always(2.0));
    let (second, other) = b.first(&[up(two), up(spare)]);
    b.switchover(other).delay = Some(always(2.0));
    let watches = [first, second].map(|signal| b.watch_down(signal));
    let blueprint = b.build();
    // The spare is on its way from 10 to 12 and runs for the eight hours that it lasts; only then it ages.
    assert_eq!(
        outages(&blueprint, watches[0]),
        [(10.0, 12.0), (20.0, 30.0)]
    );
    assert_eq!(outages(&blueprint, watches[1])[0], (11.0, 36.0));
}

#[test]
fn a_spare_that_one_position_no_longer_waits_for_goes_to_the_other() {
    let mut b = builder(30.0);
    let one = b.part("one", always(10.0), always(2.0));
    let two = b.part("two", always(11.0), always(100.0));
    let spare = b.thing("spare");
    let (_, id) = b.first(&[up(one), up(spare)]);
    b.switchover(id).delay = Some(always(3.0));
    let (second, _) = b.first(&[up(two), up(spare)]);
    let watch = b.watch_down(second);
    // The repair at 12 cancels the first switching: the spare is free again.
    assert_eq!(outages(&b.build(), watch), [(11.0, 12.0)]);
}

#[test]
fn each_fail_back_of_one_demand_has_a_delay_of_its_own() {
    let mut b = builder(70.0);
    let first = b.part("first", always(32.0), always(30.0));
    let second = b.part("second", always(31.0), always(11.0));
    let third = b.thing("third");
    let (either, id) = b.first(&[up(first), up(second), up(third)]);
    b.switchover(id).delay = Some(Law::exponential(0.1 * HOUR).expect("a law"));
    b.switchover(id).fail_back = FailBack::AtOnce;
    let watch = b.watch_down(either);
    let outages = outages(&b.build(), watch);
    let of_fail_back = |begin: f64| {
        let found = outages.iter().find(|outage| outage.0 == begin);
        let (begin, end) = found.expect("an interruption");
        ((end - begin) * HOUR).round()
    };
    // From the third entry to the second at 42, to the first at 62.
    assert_ne!(of_fail_back(42.0), of_fail_back(62.0));
}

#[test]
fn a_unit_repaired_while_the_standby_was_switched_to_is_activated_when_that_is_lost() {
    let mut b = builder(15.0);
    let main = b.part("main", always(10.0), always(1.0));
    let spare = b.part("spare", always(11.4), always(100.0));
    let (either, first) = b.first(&[up(main), up(spare)]);
    b.switchover(first).delay = Some(always(1.5));
    b.switchover(first).activation = Some(always(2.0));
    let watch = b.watch_down(either);
    // Repaired at 11, too late to cancel the switching that would end at 11.5; activated from 11.4 on.
    assert_eq!(outages(&b.build(), watch), [(10.0, 13.4)]);
}

#[test]
fn a_further_standby_is_tried_when_the_one_switched_to_is_lost() {
    let mut b = builder(15.0);
    let main = b.part("main", always(10.0), always(100.0));
    let spare = b.part("spare", always(11.0), always(100.0));
    let third = b.thing("third");
    let (either, first) = b.first(&[up(main), up(spare), up(third)]);
    b.switchover(first).delay = Some(always(2.0));
    b.switchover(first).activation = Some(always(0.5));
    let watch = b.watch_down(either);
    assert_eq!(outages(&b.build(), watch), [(10.0, 13.0)]);
}

#[test]
fn of_several_units_that_came_up_meanwhile_the_first_that_is_still_up_is_activated() {
    let mut b = builder(30.0);
    let one = b.part("one", always(10.0), always(3.0));
    let two = b.part("two", always(9.0), always(5.0));
    let three = b.part("three", always(8.0), always(7.0));
    let (either, first) = b.first(&[up(one), up(two), up(three)]);
    b.switchover(first).activation = Some(always(6.0));
    b.switchover(first).success = 0.0;
    b.fails(one, Some(always(13.0)), Some(always(50.0)));
    b.fails(two, Some(always(9.5)), Some(always(50.0)));
    let watch = b.watch_down(either);
    // Nothing is left at 10. The first comes up at 13, the second at 14, which is lost at 14.5, the third at 15; at 16 the first is lost.
    assert_eq!(outages(&b.build(), watch)[0], (10.0, 22.0));
}

#[test]
fn two_switchovers_that_lose_what_was_coming_take_different_entries() {
    let mut b = builder(40.0);
    let one = b.part("one", always(10.0), always(2.0));
    let two = b.part("two", always(10.0), always(2.0));
    let power = b.part("power", always(14.0), always(100.0));
    b.hard(one, up(power));
    b.hard(two, up(power));
    let spare = b.part("spare", always(9.0), always(4.0));
    let other = b.part("other", always(9.0), always(4.5));
    let (first, id) = b.first(&[up(one), up(spare)]);
    let (second, another) = b.first(&[up(two), up(spare), up(other)]);
    for id in [id, another] {
        b.switchover(id).activation = Some(always(3.0));
    }
    let watches = [first, second].map(|signal| b.watch_down(signal));
    let blueprint = b.build();
    // Both wait for what came up at 12 until that is lost at 14; spare and other came up at 13 and 13.5.
    assert_eq!(outages(&blueprint, watches[0])[0], (10.0, 17.0));
    assert_eq!(outages(&blueprint, watches[1])[0], (10.0, 17.0));
}
