//! Answers in words: what was asked, the sentence that answers it, the row of a table.

use crate::batch::results::{Answer, Measure};
use crate::report::numbers::{FEW_EVENTS, few_replications, never_seen};
use crate::report::table::Table;
use crate::report::words::{Words, ended, is_demand};
use crate::text::format::{concise, percent_concise, rounded};

/// The message that puts a question into words.
fn asked_key(kind: &str, row: &Measure) -> String {
    let any = row.at.is_empty() || row.at == "0 h";
    match kind {
        "year-with-longer" if any => "ask-year-with".to_owned(),
        "return-period" | "wait-longer" if any => format!("ask-{kind}-any"),
        "outages" | "longer" if is_demand(&row.subject) => format!("ask-{kind}-demanded"),
        "mean-wait" | "all-busy" if row.subject.starts_with("crew/") => format!("ask-{kind}-crew"),
        "longest-of-year" | "worst-day-of-year" | "members-down-of-year" if !any => {
            format!("ask-{kind}-quantile")
        }
        _ => format!("ask-{kind}"),
    }
}

/// An answer as tables show it: a cell each.
pub struct AnswerRow {
    /// What was asked.
    pub asked: String,
    /// The estimate.
    pub estimate: String,
    /// Its interval.
    pub interval: String,
    /// The interval's half-width relative to the estimate.
    pub relative: String,
    /// Events that it rests on.
    pub events: String,
    /// What becomes of it over the assumptions.
    pub band: String,
}

/// Caption and heads of a table of answers: keys of the catalogue where the place decides how much room there is.
pub struct Heads {
    /// The caption.
    pub caption: String,
    /// The head over the intervals.
    pub interval: &'static str,
    /// The head over their relative widths.
    pub relative: &'static str,
    /// Whether the bands over the assumptions have a column.
    pub band: bool,
}

impl Words<'_> {
    /// The answer to question `number`, from 0, as tables show it.
    #[must_use]
    pub fn answer_row(&self, number: usize, answer: &Answer) -> AnswerRow {
        let (unit, value) = (&answer.row.unit, &answer.row.value);
        AnswerRow {
            asked: self.asked(answer),
            estimate: self.estimate(unit, value, 3),
            interval: self.interval(unit, value, 3),
            relative: self.relative(answer.relative_half_width),
            events: self.catalogue.count(value.events),
            band: self.band(number),
        }
    }

    /// All answers with their intervals.
    #[must_use]
    pub fn answers_table(&self, heads: &Heads) -> Table {
        let mut table = Table::new(heads.caption.clone())
            .text(self.say("column-question"))
            .number(self.say("column-estimate"))
            .number(self.say(heads.interval))
            .number(self.say(heads.relative))
            .number(self.say("column-events"));
        if heads.band {
            table = table.text(self.say("column-band"));
        }
        for (number, answer) in self.results.asks.iter().enumerate() {
            let row = self.answer_row(number, answer);
            let cells = [
                row.asked,
                row.estimate,
                row.interval,
                row.relative,
                row.events,
            ];
            table.push(
                cells
                    .into_iter()
                    .chain(heads.band.then_some(row.band))
                    .collect(),
            );
        }
        table
    }

    /// What was asked: the scenario's own words, or ours.
    #[must_use]
    pub fn asked(&self, answer: &Answer) -> String {
        if !answer.label.is_empty() {
            return self.wording(&answer.label).to_owned();
        }
        let row = &answer.row;
        let (at, before) = row.at.split_once("; ").unwrap_or((&row.at, ""));
        let arguments = [
            ("subject", self.subject_at(&row.subject, &row.level).into()),
            ("at", self.threshold(at).into()),
            ("before", self.threshold(before).into()),
        ];
        self.get(&asked_key(&answer.kind, row), &arguments)
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
            return ended(&format!("{asked}: {said}"));
        }
        if few_replications(value) {
            let arguments = [
                ("asked", asked.into()),
                ("value", said.into()),
                ("n", value.n.into()),
            ];
            return self.get("answer-few-replications", &arguments);
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
}
