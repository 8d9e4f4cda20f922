//! Repair work: from the failure through detection and waiting to the end of the repair (`docs/semantics.md` 7, 8).
//!
//! Every piece of work goes through a queue, that of its crew or, where somebody is always there, one without a limit.
//! Knows what is to be done and whether it can be done now, not which people are free (that is `crew`).

use crate::dist::Law;
use crate::model::ids::{ComponentId, CrewId, ModeId, ShockId};
use crate::model::shared::SharedRepair;
use crate::simulate::component::{Blow, hold};
use crate::simulate::event::{Event, WorkId};
use crate::simulate::observe::{Happening, Observer};
use crate::simulate::plan::Plan;
use crate::simulate::world::Run;
use crate::units::{Instant, Span};

/// The index of the luck of a component's strikes by others lies beyond that of its own failures.
const STRIKES: u32 = 1 << 31;
/// Lane of the first arrival of people at a piece of work; it lies beyond those of the members of a shared cause.
const ARRIVALS: usize = 1 << 20;

/// How far a piece of work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// There is nothing to do.
    None,
    /// Not known yet, or never repaired.
    Unknown,
    /// Asked for, waiting for people, access or needs.
    Waiting,
    /// People are on their way or at work.
    Working,
}

/// A piece of work.
#[derive(Clone, Copy, Debug)]
pub(super) struct Work {
    pub stage: Stage,
    /// The mode whose repair it is (of a component's own work).
    pub mode: ModeId,
    /// Whether that mode struck by itself.
    pub own: bool,
    /// Index of its luck.
    pub index: u32,
    /// Active repair left.
    pub left: Span,
    /// Since when it has been asked for.
    pub requested: Instant,
    /// Settles ties of requests: declaration order; the members of one shock together, in their order.
    pub order: (u32, u32),
    /// When people were sent.
    pub dispatched: Instant,
    /// When the people sent are at work.
    pub begins: Instant,
    /// Whether people were sent before.
    pub begun: bool,
    /// How often people had to come.
    pub arrivals: u32,
}

/// All pieces of work: one for each component, then one for each shared cause.
#[derive(Default)]
pub(super) struct Works {
    works: Vec<Work>,
    /// Known and not finished.
    open: Vec<WorkId>,
    /// Whether access or needs of an open work changed.
    changed: bool,
    /// Per shared cause: the members that return together.
    together: Vec<Vec<ComponentId>>,
}

impl Works {
    /// Nothing to do.
    pub(super) fn reset(&mut self, plan: &Plan) {
        let nothing = Work {
            stage: Stage::None,
            mode: ModeId(0),
            own: false,
            index: 0,
            left: Span::ZERO,
            requested: Instant::START,
            order: (0, 0),
            dispatched: Instant::START,
            begins: Instant::START,
            begun: false,
            arrivals: 0,
        };
        let shocks = plan.blueprint.shocks.len();
        self.works.clear();
        self.works
            .resize(plan.blueprint.components.len() + shocks, nothing);
        self.open.clear();
        self.changed = false;
        self.together.resize(shocks, Vec::new());
        self.together.iter_mut().for_each(Vec::clear);
    }

    /// A piece of work.
    pub(super) fn get(&self, id: WorkId) -> &Work {
        &self.works[id.0 as usize]
    }

    /// A piece of work, to change.
    pub(super) fn get_mut(&mut self, id: WorkId) -> &mut Work {
        &mut self.works[id.0 as usize]
    }

    /// How many pieces of work there may be.
    pub(super) fn count(&self) -> usize {
        self.works.len()
    }

    /// Access to a place changed: what is open must be looked at.
    pub(super) fn access_changed(&mut self) {
        self.changed = true;
    }
}

/// Who does a piece of work, in which order of service.
pub(super) struct Terms {
    /// The crew; `None`: somebody is always there.
    pub crew: Option<CrewId>,
    /// Lower first.
    pub priority: i32,
}

impl<O: Observer> Run<'_, '_, O> {
    /// The work of a component.
    pub(super) fn own_work(component: ComponentId) -> WorkId {
        WorkId(component.0)
    }

    fn shared_work(&self, shock: ShockId) -> WorkId {
        WorkId(self.state.items.len() as u32 + shock.0)
    }

