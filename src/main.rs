//! The program `ausfall`; everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    ausfall::cli::main()
}
