//! Crews: who is free, who is sent where, and when people come on duty (`docs/semantics.md` 8).
//!
//! Dispatch is a policy: it looks when the events of an instant are over and acts in the next round. Knows nothing of
//! what is broken.

use crate::model::Blueprint;
use crate::model::calendar::Calendar;
use crate::model::crew::Crew;
use crate::model::ids::{ComponentId, CrewId};
use crate::simulate::event::{Event, WorkId};
use crate::simulate::observe::{Happening, Observer};
use crate::simulate::outcome::CrewUse;
use crate::simulate::repair::Stage;
use crate::simulate::world::Run;
use crate::units::{Instant, Span};

#[derive(Clone, Debug)]
struct CrewState {
    free: u32,
    queue: Vec<WorkId>,
    /// Sites where members became free at this instant: the next job there needs no travel.
    freed_at: Vec<ComponentId>,
    dirty: bool,
    /// Since when all of its people are busy.
    full_since: Instant,
    used: CrewUse,
}

/// All crews, and last the somebody who is always there.
#[derive(Default)]
pub(super) struct Crews {
    crews: Vec<CrewState>,
    dirty: Vec<usize>,
}

impl Crews {
    /// Everybody is free.
    pub(super) fn reset(&mut self, blueprint: &Blueprint) {
        let count = blueprint.crews.len() + 1;
        if self.crews.len() != count {
            self.crews = (0..count).map(CrewState::new).collect();
        }
        for (index, crew) in self.crews.iter_mut().enumerate() {
            crew.reset(
                blueprint
                    .crews
                    .get(index)
                    .map_or(u32::MAX, |crew| crew.people),
            );
        }
        self.dirty.clear();
    }

    fn mark(&mut self, crew: usize) {
        if !self.crews[crew].dirty {
            self.crews[crew].dirty = true;
            self.dirty.push(crew);
        }
    }

    /// The instant is over: whoever became free has left.
    pub(super) fn end_instant(&mut self) {
        for crew in &mut self.crews {
            crew.freed_at.clear();
        }
    }

    /// How the crews that had work fared.
    pub(super) fn uses(&self) -> impl Iterator<Item = CrewUse> {
        let real = self.crews.split_last().map_or(&[][..], |(_, real)| real);
        real.iter()
            .map(|crew| crew.used)
            .filter(|used| used.jobs > 0 || used.busy.micros() > 0)
    }
}

impl CrewState {
    fn new(index: usize) -> Self {
        let used = CrewUse {
            crew: CrewId::new(index),
            jobs: 0,
            busy: Span::ZERO,
            waited: Span::ZERO,
            overtime: Span::ZERO,
            full: Span::ZERO,
        };
        Self {
            free: 0,
            queue: Vec::new(),
            freed_at: Vec::new(),
            dirty: false,
            full_since: Instant::NEVER,
            used,
        }
    }

    fn reset(&mut self, people: u32) {
        self.free = people;
        self.queue.clear();
        self.freed_at.clear();
        self.dirty = false;
        self.used = CrewUse {
            jobs: 0,
            busy: Span::ZERO,
            waited: Span::ZERO,
            overtime: Span::ZERO,
            full: Span::ZERO,
            ..self.used
        };
    }
}

/// Whether people of a crew can be sent.
enum Duty {
    /// They are on the spot until the instant given.
    OnTheSpot(Instant),
    /// They can be called until the instant given.
    OnCall(Instant),
    /// Not before the instant given, if ever.
    Off(Option<Instant>),
}

impl<O: Observer> Run<'_, '_, O> {
    fn crew_index(&self, work: WorkId) -> usize {
        let always = self.plan.blueprint.crews.len();
        self.terms(work).crew.map_or(always, CrewId::index)
    }

    /// Puts a work into the queue of its crew.
    pub(super) fn enqueue(&mut self, work: WorkId) {
        let crew = self.crew_index(work);
        self.state.crews.crews[crew].queue.push(work);
        self.state.crews.mark(crew);
    }

    /// The crew of a work must look at its queue.
    pub(super) fn call_crew(&mut self, work: WorkId) {
        let crew = self.crew_index(work);
        self.state.crews.mark(crew);
    }

    /// People come on duty.
    pub(super) fn on_crew_window(&mut self, crew: CrewId) {
        self.state.crews.mark(crew.index());
    }

    /// The shift is over: the remainder of the work waits.
    pub(super) fn on_shift_over(&mut self, work: WorkId) {
        self.interrupt(work);
    }

    /// Sends free people to waiting work; a policy of the round.
    pub(super) fn dispatch(&mut self) {
        while let Some(crew) = self.state.crews.dirty.pop() {
            self.state.crews.crews[crew].dirty = false;
            while self.state.crews.crews[crew].free > 0 {
                let Some(at) = self.next_in_queue(crew) else {
                    break;
                };
                if !self.send(crew, at) {
                    break;
                }
            }
        }
    }

    /// The waiting work that is served next, by priority, request and declaration; its place in the queue.
    fn next_in_queue(&self, crew: usize) -> Option<usize> {
        let queue = &self.state.crews.crews[crew].queue;
        (0..queue.len())
            .filter(|&at| self.is_workable(queue[at]))
            .min_by_key(|&at| {
                let work = self.state.works.get(queue[at]);
                (self.terms(queue[at]).priority, work.requested, work.order)
            })
    }