    /// The component that a work repairs, or the shared cause.
    pub(super) fn subject(&self, work: WorkId) -> Result<ComponentId, ShockId> {
        let components = self.state.items.len() as u32;
        if work.0 < components {
            Ok(ComponentId(work.0))
        } else {
            Err(ShockId(work.0 - components))
        }
    }

    /// The component failed by its own mode, or was struck and is repaired by its first mode.
    pub(super) fn open_own_work(&mut self, component: ComponentId, blow: Blow) {
        let what = &self.plan.blueprint.components[component.index()];
        let (mode, own) = match blow {
            Blow::Mode(mode) => (Some(mode), true),
            Blow::Shock(..) | Blow::Hazard(_) => (what.mode_ids().next(), false),
        };
        let Some(mode) = mode else { return };
        let failures = self.state.modes.failures(mode);
        let index = if own {
            failures
        } else {
            STRIKES + self.strikes(component)
        };
        let order = match blow {
            Blow::Shock(shock, place) => (self.first_member(shock), 1 + place),
            Blow::Mode(_) | Blow::Hazard(_) => (component.0, 0),
        };
        let terms = &self.plan.blueprint.modes[mode.index()];
        let Some(repair) = &terms.repair else {
            self.state.works.get_mut(Self::own_work(component)).stage = Stage::Unknown;
            return;
        };
        let left = self.luck.draw(repair, terms.stream, index, 2);
        let work = Self::own_work(component);
        let detection = terms
            .detection
            .as_ref()
            .map(|law| self.luck.draw(law, terms.stream, index, 4));
        self.open_work(
            work,
            Work {
                mode,
                own,
                index,
                left,
                order,
                ..*self.state.works.get(work)
            },
        );
        self.await_detection(work, detection);
    }

    /// The members of a shared cause are repaired together.
    pub(super) fn open_shared_work(&mut self, shock: ShockId, number: u32) {
        let what = &self.plan.blueprint.shocks[shock.index()];
        let SharedRepair::Once {
            detection, repair, ..
        } = &what.repaired
        else {
            return;
        };
        let work = self.shared_work(shock);
        if self.state.works.get(work).stage != Stage::None {
            return;
        }
        let left = self.luck.draw(repair, what.stream, number, 2);
        let detection = detection
            .as_ref()
            .map(|law| self.luck.draw(law, what.stream, number, 4));
        let order = (self.first_member(shock), 0);
        self.open_work(
            work,
            Work {
                index: number,
                left,
                order,
                ..*self.state.works.get(work)
            },
        );
        self.await_detection(work, detection);
    }

    /// A member struck returns with the others.
    pub(super) fn join_shared_work(&mut self, shock: ShockId, component: ComponentId) {
        self.state.works.together[shock.index()].push(component);
    }

    fn first_member(&self, shock: ShockId) -> u32 {
        let members = &self.plan.blueprint.shocks[shock.index()].members;
        members.first().map_or(0, |&(component, _)| component.0)
    }

    fn open_work(&mut self, id: WorkId, work: Work) {
        *self.state.works.get_mut(id) = Work {
            stage: Stage::Unknown,
            begun: false,
            arrivals: 0,
            ..work
        };
    }

    fn await_detection(&mut self, work: WorkId, detection: Option<Span>) {
        match detection {
            Some(after) => self.schedule(Event::Detected(work), self.now + after),
            None => self.on_detected(work),
        }
    }

    /// The failure is known: people are asked for.
    pub(super) fn on_detected(&mut self, id: WorkId) {
        let work = self.state.works.get_mut(id);
        work.stage = Stage::Waiting;
        work.requested = self.now;
        self.state.works.open.push(id);
        self.enqueue(id);
        if let Ok(component) = self.subject(id) {
            self.tell(Happening::Detected(component));
        }
    }

    /// Who does the work, in which order.
    pub(super) fn terms(&self, id: WorkId) -> Terms {
        match self.subject(id) {
            Ok(_) => {
                let mode = &self.plan.blueprint.modes[self.state.works.get(id).mode.index()];
                Terms {
                    crew: mode.crew,
                    priority: mode.priority,
                }
            }
            Err(shock) => match &self.plan.blueprint.shocks[shock.index()].repaired {
                SharedRepair::Once { crew, priority, .. } => Terms {
                    crew: *crew,
                    priority: *priority,
                },
                SharedRepair::Each => Terms {
                    crew: None,
                    priority: 0,
                },
            },
        }
    }

