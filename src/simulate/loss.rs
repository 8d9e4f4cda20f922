//! Losses of organisations in user time, exact in integers, and the bad years and days of groups (`docs/semantics.md` 19, 25).
//!
//! What changed costs, what did not change does not. Knows levels and reachability, not why they changed.

use crate::model::Blueprint;
use crate::model::ids::{GroupId, OrganisationId};
use crate::model::organisation::Organisation;
use crate::simulate::Stop;
use crate::simulate::observe::Observer;
use crate::simulate::outcome::GroupYear;
use crate::simulate::plan::Plan;
use crate::simulate::world::Run;
use crate::units::{Instant, MICROS_PER_DAY, MICROS_PER_YEAR, Span};

/// Users · 10⁻⁶ · µs in one user-second.
const PER_USER_SECOND: i128 = 1_000_000_000_000;
/// Stands for a loss that cannot be counted, which stops the run.
const COUNTLESS: i64 = i64::MAX;

#[derive(Clone, Copy, Debug)]
struct OrganisationState {
    /// Users · share that stops [user 10⁻⁶].
    rate: u64,
    since: Instant,
    /// Loss until `since` [user 10⁻⁶ µs].
    lost: i128,
    /// Whether at least one used service is down.
    down: bool,
    shaken: bool,
}

#[derive(Clone, Copy, Debug)]
struct GroupState {
    /// Sum of the members' rates [user 10⁻⁶].
    rate: u64,
    /// Members with at least one used service down.
    down: u32,
    /// Until when everything is counted.
    at: Instant,
    /// The year that `lost`, `worst` and `most` belong to.
    year: Option<u32>,
    lost: i128,
    worst: i128,
    most: u32,
    /// The civil day that `day_lost` belongs to: the number of midnights up to it.
    day: usize,
    day_lost: i128,
}

/// The losses of all organisations and groups.
#[derive(Default)]
pub(super) struct Losses {
    organisations: Vec<OrganisationState>,
    groups: Vec<GroupState>,
    shaken: Vec<OrganisationId>,
}

impl Losses {
    /// Nothing is lost; every organisation is to be looked at.
    pub(super) fn reset(&mut self, blueprint: &Blueprint) {
        let start = Instant::START + blueprint.warm_up;
        let none = OrganisationState {
            rate: 0,
            since: start,
            lost: 0,
            down: false,
            shaken: true,
        };
        self.organisations.clear();
        self.organisations
            .resize(blueprint.organisations.len(), none);
        self.shaken.clear();
        self.shaken
            .extend((0..blueprint.organisations.len()).map(OrganisationId::new));
        self.groups.clear();
        self.groups.resize(blueprint.groups.len(), GroupState::NEW);
    }

    /// A level or a reachability that the organisation rests on changed.
    pub(super) fn shake(&mut self, organisation: OrganisationId) {
        let state = &mut self.organisations[organisation.index()];
        if !state.shaken {
            state.shaken = true;
            self.shaken.push(organisation);
        }
    }
}

impl OrganisationState {
    fn advance(&mut self, now: Instant) {
        if now > self.since {
            self.lost += i128::from(self.rate) * i128::from((now - self.since).micros());
            self.since = now;
        }
    }
}

impl GroupState {
    const NEW: Self = Self {
        rate: 0,
        down: 0,
        at: Instant::START,
        year: None,
        lost: 0,
        worst: 0,
        most: 0,
        day: 0,
        day_lost: 0,
    };

    /// Counts up to `now`, year by year and day by day.
    fn advance(&mut self, id: GroupId, now: Instant, plan: &Plan, years: &mut Vec<GroupYear>) {
        while self.at < now && (self.rate > 0 || self.down > 0) {
            let (year, year_ends) = year_after(plan.blueprint, self.at);
            let (day, day_ends) = day_after(plan, self.at);
            if day != self.day || year != self.year {
                self.close_day();
                self.day = day;
            }
            if year != self.year {
                self.close_year(id, years);
                self.year = year;
            }
            let until = now.min(year_ends).min(day_ends);
            if year.is_some() {
                let lost = i128::from(self.rate) * i128::from((until - self.at).micros());
                self.lost += lost;
                self.day_lost += lost;
                self.most = self.most.max(self.down);
            }
            self.at = until;
        }
        self.at = now;
    }

    fn close_day(&mut self) {
        self.worst = self.worst.max(self.day_lost);
        self.day_lost = 0;
    }

    fn close_year(&mut self, group: GroupId, years: &mut Vec<GroupYear>) {
        self.close_day();
        if let Some(year) = self.year
            && (self.lost > 0 || self.most > 0)
        {
            years.push(GroupYear {
                group,
                year,
                lost: user_seconds(self.lost),
                worst_day: user_seconds(self.worst),
                most_down: self.most,
            });
        }
        (self.lost, self.worst, self.most) = (0, 0, 0);
    }
}

