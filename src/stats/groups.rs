//! Groups of replications: the unit of variance of ratios and quantiles whose values are clustered by replication.
//!
//! Knows nothing of what is kept for each group.

/// How many groups there are (`docs/semantics.md` 28).
pub const GROUPS: usize = 32;

/// The group of the replication of number `number` in its own count.
#[must_use]
pub const fn group_of(number: u64) -> usize {
    (number % GROUPS as u64) as usize
}

/// Standard error of an estimate by the grouped jackknife: √((G−1)/G · Σ(θ₍g₎ − θ̄)²) over the estimates θ₍g₎ that leave out
/// one group each (Quenouille 1956; Efron and Tibshirani 1993, ch. 11). `None` with fewer than two.
#[must_use]
pub fn jackknife_error(left_out: &[f64]) -> Option<f64> {
    let groups = left_out.len() as f64;
    if left_out.len() < 2 {
        return None;
    }
    let mean = left_out.iter().sum::<f64>() / groups;
    let squares = left_out
        .iter()
        .map(|theta| (theta - mean) * (theta - mean))
        .sum::<f64>();
    Some(((groups - 1.0) / groups * squares).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_jackknife_of_a_mean_is_its_usual_standard_error() {
        let values = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0];
        let n = values.len() as f64;
        let sum: f64 = values.iter().sum();
        let left_out: Vec<f64> = values.iter().map(|x| (sum - x) / (n - 1.0)).collect();
        let mean = sum / n;
        let variance = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0);
        let error = jackknife_error(&left_out).unwrap();
        assert!((error - (variance / n).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn one_group_has_no_error() {
        assert_eq!(jackknife_error(&[1.0]), None);
    }
}
