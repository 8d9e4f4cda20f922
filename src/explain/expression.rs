//! Expressions read back: from gates to a tree of names that can be said in any language.
//!
//! Knows the structure of a blueprint, not whether anything holds.

use serde::Serialize;

use crate::model::Blueprint;
use crate::model::ids::{NodeId, Signal};
use crate::model::structure::Op;

/// What must hold, by names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Expression {
    /// One thing, or the parts of one, of which enough must be up.
    Thing(String),
    /// All of them.
    All(Vec<Expression>),
    /// At least one of them.
    Any(Vec<Expression>),
    /// At least so many of them.
    AtLeast(u32, Vec<Expression>),
    /// The active entry of a switchover.
    First(Vec<Expression>),
    /// A path between two nodes.
    Path(String, String),
}

impl Expression {
    /// The expression behind a signal.
    #[must_use]
    pub fn of(blueprint: &Blueprint, signal: Signal) -> Self {
        let structure = &blueprint.structure;
        let Some(at) = signal.index().checked_sub(structure.components) else {
            return Self::Thing(blueprint.components[signal.index()].name.clone());
        };
        let gate = &structure.gates[at];
        if !gate.name.is_empty() {
            return Self::Thing(gate.name.clone());
        }
        let inputs = || {
            gate.inputs
                .iter()
                .map(|&input| Self::of(blueprint, input))
                .collect()
        };
        match gate.op {
            Op::All => Self::All(inputs()),
            Op::Any => Self::Any(inputs()),
            Op::AtLeast(enough) => Self::AtLeast(enough, inputs()),
            Op::First(_) => Self::First(inputs()),
            Op::Reach(reach) => {
                let network = &blueprint.network;
                let pair = network.reaches[reach.index()];
                let name = |node: NodeId| {
                    let component = network.nodes[node.index()];
                    blueprint.components[component.index()].name.clone()
                };
                Self::Path(name(pair.from), name(pair.to))
            }
        }
    }
}
