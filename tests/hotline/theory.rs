//! Hotlines whose answer is known exactly, estimated from independent replications.
//!
//! A share is the ratio of two sums over replications; its standard error is that of the linearised ratio (Cochran,
//! Sampling Techniques, 1977, 6.3). With the fixed seed an estimate must lie within four standard errors: an honest
//! hotline misses that with probability 6·10⁻⁵. A bound on the relative standard error keeps the test sharp.

use crate::bench::{
    Act, MINUTE, at, blueprint, class, constant, exponential, hotline, lognormal, minutes, play,
    play_with, rate, steps,
};
use ausfall::dist::Law;
use ausfall::kernel::{Seed, StreamName};
use ausfall::model::Blueprint;
use ausfall::model::hotline::{Hotline, OnLoss};
use ausfall::model::ids::{HotlineId, Signal};
use ausfall::simulate::Silent;
use ausfall::simulate::hotline::HotlineActor;
use ausfall::simulate::outcome::HotlineUse;
use ausfall::units::{Instant, Span};

/// Replications 0 to `count` without any disturbance.
fn replicate(blueprint: &Blueprint, count: u64) -> Vec<HotlineUse> {
    let mut actor = HotlineActor::new(blueprint, HotlineId(0));
    let run = |number| play_with(&mut actor, blueprint, number, &[], &mut Silent);
    (0..count)
        .map(run)
        .collect::<Option<_>>()
        .expect("every replication is simulated")
}

/// A hotline in its steady state: a week of run-in before `days` that are counted.
fn steady(hotline: Hotline, days: i64) -> Blueprint {
    let run_in = Span::from_hours(7 * 24);
    let mut blueprint = blueprint(hotline, run_in + Span::from_hours(24 * days), 0);
    blueprint.warm_up = run_in;
    blueprint
}

/// Σ above / Σ below must be `exact`; `sharp` bounds the relative standard error.
fn expect_ratio(
    name: &str,
    runs: &[HotlineUse],
    above: impl Fn(&HotlineUse) -> f64,
    below: impl Fn(&HotlineUse) -> f64,
    exact: f64,
    sharp: f64,
) {
    let n = runs.len() as f64;
    let pairs: Vec<_> = runs.iter().map(|run| (above(run), below(run))).collect();
    let (sum, base) = pairs
        .iter()
        .fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
    let ratio = sum / base;
    let residual: f64 = pairs
        .iter()
        .map(|(above, below)| square(above - ratio * below))
        .sum();
    let error = (residual / (n - 1.0) / n).sqrt() / (base / n);
    let z = (ratio - exact) / error;
    assert!(
        error / exact < sharp,
        "{name}: relative standard error {}",
        error / exact
    );
    assert!(z.abs() < 4.0, "{name}: {ratio} instead of {exact}, z = {z}");
}

fn square(x: f64) -> f64 {
    x * x
}

fn offered(run: &HotlineUse) -> f64 {
    f64::from(run.classes[0].offered)
}

fn abandoned(run: &HotlineUse) -> f64 {
    f64::from(run.classes[0].abandoned)
}

fn within(index: usize) -> impl Fn(&HotlineUse) -> f64 {
    move |run| f64::from(run.classes[0].within[index])
}

fn wait_minutes(run: &HotlineUse) -> f64 {
    run.classes[0].wait.micros() as f64 / MINUTE as f64
}

fn waiting_time(run: &HotlineUse) -> f64 {
    run.week.iter().map(|bin| bin.1 as f64).sum()
}

fn window(run: &HotlineUse) -> f64 {
    (run.window.1 - run.window.0).micros() as f64
}

