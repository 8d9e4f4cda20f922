//! The first page: question, answer, objectives, who is hit, what could flip a verdict, what is left out. One screen, one sheet.
//!
//! Says each thing once and short; the tables further on have the rest.

use maud::{Markup, html};

use crate::batch::results::{ObjectiveResult, OrganisationResult, Verdict};
use crate::report::html::objectives::class;
use crate::report::html::parts::{self, code};
use crate::report::options::Options;
use crate::report::words::{Words, ended};

/// Most answers besides the first.
const ANSWERS: usize = 9;
/// Most objectives.
const OBJECTIVES: usize = 14;
/// Most organisations, and most groups.
const HIT: usize = 3;
/// Most flipped verdicts, and most assumptions named.
const FLIPS: usize = 5;
/// Most sentences on what is left out.
const LEFT_OUT: usize = 6;

/// Title, label and question.
pub fn head(words: &Words<'_>, title: &str) -> Markup {
    let about = &words.results.about;
    let variant = &words.results.key.variant;
    html! {
        h1 { (title) }
        @if !variant.is_empty() { p.muted { (words.get("variant", &[("name", words.shown(variant).into())])) } }
        @if !about.label.is_empty() { p.label { (words.wording(&about.label)) } }
        @if !about.question.is_empty() { p.question { (words.wording(&about.question)) } }
    }
}

/// The page below its head.
pub fn page(words: &Words<'_>, options: &Options) -> Markup {
    html! {
        section.answer aria-labelledby="answer" {
            h2 id="answer" { (words.say("section-answer")) }
            (answer(words))
        }
        (caution(words, options))
        div.columns {
            (others(words))
            (objectives(words))
            (hit(words))
            (flips(words))
            (left_out(words))
        }
    }
}

/// The first question's answer in one sentence, and how far the assumptions move it.
fn answer(words: &Words<'_>) -> Markup {
    html! {
        @match words.results.asks.first() {
            Some(first) => {
                p { (words.answer_sentence(first)) }
                p.small.muted { (ended(&capital(&words.band(0)))) }
            }
            None => p { (words.say("no-asks")) },
        }
    }
}

/// How far to trust the numbers, and the command that answers better.
fn caution(words: &Words<'_>, options: &Options) -> Markup {
    html! {
        p.caution {
            strong { (words.say("caution-strong")) } " " (words.say("caution")) " "
            (words.say("caution-compare")) " " (code(&options.compare_command()))
        }
    }
}

/// The other questions: a line each.
fn others(words: &Words<'_>) -> Markup {
    let asks = &words.results.asks;
    let more = asks.len().saturating_sub(1 + ANSWERS);
    html! {
        @if asks.len() > 1 {
            section {
                h2 { (words.say("section-other-answers")) }
                ul.lines { @for (number, ask) in asks.iter().enumerate().skip(1).take(ANSWERS) {
                    @let row = words.answer_row(number, ask);
                    li {
                        (row.asked) ": " strong { (row.estimate) } " "
                        span.muted { (in_brackets(&row.interval, &row.estimate)) (beside(words, &row.band)) }
                    }
                } }
                @if more > 0 { p.small.muted { (words.get("more-answers", &[("n", (more as u64).into())])) } }
            }
        }
    }
}

/// An interval behind its estimate; nothing where it says no more.
fn in_brackets(interval: &str, estimate: &str) -> String {
    if interval == estimate {
        String::new()
    } else {
        format!("({interval})")
    }
}

/// What stands behind an interval: the band, or in short that nobody has looked; how to look is said once, with the answer.
fn beside(words: &Words<'_>, band: &str) -> Markup {
    let not_examined = words.results.bands.is_empty();
    html! {
        @if words.with_range() > 0 {
            " · "
            @if not_examined { (words.say("band-not-examined-short")) } @else { (band) }
        }
    }
}

/// The objectives: sign, word, what is aimed at, the number reached; what is missed first.
fn objectives(words: &Words<'_>) -> Markup {
    let mut all: Vec<&ObjectiveResult> = words.results.objectives.iter().collect();
    all.sort_by_key(|objective| order(objective.verdict));
    let more = all.len().saturating_sub(OBJECTIVES);
    html! {
        section {
            h2 { (words.say("section-objectives-short")) }
            @if all.is_empty() { p.small { (words.say("no-objectives")) } } @else { p.small.muted { (words.verdicts()) } }
            ul.lines.verdicts { @for objective in all.iter().take(OBJECTIVES) { li { (objective_line(words, objective)) } } }
            @if more > 0 { p.small.muted { (words.get("more-objectives", &[("n", (more as u64).into())])) } }
        }
    }
}

const fn order(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Missed => 0,
        Verdict::Undecided => 1,
        Verdict::Met => 2,
    }
}

fn objective_line(words: &Words<'_>, objective: &ObjectiveResult) -> Markup {
    let (verdict, _) = words.verdict(objective);
    html! {
        span class={ "verdict " (class(objective.verdict)) } { (parts::sign(objective.verdict)) (verdict) }
        span {
            (words.subject_at(&objective.subject, &objective.level)) ", " (words.target_in_short(objective)) ": "
            strong { (words.reached_in_short(objective)) }
        }
    }
}

/// The organisations and the groups that lose most.
fn hit(words: &Words<'_>) -> Markup {
    let rows = &words.results.organisations;
    let single = rows.iter().filter(|row| !row.group).take(HIT);
    let groups = rows.iter().filter(|row| row.group).take(HIT);
    html! {
        section {
            h2 { (words.say("section-hit")) }
            @if rows.is_empty() { p.small { (words.say("hit-nobody")) } }
            ul.lines { @for row in single.chain(groups) { li { (hit_line(words, row)) } } }
        }
    }
}

fn hit_line(words: &Words<'_>, row: &OrganisationResult) -> String {
    let key = if row.group {
        "hit-group"
    } else {
        "hit-organisation"
    };
    let arguments = [
        ("name", words.organisation(&row.name).into()),
        ("members", row.members.into()),
        ("lost", words.estimate("user h/y", &row.lost, 2).into()),
    ];
    words.get(key, &arguments)
}

/// The assumptions whose ends flip a verdict, or that nobody has looked.
fn flips(words: &Words<'_>) -> Markup {
    let flips = words.flips_in_short(FLIPS);
    html! {
        section {
            h2 { (words.say("section-flips")) }
            @if flips.told.is_empty() && flips.undecided == 0 { p.small { (words.without_flips(FLIPS)) } }
            ul.lines { @for flip in &flips.told { li { (words.flip(flip)) } } }
            @for left in words.flips_left(&flips) { p.small.muted { (left) } }
        }
    }
}

fn left_out(words: &Words<'_>) -> Markup {
    let sentences = words.left_out();
    html! {
        @if !sentences.is_empty() {
            section.whole {
                h2 { (words.say("section-left-out")) }
                ul.lines { @for sentence in sentences.iter().take(LEFT_OUT) { li { (sentence) } } }
            }
        }
    }
}

/// `text` with a capital first letter.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
