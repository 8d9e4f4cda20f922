//! Repair and crews (ruling 8).

use ausfall::dist::Law;
use ausfall::model::calendar::Calendar;
use ausfall::model::crew::Crew;
use ausfall::model::ids::{ComponentId, CrewId, ModeId, ShockId};
use ausfall::model::shared::SharedRepair;
use ausfall::simulate::Happening;
use ausfall::units::{Instant, Span};

use super::things::Held;
use super::{Second, What};

/// Lane of the first arrival of people at a work.
const ARRIVALS: u64 = 1 << 20;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Stage {
    #[default]
    Nothing,
    /// Not known yet, or never repaired.
    Unknown,
    Waiting,
    UnderWay,
}

/// A piece of work.
#[derive(Clone, Debug)]
pub(super) struct Work {
    pub stage: Stage,
    mode: ModeId,
    /// Whether that mode struck by itself.
    own: bool,
    index: u64,
    left: Span,
    asked: Instant,
    order: (u32, u32),
    begins: Instant,
    /// Whether people were sent before.
    begun: bool,
    arrivals: u64,
}

impl Default for Work {
    fn default() -> Self {
        Self {
            stage: Stage::Nothing,
            mode: ModeId(0),
            own: false,
            index: 0,
            left: Span::ZERO,
            asked: Instant::START,
            order: (0, 0),
            begins: Instant::START,
            begun: false,
            arrivals: 0,
        }
    }
}

/// A crew: who is free, and the sites where a job ended at this instant, one for each member there.
#[derive(Clone, Debug)]
pub(super) struct People {
    pub free: u32,
    pub ended_at: Vec<ComponentId>,
}

impl People {
    pub(super) fn of(crew: &Crew) -> Self {
        Self {
            free: crew.people,
            ended_at: Vec::new(),
        }
    }
}

impl<'b> Second<'b> {
    fn subject(&self, work: usize) -> Result<ComponentId, ShockId> {
        match work.checked_sub(self.b.components.len()) {
            None => Ok(ComponentId::new(work)),
            Some(shock) => Err(ShockId::new(shock)),
        }
    }

    /// Crew and priority.
    fn terms(&self, work: usize) -> (Option<CrewId>, i32) {
        match self.subject(work) {
            Ok(_) => {
                let mode = &self.b.modes[self.works[work].mode.index()];
                (mode.crew, mode.priority)
            }
            Err(shock) => match &self.b.shocks[shock.index()].repaired {
                SharedRepair::Once { crew, priority, .. } => (*crew, *priority),
                SharedRepair::Each => (None, 0),
            },
        }
    }

    /// A failure wants a repair by this mode; what is never repaired stays unknown.
    pub(super) fn need_repair(
        &mut self,
        component: ComponentId,
        mode: Option<ModeId>,
        own: bool,
        index: u64,
        order: (u32, u32),
    ) {
        let Some(mode) = mode else { return };
        let work = component.index();
        let terms = &self.b.modes[mode.index()];
        self.works[work].stage = Stage::Unknown;
        let Some(repair) = &terms.repair else { return };
        let left = self.draw(repair, terms.stream, index, 2);
        let detection = terms.detection.as_ref();
        let detection = detection.map(|law| self.draw(law, terms.stream, index, 4));
        self.works[work] = Work {
            mode,
            own,
            index,
            left,
            order,
            stage: Stage::Unknown,
            ..Work::default()
        };
        self.await_detection(work, detection);
    }

    /// A shared cause struck somebody and wants its common repair, unless one is open.
    pub(super) fn need_common_repair(&mut self, shock: ShockId, number: u64) {
        let what = &self.b.shocks[shock.index()];
        let work = self.b.components.len() + shock.index();
        let SharedRepair::Once {
            detection, repair, ..
        } = &what.repaired
        else {
            return;
        };
        if self.works[work].stage != Stage::Nothing {
            return;
        }
        let detection = detection
            .as_ref()
            .map(|law| self.draw(law, what.stream, number, 4));
        self.works[work] = Work {
            stage: Stage::Unknown,
            index: number,
            left: self.draw(repair, what.stream, number, 2),
            order: (self.first_member(shock), 0),
            ..Work::default()
        };
        self.await_detection(work, detection);
    }

