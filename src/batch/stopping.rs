//! When a batch has done enough: rounds, and how precise the answers are after each (`docs/semantics.md` 33).
//!
//! Looks at answers only, after rounds of 256·2ʲ replications, so that few looks are taken and each doubles what the one before saw:
//! a batch that stops at the first look that pleases it would otherwise stop where luck makes an interval short (Law and Kelton,
//! Operations Research 32, 1984). Knows nothing of how replications are made or folded.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::derive::CONFIDENCE;
use super::plan::{Plan, Until};
use super::replicate::{Simulator, run_with};
use super::results::{Answer, Results};
use crate::model::Blueprint;
use crate::model::precision::Target;
use crate::simulate::Stop;
use crate::stats::special::normal_quantile;

/// Replications of the first round; each further round doubles their number.
const FIRST_ROUND: u64 = 256;

/// Fewer replications with a value other than zero than this are not taken for precise, whatever the interval says: an interval
/// is as uncertain as what it is made of.
const LEAST_EFFECTIVE: u64 = 300;

/// Measures of hotlines, which few replications simulate, are not looked at with fewer of these.
const LEAST_WITH_HOTLINE: u64 = 30;

/// A round that would end this much after the time is not begun.
const LATE: f64 = 1.1;

/// What ended a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// All replications that were asked for are done.
    Replications,
    /// Every answer is as precise as wanted.
    Precision,
    /// The most replications are done, and not every answer is as precise as wanted.
    MostReplications,
    /// The time is over; so many rounds were complete.
    Time,
    /// The user.
    Interruption,
}

/// How a batch ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ending {
    /// Why.
    pub by: Reason,
    /// How precise each of the answers is, in their order; empty where no precision was wanted.
    pub reached: Vec<Reached>,
}

/// How precise an answer is, and how precise it should be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reached {
    /// Whether the two half-widths are relative to the estimate, of a share p to min(p, 1 − p); else they are in its unit.
    pub relative: bool,
    /// Half the width that the 95 % interval should have.
    pub wanted: f64,
    /// Half the width that it has; `None`: it has not two ends.
    pub half_width: Option<f64>,
    /// What follows.
    pub state: State,
    /// Replications in all that would reach it, as far as one can tell by now; `None`: one cannot, or it is reached.
    pub replications_needed: Option<u64>,
}

/// Whether an answer is precise enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is.
    Reached,
    /// It is not.
    Open,
    /// Nothing was seen yet, so there is no precision to speak of.
    NeverSeen,
    /// The same in every replication: this neither ends a batch nor keeps it going.
    Constant,
    /// Of a hotline that too few replications simulate: not looked at.
    NotLookedAt,
}

/// How precise `answers` are after `n` replications.
#[must_use]
pub fn judge(answers: &[Answer], targets: &[Target], n: u64) -> Vec<Reached> {
    answers
        .iter()
        .zip(targets)
        .map(|(answer, target)| reached(answer, *target, n))
        .collect()
}

fn reached(answer: &Answer, target: Target, n: u64) -> Reached {
    let value = &answer.row.value;
    let absolute = || Some((value.high? - value.low?) / 2.0);
    let (relative, wanted, half_width) = match target {
        Target::Relative(wanted) => (true, wanted, answer.relative_half_width),
        Target::Absolute(wanted) => (false, wanted, absolute()),
    };
    let state = state(answer, half_width.is_some_and(|is| is <= wanted));
    let open = matches!(state, State::Open | State::NeverSeen);
    Reached {
        relative,
        wanted,
        half_width,
        state,
        replications_needed: open.then(|| needed(answer, target, n)).flatten(),
    }
}

fn state(answer: &Answer, narrow: bool) -> State {
    let value = &answer.row.value;
    let always = value.low.is_some() && value.low == value.high && value.n_eff > 0;
    let share_of_all = answer.row.unit == "1" && value.estimate == Some(1.0);
    if of_hotline(answer) && value.n < LEAST_WITH_HOTLINE {
        State::NotLookedAt
    } else if always || share_of_all {
        State::Constant
    } else if value.events == 0 {
        State::NeverSeen
    } else if narrow && (of_hotline(answer) || effective(answer) >= LEAST_EFFECTIVE) {
        State::Reached
    } else {
        State::Open
    }
}

fn of_hotline(answer: &Answer) -> bool {
    answer.row.subject.starts_with("hotline/")
}

/// Replications that carry the answer: of a share of replications, those that are fewer, with or without.
fn effective(answer: &Answer) -> u64 {
    let value = &answer.row.value;
    match answer.kind.as_str() {
        "at" | "ever" => value.n_eff.min(value.n.saturating_sub(value.n_eff)),
        _ => value.n_eff,
    }
}

