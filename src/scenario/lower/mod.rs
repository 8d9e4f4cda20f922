//! Resolves names and quantities: from the expanded scenario to a blueprint, or to all its faults.
//!
//! Two walks: `declare` gives every name its dense id, then one file per concept makes the parts. Each reads its leaves through
//! `numbers` and `laws` and its names through `names`, which leave faults behind and let the walk go on.
//! Knows nothing of the text of the file, nor of running.

mod causes;
mod components;
mod crews;
mod declare;
mod expressions;
mod gates;
mod hotlines;
mod hours;
mod laws;
mod meant;
mod measures;
mod modes;
mod names;
mod needs;
mod network;
mod numbers;
mod objectives;
mod organisations;
mod outages;
mod places;
mod precision;
mod report;
mod select;
mod services;
mod shown;
mod streams;
mod study;
mod waits;
mod warnings;
mod watches;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Blueprint;
use crate::model::blueprint::About;
use crate::model::component::{Component, Mode, Need};
use crate::model::crew::Crew;
use crate::model::dependency::Dependencies;
use crate::model::hotline::Hotline;
use crate::model::ids::{ComponentId, CrewId, NodeId, ServiceId, Signal};
use crate::model::link::{Network, Paths};
use crate::model::organisation::{Group, Organisation};
use crate::model::service::Service;
use crate::model::shared::{Hazard, Shock};
use crate::model::structure::Structure;
use crate::model::watch::{Ask, Counter, Expectation, Probe, Until, Watch};
use crate::say;
use crate::scenario::schema::Scenario;
use crate::scenario::spans::{Name, Place};
use crate::scenario::{Diagnostic, Expanded, Overrides};

use gates::Gates;
use names::Names;
use numbers::Numbers;
use report::Report;
use streams::Streams;
use study::Study;

/// The blueprint of a scenario; `None` after noting faults.
pub fn lower(
    expanded: &Expanded,
    overrides: &Overrides,
    notes: &mut Vec<Diagnostic>,
) -> Option<Blueprint> {
    let sound = !notes.iter().any(Diagnostic::is_fault);
    let mut lowering = Lowering::new(&expanded.scenario);
    if let Some(overlay) = &expanded.overlay {
        lowering.report.blame(overlay);
    }
    let rest = lowering.walk_all(overrides, expanded, sound);
    let mut report = std::mem::take(&mut lowering.report);
    let blueprint = rest
        .filter(|_| sound && !report.has_faults())
        .map(|rest| lowering.finish(rest, &mut report));
    notes.extend(report.into_notes());
    blueprint
}

/// The state of the two walks: what is known of names and numbers, and what is made so far.
#[derive(Debug)]
struct Lowering<'s> {
    scenario: &'s Scenario,
    study: Study,
    report: Report,
    names: Names,
    numbers: Numbers,
    streams: Streams,
    gates: Gates,

    /// Per entry of `components:`, the number of parts; `None`: a single one.
    parts: Vec<Option<u64>>,
    /// Components that must not stay active in a switchover.
    hands_back: BTreeSet<&'s str>,
    /// Organisations and sites that stand for a node of their own.
    stand_ins: Vec<Name>,

    components: Vec<Component>,
    /// Per component, where it stands in the file.
    places: Vec<Place>,
    modes: Vec<Mode>,
    needs: Vec<Need>,
    network: Network,
    paths: Paths,
    reaches: BTreeMap<(NodeId, NodeId), Signal>,
    services: Vec<Service>,
    organisations: Vec<Organisation>,
    groups: Vec<Group>,
    hotlines: Vec<Hotline>,
    watches: Vec<Watch>,
    counters: Vec<Counter>,
    probes: Vec<Probe>,
    until: Option<Until>,

    /// Laws of modes whose age at the beginning matters, with their means [µs].
    ageing: Vec<(Place, f64)>,
    /// Members of beta groups.
    stretched: BTreeSet<ComponentId>,
    busy_crews: BTreeSet<CrewId>,
    used_services: BTreeSet<ServiceId>,
    uses_calendars: bool,
}

/// What the walks hand over at their end.
struct Rest {
    about: About,
    shocks: Vec<Shock>,
    hazards: Vec<Hazard>,
    crews: Vec<Crew>,
    asks: Vec<Ask>,
    expectations: Vec<Expectation>,
}

