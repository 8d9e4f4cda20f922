//! The command line as written, and turned once into what is decided.
//!
//! Everything after this file works with decided arguments; nothing else looks at flags or at the environment.

pub mod compare;
mod explain;
mod help;
mod language;
mod new;
mod shell;
mod verify;
mod why;

use std::num::{NonZeroU64, NonZeroUsize};
use std::path::{Path, PathBuf};
use std::thread;

use clap::{Args, Parser, Subcommand, ValueEnum};

use language::LanguageLine;

pub use help::{Help, HelpLine};
pub use language::language_of;
pub use new::{Like, New, NewLine};
pub use shell::{Completions, CompletionsLine, Man, ManLine};
pub use verify::{Form, Verify, VerifyLine};

use super::exit::Failure;
use crate::say;
use crate::scenario::{Overrides, folder_name};
use crate::simulate::Options;
use crate::text::Language;

pub use explain::{Explain, ExplainLine};
pub use why::{Why, WhyLine};

/// The most threads that may be asked for.
const MOST_THREADS: usize = 1024;

/// The whole line. The texts of its help are in the catalogue: see `cli/command.rs`.
#[derive(Debug, Parser)]
#[command(name = "ausfall", version, disable_help_subcommand = true)]
pub struct Line {
    /// What to do; without a command, a greeting.
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    language: LanguageLine,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Simulates a batch.
    Run(RunLine),
    /// Compares designs.
    Compare(compare::CompareLine),
    /// Validates scenarios.
    Check(CheckLine),
    /// Reads a scenario back.
    Explain(ExplainLine),
    /// Writes a scenario to begin with.
    New(NewLine),
    /// Explains commands, fields and words of the language.
    Help(HelpLine),
    /// Tells how every outage of a service came about.
    Why(WhyLine),
    /// Tells one replication event by event.
    Trace(TraceLine),
    /// Holds scenarios against what they expect.
    Verify(VerifyLine),
    /// Draws the charts of a result folder again.
    Plot(AgainLine),
    /// Writes the report of a result folder again.
    Report(AgainLine),
    /// Completions for a shell.
    Completions(CompletionsLine),
    /// The manual page.
    Man(ManLine),
}

impl Line {
    /// The language in which failures are told.
    pub fn language(&self) -> Language {
        self.language.decide()
    }
}

/// `ausfall run …`
#[derive(Debug, Args)]
pub struct RunLine {
    /// Scenario file
    file: PathBuf,
    #[command(flatten)]
    study: StudyLine,
    /// Number of replications, whatever their precision
    #[arg(long, value_name = "N", conflicts_with_all = ["precision", "at_most"])]
    replications: Option<NonZeroU64>,
    /// How precise the answers are to be.
    #[arg(long, value_name = "PRECISION")]
    precision: Vec<String>,
    /// Where the run ends at the latest.
    #[arg(long, value_name = "LIMIT")]
    at_most: Vec<String>,
    /// Failures as control variates.
    #[arg(long)]
    control_variates: bool,
    /// One row for each replication, as CSV.
    #[arg(long)]
    keep_replications: bool,
    /// Threads; the results do not depend on it
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// Folder for the results
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Every assumption at both ends of its range.
    #[arg(long, value_name = "N", num_args = 0..=1, require_equals = true)]
    bands: Option<Option<NonZeroU64>>,
    /// Exit with 1 if an objective is missed; `strict`: also if it is undecided
    #[arg(long, value_name = "HOW", num_args = 0..=1, require_equals = true, default_missing_value = "missed")]
    enforce: Option<EnforceArg>,
    /// Print nothing but the path of the report
    #[arg(long, conflicts_with = "json")]
    quiet: bool,
    /// Print the summary as one JSON object
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    language: LanguageLine,
}

/// `ausfall check …`
#[derive(Debug, Args)]
pub struct CheckLine {
    /// Scenario files
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Print nothing about scenarios without a fault or warning
    #[arg(long)]
    quiet: bool,
    /// Check again whenever a file changes
    #[arg(long)]
    watch: bool,
    #[command(flatten)]
    language: LanguageLine,
}

