//! Settling: what fell and rose spreads, first come, first served (ruling 2).

use ausfall::model::ids::{CauseId, ComponentId, GateId, NeedId, ReachId, Signal};
use ausfall::model::structure::Op;
use ausfall::simulate::Happening;
use ausfall::units::Span;

use super::switchover::Position;
use super::things::Condition;
use super::{Second, up};

impl Second<'_> {
    /// Falls spread until nothing more falls; wherever they rest, the lowest switchover that lost an entry decides. Then rises spread: what
    /// rose, else what may start, else what another switchover let go. Then clocks are set.
    pub(super) fn settle(&mut self) {
        loop {
            if let Some(signal) = self.falling.pop_front() {
                self.spread_fall(signal);
            } else if let Some(first) = self.lowest_undecided() {
                self.decide(first);
            } else {
                break;
            }
        }
        loop {
            if let Some(signal) = self.rising.pop_front() {
                self.spread_rise(signal);
            } else if let Some(component) = self.candidates.pop_front() {
                self.start(component);
            } else if let Some((first, entry)) = self.offered.pop_front() {
                self.offer(first, entry);
            } else {
                break;
            }
        }
        self.check_rest();
        self.set_clocks();
    }

    pub(super) fn fall(&mut self, signal: Signal, root: CauseId) {
        self.falls += 1;
        self.truth[signal.index()] = false;
        self.root[signal.index()] = root;
        self.fell[signal.index()] = self.falls;
        self.falling.push_back(signal);
        self.shake_services(signal);
    }

    pub(super) fn rise(&mut self, signal: Signal) {
        self.truth[signal.index()] = true;
        self.rising.push_back(signal);
        self.shake_services(signal);
    }

    fn spread_fall(&mut self, signal: Signal) {
        self.spread[signal.index()] = false;
        let root = self.root[signal.index()];
        for gate in self.gates_on(signal) {
            if let Op::First(first) = self.b.structure.gates[gate.index()].op {
                if !self.undecided.contains(&first) {
                    self.undecided.push(first);
                }
            } else if self.holds(self.b.structure.of_gate(gate)) && !self.carries(gate) {
                self.fall(self.b.structure.of_gate(gate), root);
            }
        }
        for id in self.needs_on(signal) {
            let need = &self.b.needs[id.index()];
            self.stir(id);
            match self.condition(need.component) {
                Condition::Up if !self.stands_by(id) => self.suspend(need.component, root),
                Condition::Restarting if need.on == signal => self.break_restart(need.component),
                _ => {}
            }
        }
    }

    fn spread_rise(&mut self, signal: Signal) {
        self.spread[signal.index()] = true;
        for gate in self.gates_on(signal) {
            if let Op::First(first) = self.b.structure.gates[gate.index()].op {
                self.entry_rose(first, signal);
            } else if !self.holds(self.b.structure.of_gate(gate)) && self.carries(gate) {
                self.rise(self.b.structure.of_gate(gate));
            }
        }
        for id in self.needs_on(signal) {
            let need = &self.b.needs[id.index()];
            self.stir(id);
            if need.on != signal {
                continue;
            }
            self.charges[id.index()].bypassed = false;
            let suspended = self.condition(need.component) == Condition::Suspended;
            if suspended && self.missing(need.component) == 0 {
                self.candidates.push_back(need.component);
            }
        }
    }

    /// Starts a component that is suspended and has all it needs, unless something holds it down.
    fn start(&mut self, component: ComponentId) {
        let thing = &self.things[component.index()];
        let free = thing.condition == Condition::Suspended && thing.held.is_empty();
        if !free || self.missing(component) > 0 {
            return;
        }
        match thing.owed {
            Span::ZERO => self.join(component),
            owed => self.begin_restart(component, owed),
        }
    }

    pub(super) fn join(&mut self, component: ComponentId) {
        self.things[component.index()].owed = Span::ZERO;
        self.enter(component, Condition::Up);
        self.rise(up(component));
        self.tell(Happening::Up(component));
    }

    /// How many needs of a component are missing, as far as flips have spread.
    pub(super) fn missing(&self, component: ComponentId) -> usize {
        let needs = self.b.components[component.index()].need_ids();
        let met = |need: &NeedId| {
            self.spread[self.b.needs[need.index()].on.index()]
                || self.charges[need.index()].bypassed
        };
        needs.filter(|need| !met(need)).count()
    }

    /// The gates above a signal, in their order, each once.
    fn gates_on(&self, signal: Signal) -> Vec<GateId> {
        let gates = self.b.structure.gates.iter().enumerate();
        gates
            .filter(|(_, gate)| gate.inputs.contains(&signal))
            .map(|(id, _)| GateId::new(id))
            .collect()
    }

    /// The needs that rest on a signal, in their order, each once.
    fn needs_on(&self, signal: Signal) -> Vec<NeedId> {
        let needs = self.b.needs.iter().enumerate();
        needs
            .filter(|(_, need)| need.signals().any(|on| on == signal))
            .map(|(id, _)| NeedId::new(id))
            .collect()
    }

    /// Whether what has spread to a gate carries it. A path is looked for among what is up now.
    fn carries(&self, gate: GateId) -> bool {
        let gate = &self.b.structure.gates[gate.index()];
        if let Op::Reach(reach) = gate.op {
            return joined(self, reach, &self.truth);
        }
        quorum(gate.op, &gate.inputs, &self.spread)
    }

    /// The truth of all signals, from components and switchovers alone.
    pub(super) fn gates_from_scratch(&self) -> Vec<bool> {
        let components = self.b.components.len();
        self.gates_if(self.truth[..components].to_vec(), |first, truth| {
            let entries = self.entries(first);
            match self.switches[first.index()].position {
                Position::Active(entry) => truth[entries[entry].index()],
                _ => false,
            }
        })
    }

    /// The truth of all signals if the components are up as given and `first` decides the switchovers.
    pub(super) fn gates_if(
        &self,
        mut truth: Vec<bool>,
        first: impl Fn(ausfall::model::ids::FirstId, &[bool]) -> bool,
    ) -> Vec<bool> {
        for gate in &self.b.structure.gates {
            let value = match gate.op {
                Op::First(id) => first(id, &truth),
                Op::Reach(reach) => joined(self, reach, &truth),
                op => quorum(op, &gate.inputs, &truth),
            };
            truth.push(value);
        }
        truth
    }

    /// At rest every signal is what it should be, nothing stands without its needs, and nothing waits that could start.
    fn check_rest(&self) {
        assert_eq!(self.truth, self.gates_from_scratch(), "at {:?}", self.now);
        assert_eq!(self.truth, self.spread, "at {:?}", self.now);
        for (id, component) in self.b.components.iter().enumerate() {
            let thing = &self.things[id];
            let stands = component.need_ids().all(|need| self.stands_by(need));
            let ready = self.missing(ComponentId::new(id)) == 0 && thing.held.is_empty();
            let fits = match thing.condition {
                Condition::Up => stands && thing.held.is_empty(),
                Condition::Restarting => ready,
                Condition::Suspended => !ready,
                Condition::Failed => true,
            };
            assert!(fits, "{} at {:?}: {thing:?}", component.name, self.now);
        }
    }
}

/// A gate that counts.
fn quorum(op: Op, inputs: &[Signal], truth: &[bool]) -> bool {
    let holding = inputs.iter().filter(|input| truth[input.index()]).count();
    match op {
        Op::All => holding == inputs.len(),
        Op::Any => holding > 0,
        Op::AtLeast(enough) => holding >= enough as usize,
        Op::First(_) | Op::Reach(_) => unreachable!("they do not count"),
    }
}

/// Whether links and nodes that are up join the two nodes.
fn joined(second: &Second<'_>, reach: ReachId, truth: &[bool]) -> bool {
    let network = &second.b.network;
    let pair = network.reaches[reach.index()];
    let passes = |component: ComponentId| truth[component.index()];
    let mut reached = vec![false; network.nodes.len()];
    reached[pair.from.index()] = passes(network.nodes[pair.from.index()]);
    for _ in &network.nodes {
        for at in 0..reached.len() {
            for &(next, link) in &network.edges[at] {
                let open = passes(link) && passes(network.nodes[next.index()]);
                reached[next.index()] |= reached[at] && open;
            }
        }
    }
    reached[pair.to.index()]
}
