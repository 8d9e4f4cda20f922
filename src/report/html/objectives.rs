//! Objectives against what is reached.

use maud::{Markup, html};

use crate::batch::results::{ObjectiveResult, Verdict};
use crate::report::html::parts;
use crate::report::words::Words;

/// The section, if there are objectives.
pub fn section(words: &Words<'_>) -> Markup {
    html! {
        @if !words.results.objectives.is_empty() {
            h2 { (words.say("section-objectives")) }
            p { (words.verdicts()) }
            (table(words))
            p.small.muted { (words.say("objectives-note")) }
        }
    }
}

fn table(words: &Words<'_>) -> Markup {
    let heads = [
        "column-service",
        "column-wanted",
        "column-reached",
        "column-verdict",
    ]
    .map(|key| words.say(key));
    html! {
        table.stack role="table" {
            caption { (words.say("objectives-table")) }
            thead role="rowgroup" { tr role="row" {
                @for head in &heads { th scope="col" role="columnheader" { (head) } }
            } }
            tbody role="rowgroup" { @for objective in &words.results.objectives { (row(words, objective, &heads)) } }
        }
    }
}

fn row(words: &Words<'_>, objective: &ObjectiveResult, heads: &[String; 4]) -> Markup {
    let (verdict, events) = words.verdict(objective);
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { (words.subject_at(&objective.subject, &objective.level)) }
            td role="cell" data-label=(heads[1]) { span { (words.wanted(objective)) } }
            td role="cell" data-label=(heads[2]) { div {
                @for (index, line) in words.reached(objective).iter().enumerate() {
                    @if index > 0 { br; }
                    span.muted[index > 0].small[index > 0] { (line) }
                }
            } }
            td role="cell" data-label=(heads[3]) { div {
                span class={ "verdict " (class(objective.verdict)) } { (parts::sign(objective.verdict)) (verdict) }
                br; span.small.muted { (events) }
            } }
        }
    }
}

/// The class of a verdict in the style sheet.
pub const fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::Missed => "missed",
        Verdict::Undecided => "undecided",
    }
}
