//! The page of a comparison: question, what every design changes in the first question, all questions, charts, method.

use maud::{Markup, html};

use crate::compare::results::{Ask, Difference, Verdict};
use crate::report::chart::Place;
use crate::report::compare::{Told, best_first, figures};
use crate::report::html::figures::Numbered;
use crate::report::html::parts::{self, Narrow, code};
use crate::report::html::shell::Page;
use crate::report::html::{front, method};
use crate::report::options::Options;
use crate::report::table::Table;

/// Most charts in the page; the others are files only, and the tables have all.
const CHARTS: usize = 6;
/// Most designs that the answer names; the tables have all.
const SENTENCES: usize = 4;

/// The whole page.
#[must_use]
pub fn page(told: &Told<'_>, options: &Options) -> String {
    let words = &told.words;
    let title = if words.results.about.title.is_empty() {
        words.say("compare-page")
    } else {
        words.wording(&words.results.about.title).to_owned()
    };
    Page {
        language: words.catalogue.language(),
        title: format!("{title} – {}", words.say("compare-page")),
        body: html! {
            header { (front::head(words, &title)) }
            main {
                div.front {
                    @if let Some(first) = told.comparison.asks.first() { (answer(told, first)) }
                }
                div.text { (body(told, options)) }
            }
            footer { (method::foot(words)) }
        },
    }
    .whole()
}

fn body(told: &Told<'_>, options: &Options) -> Markup {
    let words = &told.words;
    let mut numbered = Numbered::new(words, figures(told));
    html! {
        (glance(told))
        (designs(told))
        (numbered.section("compare-section-charts", Place::Findings, CHARTS))
        h2 { (words.say("compare-section-asks")) }
        @for ask in told.differing() { (question(told, ask)) }
        (parts::listed(words, "compare-section-alike", &told.alike()))
        (parts::listed(words, "compare-section-unshared", &told.unshared()))
        (explanation(told))
        (reproduce(told, options))
    }
}

/// The first question, a sentence for each design.
fn answer(told: &Told<'_>, ask: &Ask) -> Markup {
    let words = &told.words;
    html! {
        section.answer aria-labelledby="answer" {
            h2 id="answer" { (words.say("section-answer")) }
            p.asked { (told.asked(ask)) }
            @for of in best_first(ask).into_iter().filter(|of| of.verdict != Verdict::Equal).take(SENTENCES) {
                p { (told.sentence(ask, of)) }
            }
            @if let Some(equal) = told.equal(ask) { p.small { (equal) } }
        }
        p.caution { (words.say("compare-intervals")) " " (told.rests_on()) }
    }
}

/// All questions and designs at a glance: a row for each design, a narrow column for each question, whose words stand below.
fn glance(told: &Told<'_>) -> Markup {
    let words = &told.words;
    let caption = words.get("compare-glance", &[("base", told.base().into())]);
    let mut table = Table::new(caption).text(words.say("compare-column-design"));
    for number in 1..=told.comparison.asks.len() {
        table = table.number(number.to_string());
    }
    let base = told.comparison.key.base;
    for design in (0..told.comparison.designs.len()).filter(|&design| design != base) {
        let mut row = vec![told.design(design)];
        let asks = told.comparison.asks.iter();
        row.extend(asks.map(|ask| sign(ask, design).to_owned()));
        table.push(row);
    }
    html! {
        (parts::table(&table, Narrow::Scrolls))
        p.small.muted { (words.say("compare-glance-note")) }
        ol.small { @for ask in &told.comparison.asks { li { (told.asked(ask)) } } }
    }
}

/// The verdict on one design in one question as a sign, explained below the table.
fn sign(ask: &Ask, design: usize) -> &'static str {
    let of = ask.designs.iter().find(|of| of.design == design);
    match of.map(|of| of.verdict) {
        None => "·",
        Some(Verdict::Better) => "+",
        Some(Verdict::Worse) => "\u{2212}",
        Some(Verdict::NotShown) => "0",
        Some(Verdict::Equal) => "=",
        Some(Verdict::TooFew) => "?",
    }
}

/// What the designs are, where their authors say it.
fn designs(told: &Told<'_>) -> Markup {
    let words = &told.words;
    let labelled = told.comparison.designs.iter().enumerate();
    let labelled: Vec<_> = labelled
        .filter(|(_, design)| !design.label.is_empty())
        .collect();
    html! {
        @if !labelled.is_empty() {
            h2 { (words.say("compare-section-designs")) }
            dl.facts {
                @for (index, design) in labelled {
                    dt { (told.design(index)) } dd { (words.wording(&design.label)) }
                }
            }
        }
    }
}

/// One question in all designs.
fn question(told: &Told<'_>, ask: &Ask) -> Markup {
    html! {
        h3 { (told.asked(ask)) }
        (parts::table(&told.table(ask), Narrow::Stacks))
        @for note in told.notes(ask) { p.small { (note) } }
        @if let Some(saved) = saved(told, ask) { p.small.muted { (saved) } }
    }
}

/// How much the common luck saves, for the design where it saves most and least.
fn saved(told: &Told<'_>, ask: &Ask) -> Option<String> {
    let saved = |of: &Difference| of.variance_reduction;
    let all: Vec<f64> = ask.designs.iter().filter_map(saved).collect();
    let least = all.iter().copied().reduce(f64::min)?;
    let most = all.iter().copied().reduce(f64::max)?;
    let number = |x: f64| told.words.catalogue.number(x, 2);
    let arguments = [
        ("least", number(least).into()),
        ("most", number(most).into()),
    ];
    let key = if all.len() == 1 {
        "compare-saved-one"
    } else {
        "compare-saved"
    };
    Some(told.words.get(key, &arguments))
}

fn explanation(told: &Told<'_>) -> Markup {
    let words = &told.words;
    html! {
        h2 { (words.say("section-method")) }
        @for key in ["compare-method-luck", "compare-method-intervals", "compare-method-verdicts", "compare-method-counts", "compare-method-saved"] {
            p { (words.say(key)) }
        }
    }
}

/// All that is needed to make every byte again.
fn reproduce(told: &Told<'_>, options: &Options) -> Markup {
    let words = &told.words;
    let key = &told.comparison.key;
    html! {
        h2 { (words.say("section-reproduce")) }
        p { (words.say("compare-reproduce")) }
        @if !options.command.is_empty() { pre { code { (options.command) } } }
        dl.facts {
            dt { (words.say("fact-seed")) } dd { (code(&key.seed.to_string())) }
            dt { (words.say("fact-replications")) } dd { (words.catalogue.count(key.replications)) }
            @for (name, value) in &key.set { dt { (code(name)) } dd { (code(value)) } }
            @for (index, design) in told.comparison.designs.iter().enumerate() {
                dt { (told.design(index)) } dd { (code(&design.digest)) }
            }
            dt { (words.say("fact-version")) } dd { "ausfall " (env!("CARGO_PKG_VERSION")) }
        }
    }
}
