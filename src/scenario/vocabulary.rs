//! Every field name and word that the language has, so that its reference can be held against them.
//!
//! Knows nothing of what they mean.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::scenario::schema::{
    AnsweredWithin, Body, Component, Crew, Duct, Effect, Expectation, Gate, Hazard, Horizon,
    Hotline, HotlineNeed, LawKind, Level, Link, MarkKind, MeasureExpr, Mode, Need, Node, Objective,
    OnCall, Organisation, Parameter, Recharge, Repair, Repaired, Scenario, Service, SharedCause,
    Site, Split, Standby, Stock, Strikes, SurgeSpec, Template, Use, UsesService,
};

/// What a declared type adds to the language: its field names, or its words with theirs.
pub trait Vocabulary {
    /// As they stand in a file.
    const WORDS: &'static [&'static str];
}

/// Words of the forms that no macro declares: an entry of `asks`, what a measure observes, a text in two languages, what a variant
/// takes out.
const BY_HAND: &[&str] = &[
    "label", "measure", "of", "down", "service", "level", "AllDown", "en", "de", "Remove",
];

/// Whether the language has this field name or word.
#[must_use]
pub fn is_word(word: &str) -> bool {
    static WORDS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(vocabulary);
    WORDS.contains(word)
}

macro_rules! vocabulary_of {
    ($($name:ident),* $(,)?) => {
        /// The field names and words of scenario files, sorted. Bare words that only one field takes (such as `Pooled`) are not
        /// among them.
        #[must_use]
        pub fn vocabulary() -> BTreeSet<&'static str> {
            let declared: &[&[&'static str]] = &[ $( <$name as Vocabulary>::WORDS, )* BY_HAND ];
            declared.iter().copied().flatten().copied().collect()
        }

        #[cfg(test)]
        const LISTED: &[&str] = &[ $( stringify!($name), )* ];
    };
}

vocabulary_of!(
    AnsweredWithin,
    Body,
    Component,
    Crew,
    Duct,
    Effect,
    Expectation,
    Gate,
    Hazard,
    Horizon,
    Hotline,
    HotlineNeed,
    LawKind,
    Level,
    Link,
    MarkKind,
    MeasureExpr,
    Mode,
    Need,
    Node,
    Objective,
    OnCall,
    Organisation,
    Parameter,
    Recharge,
    Repair,
    Repaired,
    Scenario,
    Service,
    SharedCause,
    Site,
    Split,
    Standby,
    Stock,
    Strikes,
    SurgeSpec,
    Template,
    Use,
    UsesService,
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_declared_type_is_left_out() {
        let schema = [
            include_str!("schema.rs"),
            include_str!("schema/expression.rs"),
            include_str!("schema/law.rs"),
            include_str!("schema/measure.rs"),
        ];
        // What the macros declare is indented; types written by hand stand at the margin.
        let declared = schema
            .iter()
            .flat_map(|text| text.lines())
            .filter_map(|line| {
                let name = line
                    .strip_prefix("    pub struct ")
                    .or_else(|| line.strip_prefix("    pub enum "))?;
                name.split(|c: char| !c.is_alphanumeric()).next()
            });
        let missing: Vec<_> = declared.filter(|name| !LISTED.contains(name)).collect();
        assert_eq!(missing, [""; 0]);
    }

    #[test]
    fn fields_bear_the_names_of_the_file() {
        let words = vocabulary();
        assert!(words.contains("use") && words.contains("uses"));
        assert!(words.contains("at_most") && words.contains("Lognormal") && words.contains("p95"));
    }
}
