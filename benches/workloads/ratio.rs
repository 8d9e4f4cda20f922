//! The table of ratios: processor time of both sides in turn, so that whatever else the machine does meets both alike.

use std::time::Duration;

use crate::Workload;
use crate::clock::timed;

/// Rounds of one workload; an odd number has a median.
const ROUNDS: usize = 7;

/// Prints the medians of both sides per logical event, and the median of the ratio.
pub fn print(workloads: &mut [Workload]) {
    println!(
        "{:<16}{:>14}{:>14}{:>8}",
        "workload", "product", "by hand", "ratio"
    );
    for workload in workloads {
        let (mut product, mut by_hand, mut ratio) = (Vec::new(), Vec::new(), Vec::new());
        let mut running = workload.product.start();
        let per_event = |time: Duration| time.as_nanos() as f64 / workload.events as f64;
        for _ in 0..ROUNDS {
            let general = per_event(timed(|| running.run()));
            let special = per_event(timed(|| (workload.by_hand)()));
            product.push(general);
            by_hand.push(special);
            ratio.push(general / special);
        }
        println!(
            "{:<16}{:>11.1} ns{:>11.1} ns{:>8.2}",
            workload.name,
            median(&mut product),
            median(&mut by_hand),
            median(&mut ratio),
        );
    }
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
