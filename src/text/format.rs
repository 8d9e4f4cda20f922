//! Numbers as a language writes them: significant digits, groups, shares that never round up to 100 %.
//!
//! Rounding is that of the exact decimal value of the binary number, half to even, by the standard library's formatter; no
//! logarithm is taken.

use crate::text::{Catalogue, Language};

/// Up to here people count hours [h].
const MOST_HOURS: f64 = 1_000.0;

/// Hours in a year of 365.25 days [h].
pub const HOURS_PER_YEAR: f64 = 8_766.0;

/// `x` with exactly `decimals` digits behind the decimal sign.
#[must_use]
pub fn plain(language: Language, x: f64, decimals: usize) -> String {
    localised(language, &format!("{x:.decimals$}"))
}

/// `x` with `digits` significant digits, without an exponent: `12,300`, `0.00034`; zeros at the end of a fraction stay.
#[must_use]
pub fn significant(language: Language, x: f64, digits: usize) -> String {
    if !x.is_finite() {
        return "–".to_owned();
    }
    let exponent = exponent(x, digits);
    let decimals = decimals_for(exponent, digits);
    localised(language, &format!("{:.decimals$}", rounded(x, digits)))
}

/// Like [`significant`], without zeros at the end of a fraction: for what a user set, such as a target.
#[must_use]
pub fn concise(language: Language, x: f64, digits: usize) -> String {
    trimmed(language, &significant(language, x, digits))
}

/// The share `x` [1] in percent. Above one half the digits follow the complement, so that 0.999996 is 99.9996 %, never 100 %.
#[must_use]
pub fn percent(language: Language, x: f64, digits: usize) -> String {
    let number = if x > 0.5 && x < 1.0 {
        plain(language, x * 100.0, complement_decimals(x, digits))
    } else if x == 0.0 || x == 1.0 {
        plain(language, x * 100.0, 0)
    } else {
        significant(language, x * 100.0, digits)
    };
    format!("{number}{}%", language.before_percent())
}

/// Like [`percent`], without zeros at the end of the fraction: for targets.
#[must_use]
pub fn percent_concise(language: Language, x: f64) -> String {
    let whole = plain(language, x * 100.0, 8);
    format!(
        "{}{}%",
        trimmed(language, &whole),
        language.before_percent()
    )
}

/// Both ends of a range, rounded so that its width keeps `digits − 1` significant digits (one more where only
/// one is kept and that is a 1 or 2); a lower end above 0 stays above 0.
#[must_use]
pub fn range(language: Language, low: f64, high: f64, digits: usize) -> (String, String) {
    let width = high - low;
    if !width.is_finite() || width <= 0.0 {
        return (end(language, low, digits), end(language, high, digits));
    }
    let kept = digits.saturating_sub(1).max(1);
    let narrow = kept == 1 && format!("{width:.0e}").starts_with(['1', '2']);
    let place = exponent(width, kept) + 1 - i32::try_from(kept).unwrap_or(2) - i32::from(narrow);
    let low = if low == 0.0 {
        "0".to_owned()
    } else {
        at_place(language, low, place.min(exponent(low, 1)))
    };
    (low, at_place(language, high, place))
}

fn end(language: Language, x: f64, digits: usize) -> String {
    if x == 0.0 {
        "0".to_owned()
    } else {
        significant(language, x, digits)
    }
}

/// `x` rounded to the decimal place 10^`place`; both ends of a range get the same number of decimals.
fn at_place(language: Language, x: f64, place: i32) -> String {
    if place < 0 {
        let decimals = usize::try_from(-place).unwrap_or(0).min(12);
        return plain(language, x, decimals);
    }
    let digits = exponent(x, 12).saturating_sub(place).saturating_add(1);
    significant(
        language,
        x,
        usize::try_from(digits).unwrap_or(1).clamp(1, 12),
    )
}

/// `x` rounded to `digits` significant digits.
#[must_use]
pub fn rounded(x: f64, digits: usize) -> f64 {
    format!("{:.*e}", digits.saturating_sub(1), x)
        .parse()
        .unwrap_or(x)
}

