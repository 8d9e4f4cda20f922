//! The engine under every model: named randomness and the agenda of what comes next.
//!
//! Knows nothing of components, services or statistics, and nothing of the clock on the wall.

mod agenda;
mod stream;

pub use agenda::{Agenda, Rank, Slot};
pub use stream::{Dense, Seed, StreamName};
