//! What a batch is to do.

use crate::model::Blueprint;
use crate::simulate::Options;

/// Everything besides the blueprint that a batch needs to know. Of it only seed, replications, `with_hotline` and `set` touch the
/// results.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Master seed.
    pub seed: u64,
    /// Replications, numbered from 0.
    pub replications: u64,
    /// Threads that simulate; 0 counts as 1.
    pub threads: usize,
    /// Options of every replication.
    pub options: Options,
    /// Settings from the command line that changed the scenario, for the key of the results.
    pub set: Vec<(String, String)>,
}

impl Plan {
    /// What the scenario proposes, with seed 1 on one thread.
    #[must_use]
    pub fn of(blueprint: &Blueprint) -> Self {
        Self {
            seed: 1,
            replications: blueprint.about.replications,
            threads: 1,
            options: Options::default(),
            set: Vec::new(),
        }
    }
}
