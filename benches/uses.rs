//! What a user waits for, held against the goals: checking a large file, the first replication, a study of ten thousand years, the
//! gain of a second thread.
//!
//! Whole uses take from milliseconds to minutes, so each is measured a few times by the clock and its median printed, instead of by
//! a statistics harness. Processor time beside time on the wall tells whether the machine was free.

#[path = "common/clock.rs"]
mod clock;

use std::fmt::Write;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

use ausfall::batch::{self, Plan};
use ausfall::kernel::Seed;
use ausfall::model::Blueprint;
use ausfall::scenario::{self, Overrides};
use ausfall::simulate::{Options, Silent, World};
use clock::{on_the_wall, timed};

/// Measurements of one use; an odd number has a median.
const ROUNDS: usize = 5;
/// Components of the large file.
const COMPONENTS: u32 = 100_000;
/// Faults of the file that has nothing else.
const FAULTS: u32 = 64_000;
/// One-year replications of the study, and how many of them are measured.
const YEARS: u64 = 10_000;
const YEARS_MEASURED: u64 = 1_000;
/// Replications of the Münster case on one thread and on two.
const MUENSTER: u64 = 512;

fn main() {
    // `cargo test` builds and starts benches, too; only `cargo bench` says so.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    check_large();
    check_faulty();
    first_replication();
    ten_thousand_years();
    two_threads();
}

fn scenario_file(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("scenarios")
        .join(name);
    fs::read_to_string(file).expect("the scenario is part of the project")
}

fn blueprint(text: &str) -> Blueprint {
    let loaded = scenario::load(text, &Overrides::default());
    loaded.expect("the scenario has no fault").blueprint
}

/// Components written one by one, and a service of two of them.
fn large() -> String {
    let mut text = String::from(
        "(title: \"Large\", question: \"How often?\", horizon: \"1 y\", replications: 10,\n",
    );
    text.push_str("asks: [Share(service: \"s\")],\ncomponents: {\n");
    for id in 0..COMPONENTS {
        let law =
            "fails: Exponential(mean: \"1000 h\"), repair: Lognormal(mean: \"8 h\", sigma: 1.0)";
        writeln!(text, "  \"server {id:06}\": ({law}),").expect("strings grow");
    }
    text.push_str("}, services: { \"s\": (levels: [(name: \"normal\", when: All([\"server 000000\", \"server 000001\"]))]) })\n");
    text
}

fn check_large() {
    let text = large();
    let median = median(|| timed(|| assert!(scenario::check(&text).base.is_some())));
    println!("check of {COMPONENTS} components: {median:.3} s (goal: 1 s)");
    if let Some(peak) = peak_memory() {
        println!(
            "  peak memory: {peak} MB, its text of {} MB included (goal: 500 MB)",
            text.len() >> 20
        );
    }
}

fn check_faulty() {
    let mut text = String::from("(\n");
    for number in 0..FAULTS {
        writeln!(text, "  unheard_of_{number}: 1,").expect("strings grow");
    }
    text.push_str(")\n");
    let median = median(|| timed(|| assert!(scenario::check(&text).base.is_none())));
    println!("check of {FAULTS} faults: {median:.3} s");
}

/// From the text of a scenario to its first replication without calls, and to that with a year of them.
fn first_replication() {
    let text = scenario_file("muenster.ron");
    for (replication, what) in [(1, "without calls"), (0, "with a year of calls")] {
        let median = median(|| {
            timed(|| {
                let blueprint = blueprint(&text);
                let mut world = World::new(&blueprint);
                let run = world.run(&Seed::new(1), replication, Options::default(), &mut Silent);
                run.expect("the scenario has no endless instant");
            })
        });
        println!(
            "start-up to the first replication of Münster, {what}: {:.1} ms (goal: 30 ms)",
            median * 1e3
        );
    }
}

/// A study of a thousand servers over many single years, from the scenario of the standard workload.
fn ten_thousand_years() {
    let text = scenario_file("known/w2-fleet-1000.ron");
    let text = text.replace("horizon: \"10 y\", warm_up: \"1 y\"", "horizon: \"1 y\"");
    let blueprint = blueprint(&text);
    assert_eq!(blueprint.years(), 1);
    for (threads, goal) in [(1, 6.0), (2, 3.3)] {
        let (wall, processor) = batch_time(&blueprint, YEARS_MEASURED, threads);
        let all = YEARS as f64 / YEARS_MEASURED as f64;
        println!(
            "{YEARS} years of 1,000 servers, {threads} thread(s): {:.1} s on the wall, {:.1} s of processors (goal: {goal} s)",
            wall * all,
            processor * all
        );
    }
}

/// Two threads against one, in turn.
fn two_threads() {
    let blueprint = blueprint(&scenario_file("muenster.ron"));
    let mut rounds: Vec<(f64, f64, f64)> = (0..ROUNDS)
        .map(|_| {
            let (one, alone) = batch_time(&blueprint, MUENSTER, 1);
            let (two, both) = batch_time(&blueprint, MUENSTER, 2);
            (one / two, alone / one, both / two)
        })
        .collect();
    rounds.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (gain, alone, both) = rounds[ROUNDS / 2];
    println!(
        "two threads against one, {MUENSTER} replications of Münster: {gain:.2} times (goal: 1.85 where both cores are free)"
    );
    println!("  processors in use meanwhile: {alone:.2} with one thread, {both:.2} with two");
}

/// Time of a batch on the wall, and of all processors together [s].
fn batch_time(blueprint: &Blueprint, replications: u64, threads: usize) -> (f64, f64) {
    let plan = Plan {
        replications,
        threads,
        ..Plan::of(blueprint)
    };
    let (begun, used) = (on_the_wall(), process_time());
    let batch = batch::run(blueprint, &plan, &mut |_| ControlFlow::Continue(()));
    batch.expect("the scenario has no endless instant");
    let wall = begun.elapsed().as_secs_f64();
    let processor = process_time().zip(used).map(|(to, from)| to - from);
    (
        wall,
        processor.map_or(f64::NAN, |used: Duration| used.as_secs_f64()),
    )
}

/// The median of a few measurements [s].
fn median(mut measure: impl FnMut() -> Duration) -> f64 {
    let mut times: Vec<Duration> = (0..ROUNDS).map(|_| measure()).collect();
    times.sort_unstable();
    times[ROUNDS / 2].as_secs_f64()
}

/// The most memory that this process had at once [MB] (Linux: `proc(5)`, `status`).
fn peak_memory() -> Option<u64> {
    let told = fs::read_to_string("/proc/self/status").ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes / 1_024)
}

/// Processor time of all threads of this process, to a hundredth of a second (Linux: `proc(5)`, `stat`).
fn process_time() -> Option<Duration> {
    const TICK: Duration = Duration::from_millis(10);
    let told = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, fields) = told.rsplit_once(')')?;
    let ticks = fields
        .split_whitespace()
        .skip(11)
        .take(2)
        .map(str::parse::<u32>);
    let ticks: u32 = ticks.collect::<Result<Vec<_>, _>>().ok()?.iter().sum();
    Some(TICK * ticks)
}
