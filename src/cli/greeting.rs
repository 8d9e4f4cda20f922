//! What `ausfall` says when it is called without a command.

use std::path::Path;

use super::{Outcome, print};
use crate::text::Catalogue;

/// The scenario that the greeting runs, where it lies below the current folder.
const SHIPPED: &str = "scenarios/first-steps.ron";

/// Says hello. Where the shipped scenarios are out of sight, the way begins with one of the user's own.
///
/// # Errors
/// When standard output cannot be written.
pub fn greet(catalogue: &Catalogue) -> Outcome {
    print(&greeting(Path::new(SHIPPED).is_file(), catalogue))
}

fn greeting(shipped: bool, catalogue: &Catalogue) -> String {
    let scenario = [("scenario", SHIPPED.into())];
    if shipped {
        catalogue.get("greeting-shipped", &scenario) + "\n"
    } else {
        catalogue.say("greeting-new") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn the_greeting_fits_on_one_look() {
        for language in Language::ALL {
            for shipped in [true, false] {
                let text = greeting(shipped, &Catalogue::new(language));
                assert!(text.lines().count() <= 15, "{text}");
                assert!(
                    text.lines().all(|line| line.chars().count() <= 80),
                    "{text}"
                );
            }
        }
    }
}
