//! What a batch is to do.

use std::time::Duration;

use crate::model::Blueprint;
use crate::model::ids::ModeId;
use crate::model::precision::{Precision, Target};
use crate::simulate::Options;

/// Everything besides the blueprint that a batch needs to know. Of it only seed, the number of replications made, `with_hotline`
/// and `set` touch the results.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Master seed.
    pub seed: u64,
    /// Replications, numbered from 0; with [`Plan::until`] the most that are made.
    pub replications: u64,
    /// What ends the batch before; `None`: nothing.
    pub until: Option<Until>,
    /// Threads that simulate; 0 counts as 1.
    pub threads: usize,
    /// Options of every replication.
    pub options: Options,
    /// Modes whose compensated counts serve as control variates; none: answers are plain means.
    pub controls: Vec<ModeId>,
    /// Settings from the command line that changed the scenario, for the key of the results.
    pub set: Vec<(String, String)>,
}

/// What ends a batch before its last replication, looked at after rounds of replications (`docs/semantics.md` 33).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Until {
    /// Every answer is this precise: one entry for each of `asks`; none: it does not matter.
    pub targets: Vec<Target>,
    /// The time on the wall is over.
    pub time: Option<Duration>,
}

impl Plan {
    /// The count of the scenario, with seed 1 on one thread.
    #[must_use]
    pub fn of(blueprint: &Blueprint) -> Self {
        Self {
            seed: 1,
            replications: blueprint.about.replications,
            until: None,
            threads: 1,
            options: Options::default(),
            controls: Vec::new(),
            set: Vec::new(),
        }
    }

    /// The same up to a precision instead of a count.
    #[must_use]
    pub fn until(self, precision: &Precision) -> Self {
        let time = precision.at_most.time;
        let micros = |time: crate::units::Span| u64::try_from(time.micros()).unwrap_or_default();
        Self {
            replications: precision.at_most.replications,
            until: Some(Until {
                targets: precision.targets.clone(),
                time: time.map(|time| Duration::from_micros(micros(time))),
            }),
            ..self
        }
    }

    /// As the scenario proposes to run it: its count, or up to its precision; with seed 1 on one thread.
    #[must_use]
    pub fn proposed(blueprint: &Blueprint) -> Self {
        match &blueprint.about.precision {
            Some(precision) => Self::of(blueprint).until(precision),
            None => Self::of(blueprint),
        }
    }
}
