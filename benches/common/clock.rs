//! Clocks for benches: processor time, which other work on the machine hardly touches, and time on the wall.

use std::fs;
use std::time::{Duration, Instant};

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
pub fn on_the_wall() -> Instant {
    Instant::now()
}

/// Time that this thread has spent on a processor (Linux: `proc(5)`, `schedstat`).
fn processor_time() -> Option<Duration> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanos = told.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanos))
}
