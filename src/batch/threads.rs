//! Replications on several threads.
//!
//! Blocks of consecutive replications are handed out in ascending order and a block that was begun is finished, so what is done
//! when the work is stopped is a prefix of the replications. Each thread keeps one worker and one sum from the first block to the
//! last; sums are of integers, so it does not matter which thread took what. Knows nothing of what is simulated or summed.

use std::ops::{ControlFlow, Range};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::simulate::Stop;

/// Replications handed out at once.
const BLOCK: u64 = 8;

/// How often the caller is told how far the work is, and asked whether to go on.
const PULSE: Duration = Duration::from_millis(100);

/// Sums of replications that merge in any order to the same bits.
pub trait Sum: Send {
    /// Adds the replications of another sum of the same kind.
    fn merge(&mut self, other: &Self);
}

/// Does replications, one at a time; each thread has its own.
pub trait Worker<S> {
    /// Simulates replication `replication` and adds it to `sum`, which is to be locked only while adding.
    ///
    /// # Errors
    /// When the replication cannot be finished.
    fn replicate(&mut self, replication: u64, sum: &Mutex<S>) -> Result<(), Stop>;
}

/// How far the work is, as the caller sees it at a pulse.
pub struct Beat<'s, S> {
    /// Number of the pulse, from 0.
    pub number: u32,
    /// Replications done, those before the range included.
    pub done: u64,
    sums: &'s [Mutex<S>],
    empty: &'s (dyn Fn() -> S + Sync),
}

impl<S: Sum> Beat<'_, S> {
    /// The sum of what all threads have so far.
    pub fn merged(&self) -> S {
        let mut merged = (self.empty)();
        self.sums.iter().for_each(|sum| merged.merge(&lock(sum)));
        merged
    }
}

/// How to make what each thread has of its own.
pub struct Makers<'m, S, W> {
    /// A worker.
    pub worker: &'m (dyn Fn() -> W + Sync),
    /// An empty sum.
    pub sum: &'m (dyn Fn() -> S + Sync),
}

/// The sum of the replications `range` on `threads` threads.
///
/// `pulse` is called on the calling thread about ten times a second, the first time at once; where it breaks, what was begun is
/// finished and the sum covers the replications done, a prefix of those planned.
///
/// # Errors
/// [`Stop`] of the lowest replication that could not be finished.
pub fn replicate<S: Sum, W: Worker<S>>(
    range: Range<u64>,
    threads: usize,
    make: &Makers<'_, S, W>,
    pulse: &mut dyn FnMut(&Beat<'_, S>) -> ControlFlow<()>,
) -> Result<S, Stop> {
    let most = (range.end - range.start).div_ceil(BLOCK).max(1);
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let threads = threads.clamp(1, most);
    let shared = Shared::new(range, threads, make.sum);
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.in_place_scope(|scope| {
            let (sender, receiver) = channel();
            for index in 0..threads {
                let (shared, alive, worker) = (&shared, sender.clone(), make.worker);
                scope.spawn(move |_| {
                    shared.work(index, &mut worker());
                    drop(alive);
                });
            }
            drop(sender);
            shared.watch(&receiver, pulse);
        }),
        // No thread can be had: the calling one does the work.
        Err(_) => shared.work(0, &mut (make.worker)()),
    }
    shared.finish()
}

/// What the threads share.
struct Shared<'m, S> {
    end: u64,
    next: AtomicU64,
    done: AtomicU64,
    stopping: AtomicBool,
    empty: &'m (dyn Fn() -> S + Sync),
    sums: Vec<Mutex<S>>,
    failure: Mutex<Option<(u64, Stop)>>,
}

impl<'m, S: Sum> Shared<'m, S> {
    fn new(range: Range<u64>, threads: usize, empty: &'m (dyn Fn() -> S + Sync)) -> Self {
        Self {
            end: range.end,
            next: AtomicU64::new(range.start),
            done: AtomicU64::new(range.start),
            stopping: AtomicBool::new(false),
            empty,
            sums: (0..threads).map(|_| Mutex::new(empty())).collect(),
            failure: Mutex::new(None),
        }
    }

    /// One thread's work.
    fn work<W: Worker<S>>(&self, index: usize, worker: &mut W) {
        while !self.stopping.load(Ordering::Relaxed) {
            let first = self.next.fetch_add(BLOCK, Ordering::Relaxed);
            if first >= self.end {
                return;
            }
            for replication in first..(first + BLOCK).min(self.end) {
                if let Err(stop) = worker.replicate(replication, &self.sums[index]) {
                    return self.fail(replication, stop);
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
    fn watch(&self, ended: &Receiver<()>, pulse: &mut dyn FnMut(&Beat<'_, S>) -> ControlFlow<()>) {
        for number in 0_u32.. {
            let beat = Beat {
                number,
                done: self.done.load(Ordering::Relaxed),
                sums: &self.sums,
                empty: self.empty,
            };
            if pulse(&beat).is_break() {
                self.stopping.store(true, Ordering::Relaxed);
            }
            if ended.recv_timeout(PULSE) != Err(RecvTimeoutError::Timeout) {
                break;
            }
        }
    }

    fn finish(self) -> Result<S, Stop> {
        if let Some((_, stop)) = opened(self.failure) {
            return Err(stop);
        }
        let sums = self.sums.into_iter().map(opened);
        let merged = sums.reduce(|mut merged, sum| {
            merged.merge(&sum);
            merged
        });
        Ok(merged.unwrap_or_else(self.empty))
    }
}

/// Locks; a thread that panicked ends the scope anyhow.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn opened<T>(mutex: Mutex<T>) -> T {
    mutex.into_inner().unwrap_or_else(PoisonError::into_inner)
}
