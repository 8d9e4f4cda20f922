//! The program from outside: exit codes, what goes to which stream, closed pipes and interruption.

#[path = "../program/mod.rs"]
mod program;
mod stopping;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use program::{ausfall, ends_with, folder, run, stderr, stdout};

const README: &str = include_str!("../../README.md");

/// The scenario that the README shows.
fn shown() -> &'static str {
    let from = README.split("```ron\n").nth(1);
    from.and_then(|text| text.split("\n```").next())
        .expect("the README shows a scenario")
}

/// What the example asks for that is seen in few replications only.
const RARE: &str = ", YearWith(service: \"mail\", longer_than: \"8 h\")";

/// The README's example, written into `folder` as `mail.ron`, with `replace` put in the place of `find`.
fn example(folder: &Path, find: &str, replace: &str) {
    let text = shown();
    assert!(text.contains(find), "the README's example has no `{find}`");
    fs::write(folder.join("mail.ron"), text.replace(find, replace))
        .expect("the example can be written");
}

fn json(path: &Path) -> Value {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("it is JSON")
}

#[test]
fn a_file_that_cannot_be_read_ends_with_three_and_its_name() {
    let folder = folder("missing");
    for arguments in [
        "run nowhere.ron",
        "check nowhere.ron",
        "trace nowhere.ron -r 0",
        "why nowhere.ron -r 0 mail",
        "plot nowhere",
        "report nowhere",
    ] {
        let output = run(&folder, arguments);
        ends_with(&output, 3);
        assert!(
            stderr(&output).contains("nowhere") && output.stdout.is_empty(),
            "{arguments}: {}",
            stderr(&output)
        );
    }
}

#[test]
fn a_faulty_scenario_ends_with_two_and_leaves_nothing_behind() {
    let folder = folder("faulty");
    example(&folder, "\"server\", \"switch\"", "\"sever\", \"switch\"");
    for arguments in ["run mail.ron", "check mail.ron", "trace mail.ron -r 0"] {
        let output = run(&folder, arguments);
        ends_with(&output, 2);
        let told = stderr(&output);
        assert!(
            told.contains("mail.ron:") && told.contains("sever") && told.contains("server"),
            "{told}"
        );
        assert!(output.stdout.is_empty(), "{arguments}");
    }
    assert!(
        !folder.join("output").exists(),
        "nothing is written for a scenario with faults"
    );
}

#[test]
fn a_file_that_is_no_text_is_a_fault_and_no_panic() {
    let folder = folder("bytes");
    fs::write(folder.join("mail.ron"), [0xff, 0xfe, 0x00, 0x28]).expect("the file can be written");
    let output = run(&folder, "check mail.ron");
    ends_with(&output, 2);
    assert!(!stderr(&output).contains("panicked"), "{}", stderr(&output));
}

#[test]
fn the_last_line_of_a_run_is_the_path_of_the_report() {
    let folder = folder("last-line");
    example(&folder, "", "");
    let output = run(&folder, "run mail.ron --replications 256");
    ends_with(&output, 0);
    assert_eq!(
        stderr(&output),
        "",
        "standard error is no terminal here, so there is no progress"
    );
    assert_eq!(
        stdout(&output).lines().last(),
        Some("output/mail/report.html")
    );
    for file in ["report.html", "results.json", "manifest.json"] {
        assert!(folder.join("output/mail").join(file).is_file(), "{file}");
    }
}

#[test]
fn a_folder_that_cannot_be_made_ends_with_three_before_the_work() {
    let folder = folder("no-folder");
    example(&folder, "", "");
    let output = run(
        &folder,
        "run mail.ron --replications 1000000000 --out mail.ron",
    );
    ends_with(&output, 3);
    assert!(stderr(&output).contains("mail.ron"), "{}", stderr(&output));
}

#[test]
fn a_quiet_run_prints_the_path_alone() {
    let folder = folder("quiet");
    example(&folder, "", "");
    let output = run(
        &folder,
        "run mail.ron --replications 256 --quiet --out here",
    );
    ends_with(&output, 0);
    assert_eq!(stdout(&output), "here/report.html\n");
    assert_eq!(stderr(&output), "");
}

