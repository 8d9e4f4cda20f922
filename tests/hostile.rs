//! Hostile input from outside: what would never end, what is damaged, what must be told before it is run.

mod program;

use std::fs;
use std::path::Path;

use program::{ends_with, folder, run, stderr, stdout};

/// One server, written into `folder` as `mail.ron`, that fails and is repaired like this.
fn server(folder: &Path, fails: &str, repair: &str) {
    let text = format!(
        "(title: \"Mail\", horizon: \"10 y\", replications: 64, asks: [TimeBelow(service: \"mail\")],
  components: {{ \"server\": (fails: {fails}, repair: {repair}) }},
  services: {{ \"mail\": (levels: [(name: \"normal\", when: \"server\")]) }})"
    );
    fs::write(folder.join("mail.ron"), text).expect("the scenario can be written");
}

#[test]
fn a_scenario_that_would_never_end_is_stopped_with_the_way_out() {
    let folder = folder("endless");
    server(&folder, "\"1 us\"", "\"1 us\"");
    let output = run(
        &folder,
        "run mail.ron --replications 1 --threads 1 --lang de",
    );
    ends_with(&output, 2);
    let told = stderr(&output);
    assert!(
        told.contains("Fehler: ") && told.contains("server"),
        "{told}"
    );
    assert!(!folder.join("output/mail/results.json").exists());
}

#[test]
fn check_tells_what_a_run_costs_and_what_calls_take_of_it_in_both_languages() {
    let folder = folder("cost");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/muenster.ron");
    for (language, parts) in [
        (
            "en",
            [
                "65,536 replications of 10",
                "on one core",
                "hotlines take about",
            ],
        ),
        (
            "de",
            [
                "65.536 Läufe über 10",
                "auf einem Kern",
                "Anrufe der Hotlines etwa",
            ],
        ),
    ] {
        let output = run(
            &folder,
            &format!("check --lang {language} {}", file.display()),
        );
        ends_with(&output, 0);
        assert!(
            !stderr(&output).contains("unused-parameter"),
            "what only a split names is in use: {}",
            stderr(&output)
        );
        let told = stdout(&output).replace(['\u{202f}', '\u{a0}'], " ");
        let told = told.replace("65 536", "65.536");
        for part in parts {
            assert!(told.contains(part), "{part} is missing in {told}");
        }
    }
}

#[test]
fn damaged_results_are_refused_with_three_and_the_way_out() {
    let folder = folder("damaged");
    server(&folder, "Exponential(mean: \"30 d\")", "\"4 h\"");
    ends_with(&run(&folder, "run mail.ron --replications 64 --quiet"), 0);
    let path = folder.join("output/mail/results.json");
    let whole = fs::read(&path).expect("it was written");
    for cut in [0, 1, whole.len() / 3, whole.len() / 2, whole.len() - 3] {
        fs::write(&path, &whole[..cut]).expect("it can be written");
        for command in ["plot", "report"] {
            let output = run(&folder, &format!("{command} output/mail"));
            ends_with(&output, 3);
            let told = stderr(&output);
            assert!(
                told.contains("results.json") && told.contains("run the scenario again"),
                "{told}"
            );
        }
    }
}
