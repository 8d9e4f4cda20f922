//! `comparison.csv`: one row for each question and design, the same names in every language.

use std::io::{self, Write};

use crate::compare::Comparison;
use crate::compare::results::{Ask, Difference};
use crate::report::csv::{Sheet, optional};

const COLUMNS: [&str; 33] = [
    "ask",
    "subject",
    "measure",
    "level",
    "calendar",
    "unit",
    "at",
    "base",
    "design",
    "base_value",
    "base_low",
    "base_high",
    "value",
    "value_low",
    "value_high",
    "difference",
    "low",
    "high",
    "confidence",
    "std_error",
    "method",
    "n",
    "differing",
    "ratio",
    "better",
    "equal",
    "worse",
    "undefined",
    "variance_reduction",
    "better_is",
    "verdict",
    "replications_needed",
    "variant",
];

/// Writes the table.
pub fn comparison(comparison: &Comparison, to: &mut dyn Write) -> io::Result<()> {
    let mut sheet = Sheet::new(to, &COLUMNS)?;
    for (number, ask) in comparison.asks.iter().enumerate() {
        for of in &ask.designs {
            let mut cells = about(comparison, number, ask, of.design);
            cells.extend(values(ask, of));
            cells.extend(verdict(ask, of));
            cells.push(comparison.designs[of.design].variant.clone());
            sheet.row(cells)?;
        }
    }
    sheet.end()
}

fn about(comparison: &Comparison, number: usize, ask: &Ask, design: usize) -> Vec<String> {
    let row = &ask.base.row;
    vec![
        (number + 1).to_string(),
        row.subject.clone(),
        row.measure.clone(),
        row.level.clone(),
        row.calendar.clone(),
        row.unit.clone(),
        row.at.clone(),
        comparison.designs[comparison.key.base].name.clone(),
        comparison.designs[design].name.clone(),
    ]
}

fn values(ask: &Ask, of: &Difference) -> Vec<String> {
    let mut cells = Vec::new();
    for value in [&ask.base.row.value, &of.value, &of.difference] {
        cells.extend([value.estimate, value.low, value.high].map(optional));
    }
    cells
}

fn verdict(ask: &Ask, of: &Difference) -> Vec<String> {
    let counts = of.counts;
    vec![
        of.difference.confidence.to_string(),
        optional(of.difference.std_error),
        of.difference.method.clone(),
        of.difference.n.to_string(),
        of.difference.events.to_string(),
        optional(of.ratio),
        counts.better.to_string(),
        counts.equal.to_string(),
        counts.worse.to_string(),
        counts.undefined.to_string(),
        optional(of.variance_reduction),
        format!("{:?}", ask.better).to_lowercase(),
        of.verdict.name().to_owned(),
        of.replications_needed
            .map_or_else(String::new, |n| n.to_string()),
    ]
}
