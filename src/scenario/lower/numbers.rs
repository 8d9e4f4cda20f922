//! Reads leaves as quantities: a letter begins a parameter's name, a digit a quantity. Keeps the list of numbers without a source.
//!
//! Knows nothing of what the numbers are for. A leaf that cannot be read leaves a fault and a harmless value, so that reading goes on.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::model::parameter::{Inline, Mark, Parameter};
use crate::say;
use crate::scenario::Overrides;
use crate::scenario::lower::Lowering;
use crate::scenario::schema::{self, MarkKind};
use crate::scenario::spans::{Form, Leaf, Place};
use crate::scenario::unit_words;
use crate::text::Say;
use crate::units::{
    MICROS_PER_YEAR, Per, Quantity, Rate, Span, UnitFault, parse_number, parse_probability,
};

/// Where a number stands, in words: `component grid lwl 1, fails`.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// Kind of its owner.
    pub kind: &'static str,
    /// Name of its owner.
    pub owner: &'a str,
    /// The field.
    pub field: &'static str,
}

impl<'a> Spot<'a> {
    /// The spot of an owner, to be completed by [`Spot::field`].
    pub fn of(kind: &'static str, owner: &'a str) -> Self {
        Self {
            kind,
            owner,
            field: "",
        }
    }

    /// The same owner's field.
    #[must_use]
    pub fn field(self, field: &'static str) -> Self {
        Self { field, ..self }
    }
}

/// Named values, and the numbers without one.
#[derive(Debug, Default)]
pub struct Numbers {
    parameters: IndexMap<String, Known>,
    inline: IndexMap<(usize, usize), Inline>,
}

#[derive(Debug)]
struct Known {
    leaf: Leaf,
    named_at: Place,
    used: bool,
    /// Whether the value is from the command line.
    set: bool,
}

impl Numbers {
    /// Numbers without a source, in the order of the file.
    pub fn inline(&self) -> Vec<Inline> {
        let mut listed: Vec<_> = self.inline.iter().collect();
        listed.sort_by_key(|&(&at, _)| at);
        listed
            .into_iter()
            .map(|(_, inline)| inline.clone())
            .collect()
    }

    /// Notes a number without a source; instances of a template with other values extend the entry of the first one.
    fn note(&mut self, leaf: &Leaf, spot: Spot<'_>) {
        let key = (leaf.at.at.start, leaf.at.at.end);
        let place = || format!("{} {}, {}", spot.kind, spot.owner, spot.field);
        let entry = self.inline.entry(key).or_insert_with(|| Inline {
            place: place(),
            value: leaf.text.clone(),
        });
        if entry.value != leaf.text && !entry.value.ends_with('…') {
            entry.value.push_str(", …");
        }
    }
}

