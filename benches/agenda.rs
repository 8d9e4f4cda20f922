//! The agenda beside a hashed heap: what an event costs with few and many waiting.
//!
//! *Hold* takes the next slot and lets it wait again (D. W. Jones, Communications of the ACM 29 (1986) 300: the field's measure of
//! event sets). *Mix* is a park of components that work and are repaired, with time scales 400 times apart, where every
//! fourth event re-times another slot. *Burst* re-times everything within the instant that is under way.
//! `heap` is the agenda without a wheel, as it is made for few slots; `queue` the crate `priority-queue`, the shadow of the tests.

use std::cmp::Reverse;
use std::hint::black_box;

use ausfall::dist::Law;
use ausfall::kernel::{Agenda, Rank, Seed, Slot, StreamName};
use ausfall::units::{Instant, MICROS_PER_HOUR, Span};
use criterion::measurement::WallTime;
use criterion::{
    BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main,
};
use priority_queue::PriorityQueue;

const RANKS: [Rank; 4] = [Rank::Completion, Rank::Failure, Rank::Expiry, Rank::Arrival];
/// Operations of one measurement.
const HOLDS: usize = 1_000;
/// How many slots wait.
const SLOTS: [Slot; 6] = [10, 100, 1_000, 10_000, 100_000, 1_000_000];
/// So many slots are struck at one instant.
const STRUCK: Slot = 20_000;
/// A component works so many times as long as it is repaired.
const UP: i64 = 400;

/// What is measured.
trait Waiting {
    fn schedule(&mut self, slot: Slot, at: Instant, rank: Rank);
    fn cancel(&mut self, slot: Slot);
    fn pop(&mut self) -> Option<(Instant, Rank, Slot)>;
}

impl Waiting for Agenda {
    fn schedule(&mut self, slot: Slot, at: Instant, rank: Rank) {
        self.schedule(slot, at, rank);
    }

    fn cancel(&mut self, slot: Slot) {
        self.cancel(slot);
    }

    fn pop(&mut self) -> Option<(Instant, Rank, Slot)> {
        self.pop()
    }
}

/// The same promise by a heap that finds its slots by hashing.
#[derive(Default)]
struct Queue {
    waiting: PriorityQueue<Slot, Reverse<(Instant, Rank, u64)>>,
    scheduled: u64,
}

impl Waiting for Queue {
    fn schedule(&mut self, slot: Slot, at: Instant, rank: Rank) {
        self.waiting.push(slot, Reverse((at, rank, self.scheduled)));
        self.scheduled += 1;
    }

    fn cancel(&mut self, slot: Slot) {
        self.waiting.remove(&slot);
    }

    fn pop(&mut self) -> Option<(Instant, Rank, Slot)> {
        let (slot, Reverse((at, rank, _))) = self.waiting.pop()?;
        Some((at, rank, slot))
    }
}

/// Waiting times, drawn beforehand so that only the agenda is measured, and how far they are read.
struct Waits {
    drawn: Vec<Span>,
    next: usize,
}

impl Waits {
    /// Mean one hour.
    fn new() -> Self {
        let law = Law::exponential(MICROS_PER_HOUR as f64).expect("the mean is positive");
        let mut luck = Seed::new(1).dense(StreamName::of("bench/agenda"), 0);
        let mut wait = |i| Span::drawn(law.quantile([luck.uniforms(i)[0]; 2]));
        Self {
            drawn: (0..65_536).map(&mut wait).collect(),
            next: 0,
        }
    }

    fn next(&mut self) -> Span {
        self.next += 1;
        self.drawn[self.next % self.drawn.len()]
    }
}

fn fill(agenda: &mut impl Waiting, slots: Slot, waits: &mut Waits) {
    for slot in 0..slots {
        let rank = RANKS[slot as usize % RANKS.len()];
        agenda.schedule(slot, Instant::START + waits.next(), rank);
    }
}

/// Takes the next slot and lets it wait again, `HOLDS` times.
fn hold(agenda: &mut impl Waiting, waits: &mut Waits) {
    for _ in 0..HOLDS {
        let Some((at, rank, slot)) = agenda.pop() else {
            return;
        };
        agenda.schedule(slot, at + waits.next(), rank);
    }
}

/// Lets components fail and be repaired, `HOLDS` events; every fourth takes another slot out and lets it wait anew.
fn mix(agenda: &mut impl Waiting, slots: Slot, waits: &mut Waits) {
    let long = |wait: Span| Span::from_micros(wait.micros() * UP);
    for event in 0..HOLDS {
        let Some((at, rank, slot)) = agenda.pop() else {
            return;
        };
        match rank {
            Rank::Failure => agenda.schedule(slot, at + waits.next(), Rank::Completion),
            _ => agenda.schedule(slot, at + long(waits.next()), Rank::Failure),
        }
        if event % 4 == 0 {
            let other = (waits.next as Slot).wrapping_mul(2_654_435_761) % slots;
            agenda.cancel(other);
            agenda.schedule(other, at + long(waits.next()), Rank::Failure);
        }
    }
}

/// Everything is re-timed within the instant that is under way, then it is taken.
fn burst(agenda: &mut impl Waiting) {
    let now = Instant::from_micros(10 * MICROS_PER_HOUR);
    agenda.schedule(0, now, Rank::Calendar);
    agenda.pop();
    for rank in [Rank::Failure, Rank::Completion] {
        for at in 0..STRUCK {
            agenda.schedule(at * 7_919 % STRUCK, now, rank);
        }
    }
    while agenda.pop().is_some() {}
}

fn measure<W: Waiting>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    slots: Slot,
    mut make: impl FnMut(i64) -> W,
) {
    let (mut waits, mut agenda) = (Waits::new(), make(MICROS_PER_HOUR / i64::from(slots)));
    fill(&mut agenda, slots, &mut waits);
    group.bench_function(BenchmarkId::new(format!("hold/{name}"), slots), |bencher| {
        bencher.iter(|| hold(black_box(&mut agenda), &mut waits));
    });
    let mut agenda = make(MICROS_PER_HOUR / i64::from(slots) * UP / 2);
    fill(&mut agenda, slots, &mut waits);
    group.bench_function(BenchmarkId::new(format!("mix/{name}"), slots), |bencher| {
        bencher.iter(|| mix(black_box(&mut agenda), slots, &mut waits));
    });
}

fn agenda(criterion: &mut Criterion) {
    let wheel = |gap| Agenda::new(0, usize::MAX, Span::from_micros(gap));
    let mut group = criterion.benchmark_group("agenda");
    group.throughput(Throughput::Elements(HOLDS as u64));
    for slots in SLOTS {
        measure(&mut group, "wheel", slots, wheel);
        measure(&mut group, "heap", slots, |_| Agenda::default());
        measure(&mut group, "queue", slots, |_| Queue::default());
    }
    group.throughput(Throughput::Elements(3 * u64::from(STRUCK)));
    let (mut wheel, mut heap, mut queue) =
        (wheel(MICROS_PER_HOUR), Agenda::default(), Queue::default());
    group.bench_function("burst/wheel", |bencher| {
        bencher.iter(|| {
            wheel.clear();
            burst(&mut wheel);
        });
    });
    group.bench_function("burst/heap", |bencher| bencher.iter(|| burst(&mut heap)));
    group.bench_function("burst/queue", |bencher| bencher.iter(|| burst(&mut queue)));
    group.finish();
}

criterion_group!(benches, agenda);
criterion_main!(benches);
