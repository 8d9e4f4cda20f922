//! Who rests on whom: what lies below a signal, and which components can wait for one another.
//!
//! Both questions are asked once, when a blueprint is made. Knows nothing of the state of a run.

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

    /// The sets of components that need one another in a loop, each ascending, by their first members: the strongly connected
    /// components of the graph that hold more than one component, or one that needs itself (Tarjan, *SIAM J. Comput.* 1 (1972) 146).
    #[must_use]
    pub fn loops(&self) -> Vec<Vec<ComponentId>> {
        let mut search = Search::new(self.structure.signals());
        for root in 0..self.components.len() {
            search.from(Signal::new(root), |signal| self.beneath(signal));
        }
        let components = self.components.len();
        let of_components = search.found.into_iter().map(|set| -> Vec<ComponentId> {
            let inside = set.iter().filter(|signal| signal.index() < components);
            let mut members: Vec<_> = inside
                .map(|signal| ComponentId::new(signal.index()))
                .collect();
            members.sort_unstable();
            members
        });
        let mut loops: Vec<_> = of_components
            .filter(|members| !members.is_empty())
            .collect();
        loops.sort_unstable();
        loops
    }
}

const UNSEEN: u32 = u32::MAX;
const CLOSED: u32 = u32::MAX - 1;

/// Tarjan's search with its own stack, so that a long chain of needs costs memory, not the call stack.
struct Search {
    /// Number of the visit; [`CLOSED`] once its set is known.
    order: Vec<u32>,
    /// Earliest visit reachable.
    low: Vec<u32>,
    visits: u32,
    /// Visited, set not yet known.
    open: Vec<Signal>,
    found: Vec<Vec<Signal>>,
}

impl Search {
    fn new(signals: usize) -> Self {
        Self {
            order: vec![UNSEEN; signals],
            low: vec![UNSEEN; signals],
            visits: 0,
            open: Vec::new(),
            found: Vec::new(),
        }
    }

    fn from(&mut self, root: Signal, beneath: impl Fn(Signal) -> Vec<Signal>) {
        if self.order[root.index()] != UNSEEN {
            return;
        }
        let mut path = vec![self.enter(root, &beneath)];
        while let Some((signal, rest)) = path.last_mut() {
            let signal = *signal;
            match rest.pop() {
                Some(next) if self.order[next.index()] == UNSEEN => {
                    path.push(self.enter(next, &beneath))
                }
                Some(next) => self.sees(signal, self.order[next.index()]),
                None => {
                    path.pop();
                    let itself = beneath(signal).contains(&signal);
                    self.leave(signal, itself);
                    if let Some(&(above, _)) = path.last() {
                        self.sees(above, self.low[signal.index()]);
                    }
                }
            }
        }
    }

    fn enter(
        &mut self,
        signal: Signal,
        beneath: impl Fn(Signal) -> Vec<Signal>,
    ) -> (Signal, Vec<Signal>) {
        self.order[signal.index()] = self.visits;
        self.low[signal.index()] = self.visits;
        self.visits += 1;
        self.open.push(signal);
        (signal, beneath(signal))
    }

    fn sees(&mut self, signal: Signal, order: u32) {
        if order != CLOSED {
            let low = &mut self.low[signal.index()];
            *low = order.min(*low);
        }
    }

    /// Closes the set of `signal` if it is the first of its set; keeps it if it is a loop.
    fn leave(&mut self, signal: Signal, needs_itself: bool) {
        if self.low[signal.index()] != self.order[signal.index()] {
            return;
        }
        let first = self
            .open
            .iter()
            .rposition(|&open| open == signal)
            .unwrap_or(0);
        let set = self.open.split_off(first);
        for member in &set {
            self.order[member.index()] = CLOSED;
            self.low[member.index()] = CLOSED;
        }
        if set.len() > 1 || needs_itself {
            self.found.push(set);
        }
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
    fn a_loop_through_a_gate_is_found_and_a_chain_is_none() {
        let (components, needs, structure) = example();
        let graph = Dependencies {
            components: &components,
            needs: &needs,
            structure: &structure,
        };
        assert_eq!(graph.loops(), [ids(&[0, 1])]);
    }

    #[test]
    fn a_component_that_needs_itself_is_a_loop_of_one() {
        let (components, needs) = (vec![component(0..1)], vec![hard(0, 0)]);
        let structure = Structure::compile(1, vec![], vec![], &[vec![Signal::new(0)]]);
        let graph = Dependencies {
            components: &components,
            needs: &needs,
            structure: &structure,
        };
        assert_eq!(graph.loops(), [ids(&[0])]);
    }

    #[test]
    fn a_long_chain_does_not_exhaust_the_stack() {
        const LENGTH: usize = 200_000;
        let components: Vec<_> = (0..LENGTH as u32).map(|at| component(at..at + 1)).collect();
        let needs: Vec<_> = (0..LENGTH).map(|at| hard(at, (at + 1) % LENGTH)).collect();
        let on: Vec<_> = needs.iter().map(|need| need.signals().collect()).collect();
        let structure = Structure::compile(LENGTH, vec![], vec![], &on);
        let graph = Dependencies {
            components: &components,
            needs: &needs,
            structure: &structure,
        };
        let loops = graph.loops();
        assert_eq!((loops.len(), loops[0].len()), (1, LENGTH));
    }
}
