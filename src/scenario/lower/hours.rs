//! Weekly patterns as people write them: `"Mon-Fri 07:00-18:00"`, `"Sat,Sun 10:00-14:00"`, `"daily 06:00-22:00"`, `"always"`.
//!
//! Knows nothing of calendars: the pattern is compiled elsewhere.

use crate::model::calendar::Calendar;
use crate::model::weekly::{Civil, DAY, Hours, overlap};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::meant;
use crate::scenario::spans::Leaf;

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// Reads a weekly pattern.
pub fn parse(text: &str) -> Option<Hours> {
    if text == "always" {
        return Some(Hours::ALWAYS);
    }
    let (days, times) = text.trim().split_once(' ')?;
    let (from, to) = parse_times(times.trim())?;
    Some(Hours {
        days: parse_days(days)?,
        from,
        to,
    })
}

/// Reads `daily`, `Mon`, `Mon-Fri`, `Sat,Sun`, `Fri-Mon`.
pub fn parse_days(text: &str) -> Option<[bool; 7]> {
    if text == "daily" {
        return Some([true; 7]);
    }
    let mut days = [false; 7];
    for piece in text.split(',') {
        let (first, last) = piece.split_once('-').unwrap_or((piece, piece));
        let (first, last) = (day(first)?, day(last)?);
        for step in 0..=(last + 7 - first) % 7 {
            days[(first + step) % 7] = true;
        }
    }
    Some(days)
}

fn day(text: &str) -> Option<usize> {
    DAYS.iter().position(|day| *day == text.trim())
}

/// Reads `07:00-18:00` to minutes of the day; an end that is not after the beginning lies in the next morning.
pub fn parse_times(text: &str) -> Option<(u16, u16)> {
    let (from, to) = text.split_once('-')?;
    let (from, to) = (parse_time(from.trim())?, parse_time(to.trim())?);
    if from == DAY {
        return None;
    }
    Some((from, if to > from { to } else { to + DAY }))
}

/// Reads `07:00` to `24:00`.
fn parse_time(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let digits = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hours) || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    let total = hours * 60 + minutes;
    (minutes < 60 && total <= DAY).then_some(total)
}

impl Lowering<'_> {
    /// A weekly pattern; `None` leaves a fault.
    pub fn hours(&mut self, leaf: &Leaf) -> Option<Hours> {
        let found = parse(&leaf.text);
        if found.is_none() {
            let help = match meant::of_hours(&leaf.text) {
                Some(text) => say!("write-help", text = text),
                None => say!("bad-hours-help"),
            };
            self.report
                .fault("bad-hours", &leaf.at, say!("bad-hours", text = &leaf.text))
                .help(help);
        }
        found
    }

    /// Several patterns that must not overlap.
    pub fn all_hours<'l>(&mut self, leaves: impl IntoIterator<Item = &'l Leaf>) -> Vec<Hours> {
        let mut found: Vec<(Hours, &Leaf)> = Vec::new();
        for leaf in leaves {
            let Some(hours) = self.hours(leaf) else {
                continue;
            };
            if let Some((_, other)) = found.iter().find(|(other, _)| overlap(other, &hours)) {
                let message = say!("overlapping-hours", hours = &leaf.text, other = &other.text);
                self.report
                    .fault("overlapping-hours", &leaf.at, message)
                    .also(&other.at, say!("note-other-hours"))
                    .help(say!("overlapping-hours-help"));
            }
            found.push((hours, leaf));
        }
        found.into_iter().map(|(hours, _)| hours).collect()
    }

    /// The calendar of some patterns; none means always.
    pub fn calendar(&mut self, leaves: &[Leaf]) -> Calendar {
        let hours = self.all_hours(leaves);
        if leaves.is_empty() || hours == [Hours::ALWAYS] {
            return Calendar::Always;
        }
        self.civil().calendar(&hours)
    }

    /// The frame in which patterns are compiled; a scenario that uses it has calendars, which bounds its horizon.
    pub fn civil(&mut self) -> Civil<'_> {
        self.uses_calendars = true;
        Civil {
            clock: &self.study.clock,
            holidays: self.study.holidays,
            end: self.study.calendar_end(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_read_as_people_write_them() {
        let workdays = [true, true, true, true, true, false, false];
        assert_eq!(
            parse("Mon-Fri 07:00-18:00"),
            Some(Hours {
                days: workdays,
                from: 420,
                to: 1080
            })
        );
        let weekend = [false, false, false, false, false, true, true];
        assert_eq!(
            parse("Sat,Sun 10:00-14:00"),
            Some(Hours {
                days: weekend,
                from: 600,
                to: 840
            })
        );
        assert_eq!(
            parse("daily 06:00-22:00"),
            Some(Hours {
                days: [true; 7],
                from: 360,
                to: 1320
            })
        );
        assert_eq!(parse("always"), Some(Hours::ALWAYS));
        assert_eq!(
            parse_days("Fri-Mon"),
            Some([true, false, false, false, true, true, true])
        );
    }

    #[test]
    fn an_end_before_the_beginning_lies_in_the_next_morning() {
        assert_eq!(parse_times("22:00-06:00"), Some((1320, 1800)));
        assert_eq!(parse_times("00:00-24:00"), Some((0, 1440)));
        assert_eq!(parse_times("00:00-00:00"), Some((0, 1440)));
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        for text in [
            "",
            "Mon",
            "Mo-Fr 07:00-18:00",
            "Mon-Fri 7-18",
            "Mon-Fri 07:00-25:00",
            "Mon-Fri 24:00-25:00",
            "Mon- 07:00-08:00",
            "daily 07:60-08:00",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