impl<'s> Lowering<'s> {
    fn new(scenario: &'s Scenario) -> Self {
        Self {
            scenario,
            study: Study::unread(),
            report: Report::default(),
            names: Names::default(),
            numbers: Numbers::default(),
            streams: Streams::default(),
            gates: Gates::default(),
            parts: Vec::new(),
            hands_back: BTreeSet::new(),
            stand_ins: Vec::new(),
            components: Vec::new(),
            places: Vec::new(),
            modes: Vec::new(),
            needs: Vec::new(),
            network: Network::default(),
            paths: Paths::default(),
            reaches: BTreeMap::new(),
            services: Vec::new(),
            organisations: Vec::new(),
            groups: Vec::new(),
            hotlines: Vec::new(),
            watches: Vec::new(),
            counters: Vec::new(),
            probes: Vec::new(),
            until: None,
            ageing: Vec::new(),
            stretched: BTreeSet::new(),
            busy_crews: BTreeSet::new(),
            used_services: BTreeSet::new(),
            uses_calendars: false,
        }
    }

    /// Both walks; `sound`: the file was read without faults. `None` where the first one finds more than can be held.
    fn walk_all(
        &mut self,
        overrides: &Overrides,
        expanded: &Expanded,
        sound: bool,
    ) -> Option<Rest> {
        let parameters = self.read_parameters(overrides);
        self.mark_used(&expanded.used);
        self.read_study(overrides);
        let about = self.about(expanded);
        if !self.declare_all() {
            return None;
        }
        self.wire();
        self.add_all_components();
        let (shocks, hazards) = (self.read_shocks(), self.read_hazards());
        self.organisations = self.read_organisations();
        self.add_group_of_all();
        self.hotlines = self.read_hotlines();
        let crews = self.read_crews();
        self.add_standard_watches();
        self.until = self.read_until();
        let (mut asks, mut expectations) = (self.read_asks(), self.read_expectations());
        let precision = self.read_precision(&asks, overrides);
        let expected = expectations
            .iter_mut()
            .map(|expectation| &mut expectation.measure);
        self.sort_thresholds(asks.iter_mut().map(|ask| &mut ask.wanted).chain(expected));
        self.check_whole(sound);
        // A variant may take out what the base has a name for.
        if sound && expanded.overlay.is_none() && !self.report.has_faults() {
            self.warn_of_unmatched_names();
        }
        let about = About {
            parameters,
            inline: self.numbers.inline(),
            precision,
            ..about
        };
        Some(Rest {
            about,
            shocks,
            hazards,
            crews,
            asks,
            expectations,
        })
    }

    /// Everything that becomes a component, in the order of the blueprint.
    fn add_all_components(&mut self) {
        self.add_components();
        self.add_links();
        self.add_ducts();
        self.add_nodes();
        self.add_rooms();
        self.add_sites();
        self.services = self.read_services();
    }

    /// Checks that need everything to be known; a part that could not be read might name what seems unused.
    fn check_whole(&mut self, sound: bool) {
        self.check_calendars();
        if sound {
            self.check_standbys();
        }
        if sound && !self.report.has_faults() {
            self.refuse_shared_chance();
            self.warn_of_unused_parameters();
            self.warn_of_unused_services();
            self.warn_of_idle_crews();
        }
    }

    fn refuse_shared_chance(&mut self) {
        for (one, other) in std::mem::take(&mut self.streams).collisions() {
            let message = say!("same-chance", one = &*one, other = &*other);
            self.report
                .fault("same-chance", self.scenario.title.at(), message)
                .help(say!("same-chance-help"));
        }
    }

    /// Puts the parts together. Only for scenarios without faults: ids refer to things that are there.
    fn finish(self, rest: Rest, report: &mut Report) -> Blueprint {
        let on: Vec<Vec<Signal>> = self
            .needs
            .iter()
            .map(|need| need.signals().collect())
            .collect();
        let structure = Structure::compile(
            self.components.len(),
            self.gates.gates,
            self.gates.firsts,
            &on,
        );
        let graph = Dependencies {
            components: &self.components,
            needs: &self.needs,
            structure: &structure,
        };
        let mut watches = self.watches;
        for watch in watches.iter_mut().filter(|watch| watch.told) {
            watch.below = graph.below(watches::signals(watch.of, &self.services));
        }
        let blueprint = Blueprint {
            about: rest.about,
            horizon: self.study.horizon,
            until: self.until,
            warm_up: self.study.warm_up,
            settle_time: self.study.settle_time,
            initially: self.study.initially,
            clock: self.study.clock,
            components: self.components,
            modes: self.modes,
            needs: self.needs,
            structure,
            network: self.network,
            crews: rest.crews,
            shocks: rest.shocks,
            hazards: rest.hazards,
            services: self.services,
            organisations: self.organisations,
            groups: self.groups,
            hotlines: self.hotlines,
            watches,
            counters: self.counters,
            probes: self.probes,
            asks: rest.asks,
            expectations: rest.expectations,
        };
        warnings::of_idle_parts(report, &self.places, &blueprint);
        if self.scenario.initially.is_none() {
            warnings::of_new_starts(report, &self.ageing, &blueprint);
        }
        blueprint
    }
}