/// Replications in all that would make the answer as precise as wanted: the width falls with their root. In events of a count this
/// is (1.96/ε)²·(1 + cv²), cv the coefficient of variation of what an event adds.
fn needed(answer: &Answer, target: Target, n: u64) -> Option<u64> {
    let value = &answer.row.value;
    let estimate = value.estimate?;
    let error = value.std_error.filter(|&error| error > 0.0)?;
    let base = if answer.row.unit == "1" {
        estimate.min(1.0 - estimate)
    } else {
        estimate.abs()
    };
    let width = match target {
        Target::Relative(share) => share * base,
        Target::Absolute(width) => width,
    };
    let z = normal_quantile(0.5 + 0.5 * CONFIDENCE);
    let by_width = (z * error / width) * (z * error / width);
    let by_events = if of_hotline(answer) {
        0.0
    } else {
        LEAST_EFFECTIVE as f64 / effective(answer).max(1) as f64
    };
    let needed = n as f64 * by_width.max(by_events);
    // An interval at its widest tells of a few replications more than have been made, not of fewer.
    needed
        .is_finite()
        .then(|| (needed.ceil() as u64).max(n + 1))
}

/// Whether a batch may end: every answer that is looked at is precise, and at least one is.
#[must_use]
pub fn enough(reached: &[Reached]) -> bool {
    let open = |of: &Reached| matches!(of.state, State::Open | State::NeverSeen);
    !reached.iter().any(open) && reached.iter().any(|of| of.state == State::Reached)
}

/// The whole procedure at once, for studies of how often its intervals cover: results of `blueprint` with this seed, up to this
/// relative precision of every answer or at most so many replications, on one thread.
///
/// # Errors
/// [`Stop`] of the lowest replication that could not be finished.
pub fn to_precision(
    blueprint: &Blueprint,
    relative: f64,
    most: u64,
    seed: u64,
) -> Result<Results, Stop> {
    let plan = Plan {
        seed,
        replications: most,
        until: Some(Until {
            targets: vec![Target::Relative(relative); blueprint.asks.len()],
            time: None,
        }),
        ..Plan::of(blueprint)
    };
    let make = || Simulator::new(blueprint, &plan);
    let (_, batch) = run_with(blueprint, &plan, &make, &mut |_| ControlFlow::Continue(()))?;
    Ok(batch.results)
}

/// Decides when a batch ends.
pub struct Stopping<'p> {
    plan: &'p Plan,
    began: Instant,
}

impl<'p> Stopping<'p> {
    /// From now on.
    #[expect(
        clippy::disallowed_methods,
        reason = "a limit of time decides how many rounds are made, and the results name their number"
    )]
    pub fn new(plan: &'p Plan) -> Self {
        Self {
            plan,
            began: Instant::now(),
        }
    }

    /// Where the round ends that begins after `done` replications.
    pub fn round_end(&self, done: u64) -> u64 {
        let most = self.plan.replications;
        if self.plan.until.is_none() {
            return most;
        }
        if done == 0 {
            FIRST_ROUND.min(most)
        } else {
            done.saturating_mul(2).min(most)
        }
    }

    /// Whether the time is over.
    pub fn is_late(&self) -> bool {
        self.limit()
            .is_some_and(|limit| self.began.elapsed() >= limit)
    }

    fn limit(&self) -> Option<Duration> {
        self.plan.until.as_ref().and_then(|until| until.time)
    }

    /// Whether the batch ends with the round that made it `done` replications, and why.
    pub fn after_round(&self, done: u64, answers: &dyn Fn() -> Vec<Answer>) -> Option<Reason> {
        let targets = self.targets();
        if !targets.is_empty() && enough(&judge(&answers(), targets, done)) {
            return Some(Reason::Precision);
        }
        if done >= self.plan.replications {
            return Some(if targets.is_empty() {
                Reason::Replications
            } else {
                Reason::MostReplications
            });
        }
        let next =
            self.round_end(done) as f64 / done.max(1) as f64 * self.began.elapsed().as_secs_f64();
        let late = self
            .limit()
            .is_some_and(|limit| next > LATE * limit.as_secs_f64());
        late.then_some(Reason::Time)
    }

    /// What is wanted of the answers; empty: nothing.
    pub fn targets(&self) -> &'p [Target] {
        let until: Option<&Until> = self.plan.until.as_ref();
        until.map_or(&[], |until| &until.targets)
    }
}
