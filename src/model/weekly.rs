//! Weekly patterns in local time, and how they become windows and steps on the simulation clock.
//!
//! Local time is followed through daylight-saving changes: the repeated hour counts twice, the skipped hour not at all. A holiday
//! takes the pattern of a Sunday. Knows nothing of what opens or who works.

use crate::model::calendar::{Calendar, CivilClock, Steps};
use crate::model::holiday::Holidays;
use crate::units::{Instant, MICROS_PER_DAY, Span};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::AmbiguousOffset;

/// Minutes of a local day.
pub const DAY: u16 = 24 * 60;
/// Minutes of a local week.
pub const WEEK: u32 = 7 * DAY as u32;

/// The same hours on some days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// Days on which they begin, Monday first.
    pub days: [bool; 7],
    /// First minute of the day [min].
    pub from: u16,
    /// End of the last minute [min]; past [`DAY`] they go on into the next morning.
    pub to: u16,
}

impl Hours {
    /// Round the clock.
    pub const ALWAYS: Self = Self {
        days: [true; 7],
        from: 0,
        to: DAY,
    };

    /// Whether they hold at `minute` of a day of the week, after the given day of the week before it.
    #[must_use]
    pub fn hold(&self, before: usize, today: usize, minute: u16) -> bool {
        let hours = self.from..self.to;
        (self.days[today] && hours.contains(&minute))
            || (self.days[before] && hours.contains(&(minute + DAY)))
    }

    /// The minutes of a day at which they begin or end [min].
    fn breaks(&self) -> [u16; 2] {
        [self.from % DAY, self.to % DAY]
    }
}

/// Whether two patterns hold at the same time somewhere in a week without holidays.
#[must_use]
pub fn overlap(a: &Hours, b: &Hours) -> bool {
    let both = |minute: u16, day: usize| {
        let before = (day + 6) % 7;
        a.hold(before, day, minute) && b.hold(before, day, minute)
    };
    let starts = a.breaks().into_iter().chain(b.breaks()).chain([0]);
    starts
        .into_iter()
        .any(|minute| (0..7).any(|day| both(minute, day)))
}

/// The civil frame that patterns are compiled in.
#[derive(Clone, Copy, Debug)]
pub struct Civil<'a> {
    /// Where instant 0 lies.
    pub clock: &'a CivilClock,
    /// Days that count as Sundays.
    pub holidays: Holidays,
    /// The end of the horizon.
    pub end: Instant,
}

/// How far past the horizon the patterns are compiled, so that the next opening after its end is known.
const BEYOND: Span = Span::from_micros(15 * MICROS_PER_DAY);

