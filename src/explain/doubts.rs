//! What in a scenario cannot matter, hardly ever happens, or is never called. Cheap looks only; nothing is simulated.

use serde::Serialize;

use crate::explain::names::Named;
use crate::explain::relations::Base;
use crate::explain::services::ServiceRead;
use crate::explain::source::{Striker, is_cold};
use crate::explain::times::HOUR;
use crate::model::Blueprint;
use crate::model::dependency::Dependencies;
use crate::model::ids::{ComponentId, Signal};
use crate::model::shared::SharedRepair;

/// Fewer expected events than this in a whole run are called few.
const FEW: f64 = 3.0;

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
    /// What takes the service down alone mostly lasts longer than its objective: service, level, objective [h], expected share [1].
    HardlyMet(String, String, f64, f64),
    /// Outages of the service by single things last no longer than its objective in more than 999 of 1,000 cases.
    HardlyMissed(String, String, f64),
}

/// All doubts.
#[must_use]
pub fn doubts(base: &Base<'_, '_>, services: &[ServiceRead]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    doubts.extend(idle(base.blueprint));
    doubts.extend(rare(base));
    doubts.extend(idle_crews(base.blueprint));
    for service in services {
        doubts.extend(objectives(base, service));
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
    let watched = blueprint.watches.iter().flat_map(|watch| watch.below.iter());
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
    let years = base.blueprint.horizon.years() * base.blueprint.about.replications as f64;
    let sources = base.sources.all.iter().filter(|source| {
        let cold = |&id: &ComponentId| is_cold(base.blueprint, id);
        !(matches!(source.striker, Striker::Own(_)) && source.takes.iter().any(cold))
    });
    sources
        .map(|source| (source, source.per_year * years))
        .filter(|(_, expected)| *expected < FEW)
        .map(|(source, expected)| Doubt::Rare(source.name.clone(), expected))
        .collect()
}

fn idle_crews(blueprint: &Blueprint) -> Vec<Doubt> {
    let shared = blueprint.shocks.iter().filter_map(|shock| match &shock.repaired {
        SharedRepair::Once { crew, .. } => *crew,
        SharedRepair::Each => None,
    });
    let called: Vec<_> = blueprint.modes.iter().filter_map(|mode| mode.crew).chain(shared).collect();
    let crews = blueprint.crews.iter().enumerate();
    crews
        .filter(|(at, _)| !called.iter().any(|crew| crew.index() == *at))
        .map(|(_, crew)| Doubt::IdleCrew(crew.name.clone()))
        .collect()
}

/// Objectives against what single things do to the service.
fn objectives(base: &Base<'_, '_>, service: &ServiceRead) -> Vec<Doubt> {
    let struck = service.singles.iter().chain(&service.lessening).next().is_some();
    if !struck && service.pairs == Some(0) && !service.objectives.is_empty() {
        return vec![Doubt::Unfailing(service.name.clone())];
    }
    let lowest = service.objectives.iter().filter(|wanted| wanted.lowest);
    lowest
        .filter_map(|wanted| {
            let rto = wanted.rto_h?;
            let share = share_longer(base, service, rto)?;
            let allowed = wanted.of_outages.unwrap_or(0.5).max(0.5);
            let name = (service.name.clone(), wanted.level.clone());
            if share > allowed {
                Some(Doubt::HardlyMet(name.0, name.1, rto, share))
            } else if share < 1e-3 {
                Some(Doubt::HardlyMissed(name.0, name.1, rto))
            } else {
                None
            }
        })
        .collect()
}

/// The share of the outages by single failures that their own repair makes longer than `hours`, weighted by rate.
fn share_longer(base: &Base<'_, '_>, service: &ServiceRead, hours: f64) -> Option<f64> {
    let (mut longer, mut all) = (0.0, 0.0);
    for single in &service.singles {
        let names = &single.of.each;
        let source = base.sources.all.iter().find(|source| {
            let base_name = crate::explain::names::without_part(&source.name);
            names.iter().any(|(name, _)| name == base_name)
        })?;
        let spread = base.sources.spread(source);
        let repair = spread.map_or(1.0, |spread| spread.beyond(hours * HOUR));
        let restarts = single.median_h.is_none_or(|median| median > hours);
        longer += single.outages_a_year * if restarts { repair.max(0.5) } else { repair };
        all += single.outages_a_year;
    }
    (all > 0.0).then(|| longer / all)
}
