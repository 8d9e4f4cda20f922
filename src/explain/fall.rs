//! What falls when something is taken away: the structure alone, without times.
//!
//! Every gate is monotone, so taking things away can only make more fall: each flip is followed upwards once. A switchover is
//! taken to find whatever entry holds, as in a deadlock or at the first instant; loops of things that keep each other up stay up.

use crate::model::Blueprint;
use crate::model::component::NeedKind;
use crate::model::ids::{ComponentId, GateId, NeedId, NodeId, ReachId, Signal};
use crate::model::structure::Op;

/// Whether autonomies carry what has lost a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bridging {
    /// They do: what happens at once.
    Holds,
    /// They have run out: what happens if it lasts.
    RunOut,
}

/// What has fallen.
#[derive(Clone, Debug)]
pub struct Fallen {
    /// Per signal: whether it does not hold.
    pub down: Vec<bool>,
    /// The needs whose autonomy ran out.
    pub bridges: Vec<NeedId>,
    /// The components that were suspended, in order.
    pub suspended: Vec<ComponentId>,
}

/// The structure with everything up.
#[derive(Debug)]
pub struct Whole<'b> {
    blueprint: &'b Blueprint,
    at_rest: Vec<bool>,
}

impl<'b> Whole<'b> {
    /// Everything up that can be.
    #[must_use]
    pub fn new(blueprint: &'b Blueprint) -> Self {
        let structure = &blueprint.structure;
        let mut whole = Self {
            blueprint,
            at_rest: vec![false; structure.signals()],
        };
        let mut fallen = whole.nothing();
        let mut open = Vec::new();
        for at in 0..structure.gates.len() {
            let signal = structure.of_gate(GateId::new(at));
            if !whole.holds(at, &fallen.down) {
                fallen.down[signal.index()] = true;
                open.push(signal);
            }
        }
        whole.follow(open, &mut fallen, Bridging::RunOut);
        whole.at_rest = fallen.down;
        whole
    }

    fn nothing(&self) -> Fallen {
        Fallen {
            down: self.at_rest.clone(),
            bridges: Vec::new(),
            suspended: Vec::new(),
        }
    }

    /// What falls without these components.
    #[must_use]
    pub fn without(
        &self,
        taken: impl IntoIterator<Item = ComponentId>,
        bridging: Bridging,
    ) -> Fallen {
        let mut fallen = self.nothing();
        let mut open = Vec::new();
        for component in taken {
            if !std::mem::replace(&mut fallen.down[component.index()], true) {
                open.push(Signal::new(component.index()));
            }
        }
        self.follow(open, &mut fallen, bridging);
        fallen
    }

    /// Follows flips upwards until nothing more falls.
    fn follow(&self, mut open: Vec<Signal>, fallen: &mut Fallen, bridging: Bridging) {
        let structure = &self.blueprint.structure;
        while let Some(signal) = open.pop() {
            for &gate in structure.above(signal) {
                let above = structure.of_gate(gate);
                if !fallen.down[above.index()] && !self.holds(gate.index(), &fallen.down) {
                    fallen.down[above.index()] = true;
                    open.push(above);
                }
            }
            for &need in structure.needs_on(signal) {
                if let Some(component) = self.stopped_by(need, signal, bridging)
                    && !fallen.down[component.index()]
                {
                    fallen.down[component.index()] = true;
                    fallen.suspended.push(component);
                    if self.is_delayed(need) {
                        fallen.bridges.push(need);
                    }
                    open.push(Signal::new(component.index()));
                }
            }
        }
    }

    fn is_delayed(&self, need: NeedId) -> bool {
        matches!(
            self.blueprint.needs[need.index()].kind,
            NeedKind::Delayed(_)
        )
    }

    /// The component that stops because `signal`, on which its need rests, does not hold.
    fn stopped_by(&self, need: NeedId, signal: Signal, bridging: Bridging) -> Option<ComponentId> {
        let need = &self.blueprint.needs[need.index()];
        let stops = match need.kind {
            NeedKind::Hard => true,
            NeedKind::Delayed(_) => bridging == Bridging::RunOut,
            NeedKind::ToStart => false,
        };
        (stops && need.on == signal).then_some(need.component)
    }

    /// Whether gate number `at` holds.
    fn holds(&self, at: usize, down: &[bool]) -> bool {
        let gate = &self.blueprint.structure.gates[at];
        let mut up = gate.inputs.iter().filter(|input| !down[input.index()]);
        match gate.op {
            Op::All => up.count() == gate.inputs.len(),
            Op::Any | Op::First(_) => up.next().is_some(),
            Op::AtLeast(enough) => up.count() >= enough as usize,
            Op::Reach(reach) => self.joined(reach, down),
        }
    }

    fn joined(&self, reach: ReachId, down: &[bool]) -> bool {
        let network = &self.blueprint.network;
        let pair = network.reaches[reach.index()];
        let passes = |node: NodeId| !down[network.nodes[node.index()].index()];
        let mut reached = vec![false; network.nodes.len()];
        let mut open: Vec<NodeId> = Vec::new();
        if passes(pair.from) {
            reached[pair.from.index()] = true;
            open.push(pair.from);
        }
        while let Some(node) = open.pop() {
            for &(next, link) in &network.edges[node.index()] {
                if !down[link.index()] && passes(next) && !reached[next.index()] {
                    reached[next.index()] = true;
                    open.push(next);
                }
            }
        }
        reached[pair.to.index()]
    }
}
