//! The hotline of one replication: calls arrive, wait, are answered, give up (`semantics.md` 16, 17, 20, 21).
//!
//! The actor owns a fixed number of agenda slots and everything that waits behind them. It knows truth values of signals
//! and levels of services as they are told to it, and nothing of components, crews or how a service comes to fail.

use crate::kernel::{Agenda, Seed, Slot};
use crate::model::Blueprint;
use crate::model::ids::{HotlineId, ServiceId, Signal};
use crate::simulate::observe::Observer;
use crate::simulate::outcome::HotlineUse;
use crate::units::Instant;

/// What a hotline sees of the world while it acts.
pub struct HotlineCtx<'a, O: Observer> {
    /// The instant.
    pub now: Instant,
    /// Where events wait.
    pub agenda: &'a mut Agenda,
    /// Whether a signal holds; asked only for the signals of [`HotlineActor::signals`].
    pub truth: &'a dyn Fn(Signal) -> bool,
    /// What the scenario means.
    pub blueprint: &'a Blueprint,
    /// The master seed.
    pub seed: &'a Seed,
    /// Number of the replication.
    pub replication: u64,
    /// Counter of call events: offered, answered, given up, ended, cut.
    pub events: &'a mut u64,
    /// Who is told.
    pub observer: &'a mut O,
}

/// A hotline of one replication, kept from one to the next.
pub struct HotlineActor {
    id: HotlineId,
    first_slot: Slot,
}

impl HotlineActor {
    /// How many agenda slots the hotline takes: local numbers `0..slots`.
    #[must_use]
    pub fn slots(_blueprint: &Blueprint, _id: HotlineId) -> u32 {
        todo!()
    }

    /// Room for one replication at a time; local slot i is slot `first_slot + i` of the agenda.
    #[must_use]
    pub fn new(_blueprint: &Blueprint, id: HotlineId, first_slot: Slot) -> Self {
        Self { id, first_slot }
    }

    /// Signals whose change must be told by [`HotlineActor::signals_changed`], ascending.
    #[must_use]
    pub fn signals(_blueprint: &Blueprint, _id: HotlineId) -> Vec<Signal> {
        todo!()
    }

    /// Starts a replication, at instant 0, with everything forgotten. Whether the hotline is simulated in it: by the
    /// replication's number, or because `with` asks for it. Unless it is, nothing else needs to be called.
    pub fn begin<O: Observer>(&mut self, _ctx: &mut HotlineCtx<'_, O>, _with: bool) -> bool {
        let _ = (self.id, self.first_slot);
        todo!()
    }

    /// Local slot `local` fired.
    pub fn fire<O: Observer>(&mut self, _local: u32, _ctx: &mut HotlineCtx<'_, O>) {
        todo!()
    }

    /// Some of [`HotlineActor::signals`] changed in this instant; may be told more often than needed.
    pub fn signals_changed<O: Observer>(&mut self, _ctx: &mut HotlineCtx<'_, O>) {
        todo!()
    }

    /// A service changed its level (index; the number of levels: down) in this instant. `outage_number` counts the times
    /// that the service left its best level in this replication; it stays the same until the best level is back. To be
    /// told at all times, also before the counted window.
    pub fn service_changed<O: Observer>(
        &mut self,
        _service: ServiceId,
        _level_before: usize,
        _level_after: usize,
        _outage_number: u64,
        _ctx: &mut HotlineCtx<'_, O>,
    ) {
        todo!()
    }

    /// What the counted window saw, when the replication is over (at the horizon); `None` if it was not simulated.
    pub fn finish<O: Observer>(&mut self, _ctx: &mut HotlineCtx<'_, O>) -> Option<HotlineUse> {
        todo!()
    }
}
