//! Rates as people write them: `"0.26 / y"`, `"2.5 / (1000 km y)"`, `"0.6 / (user month)"`, `"1 % / y"`.
//!
//! Knows nothing of what happens at a rate.

use crate::units::MICROS_PER_YEAR;
use crate::units::fault::{Quantity, UnitFault};
use crate::units::quantity::{
    RATE_UNIT_NAMES, Written, leading_number, meant_unit, time_unit, unknown_unit,
};

/// What a rate counts on besides time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// Nothing else: `"0.26 / y"`.
    Nothing,
    /// One kilometre of cable: `"2.5 / (1000 km y)"`.
    Kilometre,
    /// One user: `"0.6 / (user month)"`.
    User,
}

/// How often something happens [1/y, per item of `per`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Events a year and item [1/y].
    pub per_year: f64,
    /// The item.
    pub per: Per,
}

impl Rate {
    /// Reads `"0.26 / y"`, `"2.5 / (1000 km y)"`, `"0.6 / (user month)"`, `"1 % / y"`; a month is 1/12 y, `a` is `y`; zero is allowed.
    ///
    /// # Errors
    /// Says what is missing or wrong.
    pub fn parse(text: &str) -> Result<Self, UnitFault> {
        let (number, rest) = leading_number(text, Quantity::Rate)?;
        let (factor, rest) = match rest.strip_prefix('%') {
            Some(rest) => (0.01, rest.trim_start()),
            None => (1.0, rest),
        };
        let Some(below) = rest.strip_prefix('/') else {
            return Err(no_rate(number, factor, rest));
        };
        let base = Base::parse(below.trim()).map_err(|fault| in_whole(fault, text))?;
        let per_year = number.not_negative(Quantity::Rate)? * factor / base.years;
        if per_year.is_finite() {
            Ok(Self {
                per_year,
                per: base.per,
            })
        } else {
            Err(UnitFault::NotFinite {
                found: text.to_owned(),
            })
        }
    }

    /// Like [`Rate::parse`], but not zero.
    ///
    /// # Errors
    /// Says what is missing or wrong.
    pub fn parse_positive(text: &str) -> Result<Self, UnitFault> {
        let rate = Self::parse(text)?;
        if rate.per_year > 0.0 {
            Ok(rate)
        } else {
            Err(UnitFault::Zero {
                wanted: Quantity::Rate,
            })
        }
    }
}

/// The fault of what stands below the stroke, with the correction of the whole text.
fn in_whole(fault: UnitFault, text: &str) -> UnitFault {
    match fault {
        UnitFault::UnknownUnit {
            unit,
            meant: Some(meant),
            known,
            ..
        } => {
            let (above, below) = text.split_once('/').unwrap_or((text, ""));
            let below = below.replacen(&unit, meant, 1);
            UnitFault::UnknownUnit {
                unit,
                meant: Some(meant),
                known,
                corrected: Some(format!("{above}/{below}")),
            }
        }
        other => other,
    }
}

/// `"2 / y"` for a rate said as people say it: `2 per year`, `2 pro Jahr`.
fn spoken(number: &str, rest: &str) -> Option<String> {
    let unit = [
        "per ",
        "pro ",
        "je ",
        "a ",
        "mal pro ",
        "times per ",
        "times a ",
    ]
    .iter()
    .find_map(|word| rest.strip_prefix(word))?
    .trim();
    let unit = time_unit(unit).map_or_else(|| meant_unit(unit), |_| Some(unit))?;
    Some(format!("{number} / {unit}"))
}

fn no_rate(number: Written, factor: f64, rest: &str) -> UnitFault {
    let wanted = Quantity::Rate;
    match rest {
        "" if factor < 1.0 => UnitFault::MissingUnit {
            wanted,
            number: format!("{} %", number.text),
        },
        "" => UnitFault::MissingUnit {
            wanted,
            number: number.text,
        },
        unit if time_unit(unit).is_some() => UnitFault::WrongKind {
            wanted,
            found: Quantity::Span,
        },
        other => UnitFault::Trailing {
            found: other.to_owned(),
            wanted,
            corrected: spoken(&number.text, other),
        },
    }
}

