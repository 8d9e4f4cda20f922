//! Components: their conditions, the clocks of their failure modes, restarts (`docs/semantics.md` 6, 7, 10).
//!
//! Knows when a component stops and starts, not who repairs it nor what rests on it.

use crate::model::blueprint::{Cause, Initially};
use crate::model::component::Standby;
use crate::model::ids::{CauseId, ComponentId, ModeId, ShockId};
use crate::simulate::event::Event;
use crate::simulate::observe::{Happening, Observer};
use crate::simulate::plan::up;
use crate::simulate::world::Run;
use crate::units::{Instant, Span};
use std::collections::VecDeque;

/// What a component is doing; the times in these conditions add to the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Condition {
    /// In operation, or ready as a standby.
    Up,
    /// On its way up; its needs are there.
    Restarting,
    /// Down for lack of what it needs.
    Suspended,
    /// Down by a fault: detection, waiting, travel, repair.
    Failed,
}

/// Why a component stays down besides failure and missing needs.
pub(super) mod hold {
    /// Its place is taken by a hazard.
    pub(in crate::simulate) const TAKEN: u8 = 1;
    /// Its stock is empty.
    pub(in crate::simulate) const EMPTY: u8 = 2;
    /// Its limited period is over (levels).
    pub(in crate::simulate) const EXHAUSTED: u8 = 4;
    /// A better level holds, so it is not set up (levels).
    pub(in crate::simulate) const STOOD_DOWN: u8 = 8;
}

/// What strikes a component.
#[derive(Clone, Copy, Debug)]
pub(super) enum Blow {
    /// Its own failure mode.
    Mode(ModeId),
    /// A shared cause; the number is the place among its members.
    Shock(ShockId, u32),
    /// A hazard, with its cause.
    Hazard(crate::model::ids::HazardId),
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Item {
    condition: Condition,
    holds: u8,
    missing: u32,
    restart_owed: Span,
    suspensions: u32,
    strikes: u32,
}

/// The conditions of all components.
#[derive(Default)]
pub(super) struct Items {
    items: Vec<Item>,
    candidates: VecDeque<ComponentId>,
    /// Components whose clocks must be looked at when the structure is at rest.
    touched: VecDeque<ComponentId>,
    is_touched: Vec<bool>,
}

impl Items {
    /// Everything is up.
    pub(super) fn reset(&mut self, components: usize) {
        let new = Item {
            condition: Condition::Up,
            holds: 0,
            missing: 0,
            restart_owed: Span::ZERO,
            suspensions: 0,
            strikes: 0,
        };
        self.items.clear();
        self.items.resize(components, new);
        self.candidates.clear();
        self.touched.clear();
        self.is_touched.clear();
        self.is_touched.resize(components, false);
    }

    /// What the component is doing.
    pub(super) fn condition(&self, component: ComponentId) -> Condition {
        self.items[component.index()].condition
    }

    /// How many components there are.
    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether the component is in operation.
    pub(super) fn is_up(&self, component: ComponentId) -> bool {
        self.condition(component) == Condition::Up
    }

    /// How many needs are missing.
    pub(super) fn missing(&self, component: ComponentId) -> u32 {
        self.items[component.index()].missing
    }

    /// Whether anything of `reasons` holds the component down.
    pub(super) fn is_held(&self, component: ComponentId, reasons: u8) -> bool {
        self.items[component.index()].holds & reasons != 0
    }

    /// The restart that must be gone through before the component is up.
    pub(super) fn restart_owed(&self, component: ComponentId) -> Span {
        self.items[component.index()].restart_owed
    }

    /// Down, not failed, and nothing holds it there.
    pub(super) fn may_start(&self, component: ComponentId) -> bool {
        let item = &self.items[component.index()];
        item.condition == Condition::Suspended && item.missing == 0 && item.holds == 0
    }

    /// One need more is missing.
    pub(super) fn lose_need(&mut self, component: ComponentId) {
        self.items[component.index()].missing += 1;
    }

    /// One need less is missing.
    pub(super) fn gain_need(&mut self, component: ComponentId) {
        let item = &mut self.items[component.index()];
        item.missing -= 1;
        if item.missing == 0 && item.condition == Condition::Suspended {
            self.candidates.push_back(component);
        }
    }

    /// The next component that may have a reason to start.
    pub(super) fn next_candidate(&mut self) -> Option<ComponentId> {
        self.candidates.pop_front()
    }

    /// Holds the component down for `reason` (see [`hold`]).
    pub(super) fn hold(&mut self, component: ComponentId, reason: u8) {
        self.items[component.index()].holds |= reason;
    }

    /// Takes `reason` away; the component may start at the next settling.
    pub(super) fn release(&mut self, component: ComponentId, reason: u8) {
        self.items[component.index()].holds &= !reason;
        self.candidates.push_back(component);
    }

