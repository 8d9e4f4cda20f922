//! The agenda: which slot fires next. The key is (instant, rank, order of scheduling); nothing depends on how a heap pops equals.
//!
//! A heap of the crate `priority-queue`, which finds a waiting slot by its number, so that an event that no longer holds
//! is cancelled or re-timed instead of left to fire. Knows nothing of what a slot stands for.

use std::cmp::Reverse;
use std::hash::{BuildHasherDefault, Hasher};

use priority_queue::PriorityQueue;

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

/// When a slot fires; the derived order compares instant, then rank, then sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    at: Instant,
    rank: Rank,
    /// How many schedulings came before: no two waiting slots share it, so the order is total.
    sequence: u64,
}

/// Events that wait, popped in the order of (instant, rank, sequence).
///
/// ```
/// use ausfall::kernel::{Agenda, Rank};
/// use ausfall::units::Instant;
/// let (noon, later) = (Instant::from_micros(12), Instant::from_micros(15));
/// let mut agenda = Agenda::with_capacity(3);
/// agenda.schedule(0, later, Rank::Completion);
/// agenda.schedule(1, noon, Rank::Failure);
/// agenda.schedule(2, noon, Rank::Completion);
/// assert_eq!(agenda.pop(), Some((noon, Rank::Completion, 2)));
/// agenda.schedule(0, noon, Rank::Completion);
/// assert_eq!(agenda.pop(), Some((noon, Rank::Completion, 0)));
/// assert_eq!(agenda.cancel(1), Some(noon));
/// assert!(agenda.is_empty());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    waiting: PriorityQueue<Slot, Reverse<Key>, BuildHasherDefault<SlotHasher>>,
    scheduled: u64,
}

impl Agenda {
    /// An agenda for about `slots` slots.
    #[must_use]
    pub fn with_capacity(slots: usize) -> Self {
        Self {
            waiting: PriorityQueue::with_capacity_and_default_hasher(slots),
            scheduled: 0,
        }
    }

    /// Lets `slot` fire at `at`; a slot that waits already is re-timed (and takes a new sequence number).
    pub fn schedule(&mut self, slot: Slot, at: Instant, rank: Rank) {
        let key = Key {
            at,
            rank,
            sequence: self.scheduled,
        };
        self.scheduled += 1;
        self.waiting.push(slot, Reverse(key));
    }

    /// Takes `slot` out; returns the instant it would have fired, if it waited.
    pub fn cancel(&mut self, slot: Slot) -> Option<Instant> {
        self.waiting.remove(&slot).map(|(_, Reverse(key))| key.at)
    }

    /// When `slot` fires, if it waits.
    #[must_use]
    pub fn when(&self, slot: Slot) -> Option<Instant> {
        self.waiting.get_priority(&slot).map(|Reverse(key)| key.at)
    }

    /// The next key without taking it.
    #[must_use]
    pub fn peek(&self) -> Option<(Instant, Rank)> {
        self.waiting
            .peek()
            .map(|(_, Reverse(key))| (key.at, key.rank))
    }

    /// Takes the next slot.
    pub fn pop(&mut self) -> Option<(Instant, Rank, Slot)> {
        self.waiting
            .pop()
            .map(|(slot, Reverse(key))| (key.at, key.rank, slot))
    }

    /// Forgets everything, keeps the memory: the next replication starts here.
    pub fn clear(&mut self) {
        self.waiting.clear();
        self.scheduled = 0;
    }

    /// How many slots wait.
    #[must_use]
    pub fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Whether nothing waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }
}

/// Spreads slot numbers by one multiplication (Fibonacci hashing, Knuth, TAOCP 3, 6.4): dense numbers never collide in
/// the low bits, and the high bits are well mixed. The same on every machine, and no defence against chosen keys, which
/// slots never are.
#[derive(Clone, Copy, Debug, Default)]
struct SlotHasher(u64);

impl SlotHasher {
    /// 2⁶⁴ / golden ratio, made odd.
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

    fn mix(&mut self, value: u64) {
        self.0 = (self.0 ^ value).wrapping_mul(Self::GOLDEN);
    }
}

impl Hasher for SlotHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.mix(u64::from(byte));
        }
    }

    fn write_u32(&mut self, slot: u32) {
        self.mix(u64::from(slot));
    }
}
