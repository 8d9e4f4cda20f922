//! The residual life against numerical integration of the survival function, and against known cases.

use ausfall::dist::Law;
use ausfall::kernel::{Seed, StreamName};

use crate::catalogue;

/// F_e(x) = (1/μ)∫₀ˣ S by Simpson's rule in s, t = x·s³, which softens what the laws do near 0.
pub fn equilibrium_cdf(law: &Law, x: f64) -> f64 {
    let intervals = 6_000;
    let term = |i: i32| {
        let s = f64::from(i) / f64::from(intervals);
        let weight = match i {
            0 => 1.0,
            _ if i == intervals => 1.0,
            _ => 2.0 + 2.0 * f64::from(i % 2),
        };
        weight * (1.0 - law.cdf(x * s * s * s)) * 3.0 * s * s
    };
    (0..=intervals).map(term).sum::<f64>() * x / (3.0 * f64::from(intervals) * law.mean())
}

#[test]
fn residual_quantiles_undo_the_equilibrium_law() {
    for (name, law) in catalogue::continuous() {
        for u in [1e-4, 0.05, 0.3, 0.5, 0.501, 0.8, 0.99, 0.9999] {
            let back = equilibrium_cdf(&law, law.residual_quantile([u; 2]));
            assert!(
                (back - u).abs() < 1e-6,
                "{name}: F_e(quantile({u})) = {back}"
            );
        }
    }
}

/// The share of n residual lives below x is binomial with F_e(x); the bound is five standard deviations.
#[test]
fn residual_lives_follow_the_equilibrium_law_whatever_the_law() {
    let n = 20_000;
    for (name, law) in catalogue::all() {
        if law.mean() == 0.0 {
            continue;
        }
        let draws =
            catalogue::sorted_draws(&format!("residual/{name}"), n, |u| law.residual_quantile(u));
        for times_mean in [0.1, 0.5, 1.0, 1.5, 3.0] {
            let x = times_mean * law.mean();
            let share = draws.partition_point(|life| *life <= x) as f64 / n as f64;
            let expected = equilibrium_cdf(&law, x);
            let bound = 5.0 * (expected * (1.0 - expected).max(0.0) / n as f64).sqrt() + 1e-3;
            assert!(
                (share - expected).abs() < bound,
                "{name} at {x}: {share} instead of {expected}"
            );
        }
    }
}

/// E of the residual life is E[X²]/(2μ) (Cox, Renewal Theory, 1962, section 5.3), here by the midpoint rule over u.
#[test]
fn the_mean_residual_life_is_half_the_second_moment_over_the_mean() {
    for (name, law) in [
        ("deterministic", Law::deterministic(4.0)),
        ("uniform", Law::uniform(2.0, 5.0)),
        ("triangular", Law::triangular(1.0, 2.0, 6.0)),
        ("weibull", Law::weibull(2.0, 2.5)),
        ("erlang", Law::erlang(3, 2.0)),
        ("empirical", Law::empirical(&[4.0, 1.0, 1.0, 0.0, 9.0])),
    ] {
        let law = law.unwrap();
        let n = 20_000;
        let sum: f64 = (0..n)
            .map(|i| law.residual_quantile([(f64::from(i) + 0.5) / f64::from(n); 2]))
            .sum();
        let expected = (law.variance() / law.mean() + law.mean()) / 2.0;
        let got = sum / f64::from(n);
        assert!(
            (got / expected - 1.0).abs() < 2e-4,
            "{name}: {got} instead of {expected}"
        );
    }
}

/// Servers with Weibull shape 0.7 and mean time between failures 110,000 h = 12.55 y. Of new ones 18.2 % fail in the
/// first year, of running ones P(1/k, (x/c)^k) = 7.09 %.
#[test]
fn a_running_fleet_fails_less_often_than_a_new_one_of_early_failures() {
    let law = Law::weibull_from_mean(110_000.0, 0.7).unwrap();
    assert!((law.cdf(8766.0) - 0.181_879_964_631_8).abs() < 1e-12);
    assert!((equilibrium_cdf(&law, 8766.0) - 0.070_916_295_141_27).abs() < 1e-7);
    let year = law.residual_quantile([0.070_916_295_141_27; 2]);
    assert!((year / 8766.0 - 1.0).abs() < 1e-10, "{year}");
}

