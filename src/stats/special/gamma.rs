//! The regularised incomplete gamma functions P and Q, and the inverse of P.
//!
//! P(a, x) is the probability that a gamma number of shape `a` and scale 1 is at most `x`, Q = 1 − P. Both rest on the
//! *front* x·f(x) = xᵃe⁻ˣ/Γ(a), where f is the density: P is the front times a series, Q the front times a continued
//! fraction, so each keeps its relative accuracy in its own tail (W. Gautschi, ACM TOMS 5 (1979) 466). From
//! `ASYMPTOTIC_SHAPE` on both come from Temme's uniform expansion (NIST DLMF 8.12).

use std::f64::consts::{PI, SQRT_2};

use super::normal_quantile;

/// From this shape on the series would need thousands of terms, and two terms of Temme's expansion are exact enough.
const ASYMPTOTIC_SHAPE: f64 = 1e6;
/// From this shape on Γ(a) is taken from Stirling's series, which keeps the front free of cancellation.
const STIRLING_SHAPE: f64 = 10.0;

/// A step of ln x, in units of the law's relative width 1/√a, after which the cubic convergence leaves nothing to gain.
const CONVERGED: f64 = 3e-6;

/// ln Γ(x) for x > 0.
#[must_use]
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// P(a, x) for a > 0 and x ≥ 0; NaN where the function does not exist.
#[must_use]
pub fn gamma_p(a: f64, x: f64) -> f64 {
    Incomplete::at(a, x).p
}

/// Q(a, x) = 1 − P(a, x) for a > 0 and x ≥ 0, accurate in the upper tail; NaN where the function does not exist.
///
/// For a < 10⁻³ and x < 1, where Q is of the order of `a`, the error is 10⁻¹⁶ absolute.
#[must_use]
pub fn gamma_q(a: f64, x: f64) -> f64 {
    Incomplete::at(a, x).q
}

/// The front xᵃe⁻ˣ/Γ(a), which is x times the density of the gamma law; NaN where it does not exist.
#[must_use]
pub fn gamma_front(a: f64, x: f64) -> f64 {
    Incomplete::at(a, x).front
}

/// The x with P(a, x) = p, for a > 0 and p in [0, 1]; NaN outside.
///
/// Halley's method for ln P (or ln Q in the upper half) as a function of ln x, where both are concave, from the start
/// of Wilson and Hilferty (PNAS 17 (1931) 684) or, near 0, from the first term of the series.
#[must_use]
pub fn gamma_p_inverse(a: f64, p: f64) -> f64 {
    if !(a > 0.0 && a.is_finite() && (0.0..=1.0).contains(&p)) {
        return f64::NAN;
    }
    if p == 0.0 || p == 1.0 {
        return if p == 0.0 { 0.0 } else { f64::INFINITY };
    }
    let mut x = inverse_start(a, p);
    let small_step = CONVERGED / libm::sqrt(a).max(1.0);
    for _ in 0..100 {
        let step = halley_step(a, x, p);
        x *= libm::exp(-step);
        if step.abs() < small_step || x == 0.0 {
            break;
        }
    }
    x
}

/// A first guess at P⁻¹(a, p).
fn inverse_start(a: f64, p: f64) -> f64 {
    let near_zero = libm::exp((libm::log(p) + libm::lgamma(a + 1.0)) / a);
    if near_zero < 0.1 * (a + 1.0) {
        return near_zero;
    }
    let z = normal_quantile(p);
    let cube_root = 1.0 - 1.0 / (9.0 * a) + z / (3.0 * libm::sqrt(a));
    (a * cube_root * cube_root * cube_root).max(0.1 * (a + 1.0))
}

/// By how much ln x is too large. With h = ln P − ln p or h = ln Q − ln(1 − p) the second derivative is
/// h″ = h′·(a − x − h′), because the front's derivative with respect to ln x is (a − x) times itself.
fn halley_step(a: f64, x: f64, p: f64) -> f64 {
    let here = Incomplete::at(a, x);
    let (h, slope) = if p < 0.5 {
        (libm::log(here.p / p), here.front / here.p)
    } else {
        (libm::log(here.q / (1.0 - p)), -here.front / here.q)
    };
    let newton = h / slope;
    let bend = 1.0 - 0.5 * newton * (a - x - slope);
    let step = newton / bend.clamp(0.5, 2.0);
    if step.is_nan() {
        0.0
    } else {
        step.clamp(-2.0, 2.0)
    }
}

/// P, Q and the front at one point.
struct Incomplete {
    p: f64,
    q: f64,
    front: f64,
}

