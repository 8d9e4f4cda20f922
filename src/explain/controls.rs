//! Which failures serve as control variates: those that decide the answers, as far as the structure tells.
//!
//! Chosen before anything is simulated, for a choice by data would bias what it is used for (`docs/semantics.md` 34).

use std::collections::BTreeMap;

use crate::explain::fall::{Bridging, Whole};
use crate::model::Blueprint;
use crate::model::ids::{ComponentId, ModeId, WatchId};
use crate::model::service::Service;
use crate::model::watch::{Observed, Wanted};
use crate::simulate::compensated::is_compensated;
use crate::units::MICROS_PER_YEAR;

/// The most controls.
pub const MOST: usize = 8;

/// Things whose fall is followed for each question; those beyond contribute less.
const FOLLOWED: usize = 64;

/// What hardly touches an answer alone counts so much less.
const IN_COMPANY: f64 = 1e-3;

/// At most [`MOST`] modes, those that contribute most to the first question first, then those of the next.
#[must_use]
pub fn controls(blueprint: &Blueprint) -> Vec<ModeId> {
    let whole = Whole::new(blueprint);
    let lists: Vec<Vec<ModeId>> = blueprint
        .asks
        .iter()
        .map(|ask| ranked(blueprint, &whole, ask.wanted))
        .collect();
    let mut chosen = Vec::new();
    for place in 0..MOST {
        for list in &lists {
            if let Some(mode) = list.get(place)
                && !chosen.contains(mode)
                && chosen.len() < MOST
            {
                chosen.push(*mode);
            }
        }
    }
    chosen
}

/// The modes below a question, the largest contribution first.
fn ranked(blueprint: &Blueprint, whole: &Whole<'_>, wanted: Wanted) -> Vec<ModeId> {
    let (watches, by_time) = about(blueprint, wanted);
    let mut weights: BTreeMap<ModeId, f64> = BTreeMap::new();
    for &watch in &watches {
        for &component in &blueprint.watches[watch.index()].below {
            for mode in blueprint.components[component.index()].mode_ids() {
                if is_compensated(blueprint, mode) {
                    weights.insert(mode, weight(blueprint, mode, by_time));
                }
            }
        }
    }
    let mut ranked: Vec<(ModeId, f64)> = weights.into_iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    ranked.truncate(FOLLOWED);
    for (mode, weight) in &mut ranked {
        let component = blueprint.modes[mode.index()].component;
        let alone = |&watch: &WatchId| is_bad(blueprint, whole, component, watch);
        if !watches.iter().any(alone) {
            *weight *= IN_COMPANY;
        }
    }
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    ranked.into_iter().map(|(mode, _)| mode).collect()
}

/// What a question watches, and whether time counts in it or only how often.
fn about(blueprint: &Blueprint, wanted: Wanted) -> (Vec<WatchId>, bool) {
    match wanted {
        Wanted::DownTime(id) | Wanted::DownShare(id) => (vec![id], true),
        Wanted::Outages(id)
        | Wanted::Longer(id, _)
        | Wanted::YearWithLonger(id, _)
        | Wanted::Ever(id) => (vec![id], false),
        Wanted::UserHours(group) => {
            let members = blueprint.groups[group.index()].members.iter();
            let used = members
                .flat_map(|member| &blueprint.organisations[member.index()].uses)
                .map(|used| used.service);
            let watches = used.flat_map(|service| {
                let of = move |watch: &Observed| matches!(watch, Observed::Below(of, _) if *of == service);
                (0..blueprint.watches.len())
                    .map(WatchId::new)
                    .filter(move |id| of(&blueprint.watches[id.index()].of))
            });
            let mut watches: Vec<WatchId> = watches.collect();
            watches.sort_unstable();
            watches.dedup();
            (watches, true)
        }
        _ => (Vec::new(), false),
    }
}

/// How often a mode strikes [1/y], times how long its repair takes [y] where time counts.
fn weight(blueprint: &Blueprint, mode: ModeId, by_time: bool) -> f64 {
    let of = &blueprint.modes[mode.index()];
    let year = MICROS_PER_YEAR as f64;
    let rate = of
        .fails
        .as_ref()
        .map_or(0.0, |law| year / law.mean().max(1.0));
    let repair = of.repair.as_ref().map_or(0.0, |law| law.mean() / year);
    if by_time { rate * repair } else { rate }
}

/// Whether the watch is bad without this component, everything else being up.
fn is_bad(
    blueprint: &Blueprint,
    whole: &Whole<'_>,
    component: ComponentId,
    watch: WatchId,
) -> bool {
    let down = whole.without([component], Bridging::Holds).down;
    let below = |service: &Service, level: usize| {
        let levels = service.levels.iter().take(level + 1);
        levels
            .into_iter()
            .all(|level| down[level.component.index()])
    };
    match blueprint.watches[watch.index()].of {
        Observed::Below(service, level) => below(&blueprint.services[service.index()], level),
        Observed::Not(signal) => down[signal.index()],
        Observed::Demanded(service, level) => below(
            &blueprint.services[service.index()],
            level.saturating_sub(1),
        ),
    }
}