    /// Enters operation.
    pub(super) fn set_up(&mut self, component: ComponentId) {
        let item = &mut self.items[component.index()];
        item.condition = Condition::Up;
        item.restart_owed = Span::ZERO;
        self.touch(component);
    }

    fn set_down(&mut self, component: ComponentId, condition: Condition) {
        self.items[component.index()].condition = condition;
        self.touch(component);
    }

    /// The clocks of the component must be looked at when the structure is at rest.
    pub(super) fn touch(&mut self, component: ComponentId) {
        if !self.is_touched[component.index()] {
            self.is_touched[component.index()] = true;
            self.touched.push_back(component);
        }
    }

    fn next_touched(&mut self) -> Option<ComponentId> {
        let component = self.touched.pop_front()?;
        self.is_touched[component.index()] = false;
        Some(component)
    }
}

/// The clock of a failure mode: operating age left until it strikes.
#[derive(Clone, Copy, Debug)]
struct ModeClock {
    /// Failures of this mode so far: the natural index of its luck.
    failures: u32,
    /// Age left at `since` [µs of operating age].
    left: Span,
    since: Instant,
    /// Age per time [1]; 0: stands still.
    speed: f64,
}

/// The clocks of all failure modes.
#[derive(Default)]
pub(super) struct Modes {
    clocks: Vec<ModeClock>,
}

impl Modes {
    /// How often the mode has struck.
    pub(super) fn failures(&self, mode: ModeId) -> u32 {
        self.clocks[mode.index()].failures
    }
}

impl ModeClock {
    /// Lets the age grow up to `now`.
    fn advance(&mut self, now: Instant) {
        let passed = now - self.since;
        let aged = if self.speed == 1.0 {
            passed
        } else {
            Span::from_micros((passed.micros() as f64 * self.speed).round() as i64)
        };
        self.left = Span::from_micros((self.left - aged).micros().max(0));
        self.since = now;
    }

    /// When the mode strikes if nothing changes.
    fn strikes(&self) -> Instant {
        if self.speed == 1.0 {
            self.since + self.left
        } else {
            let wait = (self.left.micros() as f64 / self.speed).ceil();
            self.since + Span::from_micros(wait as i64)
        }
    }
}

impl<O: Observer> Run<'_, '_, O> {
    /// Draws the first time to failure of every mode.
    pub(super) fn begin_modes(&mut self) {
        let blueprint = self.plan.blueprint;
        self.state.modes.clocks.clear();
        for mode in &blueprint.modes {
            let left = mode
                .fails
                .as_ref()
                .map_or(Span::MAX, |law| match blueprint.initially {
                    Initially::New => self.luck.draw(law, mode.stream, 0, 0),
                    Initially::Running => self.luck.draw_residual(law, mode.stream, 0, 0),
                });
            let clock = ModeClock {
                failures: 0,
                left,
                since: self.now,
                speed: 0.0,
            };
            self.state.modes.clocks.push(clock);
        }
        for index in 0..blueprint.components.len() {
            self.state.items.touch(ComponentId::new(index));
        }
    }

    /// The mode's clock ran out.
    pub(super) fn on_fail(&mut self, mode: ModeId) {
        let component = self.plan.blueprint.modes[mode.index()].component;
        self.fail(component, Blow::Mode(mode));
        self.open_own_work(component, Blow::Mode(mode));
    }

    /// The component fails.
    pub(super) fn fail(&mut self, component: ComponentId, blow: Blow) {
        let blueprint = self.plan.blueprint;
        let (cause, happening) = match blow {
            Blow::Mode(mode) => (Cause::Own(component), Happening::Failed(mode)),
            Blow::Shock(shock, _) => (Cause::Shock(shock), Happening::Struck(component, shock)),
            Blow::Hazard(hazard) => (Cause::Hazard(hazard), Happening::Damaged(component, hazard)),
        };
        self.tell(happening);
        self.tally_failure(component);
        let before = self.state.items.condition(component);
        self.state.items.set_down(component, Condition::Failed);
        match before {
            Condition::Up => self.fall(up(component), blueprint.cause_id(cause)),
            Condition::Restarting => self.cancel(Event::RestartDone(component)),
            Condition::Suspended | Condition::Failed => {}
        }
        if !matches!(blow, Blow::Mode(_)) {
            self.state.items.items[component.index()].strikes += 1;
        }
    }

    /// How often shared causes and hazards have struck the component.
    pub(super) fn strikes(&self, component: ComponentId) -> u32 {
        self.state.items.items[component.index()].strikes
    }

