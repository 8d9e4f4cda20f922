//! What holds for every scenario that is shipped, and for the case this project was made for.

mod chains;
mod known;
mod muenster;
mod same;
mod variants;

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use ausfall::batch::{self, Plan, Results};
use ausfall::model::Blueprint;
use ausfall::scenario::{Overrides, load};

/// A file below `scenarios/`.
fn source(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("scenarios")
        .join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The blueprint of a text that has no fault.
fn blueprint(source: &str) -> Blueprint {
    match load(source, &Overrides::default()) {
        Ok(loaded) => loaded.blueprint,
        Err(faults) => panic!("{faults:#?}"),
    }
}

/// All shipped scenarios, by their path below `scenarios/`.
fn shipped() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut found: Vec<PathBuf> = [root.clone(), root.join("known")]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("the folder is there"))
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .collect();
    found.sort();
    found
        .iter()
        .map(|path| {
            path.strip_prefix(&root)
                .expect("below")
                .display()
                .to_string()
        })
        .collect()
}

/// Those whose replications are short: not the workloads of the benches, of up to a million calls or a hundred thousand servers.
fn short() -> Vec<String> {
    let is_long = |name: &String| {
        ["known/w1-", "known/w2-", "known/w3-"]
            .iter()
            .any(|long| name.starts_with(long))
    };
    shipped()
        .into_iter()
        .filter(|name| !is_long(name))
        .collect()
}

/// Results of a small batch, without what all rows say of the scenario as a whole: how well its numbers are known.
fn results(blueprint: &Blueprint, replications: u64, threads: usize) -> Results {
    let plan = Plan {
        replications,
        threads,
        ..Plan::of(blueprint)
    };
    let mut results = batch::run(blueprint, &plan, &mut |_| ControlFlow::Continue(()))
        .unwrap_or_else(|stop| panic!("{stop:?}"))
        .results;
    let asked = results.asks.iter_mut().map(|ask| &mut ask.row);
    let rows = results.measures.iter_mut().chain(asked);
    rows.for_each(|row| row.rests_on.clear());
    results
}
