//! Half hours and weeks of local time along the simulation clock, through every clock change of the time zone.
//!
//! Knows calendars of a time zone only; what is counted in the half hours is `tally`'s matter.

use crate::model::calendar::CivilClock;
use crate::simulate::outcome::WEEK_BINS;
use crate::units::{Instant, MICROS_PER_DAY, Span};

const WEEK: i64 = 7 * MICROS_PER_DAY;
const HALF_HOUR: i64 = WEEK / WEEK_BINS as i64;
/// 1970-01-01 was a Thursday: Monday 00:00 comes four days later [µs].
const FIRST_MONDAY: i64 = 4 * MICROS_PER_DAY;

/// Local weeks of one time zone from instant 0 on.
#[derive(Clone, Debug)]
pub struct LocalWeeks {
    /// Spells of constant offset from UTC: from when on, and what to add to an instant to get the local time since a
    /// Monday 00:00 [µs]. Ascending, the first from the beginning of the clock.
    spells: Vec<(Instant, i64)>,
}

/// A half hour of local time, or what a clock change leaves of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HalfHour {
    /// Number of the local week, from an origin of no meaning.
    pub week: i64,
    /// Half hour of the week, from Monday 00:00.
    pub bin: usize,
    /// The first instant after it.
    pub until: Instant,
    spell: usize,
}

impl LocalWeeks {
    /// Follows the clock until `end`.
    #[must_use]
    pub fn new(clock: &CivilClock, end: Instant) -> Self {
        let origin = clock.start.timestamp();
        let shift = |offset: jiff::tz::Offset| {
            origin.as_microsecond() + i64::from(offset.seconds()) * 1_000_000 - FIRST_MONDAY
        };
        let mut spells = vec![(Instant::from_micros(i64::MIN), shift(clock.start.offset()))];
        for change in clock.start.time_zone().following(origin) {
            let since = change.timestamp().as_microsecond() - origin.as_microsecond();
            if since >= end.micros() {
                break;
            }
            spells.push((Instant::from_micros(since), shift(change.offset())));
        }
        Self { spells }
    }

    /// The half hour that holds `at`.
    #[must_use]
    pub fn at(&self, at: Instant) -> HalfHour {
        self.within(self.spells.partition_point(|&(from, _)| from <= at) - 1, at)
    }

    /// The half hour after `current`.
    #[must_use]
    pub fn next(&self, current: HalfHour) -> HalfHour {
        let changes = self.change_after(current.spell) <= current.until;
        self.within(current.spell + usize::from(changes), current.until)
    }

    fn within(&self, spell: usize, at: Instant) -> HalfHour {
        let local = at.micros() + self.spells[spell].1;
        let left = HALF_HOUR - local.rem_euclid(HALF_HOUR);
        HalfHour {
            week: local.div_euclid(WEEK),
            bin: (local.rem_euclid(WEEK) / HALF_HOUR) as usize,
            until: self.change_after(spell).min(at + Span::from_micros(left)),
            spell,
        }
    }

    fn change_after(&self, spell: usize) -> Instant {
        self.spells
            .get(spell + 1)
            .map_or(Instant::NEVER, |&(from, _)| from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn berlin(start: &str) -> CivilClock {
        CivilClock {
            start: start.parse().unwrap(),
        }
    }

    #[test]
    fn bins_follow_the_civil_clock_through_both_clock_changes_of_a_year() {
        let clock = berlin("2025-01-01T00:00[Europe/Berlin]");
        let weeks = LocalWeeks::new(&clock, Instant::from_micros(366 * MICROS_PER_DAY));
        let mut half_hour = weeks.at(Instant::START);
        let mut from = Instant::START;
        for _ in 0..365 * 48 {
            let local = clock.local(from);
            let day = local.weekday().to_monday_zero_offset() as usize;
            let bin = day * 48 + local.hour() as usize * 2 + local.minute() as usize / 30;
            assert_eq!(
                (half_hour.bin, half_hour),
                (bin, weeks.at(from)),
                "at {local}"
            );
            from = half_hour.until;
            half_hour = weeks.next(half_hour);
        }
    }

    #[test]
    fn a_week_turns_on_monday_at_midnight_local_time() {
        let clock = berlin("2025-03-28T12:00[Europe/Berlin]");
        let weeks = LocalWeeks::new(&clock, Instant::from_micros(30 * MICROS_PER_DAY));
        // Friday noon to Monday 00:00 is 60 h, less the hour lost on 30 March.
        let monday = Instant::START + Span::from_hours(59);
        assert_eq!(
            weeks.at(monday - Span::TICK).week + 1,
            weeks.at(monday).week
        );
        assert_eq!(weeks.at(monday).bin, 0);
        assert_eq!(weeks.at(monday - Span::TICK).until, monday);
    }
}
