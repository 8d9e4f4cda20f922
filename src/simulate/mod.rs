//! One replication: seeded events advance the blueprint's state from the start to the horizon.
//!
//! Knows nothing of other replications, of statistics or of files: it turns (blueprint, seed, replication) into an [`Outcome`]
//! and tells an observer what happens on the way.
//!
//! `world` turns the crank: it takes the events of one instant in order, lets the structure `settle` after each, lets
//! policies act (`crew`, `level`), and records what the instant leaves behind (`tally`, `watch`, `loss`). Each other file
//! is one actor: its state, and what it does when its events come.

mod audit;
mod autonomy;
mod clock;
pub mod compensated;
mod component;
pub mod cost;
mod crew;
mod deadlock;
mod event;
pub mod hotline;
mod hotlines;
mod level;
mod line;
mod links;
mod loss;
mod luck;
mod marks;
mod naive;
pub mod observe;
pub mod outcome;
mod pace;
mod plan;
#[doc(hidden)]
pub mod planted;
mod queue;
mod reach;
mod repair;
mod settle;
mod shared;
mod signals;
mod stock;
mod subset;
mod switchover;
mod tables;
mod tally;
mod watch;
mod works;
mod world;

pub use observe::{Happening, Observer, Silent};
pub use outcome::Outcome;
pub use world::World;

/// Options that may differ between replications of one batch.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Simulate the hotlines even if the replication's number does not fall to them.
    pub with_hotline: bool,
    /// Re-derive the whole item state after every settling and compare (`docs/semantics.md` 4).
    pub audit: bool,
    /// A fault that a test plants.
    #[cfg(debug_assertions)]
    #[doc(hidden)]
    pub planted: Option<planted::Planted>,
}

/// Why a replication could not be finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// More than 10,000 rounds at one instant; names the last 20 items that changed.
    ZeroTimeLoop {
        /// When [µs].
        at: i64,
        /// Names, oldest first.
        items: Vec<String>,
    },
    /// More events than one replication may have; it would fill the memory before it ended.
    TooManyEvents {
        /// When [µs].
        at: i64,
        /// What changed last.
        item: String,
    },
    /// The organisations lose more in one replication than 64 bits can count in user-seconds.
    TooManyUserSeconds,
    /// The audit disagrees: our fault. Says in words what differs.
    Audit(String),
}
