//! What is worth a second look.

use crate::explain::Explanation;
use crate::explain::doubts::{Against, Doubt};
use crate::report::explain::page::Page;
use crate::report::explain::phrase::Phrase;
use crate::text::format::percent_concise;

/// All doubts.
pub fn doubts(page: &mut Page<'_>, explanation: &Explanation) {
    page.heading("explain-doubts");
    for doubt in &explanation.doubts {
        let text = sentence(page, doubt);
        page.item(&text);
    }
    if explanation.doubts.is_empty() {
        page.paragraph(&page.catalogue.say("explain-doubts-none"));
    }
}

fn sentence(page: &Page<'_>, doubt: &Doubt) -> String {
    let phrase = Phrase(page.catalogue);
    match doubt {
        Doubt::Idle(of) => page.get("explain-idle", &[("who", phrase.named(of).into())]),
        Doubt::Rare(name, expected) => {
            let arguments = [
                ("name", name.as_str().into()),
                ("x", page.catalogue.number(*expected, 2).into()),
            ];
            page.get("explain-rare", &arguments)
        }
        Doubt::IdleCrew(name) => page.get("explain-idle-crew", &[("name", name.as_str().into())]),
        Doubt::Unfailing(service) => {
            page.get("explain-unfailing", &[("service", service.as_str().into())])
        }
        Doubt::HardlyMet(of) => against(page, "explain-hardly-met", of),
        Doubt::HardlyMissed(of) => against(page, "explain-hardly-missed", of),
    }
}

fn against(page: &Page<'_>, key: &str, of: &Against) -> String {
    let phrase = Phrase(page.catalogue);
    let arguments = [
        ("service", of.service.as_str().into()),
        ("level", of.level.as_str().into()),
        ("rto", page.catalogue.duration_set(of.rto_h).into()),
        ("share", phrase.share(of.longer).into()),
        (
            "allowed",
            percent_concise(page.catalogue.language(), of.allowed).into(),
        ),
    ];
    page.get(key, &arguments)
}
