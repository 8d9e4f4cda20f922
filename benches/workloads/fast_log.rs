//! The natural logarithm without branches, so that a loop over a block of numbers becomes vector instructions.
//!
//! The steps are those of `libm::log` (FreeBSD's `e_log.c`: x = 2ᵏ·(1 + f), a polynomial in s = f/(2 + f)), and so are the bits, for
//! every normal positive number. Knows nothing of what is drawn.

const LN2_HI: f64 = 6.931_471_803_691_238_164_90e-01;
const LN2_LO: f64 = 1.908_214_929_270_587_700_02e-10;
const LG: [f64; 7] = [
    6.666_666_666_666_735_13e-01,
    3.999_999_999_940_941_908e-01,
    2.857_142_874_366_239_149e-01,
    2.222_219_843_214_978_396e-01,
    1.818_357_216_161_805_012e-01,
    1.531_383_769_920_937_332e-01,
    1.479_819_860_511_658_591e-01,
];
/// The bits of √½ down to the upper word, from which mantissas count.
const ROOT_HALF: u64 = 0x3fe6_a09e << 32;
const ONE: u64 = 0x3ff0_0000 << 32;

/// ln `x` for a normal positive `x`.
#[inline(always)]
pub fn log(x: f64) -> f64 {
    let shifted = x.to_bits().wrapping_add(ONE - ROOT_HALF);
    // 2⁵² + exponent as a float: integers become floats without a conversion that has no vector form.
    let exponent = f64::from_bits(0x4330_0000_0000_0000 | (shifted >> 52))
        - (4_503_599_627_370_496.0 + 1023.0);
    let f = f64::from_bits((shifted & 0x000f_ffff_ffff_ffff).wrapping_add(ROOT_HALF)) - 1.0;
    let half_square = 0.5 * f * f;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even = w * (LG[1] + w * (LG[3] + w * LG[5]));
    let odd = z * (LG[0] + w * (LG[2] + w * (LG[4] + w * LG[6])));
    let r = odd + even;
    s * (half_square + r) + exponent * LN2_LO - half_square + f + exponent * LN2_HI
}

/// Stops unless the bits are those of `libm::log` for numbers of all sizes in (0, 1].
pub fn demand_bits_of_libm() {
    let mut x = 1.0_f64;
    for step in 0..20_000_u32 {
        assert_eq!(log(x).to_bits(), libm::log(x).to_bits(), "at {x}");
        x *= if step % 500 == 0 { 0.4 } else { 0.999_3 };
    }
}