    pub(super) fn first_member(&self, shock: ShockId) -> u32 {
        self.b.shocks[shock.index()]
            .members
            .first()
            .map_or(0, |&(member, _)| member.0)
    }

    fn await_detection(&mut self, work: usize, detection: Option<Span>) {
        match detection {
            Some(after) => self.set(What::Known(work), self.now + after),
            None => self.ask_for_people(work),
        }
    }

    pub(super) fn ask_for_people(&mut self, work: usize) {
        self.works[work].stage = Stage::Waiting;
        self.works[work].asked = self.now;
        if let Ok(component) = self.subject(work) {
            self.tell(Happening::Detected(component));
        }
    }

    /// Whether people can get there and the repair has the needs it wants.
    fn can_go_on(&self, work: usize) -> bool {
        let Ok(component) = self.subject(work) else {
            return true;
        };
        let mode = &self.b.modes[self.works[work].mode.index()];
        let lacks = mode.repair_suspended && self.missing(component) > 0;
        !lacks && self.is_accessible(component)
    }

    /// Whether neither a component nor any place around it is taken.
    pub(super) fn is_accessible(&self, component: ComponentId) -> bool {
        let taken = self.things[component.index()].held.contains(&Held::Taken);
        let around = self.b.components[component.index()].at;
        !taken && around.is_none_or(|place| self.is_accessible(place))
    }

    /// The outermost place that a work stands in.
    fn site(&self, work: usize) -> Option<ComponentId> {
        let mut site = self.b.components[self.subject(work).ok()?.index()].at?;
        while let Some(around) = self.b.components[site.index()].at {
            site = around;
        }
        Some(site)
    }

    /// Policy: work that cannot go on stops.
    pub(super) fn stop_work(&mut self) {
        for work in 0..self.works.len() {
            if self.works[work].stage == Stage::UnderWay && !self.can_go_on(work) {
                self.interrupt(work);
            }
        }
    }

    /// The work stops; what is done stays done, and the rest keeps its place.
    pub(super) fn interrupt(&mut self, id: usize) {
        self.stop(What::Repaired(id));
        self.stop(What::ShiftOver(id));
        self.free_member(id);
        let now = self.now;
        let work = &mut self.works[id];
        let done = (now - work.begins).max(Span::ZERO);
        work.left = (work.left - done).max(Span::TICK);
        work.stage = Stage::Waiting;
    }

    fn free_member(&mut self, work: usize) {
        if let Some(crew) = self.terms(work).0 {
            self.people[crew.index()].free += 1;
        }
    }

    /// Policy: free people are sent, crew by crew; the somebody who is always there comes last.
    pub(super) fn send_people(&mut self) {
        let crews = (0..self.b.crews.len()).map(CrewId::new).map(Some);
        for crew in crews.chain([None]) {
            while crew.is_none_or(|crew| self.people[crew.index()].free > 0) {
                let Some(work) = self.next_in_line(crew) else {
                    break;
                };
                if !self.send(crew, work) {
                    break;
                }
            }
        }
    }

    fn next_in_line(&self, crew: Option<CrewId>) -> Option<usize> {
        let waits =
            |&work: &usize| self.works[work].stage == Stage::Waiting && self.terms(work).0 == crew;
        (0..self.works.len())
            .filter(|work| waits(work) && self.can_go_on(*work))
            .min_by_key(|&work| {
                let what = &self.works[work];
                (self.terms(work).1, what.asked, what.order)
            })
    }

