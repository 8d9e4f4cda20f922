//! Means and variances against the integral of the quantile, and against textbook values.

use ausfall::dist::Law;

use crate::catalogue;

/// ∫₀¹ g(q(u)) du by the trapezoidal rule in w, u = 1/(1 + e^{−w}), which thins out towards both ends.
fn expectation(law: &Law, g: impl Fn(f64) -> f64) -> f64 {
    let steps_per_unit = 200;
    let limit = 36 * steps_per_unit;
    let term = |i: i32| {
        let w = f64::from(i) / f64::from(steps_per_unit);
        let (u, complement) = (1.0 / (1.0 + libm::exp(-w)), 1.0 / (1.0 + libm::exp(w)));
        g(law.quantile([u.min(1.0 - f64::EPSILON / 2.0); 2])) * u * complement
    };
    (-limit..=limit).map(term).sum::<f64>() / f64::from(steps_per_unit)
}

fn assert_close(got: f64, expected: f64, relative: f64, what: &str) {
    let error = (got - expected).abs();
    assert!(
        error <= relative * expected.abs(),
        "{what}: {got} instead of {expected}"
    );
}

#[test]
fn mean_and_variance_are_the_integrals_over_the_quantile() {
    for (name, law) in catalogue::continuous() {
        let mean = expectation(&law, |x| x);
        assert_close(law.mean(), mean, 1e-5, &format!("{name}, mean"));
        let variance = expectation(&law, |x| (x - mean) * (x - mean));
        assert_close(law.variance(), variance, 2e-5, &format!("{name}, variance"));
    }
}

/// The average of n draws has standard deviation σ/√n; the bound is five of them.
#[test]
fn averages_of_draws_approach_the_mean() {
    let n = 40_000;
    for (name, law) in catalogue::all() {
        let draws = catalogue::sorted_draws(name, n, |u| law.quantile(u));
        let average = draws.iter().sum::<f64>() / n as f64;
        let bound = 5.0 * (law.variance() / n as f64).sqrt() + 1e-12;
        assert!((average - law.mean()).abs() < bound, "{name}: {average}");
    }
}

/// Γ(1 + 1/½) = 2, Γ(1 + 2/½) = 24: the Weibull law of shape ½ has mean 2c and variance 20c².
#[test]
fn the_weibull_law_of_shape_one_half_has_its_textbook_moments() {
    let law = Law::weibull(3.0, 0.5).unwrap();
    assert_close(law.mean(), 6.0, 1e-14, "mean");
    assert_close(law.variance(), 180.0, 1e-13, "variance");
    assert_close(
        Law::weibull_from_mean(6.0, 0.5).unwrap().quantile([0.3; 2]),
        law.quantile([0.3; 2]),
        1e-14,
        "quantile",
    );
}

#[test]
fn a_law_given_by_its_mean_has_that_mean() {
    for shape in [0.05, 0.7, 1.0, 3.0, 200.0] {
        assert_close(
            Law::weibull_from_mean(7.0, shape).unwrap().mean(),
            7.0,
            1e-13,
            "weibull",
        );
        assert_close(Law::gamma(shape, 7.0).unwrap().mean(), 7.0, 1e-14, "gamma");
    }
    for sigma in [0.01, 1.2, 6.0] {
        assert_close(
            Law::lognormal_from_mean(7.0, sigma).unwrap().mean(),
            7.0,
            1e-13,
            "lognormal",
        );
    }
}

#[test]
fn a_table_is_a_law_with_the_moments_of_its_values() {
    let law = Law::empirical(&[4.0, 1.0, 1.0, 0.0, 9.0]).unwrap();
    assert_eq!(law.mean(), 3.0);
    assert_close(law.variance(), 10.8, 1e-15, "variance");
    let constant = Law::deterministic(2.5).unwrap();
    assert_eq!((constant.mean(), constant.variance()), (2.5, 0.0));
}

/// E = 0.25·2 + 0.75·10; Var = within 0.25·4 + 0.75·0 plus between 0.25·36 + 0.75·4.
#[test]
fn a_mixture_adds_variance_within_and_between_its_parts() {
    let parts = vec![
        (0.25, Law::exponential(2.0).unwrap()),
        (0.75, Law::deterministic(10.0).unwrap()),
    ];
    let law = Law::mixture(parts).unwrap();
    assert_close(law.mean(), 8.0, 1e-15, "mean");
    assert_close(law.variance(), 13.0, 1e-15, "variance");
}
