//! Expectations of several scenarios judged together: the more of them there are, the more likely one lies outside by chance.
//!
//! Knows results only, and nothing of files or of how a finding is shown.

use crate::batch::results::ExpectationResult;
use crate::stats::holm;
use crate::stats::special::normal_cdf;

/// Probability that any true expectation of the table is called contradicted [1].
const ALPHA: f64 = 0.001;

/// What a batch says of an expectation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The expected value is compatible with what came out.
    Confirmed,
    /// The expected value lies outside the 99.9 % interval, and chance over the whole table does not explain it.
    Contradicted,
    /// Too few events were seen to say.
    Undecided,
}

/// Judges all expectations of a table. Those with a standard error share the error α = 0.1 % by Holm's procedure; those without
/// are held against their own interval.
#[must_use]
pub fn judge(table: &[&ExpectationResult]) -> Vec<Finding> {
    let chances: Vec<f64> = table.iter().map(|row| chance(row).unwrap_or(1.0)).collect();
    let unlikely = holm::rejected(&chances, ALPHA);
    table
        .iter()
        .zip(unlikely)
        .map(|(row, unlikely)| finding(row, unlikely))
        .collect()
}

/// The p-value: of an exact value two-sided, of a bound the tail beyond it; `None` where there is no standard error.
fn chance(row: &ExpectationResult) -> Option<f64> {
    let z = row.z?;
    let error = row.row.value.std_error.filter(|&error| error > 0.0)?;
    Some(match row.bound.as_str() {
        "at-least" => normal_cdf(z),
        "at-most" => normal_cdf(-z),
        "within" => normal_cdf(-(z.abs() - row.tolerance * row.expected.abs() / error)),
        _ => 2.0 * normal_cdf(-z.abs()),
    })
}

fn finding(row: &ExpectationResult, unlikely: bool) -> Finding {
    let value = &row.row.value;
    let few = value.low.is_none() || value.high.is_none();
    let contradicted = outside(row) && (unlikely || chance(row).is_none());
    match (contradicted, row.holds) {
        (true, _) => Finding::Contradicted,
        (false, true) if few && !row.bound.starts_with("at-") && !is_exact(row) => {
            Finding::Undecided
        }
        (false, true) => Finding::Confirmed,
        (false, false) if few || row.bound != "is" => Finding::Undecided,
        (false, false) => Finding::Confirmed,
    }
}

/// Whether the estimate is the expected value itself, as where nothing is random.
fn is_exact(row: &ExpectationResult) -> bool {
    let close = 1e-9 * row.expected.abs();
    row.row
        .value
        .estimate
        .is_some_and(|estimate| (estimate - row.expected).abs() <= close)
}

/// Whether the interval lies wholly where the expectation does not hold.
fn outside(row: &ExpectationResult) -> bool {
    let value = &row.row.value;
    let reach = row.tolerance * row.expected.abs();
    let above = value.low.is_some_and(|low| low > row.expected + reach);
    let below = value.high.is_some_and(|high| high < row.expected - reach);
    match row.bound.as_str() {
        "at-least" => below,
        "at-most" => above,
        _ => !is_exact(row) && (above || below),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::results::{Estimate, Measure};

    /// An estimate of 1 with standard error 0.1 and its 99.9 % interval, expected to be `expected`.
    fn row(bound: &str, expected: f64) -> ExpectationResult {
        let reach = 3.290_526_7 * 0.1;
        let value = Estimate {
            estimate: Some(1.0),
            low: Some(1.0 - reach),
            high: Some(1.0 + reach),
            confidence: 0.999,
            n: 100,
            events: 100,
            n_eff: 100,
            censored: 0,
            std_error: Some(0.1),
            method: "t".to_owned(),
        };
        let holds = match bound {
            "at-least" => 1.0 >= expected,
            "at-most" => 1.0 <= expected,
            _ => (1.0 - expected).abs() <= reach,
        };
        ExpectationResult {
            row: Measure {
                subject: "service/x".to_owned(),
                measure: "down-time".to_owned(),
                level: String::new(),
                calendar: "24x7".to_owned(),
                unit: "h/y".to_owned(),
                at: String::new(),
                definition: String::new(),
                rests_on: String::new(),
                value,
            },
            bound: bound.to_owned(),
            expected,
            tolerance: 0.0,
            z: Some((1.0 - expected) / 0.1),
            holds,
            from: "by hand".to_owned(),
        }
    }

    #[test]
    fn what_is_outside_alone_may_be_chance_among_many() {
        // z = 3.4: p = 6.7e-4 is below 0.1 %, but not below 0.1 % / 2.
        let lone = row("is", 1.34);
        assert_eq!(judge(&[&lone]), [Finding::Contradicted]);
        let fine = row("is", 1.0);
        assert_eq!(judge(&[&lone, &fine]), [Finding::Confirmed; 2]);
        let far = row("is", 1.5);
        assert_eq!(judge(&[&far, &fine])[0], Finding::Contradicted);
    }

    #[test]
    fn a_bound_is_contradicted_on_its_own_side_only() {
        assert_eq!(judge(&[&row("at-most", 2.0)]), [Finding::Confirmed]);
        assert_eq!(judge(&[&row("at-least", 2.0)]), [Finding::Contradicted]);
        assert_eq!(judge(&[&row("at-most", 0.5)]), [Finding::Contradicted]);
        assert_eq!(judge(&[&row("at-most", 0.9)]), [Finding::Undecided]);
    }

    #[test]
    fn a_tolerance_widens_what_is_confirmed() {
        let mut near = row("within", 1.5);
        near.tolerance = 0.3;
        assert_eq!(judge(&[&near]), [Finding::Undecided]);
        near.tolerance = 0.4;
        near.holds = true;
        assert_eq!(judge(&[&near]), [Finding::Confirmed]);
        near.tolerance = 0.01;
        near.holds = false;
        assert_eq!(judge(&[&near]), [Finding::Contradicted]);
    }

    #[test]
    fn too_few_events_leave_an_exact_value_open() {
        let mut few = row("is", 1.1);
        few.row.value.low = None;
        few.holds = true;
        assert_eq!(judge(&[&few]), [Finding::Undecided]);
    }
}
