//! The standard normal law: distribution function and quantile.

use std::f64::consts::FRAC_1_SQRT_2;

/// Φ(x), the probability that a standard normal number is at most `x`; accurate in the lower tail down to 10⁻³⁰⁰.
#[must_use]
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}

/// Φ⁻¹(p), to about 16 digits for `p` in (0, 1); −∞ at 0, +∞ at 1, NaN outside.
///
/// Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37
/// (1988), routine PPND16: one rational function for the body, two in r = √(−ln min(p, 1−p)) for the tails.
#[must_use]
pub fn normal_quantile(p: f64) -> f64 {
    let centred = p - 0.5;
    if centred.abs() <= 0.425 {
        return centred * rational(&BODY, 0.180_625 - centred * centred);
    }
    let tail = if centred < 0.0 { p } else { 1.0 - p };
    if tail <= 0.0 {
        return if tail == 0.0 {
            centred * f64::INFINITY
        } else {
            f64::NAN
        };
    }
    let r = libm::sqrt(-libm::log(tail));
    let size = if r <= 5.0 {
        rational(&TAIL, r - 1.6)
    } else {
        rational(&FAR_TAIL, r - 5.0)
    };
    if centred < 0.0 { -size } else { size }
}

/// Numerator and denominator, constant term first.
type Rational = [[f64; 8]; 2];

fn rational([numerator, denominator]: &Rational, x: f64) -> f64 {
    polynomial(numerator, x) / polynomial(denominator, x)
}

/// Horner's rule, constant term first.
fn polynomial(coefficients: &[f64; 8], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

/// |p − ½| ≤ 0.425, in 0.180625 − (p − ½)².
const BODY: Rational = [
    [
        3.387_132_872_796_366_6,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ],
];

/// r ≤ 5 (p ≥ 1.4·10⁻¹¹), in r − 1.6.
const TAIL: Rational = [
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
];

/// r > 5, in r − 5.
const FAR_TAIL: Rational = [
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_close(got: f64, expected: f64, relative: f64) {
        let error = (got - expected).abs() / expected.abs().max(f64::MIN_POSITIVE);
        assert!(
            error <= relative,
            "{got} instead of {expected}: relative error {error:e}"
        );
    }

    /// (x, Φ(x)), computed with 40 digits.
    const CDF: [(f64, f64); 11] = [
        (-37.0, 5.725_571_222_524_577e-300),
        (-20.0, 2.753_624_118_606_233_7e-89),
        (-8.0, 6.220_960_574_271_784e-16),
        (-3.0, 0.001_349_898_031_630_094_5),
        (-1.0, 0.158_655_253_931_457_05),
        (0.0, 0.5),
        (0.5, 0.691_462_461_274_013_1),
        (1.0, 0.841_344_746_068_543),
        (2.5, 0.993_790_334_674_224),
        (6.0, 0.999_999_999_013_412_4),
        (8.0, 0.999_999_999_999_999_4),
    ];

    /// (p, Φ⁻¹(p)), computed with 40 digits.
    const QUANTILES: [(f64, f64); 13] = [
        (1e-300, -37.047_096_299_361_2),
        (1e-20, -9.262_340_089_798_408),
        (1.110_223_024_625_156_5e-16, -8.209_536_151_601_387),
        (1e-5, -4.264_890_793_922_825),
        (0.01, -2.326_347_874_040_841),
        (0.0249, -1.961_677_869_063_786),
        (0.1, -1.281_551_565_544_600_4),
        (0.25, -0.674_489_750_196_081_7),
        (0.4, -0.253_347_103_135_799_7),
        (0.6, 0.253_347_103_135_799_7),
        (0.95, 1.644_853_626_951_472_3),
        (0.975, 1.959_963_984_540_053_9),
        (0.999_999, 4.753_424_308_817_087),
    ];

    #[test]
    fn the_distribution_function_has_its_known_values() {
        for (x, p) in CDF {
            assert_close(normal_cdf(x), p, if x < -10.0 { 1e-10 } else { 1e-14 });
        }
    }

    #[test]
    fn the_quantile_has_its_known_values() {
        for (p, z) in QUANTILES {
            assert_close(normal_quantile(p), z, 1e-14);
        }
        assert_eq!(normal_quantile(0.5), 0.0);
    }

    #[test]
    fn the_quantile_is_odd_about_one_half_and_infinite_at_the_ends() {
        for p in [0.01, 0.125, 0.25, 0.375] {
            assert_close(normal_quantile(1.0 - p), -normal_quantile(p), 1e-13);
        }
        assert_eq!(normal_quantile(0.0), f64::NEG_INFINITY);
        assert_eq!(normal_quantile(1.0), f64::INFINITY);
        assert!(
            [-0.1, 1.1, f64::NAN]
                .iter()
                .all(|&p| normal_quantile(p).is_nan())
        );
    }
}