/// What stands below the stroke of a rate: so many years of so many items.
struct Base {
    years: f64,
    per: Per,
}

impl Base {
    fn parse(text: &str) -> Result<Self, UnitFault> {
        let inner = text
            .strip_prefix('(')
            .and_then(|inner| inner.strip_suffix(')'))
            .unwrap_or(text)
            .trim();
        let (count, words) = match inner.starts_with(|c: char| c.is_ascii_digit()) {
            true => {
                leading_number(inner, Quantity::Rate).map(|(number, rest)| (number.value, rest))?
            }
            false => (1.0, inner),
        };
        let mut base = Self {
            years: 0.0,
            per: Per::Nothing,
        };
        for word in words.split_whitespace() {
            base.multiply(word)?;
        }
        base.years *= count;
        if base.years > 0.0 {
            Ok(base)
        } else {
            Err(UnitFault::MissingUnit {
                wanted: Quantity::Rate,
                number: text.to_owned(),
            })
        }
    }

    /// Takes in one more word: a unit of time, or the item that the rate counts on; each at most once.
    fn multiply(&mut self, word: &str) -> Result<(), UnitFault> {
        let years = match word {
            "km" => return self.count_on(Per::Kilometre, word),
            "user" => return self.count_on(Per::User, word),
            "month" => 1.0 / 12.0,
            unit => {
                let micros = time_unit(unit)
                    .ok_or_else(|| unknown_unit(unit, RATE_UNIT_NAMES, str::to_owned))?;
                micros as f64 / MICROS_PER_YEAR as f64
            }
        };
        if self.years > 0.0 {
            return Err(again(word));
        }
        self.years = years;
        Ok(())
    }

    fn count_on(&mut self, per: Per, word: &str) -> Result<(), UnitFault> {
        if self.per != Per::Nothing {
            return Err(again(word));
        }
        self.per = per;
        Ok(())
    }
}

fn again(word: &str) -> UnitFault {
    UnitFault::Trailing {
        found: word.to_owned(),
        wanted: Quantity::Rate,
        corrected: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(text: &str) -> (f64, Per) {
        let rate = Rate::parse(text).expect(text);
        (rate.per_year, rate.per)
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-12 * b.abs()
    }

    #[test]
    fn rates_say_their_base() {
        assert_eq!(rate("0.26 / y"), (0.26, Per::Nothing));
        assert_eq!(rate("0.26/a"), (0.26, Per::Nothing));
        assert!(close(rate("1 / h").0, 8_766.0));
        assert!(
            close(rate("2.5 / (1000 km y)").0, 0.0025)
                && rate("2.5 / (1000 km y)").1 == Per::Kilometre
        );
        assert!(
            close(rate("0.6 / (user month)").0, 7.2) && rate("0.6 / (user month)").1 == Per::User
        );
        assert!(close(rate("0.05 / (user min)").0, 0.05 * 525_960.0));
        assert!(close(rate("1 % / y").0, 0.01));
        assert!(close(rate("1 / (10 y)").0, 0.1));
    }

    #[test]
    fn rates_in_other_words_are_corrected_as_a_whole() {
        for (text, meant) in [
            ("2 / Jahr", "2 / y"),
            ("0.6 / (user Monat)", "0.6 / (user month)"),
            ("2 per year", "2 / y"),
            ("2 pro Monat", "2 / month"),
        ] {
            let corrected = match Rate::parse(text) {
                Err(
                    UnitFault::UnknownUnit { corrected, .. }
                    | UnitFault::Trailing { corrected, .. },
                ) => corrected,
                other => panic!("{text}: {other:?}"),
            };
            assert_eq!(corrected.as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn a_rate_without_time_or_with_too_much_is_refused() {
        for text in [
            "0.26 /",
            "2 / km",
            "1 / (user km y)",
            "1 / (y y)",
            "1 / Jahr",
            "1 / (0 y)",
            "x / y",
            "1 y / y",
        ] {
            assert!(Rate::parse(text).is_err(), "{text}");
        }
    }
}
