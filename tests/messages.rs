//! What the sources say stands in the catalogue, and what faulty scenarios are told stands there in German, too.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ausfall::scenario::{Diagnostic, Overrides, diagnostic, load};
use ausfall::text::{Catalogue, Language, Say};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below `folder` that end in `.extension`, sorted.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A message as a source says it, or as the catalogue has it: its key and the names of its arguments.
type Message = (String, BTreeSet<String>);

/// The messages of Fluent sources.
fn messages_of(catalogue: &str) -> Vec<Message> {
    let mut found: Vec<Message> = Vec::new();
    for line in catalogue.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|first: char| first.is_ascii_lowercase()) {
            let key = line.split(" =").next().unwrap_or_default();
            found.push((key.to_owned(), BTreeSet::new()));
        }
        let names = line.split('$').skip(1).map(|part| {
            let end = part.find(|c: char| !c.is_ascii_alphanumeric());
            part[..end.unwrap_or(part.len())].to_owned()
        });
        if let Some((_, arguments)) = found.last_mut() {
            arguments.extend(names);
        }
    }
    found
}

/// The messages that Rust code says by `say!("key", name = …)` or `Say::new("key").with("name", …)`, without its comments and tests.
fn said_in(code: &str) -> Vec<Message> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    let by_macro = code.split("say!(").skip(1).filter_map(|rest| {
        let arguments = pieces(rest);
        let names = arguments
            .iter()
            .skip(1)
            .filter_map(|argument| argument.split_once('='));
        let names = names.map(|(name, _)| name.trim().to_owned()).collect();
        Some((literal(arguments.first()?)?, names))
    });
    let by_hand = code.split("Say::new(").skip(1).filter_map(|rest| {
        let key = literal(pieces(rest).first()?)?;
        let mut names = BTreeSet::new();
        let mut rest = after(rest);
        while let Some(arguments) = rest.trim_start().strip_prefix(".with(") {
            names.extend(pieces(arguments).first().and_then(|name| literal(name)));
            rest = after(arguments);
        }
        Some((key, names))
    });
    by_macro.chain(by_hand).collect()
}

/// The text of a literal.
fn literal(code: &str) -> Option<String> {
    let inner = code.trim().strip_prefix('"')?.strip_suffix('"')?;
    Some(inner.to_owned())
}

/// The arguments in `code`, which begins behind an opening bracket, up to the bracket that closes it; empty ones are left out.
fn pieces(code: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    walk(code, |depth, c| match c {
        ',' if depth == 0 => pieces.push(String::new()),
        c => pieces.last_mut().expect("never empty").push(c),
    });
    pieces.retain(|piece| !piece.trim().is_empty());
    pieces
}

/// What follows the bracket that closes.
fn after(code: &str) -> &str {
    let mut length = 0;
    walk(code, |_, c| length += c.len_utf8());
    code[length..].strip_prefix(')').unwrap_or_default()
}

