//! What an instant leaves behind: levels and outages (rulings 12, 22, 24).

use ausfall::model::ids::{CauseId, ServiceId, WatchId};
use ausfall::model::watch::Observed;
use ausfall::simulate::Happening;
use ausfall::simulate::outcome::Outage;

use super::Second;

impl Second<'_> {
    /// The instant is over.
    pub(super) fn record(&mut self) {
        for service in (0..self.offers.len()).map(ServiceId::new) {
            self.record_level(service);
        }
        for watch in (0..self.open.len()).map(WatchId::new) {
            self.record_watch(watch);
        }
        self.record_deadlocks();
        self.count_suspensions();
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
                self.count.outages.push(Outage {
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
}
