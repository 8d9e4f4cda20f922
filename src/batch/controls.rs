//! Control variates: answers less what their replications' luck in failures explains (`docs/semantics.md` 34).
//!
//! Beside the value Y of a replication stand compensated counts C of failures, whose expectation is 0. The estimate is
//! Ȳ − β̂·C̄ with the β̂ of least squares (Lavenberg and Welch, *A perspective on the use of control variables to increase the
//! efficiency of Monte Carlo simulations*, Management Science 27, 1981): what Y and C have in common cancels. All products of up to
//! three of them are summed as integers, so nothing depends on threads, and the skewness of what remains is known, too.

use ethnum::I256;

use super::derive::CONFIDENCE;
use super::fold::term::{self, Term};
use super::results::{Answer, Controlled};
use crate::model::Blueprint;
use crate::model::watch::Wanted;
use crate::stats::mean::of_summary;
use crate::stats::{Method, Summary};

/// For each control at least so many replications.
const REPLICATIONS_PER_CONTROL: u64 = 50;

/// Fewer replications with a value other than zero than this leave an answer as it is.
const LEAST_EFFECTIVE: u64 = 100;

/// A control that the others explain up to this share of its variance is left out.
const LEAST_PIVOT: f64 = 1e-6;

/// Whether a measure is a mean over replications, to which controls apply.
const fn is_mean(wanted: Wanted) -> bool {
    matches!(
        wanted,
        Wanted::DownTime(_)
            | Wanted::DownShare(_)
            | Wanted::Outages(_)
            | Wanted::Longer(..)
            | Wanted::YearWithLonger(..)
            | Wanted::UserHours(_)
            | Wanted::Ever(_)
            | Wanted::At(_)
    )
}

/// Exact sums of products of up to three of the values of a replication: one answer first, then the controls.
#[derive(Clone, Debug, PartialEq)]
struct Products {
    first: Vec<i128>,
    second: Vec<I256>,
    third: Vec<I256>,
}

impl Products {
    fn new(values: usize) -> Self {
        Self {
            first: vec![0; values],
            second: vec![I256::ZERO; pairs(values)],
            third: vec![I256::ZERO; values * pairs(values)],
        }
    }

    fn add(&mut self, values: &[i64]) {
        let mut at = 0;
        for (i, &a) in values.iter().enumerate() {
            self.first[i] += i128::from(a);
            for &b in &values[i..] {
                let product = i128::from(a) * i128::from(b);
                self.second[at] += I256::from(product);
                for (k, &c) in values.iter().enumerate() {
                    self.third[at * values.len() + k] += I256::from(product) * I256::from(c);
                }
                at += 1;
            }
        }
    }

    fn merge(&mut self, other: &Self) {
        let first = self.first.iter_mut().zip(&other.first);
        first.for_each(|(sum, more)| *sum += more);
        let second = self.second.iter_mut().zip(&other.second);
        second.for_each(|(sum, more)| *sum += *more);
        let third = self.third.iter_mut().zip(&other.third);
        third.for_each(|(sum, more)| *sum += *more);
    }
}

/// Pairs of `values` values, each with itself included.
const fn pairs(values: usize) -> usize {
    values * (values + 1) / 2
}

/// Sums over replications.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlTally {
    replications: u64,
    controls: usize,
    /// Per answer; `None`: controls do not apply to it.
    answers: Vec<Option<Products>>,
}

impl ControlTally {
    /// Nothing counted yet, of the answers of `blueprint` beside so many controls.
    #[must_use]
    pub fn new(blueprint: &Blueprint, controls: usize) -> Self {
        let answers = blueprint.asks.iter();
        let products = answers
            .map(|ask| (controls > 0 && is_mean(ask.wanted)).then(|| Products::new(1 + controls)));
        Self {
            replications: 0,
            controls,
            answers: products.collect(),
        }
    }

