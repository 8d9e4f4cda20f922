//! The structure: expressions compiled to gates with counted inputs. A flip updates only what is above it.

use crate::dist::Law;
use crate::kernel::StreamName;
use std::collections::BTreeSet;

use crate::model::ids::{FirstId, GateId, NeedId, ReachId, Signal};

/// What a gate computes from its inputs. All gates are monotone: there is no negation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Op {
    /// All inputs hold.
    All,
    /// At least one input holds.
    Any,
    /// At least this many inputs hold.
    AtLeast(u32),
    /// The active entry of a switchover holds and no switching is under way.
    First(FirstId),
    /// Two nodes of the network are joined by a path that is up.
    Reach(ReachId),
}

/// A gate; its inputs are components or gates with a lower id.
#[derive(Clone, Debug)]
pub struct Gate {
    /// The name of the part, for gates that a scenario names (`parts`/`enough`, services); else empty.
    pub name: String,
    /// What it computes.
    pub op: Op,
    /// Its inputs, in declared order (for `Reach`: every component that some path may use).
    pub inputs: Vec<Signal>,
}

/// A switchover between entries in order of preference (`docs/semantics.md` 15).
#[derive(Clone, Debug)]
pub struct First {
    /// Its gate; the entries are the gate's inputs.
    pub gate: GateId,
    /// From the demand until the next entry carries [µs] (lanes 0 and 1); `None`: at once.
    pub delay: Option<Law>,
    /// Chance that a demand succeeds (lane 2).
    pub success: f64,
    /// Switching by hand after a demand that did not succeed [µs] (lanes 4 and 5); `None`: never.
    pub manual: Option<Law>,
    /// How long the unit repaired first takes to become active when nothing was left [µs] (lanes 6 and 7).
    pub activation: Option<Law>,
    /// When an earlier entry takes over again (delay: lanes 8 and 9 of the demand that made it leave).
    pub fail_back: FailBack,
    /// Its source of chance, index = number of the demand.
    pub stream: StreamName,
}

/// When an earlier entry of a switchover takes over again after its repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailBack {
    /// Not while the active one holds.
    Never,
    /// As soon as it is up; costs nothing when the switchover has no delay, else it takes the same delay and is an outage of its own cause.
    AtOnce,
}

/// Gates, switchovers and reachabilities with the lists a flip walks along.
#[derive(Clone, Debug, Default)]
pub struct Structure {
    /// Number of components; signals below it are components.
    pub components: usize,
    /// Gates in an order in which inputs come before the gates above them.
    pub gates: Vec<Gate>,
    /// Switchovers.
    pub firsts: Vec<First>,
    /// Per signal: the gates it is an input of (once per occurrence).
    above: Lists<GateId>,
    /// Per signal: the needs that rest on it (`on`, `carried_by` and `recharged_by` alike, each once).
    needs: Lists<NeedId>,
}

impl Structure {
    /// Compiles the lists. `needs` gives the signals that each need rests on, in any order; a need that names one signal twice
    /// (as what it needs and as what recharges it) is told of its flips once.
    #[must_use]
    pub fn compile(
        components: usize,
        gates: Vec<Gate>,
        firsts: Vec<First>,
        needs: &[Vec<Signal>],
    ) -> Self {
        let signals = components + gates.len();
        let above = Lists::collect(
            signals,
            gates.iter().enumerate().flat_map(|(id, gate)| {
                gate.inputs
                    .iter()
                    .map(move |input| (input.index(), GateId::new(id)))
            }),
        );
        let needs = Lists::collect(
            signals,
            needs.iter().enumerate().flat_map(|(id, on)| {
                let on: BTreeSet<Signal> = on.iter().copied().collect();
                on.into_iter()
                    .map(move |signal| (signal.index(), NeedId::new(id)))
            }),
        );
        Self {
            components,
            gates,
            firsts,
            above,
            needs,
        }
    }

    /// How many signals there are.
    #[must_use]
    pub fn signals(&self) -> usize {
        self.components + self.gates.len()
    }

    /// The signal of a gate.
    #[must_use]
    pub fn of_gate(&self, gate: GateId) -> Signal {
        Signal::new(self.components + gate.index())
    }

    /// The gates that `signal` is an input of.
    #[must_use]
    pub fn above(&self, signal: Signal) -> &[GateId] {
        self.above.get(signal.index())
    }

    /// The needs that rest on `signal`.
    #[must_use]
    pub fn needs_on(&self, signal: Signal) -> &[NeedId] {
        self.needs.get(signal.index())
    }
}

/// Many short lists in one piece of memory.
#[derive(Clone, Debug)]
pub struct Lists<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self {
            starts: vec![0],
            items: Vec::new(),
        }
    }
}

impl<T: Clone> Lists<T> {
    /// Sorts pairs (list, item) into `count` lists; within a list the order of arrival stays.
    #[must_use]
    pub fn collect(count: usize, pairs: impl Iterator<Item = (usize, T)>) -> Self {
        let mut pairs: Vec<_> = pairs.collect();
        pairs.sort_by_key(|&(list, _)| list);
        let mut starts = Vec::with_capacity(count + 1);
        let mut next = 0;
        for list in 0..=count {
            while pairs.get(next).is_some_and(|&(of, _)| of < list) {
                next += 1;
            }
            starts.push(u32::try_from(next).expect("lists are bounded by the scenario's limits"));
        }
        Self {
            starts,
            items: pairs.into_iter().map(|(_, item)| item).collect(),
        }
    }

    /// List `index`.
    #[must_use]
    pub fn get(&self, index: usize) -> &[T] {
        &self.items[self.starts[index] as usize..self.starts[index + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_need_that_names_a_signal_twice_is_told_of_it_once() {
        let twice = vec![Signal::new(0), Signal::new(1), Signal::new(0)];
        let structure = Structure::compile(2, Vec::new(), Vec::new(), &[twice]);
        assert_eq!(structure.needs_on(Signal::new(0)), [NeedId::new(0)]);
        assert_eq!(structure.needs_on(Signal::new(1)), [NeedId::new(0)]);
    }
}
