//! Every file below `tests/faulty/` says in its first lines which faults and warnings it must give:
//!
//! ```text
//! //! fault 12:7 unknown-name "unknown component `core-b`; did you mean `core-a`?"
//! ```
//!
//! Place and code must be exact, the text must be part of the message, and there must be nothing besides. Base and variants are checked
//! as `ausfall check` does; a line `//! run --variant NAME` or `//! run --set NAME = VALUE` (likewise `--precision`, `--at-most`) asks for what `run` says instead. After a change of words,
//! `BLESS=1 cargo test --test diagnostics` writes the new lines; read the difference before committing it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use ausfall::scenario::{
    Diagnostic, Overrides, Severity, check, diagnostic, line_column, load, read_source,
};
use ausfall::text::{Catalogue, Language};

/// What a file says it gives, or what it gave.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    /// `fault 12:7 unknown-name`
    head: String,
    message: String,
}

impl Line {
    fn of(source: &str, diagnostic: &Diagnostic) -> Self {
        let (line, column) = line_column(source, diagnostic.at.start);
        let severity = match diagnostic.severity {
            Severity::Fault => "fault",
            Severity::Warning => "warning",
        };
        Self {
            head: format!("{severity} {line}:{column} {}", diagnostic.code),
            message: diagnostic.sentence(&ENGLISH),
        }
    }

    fn parse(line: &str) -> Option<Self> {
        let rest = line
            .strip_prefix("//! ")
            .filter(|rest| rest.starts_with("fault ") || rest.starts_with("warning "))?;
        let (head, message) = rest.split_once(" \"")?;
        Some(Self {
            head: head.to_owned(),
            message: message.trim_end().strip_suffix('"')?.to_owned(),
        })
    }

    fn is_met_by(&self, given: &Self) -> bool {
        self.head == given.head && given.message.contains(&self.message)
    }
}

static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(Language::English));

fn diagnostics(source: &str) -> Vec<Diagnostic> {
    let Some(overrides) = overrides(source) else {
        return check(source).notes;
    };
    match load(source, &overrides) {
        Ok(loaded) => loaded.warnings,
        Err(diagnostics) => diagnostics,
    }
}

/// The options of `run` that a file asks for.
fn overrides(source: &str) -> Option<Overrides> {
    let options = |option: &'static str| {
        source
            .lines()
            .filter_map(move |line| line.strip_prefix("//! run ")?.strip_prefix(option))
    };
    let variant = options("--variant ").next().map(str::to_owned);
    let set: Vec<(String, String)> = options("--set ")
        .filter_map(|setting| setting.split_once(" = "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let listed = |option| -> Vec<String> { options(option).map(str::to_owned).collect() };
    let (precision, at_most) = (listed("--precision "), listed("--at-most "));
    let any = variant.is_some() || !(set.is_empty() && precision.is_empty() && at_most.is_empty());
    any.then(|| Overrides {
        variant,
        set,
        precision,
        at_most,
        ..Overrides::default()
    })
}

fn given(source: &str) -> Vec<Line> {
    diagnostics(source)
        .iter()
        .map(|diagnostic| Line::of(source, diagnostic))
        .collect()
}

fn expected(source: &str) -> Vec<Line> {
    source.lines().filter_map(Line::parse).collect()
}

fn faulty_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faulty");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("readable").path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
    files.sort();
    files
}

/// The file with the lines that it gives now. The places move with the number of lines, so it is done twice.
fn blessed(source: &str) -> String {
    let mut text = source.to_owned();
    for _ in 0..2 {
        let lines = given(&text);
        let head: String = lines
            .iter()
            .map(|line| format!("//! {} \"{}\"\n", line.head, line.message))
            .collect();
        let rest: String = text
            .lines()
            .filter(|line| Line::parse(line).is_none())
            .map(|line| format!("{line}\n"))
            .collect();
        text = head + &rest;
    }
    text
}

