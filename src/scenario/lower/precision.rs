//! How precise the answers are to be, by the scenario and by the command line, and where a run ends at the latest.
//!
//! Knows nothing of how precise an answer is.

use std::collections::BTreeMap;

use crate::model::precision::{AtMost, Precision, Target};
use crate::model::watch::{Ask, Wanted};
use crate::say;
use crate::scenario::Overrides;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::study::MOST_REPLICATIONS;
use crate::scenario::spans::{Form, Leaf, Place};
use crate::text::Language;
use crate::units::parse_number;

impl Lowering<'_> {
    /// What a run is to reach; `None` where it makes a count of replications: one is stated, or nothing is asked.
    pub fn read_precision(&mut self, asks: &[Ask], overrides: &Overrides) -> Option<Precision> {
        let by_line = !overrides.precision.is_empty() || !overrides.at_most.is_empty();
        if asks.is_empty() && by_line && self.scenario.asks.is_empty() {
            let message = say!("precision-of-nothing");
            self.report
                .fault("precision-of-nothing", self.scenario.title.at(), message)
                .help(say!("precision-of-nothing-help"));
        }
        self.refuse_both();
        let counted = self.scenario.replications.is_some() && !by_line;
        let targets = self.targets(asks, overrides);
        let at_most = self.at_most(overrides);
        (!counted && !asks.is_empty()).then_some(Precision { targets, at_most })
    }

    /// A count and a precision exclude each other.
    fn refuse_both(&mut self) {
        let scenario = self.scenario;
        let Some(count) = &scenario.replications else {
            return;
        };
        let of_asks = scenario.asks.iter().filter_map(|part| part.got.as_ref());
        let of_asks = of_asks.filter_map(|ask| ask.precision.as_ref());
        let whole = scenario.precision.iter().chain(&scenario.at_most);
        if let Some(leaf) = whole.chain(of_asks).next() {
            self.report
                .fault(
                    "count-and-precision",
                    &leaf.at,
                    say!("count-and-precision", count = &count.text),
                )
                .help(say!("count-and-precision-help"));
        }
    }

    /// What is wanted of each measure: the command line's word for it, the command line's for all, that of its entry, that of the
    /// scenario.
    fn targets(&mut self, asks: &[Ask], overrides: &Overrides) -> Vec<Target> {
        let scenario = self.scenario;
        let stated = scenario.precision.as_ref();
        let of_all = stated.map_or(Target::default(), |leaf| self.relative_target(leaf));
        let mut targets = vec![of_all; asks.len()];
        let entries: Vec<_> = scenario.asks.iter().map(|part| part.got.as_ref()).collect();
        // A measure that could not be read left a fault, and its entry has no place among those read.
        if entries.len() == asks.len() {
            for ((target, entry), ask) in targets.iter_mut().zip(&entries).zip(asks) {
                if let Some(leaf) = entry.and_then(|entry| entry.precision.as_ref()) {
                    *target = self.target(leaf, ask.wanted);
                }
            }
        }
        self.targets_by_line(asks, overrides, &mut targets);
        targets
    }

    fn targets_by_line(&mut self, asks: &[Ask], overrides: &Overrides, targets: &mut [Target]) {
        let at = self.asks_at();
        let words = overrides
            .precision
            .iter()
            .map(|word| (word, word.rsplit_once('=')));
        let (alone, named): (Vec<_>, Vec<_>) = words.partition(|(_, named)| named.is_none());
        for (word, _) in alone {
            let target = self.relative_target(&typed(word, &at));
            targets.fill(target);
        }
        let mut seen: BTreeMap<usize, &str> = BTreeMap::new();
        for (name, value) in named.into_iter().filter_map(|(_, named)| named) {
            let Some(number) = self.named(name.trim(), asks, &at) else {
                continue;
            };
            targets[number] = self.target(&typed(value, &at), asks[number].wanted);
            if seen.insert(number, name).is_some() {
                let message = say!("precision-twice", name = name.trim());
                self.report.fault("precision-twice", &at, message);
            }
        }
    }

    /// The measure that is called so: its number from 1, its label in any language, or a part of only one label.
    fn named(&mut self, name: &str, asks: &[Ask], at: &Place) -> Option<usize> {
        if let Ok(number) = name.parse::<usize>()
            && (1..=asks.len()).contains(&number)
        {
            return Some(number - 1);
        }
        let small = name.to_lowercase();
        let label =
            |ask: &Ask| Language::ALL.map(|language| ask.label.say(language).to_lowercase());
        let found = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
            let fitting = (0..asks.len())
                .filter(|&number| label(&asks[number]).iter().any(|label| fits(label)));
            fitting.collect()
        };
        let whole = found(&|label| label == small);
        let parts = found(&|label| !small.is_empty() && label.contains(&small));
        match (&whole[..], &parts[..]) {
            ([only], _) | ([], [only]) => Some(*only),
            _ => {
                let known = asks.iter().map(|ask| ask.label.say(Language::English));
                let meant = self.report.closest(name, known);
                let message = if parts.is_empty() {
                    say!("precision-unknown", name = name)
                } else {
                    say!("precision-ambiguous", name = name, n = parts.len())
                };
                self.report
                    .fault("precision-unknown", at, message)
                    .meant(meant)
                    .help(say!("precision-unknown-help", n = asks.len()));
                None
            }
        }
    }

    /// A share of every answer.
    fn relative_target(&mut self, leaf: &Leaf) -> Target {
        if let Some(target) = relative(&leaf.text) {
            return target;
        }
        self.report
            .fault(
                "bad-precision",
                &leaf.at,
                say!("bad-precision", text = &leaf.text),
            )
            .help(say!("bad-precision-help"));
        Target::default()
    }

    /// A share of the answer, or a half-width in its unit.
    fn target(&mut self, leaf: &Leaf, of: Wanted) -> Target {
        if leaf.text.contains('%') {
            return self.relative_target(leaf);
        }
        let leaf = Leaf {
            text: without_unit(&leaf.text, of).to_owned(),
            ..leaf.clone()
        };
        match self.value(&leaf, of) {
            Some(width) if width > 0.0 => Target::Absolute(width),
            Some(_) => self.relative_target(&leaf),
            None => Target::default(),
        }
    }

    /// Where a run ends at the latest; the command line's words take the place of the scenario's.
    fn at_most(&mut self, overrides: &Overrides) -> AtMost {
        let at = self.asks_at();
        let words: Vec<Leaf> = match (&overrides.at_most[..], &self.scenario.at_most) {
            ([], None) => return AtMost::default(),
            ([], Some(leaf)) => vec![leaf.clone()],
            (words, _) => words.iter().map(|word| typed(word, &at)).collect(),
        };
        let mut at_most = AtMost {
            replications: MOST_REPLICATIONS,
            time: None,
        };
        for leaf in &words {
            if parse_number(&leaf.text).is_ok() {
                at_most.replications = self.count(leaf, 1, MOST_REPLICATIONS, None);
            } else {
                at_most.time = Some(self.positive_setting(leaf));
            }
        }
        at_most
    }

    /// Where faults of the command line are shown: at the first measure asked for.
    fn asks_at(&self) -> Place {
        let first = self.scenario.asks.first();
        first
            .map_or(self.scenario.title.at(), |part| &part.at)
            .clone()
    }
}