    /// Sends one member to the work at place `at` of the queue; `false` if nobody is on duty.
    fn send(&mut self, crew: usize, at: usize) -> bool {
        let Some(people) = self.plan.blueprint.crews.get(crew) else {
            self.begin_work(crew, at, Span::ZERO, Instant::NEVER);
            return true;
        };
        match duty(people, self.now) {
            Duty::OnTheSpot(until) => self.begin_work(crew, at, Span::ZERO, until),
            Duty::OnCall(until) => {
                let travel = self.travel(crew, at, people);
                self.begin_work(crew, at, travel, until);
            }
            Duty::Off(opens) => {
                if let Some(opens) = opens {
                    self.schedule(Event::CrewWindow(CrewId::new(crew)), opens);
                }
                return false;
            }
        }
        true
    }

    /// How long the member takes to the work; none from one job to the next at the same site.
    fn travel(&mut self, crew: usize, at: usize, people: &Crew) -> Span {
        let work = self.state.crews.crews[crew].queue[at];
        let here = self.site_of(work);
        let state = &mut self.state.crews.crews[crew];
        if let Some(known) = state.freed_at.iter().position(|&site| Some(site) == here) {
            state.freed_at.swap_remove(known);
            return Span::ZERO;
        }
        let law = people.on_call.as_ref().map(|(_, law)| law);
        law.map_or(Span::ZERO, |law| self.draw_arrival(work, law))
    }

    /// The site of a work: the outermost place in which the component stands, if it stands in any.
    fn site_of(&self, work: WorkId) -> Option<ComponentId> {
        let components = &self.plan.blueprint.components;
        let mut site = components[self.subject(work).ok()?.index()].at?;
        while let Some(around) = components[site.index()].at {
            site = around;
        }
        Some(site)
    }

    fn begin_work(&mut self, crew: usize, at: usize, travel: Span, duty_until: Instant) {
        let now = self.now;
        let counted = self.is_counted();
        let state = &mut self.state.crews.crews[crew];
        let id = state.queue.swap_remove(at);
        if crew < self.plan.blueprint.crews.len() {
            state.free -= 1;
            if state.free == 0 {
                state.full_since = now;
            }
        }
        let work = self.state.works.get_mut(id);
        work.stage = Stage::Working;
        work.dispatched = now;
        work.begins = now + travel;
        let (done, first) = (work.begins + work.left, !work.begun);
        work.begun = true;
        if first && counted {
            state.used.jobs += 1;
            state.used.waited += now - work.requested;
        }
        let overtime = self
            .plan
            .blueprint
            .crews
            .get(crew)
            .is_none_or(|people| people.overtime);
        if overtime || done <= duty_until {
            self.schedule(Event::RepairDone(id), done);
        } else {
            self.schedule(Event::ShiftOver(id), duty_until);
        }
        self.tell_dispatch(id, crew, now + travel);
    }

    fn tell_dispatch(&mut self, work: WorkId, crew: usize, there: Instant) {
        if let Ok(component) = self.subject(work)
            && crew < self.plan.blueprint.crews.len()
        {
            self.tell(Happening::Dispatched(component, CrewId::new(crew), there));
        }
    }

    /// The people at `work` are free again.
    pub(super) fn free_people(&mut self, work: WorkId, finished: bool) {
        let index = self.crew_index(work);
        let Some(people) = self.plan.blueprint.crews.get(index) else {
            return;
        };
        let from = self.state.works.get(work).dispatched;
        self.count_busy(index, people, from);
        let site = self.site_of(work);
        self.count_full(index);
        let crew = &mut self.state.crews.crews[index];
        crew.free += 1;
        if finished {
            crew.freed_at.extend(site);
        }
        self.state.crews.mark(index);
    }

    /// Counts the time of one member from `from` until now.
    fn count_busy(&mut self, crew: usize, people: &Crew, from: Instant) {
        let (from, to) = self.clip(from, self.now);
        let used = &mut self.state.crews.crews[crew].used;
        used.busy += to - from;
        used.overtime += (to - from) - on_duty(people, from, to);
    }

    /// Counts the time in which all people of the crew were busy, if they are, until now.
    fn count_full(&mut self, crew: usize) {
        let state = &self.state.crews.crews[crew];
        if state.free == 0 {
            let (from, to) = self.clip(state.full_since, self.now);
            self.state.crews.crews[crew].used.full += to - from;
        }
    }

    /// Counts the time of those who are still at work at the horizon.
    pub(super) fn close_crews(&mut self) {
        for crew in 0..self.plan.blueprint.crews.len() {
            self.count_full(crew);
        }
        for index in 0..self.state.works.count() {
            let work = WorkId(index as u32);
            if self.state.works.get(work).stage == Stage::Working {
                let crew = self.crew_index(work);
                if let Some(people) = self.plan.blueprint.crews.get(crew) {
                    self.count_busy(crew, people, self.state.works.get(work).dispatched);
                }
            }
        }
    }
}

/// Who can be sent at `now`.
fn duty(crew: &Crew, now: Instant) -> Duty {
    let open = |calendar: &Calendar| calendar.window(now).filter(|&(from, _)| from <= now);
    if let Some((_, until)) = open(&crew.hours) {
        return Duty::OnTheSpot(until);
    }
    let hours = crew.hours.next_open(now);
    let Some((calendar, _)) = &crew.on_call else {
        return Duty::Off(hours);
    };
    match open(calendar) {
        Some((_, until)) => Duty::OnCall(until),
        None => Duty::Off([hours, calendar.next_open(now)].into_iter().flatten().min()),
    }
}

/// The time within [from, to) that lies in the hours or the on-call hours.
fn on_duty(crew: &Crew, from: Instant, to: Instant) -> Span {
    let mut sum = Span::ZERO;
    let mut at = from;
    while at < to {
        match duty(crew, at) {
            Duty::OnTheSpot(until) | Duty::OnCall(until) => {
                sum += until.min(to) - at;
                at = until;
            }
            Duty::Off(Some(opens)) => at = opens,
            Duty::Off(None) => break,
        }
    }
    sum
}
