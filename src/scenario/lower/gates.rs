//! Builds the structure: equal expressions share one gate, and a simple logic tells whether one implies another.
//!
//! Knows nothing of names or places in the file.

use std::collections::BTreeMap;

use crate::model::ids::{FirstId, GateId, ReachId, Signal};
use crate::model::structure::{First, Gate, Op};

/// Gates under construction; inputs come before the gates above them.
#[derive(Debug, Default)]
pub struct Gates {
    /// Number of components.
    pub components: usize,
    /// The gates so far.
    pub gates: Vec<Gate>,
    /// The switchovers so far.
    pub firsts: Vec<First>,
    /// Number of reachabilities so far.
    reaches: usize,
    known: BTreeMap<(Op, Vec<Signal>), Signal>,
}

/// Steps that a proof of implication may take; what it cannot show by then counts as not shown.
const PATIENCE: usize = 100_000;

impl Gates {
    /// A gate over `inputs`; an equal one is used again, and a single input of `All` or `Any` stands for itself.
    pub fn gate(&mut self, op: Op, inputs: Vec<Signal>) -> Signal {
        if let ([one], Op::All | Op::Any | Op::AtLeast(1)) = (inputs.as_slice(), op) {
            return *one;
        }
        if let Some(&known) = self.known.get(&(op, inputs.clone())) {
            return known;
        }
        self.named(op, inputs, String::new())
    }

    /// A gate with a name of its own.
    pub fn named(&mut self, op: Op, inputs: Vec<Signal>, name: String) -> Signal {
        let signal = Signal::new(self.components + self.gates.len());
        self.known.entry((op, inputs.clone())).or_insert(signal);
        self.gates.push(Gate { name, op, inputs });
        signal
    }

    /// A new switchover between `entries`; `make` completes it from its gate.
    pub fn first(&mut self, entries: Vec<Signal>, make: impl FnOnce(GateId) -> First) -> Signal {
        let gate = GateId::new(self.gates.len());
        let signal = self.named(
            Op::First(FirstId::new(self.firsts.len())),
            entries,
            String::new(),
        );
        self.firsts.push(make(gate));
        signal
    }

    /// Per component: whether it is an entry of a switchover, and whether it stands within the expression of one.
    pub fn entries(&self) -> (Vec<bool>, Vec<bool>) {
        let mut named = vec![false; self.components];
        let mut within = vec![false; self.components];
        let mut seen = vec![false; self.gates.len()];
        for first in &self.firsts {
            let entries = &self.gates[first.gate.index()].inputs;
            for &entry in entries {
                match entry.index().checked_sub(self.components) {
                    None => named[entry.index()] = true,
                    Some(gate) => self.mark_within(gate, &mut within, &mut seen),
                }
            }
        }
        (named, within)
    }

    fn mark_within(&self, gate: usize, within: &mut [bool], seen: &mut [bool]) {
        let mut open = vec![gate];
        while let Some(gate) = open.pop() {
            if std::mem::replace(&mut seen[gate], true) {
                continue;
            }
            for &input in &self.gates[gate].inputs {
                match input.index().checked_sub(self.components) {
                    None => within[input.index()] = true,
                    Some(inner) => open.push(inner),
                }
            }
        }
    }

    /// A new reachability that rests on `inputs`.
    pub fn reach(&mut self, inputs: Vec<Signal>) -> (GateId, Signal) {
        let gate = GateId::new(self.gates.len());
        let signal = self.named(Op::Reach(ReachId::new(self.reaches)), inputs, String::new());
        self.reaches += 1;
        (gate, signal)
    }

    /// Whether `b` certainly holds whenever `a` does. Sound, not complete.
    pub fn implies(&self, a: Signal, b: Signal) -> bool {
        let mut patience = PATIENCE;
        self.shown(a, b, &mut patience)
    }

    fn shown(&self, a: Signal, b: Signal, patience: &mut usize) -> bool {
        if a == b {
            return true;
        }
        if *patience == 0 {
            return false;
        }
        *patience -= 1;
        self.shown_above(a, b, patience) || self.shown_below(a, b, patience)
    }

    /// By what `b` consists of.
    fn shown_above(&self, a: Signal, b: Signal, patience: &mut usize) -> bool {
        let Some((wanted, inputs)) = self.quorum(b) else {
            return false;
        };
        inputs
            .iter()
            .filter(|&&input| self.shown(a, input, patience))
            .take(wanted)
            .count()
            == wanted
    }

    /// By what `a` consists of: so many of its inputs imply `b` that one of them must hold.
    fn shown_below(&self, a: Signal, b: Signal, patience: &mut usize) -> bool {
        let Some((holding, inputs)) = self.quorum(a) else {
            return false;
        };
        let enough = inputs.len() + 1 - holding;
        inputs
            .iter()
            .filter(|&&input| self.shown(input, b, patience))
            .take(enough)
            .count()
            == enough
    }

    /// How many of which inputs a gate of `All`, `Any` or `AtLeast` needs.
    fn quorum(&self, signal: Signal) -> Option<(usize, &[Signal])> {
        let gate = self
            .gates
            .get(signal.index().checked_sub(self.components)?)?;
        let wanted = match gate.op {
            Op::All => gate.inputs.len(),
            Op::Any => 1,
            Op::AtLeast(wanted) => usize::try_from(wanted).ok()?,
            Op::First(_) | Op::Reach(_) => return None,
        };
        Some((wanted, &gate.inputs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gates() -> (Gates, [Signal; 4]) {
        let gates = Gates {
            components: 4,
            ..Gates::default()
        };
        (gates, [0, 1, 2, 3].map(Signal::new))
    }

    #[test]
    fn equal_expressions_share_a_gate() {
        let (mut gates, [a, b, ..]) = gates();
        let first = gates.gate(Op::Any, vec![a, b]);
        assert_eq!(gates.gate(Op::Any, vec![a, b]), first);
        assert_ne!(gates.gate(Op::All, vec![a, b]), first);
        assert_eq!(gates.gate(Op::All, vec![a]), a);
    }

    #[test]
    fn implications_between_gates_are_found() {
        let (mut gates, [a, b, c, d]) = gates();
        let both = gates.gate(Op::All, vec![a, b]);
        let either = gates.gate(Op::Any, vec![a, b]);
        let two_of_three = gates.gate(Op::AtLeast(2), vec![a, b, c]);
        let all = gates.gate(Op::All, vec![a, b, c]);
        assert!(gates.implies(both, either) && gates.implies(both, a));
        assert!(gates.implies(all, both) && gates.implies(all, two_of_three));
        assert!(gates.implies(both, two_of_three) && gates.implies(two_of_three, either));
        assert!(!gates.implies(either, both) && !gates.implies(two_of_three, a));
        assert!(!gates.implies(a, d));
    }
}