    /// How long people take to arrive at a piece of work; with the luck of its failure, so that work elsewhere moves nothing.
    pub(super) fn draw_arrival(&mut self, id: WorkId, law: &Law) -> Span {
        let stream = match self.subject(id) {
            Ok(_) => self.plan.blueprint.modes[self.state.works.get(id).mode.index()].stream,
            Err(shock) => self.plan.blueprint.shocks[shock.index()].stream,
        };
        let work = self.state.works.get_mut(id);
        let lane = ARRIVALS + 2 * work.arrivals as usize;
        work.arrivals += 1;
        self.luck.draw(law, stream, work.index, lane)
    }

    /// Whether the work can go on: the place is accessible, and needs are there where the repair wants them.
    pub(super) fn is_workable(&self, id: WorkId) -> bool {
        let Ok(component) = self.subject(id) else {
            return true;
        };
        let mode = &self.plan.blueprint.modes[self.state.works.get(id).mode.index()];
        let wants_needs = mode.repair_suspended && self.state.items.missing(component) > 0;
        !wants_needs && self.is_accessible(component)
    }

    /// Whether neither the component, if it is a place, nor a place that it stands in is taken.
    pub(super) fn is_accessible(&self, component: ComponentId) -> bool {
        let mut at = Some(component);
        while let Some(place) = at {
            if self.state.items.is_held(place, hold::TAKEN) {
                return false;
            }
            at = self.plan.blueprint.components[place.index()].at;
        }
        true
    }

    /// The needs of a component changed: that may stop or free its repair.
    pub(super) fn note_work(&mut self, component: ComponentId) {
        if self.state.works.get(Self::own_work(component)).stage != Stage::None {
            self.state.works.changed = true;
        }
    }

    /// Stops work that cannot go on and asks anew for people where it can; a policy of the round.
    pub(super) fn review_works(&mut self) {
        if !std::mem::take(&mut self.state.works.changed) {
            return;
        }
        for at in 0..self.state.works.open.len() {
            let work = self.state.works.open[at];
            if self.state.works.get(work).stage == Stage::Working && !self.is_workable(work) {
                self.interrupt(work);
            }
            self.call_crew(work);
        }
    }

    /// The work stops with its progress kept; the remainder keeps its place in the queue.
    pub(super) fn interrupt(&mut self, id: WorkId) {
        self.cancel(Event::RepairDone(id));
        self.cancel(Event::ShiftOver(id));
        self.free_people(id, false);
        let now = self.now;
        let work = self.state.works.get_mut(id);
        let done = Span::from_micros((now - work.begins).micros().max(0));
        work.left = Span::from_micros((work.left - done).micros().max(1));
        work.stage = Stage::Waiting;
        self.enqueue(id);
    }

    /// The repair is finished.
    pub(super) fn on_repair_done(&mut self, id: WorkId) {
        self.free_people(id, true);
        let work = *self.state.works.get(id);
        self.state.works.get_mut(id).stage = Stage::None;
        self.state.works.open.retain(|&open| open != id);
        match self.subject(id) {
            Ok(component) => self.finish_own(component, &work),
            Err(shock) => self.finish_shared(shock),
        }
    }

    fn finish_own(&mut self, component: ComponentId, work: &Work) {
        let mode = &self.plan.blueprint.modes[work.mode.index()];
        let restart = mode.restart.as_ref().map_or(Span::ZERO, |law| {
            self.luck.draw(law, mode.stream, work.index, 6)
        });
        if mode.renews_all {
            let modes = self.plan.blueprint.components[component.index()].mode_ids();
            modes.for_each(|mode| self.renew(mode));
        } else if work.own {
            self.renew(work.mode);
        }
        self.recover(component, restart);
    }

    fn finish_shared(&mut self, shock: ShockId) {
        self.tell(Happening::SharedRepaired(shock));
        let mut members = std::mem::take(&mut self.state.works.together[shock.index()]);
        for component in members.drain(..) {
            self.recover(component, Span::ZERO);
        }
        self.state.works.together[shock.index()] = members;
    }
}
