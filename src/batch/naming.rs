//! How things are called in results: kinds of causes, names, subjects.

use crate::model::Blueprint;
use crate::model::blueprint::Cause;
use crate::model::component::Component;
use crate::model::ids::{CauseId, FirstId};

/// The subject of a component, link, duct, node, room, site or level.
pub fn component(of: &Component) -> String {
    format!("component/{}", of.name)
}

/// Kind and name of a root cause.
pub fn cause(blueprint: &Blueprint, id: CauseId) -> (&'static str, String) {
    match blueprint.cause(id) {
        Cause::Own(component) => {
            let component = &blueprint.components[component.index()];
            (component.kind.word(), component.name.clone())
        }
        Cause::Shock(shock) => ("shock", blueprint.shocks[shock.index()].name.clone()),
        Cause::Hazard(hazard) => ("hazard", blueprint.hazards[hazard.index()].name.clone()),
        Cause::FailBack(first) => ("fail-back", switchover(blueprint, first)),
    }
}

/// The name of a switchover: that of its gate, or else its entries.
pub fn switchover(blueprint: &Blueprint, id: FirstId) -> String {
    let structure = &blueprint.structure;
    let gate = &structure.gates[structure.firsts[id.index()].gate.index()];
    if gate.name.is_empty() {
        entries(blueprint, id).join("+")
    } else {
        gate.name.clone()
    }
}

/// The names of the entries of a switchover.
pub fn entries(blueprint: &Blueprint, id: FirstId) -> Vec<String> {
    let structure = &blueprint.structure;
    let gate = &structure.gates[structure.firsts[id.index()].gate.index()];
    let name = |signal: usize| match signal.checked_sub(structure.components) {
        None => blueprint.components[signal].name.clone(),
        Some(gate) => structure.gates[gate].name.clone(),
    };
    gate.inputs
        .iter()
        .map(|input| name(input.index()))
        .collect()
}
