//! Where the numbers come from: counts by mark, the ranges of assumptions, numbers without a source.

use crate::explain::Explanation;
use crate::model::parameter::{Inline, Parameter};
use crate::report::explain::page::Page;
use crate::report::explain::phrase::Phrase;

/// At most so many places of numbers without a source are listed for each kind.
const MOST_PLACES: usize = 6;

/// The numbers by their sources.
pub fn trust(page: &mut Page<'_>, explanation: &Explanation) {
    let trust = &explanation.trust;
    if trust.marked.is_empty() && trust.bare.is_empty() {
        return;
    }
    page.heading("explain-trust");
    for (mark, parameters) in &trust.marked {
        let loose = matches!(*mark, "unverified" | "assumption");
        let listed: Vec<String> = parameters.iter().map(|of| value(page, of, loose)).collect();
        let arguments = [
            ("n", parameters.len().into()),
            ("what", listed.join("; ").into()),
        ];
        page.item(&page.get(&format!("explain-mark-{mark}"), &arguments));
    }
    let bare: usize = trust.bare.iter().map(|(_, numbers)| numbers.len()).sum();
    if bare > 0 {
        page.item(&page.get("explain-bare", &[("n", bare.into())]));
    }
    for (what, numbers) in &trust.bare {
        let mut places: Vec<String> = numbers.iter().take(MOST_PLACES).map(place).collect();
        if numbers.len() > MOST_PLACES {
            let others = [("n", (numbers.len() - MOST_PLACES).into())];
            places.push(page.get("explain-others", &others));
        }
        let arguments = [
            ("kind", what.as_str().into()),
            ("n", numbers.len().into()),
            (
                "what",
                Phrase(page.catalogue).joined(&places, "list-and").into(),
            ),
        ];
        page.detail(&page.get("explain-bare-kind", &arguments));
    }
}

/// `name = value`, of what is loosely known with its range.
fn value(page: &Page<'_>, of: &Parameter, loose: bool) -> String {
    let said = format!("{} = {}", of.name, of.value);
    match &of.range {
        Some((low, high)) if loose => {
            let arguments = [
                ("said", said.into()),
                ("low", low.as_str().into()),
                ("high", high.as_str().into()),
            ];
            page.get("explain-value-range", &arguments)
        }
        _ => said,
    }
}

fn place(of: &Inline) -> String {
    let owner = of
        .place
        .rsplit_once(", ")
        .map_or(&*of.place, |(owner, _)| owner);
    format!("{owner} ({})", of.value)
}
