//! What was up when: rebuilt from the happenings of one replication, so that any instant can be looked at again.
//!
//! Places are indices into the happenings; the state *at* a place is the one after it. Knows nothing of outages or words.

use std::collections::{BTreeSet, VecDeque};

use crate::model::Blueprint;
use crate::model::component::NeedKind;
use crate::model::ids::{ComponentId, FirstId, NodeId, ReachId, Signal};
use crate::model::structure::Op;
use crate::simulate::Happening;
use crate::units::Instant;

/// A time in which a component was not up: from the place at which it fell up to the one at which it rose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Down {
    /// The happening that brought it down.
    pub from: usize,
    /// The happening that brought it up; beyond the last if none did.
    pub to: usize,
}

/// A replication that can be looked at again.
pub struct Replay<'b> {
    /// What was simulated.
    pub blueprint: &'b Blueprint,
    /// What happened, in order.
    pub happenings: &'b [(Instant, Happening)],
    /// Per component: when it was not up, in order.
    downs: Vec<Vec<Down>>,
    /// Per switchover: the places at which it moved.
    moves: Vec<Vec<usize>>,
    /// Per switchover: the entry that is active at the beginning.
    beginnings: Vec<Option<usize>>,
}

/// What was not up and why: the answer of [`Replay::reasons`].
#[derive(Debug, Default)]
pub struct Reasons {
    /// Components that were not up.
    pub components: BTreeSet<ComponentId>,
    /// Switchovers without an active entry.
    pub firsts: BTreeSet<FirstId>,
}

impl<'b> Replay<'b> {
    /// Goes through what happened once.
    pub fn new(blueprint: &'b Blueprint, happenings: &'b [(Instant, Happening)]) -> Self {
        let mut replay = Self {
            blueprint,
            happenings,
            downs: vec![Vec::new(); blueprint.components.len()],
            moves: vec![Vec::new(); blueprint.structure.firsts.len()],
            beginnings: beginnings(blueprint),
        };
        for (at, (_, what)) in happenings.iter().enumerate() {
            replay.note(at, what);
        }
        replay
    }

    fn note(&mut self, at: usize, what: &Happening) {
        match what {
            Happening::Failed(mode) => {
                self.fell(self.blueprint.modes[mode.index()].component, at);
            }
            Happening::Struck(of, _) | Happening::Damaged(of, _) | Happening::Suspended(of, _) => {
                self.fell(*of, at);
            }
            Happening::Up(of) => {
                if let Some(down) = self.downs[of.index()].last_mut() {
                    down.to = at;
                }
            }
            Happening::SwitchBegan(first, _)
            | Happening::SwitchFailed(first)
            | Happening::Switched(first, _) => self.moves[first.index()].push(at),
            _ => {}
        }
    }

    fn fell(&mut self, component: ComponentId, at: usize) {
        let downs = &mut self.downs[component.index()];
        if downs.last().is_none_or(|down| down.to < at) {
            downs.push(Down {
                from: at,
                to: usize::MAX,
            });
        }
    }

    /// The first place of the instant of `at`.
    pub fn instant_begin(&self, at: usize) -> usize {
        let instant = self.happenings[at].0;
        self.happenings.partition_point(|(when, _)| *when < instant)
    }

    /// The last place of the instant of `at`.
    pub fn instant_end(&self, at: usize) -> usize {
        let instant = self.happenings[at].0;
        self.happenings
            .partition_point(|(when, _)| *when <= instant)
            .saturating_sub(1)
    }

    /// The time around `at` in which a component was not up, if it was not.
    pub fn down(&self, component: ComponentId, at: usize) -> Option<Down> {
        let downs = &self.downs[component.index()];
        let next = downs.partition_point(|down| down.from <= at);
        let last = *downs.get(next.checked_sub(1)?)?;
        (at < last.to).then_some(last)
    }

    /// The places at which a switchover moved.
    pub fn moves(&self, first: FirstId) -> &[usize] {
        &self.moves[first.index()]
    }

    fn is_up(&self, component: ComponentId, at: usize) -> bool {
        self.down(component, at).is_none()
    }

    /// Whether a signal held at a place.
    pub fn holds(&self, signal: Signal, at: usize) -> bool {
        let structure = &self.blueprint.structure;
        let Some(gate) = signal.index().checked_sub(structure.components) else {
            return self.is_up(ComponentId(signal.0), at);
        };
        let gate = &structure.gates[gate];
        let mut held = gate.inputs.iter().filter(|&&input| self.holds(input, at));
        match gate.op {
            Op::All => held.count() == gate.inputs.len(),
            Op::Any => held.next().is_some(),
            Op::AtLeast(enough) => held.count() >= enough as usize,
            Op::First(first) => self.active(first, at).is_some(),
            Op::Reach(reach) => {
                let pair = &self.blueprint.network.reaches[reach.index()];
                self.reached(pair.from, at).0.contains(&pair.to)
            }
        }
    }

