//! Repair work: from the failure through detection and waiting to the end of the repair (`docs/semantics.md` 7, 8).
//!
//! Every piece of work goes through a queue, that of its crew or, where somebody is always there, one without a limit.
//! Knows what is to be done and whether it can be done now, not which people are free (that is `crew`).

use crate::dist::Law;
use crate::model::ids::{ComponentId, CrewId, ShockId};
use crate::model::shared::SharedRepair;
use crate::simulate::component::{Blow, hold};
use crate::simulate::event::{Event, Subject};
use crate::simulate::observe::{Happening, Observer};
use crate::simulate::planted::Planted;
use crate::simulate::works::{Stage, Work, WorkId};
use crate::simulate::world::Run;
use crate::units::Span;

/// The index of the luck of a component's strikes by others lies beyond that of its own failures.
const STRIKES: u32 = 1 << 31;
/// Lane of the first arrival of people at a piece of work; it lies beyond those of the members of a shared cause.
const ARRIVALS: usize = 1 << 20;

impl<O: Observer> Run<'_, '_, O> {
    /// The component failed by its own mode, or was struck and is repaired by its first mode.
    pub(super) fn open_own_work(&mut self, component: ComponentId, blow: Blow) {
        let (mode, own) = match blow {
            Blow::Mode(mode) => (Some(mode), true),
            Blow::Shock(..) | Blow::Hazard(_) => {
                (self.plan.brief(component).mode_ids().next(), false)
            }
        };
        let Some(mode) = mode else { return };
        let index = if own {
            self.state.clocks.failures(mode)
        } else {
            STRIKES + self.strikes(component)
        };
        let swapped = self.options.planted(Planted::SwappedTie);
        let order = match blow {
            Blow::Shock(shock, place) => (self.first_member(shock), 1 + place),
            Blow::Mode(_) | Blow::Hazard(_) if swapped => (u32::MAX - component.0, 0),
            Blow::Mode(_) | Blow::Hazard(_) => (component.0, 0),
        };
        let (brief, kind) = self.plan.modes.get(mode);
        let left = kind.repair.map_or(Span::MAX, |law| {
            // The block that gave the time to failure gave the first uniform of the repair, too.
            if own && law.uniforms() == 1 {
                self.luck.lasting(law, [self.state.clocks.repair(mode); 2])
            } else {
                self.luck.draw(law, brief.stream, index, 2)
            }
        });
        let detection = kind
            .detection
            .map(|law| self.luck.draw(law, brief.stream, index, 4));
        let mut work = Work::new(Subject::Own(component), index, left, order);
        (work.mode, work.own) = (mode, own);
        (work.crew, work.priority) = (self.place_of_crew(kind.crew), kind.priority);
        let work = self.state.works.add(work);
        self.state.items.set_work(component, Some(work));
        if kind.repair.is_some() {
            self.await_detection(work, detection);
        }
    }

    /// The members of a shared cause are repaired together.
    pub(super) fn open_shared_work(&mut self, shock: ShockId, number: u32) {
        let what = &self.plan.blueprint.shocks[shock.index()];
        let SharedRepair::Once {
            detection,
            repair,
            crew,
            priority,
        } = &what.repaired
        else {
            return;
        };
        if self.state.works.shared(shock).is_some() {
            return;
        }
        let draw = |law: &Law, lane| self.luck.draw(law, what.stream, number, lane);
        let (left, detection) = (draw(repair, 2), detection.as_ref().map(|law| draw(law, 4)));
        let order = (self.first_member(shock), 0);
        let mut work = Work::new(Subject::Shared(shock), number, left, order);
        (work.crew, work.priority) = (self.place_of_crew(*crew), *priority);
        let work = self.state.works.add(work);
        self.state.works.set_shared(shock, Some(work));
        self.await_detection(work, detection);
    }

    fn first_member(&self, shock: ShockId) -> u32 {
        let members = &self.plan.blueprint.shocks[shock.index()].members;
        members.first().map_or(0, |&(component, _)| component.0)
    }

    fn place_of_crew(&self, crew: Option<CrewId>) -> usize {
        crew.map_or(self.plan.blueprint.crews.len(), CrewId::index)
    }

    fn await_detection(&mut self, work: WorkId, detection: Option<Span>) {
        match detection {
            Some(after) => {
                let subject = self.state.works.get(work).subject;
                self.schedule(Event::WorkStep(subject), self.now + after);
            }
            None => self.on_detected(work),
        }
    }

    /// A work becomes known, or is finished.
    pub(super) fn on_work_step(&mut self, subject: Subject) {
        let Some(work) = self.work_of(subject) else {
            return;
        };
        match self.state.works.get(work).stage {
            Stage::Unknown => self.on_detected(work),
            Stage::Waiting | Stage::Working => self.on_repair_done(work),
        }
    }

