//! Watches: outages with their root causes, and what was failed meanwhile (`docs/semantics.md` 22, 24).
//!
//! Looks when an instant is over, so an outage of length 0 does not exist. Knows nothing of durations' meaning.

use crate::model::ids::{CauseId, ComponentId, WatchId};
use crate::model::watch::Observed;
use crate::simulate::marks::Marks;
use crate::simulate::observe::{Happening, Observer};
use crate::simulate::outcome::{Outage, Presence};
use crate::simulate::world::Run;
use crate::units::{Instant, Span};

/// So many overlaps may stand beside one another before they are merged.
const FEW: usize = 1 << 10;

/// An outage under way.
#[derive(Clone, Copy, Debug)]
struct Open {
    begin: Instant,
    root: CauseId,
}

/// The state of all watches, and what is failed.
#[derive(Default)]
pub(super) struct Watches {
    open: Vec<Option<Open>>,
    is_shaken: Vec<bool>,
    shaken: Vec<WatchId>,
    /// Watches in outage.
    bad: Vec<WatchId>,
    /// Components that are failed.
    failed: Marks,
    /// What is failed below an outage, since when both are.
    pairs: Vec<(WatchId, ComponentId, Instant)>,
    /// Whether the event came that ends the replication.
    pub over: bool,
    /// Overlaps that are over: how many entries were left when they were last merged.
    merged: usize,
}

impl Watches {
    /// Nothing is bad, and every watch is to be looked at.
    pub(super) fn reset(&mut self, count: usize, components: usize) {
        self.open.clear();
        self.open.resize(count, None);
        self.is_shaken.clear();
        self.is_shaken.resize(count, true);
        self.shaken.clear();
        self.shaken.extend((0..count).map(WatchId::new));
        self.bad.clear();
        self.failed.reset(components);
        self.merged = 0;
        self.pairs.clear();
        self.over = false;
    }

    /// The watch must be looked at when the instant is over.
    pub(super) fn shake(&mut self, watch: WatchId) {
        if !self.is_shaken[watch.index()] {
            self.is_shaken[watch.index()] = true;
            self.shaken.push(watch);
        }
    }

    fn next_shaken(&mut self) -> Option<WatchId> {
        let watch = self.shaken.pop()?;
        self.is_shaken[watch.index()] = false;
        Some(watch)
    }
}

impl<O: Observer> Run<'_, '_, O> {
    /// The instant is over: outages begin and end.
    pub(super) fn record_watches(&mut self) {
        if self.state.watches.shaken.is_empty() {
            return;
        }
        self.state.watches.shaken.sort_unstable_by(|a, b| b.cmp(a));
        while let Some(watch) = self.state.watches.next_shaken() {
            let bad = self.is_bad(watch);
            match (self.state.watches.open[watch.index()], bad) {
                (None, true) => self.begin_outage(watch),
                (Some(open), false) => self.end_outage(watch, open),
                _ => {}
            }
        }
    }

    fn is_bad(&self, watch: WatchId) -> bool {
        match self.plan.blueprint.watches[watch.index()].of {
            Observed::Below(service, level) => self.level(service) > level,
            Observed::Not(signal) => !self.state.signals.holds(signal),
            Observed::Demanded(service, level) => {
                let levels = &self.plan.blueprint.services[service.index()].levels;
                self.level(service) >= level && self.state.signals.holds(levels[level].when)
            }
        }
    }

    /// The last straw: the root cause of what fell last of all that the watch rests on.
    fn root_of(&self, watch: WatchId) -> CauseId {
        let (service, levels) = match self.plan.blueprint.watches[watch.index()].of {
            Observed::Not(signal) => return self.state.signals.root(signal),
            Observed::Below(service, level) => (service, level + 1),
            Observed::Demanded(service, level) => (service, level),
        };
        let all = &self.plan.blueprint.services[service.index()].levels;
        let own = CauseId(all[levels.min(all.len() - 1)].component.0);
        self.root_below(&all[..levels]).unwrap_or(own)
    }

