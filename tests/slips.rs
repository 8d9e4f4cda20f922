//! The usual slips: each is told once, at its line, with the line as it should be, in both languages.

use std::path::Path;

use ausfall::scenario::{Diagnostic, Overrides, diagnostic, line_column, load, read_source};
use ausfall::text::{Catalogue, Language};

/// A scenario without faults, one line for each subject.
const WHOLE: &str = r#"(
  title: "Town hall",
  horizon: "10 y",
  replications: 64,
  // The hall and what feeds it.
  components: {
    "grid": (fails: Exponential(mean: "1 y"), repair: "4 h"),
    "hall": (needs: ["grid"], fails: Exponential(mean: "30 d"), repair: Never),
  },
  services: {
    "payroll": (levels: [(name: "normal", when: Any(["hall", "grid"]))]),
  },
  asks: [TimeBelow(service: "payroll")],
)
"#;

/// A line as it is, as people write it, and what the way out must say (the line as it is, if empty).
const SLIPS: &[(&str, &str, &str)] = &[
    // Commas.
    ("title: \"Town hall\",", "title: \"Town hall\"", ""),
    ("title: \"Town hall\",", "title: \"Town hall\",,", ""),
    ("title: \"Town hall\",", "title: \"Town hall\";", ""),
    ("needs: [\"grid\"], fails", "needs: [\"grid\"] fails", ""),
    ("[\"hall\", \"grid\"]", "[\"hall\" \"grid\"]", ""),
    ("[\"hall\", \"grid\"]", "[\"hall\"; \"grid\"]", ""),
    // Colons.
    ("horizon: \"10 y\",", "horizon \"10 y\",", ""),
    ("horizon: \"10 y\",", "horizon:: \"10 y\",", ""),
    ("horizon: \"10 y\",", "horizon = \"10 y\",", ""),
    (
        "horizon: \"10 y\",",
        "horizon := \"10 y\",",
        "horizon: \"10 y\",",
    ),
    ("horizon: \"10 y\",", "horizon => \"10 y\",", ""),
    ("\"payroll\": (", "\"payroll\" (", ""),
    ("components: {", "components {", ""),
    (
        "fails: Exponential(mean: \"30 d\")",
        "fails: mean: \"30 d\"",
        "(mean: \"30 d\")",
    ),
    // Values without quotes, or none.
    ("horizon: \"10 y\",", "horizon: 10 y,", ""),
    ("horizon: \"10 y\",", "horizon: 10y,", "horizon: \"10y\","),
    (
        "horizon: \"10 y\",",
        "horizon: 1,5 y,",
        "horizon: \"1.5 y\",",
    ),
    ("horizon: \"10 y\",", "horizon: ,", "horizon: \"…\""),
    ("repair: \"4 h\"", "repair: 4 h", ""),
    ("repair: \"4 h\"", "repair: 4h", "repair: \"4h\""),
    ("title: \"Town hall\",", "title: Town hall,", ""),
    (
        "title: \"Town hall\",",
        "title: \"The \"old\" hall\",",
        "title: \"The \\\"old\\\" hall\",",
    ),
    ("\"grid\": (fails", "grid: (fails", ""),
    ("service: \"payroll\"", "service: payroll", ""),
    // Quotes.
    ("title: \"Town hall\",", "title: “Town hall”,", ""),
    ("title: \"Town hall\",", "title: „Town hall“,", ""),
    ("title: \"Town hall\",", "title: «Town hall»,", ""),
    ("title: \"Town hall\",", "title: ‚Town hall‘,", ""),
    ("title: \"Town hall\",", "title: 'Town hall',", ""),
    ("title: \"Town hall\",", "title: \"Town hall”,", ""),
    ("title: \"Town hall\",", "title: \"Town hall,", ""),
    ("title: \"Town hall\",", "title: Town hall\",", ""),
    ("mean: \"30 d\"), repair", "mean: \"30 d), repair", ""),
    ("name: \"normal\", when", "name: \"normal, when", ""),
    ("name: \"normal\", when", "name: normal\", when", ""),
    (
        "title: \"Town hall\",",
        "title: \"Town\n    hall\",",
        "title: \"Town hall\",",
    ),
    // Names of fields.
    ("title: \"Town hall\",", "\"title\": \"Town hall\",", ""),
    ("title: \"Town hall\",", "Title: \"Town hall\",", ""),
    ("title: \"Town hall\",", "titel: \"Town hall\",", ""),
    ("horizon: \"10 y\",", "horizont: \"10 y\",", ""),
    ("repair: \"4 h\"", "mttr: \"4 h\"", ""),
    // Words.
    (
        "Exponential(mean: \"30 d\")",
        "exponential(mean: \"30 d\")",
        "",
    ),
    (
        "Exponential(mean: \"30 d\")",
        "Exponential mean: \"30 d\")",
        "",
    ),
    ("repair: Never", "repair: Nie", ""),
    ("repair: Never", "repair: never", ""),
    ("Any([", "Oder([", ""),
    ("Any([\"hall\", \"grid\"])", "Any [\"hall\", \"grid\"]", ""),
    // Brackets.
    ("needs: [\"grid\"], fails", "needs: [\"grid\", fails", ""),
    ("needs: [\"grid\"], fails", "needs: [\"grid\"]], fails", ""),
    ("needs: [\"grid\"], fails", "needs: [\"grid\"), fails", ""),
    ("needs: [\"grid\"], fails", "needs: {\"grid\"], fails", ""),
    (
        "needs: [\"grid\"], fails",
        "needs: \"grid\"], fails",
        "needs: \"grid\", fails",
    ),
    (
        "mean: \"1 y\"), repair: \"4 h\"),",
        "mean: \"1 y\"), repair: \"4 h\",",
        "",
    ),
    (
        "mean: \"1 y\"), repair: \"4 h\"),",
        "mean: \"1 y\"), repair: \"4 h\")),",
        "",
    ),
    ("  },\n  services", "  services", "},"),
    ("  },\n  services", "  ),\n  services", "},"),
    ("components: {", "components: (", "components: {"),
    (
        "(levels: [(name: \"normal\"",
        "{levels: [(name: \"normal\"",
        "(levels: [(name: \"normal\"",
    ),
    (
        "  asks: [TimeBelow(service: \"payroll\")],\n)",
        "  asks: [TimeBelow(service: \"payroll\")],\n",
        ")",
    ),
    ("(\n  title", "\n  title", "("),
    // Comments, dashes, dots.
    ("// The hall", "# The hall", ""),
    (
        "[\"hall\", \"grid\"]",
        "[- \"hall\", - \"grid\"]",
        "[\"a\", \"b\"]",
    ),
    ("[\"hall\", \"grid\"]", "[\"hall\", …]", "comma"),
    ("[\"hall\", \"grid\"]", "[\"hall\", \"grid\", ...]", "comma"),
    (
        "replications: 64,",
        "replications: §64,",
        "replications: 64,",
    ),
    (
        "replications: 64,",
        "replications： 64,",
        "replications: 64,",
    ),
    ("repair: \"4 h\"", "repair: −4", "repair: -4"),
];

