//! A short batch, so that what follows from a scenario stands beside what its sources say.

use std::ops::ControlFlow;

use serde::Serialize;

use crate::batch::results::{Answer, ExpectationResult, Results};
use crate::batch::{self, Plan};
use crate::model::Blueprint;
use crate::simulate::Options;
use crate::simulate::cost::Cost;

/// Work of a pilot, by the slow speed that costs are reckoned with [s].
const SECONDS: f64 = 2.0;
/// Most replications of a pilot.
pub const MOST: u64 = 4096;

/// What a short batch found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pilot {
    /// Seed.
    pub seed: u64,
    /// Replications.
    pub replications: u64,
    /// The answers so far.
    pub asks: Vec<Answer>,
    /// What should come out beside what did.
    pub expectations: Vec<ExpectationResult>,
    /// All results, for those who put them into words.
    #[serde(skip)]
    pub results: Results,
}

/// Runs a pilot of at most `most` replications; `None` where a replication takes too long or cannot be finished.
#[must_use]
pub fn pilot(
    blueprint: &Blueprint,
    (seed, options): (u64, Options),
    threads: usize,
    most: u64,
) -> Option<Pilot> {
    let plan = Plan {
        seed,
        replications: replications(blueprint, options, most)?,
        until: None,
        threads,
        options,
        controls: Vec::new(),
        set: Vec::new(),
    };
    let batch = batch::run(blueprint, &plan, &mut |_| ControlFlow::Continue(())).ok()?;
    let results = batch.results;
    Some(Pilot {
        seed,
        replications: results.key.replications,
        asks: results.asks.clone(),
        expectations: results.expectations.clone(),
        results,
    })
}

/// As many as the time allows, a power of two, so that a slightly changed scenario is seen by the same replications; `None`: not one.
fn replications(blueprint: &Blueprint, options: Options, most: u64) -> Option<u64> {
    let each = Cost::of(blueprint, options.with_hotline).seconds(1);
    let affordable = (SECONDS / each.max(1e-9)) as u64;
    affordable.min(most).checked_ilog2().map(|power| 1 << power)
}
