//! Promises of summary, charts, tables and report, held on results made up for the purpose.

use std::fs;
use std::path::PathBuf;

use ausfall::batch::results::{Results, Story, Verdict};
use ausfall::report::chart::{figures, svg};
use ausfall::report::words::Words;
use ausfall::report::{self, Options};
use ausfall::text::{Catalogue, Language};

#[path = "../fixtures/results.rs"]
mod made_up;

mod bands;
mod headlines;
mod metrics;
mod names;
mod pictures;
mod typography;

use made_up::{HOSTILE, LONG, results};

fn page(language: Language, results: &Results) -> String {
    let catalogue = Catalogue::new(language);
    let words = Words {
        results,
        catalogue: &catalogue,
    };
    report::html::page(
        &words,
        &Options {
            command: "ausfall run scenarios/muenster.ron --seed 1".to_owned(),
            png: false,
            ..Options::default()
        },
    )
}

/// Both languages, with results that are usual and results whose names are all hostile.
fn each(mut check: impl FnMut(&Words<'_>)) {
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        for results in [results(), renamed(&results())] {
            check(&Words {
                results: &results,
                catalogue: &catalogue,
            });
        }
    }
}

/// The same results with every service, hotline and cause called by a very long or hostile name.
fn renamed(results: &Results) -> Results {
    let mut json = serde_json::to_string(results).expect("results are data");
    for (old, new) in [
        ("LWL critical", LONG),
        ("payroll", HOSTILE),
        ("IT hotline", LONG),
        ("promenade", HOSTILE),
        ("emergency", LONG),
    ] {
        let escaped = serde_json::to_string(new).expect("a name is text");
        json = json.replace(old, escaped.trim_matches('"'));
    }
    serde_json::from_str(&json).expect("only names have changed")
}

#[test]
fn everything_is_written_to_one_folder() {
    let results = results();
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    for language in Language::ALL {
        let dir = dir.join(format!("report-{}", language.tag()));
        let options = Options {
            command: "ausfall run scenarios/muenster.ron --seed 1".to_owned(),
            png: language == Language::English,
            ..Options::default()
        };
        let written = report::write_all(&dir, &results, &Catalogue::new(language), &options)
            .expect("the folder can be written");
        let summary = report::summary(&results, &Catalogue::new(language));
        report::write_file_atomically(&dir.join("summary.txt"), summary.as_bytes())
            .expect("the folder can be written");
        assert!(
            written
                .iter()
                .all(|path| fs::metadata(path).is_ok_and(|file| file.len() > 100))
        );
        for name in [
            "measures.csv",
            "causes.csv",
            "organisations.csv",
            "curves.csv",
            "stories.csv",
            "parameters.csv",
            "report.html",
        ] {
            assert!(written.iter().any(|path| path.ends_with(name)), "{name}");
        }
    }
}

#[test]
fn the_page_needs_nothing_from_outside_and_runs_nothing() {
    each(|words| {
        let page = page(words.catalogue.language(), words.results);
        let without_namespaces = page.replace("http://www.w3.org/", "");
        for outside in [
            "http://", "https://", "<script", "<link", "<iframe", "onload=", "@import",
        ] {
            assert!(!without_namespaces.contains(outside), "{outside}");
        }
    });
}

#[test]
fn names_are_escaped_wherever_they_are_shown() {
    each(|words| {
        let page = page(words.catalogue.language(), words.results);
        assert!(page.contains("&lt;script&gt;"));
        for figure in figures(words) {
            let drawing = svg::whole(&figure, words, "");
            assert!(!drawing.svg.contains("<script"), "{}", figure.id);
        }
    });
}

#[test]
fn every_figure_has_a_title_a_description_and_the_same_numbers_as_a_table() {
    each(|words| {
        let figures = figures(words);
        assert!(figures.len() >= 9);
        for figure in figures {
            assert!(
                figure.headline.len() > 20 && figure.subtitle.len() > 20,
                "{}",
                figure.id
            );
            assert!(
                figure.description.matches(". ").count() >= 1,
                "{}",
                figure.description
            );
            assert!(!figure.table.rows.is_empty(), "{}", figure.id);
            let drawing = svg::bare(&figure, svg::WIDE);
            assert!(
                drawing
                    .svg
                    .starts_with("<svg role=\"img\" aria-labelledby=")
            );
            assert!(drawing.svg.contains("<title id=") && drawing.svg.contains("<desc id="));
        }
    });
}

#[test]
fn ids_in_the_page_are_unique() {
    let page = page(Language::German, &results());
    let mut ids: Vec<&str> = page
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    assert!(all > 20);
}

#[test]
fn headings_descend_one_step_at_a_time() {
    let page = page(Language::English, &results());
    let levels: Vec<u32> = page
        .split("<h")
        .skip(1)
        .filter_map(|rest| rest.chars().next().and_then(|digit| digit.to_digit(10)))
        .collect();
    assert_eq!(levels.iter().filter(|&&level| level == 1).count(), 1);
    assert!(
        levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
        "{levels:?}"
    );
}

