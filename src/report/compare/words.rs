//! How a comparison is put into words: names of designs, differences, verdicts, sentences.

use crate::compare::Comparison;
use crate::compare::results::{Ask, Counts, Difference, Verdict};
use crate::report::compare::units::Unit;
use crate::report::table::Table;
use crate::report::words::Words;
use crate::text::{Catalogue, Value};

/// A comparison and the language to tell it in.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The comparison.
    pub comparison: &'a Comparison,
    /// The words for what the base says.
    pub words: Words<'a>,
}

impl<'a> Told<'a> {
    /// `comparison` in the language of `catalogue`.
    #[must_use]
    pub const fn new(comparison: &'a Comparison, catalogue: &'a Catalogue) -> Self {
        Self {
            comparison,
            words: Words {
                results: &comparison.base,
                catalogue,
            },
        }
    }

    fn get(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        self.words.get(key, arguments)
    }

    /// What a design is called.
    #[must_use]
    pub fn design(&self, index: usize) -> String {
        match self.comparison.designs.get(index) {
            Some(design) if !design.name.is_empty() => self.words.shown(&design.name),
            _ => self.words.say("compare-as-it-stands"),
        }
    }

    /// What the base is called.
    #[must_use]
    pub fn base(&self) -> String {
        self.design(self.comparison.key.base)
    }

    /// The name of a design for the middle of a sentence; `none` for the scenario as it stands.
    fn named(&self, index: usize) -> String {
        let name = self
            .comparison
            .designs
            .get(index)
            .map(|design| &*design.name);
        match name {
            None | Some("") => "none".to_owned(),
            Some(name) => self.words.shown(name),
        }
    }

    /// What was asked.
    #[must_use]
    pub fn asked(&self, ask: &Ask) -> String {
        self.words.asked(&ask.base)
    }

