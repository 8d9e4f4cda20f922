//! A batch: replications of one blueprint, folded, and what follows from them.

use std::ops::ControlFlow;
use std::sync::Mutex;

use super::controls::ControlTally;
use super::derive;
use super::fold::term::Reader;
use super::fold::{Courses, Folder, Lived, Tally};
use super::plan::Plan;
use super::results::{Answer, Results};
use super::rows::{RowReader, Rows, Take};
use super::stopping::{self, Ending, Reached, Reason, State, Stopping};
use super::story;
use super::threads::{self, Beat, Makers, Sum, Worker, lock};
use crate::kernel::Seed;
use crate::model::Blueprint;
use crate::model::ids::ModeId;
use crate::simulate::{Options, Stop, World};

/// Every so-manyth pulse carries a new answer.
const PULSES_PER_ANSWER: u32 = 5;

/// What a batch found.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// The results; `key.replications` is the number of replications that they cover.
    pub results: Results,
    /// Logical state changes simulated.
    pub events: u64,
    /// What ended it, and how precise the answers are.
    pub ending: Ending,
}

/// How far a batch is.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Replications done.
    pub done: u64,
    /// The answer to the scenario's first question so far; `None` until something is known.
    pub first: Option<Answer>,
    /// The answer farthest from the precision that is wanted, if any is open.
    pub open: Option<(Answer, Reached)>,
}

/// Gives outcomes of replications, one at a time; each thread has its own.
pub trait Replicate {
    /// What replication `replication` leaves behind.
    ///
    /// # Errors
    /// When the replication cannot be finished.
    fn outcome(&mut self, replication: u64) -> Result<Lived<'_>, Stop>;

    /// The compensated counts of `modes` in the replication whose outcome was given last.
    fn controls(&self, _replication: u64, modes: &[ModeId]) -> Vec<i64> {
        vec![0; modes.len()]
    }
}

/// The simulator itself.
pub struct Simulator<'b> {
    world: World<'b>,
    courses: Courses<'b>,
    seed: Seed,
    options: Options,
}

impl<'b> Simulator<'b> {
    /// Replications of `blueprint` with the plan's seed and options.
    #[must_use]
    pub fn new(blueprint: &'b Blueprint, plan: &Plan) -> Self {
        Self {
            world: World::new(blueprint),
            courses: Courses::new(blueprint),
            seed: Seed::new(plan.seed),
            options: plan.options,
        }
    }
}

impl Replicate for Simulator<'_> {
    fn outcome(&mut self, replication: u64) -> Result<Lived<'_>, Stop> {
        self.courses
            .live(&mut self.world, &self.seed, replication, self.options)
    }

    fn controls(&self, replication: u64, modes: &[ModeId]) -> Vec<i64> {
        let modes = modes.iter();
        modes
            .map(|&mode| self.world.compensated(&self.seed, replication, mode))
            .collect()
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
    run_keeping(blueprint, plan, None, pulse)
}

