//! What figures mean together: autonomies, stocks, switchovers, limited periods, restarts.

use crate::explain::Explanation;
use crate::explain::autonomy::{Carried, Interruption, Outlasting};
use crate::explain::relations::{Demanded, Limited, Restarting, Stocked};
use crate::report::explain::page::Page;
use crate::report::explain::phrase::Phrase;

/// All relations.
pub fn relations(page: &mut Page<'_>, explanation: &Explanation) {
    let of = &explanation.relations;
    let empty = of.carried.is_empty()
        && of.stocked.is_empty()
        && of.demanded.is_empty()
        && of.limited.is_empty()
        && of.restarting.is_empty();
    if empty {
        return;
    }
    page.heading("explain-relations");
    of.carried.iter().for_each(|one| carried(page, one));
    of.demanded.iter().for_each(|one| demanded(page, one));
    of.stocked.iter().for_each(|one| stocked(page, one));
    of.limited.iter().for_each(|one| limited(page, one));
    of.restarting.iter().for_each(|one| restarting(page, one));
}

fn carried(page: &mut Page<'_>, of: &Carried) {
    let phrase = Phrase(page.catalogue);
    let on = if of.of.each.len() > 1 {
        page.catalogue.say("explain-its-need")
    } else {
        phrase.expression(&of.on)
    };
    let arguments = [
        ("who", phrase.named(&of.of).into()),
        ("n", of.of.count().into()),
        ("on", on.into()),
        ("autonomy", phrase.time(&of.autonomy).into()),
    ];
    page.item(&page.get("explain-carried", &arguments));
    if of.against.is_empty() {
        page.detail(&page.catalogue.say("explain-against-none"));
    }
    for row in &of.against {
        let text = against(page, row);
        page.detail(&text);
    }
}

fn against(page: &Page<'_>, of: &Outlasting) -> String {
    let phrase = Phrase(page.catalogue);
    let key = match (of.how, of.share > 0.0) {
        (Interruption::Alone, _) => "explain-against-alone",
        (Interruption::Unswitched, _) => "explain-against-unswitched",
        (Interruption::Switching, false) => "explain-against-switched",
        (Interruption::Switching, true) => "explain-against-switching",
        (Interruption::FailedDemand, _) => "explain-against-failed",
    };
    let arguments = [
        ("name", of.name.as_str().into()),
        ("often", page.catalogue.frequency(of.per_year, 2).into()),
        ("share", phrase.share(of.share).into()),
        (
            "felt",
            page.catalogue.frequency(of.per_year * of.share, 2).into(),
        ),
    ];
    page.get(key, &arguments)
}

fn demanded(page: &mut Page<'_>, of: &Demanded) {
    let phrase = Phrase(page.catalogue);
    let Some((first, others)) = of.entries.split_first() else {
        return;
    };
    let arguments = [
        ("first", first.as_str().into()),
        (
            "others",
            others.join(&page.catalogue.say("explain-else")).into(),
        ),
        ("n", of.count.into()),
        ("often", page.catalogue.frequency(of.per_year, 2).into()),
    ];
    let mut sentences = vec![page.get("explain-demanded", &arguments)];
    if let Some(delay) = &of.delay {
        sentences.push(page.get(
            "explain-demanded-delay",
            &[("time", phrase.time(delay).into())],
        ));
    }
    if of.success < 1.0 {
        let failed = of.failed_a_year();
        let arguments = [
            ("share", phrase.share(1.0 - of.success).into()),
            ("often", page.catalogue.frequency(failed, 2).into()),
        ];
        sentences.push(page.get("explain-demanded-failed", &arguments));
        sentences.push(match &of.manual {
            Some(manual) => page.get(
                "explain-demanded-manual",
                &[("time", phrase.time(manual).into())],
            ),
            None => page.catalogue.say("explain-demanded-never"),
        });
    }
    page.item(&sentences.join(" "));
}

fn stocked(page: &mut Page<'_>, of: &Stocked) {
    let phrase = Phrase(page.catalogue);
    let who = phrase.named(&of.of);
    let lasts = page.catalogue.duration_set(of.lasts_h);
    let Some(delivery) = &of.delivery else {
        let arguments = [("who", who.into()), ("lasts", lasts.into())];
        return page.item(&page.get("explain-stocked-never", &arguments));
    };
    let arguments = [
        ("who", who.into()),
        ("lasts", lasts.into()),
        ("delivery", phrase.time(delivery).into()),
        ("tail", page.catalogue.duration(delivery.p95_h, 2).into()),
        ("late", phrase.share(of.late).into()),
    ];
    page.item(&page.get("explain-stocked", &arguments));
}

fn limited(page: &mut Page<'_>, of: &Limited) {
    let key = if of.continues {
        "explain-limited-continues"
    } else {
        "explain-limited"
    };
    let arguments = [
        ("service", of.service.as_str().into()),
        ("level", of.level.as_str().into()),
        ("time", page.catalogue.duration_set(of.at_most_h).into()),
        ("regain", page.catalogue.duration_set(of.regain_h).into()),
    ];
    page.item(&page.get(key, &arguments));
}

fn restarting(page: &mut Page<'_>, of: &Restarting) {
    let phrase = Phrase(page.catalogue);
    let who = phrase.named(&of.of);
    let restart = &of.restart;
    let text = if restart.is_fixed() {
        let time = page.catalogue.duration_set(restart.median_h);
        page.get(
            "explain-restart-fixed",
            &[("who", who.into()), ("time", time.into())],
        )
    } else {
        let arguments = [
            ("who", who.into()),
            (
                "median",
                page.catalogue.duration(restart.median_h, 2).into(),
            ),
            ("tail", page.catalogue.duration(restart.p95_h, 2).into()),
        ];
        page.get("explain-restart", &arguments)
    };
    page.item(&text);
    for (service, level, rto) in &of.too_long_for {
        let arguments = [
            ("service", service.as_str().into()),
            ("level", level.as_str().into()),
            ("rto", page.catalogue.duration_set(*rto).into()),
        ];
        page.detail(&page.get("explain-restart-too-long", &arguments));
    }
}
