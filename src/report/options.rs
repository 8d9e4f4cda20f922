//! What is written, and what the report says of how it was made. Knows nothing of either.

use crate::report::stopping::Stopped;

/// What is written and what the report says of how it was made.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The command that makes the same results again, as a user would type it.
    pub command: String,
    /// Whether the charts are written as PNG, too (where the program has been built with it).
    pub png: bool,
    /// How the run ended; `None`: it is not known.
    pub stopped: Option<Stopped>,
}

impl Options {
    /// The command that compares variants of the same scenario, as far as the command that made the results tells it.
    #[must_use]
    pub fn compare_command(&self) -> String {
        let words = self.command.split_whitespace();
        let scenario = words
            .skip_while(|word| *word != "run")
            .skip(1)
            .find(|word| word.ends_with(".ron") && !word.starts_with('-'));
        format!("ausfall compare {}", scenario.unwrap_or("SCENARIO.ron"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_of_a_comparison_names_the_same_scenario() {
        let after = |command: &str| {
            let command = command.to_owned();
            Options {
                command,
                ..Options::default()
            }
            .compare_command()
        };
        assert_eq!(
            after("ausfall run --seed 2 scenarios/muenster.ron --lang de"),
            "ausfall compare scenarios/muenster.ron"
        );
        assert_eq!(after(""), "ausfall compare SCENARIO.ron");
    }
}
