//! When a run ends by itself, what it says of that, and what it keeps of single replications.

use std::fs;

use serde_json::Value;

use crate::program::{ends_with, folder, run, stderr, stdout};
use crate::{RARE, example, json};

#[test]
fn a_run_that_stopped_by_itself_is_rebuilt_byte_by_byte_from_its_manifest() {
    let folder = folder("precision");
    example(&folder, RARE, "");
    let again = |command: &str| {
        let command = command.strip_prefix("ausfall ").expect("a command");
        ends_with(
            &run(
                &folder,
                &format!("{command} --quiet --threads 1 --out again"),
            ),
            0,
        );
        fs::read(folder.join("again/results.json")).expect("results are written")
    };
    for (limits, reason) in [
        ("--precision 20%", "precision"),
        ("--precision 0.1% --at-most 700", "most-replications"),
        ("--precision 1=0.1% --at-most 400", "most-replications"),
        ("--precision 0.001% --at-most 700ms", "time"),
    ] {
        let output = run(
            &folder,
            &format!("run mail.ron {limits} --threads 2 --json --lang en"),
        );
        ends_with(&output, 0);
        let summary: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        assert_eq!(summary["stopped_by"], reason, "{limits}");
        let manifest = json(&folder.join("output/mail/manifest.json"));
        assert_eq!(manifest["stopped_by"], reason, "{limits}");
        let command = manifest["command"].as_str().expect("a text").to_owned();
        assert!(command.contains("--replications"), "{command}");
        let results = fs::read(folder.join("output/mail/results.json")).expect("results");
        assert!(results == again(&command), "{limits}: {command}");
    }
}

#[test]
fn an_answer_that_is_not_precise_is_told_with_what_it_would_take() {
    let folder = folder("imprecise");
    example(&folder, RARE, "");
    for (language, sentence, line) in [
        (
            "en",
            "before every answer was as precise as wanted:",
            "replications would do",
        ),
        (
            "de",
            "bevor jede Antwort so genau war wie gewünscht:",
            "Läufe wären genug",
        ),
    ] {
        let command = format!("run mail.ron --precision 0.5% --at-most 512 --lang {language}");
        let output = run(&folder, &command);
        ends_with(&output, 0);
        let told = stdout(&output).replace("\n", " ");
        assert!(told.contains(sentence) && told.contains(line), "{told}");
        for command in ["", "report output/mail"] {
            if !command.is_empty() {
                ends_with(&run(&folder, &format!("{command} --lang {language}")), 0);
            }
            let page = fs::read_to_string(folder.join("output/mail/report.html")).expect("a page");
            assert!(page.contains(sentence) && page.contains(line), "{command}");
        }
    }
}

#[test]
fn a_precision_that_cannot_be_is_refused() {
    let folder = folder("no-precision");
    example(&folder, "", "");
    for (option, told) in [
        ("--precision 5", "`5` is no precision"),
        ("--precision 7=5%", "no measure under `asks`"),
        ("--precision elsewhere=5%", "no measure under `asks`"),
        ("--at-most soon", "soon"),
        ("--precision 5% --replications 10", "--replications"),
    ] {
        let output = run(&folder, &format!("run mail.ron {option} --lang en"));
        ends_with(&output, 2);
        assert!(
            stderr(&output).contains(told),
            "{option}: {}",
            stderr(&output)
        );
    }
}

#[test]
fn kept_replications_have_the_same_bytes_on_any_number_of_threads_and_add_up() {
    let folder = folder("keep");
    example(&folder, RARE, "");
    let kept = |options: &str, out: &str| {
        let command = format!("run mail.ron --keep-replications --quiet --out {out} {options}");
        ends_with(&run(&folder, &command), 0);
        fs::read_to_string(folder.join(out).join("replications.csv")).expect("it is written")
    };
    let one = kept("--replications 300 --threads 1", "one");
    assert!(one == kept("--replications 300 --threads 3", "three"));
    // A time cuts a round short; what is kept of it is what the results cover.
    let cut = kept("--precision 0.001% --at-most 700ms", "cut");
    let results = json(&folder.join("cut/results.json"));
    assert_eq!(
        Some(cut.lines().count() as u64 - 1),
        results["key"]["replications"].as_u64()
    );
    let results = json(&folder.join("one/results.json"));
    let rows: Vec<Vec<f64>> = one
        .lines()
        .skip(1)
        .map(|line| {
            line.split(',')
                .map(|cell| cell.parse().expect("a number"))
                .collect()
        })
        .collect();
    assert_eq!(rows.len(), 300);
    assert!(
        rows.iter()
            .zip(0..)
            .all(|(row, number)| row[0] == f64::from(number))
    );
    let estimate = results["asks"][0]["row"]["estimate"]
        .as_f64()
        .expect("a number");
    let mean = rows.iter().map(|row| row[2]).sum::<f64>() / 300.0;
    assert!((mean / estimate - 1.0).abs() < 1e-9, "{mean} {estimate}");
    let whole = run(&folder, "run mail.ron --replications 64 --quiet --out one");
    ends_with(&whole, 0);
    assert!(
        !folder.join("one/replications.csv").exists(),
        "a table of an earlier run stays"
    );
}