/// REF-020: Erlang C, 0.3 calls a minute, 12 minutes, 4 agents.
#[test]
fn callers_without_end_to_their_patience_wait_as_erlang_c_says() {
    let mut line = hotline(rate(&[(0, 0.3)]), constant(4), exponential(12.0), None);
    line.within = vec![Span::ZERO, minutes(5)];
    let runs = replicate(&steady(line, 60), 40);
    expect_ratio(
        "at once",
        &runs,
        within(0),
        offered,
        1.0 - 0.787_753_264_295,
        0.05,
    );
    expect_ratio(
        "in 5 min",
        &runs,
        within(1),
        offered,
        1.0 - 0.666_818_741_949,
        0.05,
    );
    expect_ratio(
        "waiting",
        &runs,
        waiting_time,
        window,
        7.089_779_378_66,
        0.08,
    );
}

/// REF-034: Erlang A, 5 calls a minute, 3 minutes, 14 agents, patience 2.5 minutes.
#[test]
fn impatient_callers_give_up_as_erlang_a_says() {
    let patience = Some(exponential(2.5));
    let mut line = hotline(rate(&[(0, 5.0)]), constant(14), exponential(3.0), patience);
    line.within = vec![Span::from_micros(20_000_000)];
    let runs = replicate(&steady(line, 2), 40);
    expect_ratio(
        "abandoned",
        &runs,
        abandoned,
        offered,
        0.142_855_937_463,
        0.01,
    );
    expect_ratio(
        "in 20 s",
        &runs,
        within(0),
        offered,
        0.549_992_448_546,
        0.01,
    );
    expect_ratio(
        "wait",
        &runs,
        wait_minutes,
        offered,
        0.357_139_843_658,
        0.01,
    );
}

/// REF-021: Erlang A overloaded, 2.2 calls a minute, 6 minutes, 12 agents, patience 4 minutes.
#[test]
fn an_overloaded_desk_loses_the_share_that_erlang_a_says() {
    let patience = Some(exponential(4.0));
    let mut line = hotline(rate(&[(0, 2.2)]), constant(12), exponential(6.0), patience);
    line.within = vec![Span::ZERO, Span::from_micros(30_000_000)];
    let runs = replicate(&steady(line, 4), 40);
    expect_ratio(
        "abandoned",
        &runs,
        abandoned,
        offered,
        0.170_190_589_812,
        0.02,
    );
    expect_ratio(
        "at once",
        &runs,
        within(0),
        offered,
        1.0 - 0.611_488_722_677,
        0.02,
    );
    expect_ratio(
        "in 30 s",
        &runs,
        within(1),
        offered,
        0.510_314_040_014,
        0.02,
    );
    expect_ratio(
        "wait",
        &runs,
        wait_minutes,
        offered,
        0.680_762_359_247,
        0.02,
    );
}

/// REF-022: everybody hangs up after exactly 2 minutes (Barrer 1957).
#[test]
fn callers_who_all_hang_up_after_the_same_time_give_up_as_barrer_says() {
    let patience = Some(Law::Deterministic(2.0 * MINUTE as f64));
    let line = hotline(rate(&[(0, 1.1)]), constant(5), exponential(5.0), patience);
    let runs = replicate(&steady(line, 8), 40);
    expect_ratio(
        "abandoned",
        &runs,
        abandoned,
        offered,
        0.221_216_864_476,
        0.02,
    );
    expect_ratio(
        "at once",
        &runs,
        within(0),
        offered,
        1.0 - 0.622_215_008_775,
        0.02,
    );
    expect_ratio(
        "wait",
        &runs,
        wait_minutes,
        offered,
        0.856_789_575_469,
        0.02,
    );
}

/// REF-029: M/G/1 with lognormal handling (Pollaczek and Khinchine).
#[test]
fn one_agent_with_lognormal_calls_keeps_callers_waiting_as_pollaczek_and_khinchine_say() {
    let handling = lognormal(5.0, 0.9);
    let line = hotline(rate(&[(0, 0.1)]), constant(1), handling, None);
    let runs = replicate(&steady(line, 150), 40);
    expect_ratio(
        "at once",
        &runs,
        within(0),
        offered,
        1.0 - 0.749_651_250_028,
        0.03,
    );
    expect_ratio("wait", &runs, wait_minutes, offered, 25.230_255_379_4, 0.06);
}