    /// The unit in which a question is told.
    #[must_use]
    pub fn unit(&self, ask: &Ask) -> Unit<'a> {
        Unit::of(ask, self.words.catalogue)
    }

    /// Questions in which some design differs from the base in some replication.
    pub fn differing(&self) -> impl Iterator<Item = &'a Ask> {
        self.comparison.asks.iter().filter(|ask| differs(ask))
    }

    /// Questions that all designs answer alike in every replication.
    #[must_use]
    pub fn alike(&self) -> Vec<String> {
        let alike = self.comparison.asks.iter().filter(|ask| !differs(ask));
        let by_all = alike.filter(|ask| self.is_asked_of_all(ask));
        by_all.map(|ask| self.asked(ask)).collect()
    }

    /// Questions that some design does not ask.
    #[must_use]
    pub fn unshared(&self) -> Vec<String> {
        let asks = self.comparison.asks.iter();
        let unshared = asks.filter(|ask| !self.is_asked_of_all(ask));
        unshared.map(|ask| self.asked(ask)).collect()
    }

    fn is_asked_of_all(&self, ask: &Ask) -> bool {
        ask.designs.len() + 1 == self.comparison.designs.len()
    }

    /// The verdict in a word or two.
    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> String {
        self.words.say(&format!("compare-{}", verdict.name()))
    }

    /// The difference, in the question's unit but without it.
    #[must_use]
    pub fn difference(&self, unit: &Unit<'_>, of: &Difference) -> String {
        let value = &of.difference;
        match (value.estimate, value.low, value.high) {
            (Some(x), Some(low), Some(high)) => unit.signed_beside(x, low, high),
            (Some(x), ..) => unit.signed(x),
            (None, ..) => "–".to_owned(),
        }
    }

    /// The interval of the difference, in the question's unit but without it; a dash where there is none.
    #[must_use]
    pub fn interval(&self, unit: &Unit<'_>, of: &Difference) -> String {
        match (of.difference.low, of.difference.high) {
            (Some(low), Some(high)) => unit.signed_range(low, high),
            _ => "–".to_owned(),
        }
    }

    /// All designs in one question, the base first. The values are in the unit of the question.
    #[must_use]
    pub fn table(&self, ask: &Ask) -> Table {
        let unit = self.unit(ask);
        let caption = self.get("compare-table", &[("unit", unit.name().into())]);
        let mut table = Table::new(caption)
            .text(self.words.say("compare-column-design"))
            .number(self.words.say("column-value"))
            .number(self.words.say("compare-column-difference"))
            .number(self.words.say("column-interval-95"))
            .text(self.words.say("column-verdict"))
            .number(self.words.say("compare-column-counts"));
        let value = |x: Option<f64>| x.map_or_else(|| "–".to_owned(), |x| unit.value(x));
        let mut base = vec![self.base(), value(ask.base.row.value.estimate)];
        base.resize(table.columns.len(), String::new());
        table.push(base);
        for of in &ask.designs {
            table.push(vec![
                self.design(of.design),
                value(of.value.estimate),
                self.difference(&unit, of),
                self.interval(&unit, of),
                self.verdict(of.verdict),
                self.counts(of.counts),
            ]);
        }
        table
    }

    fn counts(&self, counts: Counts) -> String {
        let count = |n: u64| self.words.catalogue.count(n);
        format!("{}/{}", count(counts.better), count(counts.worse))
    }

    /// What is known where there is no verdict: a sentence for each design without a difference shown, and one for all that differ in
    /// too few replications.
    #[must_use]
    pub fn notes(&self, ask: &Ask) -> Vec<String> {
        let unit = self.unit(ask);
        let not_shown = ask
            .designs
            .iter()
            .filter_map(|of| self.not_shown(&unit, of));
        let mut notes: Vec<String> = not_shown.collect();
        notes.extend(self.too_few(ask));
        notes
    }

    fn not_shown(&self, unit: &Unit<'_>, of: &Difference) -> Option<String> {
        let (low, high) = of.difference.low.zip(of.difference.high)?;
        let range = unit.with(unit.signed_range(low, high));
        let needed = of.replications_needed.map_or_else(
            || "none".into(),
            |n| self.words.catalogue.count(rounded_up(n)).into(),
        );
        let arguments = [
            ("design", self.design(of.design).into()),
            ("range", range.into()),
            ("needed", needed),
        ];
        (of.verdict == Verdict::NotShown).then(|| self.get("compare-note-not-shown", &arguments))
    }

    fn too_few(&self, ask: &Ask) -> Option<String> {
        let few = ask
            .designs
            .iter()
            .filter(|of| of.verdict == Verdict::TooFew);
        let names: Vec<String> = few.map(|of| self.design(of.design)).collect();
        let names = self.words.joined(names.iter().map(String::as_str));
        (!names.is_empty()).then(|| self.get("compare-note-too-few", &[("designs", names.into())]))
    }

    /// The designs that are equal to the base in every replication, in one sentence; none where there are none.
    #[must_use]
    pub fn equal(&self, ask: &Ask) -> Option<String> {
        let equal = ask.designs.iter().filter(|of| of.verdict == Verdict::Equal);
        let names: Vec<String> = equal.map(|of| self.design(of.design)).collect();
        let names = self.words.joined(names.iter().map(String::as_str));
        (!names.is_empty()).then(|| self.get("compare-note-equal", &[("designs", names.into())]))
    }

    /// One sentence that says how a design answers a question against the base; the question stands before it.
    #[must_use]
    pub fn sentence(&self, ask: &Ask, of: &Difference) -> String {
        let unit = self.unit(ask);
        let mut arguments: Vec<(&str, Value<'_>)> = vec![
            ("design", self.named(of.design).into()),
            ("base", self.named(self.comparison.key.base).into()),
        ];
        arguments.extend(self.told_counts(of.counts, of.difference.n));
        let key = match (of.verdict, of.difference.estimate) {
            (Verdict::Better | Verdict::Worse, Some(x)) => {
                arguments.push(("amount", self.amount(&unit, of).into()));
                arguments.push(("interval", self.size(&unit, of).into()));
                if x < 0.0 {
                    "compare-sentence-less"
                } else {
                    "compare-sentence-more"
                }
            }
            (Verdict::NotShown, _) => {
                arguments.push(("interval", unit.with(self.interval(&unit, of)).into()));
                "compare-sentence-not-shown"
            }
            (Verdict::Equal, _) => "compare-sentence-equal",
            _ => "compare-sentence-too-few",
        };
        self.get(key, &arguments)
    }

    /// A difference with its unit and without its sign.
    #[must_use]
    pub fn amount(&self, unit: &Unit<'_>, of: &Difference) -> String {
        let signed = self.difference(unit, of);
        unit.with(signed.trim_start_matches(['+', '\u{2212}']).to_owned())
    }

    /// How large a difference is that is shown: its interval without signs.
    fn size(&self, unit: &Unit<'_>, of: &Difference) -> String {
        match (of.difference.low, of.difference.high) {
            (Some(low), Some(high)) => unit.unsigned_range(low, high),
            _ => "–".to_owned(),
        }
    }

    fn told_counts(&self, counts: Counts, n: u64) -> [(&'static str, Value<'static>); 3] {
        let count = |x: u64| Value::from(self.words.catalogue.count(x));
        [
            ("better", count(counts.better)),
            ("worse", count(counts.worse)),
            ("n", count(n)),
        ]
    }

    /// What the numbers rest on.
    #[must_use]
    pub fn rests_on(&self) -> String {
        let key = &self.comparison.key;
        let arguments = [
            ("n", self.words.catalogue.count(key.replications).into()),
            ("years", u64::from(self.comparison.base.key.years).into()),
            ("designs", self.comparison.designs.len().into()),
            ("seed", key.seed.to_string().into()),
        ];
        self.get("compare-rests-on", &arguments)
    }
}

/// Whether some design differs from the base in some replication.
fn differs(ask: &Ask) -> bool {
    ask.designs.iter().any(|of| of.verdict != Verdict::Equal)
}

/// A number of replications in two significant digits, rounded up: it is an order of magnitude.
fn rounded_up(n: u64) -> u64 {
    let mut step = 1;
    while n / step >= 100 {
        step *= 10;
    }
    n.div_ceil(step).saturating_mul(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_needed_number_is_rounded_up_to_two_digits() {
        assert_eq!([7, 99, 101, 340_001].map(rounded_up), [7, 99, 110, 350_000]);
    }
}
