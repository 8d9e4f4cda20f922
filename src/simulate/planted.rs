//! Faults that a test plants into a replication, to see that its alarms ring. They exist only where debug assertions do: a release build
//! has no field for them, and asking whether one is there is a constant.

use crate::simulate::Options;

/// A planted fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planted {
    /// Every duration that is drawn lasts 1 % longer.
    BiasedLaw,
    /// Of two who ask for people at once, the later declared is served first.
    SwappedTie,
    /// About one event in a hundred never comes.
    LostEvent,
}

impl Options {
    /// Whether a test planted this fault.
    #[cfg(debug_assertions)]
    pub(super) fn planted(self, fault: Planted) -> bool {
        self.planted == Some(fault)
    }

    /// Nothing is planted.
    #[cfg(not(debug_assertions))]
    pub(super) const fn planted(self, _: Planted) -> bool {
        false
    }
}
