//! The laws under test, and the uniforms to draw from them.

use ausfall::dist::Law;
use ausfall::kernel::{Dense, Seed, StreamName};

/// Laws of one uniform with a continuous, strictly rising distribution function.
pub fn continuous() -> Vec<(&'static str, Law)> {
    let laws = [
        ("uniform", Law::uniform(2.0, 5.0)),
        ("uniform from zero", Law::uniform(0.0, 3.0)),
        ("triangular", Law::triangular(1.0, 2.0, 6.0)),
        ("triangular falling", Law::triangular(1.0, 1.0, 4.0)),
        ("triangular rising", Law::triangular(0.0, 4.0, 4.0)),
        ("exponential", Law::exponential(3.0)),
        ("weibull of early failures", Law::weibull(2.0, 0.7)),
        ("weibull of wear", Law::weibull_from_mean(4.0, 2.5)),
        ("lognormal", Law::lognormal(4.0, 1.2)),
        ("lognormal by p95", Law::lognormal_median_p95(4.0, 12.0)),
        ("gamma of small shape", Law::gamma(0.4, 2.0)),
        ("gamma", Law::gamma(2.6, 5.0)),
        ("erlang", Law::erlang(12, 1.0)),
    ];
    laws.map(|(name, law)| (name, law.expect(name))).into()
}

/// Laws that put weight on single values.
pub fn discrete() -> Vec<(&'static str, Law)> {
    let laws = [
        ("deterministic", Law::deterministic(2.5)),
        ("deterministic zero", Law::deterministic(0.0)),
        ("empirical", Law::empirical(&[4.0, 1.0, 1.0, 0.0, 9.0])),
    ];
    laws.map(|(name, law)| (name, law.expect(name))).into()
}

/// A mixture of very different parts.
pub fn mixture() -> Law {
    let short = Law::weibull(1.0, 0.8).unwrap();
    let long = Law::lognormal(30.0, 0.5).unwrap();
    let fixed = Law::deterministic(8.0).unwrap();
    Law::mixture(vec![(0.7, short), (0.2, long), (0.1, fixed)]).unwrap()
}

/// Every law of the test.
pub fn all() -> Vec<(&'static str, Law)> {
    let mut laws = continuous();
    laws.extend(discrete());
    laws.push(("mixture", mixture()));
    laws
}

/// A stream of its own for each test.
pub fn luck(name: &str) -> Dense {
    Seed::new(1).dense(StreamName::of(name), 0)
}

/// `n` values of `draw`, each from fresh uniforms of the stream `name`, in ascending order.
pub fn sorted_draws(name: &str, n: u64, draw: impl Fn([f64; 2]) -> f64) -> Vec<f64> {
    let mut luck = luck(name);
    let value = |i| {
        let [first, second, ..] = luck.uniforms(i);
        draw([first, second])
    };
    let mut values: Vec<f64> = (0..n).map(value).collect();
    values.sort_by(f64::total_cmp);
    values
}
