//! Reachability: whether two nodes are joined, with a remembered path, so that a flip beside the path costs nothing.
//!
//! Knows truth values, not why they are what they are.

use crate::model::ids::{ComponentId, NodeId, ReachId};
use crate::model::link::Network;
use crate::simulate::plan::{Plan, up};
use std::collections::VecDeque;

/// How a node was reached: from where and by which link.
type Step = Option<(NodeId, ComponentId)>;

/// The remembered paths and the memory of the search.
#[derive(Default)]
pub(super) struct Reaches {
    /// Per reachability: the components on the path that was found last.
    paths: Vec<Vec<ComponentId>>,
    /// The paths with everything up.
    initial: Vec<Vec<ComponentId>>,
    steps: Vec<Step>,
    /// Per node: the number of the search that saw it last.
    seen: Vec<u32>,
    search: u32,
    queue: VecDeque<NodeId>,
}

impl Reaches {
    /// Finds the paths with everything up.
    pub(super) fn new(plan: &Plan) -> Self {
        let network = &plan.blueprint.network;
        let mut reaches = Self {
            paths: vec![Vec::new(); network.reaches.len()],
            steps: vec![None; network.nodes.len()],
            seen: vec![0; network.nodes.len()],
            ..Self::default()
        };
        let everything = vec![true; plan.blueprint.components.len()];
        for reach in 0..network.reaches.len() {
            reaches.joins(plan, ReachId::new(reach), &everything);
        }
        reaches.initial.clone_from(&reaches.paths);
        reaches
    }

    /// Goes back to the paths with everything up.
    pub(super) fn reset(&mut self) {
        self.paths.clone_from(&self.initial);
        self.seen.fill(0);
        self.search = 0;
    }

    /// Whether the pair is no longer joined: while the whole remembered path is up, nothing beside it matters. The answer does not depend
    /// on which path is remembered.
    #[inline(never)]
    pub(super) fn breaks(&mut self, plan: &Plan, reach: ReachId, truth: &[bool]) -> bool {
        let intact = self.paths[reach.index()]
            .iter()
            .all(|&part| truth[up(part).index()]);
        !intact && !self.joins(plan, reach, truth)
    }

    /// Whether the pair is joined; remembers the path.
    #[inline(never)]
    pub(super) fn joins(&mut self, plan: &Plan, reach: ReachId, truth: &[bool]) -> bool {
        let network = &plan.blueprint.network;
        let pair = network.reaches[reach.index()];
        let found = self.find(network, pair.from, pair.to, truth);
        let path = &mut self.paths[reach.index()];
        path.clear();
        if found {
            let mut at = pair.to;
            path.push(network.nodes[at.index()]);
            while let Some((from, link)) = self.steps[at.index()] {
                path.extend([link, network.nodes[from.index()]]);
                at = from;
            }
        }
        found
    }

    /// Breadth first from `from` to `to` over nodes and links that are up.
    fn find(&mut self, network: &Network, from: NodeId, to: NodeId, truth: &[bool]) -> bool {
        let passes = |component: ComponentId| truth[component.index()];
        if !passes(network.nodes[from.index()]) {
            return false;
        }
        self.search += 1;
        self.queue.clear();
        self.visit(from, None);
        while let Some(node) = self.queue.pop_front() {
            if node == to {
                return true;
            }
            for &(next, link) in &network.edges[node.index()] {
                let fresh = self.seen[next.index()] != self.search;
                if fresh && passes(link) && passes(network.nodes[next.index()]) {
                    self.visit(next, Some((node, link)));
                }
            }
        }
        false
    }

    fn visit(&mut self, node: NodeId, step: Step) {
        self.seen[node.index()] = self.search;
        self.steps[node.index()] = step;
        self.queue.push_back(node);
    }
}
