//! The chief lines of a story: of all that happens in a year, what a reader wants to know of its outages.
//!
//! Knows kinds and subjects of lines, not their words.

use std::collections::BTreeSet;

use crate::batch::results::{Story, StoryLine};

/// What a reader wants to know of an outage; the rest (notices, stops that follow, reserves that hold) is for the trace.
const CHIEF: [&str; 17] = [
    "story-failed",
    "story-struck",
    "story-damaged",
    "story-shock-came",
    "story-hazard-came",
    "story-hazard-over",
    "story-dispatched",
    "story-repaired",
    "story-shared-repaired",
    "story-exhausted",
    "story-stock-empty",
    "story-switch-failed",
    "story-restart-began",
    "story-level",
    "story-limit-reached",
    "story-deadlock",
    "story-bypassed",
];

/// The chief lines of a story: while some service is below its best level, from the instant in which it leaves it to the one
/// in which it is back, and before that the failure, shock or hazard at the root. What happens besides touches no service.
pub fn chief(story: &Story) -> Vec<&StoryLine> {
    let mut chief = BTreeSet::new();
    let mut below: Vec<&str> = Vec::new();
    let mut begin = 0;
    for instant in story.lines.chunk_by(|a, b| a.at_h == b.at_h) {
        let lines = begin..begin + instant.len();
        let was_below = !below.is_empty();
        for line in instant.iter().filter(|line| line.what == "story-level") {
            below.retain(|service| *service != line.subject);
            if !is_best(story, line) {
                below.push(&line.subject);
                chief.extend(root(&story.lines[..lines.end], line));
            }
        }
        if was_below || !below.is_empty() {
            chief.extend(lines.filter(|&at| CHIEF.contains(&story.lines[at].what.as_str())));
        }
        begin += instant.len();
    }
    chief.into_iter().map(|at| &story.lines[at]).collect()
}

/// Where the root of a fall was told: the last failure, shock or hazard of the name that the fall gives as its cause.
fn root(told: &[StoryLine], fall: &StoryLine) -> Option<usize> {
    const ROOTS: [&str; 3] = ["story-failed", "story-shock-came", "story-hazard-came"];
    let (_, cause) = fall.arguments.iter().find(|(name, _)| name == "cause")?;
    told.iter()
        .rposition(|line| ROOTS.contains(&line.what.as_str()) && line.subject == *cause)
}

/// Whether a line tells that a service is at its best level.
fn is_best(story: &Story, line: &StoryLine) -> bool {
    let level = line.arguments.iter().find(|(name, _)| name == "level");
    let timeline = story
        .timelines
        .iter()
        .find(|timeline| timeline.service == line.subject);
    match (level, timeline) {
        (Some((_, level)), Some(timeline)) => timeline.levels.first() == Some(level),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::results::Timeline;

    fn line(at_h: f64, what: &str, subject: &str, arguments: &[(&str, &str)]) -> StoryLine {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        StoryLine {
            at_h,
            local: String::new(),
            what: format!("story-{what}"),
            subject: subject.to_owned(),
            arguments: arguments.iter().map(owned).collect(),
        }
    }

    #[test]
    fn a_story_tells_the_root_and_what_happens_until_the_service_is_back() {
        let fall = [("level", "down"), ("cause", "grid")];
        let story = Story {
            kind: "p50".to_owned(),
            rank: 0,
            replication: 0,
            year: 0,
            lost: 1.0,
            timelines: vec![Timeline {
                service: "mail".to_owned(),
                levels: vec!["normal".to_owned()],
                changes: vec![(0.0, 0)],
            }],
            lines: vec![
                line(1.0, "failed", "lamp", &[]),
                line(2.0, "failed", "grid", &[]),
                line(2.0, "carried", "hall", &[]),
                line(2.2, "repaired", "lamp", &[]),
                line(2.5, "exhausted", "hall", &[]),
                line(2.5, "level", "mail", &fall),
                line(3.0, "detected", "grid", &[]),
                line(4.0, "repaired", "grid", &[]),
                line(5.0, "level", "mail", &[("level", "normal")]),
                line(6.0, "failed", "lamp", &[]),
            ],
        };
        let told: Vec<_> = chief(&story)
            .iter()
            .map(|line| format!("{} {}", line.what, line.subject))
            .collect();
        let expected = [
            "story-failed grid",
            "story-exhausted hall",
            "story-level mail",
            "story-repaired grid",
            "story-level mail",
        ];
        assert_eq!(told, expected);
    }
}
