//! A comparison as `comparison.json` holds it: all that its page, tables and charts need.
//!
//! Units are those of the measures, as in [`crate::batch::results`]. The same scenarios, variants, seed and number of replications
//! give the same bytes on any number of threads.

use serde::{Deserialize, Serialize};

use crate::batch::results::{Answer, Estimate, Results};
use crate::text::Wording;

/// Raised whenever the shape of `comparison.json` changes.
pub const FORMAT_VERSION: u32 = 1;

/// Designs compared with one of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// [`FORMAT_VERSION`].
    pub format: u32,
    /// What determines every byte.
    pub key: Key,
    /// Results of the base as far as a report needs them: what the scenario says of itself, the answers, and the measures of
    /// what is asked about. No stories, curves or causes.
    pub base: Results,
    /// The designs, in the order given; the base is one of them.
    pub designs: Vec<Design>,
    /// The questions of the base, each with its answers by all other designs.
    pub asks: Vec<Ask>,
}

/// What determines every byte of a comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Key {
    /// [`crate::batch::results::RESULT_EPOCH`].
    pub epoch: u32,
    /// Master seed, the same for all designs.
    pub seed: u64,
    /// Replications, each lived through by all designs.
    pub replications: u64,
    /// Replications that were planned.
    pub planned: u64,
    /// Settings from the command line that change all scenarios.
    pub set: Vec<(String, String)>,
    /// Index of the design that the others are compared with.
    pub base: usize,
}

/// One design.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Design {
    /// Name: of the variant, or of the scenario's file; empty for a scenario as it stands among its variants.
    pub name: String,
    /// What its author says of it; empty where nothing is said.
    pub label: Wording,
    /// Name of the scenario's file, without folder and extension.
    pub file: String,
    /// Variant; empty for none.
    pub variant: String,
    /// BLAKE3 of the scenario's bytes.
    pub digest: String,
}

/// One question, answered by the designs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// Which values are better.
    pub better: Better,
    /// The answer of the base: the question's words, kind and unit stand here.
    pub base: Answer,
    /// The other designs, in their order; those that do not ask this are left out.
    pub designs: Vec<Difference>,
}

/// Which values of a measure are better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Better {
    /// The smaller: downtime, outages, waits.
    Less,
    /// The larger: calls answered in time, a service that holds at an instant.
    More,
}

/// One design against the base, in one question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// Index of the design.
    pub design: usize,
    /// The design's own answer, as its own run would give it.
    pub value: Estimate,
    /// Value of the design less that of the base, paired by replication; `n`: replications that both simulate, `events` and
    /// `n_eff`: those in which they differ.
    pub difference: Estimate,
    /// Value of the design over that of the base; `None` where the base's is zero.
    pub ratio: Option<f64>,
    /// Replications in which the design is better, equal, worse, and those that cannot be told because one of the two has nothing to
    /// divide by (a mean duration without an outage).
    pub counts: Counts,
    /// (Var A + Var B) / Var(B − A): how many times as many replications separate batches would need.
    pub variance_reduction: Option<f64>,
    /// The verdict.
    pub verdict: Verdict,
    /// Replications in all that would show a difference as large as the one estimated with a chance of 80 %; only where none is
    /// shown.
    pub replications_needed: Option<u64>,
}

/// Replications by which design is better in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// The design is better.
    pub better: u64,
    /// Both are equal.
    pub equal: u64,
    /// The design is worse.
    pub worse: u64,
    /// They differ, but one of them has nothing to divide by.
    pub undefined: u64,
}

/// What the interval of a difference says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// All of the interval lies on the better side.
    Better,
    /// All of it lies on the worse side.
    Worse,
    /// The interval contains zero.
    NotShown,
    /// Equal in every replication.
    Equal,
    /// They differ in fewer than 20 replications, too few for an interval.
    TooFew,
}

impl Verdict {
    /// The name in tables and message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::NotShown => "not-shown",
            Self::Equal => "equal",
            Self::TooFew => "too-few",
        }
    }
}
