//! The core against exact answers: long replications of textbook systems, bounds of four standard errors over replications.

mod common;

use ausfall::dist::Law;
use ausfall::kernel::Seed;
use ausfall::kernel::StreamName;
use ausfall::model::Blueprint;
use ausfall::model::Builder;
use ausfall::model::blueprint::Initially;
use ausfall::model::component::Recharge;
use ausfall::model::component::Standby;
use ausfall::model::ids::{ComponentId, WatchId};
use ausfall::model::service::Limit;
use ausfall::model::shared::{SharedRepair, Shock};
use ausfall::model::structure::Op;
use ausfall::model::watch::Probe;
use ausfall::simulate::{Options, Silent, World};
use common::{HOUR, builder, span, up};

fn exponential(hours: f64) -> Law {
    Law::exponential(hours * HOUR).expect("a mean above 0")
}

/// Share of the time in outage of watch 0 in each of `n` replications.
fn shares(blueprint: &Blueprint, n: u64) -> Vec<f64> {
    let (seed, mut world) = (Seed::new(20_251_124), World::new(blueprint));
    let counted = (blueprint.horizon - blueprint.warm_up).hours();
    let warm = common::at(blueprint.warm_up.hours());
    let share = |replication| {
        let outcome = world.run(&seed, replication, Options::default(), &mut Silent);
        let outages = &outcome.expect("a sound run").outages;
        let down = outages.iter().filter(|outage| outage.watch == WatchId(0));
        down.map(|outage| (outage.end - outage.begin.max(warm)).hours())
            .sum::<f64>()
            / counted
    };
    (0..n).map(share).collect()
}

/// The mean of `values` lies within four standard errors of `exact` (P of a false alarm: 6 in 100,000), and the standard
/// error is small enough, relative to `exact`, to tell a wrong model from a right one.
fn assert_mean(values: &[f64], exact: f64, relative_error: f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values
        .iter()
        .map(|value| (value - mean) * (value - mean))
        .sum::<f64>()
        / (n - 1.0);
    let error = (variance / n).sqrt();
    let z = (mean - exact) / error;
    assert!(z.abs() < 4.0, "mean {mean}, exact {exact}, z {z}");
    assert!(
        error < relative_error * exact,
        "standard error {error} of {exact}"
    );
}

fn long() -> Builder {
    let mut b = builder(220_000.0);
    b.blueprint.warm_up = common::span(20_000.0);
    b
}

/// Two units with failure rate λ and one repairer with rate μ, ρ = λ/μ: P(both failed) = 2ρ²/(1 + 2ρ + 2ρ²).
#[test]
fn two_units_with_one_crew_are_both_down_for_the_known_share() {
    let mut b = long();
    let crew = b.crew(1);
    let units = ["a", "b"].map(|name| b.part(name, exponential(200.0), exponential(15.0)));
    units
        .iter()
        .for_each(|&unit| b.mode(unit).crew = Some(crew));
    let either = b.gate(Op::Any, &units.map(up));
    b.watch_down(either);
    let rho: f64 = 15.0 / 200.0;
    let exact = 2.0 * rho * rho / (1.0 + 2.0 * rho + 2.0 * rho * rho);
    assert_mean(&shares(&b.build(), 100), exact, 0.02);
}

fn pair(b: &mut Builder, fails: f64, repair: f64, standby: Standby) -> [ComponentId; 2] {
    ["a", "b"].map(|name| {
        let unit = b.part(name, exponential(fails), exponential(repair));
        b.get(unit).standby = standby;
        unit
    })
}

/// REF-009.
#[test]
fn a_cold_standby_with_one_crew_is_down_for_the_known_share() {
    let mut b = long();
    let crew = b.crew(1);
    let units = pair(&mut b, 200.0, 15.0, Standby::Cold);
    units
        .iter()
        .for_each(|&unit| b.mode(unit).crew = Some(crew));
    let (either, _) = b.first(&units.map(up));
    b.watch_down(either);
    assert_mean(&shares(&b.build(), 100), 0.005_205_320_994_79, 0.02);
}

