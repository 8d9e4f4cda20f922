//! What all derived relations are worked out from, and the first questions put to it.

use crate::dist::Law;
use crate::explain::fall::{Bridging, Whole};
use crate::explain::source::{Source, Sources};
use crate::model::Blueprint;
use crate::model::dependency::Dependencies;
use crate::model::ids::Signal;
use crate::model::structure::First;

/// What the relations are worked out from.
#[derive(Clone, Copy, Debug)]
pub struct Base<'a, 'b> {
    /// The blueprint.
    pub blueprint: &'b Blueprint,
    /// What strikes.
    pub sources: &'a Sources,
    /// The structure.
    pub whole: &'a Whole<'b>,
}

/// The share of a source's strikes that outlast an autonomy [1].
#[must_use]
pub fn share_beyond(base: &Base<'_, '_>, source: &Source, autonomy: &Law) -> f64 {
    base.sources
        .spread(source)
        .map_or(1.0, |spread| spread.outlasts(autonomy))
}

/// The sources that alone and at once take a signal away.
pub fn taking<'a>(base: &Base<'a, '_>, signal: Signal) -> impl Iterator<Item = &'a Source> {
    let whole = base.whole;
    let below = below(base.blueprint, signal);
    base.sources.all.iter().filter(move |source| {
        if !source.takes.iter().any(|taken| below[taken.index()]) {
            return false;
        }
        let fallen = whole.without(source.takes.iter().copied(), Bridging::Holds);
        fallen.down[signal.index()]
    })
}

/// Per component, whether a signal rests on it.
fn below(blueprint: &Blueprint, signal: Signal) -> Vec<bool> {
    let graph = Dependencies {
        components: &blueprint.components,
        needs: &blueprint.needs,
        structure: &blueprint.structure,
    };
    let mut below = vec![false; blueprint.components.len()];
    for id in graph.below([signal]) {
        below[id.index()] = true;
    }
    below
}

/// The sources that alone take the preferred entry of a switchover.
#[must_use]
pub fn preferred<'a>(base: &Base<'a, '_>, first: &First) -> Vec<&'a Source> {
    let gate = &base.blueprint.structure.gates[first.gate.index()];
    let whole = base.blueprint.structure.of_gate(first.gate);
    let Some(&entry) = gate.inputs.first() else {
        return Vec::new();
    };
    let takes_all = |source: &Source| {
        let fallen = base
            .whole
            .without(source.takes.iter().copied(), Bridging::Holds);
        fallen.down[whole.index()]
    };
    taking(base, entry)
        .filter(|source| !takes_all(source))
        .collect()
}