impl Incomplete {
    fn at(a: f64, x: f64) -> Self {
        if !(a > 0.0 && a.is_finite() && x >= 0.0) {
            return Self {
                p: f64::NAN,
                q: f64::NAN,
                front: f64::NAN,
            };
        }
        if x == 0.0 || x == f64::INFINITY {
            let p = if x == 0.0 { 0.0 } else { 1.0 };
            return Self {
                p,
                q: 1.0 - p,
                front: 0.0,
            };
        }
        if a >= ASYMPTOTIC_SHAPE {
            return Self::for_large_shape(a, x);
        }
        let front = front(a, x);
        if x < a + 1.0 {
            let p = (front * series(a, x)).min(1.0);
            Self {
                p,
                q: 1.0 - p,
                front,
            }
        } else {
            let q = (front * fraction(a, x)).min(1.0);
            Self {
                p: 1.0 - q,
                q,
                front,
            }
        }
    }

    /// Temme's expansion, DLMF 8.12.3 to 8.12.10: with ½η² = λ − 1 − ln λ, λ = x/a, Q = ½ erfc(η√(a/2)) + R and
    /// R = e^{−aη²/2}/√(2πa)·(c₀(η) + c₁(η)/a). Where the exponential is above 10⁻³⁰⁰, |η| is below 0.04.
    fn for_large_shape(a: f64, x: f64) -> Self {
        let exponent = a * excess_over_log(a, x);
        let eta = libm::sqrt(2.0 * exponent / a).copysign(x - a);
        let bell = libm::exp(-exponent) / libm::sqrt(2.0 * PI * a);
        let c0 = -1.0 / 3.0
            + eta * (1.0 / 12.0 + eta * (-2.0 / 135.0 + eta * (1.0 / 864.0 + eta / 2_835.0)));
        let remainder = bell * (c0 - 1.0 / (540.0 * a));
        let y = eta * libm::sqrt(a) / SQRT_2;
        let p = 0.5 * libm::erfc(-y) - remainder;
        let q = 0.5 * libm::erfc(y) + remainder;
        Self {
            p: p.clamp(0.0, 1.0),
            q: q.clamp(0.0, 1.0),
            front: a * bell / gamma_star(a),
        }
    }
}

/// xᵃe⁻ˣ/Γ(a).
fn front(a: f64, x: f64) -> f64 {
    if a < STIRLING_SHAPE {
        return a * libm::exp(a * libm::log(x) - x - libm::lgamma(a + 1.0));
    }
    let exponent = a * excess_over_log(a, x);
    libm::sqrt(a / (2.0 * PI)) * libm::exp(-exponent) / gamma_star(a)
}

/// Γ(a) over Stirling's √(2π)·a^{a−½}·e^{−a}; from a = 10 on by its series (DLMF 5.11.1).
pub fn gamma_star(a: f64) -> f64 {
    if a < STIRLING_SHAPE {
        return libm::tgamma(a) * libm::exp(a) * libm::sqrt(a / (2.0 * PI)) / libm::pow(a, a);
    }
    const BERNOULLI: [f64; 7] = [
        1.0 / 12.0,
        -1.0 / 360.0,
        1.0 / 1_260.0,
        -1.0 / 1_680.0,
        1.0 / 1_188.0,
        -691.0 / 360_360.0,
        1.0 / 156.0,
    ];
    let square = 1.0 / (a * a);
    libm::exp(BERNOULLI.iter().rev().fold(0.0, |sum, b| sum * square + b) / a)
}

/// λ − 1 − ln λ for λ = x/a, without cancellation near 1.
///
/// With μ = λ − 1 and r = μ/(2 + μ), ln λ = 2(r + r³/3 + r⁵/5 + …) and μ − 2r = μr.
pub fn excess_over_log(a: f64, x: f64) -> f64 {
    let mu = (x - a) / a;
    if mu.abs() > 0.3 {
        return mu - libm::log(x / a);
    }
    let r = mu / (2.0 + mu);
    let square = r * r;
    let tail = (1..=12)
        .rev()
        .fold(0.0, |sum, i| sum * square + 1.0 / f64::from(2 * i + 1));
    r * (mu - 2.0 * square * tail)
}

/// P / front = Σ xⁿ / (a(a+1)…(a+n)) (DLMF 8.11.4), for x < a + 1.
fn series(a: f64, x: f64) -> f64 {
    let mut term = 1.0 / a;
    let mut sum = term;
    let mut shape = a;
    while term > sum * 1e-17 {
        shape += 1.0;
        term *= x / shape;
        sum += term;
    }
    sum
}

