//! Warnings about what must not look like safety: parts that cannot matter, and starts that are younger than they seem.
//!
//! Knows nothing of faults: it looks at a blueprint that is complete.

use crate::model::Blueprint;
use crate::model::blueprint::Initially;
use crate::model::component::Kind;
use crate::model::dependency::Dependencies;
use crate::model::ids::{ComponentId, Signal};
use crate::say;
use crate::scenario::lower::report::Report;
use crate::scenario::lower::watches;
use crate::scenario::spans::Place;

/// Share of the horizon above which the age at the beginning matters (`docs/semantics.md` 5).
const LASTING: f64 = 0.1;

/// Parts that cannot matter are named up to this number.
const IDLE_SHOWN: usize = 20;

/// Warns of modes that last long and start new without the scenario having said so.
pub fn of_new_starts(report: &mut Report, ageing: &[(Place, f64)], blueprint: &Blueprint) {
    debug_assert_eq!(
        blueprint.initially,
        Initially::New,
        "only where nothing is said"
    );
    let horizon = blueprint.horizon.micros() as f64;
    for (place, _) in ageing.iter().filter(|(_, mean)| *mean > LASTING * horizon) {
        report
            .warn("starts-new", place, say!("starts-new"))
            .help(say!("starts-new-help"));
    }
}

/// Warns of parts that no watch, organisation, hotline or probe depends on.
pub fn of_idle_parts(report: &mut Report, places: &[Place], blueprint: &Blueprint) {
    let graph = Dependencies {
        components: &blueprint.components,
        needs: &blueprint.needs,
        structure: &blueprint.structure,
    };
    let matters = graph.below(seen(blueprint));
    let mut matters = matters.into_iter().peekable();
    let mut idle = 0;
    for (at, component) in blueprint.components.iter().enumerate() {
        let in_use = matters.next_if_eq(&ComponentId::new(at)).is_some();
        if in_use || !matches!(component.kind, Kind::Component | Kind::Link | Kind::Duct) {
            continue;
        }
        idle += 1;
        if idle <= IDLE_SHOWN {
            report
                .warn(
                    "cannot-matter",
                    &places[at],
                    say!("cannot-matter", name = &component.name),
                )
                .help(say!("cannot-matter-help"));
        }
    }
    if idle > IDLE_SHOWN {
        report
            .warn(
                "cannot-matter",
                &Place::default(),
                say!("cannot-matter-more", more = idle - IDLE_SHOWN),
            )
            .help(say!("cannot-matter-help"));
    }
}

/// The signals that somebody looks at.
fn seen(blueprint: &Blueprint) -> Vec<Signal> {
    let watched = blueprint
        .watches
        .iter()
        .flat_map(|watch| watches::signals(watch.of, &blueprint.services));
    let ways = blueprint
        .organisations
        .iter()
        .flat_map(|organisation| &organisation.uses)
        .filter_map(|used| used.reach);
    let hotlines = blueprint.hotlines.iter().flat_map(|hotline| {
        let soft = hotline.slowed_by.iter().map(|&(signal, _)| signal);
        soft.chain(hotline.needs.iter().copied())
    });
    let probes = blueprint.probes.iter().map(|probe| probe.signal);
    watched.chain(ways).chain(hotlines).chain(probes).collect()
}