fn faults(source: &str) -> Vec<Diagnostic> {
    match load(source, &Overrides::default()) {
        Ok(_) => Vec::new(),
        Err(notes) => diagnostic::in_order(notes)
            .into_iter()
            .filter(Diagnostic::is_fault)
            .collect(),
    }
}

fn told(source: &str, faults: &[Diagnostic], language: Language) -> String {
    diagnostic::render(
        source,
        Path::new("hall.ron"),
        faults,
        &Catalogue::new(language),
        false,
    )
}

/// The line of `WHOLE` that holds `part`, or its first line.
fn line_with(part: &str) -> (usize, &'static str) {
    let at = WHOLE.find(part).expect("a part of the scenario");
    let (line, _) = line_column(WHOLE, at);
    (line, WHOLE.lines().nth(line - 1).expect("a line").trim())
}

#[test]
fn the_scenario_itself_has_no_fault() {
    assert_eq!(faults(WHOLE), []);
}

#[test]
fn each_usual_slip_is_one_fault_with_the_corrected_line() {
    let mut wrong = String::new();
    for (right, slip, help) in SLIPS {
        let source = WHOLE.replacen(right, slip, 1);
        let (line, whole_line) = line_with(right);
        let help = if help.is_empty() { whole_line } else { help };
        let faults = faults(&source);
        let near = faults.iter().all(|fault| {
            let mut places = fault.notes.iter().map(|(at, _)| at).chain([&fault.at]);
            places.any(|at| line_column(&source, at.start).0.abs_diff(line) <= 2)
        });
        let catalogue = Catalogue::new(Language::English);
        let helped = faults.first().and_then(|fault| fault.help.as_ref());
        let helped = helped.map(|help| catalogue.tell(help)).unwrap_or_default();
        if faults.len() != 1 || !near || !helped.contains(help) {
            wrong += &format!(
                "----- {slip}\nwanted: {help}\n{}",
                told(&source, &faults, Language::English)
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn each_usual_slip_is_told_in_german_without_a_gap() {
    for (right, slip, _) in SLIPS {
        let source = WHOLE.replacen(right, slip, 1);
        let text = told(&source, &faults(&source), Language::German);
        assert!(
            text.contains("Fehler[") && text.contains("Ausweg: "),
            "{text}"
        );
        assert!(!text.contains("{$") && !text.contains("fault"), "{text}");
    }
}

#[test]
fn what_editors_add_is_read() {
    let read = |text: String| {
        let source = read_source(text.into_bytes()).expect("UTF-8");
        faults(&source)
    };
    for text in [
        format!("\u{FEFF}{WHOLE}"),
        WHOLE.replace('\n', "\r\n"),
        WHOLE.replace('\n', "\r"),
        WHOLE.replace("  ", "\t"),
        WHOLE.replace(": ", ":\u{a0}").replace("10 y", "10\u{a0}y"),
        WHOLE.replace(": ", ":\u{202f}\u{200b}"),
        WHOLE.replace("\n)", "\n)\n\n\n"),
        WHOLE.replace("horizon: \"10 y\"", "horizon: Some(\"10 y\")"),
        WHOLE.replace("64,", "Some(64),"),
        WHOLE.replace("\"grid\"]", "\"grid\",]"),
    ] {
        assert_eq!(read(text.clone()), [], "{text}");
    }
}
