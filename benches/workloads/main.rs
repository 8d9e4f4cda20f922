//! The standard workloads W1, W2 and W3, each by the product path and by a loop written by hand for it alone: the ratio of the two is
//! what is reported.
//!
//! The product path is the one of a run: a scenario read from its file, `World` with names, statistics and named streams, outcomes
//! folded. The hand loop does the same model with the same random numbers and the same main statistic, knows nothing else, and gives
//! the same numbers; that is checked before anything is timed. So it is the physical limit of what a general engine can reach.
//!
//! Throughput counts logical events (arrival, end of a call, giving up; failure, repair), the same ones on both sides, whatever a side
//! does inside. Runs are shorter than the files propose: W1 and W3 one replication of ten (a million calls), the fleet of 1,000 four
//! of 40, that of 100,000 three quarters of a year. Costs that a run has once, such as reading the file and the rows of the results,
//! are left out.
//!
//! After the groups a table with the ratios is printed, in processor time and both sides in turn, round by round, so that neither
//! other work on the machine nor a speed that drifts favours either; the ratio is the median over the rounds. With
//! `cargo bench --bench workloads -- --test` the table alone is measured.

mod calls;
#[path = "../common/clock.rs"]
mod clock;
mod erlang_a;
mod fleet;
mod mm1;
mod product;
mod ratio;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput};

use product::Product;

/// One workload: both sides ready to run, and how many logical events one run has.
struct Workload {
    name: &'static str,
    events: u64,
    product: Product,
    by_hand: Box<dyn FnMut()>,
}

fn workloads() -> Vec<Workload> {
    vec![w1(), w2_1000(), w2_100000(), w3()]
}

fn w1() -> Workload {
    // Two replications: of a single one the results leave out its warm-up.
    let product = Product::load("w1-mm1.ron", 2, None);
    let mut by_hand = mm1::Mm1::of(&product.blueprint);
    let sums = by_hand.run(product.replications());
    product.demand_same("hotline/desk", "mean-wait", sums.mean_wait_h());
    Workload {
        name: "W1 (M/M/1)",
        events: sums.events,
        by_hand: {
            let runs = product.replications();
            Box::new(move || _ = black_box(by_hand.run(runs.clone())))
        },
        product,
    }
}

fn w2_1000() -> Workload {
    w2("W2 (1,000)", Product::load("w2-fleet-1000.ron", 4, None))
}

fn w2_100000() -> Workload {
    let product = Product::load("w2-fleet-100000.ron", 1, Some("0.75 y"));
    w2("W2 (100,000)", product)
}

fn w2(name: &'static str, product: Product) -> Workload {
    let mut by_hand = fleet::Fleet::of(&product.blueprint);
    let events = by_hand.run(product.replications());
    for (rack, share) in by_hand.down_shares() {
        product.demand_same(&format!("service/{rack}"), "down-share", share);
    }
    Workload {
        name,
        events,
        by_hand: {
            let runs = product.replications();
            Box::new(move || _ = black_box(by_hand.run(runs.clone())))
        },
        product,
    }
}

fn w3() -> Workload {
    let product = Product::load("w3-erlang-a.ron", 2, None);
    let mut by_hand = erlang_a::ErlangA::of(&product.blueprint);
    let sums = by_hand.run(product.replications());
    product.demand_same("hotline/desk", "mean-wait", sums.mean_wait_h());
    product.demand_same("hotline/desk", "abandoned", sums.abandoned_share());
    Workload {
        name: "W3 (M/M/26+M)",
        events: sums.events,
        by_hand: {
            let runs = product.replications();
            Box::new(move || _ = black_box(by_hand.run(runs.clone())))
        },
        product,
    }
}

fn measure(criterion: &mut Criterion, workload: &mut Workload) {
    let mut group = criterion.benchmark_group(workload.name);
    group
        .throughput(Throughput::Elements(workload.events))
        .sample_size(10);
    let mut running = workload.product.start();
    group.bench_function(BenchmarkId::from_parameter("product"), |bencher| {
        bencher.iter(|| running.run());
    });
    group.bench_function(BenchmarkId::from_parameter("by hand"), |bencher| {
        bencher.iter(|| (workload.by_hand)());
    });
    group.finish();
}

/// Criterion's groups first, then the ratios.
fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let mut workloads = workloads();
    for workload in &mut workloads {
        measure(&mut criterion, workload);
    }
    criterion.final_summary();
    if std::env::args().any(|argument| argument == "--bench") {
        ratio::print(&mut workloads);
    }
}
