//! The reference of scenario files, in English and German, against the language itself and against each other.

use std::fs;
use std::path::Path;

use ausfall::scenario::{Overrides, check, load, vocabulary};

/// The reference in English and in German.
const REFERENCES: [&str; 2] = ["docs/scenario.md", "docs/de/scenario.md"];

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
    let words: Vec<_> = words.into_iter().collect();
    for path in REFERENCES {
        let reference = read(path);
        let missing: Vec<_> = words
            .iter()
            .filter(|word| !is_in_code(&reference, word))
            .copied()
            .collect();
        assert!(
            missing.is_empty(),
            "{path} does not explain: {}",
            missing.join(", ")
        );
    }
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
    for path in REFERENCES {
        let reference = read(path);
        let scenarios = blocks(&reference, "scenario");
        assert!(scenarios.len() >= 2, "{path} shows whole scenarios");
        for (line, text) in scenarios {
            let checked = check(&text);
            assert_eq!(checked.notes, [], "{path}:{line}");
        }
    }
}

#[test]
fn every_table_of_the_reference_loads_in_a_scenario() {
    for path in REFERENCES {
        let reference = read(path);
        let tables = blocks(&reference, "tables");
        assert!(tables.len() >= 12, "every concept has an example");
        for (line, text) in tables {
            let text = format!("(title: \"t\", horizon: \"1 y\",\n{text})");
            if let Err(notes) = load(&text, &Overrides::default()) {
                panic!("{path}:{line}: {notes:#?}");
            }
        }
    }
}

/// What must be the same in both languages of a line: the level of a heading, the code of a row of a table, a whole line of an example.
#[derive(Debug, PartialEq)]
enum Line {
    Heading(String),
    Row {
        names: Vec<String>,
        default: Vec<String>,
    },
    Example(String),
}

fn skeleton(reference: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut example = false;
    for line in reference.lines() {
        example ^= line.starts_with("```");
        if example {
            lines.push(Line::Example(line.to_owned()));
        } else if line.starts_with('#') {
            lines.push(Line::Heading(
                line.chars().take_while(|&c| c == '#').collect(),
            ));
        } else if line.starts_with('|') {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").collect();
            lines.push(Line::Row {
                names: code(cells[0]),
                default: cells.get(2).map(|cell| code(cell)).unwrap_or_default(),
            });
        }
    }
    lines
}

/// What stands between backticks.
fn code(cell: &str) -> Vec<String> {
    cell.split('`')
        .skip(1)
        .step_by(2)
        .map(String::from)
        .collect()
}

#[test]
fn both_languages_have_the_same_topics_fields_defaults_and_examples() {
    let [english, german] = REFERENCES.map(|path| skeleton(&read(path)));
    let first = english
        .iter()
        .zip(&german)
        .find(|(one, other)| one != other);
    assert_eq!(first, None, "the first line in which they differ");
    assert_eq!(english.len(), german.len());
}

/// A field of a table has three cells: its names, what it is, and its default.
#[test]
fn every_field_has_a_default_or_says_that_it_must_be_given() {
    for (path, heads) in REFERENCES.into_iter().zip(["| field", "| Feld"]) {
        let mut in_fields = false;
        for line in read(path).lines() {
            if !line.starts_with('|') {
                in_fields = false;
            } else if line.starts_with(heads) {
                in_fields = true;
            }
            if in_fields {
                let cells = line.trim_matches('|').split('|').count();
                assert_eq!(cells, 3, "{path}: {line}");
            }
        }
    }
}
