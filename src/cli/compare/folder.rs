//! The folder of a comparison: what lands in it, and how it is read again.
//!
//! `comparison.json` comes first, because page, charts and table can be made from it; each file appears whole or not at all. Below
//! `designs` every design has the `results.json` of its own run without stories, from which `ausfall report` makes its report.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Serialize;

use crate::batch::Plan;
use crate::batch::results::RESULT_EPOCH;
use crate::cli::args::compare::Compare;
use crate::cli::exit::Failure;
use crate::cli::folder::{charts, command, options, read_format, write_json};
use crate::cli::manifest::quoted;
use crate::compare::results::FORMAT_VERSION;
use crate::compare::{Compared, Comparison};
use crate::report;
use crate::text::{Catalogue, Language};

/// Where the page of a comparison lies.
pub fn page(folder: &Path) -> PathBuf {
    folder.join("comparison.html")
}

/// Whether `folder` holds a comparison.
pub fn is_comparison(folder: &Path) -> bool {
    data(folder).is_file()
}

fn data(folder: &Path) -> PathBuf {
    folder.join("comparison.json")
}

/// Writes everything that a comparison leaves behind.
///
/// # Errors
/// When a file cannot be written; those before it are whole.
pub fn write(
    asked: &Compare,
    plan: &Plan,
    compared: &Compared,
    took: Duration,
) -> Result<(), Failure> {
    let comparison = &compared.comparison;
    let manifest = Manifest::new(asked, plan, compared, took);
    write_json(&data(&asked.folder), comparison)?;
    for (number, (design, results)) in comparison.designs.iter().zip(&compared.results).enumerate()
    {
        let name = report::chart::slug(&design.name);
        let folder = format!("{:02}-{name}", number + 1);
        let folder = asked
            .folder
            .join("designs")
            .join(folder.trim_end_matches('-'));
        write_json(&folder.join("results.json"), results)?;
    }
    let catalogue = Catalogue::new(asked.language);
    let options = options(manifest.command.clone());
    report::compare::write_all(&asked.folder, comparison, &catalogue, &options)
        .map_err(|error| Failure::writing(&asked.folder, error))?;
    write_json(&asked.folder.join("manifest.json"), &manifest)
}

/// Draws the charts of `folder` again, from its `comparison.json`.
///
/// # Errors
/// When it cannot be read, is of another format, or writing fails.
pub fn write_charts(folder: &Path, language: Language) -> Result<(), Failure> {
    let comparison = read(folder)?;
    let (catalogue, options) = (Catalogue::new(language), options(command(folder)));
    report::compare::write_charts(&charts(folder), &comparison, &catalogue, &options)
        .map(|_| ())
        .map_err(|error| Failure::writing(folder, error))
}

/// Writes the page of `folder` again, from its `comparison.json`.
///
/// # Errors
/// As [`write_charts`].
pub fn write_page(folder: &Path, language: Language) -> Result<(), Failure> {
    let comparison = read(folder)?;
    let (catalogue, options) = (Catalogue::new(language), options(command(folder)));
    report::compare::write_html(&page(folder), &comparison, &catalogue, &options)
        .map(|_| ())
        .map_err(|error| Failure::writing(folder, error))
}

fn read(folder: &Path) -> Result<Comparison, Failure> {
    read_format(&data(folder), FORMAT_VERSION)
}

/// How a comparison came about.
#[derive(Serialize)]
struct Manifest {
    /// Gives the same comparison again.
    command: String,
    program: &'static str,
    format: u32,
    epoch: u32,
    scenarios: Vec<String>,
    digests: Vec<String>,
    seed: u64,
    replications: u64,
    replications_planned: u64,
    set: Vec<(String, String)>,
    with_hotline: bool,
    threads: usize,
    events: u64,
    seconds: f64,
    stopped_by: &'static str,
}

impl Manifest {
    fn new(asked: &Compare, plan: &Plan, compared: &Compared, took: Duration) -> Self {
        let comparison = &compared.comparison;
        let replications = comparison.key.replications;
        let digests = comparison
            .designs
            .iter()
            .map(|design| design.digest.clone());
        Self {
            command: typed(asked, replications),
            program: concat!("ausfall ", env!("CARGO_PKG_VERSION")),
            format: FORMAT_VERSION,
            epoch: RESULT_EPOCH,
            scenarios: asked
                .files
                .iter()
                .map(|file| file.display().to_string())
                .collect(),
            digests: digests.collect(),
            seed: plan.seed,
            replications,
            replications_planned: plan.replications,
            set: plan.set.clone(),
            with_hotline: plan.options.with_hotline,
            threads: plan.threads,
            events: compared.events,
            seconds: took.as_secs_f64(),
            stopped_by: if replications < plan.replications {
                "interruption"
            } else {
                "replications"
            },
        }
    }
}

/// The command that gives the same comparison again, as it would be typed in a shell.
fn typed(asked: &Compare, replications: u64) -> String {
    let mut words = vec!["ausfall compare".to_owned()];
    words.extend(
        asked
            .files
            .iter()
            .map(|file| quoted(&file.to_string_lossy())),
    );
    let option = |name: &str, value: &String| format!("--{name} {}", quoted(value));
    words.extend(asked.variants.iter().map(|name| option("variant", name)));
    words.extend(asked.against.iter().map(|name| option("against", name)));
    words.push(format!(
        "--seed {} --replications {replications}",
        asked.seed
    ));
    words.extend(
        asked
            .overrides
            .horizon
            .iter()
            .map(|span| option("horizon", span)),
    );
    words.extend(
        asked
            .overrides
            .set
            .iter()
            .map(|(name, value)| option("set", &format!("{name}={value}"))),
    );
    words.extend(
        asked
            .options
            .with_hotline
            .then(|| "--with-hotline".to_owned()),
    );
    words.join(" ")
}
