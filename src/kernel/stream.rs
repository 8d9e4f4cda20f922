//! Named randomness: a number depends on (seed, name, replication, natural index, lane) and on nothing else.

/// The name of a source of chance, as 64 bits of BLAKE3 of its text (`component/core-a/mode/hardware`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamName(pub u64);

impl StreamName {
    /// The name's hash; two names of one scenario that collide are a fault at lowering.
    #[must_use]
    pub fn of(_text: &str) -> Self {
        todo!()
    }
}

/// The master seed of a run, expanded to a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed {
    key: [u64; 2],
}

impl Seed {
    /// Expands the number a user gives.
    #[must_use]
    pub fn new(_seed: u64) -> Self {
        todo!()
    }

    /// Sparse streams: the four uniforms of lanes `4·block … 4·block+3` of event `index` of the stream (Philox4x64-10),
    /// each strictly inside (0, 1).
    #[must_use]
    pub fn uniforms(&self, _name: StreamName, _replication: u64, _index: u64, _block: u64) -> [f64; 4] {
        let _ = self.key;
        todo!()
    }

    /// A dense stream (calls): ChaCha8 keyed by seed and name, stream = replication.
    #[must_use]
    pub fn dense(&self, _name: StreamName, _replication: u64) -> Dense {
        todo!()
    }
}

/// One dense stream, read in order or from a natural index.
#[derive(Clone, Debug)]
pub struct Dense {}

impl Dense {
    /// The four uniforms of event `index` (call number): each strictly inside (0, 1).
    pub fn uniforms(&mut self, _index: u64) -> [f64; 4] {
        todo!()
    }
}
