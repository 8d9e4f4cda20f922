//! From random bits to uniforms strictly inside (0, 1).
//!
//! Knows nothing of where the bits come from.

/// The exponent of the numbers from 1 to 2, which have a step of 2⁻⁵².
const FROM_ONE: u64 = 1.0_f64.to_bits();
/// 1 − 2⁻⁵³: half a step below 1.
const BELOW_ONE: f64 = 1.0 - f64::EPSILON / 2.0;

/// The uniform of a random word: ((x >> 12) + ½)·2⁻⁵².
///
/// The upper 52 bits choose a cell of (0, 1) and the value is the middle of the cell, so that 0 and 1 never occur, the
/// smallest value is 2⁻⁵³ and the largest 1 − 2⁻⁵³, and both `u` and `1 − u` are exact. With 53 bits the largest would
/// round to 1, where the quantile of an unbounded law is infinite. The 52 bits become the fraction of a number in [1, 2),
/// from which a subtraction without rounding leads down: nothing is converted, so that blocks run on vectors.
#[inline]
pub(super) fn unit(word: u64) -> f64 {
    f64::from_bits(FROM_ONE | word >> 12) - BELOW_ONE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uniforms_never_reach_zero_or_one() {
        assert_eq!(unit(0), f64::EPSILON / 2.0);
        assert_eq!(unit(u64::MAX), 1.0 - f64::EPSILON / 2.0);
    }

    #[test]
    fn a_uniform_is_the_middle_of_its_cell() {
        let words = (0..64).flat_map(|bits| [1 << bits, u64::MAX << bits, u64::MAX >> bits]);
        for word in words.chain([0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210]) {
            let middle = ((word >> 12) as f64 + 0.5) * f64::EPSILON;
            assert_eq!(unit(word), middle, "{word:x}");
        }
    }

    #[test]
    fn the_complement_of_a_uniform_is_exact() {
        for word in [0, 1 << 12, 0x0123_4567_89ab_cdef, u64::MAX / 3, u64::MAX] {
            assert_eq!(1.0 - unit(word), unit(!word));
        }
    }
}
