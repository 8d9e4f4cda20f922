//! What a world keeps in memory, counted allocation by allocation: nothing is allocated once a replication has made its room, and
//! the state of a component is small.

use std::hint::black_box;

use allocation_counter::measure;
use ausfall::batch::Courses;
use ausfall::kernel::Seed;
use ausfall::model::Blueprint;
use ausfall::scenario::{Overrides, load};
use ausfall::simulate::outcome::Outage;
use ausfall::simulate::{Options, Outcome, Silent, World};

fn blueprint(scenario: &str, horizon: &str) -> Blueprint {
    let path = format!("{}/scenarios/{scenario}", env!("CARGO_MANIFEST_DIR"));
    let source = std::fs::read_to_string(path).expect("the scenario is there");
    let overrides = Overrides {
        horizon: Some(horizon.to_owned()),
        ..Overrides::default()
    };
    load(&source, &overrides)
        .expect("it has no fault")
        .blueprint
}

fn run<'w>(world: &'w mut World<'_>, replication: u64) -> &'w Outcome {
    let run = world.run(&Seed::new(1), replication, Options::default(), &mut Silent);
    run.expect("a sound run")
}

/// Replications that simulate no calls: those of hotlines keep records of their own.
const REPLICATIONS: std::ops::Range<u64> = 1..9;

#[test]
fn a_replication_that_has_room_allocates_nothing() {
    for scenario in ["known/w2-fleet-1000.ron", "first-steps.ron", "muenster.ron"] {
        let blueprint = blueprint(scenario, "2 y");
        let mut world = World::new(&blueprint);
        let mut all = || {
            REPLICATIONS
                .map(|replication| run(&mut world, replication).events)
                .sum::<u64>()
        };
        let events = all();
        let again = measure(|| assert_eq!(black_box(all()), events));
        assert_eq!(again.count_total, 0, "{scenario}: {events} events");
    }
}

#[test]
fn a_hundred_thousand_components_take_at_most_64_bytes_each_beyond_4_megabytes() {
    let blueprint = blueprint("known/w2-fleet-100000.ron", "120 d");
    let mut world = None;
    let made = measure(|| world = Some(World::new(&blueprint)));
    let mut world = world.expect("made above");
    let mut results = 0;
    let ran = measure(|| results = size_of_results(run(&mut world, 1)));
    // The agenda is made with the tables: 24 bytes for each slot, of which every component has one.
    let agenda = 24 * blueprint.modes.len() as i64;
    let state = ran.bytes_current + agenda - results;
    let bound = (4 << 20) + 64 * 100_000;
    assert!(state <= bound, "{state} bytes of state");
    assert!(made.bytes_current >= agenda, "the agenda has its slots");
}

/// Parts with many outages, each a watch of its own.
fn steady_parts(horizon: &str) -> Blueprint {
    let source = format!(
        r#"( title: "parts", horizon: "{horizon}", components: {{ "part": (parts: 20, enough: 1,
             fails: Exponential(mean: "1000 h"), repair: "8 h") }},
           asks: [Count(down: "part #1"), Share(down: "part #2"), Share(down: "part #3"), Share(down: "part #4"), Share(down: "part #5"),
             Share(down: "part #6"), Number(down: "part #7", at_least: 5), TotalDown(down: "part #8"), Share(down: "part")] )"#
    );
    load(&source, &Overrides::default())
        .expect("it has no fault")
        .blueprint
}

#[test]
fn a_hundred_times_the_horizon_takes_at_most_5_percent_more_memory() {
    let peak = |horizon: &str| {
        let blueprint = steady_parts(horizon);
        let (mut world, mut courses) = (World::new(&blueprint), Courses::new(&blueprint));
        let mut outages = 0;
        let used = measure(|| {
            let lived = courses.live(&mut world, &Seed::new(1), 0, Options::default());
            let courses = lived.expect("a sound run").courses;
            outages = courses
                .touched()
                .map(|(_, course)| course.number)
                .sum::<i64>();
        });
        (used.bytes_max, outages)
    };
    let ((short, few), (long, many)) = (peak("10 y"), peak("1000 y"));
    // What the distributions of durations and years may grow by before all of their buckets are seen is little beside any process.
    let process = 4 << 20;
    assert!(many > 50 * few, "{few} and {many} outages");
    let kept = many as u64 * size_of::<Outage>() as u64;
    assert!(
        20 * kept > process,
        "a list of outages would show: {kept} bytes"
    );
    assert!(
        20 * (process + long) <= 21 * (process + short),
        "{short} and {long} bytes"
    );
}

/// What the results of a replication occupy [B].
fn size_of_results(outcome: &Outcome) -> i64 {
    fn size<T>(list: &Vec<T>) -> usize {
        list.capacity() * size_of::<T>()
    }
    let results = size(&outcome.components) + size(&outcome.outages) + size(&outcome.presences);
    results as i64
}
