//! What hangs together: shared causes, places, things below several services, loops.

use crate::explain::Explanation;
use crate::explain::shared::{Common, Crossing, Located, Loop};
use crate::report::explain::page::Page;
use crate::report::explain::phrase::Phrase;
use crate::text::format::percent_concise;

/// Shared causes, places, crossings and loops.
pub fn shared(page: &mut Page<'_>, explanation: &Explanation) {
    page.heading("explain-shared");
    explanation.commons.iter().for_each(|one| common(page, one));
    explanation.places.iter().for_each(|one| place(page, one));
    explanation
        .crossings
        .iter()
        .for_each(|one| crossing(page, one));
    explanation.loops.iter().for_each(|one| ring(page, one));
    if explanation.loops.is_empty() {
        page.item(&page.catalogue.say("explain-loop-none"));
    }
}

fn common(page: &mut Page<'_>, of: &Common) {
    let phrase = Phrase(page.catalogue);
    let chance = of
        .chance
        .filter(|chance| *chance < 1.0)
        .map(|chance| percent_concise(page.catalogue.language(), chance));
    let arguments = [
        ("name", of.name.as_str().into()),
        ("often", page.catalogue.frequency(of.per_year, 2).into()),
        ("members", phrase.named(&of.members).into()),
        ("chance", chance.unwrap_or_else(|| "all".to_owned()).into()),
        ("together", if of.together { "yes" } else { "no" }.into()),
    ];
    let key = format!("explain-{}", of.kind);
    page.item(&page.get(&key, &arguments));
}

fn place(page: &mut Page<'_>, of: &Located) {
    let phrase = Phrase(page.catalogue);
    let names: Vec<String> = of
        .things
        .each
        .iter()
        .map(|(name, _)| name.clone())
        .collect();
    let arguments = [
        ("name", of.name.as_str().into()),
        ("rooms", phrase.names(&of.rooms).into()),
        ("roomcount", of.rooms.len().into()),
        ("things", phrase.names(&names).into()),
        ("services", phrase.names(&of.services).into()),
        ("servicecount", of.services.len().into()),
    ];
    page.item(&page.get("explain-place", &arguments));
}

fn crossing(page: &mut Page<'_>, of: &Crossing) {
    let phrase = Phrase(page.catalogue);
    let names: Vec<String> = of.of.each.iter().map(|(name, _)| name.clone()).collect();
    let arguments = [
        ("who", phrase.joined(&names, "explain-or").into()),
        ("often", page.catalogue.frequency(of.per_year, 2).into()),
        ("services", phrase.names(&of.services).into()),
        ("n", of.of.count().into()),
    ];
    page.item(&page.get("explain-crossing", &arguments));
}

fn ring(page: &mut Page<'_>, of: &Loop) {
    let phrase = Phrase(page.catalogue);
    let bypass = of.bypass_h.map(|hours| page.catalogue.duration_set(hours));
    let arguments = [
        ("members", phrase.names(&of.members).into()),
        ("bypass", bypass.unwrap_or_else(|| "none".to_owned()).into()),
        ("soft", if of.soft { "yes" } else { "no" }.into()),
    ];
    page.item(&page.get("explain-loop", &arguments));
}
