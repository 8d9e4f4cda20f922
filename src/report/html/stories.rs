//! Years told event by event: a typical one first, the worst last.

use maud::{Markup, html};

use crate::batch::results::{Story, StoryLine};
use crate::report::chief::chief;
use crate::report::html::parts;
use crate::report::story;
use crate::report::words::Words;

/// Most lines of a year; the CSV file has all.
const MOST_LINES: usize = 300;
/// Lines shown before the rest.
const SHOWN: usize = 12;

/// The section, if there are stories.
pub fn section(words: &Words<'_>) -> Markup {
    let stories = &words.results.stories;
    let worst_shown = stories.iter().position(|story| story.kind == "worst");
    html! {
        @if !stories.is_empty() {
            h2 { (words.say("section-stories")) }
            p { (words.say("stories-opening")) }
            @for (index, story) in stories.iter().enumerate() {
                @if story.kind != "worst" || Some(index) == worst_shown {
                    h3 { (heading(words, story)) }
                    (told(words, story))
                } @else {
                    (parts::details(&heading(words, story), false, &told(words, story)))
                }
            }
        }
    }
}

fn heading(words: &Words<'_>, story: &Story) -> String {
    let years = words.results.key.replications * u64::from(words.results.key.years);
    let arguments = [
        ("rank", u64::from(story.rank).into()),
        ("years", years.into()),
    ];
    words.get(&format!("story-heading-{}", story.kind), &arguments)
}

fn told(words: &Words<'_>, story: &Story) -> Markup {
    let lost = words.value("user h", story.lost, 3);
    let facts = [
        ("lost", lost.into()),
        ("replication", story.replication.to_string().into()),
        ("year", (u64::from(story.year) + 1).to_string().into()),
    ];
    let chief = chief(story);
    let told = &chief[..chief.len().min(MOST_LINES)];
    let (shown, rest) = told.split_at(SHOWN.min(told.len()));
    html! {
        p.small.muted { (words.get("story-facts", &facts)) }
        @if chief.is_empty() { p { (words.say("story-quiet")) } } @else { (lines(words, shown)) }
        @if !rest.is_empty() {
            (parts::details(&words.get("story-rest", &[("n", (rest.len() as u64).into())]), false, &lines(words, rest)))
        }
        @if chief.len() > told.len() { p.small.muted { (words.say("story-too-long")) } }
    }
}

fn lines(words: &Words<'_>, lines: &[&StoryLine]) -> Markup {
    html! {
        ol.story { @for line in lines {
            li {
                time datetime=(line.local) { (story::local_time(&line.local, words.catalogue)) }
                span { (story::sentence(line, words.catalogue)) }
            }
        } }
    }
}
