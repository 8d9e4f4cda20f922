//! The house rules, held against the sources. Each message says what the rule is for.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The parts in their order. A part uses only parts of earlier places; parts of one place do not use each other.
const PLACES: [&[&str]; 9] = [
    &["units", "stats", "text"],
    &["dist", "kernel"],
    &["model"],
    &["scenario"],
    &["simulate"],
    &["batch"],
    &["compare", "explain"],
    &["report"],
    &["cli"],
];

/// Longer files hold more than one concept. Data for tests (`tests/fixtures`) may be longer.
const MOST_LINES: usize = 700;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All files below `folder` that end in `.extension`, sorted, as paths from the root. Nothing where there is no such folder.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(folder) else {
            continue;
        };
        for path in entries.map(|entry| entry.expect("the folder can be read").path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(
                    path.strip_prefix(root())
                        .expect("it lies below the root")
                        .to_path_buf(),
                );
            }
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<PathBuf> {
    let sources = files("src", "rs");
    assert!(!sources.is_empty(), "no sources found");
    sources
}

/// Every Rust file of the project.
fn rust_files() -> Vec<PathBuf> {
    ["src", "tests", "benches"]
        .into_iter()
        .flat_map(|folder| files(folder, "rs"))
        .collect()
}

/// Fails with all `faults` at once, and the reason for the rule.
fn demand(faults: &[String], reason: &str) {
    assert!(faults.is_empty(), "{reason}\n  {}", faults.join("\n  "));
}

/// `text` without comments; the line breaks stay. (A `//` inside a string is cut, too: good enough for paths of modules.)
fn without_comments(text: &str) -> String {
    text.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The parts that `code` names in `crate::part` or `crate::{part::…, part::…}`.
fn used_parts(code: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
        match rest.strip_prefix('{') {
            Some(group) => parts.extend(heads_of_group(group)),
            None => parts.push(head(rest)),
        }
    }
    parts.into_iter().map(home).collect()
}

/// The part that a name of the crate root belongs to: a macro is exported there, whatever part it is of.
fn home(name: String) -> String {
    if name == "say" {
        "text".to_owned()
    } else {
        name
    }
}

/// The first segment of every path in a group `a::…, b::{…}, c}…`.
fn heads_of_group(group: &str) -> Vec<String> {
    let (mut depth, mut heads, mut start) = (0_i32, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = true,
            c if start && !c.is_whitespace() => {
                heads.push(head(&group[at..]));
                start = false;
            }
            _ => {}
        }
    }
    heads
}

/// The identifier at the beginning of `path`.
fn head(path: &str) -> String {
    path.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

/// The part that a source belongs to; `None` for the crate root and the program.
fn part_of(path: &Path) -> Option<String> {
    let first = path
        .strip_prefix("src")
        .ok()?
        .components()
        .next()?
        .as_os_str()
        .to_str()?;
    let part = first.trim_end_matches(".rs");
    (part != "lib" && part != "main").then(|| part.to_string())
}

fn places() -> BTreeMap<&'static str, usize> {
    PLACES
        .iter()
        .enumerate()
        .flat_map(|(place, parts)| parts.iter().map(move |&part| (part, place)))
        .collect()
}

#[test]
fn data_flows_one_way() {
    let places = places();
    let mut faults = Vec::new();
    for path in sources() {
        let Some(part) = part_of(&path) else { continue };
        let Some(own) = places.get(part.as_str()) else {
            faults.push(format!(
                "{}: the part `{part}` has no place in the order",
                path.display()
            ));
            continue;
        };
        for used in used_parts(&without_comments(&read(&path))) {
            if used != part && places.get(used.as_str()).is_none_or(|place| place >= own) {
                faults.push(format!("{}: `{part}` uses `{used}`", path.display()));
            }
        }
    }
    demand(
        &faults,
        "a part uses only the parts before it (src/lib.rs shows the order): what knows nothing of a thing cannot depend on it",
    );
}

#[test]
fn the_order_of_the_parts_is_the_one_that_the_crate_page_shows() {
    let shown = PLACES.map(|parts| parts.join(", ")).join(" → ");
    assert!(
        read("src/lib.rs").contains(&shown),
        "src/lib.rs must show the order that this test holds:\n  {shown}"
    );
}

