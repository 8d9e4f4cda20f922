//! What must not look like safety: what never fired, was never observed, or cannot matter.

use std::collections::BTreeSet;

use super::CONFIDENCE;
use super::hotlines::Calls;
use super::view::View;
use super::watches::count;
use crate::batch::naming;
use crate::batch::results::Warning;
use crate::model::Blueprint;
use crate::model::component::{Kind, NeedKind};
use crate::model::ids::{CauseId, ComponentId, HotlineId, Signal, WatchId};

/// All warnings of a batch of which `planned` replications were wanted.
pub fn warnings(view: &View, planned: u64) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if view.n < planned {
        warnings.push(warning("interrupted", format!("{} / {planned}", view.n)));
    }
    warnings.extend(never_failed(view));
    warnings.extend(never_struck(view));
    warnings.extend(never_observed(view));
    warnings.extend(short_runs(view));
    warnings.extend(cannot_matter(view.blueprint));
    warnings
}

/// Warnings of a batch whose replications end with an event: those that reached the horizon before it came are cut short.
pub fn until_event(view: &View, planned: u64) -> Vec<Warning> {
    let mut warnings: Vec<Warning> = (view.n < planned)
        .then(|| warning("interrupted", format!("{} / {planned}", view.n)))
        .into_iter()
        .collect();
    let seen = |watch: WatchId| -> u64 {
        let parts = view.parts.iter();
        parts
            .map(|part| part.watches[watch.index()].first.total())
            .sum()
    };
    let cut = view.blueprint.until.map(|until| view.n - seen(until.watch));
    if let Some(cut) = cut.filter(|&cut| cut > 0) {
        warnings.push(warning("cut-short", format!("{cut} / {}", view.n)));
    }
    warnings
}

fn warning(kind: &str, subject: String) -> Warning {
    Warning {
        kind: format!("warning-{kind}"),
        subject,
    }
}

/// Hotlines whose single replication is too short for batch means.
fn short_runs<'a>(view: &'a View) -> impl Iterator<Item = Warning> + 'a {
    let hotlines = view.blueprint.hotlines.iter().enumerate();
    hotlines
        .filter(|&(id, _)| Calls::new(view, HotlineId::new(id), CONFIDENCE).is_short())
        .map(|(_, hotline)| warning("short-run", format!("hotline/{}", hotline.name)))
}

/// Components with a failure mode that never failed.
fn never_failed<'a>(view: &'a View) -> impl Iterator<Item = Warning> + 'a {
    let blueprint = view.blueprint;
    let fails = |id: ComponentId| {
        let modes = blueprint.components[id.index()].mode_ids();
        modes
            .into_iter()
            .any(|mode| blueprint.modes[mode.index()].fails.is_some())
    };
    let failures = |id| {
        view.tally
            .components
            .get(&id)
            .map_or(0, |tally| count(&tally.failures))
    };
    (0..blueprint.components.len())
        .map(ComponentId::new)
        .filter(move |&id| fails(id) && failures(id) == 0)
        .map(|id| {
            warning(
                "never-fired",
                naming::component(&blueprint.components[id.index()]),
            )
        })
}

/// Shared causes and hazards that never came.
fn never_struck<'a>(view: &'a View) -> impl Iterator<Item = Warning> + 'a {
    let blueprint = view.blueprint;
    let first = blueprint.components.len();
    let others = first..first + blueprint.shocks.len() + blueprint.hazards.len();
    others
        .map(CauseId::new)
        .filter(|id| {
            view.tally
                .causes
                .get(id)
                .is_none_or(|counts| counts.nonzero() == 0)
        })
        .map(|id| {
            warning(
                "never-fired",
                format!("cause/{}", naming::cause(blueprint, id).1),
            )
        })
}

/// Watches without any outage.
fn never_observed<'a>(view: &'a View) -> impl Iterator<Item = Warning> + 'a {
    view.blueprint
        .watches
        .iter()
        .enumerate()
        .filter(|(_, watch)| watch.told)
        .filter(|&(id, _)| {
            view.parts
                .iter()
                .all(|part| part.watches[id].down.nonzero() == 0)
        })
        .map(|(_, watch)| {
            let level = if watch.level.is_empty() {
                String::new()
            } else {
                format!("/{}", watch.level)
            };
            warning("never-observed", format!("{}{level}", watch.subject))
        })
}

/// Things that fail, but on which nothing rests that is observed, used or asked for.
fn cannot_matter(blueprint: &Blueprint) -> Vec<Warning> {
    let matters = mattering(blueprint);
    let of_interest = [Kind::Component, Kind::Link, Kind::Duct];
    let idle = blueprint
        .components
        .iter()
        .enumerate()
        .filter(|(id, component)| {
            of_interest.contains(&component.kind)
                && !component.modes.is_empty()
                && !matters.contains(&Signal::new(*id))
        });
    idle.map(|(_, component)| warning("cannot-matter", naming::component(component)))
        .collect()
}

/// Every signal below what is observed, looked at, used by an organisation or needed by a hotline.
fn mattering(blueprint: &Blueprint) -> BTreeSet<Signal> {
    let below = blueprint
        .watches
        .iter()
        .flat_map(|watch| &watch.below)
        .map(|id| Signal::new(id.index()));
    let levels = blueprint
        .services
        .iter()
        .flat_map(|service| &service.levels);
    let uses = blueprint
        .organisations
        .iter()
        .flat_map(|organisation| &organisation.uses);
    let hotlines = blueprint.hotlines.iter();
    let mut open: Vec<Signal> = below
        .chain(levels.map(|level| Signal::new(level.component.index())))
        .chain(uses.filter_map(|of| of.reach))
        .chain(blueprint.probes.iter().map(|probe| probe.signal))
        .chain(hotlines.flat_map(|of| {
            of.needs
                .iter()
                .copied()
                .chain(of.slowed_by.iter().map(|slow| slow.0))
        }))
        .collect();
    let mut seen = BTreeSet::new();
    while let Some(signal) = open.pop() {
        if seen.insert(signal) {
            rests_on(blueprint, signal, &mut open);
        }
    }
    seen
}

/// Adds what a signal rests on directly.
fn rests_on(blueprint: &Blueprint, signal: Signal, into: &mut Vec<Signal>) {
    if let Some(gate) = signal.index().checked_sub(blueprint.structure.components) {
        into.extend_from_slice(&blueprint.structure.gates[gate].inputs);
        return;
    }
    let component = &blueprint.components[signal.index()];
    into.extend(component.at.map(|place| Signal::new(place.index())));
    for need in component.need_ids().map(|id| &blueprint.needs[id.index()]) {
        into.push(need.on);
        if let NeedKind::Delayed(autonomy) = &need.kind {
            into.extend(autonomy.carried_by);
            into.extend(autonomy.recharged_by);
        }
    }
}
