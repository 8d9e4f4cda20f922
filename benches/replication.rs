//! What one event costs: whole replications of the Münster case without calls, and of parks of components from small to large.
//!
//! Throughput counts logical state changes, so the time per element is the cost of one event with all that hangs on it.

use std::fs;

use ausfall::dist::Law;
use ausfall::kernel::{Seed, StreamName};
use ausfall::model::Blueprint;
use ausfall::model::component::{Component, Kind, Mode, Need, NeedKind, Standby};
use ausfall::model::ids::{ComponentId, Signal};
use ausfall::model::structure::{Gate, Op, Structure};
use ausfall::scenario::{self, Overrides};
use ausfall::simulate::{Options, Silent, World};
use ausfall::units::{MICROS_PER_HOUR, Span};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// The case that is measured.
const SCENARIO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/muenster.ron");
/// Replications of one measured step; from 1, since replication 0 has calls.
const REPLICATIONS: std::ops::Range<u64> = 1..65;
/// Components that rest on one gate.
const RACK: u32 = 10;

fn muenster() -> Blueprint {
    let text = fs::read_to_string(SCENARIO).expect("the scenario is part of the project");
    let loaded = scenario::load(&text, &Overrides::default());
    loaded.expect("the scenario has no fault").blueprint
}

fn hours(mean: f64) -> Law {
    Law::exponential(mean * MICROS_PER_HOUR as f64).expect("a mean above 0")
}

/// Racks of components that fail and are repaired; nine of ten must hold, and a head of each rack needs them.
fn park(count: u32) -> Blueprint {
    let mut blueprint = muenster();
    let racks = count / RACK;
    let component = |id: u32, needs| Component {
        name: format!("part {id}"),
        kind: Kind::Component,
        at: None,
        modes: if id < count { id..id + 1 } else { 0..0 },
        needs,
        restart: None,
        restart_stream: StreamName(u64::from(id)),
        standby: Standby::Hot,
        stock: None,
        bypass_after: None,
    };
    let parts = (0..count).map(|id| component(id, 0..0));
    let heads = (0..racks).map(|rack| component(count + rack, rack..rack + 1));
    blueprint.components = parts.chain(heads).collect();
    blueprint.modes = (0..count)
        .map(|id| Mode {
            component: ComponentId(id),
            name: String::new(),
            fails: Some(hours(2_000.0)),
            detection: None,
            repair: Some(hours(10.0)),
            crew: None,
            priority: 0,
            ages_always: false,
            renews_all: false,
            repair_suspended: false,
            restart: None,
            stream: StreamName(u64::from(id)),
        })
        .collect();
    blueprint.needs = (0..racks)
        .map(|rack| Need {
            component: ComponentId(count + rack),
            on: Signal(count + racks + rack),
            kind: NeedKind::Hard,
        })
        .collect();
    let gates = (0..racks)
        .map(|rack| Gate {
            name: String::new(),
            op: Op::AtLeast(RACK - 1),
            inputs: (rack * RACK..(rack + 1) * RACK).map(Signal).collect(),
        })
        .collect();
    let rests: Vec<_> = blueprint.needs.iter().map(|need| vec![need.on]).collect();
    let components = blueprint.components.len();
    blueprint.structure = Structure::compile(components, gates, Vec::new(), &rests);
    blueprint.network = Default::default();
    blueprint.crews.clear();
    blueprint.shocks.clear();
    blueprint.hazards.clear();
    blueprint.services.clear();
    blueprint.organisations.clear();
    blueprint.groups.clear();
    blueprint.hotlines.clear();
    blueprint.watches.clear();
    blueprint.probes.clear();
    blueprint.horizon = Span::from_hours(8_766);
    blueprint
}

fn measure(
    criterion: &mut Criterion,
    name: &str,
    blueprint: &Blueprint,
    runs: std::ops::Range<u64>,
) {
    let (mut world, seed) = (World::new(blueprint), Seed::new(1));
    let mut events = |replications: std::ops::Range<u64>| -> u64 {
        replications
            .map(|replication| {
                let run = world.run(&seed, replication, Options::default(), &mut Silent);
                run.expect("a sound run").events
            })
            .sum()
    };
    let mut group = criterion.benchmark_group("replication");
    group
        .throughput(Throughput::Elements(events(runs.clone())))
        .sample_size(10);
    group.bench_function(BenchmarkId::from_parameter(name), |bencher| {
        bencher.iter(|| events(runs.clone()));
    });
    group.finish();
}

fn replications(criterion: &mut Criterion) {
    measure(criterion, "muenster", &muenster(), REPLICATIONS);
    for count in [100, 500, 10_000] {
        measure(criterion, &format!("park of {count}"), &park(count), 1..3);
    }
}

criterion_group!(benches, replications);
criterion_main!(benches);
