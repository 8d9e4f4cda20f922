//! `ausfall help`: concepts, fields and words of scenario files, in both languages.

mod program;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use program::{ends_with, folder, run, stderr, stdout};

/// A folder for all tests, since help writes nothing.
fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| folder("topics"));
    &ROOT
}

/// What `ausfall help TOPIC` says in `language`.
fn help(topic: &str, language: &str) -> String {
    let output = run(root(), &format!("help {topic} --lang {language}"));
    ends_with(&output, 0);
    assert_eq!(stderr(&output), "", "{topic}");
    stdout(&output)
}

/// In both languages the help of `topic` says all of these.
fn says(topic: &str, english: &[&str], german: &[&str]) {
    for (language, wanted) in [("en", english), ("de", german)] {
        let told = help(topic, language);
        for word in wanted {
            assert!(told.contains(word), "help {topic} lacks {word}:\n{told}");
        }
    }
}

#[test]
fn without_a_topic_it_lists_commands_and_concepts() {
    says(
        "",
        &["verify", "Shared causes", "Laws of chance"],
        &["verify", "Gemeinsame Ursachen", "Verteilungen"],
    );
}

#[test]
fn a_field_is_told_with_its_concept_its_default_and_an_example() {
    says(
        "fails",
        &[
            "failure mode",
            "law of the operating age",
            "default: only shared",
            "fails: Exponential(",
        ],
        &[
            "Ausfallart",
            "Betriebsalters",
            "Vorgabe: nur gemeinsame",
            "fails: Exponential(",
        ],
    );
}

#[test]
fn a_field_of_several_concepts_is_told_for_each() {
    says(
        "repair",
        &["Components: ", "Nodes, ducts and links: "],
        &["Komponenten: ", "Knoten, Trassen und Verbindungen: "],
    );
    says(
        "needs",
        &["Components", "Nodes", "Hotlines"],
        &["Komponenten", "Knoten", "Hotlines"],
    );
}

#[test]
fn words_of_the_language_are_topics_too() {
    says(
        "Lognormal",
        &["`p95`", "Laws of chance"],
        &["`p95`", "Verteilungen"],
    );
    says("NextLevel", &["at the limit"], &["an der Grenze"]);
    says("Zipf", &["weight of instance"], &["Gewicht des Exemplars"]);
    says("ToStart", &["needed to start"], &["zum Starten gebraucht"]);
}

#[test]
fn a_concept_is_found_by_the_beginning_of_its_name_in_either_language() {
    for topic in ["unit", "Units", "Einheit", "Einheiten"] {
        says(
            topic,
            &["Units", "(1000 km y)"],
            &["Einheiten", "(1000 km y)"],
        );
    }
    for topic in ["shared cause", "gemeinsame Ursachen"] {
        says(
            topic,
            &["Shared causes", "`Once`"],
            &["Gemeinsame Ursachen", "`Once`"],
        );
    }
}

#[test]
fn an_unknown_topic_is_answered_with_the_one_that_was_meant() {
    for (language, wanted) in [("en", "ausfall help` lists"), ("de", "ausfall help` zählt")] {
        let output = run(root(), &format!("help repaire --lang {language}"));
        ends_with(&output, 2);
        let told = stderr(&output);
        assert!(told.contains("`repair`") && told.contains(wanted), "{told}");
        assert!(output.stdout.is_empty());
    }
    ends_with(&run(root(), "help qqqqqqqq"), 2);
}