#[test]
fn grouped_and_nested_paths_are_seen() {
    let code = "use crate::{model::{ids::A, B},\n    units, simulate::C};\nuse crate::say;\nfn f() { crate::batch::run() }";
    assert_eq!(
        used_parts(code),
        ["model", "units", "simulate", "text", "batch"]
    );
    assert_eq!(
        used_parts(&without_comments(
            "/// [`x`](crate::cli)\nuse crate::text::y;"
        )),
        ["text"]
    );
}

#[test]
fn every_source_opens_with_what_it_is_for() {
    let opens = |path: &PathBuf| {
        read(path)
            .lines()
            .next()
            .is_some_and(|line| line.starts_with("//! ") && line.len() > "//! todo".len())
    };
    let faults: Vec<_> = sources()
        .iter()
        .filter(|path| !opens(path))
        .map(|path| path.display().to_string())
        .collect();
    demand(
        &faults,
        "the first line of a source is a `//!` sentence that says what it is for: nobody should have to read on to find out",
    );
}

#[test]
fn no_file_holds_more_than_one_concept() {
    let lines = |path: &PathBuf| read(path).lines().count();
    let is_code = |path: &PathBuf| !path.starts_with("tests/fixtures");
    let faults: Vec<_> = rust_files()
        .iter()
        .filter(|path| is_code(path) && lines(path) > MOST_LINES)
        .map(|path| format!("{}: {} lines", path.display(), lines(path)))
        .collect();
    demand(
        &faults,
        &format!(
            "a file has at most {MOST_LINES} lines: a longer one holds more than one concept and wants to be split"
        ),
    );
}

#[test]
fn nothing_is_left_undone() {
    // Put together here, so that this file does not find itself.
    let banned = ["todo", "dbg", "unimplemented"].map(|name| format!("{name}!("));
    let mut faults = Vec::new();
    for path in rust_files() {
        let code = without_comments(&read(&path));
        faults.extend(
            banned
                .iter()
                .filter(|word| code.contains(*word))
                .map(|word| format!("{}: {word}…)", path.display())),
        );
    }
    demand(
        &faults,
        "what is missing is said in the documentation, not by a macro that panics when a user gets there",
    );
}

#[test]
fn the_project_does_not_speak_of_the_machine_it_was_written_on() {
    let banned = ["work", "root", "home", "Users"].map(|folder| format!("/{folder}/"));
    let mut faults = Vec::new();
    let documents = ["", "docs", "scenarios", "tests", "output"]
        .into_iter()
        .flat_map(documents_of);
    for path in rust_files().into_iter().chain(documents) {
        let text = read(&path);
        faults.extend(
            banned
                .iter()
                .filter(|word| text.contains(*word))
                .map(|word| format!("{}: {word}", path.display())),
        );
    }
    demand(&faults, "a path of one machine means nothing on another");
}

/// The files of one folder, not of the folders below, that people read: Markdown, RON and TOML.
fn documents_of(folder: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(root().join(folder)) else {
        return Vec::new();
    };
    let wanted = |path: &PathBuf| {
        path.extension()
            .is_some_and(|found| ["md", "ron", "toml"].iter().any(|wanted| found == *wanted))
    };
    let mut found: Vec<_> = entries
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(wanted)
        .collect();
    found.sort();
    found
}

#[test]
fn the_changelog_keeps_its_form() {
    const SECTIONS: [&str; 7] = [
        "Value-breaking",
        "Added",
        "Changed",
        "Deprecated",
        "Removed",
        "Fixed",
        "Security",
    ];
    let changelog = read("CHANGELOG.md");
    let mut faults = Vec::new();
    for (number, line) in (1..).zip(changelog.lines()) {
        let known = match line.split_once(' ') {
            Some(("#", title)) => number == 1 && title == "Changelog",
            Some(("##", title)) => title == "[Unreleased]" || is_release(title),
            Some(("###", title)) => SECTIONS.contains(&title),
            _ => !line.starts_with('#'),
        };
        if !known {
            faults.push(format!("CHANGELOG.md:{number}: {line}"));
        }
    }
    demand(
        &faults,
        "headings are `## [Unreleased]`, `## [1.2.3] - 2026-01-31` and the kinds of Keep a Changelog, so that people and programs find a change",
    );
    let first = changelog.lines().find(|line| line.starts_with("## "));
    let version = format!("## [{}]", env!("CARGO_PKG_VERSION"));
    assert!(
        first.is_some_and(|line| line == "## [Unreleased]" || line.starts_with(&version)),
        "the newest entry is [Unreleased] or the version of Cargo.toml, not {first:?}"
    );
}