    /// Sends a member of the crew, if somebody is on duty.
    fn send(&mut self, crew: Option<CrewId>, work: usize) -> bool {
        let Some(id) = crew else {
            self.begin_work(work, Span::ZERO, Instant::NEVER);
            return true;
        };
        let people = &self.b.crews[id.index()];
        let on_call = people.on_call.as_ref();
        let (travel, until) = if let Some(until) = open_until(&people.hours, self.now) {
            (Span::ZERO, until)
        } else if let Some((law, until)) =
            on_call.and_then(|(hours, law)| Some((law, open_until(hours, self.now)?)))
        {
            (self.travel(id, work, law), until)
        } else {
            let calendars = [Some(&people.hours), on_call.map(|(hours, _)| hours)];
            let opens = calendars
                .into_iter()
                .flatten()
                .filter_map(|hours| hours.next_open(self.now));
            if let Some(opens) = opens.min() {
                self.set(What::OnDuty(id), opens);
            }
            return false;
        };
        self.people[id.index()].free -= 1;
        if !std::mem::replace(&mut self.works[work].begun, true) {
            self.count_job(id, self.now - self.works[work].asked);
        }
        self.begin_work(
            work,
            travel,
            if people.overtime {
                Instant::NEVER
            } else {
                until
            },
        );
        if let Ok(component) = self.subject(work) {
            self.tell(Happening::Dispatched(component, id, self.now + travel));
        }
        true
    }

    /// Whoever ended a job at the same site at this instant is there; else people must come.
    fn travel(&mut self, crew: CrewId, work: usize, law: &'b Law) -> Span {
        let site = self.site(work);
        let ended_at = &mut self.people[crew.index()].ended_at;
        if let Some(known) = ended_at.iter().position(|&ended| Some(ended) == site) {
            ended_at.remove(known);
            return Span::ZERO;
        }
        let stream = match self.subject(work) {
            Ok(_) => self.b.modes[self.works[work].mode.index()].stream,
            Err(shock) => self.b.shocks[shock.index()].stream,
        };
        let lane = ARRIVALS + 2 * self.works[work].arrivals;
        self.works[work].arrivals += 1;
        self.draw(law, stream, self.works[work].index, lane)
    }

    /// The work goes on from when people are there, to its end or to that of the duty.
    fn begin_work(&mut self, id: usize, travel: Span, duty: Instant) {
        let work = &mut self.works[id];
        work.stage = Stage::UnderWay;
        work.begins = self.now + travel;
        let done = work.begins + work.left;
        if done <= duty {
            self.set(What::Repaired(id), done);
        } else {
            self.set(What::ShiftOver(id), duty);
        }
    }

    pub(super) fn on_repaired(&mut self, id: usize) {
        self.free_member(id);
        if let (Some(crew), Some(site)) = (self.terms(id).0, self.site(id)) {
            self.people[crew.index()].ended_at.push(site);
        }
        self.works[id].stage = Stage::Nothing;
        match self.subject(id) {
            Ok(component) => self.mend(component),
            Err(shock) => {
                self.tell(Happening::SharedRepaired(shock));
                for member in std::mem::take(&mut self.together[shock.index()]) {
                    self.recover(member, Span::ZERO);
                }
            }
        }
    }

    fn mend(&mut self, component: ComponentId) {
        let work = self.works[component.index()].clone();
        let mode = &self.b.modes[work.mode.index()];
        let restart = mode.restart.as_ref();
        let restart = restart.map(|law| self.draw(law, mode.stream, work.index, 6));
        for id in self.b.components[component.index()].mode_ids() {
            if mode.renews_all || (work.own && id == work.mode) {
                self.renew(id);
            }
        }
        self.recover(component, restart.unwrap_or(Span::ZERO));
    }
}

/// Until when hours that hold now go on.
fn open_until(hours: &Calendar, now: Instant) -> Option<Instant> {
    let (from, until) = hours.window(now)?;
    (from <= now).then_some(until)
}
