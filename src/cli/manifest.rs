//! `manifest.json`: how a result folder came about, enough to rebuild every byte of it.
//!
//! Holds what `results.json` must not: threads, times, paths and the reason for stopping.

use std::time::Duration;

use serde::Serialize;

use super::args::{Bands, Run};
use super::terminal::plain;
use crate::batch::results::{FORMAT_VERSION, Key, RESULT_EPOCH};
use crate::batch::{Batch, Plan, Reached, Reason};

/// How a result folder came about.
#[derive(Serialize)]
pub struct Manifest {
    /// Gives the same results again.
    pub command: String,
    program: &'static str,
    format: u32,
    epoch: u32,
    scenario: String,
    digest: String,
    seed: u64,
    replications: u64,
    replications_planned: u64,
    variant: String,
    set: Vec<(String, String)>,
    with_hotline: bool,
    audit: bool,
    threads: usize,
    events: u64,
    seconds: f64,
    stopped_by: Reason,
    /// How precise each answer should be and is, in their order; empty where a count was wanted.
    precision: Vec<Reached>,
    at_most_seconds: Option<f64>,
}

impl Manifest {
    /// The manifest of a run that took `took`.
    pub fn new(run: &Run, plan: &Plan, batch: &Batch, took: Duration) -> Self {
        let replications = batch.results.key.replications;
        Self {
            command: command(run, &batch.results.key),
            program: concat!("ausfall ", env!("CARGO_PKG_VERSION")),
            format: FORMAT_VERSION,
            epoch: RESULT_EPOCH,
            scenario: run.study.file.display().to_string(),
            digest: batch.results.key.digest.clone(),
            seed: plan.seed,
            replications,
            replications_planned: plan.replications,
            variant: batch.results.key.variant.clone(),
            set: plan.set.clone(),
            with_hotline: plan.options.with_hotline,
            audit: plan.options.audit,
            threads: plan.threads,
            events: batch.events,
            seconds: took.as_secs_f64(),
            stopped_by: batch.ending.by,
            precision: batch.ending.reached.clone(),
            at_most_seconds: plan
                .until
                .as_ref()
                .and_then(|until| Some(until.time?.as_secs_f64())),
        }
    }
}

/// The command that gives the same results again, as it would be typed in a shell.
fn command(run: &Run, key: &Key) -> String {
    let study = &run.study;
    let mut words = vec![
        "ausfall run".to_owned(),
        quoted(&study.file.to_string_lossy()),
    ];
    words.push(format!(
        "--seed {} --replications {}",
        study.seed, key.replications
    ));
    words.extend(
        study
            .overrides
            .horizon
            .iter()
            .map(|horizon| format!("--horizon {}", quoted(horizon))),
    );
    let overrides = &study.overrides;
    let variant = overrides.variant.iter();
    words.extend(variant.map(|name| format!("--variant {}", quoted(name))));
    let set = overrides.set.iter();
    words.extend(set.map(|(name, value)| format!("--set {}", quoted(&format!("{name}={value}")))));
    words.extend(
        study
            .options
            .with_hotline
            .then(|| "--with-hotline".to_owned()),
    );
    words.extend(run.controlled.then(|| "--control-variates".to_owned()));
    words.extend(
        run.keeps_replications
            .then(|| "--keep-replications".to_owned()),
    );
    if run.bands != Bands::Unexamined {
        words.push(format!("--bands={}", key.bands));
    }
    words.join(" ")
}

/// `word` as a shell takes it for one word: as it is where that is safe, else in single quotes (POSIX, 2.2.2).
pub fn quoted(word: &str) -> String {
    let safe = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ',' | ':');
    if !word.is_empty() && word.chars().all(safe) {
        return word.to_owned();
    }
    format!("'{}'", plain(word).replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_with_spaces_or_quotes_is_one_word_to_a_shell() {
        assert_eq!(quoted("scenarios/muenster.ron"), "scenarios/muenster.ron");
        assert_eq!(quoted("10 y"), "'10 y'");
        assert_eq!(quoted("it's; rm -r *"), r"'it'\''s; rm -r *'");
        assert_eq!(quoted(""), "''");
    }
}
