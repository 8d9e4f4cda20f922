//! Components: their conditions, the clocks of their failure modes, restarts (`docs/semantics.md` 6, 7, 10).
//!
//! Knows when a component stops and starts, not who repairs it nor what rests on it.

use crate::model::blueprint::{Cause, Initially};
use crate::model::component::Standby;
use crate::model::ids::{CauseId, ComponentId, ModeId, ShockId};
use crate::simulate::clock::Pace;
use crate::simulate::event::Event;
use crate::simulate::observe::{Happening, Observer};
use crate::simulate::plan::{Plan, up};
use crate::simulate::queue::Queue;
use crate::simulate::works::WorkId;
use crate::simulate::world::Run;
use crate::units::{Instant, Span};

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

/// No place in a list.
const NONE: u32 = u32::MAX;

/// A component; what only few components need stands in tables of its own.
#[derive(Clone, Copy, Debug)]
struct Item {
    /// Since when the recorded condition lasts.
    since: Instant,
    /// Needs that are missing.
    missing: u32,
    /// Place in the outcome's list of components.
    entry: u32,
    /// Place of its work in the list of works.
    work: u32,
    condition: Condition,
    /// The condition when the last instant was over.
    recorded: Condition,
    holds: u8,
    touched: bool,
}

/// The restarts of a component.
#[derive(Clone, Copy, Debug)]
struct Restart {
    /// What must be gone through before the component is up.
    owed: Span,
    /// How often the component was suspended: the natural index of the restart's luck.
    suspensions: u32,
}

/// The conditions of all components.
#[derive(Default)]
pub(super) struct Items {
    items: Vec<Item>,
    /// Of those that may have to restart.
    restarts: Vec<Restart>,
    /// How often something else than its modes struck, of those that may be struck.
    strikes: Vec<u32>,
    candidates: Queue<ComponentId>,
    /// Components whose clocks must be looked at when the structure is at rest.
    touched: Queue<ComponentId>,
}

impl Items {
    /// Everything is up.
    pub(super) fn reset(&mut self, plan: &Plan) {
        let new = Item {
            since: Instant::START,
            missing: 0,
            entry: NONE,
            work: NONE,
            condition: Condition::Up,
            recorded: Condition::Up,
            holds: 0,
            touched: false,
        };
        let never = Restart {
            owed: Span::ZERO,
            suspensions: 0,
        };
        self.items.clear();
        self.items.resize(plan.briefs.len(), new);
        self.restarts.clear();
        self.restarts.resize(plan.few.restarting.len(), never);
        self.strikes.clear();
        self.strikes.resize(plan.few.struck.len(), 0);
        self.candidates.clear();
        self.touched.clear();
    }

    /// What the component is doing.
    pub(super) fn condition(&self, component: ComponentId) -> Condition {
        self.items[component.index()].condition
    }

    /// What the component was doing when the last instant was over, and since when.
    pub(super) fn recorded(&self, component: ComponentId) -> (Condition, Instant) {
        let item = &self.items[component.index()];
        (item.recorded, item.since)
    }

    /// The component does `condition` since `since`, for the record.
    pub(super) fn record(&mut self, component: ComponentId, condition: Condition, since: Instant) {
        let item = &mut self.items[component.index()];
        (item.recorded, item.since) = (condition, since);
    }

    /// Place of the component in a list of those that were ever down, which has `next` entries; whether it is a new one.
    pub(super) fn entry(&mut self, component: ComponentId, next: usize) -> (usize, bool) {
        let entry = &mut self.items[component.index()].entry;
        let fresh = *entry == NONE;
        if fresh {
            *entry = u32::try_from(next).expect("components are bounded");
        }
        (*entry as usize, fresh)
    }

    /// The work of the component, if there is any.
    pub(super) fn work(&self, component: ComponentId) -> Option<WorkId> {
        let work = self.items[component.index()].work;
        (work != NONE).then_some(WorkId(work))
    }

