//! Quantities with units: instants and spans on the integer clock, rates and probabilities as people write them.
//!
//! Knows nothing of laws, components or files: it turns text into numbers and numbers into text.

mod fault;
mod quantity;
mod rate;
mod time;

pub use fault::{Quantity, UnitFault};
pub use quantity::{parse_number, parse_probability};
pub use rate::{Per, Rate};
pub use time::{Instant, MICROS_PER_DAY, MICROS_PER_HOUR, MICROS_PER_YEAR, Span};
