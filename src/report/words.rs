//! How results are put into words: names of subjects and levels as the scenario wants them called, values with their units.
//!
//! Every name that is shown passes [`Words::shown`]; files for machines keep the scenario's own.

use crate::batch::results::{Estimate, Results};
use crate::report::names::Names;
use crate::report::numbers::Numbers;
use crate::text::{Catalogue, Value, Wording};

/// The name that results give the group of all organisations.
const ALL: &str = "all organisations";

/// What there is to tell and the language to tell it in.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// What there is to tell.
    pub results: &'a Results,
    /// The language.
    pub catalogue: &'a Catalogue,
}

impl Words<'_> {
    /// The message `key` without arguments.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.catalogue.say(key)
    }

    /// The message `key`.
    #[must_use]
    pub fn get(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        self.catalogue.get(key, arguments)
    }

    /// What a name of the scenario is called in this language: of a thing, a level, a group or a parameter.
    #[must_use]
    pub fn shown(&self, name: &str) -> String {
        self.names().shown(name)
    }

    /// The names of the scenario in this language.
    #[must_use]
    pub fn names(&self) -> Names<'_> {
        Names {
            table: &self.results.about.names,
            catalogue: self.catalogue,
        }
    }

    /// What an organisation or a group is called; the group of all has no name of the scenario's.
    #[must_use]
    pub fn organisation(&self, name: &str) -> String {
        match self.shown(name) {
            called if called == ALL => self.say("group-all"),
            called => called,
        }
    }

    /// What a subject of the results is called: `service/payroll` is "payroll".
    #[must_use]
    pub fn subject(&self, subject: &str) -> String {
        let Some((kind, name)) = subject.split_once('/') else {
            return self.shown(subject);
        };
        let key = format!("subject-{kind}");
        let name = match kind {
            "all-down" | "number" => {
                let names: Vec<String> = name.split('+').map(|name| self.shown(name)).collect();
                self.joined(names.iter().map(String::as_str))
            }
            "organisation" | "group" => self.organisation(name),
            _ => self.shown(name),
        };
        if self.catalogue.has(&key) {
            self.get(&key, &[("name", name.into())])
        } else {
            name
        }
    }

    /// The subject with the level that its outages lie below, unless that is the lowest one: being below it is being down.
    #[must_use]
    pub fn subject_at(&self, subject: &str, level: &str) -> String {
        let name = self.subject(subject);
        if level.is_empty() || self.is_lowest(subject, level) {
            return name;
        }
        let key = if is_demand(subject) {
            "subject-needs-level"
        } else {
            "subject-below"
        };
        let level = self.shown(level);
        self.get(key, &[("subject", name.into()), ("level", level.into())])
    }

    /// Whether `level` is the lowest level of the service that `subject` names.
    #[must_use]
    pub fn is_lowest(&self, subject: &str, level: &str) -> bool {
        if is_demand(subject) {
            return false;
        }
        let service = subject.split_once('/').map_or(subject, |(_, name)| name);
        let told = self
            .results
            .stories
            .iter()
            .flat_map(|story| &story.timelines);
        if let Some(timeline) = told
            .into_iter()
            .find(|timeline| timeline.service == service)
        {
            return timeline.levels.last().is_some_and(|lowest| lowest == level);
        }
        let mut rows = self.results.measures.iter().rev();
        let last = rows.find(|row| row.subject == subject && !row.level.is_empty());
        last.is_none_or(|row| row.level == level)
    }

    /// "a, b and c".
    #[must_use]
    pub fn joined<'b>(&self, names: impl IntoIterator<Item = &'b str>) -> String {
        let mut names: Vec<&str> = names.into_iter().collect();
        match names.pop() {
            None => String::new(),
            Some(last) if names.is_empty() => last.to_owned(),
            Some(last) => self.get(
                "list-and",
                &[("first", names.join(", ").into()), ("last", last.into())],
            ),
        }
    }

    /// `x` in words that fit the unit: percent, hours a year, once in so many years.
    #[must_use]
    pub fn value(&self, unit: &str, x: f64, digits: usize) -> String {
        self.numbers().value(unit, x, digits)
    }

    /// The range of two values of a unit.
    #[must_use]
    pub fn range(&self, unit: &str, low: f64, high: f64, digits: usize) -> String {
        self.numbers().range(unit, low, high, digits)
    }

    /// The estimate, or a dash where there is none; see [`Numbers::estimate`].
    #[must_use]
    pub fn estimate(&self, unit: &str, value: &Estimate, digits: usize) -> String {
        self.numbers().estimate(unit, value, digits)
    }

    /// The interval, one-sided where only one end is given.
    #[must_use]
    pub fn interval(&self, unit: &str, value: &Estimate, digits: usize) -> String {
        self.numbers().interval(unit, value, digits)
    }

    /// Numbers in this language.
    pub fn numbers(&self) -> Numbers<'_> {
        Numbers(self.catalogue)
    }

    /// Whether a subject is watched for an expectation alone: no service, and no question asks about it.
    #[must_use]
    pub fn is_only_expected(&self, subject: &str) -> bool {
        let results = self.results;
        let expected = results.expectations.iter();
        !subject.starts_with("service/")
            && expected.map(|it| &it.row).any(|row| row.subject == subject)
            && !results.asks.iter().any(|ask| ask.row.subject == subject)
    }

    /// A text of the scenario's author.
    #[must_use]
    pub fn wording<'w>(&self, wording: &'w Wording) -> &'w str {
        wording.say(self.catalogue.language())
    }

    /// What the model leaves out.
    #[must_use]
    pub fn left_out(&self) -> Vec<String> {
        let entries = self.results.about.leaves_out.iter();
        entries
            .map(|entry| self.wording(entry).to_owned())
            .collect()
    }

    /// Two sentences in place of a picture: the finding, and a detail.
    #[must_use]
    pub fn described(&self, finding: &str, detail: &str) -> String {
        format!("{} {}", capitalised(&ended(finding)), ended(detail))
    }

    /// What the numbers rest on: replications, years, seed.
    #[must_use]
    pub fn rests_on(&self) -> String {
        let key = &self.results.key;
        let replications = self.get("replications", &[("n", key.replications.into())]);
        let arguments = [
            ("replications", replications.into()),
            ("years", u64::from(key.years).into()),
            ("seed", key.seed.to_string().into()),
        ];
        self.get("rests-on", &arguments)
    }

    /// What kind of thing a subject is: `service/payroll` is a service.
    #[must_use]
    pub fn kind(&self, subject: &str) -> String {
        let kind = subject.split_once('/').map_or("", |(kind, _)| kind);
        self.catalogue.word("subject-kind", kind)
    }

    /// What the intervals hold, and whether the assumptions were examined.
    #[must_use]
    pub fn intervals_hold(&self) -> String {
        let bands = if self.results.bands.is_empty() {
            "none"
        } else {
            "examined"
        };
        self.get("interval-is-simulation-error", &[("bands", bands.into())])
    }

    /// What control variates did to the answers, each a sentence.
    #[must_use]
    pub fn controlled(&self) -> Vec<String> {
        let asks = self.results.asks.iter();
        let told = asks.filter_map(|answer| {
            let of = answer.controlled.as_ref()?;
            let factor = self.catalogue.number(of.reduction?, 3);
            let arguments = [
                ("asked", self.asked(answer).into()),
                ("controls", of.controls.into()),
                ("factor", factor.into()),
            ];
            Some(self.get("controlled", &arguments))
        });
        told.collect()
    }

    /// The warnings, each a sentence.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        let told = |kind: &str, subject: &str| {
            let key = if self.catalogue.has(kind) {
                kind
            } else {
                "warning-other"
            };
            let subject = self.warned_of(subject);
            self.get(key, &[("subject", subject.into()), ("kind", kind.into())])
        };
        self.results
            .warnings
            .iter()
            .map(|warning| told(&warning.kind, &warning.subject))
            .collect()
    }

    /// What a warning is about: a subject, behind which a level may stand.
    fn warned_of(&self, subject: &str) -> String {
        let rows = &self.results.measures;
        match subject.rsplit_once('/') {
            Some((of, level))
                if rows
                    .iter()
                    .any(|row| row.subject == of && row.level == level) =>
            {
                self.subject_at(of, level)
            }
            _ => self.subject(subject),
        }
    }

    /// The method of an interval in words.
    #[must_use]
    pub fn method(&self, method: &str) -> String {
        self.catalogue.word("method", method)
    }
}

/// A sentence with one full stop at its end, also behind an abbreviation.
pub fn ended(sentence: &str) -> String {
    format!("{}.", sentence.trim_end_matches('.'))
}

/// A sentence with a capital letter at its beginning, also where that is a name.
pub fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.clone()).collect()
}

/// Whether a subject is the demand for a level: its episodes are times in which the level is needed, not outages below it.
pub fn is_demand(subject: &str) -> bool {
    subject.starts_with("demanded/")
}
