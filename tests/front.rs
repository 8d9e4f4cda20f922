//! The program as its users meet it, in both languages: greeting, help, faults of the command line, `new`, completions, manual page.

mod program;

use std::fs;
use std::path::Path;
use std::process::Output;

use program::{ausfall, ends_with, folder, run, stderr, stdout};

const README: &str = include_str!("../README.md");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const LIKES: [&str; 4] = ["first-steps", "two-sites", "hotline", "payroll"];

/// Every command in the order of the help.
const COMMANDS: [&str; 10] = [
    "run",
    "check",
    "new",
    "help",
    "trace",
    "verify",
    "plot",
    "report",
    "completions",
    "man",
];

/// What `ausfall ARGUMENTS` prints, and that it prints nothing else.
fn printed(folder: &Path, arguments: &str) -> String {
    let output = run(folder, arguments);
    ends_with(&output, 0);
    assert_eq!(stderr(&output), "", "{arguments}");
    stdout(&output)
}

/// Runs the program under the locale `name` = `value`.
fn under(folder: &Path, name: &str, value: &str, arguments: &str) -> Output {
    ausfall(folder)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env_remove("LANG")
        .env(name, value)
        .args(arguments.split_whitespace())
        .output()
        .expect("the program starts")
}

/// The first line of a greeting that runs a scenario, without the program's name.
fn first_run(greeting: &str) -> String {
    let mut lines = greeting.lines().map(str::trim);
    let line = lines.find_map(|line| line.strip_prefix("ausfall run "));
    format!("run {}", line.expect("the greeting shows a run"))
}

#[test]
fn without_arguments_it_greets_with_a_command_that_runs() {
    let folder = folder("greeting");
    for language in ["en", "de"] {
        let greeting = printed(&folder, &format!("--lang {language}"));
        assert!(greeting.lines().count() <= 15, "{greeting}");
        let new = greeting
            .lines()
            .find_map(|line| line.trim().strip_prefix("ausfall new "))
            .expect("away from the scenarios the way begins with a new one");
        ends_with(&run(&folder, &format!("new {new} --lang {language}")), 0);
        let command = format!("{} --replications 16 --quiet", first_run(&greeting));
        ends_with(&run(&folder, &command), 0);
    }
}

#[test]
fn beside_the_shipped_scenarios_it_greets_with_one_of_them() {
    let folder = folder("greeting-shipped");
    fs::create_dir(folder.join("scenarios")).expect("the folder can be made");
    let scenario = "scenarios/first-steps.ron";
    fs::copy(Path::new(ROOT).join(scenario), folder.join(scenario)).expect("it is shipped");
    let command = first_run(&printed(&folder, ""));
    assert_eq!(command, format!("run {scenario}"));
    ends_with(
        &run(&folder, &format!("{command} --replications 16 --quiet")),
        0,
    );
}

