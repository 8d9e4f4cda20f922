//! What hangs together: shared causes, places, things below several services, loops.

use serde::Serialize;

use crate::explain::base::Base;
use crate::explain::fall::Bridging;
use crate::explain::names::Named;
use crate::explain::source::{HOURS_PER_YEAR, Source, Striker, is_cold};
use crate::explain::times::HOUR;
use crate::model::Blueprint;
use crate::model::component::{Component, Kind, NeedKind};
use crate::model::ids::{ComponentId, Signal};
use crate::model::shared::{Effect, SharedRepair};

/// A shared cause or a hazard.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Common {
    /// Its name.
    pub name: String,
    /// `shared-cause` or `hazard`.
    pub kind: &'static str,
    /// How often [1/y].
    pub per_year: f64,
    /// Whom it strikes.
    pub members: Named,
    /// The chance that a member is struck, if the same for all [1].
    pub chance: Option<f64>,
    /// Whether one repair brings all back; of a hazard: whether it damages what is inside.
    pub together: bool,
}

/// A place and what stands in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Located {
    /// The place.
    pub name: String,
    /// Its rooms.
    pub rooms: Vec<String>,
    /// What stands in it or in its rooms.
    pub things: Named,
    /// Services that are down without it.
    pub services: Vec<String>,
}

/// Things that strike several services at once.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Crossing {
    /// What.
    pub of: Named,
    /// How often, all together [1/y].
    pub per_year: f64,
    /// The services that are down without one of them.
    pub services: Vec<String>,
}

/// Things that need each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Loop {
    /// Which.
    pub members: Vec<String>,
    /// The shortest time after which people start one of them by hand [h]; `None`: a deadlock lasts for ever.
    pub bypass_h: Option<f64>,
    /// Whether a need in the loop is only needed to start or is bridged for a time.
    pub soft: bool,
}

/// All shared causes and hazards.
#[must_use]
pub fn commons(blueprint: &Blueprint) -> Vec<Common> {
    let name = |id: &ComponentId| blueprint.components[id.index()].name.as_str();
    let of = |kind, title: &str, interval: f64, members: &[(ComponentId, f64)], together| Common {
        name: title.to_owned(),
        kind,
        per_year: HOURS_PER_YEAR * HOUR / interval.max(1.0),
        members: Named::of(members.iter().map(|(id, _)| name(id))),
        chance: members
            .iter()
            .all(|(_, chance)| *chance == members[0].1)
            .then(|| members.first().map_or(0.0, |(_, chance)| *chance)),
        together,
    };
    let shocks = blueprint.shocks.iter().map(|shock| {
        let once = matches!(shock.repaired, SharedRepair::Once { .. });
        of(
            "shared-cause",
            &shock.name,
            shock.interval.mean(),
            &shock.members,
            once,
        )
    });
    let hazards = blueprint.hazards.iter().map(|hazard| {
        let damages = matches!(hazard.effect, Effect::Damages(..));
        of(
            "hazard",
            &hazard.name,
            hazard.interval.mean(),
            &hazard.strikes,
            damages,
        )
    });
    shocks.chain(hazards).collect()
}

/// All sites in which something stands.
#[must_use]
pub fn places(base: &Base<'_, '_>) -> Vec<Located> {
    let components = &base.blueprint.components;
    let sites = (0..components.len()).filter(|&at| components[at].kind == Kind::Site);
    sites
        .map(|at| {
            let id = ComponentId::new(at);
            let inside = |of: &&Component| site_of(base.blueprint, of) == Some(id);
            let of_kind = |kind: Kind| {
                let inside = components.iter().filter(inside);
                inside
                    .filter(move |of| of.kind == kind)
                    .map(|of| of.name.as_str())
            };
            Located {
                name: components[at].name.clone(),
                rooms: of_kind(Kind::Room).map(ToOwned::to_owned).collect(),
                things: Named::of(of_kind(Kind::Component)),
                services: lost(base, [id]),
            }
        })
        .filter(|place| !place.things.each.is_empty())
        .collect()
}

/// The site in which something stands, in a room or not.
#[must_use]
pub fn site_of(blueprint: &Blueprint, of: &Component) -> Option<ComponentId> {
    let place = of.at?;
    let component = &blueprint.components[place.index()];
    match component.kind {
        Kind::Site => Some(place),
        _ => component.at,
    }
}

