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
use crate::text::Say;
use crate::units::{MICROS_PER_YEAR, Per, Rate, Span, UnitFault, parse_number, parse_probability};

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
            let message = format!(
                "the value of a parameter is a quantity, but `{}` is a name",
                leaf.text
            );
            let help = "a parameter cannot refer to another one: write the number with its unit";
            let note = self
                .report
                .fault("parameter-of-parameter", &leaf.at, message)
                .help(help);
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
            let message = format!("nothing refers to the parameter `{name}`");
            self.report
                .warn("unused-parameter", &known.named_at, message)
                .help("write its name where the number stands, or take it out");
        }
    }

    /// A time above zero.
    pub fn span(&mut self, leaf: &Leaf, spot: Spot<'_>) -> Span {
        self.read(leaf, Some(spot), Span::parse_positive)
            .unwrap_or(Span::TICK)
    }

    /// A time of zero or more.
    pub fn span_or_zero(&mut self, leaf: &Leaf, spot: Spot<'_>) -> Span {
        self.read(leaf, Some(spot), Span::parse)
            .unwrap_or(Span::ZERO)
    }

    /// A time of zero or more that is a setting of the study or an aim, which needs no source.
    pub fn setting(&mut self, leaf: &Leaf) -> Span {
        self.read(leaf, None, Span::parse).unwrap_or(Span::ZERO)
    }

    /// The same, above zero.
    pub fn positive_setting(&mut self, leaf: &Leaf) -> Span {
        self.read(leaf, None, Span::parse_positive)
            .unwrap_or(Span::TICK)
    }

    /// A time above zero [µs], as the parameter of a law.
    pub fn micros(&mut self, leaf: &Leaf, spot: Spot<'_>) -> f64 {
        self.span(leaf, spot).micros() as f64
    }

    /// A rate above zero [1/y] that counts on `per`.
    pub fn rate(&mut self, leaf: &Leaf, per: Per, spot: Spot<'_>) -> f64 {
        let Some(rate) = self.read(leaf, Some(spot), Rate::parse_positive) else {
            return 1.0;
        };
        if rate.per != per {
            let (is, wanted) = (counts_on(rate.per), counts_on(per));
            let message = format!("`{}` is {is}, but {wanted} stands here", leaf.text);
            self.report
                .fault("wrong-quantity", &leaf.at, message)
                .help(example_of_rate(per));
        }
        rate.per_year
    }

    /// The mean time [µs] between events of a rate that counts on nothing else.
    pub fn interval(&mut self, leaf: &Leaf, spot: Spot<'_>) -> f64 {
        MICROS_PER_YEAR as f64 / self.rate(leaf, Per::Nothing, spot)
    }

    /// A probability or share from 0 to 1 [1].
    pub fn probability(&mut self, leaf: &Leaf, spot: Spot<'_>) -> f64 {
        self.read(leaf, Some(spot), parse_probability)
            .unwrap_or(0.5)
    }

    /// The same of an aim, which needs no source.
    pub fn aim(&mut self, leaf: &Leaf) -> f64 {
        self.read(leaf, None, parse_probability).unwrap_or(0.5)
    }

    /// A number above zero [1].
    pub fn factor(&mut self, leaf: &Leaf, spot: Spot<'_>) -> f64 {
        match self.read(leaf, Some(spot), parse_number) {
            Some(number) if number > 0.0 => number,
            Some(_) => {
                let message = format!("a number above zero stands here, not `{}`", leaf.text);
                self.report.fault("not-positive", &leaf.at, message);
                1.0
            }
            None => 1.0,
        }
    }

    /// A finite number; `None` leaves a fault.
    pub fn number(&mut self, leaf: &Leaf) -> Option<f64> {
        self.read(leaf, None, parse_number)
    }

    /// A whole number from `least` to `most`.
    pub fn count(&mut self, leaf: &Leaf, least: u64, most: u64, spot: Option<Spot<'_>>) -> u64 {
        let Some(number) = self.read(leaf, spot, parse_number) else {
            return least;
        };
        // Exact: the bounds lie far below 2⁵³.
        let count = number.max(0.0) as u64;
        if count as f64 == number && (least..=most).contains(&count) {
            return count;
        }
        let message = format!(
            "a whole number from {least} to {most} stands here, not `{}`",
            leaf.text
        );
        self.report.fault("not-a-count", &leaf.at, message);
        least
    }

    /// Reads a leaf, or the parameter that it names.
    fn read<T>(
        &mut self,
        leaf: &Leaf,
        spot: Option<Spot<'_>>,
        parse: impl Fn(&str) -> Result<T, UnitFault>,
    ) -> Option<T> {
        if begins_with_letter(&leaf.text) {
            return self.read_parameter(leaf, parse);
        }
        if let Some(spot) = spot {
            self.numbers.note(leaf, spot);
        }
        match parse(&leaf.text) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.report
                    .fault("bad-quantity", &leaf.at, fault.to_string())
                    .hint(fault.help().map(Into::into));
                None
            }
        }
    }

    fn read_parameter<T>(
        &mut self,
        leaf: &Leaf,
        parse: impl Fn(&str) -> Result<T, UnitFault>,
    ) -> Option<T> {
        let Some(known) = self.numbers.parameters.get_mut(&leaf.text) else {
            let meant = self.report.closest(
                &leaf.text,
                self.numbers.parameters.keys().map(String::as_str),
            );
            let message = format!("there is no parameter `{}`", leaf.text);
            let help = "a quantity begins with a digit, such as \"4 h\"; a name is declared under parameters:";
            self.report
                .fault("unknown-parameter", &leaf.at, message)
                .meant(meant)
                .help(help)
                .unless_taken_out(&leaf.text);
            return None;
        };
        known.used = true;
        match parse(&known.leaf.text) {
            Ok(value) => Some(value),
            Err(fault) => {
                let message = format!("the parameter `{}` does not fit here: {}", leaf.text, fault);
                self.report
                    .fault("bad-quantity", &leaf.at, message)
                    .also(&known.leaf.at, its_value(&known.leaf, known.set))
                    .hint(fault.help().map(Into::into));
                None
            }
        }
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

/// Whether a leaf names a parameter.
fn begins_with_letter(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphabetic)
}

fn counts_on(per: Per) -> &'static str {
    match per {
        Per::Nothing => "a plain rate",
        Per::Kilometre => "a rate per km",
        Per::User => "a rate per user",
    }
}

fn example_of_rate(per: Per) -> &'static str {
    match per {
        Per::Nothing => "such as \"0.26 / y\"",
        Per::Kilometre => "such as \"2.5 / (1000 km y)\"",
        Per::User => "such as \"0.6 / (user month)\"",
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
