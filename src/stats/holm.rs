//! Several tests at once: Holm's step-down procedure.

/// Which of the hypotheses with the p-values `p` are rejected, so that the probability of rejecting any true one is at most `alpha`,
/// however the tests depend on each other. A p-value that is no number rejects nothing.
///
/// From the smallest p-value on, the k-th of m is rejected while it is at most α/(m − k + 1) (S. Holm, "A simple sequentially
/// rejective multiple test procedure", Scand. J. Statist. 6, 1979).
#[must_use]
pub fn rejected(p: &[f64], alpha: f64) -> Vec<bool> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    let mut rejected = vec![false; p.len()];
    for (before, &at) in order.iter().enumerate() {
        let left = (p.len() - before) as f64;
        if p[at].is_nan() || p[at] > alpha / left {
            break;
        }
        rejected[at] = true;
    }
    rejected
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_test_is_held_against_alpha_itself() {
        assert_eq!(rejected(&[0.05], 0.05), [true]);
        assert_eq!(rejected(&[0.051], 0.05), [false]);
    }

    /// By hand at α = 0.05 with four tests: bounds 0.0125, 0.0167, 0.025, 0.05. 0.005 and 0.01 fall, 0.03 > 0.025 stops, and
    /// 0.04 stays although it is below α.
    #[test]
    fn the_first_that_stands_keeps_all_larger_ones() {
        assert_eq!(
            rejected(&[0.01, 0.04, 0.03, 0.005], 0.05),
            [true, false, false, true]
        );
    }

    #[test]
    fn holm_rejects_what_bonferroni_leaves() {
        // 0.02 > 0.05/3, but once the others are rejected it is held against 0.05.
        assert_eq!(rejected(&[0.02, 0.01, 0.001], 0.05), [true, true, true]);
    }

    #[test]
    fn nothing_and_no_number_reject_nothing() {
        assert!(rejected(&[], 0.05).is_empty());
        assert_eq!(rejected(&[f64::NAN, 0.001], 0.05), [false, true]);
    }
}