#[test]
fn a_summary_as_json_tells_the_speed_and_the_answers() {
    let folder = folder("json");
    example(&folder, "", "");
    let output = run(&folder, "run mail.ron --replications 256 --json");
    ends_with(&output, 0);
    let summary: Value =
        serde_json::from_str(&stdout(&output)).expect("standard output is one JSON value");
    assert_eq!(summary["replications"], 256);
    assert_eq!(summary["report"], "output/mail/report.html");
    assert!(summary["events"].as_u64().is_some_and(|events| events > 0));
    assert!(
        summary["events_per_second"]
            .as_f64()
            .is_some_and(|speed| speed > 0.0)
    );
    assert_eq!(summary["asks"].as_array().map(Vec::len), Some(2));
}

#[test]
fn results_have_the_same_bytes_on_one_thread_and_on_three() {
    let folder = folder("threads");
    example(&folder, "", "");
    let bytes = |threads: u32| {
        let output = run(
            &folder,
            &format!(
                "run mail.ron --replications 300 --threads {threads} --quiet --out t{threads}"
            ),
        );
        ends_with(&output, 0);
        fs::read(folder.join(format!("t{threads}/results.json"))).expect("results are written")
    };
    assert!(
        bytes(1) == bytes(3),
        "results.json depends on the number of threads"
    );
}