/// REF-010.
#[test]
fn a_warm_standby_with_imperfect_switching_is_down_for_the_known_share() {
    let mut b = long();
    let units = pair(&mut b, 300.0, 12.0, Standby::Warm(0.2));
    let (either, first) = b.first(&units.map(up));
    b.switchover(first).success = 0.9;
    b.switchover(first).manual = Some(exponential(0.5));
    b.watch_down(either);
    assert_mean(&shares(&b.build(), 150), 0.001_065_238_294_55, 0.03);
}

/// REF-011.
#[test]
fn a_cold_standby_with_a_switching_delay_is_down_for_the_known_share() {
    let mut b = long();
    let units = pair(&mut b, 150.0, 10.0, Standby::Cold);
    let (either, first) = b.first(&units.map(up));
    b.switchover(first).delay = Some(common::always(0.25));
    b.switchover(first).activation = Some(common::always(0.25));
    b.watch_down(either);
    assert_mean(&shares(&b.build(), 100), 0.003_684_933_361_06, 0.02);
}

/// REF-043.
#[test]
fn only_grid_outages_longer_than_the_autonomy_are_felt() {
    let mut b = long();
    let repair = Law::lognormal(0.4 * HOUR, 1.3).expect("a median above 0");
    let grid = b.part("grid", exponential(600.0), repair);
    let load = b.thing("load");
    b.delayed(load, up(grid), common::always(1.0));
    b.watch_down(up(load));
    assert_mean(&shares(&b.build(), 200), 0.000_721_963_093_071, 0.05);
}

/// REF-044.
#[test]
fn a_battery_that_needs_time_to_recharge_is_felt_for_the_known_share() {
    let mut b = long();
    let repair = Law::erlang(2, 3.0 * HOUR).expect("two phases");
    let grid = b.part("grid", exponential(60.0), repair);
    let load = b.thing("load");
    b.delayed(load, up(grid), common::always(2.0)).recharge = Recharge::Full(exponential(15.0));
    b.watch_down(up(load));
    assert_mean(&shares(&b.build(), 40), 0.026_260_135_753_4, 0.02);
}

/// REF-046: an hour of set-up, then at most eight hours of emergency operation, then nothing.
#[test]
fn an_emergency_operation_that_is_set_up_and_limited_is_down_for_the_known_share() {
    let mut b = long();
    let repair = Law::lognormal(3.0 * HOUR, 1.2).expect("a median above 0");
    let main = b.part("main", exponential(200.0), repair);
    let spare = b.thing("emergency equipment");
    let limit = Limit {
        at_most: span(8.0),
        regain: span(0.0),
        continues: false,
    };
    let service = b.service("s", &[(up(main), None), (up(spare), Some(limit))]);
    let emergency = b.blueprint.services[service.index()].levels[1].component;
    b.get(emergency).restart = Some(common::always(1.0));
    b.blueprint.watches.remove(0);
    assert_mean(&shares(&b.build(), 100), 0.014_930_781_704_9, 0.03);
}

/// REF-018: two shared causes, one of which strikes each member with a chance of one half.
#[test]
fn shared_causes_and_single_failures_together_give_the_known_share() {
    let mut b = long();
    let laws = [(700.0, 12.0), (700.0, 12.0), (400.0, 6.0), (500.0, 9.0)];
    let [a, bb, c, d] = laws.map(|(fails, repair)| {
        let number = b.blueprint.components.len();
        b.part(
            &format!("part {number}"),
            exponential(fails),
            exponential(repair),
        )
    });
    for (name, mean, members) in [
        ("one", 5000.0, vec![(a, 1.0), (bb, 1.0)]),
        ("two", 2500.0, vec![(bb, 0.5), (c, 0.5), (d, 0.5)]),
    ] {
        b.shock(Shock {
            name: name.into(),
            interval: exponential(mean),
            members,
            repaired: SharedRepair::Each,
            stream: StreamName::of(name),
        });
    }
    let left = b.gate(Op::Any, &[up(a), up(bb)]);
    let right = b.gate(Op::Any, &[up(c), up(d)]);
    let both = b.gate(Op::All, &[left, right]);
    b.watch_down(both);
    assert_mean(&shares(&b.build(), 100), 0.002_188_677_534_17, 0.03);
}

