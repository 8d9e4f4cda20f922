//! The natural logarithm without a branch, so that a block of them runs on vectors.
//!
//! Algorithm and coefficients: Sun's fdlibm, `e_log.c`, as in the crate `libm`, in the same order of operations and without
//! fused ones. So the bits are those of `libm::log`, alone or in a block, on every machine.

const LN2_HI: f64 = f64::from_bits(0x3fe6_2e42_fee0_0000);
const LN2_LO: f64 = f64::from_bits(0x3dea_39ef_3579_3c76);
/// Minimax coefficients of ln((1 + s)/(1 − s)) = 2s + s·(L₁s² + L₂s⁴ + …).
const L: [f64; 7] = [
    f64::from_bits(0x3fe5_5555_5555_5593),
    f64::from_bits(0x3fd9_9999_9997_fa04),
    f64::from_bits(0x3fd2_4924_9422_9359),
    f64::from_bits(0x3fcc_71c5_1d8e_78af),
    f64::from_bits(0x3fc7_4664_96cb_03de),
    f64::from_bits(0x3fc3_9a09_d078_c69f),
    f64::from_bits(0x3fc2_f112_df3e_5244),
];

/// Bits of the fraction of a double.
const FRACTION_BITS: u32 = 52;
const FRACTION: u64 = (1 << FRACTION_BITS) - 1;
const ONE: u64 = 0x3ff0_0000_0000_0000;
/// √½, rounded in its upper half: below it a mantissa is taken twice as large, with one less in the exponent.
const ROOT_HALF: u64 = 0x3fe6_a09e_0000_0000;
/// 2⁵², into whose last bits a whole number is put to make it a double.
const WHOLE: u64 = 0x4330_0000_0000_0000;
/// 2⁵² and the exponent's bias.
const WHOLE_AND_BIAS: f64 = 4_503_599_627_370_496.0 + 1_023.0;

/// ln `x` for a normal positive number: the same bits as `libm::log`. Anything else is a fault of ours.
///
/// ```
/// use ausfall::stats::special::ln;
/// assert_eq!(ln(0.3), libm::log(0.3));
/// ```
#[must_use]
#[inline]
pub fn ln(x: f64) -> f64 {
    debug_assert!(x.is_normal() && x > 0.0, "no logarithm of {x}");
    // x = 2^k·m with m within [√½, √2); k and m by bit arithmetic.
    let shifted = x.to_bits() + (ONE - ROOT_HALF);
    let k = f64::from_bits(WHOLE | shifted >> FRACTION_BITS) - WHOLE_AND_BIAS;
    let m = f64::from_bits((shifted & FRACTION) + ROOT_HALF);
    let f = m - 1.0;
    let half_square = 0.5 * f * f;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even = w * (L[1] + w * (L[3] + w * L[5]));
    let odd = z * (L[0] + w * (L[2] + w * (L[4] + w * L[6])));
    s * (half_square + (odd + even)) + k * LN2_LO - half_square + f + k * LN2_HI
}

/// Each of `values` becomes its [`ln`]: the same bits, two or more at a time where the processor has vectors.
pub fn ln_each(values: &mut [f64]) {
    for value in values {
        *value = ln(*value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// SplitMix64 (G. Steele, D. Lea, C. Flood, OOPSLA 2014): random words without the kernel's streams.
    fn words() -> impl Iterator<Item = u64> {
        let mut state = 1_u64;
        std::iter::from_fn(move || {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let z = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
            Some(z ^ z >> 31)
        })
    }

    /// A uniform strictly inside (0, 1) from the upper 52 bits, as the kernel's are.
    fn uniform(word: u64) -> f64 {
        ((word >> 12) as f64 + 0.5) * f64::EPSILON
    }

    fn assert_same_bits(values: &[f64]) {
        let mut block = values.to_vec();
        ln_each(&mut block);
        for (&x, in_block) in values.iter().zip(block) {
            let expected = libm::log(x);
            assert_eq!(ln(x).to_bits(), expected.to_bits(), "ln {x:e}");
            assert_eq!(
                in_block.to_bits(),
                expected.to_bits(),
                "ln {x:e} in a block"
            );
        }
    }

    #[test]
    fn uniforms_have_the_bits_of_libm() {
        let drawn: Vec<f64> = words().take(2_000_000).map(uniform).collect();
        assert_same_bits(&drawn);
        // Small ones, and those near 1, come too rarely for a draw.
        let edges =
            (0..52).flat_map(|bits| [1 << (12 + bits), u64::MAX << (12 + bits), u64::MAX >> bits]);
        let edges: Vec<f64> = edges.chain([0, u64::MAX]).map(uniform).collect();
        assert_same_bits(&edges);
    }

    #[test]
    fn every_normal_number_has_the_bits_of_libm() {
        let normal = words().map(f64::from_bits).filter(|x| x.is_normal());
        let drawn: Vec<f64> = normal.map(f64::abs).take(200_000).collect();
        assert_same_bits(&drawn);
        let root_half = f64::from_bits(ROOT_HALF);
        assert_same_bits(&[
            1.0,
            1.0f64.next_down(),
            1.0f64.next_up(),
            root_half,
            root_half.next_down(),
            f64::MIN_POSITIVE,
            f64::MAX,
        ]);
    }
}