    /// Adds a replication: what it says of the answers, and its controls.
    pub fn add(&mut self, terms: &[Option<Term>], controls: &[i64]) {
        self.replications += 1;
        let mut values = Vec::with_capacity(1 + controls.len());
        for (products, term) in self.answers.iter_mut().zip(terms) {
            let (Some(products), Some(term)) = (products, term) else {
                continue;
            };
            values.clear();
            values.push(i64::try_from(term.above).unwrap_or(i64::MAX));
            values.extend_from_slice(controls);
            products.add(&values);
        }
    }

    /// Adds the replications of another tally of the same kind.
    pub fn merge(&mut self, other: &Self) {
        self.replications += other.replications;
        for (mine, more) in self.answers.iter_mut().zip(&other.answers) {
            if let (Some(mine), Some(more)) = (mine, more) {
                mine.merge(more);
            }
        }
    }

    /// Puts the controlled estimates in the place of the plain ones, which stay beside them.
    pub fn apply(&self, blueprint: &Blueprint, answers: &mut [Answer]) {
        for ((answer, ask), products) in answers.iter_mut().zip(&blueprint.asks).zip(&self.answers)
        {
            let value = &answer.row.value;
            let enough = value.low.is_some() && value.high.is_some();
            let Some(products) = products.as_ref().filter(|_| enough) else {
                continue;
            };
            if value.n_eff < LEAST_EFFECTIVE || value.std_error.is_none_or(|error| error <= 0.0) {
                continue;
            }
            let most = usize::try_from(self.replications / REPLICATIONS_PER_CONTROL);
            let controls = self.controls.min(most.unwrap_or(usize::MAX));
            let moments = Moments::of(products, self.replications, controls);
            if let Some(fit) = moments.fit() {
                put(answer, &fit, term::scale(blueprint, ask.wanted));
            }
        }
    }
}

/// Puts what remains in the place of the plain estimate.
fn put(answer: &mut Answer, fit: &Fit, scale: f64) {
    let plain = answer.row.value.clone();
    let most = if answer.row.unit == "1" {
        1.0
    } else {
        f64::INFINITY
    };
    let interval = of_summary(&fit.remains, CONFIDENCE)
        .scaled(scale)
        .clipped(0.0, most);
    let value = &mut answer.row.value;
    value.estimate = interval.estimate;
    (value.low, value.high) = (interval.low, interval.high);
    value.std_error = interval.std_error;
    value.method = Method::ControlVariates.name().to_owned();
    answer.relative_half_width = super::derive::relative_half_width(&answer.row);
    let ratio = match (plain.std_error, interval.std_error) {
        (Some(plain), Some(error)) if error > 0.0 => Some(plain / error * (plain / error)),
        _ => None,
    };
    answer.controlled = Some(Controlled {
        controls: fit.controls as u64,
        reduction: ratio,
        plain,
    });
}

/// Central moments of an answer and its controls, from sums that are moved to the integers below the means first, exactly.
struct Moments {
    n: u64,
    values: usize,
    mean: Vec<f64>,
    second: Vec<f64>,
    third: Vec<f64>,
}

/// What remains of an answer without what its controls explain.
struct Fit {
    remains: Summary,
    controls: usize,
}

