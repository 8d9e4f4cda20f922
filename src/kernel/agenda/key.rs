//! The key by which the agenda is ordered, and what it keeps for each slot.
//!
//! Knows nothing of where a slot waits.

use super::Slot;
use crate::units::Instant;

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

/// Bits of the order of scheduling within [`Key::order`]: 10¹⁸ schedulings.
const SEQUENCE_BITS: u32 = 60;

/// When a slot fires. No two waiting slots share the order of scheduling, so the order of keys is total.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Key {
    pub at: Instant,
    /// The rank, and below it how many schedulings came before.
    order: u64,
}

impl Key {
    pub fn new(at: Instant, rank: Rank, sequence: u64) -> Self {
        let order = (rank as u64) << SEQUENCE_BITS | sequence;
        Self { at, order }
    }

    pub fn rank(self) -> Rank {
        match self.order >> SEQUENCE_BITS {
            0 => Rank::Calendar,
            1 => Rank::Completion,
            2 => Rank::Failure,
            3 => Rank::Expiry,
            4 => Rank::Arrival,
            _ => Rank::Measurement,
        }
    }

    /// How many schedulings came before.
    pub fn sequence(self) -> u64 {
        self.order & ((1 << SEQUENCE_BITS) - 1)
    }

    /// Whether it fires before `other`; instant and order as one wide number, so that no branch decides between them.
    pub fn before(self, other: Self) -> bool {
        self.wide() < other.wide()
    }

    fn wide(self) -> i128 {
        i128::from(self.at.micros()) << 64 | i128::from(self.order)
    }
}

/// No slot: the end of a list.
pub(super) const NONE: Slot = Slot::MAX;

/// What is kept for each slot: 24 bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Node {
    /// When it fires, if it waits.
    pub key: Key,
    /// In the front: its place there. In the wheel: the slot before it in its list.
    pub back: u32,
    /// In the wheel: the slot behind it in its list.
    pub next: Slot,
}
