//! `ausfall compare` from outside: its folder, its last line, variants by name, and pages made again.

mod program;

use std::fs;
use std::path::Path;

use serde_json::Value;

use program::{ausfall, ends_with, folder, run, stderr, stdout};

/// One server with two variants.
const PAGE: &str = r#"(
  title: "Page", horizon: "2 y", replications: 200,
  asks: [TimeBelow(service: "page"), Count(service: "page", longer_than: "4 h")],
  components: {"server": (fails: Exponential(mean: "1000 h"), repair: "6 h")},
  services: {"page": (levels: [(name: "normal", when: "server")])},
  organisations: {"office": (users: 20, uses: [(service: "page", stops: "20 %")])},
  variants: {
    "quick repair": (label: "a spare on the shelf", components: {"server": (repair: "2 h")}),
    "slow repair": (components: {"server": (repair: "12 h")}),
  },
)"#;

/// A folder with the scenario in it.
fn with_page(name: &str) -> std::path::PathBuf {
    let folder = folder(name);
    fs::write(folder.join("page.ron"), PAGE).expect("the scenario can be written");
    folder
}

fn comparison(folder: &Path) -> Value {
    let text = fs::read_to_string(folder.join("comparison.json")).expect("it is there");
    serde_json::from_str(&text).expect("it is JSON")
}

#[test]
fn variants_are_compared_with_the_scenario_as_it_stands_and_the_page_can_be_made_again() {
    let folder = with_page("variants");
    let output = run(&folder, "compare page.ron");
    ends_with(&output, 0);
    let told = stdout(&output);
    let page = "output/page-compare/comparison.html";
    assert_eq!(told.lines().last(), Some(page));
    assert!(
        told.lines().all(|line| line.chars().count() <= 100),
        "{told}"
    );
    let verdicts = |ask: usize| {
        let designs = &comparison(&folder.join("output/page-compare"))["asks"][ask]["designs"];
        [0, 1].map(|design| designs[design]["verdict"].clone())
    };
    assert_eq!(verdicts(0), ["Better", "Worse"]);
    let bytes = || fs::read(folder.join(page)).expect("the page is there");
    let first = bytes();
    fs::remove_file(folder.join(page)).expect("it can be removed");
    for command in ["report", "plot"] {
        ends_with(&run(&folder, &format!("{command} output/page-compare")), 0);
    }
    assert_eq!(bytes(), first);
    ends_with(
        &run(
            &folder,
            "report output/page-compare/designs/02-quick-repair",
        ),
        0,
    );
}

#[test]
fn a_variant_is_chosen_by_a_star_and_another_one_can_be_the_base() {
    let folder = with_page("chosen");
    let arguments = [
        "compare",
        "page.ron",
        "--variant",
        "quick*",
        "--against",
        "slow repair",
    ];
    let output = ausfall(&folder)
        .args(arguments)
        .args(["--replications", "40", "--json", "--lang", "de"])
        .output()
        .expect("the program starts");
    ends_with(&output, 0);
    let told: Value = serde_json::from_str(&stdout(&output)).expect("it is JSON");
    let designs = told["comparison"]["designs"].as_array().expect("a list");
    let names: Vec<_> = designs
        .iter()
        .map(|design| design["name"].clone())
        .collect();
    assert_eq!(names, ["", "quick repair", "slow repair"]);
    assert_eq!(told["comparison"]["key"]["base"], 2);
}

#[test]
fn a_file_compared_with_itself_is_equal_in_every_replication() {
    let folder = with_page("itself");
    let output = run(&folder, "compare page.ron page.ron --replications 40");
    ends_with(&output, 0);
    for ask in comparison(&folder.join("output/page-compare"))["asks"]
        .as_array()
        .expect("a list")
    {
        assert_eq!(ask["designs"][0]["verdict"], "Equal");
        assert_eq!(ask["designs"][0]["difference"]["estimate"], 0.0);
    }
}

#[test]
fn a_name_that_fits_no_variant_is_refused_with_those_that_there_are() {
    let folder = with_page("unknown");
    let output = run(&folder, "compare page.ron --variant quik");
    ends_with(&output, 2);
    assert!(
        stderr(&output).contains("`quick repair`"),
        "{}",
        stderr(&output)
    );
}
