//! How often intervals hold the exact value, as a table for the terminal and as CSV.

use std::io::{self, Write};

use crate::batch::coverage::{BIAS, Coverage, CoverageVerdict, Hits, Kind, LEVEL, RowCoverage};
use crate::batch::results::Results;
use crate::report::csv::{Sheet, optional};
use crate::report::summary::drawn;
use crate::report::table::Table;
use crate::report::words::Words;
use crate::text::Catalogue;
use crate::text::format::percent;

/// The table of all rows; `cases` has the name of each case and what its scenario says of itself. Ends in a line break.
#[must_use]
pub fn coverage(
    cases: &[(String, &Results)],
    coverage: &Coverage,
    catalogue: &Catalogue,
) -> String {
    let mut table = Table::new("")
        .text(catalogue.say("column-measure"))
        .text(catalogue.say("column-method"))
        .number(catalogue.say("column-ends"))
        .number(catalogue.say("column-coverage"))
        .number(catalogue.say("column-relative-short"))
        .number(catalogue.say("column-bias"))
        .text(catalogue.say("column-verdict"));
    for row in &coverage.rows {
        let (case, results) = &cases[row.case];
        let words = Words { results, catalogue };
        table.push(cells(case, &words, row));
    }
    format!("{}\n{}\n", drawn(&table), foot(coverage, catalogue))
}

fn cells(case: &str, words: &Words<'_>, row: &RowCoverage) -> Vec<String> {
    let catalogue = words.catalogue;
    let measure = catalogue.word("measure", &row.measure);
    let at = match row.at.as_str() {
        "" => String::new(),
        at => format!(" ({at})"),
    };
    vec![
        format!(
            "{case}: {} · {measure}{at}",
            words.subject_at(&row.subject, &row.level)
        ),
        methods(row, catalogue),
        format!(
            "{} / {} / {}",
            row.two_sided.given, row.one_sided.given, row.none
        ),
        covered(row, catalogue),
        share(
            row.half_width
                .map(|half| half / row.exact.abs())
                .filter(|share| share.is_finite()),
            catalogue,
            2,
        ),
        row.bias
            .map_or_else(|| "–".to_owned(), |bias| catalogue.number(bias, 2)),
        catalogue.say(verdict(row.verdict)),
    ]
}

/// The methods that made the intervals, those that made fewer than one in a hundred left out.
fn methods(row: &RowCoverage, catalogue: &Catalogue) -> String {
    let often = row
        .methods
        .iter()
        .filter(|(_, times)| times * 100 >= row.batches);
    let names: Vec<&str> = often.map(|(name, _)| name.as_str()).collect();
    let kind = match row.kind {
        Kind::Ordinary | Kind::Few => return names.join(", "),
        Kind::Discrete => "coverage-discrete",
        Kind::Conservative => "coverage-conservative",
        Kind::Stopped => "coverage-stopped",
        Kind::HeavyTailed => "coverage-heavy",
    };
    format!("{} ({})", names.join(", "), catalogue.say(kind))
}

/// The share of all intervals that hold the value, with its interval; that of the two-sided ones besides where there are others.
fn covered(row: &RowCoverage, catalogue: &Catalogue) -> String {
    let Some(coverage) = row.coverage else {
        return "–".to_owned();
    };
    let (low, high) = row.interval;
    let all = format!(
        "{} ({}–{})",
        share(Some(coverage), catalogue, 3),
        catalogue.number(100.0 * low, 3),
        catalogue.number(100.0 * high, 3)
    );
    if row.one_sided.given == 0 || row.two_sided.given == 0 {
        return all;
    }
    let apart = [
        ("two", share(row.two_sided.share(), catalogue, 3).into()),
        ("one", share(row.one_sided.share(), catalogue, 3).into()),
    ];
    format!("{all}; {}", catalogue.get("coverage-apart", &apart))
}

