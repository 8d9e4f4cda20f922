//! The agenda: which slot fires next. The key is (instant, rank, order of scheduling); nothing depends on how a heap pops equals.
//!
//! Two parts: the [front](front) holds what fires now in full order, the [wheel](wheel) behind it what fires later, sorted
//! only as far as needed. Where few slots wait there is no wheel and the front holds all of them: then a heap is fastest.
//! A slot is found by its number, so that an event that no longer holds is cancelled or re-timed instead of left to fire;
//! nothing is hashed, and nothing is allocated once the front has had its greatest length. Knows nothing of what a slot
//! stands for.

mod front;
mod key;
mod wheel;

use crate::units::{Instant, Span};
use front::{Entry, Front};
use key::{Key, Node};
use wheel::Wheel;

pub use key::Rank;

/// What may wait: a dense number that the owner of the agenda gives a meaning to. One slot waits at most once.
pub type Slot = u32;

/// Up to so many waiting slots a heap alone is faster than a wheel (measured: `benches/agenda.rs`).
const FEW: usize = 50;

/// Events that wait, popped in the order of (instant, rank, sequence).
///
/// ```
/// use ausfall::kernel::{Agenda, Rank};
/// use ausfall::units::{Instant, Span};
/// let (noon, later) = (Instant::from_micros(12), Instant::from_micros(15));
/// let mut agenda = Agenda::new(3, 3, Span::from_micros(5));
/// agenda.schedule(0, later, Rank::Completion);
/// agenda.schedule(1, noon, Rank::Failure);
/// agenda.schedule(2, noon, Rank::Completion);
/// assert_eq!(agenda.pop(), Some((noon, Rank::Completion, 2)));
/// agenda.schedule(0, noon, Rank::Completion);
/// assert_eq!(agenda.pop(), Some((noon, Rank::Completion, 0)));
/// assert_eq!(agenda.cancel(1), Some(noon));
/// assert!(agenda.is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct Agenda {
    nodes: Vec<Node>,
    front: Front,
    wheel: Wheel,
    waiting: usize,
    /// How many schedulings there were, and one more.
    scheduled: u64,
    /// A slot waits if it was scheduled since: a number of `scheduled`, never 0.
    since: u64,
}

impl Default for Agenda {
    /// For few slots.
    fn default() -> Self {
        Self::new(0, 0, Span::ZERO)
    }
}

impl Agenda {
    /// An agenda for the slots 0 to `slots`, of which about `pending` wait at a time and one fires every `mean_gap`. More
    /// slots and other figures are no fault: they decide how fast the agenda is, never in which order slots fire.
    #[must_use]
    pub fn new(slots: usize, pending: usize, mean_gap: Span) -> Self {
        let few = pending <= FEW;
        Self {
            nodes: vec![Node::default(); slots],
            front: Front::with_capacity(FEW),
            wheel: if few {
                Wheel::none()
            } else {
                Wheel::new(mean_gap)
            },
            waiting: 0,
            scheduled: 1,
            since: 1,
        }
    }

    /// Lets `slot` fire at `at`; a slot that waits already is re-timed (and takes a new sequence number).
    pub fn schedule(&mut self, slot: Slot, at: Instant, rank: Rank) {
        self.make_room(slot);
        let key = Key::new(at, rank, self.scheduled);
        self.scheduled += 1;
        let before = std::mem::replace(&mut self.nodes[slot as usize].key, key);
        let later = self.wheel.holds(at);
        if !self.is_waiting(before) {
            self.waiting += 1;
        } else if !later && !self.wheel.holds(before.at) {
            return self.front.replace(Entry { key, slot }, &mut self.nodes);
        } else {
            self.leave(slot, before);
        }
        if later {
            self.wheel.insert(slot, &mut self.nodes);
        } else {
            self.front.insert(Entry { key, slot }, &mut self.nodes);
        }
    }

    /// Takes `slot` out; returns the instant it would have fired, if it waited.
    pub fn cancel(&mut self, slot: Slot) -> Option<Instant> {
        let key = self.key(slot)?;
        self.leave(slot, key);
        self.forget(slot);
        Some(key.at)
    }

    /// When `slot` fires, if it waits.
    #[must_use]
    pub fn when(&self, slot: Slot) -> Option<Instant> {
        self.key(slot).map(|key| key.at)
    }

    /// The next key without taking it; what it had to look for is kept for [`Agenda::pop`].
    #[inline]
    pub fn peek(&mut self) -> Option<(Instant, Rank)> {
        self.first().map(|Entry { key, .. }| (key.at, key.rank()))
    }

    /// Takes the next slot.
    #[inline]
    pub fn pop(&mut self) -> Option<(Instant, Rank, Slot)> {
        let Entry { key, slot } = self.first()?;
        self.front.take_first();
        self.forget(slot);
        Some((key.at, key.rank(), slot))
    }

    /// Forgets everything, keeps the memory: the next replication starts here. Takes no longer for many slots.
    pub fn clear(&mut self) {
        self.front.clear();
        self.wheel.clear();
        self.waiting = 0;
        self.since = self.scheduled;
    }

    /// How many slots wait.
    #[must_use]
    pub fn len(&self) -> usize {
        self.waiting
    }

    /// Whether nothing waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.waiting == 0
    }

    #[inline]
    fn first(&mut self) -> Option<Entry> {
        if !self.front.is_settled() {
            self.settle();
        }
        self.front.first().copied()
    }

    /// Brings the next slot to the top of the front.
    fn settle(&mut self) {
        self.front.settle(&mut self.nodes);
        if self.front.first().is_none() && self.waiting > 0 {
            self.wheel.advance(&mut self.nodes, &mut self.front);
        }
    }

    fn key(&self, slot: Slot) -> Option<Key> {
        let key = self.nodes.get(slot as usize)?.key;
        self.is_waiting(key).then_some(key)
    }

    #[inline]
    fn is_waiting(&self, key: Key) -> bool {
        key.sequence() >= self.since
    }

    /// Takes a slot that waited under `key` out of its place.
    fn leave(&mut self, slot: Slot, key: Key) {
        if self.wheel.holds(key.at) {
            self.wheel.remove(slot, key.at, &mut self.nodes);
        } else {
            self.front.remove(slot, &mut self.nodes);
        }
    }

    /// From now on `slot` does not wait.
    fn forget(&mut self, slot: Slot) {
        self.nodes[slot as usize].key = Key::default();
        self.waiting -= 1;
    }

    fn make_room(&mut self, slot: Slot) {
        if slot as usize >= self.nodes.len() {
            self.nodes.resize(slot as usize + 1, Node::default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_takes_24_bytes() {
        assert_eq!(size_of::<Node>(), 24);
    }

    /// What one replication did, the next does in the same memory; the lists of the wheel have none of their own.
    #[test]
    fn nothing_is_allocated_once_the_front_had_its_greatest_length() {
        let replication = |agenda: &mut Agenda| {
            agenda.clear();
            for slot in 0..10_000 {
                let at = Instant::from_micros(i64::from(slot % 100) << 20);
                agenda.schedule(slot, at, Rank::Failure);
            }
            while agenda.pop().is_some() {}
            (agenda.nodes.capacity(), agenda.front.capacity())
        };
        for mut agenda in [
            Agenda::new(10_000, 10_000, Span::from_micros(1 << 20)),
            Agenda::new(10_000, 0, Span::ZERO),
        ] {
            let first = replication(&mut agenda);
            assert_eq!(first.0, 10_000);
            assert_eq!(replication(&mut agenda), first);
        }
    }
}
