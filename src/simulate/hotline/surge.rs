//! Calls that an outage causes: users of one class who call because one service is below its best level.
//!
//! Each newly affected user calls once with chance `share`, at a rate that falls linearly to 0 over `within` and only
//! while the user is affected. Calls come where the integrated rate grows by unit exponentials, in a stream of their
//! own, so that base calls stay as they are.

use crate::kernel::{Seed, StreamName};
use crate::model::Blueprint;
use crate::model::hotline::{CallClass, Hotline, Surge};
use crate::model::ids::ServiceId;
use crate::units::{Instant, Span};

/// Surge calls of one class about one service.
#[derive(Clone, Debug)]
pub struct SurgeCalls {
    /// Index of the class.
    pub class: usize,
    /// The service.
    pub service: ServiceId,
    stream: StreamName,
    law: Surge,
    /// Affected users per level, best first, last: down [users].
    affected: Vec<f64>,
    level: usize,
    outage: u64,
    number: u64,
    cohorts: Vec<Cohort>,
    /// What the integrated rate must still grow by, from `since` on, until the next call.
    owed: f64,
    since: Instant,
    uniforms: [f64; 4],
}

/// Users who became affected at the same instant: those between two numbers of affected users.
#[derive(Clone, Copy, Debug)]
struct Cohort {
    began: Instant,
    from: f64,
    to: f64,
}

/// The rate of calls until the first cohort is through [1/µs], [1/µs²], [µs].
#[derive(Clone, Copy, Debug)]
struct Ramp {
    rate: f64,
    fall: f64,
    lasts: f64,
}

impl SurgeCalls {
    /// All sources of a hotline, by class, then service: one for each service whose loss affects users of the class.
    #[must_use]
    pub fn of_hotline(blueprint: &Blueprint, hotline: &Hotline) -> Vec<Self> {
        let Some(law) = hotline.surge else {
            return Vec::new();
        };
        let services = || (0..blueprint.services.len()).map(ServiceId::new);
        let classes = 0..hotline.classes.len();
        let pairs = classes.flat_map(|class| services().map(move |service| (class, service)));
        let source = |(class, service)| Self::new(blueprint, hotline, law, class, service);
        let sources = pairs.map(source);
        sources
            .filter(|calls| calls.affected.iter().any(|&users| users > 0.0))
            .collect()
    }

    fn new(
        blueprint: &Blueprint,
        hotline: &Hotline,
        law: Surge,
        class: usize,
        service: ServiceId,
    ) -> Self {
        Self {
            class,
            service,
            stream: hotline.classes[class].surge[service.index()],
            law,
            affected: affected(blueprint, &hotline.classes[class], service),
            level: 0,
            outage: 0,
            number: 0,
            cohorts: Vec::new(),
            owed: 0.0,
            since: Instant::START,
            uniforms: [0.5; 4],
        }
    }

    /// Forgets the last replication.
    pub fn reset(&mut self) {
        self.level = 0;
        self.cohorts.clear();
    }

    /// The service changed its level now, in the outage given.
    pub fn level(&mut self, level: usize, outage: u64, now: Instant) {
        self.settle(now);
        self.level = level;
        if level == 0 {
            self.cohorts.clear();
            return;
        }
        if outage != self.outage || self.cohorts.is_empty() {
            self.cohorts.clear();
            (self.outage, self.number) = (outage, 0);
        }
        let worst = self.cohorts.last().map_or(0.0, |cohort| cohort.to);
        let users = self.affected[level.min(self.affected.len() - 1)];
        if users > worst {
            self.cohorts.push(Cohort {
                began: now,
                from: worst,
                to: users,
            });
        }
    }

    /// Whether the first call of an outage has yet to be drawn: it is new, or began before the simulated time.
    #[must_use]
    pub fn is_undrawn(&self) -> bool {
        self.number == 0 && !self.cohorts.is_empty()
    }

    /// Draws the next call, counted from `now`.
    pub fn draw(&mut self, seed: &Seed, replication: u64, now: Instant) {
        self.uniforms = seed.uniforms(self.stream, replication, self.index(), 0);
        self.owed = -libm::log(self.uniforms[0]);
        self.since = now;
        self.number += 1;
    }

