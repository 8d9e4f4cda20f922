//! What tests of single replications share: constant times in hours, so that every instant is known beforehand.

#![allow(
    dead_code,
    reason = "each test crate uses its own share of the helpers"
)]

use ausfall::dist::Law;
use ausfall::kernel::Seed;
pub use ausfall::model::builder::up;
use ausfall::model::ids::WatchId;
use ausfall::model::{Blueprint, Builder};
use ausfall::simulate::observe::Recorder;
use ausfall::simulate::{Options, Outcome, World};
use ausfall::units::{Instant, Span};

/// Microseconds in an hour.
pub const HOUR: f64 = 3.6e9;

/// Always `hours`.
pub fn always(hours: f64) -> Law {
    Law::Deterministic(hours * HOUR)
}

/// `hours` as a span.
pub fn span(hours: f64) -> Span {
    Span::from_micros((hours * HOUR) as i64)
}

/// `hours` on the clock.
pub fn at(hours: f64) -> Instant {
    Instant::START + span(hours)
}

/// Nothing yet, to be lived through for `hours`.
pub fn builder(hours: f64) -> Builder {
    Builder::new(span(hours))
}

/// One audited replication: its outcome and all that happened.
pub fn play(blueprint: &Blueprint) -> (Outcome, Recorder) {
    let mut recorder = Recorder::default();
    let options = Options {
        audit: true,
        ..Options::default()
    };
    let mut world = World::new(blueprint);
    let outcome = world
        .run(&Seed::new(1), 0, options, &mut recorder)
        .expect("a sound run")
        .clone();
    (outcome, recorder)
}

/// Outages of a watch in one audited replication: begin and end [h].
pub fn outages(blueprint: &Blueprint, watch: WatchId) -> Vec<(f64, f64)> {
    let (outcome, _) = play(blueprint);
    let of_watch = outcome
        .outages
        .iter()
        .filter(|outage| outage.watch == watch);
    of_watch
        .map(|outage| (outage.begin.hours(), outage.end.hours()))
        .collect()
}