impl Civil<'_> {
    /// A calendar that is open while any of `hours` holds.
    #[must_use]
    pub fn calendar(&self, hours: &[Hours]) -> Calendar {
        let steps = self.steps(hours, |before, today, minute| {
            hours.iter().any(|h| h.hold(before, today, minute))
        });
        if let [(_, true)] = *steps.0 {
            return Calendar::Always;
        }
        let ends = steps
            .0
            .iter()
            .skip(1)
            .map(|&(at, _)| at)
            .chain([self.end + BEYOND]);
        let runs = steps.0.iter().zip(ends);
        Calendar::Windows(
            runs.filter(|((_, open), _)| *open)
                .map(|(&(from, _), to)| (from, to))
                .collect(),
        )
    }

    /// The values of a weekly function as steps; `value` gets the day of the week before, that of today (Monday 0; holidays 6) and the
    /// minute of the day, and changes only where some of `hours` begin or end, or at midnight.
    pub fn steps<T: Copy + PartialEq>(
        &self,
        hours: &[Hours],
        value: impl Fn(usize, usize, u16) -> T,
    ) -> Steps<T> {
        let breaks = breaks(hours);
        let mut steps: Vec<(Instant, T)> = Vec::new();
        let mut date = self.clock.start.date();
        let mut before = date.yesterday().map_or(6, |d| self.weekday(d));
        loop {
            let today = self.weekday(date);
            for &minute in &breaks {
                push(
                    &mut steps,
                    self.instant(date, minute),
                    value(before, today, minute),
                );
            }
            let Ok(next) = date.tomorrow() else { break };
            (date, before) = (next, today);
            if self.instant(date, 0) > self.end + BEYOND {
                break;
            }
        }
        Steps(steps.into())
    }

    /// The day of the week that `date` counts as: Monday 0 to Sunday 6; a holiday is a Sunday.
    #[must_use]
    pub fn weekday(&self, date: Date) -> usize {
        if self.holidays.include(date) {
            return 6;
        }
        usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(6)
    }

    /// The instant of a local minute. A repeated minute is the first of its two; a skipped one is the moment of the change.
    #[must_use]
    pub fn instant(&self, date: Date, minute: u16) -> Instant {
        let local = DateTime::from_parts(date, Time::midnight())
            .checked_add(i64::from(minute).minutes())
            .unwrap_or(DateTime::MAX);
        let zone = self.clock.start.time_zone();
        let ambiguous = zone.to_ambiguous_timestamp(local);
        let skipped = matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. });
        let Ok(mut timestamp) = ambiguous.compatible() else {
            return Instant::NEVER;
        };
        if skipped && let Ok(after) = timestamp.checked_add(1.nanosecond()) {
            timestamp = zone
                .preceding(after)
                .next()
                .map_or(timestamp, |change| change.timestamp());
        }
        let since = timestamp.as_microsecond() - self.clock.start.timestamp().as_microsecond();
        Instant::from_micros(since)
    }
}

/// The minutes of a day at which something may change, ascending, from 0.
fn breaks(hours: &[Hours]) -> Vec<u16> {
    let mut breaks: Vec<u16> = hours.iter().flat_map(Hours::breaks).chain([0]).collect();
    breaks.sort_unstable();
    breaks.dedup();
    breaks
}

