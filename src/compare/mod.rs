//! Designs compared on common random numbers: variants of one scenario, or several scenarios.
//!
//! Every replication is lived through by all designs under the same seed, so that they meet the same luck wherever they are alike;
//! what is asked is then compared replication by replication. A design compared with itself differs by exactly nothing. Knows
//! nothing of files, languages or terminals, and defines no measure: what a replication says is read by [`crate::batch::term`].

mod derive;
mod engine;
mod pair;
pub mod results;
#[cfg(test)]
mod tests;

pub use engine::{Compared, Design, Progress, Refusal, run};
pub use pair::PairTally;
pub use results::Comparison;