/// `ausfall trace …`
#[derive(Debug, Args)]
pub struct TraceLine {
    /// Scenario file
    file: PathBuf,
    #[command(flatten)]
    study: StudyLine,
    /// Which replication, from 0
    #[arg(short, long, value_name = "N")]
    replication: u64,
    /// Only this counted year, from 0
    #[arg(long, value_name = "Y")]
    year: Option<u32>,
    /// One JSON object a line
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    language: LanguageLine,
}

/// `ausfall plot …` and `ausfall report …`
#[derive(Debug, Args)]
pub struct AgainLine {
    /// Result folder, with its results.json
    folder: PathBuf,
    #[command(flatten)]
    language: LanguageLine,
}

/// What says which replications are simulated, and how.
#[derive(Debug, Args)]
struct StudyLine {
    /// Master seed; never taken from the clock
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Length of a replication, such as "10 y"
    #[arg(long, value_name = "SPAN")]
    horizon: Option<String>,
    /// Which variant of the scenario.
    #[arg(long, value_name = "NAME")]
    variant: Option<String>,
    /// Parameters with other values.
    #[arg(long, value_name = "NAME=VALUE", value_parser = setting)]
    set: Vec<(String, String)>,
    /// Simulate the hotlines in every replication, not only in their share
    #[arg(long)]
    with_hotline: bool,
    /// Re-derive the state after every instant and compare (slow)
    #[arg(long)]
    audit: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum EnforceArg {
    Missed,
    Strict,
}

/// What `run` is to do.
#[derive(Debug)]
pub struct Run {
    /// The scenario and how to simulate it.
    pub study: Study,
    /// Replications; `None`: what the scenario proposes, or up to a precision.
    pub replications: Option<NonZeroU64>,
    /// Whether failures serve as control variates.
    pub controlled: bool,
    /// Whether a table of all replications is written.
    pub keeps_replications: bool,
    /// Threads.
    pub threads: NonZeroUsize,
    /// Where the results go.
    pub folder: PathBuf,
    /// Whether assumptions are examined.
    pub bands: Bands,
    /// What makes the run fail.
    pub enforce: Enforce,
    /// What is printed on standard output.
    pub say: Say,
    /// Language.
    pub language: Language,
}

/// A scenario and how to simulate it.
#[derive(Debug)]
pub struct Study {
    /// Scenario file.
    pub file: PathBuf,
    /// What the command line changes in it.
    pub overrides: Overrides,
    /// Master seed.
    pub seed: u64,
    /// Options of the replications.
    pub options: Options,
}

/// What `trace` is to do.
#[derive(Debug)]
pub struct Trace {
    /// The scenario and how to simulate it.
    pub study: Study,
    /// Which replication.
    pub replication: u64,
    /// Only this counted year; `None`: all of the replication.
    pub year: Option<u32>,
    /// JSON lines instead of text.
    pub json: bool,
    /// Language.
    pub language: Language,
}

/// What `check` is to do.
#[derive(Debug)]
pub struct Check {
    /// Scenario files.
    pub files: Vec<PathBuf>,
    /// Silent about what is in order.
    pub quiet: bool,
    /// Again whenever a file changes.
    pub watch: bool,
    /// Language.
    pub language: Language,
}

/// What `plot` and `report` are to do.
#[derive(Debug)]
pub struct Again {
    /// Result folder.
    pub folder: PathBuf,
    /// Language.
    pub language: Language,
}

/// Which verdicts end a run with exit code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enforce {
    /// None.
    Nothing,
    /// *Missed*.
    Missed,
    /// *Missed* and *undecided*.
    Strict,
}

/// Whether every assumption is run at both ends of its range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bands {
    /// They are not.
    Unexamined,
    /// With a share of the run's replications.
    Default,
    /// With so many replications at each end.
    With(NonZeroU64),
}

