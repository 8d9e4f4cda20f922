//! The incomplete beta function and what follows from it: Student's t and the bounds of Clopper and Pearson.
//!
//! Through `libm` alone, so that every machine finds the same bits.

use std::f64::consts::PI;

use super::special::{excess_over_log, gamma_star, normal_quantile};

/// From here on Student's quantile is expanded in 1/df instead of inverted.
const LARGE_DF: f64 = 4_000.0;

/// The regularised incomplete beta function I_x(a, b) for a, b > 0 and x in [0, 1] (DLMF 8.17).
///
/// By its continued fraction (DLMF 8.17.22), on the side where it converges fast; about √max(a, b) steps.
#[must_use]
pub fn beta_p(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = front(a, b, x);
    if x < (a + 1.0) / (a + b + 2.0) {
        front * continued_fraction(a, b, x) / a
    } else {
        1.0 - front * continued_fraction(b, a, 1.0 - x) / b
    }
}

/// xᵃ(1 − x)ᵇ/B(a, b), with Stirling's series in place of the gamma functions: nothing large cancels (C. Loader, "Fast and accurate
/// computation of binomial probabilities", 2000).
fn front(a: f64, b: f64, x: f64) -> f64 {
    let sum = a + b;
    let exponent = a * excess_over_log(a, sum * x) + b * excess_over_log(b, sum * (1.0 - x));
    let scale = libm::sqrt(a / sum * b / (2.0 * PI));
    scale * libm::exp(-exponent) * gamma_star(sum) / (gamma_star(a) * gamma_star(b))
}

/// The continued fraction of DLMF 8.17.22 by the modified Lentz method (Thompson and Barnett 1986).
fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away_from_zero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    for step in 1..100_000 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for term in [even, odd] {
            d = 1.0 / away_from_zero(1.0 + term * d);
            c = away_from_zero(1.0 + term / c);
            change = c * d;
            fraction *= change;
        }
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    fraction
}

/// The x with I_x(a, b) = `p`, by bisection down to neighbouring numbers or 2⁻¹⁰⁰.
#[must_use]
pub fn beta_quantile(a: f64, b: f64, p: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..100 {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if beta_p(a, b, middle) < p {
            low = middle
        } else {
            high = middle
        }
    }
    0.5 * (low + high)
}

/// The quantile of Student's t with `df` > 0 degrees of freedom at `p` strictly inside (0, 1).
///
/// T²/(df + T²) has the law Beta(1/2, df/2); for many degrees of freedom by the expansion of Abramowitz and Stegun 26.7.5.
#[must_use]
pub fn student_quantile(df: f64, p: f64) -> f64 {
    if p < 0.5 {
        return -student_quantile(df, 1.0 - p);
    }
    if df >= LARGE_DF {
        return student_expansion(df, normal_quantile(p));
    }
    let (tail, body) = (2.0 * (1.0 - p), 2.0 * p - 1.0);
    let y = beta_quantile(0.5, 0.5 * df, body);
    if y < 0.5 {
        return (df * y / (1.0 - y)).sqrt();
    }
    // Far out it is the complement of y that has its digits.
    let rest = beta_quantile(0.5 * df, 0.5, tail);
    (df * (1.0 - rest) / rest).sqrt()
}

/// Abramowitz and Stegun 26.7.5 up to df⁻³; the error is of the order df⁻⁴.
fn student_expansion(df: f64, z: f64) -> f64 {
    let square = z * z;
    let first = z * (square + 1.0) / 4.0;
    let second = z * ((5.0 * square + 16.0) * square + 3.0) / 96.0;
    let third = z * (((3.0 * square + 19.0) * square + 17.0) * square - 15.0) / 384.0;
    z + (first + (second + third / df) / df) / df
}

/// How many standard errors a two-sided interval of this confidence reaches to either side, with `df` degrees of freedom.
#[must_use]
pub fn two_sided_t(df: f64, confidence: f64) -> f64 {
    student_quantile(df, 0.5 + 0.5 * confidence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(value: f64, wanted: f64, tolerance: f64) {
        assert!(
            (value - wanted).abs() <= tolerance * wanted.abs(),
            "{value} is not {wanted}"
        );
    }

    #[test]
    fn closed_forms_of_the_incomplete_beta_come_out() {
        for x in [0.001, 0.2, 0.5, 0.77, 0.999] {
            near(beta_p(1.0, 1.0, x), x, 1e-14);
            near(beta_p(2.0, 1.0, x), x * x, 1e-13);
            near(
                beta_p(0.5, 0.5, x),
                2.0 / std::f64::consts::PI * libm::asin(x.sqrt()),
                1e-13,
            );
        }
        // P(Bin(10, 0.3) ≥ 4) = 0.3503892816 (tables of the binomial law).
        near(beta_p(4.0, 7.0, 0.3), 0.350_389_281_6, 1e-10);
    }

    #[test]
    fn quantiles_invert_the_incomplete_beta() {
        for (a, b) in [(0.5, 0.5), (1.0, 20.0), (3.0, 500.0), (2_000.0, 3.0)] {
            for p in [0.001, 0.05, 0.5, 0.975] {
                near(beta_p(a, b, beta_quantile(a, b, p)), p, 1e-9);
            }
        }
    }

    #[test]
    fn student_quantiles_are_those_of_the_tables() {
        // Abramowitz and Stegun, table 26.10, and exact forms for one and two degrees of freedom.
        near(student_quantile(1.0, 0.975), 12.706_204_736, 1e-9);
        near(student_quantile(2.0, 0.975), 4.302_652_730, 1e-9);
        near(student_quantile(10.0, 0.95), 1.812_461_123, 1e-9);
        near(student_quantile(31.0, 0.975), 2.039_513_446, 1e-9);
        near(student_quantile(120.0, 0.9995), 3.373_453_770, 1e-8);
        assert_eq!(student_quantile(5.0, 0.1), -student_quantile(5.0, 0.9));
    }

    #[test]
    fn the_expansion_meets_the_inversion() {
        for p in [0.6, 0.975, 0.9995] {
            let y = beta_quantile(0.5, 0.5 * LARGE_DF, 2.0 * p - 1.0);
            let inverted = (LARGE_DF * y / (1.0 - y)).sqrt();
            near(student_quantile(LARGE_DF, p), inverted, 1e-12);
        }
    }
}
