//! What waits in one hotline: a tournament of its slots with the earliest event at the root (Knuth, TAOCP 3, 5.4.1).
//!
//! A hotline has few slots, and an event changes one or two of them. Each change plays the matches on one path of the tree:
//! as many as the number of slots has bits, without a branch that depends on the times. Ties are settled as in the world's
//! agenda, by (instant, rank, order of scheduling). Knows nothing of what a slot stands for.

use crate::kernel::Rank;
use crate::units::Instant;

/// An event in one number that compares as events do: 64 bits of the instant [µs, from 0 on], 4 of the rank, 36 of the order of
/// scheduling, 24 of the slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(u128);

impl Key {
    /// Later than every event.
    pub const NEVER: Self = Self(u128::MAX);
    const INSTANT: u32 = 64;
    const RANK: u32 = 60;
    const ORDER: u32 = 24;

    /// Before every event of the same instant and rank.
    #[must_use]
    pub fn before(at: Instant, rank: Rank) -> Self {
        Self((at.micros() as u128) << Self::INSTANT | (rank as u128) << Self::RANK)
    }

    /// Before every event of the same instant and rank.
    #[must_use]
    pub fn first_of_rank(self) -> Self {
        Self(self.0 >> Self::RANK << Self::RANK)
    }

    /// After every event of the same instant and rank.
    #[must_use]
    pub fn last_of_rank(self) -> Self {
        Self(self.0 | ((1 << Self::RANK) - 1))
    }

    /// The instant; for [`Key::NEVER`] one before the clock.
    #[must_use]
    pub fn at(self) -> Instant {
        Instant::from_micros((self.0 >> Self::INSTANT) as i64)
    }

    /// The smaller one, by a mask: who wins a match is luck, so a branch would be guessed wrongly half of the time, and the
    /// compiler makes one of [`Ord::min`].
    #[must_use]
    #[inline]
    fn earlier(self, rival: Self) -> Self {
        let wins = u128::from(rival < self).wrapping_neg();
        Self(self.0 ^ (self.0 ^ rival.0) & wins)
    }

    /// The slot.
    #[must_use]
    pub fn slot(self) -> u32 {
        self.0 as u32 & ((1 << Self::ORDER) - 1)
    }
}

/// The events of a hotline, at most one for each slot.
#[derive(Clone, Debug)]
pub struct Tournament {
    /// The root at 1, below `i` those at 2i and 2i + 1; the second half are the leaves, one for each slot. (With slots that are
    /// no power of two the leaves lie at two depths, and below the root is every one of them all the same.)
    keys: Vec<Key>,
    scheduled: u64,
}

impl Tournament {
    /// Room for slots `0..slots`; nothing waits.
    #[must_use]
    pub fn new(slots: u32) -> Self {
        assert!(
            slots <= 1 << Key::ORDER,
            "the language refuses so many agents"
        );
        Self {
            keys: vec![Key::NEVER; 2 * slots.max(2) as usize],
            scheduled: 0,
        }
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.keys.fill(Key::NEVER);
        self.scheduled = 0;
    }

    /// Lets `slot` fire at `at`; a slot that waits already is re-timed and is the last among its equals.
    #[inline]
    pub fn schedule(&mut self, slot: u32, at: Instant, rank: Rank) {
        let low = self.scheduled << Key::ORDER | u64::from(slot);
        self.scheduled += 1;
        self.play(slot, Key(Key::before(at, rank).0 | u128::from(low)));
    }

    /// Takes `slot` out; the instant at which it would have fired, if it waited.
    pub fn cancel(&mut self, slot: u32) -> Option<Instant> {
        let key = self.keys[self.leaf(slot)];
        self.play(slot, Key::NEVER);
        (key != Key::NEVER).then(|| key.at())
    }

    /// Takes an event out that has fired, unless its slot was re-timed meanwhile.
    #[inline]
    pub fn fired(&mut self, key: Key) {
        if self.keys[self.leaf(key.slot())] == key {
            self.play(key.slot(), Key::NEVER);
        }
    }

    /// The next event; [`Key::NEVER`] if nothing waits.
    #[must_use]
    #[inline]
    pub fn first(&self) -> Key {
        self.keys[1]
    }

    fn leaf(&self, slot: u32) -> usize {
        self.keys.len() / 2 + slot as usize
    }

    /// A slot has a new key: plays its matches up to the root.
    #[inline]
    fn play(&mut self, slot: u32, key: Key) {
        let (mut at, mut winner) = (self.leaf(slot), key);
        self.keys[at] = winner;
        while at > 1 {
            winner = winner.earlier(self.keys[at ^ 1]);
            at /= 2;
            self.keys[at] = winner;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Agenda, Seed, StreamName};
    use crate::units::Span;

    const RANKS: [Rank; 6] = [
        Rank::Calendar,
        Rank::Completion,
        Rank::Failure,
        Rank::Expiry,
        Rank::Arrival,
        Rank::Measurement,
    ];

    /// Random schedulings, cancellations and firings, with instants so coarse that ties are common.
    #[test]
    fn a_tournament_fires_in_the_order_of_the_agenda() {
        for slots in [1, 2, 3, 30, 64] {
            let mut tournament = Tournament::new(slots);
            let mut agenda = Agenda::new(slots as usize, slots as usize, Span::ZERO);
            let mut now = Instant::START;
            for step in 0..20_000 {
                let [what, slot, after, rank] =
                    Seed::new(11).uniforms(StreamName::of("tournament"), u64::from(slots), step, 0);
                let slot = (slot * f64::from(slots)) as u32;
                if what < 0.5 {
                    let at = Instant::from_micros(now.micros() + (after * 8.0) as i64);
                    let rank = RANKS[(rank * 6.0) as usize];
                    tournament.schedule(slot, at, rank);
                    agenda.schedule(slot, at, rank);
                } else if what < 0.6 {
                    assert_eq!(tournament.cancel(slot), agenda.cancel(slot));
                } else if let Some((at, rank, slot)) = agenda.pop() {
                    let first = tournament.first();
                    assert_eq!((first.at(), first.slot()), (at, slot));
                    assert!(Key::before(at, rank) == first.first_of_rank());
                    tournament.fired(first);
                    now = at;
                }
                let next = tournament.first();
                let waits = agenda.peek().is_some();
                assert_eq!(next != Key::NEVER, waits);
            }
        }
    }

    #[test]
    fn a_slot_that_was_re_timed_while_it_fired_goes_on_waiting() {
        let mut tournament = Tournament::new(2);
        let later = Instant::from_micros(9);
        tournament.schedule(1, Instant::from_micros(5), Rank::Arrival);
        let first = tournament.first();
        tournament.schedule(1, later, Rank::Arrival);
        tournament.fired(first);
        assert_eq!(
            (tournament.first().at(), tournament.first().slot()),
            (later, 1)
        );
    }
}
