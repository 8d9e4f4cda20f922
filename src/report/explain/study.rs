//! The frame of a study, and what fails by itself.

use crate::explain::failing::Failing;
use crate::explain::{Explanation, Frame, HOURS_PER_YEAR};
use crate::report::explain::page::Page;
use crate::report::explain::phrase::Phrase;
use crate::text::format::percent;

/// Title, question, clock, size.
pub fn frame(page: &mut Page<'_>, explanation: &Explanation) {
    let frame = &explanation.frame;
    let language = page.catalogue.language();
    for text in [&frame.title, &frame.label, &frame.question] {
        if !text.is_empty() {
            page.paragraph(text.say(language));
        }
    }
    page.heading("explain-frame");
    run(page, frame);
    let begins = if frame.running {
        "explain-begins-running"
    } else {
        "explain-begins-new"
    };
    page.paragraph(&page.catalogue.say(begins));
    size(page, frame);
}

fn run(page: &mut Page<'_>, frame: &Frame) {
    let years = frame.horizon_h / HOURS_PER_YEAR * frame.replications as f64;
    let (date, zone) = (
        frame.start.split('T').next().unwrap_or_default(),
        frame.start.split(['[', ']']).nth(1).unwrap_or_default(),
    );
    let key = if frame.until_precise {
        "explain-run-until-precise"
    } else {
        "explain-run"
    };
    let replications = page.get("replications", &[("n", frame.replications.into())]);
    let arguments = [
        ("replications", replications.into()),
        (
            "horizon",
            page.catalogue.duration_set(frame.horizon_h).into(),
        ),
        ("date", date.into()),
        ("zone", zone.into()),
        ("years", page.catalogue.count(years.round() as u64).into()),
    ];
    page.paragraph(&page.get(key, &arguments));
    if frame.warm_up_h > 0.0 {
        let time = page.catalogue.duration_set(frame.warm_up_h);
        page.paragraph(&page.get("explain-warm-up", &[("time", time.into())]));
    }
}

fn size(page: &mut Page<'_>, frame: &Frame) {
    let size = frame.size;
    let counted = [
        ("check-components", size.components),
        ("explain-lines", size.lines),
        ("check-services", size.services),
        ("check-organisations", size.organisations),
    ];
    let words: Vec<String> = counted
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|&(key, n)| page.get(key, &[("n", n.into())]))
        .collect();
    let said = Phrase(page.catalogue).joined(&words, "list-and");
    let arguments = [("what", said.into()), ("users", size.users.into())];
    let key = if size.users > 0 {
        "explain-size-users"
    } else {
        "explain-size"
    };
    if !words.is_empty() {
        page.paragraph(&page.get(key, &arguments));
    }
}

/// What fails by itself.
pub fn failing(page: &mut Page<'_>, explanation: &Explanation) {
    if explanation.failing.is_empty() {
        return;
    }
    page.heading("explain-failing");
    for failing in &explanation.failing {
        let sentence = sentence(page, failing);
        page.item(&sentence);
    }
    page.paragraph(&page.catalogue.say("explain-failing-note"));
}

fn sentence(page: &Page<'_>, of: &Failing) -> String {
    let phrase = Phrase(page.catalogue);
    let (shortest, longest) = of.every_h;
    let arguments = [
        ("who", phrase.named(&of.of).into()),
        (
            "each",
            if of.of.count() > 1 { "each" } else { "one" }.into(),
        ),
        (
            "mode",
            match of.mode.as_str() {
                "" => "none".to_owned(),
                mode => page.catalogue.word("explain-mode", mode),
            }
            .into(),
        ),
        (
            "often",
            phrase
                .often(HOURS_PER_YEAR / longest, HOURS_PER_YEAR / shortest)
                .into(),
        ),
        ("cold", if of.cold { "cold" } else { "no" }.into()),
    ];
    let mut sentences = vec![page.get("explain-fails", &arguments)];
    sentences.push(back(page, of));
    if let (Some((least, most)), Some((low, high))) = (of.down_a_year_h, of.availability()) {
        let worst = percent(page.catalogue.language(), low, 2);
        let best = percent(page.catalogue.language(), high, 2);
        let share = if worst == best {
            worst
        } else {
            page.get(
                "range-words-to",
                &[("low", worst.into()), ("high", best.into())],
            )
        };
        let arguments = [
            ("down", phrase.a_year(least, most).into()),
            ("share", share.into()),
        ];
        sentences.push(page.get("explain-alone", &arguments));
    }
    if let Some(crew) = &of.waits_for {
        sentences.push(page.get("explain-waits", &[("crew", crew.as_str().into())]));
    }
    sentences.join(" ")
}

fn back(page: &Page<'_>, of: &Failing) -> String {
    let Some(down) = &of.down else {
        return page.catalogue.say("explain-back-never");
    };
    let duration = |hours: f64| page.catalogue.duration(hours, 2);
    if down.is_fixed() {
        let time = page.catalogue.duration_set(down.mean_h);
        return page.get("explain-back-fixed", &[("time", time.into())]);
    }
    let arguments = [
        ("mean", duration(down.mean_h).into()),
        ("median", duration(down.median_h).into()),
        ("tail", duration(down.p95_h).into()),
    ];
    page.get("explain-back", &arguments)
}
