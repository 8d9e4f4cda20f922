//! The agenda against a shadow: the same operations on both, the same answers from both.
//!
//! The shadow is the crate `priority-queue`, which finds its items by hashing and has nothing in common with wheel and heap.
//! Whether there is a wheel and how wide its ticks are decides how fast the agenda is, so each sequence of operations runs
//! on all of them.

use std::cmp::Reverse;

use ausfall::kernel::{Agenda, Rank, Seed, Slot, StreamName};
use ausfall::units::{Instant, MICROS_PER_HOUR, MICROS_PER_YEAR, Span};
use priority_queue::PriorityQueue;
use proptest::prelude::*;
use rand::{Rng, RngExt};

const RANKS: [Rank; 6] = [
    Rank::Calendar,
    Rank::Completion,
    Rank::Failure,
    Rank::Expiry,
    Rank::Arrival,
    Rank::Measurement,
];

/// What the agenda promises, with the work left to others.
#[derive(Default)]
struct Shadow {
    waiting: PriorityQueue<Slot, Reverse<(Instant, Rank, u64)>>,
    scheduled: u64,
}

impl Shadow {
    fn schedule(&mut self, slot: Slot, at: Instant, rank: Rank) {
        self.waiting.push(slot, Reverse((at, rank, self.scheduled)));
        self.scheduled += 1;
    }

    fn cancel(&mut self, slot: Slot) -> Option<Instant> {
        self.waiting.remove(&slot).map(|(_, Reverse(key))| key.0)
    }

    fn when(&self, slot: Slot) -> Option<Instant> {
        self.waiting.get_priority(&slot).map(|Reverse(key)| key.0)
    }

    fn peek(&self) -> Option<(Instant, Rank)> {
        let (_, Reverse((at, rank, _))) = self.waiting.peek()?;
        Some((*at, *rank))
    }

    fn pop(&mut self) -> Option<(Instant, Rank, Slot)> {
        let (slot, Reverse((at, rank, _))) = self.waiting.pop()?;
        Some((at, rank, slot))
    }
}

/// The heap alone, then wheels with ticks from a microsecond to longer than any clock.
fn agendas() -> Vec<Agenda> {
    let gaps = [
        0,
        1,
        2,
        255,
        256,
        70_000,
        1 << 24,
        1 << 32,
        1 << 50,
        i64::MAX,
    ];
    let wheels = gaps.map(|gap| Agenda::new(4, usize::MAX, Span::from_micros(gap)));
    std::iter::once(Agenda::default()).chain(wheels).collect()
}

/// One thing that is done to an agenda.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// Lets a slot fire so many µs after the last that fired.
    Schedule(Slot, i64, Rank),
    /// Lets a slot fire at the instant of the last that fired, whatever it was meant for.
    Move(Slot, Slot, Rank),
    /// Lets a slot fire at an instant that has gone by.
    Late(Slot, i64, Rank),
    Cancel(Slot),
    When(Slot),
    Peek,
    Pop,
    Clear,
}

/// Does the same to agenda and shadow and compares what they say.
fn act(act: Act, now: &mut Instant, agenda: &mut Agenda, shadow: &mut Shadow) {
    let mut schedule = |slot, at, rank| {
        agenda.schedule(slot, at, rank);
        shadow.schedule(slot, at, rank);
    };
    match act {
        Act::Schedule(slot, wait, rank) => schedule(slot, *now + Span::from_micros(wait), rank),
        Act::Move(from, to, rank) => (from..to).for_each(|slot| schedule(slot, *now, rank)),
        Act::Late(slot, past, rank) => schedule(slot, *now - Span::from_micros(past), rank),
        Act::Cancel(slot) => assert_eq!(agenda.cancel(slot), shadow.cancel(slot)),
        Act::When(slot) => assert_eq!(agenda.when(slot), shadow.when(slot)),
        Act::Peek => assert_eq!(agenda.peek(), shadow.peek()),
        Act::Pop => {
            let popped = agenda.pop();
            assert_eq!(popped, shadow.pop());
            *now = popped.map_or(*now, |(at, _, _)| at);
        }
        Act::Clear => {
            agenda.clear();
            shadow.waiting.clear();
            *now = Instant::START;
        }
    }
    assert_eq!(agenda.len(), shadow.waiting.len());
    assert_eq!(agenda.is_empty(), shadow.waiting.is_empty());
}

/// Runs one sequence on every agenda, then empties it.
fn run(acts: &[Act]) {
    for mut agenda in agendas() {
        let (mut shadow, mut now) = (Shadow::default(), Instant::START);
        for &next in acts {
            act(next, &mut now, &mut agenda, &mut shadow);
        }
        while let Some(popped) = agenda.pop() {
            assert_eq!(Some(popped), shadow.pop());
        }
        assert_eq!(shadow.pop(), None);
    }
}

