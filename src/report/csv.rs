//! Tidy tables for machines: decimal point, one row an observation, the same names in every language.
//!
//! A cell that a spreadsheet would read as a formula (it begins with `=`, `+`, `-`, `@`, tab or carriage return) and is no number
//! gets an apostrophe in front (OWASP, *CSV Injection*).

use std::io::{self, Write};

use crate::batch::results::{Estimate, Results};
use crate::model::parameter::Mark;

/// The columns of an estimate.
const ESTIMATE: [&str; 10] = [
    "estimate",
    "low",
    "high",
    "confidence",
    "n",
    "events",
    "n_eff",
    "censored",
    "std_error",
    "method",
];

/// A file of the folder: its name and what writes it.
pub type File = (&'static str, fn(&Results, &mut dyn Write) -> io::Result<()>);

/// All files.
pub const FILES: [File; 7] = [
    ("measures.csv", measures),
    ("causes.csv", causes),
    ("organisations.csv", organisations),
    ("curves.csv", curves),
    ("hotline_weeks.csv", hotline_weeks),
    ("stories.csv", stories),
    ("parameters.csv", parameters),
];

/// A file of rows.
pub(super) struct Sheet<'a>(csv::Writer<&'a mut dyn Write>);

impl<'a> Sheet<'a> {
    pub fn new(to: &'a mut dyn Write, columns: &[&str]) -> io::Result<Self> {
        let mut sheet = Self(csv::Writer::from_writer(to));
        sheet.0.write_record(columns)?;
        Ok(sheet)
    }

    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) -> io::Result<()> {
        self.0.write_record(cells.into_iter().map(harmless))?;
        Ok(())
    }

    pub fn end(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

fn harmless(cell: String) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula && cell.parse::<f64>().is_err() {
        format!("'{cell}")
    } else {
        cell
    }
}

/// A cell that may be empty.
pub(super) fn optional(x: Option<f64>) -> String {
    x.map_or_else(String::new, |x| x.to_string())
}

fn estimate(value: &Estimate) -> [String; 10] {
    [
        optional(value.estimate),
        optional(value.low),
        optional(value.high),
        value.confidence.to_string(),
        value.n.to_string(),
        value.events.to_string(),
        value.n_eff.to_string(),
        value.censored.to_string(),
        optional(value.std_error),
        value.method.clone(),
    ]
}

/// All measures.
fn measures(results: &Results, to: &mut dyn Write) -> io::Result<()> {
    let columns = ["subject", "measure", "level", "calendar", "unit", "at"];
    let behind = ["definition", "rests_on"];
    let mut sheet = Sheet::new(to, &[&columns[..], &ESTIMATE, &behind].concat())?;
    for row in &results.measures {
        let names = [
            &row.subject,
            &row.measure,
            &row.level,
            &row.calendar,
            &row.unit,
            &row.at,
        ];
        sheet.row(
            names
                .map(Clone::clone)
                .into_iter()
                .chain(estimate(&row.value))
                .chain([row.definition.clone(), row.rests_on.clone()]),
        )?;
    }
    sheet.end()
}

/// Shares of the causes, one row for each kind of share.
fn causes(results: &Results, to: &mut dyn Write) -> io::Result<()> {
    let columns = ["subject", "level", "kind", "cause", "share"];
    let mut sheet = Sheet::new(to, &[&columns[..], &ESTIMATE].concat())?;
    for row in &results.causes {
        let shares = [
            ("begun", Some(&row.begun)),
            ("rooted", Some(&row.rooted)),
            ("present", row.present.as_ref()),
        ];
        for (share, value) in shares
            .into_iter()
            .filter_map(|(share, value)| Some((share, value?)))
        {
            let names = [&row.subject, &row.level, &row.kind, &row.cause].map(Clone::clone);
            sheet.row(
                names
                    .into_iter()
                    .chain([share.to_owned()])
                    .chain(estimate(value)),
            )?;
        }
    }
    sheet.end()
}

/// Organisations and groups, one row for each measure.
fn organisations(results: &Results, to: &mut dyn Write) -> io::Result<()> {
    let columns = ["name", "group", "members", "users", "measure", "p"];
    let mut sheet = Sheet::new(to, &[&columns[..], &ESTIMATE].concat())?;
    for row in &results.organisations {
        let mut put = |measure: &str, p: String, value: &Estimate| {
            let names = [
                row.name.clone(),
                row.group.to_string(),
                row.members.to_string(),
                row.users.to_string(),
            ];
            sheet.row(
                names
                    .into_iter()
                    .chain([measure.to_owned(), p])
                    .chain(estimate(value)),
            )
        };
        put("lost", String::new(), &row.lost)?;
        for (measure, p, value) in &row.quantiles {
            put(measure, p.to_string(), value)?;
        }
        if let Some(value) = &row.years_without {
            put("years-without", String::new(), value)?;
        }
    }
    sheet.end()
}

