//! What is drawn for a call, whatever made it come: lane 0 arrival, 1 handling, 2 patience, 3 for laws that take a second
//! uniform.

use crate::dist::Law;
use crate::units::Span;

/// The numbers of one call.
#[derive(Clone, Copy, Debug)]
pub struct Draws {
    /// Its lanes.
    pub uniforms: [f64; 4],
    /// How long it will be handled where nothing slows the agents [µs].
    pub handling: f64,
}

impl Draws {
    /// The numbers of the call with these lanes.
    #[must_use]
    pub fn new(uniforms: [f64; 4], handling: &Law) -> Self {
        let handling = quantile(handling, uniforms[1], || halves(uniforms[3]).0);
        Self { uniforms, handling }
    }

    /// How long the caller is ready to wait.
    #[must_use]
    pub fn patience(&self, law: &Law) -> Span {
        let second = || halves(self.uniforms[3]).1;
        Span::drawn(quantile(law, self.uniforms[2], second))
    }
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
