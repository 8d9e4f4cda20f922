//! The standard workloads in nexosim and desque, each written as its users would: the same model, the same main statistic, checked
//! against the exact value.
//!
//! Random numbers are those that the examples of these engines use (PCG64, exponential and normal numbers by the ziggurat of
//! `rand_distr`): faster than named streams and not the same on every machine, so the comparison favours the peers. Where an engine
//! leaves a choice, the faster one is taken: nexosim has one model for each desk and each rack rather than one for each server, plain
//! functions rather than asynchronous ones, and one thread.
//!
//! Counted are logical events (arrival, end of a call, giving up; failure, repair), whatever an engine does besides, such as events
//! that were cancelled. Prints one line for each: workload, engine, nanoseconds of processor time per event.

mod desque_engine;
mod nexosim_engine;
mod workload;

use workload::{Found, WORKLOADS, Workload};

fn main() {
    for workload in &WORKLOADS {
        report(workload, "nexosim", nexosim_engine::run(workload));
        report(workload, "desque", desque_engine::run(workload));
    }
}

/// Stops unless the engine found the exact value within its scatter, then prints the cost.
fn report(workload: &Workload, engine: &str, found: Found) {
    let off = found.value / workload.exact - 1.0;
    assert!(
        off.abs() <= workload.scatter,
        "{} in {engine}: {} instead of {}",
        workload.name,
        found.value,
        workload.exact
    );
    let nanos = found.took.as_nanos() as f64 / found.events as f64;
    println!("{}\t{engine}\t{nanos:.1}", workload.name);
}
