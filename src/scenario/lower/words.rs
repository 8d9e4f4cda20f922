//! Bare words with a fixed meaning: `WhileUp`, `Pooled`, `true`.
//!
//! Knows nothing of what they decide.

use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::spans::Leaf;

impl Lowering<'_> {
    /// The meaning of a word; an unknown one is a fault that lists the known.
    pub fn word<T: Clone>(&mut self, leaf: &Leaf, words: &[(&str, T)]) -> Option<T> {
        let found = words
            .iter()
            .find(|(word, _)| *word == leaf.text)
            .map(|(_, meaning)| meaning.clone());
        if found.is_none() {
            let known: Vec<_> = words.iter().map(|&(word, _)| word).collect();
            let meant = self.report.closest(&leaf.text, known.iter().copied());
            self.report
                .fault(
                    "unknown-word",
                    &leaf.at,
                    say!("unknown-value", text = &leaf.text),
                )
                .meant(meant)
                .help(say!("one-of-help", known = known.join(", ")));
        }
        found
    }

    /// `true` or `false`.
    pub fn flag(&mut self, leaf: &Leaf) -> bool {
        self.word(leaf, &[("true", true), ("false", false)])
            .unwrap_or(false)
    }

    /// A word that may be left out.
    pub fn word_or<T: Clone>(&mut self, leaf: Option<&Leaf>, words: &[(&str, T)], default: T) -> T {
        leaf.and_then(|leaf| self.word(leaf, words))
            .unwrap_or(default)
    }
}
