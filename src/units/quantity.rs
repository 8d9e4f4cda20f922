//! Numbers with units as people write them: `"4 h"`, `"0.26 / y"`, `"2.5 / (1000 km y)"`, `"2 %"`.
//!
//! Knows nothing of parameters: whether a text is a name instead is decided before.

use std::fmt;

use crate::units::fault::{Quantity, UnitFault};
use crate::units::{MICROS_PER_DAY, MICROS_PER_HOUR, MICROS_PER_YEAR, Span};

/// Units of a span, each with its length [µs], from short to long.
const SPAN_UNITS: &[(&str, i64)] = &[
    ("us", 1),
    ("ms", 1_000),
    ("s", 1_000_000),
    ("min", 60_000_000),
    ("h", MICROS_PER_HOUR),
    ("d", MICROS_PER_DAY),
    ("w", 7 * MICROS_PER_DAY),
    ("y", MICROS_PER_YEAR),
];
const SPAN_UNIT_NAMES: &[&str] = &["us", "ms", "s", "min", "h", "d", "w", "y"];
pub(super) const RATE_UNIT_NAMES: &[&str] = &[
    "us", "ms", "s", "min", "h", "d", "w", "month", "y", "a", "km", "user",
];

/// What people write for a unit, in small letters.
const MEANT: &[(&[&str], &str)] = &[
    (
        &[
            "std", "stunde", "stunden", "hr", "hrs", "hour", "hours", "stdn",
        ],
        "h",
    ),
    (
        &[
            "sek", "sec", "secs", "second", "seconds", "sekunde", "sekunden",
        ],
        "s",
    ),
    (&["minute", "minutes", "minuten", "mins", "m"], "min"),
    (&["tag", "tage", "tagen", "day", "days", "t"], "d"),
    (&["woche", "wochen", "week", "weeks", "wo"], "w"),
    (
        &[
            "jahr", "jahre", "jahren", "year", "years", "yr", "yrs", "annum",
        ],
        "y",
    ),
    (&["µs", "μs", "mus"], "us"),
    (&["monat", "monate", "months", "mon"], "month"),
    (&["users", "nutzer", "anwender"], "user"),
    (
        &["kilometer", "kilometre", "kilometers", "kilometres"],
        "km",
    ),
];

/// What people write for `%`, in small letters.
const PER_CENT: &[&str] = &["percent", "per cent", "pct", "prozent", "v. h.", "vh"];

impl Span {
    /// Reads `"90 s"`, `"4 h"`, `"10 y"` (units `us ms s min h d w y`, also `a`); zero is allowed.
    ///
    /// # Errors
    /// Says what is missing or wrong.
    pub fn parse(text: &str) -> Result<Self, UnitFault> {
        let (number, rest) = leading_number(text, Quantity::Span)?;
        let micros = match rest {
            "" => {
                return Err(UnitFault::MissingUnit {
                    wanted: Quantity::Span,
                    number: number.text,
                });
            }
            "%" => {
                return Err(UnitFault::WrongKind {
                    wanted: Quantity::Span,
                    found: Quantity::Share,
                });
            }
            unit if meant_unit(unit) == Some("month") => {
                return Err(UnitFault::MonthAsSpan {
                    corrected: format!("{} d", number.value * 30.0),
                });
            }
            rate if rate.contains('/') => {
                return Err(UnitFault::WrongKind {
                    wanted: Quantity::Span,
                    found: Quantity::Rate,
                });
            }
            unit => time_unit(unit).ok_or_else(|| {
                unknown_unit(unit, SPAN_UNIT_NAMES, |meant| {
                    format!("{} {meant}", number.text)
                })
            })?,
        };
        let length = (number.not_negative(Quantity::Span)? * micros as f64).round();
        // From 2⁶³ on, a length does not fit.
        if length < i64::MAX as f64 {
            Ok(Self::from_micros(length as i64))
        } else {
            Err(UnitFault::TooLong)
        }
    }

    /// Like [`Span::parse`], but not zero.
    ///
    /// # Errors
    /// Says what is missing or wrong.
    pub fn parse_positive(text: &str) -> Result<Self, UnitFault> {
        match Self::parse(text)? {
            Self::ZERO => Err(UnitFault::Zero {
                wanted: Quantity::Span,
            }),
            span => Ok(span),
        }
    }
}

