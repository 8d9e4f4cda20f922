//! Values of measures in words that fit their unit, with their intervals.
//!
//! Knows units and estimates, not what they are of.

use crate::batch::results::{Answer, Estimate};
use crate::text::Catalogue;
use crate::text::format::{concise, percent};

/// Below so many events an estimate is called an order of magnitude.
pub const FEW_EVENTS: u64 = 20;

/// Whether the event was never seen, so that only a bound can be told.
#[must_use]
pub fn never_seen(value: &Estimate) -> bool {
    value.events == 0 && value.high.is_some() && value.estimate.is_none_or(|x| x == 0.0)
}

/// Whether events were seen in plenty, but in too few replications for an interval: a hotline simulated in few of them.
#[must_use]
pub fn few_replications(value: &Estimate) -> bool {
    value.low.is_none() && value.high.is_none() && value.events >= FEW_EVENTS
}

/// Numbers in one language.
#[derive(Clone, Copy)]
pub struct Numbers<'a>(pub &'a Catalogue);

impl Numbers<'_> {
    /// An answer while a run is under way, the interval first, for a terminal cuts the end: `2.8–3.4 hours a year · payroll`.
    #[must_use]
    pub fn so_far(&self, answer: &Answer) -> String {
        let row = &answer.row;
        let arguments = [
            ("asked", self.asked(answer).into()),
            ("interval", self.interval(&row.unit, &row.value, 3).into()),
        ];
        self.0.get("answer-so-far", &arguments)
    }

    /// What is asked: the scenario's words for it, else subject and measure.
    #[must_use]
    pub fn asked(&self, answer: &Answer) -> String {
        if !answer.label.is_empty() {
            return answer.label.say(self.0.language()).to_owned();
        }
        let row = &answer.row;
        let subject = row.subject.split_once('/');
        let subject = subject.map_or(&*row.subject, |(_, name)| name);
        format!("{subject}, {}", self.0.word("measure", &row.measure))
    }

    /// `x` in words that fit the unit: percent, hours a year, once in so many years.
    #[must_use]
    pub fn value(&self, unit: &str, x: f64, digits: usize) -> String {
        let words = self.0;
        match unit {
            "1" => percent(words.language(), x, digits),
            "h/y" => words.time_a_year(x, digits),
            "1/y" => words.frequency(x, digits),
            "h" => words.duration(x, digits),
            "user h/y" => self.0.get(
                "user-hours-a-year",
                &[("x", words.number(x, digits).into())],
            ),
            "user h" => self
                .0
                .get("user-hours", &[("x", words.number(x, digits).into())]),
            "" => concise(words.language(), x, digits),
            other => format!("{}\u{a0}{other}", words.number(x, digits)),
        }
    }

    /// The range of two values of a unit.
    #[must_use]
    pub fn range(&self, unit: &str, low: f64, high: f64, digits: usize) -> String {
        let words = self.0;
        match unit {
            "h/y" => words.time_a_year_range(low, high, digits),
            "1/y" => words.frequency_range(low, high, digits),
            "h" => words.duration_range(low, high, digits),
            "user h/y" => self.0.get(
                "user-hours-a-year",
                &[("x", words.number_range(low, high, digits).into())],
            ),
            "user h" => self.0.get(
                "user-hours",
                &[("x", words.number_range(low, high, digits).into())],
            ),
            "1" => words.percent_range(low, high, digits),
            "" => words.number_range(low, high, digits),
            other => format!("{}\u{a0}{other}", words.number_range(low, high, digits)),
        }
    }

    /// The estimate, or a dash where there is none. Where nothing was seen the bound stands in its place, never 0 or 100 %.
    #[must_use]
    pub fn estimate(&self, unit: &str, value: &Estimate, digits: usize) -> String {
        match (value.estimate, value.high) {
            (_, Some(high)) if never_seen(value) => self.below(unit, high),
            (Some(1.0), _) if unit == "1" && value.events == 0 => match value.low {
                Some(low) => self
                    .0
                    .get("at-least", &[("x", self.value(unit, low, digits).into())]),
                None => self.0.get("none-missed", &[("n", value.n.into())]),
            },
            (Some(0.0), None) if value.events == 0 => {
                self.0.get("none-seen", &[("n", value.n.into())])
            }
            (Some(x), _) => self.value(unit, x, digits),
            (None, _) => "–".to_owned(),
        }
    }

    /// The interval, one-sided where only one end is given.
    #[must_use]
    pub fn interval(&self, unit: &str, value: &Estimate, digits: usize) -> String {
        match (value.low, value.high) {
            (_, Some(high)) if never_seen(value) => self.below(unit, high),
            (Some(low), Some(high)) => self.range(unit, low, high, digits),
            (Some(low), None) => self
                .0
                .get("at-least", &[("x", self.value(unit, low, digits).into())]),
            (None, Some(high)) => self
                .0
                .get("at-most", &[("x", self.value(unit, high, digits).into())]),
            (None, None) if few_replications(value) => {
                self.0.get("too-few-replications", &[("n", value.n.into())])
            }
            (None, None) => self.0.say("too-few"),
        }
    }

    /// A bound that nothing seen stays below; of a rate: "less often than once in N years".
    fn below(&self, unit: &str, high: f64) -> String {
        let key = if unit == "1/y" {
            "less-often-than"
        } else {
            "less-than"
        };
        self.0.get(key, &[("x", self.value(unit, high, 2).into())])
    }
}
