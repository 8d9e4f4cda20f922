//! What the workloads are: the figures of the scenarios `w1-mm1`, `w2-fleet-1000`, `w2-fleet-100000` and `w3-erlang-a`.

use std::time::{Duration, Instant};

/// Hours of a year of 365.25 days.
const YEAR: f64 = 8_766.0;

/// One workload.
pub struct Workload {
    pub name: &'static str,
    pub model: Model,
    /// From when on is counted, and until when [s for calls, h for fleets].
    pub warm_up: f64,
    pub end: f64,
    /// The exact value of the main statistic: mean wait [s], share of time in which a rack is short, share of callers who give up.
    pub exact: f64,
    /// Relative scatter allowed, about five standard errors of a run of this length.
    pub scatter: f64,
}

/// Kinds of models with their size.
#[derive(Clone, Copy)]
pub enum Model {
    /// One agent, endless patience.
    Mm1(Calls),
    /// So many racks of ten servers.
    Fleet(u32),
    /// Agents and callers who lose patience.
    ErlangA(Calls),
}

/// Mean times [s].
#[derive(Clone, Copy)]
pub struct Calls {
    pub agents: u32,
    pub between: f64,
    pub handling: f64,
    pub patience: f64,
}

/// Servers of a rack, and the most that may be down.
pub const RACK: u32 = 10;
pub const MOST_DOWN: u32 = 2;
/// Mean time up, and mean and sigma of the lognormal repair [h].
pub const UP: f64 = 1_000.0;
pub const REPAIR: f64 = 8.0;
pub const SIGMA: f64 = 1.0;

/// What an engine found.
pub struct Found {
    pub value: f64,
    pub events: u64,
    pub took: Duration,
}

/// A rack is short when three of its ten are down, each with probability 8/1008.
const SHORT: f64 = 5.753_628_088e-5;

pub const WORKLOADS: [Workload; 4] = [
    Workload {
        name: "W1 (M/M/1)",
        model: Model::Mm1(Calls {
            agents: 1,
            between: 1.0,
            handling: 0.9,
            patience: f64::INFINITY,
        }),
        warm_up: 10_000.0,
        end: 1_010_000.0,
        exact: 8.1,
        scatter: 0.12,
    },
    Workload {
        name: "W2 (1,000)",
        model: Model::Fleet(100),
        warm_up: YEAR,
        end: 40.0 * YEAR,
        exact: SHORT,
        scatter: 0.3,
    },
    Workload {
        name: "W2 (100,000)",
        model: Model::Fleet(10_000),
        warm_up: 0.25 * YEAR,
        end: 0.75 * YEAR,
        exact: SHORT,
        scatter: 0.3,
    },
    Workload {
        name: "W3 (M/M/26+M)",
        model: Model::ErlangA(Calls {
            agents: 26,
            between: 1.0 / 5.2,
            handling: 5.0,
            patience: 5.0,
        }),
        warm_up: 1_000.0,
        end: 201_000.0,
        exact: 0.077_988_665_851_8,
        scatter: 0.06,
    },
];

/// Processor time of this thread while it works; time on the wall where the system does not tell.
pub fn timed(work: impl FnOnce()) -> Duration {
    let (wall, processor) = (on_the_wall(), processor_time());
    work();
    match (processor, processor_time()) {
        (Some(from), Some(to)) => to - from,
        _ => wall.elapsed(),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a bench looks at the clock on the wall"
)]
fn on_the_wall() -> Instant {
    Instant::now()
}

/// Time that this thread has spent on a processor (Linux: `proc(5)`, `schedstat`).
fn processor_time() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(
        told.split_whitespace().next()?.parse().ok()?,
    ))
}