/// Exact, in the longest unit of `y d h min s ms us` that leaves a whole number: `4 h`, `3 d`, `10 y`.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let micros = self.micros();
        if micros == 0 {
            return f.write_str("0 s");
        }
        let fitting = SPAN_UNITS
            .iter()
            .rev()
            .find(|&&(unit, length)| unit != "w" && micros % length == 0);
        let (unit, length) = fitting.copied().unwrap_or(("us", 1));
        write!(f, "{} {unit}", micros / length)
    }
}

/// Reads a plain number that is finite.
///
/// # Errors
/// Says what is wrong.
pub fn parse_number(text: &str) -> Result<f64, UnitFault> {
    let (number, rest) = leading_number(text, Quantity::Number)?;
    match rest {
        "" => Ok(number.value),
        "%" => Err(UnitFault::WrongKind {
            wanted: Quantity::Number,
            found: Quantity::Share,
        }),
        rate if rate.contains('/') => Err(UnitFault::WrongKind {
            wanted: Quantity::Number,
            found: Quantity::Rate,
        }),
        unit if time_unit(unit).is_some() => Err(UnitFault::WrongKind {
            wanted: Quantity::Number,
            found: Quantity::Span,
        }),
        other => Err(UnitFault::Trailing {
            found: other.to_owned(),
            wanted: Quantity::Number,
            corrected: Some(number.text),
        }),
    }
}

/// Reads `"2 %"` or `"0.02"`: a number from 0 to 1 [1].
///
/// # Errors
/// Says what is wrong.
pub fn parse_probability(text: &str) -> Result<f64, UnitFault> {
    let (number, rest) = leading_number(text, Quantity::Share)?;
    let value = number.not_negative(Quantity::Share)?;
    match rest {
        "" if value <= 1.0 => Ok(value),
        "%" if value <= 100.0 => Ok(value / 100.0),
        "" => Err(UnitFault::AboveOne {
            percent: (value <= 100.0).then(|| format!("{} %", number.text)),
            number: number.text,
        }),
        "%" => Err(UnitFault::AboveOne {
            percent: None,
            number: format!("{} %", number.text),
        }),
        rate if rate.contains('/') => Err(UnitFault::WrongKind {
            wanted: Quantity::Share,
            found: Quantity::Rate,
        }),
        unit if time_unit(unit).is_some() => Err(UnitFault::WrongKind {
            wanted: Quantity::Share,
            found: Quantity::Span,
        }),
        other => Err(UnitFault::Trailing {
            found: other.to_owned(),
            wanted: Quantity::Share,
            corrected: PER_CENT
                .contains(&other.to_lowercase().as_str())
                .then(|| format!("{} %", number.text)),
        }),
    }
}

/// The length of a unit of time [µs].
pub(super) fn time_unit(unit: &str) -> Option<i64> {
    let unit = if unit == "a" { "y" } else { unit };
    SPAN_UNITS
        .iter()
        .find(|&&(name, _)| name == unit)
        .map(|&(_, micros)| micros)
}

/// The fault of a unit that is none of `known`; `corrected` writes the text with the one that is probably meant.
pub(super) fn unknown_unit(
    unit: &str,
    known: &'static [&'static str],
    corrected: impl Fn(&str) -> String,
) -> UnitFault {
    let meant = meant_unit(unit).filter(|meant| known.contains(meant));
    UnitFault::UnknownUnit {
        unit: unit.to_owned(),
        meant,
        known,
        corrected: meant.map(corrected),
    }
}

/// The unit that is probably meant by other words or by capitals.
pub(super) fn meant_unit(unit: &str) -> Option<&'static str> {
    let lower = unit.to_lowercase();
    let same = RATE_UNIT_NAMES.iter().find(|&&name| name == lower).copied();
    same.or_else(|| {
        MEANT
            .iter()
            .find(|(words, _)| words.contains(&lower.as_str()))
            .map(|&(_, meant)| meant)
    })
}

/// A number and how it was written.
pub(super) struct Written {
    pub value: f64,
    pub text: String,
}

impl Written {
    pub fn not_negative(&self, wanted: Quantity) -> Result<f64, UnitFault> {
        if self.value < 0.0 {
            Err(UnitFault::Negative { wanted })
        } else {
            Ok(self.value)
        }
    }
}