    /// The component has this work, or none.
    pub(super) fn set_work(&mut self, component: ComponentId, work: Option<WorkId>) {
        self.items[component.index()].work = work.map_or(NONE, |work| work.0);
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
    pub(super) fn restart_owed(&self, plan: &Plan, component: ComponentId) -> Span {
        let place = plan.few.restarting.place(component.0);
        place.map_or(Span::ZERO, |place| self.restarts[place].owed)
    }

    /// A restart is owed; a longer one stays.
    fn owe_restart(&mut self, plan: &Plan, component: ComponentId, restart: Span) {
        if let Some(place) = plan.few.restarting.place(component.0) {
            let owed = &mut self.restarts[place].owed;
            *owed = restart.max(*owed);
        }
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
            self.candidates.push(component);
        }
    }

    /// The next component that may have a reason to start.
    pub(super) fn next_candidate(&mut self) -> Option<ComponentId> {
        self.candidates.pop()
    }

    /// Holds the component down for `reason` (see [`hold`]).
    pub(super) fn hold(&mut self, component: ComponentId, reason: u8) {
        self.items[component.index()].holds |= reason;
    }

    /// Takes `reason` away; the component may start at the next settling.
    pub(super) fn release(&mut self, component: ComponentId, reason: u8) {
        self.items[component.index()].holds &= !reason;
        self.candidates.push(component);
    }

    /// The component does something else from now on.
    fn set(&mut self, component: ComponentId, condition: Condition) {
        self.items[component.index()].condition = condition;
        self.touch(component);
    }

    /// The clocks of the component must be looked at when the structure is at rest.
    pub(super) fn touch(&mut self, component: ComponentId) {
        if !std::mem::replace(&mut self.items[component.index()].touched, true) {
            self.touched.push(component);
        }
    }

    fn next_touched(&mut self) -> Option<ComponentId> {
        let component = self.touched.pop()?;
        self.items[component.index()].touched = false;
        Some(component)
    }
}

impl<O: Observer> Run<'_, '_, O> {
    /// Draws the first time to failure of every mode.
    pub(super) fn begin_modes(&mut self) {
        let plan = self.plan;
        self.state.clocks.reset(plan);
        for mode in (0..plan.modes.len()).map(ModeId::new) {
            let (brief, kind) = plan.modes.get(mode);
            let [a, b, repair, _] = self.luck.cycle(brief.stream, 0);
            let left = kind
                .fails
                .map_or(Span::MAX, |law| match plan.blueprint.initially {
                    Initially::New => self.luck.lasting(law, [a, b]),
                    Initially::Running => Span::drawn(law.residual_quantile([a, b])),
                });
            self.state.clocks.push(left, repair);
        }
    }

    /// Sets the clocks of all components for the first time.
    pub(super) fn begin_clocks(&mut self) {
        for index in 0..self.plan.briefs.len() {
            self.refresh(ComponentId::new(index));
        }
        self.refresh_touched();
    }

    /// The mode's clock ran out.
    pub(super) fn on_fail(&mut self, mode: ModeId) {
        let component = self.plan.modes.component(mode);
        self.fail(component, Blow::Mode(mode));
        self.open_own_work(component, Blow::Mode(mode));
    }

