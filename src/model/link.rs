//! The network: nodes, links as edges, and which pairs of nodes are asked about.

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
