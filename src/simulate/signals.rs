//! Truth values of components and gates, with the marks that settling and blame leave on them.
//!
//! Knows nothing of why a signal flips.

use crate::model::ids::{CauseId, GateId, Signal};
use crate::simulate::plan::Plan;
use crate::simulate::queue::Queue;

/// The last fall of a signal.
#[derive(Clone, Copy, Debug)]
struct Fall {
    /// The root cause.
    root: CauseId,
    /// Its number in the order of falls; 0: it never fell.
    number: u32,
}

/// Truth values and work lists of the settling.
#[derive(Default)]
pub(super) struct Signals {
    /// Whether each signal holds.
    truth: Vec<bool>,
    /// Per gate: how many of its inputs hold, as far as flips were walked.
    holding: Vec<u32>,
    /// Per signal: its last fall.
    falls: Vec<Fall>,
    /// Falls so far.
    fallen: u32,
    /// Signals that fell and were not walked from yet.
    falling: Queue<Signal>,
    /// Signals that rose and were not walked from yet.
    rising: Queue<Signal>,
}

impl Signals {
    /// Everything holds and nothing ever fell.
    pub(super) fn reset(&mut self, plan: &Plan) {
        let structure = &plan.blueprint.structure;
        self.truth.clear();
        self.truth.resize(structure.signals(), true);
        self.holding.clear();
        self.holding
            .extend(structure.gates.iter().map(|gate| gate.inputs.len() as u32));
        self.falls.clear();
        self.falls
            .extend(plan.origins.iter().map(|&root| Fall { root, number: 0 }));
        self.fallen = 0;
        self.falling.clear();
        self.rising.clear();
    }

    /// Whether `signal` holds.
    pub(super) fn holds(&self, signal: Signal) -> bool {
        self.truth[signal.index()]
    }

    /// All truth values, by signal.
    pub(super) fn truth(&self) -> &[bool] {
        &self.truth
    }

    /// The root cause of `signal` not holding.
    pub(super) fn root(&self, signal: Signal) -> CauseId {
        self.falls[signal.index()].root
    }

    /// Of `signals`, the one that fell last: the last straw.
    pub(super) fn last_straw(&self, signals: impl Iterator<Item = Signal>) -> Option<Signal> {
        signals.max_by_key(|signal| self.falls[signal.index()].number)
    }

    /// `signal` falls for the reason `root`.
    pub(super) fn fall(&mut self, signal: Signal, root: CauseId) {
        debug_assert!(self.truth[signal.index()], "a signal falls once");
        self.truth[signal.index()] = false;
        self.fallen += 1;
        self.falls[signal.index()] = Fall {
            root,
            number: self.fallen,
        };
        self.falling.push(signal);
    }

    /// `signal` rises.
    pub(super) fn rise(&mut self, signal: Signal) {
        debug_assert!(!self.truth[signal.index()], "a signal rises once");
        self.truth[signal.index()] = true;
        self.rising.push(signal);
    }

    /// The next signal that fell.
    pub(super) fn next_fallen(&mut self) -> Option<Signal> {
        self.falling.pop()
    }

    /// The next signal that rose.
    pub(super) fn next_risen(&mut self) -> Option<Signal> {
        self.rising.pop()
    }

    /// One input of `gate` fell; returns how many still hold.
    pub(super) fn lose_input(&mut self, gate: GateId) -> u32 {
        self.holding[gate.index()] -= 1;
        self.holding[gate.index()]
    }

    /// One input of `gate` rose; returns how many hold now.
    pub(super) fn gain_input(&mut self, gate: GateId) -> u32 {
        self.holding[gate.index()] += 1;
        self.holding[gate.index()]
    }
}