#[test]
fn tables_have_captions_and_heads_with_scope() {
    let page = page(Language::German, &results());
    assert_eq!(
        page.matches("<table").count(),
        page.matches("<caption>").count()
    );
    let heads = page.matches("<th ").count();
    assert_eq!(heads, page.matches("scope=\"").count());
    assert!(page.contains("<html lang=\"de\">"));
}

#[test]
fn the_first_page_answers_with_intervals_or_what_little_can_be_said() {
    let page = page(Language::English, &results());
    let front = page
        .split("<div class=\"text\">")
        .next()
        .expect("a first page");
    let answer = front
        .split("id=\"answer\"")
        .nth(1)
        .and_then(|rest| rest.split("</section>").next())
        .expect("an answer");
    assert!(answer.contains("Outages of hall lwl 2 and hall citeq (together)"));
    assert!(
        answer.contains("once in 24\u{a0}years") && answer.contains("once in 23–26\u{a0}years"),
        "{answer}"
    );
    assert!(front.contains("<strong>less than 0.0030%</strong>"));
    assert!(front.contains("<strong>87%</strong>"));
}

#[test]
fn the_first_page_has_its_parts_in_the_order_of_a_reader_in_a_hurry() {
    let page = page(Language::English, &results());
    let parts = [
        "illustrative, based on press reports",
        "What does the shared building cost",
        "id=\"answer\"",
        "Absolute minutes are weak",
        "ausfall compare scenarios/muenster.ron",
        "The other questions",
        ">Objectives</h2>",
        ">Who is hit</h2>",
        ">What could flip a verdict</h2>",
        ">What is left out</h2>",
        "<div class=\"text\">",
        ">Figures</h2>",
        ">What drives it</h2>",
        ">Assumptions and sources</h2>",
        ">Method</h2>",
        ">All answers</h2>",
        ">All measures</h2>",
        ">Making these results again</h2>",
    ];
    let places: Vec<usize> = parts
        .iter()
        .map(|part| page.find(part).unwrap_or_else(|| panic!("no {part}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn calls_seen_in_too_few_replications_are_told_by_the_number_of_these() {
    let mut results = results();
    for value in [
        &mut results.asks[4].row.value,
        &mut results.objectives[4].reached,
    ] {
        (value.low, value.high, value.n) = (None, None, 3);
        value.method = "too-few".to_owned();
    }
    results.objectives[4].verdict = Verdict::Undecided;
    for (language, interval, verdict) in [
        (
            Language::English,
            "no interval: only 3 replications with calls",
            "undecided (only 3 replications)",
        ),
        (
            Language::German,
            "kein Bereich: nur 3 Läufe mit Anrufen",
            "offen (nur 3 Läufe)",
        ),
    ] {
        let catalogue = Catalogue::new(language);
        let words = Words {
            results: &results,
            catalogue: &catalogue,
        };
        assert_eq!(words.interval("1", &results.asks[4].row.value, 3), interval);
        let (word, events) = words.verdict(&results.objectives[4]);
        assert_eq!(format!("{word} ({events})"), verdict);
        assert!(!words.answer_sentence(&results.asks[4]).contains("51"));
    }
}

#[test]
fn what_was_never_seen_is_told_by_its_bound_never_as_zero_or_all() {
    let catalogue = Catalogue::new(Language::English);
    let results = results();
    let words = Words {
        results: &results,
        catalogue: &catalogue,
    };
    let mut value = made_up::never();
    assert_eq!(words.estimate("1", &value, 3), "less than 0.0030%");
    assert!(
        words
            .estimate("1/y", &value, 3)
            .starts_with("less often than once in 33,000")
    );
    value.high = None;
    assert_eq!(words.estimate("h/y", &value, 3), "none in 100,000 cases");
    (value.estimate, value.low) = (Some(1.0), Some(0.9997));
    assert_eq!(words.estimate("1", &value, 3), "at least 99.970%");
    value.low = None;
    assert!(!words.estimate("1", &value, 3).contains("100%"));
}

#[test]
fn what_is_reached_is_never_called_an_objective() {
    let catalogue = Catalogue::new(Language::English);
    let results = results();
    let words = Words {
        results: &results,
        catalogue: &catalogue,
    };
    for objective in &results.objectives {
        let reached = words.reached(objective).join(" ");
        assert!(!reached.contains("RTO"), "{reached}");
    }
    assert!(words.reached(&results.objectives[0])[1].starts_with("RTA P50 1.4"));
}

#[test]
fn verdicts_have_a_word_and_a_sign_beside_their_colour() {
    let page = page(Language::English, &results());
    for word in ["met", "missed", "undecided"] {
        assert!(
            page.contains(&format!("<span class=\"verdict {word}\"><svg")),
            "{word}"
        );
        assert!(page.contains(&format!("</svg>{word}</span>")), "{word}");
    }
    let summary = report::summary(&results(), &Catalogue::new(Language::English));
    assert!(
        summary.contains("✓ met")
            && summary.contains("✗ missed")
            && summary.contains("? undecided")
    );
}

#[test]
fn a_verdict_without_any_event_says_that_none_was_seen() {
    let mut results = results();
    results.objectives.truncate(1);
    let objective = &mut results.objectives[0];
    objective.reached = made_up::never();
    for (language, met, open) in [
        (
            Language::English,
            "met (none seen)",
            "undecided (none seen)",
        ),
        (
            Language::German,
            "erreicht (nie eingetreten)",
            "offen (nie eingetreten)",
        ),
    ] {
        let catalogue = Catalogue::new(language);
        for (verdict, told) in [(Verdict::Met, met), (Verdict::Undecided, open)] {
            results.objectives[0].verdict = verdict;
            let words = Words {
                results: &results,
                catalogue: &catalogue,
            };
            let (verdict, events) = words.verdict(&results.objectives[0]);
            assert_eq!(format!("{verdict} ({events})"), told);
        }
    }
}

#[test]
fn the_summary_fits_a_terminal_and_holds_no_control_characters() {
    let mut hostile = results();
    hostile.about.title = "title \u{1b}[31mred\r\nline\u{202e}".into();
    hostile.asks[1].label = "bell \u{7} here".into();
    for language in Language::ALL {
        let summary = report::summary(&hostile, &Catalogue::new(language));
        assert!(
            summary
                .chars()
                .all(|c| c == '\n' || !c.is_control() && c != '\u{202e}')
        );
        let widest = summary.lines().map(|line| line.chars().count()).max();
        assert!(
            widest.is_some_and(|width| width <= 96),
            "{widest:?}\n{summary}"
        );
        assert!(summary.contains("red line"));
    }
}

#[test]
fn tables_for_machines_are_tidy() {
    let results = results();
    for (name, write) in report::csv::FILES {
        let mut bytes = Vec::new();
        write(&results, &mut bytes).expect("a buffer takes everything");
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let columns = reader.headers().expect("a head").len();
        let rows: Vec<csv::StringRecord> = reader
            .records()
            .collect::<Result<_, _>>()
            .expect("rows of equal length");
        assert!(columns >= 6 && !rows.is_empty(), "{name}");
        for cell in rows.iter().flatten() {
            let formula = cell.starts_with(['=', '+', '-', '@']) && cell.parse::<f64>().is_err();
            assert!(!formula, "{name}: {cell}");
        }
    }
}

#[test]
fn results_without_anything_still_make_a_report() {
    let full = results();
    let empty = Results {
        asks: Vec::new(),
        objectives: Vec::new(),
        expectations: Vec::new(),
        bands: Vec::new(),
        measures: Vec::new(),
        causes: Vec::new(),
        organisations: Vec::new(),
        curves: Vec::new(),
        hotline_weeks: Vec::new(),
        stories: Vec::new(),
        warnings: Vec::new(),
        about: Default::default(),
        key: full.key,
        format: full.format,
    };
    for language in Language::ALL {
        let page = page(language, &empty);
        assert!(page.contains("</html>") && !page.contains("<figure"));
        assert!(
            report::summary(&empty, &Catalogue::new(language))
                .lines()
                .count()
                > 1
        );
    }
}

#[test]
fn broken_numbers_do_not_stop_the_report() {
    let mut broken = results();
    for row in &mut broken.measures {
        (row.value.low, row.value.high) = (Some(f64::NAN), Some(f64::INFINITY));
    }
    broken.curves[0].points = vec![
        (0.0, f64::NAN, f64::NAN, f64::NAN),
        (f64::INFINITY, 0.0, 0.0, 0.0),
    ];
    broken.stories.push(Story {
        timelines: Vec::new(),
        chains: Vec::new(),
        ..broken.stories[0].clone()
    });
    assert!(page(Language::English, &broken).contains("</html>"));
}

#[test]
fn every_message_that_is_used_exists() {
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        for key in used_keys() {
            assert!(catalogue.has(&key), "{} lacks {key}", language.tag());
        }
    }
}

/// Keys that the sources of the report name in full.
fn used_keys() -> Vec<String> {
    let mut keys = Vec::new();
    let mut folders = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/report")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("sources are there").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else if let Ok(source) = fs::read_to_string(entry.path()) {
                for call in ["say(\"", "words.get(\"", "self.get(\"", "catalogue.get(\""] {
                    keys.extend(
                        source
                            .split(call)
                            .skip(1)
                            .filter_map(|rest| rest.split('"').next())
                            .map(str::to_owned),
                    );
                }
            }
        }
    }
    assert!(keys.len() > 80);
    keys
}

#[cfg(feature = "png")]
#[test]
fn a_picture_holds_its_text() {
    let results = results();
    let catalogue = Catalogue::new(Language::German);
    let words = Words {
        results: &results,
        catalogue: &catalogue,
    };
    let figure = figures(&words).into_iter().next().expect("a figure");
    let svg = svg::whole(&figure, &words, "").svg;
    let with = report::chart::png::render(&svg).expect("a picture");
    let without =
        report::chart::png::render(&svg.replace("Open Sans", "No Such Font")).expect("a picture");
    assert_ne!(with, without);
    assert!(with.len() > without.len());
    assert_eq!(with, report::chart::png::render(&svg).expect("a picture"));
}
