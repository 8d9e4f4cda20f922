//! The lanes of one event of a sparse stream, read one after the other.
//!
//! Most draws name their lane and take it from a block; this reader is for what wants a generator: the sampling,
//! shuffling and choosing of `rand`. Knows nothing of what the lanes mean.

use std::convert::Infallible;

use rand::{TryRng, rand_core::utils::fill_bytes_via_next_word};

use super::{Seed, StreamName};

/// A generator over lanes 0, 1, 2, … of one event; made by [`Seed::lanes`].
///
/// ```
/// use ausfall::kernel::{Seed, StreamName};
/// use rand::seq::SliceRandom;
/// let mut rooms = ["a", "b", "c", "d"];
/// rooms.shuffle(&mut Seed::new(1).lanes(StreamName::of("hazard/fire/rooms"), 0, 3));
/// ```
#[derive(Clone, Debug)]
pub struct Lanes {
    seed: Seed,
    name: StreamName,
    replication: u64,
    index: u64,
    block: [u64; 4],
    next: u64,
}

impl Lanes {
    pub(super) fn new(seed: Seed, name: StreamName, replication: u64, index: u64) -> Self {
        Self {
            seed,
            name,
            replication,
            index,
            block: [0; 4],
            next: 0,
        }
    }

    fn next_word(&mut self) -> u64 {
        let within = (self.next % 4) as usize;
        if within == 0 {
            self.block = self
                .seed
                .words(self.name, self.replication, self.index, self.next / 4);
        }
        self.next += 1;
        self.block[within]
    }
}

impl TryRng for Lanes {
    type Error = Infallible;

    /// The upper half of the next lane's word.
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.next_word() >> 32) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.next_word())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        fill_bytes_via_next_word(bytes, || Ok(self.next_word()))
    }
}

#[cfg(test)]
mod tests {
    use rand::{Rng, RngExt};

    use super::super::uniform::unit;
    use super::*;

    #[test]
    fn lanes_run_through_the_blocks_in_order() {
        let (seed, name) = (Seed::new(5), StreamName::of("shock/bridge"));
        let mut lanes = seed.lanes(name, 2, 9);
        for block in 0..3 {
            for expected in seed.uniforms(name, 2, 9, block) {
                assert_eq!(unit(lanes.next_u64()), expected);
            }
        }
    }

    #[test]
    fn bytes_are_the_words_in_little_endian_order() {
        let mut lanes = Seed::new(5).lanes(StreamName::of("shock/bridge"), 2, 9);
        let mut bytes = [0; 12];
        lanes.clone().fill_bytes(&mut bytes);
        assert_eq!(bytes[..8], lanes.next_u64().to_le_bytes());
        assert_eq!(bytes[8..], lanes.next_u64().to_le_bytes()[..4]);
    }

    #[test]
    fn lanes_serve_the_ranges_of_rand() {
        let mut lanes = Seed::new(5).lanes(StreamName::of("hotline/year"), 0, 0);
        let years: Vec<u32> = (0..1000).map(|_| lanes.random_range(0..10)).collect();
        for year in 0..10 {
            // Binomial(1000, 0.1): 100 ± 9.5; the bound is five standard deviations.
            let count = years.iter().filter(|&&y| y == year).count();
            assert!((53..=147).contains(&count), "year {year}: {count}");
        }
    }
}
