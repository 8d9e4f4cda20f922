//! Draws against the law's own distribution function and against the samples of an independent implementation.

use ausfall::dist::Law;
use rand::distr::Distribution;

use crate::catalogue;

/// Kolmogorov's limit law: P(√n·D > 2.7) ≈ 2·exp(−2·2.7²) < 10⁻⁶ for one correct sampler.
const BOUND: f64 = 2.7;

/// sup |F_n − F| over the draws; values that occur more than once count at their last place, before which F jumps too.
fn distance_to_cdf(sorted: &[f64], law: &Law) -> f64 {
    let n = sorted.len() as f64;
    let mut distance = 0.0_f64;
    let mut below = 0;
    while below < sorted.len() {
        let upto = below + sorted[below..].partition_point(|x| *x <= sorted[below]);
        let before = law.cdf(sorted[below].next_down());
        let at = law.cdf(sorted[below]);
        distance = distance
            .max((below as f64 / n - before).abs())
            .max((upto as f64 / n - at).abs());
        below = upto;
    }
    distance
}

/// sup |F_n − G_m| of two samples.
fn distance_of_samples(left: &[f64], right: &[f64]) -> f64 {
    let below =
        |sample: &[f64], x| sample.partition_point(|y| *y <= x) as f64 / sample.len() as f64;
    let gap = |x: &f64| (below(left, *x) - below(right, *x)).abs();
    left.iter().chain(right).map(gap).fold(0.0, f64::max)
}

#[test]
fn draws_follow_the_distribution_function() {
    let n = 50_000;
    for (name, law) in catalogue::all() {
        let draws = catalogue::sorted_draws(name, n, |u| law.quantile(u));
        let scaled = distance_to_cdf(&draws, &law) * (n as f64).sqrt();
        assert!(scaled < BOUND, "{name}: √n·D = {scaled}");
    }
}

#[test]
fn draws_look_like_those_of_rand_distr() {
    agrees_with(
        Law::exponential(3.0),
        rand_distr::Exp::new(1.0 / 3.0).unwrap(),
    );
    agrees_with(
        Law::weibull(2.0, 0.7),
        rand_distr::Weibull::new(2.0, 0.7).unwrap(),
    );
    agrees_with(
        Law::weibull(2.0, 3.5),
        rand_distr::Weibull::new(2.0, 3.5).unwrap(),
    );
    let (mu, sigma) = (libm::log(4.0), 1.2);
    agrees_with(
        Law::lognormal(4.0, sigma),
        rand_distr::LogNormal::new(mu, sigma).unwrap(),
    );
    agrees_with(
        Law::gamma(0.4, 2.0),
        rand_distr::Gamma::new(0.4, 5.0).unwrap(),
    );
    agrees_with(
        Law::gamma(2.6, 5.0),
        rand_distr::Gamma::new(2.6, 5.0 / 2.6).unwrap(),
    );
    agrees_with(
        Law::erlang(12, 1.0),
        rand_distr::Gamma::new(12.0, 1.0 / 12.0).unwrap(),
    );
    agrees_with(
        Law::uniform(2.0, 5.0),
        rand_distr::Uniform::new(2.0, 5.0).unwrap(),
    );
    let triangular = rand_distr::Triangular::new(1.0, 6.0, 2.0).unwrap();
    agrees_with(Law::triangular(1.0, 2.0, 6.0), triangular);
}

/// Means that differ by 5 % put the distribution functions 0.018 apart: √n·D ≈ 4, with a spread of about 0.5.
#[test]
fn the_alarm_goes_off_for_a_law_that_is_slightly_wrong() {
    let draws = catalogue::sorted_draws("alarm", 50_000, |u| {
        Law::exponential(1.05).unwrap().quantile(u)
    });
    let distance = distance_to_cdf(&draws, &Law::exponential(1.0).unwrap());
    assert!(distance * 50_000_f64.sqrt() > BOUND);
}

fn agrees_with<E: std::fmt::Debug>(law: Result<Law, E>, witness: impl Distribution<f64>) {
    let law = law.unwrap();
    let n = 20_000;
    let ours = catalogue::sorted_draws("fit/ours", n, |u| law.quantile(u));
    let mut luck = catalogue::luck("fit/witness");
    let mut theirs: Vec<f64> = (0..n).map(|_| witness.sample(&mut luck)).collect();
    theirs.sort_by(f64::total_cmp);
    let scaled = distance_of_samples(&ours, &theirs) * (n as f64 / 2.0).sqrt();
    assert!(scaled < BOUND, "{law:?}: √(nm/(n+m))·D = {scaled}");
}