/// The number that `text` begins with, and what follows.
pub(super) fn leading_number(text: &str, wanted: Quantity) -> Result<(Written, &str), UnitFault> {
    let text = text.trim();
    let end = number_end(text);
    let (number, rest) = text.split_at(end);
    if let Some(after) = after_comma(number, rest) {
        return Err(UnitFault::DecimalComma {
            corrected: format!("{number}.{after}"),
            grouped: (number_end(after) == 3).then(|| format!("{number}{after}")),
        });
    }
    let unsigned = text.trim_start_matches(['+', '-']);
    let begins_with = |word: &str| {
        let beginning = unsigned.get(..word.len());
        beginning.is_some_and(|text| text.eq_ignore_ascii_case(word))
    };
    if begins_with("inf") || begins_with("nan") {
        return Err(UnitFault::NotFinite {
            found: text.to_owned(),
        });
    }
    let value: f64 = number.parse().map_err(|_| UnitFault::NoNumber {
        wanted,
        found: text.to_owned(),
        corrected: grouped_by_points(number).map(|number| number + rest),
    })?;
    if !value.is_finite() {
        return Err(UnitFault::NotFinite {
            found: number.to_owned(),
        });
    }
    Ok((
        Written {
            value,
            text: number.to_owned(),
        },
        rest.trim_start(),
    ))
}

/// Where the number ends that `text` begins with; an exponent belongs to it only with its digits.
fn number_end(text: &str) -> usize {
    let digits = |from: usize| {
        text[from..]
            .find(|c: char| !(c.is_ascii_digit() || c == '.'))
            .map_or(text.len(), |at| from + at)
    };
    let sign = usize::from(text.starts_with(['+', '-']));
    let mantissa = digits(sign);
    let exponent = text[mantissa..]
        .strip_prefix(['e', 'E'])
        .map(|rest| mantissa + 1 + usize::from(rest.starts_with(['+', '-'])));
    match exponent {
        Some(from) if text[from..].starts_with(|c: char| c.is_ascii_digit()) => digits(from),
        _ => mantissa,
    }
}

/// The number without the points of `1.000.000`: groups of three digits, two or more of them.
fn grouped_by_points(number: &str) -> Option<String> {
    let groups: Vec<&str> = number.split('.').collect();
    let (first, others) = groups.split_first()?;
    let whole = !first.is_empty() && others.iter().all(|group| group.len() == 3);
    (whole && others.len() > 1).then(|| groups.concat())
}