/// The decimal exponent of `x` after rounding to `digits` significant digits.
fn exponent(x: f64, digits: usize) -> i32 {
    let scientific = format!("{:.*e}", digits.saturating_sub(1), x);
    scientific
        .split_once('e')
        .and_then(|(_, exponent)| exponent.parse().ok())
        .unwrap_or(0)
}

fn decimals_for(exponent: i32, digits: usize) -> usize {
    let last = i32::try_from(digits).unwrap_or(3) - 1 - exponent;
    usize::try_from(last.clamp(0, 12)).unwrap_or(0)
}

/// Decimals of a percentage that leave the complement `digits − 1` significant digits, at least one (12.3 % → 87.7 %).
fn complement_decimals(x: f64, digits: usize) -> usize {
    let complement = (1.0 - x) * 100.0;
    let digits = digits.saturating_sub(1).max(1);
    decimals_for(exponent(complement, digits), digits)
}

/// Puts the language's signs into a number in Rust's notation.
fn localised(language: Language, number: &str) -> String {
    let (sign, unsigned) = match number.strip_prefix('-') {
        Some(rest) if rest.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) => {
            ("\u{2212}", rest)
        }
        Some(rest) => ("", rest),
        None => ("", number),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let mut text = format!("{sign}{}", grouped(language, whole));
    if !fraction.is_empty() {
        text.push(language.decimal_sign());
        text.push_str(fraction);
    }
    text
}

/// English groups from four digits on, German from five.
fn grouped(language: Language, digits: &str) -> String {
    let ungrouped = match language {
        Language::English => 3,
        Language::German => 4,
    };
    if digits.len() <= ungrouped {
        return digits.to_owned();
    }
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 * 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(language.group_sign());
        }
        text.push(digit);
    }
    text
}

fn trimmed(language: Language, number: &str) -> String {
    if number.contains(language.decimal_sign()) {
        number
            .trim_end_matches('0')
            .trim_end_matches(language.decimal_sign())
            .to_owned()
    } else {
        number.to_owned()
    }
}

impl Catalogue {
    /// `x` with `digits` significant digits.
    #[must_use]
    pub fn number(&self, x: f64, digits: usize) -> String {
        significant(self.language(), x, digits)
    }

    /// A whole number with groups.
    #[must_use]
    pub fn count(&self, n: u64) -> String {
        grouped(self.language(), &n.to_string())
    }

    /// The share `x` [1] in percent.
    #[must_use]
    pub fn percent(&self, x: f64) -> String {
        percent(self.language(), x, 3)
    }

    /// Both ends of a range of shares [1] in percent.
    #[must_use]
    pub fn percent_range(&self, low: f64, high: f64, digits: usize) -> String {
        let (low, high) = range(self.language(), low * 100.0, high * 100.0, digits);
        format!("{low}–{high}{}%", self.language().before_percent())
    }

    /// A length of time [h] in the unit that fits it: seconds, minutes, hours, days or years.
    #[must_use]
    pub fn duration(&self, hours: f64, digits: usize) -> String {
        let (key, x) = fitting_unit(hours);
        self.get(
            key,
            &[("x", significant(self.language(), x, digits).into())],
        )
    }

    /// Like [`Catalogue::duration`], without zeros at the end of a fraction: for single times, which are known exactly.
    #[must_use]
    pub fn duration_exact(&self, hours: f64, digits: usize) -> String {
        let (key, x) = fitting_unit(hours);
        self.get(key, &[("x", concise(self.language(), x, digits).into())])
    }

    /// A length of time [h] as people set one: `4 h`, `30 s`, `72 h`, `90 days`. Up to a thousand hours they count hours, but whole
    /// weeks in days; beyond that whole days and years.
    #[must_use]
    pub fn duration_set(&self, hours: f64) -> String {
        let (key, x) = set_unit(hours);
        self.get(key, &[("x", concise(self.language(), x, 6).into())])
    }

    /// A round length of time [h] at an axis: `4 h`, `7 days`.
    #[must_use]
    pub fn duration_tick(&self, hours: f64) -> String {
        let (key, x) = fitting_unit(hours);
        self.get(key, &[("x", concise(self.language(), x, 4).into())])
    }

    /// Both ends of a range of times [h] in the unit that fits the upper end: `1.2–3.4 h`.
    #[must_use]
    pub fn duration_range(&self, low: f64, high: f64, digits: usize) -> String {
        let (key, x) = fitting_unit(high);
        let scale = if high == 0.0 { 1.0 } else { x / high };
        let range = self.number_range(low * scale, x, digits);
        self.get(key, &[("x", range.into())])
    }