/// Share of replications in which probe 0 found its signal down, with its binomial standard error.
fn assert_probe(blueprint: &Blueprint, n: u64, exact: f64) {
    let (seed, mut world) = (Seed::new(15), World::new(blueprint));
    let found = (0..n).filter(|&replication| {
        let outcome = world.run(&seed, replication, Options::default(), &mut Silent);
        outcome.expect("a sound run").probes[0]
    });
    let share = found.count() as f64 / n as f64;
    let z = (share - exact) / (exact * (1.0 - exact) / n as f64).sqrt();
    assert!(z.abs() < 4.0, "share {share}, exact {exact}, z {z}");
}

/// REF-017: servers neither fail nor progress in repair while their site is down.
#[test]
fn servers_that_are_frozen_with_their_site_are_up_with_the_known_probability() {
    let mut b = builder(40.0);
    let site = b.part("site", exponential(800.0), exponential(16.0));
    let servers = ["a", "b"].map(|name| {
        let server = b.part(name, exponential(200.0), exponential(10.0));
        b.hard(server, up(site));
        b.mode(server).repair_suspended = true;
        up(server)
    });
    let either = b.gate(Op::Any, &servers);
    let signal = b.gate(Op::All, &[up(site), either]);
    b.blueprint.probes.push(Probe {
        signal,
        at: common::at(40.0),
        before: false,
        subject: String::new(),
    });
    assert_probe(&b.build(), 60_000, 0.979_768_163_893);
}

/// REF-015: servers go on ageing and being repaired while their site is down.
#[test]
fn servers_that_age_without_their_site_are_up_with_the_known_probability() {
    let mut b = builder(30.0);
    let site = b.part("site", exponential(2000.0), exponential(6.0));
    let servers = ["a", "b", "c"].map(|name| {
        let server = b.part(name, exponential(400.0), exponential(12.0));
        b.hard(server, up(site));
        b.mode(server).ages_always = true;
        up(server)
    });
    let signal = b.gate(Op::AtLeast(2), &servers);
    b.blueprint.probes.push(Probe {
        signal,
        at: common::at(30.0),
        before: false,
        subject: String::new(),
    });
    assert_probe(&b.build(), 60_000, 0.994_901_985_866);
}

/// REF-012: three units used one after another, ageing only while active.
#[test]
fn cold_standbys_of_a_weibull_life_fail_in_turn_with_the_known_probability() {
    let mut b = builder(1200.0);
    let life = Law::weibull(500.0 * HOUR, 1.8).expect("a scale and a shape");
    let units = ["a", "b", "c"].map(|name| {
        let unit = b.part(name, life.clone(), common::always(1.0));
        b.mode(unit).repair = None;
        b.get(unit).standby = Standby::Cold;
        up(unit)
    });
    let (signal, _) = b.first(&units);
    b.blueprint.probes.push(Probe {
        signal,
        at: common::at(1200.0),
        before: false,
        subject: String::new(),
    });
    assert_probe(&b.build(), 40_000, 1.0 - 0.409_702_011_803);
}

/// A server with Weibull shape 0.7 and MTBF 110,000 h fails in a year with 18.2 % if new (`docs/semantics.md` 5), and with the
/// long-run share of year/MTBF = 8.0 % in expectation if it has run for long.
#[test]
fn a_running_system_fails_at_the_long_run_rate_and_a_new_one_does_not() {
    for (initially, exact) in [
        (Initially::New, None),
        (Initially::Running, Some(8766.0 / 110_000.0)),
    ] {
        let mut b = builder(8766.0);
        b.blueprint.initially = initially;
        let life = Law::weibull_from_mean(110_000.0 * HOUR, 0.7).expect("a mean and a shape");
        b.part("server", life, common::always(1.0));
        let blueprint = b.build();
        let (seed, mut world) = (Seed::new(5), World::new(&blueprint));
        let failures = |replication| {
            let outcome = world.run(&seed, replication, Options::default(), &mut Silent);
            f64::from(
                outcome
                    .expect("a sound run")
                    .components
                    .first()
                    .map_or(0, |used| used.failures),
            )
        };
        let failures: Vec<_> = (0..40_000).map(failures).collect();
        match exact {
            Some(exact) => assert_mean(&failures, exact, 0.05),
            None => {
                let any = failures.iter().filter(|&&count| count > 0.0).count() as f64 / 40_000.0;
                assert!((any - 0.182).abs() < 0.0083, "P(any failure) {any}");
            }
        }
    }
}
