//! The program, run from outside as its users run it. `AUSFALL=PATH` names another build of it, such as a release build.

#![allow(
    dead_code,
    reason = "each test crate uses its own share of the helpers"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own for the test `name`, empty.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(env!("CARGO_CRATE_NAME"))
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

/// The program, to be run in `folder`.
pub fn ausfall(folder: &Path) -> Command {
    let program = std::env::var_os("AUSFALL").unwrap_or(env!("CARGO_BIN_EXE_ausfall").into());
    let mut command = Command::new(program);
    command
        .current_dir(folder)
        .stdin(Stdio::null())
        .env_remove("NO_COLOR")
        .env("LC_ALL", "C");
    command
}

/// Runs the program in `folder` with `arguments`, separated by spaces except between double quotes.
pub fn run(folder: &Path, arguments: &str) -> Output {
    ausfall(folder)
        .args(words(arguments))
        .output()
        .expect("the program starts")
}

/// The words of a command line: every second piece between quotes is one word.
fn words(line: &str) -> Vec<&str> {
    let pieces = line.split('"').enumerate();
    pieces
        .flat_map(|(at, piece)| match at % 2 {
            0 => piece.split_whitespace().collect(),
            _ => vec![piece],
        })
        .collect()
}

/// What it wrote to standard output.
pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("standard output is UTF-8")
}

/// What it wrote to standard error.
pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("standard error is UTF-8")
}

/// It ended with this exit code.
#[track_caller]
pub fn ends_with(output: &Output, code: i32) {
    assert_eq!(
        output.status.code(),
        Some(code),
        "stdout:\n{}\nstderr:\n{}",
        stdout(output),
        stderr(output)
    );
}