/// Q / front as a continued fraction (DLMF 8.9.2, evaluated by Lentz's method), for x ≥ a + 1.
fn fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let mut c = f64::INFINITY;
    let mut d = 1.0 / b;
    let mut value = d;
    for i in 1..100_000 {
        let n = f64::from(i);
        let numerator = n * (a - n);
        b += 2.0;
        d = 1.0 / (numerator * d + b);
        c = b + numerator / c;
        value *= c * d;
        if (c * d - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_close(got: f64, expected: f64, relative: f64, what: &str) {
        let error = (got - expected).abs() / expected.abs();
        assert!(
            error <= relative,
            "{what}: {got} instead of {expected}, relative error {error:e}"
        );
    }

    /// (a, x, P, Q), computed with 40 digits.
    const KNOWN: [(f64, f64, f64, f64); 19] = [
        (
            0.02,
            0.001,
            0.880_772_232_546_447_8,
            0.119_227_767_453_552_2,
        ),
        (0.02, 0.5, 0.988_689_714_726_406_2, 0.011_310_285_273_593_81),
        (0.5, 0.1, 0.345_279_153_981_423, 0.654_720_846_018_577),
        (0.5, 3.0, 0.985_694_121_564_570_4, 0.014_305_878_435_429_64),
        (1.0, 2.0, 0.864_664_716_763_387_3, 0.135_335_283_236_612_7),
        (2.5, 1.0, 0.150_854_963_915_390_36, 0.849_145_036_084_609_6),
        (2.5, 20.0, 0.999_999_850_663_21, 1.493_367_900_050_395_2e-7),
        (9.9, 5.0, 0.034_474_330_354_254_08, 0.965_525_669_645_745_9),
        (10.0, 10.0, 0.542_070_285_528_147_8, 0.457_929_714_471_852_2),
        (
            10.0,
            35.0,
            0.999_999_817_862_996,
            1.821_370_039_572_106_3e-7,
        ),
        (
            50.0,
            30.0,
            0.000_518_891_462_548_034_3,
            0.999_481_108_537_452,
        ),
        (
            100.0,
            101.0,
            0.552_896_293_434_511_2,
            0.447_103_706_565_488_75,
        ),
        (
            1000.0,
            900.0,
            0.000_549_902_265_711_782_9,
            0.999_450_097_734_288_2,
        ),
        (
            1000.0,
            1200.0,
            0.999_999_998_711_839_4,
            1.288_160_608_628_143_3e-9,
        ),
        (
            1e4,
            10_050.0,
            0.692_342_440_702_565_6,
            0.307_657_559_297_434_44,
        ),
        (
            1e5,
            99_000.0,
            0.000_757_419_921_174_768,
            0.999_242_580_078_825_2,
        ),
        (
            2e6,
            2_000_100.0,
            0.528_279_315_575_622_9,
            0.471_720_684_424_377_1,
        ),
        (
            2e6,
            1_995_000.0,
            0.000_201_395_214_059_290_87,
            0.999_798_604_785_940_7,
        ),
        (
            5e7,
            50_030_000.0,
            0.999_988_915_243_872_7,
            0.000_011_084_756_127_257_612,
        ),
    ];

    /// The smallest uniform that the kernel draws; 1 − SMALLEST is the largest.
    const SMALLEST: f64 = f64::EPSILON / 2.0;

    /// (a, p, P⁻¹(a, p)), computed with 40 digits.
    const INVERSES: [(f64, f64, f64); 24] = [
        (0.4, SMALLEST, 9.630_692_203_488_99e-41),
        (0.4, 0.001, 2.344_941_084_766_477e-8),
        (0.4, 0.37, 0.064_639_229_380_863_32),
        (0.4, 0.5, 0.145_078_141_643_435_27),
        (0.4, 0.93, 1.399_020_656_223_845_4),
        (0.4, 1.0 - SMALLEST, 33.810_548_827_751_16),
        (2.6, SMALLEST, 1.210_390_115_121_529_2e-6),
        (2.6, 0.001, 0.120_200_839_202_724_15),
        (2.6, 0.37, 1.816_604_132_578_018_4),
        (2.6, 0.5, 2.275_339_336_983_870_4),
        (2.6, 0.93, 5.244_343_667_744_444),
        (2.6, 1.0 - SMALLEST, 42.412_850_641_313_42),
        (12.0, SMALLEST, 0.252_488_326_814_957_75),
        (12.0, 0.001, 4.042_440_790_424_585),
        (12.0, 0.37, 10.573_827_425_387_881),
        (12.0, 0.5, 11.668_363_153_044_766),
        (12.0, 0.93, 17.446_607_799_328_24),
        (12.0, 1.0 - SMALLEST, 65.401_004_195_541_97),
        (150.0, SMALLEST, 70.340_009_829_684_2),
        (150.0, 0.001, 114.981_717_589_022_4),
        (150.0, 0.37, 145.644_331_648_273_86),
        (150.0, 0.5, 149.666_798_674_609_03),
        (150.0, 0.93, 168.451_080_060_426_36),
        (150.0, 1.0 - SMALLEST, 273.693_666_281_283_6),
    ];

    #[test]
    fn the_inverse_has_its_known_values() {
        for (a, p, x) in INVERSES {
            assert_close(gamma_p_inverse(a, p), x, 1e-14, &format!("P⁻¹({a}, {p})"));
        }
    }

    #[test]
    fn p_and_q_have_their_known_values() {
        for (a, x, p, q) in KNOWN {
            assert_close(gamma_p(a, x), p, 1e-13, &format!("P({a}, {x})"));
            assert_close(gamma_q(a, x), q, 1e-13, &format!("Q({a}, {x})"));
        }
    }

    #[test]
    fn whole_shapes_agree_with_the_sum_of_poisson_probabilities() {
        for (shape, x) in [(1, 0.7), (3, 2.0), (7, 11.0), (12, 4.5)] {
            let mut term = libm::exp(-x);
            let mut sum = term;
            for n in 1..shape {
                term *= x / f64::from(n);
                sum += term;
            }
            assert_close(gamma_q(f64::from(shape), x), sum, 1e-14, "Poisson sum");
        }
    }

    #[test]
    fn the_inverse_leads_back_from_the_body_and_both_tails() {
        for a in [
            0.001, 0.02, 0.3, 0.5, 1.0, 1.7, 4.0, 9.99, 10.0, 37.0, 500.0, 2e4, 3e6,
        ] {
            for p in [
                1e-300, 1e-30, 1.2e-16, 1e-6, 0.01, 0.3, 0.499, 0.5, 0.7, 0.99,
            ] {
                let x = gamma_p_inverse(a, p);
                // One unit in the last place of x moves P by up to |z|√a of its own: 10⁻¹² in the body at a = 3·10⁶.
                let tolerance = if p < 1e-10 { 1e-10 } else { 3e-12 };
                if x > f64::MIN_POSITIVE {
                    assert_close(gamma_p(a, x), p, tolerance, &format!("a {a}, p {p}"));
                }
            }
            for q in [f64::EPSILON / 2.0, 1e-13, 1e-9, 1e-4, 0.05] {
                let p = 1.0 - q;
                let x = gamma_p_inverse(a, p);
                assert_close(gamma_q(a, x), 1.0 - p, 1e-10, &format!("a {a}, 1 − p {q}"));
            }
        }
    }

    #[test]
    fn the_inverse_never_falls_as_p_rises() {
        for a in [0.05, 0.9, 3.0, 42.0] {
            let values: Vec<f64> = (1..2000)
                .map(|i| gamma_p_inverse(a, f64::from(i) / 2000.0))
                .collect();
            assert!(values.is_sorted(), "a {a}");
        }
    }

    #[test]
    fn outside_their_domain_the_functions_are_nan_and_at_its_ends_exact() {
        assert!(gamma_p(0.0, 1.0).is_nan() && gamma_q(1.0, -1.0).is_nan());
        assert!(gamma_p_inverse(f64::NAN, 0.5).is_nan() && gamma_p_inverse(1.0, 1.5).is_nan());
        assert_eq!((gamma_p(2.0, 0.0), gamma_q(2.0, 0.0)), (0.0, 1.0));
        assert_eq!(
            (gamma_p(2.0, f64::INFINITY), gamma_q(2.0, f64::INFINITY)),
            (1.0, 0.0)
        );
        assert_eq!(
            (gamma_p_inverse(2.0, 0.0), gamma_p_inverse(2.0, 1.0)),
            (0.0, f64::INFINITY)
        );
    }

    /// ln Γ(½) = ½ ln π; Γ(11) = 10!.
    #[test]
    fn ln_gamma_has_its_known_values() {
        assert_close(ln_gamma(0.5), 0.5 * libm::log(PI), 1e-15, "ln Γ(½)");
        assert_close(ln_gamma(11.0), libm::log(3_628_800.0), 1e-15, "ln Γ(11)");
    }
}