impl Moments {
    /// Of the answer and the first `controls` controls.
    fn of(products: &Products, n: u64, controls: usize) -> Self {
        let (all, values) = (products.first.len(), 1 + controls);
        let wide_n = I256::from(i128::from(n.max(1)));
        let count = n.max(1) as f64;
        let sum: Vec<I256> = products.first.iter().map(|&sum| I256::from(sum)).collect();
        let floor: Vec<I256> = products
            .first
            .iter()
            .map(|sum| I256::from(sum.div_euclid(i128::from(n.max(1)))))
            .collect();
        let pair = |i: usize, j: usize| {
            let (i, j) = (i.min(j), i.max(j));
            i * all - i * (i + 1) / 2 + j
        };
        let excess: Vec<f64> = (0..values)
            .map(|i| (sum[i] - wide_n * floor[i]).as_f64() / count)
            .collect();
        let raw_second = |i: usize, j: usize| {
            let moved = products.second[pair(i, j)] - floor[i] * sum[j] - floor[j] * sum[i]
                + wide_n * floor[i] * floor[j];
            moved.as_f64() / count
        };
        let raw_third = |i: usize, j: usize, k: usize| {
            let two = |i: usize, j: usize| products.second[pair(i, j)];
            let moved = products.third[pair(i, j) * all + k]
                - floor[i] * two(j, k)
                - floor[j] * two(i, k)
                - floor[k] * two(i, j)
                + floor[i] * floor[j] * sum[k]
                + floor[i] * floor[k] * sum[j]
                + floor[j] * floor[k] * sum[i]
                - wide_n * floor[i] * floor[j] * floor[k];
            moved.as_f64() / count
        };
        let mut second = Vec::with_capacity(values * values);
        let mut third = Vec::with_capacity(values * values * values);
        for i in 0..values {
            for j in 0..values {
                second.push(raw_second(i, j) - excess[i] * excess[j]);
                for k in 0..values {
                    let crossed = excess[i] * raw_second(j, k)
                        + excess[j] * raw_second(i, k)
                        + excess[k] * raw_second(i, j);
                    let product = excess[i] * excess[j] * excess[k];
                    third.push(raw_third(i, j, k) - crossed + 2.0 * product);
                }
            }
        }
        Self {
            n,
            values,
            mean: (0..values).map(|i| floor[i].as_f64() + excess[i]).collect(),
            second,
            third,
        }
    }

    fn second(&self, i: usize, j: usize) -> f64 {
        self.second[i * self.values + j]
    }

    fn third(&self, i: usize, j: usize, k: usize) -> f64 {
        self.third[(i * self.values + j) * self.values + k]
    }

    /// Least squares; `None` where no control is left, or nothing remains.
    fn fit(&self) -> Option<Fit> {
        let kept = self.independent();
        let factor = Factor::of(self, &kept);
        let with_answer: Vec<f64> = kept.iter().map(|&j| self.second(0, j)).collect();
        let means: Vec<f64> = kept.iter().map(|&j| self.mean[j]).collect();
        let beta = factor.solve(&with_answer);
        let leverage: f64 = dot(&factor.solve(&means), &means);
        let (q, n) = (kept.len(), self.n as f64);
        let explained = dot(&beta, &with_answer);
        let remaining = self.second(0, 0) - explained;
        let freedom = n - 1.0 - q as f64;
        if q == 0 || freedom < 1.0 || remaining <= 0.0 {
            return None;
        }
        // The summary's own count is that of the degrees of freedom, so its variance is scaled to give this standard error.
        let left = self.n - q as u64;
        let error_square = remaining / freedom * (1.0 + leverage);
        let remains = Summary {
            n: left,
            nonzero: left,
            mean: self.mean[0] - dot(&beta, &means),
            variance: error_square * left as f64,
            skewness: self.skewness(&kept, &beta) / (remaining * remaining.sqrt()),
            least: 0,
            greatest: 0,
        };
        Some(Fit {
            remains,
            controls: q,
        })
    }

    /// The third central moment of Y − Σβ·C.
    fn skewness(&self, kept: &[usize], beta: &[f64]) -> f64 {
        let weights: Vec<(usize, f64)> = std::iter::once((0, 1.0))
            .chain(kept.iter().zip(beta).map(|(&j, &beta)| (j, -beta)))
            .collect();
        let mut sum = 0.0;
        for &(i, a) in &weights {
            for &(j, b) in &weights {
                for &(k, c) in &weights {
                    sum += a * b * c * self.third(i, j, k);
                }
            }
        }
        sum
    }

