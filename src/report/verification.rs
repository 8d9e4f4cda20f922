//! What scenarios expected against what came out, as a table for the terminal.

use crate::batch::results::{ExpectationResult, Results};
use crate::batch::verify::Finding;
use crate::report::summary::drawn;
use crate::report::table::Table;
use crate::report::words::Words;
use crate::text::Catalogue;

/// The table of all expectations of `files`, each with its name and results; `findings` has one for each expectation, in order.
/// Ends in a line break.
#[must_use]
pub fn verification(
    files: &[(String, &Results)],
    findings: &[Finding],
    catalogue: &Catalogue,
) -> String {
    let mut table = Table::new("")
        .text(catalogue.say("column-measure"))
        .text(catalogue.say("column-expected"))
        .number(catalogue.say("column-estimate"))
        .number(catalogue.say("column-interval-999"))
        .number(catalogue.say("column-z"))
        .text(catalogue.say("column-verdict"));
    let rows = files.iter().flat_map(|(file, results)| {
        let expectations = results.expectations.iter();
        expectations.map(move |expectation| (file, Words { results, catalogue }, expectation))
    });
    for ((file, words, expectation), finding) in rows.zip(findings) {
        table.push(row(file, &words, expectation, *finding));
    }
    format!("{}\n{}\n", drawn(&table), foot(findings, catalogue))
}

fn row(
    file: &str,
    words: &Words<'_>,
    expectation: &ExpectationResult,
    finding: Finding,
) -> Vec<String> {
    let (row, unit) = (&expectation.row, expectation.row.unit.as_str());
    let expected = words.value(unit, expectation.expected, 4);
    let bound = format!("bound-{}", expectation.bound);
    vec![
        format!(
            "{file}: {} · {}",
            words.subject_at(&row.subject, &row.level),
            words.catalogue.word("measure", &row.measure)
        ),
        words.get(&bound, &[("x", expected.into())]),
        words.estimate(unit, &row.value, 3),
        words.interval(unit, &row.value, 3),
        expectation
            .z
            .map_or_else(|| "–".to_owned(), |z| words.catalogue.number(z, 2)),
        words.say(key(finding)),
    ]
}

const fn key(finding: Finding) -> &'static str {
    match finding {
        Finding::Confirmed => "verify-confirmed",
        Finding::Contradicted => "verify-contradicted",
        Finding::Undecided => "verify-undecided",
    }
}

/// The sum, and what the verdicts that occur mean.
fn foot(findings: &[Finding], catalogue: &Catalogue) -> String {
    let count = |wanted| {
        findings
            .iter()
            .filter(|&&finding| finding == wanted)
            .count()
    };
    let sum = [
        ("rows", findings.len().into()),
        ("confirmed", count(Finding::Confirmed).into()),
        ("contradicted", count(Finding::Contradicted).into()),
        ("undecided", count(Finding::Undecided).into()),
    ];
    let mut lines = vec![catalogue.say("verify-level")];
    if count(Finding::Undecided) > 0 {
        lines.push(catalogue.say("verify-few"));
    }
    lines.push(catalogue.get("verify-foot", &sum));
    lines.join("\n")
}
