//! How far the numbers of a scenario carry: their marks, their ranges, and those without a source.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::Blueprint;
use crate::model::parameter::{Inline, Mark, Parameter};

/// The numbers of a scenario by where they come from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Trust {
    /// Parameters by mark, in the order from firm to loose: (mark, parameters).
    pub marked: Vec<(&'static str, Vec<Parameter>)>,
    /// Numbers without a source by what they say: (`fails`, `repair` …, the numbers), the most frequent first.
    pub bare: Vec<(String, Vec<Inline>)>,
}

/// The marks, from firm to loose.
const MARKS: [&str; 6] = [
    "verified",
    "press",
    "computed",
    "derived",
    "unverified",
    "assumption",
];

/// Sorts the numbers of a blueprint.
#[must_use]
pub fn trust(blueprint: &Blueprint) -> Trust {
    let about = &blueprint.about;
    let marked = MARKS.map(|wanted| {
        let mine = about.parameters.iter().filter(|of| mark(of) == wanted);
        (wanted, mine.cloned().collect::<Vec<_>>())
    });
    let mut bare: BTreeMap<&str, Vec<Inline>> = BTreeMap::new();
    for inline in &about.inline {
        let what = inline.place.rsplit(", ").next().unwrap_or_default();
        bare.entry(what).or_default().push(inline.clone());
    }
    let mut bare: Vec<(String, Vec<Inline>)> = bare
        .into_iter()
        .map(|(what, numbers)| (what.to_owned(), numbers))
        .collect();
    bare.sort_by_key(|(_, numbers)| std::cmp::Reverse(numbers.len()));
    Trust {
        marked: marked
            .into_iter()
            .filter(|(_, of)| !of.is_empty())
            .collect(),
        bare,
    }
}

/// The word for a parameter's mark.
#[must_use]
pub const fn mark(of: &Parameter) -> &'static str {
    match of.from {
        Mark::Press(_) => "press",
        Mark::Verified(_) => "verified",
        Mark::Computed(_) => "computed",
        Mark::Derived(_) => "derived",
        Mark::Unverified(_) => "unverified",
        Mark::Assumption(_) => "assumption",
    }
}
