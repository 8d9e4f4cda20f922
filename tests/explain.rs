//! `ausfall explain` from outside: what it prints, what it leaves behind.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("explain")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

fn explain(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ausfall"))
        .arg("explain")
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program runs")
}

#[test]
fn a_scenario_is_read_back_and_drawn_and_the_last_line_is_the_path_of_the_picture() {
    let folder = folder("first-steps");
    let out = folder.to_str().expect("a plain path");
    let output = explain(&["scenarios/first-steps.ron", "--out", out, "--lang", "de"]);
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(output.status.success());
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("einmal in 3,8 Jahren"), "{text}");
    let picture = folder.join("dependencies.svg");
    assert_eq!(text.lines().last(), picture.to_str());
    let svg = fs::read_to_string(picture).expect("the picture is there");
    assert!(svg.contains("Was woran hängt"), "{svg}");
}

#[test]
fn the_structure_as_json_is_the_same_each_time_and_leaves_nothing_behind() {
    let one = explain(&["scenarios/known/ups.ron", "--json"]);
    let other = explain(&["scenarios/known/ups.ron", "--json"]);
    assert!(one.status.success());
    assert_eq!(one.stdout, other.stdout);
    let json: serde_json::Value = serde_json::from_slice(&one.stdout).expect("JSON");
    assert_eq!(json["failing"][0]["of"]["pattern"], "grid");
    assert!(json["pilot"]["expectations"][0]["holds"].is_boolean());
}

#[test]
fn a_scenario_at_fault_ends_with_its_faults_and_the_exit_code_of_a_fault() {
    let output = explain(&["tests/faulty/horizon-missing.ron", "--json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty() && !output.stderr.is_empty());
}
