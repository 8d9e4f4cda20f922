//! How diagnostics look on a terminal: `file:line:column`, the line with a caret, and the way out.
//!
//! Control characters from the file and its path never reach the terminal. Knows nothing of what can be wrong.

use std::ops::Range;
use std::path::Path;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use crate::say;
use crate::scenario::diagnostic::{Diagnostic, Severity, in_order};
use crate::text::{Catalogue, Say};

/// Places that are further apart are shown in separate excerpts [lines].
const NEAR: usize = 30;
/// A longer line is shown in part [bytes].
const MAX_LINE: usize = 2_000;
/// A longer message or label is cut [characters]: names in it may be of any length.
const MAX_MESSAGE: usize = 400;
/// Of one kind of severity, so many diagnostics are shown; the rest is counted.
const MOST_SHOWN: usize = 50;
/// Columns of the terminal that excerpts are cut to.
const WIDTH: usize = 140;

/// All diagnostics as text in the catalogue's language, in the order of their places. `path` is only shown.
#[must_use]
pub fn render(
    source: &str,
    path: &Path,
    diagnostics: &[Diagnostic],
    catalogue: &Catalogue,
    color: bool,
) -> String {
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
    .term_width(WIDTH);
    let path = harmless(&path.to_string_lossy());
    let mut text = String::new();
    let mut hidden = 0_usize;
    let mut shown = [0_usize; 2];
    for diagnostic in in_order(diagnostics.to_vec()) {
        let of_kind = &mut shown[usize::from(diagnostic.is_fault())];
        *of_kind += 1;
        if *of_kind > MOST_SHOWN {
            hidden += 1;
            continue;
        }
        text.push_str(&one(
            source,
            &path,
            &Told::new(&diagnostic, catalogue),
            &renderer,
        ));
        text.push_str("\n\n");
    }
    if hidden > 0 {
        text.push_str(&catalogue.tell(&say!("diagnostics-hidden", more = hidden)));
        text.push_str("\n\n");
    }
    text
}

/// A diagnostic in one language, with texts that a reader can take in.
struct Told<'d> {
    diagnostic: &'d Diagnostic,
    /// `fault` or `warning` in that language.
    severity: String,
    message: String,
    label: String,
    help: Option<String>,
    help_word: String,
    notes: Vec<(&'d Range<usize>, String)>,
    /// What is said where the file itself cannot be shown.
    in_file: String,
}

impl<'d> Told<'d> {
    fn new(diagnostic: &'d Diagnostic, catalogue: &Catalogue) -> Self {
        let told = |say: &Say| shortened(catalogue.tell(say));
        Self {
            diagnostic,
            severity: catalogue.say(match diagnostic.severity {
                Severity::Fault => "diagnostics-fault",
                Severity::Warning => "diagnostics-warning",
            }),
            message: shortened(diagnostic.sentence(catalogue)),
            label: diagnostic.label.as_ref().map(told).unwrap_or_default(),
            help: diagnostic.help.as_ref().map(told),
            help_word: catalogue.say("diagnostics-help"),
            notes: diagnostic
                .notes
                .iter()
                .map(|(at, say)| (at, told(say)))
                .collect(),
            in_file: catalogue.say("diagnostics-in-file"),
        }
    }
}

fn shortened(mut text: String) -> String {
    if let Some((cut, _)) = text.char_indices().nth(MAX_MESSAGE) {
        text.truncate(cut);
        text.push('…');
    }
    text
}

fn one(source: &str, path: &str, told: &Told<'_>, renderer: &Renderer) -> String {
    let level = match told.diagnostic.severity {
        Severity::Fault => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .with_name(told.severity.as_str())
        .primary_title(&told.message)
        .id(told.diagnostic.code);
    if told.diagnostic.at.start > source.len() {
        let file = Level::NOTE
            .no_name()
            .message(format!("{} {path}", told.in_file));
        return renderer.render(&[with_help(Group::with_title(title).element(file), told)]);
    }
    let mut group = Group::with_title(title);
    for excerpt in excerpts(source, told) {
        group = group.element(excerpt.snippet(source, path));
    }
    renderer.render(&[with_help(group, told)])
}

fn with_help<'a>(group: Group<'a>, told: &'a Told<'_>) -> Group<'a> {
    match &told.help {
        Some(help) => group.element(Level::HELP.with_name(told.help_word.as_str()).message(help)),
        None => group,
    }
}

/// A place and what is said of it.
struct Mark<'a> {
    kind: AnnotationKind,
    at: Range<usize>,
    label: &'a str,
}

/// Neighbouring lines with their marks.
struct Excerpt<'a> {
    window: Range<usize>,
    marks: Vec<Mark<'a>>,
}

impl<'a> Excerpt<'a> {
    fn snippet(self, source: &'a str, path: &'a str) -> Snippet<'a, Annotation<'a>> {
        let start = self.window.start;
        let line = source[..start].matches('\n').count() + 1;
        let marks = self.marks.into_iter().map(move |mark| {
            let annotation = mark.kind.span(mark.at.start - start..mark.at.end - start);
            if mark.label.is_empty() {
                annotation
            } else {
                annotation.label(mark.label)
            }
        });
        Snippet::source(&source[self.window])
            .line_start(line)
            .path(path)
            .annotations(marks)
    }
}