/// The services that are down without these, once autonomies have run out.
fn lost(base: &Base<'_, '_>, taken: impl IntoIterator<Item = ComponentId>) -> Vec<String> {
    let fallen = base.whole.without(taken, Bridging::RunOut);
    let services = base.blueprint.services.iter();
    services
        .filter(|service| fallen.down[service.delivers.index()])
        .map(|service| service.name.clone())
        .collect()
}

/// What alone takes down more than one service, those that take the same services together.
#[must_use]
pub fn crossings(base: &Base<'_, '_>) -> Vec<Crossing> {
    let mut found: Vec<(Vec<String>, Vec<&Source>)> = Vec::new();
    for source in &base.sources.all {
        let cold = |id: &ComponentId| is_cold(base.blueprint, *id);
        if matches!(source.striker, Striker::Own(_)) && source.takes.iter().any(cold) {
            continue;
        }
        let services = lost(base, source.takes.iter().copied());
        if services.len() < 2 {
            continue;
        }
        match found.iter_mut().find(|(known, _)| *known == services) {
            Some((_, members)) => members.push(source),
            None => found.push((services, vec![source])),
        }
    }
    let crossing = |(services, of): (Vec<String>, Vec<&Source>)| Crossing {
        of: Named::of(of.iter().map(|source| source.name.as_str())),
        per_year: of.iter().map(|source| source.per_year).sum(),
        services,
    };
    found.into_iter().map(crossing).collect()
}

/// Loops of things that need each other: strongly connected components of the graph of needs (Tarjan, SIAM J. Comput. 1, 1972,
/// here by two passes of depth-first search, which need no recursion).
#[must_use]
pub fn loops(blueprint: &Blueprint) -> Vec<Loop> {
    let below = graph(blueprint);
    let order = finishing_order(&below);
    let mut above = vec![Vec::new(); below.len()];
    for (at, ends) in below.iter().enumerate() {
        ends.iter().for_each(|&end| above[end].push(at));
    }
    let mut seen = vec![false; below.len()];
    let mut found = Vec::new();
    for &start in order.iter().rev() {
        let (mut open, mut members) = (vec![start], Vec::new());
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                members.push(at);
                open.extend(&above[at]);
            }
        }
        if members.len() > 1 || members.iter().any(|&at| below[at].contains(&at)) {
            members.sort_unstable();
            found.extend(read_loop(blueprint, &members));
        }
    }
    found
}

/// Per signal what it rests on; the last places are the gates.
fn graph(blueprint: &Blueprint) -> Vec<Vec<usize>> {
    let needs = blueprint.components.iter().map(|component| {
        let ids = component.need_ids();
        ids.map(|id| blueprint.needs[id.index()].on.index())
            .collect()
    });
    let gates = blueprint.structure.gates.iter();
    let inputs = gates.map(|gate| gate.inputs.iter().map(|input| input.index()).collect());
    needs.chain(inputs).collect()
}

fn finishing_order(below: &[Vec<usize>]) -> Vec<usize> {
    let mut seen = vec![false; below.len()];
    let mut order = Vec::with_capacity(below.len());
    for start in 0..below.len() {
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        let mut path = vec![(start, 0)];
        while let Some((at, next)) = path.last_mut() {
            match below[*at].get(*next) {
                Some(&end) => {
                    *next += 1;
                    if !std::mem::replace(&mut seen[end], true) {
                        path.push((end, 0));
                    }
                }
                None => {
                    order.push(*at);
                    path.pop();
                }
            }
        }
    }
    order
}

fn read_loop(blueprint: &Blueprint, members: &[usize]) -> Option<Loop> {
    let things = || {
        members
            .iter()
            .filter_map(|&at| blueprint.components.get(at))
    };
    let within = |signal: Signal| members.binary_search(&signal.index()).is_ok();
    let needs = things()
        .flat_map(Component::need_ids)
        .map(|id| &blueprint.needs[id.index()]);
    let bypass = things().filter_map(|of| of.bypass_after).min();
    let names: Vec<String> = things().map(|of| of.name.clone()).collect();
    let soft = needs
        .filter(|need| within(need.on))
        .any(|need| !matches!(need.kind, NeedKind::Hard));
    (!names.is_empty()).then(|| Loop {
        members: names,
        bypass_h: bypass.map(|span| span.hours()),
        soft,
    })
}
