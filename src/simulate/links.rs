//! Who is told of a flip: per signal the gates above it, the needs that rest on it, and who follows it.
//!
//! The three lists of a signal begin at places that stand side by side, since a flip asks for all three. Knows nothing of the state
//! of a run.

use crate::model::ids::{GateId, NeedId, Signal};
use crate::model::structure::{Lists, Structure};
use crate::simulate::plan::Follower;

/// Where the lists of a signal begin; they end where those of the next begin.
#[derive(Clone, Copy, Debug)]
struct Starts {
    gates: u32,
    needs: u32,
    followers: u32,
}

/// The lists of all signals.
pub(super) struct Links {
    starts: Vec<Starts>,
    gates: Vec<GateId>,
    needs: Vec<NeedId>,
    followers: Vec<Follower>,
}

impl Links {
    /// Lays the lists of a structure side by side with those of the followers.
    pub(super) fn of(structure: &Structure, followers: &Lists<Follower>) -> Self {
        let mut links = Self {
            starts: Vec::with_capacity(structure.signals() + 1),
            gates: Vec::new(),
            needs: Vec::new(),
            followers: Vec::new(),
        };
        for signal in 0..structure.signals() {
            links.begin();
            links.gates.extend(structure.above(Signal::new(signal)));
            links.needs.extend(structure.needs_on(Signal::new(signal)));
            links.followers.extend(followers.get(signal));
        }
        links.begin();
        links
    }

    fn begin(&mut self) {
        self.starts.push(Starts {
            gates: place(self.gates.len()),
            needs: place(self.needs.len()),
            followers: place(self.followers.len()),
        });
    }

    /// Begins and ends of the lists of a signal.
    fn bounds(&self, signal: Signal) -> (Starts, Starts) {
        (self.starts[signal.index()], self.starts[signal.index() + 1])
    }

    /// The gates above a signal, once for each time that it is an input, and the needs that rest on it.
    #[inline]
    pub(super) fn above(&self, signal: Signal) -> (&[GateId], &[NeedId]) {
        let (from, to) = self.bounds(signal);
        (
            &self.gates[from.gates as usize..to.gates as usize],
            &self.needs[from.needs as usize..to.needs as usize],
        )
    }

    /// Who is told when the signal flips.
    #[inline]
    pub(super) fn followers(&self, signal: Signal) -> &[Follower] {
        let (from, to) = self.bounds(signal);
        &self.followers[from.followers as usize..to.followers as usize]
    }
}

fn place(length: usize) -> u32 {
    u32::try_from(length).expect("lists are bounded by the scenario's limits")
}