    /// The entry of a switchover that was active at a place: the one switched to last, while it has held since.
    pub fn active(&self, first: FirstId, at: usize) -> Option<usize> {
        let moves = &self.moves[first.index()];
        let last = moves.partition_point(|&place| place <= at).checked_sub(1);
        let (entry, since) = match last.map(|last| moves[last]) {
            None => (self.beginnings[first.index()]?, 0),
            Some(place) => match self.happenings[place].1 {
                Happening::Switched(_, entry) => (entry, place),
                _ => return None,
            },
        };
        let structure = &self.blueprint.structure;
        let gate = structure.firsts[first.index()].gate;
        let signal = structure.gates[gate.index()].inputs[entry];
        let held = match self.downs.get(signal.index()) {
            Some(downs) => !downs.iter().any(|down| down.from <= at && down.to > since),
            None => self.holds(signal, at),
        };
        held.then_some(entry)
    }

    /// The nodes that could be reached from `from`, and the parts next to them that were not up.
    fn reached(&self, from: NodeId, at: usize) -> (BTreeSet<NodeId>, BTreeSet<ComponentId>) {
        let network = &self.blueprint.network;
        let (mut seen, mut blocked) = (BTreeSet::new(), BTreeSet::new());
        let mut waiting = VecDeque::new();
        let mut enter = |node: NodeId, waiting: &mut VecDeque<NodeId>| {
            let component = network.nodes[node.index()];
            if !self.is_up(component, at) {
                blocked.insert(component);
            } else if seen.insert(node) {
                waiting.push_back(node);
            }
        };
        enter(from, &mut waiting);
        let mut cut = BTreeSet::new();
        while let Some(node) = waiting.pop_front() {
            for &(next, link) in &network.edges[node.index()] {
                if self.is_up(link, at) {
                    enter(next, &mut waiting);
                } else {
                    cut.insert(link);
                }
            }
        }
        blocked.append(&mut cut);
        (seen, blocked)
    }

    /// What was not up at a place so that `from` did not hold: walks down from each through whatever did not hold either. What is
    /// broken but not missed (a spare part, a way beside) is not on that walk.
    pub fn reasons(&self, from: impl IntoIterator<Item = Signal>, at: usize) -> Reasons {
        let mut reasons = Reasons::default();
        let mut seen = BTreeSet::new();
        let mut waiting: Vec<Signal> = from.into_iter().collect();
        while let Some(signal) = waiting.pop() {
            if !seen.insert(signal) || self.holds(signal, at) {
                continue;
            }
            match self.blueprint.components.get(signal.index()) {
                Some(_) => {
                    let component = ComponentId(signal.0);
                    reasons.components.insert(component);
                    waiting.extend(self.missing(component, at));
                }
                None => waiting.extend(self.beneath(signal, at, &mut reasons)),
            }
        }
        reasons
    }

    /// What a component that is not up needs and does not have.
    fn missing(&self, component: ComponentId, at: usize) -> Vec<Signal> {
        let mut missing = Vec::new();
        for need in self.blueprint.components[component.index()].need_ids() {
            let need = &self.blueprint.needs[need.index()];
            if self.holds(need.on, at) {
                continue;
            }
            missing.push(need.on);
            if let NeedKind::Delayed(autonomy) = &need.kind {
                missing.extend(autonomy.carried_by);
            }
        }
        missing
    }

    /// The inputs of a gate that does not hold; of a reachability those next to what can be reached from either end.
    fn beneath(&self, signal: Signal, at: usize, reasons: &mut Reasons) -> Vec<Signal> {
        let structure = &self.blueprint.structure;
        let gate = &structure.gates[signal.index() - structure.components];
        match gate.op {
            Op::Reach(reach) => return self.cut(reach, at, &gate.inputs),
            Op::First(first) => {
                reasons.firsts.insert(first);
            }
            Op::All | Op::Any | Op::AtLeast(_) => {}
        }
        gate.inputs.clone()
    }

    fn cut(&self, reach: ReachId, at: usize, inputs: &[Signal]) -> Vec<Signal> {
        let pair = self.blueprint.network.reaches[reach.index()];
        let mut blocked = self.reached(pair.from, at).1;
        blocked.extend(self.reached(pair.to, at).1);
        let signals = blocked.into_iter().map(|component| Signal(component.0));
        signals.filter(|signal| inputs.contains(signal)).collect()
    }
}

/// The entries that are active at the beginning: each switchover takes its first entry that no earlier one has.
fn beginnings(blueprint: &Blueprint) -> Vec<Option<usize>> {
    let structure = &blueprint.structure;
    let mut taken: BTreeSet<Signal> = BTreeSet::new();
    let mut beginning = |gate: usize| {
        let inputs = &structure.gates[gate].inputs;
        let free = inputs.iter().position(|input| !taken.contains(input))?;
        if inputs[free].index() < structure.components {
            taken.insert(inputs[free]);
        }
        Some(free)
    };
    structure
        .firsts
        .iter()
        .map(|first| beginning(first.gate.index()))
        .collect()
}
