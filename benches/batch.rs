//! Replications a second on one and two threads, and what the fold alone costs beside them.
//!
//! The ratio of the first two is the gain of a second thread; the third shows that the fold is a small part of a replication.

use std::fs;
use std::hint::black_box;
use std::ops::ControlFlow;

use ausfall::batch::{self, Courses, Folder, Plan};
use ausfall::kernel::Seed;
use ausfall::model::Blueprint;
use ausfall::scenario::{self, Overrides};
use ausfall::simulate::{Options, Outcome, Silent, World};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// The case that is measured.
const SCENARIO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/muenster.ron");
/// Replications of one measured batch.
const REPLICATIONS: u64 = 512;
/// Outcomes that are folded again and again.
const OUTCOMES: u64 = 256;

fn blueprint() -> Blueprint {
    let text = fs::read_to_string(SCENARIO).expect("the scenario is part of the project");
    scenario::load(&text, &Overrides::default())
        .expect("the scenario has no fault")
        .blueprint
}

fn outcomes(blueprint: &Blueprint) -> Vec<Outcome> {
    let (mut world, seed) = (World::new(blueprint), Seed::new(1));
    let mut outcome = |replication| {
        let run = world.run(&seed, replication, Options::default(), &mut Silent);
        run.expect("the scenario has no endless instant").clone()
    };
    (0..OUTCOMES).map(&mut outcome).collect()
}

fn replications(criterion: &mut Criterion) {
    let blueprint = blueprint();
    let mut group = criterion.benchmark_group("batch");
    group
        .throughput(Throughput::Elements(REPLICATIONS))
        .sample_size(10);
    for threads in [1, 2] {
        let plan = Plan {
            replications: REPLICATIONS,
            threads,
            ..Plan::of(&blueprint)
        };
        group.bench_function(
            BenchmarkId::new("replications", format!("{threads} threads")),
            |bencher| {
                bencher.iter(|| batch::run(&blueprint, &plan, &mut |_| ControlFlow::Continue(())));
            },
        );
    }
    group.finish();
}

fn fold(criterion: &mut Criterion) {
    let blueprint = blueprint();
    let outcomes = outcomes(&blueprint);
    let (mut folder, mut courses) = (Folder::new(&blueprint), Courses::new(&blueprint));
    let mut group = criterion.benchmark_group("fold");
    group.throughput(Throughput::Elements(OUTCOMES));
    group.bench_function("outcomes", |bencher| {
        bencher.iter(|| {
            for (replication, outcome) in (0..).zip(&outcomes) {
                folder.add(courses.replay(black_box(outcome)), replication);
            }
        });
    });
    group.finish();
}

criterion_group!(benches, replications, fold);
criterion_main!(benches);