fn push<T: Copy + PartialEq>(steps: &mut Vec<(Instant, T)>, at: Instant, value: T) {
    // In the skipped hour several minutes fall on one instant: the last one holds.
    if steps.last().is_some_and(|&(last, _)| last >= at) {
        steps.pop();
    }
    if steps.last().is_none_or(|&(_, last)| last != value) {
        steps.push((at, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::MICROS_PER_HOUR;
    use jiff::civil::date;

    const WORKDAYS: [bool; 7] = [true, true, true, true, true, false, false];

    fn clock(from: Date) -> CivilClock {
        CivilClock {
            start: from.in_tz("Europe/Berlin").expect("a bundled zone"),
        }
    }

    fn hour(hours: i64) -> Instant {
        Instant::from_micros(hours * MICROS_PER_HOUR)
    }

    fn windows(hours: &[Hours], from: Date, days: i64, holidays: Holidays) -> Vec<(i64, i64)> {
        let clock = clock(from);
        let civil = Civil {
            clock: &clock,
            holidays,
            end: hour(24 * days),
        };
        let Calendar::Windows(windows) = civil.calendar(hours) else {
            panic!("not always open")
        };
        let hours = |at: Instant| at.micros() / MICROS_PER_HOUR;
        windows
            .iter()
            .filter(|w| w.0 < civil.end)
            .map(|&(from, to)| (hours(from), hours(to)))
            .collect()
    }

    #[test]
    fn working_days_leave_out_the_weekend() {
        let day = Hours {
            days: WORKDAYS,
            from: 7 * 60,
            to: 18 * 60,
        };
        // 2025-01-03 is a Friday.
        let found = windows(&[day], date(2025, 1, 3), 4, Holidays::None);
        assert_eq!(found, [(7, 18), (72 + 7, 72 + 18)]);
    }

    #[test]
    fn a_holiday_takes_the_sunday_pattern() {
        let work = Hours {
            days: WORKDAYS,
            from: 8 * 60,
            to: 16 * 60,
        };
        let sunday = Hours {
            days: [false, false, false, false, false, false, true],
            from: 600,
            to: 720,
        };
        // Thursday, 1 May 2025, between Wednesday and Friday.
        let found = windows(
            &[work, sunday],
            date(2025, 4, 30),
            3,
            Holidays::named("DE-NW").unwrap(),
        );
        assert_eq!(found, [(8, 16), (24 + 10, 24 + 12), (48 + 8, 48 + 16)]);
    }

    #[test]
    fn hours_follow_local_time_through_the_change_to_summer_time() {
        let day = Hours {
            days: [true; 7],
            from: 7 * 60,
            to: 18 * 60,
        };
        // On 30 March 2025 the hour from 2 to 3 is skipped: 7:00 comes after six hours.
        let found = windows(&[day], date(2025, 3, 29), 3, Holidays::None);
        assert_eq!(found, [(7, 18), (24 + 6, 24 + 17), (47 + 7, 47 + 18)]);
    }

    #[test]
    fn the_repeated_hour_counts_twice_and_the_skipped_hour_not_at_all() {
        let night = Hours {
            days: [true; 7],
            from: 2 * 60,
            to: 3 * 60,
        };
        let autumn = windows(&[night], date(2025, 10, 26), 1, Holidays::None);
        assert_eq!(autumn, [(2, 4)]);
        let spring = windows(&[night], date(2025, 3, 30), 1, Holidays::None);
        assert!(spring.is_empty(), "{spring:?}");
    }

    #[test]
    fn a_window_that_ends_in_the_skipped_hour_ends_at_the_change() {
        let clock = clock(date(2025, 3, 30));
        let civil = Civil {
            clock: &clock,
            holidays: Holidays::None,
            end: hour(24),
        };
        assert_eq!(civil.instant(date(2025, 3, 30), 150), hour(2));
        assert_eq!(civil.instant(date(2025, 3, 30), 180), hour(2));
        assert_eq!(civil.instant(date(2025, 3, 30), 240), hour(3));
    }

    #[test]
    fn a_night_shift_goes_on_into_the_next_morning() {
        let night = Hours {
            days: WORKDAYS,
            from: 22 * 60,
            to: 30 * 60,
        };
        let found = windows(&[night], date(2025, 1, 3), 4, Holidays::None);
        // Begun on the Thursday before, on Friday and on Monday.
        assert_eq!(found, [(0, 6), (22, 30), (72 + 22, 72 + 30)]);
    }

    #[test]
    fn round_the_clock_needs_no_windows() {
        let clock = clock(date(2025, 1, 1));
        let civil = Civil {
            clock: &clock,
            holidays: Holidays::None,
            end: hour(24 * 400),
        };
        assert_eq!(civil.calendar(&[Hours::ALWAYS]), Calendar::Always);
        let halves = [
            Hours {
                to: 720,
                ..Hours::ALWAYS
            },
            Hours {
                from: 720,
                ..Hours::ALWAYS
            },
        ];
        assert_eq!(civil.calendar(&halves), Calendar::Always);
    }

    #[test]
    fn a_year_of_working_days_has_250_windows_in_westphalia() {
        let day = Hours {
            days: WORKDAYS,
            from: 7 * 60,
            to: 18 * 60,
        };
        // 2025 has 261 working days; of the eleven holidays one (1 November) is a Saturday.
        let found = windows(
            &[day],
            date(2025, 1, 1),
            365,
            Holidays::named("DE-NW").unwrap(),
        );
        assert_eq!(found.len(), 251);
        let apart: Vec<_> = found.windows(2).map(|pair| pair[1].0 - pair[0].1).collect();
        assert!(
            apart.iter().all(|&gap| gap >= 13),
            "windows are disjoint and in order"
        );
    }

    #[test]
    fn overlaps_are_found_also_past_midnight() {
        let late = Hours {
            days: [true; 7],
            from: 22 * 60,
            to: 30 * 60,
        };
        let early = Hours {
            days: [true; 7],
            from: 5 * 60,
            to: 12 * 60,
        };
        let noon = Hours {
            days: [true; 7],
            from: 12 * 60,
            to: 22 * 60,
        };
        assert!(overlap(&late, &early) && overlap(&early, &late));
        assert!(!overlap(&early, &noon) && !overlap(&noon, &late));
    }
}
