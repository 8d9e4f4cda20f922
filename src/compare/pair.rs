//! What two designs say about one measure, replication by replication, in exact sums that merge in any order.

use std::cmp::Ordering;

use crate::batch::term::Term;
use crate::stats::Moments;

/// Sums over the replications of a pair of designs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PairTally {
    /// Replications in which both designs simulate what the measure is about.
    pub n: u64,
    /// Numerators of the design less those of the base [ticks].
    pub difference: Moments,
    /// Replications in which the measure is larger with the design.
    pub more: u64,
    /// Replications in which it is smaller.
    pub less: u64,
    /// Replications in which the two differ, but one of them has nothing to divide by.
    pub undefined: u64,
}

impl PairTally {
    /// Adds one replication.
    pub fn add(&mut self, base: Option<Term>, design: Option<Term>) {
        let (Some(base), Some(design)) = (base, design) else {
            return;
        };
        self.n += 1;
        // Neither is negative and both fit, so their difference fits, too.
        let difference = i64::try_from(design.above - base.above).unwrap_or(i64::MAX);
        self.difference.add(difference);
        if base == design {
            return;
        }
        match order(base, design) {
            None => self.undefined += 1,
            Some(Ordering::Less) => self.more += 1,
            Some(Ordering::Greater) => self.less += 1,
            Some(Ordering::Equal) => {}
        }
    }

    /// Adds the replications of another tally.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.difference.merge(&other.difference);
        self.more += other.more;
        self.less += other.less;
        self.undefined += other.undefined;
    }

    /// Replications in which the two differ.
    #[must_use]
    pub const fn differing(&self) -> u64 {
        self.more + self.less + self.undefined
    }

    /// Replications in which they are equal.
    #[must_use]
    pub const fn equal(&self) -> u64 {
        self.n - self.differing()
    }
}

/// How the base's value stands to the design's, by multiplying crosswise; none where a denominator is zero.
fn order(base: Term, design: Term) -> Option<Ordering> {
    if base.below == 0 || design.below == 0 {
        return None;
    }
    let crosswise = |above: i128, below: i128| above.saturating_mul(below);
    let (left, right) = (
        crosswise(base.above, design.below),
        crosswise(design.above, base.below),
    );
    Some(left.cmp(&right))
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn term(above: i128, below: i128) -> Option<Term> {
        Some(Term { above, below })
    }

    #[test]
    fn replications_are_told_apart_by_which_design_has_more() {
        let mut tally = PairTally::default();
        tally.add(term(3, 1), term(5, 1));
        tally.add(term(3, 1), term(3, 1));
        tally.add(term(4, 1), term(0, 1));
        tally.add(None, term(9, 1));
        let found = (tally.n, tally.more, tally.equal(), tally.less);
        assert_eq!((found, tally.difference.sum()), ((3, 1, 1, 1), -2));
    }

    #[test]
    fn ratios_are_compared_as_ratios_and_not_where_one_is_nothing_over_nothing() {
        let mut tally = PairTally::default();
        tally.add(term(3, 2), term(6, 4));
        tally.add(term(3, 2), term(5, 4));
        tally.add(term(0, 0), term(5, 1));
        let found = (tally.equal(), tally.less, tally.undefined);
        assert_eq!((found, tally.differing()), ((1, 1, 1), 2));
    }
}
