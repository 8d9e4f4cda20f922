//! What in a scenario cannot matter, hardly ever happens, or is never called. Cheap looks only; nothing is simulated.

use serde::Serialize;

use crate::explain::base::Base;
use crate::explain::names::Named;
use crate::explain::services::ServiceRead;
use crate::explain::source::{Striker, is_cold};
use crate::model::Blueprint;
use crate::model::dependency::Dependencies;
use crate::model::ids::{ComponentId, Signal};
use crate::model::shared::SharedRepair;

/// Fewer expected events than this in a whole run are called few.
const FEW: f64 = 3.0;
/// Where an objective names no share of outages, it is doubted if more than this last longer.
const HALF: f64 = 0.5;
/// An objective that fewer outages miss says little.
const HARDLY: f64 = 1e-3;

/// A doubt.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// Nothing asked, wanted or used rests on these things, which can fail.
    Idle(Named),
    /// Fewer than three strikes are expected in the whole run: name and expected number.
    Rare(String, f64),
    /// No repair calls this crew.
    IdleCrew(String),
    /// Nothing that fails lies below the service, so its objectives cannot be missed.
    Unfailing(String),
    /// More of the outages by single failures last longer than the objective than it allows.
    HardlyMet(Against),
    /// Fewer than 1 in 1,000 outages by single failures last longer than the objective.
    HardlyMissed(Against),
}

/// An objective against the outages by single failures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Against {
    /// Which service.
    pub service: String,
    /// The level that outages lie below.
    pub level: String,
    /// The recovery time objective [h].
    pub rto_h: f64,
    /// The share that lasts longer [1].
    pub longer: f64,
    /// The share that may, or one half where the objective allows a number of years or says nothing [1].
    pub allowed: f64,
}

/// All doubts.
#[must_use]
pub fn doubts(base: &Base<'_, '_>, services: &[ServiceRead]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    doubts.extend(idle(base.blueprint));
    doubts.extend(rare(base));
    doubts.extend(idle_crews(base.blueprint));
    for service in services {
        doubts.extend(objectives(service));
    }
    doubts
}

/// Things that can fail and lie below nothing.
fn idle(blueprint: &Blueprint) -> Option<Doubt> {
    let graph = Dependencies {
        components: &blueprint.components,
        needs: &blueprint.needs,
        structure: &blueprint.structure,
    };
    let watched = blueprint
        .watches
        .iter()
        .flat_map(|watch| watch.below.iter());
    let watched = watched.map(|id| Signal::new(id.index()));
    let used = blueprint.organisations.iter().flat_map(|of| &of.uses);
    let called = blueprint.hotlines.iter().flat_map(|hotline| {
        let slowed = hotline.slowed_by.iter().map(|(signal, _)| *signal);
        hotline.needs.iter().copied().chain(slowed)
    });
    let looked = blueprint.probes.iter().map(|probe| probe.signal);
    let matters = graph.below(
        watched
            .chain(used.filter_map(|used| used.reach))
            .chain(called)
            .chain(looked),
    );
    let idle = (0..blueprint.components.len())
        .map(ComponentId::new)
        .filter(|id| matters.binary_search(id).is_err())
        .map(|id| &blueprint.components[id.index()])
        .filter(|component| !component.modes.is_empty());
    let of = Named::of(idle.map(|component| component.name.as_str()));
    (!of.each.is_empty()).then_some(Doubt::Idle(of))
}

/// What is expected to strike less than three times in the whole run.
fn rare(base: &Base<'_, '_>) -> Vec<Doubt> {
    let years = base.blueprint.horizon.years() * base.blueprint.about.most_replications() as f64;
    let sources = base.sources.all.iter().filter(|source| {
        let cold = |&id: &ComponentId| is_cold(base.blueprint, id);
        !(matches!(source.striker, Striker::Own(_)) && source.takes.iter().any(cold))
    });
    let mut expected: Vec<(&str, f64)> = Vec::new();
    for source in sources {
        match expected.last_mut() {
            Some((name, sum)) if *name == source.name => *sum += source.per_year * years,
            _ => expected.push((&source.name, source.per_year * years)),
        }
    }
    let few = expected.into_iter().filter(|(_, expected)| *expected < FEW);
    few.map(|(name, expected)| Doubt::Rare(name.to_owned(), expected))
        .collect()
}

fn idle_crews(blueprint: &Blueprint) -> Vec<Doubt> {
    let shared = blueprint
        .shocks
        .iter()
        .filter_map(|shock| match &shock.repaired {
            SharedRepair::Once { crew, .. } => *crew,
            SharedRepair::Each => None,
        });
    let called: Vec<_> = blueprint
        .modes
        .iter()
        .filter_map(|mode| mode.crew)
        .chain(shared)
        .collect();
    let crews = blueprint.crews.iter().enumerate();
    crews
        .filter(|(at, _)| !called.iter().any(|crew| crew.index() == *at))
        .map(|(_, crew)| Doubt::IdleCrew(crew.name.clone()))
        .collect()
}

/// Objectives against what single things do to the service.
fn objectives(service: &ServiceRead) -> Vec<Doubt> {
    let struck = service
        .singles
        .iter()
        .chain(&service.lessening)
        .next()
        .is_some();
    if !struck && service.pairs == Some(0) && !service.objectives.is_empty() {
        return vec![Doubt::Unfailing(service.name.clone())];
    }
    let objectives = service.objectives.iter();
    objectives
        .filter_map(|wanted| {
            let (rto_h, longer) = (wanted.rto_h?, wanted.longer?);
            let allowed = wanted.of_outages.unwrap_or(HALF);
            let of = Against {
                service: service.name.clone(),
                level: wanted.level.clone(),
                rto_h,
                longer,
                allowed,
            };
            match longer {
                much if much > allowed => Some(Doubt::HardlyMet(of)),
                little if little < HARDLY => Some(Doubt::HardlyMissed(of)),
                _ => None,
            }
        })
        .collect()
}
