//! The hotlines within the world: which of them this replication simulates, and what they are told when an instant is over.
//!
//! Knows nothing of calls; that is `hotline`.

use crate::kernel::Rank;
use crate::model::ids::{HotlineId, ServiceId};
use crate::simulate::Stop;
use crate::simulate::hotline::{HotlineActor, HotlineCtx, Key};
use crate::simulate::observe::Observer;
use crate::simulate::plan::Plan;
use crate::simulate::world::{MOST_EVENTS, Run};
use crate::units::Instant;

/// A service that changed its level: before, after, number of the outage.
type LevelChange = (ServiceId, usize, usize, u64);

/// The hotlines, and what they have not been told yet.
#[derive(Default)]
pub(super) struct Hotlines {
    actors: Vec<HotlineActor>,
    active: Vec<bool>,
    any_active: bool,
    /// Per service: how often it left its best level.
    outages: Vec<u64>,
    changes: Vec<LevelChange>,
    shaken: Vec<HotlineId>,
}

impl Hotlines {
    /// One actor for each hotline.
    pub(super) fn new(plan: &Plan) -> Self {
        let ids = (0..plan.blueprint.hotlines.len()).map(HotlineId::new);
        let actors = ids.map(|id| HotlineActor::new(plan.blueprint, id));
        Self {
            actors: actors.collect(),
            ..Self::default()
        }
    }

    /// The hotline whose event is next, if it comes before `until`, and how far it may run before another one is next.
    fn first(&self, until: Key) -> Option<(usize, Key)> {
        let keys = || self.actors.iter().map(HotlineActor::next).enumerate();
        let (first, key) = keys().min_by_key(|&(_, key)| key.first_of_rank())?;
        let others = keys().filter(|&(other, _)| other != first);
        let bounds = others.map(|(other, key)| match other < first {
            true => key.first_of_rank(),
            false => key.last_of_rank(),
        });
        (key < until).then(|| (first, bounds.fold(until, Key::min)))
    }

    /// A signal that the hotline rests on flipped.
    pub(super) fn shake(&mut self, hotline: HotlineId) {
        if self.any_active && !self.shaken.contains(&hotline) {
            self.shaken.push(hotline);
        }
    }

    /// A service changed its level.
    pub(super) fn note_level(&mut self, service: ServiceId, before: usize, after: usize) {
        if self.any_active {
            let number = &mut self.outages[service.index()];
            *number += u64::from(before == 0);
            self.changes.push((service, before, after, *number));
        }
    }
}

impl<O: Observer> Run<'_, '_, O> {
    /// Decides which hotlines this replication simulates.
    pub(super) fn begin_hotlines(&mut self) {
        let hotlines = &mut self.state.hotlines;
        hotlines.active.clear();
        hotlines.outages.clear();
        hotlines
            .outages
            .resize(self.plan.blueprint.services.len(), 0);
        hotlines.changes.clear();
        hotlines.shaken.clear();
        for index in 0..self.state.hotlines.actors.len() {
            let with = self.options.with_hotline;
            let active = self.with_hotline(index, |actor, ctx| actor.begin(ctx, with));
            self.state.hotlines.active.push(active);
        }
        self.state.hotlines.any_active = self.state.hotlines.active.contains(&true);
    }

    /// Lives through the hotlines' own events that come before all events of this instant and rank. Of equals, those of the
    /// hotline declared first come first, whatever the order of scheduling.
    ///
    /// # Errors
    /// [`Stop::TooManyEvents`].
    #[inline]
    pub(super) fn run_hotlines(&mut self, until: (Instant, Rank)) -> Result<(), Stop> {
        if self.state.hotlines.any_active {
            self.run_active_hotlines(until)
        } else {
            Ok(())
        }
    }

    fn run_active_hotlines(&mut self, (at, rank): (Instant, Rank)) -> Result<(), Stop> {
        let until = Key::before(at, rank);
        while let Some((hotline, until)) = self.state.hotlines.first(until) {
            let most = MOST_EVENTS.saturating_sub(self.state.outcome.events);
            self.with_hotline(hotline, |actor, ctx| actor.run(until, most, ctx));
            self.refuse_endless(|run| run.plan.blueprint.hotlines[hotline].name.clone())?;
        }
        Ok(())
    }

    /// The instant is over: tells the hotlines what changed.
    pub(super) fn record_hotlines(&mut self) {
        if !self.state.hotlines.any_active {
            return;
        }
        for at in 0..self.state.hotlines.changes.len() {
            let (service, before, after, number) = self.state.hotlines.changes[at];
            for index in 0..self.state.hotlines.actors.len() {
                self.with_hotline(index, |actor, ctx| {
                    actor.service_changed(service, before, after, number, ctx);
                });
            }
        }
        self.state.hotlines.changes.clear();
        while let Some(hotline) = self.state.hotlines.shaken.pop() {
            self.with_hotline(hotline.index(), |actor, ctx| actor.signals_changed(ctx));
        }
    }

    /// The replication is over.
    pub(super) fn close_hotlines(&mut self) {
        for index in 0..self.state.hotlines.actors.len() {
            if self.state.hotlines.active[index] {
                let used = self.state.hotlines.actors[index].finish();
                self.state.outcome.hotlines.extend(used);
            }
        }
    }

    /// Lets a hotline act in the present instant.
    fn with_hotline<R>(
        &mut self,
        index: usize,
        act: impl FnOnce(&mut HotlineActor, &mut HotlineCtx<'_, O>) -> R,
    ) -> R {
        let state = &mut *self.state;
        let signals = &state.signals;
        let mut ctx = HotlineCtx {
            now: self.now,
            truth: &|signal| signals.holds(signal),
            blueprint: self.plan.blueprint,
            seed: self.luck.seed,
            replication: self.luck.replication,
            events: &mut state.outcome.call_events,
            observer: self.observer,
        };
        act(&mut state.hotlines.actors[index], &mut ctx)
    }
}