/// A word of the command line, as if it stood in the file.
fn typed(word: &str, at: &Place) -> Leaf {
    Leaf {
        text: word.trim().to_owned(),
        at: at.clone(),
        form: Form::Text,
    }
}

/// `5 %`, above zero and at most the whole.
fn relative(text: &str) -> Option<Target> {
    let share = parse_number(text.trim().strip_suffix('%')?.trim()).ok()? / 100.0;
    (share > 0.0 && share <= 1.0).then_some(Target::Relative(share))
}

/// The text without the unit of the measure, where it is one that [`Lowering::value`] has no word for.
fn without_unit(text: &str, of: Wanted) -> &str {
    let unit = match of {
        Wanted::DownTime(_) => "h/y",
        Wanted::UserHours(_) => "user h/y",
        _ => return text,
    };
    let compact = |text: &str| -> String { text.chars().filter(|c| *c != ' ').collect() };
    let digits = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '_' | ' '));
    match digits.map(|at| text.split_at(at)) {
        Some((number, rest)) if compact(rest) == compact(unit) => number.trim(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::WatchId;

    #[test]
    fn a_relative_precision_is_a_share_above_zero() {
        assert_eq!(relative(" 5 % "), Some(Target::Relative(0.05)));
        assert_eq!(relative("2.5%"), Some(Target::Relative(0.025)));
        for wrong in ["5", "0 %", "-1 %", "101 %", "%", "x %", "nan %"] {
            assert_eq!(relative(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn hours_per_year_may_bear_their_unit() {
        let of = Wanted::DownTime(WatchId::new(0));
        assert_eq!(without_unit("0.2 h/y", of), "0.2");
        assert_eq!(without_unit("0.2 h / y", of), "0.2");
        assert_eq!(without_unit("0.2 d/y", of), "0.2 d/y");
        let lost = Wanted::UserHours(crate::model::ids::GroupId::new(0));
        assert_eq!(without_unit("100 user h/y", lost), "100");
    }
}