    fn begin_outage(&mut self, watch: WatchId) {
        let root = self.root_of(watch);
        self.state.watches.open[watch.index()] = Some(Open {
            begin: self.now,
            root,
        });
        self.tell(Happening::OutageBegan(watch, root));
        let until = self.plan.blueprint.until.map(|until| until.watch);
        self.state.watches.over |= until == Some(watch) && self.now > Instant::START;
        let below = &self.plan.blueprint.watches[watch.index()].below;
        let watches = &mut self.state.watches;
        watches.bad.push(watch);
        let (pairs, now) = (&mut watches.pairs, self.now);
        watches
            .failed
            .each_of(below, |component| pairs.push((watch, component, now)));
    }

    fn end_outage(&mut self, watch: WatchId, open: Open) {
        self.tell(Happening::OutageEnded(watch));
        self.state.watches.open[watch.index()] = None;
        self.state.watches.bad.retain(|&bad| bad != watch);
        self.close_pairs(|of, _| of == watch);
        self.push_outage(watch, open, false);
    }

    fn push_outage(&mut self, watch: WatchId, open: Open, censored: bool) {
        let outage = Outage {
            watch,
            begin: open.begin,
            end: self.now,
            censored,
            root: open.root,
        };
        let lasted = self.now > open.begin || self.state.watches.over;
        if self.now > Instant::START + self.plan.blueprint.warm_up && lasted {
            self.keep_outage(outage);
        }
    }

    fn keep_outage(&mut self, outage: Outage) {
        if !self.observer.takes(&outage) {
            self.state.outcome.outages.push(outage);
        }
    }

    /// A component is failed from now on.
    pub(super) fn record_failed(&mut self, component: ComponentId) {
        let plan = self.plan;
        let watches = &mut self.state.watches;
        watches.failed.set(component, true);
        for &watch in &watches.bad {
            if plan.blueprint.watches[watch.index()]
                .below
                .binary_search(&component)
                .is_ok()
            {
                watches.pairs.push((watch, component, self.now));
            }
        }
    }

    /// A component is no longer failed.
    pub(super) fn record_recovered(&mut self, component: ComponentId) {
        self.state.watches.failed.set(component, false);
        self.close_pairs(|_, of| of == component);
    }

    /// Ends the overlaps that `ends` chooses.
    fn close_pairs(&mut self, ends: impl Fn(WatchId, ComponentId) -> bool) {
        if self.state.watches.pairs.is_empty() {
            return;
        }
        let (warm_up, now) = (Instant::START + self.plan.blueprint.warm_up, self.now);
        let presences = &mut self.state.outcome.presences;
        self.state
            .watches
            .pairs
            .retain(|&(watch, component, since)| {
                let over = ends(watch, component);
                let from = since.max(warm_up);
                if over && now > from {
                    presences.push(Presence {
                        watch,
                        component,
                        together: now - from,
                    });
                }
                !over
            });
        if presences.len() >= 2 * self.state.watches.merged + FEW {
            merge(presences);
            self.state.watches.merged = presences.len();
        }
    }

    /// The replication is over: outages that are still open are censored.
    pub(super) fn close_watches(&mut self) {
        self.close_pairs(|_, _| true);
        for id in 0..self.state.watches.open.len() {
            if let Some(open) = self.state.watches.open[id] {
                self.push_outage(WatchId::new(id), open, true);
            }
        }
        merge(&mut self.state.outcome.presences);
    }
}

/// One entry for each pair of watch and component, in order.
fn merge(presences: &mut Vec<Presence>) {
    presences.sort_unstable_by_key(|presence| (presence.watch, presence.component));
    presences.dedup_by(|later, first| {
        let same = (later.watch, later.component) == (first.watch, first.component);
        first.together += if same { later.together } else { Span::ZERO };
        same
    });
}