impl Lowering<'_> {
    /// Takes in the parameters; `--set` has given its values to them already.
    pub fn read_parameters(&mut self, overrides: &Overrides) -> Vec<Parameter> {
        let scenario = self.scenario;
        let mut listed = Vec::new();
        for (name, part) in &scenario.parameters.0 {
            let Some(parameter) = &part.got else {
                self.forget(
                    name.text.clone(),
                    Leaf {
                        text: "1".to_owned(),
                        at: name.at.clone(),
                        form: Form::Number,
                    },
                    &name.at,
                );
                continue;
            };
            let leaf = parameter.is.clone();
            let set = overrides.set.iter().any(|(of, _)| *of == name.text);
            self.check_value(&leaf, set);
            listed.push(listing(&name.text, &leaf, parameter));
            self.numbers.parameters.insert(
                name.text.clone(),
                Known {
                    leaf,
                    named_at: name.at.clone(),
                    used: false,
                    set,
                },
            );
        }
        listed
    }

    /// These parameters were used before the lowering began.
    pub fn mark_used(&mut self, names: &BTreeSet<String>) {
        for name in names {
            if let Some(known) = self.numbers.parameters.get_mut(name) {
                known.used = true;
            }
        }
    }

    /// A parameter that could not be read: it counts as used, so that nothing further is said of it.
    fn forget(&mut self, name: String, leaf: Leaf, at: &Place) {
        self.numbers.parameters.insert(
            name,
            Known {
                leaf,
                named_at: at.clone(),
                used: true,
                set: false,
            },
        );
    }

    fn check_value(&mut self, leaf: &Leaf, set: bool) {
        if begins_with_letter(&leaf.text) {
            let note = self
                .report
                .fault(
                    "parameter-of-parameter",
                    &leaf.at,
                    say!("parameter-of-parameter", name = &leaf.text),
                )
                .help(say!("parameter-of-parameter-help"));
            if set {
                note.also(&leaf.at, its_value(leaf, set));
            }
        }
    }

    /// Warns of parameters that nothing refers to.
    pub fn warn_of_unused_parameters(&mut self) {
        for (name, known) in self
            .numbers
            .parameters
            .iter()
            .filter(|(_, known)| !known.used)
        {
            self.report
                .warn(
                    "unused-parameter",
                    &known.named_at,
                    say!("unused-parameter", name = name),
                )
                .help(say!("unused-parameter-help"));
        }
    }

    /// A time above zero.
    pub fn span(&mut self, leaf: &Leaf, spot: Spot<'_>) -> Span {
        self.read(leaf, Some(spot), Quantity::Span, Span::parse_positive)
            .unwrap_or(Span::TICK)
    }

    /// A time of zero or more.
    pub fn span_or_zero(&mut self, leaf: &Leaf, spot: Spot<'_>) -> Span {
        self.read(leaf, Some(spot), Quantity::Span, Span::parse)
            .unwrap_or(Span::ZERO)
    }

    /// A time of zero or more that is a setting of the study or an aim, which needs no source.
    pub fn setting(&mut self, leaf: &Leaf) -> Span {
        self.read(leaf, None, Quantity::Span, Span::parse)
            .unwrap_or(Span::ZERO)
    }

    /// The same, above zero.
    pub fn positive_setting(&mut self, leaf: &Leaf) -> Span {
        self.read(leaf, None, Quantity::Span, Span::parse_positive)
            .unwrap_or(Span::TICK)
    }

    /// A time above zero [µs], as the parameter of a law.
    pub fn micros(&mut self, leaf: &Leaf, spot: Spot<'_>) -> f64 {
        self.span(leaf, spot).micros() as f64
    }

    /// A rate above zero [1/y] that counts on `per`.
    pub fn rate(&mut self, leaf: &Leaf, per: Per, spot: Spot<'_>) -> f64 {
        let Some(rate) = self.read(leaf, Some(spot), Quantity::Rate, Rate::parse_positive) else {
            return 1.0;
        };
        if rate.per != per {
            let (found, wanted) = (counts_on(rate.per), counts_on(per));
            let message = say!(
                "wrong-quantity",
                text = &leaf.text,
                found = found,
                wanted = wanted
            );
            self.report
                .fault("wrong-quantity", &leaf.at, message)
                .help(rate_on(&leaf.text, rate.per, per));
        }
        rate.per_year
    }

    /// The mean time [µs] between events of a rate that counts on nothing else.
    pub fn interval(&mut self, leaf: &Leaf, spot: Spot<'_>) -> f64 {
        MICROS_PER_YEAR as f64 / self.rate(leaf, Per::Nothing, spot)
    }

    /// A probability or share from 0 to 1 [1].
    pub fn probability(&mut self, leaf: &Leaf, spot: Spot<'_>) -> f64 {
        self.read(leaf, Some(spot), Quantity::Share, parse_probability)
            .unwrap_or(0.5)
    }

    /// The same of an aim, which needs no source.
    pub fn aim(&mut self, leaf: &Leaf) -> f64 {
        self.read(leaf, None, Quantity::Share, parse_probability)
            .unwrap_or(0.5)
    }

    /// A number above zero [1].
    pub fn factor(&mut self, leaf: &Leaf, spot: Spot<'_>) -> f64 {
        match self.read(leaf, Some(spot), Quantity::Number, parse_number) {
            Some(number) if number > 0.0 => number,
            Some(_) => {
                self.report
                    .fault(
                        "not-positive",
                        &leaf.at,
                        say!("not-positive", text = &leaf.text),
                    )
                    .help(say!("not-positive-help"));
                1.0
            }
            None => 1.0,
        }
    }

    /// A finite number; `None` leaves a fault.
    pub fn number(&mut self, leaf: &Leaf) -> Option<f64> {
        self.read(leaf, None, Quantity::Number, parse_number)
    }

    /// A whole number from `least` to `most`.
    pub fn count(&mut self, leaf: &Leaf, least: u64, most: u64, spot: Option<Spot<'_>>) -> u64 {
        let Some(number) = self.read(leaf, spot, Quantity::Number, parse_number) else {
            return least;
        };
        // Exact: the bounds lie far below 2⁵³.
        let count = number.max(0.0) as u64;
        if count as f64 == number && (least..=most).contains(&count) {
            return count;
        }
        let message = say!("not-a-count", text = &leaf.text, least = least, most = most);
        let help = match without_groups(&leaf.text) {
            Some(count) => say!("not-a-count-grouped-help", count = count),
            None => {
                let nearest = (number.max(0.0).round() as u64).clamp(least, most);
                say!("not-a-count-help", nearest = nearest.to_string())
            }
        };
        self.report
            .fault("not-a-count", &leaf.at, message)
            .help(help);
        least
    }

    /// Reads a leaf, or the parameter that it names.
    fn read<T>(
        &mut self,
        leaf: &Leaf,
        spot: Option<Spot<'_>>,
        wanted: Quantity,
        parse: impl Fn(&str) -> Result<T, UnitFault>,
    ) -> Option<T> {
        if begins_with_letter(&leaf.text) {
            return self.read_parameter(leaf, wanted, parse);
        }
        if let Some(spot) = spot {
            self.numbers.note(leaf, spot);
        }
        match parse(&leaf.text) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.report
                    .fault("bad-quantity", &leaf.at, unit_words::message(&fault))
                    .meant(unit_words::meant(&fault).map(str::to_owned))
                    .help(unit_words::help(&fault));
                None
            }
        }
    }

    fn read_parameter<T>(
        &mut self,
        leaf: &Leaf,
        wanted: Quantity,
        parse: impl Fn(&str) -> Result<T, UnitFault>,
    ) -> Option<T> {
        let Some(known) = self.numbers.parameters.get_mut(&leaf.text) else {
            self.no_parameter(leaf, wanted);
            return None;
        };
        known.used = true;
        match parse(&known.leaf.text) {
            Ok(value) => Some(value),
            Err(fault) => {
                let why = unit_words::message(&fault);
                let message = say!("bad-quantity-parameter", name = &leaf.text, why = why);
                self.report
                    .fault("bad-quantity", &leaf.at, message)
                    .also(&known.leaf.at, its_value(&known.leaf, known.set))
                    .help(unit_words::help(&fault));
                None
            }
        }
    }

    /// A name where a quantity stands, but none of a parameter: it may be that of another thing.
    fn no_parameter(&mut self, leaf: &Leaf, wanted: Quantity) {
        let example = wanted.example();
        if let Some((thing, at)) = self.names.declared(&leaf.text) {
            let (found, wanted) = (thing.kind(), unit_words::kind(wanted));
            let message = say!(
                "wrong-kind",
                name = &leaf.text,
                found = found,
                wanted = wanted
            );
            self.report
                .fault("wrong-kind", &leaf.at, message)
                .also(at, say!("note-declared-here", kind = thing.kind()))
                .help(say!("wrong-kind-for-quantity-help", example = example));
            return;
        }
        let known = self.numbers.parameters.keys().map(String::as_str);
        let meant = self.report.closest(&leaf.text, known);
        self.report
            .fault(
                "unknown-parameter",
                &leaf.at,
                say!("unknown-parameter", name = &leaf.text),
            )
            .meant(meant)
            .help(say!("unknown-parameter-help", example = example))
            .unless_taken_out(&leaf.text);
    }
}