/// Waits on all time scales: ties, the width of ticks of every size, years, and the end of the clock.
fn waits() -> impl Strategy<Value = i64> {
    prop_oneof![
        4 => 0..20_i64,
        2 => 0..2_000_i64,
        2 => 0..MICROS_PER_HOUR,
        2 => 0..MICROS_PER_YEAR,
        1 => 0..i64::MAX,
        1 => (0..63_u32, -1..2_i64).prop_map(|(bits, beside)| ((1 << bits) + beside).max(0)),
        1 => Just(i64::MAX),
    ]
}

fn acts() -> impl Strategy<Value = Act> {
    const SLOTS: Slot = 24;
    let rank = || prop::sample::select(&RANKS[..]);
    prop_oneof![
        12 => (0..SLOTS, waits(), rank()).prop_map(|(slot, wait, rank)| Act::Schedule(slot, wait, rank)),
        1 => (0..SLOTS, 0..SLOTS, rank()).prop_map(|(from, to, rank)| Act::Move(from, to, rank)),
        1 => (0..SLOTS, waits(), rank()).prop_map(|(slot, past, rank)| Act::Late(slot, past, rank)),
        3 => (0..SLOTS).prop_map(Act::Cancel),
        2 => (0..SLOTS).prop_map(Act::When),
        3 => Just(Act::Peek),
        8 => Just(Act::Pop),
        1 => Just(Act::Clear),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_to_it_an_agenda_agrees_with_the_shadow(acts in prop::collection::vec(acts(), 1..400)) {
        run(&acts);
    }
}

/// A random thing that happens to one of `slots`; nothing is cleared, so that many wait.
fn drawn(luck: &mut impl Rng, slots: Slot) -> Act {
    let slot = luck.random_range(0..slots);
    let rank = RANKS[luck.random_range(0..RANKS.len())];
    let longest = [20, 100_000, MICROS_PER_HOUR, MICROS_PER_YEAR][luck.random_range(0..4)];
    match luck.random_range(0..100) {
        0..50 => Act::Schedule(slot, luck.random_range(0..longest), rank),
        50..60 => Act::Cancel(slot),
        60..70 => Act::When(slot),
        70..80 => Act::Peek,
        80 if slot % 64 == 0 => Act::Move(slot, slots.min(slot + 100), rank),
        _ => Act::Pop,
    }
}

#[test]
fn long_sequences_agree_with_the_shadow_whether_few_or_many_wait() {
    for (slots, operations) in [(8, 30_000), (200, 60_000), (20_000, 60_000)] {
        let mut luck = Seed::new(11).dense(StreamName::of("test/agenda"), u64::from(slots));
        let acts: Vec<_> = (0..operations).map(|_| drawn(&mut luck, slots)).collect();
        run(&acts);
    }
}

#[test]
fn equal_instants_and_ranks_fire_in_the_order_of_scheduling() {
    for mut agenda in agendas() {
        for slot in (0..1000).rev() {
            agenda.schedule(slot, Instant::START, Rank::Failure);
        }
        for slot in (0..1000).rev() {
            assert_eq!(agenda.pop(), Some((Instant::START, Rank::Failure, slot)));
        }
    }
}

#[test]
fn re_timing_to_the_same_instant_gives_up_the_place_in_the_order() {
    let later = Instant::from_micros(1 << 40);
    for mut agenda in agendas() {
        agenda.schedule(1, later, Rank::Failure);
        agenda.schedule(2, later, Rank::Failure);
        agenda.schedule(1, later, Rank::Failure);
        assert_eq!(agenda.pop().map(|next| next.2), Some(2));
        assert_eq!(agenda.pop().map(|next| next.2), Some(1));
        assert!(agenda.is_empty());
    }
}

#[test]
fn what_is_scheduled_before_the_next_that_was_shown_comes_first() {
    let (soon, later) = (Instant::from_micros(1_000), Instant::from_micros(1 << 40));
    for mut agenda in agendas() {
        agenda.schedule(1, later, Rank::Failure);
        assert_eq!(agenda.peek(), Some((later, Rank::Failure)));
        agenda.schedule(2, soon, Rank::Arrival);
        assert_eq!(agenda.pop(), Some((soon, Rank::Arrival, 2)));
        assert_eq!(agenda.pop(), Some((later, Rank::Failure, 1)));
    }
}

#[test]
fn a_cleared_agenda_behaves_like_a_new_one() {
    let fill = |agenda: &mut Agenda| {
        for slot in 0..100 {
            let at = Instant::from_micros(i64::from(slot % 7) * MICROS_PER_HOUR);
            agenda.schedule(slot, at, Rank::Arrival);
        }
        std::iter::from_fn(|| agenda.pop()).collect::<Vec<_>>()
    };
    for mut reused in agendas() {
        let first = fill(&mut reused);
        reused.schedule(3, Instant::NEVER, Rank::Calendar);
        reused.schedule(4, Instant::from_micros(5), Rank::Calendar);
        reused.clear();
        assert_eq!(reused.len(), 0);
        assert_eq!(reused.when(3), None);
        assert_eq!(reused.peek(), None);
        assert_eq!(fill(&mut reused), first);
    }
}