    /// The natural index of a call: 32 bits of the outage's number, 32 of the call's.
    fn index(&self) -> u64 {
        (self.outage << 32) | (self.number & u64::from(u32::MAX))
    }

    /// Lanes as those of base calls.
    #[must_use]
    pub fn uniforms(&self) -> &[f64; 4] {
        &self.uniforms
    }

    /// When the call that was drawn comes, if it comes while things stay as they are.
    #[must_use]
    pub fn due(&self) -> Option<Instant> {
        let (mut owed, mut after) = (self.owed, 0.0);
        while let Some(ramp) = self.ramp(after) {
            let room = ramp.lasts * (ramp.rate - 0.5 * ramp.fall * ramp.lasts);
            if owed < room {
                return Some(self.since + Span::drawn(after + ramp.reach(owed)));
            }
            owed -= room;
            after += ramp.lasts;
        }
        None
    }

    /// Until when calls may come while things stay as they are.
    #[must_use]
    pub fn until(&self) -> Option<Instant> {
        let calling = self
            .cohorts
            .iter()
            .filter(|&&cohort| self.size(cohort) > 0.0);
        calling.map(|cohort| cohort.began + self.law.within).max()
    }

    /// Takes from `owed` what the integrated rate grew by between `since` and `now`.
    fn settle(&mut self, now: Instant) {
        let left = |cohort: &Cohort, at: Instant| {
            let share = self.left((at - cohort.began).micros() as f64);
            self.size(*cohort) * self.law.share * share * share
        };
        let grown =
            |cohort: &Cohort| left(cohort, self.since.max(cohort.began)) - left(cohort, now);
        let grown: f64 = self.cohorts.iter().map(grown).sum();
        self.owed = (self.owed - grown).max(0.0);
        self.since = now;
    }

    /// Users of a cohort who are affected at the present level.
    fn size(&self, cohort: Cohort) -> f64 {
        let users = self.affected[self.level.min(self.affected.len() - 1)];
        (cohort.to.min(users) - cohort.from).max(0.0)
    }

    /// Share of `within` that is left at age `age` [µs].
    fn left(&self, age: f64) -> f64 {
        (1.0 - age / self.law.within.micros() as f64).max(0.0)
    }

    /// The rate from `after` [µs] past `since`: each cohort adds size · share · (2/W) · (1 − age/W).
    fn ramp(&self, after: f64) -> Option<Ramp> {
        let within = self.law.within.micros() as f64;
        let mut ramp = Ramp {
            rate: 0.0,
            fall: 0.0,
            lasts: f64::INFINITY,
        };
        for &cohort in &self.cohorts {
            let left = self.left((self.since - cohort.began).micros() as f64 + after);
            let height = 2.0 * self.size(cohort) * self.law.share / within;
            if left * within >= 0.5 && height > 0.0 {
                ramp.rate += height * left;
                ramp.fall += height / within;
                ramp.lasts = ramp.lasts.min(left * within);
            }
        }
        (ramp.rate > 0.0).then_some(ramp)
    }
}

impl Ramp {
    /// Where the integral rate·x − fall·x²/2 reaches `owed`, in the form that does not cancel.
    fn reach(self, owed: f64) -> f64 {
        let root = (self.rate * self.rate - 2.0 * self.fall * owed)
            .max(0.0)
            .sqrt();
        2.0 * owed / (self.rate + root)
    }
}

/// Users of the class whose work stops at each level of the service: Σ users · stops.
fn affected(blueprint: &Blueprint, class: &CallClass, service: ServiceId) -> Vec<f64> {
    let levels = blueprint.services[service.index()].levels.len() + 1;
    let mut affected = vec![0.0; levels];
    for organisation in class
        .organisations
        .iter()
        .map(|id| &blueprint.organisations[id.index()])
    {
        for used in organisation
            .uses
            .iter()
            .filter(|used| used.service == service)
        {
            for (sum, &stops) in affected.iter_mut().zip(&used.stops) {
                *sum += organisation.users as f64 * f64::from(stops) / 1e6;
            }
        }
    }
    affected[0] = 0.0;
    affected
}