#[test]
fn help_and_version_are_no_errors() {
    let folder = folder("help");
    for command in COMMANDS {
        let asked = printed(&folder, &format!("{command} --help"));
        assert_eq!(asked, printed(&folder, &format!("help {command}")));
    }
    assert_eq!(
        printed(&folder, "--version"),
        format!("ausfall {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn the_help_lists_every_command_once_and_examples_to_paste() {
    let folder = folder("list");
    for language in ["en", "de"] {
        let help = printed(&folder, &format!("--help --lang {language}"));
        for command in COMMANDS {
            let begins = |line: &&str| line.starts_with(&format!("  {command} "));
            assert_eq!(help.lines().filter(begins).count(), 1, "{command}\n{help}");
        }
        let examples = help.lines().filter(|line| line.starts_with("  ausfall "));
        assert_eq!(examples.count(), 3, "{help}");
    }
}

#[test]
fn the_help_documents_the_exit_codes_that_the_readme_documents() {
    let help = printed(&folder("codes"), "--help");
    for code in [
        "0 done",
        "1 an objective is missed",
        "3 reading or",
        "130 interrupted",
    ] {
        assert!(help.contains(code) && README.contains(code), "{code}");
    }
}

#[test]
fn german_help_has_no_english_heading() {
    let folder = folder("german");
    for command in COMMANDS {
        let help = printed(&folder, &format!("{command} --help --lang de"));
        assert!(
            help.contains("\nAufruf: ausfall ") && help.contains("\nOptionen:"),
            "{help}"
        );
        for english in [
            "Usage",
            "Options",
            "Arguments",
            "[default",
            "[possible",
            "Print ",
        ] {
            assert!(!help.contains(english), "{english}:\n{help}");
        }
    }
    assert!(printed(&folder, "man --lang de").contains(".SH OPTIONEN"));
}

#[test]
fn the_language_comes_from_the_environment_unless_it_is_given() {
    let folder = folder("language");
    for (name, value, german) in [
        ("LANG", "de_DE.UTF-8", true),
        ("LC_MESSAGES", "de", true),
        ("LC_ALL", "de_AT@euro", true),
        ("LC_ALL", "en_GB.UTF-8", false),
        ("LANG", "C", false),
    ] {
        let told = stdout(&under(&folder, name, value, "--help"));
        assert_eq!(told.contains("Aufruf:"), german, "{name}={value}");
        let fault = stderr(&under(&folder, name, value, "run nowhere.ron"));
        assert_eq!(fault.starts_with("Fehler: "), german, "{fault}");
    }
    let asked = under(&folder, "LANG", "de_DE.UTF-8", "--lang en --help");
    assert!(stdout(&asked).contains("Usage:"));
}

#[test]
fn a_fault_of_the_command_line_is_told_in_both_languages_with_the_way_out() {
    let folder = folder("mistyped");
    for (arguments, english, german) in [
        (
            "rum mail.ron",
            "did you mean `run`?",
            "gemeint ist wohl `run`",
        ),
        ("mail.ron", "ausfall run mail.ron", "ausfall run mail.ron"),
        (
            "run mail.ron --relications 5",
            "`--replications`",
            "`--replications`",
        ),
        ("run", "<FILE> is missing", "<DATEI> fehlt"),
        ("run a b", "one argument too many", "ein Argument zu viel"),
        ("run a --seed x", "a whole number", "eine ganze Zahl"),
        ("run a --replications 0", "above 0", "über 0"),
        ("run a --threads 99999", "at most 1,024", "höchstens 1024"),
        ("run a --quiet --json", "leave one out", "eines weglassen"),
        ("run a --enforce=strickt", "`strict`", "`strict`"),
        ("new mine --like payrol", "`payroll`", "`payroll`"),
        ("run a --seed 1 --seed 2", "only once", "nur einmal"),
        ("trace a -r", "wants a value", "braucht einen Wert"),
    ] {
        for (language, wanted) in [("en", english), ("de", german)] {
            let output = run(&folder, &format!("--lang {language} {arguments}"));
            ends_with(&output, 2);
            let told = stderr(&output);
            assert!(told.contains(wanted), "{arguments}: {told}");
            assert!(
                output.stdout.is_empty() && !told.contains("Usage"),
                "{told}"
            );
        }
    }
}

#[test]
fn a_language_that_does_not_exist_is_refused_with_those_that_do() {
    let output = run(&folder("no-language"), "run a.ron --lang fr");
    ends_with(&output, 2);
    assert!(stderr(&output).contains("en, de"), "{}", stderr(&output));
}

#[test]
fn every_new_scenario_is_in_order_and_runs_in_both_languages() {
    for language in ["en", "de"] {
        let folder = folder(&format!("new-{language}"));
        for like in LIKES {
            let made = printed(
                &folder,
                &format!("new {like} --like {like} --lang {language}"),
            );
            let next = made.lines().last().expect("it says something");
            assert_eq!(next, format!("ausfall run {like}.ron"));
            let checked = printed(&folder, &format!("check {like}.ron --lang {language}"));
            let order = if language == "de" {
                "in Ordnung"
            } else {
                "in order"
            };
            assert!(checked.contains(order), "{checked}");
            let command = next.trim_start_matches("ausfall ");
            let told = printed(&folder, &format!("{command} --replications 20"));
            assert!(
                told.ends_with(&format!("output/{like}/report.html\n")),
                "{told}"
            );
        }
    }
}

#[test]
fn new_never_overwrites() {
    let folder = folder("overwrite");
    fs::write(folder.join("mine.ron"), "mine").expect("the file can be written");
    for name in ["mine", "mine.ron"] {
        let output = run(&folder, &format!("new {name}"));
        ends_with(&output, 2);
        assert!(stderr(&output).contains("mine.ron is there already"));
    }
    let kept = fs::read_to_string(folder.join("mine.ron")).expect("it is there");
    assert_eq!(kept, "mine");
}

#[test]
fn new_takes_plain_names_only_and_says_so() {
    let folder = folder("names");
    for name in [
        "../mine",
        "a/b",
        ".hidden",
        "a\u{1b}[2J",
        "",
        "..",
        "a\nb",
        "C:x",
    ] {
        for (language, way_out) in [("en", "letters, digits"), ("de", "Buchstaben, Ziffern")] {
            let output = ausfall(&folder)
                .args(["new", "--lang", language, name])
                .output()
                .expect("the program starts");
            ends_with(&output, 2);
            let told = stderr(&output);
            assert!(told.contains(way_out) && !told.contains('\u{1b}'), "{told}");
        }
    }
    let left = fs::read_dir(&folder).expect("it can be read").count();
    assert_eq!(left, 0, "nothing was written");
    printed(&folder, "new Münster_2");
    assert!(folder.join("Münster_2.ron").is_file());
}

/// The tokens of a scenario without comments: texts, and everything between them.
fn tokens(text: &str) -> Vec<(bool, String)> {
    let bare: Vec<&str> = text
        .lines()
        .map(|line| match line.split_once("//") {
            Some((before, _)) if before.matches('"').count() % 2 == 0 => before,
            _ => line,
        })
        .collect();
    let bare = bare.join(" ");
    let pieces = bare.split('"').enumerate();
    pieces
        .map(|(place, piece)| match place % 2 {
            0 => (false, piece.split_whitespace().collect()),
            _ => (true, piece.to_owned()),
        })
        .collect()
}

/// One scenario is the other with its names and texts exchanged, each always for the same one: it means the same.
#[test]
fn the_new_scenarios_of_both_languages_differ_in_names_and_texts_alone() {
    let read = |language, like| {
        let path = Path::new(ROOT).join(format!("scenarios/new/{language}/{like}.ron"));
        tokens(&fs::read_to_string(path).expect("it is shipped"))
    };
    for like in LIKES {
        let (english, german) = (read("en", like), read("de", like));
        assert_eq!(english.len(), german.len(), "{like}");
        let mut names: Vec<(String, String)> = Vec::new();
        for ((text, one), (_, other)) in english.into_iter().zip(german) {
            let value = one.starts_with(|c: char| c.is_ascii_digit());
            if !text || value {
                assert_eq!(one, other, "{like}");
                continue;
            }
            let known = names
                .iter()
                .find(|(known, word)| *known == one || *word == other);
            match known {
                Some(pair) => assert_eq!(*pair, (one, other), "{like}"),
                None => names.push((one, other)),
            }
        }
    }
}

#[test]
fn completions_know_every_command_in_every_shell() {
    let folder = folder("completions");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = printed(&folder, &format!("completions {shell}"));
        for command in COMMANDS {
            assert!(script.contains(command), "{shell}: {command}");
        }
        assert!(script.contains("replications"), "{shell}");
    }
}

#[test]
fn the_manual_page_has_every_command() {
    let folder = folder("man");
    for (language, heading) in [("en", ".SH COMMANDS"), ("de", ".SH BEFEHLE")] {
        let page = printed(&folder, &format!("man --lang {language}"));
        assert!(page.starts_with(".ie") && page.contains(".TH"), "{page}");
        assert!(page.contains(heading), "{page}");
        for command in COMMANDS {
            assert!(page.contains(command), "{command}");
        }
    }
}

#[test]
fn the_readme_lists_every_command() {
    for command in COMMANDS {
        assert!(README.contains(&format!("`{command}")), "{command}");
    }
}

#[cfg(unix)]
#[test]
fn a_watch_checks_again_after_a_change_and_ends_well_on_ctrl_c() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};

    let folder = folder("watch");
    printed(&folder, "new mine");
    let mut child = ausfall(&folder)
        .args(["check", "--watch", "mine.ron"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
    let mut next = move || lines.next().expect("it goes on").expect("it is text");
    assert!(next().starts_with("mine.ron: in order"));
    next();
    let text = fs::read_to_string(folder.join("mine.ron")).expect("it is there");
    fs::write(folder.join("mine.ron"), format!("{text}\n// changed\n")).expect("it can be written");
    assert!(
        next().starts_with("mine.ron: in order"),
        "and no codes for a screen"
    );
    let killed = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .expect("kill starts");
    assert!(killed.success());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}
