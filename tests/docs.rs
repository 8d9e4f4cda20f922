//! The commands and texts of README and docs: run as a reader would, in the order of the page.
//!
//! A block `ron NAME.ron` is written to that file; every line of a block `sh` that begins with `ausfall` or `cargo run --release --` is run,
//! and must succeed (`sh fails`: must be refused; `sh skip`: is not run). A block `text` shows what the command before it printed: its
//! lines must stand in the output in that order; a line `…` stands for any number of lines.
//!
//! Pages that show no output need no full batch: their runs are made with few replications, so that this takes seconds.

mod program;

use std::fs;
use std::path::{Path, PathBuf};

use program::{ausfall, folder};

/// Replications of runs whose output is not shown.
const FEW: &str = "32";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A fenced block of a page.
struct Block {
    /// What stands behind the fence: `ron page.ron`, `sh`, `text`.
    kind: String,
    /// Line of the fence, from 1.
    line: usize,
    text: String,
}

fn blocks(page: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for (line, text) in (1..).zip(page.lines()) {
        match text.strip_prefix("```") {
            Some(_) if open => open = false,
            Some(kind) => {
                open = true;
                blocks.push(Block {
                    kind: kind.to_owned(),
                    line,
                    text: String::new(),
                });
            }
            None if open => {
                if let Some(block) = blocks.last_mut() {
                    block.text.extend([text, "\n"]);
                }
            }
            None => {}
        }
    }
    blocks
}

/// The arguments of a command line of a page: blanks separate, double quotes hold together.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().expect("never empty").push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// What a line asks of the program, if it does.
fn arguments(line: &str) -> Option<Vec<String>> {
    let line = line.trim();
    let rest = line
        .strip_prefix("cargo run --release -- ")
        .or_else(|| line.strip_prefix("ausfall "))?;
    Some(words(rest))
}

/// A reader at work: a folder with the scenarios, and what the last command printed.
struct Reader {
    folder: PathBuf,
    language: &'static str,
    shows_output: bool,
    printed: String,
}

impl Reader {
    fn new(page: &str, text: &str) -> Self {
        let folder = folder(&page.replace('/', "-"));
        copy(&root().join("scenarios"), &folder.join("scenarios"));
        Self {
            folder,
            language: if page.contains("/de/") {
                "de_DE.UTF-8"
            } else {
                "C"
            },
            shows_output: blocks(text).iter().any(|block| block.kind == "text"),
            printed: String::new(),
        }
    }

    fn run(&mut self, arguments: &[String], fails: bool, place: &str) {
        let mut command = ausfall(&self.folder);
        command.env("LC_ALL", self.language).args(arguments);
        let counts = ["run", "compare"].contains(&arguments[0].as_str());
        if counts && !self.shows_output && !arguments.iter().any(|word| word == "--replications") {
            command.args(["--replications", FEW]);
        }
        let output = command.output().expect("the program starts");
        self.printed = format!(
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        let wanted = if fails { 2 } else { 0 };
        assert_eq!(
            output.status.code(),
            Some(wanted),
            "{place}: {arguments:?}\n{}",
            self.printed
        );
    }

    /// The lines shown stand in the output in this order.
    fn compare(&self, shown: &str, place: &str) {
        let mut rest = self.printed.lines().map(str::trim_end);
        for line in shown
            .lines()
            .map(str::trim_end)
            .filter(|line| !line.is_empty() && *line != "…")
        {
            assert!(
                rest.any(|printed| printed == line),
                "{place}: the output has no line\n{line}\nat its place in\n{}",
                self.printed
            );
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("a readable folder") {
        let path = entry.expect("readable").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file can be copied");
        }
    }
}

fn follow(page: &str) {
    let text = fs::read_to_string(root().join(page)).expect("a readable page");
    let mut reader = Reader::new(page, &text);
    let mut commands = 0;
    for block in blocks(&text) {
        let place = format!("{page}:{}", block.line);
        match block.kind.split_once(' ').unwrap_or((&block.kind, "")) {
            ("ron", name) if name.ends_with(".ron") => {
                fs::write(reader.folder.join(name), &block.text).expect("a file can be written");
            }
            ("sh", "skip") => {}
            ("sh", how) => {
                for line in block.text.lines() {
                    if let Some(arguments) = arguments(line) {
                        commands += 1;
                        reader.run(&arguments, how == "fails", &place);
                    }
                }
            }
            ("text", _) => reader.compare(&block.text, &place),
            _ => {}
        }
    }
    assert!(commands > 0, "{page} has no command to be run");
}

#[test]
fn the_readme_can_be_followed() {
    follow("README.md");
}

#[test]
fn the_page_on_truth_can_be_followed() {
    follow("docs/truth.md");
}

#[test]
fn the_tutorial_can_be_followed_and_shows_what_is_printed() {
    follow("docs/tutorial.md");
}

#[test]
fn the_german_tutorial_can_be_followed_and_shows_what_is_printed() {
    follow("docs/de/tutorial.md");
}

#[test]
fn every_how_to_page_can_be_followed() {
    let mut pages: Vec<String> = fs::read_dir(root().join("docs/how-to"))
        .expect("a readable folder")
        .map(|entry| {
            entry
                .expect("readable")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| name != "README.md")
        .collect();
    pages.sort();
    let index = fs::read_to_string(root().join("docs/how-to/README.md")).expect("a readable page");
    for page in pages {
        assert!(
            index.contains(&format!("({page})")),
            "the index does not name {page}"
        );
        follow(&format!("docs/how-to/{page}"));
    }
}
