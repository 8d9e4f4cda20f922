//! Units in which the values and differences of one question are told: one for all, so that they can be held against each other.

use crate::compare::results::Ask;
use crate::text::Catalogue;
use crate::text::format::{percent, range, significant};

/// Message of differences of shares.
const POINTS: &str = "compare-points";

/// Significant digits of values and differences.
const DIGITS: usize = 3;

/// A unit that fits the values of one question.
#[derive(Clone, Copy)]
pub struct Unit<'a> {
    catalogue: &'a Catalogue,
    /// From the unit of the results to this one.
    factor: f64,
    /// Message with the number `x`.
    key: &'static str,
}

impl<'a> Unit<'a> {
    /// The unit that fits the largest value of `ask`, in the base or in a design.
    #[must_use]
    pub fn of(ask: &Ask, catalogue: &'a Catalogue) -> Self {
        let values = ask.designs.iter().map(|of| of.value.estimate);
        let all = values.chain([ask.base.row.value.estimate]).flatten();
        let largest = all.map(f64::abs).fold(0.0, f64::max);
        let (factor, key) = fitting(&ask.base.row.unit, largest);
        Self {
            catalogue,
            factor,
            key,
        }
    }

    /// A value as it stands in a column under [`Unit::name`].
    #[must_use]
    pub fn value(&self, x: f64) -> String {
        if self.key == POINTS {
            percent(self.catalogue.language(), x, DIGITS)
        } else {
            self.number(x)
        }
    }

    /// A value with its unit.
    #[must_use]
    pub fn value_with(&self, x: f64) -> String {
        if self.key == POINTS {
            self.value(x)
        } else {
            self.with(self.number(x))
        }
    }

    /// The number of a difference, without the unit.
    #[must_use]
    pub fn number(&self, x: f64) -> String {
        significant(self.catalogue.language(), x * self.factor, DIGITS)
    }

    /// The number of a difference, with its sign; zero has none.
    #[must_use]
    pub fn signed(&self, x: f64) -> String {
        if x == 0.0 {
            return "0".to_owned();
        }
        with_sign(x, self.number(x))
    }

    /// Both ends of an interval of differences, with their signs.
    #[must_use]
    pub fn signed_range(&self, low: f64, high: f64) -> String {
        let (told_low, told_high) = self.ends(low, high);
        self.between(with_sign(low, told_low), with_sign(high, told_high))
    }

    /// Both ends of an interval that lies on one side of zero, without signs and the smaller first.
    #[must_use]
    pub fn unsigned_range(&self, low: f64, high: f64) -> String {
        let (low, high) = (low.abs().min(high.abs()), low.abs().max(high.abs()));
        let (low, high) = self.ends(low, high);
        self.between(low, high)
    }

    fn ends(&self, low: f64, high: f64) -> (String, String) {
        let language = self.catalogue.language();
        range(language, low * self.factor, high * self.factor, DIGITS)
    }

    fn between(&self, low: String, high: String) -> String {
        self.catalogue.get(
            "range-words-to",
            &[("low", low.into()), ("high", high.into())],
        )
    }

    /// `number` with the unit behind it.
    #[must_use]
    pub fn with(&self, number: String) -> String {
        self.catalogue.get(self.key, &[("x", number.into())])
    }

    /// What values are in, as the head of a column.
    #[must_use]
    pub fn name(&self) -> String {
        if self.key == POINTS {
            self.catalogue.say("compare-column-share")
        } else {
            self.of_differences()
        }
    }

    /// What differences are in.
    #[must_use]
    pub fn of_differences(&self) -> String {
        self.with(String::new())
            .trim_start_matches(['\u{a0}', '\u{202f}', ' '])
            .to_owned()
    }

    /// `x` of the results in this unit.
    #[must_use]
    pub fn scaled(&self, x: f64) -> f64 {
        x * self.factor
    }
}

fn with_sign(x: f64, number: String) -> String {
    if x > 0.0 {
        format!("+{number}")
    } else {
        number
    }
}

/// The factor and the message of the unit that fits values up to `largest`, given in the unit of results.
fn fitting(unit: &str, largest: f64) -> (f64, &'static str) {
    match unit {
        "h/y" if largest < 1.0 => (60.0, "minutes-a-year"),
        "h/y" => (1.0, "hours-a-year"),
        "1/y" if largest < 0.005 => (10_000.0, "compare-times-in-ten-thousand-years"),
        "1/y" if largest < 0.5 => (100.0, "compare-times-in-hundred-years"),
        "1/y" => (1.0, "frequency-often"),
        "1" => (100.0, POINTS),
        "h" if largest * 60.0 < 1.0 => (3_600.0, "duration-seconds"),
        "h" if largest < 1.0 => (60.0, "duration-minutes"),
        "h" => (1.0, "duration-hours"),
        "user h/y" => (1.0, "user-hours-a-year"),
        _ => (1.0, "compare-plain"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn rare_events_are_counted_in_as_many_years_as_make_their_numbers_readable() {
        let catalogue = Catalogue::new(Language::English);
        let (factor, key) = fitting("1/y", 0.031);
        let unit = Unit {
            catalogue: &catalogue,
            factor,
            key,
        };
        assert_eq!(
            unit.with(unit.number(0.031)),
            "3.10\u{a0}times in 100\u{a0}years"
        );
        assert_eq!(
            unit.signed_range(-0.0231, -0.0194),
            "\u{2212}2.31 to \u{2212}1.94"
        );
        assert_eq!(unit.unsigned_range(-0.0231, -0.0194), "1.94 to 2.31");
        assert_eq!(unit.signed(0.0), "0");
        assert_eq!(unit.name(), "times in 100\u{a0}years");
    }
}
