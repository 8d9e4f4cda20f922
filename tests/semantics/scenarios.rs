//! The scenarios of the project under the audit.

use ausfall::kernel::Seed;
use ausfall::scenario::{self, Overrides};
use ausfall::simulate::{Options, Silent, World};
use std::fs;
use std::path::PathBuf;

fn scenarios() -> Vec<PathBuf> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");
    let folders = [PathBuf::from(root), PathBuf::from(root).join("known")];
    let read = |folder: &PathBuf| fs::read_dir(folder).expect("the folder is part of the project");
    let paths = folders
        .iter()
        .flat_map(read)
        .map(|entry| entry.expect("readable").path());
    let mut files: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "ron"))
        .collect();
    files.sort();
    files
}

#[test]
fn every_scenario_passes_the_audit() {
    let options = Options {
        audit: true,
        ..Options::default()
    };
    for path in scenarios() {
        let text = fs::read_to_string(&path).expect("readable");
        // Two years are enough, and a replication of a textbook case may be a million hours long.
        let overrides = Overrides {
            horizon: Some("2 y".into()),
            ..Overrides::default()
        };
        let blueprint = match scenario::load(&text, &overrides) {
            Ok(loaded) => loaded.blueprint,
            Err(faults) => panic!("{}: {faults:?}", path.display()),
        };
        let mut world = World::new(&blueprint);
        for replication in 1..4 {
            let run = world.run(&Seed::new(1), replication, options, &mut Silent);
            let events = run.map(|outcome| outcome.events);
            assert!(
                events.as_ref().is_ok_and(|&events| events > 0),
                "{}: {events:?}",
                path.display()
            );
        }
    }
}
