//! The engine under every model: named randomness and the agenda of what comes next.
//!
//! Knows nothing of components, services or statistics, and nothing of the clock on the wall.

mod agenda;
mod dense;
mod lanes;
mod philox;
mod stream;
mod uniform;

pub use agenda::{Agenda, Rank, Slot};
pub use dense::Dense;
pub use lanes::Lanes;
pub use stream::{Seed, StreamName};
