//! Moments against certified values: the univariate sets of NIST's Statistical Reference Datasets (StRD, National Institute of
//! Standards and Technology, public domain), as integers in the unit of their last decimal.

use super::Moments;

/// Mean and standard deviation of integers, in the data's own unit: `unit` integers are 1.
fn mean_and_deviation(values: &[i64], unit: f64) -> (f64, f64) {
    let mut moments = Moments::default();
    values.iter().for_each(|&value| moments.add(value));
    let summary = moments.summary(values.len() as u64);
    (summary.mean / unit, summary.variance.sqrt() / unit)
}

/// Certified values have 15 digits; ours are rounded a few times at the end, never before.
fn certify(values: &[i64], unit: f64, mean: f64, deviation: f64) {
    let got = mean_and_deviation(values, unit);
    for (got, certified) in [(got.0, mean), (got.1, deviation)] {
        assert!(
            (got / certified - 1.0).abs() < 2e-15,
            "{got} is not {certified}"
        );
    }
}

/// One value, then a lower and a higher one in turn, 1,001 in all.
fn alternating(first: i64, low: i64, high: i64) -> Vec<i64> {
    let turns = (0..1_000).map(|i| if i % 2 == 0 { low } else { high });
    std::iter::once(first).chain(turns).collect()
}

#[test]
fn the_sets_that_defeat_one_pass_in_floats_come_out() {
    certify(
        &[10_000_001, 10_000_003, 10_000_002],
        1.0,
        10_000_002.0,
        1.0,
    );
    certify(&alternating(12, 11, 13), 10.0, 1.2, 0.1);
    certify(
        &alternating(10_000_002, 10_000_001, 10_000_003),
        10.0,
        1_000_000.2,
        0.1,
    );
    certify(
        &alternating(100_000_002, 100_000_001, 100_000_003),
        10.0,
        10_000_000.2,
        0.1,
    );
}

/// Michelson's speed of light of 1879 in km/s above 299,000 (Dorsey 1944); certified in 1000 km/s.
const MICHELSON: [i64; 100] = [
    850, 740, 900, 1070, 930, 850, 950, 980, 980, 880, 1000, 980, 930, 650, 760, 810, 1000, 1000,
    960, 960, 960, 940, 960, 940, 880, 800, 850, 880, 900, 840, 830, 790, 810, 880, 880, 830, 800,
    790, 760, 800, 880, 880, 880, 860, 720, 720, 620, 860, 970, 950, 880, 910, 850, 870, 840, 840,
    850, 840, 840, 840, 890, 810, 810, 820, 800, 770, 760, 740, 750, 760, 910, 920, 890, 860, 880,
    720, 840, 850, 850, 780, 890, 840, 780, 810, 760, 810, 790, 810, 820, 850, 870, 870, 810, 740,
    810, 940, 950, 800, 810, 870,
];

#[test]
fn the_speed_of_light_comes_out() {
    let metres: Vec<i64> = MICHELSON.iter().map(|above| 299_000 + above).collect();
    certify(&metres, 1_000.0, 299.852_4, 0.079_010_547_819_051_8);
}