/// What `run` prints on standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Say {
    /// The summary, and the path of the report as its last line.
    Summary,
    /// The path of the report.
    Path,
    /// One JSON object.
    Json,
}

impl Say {
    const fn of(quiet: bool, json: bool) -> Self {
        match (quiet, json) {
            (_, true) => Self::Json,
            (true, false) => Self::Path,
            (false, false) => Self::Summary,
        }
    }
}

impl RunLine {
    /// Decides what is left open.
    ///
    /// # Errors
    /// When a value cannot be, or the file's name cannot name a folder.
    pub fn decide(self) -> Result<Run, Failure> {
        let folder = match self.out {
            Some(folder) => folder,
            None => folder_of(&self.file, self.study.variant.as_deref())?,
        };
        let mut study = self.study.decide(self.file);
        study.overrides.precision = self.precision;
        study.overrides.at_most = self.at_most;
        Ok(Run {
            study,
            replications: self.replications,
            controlled: self.control_variates,
            keeps_replications: self.keep_replications,
            threads: decide_threads(self.threads)?,
            folder,
            bands: match self.bands {
                None => Bands::Unexamined,
                Some(None) => Bands::Default,
                Some(Some(replications)) => Bands::With(replications),
            },
            enforce: match self.enforce {
                None => Enforce::Nothing,
                Some(EnforceArg::Missed) => Enforce::Missed,
                Some(EnforceArg::Strict) => Enforce::Strict,
            },
            say: Say::of(self.quiet, self.json),
            language: self.language.decide(),
        })
    }
}

impl CheckLine {
    /// Decides what is left open.
    pub fn decide(self) -> Check {
        Check {
            files: self.files,
            quiet: self.quiet,
            watch: self.watch,
            language: self.language.decide(),
        }
    }
}

impl TraceLine {
    /// Decides what is left open.
    pub fn decide(self) -> Trace {
        Trace {
            study: self.study.decide(self.file),
            replication: self.replication,
            year: self.year,
            json: self.json,
            language: self.language.decide(),
        }
    }
}

impl AgainLine {
    /// Decides what is left open.
    pub fn decide(self) -> Again {
        Again {
            folder: self.folder,
            language: self.language.decide(),
        }
    }
}

impl StudyLine {
    fn decide(self, file: PathBuf) -> Study {
        Study {
            file,
            overrides: Overrides {
                horizon: self.horizon,
                variant: self.variant,
                set: self.set,
                ..Overrides::default()
            },
            seed: self.seed,
            options: Options {
                with_hotline: self.with_hotline,
                audit: self.audit,
                ..Options::default()
            },
        }
    }
}

/// The threads asked for, or as many as the machine runs at once.
fn decide_threads(asked: Option<NonZeroUsize>) -> Result<NonZeroUsize, Failure> {
    match asked {
        Some(threads) if threads.get() > MOST_THREADS => Err(Failure::Usage(say!(
            "error-threads",
            asked = threads.get(),
            most = MOST_THREADS
        ))),
        Some(threads) => Ok(threads),
        None => Ok(thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)),
    }
}

/// `NAME=VALUE`, with or without spaces around the first `=`.
fn setting(text: &str) -> Result<(String, String), String> {
    let halves = text.split_once('=');
    let halves = halves.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
    match halves {
        Some((name, value)) if !name.is_empty() && !value.is_empty() => Ok((name, value)),
        _ => Err("write a parameter's name and its value, NAME=VALUE".to_owned()),
    }
}

/// `output/STEM` for a scenario file, and for a variant a folder below it that no other result folder has files in. The stem comes
/// from outside and becomes a folder, so only plain names are taken; of a variant's name only letters and digits are left.
fn folder_of(file: &Path, variant: Option<&str>) -> Result<PathBuf, Failure> {
    let stem = file
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    if names_a_folder(&stem) {
        let base = Path::new("output").join(stem);
        return Ok(match variant {
            Some(variant) => base.join("variants").join(folder_name(variant)),
            None => base,
        });
    }
    let shown = super::terminal::plain(&stem);
    Err(Failure::Usage(say!("error-folder-name", name = shown)))
}