#[test]
fn speed_and_paths_stand_in_the_manifest_and_never_in_the_results() {
    let folder = folder("manifest");
    example(&folder, "", "");
    ends_with(
        &run(&folder, "run mail.ron --replications 256 --quiet --seed 9"),
        0,
    );
    let manifest = json(&folder.join("output/mail/manifest.json"));
    let results = json(&folder.join("output/mail/results.json"));
    assert_eq!(manifest["seed"], 9);
    assert_eq!(manifest["replications"], 256);
    assert_eq!(
        manifest["program"],
        format!("ausfall {}", env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(manifest["digest"], results["key"]["digest"]);
    assert!(
        results.get("seconds").is_none()
            && results.get("threads").is_none()
            && results.get("program").is_none()
    );
}

#[test]
fn a_horizon_from_the_command_line_is_part_of_the_key() {
    let folder = folder("horizon");
    example(&folder, "", "");
    let arguments = [
        "run",
        "mail.ron",
        "--replications",
        "64",
        "--quiet",
        "--horizon",
        "2 y",
    ];
    ends_with(
        &ausfall(&folder)
            .args(arguments)
            .output()
            .expect("the program starts"),
        0,
    );
    let results = json(&folder.join("output/mail/results.json"));
    assert_eq!(results["key"]["years"], 2);
    assert!(
        results["key"]["set"].to_string().contains("2 y"),
        "{}",
        results["key"]["set"]
    );
    let wrong = ausfall(&folder)
        .args(["run", "mail.ron", "--horizon", "2"])
        .output()
        .expect("the program starts");
    ends_with(&wrong, 2);
}

#[test]
fn a_variant_has_a_folder_and_a_key_of_its_own() {
    let folder = folder("variant");
    let variants =
        r#"variants: {"Slow, hands!": (label: "slower", components: {"a": (repair: "8 h")})}"#;
    let text = format!(
        r#"(title: "t", horizon: "1 y", parameters: {{"life": (is: "1 y", from: Assumption("none"))}},
           components: {{"a": (fails: Exponential(mean: "life"), repair: "4 h")}}, asks: [Count(down: "a")], {variants})"#
    );
    fs::write(folder.join("case.ron"), text).expect("the file can be written");
    let command =
        r#"run case.ron --variant "Slow, hands!" --set "life = 2 y" --replications 32 --quiet"#;
    ends_with(&run(&folder, command), 0);
    let results = folder.join("output/case/variants/slow-hands");
    let key = &json(&results.join("results.json"))["key"];
    assert_eq!(key["variant"], "Slow, hands!");
    assert_eq!(key["set"].to_string(), r#"[["life","2 y"]]"#);
    let manifest = json(&results.join("manifest.json"));
    let again = manifest["command"].as_str().expect("a command");
    assert!(
        again.contains("--variant 'Slow, hands!' --set 'life=2 y'"),
        "{again}"
    );
    let unknown = run(&folder, r#"run case.ron --variant "../slow" --quiet"#);
    ends_with(&unknown, 2);
    assert!(
        stderr(&unknown).contains("Slow, hands!"),
        "{}",
        stderr(&unknown)
    );
    let checked = stdout(&run(&folder, "check case.ron"));
    assert!(checked.contains("1 of 1 variants can be run"), "{checked}");
}

#[test]
fn a_missed_objective_ends_with_one_only_when_it_is_enforced() {
    let folder = folder("enforce");
    // Nearly every outage of the switch lasts longer than a minute.
    example(&folder, "rto: \"8 h\"", "rto: \"1 min\"");
    ends_with(&run(&folder, "run mail.ron --replications 1024 --quiet"), 0);
    ends_with(
        &run(
            &folder,
            "run mail.ron --replications 1024 --quiet --enforce",
        ),
        1,
    );
    ends_with(
        &run(
            &folder,
            "run mail.ron --replications 1024 --quiet --enforce=strict",
        ),
        1,
    );
}

#[test]
fn an_undecided_objective_ends_with_one_only_under_strict() {
    let folder = folder("strict");
    // One replication sees next to nothing, so nothing can be decided.
    example(&folder, "", "");
    ends_with(
        &run(&folder, "run mail.ron --replications 1 --quiet --enforce"),
        0,
    );
    ends_with(
        &run(
            &folder,
            "run mail.ron --replications 1 --quiet --enforce=strict",
        ),
        1,
    );
}

#[test]
fn check_tells_the_size_of_what_is_in_order_and_ends_as_its_worst_file() {
    let folder = folder("check");
    example(&folder, "", "");
    let output = run(&folder, "check mail.ron");
    ends_with(&output, 0);
    assert!(
        stdout(&output).starts_with("mail.ron: ") && stdout(&output).contains("1 service"),
        "{}",
        stdout(&output)
    );
    fs::write(folder.join("bad.ron"), "(").expect("the file can be written");
    let output = run(&folder, "check bad.ron mail.ron");
    ends_with(&output, 2);
    assert!(
        stdout(&output).starts_with("mail.ron: "),
        "a faulty file does not hide the next: {}",
        stdout(&output)
    );
}

#[test]
fn a_trace_tells_the_same_story_as_text_and_as_json_lines() {
    let folder = folder("trace");
    example(&folder, "", "");
    let text = run(&folder, "trace mail.ron -r 3");
    let lines = run(&folder, "trace mail.ron -r 3 --json");
    ends_with(&text, 0);
    ends_with(&lines, 0);
    let events: Vec<Value> = stdout(&lines)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line is JSON"))
        .collect();
    assert!(!events.is_empty(), "something happens in ten years");
    assert!(
        events
            .iter()
            .all(|event| event["at_h"].is_number() && event["what"].is_string())
    );
    assert!(stdout(&text).lines().count() >= events.len());
}

#[test]
fn a_trace_of_one_year_is_a_part_of_the_whole() {
    let folder = folder("trace-year");
    example(&folder, "", "");
    let lines = |arguments: &str| {
        let output = run(&folder, arguments);
        ends_with(&output, 0);
        stdout(&output)
            .lines()
            .map(String::from)
            .collect::<Vec<_>>()
    };
    let whole = lines("trace mail.ron -r 3 --json");
    let years: Vec<String> = (0..10)
        .flat_map(|year| lines(&format!("trace mail.ron -r 3 --json --year {year}")))
        .collect();
    assert_eq!(whole, years, "the years of a replication add up to it");
    ends_with(&run(&folder, "trace mail.ron -r 3 --year 10"), 2);
}

#[test]
fn why_tells_every_outage_of_a_service_as_text_and_as_json_lines() {
    let folder = folder("why");
    example(&folder, "", "");
    let told = |arguments: &str| {
        let output = run(&folder, arguments);
        ends_with(&output, 0);
        stdout(&output)
    };
    let replication = (0..50)
        .find(|r| !told(&format!("why mail.ron -r {r} mail --json")).is_empty())
        .expect("mail fails in one of fifty replications");
    let chains = told(&format!("why mail.ron -r {replication} mail --json"));
    let text = told(&format!("why mail.ron -r {replication} mail"));
    for line in chains.lines() {
        let chain: Value = serde_json::from_str(line).expect("a line is JSON");
        let root = chain["cause"].as_str().expect("a root");
        assert!(chain["service"] == "mail" && text.contains(root), "{text}");
    }
    assert!(text.contains("ausfall trace mail.ron -r"), "{text}");
    let german = told(&format!("why mail.ron -r {replication} mail --lang de"));
    assert_eq!(german.lines().count(), text.lines().count());
    assert!(!german.contains("chain-") && !text.contains("why-"));
}

#[test]
fn why_says_where_to_look_when_there_is_nothing_to_tell() {
    let folder = folder("why-none");
    example(&folder, "", "");
    let quiet = (0..50)
        .find(|r| stdout(&run(&folder, &format!("why mail.ron -r {r} mail --json"))).is_empty())
        .expect("there is a replication without an outage");
    let told = stdout(&run(&folder, &format!("why mail.ron -r {quiet} mail")));
    assert!(told.contains("never down"), "{told}");
    assert!(
        told.contains("ausfall why mail.ron -r") || told.contains("next 50"),
        "{told}"
    );
}

#[test]
fn why_of_a_name_that_does_not_exist_is_answered_with_the_right_one() {
    let folder = folder("why-unknown");
    example(&folder, "", "");
    let service = run(&folder, "why mail.ron -r 0 mial");
    ends_with(&service, 2);
    assert!(stderr(&service).contains("mail"), "{}", stderr(&service));
    let level = run(&folder, "why mail.ron -r 0 mail --level nowhere");
    ends_with(&level, 2);
    assert!(stderr(&level).contains("nowhere"), "{}", stderr(&level));
    ends_with(&run(&folder, "why mail.ron -r 0 mail --year 10"), 2);
}

#[test]
fn charts_and_report_can_be_written_again_from_the_results_alone() {
    let folder = folder("again");
    example(&folder, "", "");
    ends_with(&run(&folder, "run mail.ron --replications 256 --quiet"), 0);
    let out = folder.join("output/mail");
    let report = fs::read(out.join("report.html")).expect("the report is there");
    let charts = svgs(&out);
    assert!(!charts.is_empty(), "a run draws charts");
    fs::remove_dir_all(out.join("charts")).expect("the charts can be removed");
    fs::remove_file(out.join("report.html")).expect("the report can be removed");
    fs::remove_file(folder.join("mail.ron")).expect("the scenario can be removed");
    ends_with(&run(&folder, "plot output/mail"), 0);
    ends_with(&run(&folder, "report output/mail"), 0);
    assert!(charts == svgs(&out), "the charts differ");
    assert!(
        report == fs::read(out.join("report.html")).expect("the report is there"),
        "the report differs"
    );
    ends_with(&run(&folder, "report output/mail --lang de"), 0);
    assert!(
        fs::read_to_string(out.join("report.html"))
            .expect("the report is there")
            .contains("lang=\"de\"")
    );
}

/// The charts of a result folder by name.
fn svgs(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut charts: Vec<_> = fs::read_dir(folder.join("charts"))
        .expect("there are charts")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|found| found == "svg"))
        .map(|path| (path.clone(), fs::read(path).expect("the chart can be read")))
        .collect();
    charts.sort();
    charts
}

#[test]
fn results_of_another_format_are_refused_with_three() {
    let folder = folder("format");
    fs::write(folder.join("results.json"), "{\"format\": 999}").expect("the file can be written");
    let output = run(&folder, "report .");
    ends_with(&output, 3);
    assert!(
        stderr(&output).contains("results.json"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_reader_that_closes_its_end_is_no_error() {
    let folder = folder("pipe");
    example(&folder, "", "");
    for arguments in [
        "",
        "--help",
        "check mail.ron",
        "trace mail.ron -r 0",
        "trace mail.ron -r 0 --json",
        "run mail.ron --replications 16",
    ] {
        let mut child = ausfall(&folder)
            .args(arguments.split_whitespace())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let mut told = String::new();
        child
            .stderr
            .take()
            .expect("it is piped")
            .read_to_string(&mut told)
            .expect("it can be read");
        let status = child.wait().expect("the program ends");
        assert_eq!((status.code(), told.as_str()), (Some(0), ""), "{arguments}");
    }
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_keeps_what_is_finished_and_ends_with_130() {
    let folder = folder("interrupt");
    example(&folder, "", "");
    let child = ausfall(&folder)
        .args(["run", "mail.ron", "--replications", "1000000000"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    std::thread::sleep(std::time::Duration::from_secs(2));
    let killed = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .expect("kill starts");
    assert!(killed.success());
    let output = child.wait_with_output().expect("the program ends");
    ends_with(&output, 130);
    assert!(
        stderr(&output).contains("interrupted"),
        "{}",
        stderr(&output)
    );
    let results = json(&folder.join("output/mail/results.json"));
    let done = results["key"]["replications"]
        .as_u64()
        .expect("it is a number");
    assert!(done > 0 && done < 1_000_000_000, "{done}");
}

#[test]
fn a_scenario_whose_name_makes_no_folder_asks_for_out() {
    let folder = folder("stem");
    example(&folder, "", "");
    fs::rename(folder.join("mail.ron"), folder.join(".ron")).expect("it can be renamed");
    let output = run(&folder, "run .ron --replications 16");
    ends_with(&output, 2);
    assert!(stderr(&output).contains("--out"), "{}", stderr(&output));
    ends_with(
        &run(&folder, "run .ron --replications 16 --quiet --out fine"),
        0,
    );
}

#[test]
fn every_name_in_the_results_is_documented() {
    let folder = folder("names");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(
        root.join("scenarios/muenster.ron"),
        folder.join("muenster.ron"),
    )
    .expect("the scenario is shipped");
    ends_with(
        &run(&folder, "run muenster.ron --replications 64 --quiet"),
        0,
    );
    let documented = fs::read_to_string(root.join("docs/results.md")).expect("it is there");
    let results = json(&folder.join("output/muenster/results.json"));
    let mut faults: Vec<String> = names(&results)
        .into_iter()
        .filter(|name| !documented.contains(name))
        .collect();
    faults.sort();
    faults.dedup();
    assert!(
        faults.is_empty(),
        "docs/results.md does not explain {faults:?}"
    );
}

/// The names in results as `docs/results.md` writes them: fields, measures, methods, kinds of subjects, curves and warnings.
fn names(results: &Value) -> Vec<String> {
    let rows = |table: &str| results[table].as_array().expect("it is a list").clone();
    let text = |row: &Value, field: &str| row[field].as_str().expect("it is a text").to_owned();
    let mut names: Vec<String> = results
        .as_object()
        .expect("it is an object")
        .keys()
        .map(|key| format!("`{key}`"))
        .collect();
    for row in rows("measures") {
        names.push(format!("`{}`", text(&row, "measure")));
        names.push(format!("`{}`", text(&row, "method")));
        names.push(format!(
            "`{}/",
            text(&row, "subject")
                .split('/')
                .next()
                .expect("a text has a beginning")
        ));
    }
    names.extend(
        ["curves", "warnings"]
            .into_iter()
            .flat_map(rows)
            .map(|row| format!("`{}`", text(&row, "kind"))),
    );
    names
}
