//! The audit: works the settled state out anew, naively, and compares (`docs/semantics.md` 4).
//!
//! From what was up before the event, what failed or is held down, autonomies, owed restarts, positions of switchovers and
//! bypasses it derives what is up and what restarts now, all gates and all counters. Never changes anything.

use crate::model::component::NeedKind;
use crate::model::ids::{ComponentId, FirstId, NeedId};
use crate::simulate::component::Condition;
use crate::simulate::event::Event;
use crate::simulate::naive;
use crate::simulate::observe::Observer;
use crate::simulate::world::Run;

/// What the audit remembers of the state before an event.
#[derive(Default)]
pub(super) struct Before {
    up: Vec<bool>,
    /// Per switchover: the active entry when everything had fallen and nothing had risen.
    active: Vec<Option<usize>>,
}

impl<O: Observer> Run<'_, '_, O> {
    /// Remembers what is up before `event`; a restart that it ends counts as up.
    pub(super) fn audit_before(&mut self, event: Option<Event>) {
        if self.options.audit {
            self.remember(event);
        }
    }

    #[cold]
    fn remember(&mut self, event: Option<Event>) {
        let mut up: Vec<_> = self
            .components()
            .map(|id| self.state.items.is_up(id))
            .collect();
        if let Some(Event::RestartDone(component)) = event {
            up[component.index()] = true;
        }
        self.state.before.up = up;
        self.state.autonomies.forget_ended();
    }

    /// Remembers the positions of the switchovers between fall and rise.
    pub(super) fn audit_positions(&mut self) {
        if self.options.audit {
            self.remember_positions();
        }
    }

    #[cold]
    fn remember_positions(&mut self) {
        self.state.switchovers.forget_activated();
        let firsts = (0..self.plan.blueprint.structure.firsts.len()).map(FirstId::new);
        let active = firsts
            .map(|first| self.state.switchovers.active(first))
            .collect();
        self.state.before.active = active;
    }

    /// Compares the settled state with the one derived anew; notes the first difference.
    #[cold]
    pub(super) fn audit(&mut self) {
        let mut up = std::mem::take(&mut self.state.before.up);
        for component in self.components() {
            up[component.index()] &= !self.is_forced_down(component);
        }
        self.fall_naively(&mut up);
        let restarting = self.rise_naively(&mut up);
        let fault = self.compare(&up, &restarting);
        self.state.fault = self.state.fault.take().or(fault);
        self.state.before.up = up;
    }

    fn components(&self) -> impl Iterator<Item = ComponentId> + use<O> {
        (0..self.state.items.len()).map(ComponentId::new)
    }

    fn is_forced_down(&self, component: ComponentId) -> bool {
        let failed = self.state.items.condition(component) == Condition::Failed;
        failed || self.state.items.is_held(component, u8::MAX)
    }

    /// All truth values with the switchovers where they were when everything had fallen.
    fn truth_between(&self, up: &[bool]) -> Vec<bool> {
        let active = &self.state.before.active;
        naive::gates(self.plan, up, |first, holds| {
            active[first.index()].is_some_and(|entry| holds(self.plan.entries(first)[entry]))
        })
    }

    /// All truth values with the switchovers anywhere they have been since.
    fn truth_after(&self, up: &[bool]) -> Vec<bool> {
        let between = &self.state.before.active;
        let switchovers = &self.state.switchovers;
        naive::gates(self.plan, up, |first, holds| {
            let entries = self.plan.entries(first).iter().enumerate();
            entries
                .filter(|&(_, &signal)| holds(signal))
                .any(|(entry, _)| {
                    between[first.index()] == Some(entry) || switchovers.was_activated(first, entry)
                })
        })
    }

    /// All truth values with the switchovers where they are.
    fn truth(&self, up: &[bool]) -> Vec<bool> {
        let positions = &self.state.switchovers;
        naive::gates(self.plan, up, |first, holds| {
            positions
                .active(first)
                .is_some_and(|entry| holds(self.plan.entries(first)[entry]))
        })
    }

    fn needs(&self, component: ComponentId) -> impl Iterator<Item = NeedId> + use<O> {
        self.plan.blueprint.components[component.index()].need_ids()
    }

    fn is_met(&self, need: NeedId, truth: &[bool]) -> bool {
        let on = self.plan.blueprint.needs[need.index()].on;
        truth[on.index()] || self.state.autonomies.was_bypassed(need)
    }

    fn runs_on(&self, id: NeedId, truth: &[bool]) -> bool {
        self.is_met(id, truth)
            || match &self.plan.blueprint.needs[id.index()].kind {
                NeedKind::Hard => false,
                NeedKind::ToStart => true,
                NeedKind::Delayed(autonomy) => {
                    let carried = autonomy.carried_by.is_none_or(|by| truth[by.index()]);
                    carried
                        && self
                            .state
                            .autonomies
                            .has_charge(self.plan, id, autonomy, self.now)
                }
            }
    }

    /// Takes out whatever cannot stand, until nothing changes.
    fn fall_naively(&self, up: &mut [bool]) {
        loop {
            let truth = self.truth_between(up);
            let falls = |id: &ComponentId| {
                truth[id.index()] && !self.needs(*id).all(|need| self.runs_on(need, &truth))
            };
            let fallen: Vec<_> = self.components().filter(falls).collect();
            if fallen.is_empty() {
                return;
            }
            fallen.into_iter().for_each(|id| up[id.index()] = false);
        }
    }

    /// Adds whatever can start, until nothing changes; returns what restarts instead.
    fn rise_naively(&self, up: &mut [bool]) -> Vec<bool> {
        loop {
            let truth = self.truth_after(up);
            let starts = |id: &ComponentId| {
                !truth[id.index()]
                    && !self.is_forced_down(*id)
                    && self.needs(*id).all(|need| self.is_met(need, &truth))
            };
            let owes = |id: ComponentId| self.state.items.restart_owed(self.plan, id).micros() > 0;
            let risen: Vec<_> = self
                .components()
                .filter(|id| starts(id) && !owes(*id))
                .collect();
            if risen.is_empty() {
                return self.components().map(|id| starts(&id)).collect();
            }
            risen.into_iter().for_each(|id| up[id.index()] = true);
        }
    }

    fn compare(&self, up: &[bool], restarting: &[bool]) -> Option<String> {
        let truth = self.truth(up);
        let differs = |id: &ComponentId| {
            let condition = self.state.items.condition(*id);
            (condition == Condition::Up) != up[id.index()]
                || (condition == Condition::Restarting) != restarting[id.index()]
                || self.state.items.missing(*id) as usize
                    != self
                        .needs(*id)
                        .filter(|&need| !self.is_met(need, &truth))
                        .count()
        };
        if let Some(id) = self.components().find(differs) {
            return Some(self.describe(id, up[id.index()], restarting[id.index()]));
        }
        let wrong = (0..truth.len()).find(|&at| self.state.signals.truth()[at] != truth[at])?;
        let gate = wrong - self.state.items.len();
        Some(format!(
            "at {} µs gate {gate} should be {}",
            self.now.micros(),
            truth[wrong]
        ))
    }

    fn describe(&self, component: ComponentId, up: bool, restarting: bool) -> String {
        let name = &self.plan.blueprint.components[component.index()].name;
        let expected = match (up, restarting) {
            (true, _) => "up",
            (false, true) => "restarting",
            (false, false) => "down",
        };
        let condition = self.state.items.condition(component);
        let missing = self.state.items.missing(component);
        let at = self.now.micros();
        format!(
            "at {at} µs {name} should be {expected} but is {condition:?}, {missing} needs missing"
        )
    }
}
