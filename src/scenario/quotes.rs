//! Quotes: those of word processors and of other languages, and where in a line one is missing.
//!
//! The missing quote is found by trying: each place where it could stand is tried, and the one after which the line reads best is
//! named. Knows nothing of the lines around.

use crate::scenario::slips::Edit;
use crate::scenario::tokens::{Kind, Token, tokens_of_line};
use crate::scenario::vocabulary::is_word;

/// In a longer line no place is tried but its end [bytes].
const MAX_LINE: usize = 1_000;

/// Whether this is a quote that the language does not know.
#[must_use]
pub fn is_foreign(c: char) -> bool {
    matches!(
        c,
        '\'' | '`'
            | '´'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '″'
            | '＂'
    )
}

/// Whether this is a quote of any kind.
#[must_use]
pub fn is_quote(c: char) -> bool {
    c == '"' || is_foreign(c)
}

/// The byte behind a text that begins with a foreign quote at `start`: behind the first quote on the line after which the text can
/// be over.
#[must_use]
pub fn foreign_end(source: &str, start: usize) -> Option<usize> {
    let line = source[start..].split(['\n', '\r']).next()?;
    let mut signs = line.char_indices();
    signs.next();
    signs
        .filter(|&(_, c)| is_quote(c))
        .map(|(at, c)| at + c.len_utf8())
        .find(|&end| {
            let next = line[end..].trim_start().chars().next();
            next.is_none_or(|c| matches!(c, ',' | ';' | ':' | ')' | ']' | '}' | '='))
        })
        .map(|end| start + end)
}

/// How a line with an unclosed text is mended.
pub struct Mend {
    /// What to change, in bytes of the line.
    pub edit: Edit,
    /// Whether the line still does not read well.
    pub doubtful: bool,
}

/// The place of a missing quote in `line`. `next` is what comes first in the lines behind.
#[must_use]
pub fn mend(line: &str, next: Option<char>) -> Mend {
    let end = line.trim_end().trim_end_matches(',').trim_end().len();
    let mut best = (usize::MAX, Edit::insert(end, "\""));
    if line.len() <= MAX_LINE {
        for edit in candidates(line) {
            let score = misfits(&changed(line, &edit), next);
            if score < best.0 {
                best = (score, edit);
            }
        }
    }
    Mend {
        edit: best.1,
        doubtful: best.0 > 0,
    }
}

/// A foreign quote that was meant as the missing one, then every edge of a word from left to right.
fn candidates(line: &str) -> Vec<Edit> {
    let foreign = line
        .char_indices()
        .filter(|&(_, c)| is_foreign(c))
        .map(|(at, c)| Edit::replace(at..at + c.len_utf8(), "\""));
    let mut before = ' ';
    let edges = line.char_indices().filter_map(|(at, c)| {
        let edge = !before.is_whitespace() && ends(c) || begins(c, before);
        before = c;
        edge.then(|| Edit::insert(at, "\""))
    });
    foreign
        .chain(edges)
        .chain([Edit::insert(line.trim_end().len(), "\"")])
        .collect()
}

/// Whether a text can be over before this.
fn ends(c: char) -> bool {
    matches!(c, ',' | ':' | ')' | ']' | '}' | ';')
}

/// Whether a text can begin with this after that.
fn begins(c: char, before: char) -> bool {
    c.is_alphanumeric() && matches!(before, ' ' | '\t' | '(' | '[' | '{' | ':' | ',')
}

fn changed(line: &str, edit: &Edit) -> String {
    [&line[..edit.at.start], &edit.with, &line[edit.at.end..]].concat()
}

/// How many neighbours in a line do not fit.
fn misfits(line: &str, next: Option<char>) -> usize {
    let Some(tokens) = tokens_of_line(line) else {
        return usize::MAX - 1;
    };
    let mut count = tokens
        .windows(2)
        .filter(|pair| !fit(line, pair[0], pair[1]))
        .count();
    count += tokens
        .iter()
        .filter(|token| token.kind == Kind::Other || is_odd_text(&line[token.range()], token.kind))
        .count();
    count += lone_words(&tokens);
    let open_end = tokens.last().is_some_and(|last| ends_value(last.kind));
    count + usize::from(open_end && next.is_some_and(|c| !matches!(c, ')' | ']' | '}')))
}

fn ends_value(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Number | Kind::Word | Kind::Close)
}

/// Whether `b` can follow `a`.
fn fit(line: &str, a: Token, b: Token) -> bool {
    match (a.kind, b.kind) {
        (Kind::Word, Kind::Open) => &line[b.range()] == "(",
        (a, Kind::Text | Kind::Number | Kind::Word | Kind::Open) => !ends_value(a),
        (Kind::Text | Kind::Word, Kind::Colon) => true,
        (_, Kind::Colon)
        | (Kind::Colon, Kind::Comma | Kind::Close)
        | (Kind::Comma, Kind::Comma) => false,
        _ => true,
    }
}

/// A text that holds what stands between texts, such as the name of a field.
fn is_odd_text(text: &str, kind: Kind) -> bool {
    let inside = text.trim_matches('"');
    let names_a_field = inside.split_once(": ").is_some_and(|(before, _)| {
        let word = before.rsplit([' ', '(', ',']).next().unwrap_or_default();
        word.starts_with(char::is_lowercase) && is_word(word)
    });
    let open = inside.starts_with([',', ')', ']', '}', ':', ' '])
        || inside.ends_with([' ', '(', '[', '{', ':', ',']);
    kind == Kind::Text && (open || names_a_field)
}

/// Words and numbers between commas, which seldom stand so.
fn lone_words(tokens: &[Token]) -> usize {
    tokens
        .windows(3)
        .filter(|three| {
            three[0].kind == Kind::Comma
                && matches!(three[1].kind, Kind::Word | Kind::Number)
                && matches!(three[2].kind, Kind::Comma | Kind::Close)
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(line: &str) -> String {
        changed(line, &mend(line, Some('x')).edit)
    }

    #[test]
    fn the_missing_quote_is_put_where_the_line_reads_best() {
        for (line, wanted) in [
            ("title: \"this never ends,", "title: \"this never ends\","),
            ("title: never begins\",", "title: \"never begins\","),
            (
                "(name: \"normal, when: \"hall a\")]",
                "(name: \"normal\", when: \"hall a\")]",
            ),
            (
                "\"a\": (at: room\", b: \"4 h\"),",
                "\"a\": (at: \"room\", b: \"4 h\"),",
            ),
            ("\"a: (at: \"room\"),", "\"a\": (at: \"room\"),"),
            ("x: [\"a\", \"b],", "x: [\"a\", \"b\"],"),
            ("title: \"abc”,", "title: \"abc\","),
        ] {
            assert_eq!(mended(line), wanted);
        }
    }

    #[test]
    fn a_line_of_a_megabyte_is_closed_at_its_end() {
        let line = format!("\"{}", "x, ".repeat(400_000));
        assert_eq!(mend(&line, None).edit.at.start, line.trim_end().len() - 1);
    }
}
