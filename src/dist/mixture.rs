//! The mixture: several laws, one of which is chosen by chance at each draw.

use super::Law;
use super::error::{LawError, finite_moments, not_negative};

/// How far the weights may be from adding to 1, for numbers such as "33.333333 %".
const WEIGHT_TOLERANCE: f64 = 1e-6;

/// Laws with weights. A draw takes two uniforms: the first says which law, the second its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixture {
    parts: Box<[Part]>,
}

#[derive(Clone, Debug, PartialEq)]
struct Part {
    law: Law,
    /// The chance of this law.
    weight: f64,
    /// The chance that the residual life at a random instant belongs to this law.
    residual_weight: f64,
}

impl Mixture {
    /// The mixture of `parts`, each a weight \[1\] and a law; the weights add to 1.
    ///
    /// # Errors
    /// There are no parts, a weight is not finite or negative, the weights do not add to 1, or a part is itself a mixture.
    pub fn new(parts: Vec<(f64, Law)>) -> Result<Self, LawError> {
        let total = total_weight(&parts)?;
        let part = |(weight, law)| Part {
            law,
            weight: weight / total,
            residual_weight: 0.0,
        };
        let mut mixture = Self {
            parts: parts.into_iter().map(part).collect(),
        };
        finite_moments(mixture.mean(), mixture.variance())?;
        mixture.weigh_residuals();
        Ok(mixture)
    }

    /// A random instant falls into a life with a chance in proportion to its length (D. R. Cox, *Renewal Theory*, 1962,
    /// chapter 5), so the residual life is a mixture with weights wᵢμᵢ/μ.
    fn weigh_residuals(&mut self) {
        let mean = self.mean();
        for part in &mut self.parts {
            let share = part.weight * part.law.mean();
            part.residual_weight = if mean > 0.0 {
                share / mean
            } else {
                part.weight
            };
        }
    }

    /// The value at `which` and `value`.
    #[must_use]
    pub fn quantile(&self, [which, value]: [f64; 2]) -> f64 {
        self.choose(which, |part| part.weight).quantile([value; 2])
    }

    /// P(X ≤ x).
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        self.weighted(|law| law.cdf(x))
    }

    /// The expectation.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.weighted(Law::mean)
    }

    /// Mean variance within the parts plus variance of the parts' means.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let mean = self.mean();
        self.weighted(|law| law.variance() + (law.mean() - mean) * (law.mean() - mean))
    }

    /// The residual life: the first uniform says which law the running life has, the second its residual.
    #[must_use]
    pub fn residual_quantile(&self, [which, value]: [f64; 2]) -> f64 {
        self.choose(which, |part| part.residual_weight)
            .residual_quantile([value; 2])
    }

    /// Whether all parts that occur are one and the same memoryless law.
    #[must_use]
    pub fn is_memoryless(&self) -> bool {
        let mut occurring = self.parts.iter().filter(|part| part.weight > 0.0);
        let Some(first) = occurring.next() else {
            return false;
        };
        first.law.is_memoryless() && occurring.all(|part| part.law == first.law)
    }

    /// All values times `factor` > 0.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        let scale = |part: &Part| Part {
            law: part.law.scaled(factor),
            ..part.clone()
        };
        Self {
            parts: self.parts.iter().map(scale).collect(),
        }
    }

    fn weighted(&self, value: impl Fn(&Law) -> f64) -> f64 {
        self.parts
            .iter()
            .map(|part| part.weight * value(&part.law))
            .sum()
    }

    /// The part in whose share of (0, 1) `u` falls; shares stand side by side in the order of the parts.
    fn choose(&self, u: f64, weight: impl Fn(&Part) -> f64) -> &Law {
        let mut upper = 0.0;
        let chosen = self.parts.iter().find(|part| {
            upper += weight(part);
            u < upper
        });
        let last_possible = || self.parts.iter().rfind(|part| weight(part) > 0.0);
        &chosen.or_else(last_possible).unwrap_or(&self.parts[0]).law
    }
}

/// The sum of the weights, if they and the laws are what a mixture takes.
fn total_weight(parts: &[(f64, Law)]) -> Result<f64, LawError> {
    if parts.is_empty() {
        return Err(LawError::Empty);
    }
    let mut total = 0.0;
    for (weight, law) in parts {
        if matches!(law, Law::Mixture(_)) {
            return Err(LawError::NestedMixture);
        }
        total += not_negative("weight", *weight)?;
    }
    if (total - 1.0).abs() > WEIGHT_TOLERANCE {
        Err(LawError::WeightsNotOne)
    } else {
        Ok(total)
    }
}
