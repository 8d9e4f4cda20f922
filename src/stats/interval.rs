//! An estimate with its interval, and the names of the methods that make one.
//!
//! Knows nothing of what was measured: units are the caller's.

/// How an interval was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Student's t.
    T,
    /// Hall's skewness-corrected interval.
    Hall,
    /// Ratio of sums, with the jackknife over groups of replications.
    JackknifeRatio,
    /// A variance, with the jackknife over groups of replications.
    JackknifeVariance,
    /// Difference of two functions of whole distributions, from those of the groups of replications.
    Sections,
    /// Wilson's interval, at the effective sample size where the trials are clustered.
    Wilson,
    /// One end of the interval of Clopper and Pearson.
    ClopperPearson,
    /// Never seen: the one-sided 95 % bound 3/n.
    RuleOfThree,
    /// Quantile of pooled values, with Woodruff's interval over groups of replications.
    Woodruff,
    /// Kaplan and Meier's estimate, with the jackknife over groups of replications.
    KaplanMeier,
    /// Order statistics of independent values.
    OrderStatistic,
    /// The mean of what control variates leave, by Student's t or Hall's interval.
    ControlVariates,
    /// Batches of one long run, by the jackknife of their ratio.
    BatchMeans,
    /// Too few values for any interval.
    TooFew,
}

impl Method {
    /// The name in the results.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::T => "t",
            Self::Hall => "hall",
            Self::JackknifeRatio => "jackknife-ratio",
            Self::JackknifeVariance => "jackknife-variance",
            Self::Sections => "sections-32",
            Self::Wilson => "wilson",
            Self::ClopperPearson => "clopper-pearson",
            Self::RuleOfThree => "rule-of-three",
            Self::Woodruff => "woodruff-32",
            Self::KaplanMeier => "kaplan-meier",
            Self::OrderStatistic => "order-statistic",
            Self::ControlVariates => "control-variates",
            Self::BatchMeans => "batch-means",
            Self::TooFew => "too-few",
        }
    }
}

/// An estimate with its interval, in the unit of the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The estimate; `None` where nothing can be estimated.
    pub estimate: Option<f64>,
    /// Lower end, if there is one.
    pub low: Option<f64>,
    /// Upper end, if there is one.
    pub high: Option<f64>,
    /// Standard error, where the method has one.
    pub std_error: Option<f64>,
    /// How it was made.
    pub method: Method,
}

impl Interval {
    /// An estimate (or none) without any interval.
    #[must_use]
    pub const fn too_few(estimate: Option<f64>) -> Self {
        Self {
            estimate,
            low: None,
            high: None,
            std_error: None,
            method: Method::TooFew,
        }
    }

    /// A two-sided interval.
    #[must_use]
    pub const fn two_sided(
        estimate: f64,
        low: f64,
        high: f64,
        std_error: f64,
        method: Method,
    ) -> Self {
        Self {
            estimate: Some(estimate),
            low: Some(low),
            high: Some(high),
            std_error: Some(std_error),
            method,
        }
    }

    /// In another unit: everything times `factor` > 0.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        let times = |value: Option<f64>| value.map(|value| value * factor);
        Self {
            estimate: times(self.estimate),
            low: times(self.low),
            high: times(self.high),
            std_error: times(self.std_error),
            method: self.method,
        }
    }

    /// The interval of `whole − x`: the ends change places.
    #[must_use]
    pub fn taken_from(self, whole: f64) -> Self {
        let rest = |value: Option<f64>| value.map(|value| whole - value);
        Self {
            estimate: rest(self.estimate),
            low: rest(self.high),
            high: rest(self.low),
            ..self
        }
    }

    /// The interval of `1/x` for x ≥ 0: the ends change places; 1/0 is left out.
    #[must_use]
    pub fn reciprocal(self) -> Self {
        let turn = |value: Option<f64>| value.filter(|&value| value > 0.0).map(|value| 1.0 / value);
        let std_error = match (self.estimate, self.std_error) {
            (Some(x), Some(error)) if x > 0.0 => Some(error / (x * x)),
            _ => None,
        };
        Self {
            estimate: turn(self.estimate),
            low: turn(self.high),
            high: turn(self.low),
            std_error,
            method: self.method,
        }
    }

    /// With both ends (not the estimate) inside [from, to].
    #[must_use]
    pub fn clipped(self, from: f64, to: f64) -> Self {
        let inside = |value: Option<f64>| value.map(|value| value.clamp(from, to));
        Self {
            low: inside(self.low),
            high: inside(self.high),
            ..self
        }
    }

    /// Half the width of a two-sided interval.
    #[must_use]
    pub fn half_width(&self) -> Option<f64> {
        Some((self.high? - self.low?) / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complement_swaps_its_ends() {
        let share = Interval::two_sided(0.25, 0.125, 0.5, 0.1, Method::Wilson);
        let rest = share.taken_from(1.0);
        assert_eq!(
            (rest.estimate, rest.low, rest.high),
            (Some(0.75), Some(0.5), Some(0.875))
        );
    }

    #[test]
    fn a_one_sided_bound_becomes_the_other_side_of_the_reciprocal() {
        let upper = Interval {
            high: Some(0.5),
            ..Interval::too_few(Some(0.0))
        };
        let turned = upper.reciprocal();
        assert_eq!(
            (turned.estimate, turned.low, turned.high),
            (None, Some(2.0), None)
        );
    }
}
