//! The structure worked out from scratch, gate by gate: slow, plain, and independent of the counters.
//!
//! Serves the audit, deadlocks and the first instant. Knows truth values only.

use crate::model::ids::{ComponentId, FirstId, NodeId, ReachId, Signal};
use crate::model::structure::Op;
use crate::simulate::plan::Plan;

/// Truth of all gates if the components hold as in `up`; `first` decides the switchovers.
pub(super) fn gates(
    plan: &Plan,
    up: &[bool],
    first: impl Fn(FirstId, &dyn Fn(Signal) -> bool) -> bool,
) -> Vec<bool> {
    let structure = &plan.blueprint.structure;
    let mut truth = up.to_vec();
    for gate in &structure.gates {
        let holds = |signal: Signal| truth[signal.index()];
        let count = || gate.inputs.iter().filter(|&&input| holds(input)).count();
        let value = match gate.op {
            Op::All => count() == gate.inputs.len(),
            Op::Any => count() > 0,
            Op::AtLeast(enough) => count() >= enough as usize,
            Op::First(id) => first(id, &holds),
            Op::Reach(reach) => is_joined(plan, reach, &truth),
        };
        truth.push(value);
    }
    truth
}

/// The same where every switchover would find whatever entry holds.
pub(super) fn hopeful_gates(plan: &Plan, up: &[bool]) -> Vec<bool> {
    gates(plan, up, |first, holds| {
        plan.entries(first).iter().any(|&entry| holds(entry))
    })
}

fn is_joined(plan: &Plan, reach: ReachId, truth: &[bool]) -> bool {
    let network = &plan.blueprint.network;
    let pair = network.reaches[reach.index()];
    let passes = |component: ComponentId| truth[component.index()];
    let mut reached = vec![false; network.nodes.len()];
    let mut waiting: Vec<NodeId> = Vec::new();
    if passes(network.nodes[pair.from.index()]) {
        reached[pair.from.index()] = true;
        waiting.push(pair.from);
    }
    while let Some(node) = waiting.pop() {
        for &(next, link) in &network.edges[node.index()] {
            let open = passes(link) && passes(network.nodes[next.index()]);
            if open && !reached[next.index()] {
                reached[next.index()] = true;
                waiting.push(next);
            }
        }
    }
    reached[pair.to.index()]
}
