//! Parameters that make no law are refused, and the error names the parameter.

use ausfall::dist::{Law, LawError};

fn not_finite(parameter: &'static str) -> Result<Law, LawError> {
    Err(LawError::NotFinite { parameter })
}

fn not_positive(parameter: &'static str) -> Result<Law, LawError> {
    Err(LawError::NotPositive { parameter })
}

fn negative(parameter: &'static str) -> Result<Law, LawError> {
    Err(LawError::Negative { parameter })
}

fn out_of_order(smaller: &'static str, larger: &'static str) -> Result<Law, LawError> {
    Err(LawError::OutOfOrder { smaller, larger })
}

#[test]
fn numbers_that_are_not_finite_are_refused_by_name() {
    for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(Law::deterministic(wrong), not_finite("value"));
        assert_eq!(Law::exponential(wrong), not_finite("mean"));
        assert_eq!(Law::uniform(wrong, 1.0), not_finite("min"));
        assert_eq!(Law::triangular(0.0, wrong, 1.0), not_finite("mode"));
        assert_eq!(Law::weibull(1.0, wrong), not_finite("shape"));
        assert_eq!(Law::lognormal(1.0, wrong), not_finite("sigma"));
        assert_eq!(Law::lognormal_median_p95(1.0, wrong), not_finite("p95"));
        assert_eq!(Law::gamma(2.0, wrong), not_finite("mean"));
        assert_eq!(Law::empirical(&[1.0, wrong]), not_finite("value"));
        assert_eq!(
            Law::mixture(vec![(wrong, Law::Deterministic(1.0))]),
            not_finite("weight")
        );
    }
}

#[test]
fn zero_and_negative_numbers_are_refused_where_they_make_no_sense() {
    for wrong in [0.0, -0.0, -3.0] {
        assert_eq!(Law::exponential(wrong), not_positive("mean"));
        assert_eq!(Law::weibull(wrong, 1.0), not_positive("scale"));
        assert_eq!(Law::weibull_from_mean(1.0, wrong), not_positive("shape"));
        assert_eq!(Law::lognormal_from_mean(wrong, 1.0), not_positive("mean"));
        assert_eq!(Law::lognormal(wrong, 1.0), not_positive("median"));
        assert_eq!(Law::gamma(wrong, 1.0), not_positive("shape"));
        assert_eq!(Law::uniform(0.0, wrong), not_positive("max"));
    }
    assert_eq!(Law::erlang(0, 1.0), not_positive("phases"));
    assert_eq!(Law::deterministic(-1.0), negative("value"));
    assert_eq!(Law::uniform(-1.0, 1.0), negative("min"));
    assert_eq!(Law::empirical(&[3.0, -1.0]), negative("value"));
    assert_eq!(
        Law::mixture(vec![(-0.5, Law::Deterministic(1.0))]),
        negative("weight")
    );
    assert!(Law::deterministic(0.0).is_ok());
}

#[test]
fn bounds_in_the_wrong_order_are_refused() {
    assert_eq!(Law::uniform(2.0, 2.0), out_of_order("min", "max"));
    assert_eq!(Law::triangular(2.0, 1.0, 3.0), out_of_order("min", "mode"));
    assert_eq!(Law::triangular(1.0, 4.0, 3.0), out_of_order("mode", "max"));
    assert_eq!(Law::triangular(3.0, 3.0, 3.0), out_of_order("min", "max"));
    assert_eq!(
        Law::lognormal_median_p95(4.0, 4.0),
        out_of_order("median", "p95")
    );
}

#[test]
fn mixtures_must_be_whole_and_flat() {
    let one = Law::exponential(1.0).unwrap();
    let flat = Law::mixture(vec![(0.333_333_3, one.clone()), (0.666_666_7, one.clone())]).unwrap();
    assert_eq!(
        Law::mixture(vec![(1.0, flat)]),
        Err(LawError::NestedMixture)
    );
    assert_eq!(
        Law::mixture(vec![(0.5, one.clone()), (0.6, one)]),
        Err(LawError::WeightsNotOne)
    );
    assert_eq!(Law::mixture(Vec::new()), Err(LawError::Empty));
    assert_eq!(Law::empirical(&[]), Err(LawError::Empty));
}

#[test]
fn laws_whose_moments_overflow_are_refused() {
    assert_eq!(Law::weibull(1.0, 0.005), Err(LawError::Extreme));
    assert_eq!(Law::weibull_from_mean(1.0, 1e-6), Err(LawError::Extreme));
    assert_eq!(Law::lognormal(1.0, 40.0), Err(LawError::Extreme));
    assert_eq!(Law::lognormal_from_mean(1.0, 60.0), Err(LawError::Extreme));
    assert_eq!(Law::exponential(1e200), Err(LawError::Extreme));
    assert_eq!(
        Law::gamma(1e9, 1.0),
        Err(LawError::TooLarge { parameter: "shape" })
    );
    assert_eq!(
        Law::erlang(2_000_000, 1.0),
        Err(LawError::TooLarge {
            parameter: "phases"
        })
    );
    assert_eq!(
        Law::gamma(1e-9, 1.0),
        Err(LawError::TooSmall { parameter: "shape" })
    );
}

#[test]
fn the_error_says_in_words_what_is_wrong() {
    let message = |law: Result<Law, LawError>| law.unwrap_err().to_string();
    assert_eq!(message(Law::exponential(0.0)), "mean must be above zero");
    assert_eq!(message(Law::uniform(5.0, 2.0)), "min must be below max");
    assert_eq!(message(Law::erlang(2_000_000, 1.0)), "phases is too large");
}