#[test]
fn each_faulty_file_gives_what_it_says() {
    let mut wrong = String::new();
    for path in faulty_files() {
        let source = fs::read_to_string(&path).expect("a readable file");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, blessed(&source)).expect("a writable file");
            continue;
        }
        let (expected, given) = (expected(&source), given(&source));
        let met = expected.len() == given.len()
            && expected
                .iter()
                .zip(&given)
                .all(|(wanted, got)| wanted.is_met_by(got));
        if !met || expected.is_empty() {
            let lines = |lines: &[Line]| {
                lines
                    .iter()
                    .map(|line| format!("    {} \"{}\"\n", line.head, line.message))
                    .collect::<String>()
            };
            wrong += &format!(
                "{}\n  expected\n{}  given\n{}",
                path.display(),
                lines(&expected),
                lines(&given)
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Codes that no file of a readable size can show; they have tests of their own here.
const WITHOUT_A_FILE: &[&str] = &["not-utf-8", "too-large"];

/// The codes that the sources below `folder` name: the text that is the first argument where a diagnostic is made.
fn codes_in(folder: &Path, codes: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            codes_in(&path, codes);
        } else {
            let source = fs::read_to_string(&path).expect("a source file");
            let source = source.split("#[cfg(test)]").next().unwrap_or_default();
            for maker in ["fault(", "warn(", "warning(", "Diagnostic::new("] {
                codes.extend(source.split(maker).skip(1).filter_map(code_of));
            }
        }
    }
}

fn code_of(arguments: &str) -> Option<String> {
    let code = arguments
        .trim_start()
        .strip_prefix('"')?
        .split('"')
        .next()?;
    let kebab = code
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    kebab.then(|| code.to_owned())
}

#[test]
fn each_kind_of_fault_and_warning_has_a_file_that_shows_it() {
    let mut codes = BTreeSet::new();
    codes_in(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scenario"),
        &mut codes,
    );
    assert!(codes.len() > 50, "too few codes were found: {codes:?}");
    for path in faulty_files() {
        let source = fs::read_to_string(&path).expect("a readable file");
        for line in expected(&source) {
            codes.remove(line.head.split(' ').nth(2).unwrap_or_default());
        }
    }
    codes.retain(|code| !WITHOUT_A_FILE.contains(&code.as_str()));
    assert!(
        codes.is_empty(),
        "no file below tests/faulty shows: {codes:?}"
    );
}

#[test]
fn each_faulty_file_can_be_shown() {
    for path in faulty_files() {
        let source = fs::read_to_string(&path).expect("a readable file");
        let text = diagnostic::render(
            &source,
            Path::new("case.ron"),
            &diagnostics(&source),
            &ENGLISH,
            false,
        );
        for line in given(&source) {
            let place = line.head.split(' ').nth(1).expect("a place");
            assert!(
                text.contains(&format!("case.ron:{place}")),
                "{}: {place} is missing in\n{text}",
                path.display()
            );
        }
    }
}

#[test]
fn a_hundred_thousand_brackets_are_one_fault() {
    for open in ["(", "[", "{", "All([", "(a:"] {
        let lines = given(&open.repeat(100_000));
        assert_eq!(lines.len(), 1, "{open}");
        assert!(lines[0].head.ends_with(" too-deep"), "{open}: {lines:?}");
    }
    assert!(
        given(&")".repeat(100_000))[0]
            .head
            .ends_with(" stray-bracket")
    );
}

#[test]
fn a_file_of_more_than_ten_megabytes_is_refused() {
    let lines = given(&" ".repeat(10 * 1024 * 1024 + 1));
    assert_eq!(
        lines,
        [Line {
            head: "fault 1:1 too-large".to_owned(),
            message: "the file is larger than 10 MB".to_owned()
        }]
    );
}

#[test]
fn a_byte_that_is_not_utf_8_has_its_place() {
    let fault = read_source(b"(\n  title: \"M\xFCnster\")".to_vec()).expect_err("Latin-1");
    assert_eq!((fault.code, fault.at.start), ("not-utf-8", 13));
    let message = fault.sentence(&ENGLISH);
    assert!(message.contains("line 2, column 12"), "{message}");
}

#[test]
fn a_byte_order_mark_and_carriage_returns_move_no_place() {
    let source = "(\n  title: \"t\",\n  ?\n)";
    let plain = given(source);
    assert_eq!(plain[0].head, "fault 3:3 odd-sign");
    assert_eq!(
        given(&format!("\u{FEFF}{}", source.replace('\n', "\r\n"))),
        plain
    );
}
