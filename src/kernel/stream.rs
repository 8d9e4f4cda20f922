//! Named randomness: a number depends on (seed, name, replication, natural index, lane) and on nothing else.
//!
//! The *index* is what is being lived through (the 5th failure of a mode, the 812th call of a hotline), the *lane* what
//! the number is for (time to failure, repair, detection). Two designs therefore share their luck wherever they share a
//! name (common random numbers), whatever else is added, left out or drawn more often.
//!
//! Two engines serve this one law. *Sparse* streams ([`Seed::uniforms`], [`Seed::lanes`]) compute a Philox block on the
//! spot and store nothing: right for 10⁵ sources with a few draws each. *Dense* streams ([`Seed::dense`]) keep a
//! ChaCha8 generator: right for the half million calls of one hotline. Both serve the traits of `rand` too.
//!
//! **Value-breaking**: whatever changes a number here (domain strings, counter layout, lane order, engine) changes every
//! result ever published; it belongs into the change log under that word. Knows nothing of laws and of what is simulated.

use super::{Dense, Lanes, philox::philox4x64, uniform::unit};

/// Domain of the seed's expansion (BLAKE3 key derivation).
const SEED_DOMAIN: &str = "ausfall 1 seed";
/// Domain of the keys of dense streams (BLAKE3 key derivation).
const DENSE_DOMAIN: &str = "ausfall 1 dense stream";

/// The name of a source of chance, as 64 bits of BLAKE3 of its text (`component/core-a/mode/hardware`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamName(pub u64);

impl StreamName {
    /// The name's hash; two names of one scenario that collide are a fault at lowering.
    ///
    /// ```
    /// use ausfall::kernel::StreamName;
    /// let name = StreamName::of("component/core-a/mode/hardware");
    /// assert_ne!(name, StreamName::of("component/core-b/mode/hardware"));
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(word(blake3::hash(text.as_bytes()).as_bytes(), 0))
    }
}

/// The master seed of a run, expanded to a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed {
    key: [u64; 2],
}

impl Seed {
    /// Expands the number a user gives to 128 bits, so that neighbouring seeds have nothing in common.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let bytes = blake3::derive_key(SEED_DOMAIN, &seed.to_le_bytes());
        Self {
            key: [word(&bytes, 0), word(&bytes, 1)],
        }
    }

    /// Sparse streams: the four uniforms of lanes `4·block … 4·block+3` of event `index` of the stream (Philox4x64-10),
    /// each strictly inside (0, 1).
    ///
    /// ```
    /// use ausfall::kernel::{Seed, StreamName};
    /// let [to_failure, repair, ..] = Seed::new(1).uniforms(StreamName::of("core-a"), 0, 5, 0);
    /// assert!(0.0 < to_failure && to_failure < 1.0 && repair != to_failure);
    /// ```
    #[must_use]
    #[inline]
    pub fn uniforms(&self, name: StreamName, replication: u64, index: u64, block: u64) -> [f64; 4] {
        self.words(name, replication, index, block).map(unit)
    }

    /// The lanes of one event of a sparse stream, one after the other, for whatever reads `rand`'s traits.
    #[must_use]
    pub fn lanes(&self, name: StreamName, replication: u64, index: u64) -> Lanes {
        Lanes::new(*self, name, replication, index)
    }

    /// A dense stream (calls): ChaCha8 keyed by seed and name, stream = replication.
    #[must_use]
    pub fn dense(&self, name: StreamName, replication: u64) -> Dense {
        Dense::new(self.dense_key(name), replication)
    }

    /// The random words under [`Seed::uniforms`]; the counter is (index, replication, name, block).
    #[inline]
    pub(super) fn words(
        &self,
        name: StreamName,
        replication: u64,
        index: u64,
        block: u64,
    ) -> [u64; 4] {
        philox4x64(self.key, [index, replication, name.0, block])
    }

    /// The ChaCha key of a dense stream: BLAKE3 of the seed's key and the name.
    pub(super) fn dense_key(&self, name: StreamName) -> [u8; 32] {
        let mut material = [0; 24];
        for (part, word) in material
            .chunks_exact_mut(8)
            .zip([self.key[0], self.key[1], name.0])
        {
            part.copy_from_slice(&word.to_le_bytes());
        }
        blake3::derive_key(DENSE_DOMAIN, &material)
    }
}