fn share(value: Option<f64>, catalogue: &Catalogue, digits: usize) -> String {
    value.map_or_else(
        || "–".to_owned(),
        |value| percent(catalogue.language(), value, digits),
    )
}

const fn verdict(verdict: CoverageVerdict) -> &'static str {
    match verdict {
        CoverageVerdict::Covers => "coverage-covers",
        CoverageVerdict::TooLow => "coverage-too-low",
        CoverageVerdict::TooHigh => "coverage-too-high",
        CoverageVerdict::Biased => "coverage-biased",
        CoverageVerdict::Undecided => "coverage-undecided",
    }
}

/// The pooled mean, and how the table is to be read.
fn foot(coverage: &Coverage, catalogue: &Catalogue) -> String {
    let number = |x: f64| catalogue.number(x, 4);
    let mut lines = vec![
        catalogue.get(
            "coverage-level",
            &[(
                "level",
                percent(catalogue.language(), 1.0 - LEVEL, 2).into(),
            )],
        ),
        catalogue.get(
            "coverage-bias",
            &[("bias", catalogue.number(BIAS, 1).into())],
        ),
    ];
    if let Some(pooled) = &coverage.pooled {
        let words = [
            ("rows", pooled.rows.into()),
            (
                "coverage",
                percent(catalogue.language(), pooled.coverage, 4).into(),
            ),
            ("low", number(100.0 * pooled.interval.0).into()),
            ("high", number(100.0 * pooled.interval.1).into()),
            ("verdict", catalogue.say(verdict(pooled.verdict)).into()),
        ];
        lines.push(catalogue.get("coverage-pooled", &words));
    }
    let fails = |row: &&RowCoverage| {
        !matches!(
            row.verdict,
            CoverageVerdict::Covers | CoverageVerdict::Undecided
        )
    };
    let count = [
        ("rows", coverage.rows.len().into()),
        ("batches", coverage.batches.into()),
        ("fail", coverage.rows.iter().filter(fails).count().into()),
        ("undecided", undecided(coverage).into()),
    ];
    lines.push(catalogue.get("coverage-foot", &count));
    lines.join("\n")
}

fn undecided(coverage: &Coverage) -> usize {
    let rows = coverage.rows.iter();
    rows.filter(|row| row.verdict == CoverageVerdict::Undecided)
        .count()
}

/// The rows as CSV.
///
/// # Errors
/// When `to` cannot be written.
pub fn coverage_csv(
    cases: &[(String, &Results)],
    coverage: &Coverage,
    to: &mut dyn Write,
) -> io::Result<()> {
    let columns = [
        "case",
        "subject",
        "measure",
        "level",
        "at",
        "unit",
        "exact",
        "method",
        "kind",
        "batches",
        "two_sided",
        "two_sided_hold",
        "one_sided",
        "one_sided_hold",
        "none",
        "coverage",
        "low",
        "high",
        "half_width",
        "bias",
        "verdict",
    ];
    let mut sheet = Sheet::new(to, &columns)?;
    for row in &coverage.rows {
        let names = [
            &cases[row.case].0,
            &row.subject,
            &row.measure,
            &row.level,
            &row.at,
            &row.unit,
        ];
        let hits = |hits: Hits| [hits.given.to_string(), hits.hold.to_string()];
        let method = row.methods.first().map_or("", |(name, _)| name);
        let cells = names
            .map(Clone::clone)
            .into_iter()
            .chain([row.exact.to_string(), method.to_owned(), named(row.kind)])
            .chain([row.batches.to_string()])
            .chain(hits(row.two_sided))
            .chain(hits(row.one_sided))
            .chain([row.none.to_string(), optional(row.coverage)])
            .chain([row.interval.0.to_string(), row.interval.1.to_string()])
            .chain([optional(row.half_width), optional(row.bias)])
            .chain([named(row.verdict)]);
        sheet.row(cells)?;
    }
    sheet.end()
}

/// The name that JSON gives a kind or a verdict.
fn named(word: impl serde::Serialize) -> String {
    serde_json::to_value(word)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}