    /// Both ends of a range with `digits` significant digits.
    #[must_use]
    pub fn number_range(&self, low: f64, high: f64, digits: usize) -> String {
        let (low, high) = range(self.language(), low, high, digits);
        format!("{low}–{high}")
    }

    /// Time in a year [h/y]: hours a year, minutes below one hour.
    #[must_use]
    pub fn time_a_year(&self, hours_per_year: f64, digits: usize) -> String {
        let (key, x) = a_year_unit(hours_per_year);
        self.get(key, &[("x", self.number(x, digits).into())])
    }

    /// Both ends of a range of time in a year [h/y].
    #[must_use]
    pub fn time_a_year_range(&self, low: f64, high: f64, digits: usize) -> String {
        let (key, x) = a_year_unit(high);
        let scale = if high == 0.0 { 1.0 } else { x / high };
        self.get(
            key,
            &[("x", self.number_range(low * scale, x, digits).into())],
        )
    }

    /// How often something happens [1/y]: "3.2 times a year", "once in 40 years".
    #[must_use]
    pub fn frequency(&self, per_year: f64, digits: usize) -> String {
        if per_year <= 0.0 {
            self.say("frequency-never")
        } else if per_year < 1.0 {
            self.get(
                "frequency-rare",
                &[("x", self.number(1.0 / per_year, digits).into())],
            )
        } else {
            self.get(
                "frequency-often",
                &[("x", self.number(per_year, digits).into())],
            )
        }
    }

    /// Both ends of a range of rates [1/y], read like [`Catalogue::frequency`].
    #[must_use]
    pub fn frequency_range(&self, low: f64, high: f64, digits: usize) -> String {
        if low >= 1.0 {
            let range = self.number_range(low, high, digits);
            return self.get("frequency-often", &[("x", range.into())]);
        }
        if low > 0.0 && high <= 1.0 {
            let range = self.number_range(1.0 / high, 1.0 / low, digits);
            return self.get("frequency-rare", &[("x", range.into())]);
        }
        let ends = [
            ("low", self.frequency(low, digits).into()),
            ("high", self.frequency(high, digits).into()),
        ];
        self.get("range-words", &ends)
    }
}

/// The message and the number for a length of time [h].
fn fitting_unit(hours: f64) -> (&'static str, f64) {
    let seconds = hours * 3_600.0;
    if hours == 0.0 || seconds >= 3_600.0 && hours < 72.0 {
        ("duration-hours", hours)
    } else if seconds < 60.0 {
        ("duration-seconds", seconds)
    } else if seconds < 3_600.0 {
        ("duration-minutes", seconds / 60.0)
    } else if hours < 2.0 * HOURS_PER_YEAR {
        ("duration-days", hours / 24.0)
    } else {
        ("duration-years", hours / HOURS_PER_YEAR)
    }
}

/// The message and the number for a length of time [h] that somebody set.
fn set_unit(hours: f64) -> (&'static str, f64) {
    let whole = |unit: f64| hours % unit == 0.0;
    if hours < 1.0 {
        fitting_unit(hours)
    } else if hours == HOURS_PER_YEAR {
        ("duration-year", 1.0)
    } else if hours > MOST_HOURS && whole(HOURS_PER_YEAR) {
        ("duration-years", hours / HOURS_PER_YEAR)
    } else if whole(168.0) || hours > MOST_HOURS && whole(24.0) {
        ("duration-days", hours / 24.0)
    } else {
        ("duration-hours", hours)
    }
}