/// As [`run`], and hands what every single replication says about the measures asked for to `keep`, in their order: of the
/// replications done, also those of a round that the results leave out.
///
/// # Errors
/// [`Stop`] of the lowest replication that could not be finished.
pub fn run_keeping(
    blueprint: &Blueprint,
    plan: &Plan,
    keep: Option<&mut dyn Take>,
    pulse: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Batch, Stop> {
    let make = || Simulator::new(blueprint, plan);
    let rows = keep.map(Rows::new);
    let mut batch = rounds(blueprint, plan, (&make, rows.as_ref()), pulse)?;
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
    rounds(blueprint, plan, (make, None), pulse)
}

/// Rounds of replications until the batch has done enough.
fn rounds<R: Replicate>(
    blueprint: &Blueprint,
    plan: &Plan,
    (make, rows): (&(dyn Fn() -> R + Sync), Option<&Rows<'_>>),
    pulse: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<(Tally, Batch), Stop> {
    let make = Makers {
        worker: &|| Folding {
            source: make(),
            controls: Controls::new(blueprint, &plan.controls),
            rows: rows.map(|rows| (RowReader::new(blueprint), rows)),
        },
        sum: &|| Sums::new(blueprint, plan),
    };
    let stopping = Stopping::new(plan);
    let (mut sums, mut told) = (Sums::new(blueprint, plan), Told::default());
    let by = loop {
        let from = sums.replications();
        let to = stopping.round_end(from);
        let mut interrupted = false;
        let mut tell = |beat: &Beat<'_, Sums<'_>>| {
            told.look(blueprint, &stopping, beat, &sums);
            let asked = pulse(&told.progress(beat.done)).is_break();
            interrupted |= asked;
            if asked || stopping.is_late() && beat.done > 0 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        let round = threads::replicate(from..to, plan.threads, &make, &mut tell)?;
        let whole = round.replications() == to - from;
        // The rest of a round that time has cut says when it was cut: it is left out where there is a whole one before.
        if whole || interrupted || from == 0 {
            sums.merge(&round);
        }
        if !whole {
            break if interrupted {
                Reason::Interruption
            } else {
                Reason::Time
            };
        }
        let answers = || sums.answers(blueprint);
        if let Some(by) = stopping.after_round(to, &answers) {
            break by;
        }
        if interrupted {
            break Reason::Interruption;
        }
    };
    Ok(finish(blueprint, plan, sums, by))
}

/// The batch that sums are. A batch that ended by itself was not cut short, so its results are those of a count.
fn finish(blueprint: &Blueprint, plan: &Plan, sums: Sums<'_>, by: Reason) -> (Tally, Batch) {
    let n = sums.replications();
    let made = Plan {
        replications: if by == Reason::Interruption {
            plan.replications
        } else {
            n
        },
        ..plan.clone()
    };
    let Sums { folder, controls } = sums;
    let tally = folder.into_tally();
    let mut results = derive::results(blueprint, &made, &tally);
    controls.apply(blueprint, &mut results.asks);
    let targets = plan.until.as_ref().map_or(&[][..], |until| &until.targets);
    let ending = Ending {
        by,
        reached: stopping::judge(&results.asks, targets, n),
    };
    let events = tally.events;
    let batch = Batch {
        results,
        events,
        ending,
    };
    (tally, batch)
}

/// All that is summed over replications.
struct Sums<'b> {
    folder: Folder<'b>,
    controls: ControlTally,
}

impl<'b> Sums<'b> {
    fn new(blueprint: &'b Blueprint, plan: &Plan) -> Self {
        Self {
            folder: Folder::new(blueprint),
            controls: ControlTally::new(blueprint, plan.controls.len()),
        }
    }

    fn replications(&self) -> u64 {
        self.folder.tally().replications()
    }

    /// The answers so far.
    fn answers(&self, blueprint: &Blueprint) -> Vec<Answer> {
        let mut answers = derive::answers(blueprint, self.folder.tally());
        self.controls.apply(blueprint, &mut answers);
        answers
    }
}

impl Sum for Sums<'_> {
    fn merge(&mut self, other: &Self) {
        self.folder.merge_tally(other.folder.tally());
        self.controls.merge(&other.controls);
    }
}

/// What was last told of a batch under way.
#[derive(Default)]
struct Told {
    first: Option<Answer>,
    open: Option<(Answer, Reached)>,
}

impl Told {
    /// Looks at the answers now and then.
    fn look(
        &mut self,
        blueprint: &Blueprint,
        stopping: &Stopping<'_>,
        beat: &Beat<'_, Sums<'_>>,
        before: &Sums<'_>,
    ) {
        let due = beat.number % PULSES_PER_ANSWER == PULSES_PER_ANSWER - 1;
        if !due || beat.done == 0 {
            return;
        }
        let mut merged = beat.merged();
        merged.merge(before);
        if stopping.targets().is_empty() {
            self.first = derive::first_answer(blueprint, merged.folder.tally());
            return;
        }
        let answers = merged.answers(blueprint);
        let reached = stopping::judge(&answers, stopping.targets(), merged.replications());
        self.open = farthest(&answers, reached);
        self.first = answers.into_iter().next();
    }

    fn progress(&self, done: u64) -> Progress {
        Progress {
            done,
            first: self.first.clone(),
            open: self.open.clone(),
        }
    }
}

/// The open answer that needs most replications; those of which one cannot tell come first.
fn farthest(answers: &[Answer], reached: Vec<Reached>) -> Option<(Answer, Reached)> {
    let open = answers
        .iter()
        .zip(reached)
        .filter(|(_, of)| matches!(of.state, State::Open | State::NeverSeen));
    let farthest = open.max_by_key(|(_, of)| of.replications_needed.unwrap_or(u64::MAX));
    farthest.map(|(answer, of)| (answer.clone(), of))
}

/// Reads what stands beside the controls of a replication.
struct Controls<'b, 'p> {
    modes: &'p [ModeId],
    reader: Reader<'b>,
}

impl<'b, 'p> Controls<'b, 'p> {
    /// `None` where there are no controls.
    fn new(blueprint: &'b Blueprint, modes: &'p [ModeId]) -> Option<Self> {
        let wanted = blueprint.asks.iter().map(|ask| Some(ask.wanted));
        (!modes.is_empty()).then(|| Self {
            modes,
            reader: Reader::new(blueprint, wanted.collect()),
        })
    }
}

/// Folds the outcomes of a source, and hands over their rows where these are wanted.
struct Folding<'b, 'p, 'r, 't, R> {
    source: R,
    controls: Option<Controls<'b, 'p>>,
    rows: Option<(RowReader<'b>, &'r Rows<'t>)>,
}

impl<R: Replicate> Worker<Sums<'_>> for Folding<'_, '_, '_, '_, R> {
    fn replicate(&mut self, replication: u64, sums: &Mutex<Sums<'_>>) -> Result<(), Stop> {
        let outcome = self.source.outcome(replication);
        if let Some((reader, rows)) = &mut self.rows {
            match &outcome {
                Ok(lived) => rows.put(reader.read(replication, *lived)),
                Err(_) => rows.give_up(),
            }
        }
        let outcome = outcome?;
        lock(sums).folder.add(outcome, replication);
        if let Some(Controls { modes, reader }) = &mut self.controls {
            let terms = reader.read(outcome);
            let controls = self.source.controls(replication, modes);
            lock(sums).controls.add(&terms, &controls);
        }
        Ok(())
    }
}
