//! Levels of services, their limits and their setting up (ruling 12).

use ausfall::model::ids::{CauseId, ServiceId, Signal};
use ausfall::model::service::{Level, Service};
use ausfall::simulate::Happening;
use ausfall::units::{Instant, Span};

use super::things::{Condition, Held};
use super::{Second, What, up};

/// What a service offers.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    /// The level that the clocks follow; the number of levels: down; beyond that: none yet.
    in_force: usize,
    /// The level when the last instant was over.
    pub recorded: usize,
    /// Per level: its limited period.
    periods: Vec<Period>,
}

#[derive(Clone, Debug)]
struct Period {
    used: Span,
    since: Option<Instant>,
    over: bool,
    /// What brought the level into force.
    root: CauseId,
}

impl Offer {
    pub(super) fn of(service: &Service) -> Self {
        let whole = Period {
            used: Span::ZERO,
            since: None,
            over: false,
            root: CauseId(0),
        };
        Self {
            in_force: service.levels.len() + 1,
            recorded: 0,
            periods: vec![whole; service.levels.len()],
        }
    }
}

impl<'b> Second<'b> {
    pub(super) fn levels(&self, service: ServiceId) -> &'b [Level] {
        &self.b.services[service.index()].levels
    }

    /// The best level that is up; the number of levels: down.
    pub(super) fn level(&self, service: ServiceId) -> usize {
        let levels = self.levels(service);
        let is_up = |level: &Level| self.condition(level.component) == Condition::Up;
        levels.iter().position(is_up).unwrap_or(levels.len())
    }

    /// The root of the last of these levels to fall.
    pub(super) fn last_straw(&self, levels: &[Level]) -> Option<CauseId> {
        let signals = levels.iter().map(|level| up(level.component).index());
        let last = signals.max_by_key(|&signal| self.fell[signal])?;
        Some(self.root[last])
    }

    /// A signal flipped: the services with a level that is or rests on it have to look.
    pub(super) fn shake_services(&mut self, signal: Signal) {
        for service in (0..self.b.services.len()).map(ServiceId::new) {
            let rests = |level: &Level| up(level.component) == signal || level.when == signal;
            if self.levels(service).iter().any(rests) && !self.shaken.contains(&service) {
                self.shaken.push(service);
            }
        }
    }

    /// Policy: the clocks follow the levels in force, until none changes any more.
    pub(super) fn follow_levels(&mut self) {
        loop {
            let mut moved = false;
            for service in self.shaken.clone() {
                let level = self.level(service);
                if self.offers[service.index()].in_force != level {
                    self.offers[service.index()].in_force = level;
                    self.follow(service, level);
                    moved = true;
                }
            }
            if !moved {
                break;
            }
        }
    }

    fn follow(&mut self, service: ServiceId, level: usize) {
        for limited in 0..self.levels(service).len() {
            if self.levels(service)[limited].limit.is_some() {
                self.stop_period(service, limited);
                if limited == level {
                    self.start_period(service, limited);
                }
                self.follow_regain(service, limited, level < limited);
            }
        }
        self.set_up(service, level);
    }

    fn stop_period(&mut self, service: ServiceId, level: usize) {
        let now = self.now;
        let period = &mut self.offers[service.index()].periods[level];
        if let Some(since) = period.since.take() {
            period.used += now - since;
            self.stop(What::Limit(service, level));
        }
    }

    fn start_period(&mut self, service: ServiceId, level: usize) {
        let levels = self.levels(service);
        let own = CauseId(levels[level].component.0);
        let root = self.last_straw(&levels[..level]).unwrap_or(own);
        let Some(limit) = levels[level].limit else {
            return;
        };
        let now = self.now;
        let period = &mut self.offers[service.index()].periods[level];
        if !period.over {
            (period.since, period.root) = (Some(now), root);
            let ends = now + (limit.at_most - period.used);
            self.set(What::Limit(service, level), ends);
        }
    }

    /// Unbroken time in a better level makes the period whole.
    fn follow_regain(&mut self, service: ServiceId, level: usize, better: bool) {
        let period = &self.offers[service.index()].periods[level];
        let spent = period.over || period.used > Span::ZERO;
        let what = What::Regained(service, level);
        if !better {
            self.stop(what);
        } else if let (true, None, Some(limit)) =
            (spent, self.when(what), self.levels(service)[level].limit)
        {
            self.set(what, self.now + limit.regain);
        }
    }

    /// Levels with a setup stand down while a better one is in force.
    fn set_up(&mut self, service: ServiceId, level: usize) {
        let mut moved = false;
        for (index, what) in self.levels(service).iter().enumerate().skip(1) {
            let component = what.component;
            if self.b.components[component.index()].restart.is_none() {
                continue;
            }
            let stood_down = self.things[component.index()]
                .held
                .contains(&Held::StoodDown);
            match (level < index, stood_down) {
                (true, false) => self.hold_down(component, Held::StoodDown, CauseId(component.0)),
                (false, true) => self.let_up(component, Held::StoodDown),
                _ => continue,
            }
            moved = true;
        }
        if moved {
            self.settle();
        }
    }

    pub(super) fn on_limit(&mut self, service: ServiceId, level: usize) {
        let what = &self.levels(service)[level];
        let Some(limit) = what.limit else { return };
        let period = &mut self.offers[service.index()].periods[level];
        (period.used, period.since, period.over) = (limit.at_most, None, true);
        let root = period.root;
        self.tell(Happening::LimitReached(service, level));
        if !limit.continues {
            self.hold_down(what.component, Held::Over, root);
        }
    }

    pub(super) fn on_regained(&mut self, service: ServiceId, level: usize) {
        let period = &mut self.offers[service.index()].periods[level];
        (period.used, period.over) = (Span::ZERO, false);
        self.tell(Happening::LimitRegained(service, level));
        self.let_up(self.levels(service)[level].component, Held::Over);
    }
}
