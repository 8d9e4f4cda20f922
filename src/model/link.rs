//! The network: nodes, links as edges, and which pairs of nodes are asked about.
//!
//! Knows nothing of what is up: it only says which parts some path between two nodes could use.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::ids::{ComponentId, GateId, NodeId};

/// An undirected multigraph. A path may pass a node only while the node's component is up, and an edge only while the link's is.
#[derive(Clone, Debug, Default)]
pub struct Network {
    /// The component of each node.
    pub nodes: Vec<ComponentId>,
    /// Per node: (neighbour, component of the link).
    pub edges: Vec<Vec<(NodeId, ComponentId)>>,
    /// The pairs asked about; the ends must be up, too.
    pub reaches: Vec<Reach>,
}

/// Whether two nodes are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// Its gate.
    pub gate: GateId,
    /// One end.
    pub from: NodeId,
    /// The other end.
    pub to: NodeId,
}

/// Which parts of a network can matter to a pair of nodes. Branches that end nowhere are cut off once for all pairs: what remains are cores,
/// and trees whose nodes each have one way towards their core or root.
#[derive(Clone, Debug, Default)]
pub struct Paths {
    /// Per node: the next one towards the core; itself for nodes of a core and for roots.
    towards: Vec<NodeId>,
    /// Per node: the part of the network that it is joined to.
    part: Vec<usize>,
    /// Per part (by its lowest node): the nodes that no cutting reached.
    cores: BTreeMap<usize, Vec<NodeId>>,
}

impl Paths {
    /// Cuts the branches.
    #[must_use]
    pub fn of(network: &Network) -> Self {
        let mut around: Vec<BTreeSet<NodeId>> = network.neighbours();
        let mut towards: Vec<NodeId> = (0..network.nodes.len()).map(NodeId::new).collect();
        let mut ends: Vec<usize> = (0..around.len())
            .filter(|&node| around[node].len() == 1)
            .collect();
        while let Some(end) = ends.pop() {
            let Some(&next) = around[end].first() else {
                continue;
            };
            towards[end] = next;
            around[end].clear();
            around[next.index()].remove(&NodeId::new(end));
            if around[next.index()].len() == 1 {
                ends.push(next.index());
            }
        }
        let part = network.parts();
        let mut cores: BTreeMap<usize, Vec<NodeId>> = BTreeMap::new();
        for (at, &next) in towards.iter().enumerate() {
            if next.index() == at {
                cores.entry(part[at]).or_default().push(next);
            }
        }
        Self {
            towards,
            part,
            cores,
        }
    }

    /// Whether links join the two nodes while everything is up.
    #[must_use]
    pub fn joined(&self, from: NodeId, to: NodeId) -> bool {
        self.part[from.index()] == self.part[to.index()]
    }

    /// Every component (nodes and links) that some path between the two may use, ascending; at least those that matter.
    #[must_use]
    pub fn between(&self, network: &Network, from: NodeId, to: NodeId) -> Vec<ComponentId> {
        let (there, back) = (self.chain(from), self.chain(to));
        let nodes: BTreeSet<NodeId> = match there.iter().find(|node| back.contains(node)) {
            Some(meet) => {
                let until = |chain: &[NodeId]| -> Vec<NodeId> {
                    let end = chain.iter().position(|node| node == meet).unwrap_or(0);
                    chain[..=end].to_vec()
                };
                until(&there).into_iter().chain(until(&back)).collect()
            }
            None => there
                .into_iter()
                .chain(back)
                .chain(self.core(from))
                .collect(),
        };
        network.inside(&nodes)
    }

    /// From a node to its core or root.
    fn chain(&self, from: NodeId) -> Vec<NodeId> {
        let next = |node: &NodeId| Some(self.towards[node.index()]).filter(|next| next != node);
        std::iter::successors(Some(from), next).collect()
    }

    /// The nodes that no cutting reached, in the same part of the network.
    fn core(&self, from: NodeId) -> impl Iterator<Item = NodeId> {
        let part = self.part[from.index()];
        self.cores.get(&part).into_iter().flatten().copied()
    }
}

