//! From random bits to uniforms strictly inside (0, 1).
//!
//! Knows nothing of where the bits come from.

/// 2⁻⁵², the step of the grid on which uniforms lie.
const STEP: f64 = f64::EPSILON;

/// The uniform of a random word: ((x >> 12) + ½)·2⁻⁵².
///
/// The upper 52 bits choose a cell of (0, 1) and the value is the middle of the cell, so that 0 and 1 never occur, the
/// smallest value is 2⁻⁵³ and the largest 1 − 2⁻⁵³, and both `u` and `1 − u` are exact. With 53 bits the largest would
/// round to 1, where the quantile of an unbounded law is infinite.
pub(super) fn unit(word: u64) -> f64 {
    ((word >> 12) as f64 + 0.5) * STEP
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
    fn the_complement_of_a_uniform_is_exact() {
        for word in [0, 1 << 12, 0x0123_4567_89ab_cdef, u64::MAX / 3, u64::MAX] {
            assert_eq!(1.0 - unit(word), unit(!word));
        }
    }
}
