//! The fold: outcomes of replications into exact sums that merge in any order.
//!
//! One tally for each of 32 groups of replications; ratios and quantiles take the groups as unit of variance, everything else
//! their sum. Adding an outcome costs in proportion to what happened in it. Knows nothing of intervals.

mod course;
mod courses;
mod hotline;
mod losses;
pub mod term;
mod watch;

use std::collections::BTreeMap;

use crate::model::Blueprint;
use crate::model::ids::{CauseId, ComponentId, GroupId, OrganisationId};
use crate::simulate::Outcome;
use crate::simulate::outcome::{ComponentUse, CrewUse};
use crate::stats::{GROUPS, Moments, group_of};

pub use courses::{Courses, Lived};
pub use hotline::{CallSums, HotlineTally};
#[cfg(test)]
pub use losses::add_years;
pub use losses::{GroupTally, YearBook, YearLoss};
pub use watch::WatchTally;

/// Sums of the replications of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Replications.
    pub replications: u64,
    /// Per watch.
    pub watches: Vec<WatchTally>,
    /// Per counter: time in which each of its conditions does not hold, summed over them, per replication [µs].
    pub counters: Vec<Moments>,
    /// Per probe: replications in which the signal held.
    pub probes: Vec<u64>,
    /// Per set of organisations.
    pub groups: Vec<GroupTally>,
    /// Per crew.
    pub crews: Vec<CrewTally>,
    /// Per hotline; its replications fall to the groups by their own count.
    pub hotlines: Vec<HotlineTally>,
}

/// Sums of all replications, those of the 32 groups kept apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// The groups of replications.
    pub parts: Vec<Part>,
    /// Logical state changes.
    pub events: u64,
    /// Components that left the up state.
    pub components: BTreeMap<ComponentId, ComponentTally>,
    /// How often causes struck that are no components.
    pub causes: BTreeMap<CauseId, Moments>,
    /// User-seconds lost per organisation.
    pub organisations: BTreeMap<OrganisationId, Moments>,
    /// Deadlocks per set of members.
    pub deadlocks: BTreeMap<Vec<ComponentId>, Moments>,
    /// Years by what all organisations lost in them.
    pub years: YearBook,
}

/// How a component fared, per replication: counts [1] and times [µs].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ComponentTally {
    /// Failures.
    pub failures: Moments,
    /// Suspensions.
    pub suspensions: Moments,
    /// Time failed.
    pub failed: Moments,
    /// Time suspended.
    pub suspended: Moments,
    /// Time restarting.
    pub restarting: Moments,
}

/// How a crew fared, per replication: counts [1] and times [µs].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CrewTally {
    /// Jobs begun.
    pub jobs: Moments,
    /// People's time busy.
    pub busy: Moments,
    /// Of it, outside the hours.
    pub overtime: Moments,
    /// Time in which all of its people are busy.
    pub full: Moments,
    /// Time from request to dispatch.
    pub waited: i128,
}

impl Tally {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(blueprint: &Blueprint) -> Self {
        Self {
            parts: vec![Part::new(blueprint); GROUPS],
            events: 0,
            components: BTreeMap::new(),
            causes: BTreeMap::new(),
            organisations: BTreeMap::new(),
            deadlocks: BTreeMap::new(),
            years: YearBook::default(),
        }
    }

    /// Replications added.
    #[must_use]
    pub fn replications(&self) -> u64 {
        self.parts.iter().map(|part| part.replications).sum()
    }

    /// Adds the replications of another tally of the same blueprint.
    pub fn merge(&mut self, other: &Self) {
        each(&mut self.parts, &other.parts, Part::merge);
        self.events += other.events;
        merge_map(
            &mut self.components,
            &other.components,
            ComponentTally::merge,
        );
        merge_map(&mut self.causes, &other.causes, Moments::merge);
        merge_map(
            &mut self.organisations,
            &other.organisations,
            Moments::merge,
        );
        merge_map(&mut self.deadlocks, &other.deadlocks, Moments::merge);
        self.years.merge(&other.years);
    }
}

impl Part {
    fn new(blueprint: &Blueprint) -> Self {
        Self {
            replications: 0,
            watches: blueprint.watches.iter().map(WatchTally::new).collect(),
            counters: vec![Moments::default(); blueprint.counters.len()],
            probes: vec![0; blueprint.probes.len()],
            groups: vec![GroupTally::default(); blueprint.groups.len()],
            crews: vec![CrewTally::default(); blueprint.crews.len()],
            hotlines: blueprint.hotlines.iter().map(HotlineTally::new).collect(),
        }
    }

    fn merge(&mut self, other: &Self) {
        self.replications += other.replications;
        each(&mut self.watches, &other.watches, WatchTally::merge);
        each(&mut self.counters, &other.counters, Moments::merge);
        each(&mut self.probes, &other.probes, |sum, more| *sum += more);
        each(&mut self.groups, &other.groups, GroupTally::merge);
        each(&mut self.crews, &other.crews, CrewTally::merge);
        each(&mut self.hotlines, &other.hotlines, HotlineTally::merge);
    }
}

impl ComponentTally {
    fn add(&mut self, of: &ComponentUse) {
        self.failures.add(i64::from(of.failures));
        self.suspensions.add(i64::from(of.suspensions));
        self.failed.add(of.failed.micros());
        self.suspended.add(of.suspended.micros());
        self.restarting.add(of.restarting.micros());
    }

    fn merge(&mut self, other: &Self) {
        self.failures.merge(&other.failures);
        self.suspensions.merge(&other.suspensions);
        self.failed.merge(&other.failed);
        self.suspended.merge(&other.suspended);
        self.restarting.merge(&other.restarting);
    }
}

