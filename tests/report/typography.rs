//! Numbers, quotes and spaces as each language writes them, over the whole text of the page.

use ausfall::report;
use ausfall::text::{Catalogue, Language};

use crate::made_up::results;
use crate::page;

/// The texts of a page: what stands between its tags, without code, styles and quotations of the author.
fn texts(page: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = page;
    let mut skipping: Option<&str> = None;
    while let Some((text, after)) = rest.split_once('<') {
        if skipping.is_none() && !text.trim().is_empty() {
            texts.push(unescaped(text.trim()));
        }
        let (tag, after) = after.split_once('>').expect("a tag ends");
        let name = tag
            .split([' ', '/'])
            .find(|word| !word.is_empty())
            .unwrap_or_default();
        match skipping {
            Some(open) if tag.starts_with('/') && name == open => skipping = None,
            None if !tag.starts_with('/') => {
                skipping = ["code", "style", "cite"]
                    .into_iter()
                    .find(|skipped| *skipped == name);
            }
            _ => {}
        }
        rest = after;
    }
    texts
}

fn unescaped(text: &str) -> String {
    let plain = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    plain.replace("&amp;", "&")
}

fn texts_in(language: Language) -> Vec<String> {
    let mut results = results();
    // What is hostile on purpose is not typography.
    results.causes.retain(|cause| !cause.cause.contains('"'));
    results.organisations.retain(|row| !row.name.contains('"'));
    for story in &mut results.stories {
        story
            .chains
            .retain(|chain| !format!("{chain:?}").contains("\\\""));
    }
    let mut texts = texts(&page(language, &results));
    let summary = report::summary(&results, &Catalogue::new(language));
    texts.extend(summary.lines().map(str::to_owned));
    assert!(texts.len() > 500);
    texts
}

/// The pairs of neighbouring runs of digits that only `sign` parts, as `12.5`; dates and versions (three runs and more) are left out.
fn parted(text: &str, sign: char) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for word in text.split(|c: char| !c.is_ascii_digit() && c != sign) {
        let runs: Vec<&str> = word.trim_matches(sign).split(sign).collect();
        if let [whole, fraction] = runs[..]
            && !whole.is_empty()
            && !fraction.is_empty()
        {
            found.push((whole.to_owned(), fraction.to_owned()));
        }
    }
    found
}

#[test]
fn german_numbers_have_no_decimal_point() {
    for text in texts_in(Language::German) {
        assert_eq!(parted(&text, '.'), [], "{text}");
    }
}

#[test]
fn english_numbers_have_no_decimal_comma() {
    for text in texts_in(Language::English) {
        let wrong = parted(&text, ',')
            .into_iter()
            .filter(|(_, fraction)| fraction.len() != 3);
        assert_eq!(wrong.count(), 0, "{text}");
    }
}

#[test]
fn quoted_words_stand_in_the_quotes_of_the_language() {
    for language in Language::ALL {
        let other = match language {
            Language::English => '„',
            Language::German => '”',
        };
        for text in texts_in(language) {
            assert!(
                !text.contains(['"', '\'', other]),
                "{}: {text}",
                language.tag()
            );
        }
    }
}

#[test]
fn no_line_breaks_between_a_number_and_its_unit() {
    const UNITS: [&str; 12] = [
        "%", "h", "min", "s", "km", "days", "years", "Std.", "Min.", "Tage", "Jahre", "Uhr",
    ];
    for language in Language::ALL {
        for text in texts_in(language).iter().filter(|text| !text.contains('─')) {
            let words: Vec<&str> = text
                .split(' ')
                .map(|word| word.trim_end_matches([',', ';', ')', ':']))
                .collect();
            for pair in words.windows(2) {
                let number = pair[0].ends_with(|c: char| c.is_ascii_digit());
                assert!(
                    !number || !UNITS.contains(&pair[1]),
                    "{}: {text}",
                    language.tag()
                );
            }
        }
    }
}

#[test]
fn no_sentence_ends_in_two_full_stops() {
    for language in Language::ALL {
        for text in texts_in(language) {
            assert!(!text.contains(".."), "{}: {text}", language.tag());
        }
    }
}

#[test]
fn days_are_written_as_the_language_writes_them() {
    let german = page(Language::German, &results());
    assert!(german.contains("Mo 05.03.2029, 18:12") && !german.contains(">Mo 2029-"));
    let english = page(Language::English, &results());
    assert!(english.contains("Mon 2029-03-05, 18:12"));
}