/// Whether `title` is `[1.2.3] - 2026-01-31`.
fn is_release(title: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts = |text: &str, by: char, lengths: &[Option<usize>]| {
        let parts: Vec<_> = text.split(by).collect();
        parts.len() == lengths.len()
            && parts.iter().zip(lengths).all(|(part, length)| {
                digits(part) && length.is_none_or(|length| part.len() == length)
            })
    };
    title
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("] - "))
        .is_some_and(|(version, date)| {
            parts(version, '.', &[None, None, None])
                && parts(date, '-', &[Some(4), Some(2), Some(2)])
        })
}

#[test]
fn a_change_of_the_result_epoch_stands_in_the_changelog() {
    let wanted = format!("Result epoch {}.", ausfall::batch::results::RESULT_EPOCH);
    assert!(
        read("CHANGELOG.md").contains(&wanted),
        "CHANGELOG.md must say `{wanted}`: whoever compares numbers has to know when they moved"
    );
}

#[test]
fn the_word_value_breaking_is_defined_where_it_is_used() {
    let head = read("CHANGELOG.md");
    let head = head.split("\n## ").next().unwrap_or_default();
    assert!(
        head.contains("*value-breaking*"),
        "the head of CHANGELOG.md defines the word"
    );
}

/// Benches that are built: files of `benches/` and folders with a `main.rs`. What they share lies in `benches/common/`, and
/// `benches/peers/` is a package of its own.
fn benches() -> Vec<String> {
    let mut found: Vec<_> = files("benches", "rs")
        .iter()
        .filter_map(|path| {
            path.strip_prefix("benches")
                .ok()?
                .with_extension("")
                .to_str()
                .map(String::from)
        })
        .map(|name| name.trim_end_matches("/main").to_owned())
        .filter(|name| !name.contains('/'))
        .collect();
    found.sort();
    found
}

#[test]
fn every_bench_exists_and_is_declared() {
    let manifest = read("Cargo.toml");
    let mut declared: Vec<_> = manifest
        .split("[[bench]]")
        .skip(1)
        .filter_map(name_of_target)
        .collect();
    declared.sort();
    let present = benches();
    assert_eq!(
        declared, present,
        "`[[bench]]` entries of Cargo.toml and files of benches/ must match: an undeclared bench runs with the wrong harness"
    );
}

/// The value of `name = "…"` in the piece of a manifest that follows `[[bench]]`.
fn name_of_target(piece: &str) -> Option<String> {
    let line = piece
        .lines()
        .take_while(|line| !line.starts_with('['))
        .find(|line| line.starts_with("name"))?;
    line.split('"').nth(1).map(String::from)
}

#[test]
fn every_scenario_is_introduced() {
    let introduction = read("README.md")
        + &files("scenarios", "md")
            .iter()
            .map(read)
            .collect::<String>();
    let exact = read("docs/truth.md");
    let introduced = |path: &PathBuf| {
        let [name, stem] = [path.file_name(), path.file_stem()]
            .map(|name| name.and_then(|name| name.to_str()).unwrap_or_default());
        introduction.contains(name)
            || path.starts_with("scenarios/known") && exact.contains(&format!("`{stem}`"))
    };
    let faults: Vec<_> = files("scenarios", "ron")
        .iter()
        .filter(|path| !introduced(path))
        .map(|path| path.display().to_string())
        .collect();
    demand(
        &faults,
        "every scenario is named in README.md or in a README.md below scenarios/, an exact case in docs/truth.md: one that nobody finds is of no use",
    );
}

#[test]
fn every_ban_of_the_lints_says_why() {
    let bans = read(".clippy.toml");
    let faults: Vec<_> = bans
        .lines()
        .filter(|line| line.contains("path = ") && !line.contains("reason = "))
        .map(String::from)
        .collect();
    demand(&faults, "a ban without its reason is only an obstacle");
}