    /// The controls that those before them do not explain.
    fn independent(&self) -> Vec<usize> {
        let mut kept = Vec::new();
        for control in 1..self.values {
            let own = self.second(control, control);
            if own <= 0.0 {
                continue;
            }
            let with: Vec<f64> = kept.iter().map(|&j| self.second(control, j)).collect();
            let explained = dot(&Factor::of(self, &kept).solve(&with), &with);
            if own - explained > LEAST_PIVOT * own {
                kept.push(control);
            }
        }
        kept
    }
}

/// The lower triangular factor L of a covariance matrix LLᵀ (Cholesky).
struct Factor {
    rows: Vec<Vec<f64>>,
}

impl Factor {
    fn of(moments: &Moments, kept: &[usize]) -> Self {
        let mut rows: Vec<Vec<f64>> = Vec::new();
        for (i, &control) in kept.iter().enumerate() {
            let mut row = Vec::with_capacity(i + 1);
            for (j, above) in rows.iter().enumerate() {
                let rest = moments.second(control, kept[j]) - dot(&row, &above[..j]);
                row.push(rest / above[j]);
            }
            let rest = moments.second(control, control) - dot(&row, &row);
            row.push(rest.max(f64::MIN_POSITIVE).sqrt());
            rows.push(row);
        }
        Self { rows }
    }

    /// The solution x of LLᵀx = `right`.
    fn solve(&self, right: &[f64]) -> Vec<f64> {
        let size = self.rows.len();
        let mut x: Vec<f64> = Vec::with_capacity(size);
        for (row, right) in self.rows.iter().zip(right) {
            let done = x.len();
            x.push((right - dot(&row[..done], &x)) / row[done]);
        }
        for i in (0..size).rev() {
            let later: f64 = (i + 1..size).map(|j| self.rows[j][i] * x[j]).sum();
            x[i] = (x[i] - later) / self.rows[i][i];
        }
        x
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Y = 5 + 2·C₁ − C₂ + R with R ∈ {−1, 1}, and C₃ = C₁ + C₂.
    fn products(n: i64) -> Products {
        let mut products = Products::new(4);
        for r in 0..n {
            let (a, b, rest) = (r % 7 - 3, (r / 7) % 5 - 2, 2 * ((r / 35) % 2) - 1);
            products.add(&[5 + 2 * a - b + rest, a, b, a + b]);
        }
        products
    }

    #[test]
    fn what_controls_explain_is_gone_and_a_control_that_others_explain_is_left_out() {
        let fit = Moments::of(&products(700), 700, 3)
            .fit()
            .expect("something remains");
        assert_eq!(fit.controls, 2);
        assert!(
            (fit.remains.mean - 5.0).abs() < 1e-12,
            "{}",
            fit.remains.mean
        );
        // R has mean 0 and variance 1, so the error is √(1/(n − 3)); C̄ = 0.
        assert!((fit.remains.std_error() - (1.0_f64 / 697.0).sqrt()).abs() < 1e-12);
        assert!(fit.remains.skewness.abs() < 1e-9);
    }

    #[test]
    fn merged_sums_are_those_of_all() {
        let mut left = Products::new(2);
        let mut right = Products::new(2);
        let mut whole = Products::new(2);
        for r in 0..100_i64 {
            let values = [r * 1_000_000_007, (r - 40) * 123_456_789_012];
            whole.add(&values);
            if r % 3 == 0 {
                left.add(&values)
            } else {
                right.add(&values)
            }
        }
        right.merge(&left);
        assert_eq!(right, whole);
    }

    #[test]
    fn moments_are_central_however_far_the_values_lie() {
        let mut products = Products::new(2);
        let far = 1_i64 << 55;
        for (y, c) in [(1, 4), (2, -1), (3, 0), (10, -3)] {
            products.add(&[far + y, c]);
        }
        let moments = Moments::of(&products, 4, 1);
        assert!((moments.second(0, 0) - 12.5).abs() < 1e-9);
        assert!((moments.third(0, 0, 0) - 45.0).abs() < 1e-9);
        assert!((moments.second(0, 1) - (-3.0 * 4.0 + 2.0 - 6.0 * 3.0) / 4.0).abs() < 1e-9);
    }
}
