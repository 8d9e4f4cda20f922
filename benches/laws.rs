//! The price of a number: uniforms of both engines, and the quantile of each law.

use std::hint::black_box;

use ausfall::dist::{Law, LawError};
use ausfall::kernel::{Seed, StreamName};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// Draws of one measurement.
const DRAWS: usize = 1_024;

fn catalogue() -> Result<Vec<(&'static str, Law)>, LawError> {
    let parts = vec![
        (0.8, Law::exponential(1.0)?),
        (0.2, Law::lognormal(4.0, 1.2)?),
    ];
    Ok(vec![
        ("deterministic", Law::deterministic(1.0)?),
        ("uniform", Law::uniform(1.0, 2.0)?),
        ("triangular", Law::triangular(1.0, 2.0, 6.0)?),
        ("exponential", Law::exponential(3.0)?),
        ("weibull", Law::weibull(2.0, 0.7)?),
        ("lognormal", Law::lognormal(4.0, 1.2)?),
        ("gamma 2.6", Law::gamma(2.6, 5.0)?),
        ("erlang 12", Law::erlang(12, 5.0)?),
        ("empirical", Law::empirical(&[1.0, 2.0, 4.0, 8.0, 16.0])?),
        ("mixture", Law::mixture(parts)?),
    ])
}

/// Uniforms drawn beforehand, two for each value.
fn uniforms() -> Vec<[f64; 2]> {
    let mut luck = Seed::new(1).dense(StreamName::of("bench/laws"), 0);
    let pair = |i| {
        let [first, second, ..] = luck.uniforms(i);
        [first, second]
    };
    (0..DRAWS as u64).map(pair).collect()
}

fn laws(criterion: &mut Criterion) {
    let uniforms = uniforms();
    let laws = catalogue().expect("the parameters are sound");
    let mut group = criterion.benchmark_group("laws");
    group.throughput(Throughput::Elements(DRAWS as u64));
    for (name, law) in &laws {
        group.bench_function(BenchmarkId::new("quantile", name), |bencher| {
            bencher.iter(|| {
                uniforms
                    .iter()
                    .map(|&u| black_box(law).quantile(u))
                    .sum::<f64>()
            });
        });
        group.bench_function(BenchmarkId::new("residual", name), |bencher| {
            bencher.iter(|| {
                uniforms
                    .iter()
                    .map(|&u| black_box(law).residual_quantile(u))
                    .sum::<f64>()
            });
        });
    }
    group.finish();
}

fn streams(criterion: &mut Criterion) {
    let (seed, name) = (Seed::new(1), StreamName::of("bench/streams"));
    let mut group = criterion.benchmark_group("streams");
    group.throughput(Throughput::Elements(DRAWS as u64));
    group.bench_function("sparse block of four", |bencher| {
        let sum = |r| {
            (0..DRAWS as u64)
                .map(|i| seed.uniforms(name, r, i, 0)[0])
                .sum::<f64>()
        };
        bencher.iter(|| sum(black_box(7)));
    });
    group.bench_function("dense four in order", |bencher| {
        let mut luck = seed.dense(name, 7);
        bencher.iter(|| (0..DRAWS as u64).map(|i| luck.uniforms(i)[0]).sum::<f64>());
    });
    group.finish();
}

criterion_group!(benches, laws, streams);
criterion_main!(benches);
