//! What is counted on the way: times of components, outages and who was failed meanwhile, people's time, users' losses
//! (rulings 7, 8, 19, 22, 24). Everything is integrated from one instant to the next, over all there is.

use std::collections::BTreeMap;

use ausfall::model::Blueprint;
use ausfall::model::calendar::Calendar;
use ausfall::model::crew::Crew;
use ausfall::model::ids::{CauseId, ComponentId, CrewId, OrganisationId, WatchId};
use ausfall::simulate::Happening;
use ausfall::simulate::outcome::{ComponentUse, CrewUse, Outage, Presence};
use ausfall::units::{Instant, Span};

use super::Second;
use super::things::Condition;

/// Loss per µs is counted in millionths of a user; so many of those make a user-second.
const PER_USER_SECOND: i128 = 1_000_000 * 1_000_000;

/// Counts, clipped to what is counted.
pub(super) struct Count {
    components: Vec<ComponentUse>,
    /// Per component: its condition when the last instant was over.
    recorded: Vec<Condition>,
    together: BTreeMap<(WatchId, ComponentId), Span>,
    crews: Vec<CrewUse>,
    lost: Vec<i128>,
    pub causes: BTreeMap<CauseId, u32>,
    pub outages: Vec<Outage>,
}

impl Count {
    pub(super) fn new(b: &Blueprint) -> Self {
        let unused = |id| ComponentUse {
            component: ComponentId::new(id),
            failures: 0,
            suspensions: 0,
            failed: Span::ZERO,
            suspended: Span::ZERO,
            restarting: Span::ZERO,
        };
        let idle = |id| CrewUse {
            crew: CrewId::new(id),
            jobs: 0,
            busy: Span::ZERO,
            waited: Span::ZERO,
            overtime: Span::ZERO,
            full: Span::ZERO,
        };
        Self {
            components: (0..b.components.len()).map(unused).collect(),
            recorded: vec![Condition::Up; b.components.len()],
            together: BTreeMap::new(),
            crews: (0..b.crews.len()).map(idle).collect(),
            lost: vec![0; b.organisations.len()],
            causes: BTreeMap::new(),
            outages: Vec::new(),
        }
    }
}

