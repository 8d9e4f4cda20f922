//! Many replications in parallel, folded in order into results.
//!
//! What is summed is summed exactly, so that the bytes of the results do not depend on threads. Knows nothing of charts,
//! languages or terminals.

pub mod results;

pub use results::Results;