/// A stationary renewal process has exactly x/μ renewals in any time x (Cox, Renewal Theory, 1962, section 4.2): here
/// 8766/110,000 = 0.0797 failures in the first year. Counts have a standard deviation of about 0.3; the bound is five
/// standard deviations of the average of 40,000.
#[test]
fn a_running_fleet_fails_at_its_long_run_rate_from_the_first_year_on() {
    let law = Law::weibull_from_mean(110_000.0, 0.7).unwrap();
    let fleet = 40_000;
    let mut failures = 0;
    for server in 0..fleet {
        let mut lives = Seed::new(1).dense(StreamName::of("fleet"), server);
        let mut at = law.residual_quantile([lives.uniforms(0)[0]; 2]);
        for failure in 1.. {
            if at > 8766.0 {
                break;
            }
            failures += 1;
            at += law.quantile([lives.uniforms(failure)[0]; 2]);
        }
    }
    let rate = f64::from(failures) / fleet as f64;
    assert!((rate - 8766.0 / 110_000.0).abs() < 0.0075, "{rate}");
}

#[test]
fn a_period_is_met_at_a_random_phase() {
    let law = Law::deterministic(4.0).unwrap();
    assert_eq!(law.residual_quantile([0.25; 2]), 1.0);
    assert_eq!(
        Law::deterministic(0.0)
            .unwrap()
            .residual_quantile([0.25; 2]),
        0.0
    );
    assert_eq!(
        Law::empirical(&[0.0, 0.0])
            .unwrap()
            .residual_quantile([0.25; 2]),
        0.0
    );
}

/// E[min(X, x)] of the values 1 and 3 is x up to 1, then 1 + (x − 1)/2; the mean is 2.
#[test]
fn the_residual_of_a_table_is_piecewise_linear() {
    let law = Law::empirical(&[3.0, 1.0]).unwrap();
    for (u, x) in [(0.25, 0.5), (0.5, 1.0), (0.75, 2.0), (0.9, 2.6)] {
        assert!((law.residual_quantile([u; 2]) - x).abs() < 1e-14, "u = {u}");
    }
}

/// A life of 9 is met nine times as often as a life of 1, so the parts of this mixture are met half and half.
#[test]
fn long_lives_are_met_more_often_than_they_occur() {
    let parts = vec![
        (0.9, Law::deterministic(1.0).unwrap()),
        (0.1, Law::deterministic(9.0).unwrap()),
    ];
    let law = Law::mixture(parts).unwrap();
    assert_eq!(law.residual_quantile([0.49, 0.5]), 0.5);
    assert_eq!(law.residual_quantile([0.51, 0.5]), 4.5);
}

#[test]
fn residual_lives_stay_exact_for_extreme_shapes_and_uniforms() {
    let nearly_constant = [
        Law::weibull_from_mean(5.0, 400.0),
        Law::gamma(1e5, 5.0),
        Law::lognormal_from_mean(5.0, 0.002),
    ];
    for law in nearly_constant {
        let law = law.unwrap();
        for u in [f64::EPSILON, 1e-8, 0.2, 0.6, 0.95] {
            let residual = law.residual_quantile([u; 2]);
            assert!(
                (residual / (5.0 * u) - 1.0).abs() < 1e-6,
                "{law:?} at {u}: {residual}"
            );
        }
    }
    for law in [
        Law::lognormal(1.0, 6.0),
        Law::gamma(0.01, 1.0),
        Law::weibull(1.0, 0.1),
    ] {
        let law = law.unwrap();
        let values = [f64::EPSILON, 1e-8, 0.5, 1.0 - 1e-8, 1.0 - f64::EPSILON]
            .map(|u| law.residual_quantile([u; 2]));
        assert!(
            values.is_sorted() && values[0] > 0.0 && values[4].is_finite(),
            "{law:?}: {values:?}"
        );
    }
}
