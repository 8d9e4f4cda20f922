//! Many replications in parallel, folded in order into results.
//!
//! What is summed is summed exactly, so that the bytes of the results do not depend on threads. Knows nothing of charts,
//! languages or terminals.

mod bands;
pub mod chain;
mod controls;
pub mod coverage;
mod derive;
mod fold;
mod naming;
mod plan;
#[cfg(test)]
mod real_tests;
mod replicate;
pub mod results;
pub mod rows;
pub mod stopping;
#[cfg(test)]
mod stopping_tests;
mod story;
mod tell;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod threads;
pub mod verify;

pub use bands::{Assumption, bands};
pub use derive::{Basis, CONFIDENCE, estimate, estimate_of, results as derive};
pub use fold::term;
pub use fold::{Courses, Folder, Lived, Tally};
pub use plan::{Plan, Until};
pub use replicate::{Batch, Progress, Replicate, Simulator, run, run_keeping, run_with};
pub use results::Results;
pub use stopping::{Ending, Reached, Reason};
pub use tell::story_line;
