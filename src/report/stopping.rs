//! How a run ended, and what it would take to know an answer as precisely as wanted.

use crate::batch::results::Answer;
use crate::batch::stopping::{Ending, Reached, Reason, State};
use crate::report::numbers::Numbers;
use crate::report::words::Words;
use crate::text::Catalogue;
use crate::text::format::{percent_concise, rounded};

/// Seconds in an hour.
const SECONDS_PER_HOUR: f64 = 3_600.0;

/// How a run ended, and how long it took.
#[derive(Clone, Debug, PartialEq)]
pub struct Stopped {
    /// What ended it.
    pub ending: Ending,
    /// How long it took [s].
    pub seconds: f64,
}

/// The ending in words: a sentence, and one line for each answer that is not as precise as wanted. Nothing where no precision was
/// wanted.
#[must_use]
pub fn told(words: &Words<'_>, stopped: &Stopped) -> (Option<String>, Vec<String>) {
    let ending = &stopped.ending;
    if ending.reached.is_empty() {
        return (None, Vec::new());
    }
    let of = Told { words, stopped };
    let lines = words.results.asks.iter().zip(&ending.reached);
    (
        Some(of.sentence()),
        lines
            .filter_map(|(answer, reached)| of.line(answer, reached))
            .collect(),
    )
}

/// How far an answer under way is from what is wanted: "±12 %, wanted ±5 %: payroll".
#[must_use]
pub fn under_way(answer: &Answer, reached: &Reached, catalogue: &Catalogue) -> String {
    let arguments = [
        ("asked", Numbers(catalogue).asked(answer).into()),
        (
            "is",
            width(catalogue, answer, reached, reached.half_width).into(),
        ),
        (
            "wanted",
            width(catalogue, answer, reached, Some(reached.wanted)).into(),
        ),
    ];
    catalogue.get("stopped-under-way", &arguments)
}

struct Told<'t, 'w> {
    words: &'t Words<'w>,
    stopped: &'t Stopped,
}

impl Told<'_, '_> {
    fn sentence(&self) -> String {
        let key = match self.stopped.ending.by {
            Reason::Precision => "stopped-precision",
            Reason::MostReplications => "stopped-most",
            Reason::Time => "stopped-time",
            Reason::Interruption | Reason::Replications => "stopped-interruption",
        };
        self.words.say(key)
    }

    fn line(&self, answer: &Answer, reached: &Reached) -> Option<String> {
        let asked = ("asked", self.words.asked(answer).into());
        match reached.state {
            State::Reached | State::Constant => None,
            State::NeverSeen => Some(self.words.get("stopped-never", &[asked])),
            State::NotLookedAt => {
                let n = ("n", answer.row.value.n.into());
                Some(self.words.get("stopped-hotline", &[asked, n]))
            }
            State::Open => Some(self.open(answer, reached)),
        }
    }

    fn open(&self, answer: &Answer, reached: &Reached) -> String {
        let width = |half_width| width(self.words.catalogue, answer, reached, half_width);
        let is = match reached.half_width {
            None => self.words.say("stopped-no-interval"),
            is => width(is),
        };
        let arguments = [
            ("asked", self.words.asked(answer).into()),
            ("is", is.into()),
            ("wanted", width(Some(reached.wanted)).into()),
            ("more", self.more(reached.replications_needed).into()),
        ];
        self.words.get("stopped-open", &arguments)
    }

    /// How many replications would do, and how long they would take; empty where one cannot tell.
    fn more(&self, needed: Option<u64>) -> String {
        let Some(needed) = needed else {
            return String::new();
        };
        let words = self.words;
        let made = words.results.key.replications.max(1);
        let hours = self.stopped.seconds * (needed - made.min(needed)) as f64
            / made as f64
            / SECONDS_PER_HOUR;
        // One digit more would claim to know better than an estimate of a width does.
        let needed = two_digits(needed);
        let arguments = [
            ("replications", words.catalogue.count(needed).into()),
            ("time", words.catalogue.duration(hours, 1).into()),
        ];
        words.get("stopped-more", &arguments)
    }
}

/// A half-width with its sign, relative or in the unit of the answer.
fn width(
    catalogue: &Catalogue,
    answer: &Answer,
    reached: &Reached,
    half_width: Option<f64>,
) -> String {
    let Some(width) = half_width.map(|width| rounded(width, 2)) else {
        return "–".to_owned();
    };
    let share = reached.relative || answer.row.unit == "1";
    let said = match answer.row.unit.as_str() {
        _ if share => percent_concise(catalogue.language(), width),
        "1/y" => catalogue.get(
            "stopped-a-year",
            &[("x", catalogue.number(width, 2).into())],
        ),
        unit => Numbers(catalogue).value(unit, width, 2),
    };
    format!("±\u{a0}{said}")
}

/// Rounded up to two digits that are not zero.
fn two_digits(n: u64) -> u64 {
    let step = 10_u64.pow(n.max(1).ilog10().saturating_sub(1));
    n.div_ceil(step).saturating_mul(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_needed_is_told_in_two_digits_and_rounded_up() {
        assert_eq!(two_digits(123_456), 130_000);
        assert_eq!((two_digits(7), two_digits(0)), (7, 0));
        assert_eq!(two_digits(98), 98);
        assert_eq!(two_digits(991), 1000);
    }
}
