//! A dense stream: a kept ChaCha8 generator for sources with very many events, such as the calls of a hotline.
//!
//! Each natural index owns four uniforms at a fixed place of the key stream, so it can be reached directly; reading the
//! indices in order is fast, because the generator computes eight of them at once. Knows nothing of what is called or
//! counted.

use std::convert::Infallible;

use rand::{Rng, SeedableRng, TryRng};
use rand_chacha::ChaCha8Rng;

use super::uniform::unit;

/// 32-bit words of the key stream that belong to one index: four uniforms of two words.
const WORDS_PER_INDEX: u128 = 8;

/// The same in bytes.
const BYTES_PER_INDEX: usize = 4 * WORDS_PER_INDEX as usize;
/// Events whose bytes [`Dense::block`] keeps at a time.
const EVENTS_AT_ONCE: usize = 64;

/// One dense stream, read in order or from a natural index; made by [`Seed::dense`](super::Seed::dense).
///
/// It serves `rand`'s traits too: they read on from wherever the stream stands, see [`Dense::seek`].
#[derive(Clone, Debug)]
pub struct Dense {
    generator: ChaCha8Rng,
    /// The index at whose first word the generator stands; `None` after words were read through `rand`'s traits.
    stands_at: Option<u64>,
}

impl Dense {
    pub(super) fn new(key: [u8; 32], replication: u64) -> Self {
        let mut generator = ChaCha8Rng::from_seed(key);
        generator.set_stream(replication);
        Self {
            generator,
            stands_at: Some(0),
        }
    }

    /// The four uniforms of event `index` (call number): each strictly inside (0, 1).
    ///
    /// ```
    /// use ausfall::kernel::{Seed, StreamName};
    /// let mut calls = Seed::new(1).dense(StreamName::of("hotline/lwl/arrivals"), 0);
    /// let (later, first) = (calls.uniforms(812), calls.uniforms(0));
    /// assert_eq!(calls.uniforms(812), later);
    /// assert_ne!(first, later);
    /// ```
    pub fn uniforms(&mut self, index: u64) -> [f64; 4] {
        self.seek(index);
        self.stands_at = index.checked_add(1);
        std::array::from_fn(|_| unit(self.generator.next_u64()))
    }

    /// The uniforms of event `first` and of those behind it, as many as there is room for: the numbers of
    /// [`Dense::uniforms`], several at a time (64 events: a block of 2 KiB).
    ///
    /// ```
    /// use ausfall::kernel::{Seed, StreamName};
    /// let mut calls = Seed::new(1).dense(StreamName::of("hotline/lwl/arrivals"), 0);
    /// let mut block = [[0.0; 4]; 64];
    /// calls.block(800, &mut block);
    /// assert_eq!(block[12], calls.uniforms(812));
    /// ```
    pub fn block(&mut self, first: u64, uniforms: &mut [[f64; 4]]) {
        self.seek(first);
        self.stands_at = first.checked_add(uniforms.len() as u64);
        let mut bytes = [0; EVENTS_AT_ONCE * BYTES_PER_INDEX];
        for events in uniforms.chunks_mut(EVENTS_AT_ONCE) {
            let numbers = events.as_flattened_mut();
            let bytes = &mut bytes[..size_of_val(numbers)];
            self.generator.fill_bytes(bytes);
            for (number, &word) in numbers.iter_mut().zip(bytes.as_chunks().0) {
                *number = unit(u64::from_le_bytes(word));
            }
        }
    }

    /// Moves to the first word of event `index`, from which `rand`'s traits read on.
    pub fn seek(&mut self, index: u64) {
        if self.stands_at != Some(index) {
            self.generator
                .set_word_pos(u128::from(index) * WORDS_PER_INDEX);
            self.stands_at = Some(index);
        }
    }
}

impl TryRng for Dense {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.stands_at = None;
        Ok(self.generator.next_u32())
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.stands_at = None;
        Ok(self.generator.next_u64())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.stands_at = None;
        self.generator.fill_bytes(bytes);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Seed, StreamName};
    use super::*;

    fn calls(replication: u64) -> Dense {
        Seed::new(1).dense(StreamName::of("hotline/lwl/arrivals"), replication)
    }

    #[test]
    fn uniforms_are_those_of_chacha8_under_the_same_key() {
        let key = Seed::new(1).dense_key(StreamName::of("hotline/lwl/arrivals"));
        let mut witness = ChaCha8Rng::from_seed(key);
        witness.set_stream(3);
        let mut stream = calls(3);
        for index in 0..1000 {
            let expected: [f64; 4] = std::array::from_fn(|_| unit(witness.next_u64()));
            assert_eq!(stream.uniforms(index), expected, "index {index}");
        }
    }

    #[test]
    fn an_index_has_its_numbers_in_whatever_order_it_is_reached() {
        let mut in_order = calls(0);
        let expected: Vec<[f64; 4]> = (0..64).map(|i| in_order.uniforms(i)).collect();
        let mut jumping = calls(0);
        for step in 0..64_u64 {
            let index = step * 37 % 64;
            assert_eq!(
                jumping.uniforms(index),
                expected[index as usize],
                "index {index}"
            );
        }
    }

    #[test]
    fn a_block_holds_the_numbers_of_its_events_wherever_it_begins() {
        let mut in_order = calls(0);
        let expected: Vec<[f64; 4]> = (0..300).map(|i| in_order.uniforms(i)).collect();
        let mut stream = calls(0);
        for (first, events) in [
            (0, 64),
            (64, 1),
            (65, 200),
            (3, 5),
            (7, 0),
            (7, 64),
            (100, 200),
        ] {
            let mut block = vec![[0.0; 4]; events];
            stream.block(first, &mut block);
            let first = first as usize;
            assert_eq!(
                block,
                expected[first..first + events],
                "{events} from {first}"
            );
        }
        assert_eq!(stream.uniforms(1), expected[1]);
    }

    #[test]
    fn reading_through_rand_does_not_move_an_index() {
        let mut stream = calls(0);
        let second = stream.uniforms(1);
        stream.seek(1);
        assert_eq!(unit(stream.next_u64()), second[0]);
        assert_eq!(stream.uniforms(1), second);
    }

    #[test]
    fn replications_and_names_have_streams_of_their_own() {
        let other = Seed::new(1)
            .dense(StreamName::of("hotline/lwl/patience"), 0)
            .uniforms(0);
        let draws = [calls(0).uniforms(0), calls(1).uniforms(0), other];
        assert!(draws[0] != draws[1] && draws[0] != draws[2] && draws[1] != draws[2]);
    }

    #[test]
    fn the_last_index_of_all_is_reached() {
        let mut stream = calls(0);
        let last = stream.uniforms(u64::MAX);
        assert_eq!(stream.uniforms(u64::MAX), last);
    }
}
