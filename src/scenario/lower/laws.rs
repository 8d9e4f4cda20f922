//! Laws of chance as written become laws in ticks.
//!
//! Knows nothing of what the times are for. Means, medians and bounds are times, shapes and weights plain numbers.

use crate::dist::{Law, LawError};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::numbers::Spot;
use crate::scenario::schema::{self, LawKind};
use crate::scenario::spans::{Leaf, Place};
use crate::scenario::{law_words, unit_words};
use crate::units::{Quantity, Rate, Span, UnitFault};

impl Lowering<'_> {
    /// A law of times [µs].
    pub fn law(&mut self, law: &schema::Law, spot: Spot<'_>) -> Law {
        let made = self.made(law, spot);
        self.accept(made, &law.at)
    }

    /// A law that may be left out.
    pub fn maybe_law(&mut self, law: Option<&schema::Law>, spot: Spot<'_>) -> Option<Law> {
        law.map(|law| self.law(law, spot))
    }

    /// A law of the time to failure; a lasting one is noted for the warning about the start (`docs/semantics.md` 5).
    pub fn time_to_failure(&mut self, law: &schema::Law, spot: Spot<'_>) -> Law {
        let made = self.law(law, spot);
        if !made.is_memoryless() {
            self.ageing.push((law.at.clone(), made.mean()));
        }
        made
    }

    /// An exponential law of the mean given [µs].
    pub fn exponential(&mut self, mean: f64, at: &Place) -> Law {
        self.accept(Law::exponential(mean), at)
    }

    fn accept(&mut self, made: Result<Law, LawError>, at: &Place) -> Law {
        made.unwrap_or_else(|error| {
            self.report
                .fault(
                    "bad-law",
                    at,
                    say!("bad-law-impossible", why = law_words::message(error)),
                )
                .help(law_words::help(error));
            Law::Deterministic(1.0)
        })
    }

    /// A time that is always the same [µs]; a rate in its place is shown the law that was probably meant.
    fn constant(&mut self, value: &Leaf, spot: Spot<'_>) -> f64 {
        if Rate::parse(&value.text).is_err() {
            return self.micros(value, spot);
        }
        self.another_kind(
            value,
            Quantity::Span,
            Quantity::Rate,
            format!("Exponential(rate: \"{}\")", value.text),
        );
        Span::TICK.micros() as f64
    }

    fn made(&mut self, law: &schema::Law, spot: Spot<'_>) -> Result<Law, LawError> {
        match &*law.what {
            LawKind::Constant(value) => Law::deterministic(self.constant(value, spot)),
            LawKind::Exponential { mean, rate } => {
                self.made_exponential(mean.as_ref(), rate.as_ref(), &law.at, spot)
            }
            LawKind::Weibull { shape, mean, scale } => {
                let shape = self.factor(shape, spot);
                let given = self.one_of(
                    &law.at,
                    [("mean", mean.as_ref()), ("scale", scale.as_ref())],
                    spot,
                );
                match given {
                    (0, mean) => Law::weibull_from_mean(mean, shape),
                    (_, scale) => Law::weibull(scale, shape),
                }
            }
            LawKind::Lognormal { .. } => self.made_lognormal(law, spot),
            LawKind::Gamma { shape, mean } => {
                Law::gamma(self.factor(shape, spot), self.micros(mean, spot))
            }
            LawKind::Erlang { phases, mean } => {
                let phases = self.count(phases, 1, 1_000_000, Some(spot));
                Law::erlang(u32::try_from(phases).unwrap_or(1), self.micros(mean, spot))
            }
            LawKind::Uniform { min, max } => {
                Law::uniform(self.least(min, spot), self.micros(max, spot))
            }
            LawKind::Triangular { min, mode, max } => Law::triangular(
                self.least(min, spot),
                self.least(mode, spot),
                self.micros(max, spot),
            ),
            LawKind::Empirical(values) => {
                let values: Vec<f64> = values.iter().map(|value| self.least(value, spot)).collect();
                Law::empirical(&values)
            }
            LawKind::Mixture(parts) => {
                let part = |(weight, law): &(Leaf, schema::Law)| {
                    (self.probability(weight, spot), self.law(law, spot))
                };
                Law::mixture(parts.iter().map(part).collect())
            }
        }
    }

    fn made_exponential(
        &mut self,
        mean: Option<&Leaf>,
        rate: Option<&Leaf>,
        at: &Place,
        spot: Spot<'_>,
    ) -> Result<Law, LawError> {
        match (mean, rate) {
            (Some(mean), None) => Law::exponential(self.mean_of_exponential(mean, spot)),
            (None, Some(rate)) => Law::exponential(self.rate_of_exponential(rate, spot)),
            _ => {
                self.one_wanted(at, ["mean", "rate"]);
                Law::deterministic(1.0)
            }
        }
    }

    /// The mean [µs]; a rate in its place is shown its own field.
    fn mean_of_exponential(&mut self, mean: &Leaf, spot: Spot<'_>) -> f64 {
        if Rate::parse(&mean.text).is_err() {
            return self.micros(mean, spot);
        }
        let corrected = format!("rate: \"{}\"", mean.text);
        self.another_kind(mean, Quantity::Span, Quantity::Rate, corrected);
        Span::TICK.micros() as f64
    }

    /// The mean [µs] of a rate; a span in its place is shown its own field.
    fn rate_of_exponential(&mut self, rate: &Leaf, spot: Spot<'_>) -> f64 {
        if Span::parse(&rate.text).is_err() {
            return self.interval(rate, spot);
        }
        let corrected = format!("mean: \"{}\"", rate.text);
        self.another_kind(rate, Quantity::Rate, Quantity::Span, corrected);
        Span::TICK.micros() as f64
    }

    /// A quantity of another kind, which has a place of its own.
    fn another_kind(&mut self, leaf: &Leaf, wanted: Quantity, found: Quantity, corrected: String) {
        let fault = UnitFault::WrongKind { wanted, found };
        self.report
            .fault("bad-quantity", &leaf.at, unit_words::message(&fault))
            .help(say!("write-code-help", code = corrected));
    }

    fn made_lognormal(&mut self, law: &schema::Law, spot: Spot<'_>) -> Result<Law, LawError> {
        let LawKind::Lognormal {
            median,
            mean,
            sigma,
            p95,
        } = &*law.what
        else {
            return Law::deterministic(1.0);
        };
        match (median, mean, sigma, p95) {
            (Some(median), None, Some(sigma), None) => {
                Law::lognormal(self.micros(median, spot), self.factor(sigma, spot))
            }
            (None, Some(mean), Some(sigma), None) => {
                Law::lognormal_from_mean(self.micros(mean, spot), self.factor(sigma, spot))
            }
            (Some(median), None, None, Some(p95)) => {
                Law::lognormal_median_p95(self.micros(median, spot), self.micros(p95, spot))
            }
            _ => {
                self.report
                    .fault("bad-law", &law.at, say!("bad-law-lognormal"))
                    .help(say!("bad-law-lognormal-help"));
                Law::deterministic(1.0)
            }
        }
    }

    /// Which of two fields is given, and its time [µs].
    fn one_of(
        &mut self,
        at: &Place,
        fields: [(&'static str, Option<&Leaf>); 2],
        spot: Spot<'_>,
    ) -> (usize, f64) {
        match (fields[0].1, fields[1].1) {
            (Some(leaf), None) => (0, self.micros(leaf, spot)),
            (None, Some(leaf)) => (1, self.micros(leaf, spot)),
            _ => {
                self.one_wanted(at, [fields[0].0, fields[1].0]);
                (0, 1.0)
            }
        }
    }

    fn one_wanted(&mut self, at: &Place, [first, second]: [&str; 2]) {
        self.report
            .fault(
                "bad-law",
                at,
                say!("bad-law-one-of", first = first, second = second),
            )
            .help(say!("bad-law-one-of-help", first = first, second = second));
    }

    /// A time of zero or more [µs].
    fn least(&mut self, leaf: &Leaf, spot: Spot<'_>) -> f64 {
        self.span_or_zero(leaf, spot).micros() as f64
    }
}
