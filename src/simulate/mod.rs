//! One replication: seeded events advance the blueprint's state from the start to the horizon.
//!
//! Knows nothing of other replications, of statistics or of files: it turns (blueprint, seed, replication) into an [`Outcome`]
//! and tells an observer what happens on the way.

pub mod hotline;
pub mod observe;
pub mod outcome;

use crate::kernel::Seed;
use crate::model::Blueprint;

pub use observe::{Happening, Observer, Silent};
pub use outcome::Outcome;

/// Options that may differ between replications of one batch.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Simulate the hotlines even if the replication's number does not fall to them.
    pub with_hotline: bool,
    /// Re-derive the whole item state after every instant and compare (`semantics.md` 4).
    pub audit: bool,
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
    /// The audit disagrees: our fault. Says in words what differs.
    Audit(String),
}

/// The state of one replication, kept from one to the next so that nothing is allocated anew.
pub struct World<'b> {
    blueprint: &'b Blueprint,
}

impl<'b> World<'b> {
    /// Room for one replication at a time.
    #[must_use]
    pub fn new(blueprint: &'b Blueprint) -> Self {
        Self { blueprint }
    }

    /// Runs replication `replication` from the start to the horizon.
    ///
    /// # Errors
    /// [`Stop`] where the model has an endless instant or the audit disagrees.
    pub fn run<O: Observer>(&mut self, _seed: &Seed, _replication: u64, _options: Options, _observer: &mut O) -> Result<&Outcome, Stop> {
        let _ = self.blueprint;
        todo!()
    }
}
