//! Levels of services: which one is in force, and the clock of a limited one (`docs/semantics.md` 12).
//!
//! The clocks follow the level in force within an instant; what is recorded is the level when the instant is over. Knows
//! nothing of who uses a service.

use crate::model::ids::{CauseId, ServiceId};
use crate::model::service::{Level, Limit};
use crate::simulate::component::hold;
use crate::simulate::event::{Event, LimitId};
use crate::simulate::observe::{Happening, Observer};
use crate::simulate::plan::{Plan, up};
use crate::simulate::world::Run;
use crate::units::{Instant, Span};

#[derive(Clone, Copy, Debug)]
struct ServiceState {
    /// The level when the last instant was over; the number of levels: down.
    recorded: usize,
    /// The level that the clocks follow.
    in_force: usize,
    shaken: bool,
}

#[derive(Clone, Copy, Debug)]
struct LimitState {
    /// Time in force since the period was last full.
    used: Span,
    /// Since when it is in force.
    since: Option<Instant>,
    /// Whether the period is over.
    reached: bool,
    /// What made the level come into force.
    root: CauseId,
}

/// Levels of all services and clocks of the limited ones.
#[derive(Default)]
pub(super) struct Services {
    services: Vec<ServiceState>,
    limits: Vec<LimitState>,
    shaken: Vec<ServiceId>,
    /// Whether a service was shaken since the clocks were looked at.
    changed: bool,
}

impl Services {
    /// Every service is to be looked at, and no clock runs.
    pub(super) fn reset(&mut self, plan: &Plan) {
        self.services.clear();
        self.shaken.clear();
        for (id, service) in plan.blueprint.services.iter().enumerate() {
            let none = service.levels.len() + 1;
            self.services.push(ServiceState {
                recorded: 0,
                in_force: none,
                shaken: true,
            });
            self.shaken.push(ServiceId::new(id));
        }
        let full = LimitState {
            used: Span::ZERO,
            since: None,
            reached: false,
            root: CauseId(0),
        };
        self.limits.clear();
        self.limits.resize(plan.limits.len(), full);
        self.changed = true;
    }

    /// Something that a level of the service rests on flipped.
    pub(super) fn shake(&mut self, service: ServiceId) {
        self.changed = true;
        let state = &mut self.services[service.index()];
        if !state.shaken {
            state.shaken = true;
            self.shaken.push(service);
        }
    }

    /// The level when the last instant was over; the number of levels: down.
    pub(super) fn recorded(&self, service: ServiceId) -> usize {
        self.services[service.index()].recorded
    }
}

impl<O: Observer> Run<'_, '_, O> {
    /// The best level that is available; the number of levels: down.
    pub(super) fn level(&self, service: ServiceId) -> usize {
        let levels = &self.plan.blueprint.services[service.index()].levels;
        let available = levels
            .iter()
            .position(|level| self.state.items.is_up(level.component));
        available.unwrap_or(levels.len())
    }

    /// The root cause of none of these levels being available: that of the one that fell last.
    pub(super) fn root_below(&self, levels: &[Level]) -> Option<CauseId> {
        let signals = levels.iter().map(|level| up(level.component));
        self.state
            .signals
            .last_straw(signals)
            .map(|signal| self.state.signals.root(signal))
    }

    /// Lets the clocks follow the levels in force; a policy of the round. Whether there was anything to look at.
    pub(super) fn review_levels(&mut self) -> bool {
        let changed = self.state.services.changed;
        while std::mem::take(&mut self.state.services.changed) {
            for at in 0..self.state.services.shaken.len() {
                let service = self.state.services.shaken[at];
                let level = self.level(service);
                let state = &mut self.state.services.services[service.index()];
                if state.in_force != level {
                    state.in_force = level;
                    self.follow(service, level);
                }
            }
        }
        changed
    }

    /// The level in force of a service changed.
    fn follow(&mut self, service: ServiceId, level: usize) {
        for &limit in self.plan.limits_of.get(service.index()) {
            let limited = self.plan.limits[limit.0 as usize].1;
            self.stop_clock(limit);
            if limited == level {
                self.start_clock(limit);
            }
            self.follow_regain(limit, level < limited);
        }
        self.set_up_levels(service, level);
    }

    fn limit(&self, limit: LimitId) -> (Limit, &[Level], usize) {
        let (service, index) = self.plan.limits[limit.0 as usize];
        let levels = &self.plan.blueprint.services[service.index()].levels;
        let endless = Limit {
            at_most: Span::MAX,
            regain: Span::ZERO,
            continues: true,
        };
        (levels[index].limit.unwrap_or(endless), levels, index)
    }

