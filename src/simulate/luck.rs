//! The luck of one replication: named streams read at a natural index and a fixed lane.
//!
//! Knows which numbers a stream gives, not what they decide.

use crate::dist::Law;
use crate::kernel::{Seed, StreamName};
use crate::simulate::Options;
use crate::simulate::planted::Planted;
use crate::units::Span;

/// Seed and replication: what all draws of a replication share.
#[derive(Clone, Copy)]
pub(super) struct Luck<'r> {
    /// The master seed.
    pub seed: &'r Seed,
    /// The number of the replication.
    pub replication: u64,
    /// The options of the replication.
    pub options: Options,
}

impl Luck<'_> {
    /// The uniform at `lane` of event `index`.
    pub(super) fn uniform(self, stream: StreamName, index: u32, lane: usize) -> f64 {
        self.block(stream, index, lane)[lane % 4]
    }

    /// The uniforms at the lanes 0 to 3 of event `index`, of which a cycle of failure and repair takes all.
    pub(super) fn cycle(self, stream: StreamName, index: u32) -> [f64; 4] {
        self.block(stream, index, 0)
    }

    /// A duration by `law` from the two lanes `lane` (even) and `lane + 1` of event `index`.
    pub(super) fn draw(self, law: &Law, stream: StreamName, index: u32, lane: usize) -> Span {
        self.lasting(law, self.pair(stream, index, lane))
    }

    /// The duration by `law` that two uniforms stand for.
    pub(super) fn lasting(self, law: &Law, uniforms: [f64; 2]) -> Span {
        let drawn = law.quantile(uniforms);
        let biased = self.options.planted(Planted::BiasedLaw);
        Span::drawn(if biased { drawn * 1.01 } else { drawn })
    }

    /// The same for the residual life of a process that has run for long (`docs/semantics.md` 5).
    pub(super) fn draw_residual(
        self,
        law: &Law,
        stream: StreamName,
        index: u32,
        lane: usize,
    ) -> Span {
        Span::drawn(law.residual_quantile(self.pair(stream, index, lane)))
    }

    fn pair(self, stream: StreamName, index: u32, lane: usize) -> [f64; 2] {
        let block = self.block(stream, index, lane);
        [block[lane % 4], block[lane % 4 + 1]]
    }

    fn block(self, stream: StreamName, index: u32, lane: usize) -> [f64; 4] {
        self.seed
            .uniforms(stream, self.replication, u64::from(index), lane as u64 / 4)
    }
}
