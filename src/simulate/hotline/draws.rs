//! What is drawn for a call, whatever made it come: lane 0 arrival, 1 handling, 2 patience, 3 for laws that take a second
//! uniform.

use crate::dist::Law;
use crate::units::Span;

/// How long a call will be handled where nothing slows the agents [µs].
#[must_use]
pub fn handling(law: &Law, lanes: &[f64; 4]) -> f64 {
    quantile(law, lanes[1], || halves(lanes[3]).0)
}

/// How long a caller is ready to wait.
#[must_use]
pub fn patience(law: &Law, lanes: &[f64; 4]) -> Span {
    Span::drawn(quantile(law, lanes[2], || halves(lanes[3]).1))
}

/// The law's value at `u`; `second` is asked for by laws that take two uniforms.
fn quantile(law: &Law, u: f64, second: impl Fn() -> f64) -> f64 {
    let second = if law.uniforms() > 1 { second() } else { u };
    law.quantile([u, second])
}

/// Two uniforms of 26 bits from one of 53, for laws that choose between parts.
fn halves(u: f64) -> (f64, f64) {
    const SCALE: f64 = (1_u64 << 26) as f64;
    let high = (u * SCALE).floor();
    (
        (high + 0.5) / SCALE,
        (u * SCALE - high).clamp(1.0 / SCALE, 1.0 - 1.0 / SCALE),
    )
}
