//! `manifest.json`: how a result folder came about, enough to rebuild every byte of it.
//!
//! Holds what `results.json` must not: threads, times, paths and the reason for stopping.

use std::path::Path;
use std::time::Duration;

use serde::Serialize;

use super::args::Run;
use super::exit::Failure;
use crate::batch::results::{FORMAT_VERSION, RESULT_EPOCH};
use crate::batch::{Batch, Plan};
use crate::report;

/// How a result folder came about.
#[derive(Serialize)]
pub struct Manifest {
    program: &'static str,
    format: u32,
    epoch: u32,
    scenario: String,
    digest: String,
    seed: u64,
    replications: u64,
    replications_planned: u64,
    set: Vec<(String, String)>,
    with_hotline: bool,
    audit: bool,
    threads: usize,
    events: u64,
    seconds: f64,
    stopped_by: &'static str,
}

impl Manifest {
    /// The manifest of a run that took `took`.
    pub fn new(run: &Run, plan: &Plan, batch: &Batch, took: Duration) -> Self {
        let replications = batch.results.key.replications;
        Self {
            program: concat!("ausfall ", env!("CARGO_PKG_VERSION")),
            format: FORMAT_VERSION,
            epoch: RESULT_EPOCH,
            scenario: run.study.file.display().to_string(),
            digest: batch.results.key.digest.clone(),
            seed: plan.seed,
            replications,
            replications_planned: plan.replications,
            set: plan.set.clone(),
            with_hotline: plan.options.with_hotline,
            audit: plan.options.audit,
            threads: plan.threads,
            events: batch.events,
            seconds: took.as_secs_f64(),
            stopped_by: if replications < plan.replications {
                "interruption"
            } else {
                "replications"
            },
        }
    }

    /// Writes it into `folder`, whole or not at all.
    ///
    /// # Errors
    /// When writing fails.
    pub fn write(&self, folder: &Path) -> Result<(), Failure> {
        let path = folder.join("manifest.json");
        let mut text = serde_json::to_vec_pretty(self)
            .map_err(|error| Failure::writing(&path, error.into()))?;
        text.push(b'\n');
        report::write_whole(&path, &text).map_err(|error| Failure::writing(&path, error))
    }
}