    /// The component fails. Its clocks stop at once: the repair may wait in the slot of one of them.
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
        self.state.items.set(component, Condition::Failed);
        for mode in self.plan.brief(component).mode_ids() {
            self.set_pace(mode, Pace::Standing);
        }
        match before {
            Condition::Up => self.fall(up(component), blueprint.cause_id(cause)),
            Condition::Restarting => self.cancel(Event::RestartDone(component)),
            Condition::Suspended | Condition::Failed => {}
        }
        if !matches!(blow, Blow::Mode(_))
            && let Some(place) = self.plan.few.struck.place(component.0)
        {
            self.state.items.strikes[place] += 1;
        }
    }

    /// How often shared causes and hazards have struck the component.
    pub(super) fn strikes(&self, component: ComponentId) -> u32 {
        let place = self.plan.few.struck.place(component.0);
        place.map_or(0, |place| self.state.items.strikes[place])
    }

    /// The component is no longer failed: it starts at once, or is suspended until it has what it needs.
    pub(super) fn recover(&mut self, component: ComponentId, restart: Span) {
        self.tell(Happening::Repaired(component));
        let items = &mut self.state.items;
        items.set(component, Condition::Suspended);
        items.owe_restart(self.plan, component, restart);
        if items.may_start(component) {
            items.candidates.push(component);
        } else {
            self.draw_restart(component);
            let root = self.state.signals.root(up(component));
            self.tell(Happening::Suspended(component, root));
        }
    }

    /// The component stops because something that it needs is missing.
    pub(super) fn suspend(&mut self, component: ComponentId, root: CauseId) {
        self.state.items.set(component, Condition::Suspended);
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
    #[inline(never)]
    fn draw_restart(&mut self, component: ComponentId) {
        let Some(place) = self.plan.few.restarting.place(component.0) else {
            return;
        };
        let what = &self.plan.blueprint.components[component.index()];
        let restart = &mut self.state.items.restarts[place];
        if let Some(law) = &what.restart {
            let stream = what.restart_stream;
            let drawn = self.luck.draw(law, stream, restart.suspensions, 0);
            restart.owed = restart.owed.max(drawn);
        }
        restart.suspensions += 1;
    }

    /// The component enters operation.
    pub(super) fn set_up(&mut self, component: ComponentId) {
        self.state.items.set(component, Condition::Up);
        if let Some(place) = self.plan.few.restarting.place(component.0) {
            self.state.items.restarts[place].owed = Span::ZERO;
        }
    }

    /// The component is on its way up.
    #[inline(never)]
    pub(super) fn begin_restart(&mut self, component: ComponentId, takes: Span) {
        self.state.items.set(component, Condition::Restarting);
        let done = self.now + takes;
        self.schedule(Event::RestartDone(component), done);
        self.tell(Happening::RestartBegan(component, done));
    }

    /// The restart is broken off; it begins again, as long as before, when the needs are there.
    pub(super) fn break_restart(&mut self, component: ComponentId) {
        self.cancel(Event::RestartDone(component));
        self.state.items.set(component, Condition::Suspended);
        self.tell(Happening::RestartBroken(component));
    }

    /// Renews the clock of a mode.
    pub(super) fn renew(&mut self, mode: ModeId) {
        let (brief, kind) = self.plan.modes.get(mode);
        let failures = self.state.clocks.count(mode);
        let [a, b, repair, _] = self.luck.cycle(brief.stream, failures);
        let left = kind
            .fails
            .map_or(Span::MAX, |law| self.luck.lasting(law, [a, b]));
        self.state.clocks.wind(mode, left, repair);
    }

    /// Sets the clocks of whatever the settling touched.
    pub(super) fn refresh_touched(&mut self) {
        while let Some(component) = self.state.items.next_touched() {
            self.refresh(component);
        }
        while let Some(need) = self.state.autonomies.next_touched(self.plan) {
            self.refresh_need(need);
        }
    }

    fn refresh(&mut self, component: ComponentId) {
        let brief = self.plan.brief(component);
        let condition = self.state.items.condition(component);
        let up = condition == Condition::Up;
        let running = up && (!brief.named || self.is_active(component));
        let pace = if up && !running {
            self.pace_of_standby(component)
        } else if up {
            Pace::Full
        } else {
            Pace::Standing
        };
        for mode in brief.mode_ids() {
            let always = condition != Condition::Failed && self.plan.modes.get(mode).1.ages_always;
            self.set_pace(mode, if always { Pace::Full } else { pace });
        }
        if brief.stocked {
            self.run_stock(component, running);
        }
        if brief.delayed {
            for need in brief.need_ids() {
                self.state.autonomies.touch(self.plan, need);
            }
        }
        if condition != self.state.items.recorded(component).0 {
            self.state.tally.note(component);
        }
    }

    /// How fast a component ages that is up while another entry of its switchover is active.
    #[inline(never)]
    fn pace_of_standby(&self, component: ComponentId) -> Pace {
        match self.plan.blueprint.components[component.index()].standby {
            Standby::Hot => Pace::Full,
            Standby::Warm(_) => Pace::Warm,
            Standby::Cold => Pace::Standing,
        }
    }

    fn set_pace(&mut self, mode: ModeId, pace: Pace) {
        let before = self.state.clocks.pace(mode);
        if before == pace || self.plan.modes.get(mode).1.fails.is_none() {
            return;
        }
        match self.state.clocks.set(self.plan, mode, pace, self.now) {
            Some(strikes) => self.schedule(Event::Fail(mode), strikes),
            None => self.cancel(Event::Fail(mode)),
        }
    }
}
