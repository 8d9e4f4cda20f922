//! What one event costs in whole replications: of the Münster case without calls, and of a fleet of a thousand servers.
//!
//! Throughput counts everything that is told to an observer, so the time per element is the cost of one such happening with all that
//! hangs on it; the bench `workloads` counts failures and repairs alone.

use std::fs;
use std::ops::Range;

use ausfall::kernel::Seed;
use ausfall::model::Blueprint;
use ausfall::scenario::{self, Overrides};
use ausfall::simulate::{Options, Silent, World};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// The cases that are measured, with the replications of one step; from 1, since replication 0 of Münster has calls.
const CASES: [(&str, Range<u64>); 2] = [("muenster", 1..65), ("known/w2-fleet-1000", 1..3)];

fn blueprint(case: &str) -> Blueprint {
    let file = format!("{}/scenarios/{case}.ron", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(file).expect("the scenario is part of the project");
    let loaded = scenario::load(&text, &Overrides::default());
    loaded.expect("the scenario has no fault").blueprint
}

fn measure(criterion: &mut Criterion, name: &str, blueprint: &Blueprint, runs: Range<u64>) {
    let (mut world, seed) = (World::new(blueprint), Seed::new(1));
    let mut events = |replications: Range<u64>| -> u64 {
        replications
            .map(|replication| {
                let run = world.run(&seed, replication, Options::default(), &mut Silent);
                run.expect("a sound run").events
            })
            .sum()
    };
    let mut group = criterion.benchmark_group("replication");
    group
        .throughput(Throughput::Elements(events(runs.clone())))
        .sample_size(10);
    group.bench_function(BenchmarkId::from_parameter(name), |bencher| {
        bencher.iter(|| events(runs.clone()));
    });
    group.finish();
}

fn replications(criterion: &mut Criterion) {
    for (case, runs) in CASES {
        measure(criterion, case, &blueprint(case), runs);
    }
}

criterion_group!(benches, replications);
criterion_main!(benches);
