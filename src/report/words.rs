//! How results are put into words: names of subjects, values with their units, intervals, answers.

use crate::batch::results::{Answer, Estimate, Results};
use crate::report::numbers::Numbers;
use crate::text::format::{concise, percent_concise, rounded};
use crate::text::{Catalogue, Value, Wording};

/// Below so many events an estimate is called an order of magnitude.
pub const FEW_EVENTS: u64 = 20;

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

    /// What a subject of the results is called: `service/payroll` is "payroll".
    #[must_use]
    pub fn subject(&self, subject: &str) -> String {
        let Some((kind, name)) = subject.split_once('/') else {
            return subject.to_owned();
        };
        let key = format!("subject-{kind}");
        let name = if kind == "all-down" {
            self.joined(name.split('+'))
        } else {
            name.to_owned()
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
        let mut levels = self
            .results
            .measures
            .iter()
            .filter(|row| row.subject == subject && !row.level.is_empty());
        levels.all(|row| row.level == level)
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

    fn numbers(&self) -> Numbers<'_> {
        Numbers(self.catalogue)
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

    /// What was asked: the scenario's own words, or ours.
    #[must_use]
    pub fn asked(&self, answer: &Answer) -> String {
        if !answer.label.is_empty() {
            return self.wording(&answer.label).to_owned();
        }
        let row = &answer.row;
        let arguments = [
            ("subject", self.subject_at(&row.subject, &row.level).into()),
            ("at", self.threshold(&row.at).into()),
        ];
        let key = match answer.kind.as_str() {
            "year-with-longer" if row.at.is_empty() => "ask-year-with".to_owned(),
            kind @ ("outages" | "longer") if is_demand(&row.subject) => {
                format!("ask-{kind}-demanded")
            }
            kind => format!("ask-{kind}"),
        };
        self.get(&key, &arguments)
    }

    /// A threshold as results write it (`24 h`), with the language's decimal sign and unit.
    #[must_use]
    pub fn threshold(&self, at: &str) -> String {
        match at
            .strip_suffix(" h")
            .and_then(|hours| hours.trim().parse::<f64>().ok())
        {
            Some(hours) if hours.is_finite() => self.catalogue.duration_set(hours),
            _ => at.to_owned(),
        }
    }

    /// One sentence that answers one question: estimate and interval, or what little can be said.
    #[must_use]
    pub fn answer_sentence(&self, answer: &Answer) -> String {
        let value = &answer.row.value;
        let unit = &answer.row.unit;
        let asked = self.asked(answer);
        if never_seen(value) {
            let bound = self.estimate(unit, value, 2);
            let arguments = [
                ("asked", asked.into()),
                ("n", value.n.into()),
                ("bound", bound.into()),
            ];
            return self.get("answer-never", &arguments);
        }
        if value.estimate.is_none() {
            return self.get(
                "answer-none",
                &[("asked", asked.into()), ("events", value.events.into())],
            );
        }
        let said = self.estimate(unit, value, 2);
        if value.events == 0 {
            return format!("{asked}: {said}.");
        }
        if value.events < FEW_EVENTS {
            let arguments = [
                ("asked", asked.into()),
                ("value", said.into()),
                ("events", value.events.into()),
            ];
            return self.get("answer-few", &arguments);
        }
        let interval = self.interval(unit, value, 2);
        let level = concise(self.catalogue.language(), value.confidence * 100.0, 4);
        let arguments = [
            ("asked", asked.into()),
            ("value", said.into()),
            ("interval", interval.into()),
            ("level", level.into()),
        ];
        self.get("answer-estimate", &arguments)
    }

    /// The interval's half-width relative to the estimate: "± 7 %".
    #[must_use]
    pub fn relative(&self, half_width: Option<f64>) -> String {
        half_width.map_or_else(
            || "–".to_owned(),
            |share| {
                let share = rounded(share, 2);
                format!(
                    "±\u{a0}{}",
                    percent_concise(self.catalogue.language(), share)
                )
            },
        )
    }

    /// Two sentences in place of a picture: the finding, and a detail.
    #[must_use]
    pub fn described(&self, finding: &str, detail: &str) -> String {
        format!("{}. {detail}", finding.trim_end_matches('.'))
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

    /// The warnings, each a sentence.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        let told = |kind: &str, subject: &str| {
            let key = if self.catalogue.has(kind) {
                kind
            } else {
                "warning-other"
            };
            self.get(
                key,
                &[
                    ("subject", self.subject(subject).into()),
                    ("kind", kind.into()),
                ],
            )
        };
        self.results
            .warnings
            .iter()
            .map(|warning| told(&warning.kind, &warning.subject))
            .collect()
    }

    /// The method of an interval in words.
    #[must_use]
    pub fn method(&self, method: &str) -> String {
        self.catalogue.word("method", method)
    }
}

/// Whether a subject is the demand for a level: its episodes are times in which the level is needed, not outages below it.
fn is_demand(subject: &str) -> bool {
    subject.starts_with("demanded/")
}

/// Whether the event was never seen, so that only a bound can be told.
#[must_use]
pub fn never_seen(value: &Estimate) -> bool {
    value.events == 0 && value.high.is_some() && value.estimate.is_none_or(|x| x == 0.0)
}
