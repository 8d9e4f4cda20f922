//! Replications on several threads.
//!
//! Blocks of consecutive replications are handed out in ascending order and a block that was begun is finished, so what is done
//! when a run is stopped is a prefix of the replications. Each thread keeps one world and one tally from the first block to the
//! last; the tallies are sums of integers, so it does not matter which thread took what.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::derive;
use super::fold::{Folder, Tally};
use super::plan::Plan;
use super::results::{Answer, Results};
use super::story;
use crate::kernel::Seed;
use crate::model::Blueprint;
use crate::simulate::{Options, Outcome, Silent, Stop, World};

/// Replications handed out at once.
const BLOCK: u64 = 8;

/// How often the caller is told how far the run is, and asked whether to go on.
const PULSE: Duration = Duration::from_millis(100);

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
struct Simulator<'b> {
    world: World<'b>,
    seed: Seed,
    options: Options,
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
    let make = || Simulator {
        world: World::new(blueprint),
        seed: Seed::new(plan.seed),
        options: plan.options,
    };
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
    let tally = replicate(blueprint, plan, make, pulse)?;
    let results = derive::results(blueprint, plan, &tally);
    let events = tally.events;
    Ok((tally, Batch { results, events }))
}

/// Simulates and folds.
fn replicate<R: Replicate>(
    blueprint: &Blueprint,
    plan: &Plan,
    make: &(dyn Fn() -> R + Sync),
    pulse: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Tally, Stop> {
    let threads = plan.threads.clamp(
        1,
        usize::try_from(plan.replications.max(1)).unwrap_or(usize::MAX),
    );
    let shared = Shared::new(blueprint, plan.replications, threads);
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.in_place_scope(|scope| {
            let (sender, receiver) = channel();
            for index in 0..threads {
                let (shared, alive) = (&shared, sender.clone());
                scope.spawn(move |_| {
                    shared.work(index, &mut make());
                    drop(alive);
                });
            }
            drop(sender);
            shared.watch(&receiver, pulse);
        }),
        // No thread can be had: the calling one does the work.
        Err(_) => shared.work(0, &mut make()),
    }
    shared.finish()
}

/// What the threads share.
struct Shared<'b> {
    blueprint: &'b Blueprint,
    replications: u64,
    next: AtomicU64,
    done: AtomicU64,
    stopping: AtomicBool,
    folders: Vec<Mutex<Folder<'b>>>,
    failure: Mutex<Option<(u64, Stop)>>,
}

impl<'b> Shared<'b> {
    fn new(blueprint: &'b Blueprint, replications: u64, threads: usize) -> Self {
        Self {
            blueprint,
            replications,
            next: AtomicU64::new(0),
            done: AtomicU64::new(0),
            stopping: AtomicBool::new(false),
            folders: (0..threads)
                .map(|_| Mutex::new(Folder::new(blueprint)))
                .collect(),
            failure: Mutex::new(None),
        }
    }

    /// One thread's work.
    fn work<R: Replicate>(&self, index: usize, source: &mut R) {
        while !self.stopping.load(Ordering::Relaxed) {
            let first = self.next.fetch_add(BLOCK, Ordering::Relaxed);
            if first >= self.replications {
                return;
            }
            for replication in first..(first + BLOCK).min(self.replications) {
                match source.outcome(replication) {
                    Ok(outcome) => lock(&self.folders[index]).add(outcome, replication),
                    Err(stop) => return self.fail(replication, stop),
                }
                self.done.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    /// Keeps the failure of the lowest replication. Blocks below it were begun before and are finished, so it is always the
    /// same one.
    fn fail(&self, replication: u64, stop: Stop) {
        self.stopping.store(true, Ordering::Relaxed);
        let mut failure = lock(&self.failure);
        if failure
            .as_ref()
            .is_none_or(|&(lowest, _)| replication < lowest)
        {
            *failure = Some((replication, stop));
        }
    }

    /// Tells the caller how far the work is until all threads have ended, which closes `ended`.
    fn watch(&self, ended: &Receiver<()>, pulse: &mut dyn FnMut(&Progress) -> ControlFlow<()>) {
        let mut first = None;
        for beat in 0_u32.. {
            let done = self.done.load(Ordering::Relaxed);
            if beat % PULSES_PER_ANSWER == PULSES_PER_ANSWER - 1
                && (1..self.replications).contains(&done)
            {
                first = derive::first_answer(self.blueprint, &self.merged());
            }
            if pulse(&Progress {
                done,
                first: first.clone(),
            })
            .is_break()
            {
                self.stopping.store(true, Ordering::Relaxed);
            }
            if ended.recv_timeout(PULSE) != Err(RecvTimeoutError::Timeout) {
                break;
            }
        }
    }

    /// The sum of what all threads have so far.
    fn merged(&self) -> Tally {
        let mut sum = Tally::new(self.blueprint);
        self.folders
            .iter()
            .for_each(|folder| sum.merge(lock(folder).tally()));
        sum
    }

    fn finish(self) -> Result<Tally, Stop> {
        match self
            .failure
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
        {
            Some((_, stop)) => Err(stop),
            None => Ok(self
                .folders
                .into_iter()
                .map(|folder| {
                    folder
                        .into_inner()
                        .unwrap_or_else(PoisonError::into_inner)
                        .into_tally()
                })
                .reduce(|mut sum, tally| {
                    sum.merge(&tally);
                    sum
                })
                .unwrap_or_else(|| Tally::new(self.blueprint))),
        }
    }
}

/// Locks; a thread that panicked ends the scope anyhow.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
