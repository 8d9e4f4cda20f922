//! Results told: summary for the terminal, report in HTML, charts, tables in CSV.
//!
//! Input is [`Results`] alone. Nothing is computed here that a reader could take for a result: numbers are chosen, rounded and put
//! into words. Knows nothing of scenarios, simulation or the command line. Names from scenarios are escaped wherever they are shown.

mod answer;
mod band;
pub mod chain;
pub mod chart;
pub mod compare;
mod coverage;
pub mod csv;
pub mod explain;
pub mod html;
pub mod names;
mod numbers;
mod objective;
mod options;
mod stopping;
mod story;
mod summary;
pub mod table;
mod verification;
pub mod words;
pub mod write;
mod written;

use crate::batch::Reached;
use crate::batch::results::{Answer, Results, StoryLine};
use crate::text::Catalogue;

pub use band::Flip;
pub use coverage::{coverage, coverage_csv};
pub use options::Options;
pub use stopping::Stopped;
pub use summary::summary;
pub use verification::verification;
pub use write::{write_all, write_charts, write_csv, write_file_atomically, write_html};

/// One line of a story or trace as a sentence, without its time.
#[must_use]
pub fn story_line(line: &StoryLine, names: &names::Names<'_>) -> String {
    story::sentence(line, names)
}

/// An answer while a run is under way, with its interval.
#[must_use]
pub fn so_far(answer: &Answer, catalogue: &Catalogue) -> String {
    numbers::Numbers(catalogue).so_far(answer)
}

/// How far an answer under way is from the precision that is wanted of it.
#[must_use]
pub fn still_open(answer: &Answer, reached: &Reached, catalogue: &Catalogue) -> String {
    stopping::under_way(answer, reached, catalogue)
}

/// How a run ended, for the terminal: nothing where no precision was wanted.
#[must_use]
pub fn ended(results: &Results, stopped: &Stopped, catalogue: &Catalogue) -> String {
    let (sentence, lines) = stopping::told(&words(results, catalogue), stopped);
    let lines = sentence.into_iter().chain(lines);
    lines.map(|line| summary::line(&line)).collect()
}

/// The picture of what hangs on what, as SVG that needs nothing else.
#[must_use]
pub fn dependencies(explanation: &crate::explain::Explanation, catalogue: &Catalogue) -> String {
    chart::dependencies::whole(explanation, catalogue).svg
}

/// What reports need of results, in one language.
fn words<'a>(results: &'a Results, catalogue: &'a Catalogue) -> words::Words<'a> {
    words::Words { results, catalogue }
}
