//! A batch: replications of one blueprint, folded, and what follows from them.

use std::ops::ControlFlow;
use std::sync::Mutex;

use super::derive;
use super::fold::{Folder, Tally};
use super::plan::Plan;
use super::results::{Answer, Results};
use super::story;
use super::threads::{self, Beat, Makers, Sum, Worker, lock};
use crate::kernel::Seed;
use crate::model::Blueprint;
use crate::simulate::{Options, Outcome, Silent, Stop, World};

/// Every so-manyth pulse carries a new answer.
const PULSES_PER_ANSWER: u32 = 5;

/// What a batch found.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// The results; `key.replications` is the number of replications that they cover.
    pub results: Results,
    /// Logical state changes simulated.
    pub events: u64,
}

/// How far a batch is.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Replications done.
    pub done: u64,
    /// The answer to the scenario's first question so far; `None` until something is known.
    pub first: Option<Answer>,
}

/// Gives outcomes of replications, one at a time; each thread has its own.
pub trait Replicate {
    /// The outcome of replication `replication`.
    ///
    /// # Errors
    /// When the replication cannot be finished.
    fn outcome(&mut self, replication: u64) -> Result<&Outcome, Stop>;
}

/// The simulator itself.
pub struct Simulator<'b> {
    world: World<'b>,
    seed: Seed,
    options: Options,
}

impl<'b> Simulator<'b> {
    /// Replications of `blueprint` with the plan's seed and options.
    #[must_use]
    pub fn new(blueprint: &'b Blueprint, plan: &Plan) -> Self {
        Self {
            world: World::new(blueprint),
            seed: Seed::new(plan.seed),
            options: plan.options,
        }
    }
}

impl Replicate for Simulator<'_> {
    fn outcome(&mut self, replication: u64) -> Result<&Outcome, Stop> {
        self.world
            .run(&self.seed, replication, self.options, &mut Silent)
    }
}

/// Runs a batch: simulates, folds, derives, and tells the stories.
///
/// `pulse` is called on the calling thread about ten times a second, the first time at once; where it breaks, what was begun
/// is finished and the results cover the replications done, a prefix of those planned.
///
/// # Errors
/// [`Stop`] of the lowest replication that could not be finished.
pub fn run(
    blueprint: &Blueprint,
    plan: &Plan,
    pulse: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Batch, Stop> {
    let make = || Simulator::new(blueprint, plan);
    let mut batch = run_with(blueprint, plan, &make, pulse)?;
    batch.1.results.stories = story::stories(blueprint, plan, &batch.0)?;
    Ok(batch.1)
}

/// As [`run`], with outcomes from elsewhere and without stories; gives the tally besides.
///
/// # Errors
/// [`Stop`] of the lowest replication that could not be finished.
pub fn run_with<R: Replicate>(
    blueprint: &Blueprint,
    plan: &Plan,
    make: &(dyn Fn() -> R + Sync),
    pulse: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<(Tally, Batch), Stop> {
    let make = Makers {
        worker: &|| Folding(make()),
        sum: &|| Folder::new(blueprint),
    };
    let mut first = None;
    let mut tell = |beat: &Beat<'_, Folder<'_>>| {
        let due = beat.number % PULSES_PER_ANSWER == PULSES_PER_ANSWER - 1;
        if due && (1..plan.replications).contains(&beat.done) {
            first = derive::first_answer(blueprint, beat.merged().tally());
        }
        pulse(&Progress {
            done: beat.done,
            first: first.clone(),
        })
    };
    let folder = threads::replicate(plan.replications, plan.threads, &make, &mut tell)?;
    let tally = folder.into_tally();
    let results = derive::results(blueprint, plan, &tally);
    let events = tally.events;
    Ok((tally, Batch { results, events }))
}

impl Sum for Folder<'_> {
    fn merge(&mut self, other: &Self) {
        self.merge_tally(other.tally());
    }
}

/// Folds the outcomes of a source.
struct Folding<R>(R);

impl<R: Replicate> Worker<Folder<'_>> for Folding<R> {
    fn replicate(&mut self, replication: u64, folder: &Mutex<Folder<'_>>) -> Result<(), Stop> {
        let outcome = self.0.outcome(replication)?;
        lock(folder).add(outcome, replication);
        Ok(())
    }
}