/// REF-033: 10 agents, then 5; calls in progress are finished by their agents.
#[test]
fn at_a_shift_end_idle_agents_leave_first_and_busy_ones_finish() {
    let calls = rate(&[(0, 1.8), (120, 0.5)]);
    let line = hotline(
        calls,
        steps(&[(0, 10), (60, 5)]),
        exponential(5.0),
        Some(exponential(6.0)),
    );
    let runs = replicate(&blueprint(line, minutes(150), 0), 2_000);
    expect_ratio(
        "abandoned",
        &runs,
        abandoned,
        |_| 1.0,
        57.133_595_159_2,
        0.01,
    );
    assert!(runs.iter().any(|run| run.overtime > Span::ZERO));
}

/// REF-023: a surge of calls, and six further agents from minute 90 on who take waiting callers at once.
#[test]
fn agents_who_come_on_duty_take_waiting_callers_at_once() {
    let calls = rate(&[(0, 0.8), (60, 3.0), (120, 0.8)]);
    let line = hotline(
        calls,
        steps(&[(0, 6), (90, 12)]),
        exponential(6.0),
        Some(exponential(5.0)),
    );
    let runs = replicate(&blueprint(line, minutes(240), 0), 2_000);
    expect_ratio(
        "abandoned",
        &runs,
        abandoned,
        |_| 1.0,
        84.698_501_742_8,
        0.01,
    );
    expect_ratio("offered", &runs, offered, |_| 1.0, 324.0, 0.01);
}

/// When signal 0 fails and is back, in turns, until `end`.
fn breakdowns(replication: u64, up: f64, down: f64, end: Instant) -> Vec<(Instant, Act)> {
    let (seed, name) = (Seed::new(3), StreamName::of("telephone"));
    let (up, down) = (exponential(up), exponential(down));
    let mut script = Vec::new();
    let mut now = Instant::START;
    for number in 0.. {
        let [first, second, ..] = seed.uniforms(name, replication, number, 0);
        now = now + Span::drawn(up.quantile([first, 0.5]));
        script.push((now, Act::Signal(0, false)));
        now = now + Span::drawn(down.quantile([second, 0.5]));
        script.push((now, Act::Signal(0, true)));
        if now > end {
            break;
        }
    }
    script
}

fn replicate_with_breakdowns(blueprint: &Blueprint, up: f64, down: f64) -> Vec<HotlineUse> {
    let run = |number| {
        let script = breakdowns(number, up, down, blueprint.end());
        play(blueprint, number, &script, &mut Silent)
    };
    (0..40)
        .map(run)
        .collect::<Option<_>>()
        .expect("every replication is simulated")
}

/// REF-031: a telephone system up 600 min and down 45 min; calls are cut, those that come meanwhile are lost.
#[test]
fn a_telephone_system_that_fails_cuts_calls_and_loses_those_that_come_meanwhile() {
    let patience = Some(exponential(6.0));
    let mut line = hotline(rate(&[(0, 2.0)]), constant(11), exponential(5.0), patience);
    line.needs = vec![Signal(0)];
    let runs = replicate_with_breakdowns(&steady(line, 20), 600.0, 45.0);
    let lost = |run: &HotlineUse| f64::from(run.classes[0].abandoned + run.classes[0].cut);
    expect_ratio("lost", &runs, lost, offered, 1.0 - 0.850_813_641_035, 0.05);
    expect_ratio(
        "abandoned",
        &runs,
        abandoned,
        offered,
        0.071_612_676_662_4,
        0.05,
    );
}

/// REF-030: a workplace up 480 min and down 60 min; the call stands still and is resumed, callers queue.
#[test]
fn calls_that_are_kept_are_resumed_where_they_stood() {
    let mut line = hotline(rate(&[(0, 0.08)]), constant(1), exponential(6.0), None);
    line.needs = vec![Signal(0)];
    line.on_loss = OnLoss::Keep;
    let runs = replicate_with_breakdowns(&steady(line, 120), 480.0, 60.0);
    let inside = |run: &HotlineUse| waiting_time(run) + run.busy.micros() as f64;
    expect_ratio(
        "in the system",
        &runs,
        inside,
        window,
        2.333_333_333_33,
        0.05,
    );
}

