//! The bytes of results: the same on any number of threads, in debug and release builds, with and without wide or fused arithmetic,
//! and the same as when they were last looked at.
//!
//! `digests.txt` holds the BLAKE3 digest of `results.json` for some scenarios. A digest changes only with an entry under
//! *value-breaking* in the change log: `BLESS=1 cargo test --test digests` writes the new ones. With `AUSFALL=target/release/ausfall` a
//! release build is held to the same bytes.

mod program;

use std::fs;
use std::path::Path;
use std::process::Command;

use program::{ausfall, ends_with, folder};

const STORED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/digests.txt");

/// Scenario and replications: outages and calls, standbys, hard limits, laws of every kind.
const RUNS: [(&str, &str); 5] = [
    ("first-steps.ron", "512"),
    ("muenster.ron", "64"),
    ("new/en/payroll.ron", "128"),
    ("known/ups.ron", "64"),
    ("known/bridge.ron", "1024"),
];

/// The bytes of `results.json` of a run into a folder of its own.
fn bytes(name: &str, run: (&str, &str), change: impl FnOnce(&mut Command)) -> Vec<u8> {
    let (scenario, replications) = run;
    let folder = folder(name);
    let mut command = ausfall(&folder);
    command
        .arg("run")
        .arg(
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("scenarios")
                .join(scenario),
        )
        .args(["--replications", replications, "--quiet", "--out"])
        .arg(&folder);
    change(&mut command);
    ends_with(&command.output().expect("the program starts"), 0);
    fs::read(folder.join("results.json")).expect("results were written")
}

#[test]
fn results_have_the_bytes_that_were_last_looked_at() {
    let line = |run: (&str, &str)| {
        let digest = blake3::hash(&bytes(&run.0.replace('/', "-"), run, |_| {}));
        format!("{} {} {}\n", run.0, run.1, digest.to_hex())
    };
    let found: String = RUNS.map(line).concat();
    if std::env::var_os("BLESS").is_some() {
        return fs::write(STORED, found).expect("the digests can be written");
    }
    let stored = fs::read_to_string(STORED).expect("the digests can be read");
    assert!(
        found == stored,
        "results have changed, which is value-breaking\nnow:\n{found}before:\n{stored}"
    );
}

#[test]
fn neither_threads_nor_the_width_of_the_arithmetic_change_a_byte() {
    let run = RUNS[1];
    let plain = bytes("plain", run, |command| _ = command.args(["--threads", "1"]));
    for threads in ["2", "16"] {
        let name = format!("threads-{threads}");
        let other = bytes(&name, run, |command| {
            _ = command.args(["--threads", threads])
        });
        assert!(other == plain, "{threads} threads");
    }
    // Where the C library honours it (glibc on x86-64), this hides fused multiplication and wide vectors from whoever asks the processor.
    let hidden = "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F,-AVX";
    let narrow = bytes("narrow", run, |command| {
        _ = command.env("GLIBC_TUNABLES", hidden)
    });
    assert!(narrow == plain, "without wide arithmetic");
}
