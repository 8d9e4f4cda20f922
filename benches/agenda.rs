//! The agenda under the hold model: take the next slot, let it wait again, with a constant number waiting.
//!
//! The hold model is the field's measure of event sets (D. W. Jones, Communications of the ACM 29 (1986) 300).

use std::hint::black_box;

use ausfall::dist::Law;
use ausfall::kernel::{Agenda, Rank, Seed, Slot, StreamName};
use ausfall::units::{Instant, MICROS_PER_HOUR, Span};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const RANKS: [Rank; 4] = [Rank::Completion, Rank::Failure, Rank::Expiry, Rank::Arrival];
/// Operations of one measurement.
const HOLDS: usize = 1_000;

/// Waiting times with mean one hour, drawn beforehand so that only the agenda is measured.
fn waits() -> Vec<Span> {
    let law = Law::exponential(3.6e9).expect("the mean is positive");
    let mut luck = Seed::new(1).dense(StreamName::of("bench/agenda"), 0);
    (0..65_536)
        .map(|i| Span::drawn(law.quantile([luck.uniforms(i)[0]; 2])))
        .collect()
}

fn filled(slots: Slot, waits: &[Span]) -> Agenda {
    let mut agenda = Agenda::new(
        slots as usize,
        slots as usize,
        Span::from_micros(MICROS_PER_HOUR / i64::from(slots)),
    );
    for slot in 0..slots {
        let wait = waits[slot as usize % waits.len()];
        agenda.schedule(
            slot,
            Instant::START + wait,
            RANKS[slot as usize % RANKS.len()],
        );
    }
    agenda
}

/// Takes the next slot and lets it wait again, `HOLDS` times.
fn hold(agenda: &mut Agenda, waits: &[Span], cursor: &mut usize) {
    for _ in 0..HOLDS {
        let Some((at, rank, slot)) = agenda.pop() else {
            return;
        };
        agenda.schedule(slot, at + waits[*cursor % waits.len()], rank);
        *cursor += 1;
    }
}

/// Re-times a waiting slot, as a repair that gets its crew does.
fn re_time(agenda: &mut Agenda, slots: Slot, waits: &[Span], cursor: &mut usize) {
    for _ in 0..HOLDS {
        let slot = (*cursor as Slot).wrapping_mul(2_654_435_761) % slots;
        let at = agenda.when(slot).unwrap_or(Instant::START);
        agenda.schedule(slot, at + waits[*cursor % waits.len()], Rank::Completion);
        *cursor += 1;
    }
}

fn agenda(criterion: &mut Criterion) {
    let waits = waits();
    let mut group = criterion.benchmark_group("agenda");
    group.throughput(Throughput::Elements(HOLDS as u64));
    for slots in [100, 10_000, 1_000_000] {
        let (mut waiting, mut cursor) = (filled(slots, &waits), 0);
        group.bench_function(BenchmarkId::new("hold", slots), |bencher| {
            bencher.iter(|| hold(black_box(&mut waiting), &waits, &mut cursor));
        });
        group.bench_function(BenchmarkId::new("re-time", slots), |bencher| {
            bencher.iter(|| re_time(black_box(&mut waiting), slots, &waits, &mut cursor));
        });
    }
    group.finish();
}

criterion_group!(benches, agenda);
criterion_main!(benches);