/// One queue before both desks against a queue before each, at equal load: Erlang C of 8 and of 4 agents.
#[test]
fn a_pooled_desk_makes_fewer_callers_wait_than_separate_desks() {
    let both = |pools: usize, agents: u32| {
        let mut line = hotline(rate(&[(0, 0.3)]), constant(agents), exponential(12.0), None);
        line.classes = vec![class(0, 0), class(1, pools - 1)];
        line.pools = vec![line.pools[0].clone(); pools];
        replicate(&steady(line, 20), 40)
    };
    let (pooled, separate) = (both(1, 8), both(2, 4));
    for (pooled, separate) in pooled.iter().zip(&separate) {
        let offered = |run: &HotlineUse| [0, 1].map(|class| run.classes[class].offered);
        assert_eq!(
            offered(pooled),
            offered(separate),
            "the same calls come in both"
        );
    }
    // Offered load 7.2 Erlang on 8 agents: P(wait) = 0.7092 (Erlang C); 3.6 on 4: 0.7878.
    expect_ratio(
        "pooled",
        &pooled,
        within(0),
        offered,
        1.0 - erlang_c(8, 7.2),
        0.08,
    );
    expect_ratio(
        "separate",
        &separate,
        within(0),
        offered,
        1.0 - erlang_c(4, 3.6),
        0.08,
    );
    assert!(erlang_c(8, 7.2) < erlang_c(4, 3.6));
}

/// P(wait) from the recursion of Erlang B (Jagerman 1974).
fn erlang_c(agents: u32, load: f64) -> f64 {
    let blocked = (1..=agents).fold(1.0, |b, n| load * b / (f64::from(n) + load * b));
    let occupancy = load / f64::from(agents);
    blocked / (1.0 - occupancy * (1.0 - blocked))
}

/// Calls of an outage are Poisson with mean users · stops · share · (1 − (1 − t/W)²) by time t.
#[test]
fn affected_users_call_with_their_chance_at_a_rate_that_falls_to_nothing() {
    let blueprint = crate::surge::blueprint(0.5);
    let calls = |levels: &[(i64, usize)]| {
        let mut before = 0;
        let act = |&(minute, level)| {
            let act = Act::Level(0, std::mem::replace(&mut before, level), level, 1);
            (at(minute), act)
        };
        let script: Vec<_> = levels.iter().map(act).collect();
        let run = |number| play(&blueprint, number, &script, &mut Silent);
        let runs = (0..200).map(run).collect::<Option<Vec<_>>>();
        runs.expect("every replication is simulated")
    };
    let surge = |run: &HotlineUse| f64::from(run.classes[0].surge);
    let expect = |name: &str, levels: &[_], exact| {
        expect_ratio(name, &calls(levels), surge, |_| 1.0, exact, 0.01);
    };
    // 800 users are affected while it is down, 400 in emergency operation; half of them call within an hour.
    expect("to the end", &[(60, 2), (200, 0)], 400.0);
    expect("half an hour", &[(60, 2), (90, 0)], 300.0);
    // For 400 the service is back after half an hour: 800 · 0.5 · 0.75 + 400 · 0.5 · 0.25.
    expect("better", &[(60, 2), (90, 1), (200, 0)], 350.0);
    // 400 more are affected after half an hour, for an hour and a half: all of them and the first call.
    expect("worse", &[(60, 1), (90, 2), (200, 0)], 400.0);
    // 400 are affected throughout, 400 not from minute 80 to 100: they call at the rate of their own clock.
    let gap = 1.0 - 4.0 / 9.0 + 1.0 / 9.0;
    let levels = [(60, 2), (80, 1), (100, 2), (200, 0)];
    expect("better for a while", &levels, 200.0 + 200.0 * gap);
    // The first 400 for an hour, the others for the half hour from minute 90 on.
    expect(
        "worse, then back",
        &[(60, 1), (90, 2), (120, 0)],
        200.0 + 150.0,
    );
}
