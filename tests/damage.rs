//! A valid scenario damaged at places drawn with a fixed seed: reading it never panics, and says where it hurts.

mod program;

use std::fs;
use std::path::Path;

use ausfall::scenario::diagnostic::in_order;
use ausfall::scenario::{Diagnostic, Overrides, line_column, load, read_source};
use program::{ends_with, folder, run, stderr, stdout};

/// How many places are damaged in each way.
const CASES: u64 = 300;
/// A single damage must not bury its reader.
const HANDFUL: usize = 8;

fn broad() -> String {
    source("tests/fixtures/broad.ron")
}

fn source(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(path).expect("the file is there")
}

/// A number below `bound` from a case's number (SplitMix64, Steele et al. 2014).
fn drawn(case: u64, bound: usize) -> usize {
    let mut x = case.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((x ^ (x >> 31)) % bound as u64) as usize
}

/// The start of a character at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at)
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

fn faults(source: &str) -> Vec<Diagnostic> {
    match load(source, &Overrides::default()) {
        Ok(_) => Vec::new(),
        Err(diagnostics) => {
            assert!(
                diagnostics.iter().any(Diagnostic::is_fault),
                "refused without a fault:\n{source}"
            );
            diagnostics
                .into_iter()
                .filter(Diagnostic::is_fault)
                .collect()
        }
    }
}

/// Reads a damaged file, checks what every such file must keep, and gives the number of its faults.
fn read(case: u64, source: &str) -> usize {
    read_with(case, source, HANDFUL)
}

/// As [`read`], with at most so many faults.
fn read_with(case: u64, source: &str, most: usize) -> usize {
    let faults = faults(source);
    for fault in &faults {
        assert!(
            fault.at.end <= source.len(),
            "case {case}: `{:?}` lies outside the file",
            fault.message
        );
        assert!(line_column(source, fault.at.start).0 >= 1);
    }
    let list: Vec<String> = faults
        .iter()
        .map(|fault| {
            format!(
                "{:?} {:?}",
                line_column(source, fault.at.start),
                fault.message
            )
        })
        .collect();
    assert!(
        faults.len() <= most,
        "case {case}: {} faults for one damage\n{}",
        faults.len(),
        list.join("\n")
    );
    in_order(faults).len()
}

