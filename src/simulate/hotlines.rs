//! The hotlines within the world: which of them this replication simulates, and what they are told when an instant is over.
//!
//! Knows nothing of calls; that is `hotline`.

use crate::model::ids::{HotlineId, ServiceId};
use crate::simulate::hotline::{HotlineActor, HotlineCtx};
use crate::simulate::observe::Observer;
use crate::simulate::plan::Plan;
use crate::simulate::world::Run;

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
        let actors = ids.map(|id| HotlineActor::new(plan.blueprint, id, plan.layout.hotline(id)));
        Self {
            actors: actors.collect(),
            ..Self::default()
        }
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

    /// An event of a hotline's own.
    pub(super) fn fire_hotline(&mut self, hotline: HotlineId, local: u32) {
        self.with_hotline(hotline.index(), |actor, ctx| actor.fire(local, ctx));
    }

    /// The instant is over: tells the hotlines what changed, if any is simulated.
    pub(super) fn record_hotlines(&mut self) -> bool {
        if !self.state.hotlines.any_active {
            return false;
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
        true
    }

    /// The replication is over.
    pub(super) fn close_hotlines(&mut self) {
        for index in 0..self.state.hotlines.actors.len() {
            if self.state.hotlines.active[index] {
                let used = self.with_hotline(index, |actor, ctx| actor.finish(ctx));
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
            agenda: &mut state.agenda,
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
