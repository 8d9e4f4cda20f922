//! A chart's headline states its finding with a number, and no more than the results carry.

use ausfall::batch::results::{Estimate, Results};
use ausfall::report::chart::{Figure, figures};
use ausfall::report::words::Words;
use ausfall::text::{Catalogue, Language};

use crate::made_up::{estimate, never, results, share};

/// The headlines of the figures whose id holds `which`, in English and German.
fn headlines(results: &Results, which: &str) -> [Vec<String>; 2] {
    Language::ALL.map(|language| {
        let catalogue = Catalogue::new(language);
        let words = Words {
            results,
            catalogue: &catalogue,
        };
        let all = figures(&words).into_iter();
        let mine = all.filter(|figure: &Figure| figure.id.contains(which));
        mine.map(|figure| figure.headline.replace('\u{a0}', " "))
            .collect()
    })
}

/// Asserts the first headlines of a kind in both languages.
fn assert_first(results: &Results, which: &str, english: &str, german: &str) {
    let [en, de] = headlines(results, which);
    assert_eq!((en[0].as_str(), de[0].as_str()), (english, german));
}

#[test]
fn every_headline_is_short_and_has_a_number() {
    let mut plain = results();
    // The made-up names are longer than any headline may be.
    plain.causes.retain(|cause| cause.cause.len() < 30);
    for headline in headlines(&plain, "").into_iter().flatten() {
        // Fifteen words at most (ONS, Analysis Function), two of the scenario's names counting as one word each.
        let names = headline
            .replace("grid city building", "grid")
            .replace("Grid city building", "Grid");
        let names = names
            .replace("hall lwl 2 and hall citeq", "halls")
            .replace("hall lwl 2 und hall citeq", "halls");
        assert!(names.split(' ').count() <= 15, "{headline}");
        assert!(
            headline.contains(|c: char| c.is_ascii_digit()),
            "{headline}"
        );
        assert!(!headline.contains(['{', '}', '$']), "{headline}");
    }
}

/// The downtime of the services' lowest levels.
fn with_downtimes(downtimes: &[(&str, Estimate)]) -> Results {
    let mut results = results();
    let like = results.measures.last().expect("a row of downtime").clone();
    results.stories.clear();
    results.measures = downtimes
        .iter()
        .map(|(service, value)| {
            let mut row = like.clone();
            row.subject = format!("service/{service}");
            row.value = value.clone();
            row
        })
        .collect();
    results
}

#[test]
fn the_service_down_longest_is_named_only_where_the_intervals_tell() {
    let clear = with_downtimes(&[
        ("mail", estimate(9.0, 0.05, 900)),
        ("desk", estimate(5.0, 0.05, 900)),
    ]);
    assert_first(
        &clear,
        "availability",
        "Mail is down longest: 9.0 hours a year",
        "Mail fällt am längsten aus: 9,0 Stunden im Jahr",
    );
    let tie = with_downtimes(&[
        ("mail", estimate(9.0, 0.5, 900)),
        ("desk", estimate(8.9, 0.5, 900)),
    ]);
    assert_first(
        &tie,
        "availability",
        "No service is clearly down longest; mail leads with 9.0 hours a year",
        "Kein Dienst fällt klar am längsten aus; vorn mail mit 9,0 Stunden im Jahr",
    );
    let one = with_downtimes(&[("mail", estimate(9.0, 0.5, 900))]);
    assert_first(
        &one,
        "availability",
        "Mail is down for 9.0 hours a year",
        "Mail fällt 9,0 Stunden im Jahr aus",
    );
    let none = with_downtimes(&[("mail", never()), ("desk", never())]);
    assert_first(
        &none,
        "availability",
        "No service was down in 10,000 replications",
        "In 10 000 Läufen fiel kein Dienst aus"
            .replace("10 000", "10\u{202f}000")
            .as_str(),
    );
}

/// Causes of one watch: shares begun with half-widths and events.
fn with_causes(shares: &[(&str, f64, f64, u64)]) -> Results {
    let mut results = results();
    let like = results
        .causes
        .iter()
        .find(|row| row.subject == "service/payroll")
        .expect("causes")
        .clone();
    results.causes = shares
        .iter()
        .map(|&(cause, x, half, events)| {
            let mut row = like.clone();
            row.cause = cause.to_owned();
            row.kind = if cause.is_empty() {
                "rest"
            } else {
                "component"
            }
            .to_owned();
            row.begun = share(x, half, events);
            row
        })
        .collect();
    results
}

