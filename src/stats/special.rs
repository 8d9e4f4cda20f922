//! The logarithm, and special functions of the normal and the gamma law through `libm`, with the same bits on every machine.
//!
//! Relative errors are below 10⁻¹³ in the body and below 10⁻¹⁰ in the far tails, held by tests against 40-digit
//! values (`tests/laws/precise.rs`). Knows nothing of laws as a model uses them, of samples and of intervals.

mod gamma;
mod ln;
mod normal;

pub(super) use gamma::{excess_over_log, gamma_star};
pub use gamma::{gamma_front, gamma_p, gamma_p_inverse, gamma_q, ln_gamma};
pub use ln::{ln, ln_each};
pub use normal::{normal_cdf, normal_quantile};
