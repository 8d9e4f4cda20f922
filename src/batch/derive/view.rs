//! A tally seen through its blueprint: how many replications, how many years, and the sums over all groups.

use crate::batch::fold::{Part, Tally, WatchTally};
use crate::model::Blueprint;
use crate::model::ids::WatchId;
use crate::stats::Histogram;
use crate::units::{MICROS_PER_HOUR, MICROS_PER_YEAR};

/// User-seconds in a user-hour.
const SECONDS_PER_HOUR: f64 = 3_600.0;

/// A tally, or the first groups of it.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// What was simulated.
    pub blueprint: &'a Blueprint,
    /// All sums; those by groups are to be read through `parts`.
    pub tally: &'a Tally,
    /// The groups that hold a replication.
    pub parts: &'a [Part],
    /// Replications in these groups.
    pub n: u64,
    /// Length of the counted window [y]; at least one tick.
    pub years: f64,
    /// Full years in it.
    pub full_years: u64,
}

impl<'a> View<'a> {
    /// All of a tally.
    pub fn new(blueprint: &'a Blueprint, tally: &'a Tally) -> Self {
        Self::up_to(blueprint, tally, tally.parts.len())
    }

    /// The first `groups` groups of a tally.
    pub fn up_to(blueprint: &'a Blueprint, tally: &'a Tally, groups: usize) -> Self {
        let held = tally
            .parts
            .iter()
            .take_while(|part| part.replications > 0)
            .count();
        Self::of_parts(blueprint, tally, &tally.parts[..groups.min(held)])
    }

    /// One group of a tally.
    pub fn only(blueprint: &'a Blueprint, tally: &'a Tally, group: usize) -> Self {
        Self::of_parts(blueprint, tally, &tally.parts[group..=group])
    }

    fn of_parts(blueprint: &'a Blueprint, tally: &'a Tally, parts: &'a [Part]) -> Self {
        let window = (blueprint.horizon - blueprint.warm_up).micros().max(1);
        Self {
            blueprint,
            tally,
            parts,
            n: parts.iter().map(|part| part.replications).sum(),
            years: window as f64 / MICROS_PER_YEAR as f64,
            full_years: u64::from(blueprint.years()),
        }
    }

    /// Length of the counted window [µs].
    pub fn window(&self) -> i64 {
        (self.blueprint.horizon - self.blueprint.warm_up)
            .micros()
            .max(1)
    }

    /// Factor from ticks per replication to hours per year.
    pub fn hours_per_year(&self) -> f64 {
        1.0 / (MICROS_PER_HOUR as f64 * self.years)
    }

    /// Factor from a count per replication to a rate [1/y].
    pub fn per_year(&self) -> f64 {
        1.0 / self.years
    }

    /// Factor from user-seconds per replication to user-hours per year.
    pub fn user_hours_per_year(&self) -> f64 {
        1.0 / (SECONDS_PER_HOUR * self.years)
    }

    /// (Replication, full year) pairs.
    pub fn pairs(&self) -> u64 {
        self.n * self.full_years
    }

    /// The probes by number.
    pub fn probes(&self) -> std::ops::Range<usize> {
        0..self.blueprint.probes.len()
    }

    /// The counters by number.
    pub fn counters(&self) -> std::ops::Range<usize> {
        0..self.blueprint.counters.len()
    }

    /// The tallies of one watch, one for each group.
    pub fn watch(&self, id: WatchId) -> Vec<&'a WatchTally> {
        self.parts
            .iter()
            .map(|part| &part.watches[id.index()])
            .collect()
    }

    /// Per group the values of all its full years: those told by `values`, the others being zero.
    pub fn with_zeros(&self, values: impl Fn(&'a Part) -> &'a Histogram) -> Vec<Histogram> {
        let fill = |part: &'a Part| {
            let mut all = values(part).clone();
            let years = part.replications * self.full_years;
            all.add_many(0, years.saturating_sub(all.total()));
            all
        };
        self.parts.iter().map(fill).collect()
    }
}

/// Hours in a tick.
pub fn hours_per_tick() -> f64 {
    1.0 / MICROS_PER_HOUR as f64
}

/// User-hours in a user-second.
pub fn hours_per_second() -> f64 {
    1.0 / SECONDS_PER_HOUR
}
