//! What was probably meant by hours and dates written in other habits: `Mo-Fr 7-18`, `weekdays 8:00 - 17:00`, `31.12.2025`.
//!
//! Knows nothing of faults. A guess is given only if it reads as what is wanted; then it can be shown as the corrected text.

use jiff::civil::Date;

use crate::scenario::lower::hours::{parse, parse_days, parse_times};

/// Beginnings of the weekdays' names in English and German, in small letters, with the language's word.
const DAYS: [(&[&str], &str); 7] = [
    (&["mon", "mo"], "Mon"),
    (&["tue", "tu", "di"], "Tue"),
    (&["wed", "we", "mi"], "Wed"),
    (&["thu", "th", "don", "do"], "Thu"),
    (&["fri", "fr"], "Fri"),
    (&["sat", "sa"], "Sat"),
    (&["sun", "su", "son", "so"], "Sun"),
];

/// Other words for days, in small letters.
const SPANS_OF_DAYS: [(&[&str], &str); 3] = [
    (
        &["daily", "every day", "täglich", "everyday", "jeden tag"],
        "daily",
    ),
    (
        &["weekdays", "workdays", "werktags", "werktage", "wochentags"],
        "Mon-Fri",
    ),
    (&["weekend", "weekends", "wochenende"], "Sat,Sun"),
];

/// Other words for `always`, in small letters.
const ALWAYS: [&str; 8] = [
    "always",
    "24/7",
    "24x7",
    "24h",
    "immer",
    "rund um die uhr",
    "around the clock",
    "all day",
];

/// A weekly pattern.
pub fn of_hours(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    if ALWAYS.contains(&text.as_str()) {
        return Some("always".to_owned());
    }
    let first_digit = text.find(|c: char| c.is_ascii_digit())?;
    let (days, hours) = text.split_at(first_digit);
    let days = if days.trim().is_empty() {
        "daily".to_owned()
    } else {
        of_days(days)?
    };
    let guess = format!("{days} {}", of_times(hours)?);
    parse(&guess).is_some().then_some(guess)
}

/// The hours of a profile's factor: times of the day, or days.
pub fn of_profile(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    of_times(&text).or_else(|| of_days(&text))
}

/// A date.
pub fn of_date(text: &str) -> Option<String> {
    let pieces: Vec<&str> = text
        .split(['.', '/', '-'])
        .map(|piece| piece.trim_matches(' '))
        .collect();
    let (year, month, day) = match pieces.as_slice() {
        [year, month, day] if year.len() == 4 => (year, month, day),
        [day, month, year] if year.len() == 4 && text.contains('.') => (year, month, day),
        _ => return None,
    };
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    date.ok()
        .filter(|date| (1900..=2500).contains(&date.year()))
        .map(|date| date.to_string())
}

fn of_days(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches([':', ',']).trim_end();
    if let Some((_, word)) = SPANS_OF_DAYS
        .iter()
        .find(|(words, _)| words.contains(&text))
    {
        return Some((*word).to_owned());
    }
    let text = text
        .replace(" bis ", "-")
        .replace(" to ", "-")
        .replace(" und ", ",")
        .replace(" and ", ",")
        .replace(['–', '—'], "-");
    let pieces: Option<Vec<String>> = text
        .split(',')
        .map(|piece| {
            let ends: Option<Vec<&str>> = piece.split('-').map(of_day).collect();
            ends.map(|ends| ends.join("-"))
        })
        .collect();
    let guess = pieces?.join(",");
    parse_days(&guess).is_some().then_some(guess)
}

fn of_day(text: &str) -> Option<&'static str> {
    let text = text.trim().trim_end_matches('.');
    let named = DAYS.iter().find(|(beginnings, _)| {
        beginnings
            .iter()
            .any(|beginning| text.starts_with(beginning))
    });
    named.map(|&(_, word)| word)
}

fn of_times(text: &str) -> Option<String> {
    let text = text
        .replace("uhr", "")
        .replace(" bis ", "-")
        .replace(" to ", "-")
        .replace(['–', '—'], "-");
    let (from, to) = text.split_once('-')?;
    let guess = format!("{}-{}", of_time(from)?, of_time(to)?);
    parse_times(&guess).is_some().then_some(guess)
}

/// `7`, `7:30`, `7.30`, `0730` as `07:30`.
fn of_time(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('h').trim_end();
    let (hours, minutes) = match text.split_once([':', '.']) {
        Some(both) => both,
        None if text.len() == 4 => text.split_at_checked(2)?,
        None => (text, "0"),
    };
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    Some(format!("{hours:02}:{minutes:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_in_other_habits_are_corrected() {
        for (text, meant) in [
            ("Mo-Fr 7-18", "Mon-Fri 07:00-18:00"),
            ("Mo–Fr 7:30–18 Uhr", "Mon-Fri 07:30-18:00"),
            ("Samstag und Sonntag 10-14", "Sat,Sun 10:00-14:00"),
            ("monday to friday 8.00 - 17.00", "Mon-Fri 08:00-17:00"),
            ("weekdays 0800-1700", "Mon-Fri 08:00-17:00"),
            ("08:00-17:00", "daily 08:00-17:00"),
            ("24/7", "always"),
            ("Always", "always"),
        ] {
            assert_eq!(of_hours(text).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_guessed_is_left_alone() {
        for text in ["", "Mon-Fri", "Xyz 7-18", "Mon 7-35", "Mon 7", "ü 7-18"] {
            assert_eq!(of_hours(text), None, "{text}");
        }
    }

    #[test]
    fn a_profile_may_name_times_or_days() {
        assert_eq!(of_profile("9-11").as_deref(), Some("09:00-11:00"));
        assert_eq!(of_profile("Montag").as_deref(), Some("Mon"));
        assert_eq!(of_profile("lunch"), None);
    }

    #[test]
    fn dates_in_other_habits_are_corrected() {
        assert_eq!(of_date("31.12.2025").as_deref(), Some("2025-12-31"));
        assert_eq!(of_date("2025/1/5").as_deref(), Some("2025-01-05"));
        assert_eq!(of_date("2025-1-5").as_deref(), Some("2025-01-05"));
        assert_eq!(
            of_date("12/31/2025"),
            None,
            "day and month may be exchanged"
        );
        assert_eq!(of_date("2025-13-01"), None);
    }
}
