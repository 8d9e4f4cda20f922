//! The weekly profile of a hotline's calls: how a yearly rate spreads over the open hours.
//!
//! Knows nothing of callers, agents or holidays' dates: it gives a rate for every minute of a week without holidays, and the civil frame
//! turns that into steps (`docs/semantics.md` 20).

use crate::model::calendar::Steps;
use crate::model::weekly::{Civil, DAY, Hours, WEEK};
use crate::units::MICROS_PER_YEAR;

/// A factor on the rate during some hours; factors that hold at the same time multiply.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// When.
    pub hours: Hours,
    /// How many times the rate [1].
    pub times: f64,
}

/// Open hours and the factors within.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// When calls may come.
    pub open: Vec<Hours>,
    /// Factors.
    pub factors: Vec<Factor>,
}

impl Profile {
    /// Calls per user [1/(user µs)], 0 where closed, such that a week without holidays has `per_year`·7/365.25 calls per user;
    /// `None` if the profile is 0 all week or beyond all numbers.
    #[must_use]
    pub fn rate(&self, per_year: f64, civil: &Civil<'_>) -> Option<Steps<f64>> {
        let mean = self.mean();
        let scale = per_year / MICROS_PER_YEAR as f64 / mean;
        let hours: Vec<Hours> = self.hours().collect();
        let rate = |before, today, minute| scale * self.weight(before, today, minute);
        (mean > 0.0 && mean.is_finite()).then(|| civil.steps(&hours, rate))
    }

    /// The mean weight over a week without holidays, closed hours included [1].
    fn mean(&self) -> f64 {
        let minutes = (0..7).flat_map(|day| (0..DAY).map(move |minute| (day, minute)));
        let sum: f64 = minutes
            .map(|(day, minute)| self.weight((day + 6) % 7, day, minute))
            .sum();
        sum / f64::from(WEEK)
    }

    fn weight(&self, before: usize, today: usize, minute: u16) -> f64 {
        if !self
            .open
            .iter()
            .any(|hours| hours.hold(before, today, minute))
        {
            return 0.0;
        }
        let holding = self
            .factors
            .iter()
            .filter(|factor| factor.hours.hold(before, today, minute));
        holding.map(|factor| factor.times).product()
    }

    fn hours(&self) -> impl Iterator<Item = Hours> {
        self.open
            .iter()
            .copied()
            .chain(self.factors.iter().map(|factor| factor.hours))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::calendar::CivilClock;
    use crate::model::holiday::Holidays;
    use crate::units::{Instant, MICROS_PER_DAY, MICROS_PER_HOUR};
    use jiff::civil::date;

    const WORKDAYS: [bool; 7] = [true, true, true, true, true, false, false];

    fn muenster() -> Profile {
        let factor = |days, from: u16, to: u16, times| Factor {
            hours: Hours {
                days,
                from: from * 60,
                to: to * 60,
            },
            times,
        };
        let monday = [true, false, false, false, false, false, false];
        Profile {
            open: vec![Hours {
                days: WORKDAYS,
                from: 7 * 60,
                to: 18 * 60,
            }],
            factors: vec![
                factor([true; 7], 9, 11, 1.4),
                factor([true; 7], 13, 15, 1.2),
                factor(monday, 0, 24, 1.12),
            ],
        }
    }

    fn steps(profile: &Profile, per_year: f64, days: i64, holidays: &str) -> Steps<f64> {
        // 6 January 2025 is a Monday.
        let clock = CivilClock {
            start: date(2025, 1, 6)
                .in_tz("Europe/Berlin")
                .expect("a bundled zone"),
        };
        let holidays = Holidays::named(holidays).expect("a known Land");
        let civil = Civil {
            clock: &clock,
            holidays,
            end: Instant::from_micros(days * MICROS_PER_DAY),
        };
        profile.rate(per_year, &civil).expect("an open profile")
    }

    fn calls(steps: &Steps<f64>, end: Instant) -> f64 {
        let ends = steps
            .0
            .iter()
            .skip(1)
            .map(|&(at, _)| at.min(end))
            .chain([end]);
        let pieces = steps
            .0
            .iter()
            .zip(ends)
            .take_while(|((from, _), _)| *from < end);
        pieces
            .map(|(&(from, rate), to)| rate * (to - from).micros() as f64)
            .sum()
    }

    fn hour(hours: i64) -> Instant {
        Instant::from_micros(hours * MICROS_PER_HOUR)
    }

    #[test]
    fn a_week_without_holidays_has_its_share_of_the_yearly_calls() {
        // 0.6 calls per user and month are 7.2 a year.
        let steps = steps(&muenster(), 7.2, 7, "none");
        let week = calls(&steps, hour(7 * 24));
        assert!((week - 7.2 * 7.0 / 365.25).abs() < 1e-12, "{week}");
    }

    #[test]
    fn factors_of_hour_and_weekday_multiply() {
        let steps = steps(&muenster(), 7.2, 7, "none");
        let (monday, tuesday) = (steps.at(hour(8)), steps.at(hour(24 + 8)));
        assert!((monday / tuesday - 1.12).abs() < 1e-12);
        assert!((steps.at(hour(24 + 10)) / tuesday - 1.4).abs() < 1e-12);
        assert!((steps.at(hour(10)) / tuesday - 1.4 * 1.12).abs() < 1e-12);
        assert_eq!(steps.at(hour(6)), 0.0);
        assert_eq!(steps.at(hour(5 * 24 + 10)), 0.0, "closed on Saturday");
    }

    #[test]
    fn a_holiday_is_as_silent_as_a_sunday() {
        // Monday, 6 January, is a holiday in Saxony-Anhalt.
        let steps = steps(&muenster(), 7.2, 7, "DE-ST");
        assert_eq!(calls(&steps, hour(24)), 0.0);
        assert!(calls(&steps, hour(7 * 24)) < 7.2 * 7.0 / 365.25);
    }

    #[test]
    fn a_profile_that_is_never_open_has_no_rate() {
        let clock = CivilClock {
            start: date(2025, 1, 6)
                .in_tz("Europe/Berlin")
                .expect("a bundled zone"),
        };
        let civil = Civil {
            clock: &clock,
            holidays: Holidays::None,
            end: hour(24),
        };
        assert_eq!(
            Profile {
                open: vec![],
                factors: vec![]
            }
            .rate(1.0, &civil),
            None
        );
    }
}
