//! Simulates all designs, replication by replication, and folds each by itself and against the base.

use std::ops::ControlFlow;
use std::sync::Mutex;

use super::derive;
use super::pair::PairTally;
use super::results::Comparison;
use crate::batch::results::{Answer, Measure, Results};
use crate::batch::term::Reader;
use crate::batch::threads::{self, Beat, Makers, Sum, Worker, lock};
use crate::batch::{self, Folder, Plan, Replicate, Simulator, Tally};
use crate::model::Blueprint;
use crate::model::watch::Wanted;
use crate::simulate::Stop;
use crate::text::Wording;

/// A design to be compared.
#[derive(Clone, Debug)]
pub struct Design {
    /// Name: of the variant, or of the file; empty for a scenario as it stands among its variants.
    pub name: String,
    /// What its author says of it.
    pub label: Wording,
    /// Name of the scenario's file, without folder and extension.
    pub file: String,
    /// Variant; empty for none.
    pub variant: String,
    /// What is simulated.
    pub blueprint: Blueprint,
}

/// How far a comparison is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Replications done, by all designs.
    pub done: u64,
}

/// What a comparison found.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The comparison.
    pub comparison: Comparison,
    /// The results of each design, in order; the same as those of its own batch, but for the stories, which are not told.
    pub results: Vec<Results>,
    /// Logical state changes simulated, of all designs.
    pub events: u64,
}

/// Why designs cannot be compared.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// The base asks nothing.
    NothingAsked,
    /// The design (index) counts another stretch of time than the base.
    OtherWindow(usize),
    /// The design (index) asks nothing that the base asks.
    OtherQuestions(usize),
    /// A replication could not be finished.
    Stopped(Stop),
}

/// Compares `designs` with design number `base`, one of them. The plan's replications are lived through by every design.
///
/// `pulse` is called on the calling thread about ten times a second; where it breaks, what was begun is finished.
///
/// # Errors
/// When the designs cannot be compared, or with the [`Stop`] of the lowest replication that could not be finished.
pub fn run(
    designs: &[Design],
    base: usize,
    plan: &Plan,
    pulse: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Compared, Refusal> {
    let matched = Matched::new(designs, base, plan)?;
    let make = Makers {
        worker: &|| Pairing::new(designs, &matched, plan),
        sum: &|| Sums::new(designs, &matched),
    };
    let mut tell = |beat: &Beat<'_, Sums<'_>>| pulse(&Progress { done: beat.done });
    let sums = threads::replicate(0..plan.replications, plan.threads, &make, &mut tell)
        .map_err(Refusal::Stopped)?;
    let tallies: Vec<Tally> = sums.folders.into_iter().map(Folder::into_tally).collect();
    let events = tallies.iter().map(|tally| tally.events).sum();
    let found = derive::Found {
        designs,
        matched: &matched,
        plan,
        tallies: &tallies,
        pairs: &sums.pairs,
    };
    let (comparison, results) = found.comparison();
    Ok(Compared {
        comparison,
        results,
        events,
    })
}

/// Which question of each design is which question of the base.
pub struct Matched {
    /// Index of the base.
    pub base: usize,
    /// Per design, per question of the base: the measure, if the design asks for it, too.
    pub wanted: Vec<Vec<Option<Wanted>>>,
}

impl Matched {
    fn new(designs: &[Design], base: usize, plan: &Plan) -> Result<Self, Refusal> {
        let window = |design: &Design| (design.blueprint.horizon, design.blueprint.warm_up);
        let other = |design: &Design| window(design) != window(&designs[base]);
        if designs[base].blueprint.asks.is_empty() {
            return Err(Refusal::NothingAsked);
        }
        if let Some(other) = designs.iter().position(other) {
            return Err(Refusal::OtherWindow(other));
        }
        let asked: Vec<Vec<Answer>> = designs
            .iter()
            .map(|design| asked(&design.blueprint, plan))
            .collect();
        let wanted = designs.iter().zip(&asked).map(|(design, mine)| {
            let same = |answer: &Answer| {
                let by_row = mine
                    .iter()
                    .position(|other| is_same(&answer.row, &other.row));
                by_row.or_else(|| {
                    mine.iter()
                        .position(|other| is_labelled_alike(answer, other))
                })
            };
            let find = |answer| same(answer).map(|number| design.blueprint.asks[number].wanted);
            asked[base].iter().map(find).collect()
        });
        let wanted: Vec<Vec<Option<Wanted>>> = wanted.collect();
        match wanted
            .iter()
            .position(|mine| mine.iter().all(Option::is_none))
        {
            Some(other) => Err(Refusal::OtherQuestions(other)),
            None => Ok(Self { base, wanted }),
        }
    }
}

/// What a design asks for, without any numbers yet.
fn asked(blueprint: &Blueprint, plan: &Plan) -> Vec<Answer> {
    batch::derive(blueprint, plan, &Tally::new(blueprint)).asks
}

/// Whether two questions are of one kind and have the same words of their author: a variant may move the threshold that is asked about.
fn is_labelled_alike(a: &Answer, b: &Answer) -> bool {
    !a.label.is_empty() && (&a.label, &a.kind) == (&b.label, &b.kind)
}

/// Whether two rows are of the same measure of the same subject.
fn is_same(a: &Measure, b: &Measure) -> bool {
    let name = |row: &Measure| {
        [
            row.subject.clone(),
            row.measure.clone(),
            row.level.clone(),
            row.calendar.clone(),
            row.at.clone(),
        ]
    };
    name(a) == name(b)
}

/// What one thread needs to simulate and read all designs.
struct Pairing<'b> {
    base: usize,
    sides: Vec<(Simulator<'b>, Reader<'b>)>,
}

