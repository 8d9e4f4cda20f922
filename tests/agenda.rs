//! The agenda against a naive shadow: the same operations on both, the same answers from both.

use std::collections::BTreeMap;

use ausfall::kernel::{Agenda, Rank, Seed, Slot, StreamName};
use ausfall::units::Instant;
use rand::{Rng, RngExt};

const RANKS: [Rank; 6] = [
    Rank::Calendar,
    Rank::Completion,
    Rank::Failure,
    Rank::Expiry,
    Rank::Arrival,
    Rank::Measurement,
];

/// What the agenda promises, written down without a heap: a sorted map of keys, and the key of each slot.
#[derive(Default)]
struct Shadow {
    by_key: BTreeMap<(Instant, Rank, u64), Slot>,
    by_slot: BTreeMap<Slot, (Instant, Rank, u64)>,
    scheduled: u64,
}

impl Shadow {
    fn schedule(&mut self, slot: Slot, at: Instant, rank: Rank) {
        self.cancel(slot);
        let key = (at, rank, self.scheduled);
        self.scheduled += 1;
        self.by_key.insert(key, slot);
        self.by_slot.insert(slot, key);
    }

    fn cancel(&mut self, slot: Slot) -> Option<Instant> {
        let key = self.by_slot.remove(&slot)?;
        self.by_key.remove(&key);
        Some(key.0)
    }

    fn when(&self, slot: Slot) -> Option<Instant> {
        self.by_slot.get(&slot).map(|key| key.0)
    }

    fn peek(&self) -> Option<(Instant, Rank)> {
        self.by_key.first_key_value().map(|(key, _)| (key.0, key.1))
    }

    fn pop(&mut self) -> Option<(Instant, Rank, Slot)> {
        let ((at, rank, _), slot) = self.by_key.pop_first()?;
        self.by_slot.remove(&slot);
        Some((at, rank, slot))
    }
}

/// One random operation on both; few instants, so that ties of instant and rank are common.
fn step(luck: &mut impl Rng, slots: Slot, now: &mut i64, agenda: &mut Agenda, shadow: &mut Shadow) {
    let slot = luck.random_range(0..slots);
    match luck.random_range(0..10) {
        0..5 => {
            let at = Instant::from_micros(*now + luck.random_range(0..20));
            let rank = RANKS[luck.random_range(0..RANKS.len())];
            agenda.schedule(slot, at, rank);
            shadow.schedule(slot, at, rank);
        }
        5 => assert_eq!(agenda.cancel(slot), shadow.cancel(slot)),
        6 => assert_eq!(agenda.when(slot), shadow.when(slot)),
        7 => assert_eq!(agenda.peek(), shadow.peek()),
        _ => {
            let popped = agenda.pop();
            assert_eq!(popped, shadow.pop());
            *now = popped.map_or(*now, |(at, _, _)| at.micros());
        }
    }
    assert_eq!(agenda.len(), shadow.by_slot.len());
}

fn run_both(slots: Slot, operations: usize) {
    let mut luck = Seed::new(11).dense(StreamName::of("test/agenda"), u64::from(slots));
    let (mut agenda, mut shadow, mut now) = (Agenda::with_capacity(16), Shadow::default(), 0);
    for _ in 0..operations {
        step(&mut luck, slots, &mut now, &mut agenda, &mut shadow);
    }
    while let Some(popped) = agenda.pop() {
        assert_eq!(Some(popped), shadow.pop());
    }
    assert_eq!(shadow.pop(), None);
}

#[test]
fn a_million_random_operations_agree_with_the_shadow() {
    run_both(8, 300_000);
    run_both(200, 400_000);
    run_both(20_000, 300_000);
}

#[test]
fn equal_instants_and_ranks_fire_in_the_order_of_scheduling() {
    let mut agenda = Agenda::default();
    for slot in (0..1000).rev() {
        agenda.schedule(slot, Instant::START, Rank::Failure);
    }
    for slot in (0..1000).rev() {
        assert_eq!(agenda.pop(), Some((Instant::START, Rank::Failure, slot)));
    }
}

#[test]
fn re_timing_to_the_same_instant_gives_up_the_place_in_the_order() {
    let mut agenda = Agenda::default();
    agenda.schedule(1, Instant::START, Rank::Failure);
    agenda.schedule(2, Instant::START, Rank::Failure);
    agenda.schedule(1, Instant::START, Rank::Failure);
    assert_eq!(agenda.pop().map(|next| next.2), Some(2));
    assert_eq!(agenda.pop().map(|next| next.2), Some(1));
    assert!(agenda.is_empty());
}

#[test]
fn a_cleared_agenda_behaves_like_a_new_one() {
    let fill = |agenda: &mut Agenda| {
        for slot in 0..100 {
            agenda.schedule(
                slot,
                Instant::from_micros(i64::from(slot % 7)),
                Rank::Arrival,
            );
        }
        std::iter::from_fn(|| agenda.pop()).collect::<Vec<_>>()
    };
    let mut reused = Agenda::default();
    let first = fill(&mut reused);
    reused.schedule(3, Instant::NEVER, Rank::Calendar);
    reused.clear();
    assert_eq!(reused.len(), 0);
    assert_eq!(reused.when(3), None);
    assert_eq!(fill(&mut reused), first);
}
