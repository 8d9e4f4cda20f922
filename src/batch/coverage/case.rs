//! The batches of one scenario: what the 95 % interval of each exactly known row says in each of them.

use std::ops::ControlFlow;
use std::sync::Mutex;

use crate::batch::derive::{self, CONFIDENCE};
use crate::batch::fold::{Courses, Folder, Tally};
use crate::batch::plan::Plan;
use crate::batch::results::{Measure, Results};
use crate::batch::stopping::Stopping;
use crate::batch::threads::{self, Beat, Makers, Sum, Worker, lock};
use crate::kernel::{Seed, StreamName};
use crate::model::Blueprint;
use crate::model::watch::Bound;
use crate::simulate::{Stop, World};

/// The batches of one scenario.
#[derive(Clone, Debug)]
pub struct Case {
    /// What the scenario says of itself and of its names; its numbers are those of no replication at all.
    pub about: Results,
    /// Batches that were run.
    pub batches: u64,
    /// Replications of each; the most of them where `stops`.
    pub replications: u64,
    /// Whether a batch ends when its answers are precise (33).
    pub stops: bool,
    /// Whether a repair or a hazard lasts so unevenly that (36) names it an exception.
    pub heavy_tailed: bool,
    /// The rows whose exact value is known.
    pub rows: Vec<Known>,
}

/// One row through all batches.
#[derive(Clone, Debug)]
pub struct Known {
    /// The exact value, in the row's unit.
    pub exact: f64,
    /// Its source.
    pub from: String,
    /// The row of every batch, with its 95 % interval.
    pub seen: Vec<Measure>,
}

/// The seed of batch `batch` under the master seed `seed`: 64 bits of a hash of both, so that neither neighbouring batches nor
/// neighbouring master seeds have any luck in common.
#[must_use]
pub fn seed_of(seed: u64, batch: u64) -> u64 {
    StreamName::of(&format!("coverage/{seed}/{batch}")).0
}

/// Runs `batches` batches as `plan` says, each on one of the plan's threads, and keeps the rows whose expectation names an exact
/// value.
///
/// # Errors
/// As [`cover_rows`].
pub fn cover(
    blueprint: &Blueprint,
    plan: &Plan,
    batches: u64,
    pulse: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Case, Stop> {
    let of = |tally: &Tally| derive::exactly_known(blueprint, tally, CONFIDENCE);
    let rows = Rows {
        exact: exactly_known(blueprint),
        of: &of,
    };
    cover_rows(blueprint, plan, batches, rows, pulse)
}

/// Rows whose exact values are known, however they are come by.
pub struct Rows<'r> {
    /// The exact values and their sources.
    pub exact: Vec<(f64, String)>,
    /// The rows of a batch, in the order of the values.
    pub of: &'r (dyn Fn(&Tally) -> Vec<Measure> + Sync),
}

/// Runs `batches` batches as `plan` says, each on one of the plan's threads, and keeps these rows of each.
///
/// `pulse` is told the batches done about ten times a second; where it breaks, the case covers a prefix of the batches.
///
/// # Errors
/// [`Stop`] of the lowest batch that could not be finished.
pub fn cover_rows(
    blueprint: &Blueprint,
    plan: &Plan,
    batches: u64,
    rows: Rows<'_>,
    pulse: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Case, Stop> {
    let make = Makers {
        worker: &|| Batches {
            blueprint,
            plan,
            world: World::new(blueprint),
            courses: Courses::new(blueprint),
            rows: rows.of,
        },
        sum: &Seen::default,
    };
    let mut tell = |beat: &Beat<'_, Seen>| pulse(beat.done);
    let mut seen = threads::replicate(0..batches, plan.threads, &make, &mut tell)?.0;
    seen.sort_by_key(|&(batch, _)| batch);
    let exact = rows.exact.into_iter().enumerate();
    let rows = exact.map(|(at, (exact, from))| Known {
        exact,
        from,
        seen: seen.iter().map(|(_, rows)| rows[at].clone()).collect(),
    });
    Ok(Case {
        about: derive::results(blueprint, plan, &Folder::new(blueprint).into_tally()),
        batches: seen.len() as u64,
        replications: plan.replications,
        stops: plan.until.is_some(),
        heavy_tailed: is_heavy_tailed(blueprint),
        rows: rows.collect(),
    })
}

/// The exact values and their sources, in declared order.
fn exactly_known(blueprint: &Blueprint) -> Vec<(f64, String)> {
    let all = blueprint.expectations.iter();
    all.filter_map(|expected| match expected.bound {
        Bound::Is(value) => Some((value, expected.from.clone())),
        _ => None,
    })
    .collect()
}

/// (standard deviation / mean)² of a lognormal law with σ = 1.8, exp(1.8²) − 1: from here on even a skewness-corrected interval
/// covers too little with few events.
const HEAVY: f64 = 24.5;

fn is_heavy_tailed(blueprint: &Blueprint) -> bool {
    let repairs = blueprint
        .modes
        .iter()
        .filter_map(|mode| mode.repair.as_ref());
    let hazards = blueprint.hazards.iter().map(|hazard| &hazard.lasts);
    repairs
        .chain(hazards)
        .any(|law| law.variance() >= HEAVY * law.mean() * law.mean())
}

/// The rows of the batches that were run, in any order.
#[derive(Default)]
struct Seen(Vec<(u64, Vec<Measure>)>);

impl Sum for Seen {
    fn merge(&mut self, other: &Self) {
        self.0.extend(other.0.iter().cloned());
    }
}

/// Runs whole batches, one at a time.
struct Batches<'b> {
    blueprint: &'b Blueprint,
    plan: &'b Plan,
    world: World<'b>,
    courses: Courses<'b>,
    rows: &'b (dyn Fn(&Tally) -> Vec<Measure> + Sync),
}

impl Worker<Seen> for Batches<'_> {
    fn replicate(&mut self, batch: u64, seen: &Mutex<Seen>) -> Result<(), Stop> {
        let seed = Seed::new(seed_of(self.plan.seed, batch));
        let stopping = Stopping::new(self.plan);
        let mut folder = Folder::new(self.blueprint);
        let mut done = 0;
        loop {
            let end = stopping.round_end(done);
            for replication in done..end {
                let options = self.plan.options;
                let lived = self
                    .courses
                    .live(&mut self.world, &seed, replication, options)?;
                folder.add(lived, replication);
            }
            done = end;
            let answers = || derive::answers(self.blueprint, folder.tally());
            if stopping.after_round(done, &answers).is_some() {
                break;
            }
        }
        let rows = (self.rows)(folder.tally());
        lock(seen).0.push((batch, rows));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn batches_of_neighbouring_seeds_share_no_luck() {
        let seeds = (0..20).flat_map(|seed| (0..500).map(move |batch| seed_of(seed, batch)));
        assert_eq!(seeds.collect::<BTreeSet<_>>().len(), 10_000);
    }
}
