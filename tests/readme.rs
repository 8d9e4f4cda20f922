//! The README's commands, run as they stand there.

mod program;

use std::fs;
use std::path::Path;

use program::{ends_with, folder, run};

const README: &str = include_str!("../README.md");

/// The fenced blocks of shell commands.
fn shell() -> impl Iterator<Item = &'static str> {
    README
        .split("```sh\n")
        .skip(1)
        .filter_map(|rest| rest.split("\n```").next())
}

#[test]
fn the_commands_of_the_readme_run() {
    let folder = folder("readme");
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios"),
        &folder.join("scenarios"),
    );
    let lines: Vec<&str> = shell().flat_map(str::lines).collect();
    assert!(lines.contains(&"cargo test"), "the README says how to test");
    let commands: Vec<&str> = lines
        .iter()
        .filter_map(|line| line.strip_prefix("cargo run --release -- "))
        .collect();
    assert!(
        commands.contains(&"run scenarios/muenster.ron"),
        "the README says how to run"
    );
    for command in commands {
        let few = if command.starts_with("run ")
            || command.starts_with("compare ") && !command.contains("--replications")
        {
            " --replications 256"
        } else {
            ""
        };
        ends_with(&run(&folder, &format!("{command}{few}")), 0);
    }
}

/// Copies the files of a folder and those below.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let path = entry.expect("the folder can be read").path();
        let target = to.join(path.file_name().expect("it has a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("the file can be copied");
        }
    }
}
