//! What is counted of components and causes, and the assembly of the outcome.
//!
//! Looks when an instant is over. Knows nothing of why conditions change.

use crate::model::Blueprint;
use crate::model::ids::{CauseId, ComponentId};
use crate::simulate::component::Condition;
use crate::simulate::observe::Observer;
use crate::simulate::outcome::ComponentUse;
use crate::simulate::world::Run;
use crate::units::Span;

/// What is to be counted.
#[derive(Default)]
pub(super) struct Tally {
    /// Components whose condition may have changed in this instant.
    noted: Vec<ComponentId>,
    /// Per cause that is no component: how often it struck.
    causes: Vec<u32>,
}

impl Tally {
    /// Nothing happened.
    pub(super) fn reset(&mut self, blueprint: &Blueprint) {
        self.noted.clear();
        self.causes.clear();
        self.causes
            .resize(blueprint.causes() - blueprint.components.len(), 0);
    }

    /// The condition of the component may have changed.
    pub(super) fn note(&mut self, component: ComponentId) {
        self.noted.push(component);
    }
}

impl<O: Observer> Run<'_, '_, O> {
    /// Empties the outcome of the last replication and keeps its memory.
    pub(super) fn begin_tally(&mut self) {
        let probes = self.plan.blueprint.probes.len();
        let outcome = &mut self.state.outcome;
        outcome.events = 0;
        outcome.call_events = 0;
        outcome.outages.clear();
        outcome.presences.clear();
        outcome.components.clear();
        outcome.causes.clear();
        outcome.probes.clear();
        outcome.probes.resize(probes, false);
        outcome.losses.clear();
        outcome.years.clear();
        outcome.crews.clear();
        outcome.deadlocks.clear();
        outcome.hotlines.clear();
    }

    /// A component failed.
    pub(super) fn tally_failure(&mut self, component: ComponentId) {
        if self.is_counted() {
            self.state.entry(component).failures += 1;
        }
    }

    /// A cause struck that is no component.
    pub(super) fn tally_cause(&mut self, cause: CauseId) {
        if self.is_counted() {
            self.state.tally.causes[cause.index() - self.plan.blueprint.components.len()] += 1;
        }
    }

    /// The instant is over: components have the conditions that they have now.
    pub(super) fn record_components(&mut self) {
        while let Some(component) = self.state.tally.noted.pop() {
            if self.plan.brief(component).on_loop {
                self.state.deadlocks.suspect();
            }
            let after = self.state.items.condition(component);
            let before = self.state.items.recorded(component).0;
            if before != after {
                self.record_condition(component, before, after);
            }
        }
    }

    fn record_condition(&mut self, component: ComponentId, before: Condition, after: Condition) {
        self.close_condition(component);
        self.state.items.record(component, after, self.now);
        let fresh = after == Condition::Suspended && before != Condition::Restarting;
        if fresh && self.is_counted() {
            self.state.entry(component).suspensions += 1;
        }
        match (before == Condition::Failed, after == Condition::Failed) {
            (false, true) => self.record_failed(component),
            (true, false) => self.record_recovered(component),
            _ => {}
        }
    }

    /// Counts the time in the recorded condition up to now.
    fn close_condition(&mut self, component: ComponentId) {
        let (condition, since) = self.state.items.recorded(component);
        let (from, to) = self.clip(since, self.now);
        let entry = self.state.entry(component);
        match condition {
            Condition::Up => {}
            Condition::Failed => entry.failed += to - from,
            Condition::Suspended => entry.suspended += to - from,
            Condition::Restarting => entry.restarting += to - from,
        }
    }

    /// The replication is over: closes what is open and puts the outcome in order.
    pub(super) fn finish(&mut self) {
        for at in 0..self.state.outcome.components.len() {
            self.close_condition(self.state.outcome.components[at].component);
        }
        self.state
            .outcome
            .components
            .sort_unstable_by_key(|used| used.component);
        let first = self.plan.blueprint.components.len();
        let struck = self
            .state
            .tally
            .causes
            .iter()
            .enumerate()
            .filter(|&(_, &times)| times > 0);
        let causes = struck.map(|(place, &times)| (CauseId::new(first + place), times));
        self.state.outcome.causes.extend(causes);
        self.close_watches();
        self.close_losses();
        self.close_crews();
        self.state.outcome.crews.extend(self.state.crews.uses());
        self.close_hotlines();
        self.state.outcome.events += self.state.outcome.call_events;
    }
}

impl crate::simulate::world::State {
    /// The entry of a component in the outcome, made when it is first needed.
    fn entry(&mut self, component: ComponentId) -> &mut ComponentUse {
        let components = &mut self.outcome.components;
        let (entry, fresh) = self.items.entry(component, components.len());
        if fresh {
            components.push(ComponentUse {
                component,
                failures: 0,
                suspensions: 0,
                failed: Span::ZERO,
                suspended: Span::ZERO,
                restarting: Span::ZERO,
            });
        }
        &mut components[entry]
    }
}
