//! Names are called what the scenario wants, everywhere in report, charts and summary; files for machines keep the originals.

use ausfall::batch::results::Results;
use ausfall::report;
use ausfall::report::chart::{figures, svg};
use ausfall::report::words::Words;
use ausfall::text::{Catalogue, Language, Wording};

use crate::made_up::results;
use crate::metrics::placed;
use crate::page;

fn named() -> Results {
    let mut results = results();
    let entry = |name: &str, de: &str| {
        let (en, de) = (name.to_owned(), de.to_owned());
        (name.to_owned(), Wording::Each { en, de })
    };
    results.about.names = vec![
        entry("LWL critical", "LWL-Kernbetrieb"),
        entry("LWL Behördennetz", "Netzzugang"),
        entry("payroll", "Gehaltsabrechnung"),
        entry("municipal desk", "Arbeitsplatz"),
        entry("normal", "Normalbetrieb"),
        entry("emergency", "Notbetrieb"),
        entry("city building", "Stadthaus"),
        entry("partner *", "Partner *"),
        entry("grid *", "Stromnetz *"),
        entry("hall *", "Rechenzentrum *"),
        entry("limited period", "begrenzter Zeitraum"),
        entry("IT hotline", "IT-Hotline"),
    ];
    results
}

#[test]
fn the_german_page_calls_them_by_their_german_names() {
    let german = page(Language::German, &named());
    for told in [
        "Rechenzentrum lwl 2 und Rechenzentrum citeq (gemeinsam)",
        "LWL-Kernbetrieb unter „Normalbetrieb“",
        "Partner 03",
        "Stromnetz Stadthaus",
        "Gehaltsabrechnung",
        "begrenzter Zeitraum",
        "IT-Hotline",
    ] {
        assert!(german.contains(told), "{told}");
    }
    let english = page(Language::English, &named());
    assert!(english.contains("payroll") && !english.contains("Gehaltsabrechnung"));
}

/// Stories are told by their own rules; all else has no name left as it was.
#[test]
fn no_name_is_left_as_it_was_in_charts_and_summary() {
    let results = named();
    let catalogue = Catalogue::new(Language::German);
    let words = Words {
        results: &results,
        catalogue: &catalogue,
    };
    let mut told = vec![report::summary(&results, &catalogue)];
    for figure in figures(&words) {
        told.extend([
            figure.headline.clone(),
            figure.subtitle.clone(),
            figure.description.clone(),
        ]);
        told.extend(figure.table.rows.iter().flatten().cloned());
        let drawing = svg::bare(&figure, svg::WIDE);
        told.extend(placed(&drawing.svg).1.into_iter().map(|text| text.text));
    }
    for original in [
        "payroll",
        "LWL critical",
        "municipal desk",
        "„normal“",
        "„emergency“",
        "grid city",
        "IT hotline",
    ] {
        for text in &told {
            assert!(!text.contains(original), "{original} in {text}");
        }
    }
}

#[test]
fn files_for_machines_keep_the_names_of_the_scenario() {
    let results = named();
    for (name, write) in report::csv::FILES {
        let mut bytes = Vec::new();
        write(&results, &mut bytes).expect("a buffer takes everything");
        let text = String::from_utf8(bytes).expect("it is text");
        assert!(
            !text.contains("Gehaltsabrechnung") && !text.contains("Normalbetrieb"),
            "{name}"
        );
    }
}

#[test]
fn the_group_of_all_has_a_name_in_both_languages() {
    let results = results();
    for (language, told) in [
        (Language::English, "all organisations"),
        (Language::German, "alle Einrichtungen"),
    ] {
        let catalogue = Catalogue::new(language);
        let words = Words {
            results: &results,
            catalogue: &catalogue,
        };
        assert_eq!(words.subject("organisation/all organisations"), told);
        assert_eq!(words.organisation("all organisations"), told);
    }
}
