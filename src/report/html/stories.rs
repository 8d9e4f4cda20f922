//! Years told outage by outage: a typical one first, the worst last.

use maud::{Markup, html};

use crate::batch::results::{Chain, Link, Story};
use crate::report::html::parts;
use crate::report::words::Words;
use crate::report::{chain, story};

/// Chains of a year that are told at once; the others open on a click.
const OPEN: usize = 1;

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
    html! {
        p.small.muted { (words.get("story-facts", &facts)) }
        @if story.chains.is_empty() { p { (words.say("story-quiet")) } }
        @for (index, chain) in story.chains.iter().enumerate() {
            (parts::details(&chain::headline(chain, &words.names()), index < OPEN, &links(words, story, chain)))
        }
        @if story.left_out > 0 {
            p.small.muted { (words.get("story-rest", &[("n", story.left_out.into())])) }
        }
    }
}

fn links(words: &Words<'_>, story: &Story, told: &Chain) -> Markup {
    let command = chain::command(&words.results.key, story.replication, told);
    html! {
        @if let Some(also) = chain::also(told, &words.names()) { p.small { (also) } }
        ol.story { @for (at, link) in told.links.iter().enumerate() {
            (line(words, link, at.checked_sub(1).map(|before| &told.links[before])))
        } }
        @if let Some(left_out) = chain::left_out(told, words.catalogue) { p.small.muted { (left_out) } }
        p.small.muted { (words.get("chain-again", &[("command", command.into())])) }
    }
}

/// A link with its time, and an arrow in its place where it followed at once.
fn line(words: &Words<'_>, link: &Link, before: Option<&Link>) -> Markup {
    let same_day = before.is_some_and(|before| before.local.get(..10) == link.local.get(..10));
    let time = match (link.follows, same_day) {
        (true, _) => "→".to_owned(),
        (false, true) => story::time_of_day(&link.local),
        (false, false) => story::local_time(&link.local, words.catalogue),
    };
    html! {
        li {
            time datetime=(link.local) { (time) }
            span { (chain::sentence(link, &words.names())) }
        }
    }
}
