//! All answers with their intervals and what the assumptions do to them.

use maud::{Markup, html};

use crate::report::answer::Heads;
use crate::report::html::parts::{self, Narrow};
use crate::report::words::Words;

/// The section, if anything is asked.
pub fn section(words: &Words<'_>) -> Markup {
    let results = words.results;
    let table = words.answers_table(&Heads {
        caption: words.say("answers-table"),
        interval: "column-interval-error",
        relative: "column-relative",
        band: true,
    });
    let examined = [
        ("examined", (results.bands.len() as u64).into()),
        ("ranged", words.with_range().into()),
    ];
    html! {
        @if !results.asks.is_empty() {
            h2 { (words.say("section-all-answers")) }
            (parts::table(&table, Narrow::Stacks))
            p.small.muted {
                (words.say("answers-note"))
                @if !results.bands.is_empty() { " " (words.get("bands-examined", &examined)) }
            }
        }
    }
}