impl Network {
    /// The components of these nodes and of the links between them, ascending.
    fn inside(&self, nodes: &BTreeSet<NodeId>) -> Vec<ComponentId> {
        let mut found: Vec<_> = nodes.iter().map(|node| self.nodes[node.index()]).collect();
        // Each link has two ends, so the busiest node (often the hub of a star) need not be searched.
        let busiest = nodes
            .iter()
            .max_by_key(|node| self.edges[node.index()].len());
        for node in nodes.iter().filter(|&node| Some(node) != busiest) {
            let edges = self.edges[node.index()].iter();
            let within = edges.filter(|(to, _)| nodes.contains(to));
            found.extend(within.map(|&(_, link)| link));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Per node: the nodes next to it, each once.
    fn neighbours(&self) -> Vec<BTreeSet<NodeId>> {
        let other = |at: usize| {
            self.edges[at]
                .iter()
                .map(|&(to, _)| to)
                .filter(move |to| to.index() != at)
        };
        (0..self.nodes.len())
            .map(|at| other(at).collect())
            .collect()
    }

    /// Per node: the lowest node that links join it to.
    fn parts(&self) -> Vec<usize> {
        let mut part = vec![usize::MAX; self.nodes.len()];
        for first in 0..part.len() {
            let mut waiting = vec![NodeId::new(first)];
            while let Some(node) = waiting.pop() {
                if part[node.index()] == usize::MAX {
                    part[node.index()] = first;
                    waiting.extend(self.edges[node.index()].iter().map(|&(to, _)| to));
                }
            }
        }
        part
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nodes 0..n, then one link for each pair, as components in that order.
    fn network(nodes: usize, links: &[(usize, usize)]) -> Network {
        let mut edges = vec![Vec::new(); nodes];
        for (at, &(a, b)) in links.iter().enumerate() {
            let link = ComponentId::new(nodes + at);
            edges[a].push((NodeId::new(b), link));
            edges[b].push((NodeId::new(a), link));
        }
        Network {
            nodes: (0..nodes).map(ComponentId::new).collect(),
            edges,
            reaches: vec![],
        }
    }

    fn between(network: &Network, from: usize, to: usize) -> Vec<usize> {
        let found = Paths::of(network).between(network, NodeId::new(from), NodeId::new(to));
        found.into_iter().map(ComponentId::index).collect()
    }

    #[test]
    fn in_a_star_only_the_two_rays_matter() {
        let star = network(4, &[(0, 1), (0, 2), (0, 3)]);
        assert_eq!(between(&star, 1, 2), [0, 1, 2, 4, 5]);
        assert_eq!(between(&star, 0, 3), [0, 3, 6]);
    }

    #[test]
    fn parallel_links_all_matter() {
        let pair = network(2, &[(0, 1), (0, 1)]);
        assert_eq!(between(&pair, 0, 1), [0, 1, 2, 3]);
    }

    #[test]
    fn a_ring_matters_as_a_whole_and_the_branches_only_to_their_ends() {
        // The ring 0-1-2, branches 3 at 0, 4 at 1 and 5 at 4.
        let ring = network(6, &[(0, 1), (1, 2), (2, 0), (3, 0), (4, 1), (5, 4)]);
        assert_eq!(between(&ring, 3, 4), [0, 1, 2, 3, 4, 6, 7, 8, 9, 10]);
        assert_eq!(between(&ring, 5, 4), [4, 5, 11]);
        assert_eq!(between(&ring, 0, 2), [0, 1, 2, 6, 7, 8]);
    }

    #[test]
    fn separate_parts_are_not_joined() {
        let apart = network(4, &[(0, 1), (2, 3)]);
        let paths = Paths::of(&apart);
        assert!(paths.joined(NodeId::new(0), NodeId::new(1)));
        assert!(!paths.joined(NodeId::new(1), NodeId::new(2)));
    }
}