fn a_year_unit(hours_per_year: f64) -> (&'static str, f64) {
    if hours_per_year >= 1.0 || hours_per_year == 0.0 {
        ("hours-a-year", hours_per_year)
    } else {
        ("minutes-a-year", hours_per_year * 60.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Language = Language::English;
    const DE: Language = Language::German;

    #[test]
    fn digits_are_significant_and_grouped() {
        assert_eq!(significant(EN, 12_345.6, 3), "12,300");
        assert_eq!(significant(DE, 12_345.6, 3), "12\u{202f}300");
        assert_eq!(significant(DE, 0.000_341_2, 2), "0,00034");
        assert_eq!(significant(EN, 9.996, 3), "10.0");
        assert_eq!(significant(EN, -2.5, 2), "\u{2212}2.5");
        assert_eq!(significant(EN, 0.0, 3), "0.00");
        assert_eq!(concise(DE, 2.5, 4), "2,5");
        assert_eq!(concise(DE, 100.0, 4), "100");
    }

    #[test]
    fn shares_near_one_never_round_to_one_hundred() {
        assert_eq!(percent(EN, 0.999_996, 3), "99.99960%");
        assert_eq!(percent(DE, 0.999_996, 2), "99,9996\u{a0}%");
        assert_eq!(percent(DE, 0.877, 3), "88\u{a0}%");
        assert_eq!(percent(EN, 1.0 - 1e-9, 2), "99.9999999%");
        assert_eq!(percent(EN, 0.000_001, 3), "0.000100%");
        assert_eq!(percent(EN, 1.0, 3), "100%");
        assert_eq!(percent_concise(DE, 0.9999), "99,99\u{a0}%");
        assert_eq!(percent_concise(EN, 0.05), "5%");
    }

    #[test]
    fn the_width_of_a_range_decides_its_digits() {
        let english = Catalogue::new(EN);
        assert_eq!(english.number_range(17_159.0, 19_742.0, 3), "17,200–19,700");
        assert_eq!(english.number_range(22.87, 25.79, 2), "23–26");
        assert_eq!(english.number_range(0.13, 5.2, 2), "0.1–5");
        assert_eq!(english.number_range(0.0, 0.04, 2), "0–0.04");
        assert_eq!(english.number_range(8.81, 9.99, 3), "8.8–10.0");
        assert_eq!(english.percent_range(0.04, 0.38, 3), "4–38%");
        assert_eq!(
            english.percent_range(0.998_252, 0.998_372, 3),
            "99.825–99.837%"
        );
    }

    #[test]
    fn times_take_the_unit_that_fits() {
        let english = Catalogue::new(EN);
        assert_eq!(english.duration(30.0 / 3_600.0, 2), "30\u{a0}s");
        assert_eq!(english.duration_tick(72.0), "3\u{a0}days");
        assert_eq!(english.duration_range(1.25, 10.5, 3), "1.2–10.5\u{a0}h");
        assert_eq!(english.time_a_year(3.21, 2), "3.2\u{a0}hours a year");
        assert_eq!(
            Catalogue::new(DE).time_a_year(0.5, 2),
            "30\u{a0}Minuten im Jahr"
        );
    }

    #[test]
    fn single_times_have_no_zeros_at_the_end() {
        let english = Catalogue::new(Language::English);
        let told = |hours: f64| english.duration_exact(hours, 3).replace('\u{a0}', " ");
        assert_eq!(told(5.0 / 60.0), "5 min");
        assert_eq!(told(0.5 / 60.0), "30 s");
        assert_eq!(told(15.54), "15.5 h");
    }

    #[test]
    fn times_that_were_set_read_as_people_write_them() {
        let told = |hours| {
            Catalogue::new(EN)
                .duration_set(hours)
                .replace('\u{a0}', " ")
        };
        for (hours, words) in [
            (0.0, "0 h"),
            (0.005, "18 s"),
            (1.5, "1.5 h"),
            (72.0, "72 h"),
            (336.0, "14 days"),
            (500.0, "500 h"),
            (2_160.0, "90 days"),
            (8_766.0, "1 year"),
            (21_001.5, "21,001.5 h"),
            (87_660.0, "10 years"),
        ] {
            assert_eq!(told(hours), words);
        }
    }

    #[test]
    fn rare_events_are_told_by_their_return_period() {
        let english = Catalogue::new(EN);
        assert_eq!(english.frequency(0.025, 2), "once in 40\u{a0}years");
        assert_eq!(english.frequency(3.21, 2), "3.2\u{a0}times a year");
        assert_eq!(
            english.frequency_range(0.02, 0.04, 2),
            "once in 25–50\u{a0}years"
        );
        assert_eq!(
            english.frequency_range(0.5, 2.0, 2),
            "between once in 2.0\u{a0}years and 2.0\u{a0}times a year"
        );
    }
}