#[test]
fn the_whole_scenario_has_no_fault() {
    let faults = faults(&broad());
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_file_cut_off_anywhere_is_refused_with_a_place() {
    let whole = broad();
    for case in 0..CASES {
        let end = boundary(&whole, drawn(case, whole.trim_end().len()));
        let source = &whole[..end];
        assert!(
            !faults(source).is_empty(),
            "case {case}: half a file was taken for a whole one"
        );
        read(case, source);
    }
}

#[test]
fn a_character_taken_out_anywhere_is_read_or_refused_with_a_place() {
    let whole = broad();
    for case in 0..CASES {
        let at = boundary(&whole, drawn(case + 1_000, whole.len()));
        let mut source = whole.clone();
        source.remove(at);
        read(case, &source);
    }
}

#[test]
fn a_character_put_in_anywhere_is_read_or_refused_with_a_place() {
    let whole = broad();
    let odd: Vec<char> = "()[]{}:,\"'\\/*#x7-. \n\u{0}ü§".chars().collect();
    for case in 0..CASES {
        let mut source = whole.clone();
        source.insert(
            boundary(&whole, drawn(case + 2_000, whole.len())),
            odd[drawn(case + 3_000, odd.len())],
        );
        read(case, &source);
    }
}

#[test]
fn a_line_taken_out_anywhere_is_read_or_refused_with_a_place() {
    let whole = broad();
    let lines: Vec<&str> = whole.lines().collect();
    for (case, _) in lines.iter().enumerate() {
        let kept: Vec<&str> = lines
            .iter()
            .enumerate()
            .filter(|&(at, _)| at != case)
            .map(|(_, line)| *line)
            .collect();
        read(case as u64, &kept.join("\n"));
    }
}

#[test]
fn a_byte_changed_anywhere_is_text_or_refused_with_a_place() {
    let whole = broad().into_bytes();
    for case in 0..CASES {
        let mut bytes = whole.clone();
        bytes[drawn(case + 4_000, whole.len())] = drawn(case + 5_000, 256) as u8;
        match read_source(bytes) {
            Ok(source) => assert!(read(case, &source) <= HANDFUL),
            Err(fault) => assert!(fault.at.start < whole.len() && fault.code == "not-utf-8"),
        }
    }
}

/// How many single damages of the case that this project was made for are tried.
const DAMAGES: u64 = 240;

/// What editors and habits from elsewhere do to a file: what stands there, and what comes instead.
const EDITORS: &[(&str, &str)] = &[
    ("\"", "“"),
    ("\"", "'"),
    (": ", " = "),
    (",", ";"),
    (",\n", "\n"),
    ("\n", "\r\n"),
    (" ", "\u{a0}"),
    ("  ", "\t"),
    ("//", "#"),
    (".", ","),
    (":", ""),
    (": \"", ": "),
    ("true", "True"),
    ("-", "–"),
];

/// The bytes of something to damage: a character, a token, a line.
fn target(whole: &str, case: u64) -> std::ops::Range<usize> {
    let at = boundary(whole, drawn(case + 10_000, whole.trim_end().len()));
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    match drawn(case + 11_000, 3) {
        0 => at..at + whole[at..].chars().next().map_or(0, char::len_utf8),
        1 => {
            let start = whole[..at]
                .rfind(|c| !letter(c))
                .map_or(0, |before| before + 1);
            let start = boundary(whole, start);
            let end = whole[at..]
                .find(|c| !letter(c))
                .map_or(whole.len(), |end| at + end);
            start..end.max(at + 1)
        }
        _ => {
            let start = whole[..at].rfind('\n').map_or(0, |newline| newline + 1);
            let end = whole[at..]
                .find('\n')
                .map_or(whole.len(), |newline| at + newline + 1);
            start..end
        }
    }
}

/// `whole` with one slip in it, and what kind of slip it is.
fn slipped(whole: &str, case: u64) -> (&'static str, String) {
    let target = target(whole, case);
    let (before, hit, after) = (
        &whole[..target.start],
        &whole[target.clone()],
        &whole[target.end..],
    );
    match case % 6 {
        0 => ("delete", [before, after].concat()),
        1 => {
            let odd: Vec<char> = "()[]{}:,;=\"'„#x7-–….".chars().collect();
            let odd = odd[drawn(case + 12_000, odd.len())].to_string();
            ("insert", [before, &odd, hit, after].concat())
        }
        2 => {
            let odd = ["(", ")", "]", "}", "\"", ",", ":", "x", "7", "%"];
            let odd = odd[drawn(case + 12_000, odd.len())];
            let (at, next) = (hit.chars().next().unwrap_or(' '), target.start);
            let rest = &whole[next + at.len_utf8()..];
            ("replace", [before, odd, rest].concat())
        }
        3 => ("duplicate", [before, hit, hit, after].concat()),
        4 => {
            let second: String = after.chars().take(hit.chars().count()).collect();
            let rest = &after[second.len()..];
            ("swap", [before, &second, hit, rest].concat())
        }
        _ => {
            let (from, to) = EDITORS[drawn(case + 13_000, EDITORS.len())];
            let at = target.start + whole[target.start..].find(from).unwrap_or(0);
            let found = whole[at..].starts_with(from);
            let end = if found { at + from.len() } else { at };
            ("editor", [&whole[..at], to, &whole[end..]].concat())
        }
    }
}

/// Whether a fault has a place of its own; the beginning of the file is one only where the damage is.
fn has_place(source: &str, fault: &Diagnostic) -> bool {
    fault.at.start > 0 && fault.at.start <= source.len()
}

#[test]
fn of_240_slips_each_is_read_or_told_at_its_place_and_half_of_them_in_one_sentence() {
    let whole = source("scenarios/muenster.ron");
    let (mut loaded, mut placed, mut counts, mut told) = (0, 0, Vec::new(), String::new());
    for case in 0..DAMAGES {
        let (kind, source) = slipped(&whole, case);
        let found = in_order(faults(&source));
        if found.is_empty() {
            loaded += 1;
            continue;
        }
        counts.push(found.len());
        placed += usize::from(found.iter().all(|fault| has_place(&source, fault)));
        let codes: Vec<&str> = found.iter().map(|fault| fault.code).collect();
        told += &format!(
            "{case} {kind} {:?}: {codes:?}\n",
            line_column(&source, found[0].at.start)
        );
    }
    counts.sort_unstable();
    let distribution = format!("{loaded} loaded; faults: {counts:?}\n{told}");
    assert!(
        loaded + counts.len() == DAMAGES as usize && counts.len() > 100,
        "{distribution}"
    );
    assert!(
        placed * 100 >= counts.len() * 98,
        "{placed} with a place; {distribution}"
    );
    assert_eq!(counts[counts.len() / 2], 1, "{distribution}");
    let handful = counts.iter().filter(|&&faults| faults <= HANDFUL).count();
    assert!(handful * 100 >= counts.len() * 95, "{distribution}");
}

/// How many of the slips the program itself is shown: each costs a process.
const SHOWN: u64 = 36;

#[test]
fn the_program_reads_a_slip_or_ends_with_two_and_the_place() {
    let whole = source("scenarios/muenster.ron");
    let folder = folder("slips");
    for case in 0..SHOWN {
        let (kind, slip) = slipped(&whole, case);
        fs::write(folder.join("slip.ron"), &slip).expect("the scenario can be written");
        let output = run(&folder, "check slip.ron --lang de");
        let told = stderr(&output);
        let placed = told.lines().any(|line| {
            let place = line.split_once("slip.ron:").map(|(_, place)| place);
            place.is_some_and(|place| place.starts_with(|c: char| c.is_ascii_digit()))
        });
        if output.status.success() {
            assert!(
                !stdout(&output).is_empty(),
                "{case} {kind}: nothing was told"
            );
        } else {
            ends_with(&output, 2);
            assert!(placed, "{case} {kind}: {told}");
        }
    }
}

/// `whole` damaged in one of four ways; not always text any more.
fn damaged(whole: &str, case: u64) -> Vec<u8> {
    let at = boundary(whole, drawn(case + 6_000, whole.trim_end().len()));
    let other = drawn(case + 7_000, 256) as u8;
    let mut bytes = whole.as_bytes().to_vec();
    match case % 4 {
        0 => bytes.truncate(at),
        1 => bytes[at] = other,
        2 => bytes.insert(at, b"()[]{}:,\"/*#"[usize::from(other) % 12]),
        _ => drop(bytes.drain(at..(at + 1 + usize::from(other)).min(whole.len()))),
    }
    bytes
}

/// How many lines open a table of the scenario.
fn tables(source: &str) -> usize {
    let opens =
        |line: &&str| line.starts_with("  ") && !line.starts_with("   ") && line.ends_with(": {");
    source.lines().filter(opens).count()
}

/// The case that this project was made for is one of the largest files there are; what a single damage does to it must still be told
/// in one diagnostic as a rule.
#[test]
fn the_largest_scenario_damaged_anywhere_is_read_or_refused_with_one_fault_as_a_rule() {
    let whole = source("scenarios/muenster.ron");
    let mut counts: Vec<usize> = (0..400)
        .map(|case| match read_source(damaged(&whole, case)) {
            // Without the line that opens it, the entries of a table stand in the one before, where each of them is strange.
            Ok(source) if tables(&source) < tables(&whole) => read_with(case, &source, 5 * HANDFUL),
            Ok(source) => read(case, &source),
            Err(fault) => {
                assert!(fault.at.start < whole.len() && fault.code == "not-utf-8");
                1
            }
        })
        .filter(|&faults| faults > 0)
        .collect();
    counts.sort_unstable();
    assert!(counts.len() > 200, "{} files were refused", counts.len());
    assert_eq!(counts[counts.len() / 2], 1, "{counts:?}");
}
