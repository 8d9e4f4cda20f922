//! `ausfall verify`: scenarios against what they expect.

mod program;

use std::fs;
use std::path::Path;

use program::{ends_with, folder, run, stderr, stdout};

/// A single machine that is up for 100 h and repaired for 10 h in the mean, with `expect:` from the test.
fn machine(folder: &Path, name: &str, expect: &str) {
    let text = format!(
        "(title: \"machine\", horizon: \"1100 h\", warm_up: \"100 h\", replications: 400, expect: [{expect}],
          components: {{ \"m\": (fails: Exponential(mean: \"100 h\"), repair: Exponential(mean: \"10 h\")) }})"
    );
    fs::write(folder.join(name), text).expect("the file can be written");
}

/// The share of time in outage of the machine is 10/110 once the start is forgotten.
const TRUE: &str = "(measure: Share(down: \"m\"), is: 0.0909090909, from: \"10/110\")";
const FALSE: &str = "(measure: Share(down: \"m\"), is: 0.2, from: \"wrong on purpose\")";

#[test]
fn what_holds_ends_with_zero_and_what_does_not_with_one() {
    let folder = folder("verdicts");
    machine(&folder, "true.ron", TRUE);
    machine(&folder, "false.ron", FALSE);
    let good = run(&folder, "verify true.ron");
    ends_with(&good, 0);
    assert!(
        stdout(&good).contains("1 expectation: 1 confirmed"),
        "{}",
        stdout(&good)
    );
    let bad = run(&folder, "verify true.ron false.ron");
    ends_with(&bad, 1);
    let told = stdout(&bad);
    assert!(
        told.contains("1 confirmed, 1 contradicted, 0 undecided"),
        "{told}"
    );
    let german = run(&folder, "verify false.ron --lang de");
    ends_with(&german, 1);
    assert!(
        stdout(&german).contains("✗ widerlegt"),
        "{}",
        stdout(&german)
    );
}

#[test]
fn bounds_count_on_their_own_side_only() {
    let folder = folder("bounds");
    let bound = |bound: &str| format!("(measure: Share(down: \"m\"), {bound}, from: \"by hand\")");
    for (written, code) in [
        ("at_most: 0.2", 0),
        ("at_least: 0.01", 0),
        ("at_most: 0.01", 1),
        ("at_least: 0.2", 1),
        ("is: 0.1, within: \"50 %\"", 0),
        ("is: 0.2, within: \"5 %\"", 1),
    ] {
        machine(&folder, "bound.ron", &bound(written));
        ends_with(&run(&folder, "verify bound.ron"), code);
    }
}

#[test]
fn too_few_events_are_undecided_and_said_so() {
    let folder = folder("few");
    machine(&folder, "true.ron", TRUE);
    let output = run(&folder, "verify true.ron --replications 1");
    ends_with(&output, 0);
    let told = stdout(&output);
    assert!(
        told.contains("1 undecided") && told.contains("too few events"),
        "{told}"
    );
}

#[test]
fn a_scenario_that_expects_nothing_is_refused_before_the_work() {
    let folder = folder("nothing");
    machine(&folder, "true.ron", TRUE);
    machine(&folder, "nothing.ron", "");
    let output = run(&folder, "verify true.ron nothing.ron");
    ends_with(&output, 2);
    assert!(stderr(&output).contains("nothing.ron") && output.stdout.is_empty());
    ends_with(&run(&folder, "verify nowhere.ron"), 3);
}

#[test]
fn the_table_is_the_same_on_any_number_of_threads_and_another_for_another_seed() {
    let folder = folder("threads");
    machine(&folder, "true.ron", TRUE);
    let told = |options: &str| stdout(&run(&folder, &format!("verify true.ron {options}")));
    assert_eq!(told("--threads 1"), told("--threads 3"));
    assert_ne!(told("--seed 1"), told("--seed 2"));
}

#[test]
fn the_textbook_cases_are_not_contradicted() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = [
        "beta-pair-each",
        "bridge",
        "cold-standby",
        "erlang-a",
        "ups",
    ];
    let files = names.map(|name| format!("scenarios/known/{name}.ron"));
    let output = run(
        root,
        &format!("verify {} --replications 128", files.join(" ")),
    );
    ends_with(&output, 0);
    assert!(
        stdout(&output).contains(" 0 contradicted"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn coverage_counts_how_often_intervals_hold_the_exact_value() {
    let folder = folder("coverage");
    machine(&folder, "true.ron", TRUE);
    machine(&folder, "false.ron", FALSE);
    let study = "--coverage 60 --replications 40";
    let good = run(&folder, &format!("verify true.ron {study}"));
    ends_with(&good, 0);
    let told = stdout(&good);
    assert!(
        told.contains("60 / 0 / 0") && told.contains("1 row, 60 batches each: 0 fail"),
        "{told}"
    );
    let again = run(&folder, &format!("verify true.ron {study} --threads 3"));
    assert_eq!(told, stdout(&again));
    let bad = run(
        &folder,
        &format!("verify true.ron false.ron {study} --lang de"),
    );
    ends_with(&bad, 1);
    assert!(
        stdout(&bad).contains("überdeckt zu selten"),
        "{}",
        stdout(&bad)
    );
}

#[test]
fn coverage_speaks_to_programs_too() {
    let folder = folder("coverage-programs");
    machine(&folder, "true.ron", TRUE);
    let study = "verify true.ron --coverage 30 --replications 40";
    let json: serde_json::Value =
        serde_json::from_str(&stdout(&run(&folder, &format!("{study} --json"))))
            .expect("it is JSON");
    assert_eq!(json["cases"][0], "true");
    assert_eq!(json["rows"][0]["two_sided"]["given"], 30);
    assert_eq!(json["rows"][0]["kind"], "ordinary");
    let csv = stdout(&run(&folder, &format!("{study} --csv")));
    let mut lines = csv.lines();
    assert!(
        lines
            .next()
            .is_some_and(|line| line.starts_with("case,subject,measure,"))
    );
    assert!(lines.next().is_some_and(|line| line.starts_with("true,")));
}

#[test]
fn coverage_needs_an_exact_value_and_forms_need_coverage() {
    let folder = folder("coverage-refused");
    machine(
        &folder,
        "bound.ron",
        "(measure: Share(down: \"m\"), at_most: 0.2, from: \"by hand\")",
    );
    let output = run(&folder, "verify bound.ron --coverage 10");
    ends_with(&output, 2);
    assert!(
        stderr(&output).contains("no exact value"),
        "{}",
        stderr(&output)
    );
    machine(&folder, "true.ron", TRUE);
    ends_with(&run(&folder, "verify true.ron --json"), 2);
}
