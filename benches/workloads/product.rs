//! The product path: a scenario of `scenarios/known`, replications with all their statistics, folded.
//!
//! Knows nothing of the loops that it is measured against.

use std::fs;
use std::ops::{ControlFlow, Range};
use std::path::Path;

use ausfall::batch::{self, Folder, Plan, Replicate, Results, Simulator};
use ausfall::model::Blueprint;
use ausfall::scenario::{self, Overrides};

/// A scenario, and what a batch of it finds.
pub struct Product {
    pub blueprint: Blueprint,
    plan: Plan,
    results: Results,
}

/// A batch under way: memory is kept from one run to the next.
pub struct Running<'b> {
    simulator: Simulator<'b>,
    folder: Folder<'b>,
    replications: u64,
}

impl Product {
    /// Reads `file` and runs the first `replications` of it once; with another horizon, if one is given.
    pub fn load(file: &str, replications: u64, horizon: Option<&str>) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/known");
        let text =
            fs::read_to_string(folder.join(file)).expect("the scenario is part of the project");
        let loaded = scenario::load(
            &text,
            &Overrides {
                horizon: horizon.map(str::to_owned),
                ..Overrides::default()
            },
        );
        let blueprint = loaded.expect("the scenario has no fault").blueprint;
        let plan = Plan {
            replications,
            ..Plan::of(&blueprint)
        };
        let batch = batch::run(&blueprint, &plan, &mut |_| ControlFlow::Continue(()));
        let results = batch.expect("the scenario has no endless instant").results;
        Self {
            blueprint,
            plan,
            results,
        }
    }

    /// The replications of one run.
    pub fn replications(&self) -> Range<u64> {
        0..self.plan.replications
    }

    /// Stops unless the estimate in the results is `by_hand` but for the rounding of a few sums.
    pub fn demand_same(&self, subject: &str, measure: &str, by_hand: f64) {
        let row = self
            .results
            .measures
            .iter()
            .find(|row| row.subject == subject && row.measure == measure)
            .unwrap_or_else(|| panic!("no row {measure} of {subject}"));
        let estimate = row.value.estimate.unwrap_or(f64::NAN);
        let differs = (estimate - by_hand).abs();
        assert!(
            differs <= 1e-11 * by_hand.abs(),
            "{measure} of {subject}: {estimate} in the results, {by_hand} by hand"
        );
    }

    /// Room for runs of the batch.
    pub fn start(&self) -> Running<'_> {
        Running {
            simulator: Simulator::new(&self.blueprint, &self.plan),
            folder: Folder::new(&self.blueprint),
            replications: self.plan.replications,
        }
    }
}

impl Running<'_> {
    /// All replications once.
    pub fn run(&mut self) {
        for replication in 0..self.replications {
            let outcome = self.simulator.outcome(replication);
            let outcome = outcome.expect("the scenario has no endless instant");
            self.folder.add(outcome, replication);
        }
    }
}
