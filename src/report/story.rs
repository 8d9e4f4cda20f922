//! Lines of traces as sentences, and times as each language writes them.

use crate::batch::results::StoryLine;
use crate::report::names::Names;
use crate::text::{Catalogue, Value};

/// Arguments that messages of stories may name; a line without one of them has `none` in its place.
const ARGUMENTS: [&str; 9] = [
    "component",
    "subject",
    "until",
    "crew",
    "cause",
    "level",
    "members",
    "entry",
    "service",
];

/// The level of a service below its last one; messages have a word for it.
const DOWN: &str = "down";

/// What happened, as a sentence.
pub fn sentence(line: &StoryLine, names: &Names<'_>) -> String {
    let catalogue = names.catalogue;
    let key = if catalogue.has(&line.what) {
        line.what.as_str()
    } else {
        "story-other"
    };
    let mut arguments: Vec<(&str, Value<'_>)> = ARGUMENTS
        .iter()
        .map(|&name| (name, Value::from("none")))
        .collect();
    for whom in ["subject", "component", "service"] {
        set(&mut arguments, whom, names.shown(&line.subject));
    }
    for (name, value) in &line.arguments {
        let told = match name.as_str() {
            "until" => until(line, value, catalogue),
            "members" => members(value, names),
            "level" if value == DOWN => value.clone(),
            _ => names.shown(value),
        };
        set(&mut arguments, name, told);
    }
    arguments.push(("what", line.what.as_str().into()));
    catalogue.get(key, &arguments)
}

/// Names joined by commas, each as it is called.
fn members(joined: &str, names: &Names<'_>) -> String {
    let called: Vec<String> = joined.split(", ").map(|name| names.shown(name)).collect();
    called.join(", ")
}

fn set(arguments: &mut [(&str, Value<'_>)], name: &str, value: String) {
    if let Some(argument) = arguments.iter_mut().find(|argument| argument.0 == name) {
        argument.1 = value.into();
    }
}

/// The time until which something lasts: without the date if that is the line's own.
fn until(line: &StoryLine, local: &str, catalogue: &Catalogue) -> String {
    match (
        local.parse::<jiff::civil::DateTime>(),
        line.local.parse::<jiff::civil::DateTime>(),
    ) {
        (Ok(until), Ok(now)) if until.date() == now.date() => {
            format!("{:02}:{:02}", until.hour(), until.minute())
        }
        _ => local_time(local, catalogue),
    }
}

/// A local time as results write it (`2027-03-04T05:06:07`), as the language writes it; anything else as it is.
pub fn local_time(local: &str, catalogue: &Catalogue) -> String {
    written("local-time", local, catalogue)
}

/// The day of a local time as results write it, as the language writes it; anything else as it is.
pub fn day(local: &str, catalogue: &Catalogue) -> String {
    written("chain-day", local, catalogue)
}

/// The hour and minute of a local time as results write it, `05:06`; anything else as it is.
pub fn time_of_day(local: &str) -> String {
    match local.parse::<jiff::civil::DateTime>() {
        Ok(time) => format!("{:02}:{:02}", time.hour(), time.minute()),
        Err(_) => local.to_owned(),
    }
}

fn written(key: &str, local: &str, catalogue: &Catalogue) -> String {
    let Ok(time) = local.parse::<jiff::civil::DateTime>() else {
        return local.to_owned();
    };
    let weekday = i64::from(time.weekday().to_monday_one_offset());
    catalogue.get(
        key,
        &[
            ("weekday", catalogue.say(&format!("day-{weekday}")).into()),
            ("year", format!("{:04}", time.year()).into()),
            ("month", format!("{:02}", time.month()).into()),
            ("day", format!("{:02}", time.day()).into()),
            ("time", time_of_day(local).into()),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn told(line: &StoryLine, catalogue: &Catalogue) -> String {
        sentence(
            line,
            &Names {
                table: &[],
                catalogue,
            },
        )
    }

    fn line(what: &str, arguments: &[(&str, &str)]) -> StoryLine {
        StoryLine {
            at_h: 1.0,
            local: "2025-01-01T01:00:00".to_owned(),
            what: what.to_owned(),
            subject: "payroll".to_owned(),
            arguments: arguments
                .iter()
                .map(|&(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        }
    }

    #[test]
    fn every_happening_has_a_sentence_in_both_languages() {
        let happenings = "failed struck damaged detected dispatched repaired suspended restart-began restart-broken up carried \
             exhausted carried-over stock-empty stock-filled switch-began switch-failed switched shock-came shared-repaired \
             hazard-came hazard-over level limit-reached limit-regained outage-began outage-ended deadlock bypassed \
             call-offered call-answered call-abandoned call-ended call-cut";
        for language in Language::ALL {
            let catalogue = Catalogue::new(language);
            for happening in happenings.split_whitespace() {
                let told = told(&line(&format!("story-{happening}"), &[]), &catalogue);
                assert!(told.contains("payroll"), "{happening}: {told}");
                assert!(!told.contains(['{', '}']), "{happening}: {told}");
            }
        }
    }

    #[test]
    fn a_cause_is_told_where_there_is_one() {
        let english = Catalogue::new(Language::English);
        let with = told(
            &line("story-level", &[("level", "down"), ("cause", "grid city")]),
            &english,
        );
        let without = told(&line("story-level", &[("level", "emergency")]), &english);
        assert!(with.contains("grid city") && with.contains("down"));
        assert!(without.contains("emergency") && !without.contains("none"));
    }

    #[test]
    fn an_unknown_line_and_an_unreadable_time_are_shown_as_they_are() {
        let german = Catalogue::new(Language::German);
        assert!(told(&line("story-of-tomorrow", &[]), &german).contains("story-of-tomorrow"));
        assert_eq!(local_time("soon", &german), "soon");
        assert!(local_time("2027-03-04T05:06:07", &german).contains("04.03.2027"));
    }

    #[test]
    fn whom_it_happened_to_and_why_are_called_what_the_scenario_wants() {
        let german = Catalogue::new(Language::German);
        let entry = |name: &str, called: &str| (name.to_owned(), called.into());
        let table = [entry("payroll", "Gehalt"), entry("grid *", "Stromnetz *")];
        let names = Names {
            table: &table,
            catalogue: &german,
        };
        let level = [("level", "down"), ("cause", "grid city")];
        let told = sentence(&line("story-level", &level), &names);
        assert!(
            told.contains("Gehalt") && told.contains("Stromnetz city"),
            "{told}"
        );
    }
}
