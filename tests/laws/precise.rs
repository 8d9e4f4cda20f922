//! Laws and the quantiles behind intervals against 25 digits of `precise/values.csv` (made by `precise/values.py`, 60-digit arithmetic).
//!
//! The relative error stays within 10⁻¹³; in the tails, beyond one in a million, within 10⁻¹⁰. A quantile of a law with a long tail
//! magnifies the rounding of its uniform's logarithm, a distribution function the rounding of its argument; both stay within these bounds.

use ausfall::dist::Law;
use ausfall::stats::beta::{beta_quantile, student_quantile};
use ausfall::stats::special::{normal_cdf, normal_quantile};

const VALUES: &str = include_str!("precise/values.csv");

/// Rows that `precise/values.py` writes: fewer would mean that something is no longer looked at.
const ROWS: usize = 825;

struct Row {
    what: String,
    parameters: Vec<f64>,
    at: f64,
    value: f64,
}

fn number(text: &str) -> f64 {
    text.parse()
        .unwrap_or_else(|_| panic!("{text} is no number"))
}

fn rows() -> Vec<Row> {
    let read = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        Row {
            what: cells[0].to_owned(),
            parameters: cells[1].split_whitespace().map(number).collect(),
            at: number(cells[2]),
            value: number(cells[3]),
        }
    };
    VALUES.lines().skip(1).map(read).collect()
}

fn law(name: &str, p: &[f64]) -> Law {
    let law = match name {
        "exponential" => Law::exponential(p[0]),
        "weibull" => Law::weibull(p[0], p[1]),
        "lognormal" => Law::lognormal(p[0], p[1]),
        "gamma" => Law::gamma(p[0], p[1]),
        "uniform" => Law::uniform(p[0], p[1]),
        "triangular" => Law::triangular(p[0], p[1], p[2]),
        _ => panic!("no law is called {name}"),
    };
    law.unwrap_or_else(|error| panic!("{name} {p:?}: {error:?}"))
}

/// What we compute, and the probability at which it is.
fn computed(row: &Row) -> (f64, f64) {
    let (name, function) = row.what.split_once(' ').expect("a name and a function");
    let p = &row.parameters;
    match (name, function) {
        ("normal", "quantile") => (normal_quantile(row.at), row.at),
        ("normal", _) => (normal_cdf(row.at), row.value),
        ("student", _) => (student_quantile(p[0], row.at), row.at),
        ("beta", _) => (beta_quantile(p[0], p[1], row.at), row.at),
        (_, "quantile") => (law(name, p).quantile([row.at, 0.5]), row.at),
        _ => (law(name, p).cdf(row.at), row.value),
    }
}

#[test]
fn laws_and_quantiles_have_thirteen_digits_and_ten_in_the_tails() {
    let rows = rows();
    assert_eq!(rows.len(), ROWS);
    let mut wrong = Vec::new();
    for row in &rows {
        let (got, probability) = computed(row);
        let tail = probability.min(1.0 - probability) < 1e-6;
        let bound = if tail { 1e-10 } else { 1e-13 };
        let error = if row.value == 0.0 {
            got.abs()
        } else {
            (got / row.value - 1.0).abs()
        };
        if error.is_nan() || error > bound {
            wrong.push(format!(
                "{} {:?} at {}: {got}, not {} (relative error {error:.1e})",
                row.what, row.parameters, row.at, row.value
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} values:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