/// Word number `i` of a digest, little-endian.
fn word(digest: &[u8; 32], i: usize) -> u64 {
    let bytes = digest.iter().skip(8 * i).take(8);
    bytes.rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// BLAKE3 of the empty text begins with af1349b9f5f9a1a6 (the authors' test vectors).
    #[test]
    fn a_name_is_the_first_64_bits_of_blake3() {
        assert_eq!(
            StreamName::of("").0,
            u64::from_le_bytes([0xaf, 0x13, 0x49, 0xb9, 0xf5, 0xf9, 0xa1, 0xa6])
        );
    }

    #[test]
    fn each_coordinate_gives_other_numbers() {
        let name = StreamName::of("hotline/arrivals");
        let draws = [
            Seed::new(1).uniforms(name, 0, 0, 0),
            Seed::new(2).uniforms(name, 0, 0, 0),
            Seed::new(1).uniforms(StreamName::of("hotline/patience"), 0, 0, 0),
            Seed::new(1).uniforms(name, 1, 0, 0),
            Seed::new(1).uniforms(name, 0, 1, 0),
            Seed::new(1).uniforms(name, 0, 0, 1),
        ];
        let mut all: Vec<f64> = draws.concat();
        all.sort_by(f64::total_cmp);
        all.dedup();
        assert_eq!(all.len(), 24);
    }

    /// Value-breaking: these are the numbers on which every published result stands.
    #[test]
    fn the_first_numbers_of_seed_one_are_pinned() {
        let (seed, name) = (
            Seed::new(1),
            StreamName::of("component/core-a/mode/hardware"),
        );
        assert_eq!(name.0, 0x39db_a7c5_a6ff_03b1);
        let sparse = [
            0x2d8d_12f0_1860_9e99,
            0x7609_f8fd_8331_dc6e,
            0x6492_6cf2_ce0b_dc07,
            0x087e_6603_159c_2c45,
        ];
        assert_eq!(seed.words(name, 2, 5, 0), sparse);
        let dense = [
            0.004_213_936_364_712_123,
            0.033_902_806_538_199_326,
            0.285_674_363_073_405_44,
            0.113_545_439_000_402_59,
        ];
        assert_eq!(seed.dense(name, 2).uniforms(5), dense);
    }

    /// Chi-square over 64 cells with 63 degrees of freedom: P(χ² > 117) < 5·10⁻⁵ and P(χ² < 27) < 5·10⁻⁵.
    #[test]
    fn uniforms_over_indices_fill_the_unit_interval_evenly() {
        let (seed, name) = (Seed::new(7), StreamName::of("component/a"));
        for lane in 0..4 {
            let mut cells = [0_u32; 64];
            for index in 0..64_000 {
                cells[(seed.uniforms(name, 0, index, 0)[lane] * 64.0) as usize] += 1;
            }
            let chi: f64 = cells
                .iter()
                .map(|&n| (f64::from(n) - 1000.0) * (f64::from(n) - 1000.0) / 1000.0)
                .sum();
            assert!((27.0..117.0).contains(&chi), "lane {lane}: {chi}");
        }
    }

    /// Correlation of n independent pairs has standard deviation 1/√n; the bound is 4.5 of them.
    #[test]
    fn neighbouring_replications_and_indices_are_uncorrelated() {
        let (seed, name, n) = (Seed::new(3), StreamName::of("component/b"), 40_000_u64);
        let at = |r, i| seed.uniforms(name, r, i, 0)[0] - 0.5;
        let over_index: f64 = (0..n).map(|i| at(0, i) * at(0, i + 1)).sum();
        let over_replication: f64 = (0..n).map(|r| at(r, 0) * at(r + 1, 0)).sum();
        let bound = 4.5 / 12.0 * (n as f64).sqrt();
        assert!(over_index.abs() < bound && over_replication.abs() < bound);
    }
}
