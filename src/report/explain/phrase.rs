//! Phrases that several parts of an explanation use: lists of names, expressions in words, ranges of rates and times.

use crate::explain::expression::Expression;
use crate::explain::names::Named;
use crate::explain::times::Times;
use crate::text::format::{percent, percent_concise};
use crate::text::{Catalogue, Value};

/// More names than this are told by what they have in common.
const MOST_NAMES: usize = 6;

/// Phrases in one language.
#[derive(Clone, Copy)]
pub struct Phrase<'a>(pub &'a Catalogue);

impl Phrase<'_> {
    /// The message `key`.
    pub fn get(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        self.0.get(key, arguments)
    }

    /// "a, b and c"; `key` names the last joint: `list-and` or `explain-or`.
    pub fn joined(&self, parts: &[String], key: &str) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                let arguments = [
                    ("first", first.join(", ").into()),
                    ("last", last.clone().into()),
                ];
                self.get(key, &arguments)
            }
        }
    }

    /// Like things by their names, or by what the names have in common.
    pub fn named(&self, of: &Named) -> String {
        let parts = of.parts().filter(|&parts| parts > 1);
        let names: Vec<String> = of
            .each
            .iter()
            .map(|(name, count)| match (parts, count) {
                (Some(_), _) | (None, 1) => name.clone(),
                (None, count) => format!("{name} ×{count}"),
            })
            .collect();
        let said = if names.len() > MOST_NAMES {
            let arguments = [
                ("pattern", of.pattern.as_str().into()),
                ("n", of.each.len().into()),
            ];
            self.get("explain-many", &arguments)
        } else {
            self.joined(&names, "list-and")
        };
        match parts {
            None => said,
            Some(parts) => {
                let arguments = [
                    ("names", said.into()),
                    ("parts", parts.into()),
                    ("n", of.each.len().into()),
                ];
                self.get("explain-parts", &arguments)
            }
        }
    }

    /// Names, or so many of them.
    pub fn names(&self, names: &[String]) -> String {
        if names.len() <= MOST_NAMES {
            return self.joined(names, "list-and");
        }
        let mut shown = names[..MOST_NAMES - 1].to_vec();
        let others = [("n", (names.len() + 1 - MOST_NAMES).into())];
        shown.push(self.get("explain-others", &others));
        self.joined(&shown, "list-and")
    }

    /// An expression in words.
    pub fn expression(&self, of: &Expression) -> String {
        let inside = |of: &[Expression], key: &str| {
            let parts: Vec<String> = of.iter().map(|part| self.part(part)).collect();
            self.joined(&parts, key)
        };
        match of {
            Expression::Thing(name) => name.clone(),
            Expression::Path(from, to) => self.get(
                "explain-path",
                &[("from", from.as_str().into()), ("to", to.as_str().into())],
            ),
            Expression::All(of) => inside(of, "list-and"),
            Expression::Any(of) => inside(of, "explain-or"),
            Expression::AtLeast(count, of) => self.get(
                "explain-at-least-of",
                &[
                    ("n", (*count).into()),
                    ("of", inside(of, "list-and").into()),
                ],
            ),
            Expression::First(of) => {
                let parts: Vec<String> = of.iter().map(|part| self.part(part)).collect();
                parts.join(&self.0.say("explain-else"))
            }
        }
    }

    /// An expression within another: in brackets where it would be read wrongly.
    fn part(&self, of: &Expression) -> String {
        match of {
            Expression::Thing(_) | Expression::Path(..) => self.expression(of),
            _ => format!("({})", self.expression(of)),
        }
    }

    /// Whether an expression is spoken of as many.
    pub fn is_plural(of: &Expression) -> bool {
        matches!(of, Expression::All(of) if of.len() > 1)
    }

    /// How often, of the rarest and the most frequent [1/y].
    pub fn often(&self, low: f64, high: f64) -> String {
        if high - low <= 0.005 * high {
            return self.0.frequency(high, 2);
        }
        self.0.frequency_range(low, high, 2)
    }

    /// A time in a year, of two ends [h/y].
    pub fn a_year(&self, low: f64, high: f64) -> String {
        if high - low <= 0.005 * high {
            return self.0.time_a_year(high, 2);
        }
        self.0.time_a_year_range(low, high, 2)
    }

    /// A share [1] in percent.
    pub fn share(&self, x: f64) -> String {
        let (low, high) = (1e-3, 0.999);
        if x > 0.0 && x < low {
            let bound = percent_concise(self.0.language(), 1e-3);
            return self.get("less-than", &[("x", bound.into())]);
        }
        if x < 1.0 && x > high {
            let bound = percent_concise(self.0.language(), 0.999);
            return self.get("explain-more-than", &[("x", bound.into())]);
        }
        percent(self.0.language(), x, 2)
    }

    /// A time as it was set if it always is the same, else its median [h].
    pub fn time(&self, of: &Times) -> String {
        if of.is_fixed() {
            self.0.duration_set(of.median_h)
        } else {
            let median = self.0.duration(of.median_h, 2);
            self.get("explain-median", &[("x", median.into())])
        }
    }
}