/// Walks to the bracket that closes; brackets and commas in texts do not count and are told as of depth 1.
fn walk(code: &str, mut see: impl FnMut(usize, char)) {
    let (mut depth, mut text, mut escaped) = (0_usize, false, false);
    for c in code.chars() {
        match c {
            '"' if !escaped => text = !text,
            '(' | '[' | '{' if !text => depth += 1,
            ')' | ']' | '}' if !text && depth == 0 => return,
            ')' | ']' | '}' if !text => depth -= 1,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
        see(depth + usize::from(text), c);
    }
}

fn english() -> BTreeMap<String, BTreeSet<String>> {
    let files = files(&root().join("src/text/en"), "ftl");
    files
        .iter()
        .flat_map(|file| messages_of(&read(file)))
        .collect()
}

#[test]
fn every_message_that_the_sources_say_is_in_the_catalogue_with_these_arguments() {
    let catalogue = english();
    let (mut said, mut wrong) = (0, String::new());
    for path in files(&root().join("src"), "rs") {
        for (key, arguments) in said_in(&read(&path)) {
            said += 1;
            if catalogue.get(&key) != Some(&arguments) {
                let known = catalogue.get(&key);
                wrong += &format!("{}: {key} {arguments:?}, not {known:?}\n", path.display());
            }
        }
    }
    assert!(said > 150, "only {said} messages were found");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn messages_are_found_however_they_are_laid_out() {
    let code = r#"
        // say!("comment")
        fault(say!("one"));
        say!(
            "two",
            name = f("a, (b", g(1, 2)),
            inner = say!("three", n = 1),
        );
        Say::new("four").with("x", (1, 2)).with("y", 3).help();
        Say::new(KEY);
        #[cfg(test)]
        say!("of-a-test")
    "#;
    let said = |key: &str, names: &[&str]| {
        let names = names.iter().map(|&name| name.to_owned()).collect();
        (key.to_owned(), names)
    };
    assert_eq!(
        said_in(code),
        [
            said("one", &[]),
            said("two", &["name", "inner"]),
            said("three", &["n"]),
            said("four", &["x", "y"]),
        ]
    );
}

fn faulty() -> Vec<(PathBuf, String)> {
    let files = files(&root().join("tests/faulty"), "ron");
    files
        .into_iter()
        .map(|path| (path.clone(), read(&path)))
        .collect()
}

/// With the precision and limits that the file wants from the command line.
fn diagnostics(source: &str) -> Vec<Diagnostic> {
    let options = |option: &str| -> Vec<String> {
        let lines = source.lines();
        lines
            .filter_map(|line| line.strip_prefix("//! run ")?.strip_prefix(option))
            .map(str::to_owned)
            .collect()
    };
    let overrides = Overrides {
        precision: options("--precision "),
        at_most: options("--at-most "),
        ..Overrides::default()
    };
    load(source, &overrides).map_or_else(|faults| faults, |loaded| loaded.warnings)
}

/// Everything that a diagnostic says.
fn all_of(diagnostic: &Diagnostic) -> impl Iterator<Item = &Say> {
    let notes = diagnostic.notes.iter().map(|(_, say)| say);
    std::iter::once(&diagnostic.message)
        .chain(&diagnostic.label)
        .chain(&diagnostic.help)
        .chain(notes)
}

#[test]
fn every_faulty_file_is_explained_in_german() {
    let (english, german) = (
        Catalogue::new(Language::English),
        Catalogue::new(Language::German),
    );
    let mut wrong = String::new();
    for (path, source) in faulty() {
        let found = diagnostics(&source);
        for say in found.iter().flat_map(all_of) {
            let (told, original) = (german.tell(say), english.tell(say));
            let gap = told.contains("{$") || told.contains("{ $");
            if gap || told == original || say.keys().iter().any(|key| !german.has(key)) {
                wrong += &format!("{}: {} `{told}`\n", path.display(), say.key());
            }
        }
        let text = diagnostic::render(&source, Path::new("a.ron"), &found, &german, false);
        for english in ["fault[", "warning[", "help: ", "did you mean"] {
            if text.contains(english) {
                wrong += &format!("{}: {english}\n", path.display());
            }
        }
    }
    assert!(wrong.is_empty(), "no German for\n{wrong}");
}

/// Messages that no file can show: second lines of defence behind what reading refuses, and limits beyond a file of readable size.
const NOT_SHOWN: &[&str] = &["law-negative"];

/// The keys below a heading of the catalogue.
fn keys_below(heading: &str) -> BTreeSet<String> {
    let text = read(&root().join("src/text/en/diagnostics.ftl"));
    let section = text
        .split("\n## ")
        .find(|section| section.starts_with(heading));
    let messages = messages_of(section.expect("the heading is there"));
    messages.into_iter().map(|(key, _)| key).collect()
}

#[test]
fn every_message_of_lowering_is_shown_by_a_faulty_file() {
    let mut missing = keys_below("Lowering");
    assert!(missing.len() > 200, "too few messages: {missing:?}");
    let mut found = Vec::new();
    for (_, source) in faulty() {
        found.extend(diagnostics(&source));
    }
    for say in found.iter().flat_map(all_of) {
        for key in say.keys() {
            missing.remove(key);
        }
    }
    missing.retain(|key| !NOT_SHOWN.contains(&key.as_str()));
    assert!(missing.is_empty(), "no faulty file shows {missing:#?}");
}