#[test]
fn the_leading_cause_is_named_only_where_intervals_and_events_tell() {
    let clear = with_causes(&[("grid", 0.6, 0.05, 300), ("pump", 0.3, 0.05, 300)]);
    assert_first(
        &clear,
        "causes",
        "Grid begins 60% of the outages of payroll",
        "Grid löst 60 % der Ausfälle von payroll aus",
    );
    let tie = with_causes(&[("grid", 0.4, 0.1, 300), ("pump", 0.38, 0.1, 300)]);
    assert_first(
        &tie,
        "causes",
        "Grid (40%) leads narrowly: payroll",
        "Grid (40 %) liegt knapp vorn: payroll",
    );
    let only = with_causes(&[("grid", 1.0, 0.0, 300)]);
    assert_first(
        &only,
        "causes",
        "Grid alone begins all 300 outages seen of payroll",
        "Grid allein löst alle 300 beobachteten Ausfälle von payroll aus",
    );
    let few = with_causes(&[("grid", 0.6, 0.3, 7), ("pump", 0.3, 0.3, 7)]);
    assert_first(
        &few,
        "causes",
        "Grid begins 60% of only 7 outages of payroll",
        "Grid löst 60 % von nur 7 Ausfällen von payroll aus",
    );
    let rest = with_causes(&[("", 0.7, 0.05, 300), ("pump", 0.3, 0.05, 300)]);
    assert_first(
        &rest,
        "causes",
        "Pump begins 30% of the outages of payroll",
        "Pump löst 30 % der Ausfälle von payroll aus",
    );
    let none = with_causes(&[("grid", 0.0, 0.0, 0)]);
    assert!(headlines(&none, "causes").iter().all(Vec::is_empty));
}

/// A survival curve of payroll with these points and marks.
fn with_survival(points: &[(f64, f64)], marks: &[(&str, f64)]) -> Results {
    let mut results = results();
    let mut curve = results.curves[3].clone();
    assert_eq!(curve.subject, "service/payroll");
    curve.points = points.iter().map(|&(x, y)| (x, y, y, y)).collect();
    curve.marks = marks
        .iter()
        .map(|&(kind, x)| (kind.to_owned(), x))
        .collect();
    results.curves = vec![curve];
    results
}

#[test]
fn outages_beyond_a_limit_are_told_as_all_none_or_a_share() {
    let points = [(1.0, 1.0), (10.0, 0.25), (50.0, 0.0)];
    for (x, english, german) in [
        (
            10.0,
            "25% of outages of payroll outlast the RTO of 10 h",
            "25 % der Ausfälle von payroll dauern länger als 10 Std. (WAZ)",
        ),
        (
            0.5,
            "Every outage seen of payroll outlasts the RTO of 30 min",
            "Jeder beobachtete Ausfall von payroll dauert länger als 30 Min. (WAZ)",
        ),
        (
            60.0,
            "No outage seen of payroll outlasts the RTO of 60 h",
            "Kein beobachteter Ausfall von payroll dauert länger als 60 Std. (WAZ)",
        ),
    ] {
        assert_first(
            &with_survival(&points, &[("rto", x)]),
            "outages",
            english,
            german,
        );
    }
    assert_first(
        &with_survival(&points, &[]),
        "outages",
        "Half of the outages of payroll last at most 10 h",
        "Die Hälfte der Ausfälle von payroll dauert höchstens 10 Std.",
    );
    assert_first(
        &with_survival(&[(1.0, 1.0), (10.0, 0.8)], &[]),
        "outages",
        "More than half of the outages of payroll last longer than 10 h",
        "Mehr als die Hälfte der Ausfälle von payroll dauert länger als 10 Std.",
    );
}

#[test]
fn a_year_without_outage_is_told_as_such() {
    let mut quiet = results();
    for timeline in quiet
        .stories
        .iter_mut()
        .flat_map(|story| &mut story.timelines)
    {
        timeline.changes.truncate(1);
    }
    assert_first(
        &quiet,
        "timeline",
        "In a very bad year (P99) every service keeps its best level",
        "In einem sehr schlechten Jahr (P99) bleibt jeder Dienst auf seiner besten Stufe",
    );
    let [en, de] = headlines(&results(), "timeline");
    assert!(
        en[0].starts_with("In a very bad year (P99) LWL critical stays below “normal” for 13 days"),
        "{}",
        en[0]
    );
    assert!(
        de[0].starts_with(
            "In einem sehr schlechten Jahr (P99) liegt LWL critical 13 Tage unter „normal“"
        ),
        "{}",
        de[0]
    );
}

#[test]
fn a_hotline_without_peak_is_told_to_be_steady() {
    assert_first(
        &results(),
        "hotline",
        "Calls to IT hotline peak on Mondays at 10:00: 60 per half hour",
        "IT hotline erhält die meisten Anrufe montags um 10:00 Uhr: 60 je halbe Stunde",
    );
    let mut flat = results();
    for bin in flat.hotline_weeks[0]
        .bins
        .iter_mut()
        .filter(|bin| bin.0 > 0.0)
    {
        bin.0 = 30.0;
    }
    assert_first(
        &flat,
        "hotline",
        "Calls to IT hotline stay near 30 per half hour",
        "IT hotline erhält durchgehend etwa 30 Anrufe je halbe Stunde",
    );
}