impl<'b> Pairing<'b> {
    fn new(designs: &'b [Design], matched: &Matched, plan: &Plan) -> Self {
        let side = |(design, wanted): (&'b Design, &Vec<Option<Wanted>>)| {
            let reader = Reader::new(&design.blueprint, wanted.clone());
            (Simulator::new(&design.blueprint, plan), reader)
        };
        Self {
            base: matched.base,
            sides: designs.iter().zip(&matched.wanted).map(side).collect(),
        }
    }
}

/// Sums of all designs.
struct Sums<'b> {
    folders: Vec<Folder<'b>>,
    /// Per design, per question of the base.
    pairs: Vec<Vec<PairTally>>,
}

impl<'b> Sums<'b> {
    fn new(designs: &'b [Design], matched: &Matched) -> Self {
        let folder = |design: &'b Design| Folder::new(&design.blueprint);
        let asked = matched.wanted[matched.base].len();
        Self {
            folders: designs.iter().map(folder).collect(),
            pairs: vec![vec![PairTally::default(); asked]; designs.len()],
        }
    }
}

impl Sum for Sums<'_> {
    fn merge(&mut self, other: &Self) {
        for (folder, more) in self.folders.iter_mut().zip(&other.folders) {
            folder.merge_tally(more.tally());
        }
        let (mine, theirs) = (self.pairs.iter_mut(), other.pairs.iter());
        for (pair, more) in mine.flatten().zip(theirs.flatten()) {
            pair.merge(more);
        }
    }
}

impl Worker<Sums<'_>> for Pairing<'_> {
    fn replicate(&mut self, replication: u64, sums: &Mutex<Sums<'_>>) -> Result<(), Stop> {
        let mut said = Vec::with_capacity(self.sides.len());
        for (index, (simulator, reader)) in self.sides.iter_mut().enumerate() {
            let outcome = simulator.outcome(replication)?;
            said.push(reader.read(outcome));
            lock(sums).folders[index].add(outcome, replication);
        }
        let base = &said[self.base];
        let mut sums = lock(sums);
        for (pairs, mine) in sums.pairs.iter_mut().zip(&said) {
            for (pair, (base, mine)) in pairs.iter_mut().zip(base.iter().zip(mine)) {
                pair.add(*base, *mine);
            }
        }
        Ok(())
    }
}