    fn start_clock(&mut self, id: LimitId) {
        let (limit, levels, index) = self.limit(id);
        // Nothing lies above the best level: its period is used up by the level itself.
        let own = CauseId(levels[index].component.0);
        let root = self.root_below(&levels[..index]).unwrap_or(own);
        let state = &mut self.state.services.limits[id.0 as usize];
        if state.reached {
            return;
        }
        state.since = Some(self.now);
        state.root = root;
        let over = self.now + (limit.at_most - state.used);
        self.schedule(Event::LevelLimit(id), over);
    }

    fn stop_clock(&mut self, id: LimitId) {
        let state = &mut self.state.services.limits[id.0 as usize];
        if let Some(since) = state.since.take() {
            state.used += self.now - since;
            self.cancel(Event::LevelLimit(id));
        }
    }

    /// Time in a higher level without interruption brings the full period back.
    fn follow_regain(&mut self, id: LimitId, higher: bool) {
        let (limit, ..) = self.limit(id);
        let state = &self.state.services.limits[id.0 as usize];
        let spent = state.reached || state.used > Span::ZERO;
        let at = self.state.agenda_when(self.plan, Event::LevelRegain(id));
        let waits = at < Instant::NEVER;
        if higher && spent && !waits {
            self.schedule(Event::LevelRegain(id), self.now + limit.regain);
        } else if !higher && waits {
            self.cancel(Event::LevelRegain(id));
        }
    }

    /// A level that takes time to set up is set up only while no better one is in force.
    fn set_up_levels(&mut self, service: ServiceId, level: usize) {
        let levels = &self.plan.blueprint.services[service.index()].levels;
        let mut moved = false;
        for (index, what) in levels.iter().enumerate().skip(1) {
            let component = what.component;
            if self.plan.blueprint.components[component.index()]
                .restart
                .is_none()
            {
                continue;
            }
            let stood_down = self.state.items.is_held(component, hold::STOOD_DOWN);
            if level < index && !stood_down {
                self.hold_down(component, hold::STOOD_DOWN, CauseId(component.0));
                moved = true;
            } else if level >= index && stood_down {
                self.state.items.release(component, hold::STOOD_DOWN);
                moved = true;
            }
        }
        if moved {
            self.settle();
        }
    }

    /// The limited period is over.
    pub(super) fn on_level_limit(&mut self, id: LimitId) {
        let (limit, levels, index) = self.limit(id);
        let component = levels[index].component;
        let service = self.plan.limits[id.0 as usize].0;
        let state = &mut self.state.services.limits[id.0 as usize];
        state.used = limit.at_most;
        state.since = None;
        state.reached = true;
        let root = state.root;
        self.tell(Happening::LimitReached(service, index));
        if !limit.continues {
            self.hold_down(component, hold::EXHAUSTED, root);
        }
    }

    /// The full period is there again.
    pub(super) fn on_level_regain(&mut self, id: LimitId) {
        let (_, levels, index) = self.limit(id);
        let component = levels[index].component;
        let service = self.plan.limits[id.0 as usize].0;
        let state = &mut self.state.services.limits[id.0 as usize];
        state.used = Span::ZERO;
        state.reached = false;
        self.tell(Happening::LimitRegained(service, index));
        if self.state.items.is_held(component, hold::EXHAUSTED) {
            self.state.items.release(component, hold::EXHAUSTED);
        }
    }

    /// The instant is over: records the levels that changed, service by service as declared, and tells those who rest on them.
    pub(super) fn record_levels(&mut self) {
        self.state.services.shaken.sort_unstable_by(|a, b| b.cmp(a));
        while let Some(service) = self.state.services.shaken.pop() {
            self.state.services.services[service.index()].shaken = false;
            self.record_level(service);
            for &watch in self.plan.watches_of.get(service.index()) {
                self.state.watches.shake(watch);
            }
        }
    }

    fn record_level(&mut self, service: ServiceId) {
        let before = self.state.services.recorded(service);
        let after = self.level(service);
        if before == after {
            return;
        }
        self.state.services.services[service.index()].recorded = after;
        let levels = &self.plan.blueprint.services[service.index()].levels;
        let cause = if after > before {
            self.root_below(&levels[..after])
        } else {
            None
        };
        self.tell(Happening::Level(service, after, cause));
        for &user in self.plan.users_of.get(service.index()) {
            self.state.losses.shake(user);
        }
        self.state.hotlines.note_level(service, before, after);
    }
}