/// The primary place first, then the notes; what is near is shown together.
fn excerpts<'a>(source: &str, told: &'a Told<'_>) -> Vec<Excerpt<'a>> {
    let primary = (
        AnnotationKind::Primary,
        &told.diagnostic.at,
        told.label.as_str(),
    );
    let notes = told
        .notes
        .iter()
        .map(|(at, text)| (AnnotationKind::Context, *at, text.as_str()));
    let mut excerpts: Vec<Excerpt<'a>> = Vec::new();
    for (kind, at, label) in std::iter::once(primary).chain(notes) {
        let at = within(source, at);
        let window = lines_around(source, &at);
        let mark = Mark { kind, at, label };
        match excerpts
            .iter_mut()
            .find_map(|excerpt| Some((joined(source, &excerpt.window, &window)?, excerpt)))
        {
            Some((window, excerpt)) => {
                excerpt.window = window;
                excerpt.marks.push(mark);
            }
            None => excerpts.push(Excerpt {
                window,
                marks: vec![mark],
            }),
        }
    }
    excerpts
}

/// A window over both, if they are near.
fn joined(source: &str, a: &Range<usize>, b: &Range<usize>) -> Option<Range<usize>> {
    let both = a.start.min(b.start)..a.end.max(b.end);
    let near = both.len() <= NEAR * MAX_LINE && source[both.clone()].matches('\n').count() <= NEAR;
    near.then_some(both)
}

/// The range with both ends inside the source and on characters.
fn within(source: &str, at: &Range<usize>) -> Range<usize> {
    let floor = |byte: usize| {
        (0..=byte.min(source.len()))
            .rev()
            .find(|&at| source.is_char_boundary(at))
            .unwrap_or(0)
    };
    let start = floor(at.start);
    start..floor(at.end).max(start)
}

/// The whole lines around a place, of a very long line a part; without a byte-order mark.
fn lines_around(source: &str, at: &Range<usize>) -> Range<usize> {
    let near = within(
        source,
        &(at.start.saturating_sub(MAX_LINE)..at.end.saturating_add(MAX_LINE)),
    );
    let start = source[near.start..at.start]
        .rfind('\n')
        .map_or(near.start, |newline| near.start + newline + 1);
    let end = source[at.end..near.end]
        .find('\n')
        .map_or(near.end, |newline| at.end + newline);
    let mark = if start == 0 && source.starts_with('\u{FEFF}') {
        '\u{FEFF}'.len_utf8()
    } else {
        0
    };
    (start + mark).min(at.start)..end
}

/// The text without characters that could steer a terminal.
fn harmless(text: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars()
        .map(|c| if steers(c) { '\u{FFFD}' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    /// A message that no catalogue has is told as its key.
    const fn said(text: &'static str) -> Say {
        Say::new(text)
    }

    fn shown(source: &str, diagnostic: Diagnostic) -> String {
        let english = Catalogue::new(Language::English);
        render(
            source,
            Path::new("case.ron"),
            &[diagnostic],
            &english,
            false,
        )
    }

    #[test]
    fn a_fault_shows_its_line_its_column_and_the_way_out() {
        let text = shown(
            "(\n  a: \"ü\", b: 4,\n)",
            Diagnostic::new("some-code", 16..17, said("no unit"))
                .label(said("here"))
                .help(said("write \"4 h\"")),
        );
        for part in [
            "fault[some-code]: no unit",
            "case.ron:2:14",
            "a: \"ü\", b: 4,",
            "^ here",
            "help: write \"4 h\"",
        ] {
            assert!(text.contains(part), "{part} is missing in\n{text}");
        }
    }

    #[test]
    fn a_note_far_away_gets_its_own_excerpt() {
        let source = format!("first\n{}last\n", "\n".repeat(200));
        let text = shown(
            &source,
            Diagnostic::new("code", 206..210, said("twice")).note(0..5, said("first here")),
        );
        assert!(
            text.contains("case.ron:202:1") && text.contains("first here"),
            "{text}"
        );
        assert!(text.lines().count() < 20, "{text}");
    }

    #[test]
    fn nothing_in_a_path_steers_the_terminal() {
        let path = Path::new("a\u{1b}[31m\nb\u{202e}.ron");
        let text = render(
            "x",
            path,
            &[Diagnostic::new("code", 0..1, said("m\u{1b}[1m"))],
            &Catalogue::new(Language::English),
            false,
        );
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
    }

    #[test]
    fn a_place_outside_the_source_is_no_panic() {
        assert!(
            shown("", Diagnostic::new("code", 9..10, said("bad byte"))).contains("in case.ron")
        );
        assert!(shown("", Diagnostic::new("code", 0..0, said("empty"))).contains("case.ron:1:1"));
        assert!(
            shown("abc\n", Diagnostic::new("code", 4..4, said("at the end")))
                .contains("case.ron:2:1")
        );
        assert!(
            !shown(
                "ü",
                Diagnostic::new("code", 1..1, said("inside a character"))
            )
            .is_empty()
        );
    }

    #[test]
    fn a_message_with_an_endless_name_is_cut() {
        let message = say!("unknown-parameter", name = "ü".repeat(1_000_000));
        assert!(shown("x", Diagnostic::new("code", 0..1, message)).len() < 2_000);
    }

    #[test]
    fn thousands_of_faults_are_counted_and_not_all_shown() {
        let faults: Vec<Diagnostic> = (0..10_000)
            .map(|at| Diagnostic::new("code", at..at + 1, said("wrong")))
            .collect();
        let text = render(
            &"x\n".repeat(5_000),
            Path::new("a.ron"),
            &faults,
            &Catalogue::new(Language::English),
            false,
        );
        assert!(text.contains("and 9,950 more"), "{text}");
        assert_eq!(text.matches("fault[code]").count(), 50);
    }

    #[test]
    fn a_line_of_a_megabyte_is_shown_in_part() {
        let source = "x".repeat(1_000_000);
        assert!(
            shown(
                &source,
                Diagnostic::new("code", 500_000..500_001, said("long"))
            )
            .len()
                < 5_000
        );
    }
}
