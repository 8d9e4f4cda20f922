//! What an instant leaves behind: levels, outages, and how long each component was in which condition (rulings 7, 12, 22, 24).

use ausfall::model::Blueprint;
use ausfall::model::ids::{CauseId, ComponentId, ServiceId, WatchId};
use ausfall::model::watch::Observed;
use ausfall::simulate::Happening;
use ausfall::simulate::outcome::Outage;
use ausfall::units::{Instant, Span};

use super::Second;
use super::things::Condition;

/// Times and outages, clipped to what is counted.
#[derive(Default)]
pub(super) struct Account {
    /// Per component: time failed, suspended, restarting.
    spent: Vec<[Span; 3]>,
    outages: Vec<Outage>,
}

impl Account {
    pub(super) fn new(b: &Blueprint) -> Self {
        Self {
            spent: vec![[Span::ZERO; 3]; b.components.len()],
            outages: Vec::new(),
        }
    }
}

impl Second<'_> {
    /// Nothing changes until `at`.
    pub(super) fn spend_until(&mut self, at: Instant) {
        let from = self.now.max(Instant::START + self.b.warm_up);
        let passed = (at - from).max(Span::ZERO);
        for (thing, spent) in self.things.iter().zip(&mut self.account.spent) {
            match thing.condition {
                Condition::Up => {}
                Condition::Failed => spent[0] += passed,
                Condition::Suspended => spent[1] += passed,
                Condition::Restarting => spent[2] += passed,
            }
        }
    }

    /// Time failed, suspended and restarting of each component.
    pub fn times(&self) -> &[[Span; 3]] {
        &self.account.spent
    }

    /// All outages in the order of their end, those still open last.
    pub fn outages(&self) -> Vec<Outage> {
        let mut outages = self.account.outages.clone();
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
        let warm = Instant::START + self.b.warm_up;
        outages.retain(|outage| outage.end > warm && outage.end > outage.begin);
        outages
    }

    /// The instant is over.
    pub(super) fn record(&mut self) {
        for service in (0..self.offers.len()).map(ServiceId::new) {
            self.record_level(service);
        }
        for watch in (0..self.open.len()).map(WatchId::new) {
            self.record_watch(watch);
        }
        self.record_deadlocks();
        self.shaken.clear();
        self.people
            .iter_mut()
            .for_each(|people| people.ended_at.clear());
    }

    fn record_level(&mut self, service: ServiceId) {
        let (before, after) = (self.offers[service.index()].recorded, self.level(service));
        if before != after {
            self.offers[service.index()].recorded = after;
            let cause = self.last_straw(&self.levels(service)[..after]);
            let cause = cause.filter(|_| after > before);
            self.tell(Happening::Level(service, after, cause));
        }
    }

    fn record_watch(&mut self, watch: WatchId) {
        match (self.open[watch.index()], self.is_bad(watch)) {
            (None, true) => {
                let root = self.root_of(watch);
                self.open[watch.index()] = Some((self.now, root));
                self.tell(Happening::OutageBegan(watch, root));
            }
            (Some((begin, root)), false) => {
                self.open[watch.index()] = None;
                self.tell(Happening::OutageEnded(watch));
                self.account.outages.push(Outage {
                    watch,
                    begin,
                    end: self.now,
                    censored: false,
                    root,
                });
            }
            _ => {}
        }
    }

    fn is_bad(&self, watch: WatchId) -> bool {
        match self.b.watches[watch.index()].of {
            Observed::Below(service, level) => self.level(service) > level,
            Observed::Not(signal) => !self.holds(signal),
            Observed::Demanded(service, level) => {
                self.level(service) >= level && self.holds(self.levels(service)[level].when)
            }
        }
    }

    fn root_of(&self, watch: WatchId) -> CauseId {
        let (service, above) = match self.b.watches[watch.index()].of {
            Observed::Not(signal) => return self.root[signal.index()],
            Observed::Below(service, level) => (service, level + 1),
            Observed::Demanded(service, level) => (service, level),
        };
        let levels = self.levels(service);
        let own = CauseId(levels[above.min(levels.len() - 1)].component.0);
        self.last_straw(&levels[..above]).unwrap_or(own)
    }

    /// The name of a component, for messages.
    pub fn name(&self, component: ComponentId) -> &str {
        &self.b.components[component.index()].name
    }
}
