//! The services in sentences: levels, users, objectives, and what alone takes them away.

use crate::explain::Explanation;
use crate::explain::services::{ServiceRead, Single, Wanted};
use crate::report::explain::page::Page;
use crate::report::explain::phrase::Phrase;
use crate::text::format::percent_concise;

/// At most so many single points are told for each service.
const MOST_SINGLES: usize = 12;

/// All services.
pub fn services(page: &mut Page<'_>, explanation: &Explanation) {
    if explanation.services.is_empty() {
        return;
    }
    page.heading("explain-services");
    for service in &explanation.services {
        one(page, service);
    }
    page.paragraph(&page.catalogue.say("explain-singles-note"));
}

fn one(page: &mut Page<'_>, service: &ServiceRead) {
    let phrase = Phrase(page.catalogue);
    let arguments = [
        ("service", service.name.as_str().into()),
        ("n", service.organisations.into()),
        ("users", service.users.into()),
    ];
    page.item(&page.get("explain-service", &arguments));
    for (level, when) in &service.levels {
        let arguments = [
            ("level", level.as_str().into()),
            ("when", phrase.expression(when).into()),
            ("n", if Phrase::is_plural(when) { 2 } else { 1 }.into()),
        ];
        page.detail(&page.get("explain-level", &arguments));
    }
    for wanted in &service.objectives {
        let text = objective(page, wanted);
        page.detail(&text);
    }
    singles(
        page,
        &service.singles,
        "explain-singles",
        "explain-singles-none",
    );
    if !service.lessening.is_empty() {
        singles(
            page,
            &service.lessening,
            "explain-lessening",
            "explain-singles-none",
        );
    }
    if let Some(pairs) = service.pairs {
        page.detail(&page.get("explain-pairs", &[("n", pairs.into())]));
    }
}

fn objective(page: &Page<'_>, of: &Wanted) -> String {
    let words = page.catalogue;
    let share = |x: f64| percent_concise(words.language(), x);
    let mut parts = Vec::new();
    let times = [("objective-rto", of.rto_h), ("objective-mtpd", of.mtpd_h)];
    for (key, hours) in times {
        if let Some(hours) = hours {
            let target = words.duration_set(hours);
            parts.push(page.get(key, &[("target", target.into())]));
        }
    }
    if let Some(availability) = of.availability {
        let arguments = [
            ("target", share(availability).into()),
            ("scheme", "none".into()),
        ];
        parts.push(page.get("objective-availability", &arguments));
    }
    if let Some(x) = of.of_outages {
        parts.push(page.get("tolerance-share-of-outages", &[("x", share(x).into())]));
    }
    if let Some(x) = of.per_year {
        parts.push(page.get("tolerance-per-year", &[("x", share(x).into())]));
    }
    let arguments = [
        ("level", of.level.as_str().into()),
        ("lowest", if of.lowest { "yes" } else { "no" }.into()),
        ("what", parts.join(", ").into()),
    ];
    let wanted = page.get("explain-objective", &arguments);
    match of.longer {
        None => wanted,
        Some(longer) => {
            let share = Phrase(words).share(longer);
            let longer = page.get("explain-longer", &[("share", share.into())]);
            format!("{wanted}. {longer}")
        }
    }
}

fn singles(page: &mut Page<'_>, singles: &[Single], some: &str, none: &str) {
    if singles.is_empty() {
        return page.detail(&page.catalogue.say(none));
    }
    let all: f64 = singles.iter().map(|single| single.outages_a_year).sum();
    let phrase = Phrase(page.catalogue);
    let mut told: Vec<String> = singles
        .iter()
        .take(MOST_SINGLES)
        .map(|single| self::single(&phrase, single))
        .collect();
    if singles.len() > MOST_SINGLES {
        let others = [("n", (singles.len() - MOST_SINGLES).into())];
        told.push(page.get("explain-others", &others));
    }
    let arguments = [
        ("all", page.catalogue.frequency(all, 2).into()),
        ("what", told.join("; ").into()),
    ];
    page.detail(&page.get(some, &arguments));
}

fn single(phrase: &Phrase<'_>, of: &Single) -> String {
    let often = phrase.0.frequency(of.outages_a_year, 2);
    let arguments = [
        ("who", phrase.named(&of.of).into()),
        ("often", often.into()),
        ("bridged", if of.bridged { "yes" } else { "no" }.into()),
        (
            "median",
            of.median_h
                .map_or_else(
                    || phrase.0.say("explain-for-ever"),
                    |hours| phrase.0.duration(hours, 2),
                )
                .into(),
        ),
    ];
    phrase.get("explain-single", &arguments)
}
