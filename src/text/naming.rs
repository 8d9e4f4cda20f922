//! What names are called in each language: a table of patterns in which `*` carries over the text it stands for.
//!
//! Knows nothing of what bears the names.

use crate::text::{Language, Wording};

/// What the stars of `pattern` stand for in `name`, from left to right; `None` where the name does not fit. Each `*` stands for any
/// text, also none, and takes as little as it can; the last one takes the rest.
#[must_use]
pub fn carried<'n>(pattern: &str, name: &'n str) -> Option<Vec<&'n str>> {
    let mut pieces = pattern.split('*');
    let rest = name.strip_prefix(pieces.next().unwrap_or_default())?;
    let Some(last) = pieces.next_back() else {
        return rest.is_empty().then(Vec::new);
    };
    let mut rest = rest.strip_suffix(last)?;
    let mut found = Vec::new();
    for piece in pieces {
        let at = rest.find(piece)?;
        found.push(&rest[..at]);
        rest = &rest[at + piece.len()..];
    }
    found.push(rest);
    Some(found)
}

/// What `name` is called in `language`: by the first pattern that it fits, else as it is. What a star stands for is looked up in
/// its turn, so that the parts of a name need to be said only once.
#[must_use]
pub fn called(names: &[(String, Wording)], name: &str, language: Language) -> String {
    let found = names
        .iter()
        .find_map(|(pattern, wording)| Some((carried(pattern, name)?, wording)));
    let Some((parts, wording)) = found else {
        return name.to_owned();
    };
    let mut told = String::new();
    let mut pieces = wording.say(language).split('*');
    told.push_str(pieces.next().unwrap_or_default());
    let mut parts = parts.into_iter();
    for piece in pieces {
        match parts.next() {
            Some(part) if part.len() < name.len() => {
                told.push_str(&called(names, part, language));
            }
            Some(part) => told.push_str(part),
            None => told.push('*'),
        }
        told.push_str(piece);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Vec<(String, Wording)> {
        let entry = |pattern: &str, de: &str| {
            let (en, de) = (pattern.to_owned(), de.to_owned());
            (pattern.to_owned(), Wording::Each { en, de })
        };
        vec![
            entry("city building", "Stadthaus"),
            entry("grid city *", "besonderes Netz *"),
            entry("grid *", "Netz *"),
            entry("* to *", "von * nach *"),
            entry("*!", "*!"),
        ]
    }

    #[test]
    fn a_star_stands_for_any_text_and_everything_else_for_itself() {
        assert_eq!(carried("partner *", "partner 01"), Some(vec!["01"]));
        assert_eq!(
            carried("cooling * #*", "cooling a #3"),
            Some(vec!["a", "3"])
        );
        assert_eq!(carried("*", "x"), Some(vec!["x"]));
        assert_eq!(carried("partner *", "partner "), Some(vec![""]));
        assert_eq!(carried("a*b*c", "a-b-b-c"), Some(vec!["-", "-b-"]));
        assert_eq!(carried("plain", "plain"), Some(Vec::new()));
        for (pattern, name) in [
            ("partner *", "line partner 01"),
            ("cooling a", "cooling a #1"),
            ("ab*ba", "aba"),
        ] {
            assert_eq!(carried(pattern, name), None, "{pattern} against {name}");
        }
    }

    #[test]
    fn the_first_pattern_that_fits_wins_and_carries_over_its_text() {
        let german = |name| called(&table(), name, Language::German);
        assert_eq!(german("grid city hall"), "besonderes Netz hall");
        assert_eq!(german("grid lwl 1"), "Netz lwl 1");
        assert_eq!(german("unknown"), "unknown");
        assert_eq!(called(&table(), "grid a", Language::English), "grid a");
    }

    #[test]
    fn what_a_star_stands_for_is_called_by_its_own_name() {
        let names = [(
            "grid *".to_owned(),
            Wording::Each {
                en: "grid *".to_owned(),
                de: "Netz *".to_owned(),
            },
        )];
        let mut all = names.to_vec();
        all.push(("city building".to_owned(), "Stadthaus".into()));
        assert_eq!(
            called(&all, "grid city building", Language::German),
            "Netz Stadthaus"
        );
        assert_eq!(called(&table(), "a to b", Language::German), "von a nach b");
        assert_eq!(called(&table(), "!", Language::German), "!");
    }
}