    /// The component is no longer failed: it starts at once, or is suspended until it has what it needs.
    pub(super) fn recover(&mut self, component: ComponentId, restart: Span) {
        self.tell(Happening::Repaired(component));
        self.state.items.set_down(component, Condition::Suspended);
        let item = &mut self.state.items.items[component.index()];
        item.restart_owed = item.restart_owed.max(restart);
        if item.missing > 0 || item.holds != 0 {
            self.draw_restart(component);
            let root = self.state.signals.root(up(component));
            self.tell(Happening::Suspended(component, root));
        } else {
            self.state.items.candidates.push_back(component);
        }
    }

    /// The component stops because something that it needs is missing.
    pub(super) fn suspend(&mut self, component: ComponentId, root: CauseId) {
        self.state.items.set_down(component, Condition::Suspended);
        self.draw_restart(component);
        self.fall(up(component), root);
        self.tell(Happening::Suspended(component, root));
    }

    /// Holds the component down for `reason`, whatever it is doing.
    pub(super) fn hold_down(&mut self, component: ComponentId, reason: u8, root: CauseId) {
        self.state.items.hold(component, reason);
        match self.state.items.condition(component) {
            Condition::Up => self.suspend(component, root),
            Condition::Restarting => self.break_restart(component),
            Condition::Suspended | Condition::Failed => {}
        }
    }

    /// A restart is drawn once, when the component stops; a longer one that is owed already stays.
    fn draw_restart(&mut self, component: ComponentId) {
        let what = &self.plan.blueprint.components[component.index()];
        let item = &mut self.state.items.items[component.index()];
        if let Some(law) = &what.restart {
            let drawn = self
                .luck
                .draw(law, what.restart_stream, item.suspensions, 0);
            item.restart_owed = item.restart_owed.max(drawn);
        }
        item.suspensions += 1;
    }

    /// The component is on its way up.
    pub(super) fn begin_restart(&mut self, component: ComponentId, takes: Span) {
        self.state.items.set_down(component, Condition::Restarting);
        let done = self.now + takes;
        self.schedule(Event::RestartDone(component), done);
        self.tell(Happening::RestartBegan(component, done));
    }

    /// The restart is broken off; it begins again, as long as before, when the needs are there.
    pub(super) fn break_restart(&mut self, component: ComponentId) {
        self.cancel(Event::RestartDone(component));
        self.state.items.set_down(component, Condition::Suspended);
        self.tell(Happening::RestartBroken(component));
    }

    /// Renews the clock of a mode.
    pub(super) fn renew(&mut self, id: ModeId) {
        let mode = &self.plan.blueprint.modes[id.index()];
        let clock = &mut self.state.modes.clocks[id.index()];
        clock.failures += 1;
        if let Some(law) = &mode.fails {
            clock.left = self.luck.draw(law, mode.stream, clock.failures, 0);
        }
        clock.since = self.now;
    }

    /// Sets the clocks of whatever the settling touched.
    pub(super) fn refresh_touched(&mut self) {
        while let Some(component) = self.state.items.next_touched() {
            self.refresh(component);
        }
        while let Some(need) = self.state.autonomies.next_touched() {
            self.refresh_need(need);
        }
    }

    fn refresh(&mut self, component: ComponentId) {
        let what = &self.plan.blueprint.components[component.index()];
        let condition = self.state.items.condition(component);
        let running = condition == Condition::Up && self.is_active(component);
        let speed = speed_of_age(what.standby, condition, running);
        for mode in what.mode_ids() {
            let ages_always = self.plan.blueprint.modes[mode.index()].ages_always;
            let always = ages_always && condition != Condition::Failed;
            self.set_speed(mode, if always { 1.0 } else { speed });
        }
        if what.stock.is_some() {
            self.run_stock(component, running);
        }
        for need in what.need_ids() {
            self.state.autonomies.touch(need);
        }
        self.state.tally.note(component);
    }

    fn set_speed(&mut self, mode: ModeId, speed: f64) {
        let fails = self.plan.blueprint.modes[mode.index()].fails.is_some();
        let clock = &mut self.state.modes.clocks[mode.index()];
        if !fails || clock.speed == speed {
            return;
        }
        clock.advance(self.now);
        clock.speed = speed;
        let strikes = clock.strikes();
        if speed > 0.0 {
            self.schedule(Event::Fail(mode), strikes);
        } else {
            self.cancel(Event::Fail(mode));
        }
    }
}

/// Age per time [1] of a component that does not age always.
fn speed_of_age(standby: Standby, condition: Condition, running: bool) -> f64 {
    match (condition, running, standby) {
        (Condition::Up, true, _) | (Condition::Up, false, Standby::Hot) => 1.0,
        (Condition::Up, false, Standby::Warm(share)) => share,
        _ => 0.0,
    }
}
