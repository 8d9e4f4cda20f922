//! What holds for every law whatever its parameters, tried with random ones (fixed seed).

use ausfall::dist::Law;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::residuals::equilibrium_cdf;

/// A law of one uniform with a continuous distribution function, over many orders of magnitude.
fn any_law() -> impl Strategy<Value = Law> {
    let size = || (-3.0..12.0_f64).prop_map(libm::exp10);
    let shape = || (-0.5..1.5_f64).prop_map(libm::exp10);
    prop_oneof![
        size().prop_map(Law::exponential),
        (size(), shape()).prop_map(|(mean, shape)| Law::weibull_from_mean(mean, shape)),
        (size(), shape()).prop_map(|(scale, shape)| Law::weibull(scale, shape)),
        (size(), 0.05..2.5).prop_map(|(median, sigma)| Law::lognormal(median, sigma)),
        (size(), 1.01..50.0)
            .prop_map(|(median, ratio)| Law::lognormal_median_p95(median, median * ratio)),
        (size(), shape()).prop_map(|(mean, shape)| Law::gamma(shape, mean)),
        (size(), 1..200_u32).prop_map(|(mean, phases)| Law::erlang(phases, mean)),
        (size(), 0.0..0.99).prop_map(|(max, share)| Law::uniform(share * max, max)),
        (size(), 0.0..0.9, 0.0..=1.0).prop_map(|(max, low, between)| {
            let min = low * max;
            Law::triangular(min, min + between * (max - min), max)
        }),
    ]
    .prop_map(|law| law.expect("the parameters are within their ranges"))
}

fn fixed(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..Default::default()
    }
}

proptest! {
    #![proptest_config(fixed(2_000))]

    #[test]
    fn the_distribution_function_undoes_the_quantile(law in any_law(), u in 1e-9..0.999_999_999) {
        let back = law.cdf(law.quantile([u; 2]));
        prop_assert!((back - u).abs() < 1e-12, "{back}");
    }

    #[test]
    fn a_residual_life_is_no_shorter_than_its_share_of_the_mean(law in any_law(), u in 1e-9..0.999_999_999) {
        // F_e(x) ≤ x/μ, because S ≤ 1.
        let residual = law.residual_quantile([u; 2]);
        prop_assert!(residual >= u * law.mean() * (1.0 - 1e-12) && residual.is_finite(), "{residual}");
    }

    #[test]
    fn a_scaled_law_has_scaled_values(law in any_law(), u in 1e-9..0.999_999_999, factor in 1e-6..1e6) {
        let (got, expected) = (law.scaled(factor).quantile([u; 2]), factor * law.quantile([u; 2]));
        prop_assert!((got - expected).abs() <= 1e-12 * expected, "{got} instead of {expected}");
    }
}

proptest! {
    #![proptest_config(fixed(100))]

    #[test]
    fn a_residual_quantile_undoes_the_equilibrium_law(law in any_law(), u in 0.001..0.999) {
        let back = equilibrium_cdf(&law, law.residual_quantile([u; 2]));
        prop_assert!((back - u).abs() < 2e-6, "{back}");
    }
}