impl CrewTally {
    fn add(&mut self, of: &CrewUse) {
        self.jobs.add(i64::from(of.jobs));
        self.busy.add(of.busy.micros());
        self.overtime.add(of.overtime.micros());
        self.full.add(of.full.micros());
        self.waited += i128::from(of.waited.micros());
    }

    /// Adds the replications of another tally.
    pub fn merge(&mut self, other: &Self) {
        self.jobs.merge(&other.jobs);
        self.busy.merge(&other.busy);
        self.overtime.merge(&other.overtime);
        self.full.merge(&other.full);
        self.waited += other.waited;
    }
}

/// Adds outcomes to a tally; keeps the room it needs from one replication to the next.
pub struct Folder<'b> {
    blueprint: &'b Blueprint,
    tally: Tally,
    /// Per organisation: the groups it belongs to.
    belongs: Vec<Vec<GroupId>>,
    /// Per group: what it lost in the replication at hand [user s]; 0 between replications.
    lost: Vec<i64>,
}

impl<'b> Folder<'b> {
    /// An empty tally of `blueprint`.
    #[must_use]
    pub fn new(blueprint: &'b Blueprint) -> Self {
        let mut belongs = vec![Vec::new(); blueprint.organisations.len()];
        for (id, group) in blueprint.groups.iter().enumerate() {
            group
                .members
                .iter()
                .for_each(|member| belongs[member.index()].push(GroupId::new(id)));
        }
        Self {
            blueprint,
            tally: Tally::new(blueprint),
            belongs,
            lost: vec![0; blueprint.groups.len()],
        }
    }

    /// What was added so far.
    #[must_use]
    pub const fn tally(&self) -> &Tally {
        &self.tally
    }

    /// Adds the replications of another tally of the same blueprint.
    pub fn merge_tally(&mut self, other: &Tally) {
        self.tally.merge(other);
    }

    /// Gives the tally away.
    #[must_use]
    pub fn into_tally(self) -> Tally {
        self.tally
    }

    /// Adds what replication `replication` leaves behind.
    pub fn add(&mut self, lived: Lived<'_>, replication: u64) {
        let outcome = lived.outcome;
        let group = group_of(replication);
        self.tally.events += outcome.events;
        self.tally.parts[group].replications += 1;
        self.add_watches(lived, group);
        self.add_things(outcome);
        self.add_losses(outcome, group, replication);
        let part = &mut self.tally.parts[group];
        for (held, sum) in outcome.probes.iter().zip(&mut part.probes) {
            *sum += u64::from(*held);
        }
        outcome
            .crews
            .iter()
            .for_each(|crew| part.crews[crew.crew.index()].add(crew));
        for of in &outcome.hotlines {
            let every = self.blueprint.hotlines[of.hotline.index()].every.max(1);
            self.tally.parts[group_of(replication / every)].hotlines[of.hotline.index()].add(of);
        }
    }

    fn add_watches(&mut self, lived: Lived<'_>, group: usize) {
        let (blueprint, part) = (self.blueprint, &mut self.tally.parts[group]);
        for (id, course) in lived.courses.touched() {
            part.watches[id.index()].add(blueprint, &blueprint.watches[id.index()], course);
        }
        for (counter, down) in blueprint.counters.iter().zip(&mut part.counters) {
            let of = counter.of.iter().map(|&id| lived.courses.of(id).down);
            down.add(of.map(|down| down.micros()).sum());
        }
        let watches = &mut part.watches;
        for presence in &lived.outcome.presences {
            watches[presence.watch.index()].add_presence(presence);
        }
    }

    fn add_things(&mut self, outcome: &Outcome) {
        for of in &outcome.components {
            self.tally
                .components
                .entry(of.component)
                .or_default()
                .add(of);
        }
        for &(cause, count) in &outcome.causes {
            self.tally
                .causes
                .entry(cause)
                .or_default()
                .add(i64::from(count));
        }
        let mut deadlocks: BTreeMap<&Vec<ComponentId>, i64> = BTreeMap::new();
        for (_, members) in &outcome.deadlocks {
            *deadlocks.entry(members).or_insert(0) += 1;
        }
        for (members, count) in deadlocks {
            self.tally
                .deadlocks
                .entry(members.clone())
                .or_default()
                .add(count);
        }
    }

    fn add_losses(&mut self, outcome: &Outcome, group: usize, replication: u64) {
        for &(organisation, lost) in &outcome.losses {
            self.tally
                .organisations
                .entry(organisation)
                .or_default()
                .add(lost);
            for of in &self.belongs[organisation.index()] {
                self.lost[of.index()] += lost;
            }
        }
        let groups = &mut self.tally.parts[group].groups;
        for (tally, lost) in groups.iter_mut().zip(&mut self.lost) {
            tally.lost.add(std::mem::take(lost));
        }
        losses::add_years(groups, &outcome.years);
        for year in outcome.years.iter().filter(|year| year.group.index() == 0) {
            self.tally.years.add(YearLoss {
                lost: year.lost,
                replication,
                year: year.year,
            });
        }
    }
}

/// Merges lists place by place.
fn each<T>(into: &mut [T], from: &[T], merge: impl Fn(&mut T, &T)) {
    into.iter_mut()
        .zip(from)
        .for_each(|(into, from)| merge(into, from));
}

/// Merges maps key by key.
fn merge_map<K: Ord + Clone, V: Default>(
    into: &mut BTreeMap<K, V>,
    from: &BTreeMap<K, V>,
    merge: impl Fn(&mut V, &V),
) {
    for (key, value) in from {
        merge(into.entry(key.clone()).or_default(), value);
    }
}