/// What follows a comma in the place of a point: a digit after it, and a number before.
fn after_comma<'t>(number: &str, rest: &'t str) -> Option<&'t str> {
    let after = rest.strip_prefix(',')?;
    (!number.is_empty() && after.starts_with(|c: char| c.is_ascii_digit())).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Rate;

    fn span(text: &str) -> Result<i64, UnitFault> {
        Span::parse(text).map(Span::micros)
    }

    #[test]
    fn every_unit_of_a_span_has_its_length() {
        for (text, micros) in [
            ("5 us", 5),
            ("5 ms", 5_000),
            ("90 s", 90_000_000),
            ("15 min", 900_000_000),
            ("4 h", 4 * MICROS_PER_HOUR),
            ("4.6 h", 16_560_000_000),
            ("3d", 3 * MICROS_PER_DAY),
            ("2 w", 14 * MICROS_PER_DAY),
            ("10 y", 10 * MICROS_PER_YEAR),
            ("1 a", MICROS_PER_YEAR),
            ("1e3 h", 1_000 * MICROS_PER_HOUR),
            ("0 s", 0),
        ] {
            assert_eq!(span(text), Ok(micros), "{text}");
        }
    }

    #[test]
    fn a_span_prints_exactly_and_reads_back() {
        for text in [
            "4 h", "3 d", "10 y", "90 s", "15 min", "36 h", "1 us", "1500 ms", "0 s", "-2 h",
        ] {
            let parsed = text.strip_prefix('-').map_or_else(
                || Span::parse(text),
                |rest| Span::parse(rest).map(|span| -span),
            );
            assert_eq!(parsed.expect(text).to_string(), text);
        }
        assert_eq!(Span::parse("72 h").expect("reads").to_string(), "3 d");
    }

    #[test]
    fn a_bare_number_lacks_its_unit() {
        let fault = Span::parse("4").expect_err("has no unit");
        assert_eq!(
            fault,
            UnitFault::MissingUnit {
                wanted: Quantity::Span,
                number: "4".to_owned()
            }
        );
    }

    #[test]
    fn an_unknown_unit_names_the_one_that_is_meant() {
        for (text, meant) in [
            ("4 Std", "4 h"),
            ("4 Stunden", "4 h"),
            ("3 days", "3 d"),
            ("2 Jahre", "2 y"),
            ("5 H", "5 h"),
            ("10 sec", "10 s"),
            ("1.5e3 mins", "1.5e3 min"),
        ] {
            let fault = Span::parse(text).expect_err(text);
            assert!(
                matches!(&fault, UnitFault::UnknownUnit { corrected: Some(text), .. } if text == meant),
                "{text}: {fault:?}"
            );
        }
        assert!(matches!(
            Span::parse("4 parsec"),
            Err(UnitFault::UnknownUnit { meant: None, .. })
        ));
    }

    #[test]
    fn a_decimal_comma_is_corrected() {
        assert_eq!(
            Span::parse("4,5 h"),
            Err(UnitFault::DecimalComma {
                corrected: "4.5 h".to_owned(),
                grouped: None,
            })
        );
        assert_eq!(
            parse_probability("0,5"),
            Err(UnitFault::DecimalComma {
                corrected: "0.5".to_owned(),
                grouped: None,
            })
        );
        assert_eq!(
            Span::parse("8,000 h"),
            Err(UnitFault::DecimalComma {
                corrected: "8.000 h".to_owned(),
                grouped: Some("8000 h".to_owned()),
            })
        );
    }

    #[test]
    fn points_between_thousands_are_left_out() {
        for (text, meant) in [
            ("1.000.000 h", Some("1000000 h")),
            ("1.2.3 h", None),
            ("h", None),
        ] {
            let (wanted, found) = (Quantity::Span, text.to_owned());
            let corrected = meant.map(str::to_owned);
            assert_eq!(
                Span::parse(text),
                Err(UnitFault::NoNumber {
                    wanted,
                    found,
                    corrected
                })
            );
        }
    }

    #[test]
    fn what_is_negative_infinite_or_zero_is_refused() {
        assert_eq!(
            Span::parse("-4 h"),
            Err(UnitFault::Negative {
                wanted: Quantity::Span
            })
        );
        assert_eq!(
            Span::parse_positive("0 h"),
            Err(UnitFault::Zero {
                wanted: Quantity::Span
            })
        );
        assert_eq!(
            Rate::parse_positive("0 / y"),
            Err(UnitFault::Zero {
                wanted: Quantity::Rate
            })
        );
        for text in ["inf", "-inf", "NaN", "nan", "1e400", "infinity"] {
            assert!(
                matches!(parse_number(text), Err(UnitFault::NotFinite { .. })),
                "{text}"
            );
        }
        assert_eq!(Span::parse("1e30 y"), Err(UnitFault::TooLong));
    }

    #[test]
    fn a_month_is_no_span() {
        for (text, days) in [("2 month", "60 d"), ("1.5 Monate", "45 d")] {
            let corrected = days.to_owned();
            assert_eq!(
                Span::parse(text),
                Err(UnitFault::MonthAsSpan { corrected }),
                "{text}"
            );
        }
    }

    #[test]
    fn quantities_of_another_kind_are_named() {
        let found = |found| {
            Err(UnitFault::WrongKind {
                wanted: Quantity::Span,
                found,
            })
        };
        assert_eq!(span("0.26 / y"), found(Quantity::Rate));
        assert_eq!(span("2 %"), found(Quantity::Share));
        assert_eq!(
            Rate::parse("4 h"),
            Err(UnitFault::WrongKind {
                wanted: Quantity::Rate,
                found: Quantity::Span
            })
        );
        assert_eq!(
            parse_number("4 h"),
            Err(UnitFault::WrongKind {
                wanted: Quantity::Number,
                found: Quantity::Span
            })
        );
    }

    #[test]
    fn probabilities_lie_between_zero_and_one() {
        assert_eq!(parse_probability("2 %"), Ok(0.02));
        assert_eq!(parse_probability("0.02"), Ok(0.02));
        assert_eq!(parse_probability("1"), Ok(1.0));
        for (text, meant) in [("5", Some("5 %")), ("500", None), ("120 %", None)] {
            let percent = meant.map(str::to_owned);
            let number = text.to_owned();
            assert_eq!(
                parse_probability(text),
                Err(UnitFault::AboveOne { number, percent })
            );
        }
        assert!(matches!(
            parse_probability("5 Prozent"),
            Err(UnitFault::Trailing { corrected: Some(text), .. }) if text == "5 %"
        ));
        assert!(parse_probability("120 %").is_err() && parse_probability("-1 %").is_err());
    }
}
