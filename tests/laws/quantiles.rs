//! Quantile and distribution function undo each other, rise, and scale.

use ausfall::dist::Law;

use crate::catalogue;

const SMALLEST: f64 = f64::EPSILON / 2.0;

/// The smallest and the largest uniform of the kernel, and much between.
fn grid() -> Vec<f64> {
    let mut grid = vec![
        SMALLEST,
        1e-12,
        1e-6,
        1.0 - 1e-6,
        1.0 - 1e-12,
        1.0 - SMALLEST,
    ];
    grid.extend((1..200).map(|i| f64::from(i) / 200.0));
    grid.sort_by(f64::total_cmp);
    grid
}

#[test]
fn the_distribution_function_leads_back_to_the_uniform() {
    for (name, law) in catalogue::continuous() {
        for u in grid() {
            let x = law.quantile([u; 2]);
            // A value off zero carries the rounding of x only; near a bound above zero the absolute error of x counts.
            let tolerance = 1e-13_f64.max(1e-10 * u.min(1.0 - u));
            let back = law.cdf(x);
            assert!(
                (back - u).abs() <= tolerance,
                "{name}: cdf(quantile({u})) = {back}"
            );
        }
    }
}

#[test]
fn small_uniforms_keep_their_digits_where_the_law_begins_at_zero() {
    let laws = [
        Law::exponential(3.0),
        Law::weibull(2.0, 0.7),
        Law::lognormal(4.0, 1.2),
        Law::gamma(0.4, 2.0),
    ];
    for law in laws {
        let law = law.unwrap();
        for u in [SMALLEST, 1e-12, 1e-6] {
            // The kernel's uniforms lie on a grid of 2⁻⁵², on which 1 − u is exact.
            let u = (u / SMALLEST).round() * SMALLEST;
            let back = law.cdf(law.quantile([u; 2]));
            assert!(
                (back / u - 1.0).abs() < 1e-11,
                "{law:?}: {u} comes back as {back}"
            );
        }
    }
}

#[test]
fn quantiles_are_finite_never_negative_and_rise_with_the_uniform() {
    let mut laws = catalogue::continuous();
    laws.extend(catalogue::discrete());
    for (name, law) in laws {
        let values: Vec<f64> = grid().iter().map(|&u| law.quantile([u; 2])).collect();
        assert!(
            values.is_sorted() && values[0] >= 0.0 && values[values.len() - 1].is_finite(),
            "{name}"
        );
        let residuals: Vec<f64> = grid()
            .iter()
            .map(|&u| law.residual_quantile([u; 2]))
            .collect();
        assert!(
            residuals.is_sorted()
                && residuals[0] >= 0.0
                && residuals[residuals.len() - 1].is_finite(),
            "{name}"
        );
    }
}

#[test]
fn medians_and_p95_are_where_they_were_asked_for() {
    let law = Law::lognormal_median_p95(4.0, 72.0).unwrap();
    assert_eq!(law.quantile([0.5; 2]), 4.0);
    assert!((law.quantile([0.95; 2]) / 72.0 - 1.0).abs() < 1e-13);
    assert!(
        (Law::exponential(2.0).unwrap().quantile([0.5; 2]) / libm::log(4.0) - 1.0).abs() < 1e-15
    );
}

#[test]
fn scaling_multiplies_every_value() {
    for (name, law) in catalogue::all() {
        let scaled = law.scaled(60.0);
        for u in [0.03, 0.4, 0.77, 0.999] {
            for which in [0.2, 0.8] {
                let (got, expected) =
                    (scaled.quantile([u, which]), 60.0 * law.quantile([u, which]));
                assert!((got - expected).abs() <= 1e-13 * expected, "{name} at {u}");
                let (got, expected) = (
                    scaled.residual_quantile([u, which]),
                    60.0 * law.residual_quantile([u, which]),
                );
                assert!(
                    (got - expected).abs() <= 1e-11 * expected,
                    "{name}, residual at {u}"
                );
            }
        }
        assert!(
            (scaled.mean() - 60.0 * law.mean()).abs() <= 1e-13 * scaled.mean(),
            "{name}"
        );
        assert!(
            (scaled.variance() - 3600.0 * law.variance()).abs() <= 1e-13 * scaled.variance(),
            "{name}"
        );
    }
}

#[test]
fn only_the_exponential_law_in_all_its_guises_has_no_memory() {
    let one = Law::exponential(3.0).unwrap();
    let guises = [
        one.clone(),
        Law::weibull(3.0, 1.0).unwrap(),
        Law::erlang(1, 3.0).unwrap(),
        Law::mixture(vec![(0.4, one.clone()), (0.6, one.clone())]).unwrap(),
    ];
    for law in guises {
        assert!(law.is_memoryless(), "{law:?}");
        for u in [0.1, 0.5, 0.9] {
            let (life, residual) = (law.quantile([u; 2]), law.residual_quantile([u; 2]));
            assert!(
                (life / residual - 1.0).abs() < 1e-10,
                "{law:?}: {life} and {residual}"
            );
        }
    }
    for (name, law) in catalogue::all() {
        assert_eq!(law.is_memoryless(), name == "exponential", "{name}");
    }
}

#[test]
fn a_mixture_takes_two_uniforms_and_every_other_law_one() {
    for (name, law) in catalogue::all() {
        assert_eq!(
            law.uniforms(),
            if name == "mixture" { 2 } else { 1 },
            "{name}"
        );
    }
}

#[test]
fn the_first_uniform_chooses_the_part_and_the_second_the_value() {
    let (short, long) = (
        Law::exponential(1.0).unwrap(),
        Law::exponential(100.0).unwrap(),
    );
    let law = Law::mixture(vec![
        (0.8, short.clone()),
        (0.0, Law::deterministic(7.0).unwrap()),
        (0.2, long.clone()),
    ])
    .unwrap();
    assert_eq!(law.quantile([0.79, 0.3]), short.quantile([0.3; 2]));
    assert_eq!(law.quantile([0.81, 0.3]), long.quantile([0.3; 2]));
    assert_eq!(law.quantile([1.0 - SMALLEST, 0.3]), long.quantile([0.3; 2]));
}

#[test]
fn every_value_of_a_table_has_the_same_share_of_the_uniforms() {
    let law = Law::empirical(&[30.0, 10.0, 20.0, 40.0]).unwrap();
    let values: Vec<f64> = [SMALLEST, 0.24, 0.26, 0.51, 0.76, 1.0 - SMALLEST]
        .map(|u| law.quantile([u; 2]))
        .into();
    assert_eq!(values, [10.0, 10.0, 20.0, 30.0, 40.0, 40.0]);
    assert_eq!(
        [9.0, 10.0, 39.0, 40.0].map(|x| law.cdf(x)),
        [0.0, 0.25, 0.75, 1.0]
    );
}
