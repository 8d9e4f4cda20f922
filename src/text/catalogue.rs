//! The messages of one language, in the syntax of Project Fluent (<https://projectfluent.org>).

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::text::{Language, format};

/// An argument of a message: a text, or a number that a message may choose its plural by.
pub type Value<'a> = FluentValue<'a>;

/// The files of one language, one for each subject.
macro_rules! sources {
    ($language:literal) => {
        &[
            include_str!(concat!($language, "/results.ftl")),
            include_str!(concat!($language, "/program.ftl")),
            include_str!(concat!($language, "/diagnostics.ftl")),
            include_str!(concat!($language, "/help.ftl")),
            include_str!(concat!($language, "/compare.ftl")),
            include_str!(concat!($language, "/explain.ftl")),
            include_str!(concat!($language, "/chains.ftl")),
        ]
    };
}
const ENGLISH: &[&str] = sources!("en");
const GERMAN: &[&str] = sources!("de");

/// The messages of one language.
pub struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// The messages of `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => |value, _| whole(value, Language::English),
            Language::German => |value, _| whole(value, Language::German),
        }));
        // A message that is not well-formed is left out of the bundle; a test holds both files to be whole.
        for source in sources(language) {
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// The language of the messages.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a message `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The message `key` with its arguments; the key itself where there is none, so that a gap shows.
    #[must_use]
    pub fn get(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return key.to_owned();
        };
        let arguments: FluentArgs<'_> = arguments
            .iter()
            .map(|(name, value)| (Cow::Borrowed(*name), value.clone()))
            .collect();
        let mut gaps = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&arguments), &mut gaps)
            .into_owned()
    }

    /// The message `key`, which takes no arguments.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.get(key, &[])
    }

    /// The message `prefix-name` if there is one, else `name` as it is: words for the fixed names of results.
    #[must_use]
    pub fn word(&self, prefix: &str, name: &str) -> String {
        let key = format!("{prefix}-{name}");
        if self.has(&key) {
            self.say(&key)
        } else {
            name.to_owned()
        }
    }
}

fn sources(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => ENGLISH,
        Language::German => GERMAN,
    }
}

/// Writes numbers inside messages with the language's groups.
fn whole(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format::plain(language, number.value, 0)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_syntax_keys::{keys, variables};

    use super::*;

    /// Reads keys and variables out of the text itself: the bundle does not list them.
    mod fluent_syntax_keys {
        use std::collections::{BTreeMap, BTreeSet};

        pub fn keys(sources: &[&str]) -> BTreeSet<String> {
            variables(sources).into_keys().collect()
        }

        pub fn variables(sources: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
            let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            let mut current = String::new();
            let lines = sources.iter().flat_map(|source| source.lines());
            for line in lines.filter(|line| !line.starts_with('#')) {
                if line.starts_with(|first: char| first.is_ascii_lowercase()) {
                    current = line.split(" =").next().unwrap_or_default().to_owned();
                    found.entry(current.clone()).or_default();
                }
                for part in line.split('$').skip(1) {
                    let name = part
                        .split(|c: char| !c.is_ascii_alphanumeric())
                        .next()
                        .unwrap_or_default();
                    found
                        .entry(current.clone())
                        .or_default()
                        .insert(name.to_owned());
                }
            }
            found
        }
    }

    #[test]
    fn both_files_are_well_formed_and_name_every_message_once() {
        for language in Language::ALL {
            let mut bundle = FluentBundle::new_concurrent(vec![]);
            for source in sources(language) {
                let resource = FluentResource::try_new((*source).to_owned())
                    .map_err(|(_, faults)| faults)
                    .expect("every message is well-formed");
                bundle.add_resource(resource).expect("no message twice");
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_arguments() {
        assert!(keys(ENGLISH).len() > 100);
        let only_english: BTreeSet<_> = keys(ENGLISH).difference(&keys(GERMAN)).cloned().collect();
        let only_german: BTreeSet<_> = keys(GERMAN).difference(&keys(ENGLISH)).cloned().collect();
        assert_eq!((only_english, only_german), Default::default());
        assert_eq!(variables(ENGLISH), variables(GERMAN));
    }

    #[test]
    fn arguments_are_put_in_without_isolation_marks() {
        let catalogue = Catalogue::new(Language::English);
        let text = catalogue.get("story-repaired", &[("subject", "ups <1>".into())]);
        assert!(text.contains("ups <1>"));
        assert!(!text.contains(['\u{2068}', '\u{2069}']));
    }

    #[test]
    fn counts_choose_the_plural_and_carry_groups() {
        let german = Catalogue::new(Language::German);
        let one = german.get("replications", &[("n", 1.into())]);
        let many = german.get("replications", &[("n", 12_000.into())]);
        assert_ne!(
            one.trim_start_matches('1'),
            many.trim_start_matches("12\u{202f}000")
        );
        assert!(many.starts_with("12\u{202f}000"));
    }
}
