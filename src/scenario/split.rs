//! Amounts over the instances of a template: a total split into whole numbers, or a law spread over them.
//!
//! Works on plain numbers (or parameters that are plain numbers); knows nothing of what the amounts are.

use std::collections::BTreeSet;

use crate::dist::{Law, LawError};
use crate::say;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::law_words;
use crate::scenario::schema::{self, LawKind, Parameter, Split};
use crate::scenario::spans::{Leaf, Table};
use crate::scenario::unit_words;
use crate::units::parse_number;

/// The largest total that is split [1]: far below 2⁵³, so that quotas keep their fractions.
const MAX_TOTAL: f64 = 1e12;

/// Reads the numbers of a split; faults are noted.
pub struct Splitter<'a> {
    /// Named values, of which plain numbers may be used.
    pub parameters: &'a Table<Parameter>,
    /// Which of them were used.
    pub used: &'a mut BTreeSet<String>,
    /// Where faults go.
    pub notes: &'a mut Vec<Diagnostic>,
}

impl Splitter<'_> {
    /// The amounts of `count` instances as texts; `None` after noting a fault.
    pub fn amounts(&mut self, split: &Split, count: usize) -> Option<Vec<String>> {
        match split {
            Split::Equal { total } => self.shares(total, &vec![1.0; count]),
            Split::Zipf { total, exponent } => {
                let exponent = self.number(exponent);
                let weights: Vec<f64> = (1..=count)
                    .map(|rank| libm::pow(rank as f64, -exponent.unwrap_or(1.0)))
                    .collect();
                self.shares(total, &weights).filter(|_| exponent.is_some())
            }
            Split::Shares { total, law } => {
                let weights = self.quantiles(law, count)?;
                self.shares(total, &weights)
            }
            Split::Spread(law) => Some(
                self.quantiles(law, count)?
                    .iter()
                    .map(f64::to_string)
                    .collect(),
            ),
        }
    }

    fn shares(&mut self, total: &Leaf, weights: &[f64]) -> Option<Vec<String>> {
        let value = self.number(total)?;
        if !(0.0..=MAX_TOTAL).contains(&value) || value.round() != value {
            self.notes.push(
                Diagnostic::fault(
                    "bad-total",
                    &total.at,
                    say!("bad-total", total = &total.text),
                )
                .help(say!("bad-total-help")),
            );
            return None;
        }
        let sum: f64 = weights.iter().sum();
        if !(weights.is_empty() || sum.is_finite() && sum > 0.0) {
            self.notes.push(Diagnostic::fault(
                "bad-total",
                &total.at,
                say!("bad-weights"),
            ));
            return None;
        }
        Some(
            largest_remainder(value as u64, weights)
                .iter()
                .map(u64::to_string)
                .collect(),
        )
    }

    /// The quantiles (i−½)/n of a law.
    fn quantiles(&mut self, written: &schema::Law, count: usize) -> Option<Vec<f64>> {
        let law = match self.law(written)? {
            Ok(law) if law.uniforms() == 1 => law,
            Ok(_) => {
                self.notes.push(Diagnostic::fault(
                    "bad-law",
                    &written.at,
                    say!("mixture-not-spread"),
                ));
                return None;
            }
            Err(fault) => {
                let message = law_words::message(fault);
                let note = Diagnostic::fault("bad-law", &written.at, message);
                self.notes.push(note.help(law_words::help(fault)));
                return None;
            }
        };
        Some(
            (0..count)
                .map(|at| law.quantile([(at as f64 + 0.5) / count as f64, 0.5]))
                .collect(),
        )
    }

    /// A law of plain numbers; the outer `None` after noting a fault.
    fn law(&mut self, law: &schema::Law) -> Option<Result<Law, LawError>> {
        Some(match &*law.what {
            LawKind::Constant(value) => Law::deterministic(self.number(value)?),
            LawKind::Uniform { min, max } => Law::uniform(self.number(min)?, self.number(max)?),
            LawKind::Triangular { min, mode, max } => {
                Law::triangular(self.number(min)?, self.number(mode)?, self.number(max)?)
            }
            LawKind::Exponential {
                mean: Some(mean),
                rate: None,
            } => Law::exponential(self.number(mean)?),
            LawKind::Lognormal {
                median: Some(median),
                sigma: Some(sigma),
                mean: None,
                p95: None,
            } => Law::lognormal(self.number(median)?, self.number(sigma)?),
            LawKind::Lognormal {
                mean: Some(mean),
                sigma: Some(sigma),
                median: None,
                p95: None,
            } => Law::lognormal_from_mean(self.number(mean)?, self.number(sigma)?),
            LawKind::Lognormal {
                median: Some(median),
                p95: Some(p95),
                mean: None,
                sigma: None,
            } => Law::lognormal_median_p95(self.number(median)?, self.number(p95)?),
            LawKind::Weibull {
                shape,
                mean: Some(mean),
                scale: None,
            } => Law::weibull_from_mean(self.number(mean)?, self.number(shape)?),
            LawKind::Weibull {
                shape,
                scale: Some(scale),
                mean: None,
            } => Law::weibull(self.number(scale)?, self.number(shape)?),
            LawKind::Gamma { shape, mean } => Law::gamma(self.number(shape)?, self.number(mean)?),
            LawKind::Empirical(values) => {
                let values: Option<Vec<f64>> =
                    values.iter().map(|value| self.number(value)).collect();
                Law::empirical(&values?)
            }
            _ => {
                let fault = Diagnostic::fault("bad-law", &law.at, say!("law-not-spread"));
                self.notes.push(fault.help(say!("law-not-spread-help")));
                return None;
            }
        })
    }

    /// A plain number, or a parameter that is one.
    fn number(&mut self, leaf: &Leaf) -> Option<f64> {
        let named = match self.parameters.get(&leaf.text) {
            Some(parameter) => {
                self.used.insert(leaf.text.clone());
                &parameter.is
            }
            None => leaf,
        };
        parse_number(&named.text)
            .map_err(|fault| {
                let note = Diagnostic::fault("bad-number", &leaf.at, unit_words::message(&fault));
                self.notes.push(note.help(unit_words::help(&fault)));
            })
            .ok()
    }
}

