//! The blueprint: what a scenario means, dense and immutable, shared by all threads.
//!
//! Every name is resolved to a dense id, every time is in ticks, every expression is a gate with counted inputs.
//! Knows nothing of files or diagnostics (that is `scenario`) and nothing of the state of a run (that is `simulate`).

pub mod blueprint;
pub mod builder;
pub mod calendar;
pub mod component;
pub mod crew;
pub mod dependency;
pub mod holiday;
pub mod hotline;
pub mod ids;
pub mod link;
pub mod organisation;
pub mod parameter;
pub mod precision;
pub mod profile;
pub mod service;
pub mod shared;
pub mod structure;
pub mod watch;
pub mod weekly;

pub use blueprint::Blueprint;
pub use builder::Builder;
