//! What the assumptions do stands beside every interval, or that nobody has looked.

use ausfall::batch::results::{Band, BandEnd, Results, Verdict};
use ausfall::report;
use ausfall::report::words::Words;
use ausfall::text::{Catalogue, Language};

use crate::made_up::{estimate, results};
use crate::page;

/// Two assumptions at both ends: one moves the first answer far and flips a verdict, the other moves nothing.
fn examined() -> Results {
    let mut results = results();
    let end = |setting: &str, factor: f64, flip: bool| {
        let mut answers: Vec<_> = results
            .asks
            .iter()
            .map(|ask| ask.row.value.clone())
            .collect();
        answers[0] = estimate(0.0412 * factor, 0.06, 4_000);
        let mut verdicts: Vec<_> = results.objectives.iter().map(|of| of.verdict).collect();
        if flip {
            verdicts[2] = Verdict::Missed;
        }
        BandEnd {
            setting: setting.to_owned(),
            answers,
            verdicts,
        }
    };
    let band = |parameter: &str, ends| Band {
        parameter: parameter.to_owned(),
        ends,
    };
    results.bands = vec![
        band(
            "cuts",
            vec![
                end("1 / (1000 km y)", 0.99, false),
                end("6 / (1000 km y)", 1.01, false),
            ],
        ),
        band(
            "limited period",
            vec![end("4.5 h", 2.0, true), end("30 d", 0.5, false)],
        ),
    ];
    results
}

fn words<'a>(results: &'a Results, catalogue: &'a Catalogue) -> Words<'a> {
    Words { results, catalogue }
}

#[test]
fn an_unexamined_answer_says_so_and_how_to_change_it() {
    let results = results();
    for (language, told, count) in [
        (
            Language::English,
            "assumptions not examined (run with --bands)",
            "Not examined: 3 assumptions have a range.",
        ),
        (
            Language::German,
            "Annahmen nicht untersucht (mit --bands rechnen)",
            "Nicht untersucht: 3 Annahmen haben eine Spanne.",
        ),
    ] {
        let page = page(language, &results);
        let table = page.split(if language == Language::English {
            "The answers with"
        } else {
            "Die Antworten mit"
        });
        let table = table
            .last()
            .and_then(|rest| rest.split("</table>").next())
            .expect("a table");
        assert_eq!(table.matches(told).count(), results.asks.len());
        assert!(page.contains(count));
    }
}

#[test]
fn the_band_reaches_over_all_ends_and_names_what_decides() {
    let results = examined();
    let english = Catalogue::new(Language::English);
    let words = words(&results, &english);
    let band = words.band(0);
    assert!(
        band.starts_with("over the assumptions: once in 12–49\u{a0}years"),
        "{band}"
    );
    assert!(band.ends_with("(decided by: limited period)"), "{band}");
    assert_eq!(words.band(3), "the same over all assumptions");
}

#[test]
fn a_band_that_stays_inside_the_interval_is_decided_by_nothing() {
    let mut results = examined();
    results.bands.truncate(1);
    let german = Catalogue::new(Language::German);
    let band = words(&results, &german).band(0);
    assert!(
        band.ends_with("(keine führt aus dem Vertrauensbereich hinaus)"),
        "{band}"
    );
}

#[test]
fn an_end_that_the_scenario_refuses_is_left_out() {
    let mut results = examined();
    results.bands[1].ends.remove(0);
    results.bands.push(Band {
        parameter: "fire rate".to_owned(),
        ends: Vec::new(),
    });
    let english = Catalogue::new(Language::English);
    let words = words(&results, &english);
    assert!(words.flips().is_empty());
    assert!(words.band(0).contains("24–49"), "{}", words.band(0));
}

#[test]
fn what_flips_a_verdict_stands_on_the_first_page_and_in_the_summary() {
    let results = examined();
    for (language, told) in [
        (
            Language::English,
            "“limited period” = 4.5\u{a0}h: LWL critical below “normal”, RTO 24\u{a0}h: missed instead of met",
        ),
        (
            Language::German,
            "„limited period“ = 4,5\u{a0}Std.: LWL critical unter „normal“, WAZ 24\u{a0}Std.: verfehlt statt erreicht",
        ),
    ] {
        let page = page(language, &results);
        let front = page
            .split("<div class=\"text\">")
            .next()
            .expect("a first page");
        assert!(front.contains(told), "{told}");
        let summary = report::summary(&results, &Catalogue::new(language)).replace('\n', " ");
        assert!(summary.contains("limited period"), "{summary}");
    }
}

#[test]
fn where_nothing_flips_the_first_page_says_how_many_were_examined() {
    let mut results = examined();
    results.bands.truncate(1);
    assert!(
        page(Language::English, &results).contains("The one assumption examined flips no verdict")
    );
}

#[test]
fn results_without_bands_are_read_as_not_examined() {
    let mut json: serde_json::Value =
        serde_json::from_str(&results().to_json().expect("data")).expect("data");
    json.as_object_mut().expect("an object").remove("bands");
    json["about"]
        .as_object_mut()
        .expect("an object")
        .remove("names");
    let read = Results::from_json(&json.to_string()).expect("older results can be read");
    assert!(read.bands.is_empty() && read.about.names.is_empty());
}
