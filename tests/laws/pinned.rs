//! The first values of every law under seed 1. Value-breaking: whoever changes one of these changes published results.

use crate::catalogue;

/// Law, first quantile, first residual quantile.
const FIRST: [(&str, f64, f64); 17] = [
    ("uniform", 3.918_566_570_248_311_5, 1.685_756_409_872_503),
    (
        "uniform from zero",
        1.918_566_570_248_311_5,
        0.840_093_103_121_111_2,
    ),
    ("triangular", 3.314_938_325_038_959, 1.451_051_761_584_977_2),
    (
        "triangular falling",
        2.198_805_871_302_3,
        0.963_289_377_070_001_7,
    ),
    (
        "triangular rising",
        3.198_805_252_172_180_6,
        1.333_822_976_973_289,
    ),
    (
        "exponential",
        3.060_974_633_337_878_4,
        1.971_283_027_186_922_6,
    ),
    (
        "weibull of early failures",
        2.058_323_026_725_332_3,
        2.190_990_475_579_217_6,
    ),
    (
        "weibull of wear",
        4.544_672_687_008_033,
        1.998_526_484_216_081,
    ),
    ("lognormal", 6.140_539_873_619_585, 6.434_178_110_631_42),
    (
        "lognormal by p95",
        5.077_704_683_711_651_5,
        2.613_006_302_941_208,
    ),
    (
        "gamma of small shape",
        1.485_754_510_113_628_2,
        2.035_791_225_251_030_4,
    ),
    ("gamma", 5.481_125_646_964_554, 2.619_109_315_829_908_4),
    ("erlang", 1.077_361_027_423_075_6, 0.482_551_430_109_948_2),
    ("deterministic", 2.5, 1.204_111_721_337_502),
    ("deterministic zero", 0.0, 0.0),
    ("empirical", 4.0, 2.612_335_164_012_506_5),
    ("mixture", 0.464_781_954_041_623_26, 16.412_322_920_094_066),
];

#[test]
fn the_first_values_of_every_law_are_pinned() {
    let [first, second, third, fourth] = catalogue::luck("pinned").uniforms(0);
    let laws = catalogue::all();
    assert_eq!(laws.len(), FIRST.len());
    for ((name, law), expected) in laws.into_iter().zip(FIRST) {
        let values = (
            name,
            law.quantile([first, second]),
            law.residual_quantile([third, fourth]),
        );
        assert_eq!(values, expected);
    }
}