/// Curves, one row for each point; marks with their name in `mark`.
fn curves(results: &Results, to: &mut dyn Write) -> io::Result<()> {
    let mut sheet = Sheet::new(
        to,
        &["kind", "subject", "level", "mark", "x", "y", "low", "high"],
    )?;
    for curve in &results.curves {
        let names = [&curve.kind, &curve.subject, &curve.level].map(Clone::clone);
        for (x, y, low, high) in &curve.points {
            let numbers = [x, y, low, high].map(|number| number.to_string());
            sheet.row(
                names
                    .clone()
                    .into_iter()
                    .chain([String::new()])
                    .chain(numbers),
            )?;
        }
        for (mark, x) in &curve.marks {
            let rest = [
                mark.clone(),
                x.to_string(),
                String::new(),
                String::new(),
                String::new(),
            ];
            sheet.row(names.clone().into_iter().chain(rest))?;
        }
    }
    sheet.end()
}

/// Load of the hotlines; `half_hour` counts from Monday 00:00.
fn hotline_weeks(results: &Results, to: &mut dyn Write) -> io::Result<()> {
    let mut sheet = Sheet::new(
        to,
        &[
            "hotline",
            "half_hour",
            "offered",
            "offered_p5",
            "offered_p95",
            "waiting",
            "agents",
        ],
    )?;
    for week in &results.hotline_weeks {
        for (at, (mean, low, high, waiting)) in week.bins.iter().enumerate() {
            let agents = week.agents.get(at).map_or_else(String::new, u32::to_string);
            let numbers = [mean, low, high, waiting].map(|number| number.to_string());
            sheet.row(
                [week.hotline.clone(), at.to_string()]
                    .into_iter()
                    .chain(numbers)
                    .chain([agents]),
            )?;
        }
    }
    sheet.end()
}

/// Stories, one row for each link of their chains; several subjects are parted by `; `.
fn stories(results: &Results, to: &mut dyn Write) -> io::Result<()> {
    let columns = [
        "kind",
        "rank",
        "replication",
        "year",
        "lost_user_h",
        "service",
        "level",
        "root_kind",
        "root",
        "chain_lost_user_h",
        "at_h",
        "local",
        "what",
        "follows",
        "subjects",
        "of",
        "lasts_h",
    ];
    let mut sheet = Sheet::new(to, &columns)?;
    for story in &results.stories {
        for chain in &story.chains {
            for link in &chain.links {
                sheet.row([
                    story.kind.clone(),
                    story.rank.to_string(),
                    story.replication.to_string(),
                    story.year.to_string(),
                    story.lost.to_string(),
                    chain.service.clone(),
                    chain.level.clone(),
                    chain.kind.clone(),
                    chain.cause.clone(),
                    chain.lost.to_string(),
                    link.at_h.to_string(),
                    link.local.clone(),
                    link.what.clone(),
                    link.follows.to_string(),
                    link.subjects.join("; "),
                    link.of.clone(),
                    link.lasts_h
                        .map_or_else(String::new, |time| time.to_string()),
                ])?;
            }
        }
    }
    sheet.end()
}

/// The name of a mark in data files, and what stands behind it.
#[must_use]
pub fn mark(mark: &Mark) -> (&'static str, &str) {
    match mark {
        Mark::Press(source) => ("press", source),
        Mark::Verified(source) => ("verified", source),
        Mark::Computed(source) => ("computed", source),
        Mark::Derived(source) => ("derived", source),
        Mark::Unverified(source) => ("unverified", source),
        Mark::Assumption(source) => ("assumption", source),
    }
}

/// Parameters with their marks, then the numbers that stand in the text without a source.
fn parameters(results: &Results, to: &mut dyn Write) -> io::Result<()> {
    let mut sheet = Sheet::new(to, &["name", "value", "low", "high", "mark", "source"])?;
    for parameter in &results.about.parameters {
        let (low, high) = parameter.range.clone().unwrap_or_default();
        let (mark, source) = mark(&parameter.from);
        sheet.row([
            parameter.name.clone(),
            parameter.value.clone(),
            low,
            high,
            mark.to_owned(),
            source.to_owned(),
        ])?;
    }
    for inline in &results.about.inline {
        let nothing = String::new;
        sheet.row([
            inline.place.clone(),
            inline.value.clone(),
            nothing(),
            nothing(),
            "none".to_owned(),
            nothing(),
        ])?;
    }
    sheet.end()
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn formulas_are_defused_and_numbers_stay() {
        assert_eq!(
            harmless("=HYPERLINK(\"x\")".to_owned()),
            "'=HYPERLINK(\"x\")"
        );
        assert_eq!(harmless("@SUM(A1)".to_owned()), "'@SUM(A1)");
        assert_eq!(harmless("-1+1|cmd".to_owned()), "'-1+1|cmd");
        assert_eq!(harmless("-1.5e-3".to_owned()), "-1.5e-3");
        assert_eq!(harmless("ups 1".to_owned()), "ups 1");
    }
}