/// `total` in whole numbers in proportion to `weights`: everyone gets the floor of its quota, and what is left goes to the largest
/// remainders, the first of equal ones first (Hamilton's method).
fn largest_remainder(total: u64, weights: &[f64]) -> Vec<u64> {
    let sum: f64 = weights.iter().sum();
    let quotas: Vec<f64> = weights
        .iter()
        .map(|weight| total as f64 * (weight / sum))
        .collect();
    let mut shares: Vec<u64> = quotas.iter().map(|quota| quota.floor() as u64).collect();
    let left = total.saturating_sub(shares.iter().sum());
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder.sort_by(|&a, &b| quotas[b].fract().total_cmp(&quotas[a].fract()));
    for &at in by_remainder.iter().cycle().take(left as usize) {
        shares[at] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_whole_and_add_up_to_the_total() {
        assert_eq!(largest_remainder(10, &[1.0, 1.0, 1.0]), [4, 3, 3]);
        assert_eq!(largest_remainder(100, &[0.5, 0.25, 0.25]), [50, 25, 25]);
        for count in 1..60_usize {
            let weights: Vec<f64> = (1..=count).map(|rank| 1.0 / rank as f64).collect();
            let shares = largest_remainder(20_000, &weights);
            assert_eq!(shares.iter().sum::<u64>(), 20_000, "{count} instances");
            assert!(
                shares.is_sorted_by(|a, b| a >= b),
                "{count} instances: {shares:?}"
            );
        }
    }

    #[test]
    fn a_total_of_a_million_millions_still_adds_up() {
        let shares = largest_remainder(1_000_000_000_000, &[0.1, 0.7, 0.2, 1e-9]);
        assert_eq!(shares.iter().sum::<u64>(), 1_000_000_000_000);
    }
}
