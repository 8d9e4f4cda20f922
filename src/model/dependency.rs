//! Who rests on whom: what lies below a signal.
//!
//! Asked once, when a blueprint is made. Knows nothing of the state of a run.

use crate::model::component::{Component, Need, NeedKind};
use crate::model::ids::{ComponentId, Signal};
use crate::model::structure::Structure;

impl Need {
    /// The signals it rests on: what is needed, what carries it meanwhile, what recharges it.
    pub fn signals(&self) -> impl Iterator<Item = Signal> + use<> {
        let (carried, recharged) = match &self.kind {
            NeedKind::Delayed(autonomy) => (autonomy.carried_by, autonomy.recharged_by),
            NeedKind::Hard | NeedKind::ToStart => (None, None),
        };
        [Some(self.on), carried, recharged].into_iter().flatten()
    }
}

/// The graph of dependencies: a component rests on its needs, a gate on its inputs.
#[derive(Clone, Copy, Debug)]
pub struct Dependencies<'b> {
    /// The components.
    pub components: &'b [Component],
    /// Their needs.
    pub needs: &'b [Need],
    /// The gates.
    pub structure: &'b Structure,
}

impl Dependencies<'_> {
    /// The signals directly below one.
    fn beneath(&self, signal: Signal) -> Vec<Signal> {
        match self.components.get(signal.index()) {
            Some(component) => component
                .need_ids()
                .flat_map(|id| self.needs[id.index()].signals())
                .collect(),
            None => self.structure.gates[signal.index() - self.components.len()]
                .inputs
                .clone(),
        }
    }

    /// All components at or below the signals, ascending.
    #[must_use]
    pub fn below(&self, signals: impl IntoIterator<Item = Signal>) -> Vec<ComponentId> {
        let mut seen = vec![false; self.structure.signals()];
        let mut waiting: Vec<Signal> = signals.into_iter().collect();
        while let Some(signal) = waiting.pop() {
            if !std::mem::replace(&mut seen[signal.index()], true) {
                waiting.extend(self.beneath(signal));
            }
        }
        (0..self.components.len())
            .filter(|&at| seen[at])
            .map(ComponentId::new)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::StreamName;
    use crate::model::component::{Kind, Standby};
    use crate::model::structure::{Gate, Op};

    fn component(needs: std::ops::Range<u32>) -> Component {
        Component {
            name: String::new(),
            kind: Kind::Component,
            at: None,
            modes: 0..0,
            needs,
            restart: None,
            restart_stream: StreamName(0),
            standby: Standby::Hot,
            stock: None,
            bypass_after: None,
        }
    }

    fn hard(of: usize, on: usize) -> Need {
        Need {
            component: ComponentId::new(of),
            on: Signal::new(on),
            kind: NeedKind::Hard,
        }
    }

    fn ids(ids: &[usize]) -> Vec<ComponentId> {
        ids.iter().copied().map(ComponentId::new).collect()
    }

    /// 0 needs gate 4 = Any(1, 2), 1 needs 0, 2 needs 3, 3 nothing.
    fn example() -> (Vec<Component>, Vec<Need>, Structure) {
        let components = [0..1, 1..2, 2..3, 3..3].map(component).to_vec();
        let needs = vec![hard(0, 4), hard(1, 0), hard(2, 3)];
        let inputs = vec![Signal::new(1), Signal::new(2)];
        let gates = vec![Gate {
            name: String::new(),
            op: Op::Any,
            inputs,
        }];
        let on: Vec<_> = needs.iter().map(|need| need.signals().collect()).collect();
        (components, needs, Structure::compile(4, gates, vec![], &on))
    }

    #[test]
    fn what_lies_below_is_found_through_gates_and_needs() {
        let (components, needs, structure) = example();
        let graph = Dependencies {
            components: &components,
            needs: &needs,
            structure: &structure,
        };
        assert_eq!(graph.below([Signal::new(0)]), ids(&[0, 1, 2, 3]));
        assert_eq!(graph.below([Signal::new(2)]), ids(&[2, 3]));
        assert_eq!(graph.below([]), ids(&[]));
    }

    #[test]
    fn a_loop_of_needs_is_walked_once() {
        let (components, needs, structure) = example();
        let graph = Dependencies {
            components: &components,
            needs: &needs,
            structure: &structure,
        };
        assert_eq!(graph.below([Signal::new(1)]), ids(&[0, 1, 2, 3]));
    }
}
