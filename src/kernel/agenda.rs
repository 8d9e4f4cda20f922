//! The agenda: which slot fires next. The key is (instant, rank, order of scheduling); nothing depends on how a heap pops equals.

use crate::units::Instant;

/// What may wait: a dense number that the owner of the agenda gives a meaning to. One slot waits at most once.
pub type Slot = u32;

/// Settles ties within an instant, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// Calendar and environment: shifts, opening hours, hazards' ends.
    Calendar = 0,
    /// Completions: repair, restart, delivery, switchover, handling.
    Completion = 1,
    /// Failures, shocks, hazards.
    Failure = 2,
    /// Expiries: autonomy, level limit, patience, bypass.
    Expiry = 3,
    /// Arrivals and releases.
    Arrival = 4,
    /// Measurements.
    Measurement = 5,
}

/// Events that wait, popped in the order of (instant, rank, sequence).
#[derive(Clone, Debug, Default)]
pub struct Agenda {}

impl Agenda {
    /// An agenda for about `slots` slots.
    #[must_use]
    pub fn with_capacity(_slots: usize) -> Self {
        todo!()
    }

    /// Lets `slot` fire at `at`; a slot that waits already is re-timed (and takes a new sequence number).
    pub fn schedule(&mut self, _slot: Slot, _at: Instant, _rank: Rank) {
        todo!()
    }

    /// Takes `slot` out; returns the instant it would have fired, if it waited.
    pub fn cancel(&mut self, _slot: Slot) -> Option<Instant> {
        todo!()
    }

    /// When `slot` fires, if it waits.
    #[must_use]
    pub fn when(&self, _slot: Slot) -> Option<Instant> {
        todo!()
    }

    /// The next key without taking it.
    #[must_use]
    pub fn peek(&self) -> Option<(Instant, Rank)> {
        todo!()
    }

    /// Takes the next slot.
    pub fn pop(&mut self) -> Option<(Instant, Rank, Slot)> {
        todo!()
    }

    /// Forgets everything, keeps the memory: the next replication starts here.
    pub fn clear(&mut self) {
        todo!()
    }

    /// How many slots wait.
    #[must_use]
    pub fn len(&self) -> usize {
        todo!()
    }

    /// Whether nothing waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
