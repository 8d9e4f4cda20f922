//! Discrete-event simulation for resilience studies of shared IT.

pub mod batch;
pub mod cli;
pub mod dist;
pub mod kernel;
pub mod model;
pub mod report;
pub mod scenario;
pub mod simulate;
pub mod stats;
pub mod text;
pub mod units;
