//! Crews: who is free, who is sent where, and when people come on duty (`docs/semantics.md` 8).
//!
//! Dispatch is a policy: it looks when the events of an instant are over and acts in the next round. Knows nothing of
//! what is broken.

use crate::model::Blueprint;
use crate::model::calendar::Calendar;
use crate::model::crew::Crew;
use crate::model::ids::{ComponentId, CrewId};
use crate::simulate::event::{Event, Subject};
use crate::simulate::line::Line;
use crate::simulate::observe::{Happening, Observer};
use crate::simulate::outcome::CrewUse;
use crate::simulate::works::{Stage, WorkId};
use crate::simulate::world::Run;
use crate::units::{Instant, Span};
use std::cmp::Reverse;

struct CrewState {
    free: u32,
    /// Work that waits for them.
    line: Line,
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
    /// Work to begin at once, because somebody is always there for it.
    ready: Vec<WorkId>,
    /// Work that was found not to be workable; access or needs must change before it is.
    barred: Vec<WorkId>,
    /// Whether a member became free in this instant.
    any_freed: bool,
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
        self.ready.clear();
        self.barred.clear();
        self.any_freed = false;
    }

    fn mark(&mut self, crew: usize) {
        if !self.crews[crew].dirty {
            self.crews[crew].dirty = true;
            self.dirty.push(crew);
        }
    }

    /// The instant is over: whoever became free has left.
    pub(super) fn end_instant(&mut self) {
        if std::mem::take(&mut self.any_freed) {
            self.crews.iter_mut().for_each(|crew| crew.freed_at.clear());
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
            line: Line::default(),
            freed_at: Vec::new(),
            dirty: false,
            full_since: Instant::NEVER,
            used,
        }
    }

    fn reset(&mut self, people: u32) {
        self.free = people;
        self.line.clear();
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
    /// Puts a work into the queue of its crew.
    pub(super) fn enqueue(&mut self, id: WorkId) {
        let work = self.state.works.get(id);
        let crews = &mut self.state.crews;
        if work.crew < self.plan.blueprint.crews.len() {
            crews.crews[work.crew].line.push(id, work.turn());
        } else {
            crews.ready.push(id);
        }
        crews.mark(work.crew);
    }

    /// The crew of a work must look at its queue.
    pub(super) fn call_crew(&mut self, work: WorkId) {
        let crew = self.state.works.get(work).crew;
        self.state.crews.mark(crew);
    }

    /// Work that was barred goes back into the queues: access or needs changed.
    pub(super) fn recall_barred(&mut self) {
        while let Some(work) = self.state.crews.barred.pop() {
            self.enqueue(work);
        }
    }

    /// People come on duty.
    pub(super) fn on_crew_window(&mut self, crew: CrewId) {
        self.state.crews.mark(crew.index());
    }

    /// Sends free people to waiting work, crew by crew as declared; a policy of the round. Whether there was a queue to look at.
    pub(super) fn dispatch(&mut self) -> bool {
        let any = !self.state.crews.dirty.is_empty();
        self.state.crews.dirty.sort_unstable_by(|a, b| b.cmp(a));
        while let Some(crew) = self.state.crews.dirty.pop() {
            self.state.crews.crews[crew].dirty = false;
            match self.plan.blueprint.crews.get(crew) {
                Some(people) => self.serve(crew, people),
                None => self.begin_ready(),
            }
        }
        any
    }

    /// Begins whatever can be worked on by somebody who is always there, in the order of service.
    fn begin_ready(&mut self) {
        let works = &self.state.works;
        let ready = &mut self.state.crews.ready;
        ready.sort_unstable_by_key(|&id| Reverse(works.get(id).turn()));
        while let Some(work) = self.state.crews.ready.pop() {
            if self.is_workable(work) {
                let always = self.plan.blueprint.crews.len();
                self.begin_work(always, work, Span::ZERO, Instant::NEVER);
            } else {
                self.state.crews.barred.push(work);
            }
        }
    }

    /// Sends free members to the waiting work that can be worked on, by priority, request and declaration.
    fn serve(&mut self, crew: usize, people: &Crew) {
        while self.state.crews.crews[crew].free > 0 {
            let Some(work) = self.state.crews.crews[crew].line.first() else {
                return;
            };
            if self.is_workable(work) {
                if !self.send(crew, work, people) {
                    return;
                }
            } else {
                self.state.crews.barred.push(work);
            }
            self.state.crews.crews[crew].line.remove_first();
        }
    }

    /// Sends one member to a work; `false` if nobody is on duty.
    fn send(&mut self, crew: usize, work: WorkId, people: &Crew) -> bool {
        match duty(people, self.now) {
            Duty::OnTheSpot(until) => self.begin_work(crew, work, Span::ZERO, until),
            Duty::OnCall(until) => {
                let travel = self.travel(crew, work, people);
                self.begin_work(crew, work, travel, until);
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
    fn travel(&mut self, crew: usize, work: WorkId, people: &Crew) -> Span {
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
        let Subject::Own(component) = self.state.works.get(work).subject else {
            return None;
        };
        let mut site = components[component.index()].at?;
        while let Some(around) = components[site.index()].at {
            site = around;
        }
        Some(site)
    }

    fn begin_work(&mut self, crew: usize, id: WorkId, travel: Span, duty_until: Instant) {
        let people = self.plan.blueprint.crews.get(crew);
        let now = self.now;
        let work = self.state.works.get_mut(id);
        work.stage = Stage::Working;
        work.dispatched = now;
        work.begins = now + travel;
        let first = !std::mem::replace(&mut work.begun, true);
        let (subject, done) = (work.subject, work.begins + work.left);
        let (there, waited) = (work.begins, now - work.requested);
        if people.is_none_or(|people| people.overtime) || done <= duty_until {
            self.schedule(Event::WorkStep(subject), done);
        } else {
            self.schedule(Event::ShiftOver(subject), duty_until);
        }
        if people.is_none() {
            return;
        }
        let counted = self.is_counted();
        let state = &mut self.state.crews.crews[crew];
        state.free -= 1;
        if state.free == 0 {
            state.full_since = now;
        }
        if first && counted {
            state.used.jobs += 1;
            state.used.waited += waited;
        }
        if let Subject::Own(component) = subject {
            self.tell(Happening::Dispatched(component, CrewId::new(crew), there));
        }
    }

    /// The people at `work` are free again.
    pub(super) fn free_people(&mut self, work: WorkId, finished: bool) {
        let (index, from) = {
            let work = self.state.works.get(work);
            (work.crew, work.dispatched)
        };
        let Some(people) = self.plan.blueprint.crews.get(index) else {
            return;
        };
        self.count_busy(index, people, from);
        let site = self.site_of(work);
        self.count_full(index);
        let crew = &mut self.state.crews.crews[index];
        crew.free += 1;
        if finished {
            crew.freed_at.extend(site);
            self.state.crews.any_freed = true;
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
        let mut next = self.state.works.first_known();
        while let Some(id) = next {
            let work = *self.state.works.get(id);
            if let Some(people) = self.plan.blueprint.crews.get(work.crew)
                && work.stage == Stage::Working
            {
                self.count_busy(work.crew, people, work.dispatched);
            }
            next = self.state.works.next_known(id);
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