impl Second<'_> {
    fn counting_from(&self) -> Instant {
        Instant::START + self.b.warm_up
    }

    fn is_counted(&self) -> bool {
        self.now > self.counting_from()
    }

    /// Nothing changes until `at`.
    pub(super) fn spend_until(&mut self, at: Instant) {
        let from = self.now.max(self.counting_from());
        if at <= from {
            return;
        }
        let passed = at - from;
        for (thing, used) in self.things.iter().zip(&mut self.count.components) {
            match thing.condition {
                Condition::Up => {}
                Condition::Failed => used.failed += passed,
                Condition::Suspended => used.suspended += passed,
                Condition::Restarting => used.restarting += passed,
            }
        }
        self.count_presence(passed);
        for id in 0..self.b.crews.len() {
            let crew = &self.b.crews[id];
            let busy = i64::from(crew.people - self.people[id].free);
            let over = passed - on_duty(crew, from, at);
            let used = &mut self.count.crews[id];
            used.busy += Span::from_micros(busy * passed.micros());
            used.overtime += Span::from_micros(busy * over.micros());
            if self.people[id].free == 0 {
                used.full += passed;
            }
        }
        for id in 0..self.b.organisations.len() {
            self.count.lost[id] += i128::from(self.loss(id)) * i128::from(passed.micros());
        }
    }

    fn count_presence(&mut self, passed: Span) {
        for (watch, what) in self.b.watches.iter().enumerate() {
            for &component in &what.below {
                let failed = self.things[component.index()].condition == Condition::Failed;
                if failed && self.open[watch].is_some() {
                    let pair = (WatchId::new(watch), component);
                    *self.count.together.entry(pair).or_default() += passed;
                }
            }
        }
    }

    /// What an organisation loses now [millionths of a user]: the largest share of those of the services it uses.
    fn loss(&self, organisation: usize) -> u64 {
        let organisation = &self.b.organisations[organisation];
        let shares = organisation.uses.iter().map(|used| {
            let reached = used.reach.is_none_or(|reach| self.holds(reach));
            let down = used.stops.len() - 1;
            let level = if reached {
                self.level(used.service)
            } else {
                down
            };
            u64::from(used.stops[level])
        });
        organisation.users * shares.max().unwrap_or(0)
    }

    pub(super) fn count_failure(&mut self, component: ComponentId) {
        self.count.components[component.index()].failures += u32::from(self.is_counted());
    }

    pub(super) fn count_cause(&mut self, cause: CauseId) {
        *self.count.causes.entry(cause).or_default() += u32::from(self.is_counted());
    }

    pub(super) fn count_job(&mut self, crew: CrewId, waited: Span) {
        if self.is_counted() {
            self.count.crews[crew.index()].jobs += 1;
            self.count.crews[crew.index()].waited += waited;
        }
    }

    /// The instant is over: a suspension counts unless it only breaks a restart off.
    pub(super) fn count_suspensions(&mut self) {
        let counted = self.is_counted();
        for (id, thing) in self.things.iter().enumerate() {
            let before = std::mem::replace(&mut self.count.recorded[id], thing.condition);
            let fresh = !matches!(before, Condition::Restarting | Condition::Suspended);
            if fresh && counted && thing.condition == Condition::Suspended {
                self.count.components[id].suspensions += 1;
            }
        }
    }

    /// Components that were ever anything but up.
    pub fn components(&self) -> Vec<ComponentUse> {
        let all = self.count.components.iter().copied();
        all.filter(was_used).collect()
    }

    /// Crews that had work.
    pub fn crews(&self) -> Vec<CrewUse> {
        let all = self.count.crews.iter().copied();
        all.filter(|crew| crew.jobs > 0 || crew.busy > Span::ZERO)
            .collect()
    }

    /// How long each component was failed during outages that rest on it.
    pub fn presences(&self) -> Vec<Presence> {
        let pairs = self.count.together.iter();
        pairs
            .map(|(&(watch, component), &together)| Presence {
                watch,
                component,
                together,
            })
            .collect()
    }

    /// How often each cause came that is no component.
    pub fn causes(&self) -> Vec<(CauseId, u32)> {
        let causes = self
            .count
            .causes
            .iter()
            .map(|(&cause, &times)| (cause, times));
        causes.filter(|&(_, times)| times > 0).collect()
    }

    /// User-seconds lost, rounded once.
    pub fn losses(&self) -> Vec<(OrganisationId, i64)> {
        let all = self.count.lost.iter().enumerate();
        let some = all.filter(|&(_, &lost)| lost > 0);
        some.map(|(id, lost)| {
            let rounded = (lost + PER_USER_SECOND / 2) / PER_USER_SECOND;
            (OrganisationId::new(id), rounded as i64)
        })
        .collect()
    }

    /// Deadlocks that are counted.
    pub fn deadlocks(&self) -> Vec<(Instant, Vec<ComponentId>)> {
        let mut found = Vec::new();
        for (when, what) in &self.told {
            if let (Happening::Deadlock(members), true) = (what, *when > self.counting_from()) {
                found.push((*when, members.clone()));
            }
        }
        found
    }

    /// All outages in the order of their end, those still open last.
    pub fn outages(&self) -> Vec<Outage> {
        let mut outages = self.count.outages.clone();
        for (watch, open) in self.open.iter().enumerate() {
            if let Some((begin, root)) = *open {
                outages.push(Outage {
                    watch: WatchId::new(watch),
                    begin,
                    end: self.b.end(),
                    censored: true,
                    root,
                });
            }
        }
        outages.retain(|outage| outage.end > self.counting_from() && outage.end > outage.begin);
        outages
    }
}

/// Whether a component was ever anything but up.
pub fn was_used(used: &ComponentUse) -> bool {
    let counts = used.failures + used.suspensions;
    counts > 0 || used.failed + used.suspended + used.restarting > Span::ZERO
}

/// The time within [from, to) that lies in the hours or the on-call hours.
fn on_duty(crew: &Crew, from: Instant, to: Instant) -> Span {
    let calendars = [
        Some(&crew.hours),
        crew.on_call.as_ref().map(|(hours, _)| hours),
    ];
    let (mut sum, mut at) = (Span::ZERO, from);
    while at < to {
        let next = calendars
            .iter()
            .flatten()
            .map(|hours| next_change(hours, at));
        let next = next.min().unwrap_or(to).min(to);
        if calendars.iter().flatten().any(|hours| hours.is_open(at)) {
            sum += next - at;
        }
        at = next;
    }
    sum
}

/// When hours next begin or end after `at`.
fn next_change(hours: &Calendar, at: Instant) -> Instant {
    match hours.window(at) {
        Some((from, _)) if from > at => from,
        Some((_, to)) => to,
        None => Instant::NEVER,
    }
}
