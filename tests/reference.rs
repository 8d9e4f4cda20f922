//! The reference of scenario files (`docs/scenario.md`) against the language itself.

use std::fs;
use std::path::Path;

use ausfall::scenario::{Overrides, check, load, vocabulary};

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Whether `word` stands in code, such as `word` or `Word(…)` between backticks.
fn is_in_code(reference: &str, word: &str) -> bool {
    let follows = |c: char| c.is_alphanumeric() || c == '_';
    reference
        .match_indices(&format!("`{word}"))
        .any(|(at, found)| !reference[at + found.len()..].starts_with(follows))
}

fn demand_in_code<'w>(words: impl IntoIterator<Item = &'w str>) {
    let reference = read("docs/scenario.md");
    let missing: Vec<_> = words
        .into_iter()
        .filter(|word| !is_in_code(&reference, word))
        .collect();
    assert!(
        missing.is_empty(),
        "docs/scenario.md does not explain: {}",
        missing.join(", ")
    );
}

/// The fenced blocks of the reference that are marked `kind`, with the line that each begins on.
fn blocks(reference: &str, kind: &str) -> Vec<(usize, String)> {
    let (mut found, mut open): (Vec<(usize, String)>, bool) = (Vec::new(), false);
    for (number, line) in (1..).zip(reference.lines()) {
        if line.starts_with("```") {
            open = line == format!("```ron {kind}");
            if open {
                found.push((number, String::new()));
            }
        } else if open && let Some((_, text)) = found.last_mut() {
            text.extend([line, "\n"]);
        }
    }
    found
}

/// Bare words that lowering knows: the keys of its tables, such as `("Pooled", Rule::Pooled)`.
fn bare_words(source: &str) -> impl Iterator<Item = &str> {
    source
        .split("(\"")
        .skip(1)
        .filter_map(|rest| rest.split_once("\", "))
        .map(|(word, _)| word)
        .filter(|word| {
            word.starts_with(|c: char| c.is_ascii_uppercase())
                && word.chars().all(char::is_alphanumeric)
        })
}

#[test]
fn every_field_and_word_is_explained() {
    demand_in_code(vocabulary());
}

#[test]
fn every_bare_word_is_explained() {
    let files = [
        "expressions",
        "hotlines",
        "measures",
        "modes",
        "services",
        "study",
    ];
    let sources: String = files
        .iter()
        .map(|file| read(&format!("src/scenario/lower/{file}.rs")))
        .collect();
    let words: Vec<_> = bare_words(&sources).collect();
    assert!(words.contains(&"Pooled") && words.contains(&"ServeOut"));
    demand_in_code(words);
}

#[test]
fn every_whole_scenario_of_the_reference_loads() {
    let reference = read("docs/scenario.md");
    let scenarios = blocks(&reference, "scenario");
    assert!(scenarios.len() >= 2, "the reference shows whole scenarios");
    for (line, text) in scenarios {
        let checked = check(&text);
        assert_eq!(checked.notes, [], "docs/scenario.md:{line}");
    }
}

#[test]
fn every_table_of_the_reference_loads_in_a_scenario() {
    let reference = read("docs/scenario.md");
    let tables = blocks(&reference, "tables");
    assert!(tables.len() >= 8, "every concept has an example");
    for (line, text) in tables {
        let text = format!("(title: \"t\", horizon: \"1 y\",\n{text})");
        if let Err(notes) = load(&text, &Overrides::default()) {
            panic!("docs/scenario.md:{line}: {notes:#?}");
        }
    }
}