/// Whether `stem` is a plain name: letters, digits, spaces inside and `-`, `_`, `.`, beginning with a letter or digit.
fn names_a_folder(stem: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ');
    stem.len() <= 200
        && stem.starts_with(char::is_alphanumeric)
        && stem.chars().all(plain)
        && !stem.ends_with([' ', '.'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(arguments: &[&str]) -> Result<Run, Failure> {
        let line = Line::try_parse_from(["ausfall", "run"].iter().chain(arguments))
            .expect("the arguments are well formed");
        match line.command {
            Some(Command::Run(run)) => run.decide(),
            other => panic!("not a run: {other:?}"),
        }
    }

    #[test]
    fn the_seed_is_one_unless_it_is_given() {
        assert_eq!(run(&["a.ron"]).unwrap().study.seed, 1);
        assert_eq!(run(&["a.ron", "--seed", "7"]).unwrap().study.seed, 7);
    }

    #[test]
    fn results_land_below_output_in_a_folder_named_after_the_scenario() {
        assert_eq!(
            run(&["scenarios/muenster.ron"]).unwrap().folder,
            Path::new("output/muenster")
        );
        assert_eq!(
            run(&["a.ron", "--out", "elsewhere"]).unwrap().folder,
            Path::new("elsewhere")
        );
    }

    #[test]
    fn results_of_a_variant_land_in_a_folder_of_their_own_below_those_of_the_base() {
        let folder = |variant| run(&["a.ron", "--variant", variant]).unwrap().folder;
        assert_eq!(
            folder("own old room"),
            Path::new("output/a/variants/own-old-room")
        );
        assert_eq!(folder("../../b"), Path::new("output/a/variants/b"));
    }

    #[test]
    fn a_setting_is_cut_at_its_first_equals_sign_and_spaces_do_not_count() {
        let set = |text| run(&["a.ron", "--set", text]).unwrap().study.overrides.set;
        let pair = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
        assert_eq!(set("limited period=24 h"), pair("limited period", "24 h"));
        assert_eq!(set(" a  = 1 % / y "), pair("a", "1 % / y"));
        assert_eq!(set("a=b=c"), pair("a", "b=c"));
        for wrong in ["a", "=1", "a=", ""] {
            let line = ["ausfall", "run", "a.ron", "--set", wrong];
            assert!(Line::try_parse_from(line).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_hostile_file_name_names_no_folder() {
        for hostile in [
            "..",
            "",
            ".hidden",
            "-rf",
            "a\u{1b}[2J",
            "a\nb",
            "a ",
            "a:b",
            "not UTF-8 \u{fffd}",
        ] {
            assert!(!names_a_folder(hostile), "{hostile:?}");
        }
        for plain in ["muenster", "Münster 2", "v1.2_final-3"] {
            assert!(names_a_folder(plain), "{plain:?}");
        }
        assert!(matches!(run(&["x/.ron"]), Err(Failure::Usage(_))));
    }

    #[test]
    fn enforce_takes_its_value_only_after_an_equals_sign() {
        assert_eq!(run(&["a.ron"]).unwrap().enforce, Enforce::Nothing);
        assert_eq!(
            run(&["--enforce", "a.ron"]).unwrap().enforce,
            Enforce::Missed
        );
        assert_eq!(
            run(&["--enforce=strict", "a.ron"]).unwrap().enforce,
            Enforce::Strict
        );
    }

    #[test]
    fn a_batch_has_at_least_one_replication_and_a_bounded_number_of_threads() {
        assert!(Line::try_parse_from(["ausfall", "run", "a.ron", "--replications", "0"]).is_err());
        assert!(matches!(
            run(&["a.ron", "--threads", "100000"]),
            Err(Failure::Usage(_))
        ));
    }

    #[test]
    fn the_command_line_is_consistent_in_itself() {
        use clap::CommandFactory;
        Line::command().debug_assert();
    }
}
