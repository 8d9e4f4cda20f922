//! What waits in one hotline: a tournament of its slots with the earliest event at the root (Knuth, TAOCP 3, 5.4.1).
//!
//! A hotline has few slots, and an event changes one or two of them. Each change plays the matches on one path of the tree:
//! as many as the number of slots has bits, without a branch that depends on the times. Ties are settled as in the world's
//! agenda, by (instant, rank, order of scheduling). Knows nothing of what a slot stands for.

use crate::kernel::Rank;
use crate::units::Instant;

/// When an event comes, in one number: 64 bits of the instant [µs, from 0 on], 8 of the rank, 56 of the order of scheduling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(u128);

impl Key {
    /// Later than every event.
    pub const NEVER: Self = Self(u128::MAX);
    const INSTANT: u32 = 64;
    const RANK: u32 = 56;

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

    fn numbered(self, order: u64) -> Self {
        Self(self.0 | u128::from(order))
    }
}

/// The next event of a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When it comes; [`Key::NEVER`] if nothing waits.
    pub key: Key,
    /// Whose it is.
    pub slot: u32,
}

/// The events of a hotline, at most one for each slot.
#[derive(Clone, Debug)]
pub struct Tournament {
    /// The root at 1, below `i` those at 2i and 2i + 1; the second half are the leaves, one for each slot.
    entries: Vec<Entry>,
    scheduled: u64,
}

impl Tournament {
    /// Room for slots `0..slots`; nothing waits.
    #[must_use]
    pub fn new(slots: u32) -> Self {
        let leaves = slots.max(2).next_power_of_two();
        let slots = (0..leaves).chain(0..leaves);
        let idle = |slot| Entry {
            key: Key::NEVER,
            slot,
        };
        Self {
            entries: slots.map(idle).collect(),
            scheduled: 0,
        }
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        for entry in &mut self.entries {
            entry.key = Key::NEVER;
        }
        self.scheduled = 0;
    }

    /// Lets `slot` fire at `at`; a slot that waits already is re-timed and is the last among its equals.
    pub fn schedule(&mut self, slot: u32, at: Instant, rank: Rank) {
        let key = Key::before(at, rank).numbered(self.scheduled);
        self.scheduled += 1;
        self.play(Entry { key, slot });
    }

    /// Takes `slot` out; the instant at which it would have fired, if it waited.
    pub fn cancel(&mut self, slot: u32) -> Option<Instant> {
        let key = self.entries[self.leaf(slot)].key;
        self.drop_out(slot);
        (key != Key::NEVER).then(|| key.at())
    }

    /// Takes an event out that has fired, unless its slot was re-timed meanwhile.
    pub fn fired(&mut self, entry: Entry) {
        if self.entries[self.leaf(entry.slot)] == entry {
            self.drop_out(entry.slot);
        }
    }

    /// The next event; its key is [`Key::NEVER`] if nothing waits.
    #[must_use]
    pub fn first(&self) -> Entry {
        self.entries[1]
    }

    fn leaf(&self, slot: u32) -> usize {
        self.entries.len() / 2 + slot as usize
    }

    fn drop_out(&mut self, slot: u32) {
        self.play(Entry {
            key: Key::NEVER,
            slot,
        });
    }

    /// A slot has a new entry: plays its matches up to the root.
    fn play(&mut self, mut winner: Entry) {
        let mut at = self.leaf(winner.slot);
        self.entries[at] = winner;
        while at > 1 {
            let rival = self.entries[at ^ 1];
            if rival.key < winner.key {
                winner = rival;
            }
            at /= 2;
            self.entries[at] = winner;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Agenda, Seed, StreamName};

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
            let mut agenda = Agenda::new(slots as usize, 0, crate::units::Span::ZERO);
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
                    assert_eq!((first.key.at(), first.slot), (at, slot));
                    assert!(Key::before(at, rank) <= first.key);
                    tournament.fired(first);
                    now = at;
                }
                let next = tournament.first().key;
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
            (tournament.first().key.at(), tournament.first().slot),
            (later, 1)
        );
    }
}