/// What is said where the value of a parameter stands.
fn its_value(leaf: &Leaf, set: bool) -> Say {
    if set {
        say!("note-set-to", value = &leaf.text)
    } else {
        say!("note-its-value")
    }
}

/// `1.200` written for twelve hundred: the digits without the signs between the thousands.
fn without_groups(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split(['.', ',']).collect();
    let (first, others) = groups.split_first()?;
    let is_digits = |group: &str| !group.is_empty() && group.bytes().all(|c| c.is_ascii_digit());
    let grouped = (1..=3).contains(&first.len())
        && !others.is_empty()
        && others.iter().all(|group| group.len() == 3)
        && groups.iter().all(|group| is_digits(group));
    grouped.then(|| groups.concat())
}

/// Whether a leaf names a parameter.
fn begins_with_letter(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphabetic)
}

fn counts_on(per: Per) -> Say {
    match per {
        Per::Nothing => say!("per-nothing"),
        Per::Kilometre => say!("per-kilometre"),
        Per::User => say!("per-user"),
    }
}

/// The same rate on what is wanted, where it counts on nothing so far and stands there itself; else an example.
fn rate_on(text: &str, is: Per, wanted: Per) -> Say {
    let (item, example) = match wanted {
        Per::Nothing => ("", "0.26 / y"),
        Per::Kilometre => ("km", "2.5 / (1000 km y)"),
        Per::User => ("user", "0.6 / (user month)"),
    };
    match text.split_once('/') {
        Some((above, below)) if is == Per::Nothing && !below.contains('(') => {
            let corrected = format!("{} / ({item} {})", above.trim(), below.trim());
            say!("write-help", text = corrected)
        }
        _ => say!("wrong-quantity-help", example = example),
    }
}

fn listing(name: &str, value: &Leaf, parameter: &schema::Parameter) -> Parameter {
    let text = parameter.from.text.text.clone();
    Parameter {
        name: name.to_owned(),
        value: value.text.clone(),
        range: parameter
            .range
            .as_ref()
            .map(|(low, high)| (low.text.clone(), high.text.clone())),
        from: match parameter.from.kind {
            MarkKind::Press => Mark::Press(text),
            MarkKind::Verified => Mark::Verified(text),
            MarkKind::Computed => Mark::Computed(text),
            MarkKind::Derived => Mark::Derived(text),
            MarkKind::Unverified => Mark::Unverified(text),
            MarkKind::Assumption => Mark::Assumption(text),
        },
    }
}
