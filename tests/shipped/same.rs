//! What must not change a result: threads, telling, an audit, a component that nothing depends on.

use ausfall::kernel::Seed;
use ausfall::simulate::observe::Recorder;
use ausfall::simulate::{Options, Silent, World};

use crate::{blueprint, results, short, source};

#[test]
fn results_have_the_same_bytes_on_one_two_and_sixteen_threads() {
    let blueprint = blueprint(&source("muenster.ron"));
    let bytes = |threads| {
        results(&blueprint, 256, threads)
            .to_json()
            .expect("results can be written")
    };
    let one = bytes(1);
    for threads in [2, 16] {
        assert!(bytes(threads) == one, "{threads} threads");
    }
}

/// The trace of a replication is that replication of the batch: telling changes nothing, nor what was simulated before.
#[test]
fn a_replication_told_is_the_replication_of_the_batch() {
    for name in short() {
        let blueprint = blueprint(&source(&name));
        let seed = Seed::new(1);
        let mut batch = World::new(&blueprint);
        for replication in 0..6 {
            let silent = batch
                .run(&seed, replication, Options::default(), &mut Silent)
                .cloned();
            let mut recorder = Recorder::default();
            let told = World::new(&blueprint)
                .run(&seed, replication, Options::default(), &mut recorder)
                .cloned();
            assert_eq!(told, silent, "{name}, replication {replication}");
            let outcome = told.expect("it ends");
            assert_eq!(
                outcome.events,
                recorder.0.len() as u64,
                "{name}: events that were not told, or told and not counted"
            );
            assert!(outcome.call_events <= outcome.events, "{name}");
            assert!(
                recorder.0.is_sorted_by_key(|&(at, _)| at),
                "{name}: told out of order"
            );
        }
    }
}

#[test]
fn the_audit_is_silent_on_every_shipped_scenario() {
    for name in short() {
        let blueprint = blueprint(&source(&name));
        let seed = Seed::new(7);
        let mut world = World::new(&blueprint);
        let audited = Options {
            audit: true,
            ..Options::default()
        };
        for replication in 1..13 {
            let plain = world
                .run(&seed, replication, Options::default(), &mut Silent)
                .cloned();
            let held = world.run(&seed, replication, audited, &mut Silent).cloned();
            if let Err(stop) = &held {
                panic!("{name}, replication {replication}: {stop:?}");
            }
            assert!(
                held == plain,
                "{name}, replication {replication}: the audit changed the outcome"
            );
        }
    }
}

/// Luck has names: what nothing depends on changes nobody else's.
#[test]
fn an_unconnected_component_leaves_every_other_row_as_it_is() {
    let plain = source("muenster.ron");
    let more = plain.replace(
        "  components: {\n    \"regional grid\"",
        "  components: {\n    \"a lamp\": (fails: Exponential(mean: \"30 d\"), repair: \"1 h\", crew: \"porter\"),\n    \"regional grid\"",
    );
    let more = more.replace("  crews: {\n", "  crews: {\n    \"porter\": (people: 1),\n");
    assert_ne!(plain, more);
    let without = results(&blueprint(&plain), 256, 2);
    let with = results(&blueprint(&more), 256, 2);
    let lamp = |subject: &str| subject.contains("a lamp") || subject.contains("porter");
    let rows: Vec<_> = with
        .measures
        .iter()
        .filter(|row| !lamp(&row.subject))
        .cloned()
        .collect();
    assert!(
        rows.len() < with.measures.len(),
        "the new component has rows of its own"
    );
    assert_eq!(rows, without.measures);
    assert_eq!(with.asks, without.asks);
    assert_eq!(with.causes, without.causes);
    assert_eq!(with.organisations, without.organisations);
    assert_eq!(with.curves, without.curves);
    assert_eq!(with.hotline_weeks, without.hotline_weeks);
}