impl<O: Observer> Run<'_, '_, O> {
    /// The instant is over: losses change their rate.
    pub(super) fn record_losses(&mut self) {
        while let Some(id) = self.state.losses.shaken.pop() {
            let what = &self.plan.blueprint.organisations[id.index()];
            let (share, down) = self.share_lost(what);
            let state = &mut self.state.losses.organisations[id.index()];
            state.shaken = false;
            let rate = what.users * u64::from(share);
            if (rate, down) == (state.rate, state.down) {
                continue;
            }
            state.advance(self.now);
            let before = (std::mem::replace(&mut state.rate, rate), state.down);
            state.down = down;
            self.move_groups(id, before, (rate, down));
        }
    }

    /// The largest share of work that stops [10⁻⁶], and whether any used service is down.
    fn share_lost(&self, organisation: &Organisation) -> (u32, bool) {
        let mut worst = (0, false);
        for used in &organisation.uses {
            let joined = used
                .reach
                .is_none_or(|reach| self.state.signals.holds(reach));
            let all = self.plan.blueprint.services[used.service.index()]
                .levels
                .len();
            let level = if joined {
                self.state.services.recorded(used.service)
            } else {
                all
            };
            let stops = used.stops.get(level).copied().unwrap_or(0);
            worst = (worst.0.max(stops), worst.1 || level == all);
        }
        worst
    }

    fn move_groups(&mut self, id: OrganisationId, before: (u64, bool), after: (u64, bool)) {
        for &group in self.plan.groups_of.get(id.index()) {
            let state = &mut self.state.losses.groups[group.index()];
            state.advance(group, self.now, self.plan, &mut self.state.outcome.years);
            state.rate = state.rate - before.0 + after.0;
            state.down = state.down - u32::from(before.1) + u32::from(after.1);
        }
    }

    /// The replication is over.
    pub(super) fn close_losses(&mut self) {
        let losses = &mut self.state.losses;
        for (id, state) in losses.organisations.iter_mut().enumerate() {
            state.advance(self.now);
            if state.lost > 0 {
                let lost = (OrganisationId::new(id), user_seconds(state.lost));
                self.state.outcome.losses.push(lost);
            }
        }
        let years = &mut self.state.outcome.years;
        for (id, state) in losses.groups.iter_mut().enumerate() {
            let group = GroupId::new(id);
            state.advance(group, self.now, self.plan, years);
            state.close_year(group, years);
        }
        years.sort_unstable_by_key(|year| (year.group, year.year));
    }

    /// Refuses a replication in which more is lost than can be counted.
    pub(super) fn check_losses(&self) -> Result<(), Stop> {
        let losses = self.state.outcome.losses.iter().map(|&(_, lost)| lost);
        if losses.fold(0, i64::saturating_add) == COUNTLESS {
            return Err(Stop::TooManyUserSeconds);
        }
        Ok(())
    }
}

/// User-seconds, rounded once; [`COUNTLESS`] where there are too many.
fn user_seconds(lost: i128) -> i64 {
    let rounded = (lost + PER_USER_SECOND / 2).div_euclid(PER_USER_SECOND);
    i64::try_from(rounded).unwrap_or(COUNTLESS)
}

/// The counted year that goes on after `at`, and when it ends.
fn year_after(blueprint: &Blueprint, at: Instant) -> (Option<u32>, Instant) {
    let warm = Instant::START + blueprint.warm_up;
    if at < warm {
        return (None, warm);
    }
    let year = (at - warm).micros() / MICROS_PER_YEAR;
    match u32::try_from(year) {
        Ok(counted) if counted < blueprint.years() => (
            Some(counted),
            warm + Span::from_micros((year + 1) * MICROS_PER_YEAR),
        ),
        _ => (None, Instant::NEVER),
    }
}

/// The civil day that goes on after `at`, and when it ends.
fn day_after(plan: &Plan, at: Instant) -> (usize, Instant) {
    let day = plan.midnights.partition_point(|&midnight| midnight <= at);
    (
        day,
        plan.midnights.get(day).copied().unwrap_or(Instant::NEVER),
    )
}

/// Civil midnights in local time that lie in the horizon; none where no group counts days.
pub(super) fn midnights(blueprint: &Blueprint) -> Vec<Instant> {
    if blueprint.groups.is_empty() {
        return Vec::new();
    }
    let start = &blueprint.clock.start;
    let mut midnights = Vec::new();
    let mut day = start.date();
    let mut last = Instant::START;
    while last < blueprint.end() {
        let next = day.tomorrow().ok().and_then(|next| {
            let midnight = next.to_zoned(start.time_zone().clone()).ok()?;
            day = next;
            let since = midnight.timestamp().duration_since(start.timestamp());
            i64::try_from(since.as_micros()).ok()
        });
        // Beyond the end of the civil calendar every day has 24 hours.
        let regular = last.micros().saturating_add(MICROS_PER_DAY);
        last = Instant::from_micros(next.unwrap_or(regular));
        midnights.push(last);
    }
    midnights
}
