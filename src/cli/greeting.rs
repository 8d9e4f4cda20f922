//! What `ausfall` says when it is called without a command.

use std::io::Write;

use super::Outcome;
use super::exit::{Exit, Failure};
use super::terminal::Output;

const GREETING: &str = "\
ausfall simulates outages of shared IT: how often and for how long a service is
down, who is hit, which deadline is missed, which cause decides; with intervals.

Run a scenario that comes with it:

    ausfall run scenarios/muenster.ron

Then open output/muenster/report.html. Other commands:

    ausfall check FILE        every fault of a scenario, with the way out
    ausfall trace FILE -r 0   one replication, event by event
    ausfall help              all commands and options
";

/// Says hello.
pub fn greet() -> Outcome {
    let mut out = Output::stdout();
    out.write_all(GREETING.as_bytes())
        .and_then(|()| out.flush())
        .map_err(Failure::stdout)?;
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greeting_fits_on_one_look() {
        assert!(GREETING.lines().count() <= 15);
        assert!(GREETING.lines().all(|line| line.chars().count() <= 80));
    }
}