    /// The shift is over: the remainder of the work waits.
    pub(super) fn on_shift_over(&mut self, subject: Subject) {
        if let Some(work) = self.work_of(subject) {
            self.interrupt(work);
        }
    }

    fn work_of(&self, subject: Subject) -> Option<WorkId> {
        match subject {
            Subject::Own(component) => self.state.items.work(component),
            Subject::Shared(shock) => self.state.works.shared(shock),
        }
    }

    /// The failure is known: people are asked for.
    fn on_detected(&mut self, id: WorkId) {
        let work = self.state.works.get_mut(id);
        work.stage = Stage::Waiting;
        work.requested = self.now;
        let subject = work.subject;
        self.state.works.make_known(id);
        self.enqueue(id);
        if let Subject::Own(component) = subject {
            self.tell(Happening::Detected(component));
        }
    }

    /// How long people take to arrive at a piece of work; with the luck of its failure, so that work elsewhere moves nothing.
    pub(super) fn draw_arrival(&mut self, id: WorkId, law: &Law) -> Span {
        let work = self.state.works.get_mut(id);
        let stream = match work.subject {
            Subject::Own(_) => self.plan.modes.get(work.mode).0.stream,
            Subject::Shared(shock) => self.plan.blueprint.shocks[shock.index()].stream,
        };
        let lane = ARRIVALS + 2 * work.arrivals as usize;
        work.arrivals += 1;
        self.luck.draw(law, stream, work.index, lane)
    }

    /// Whether the work can go on: the place is accessible, and needs are there where the repair wants them.
    pub(super) fn is_workable(&self, id: WorkId) -> bool {
        let work = self.state.works.get(id);
        let Subject::Own(component) = work.subject else {
            return true;
        };
        let wants_needs = self.state.items.missing(component) > 0
            && self.plan.modes.get(work.mode).1.repair_suspended;
        !wants_needs && self.is_accessible(component)
    }

    /// Whether neither the component, if it is a place, nor a place that it stands in is taken.
    pub(super) fn is_accessible(&self, component: ComponentId) -> bool {
        if self.plan.few.places.len() == 0 {
            return true;
        }
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
        self.state.works.changed |= self.state.items.work(component).is_some();
    }

    /// Stops work that cannot go on and asks anew for people where it can; a policy of the round. Whether anything had changed.
    pub(super) fn review_works(&mut self) -> bool {
        if !std::mem::take(&mut self.state.works.changed) {
            return false;
        }
        let mut next = self.state.works.first_known();
        while let Some(work) = next {
            if self.state.works.get(work).stage == Stage::Working && !self.is_workable(work) {
                self.interrupt(work);
            }
            self.call_crew(work);
            next = self.state.works.next_known(work);
        }
        self.recall_barred();
        true
    }

    /// The work stops with its progress kept; the remainder keeps its place in the queue.
    fn interrupt(&mut self, id: WorkId) {
        self.cancel(Event::WorkStep(self.state.works.get(id).subject));
        self.free_people(id, false);
        let now = self.now;
        let work = self.state.works.get_mut(id);
        let done = Span::from_micros((now - work.begins).micros().max(0));
        work.left = Span::from_micros((work.left - done).micros().max(1));
        work.stage = Stage::Waiting;
        self.enqueue(id);
    }

    /// The repair is finished.
    fn on_repair_done(&mut self, id: WorkId) {
        self.free_people(id, true);
        let work = self.state.works.remove(id);
        match work.subject {
            Subject::Own(component) => self.finish_own(component, &work),
            Subject::Shared(shock) => self.finish_shared(shock),
        }
    }

    fn finish_own(&mut self, component: ComponentId, work: &Work) {
        self.state.items.set_work(component, None);
        let (brief, kind) = self.plan.modes.get(work.mode);
        let restart = kind.restart.map_or(Span::ZERO, |law| {
            self.luck.draw(law, brief.stream, work.index, 6)
        });
        if kind.renews_all {
            let modes = self.plan.brief(component).mode_ids();
            modes.for_each(|mode| self.renew(mode));
        } else if work.own {
            self.renew(work.mode);
        }
        self.recover(component, restart);
    }

    fn finish_shared(&mut self, shock: ShockId) {
        self.state.works.set_shared(shock, None);
        self.tell(Happening::SharedRepaired(shock));
        let mut members = self.state.works.take_members(shock);
        for component in members.drain(..) {
            self.recover(component, Span::ZERO);
        }
        self.state.works.keep(shock, members);
    }
}
