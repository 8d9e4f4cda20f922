//! From the text of a file to its tokens, or to the fault of its grammar.
//!
//! RON's own parser decides what is well formed; its one fault is put into words here. What is well formed is then read piece by
//! piece to the typed fragments of `schema`, so that all other faults come in one go. Knows nothing of these.

#![expect(
    clippy::result_large_err,
    reason = "a fault here ends the reading, so its size costs nothing"
)]

use std::ops::Range;

use ron::error::Error;
use ron::extensions::Extensions;
use serde::de::IgnoredAny;

use crate::scenario::diagnostic::{Diagnostic, line_column};
use crate::scenario::tokens::{Kind, Piece, Token, tokenize};
use crate::text::Say;

/// More than the depth of brackets that `tokens` lets pass ever needs.
const RECURSION_LIMIT: usize = 1_000;
const EITHER_OR: &str =
    "in a bracket either all values have names, `(field: value)`, or none, `(value, value)`";

/// The text of a file, which must be UTF-8. A byte-order mark is accepted.
///
/// # Errors
/// The place of the first byte that is not UTF-8.
pub fn read_source(bytes: Vec<u8>) -> Result<String, Diagnostic> {
    String::from_utf8(bytes).map_err(|fault| {
        let at = fault.utf8_error().valid_up_to();
        let (line, column) = line_column(&String::from_utf8_lossy(&fault.as_bytes()[..at]), at);
        let message = format!("byte {at} (line {line}, column {column}) is not UTF-8 text");
        Diagnostic::new("not-utf-8", at..at + 1, message)
            .help("save the file in the encoding UTF-8")
    })
}

/// Cuts a well-formed file into tokens, with the piece that is the scenario.
///
/// # Errors
/// The one fault of grammar that keeps everything else from being read.
pub fn parse(source: &str) -> Result<(Vec<Token>, Piece), Diagnostic> {
    let tokens = tokenize(source)?;
    if tokens.is_empty() {
        return Err(
            fault(0..0, "the file says nothing").help("a scenario is written `(title: \"…\", …)`")
        );
    }
    check_grammar(source, &tokens)?;
    let first = start(source, &tokens);
    let whole = Piece {
        first,
        last: tokens.len(),
    };
    Ok((tokens, whole))
}

/// The first token after the attributes `#![enable(…)]`.
fn start(source: &str, tokens: &[Token]) -> usize {
    let mut at = 0;
    while source[tokens[at].range()].starts_with('#') {
        let Some(next) = tokens[at..]
            .iter()
            .find(|token| token.kind == Kind::Open)
            .map(|open| open.mate as usize + 1)
        else {
            break;
        };
        if next >= tokens.len() {
            break;
        }
        at = next;
    }
    at
}

/// Whether RON finds the file well formed.
fn check_grammar(source: &str, tokens: &[Token]) -> Result<(), Diagnostic> {
    let text = source.trim_start_matches('\u{FEFF}');
    let options = ron::Options::default()
        .with_default_extension(
            Extensions::IMPLICIT_SOME
                | Extensions::UNWRAP_NEWTYPES
                | Extensions::UNWRAP_VARIANT_NEWTYPES,
        )
        .with_recursion_limit(RECURSION_LIMIT);
    options
        .from_str::<IgnoredAny>(text)
        .map(|_| ())
        .map_err(|fault| {
            let at = source.len() - text.len()
                + byte_of(text, fault.span.start.line, fault.span.start.col);
            in_words(&fault.code, source, tokens, at)
        })
}

/// The byte at a line and column, both from 1; columns count characters.
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let start = match line {
        0 | 1 => 0,
        _ => text
            .match_indices('\n')
            .nth(line - 2)
            .map_or(text.len(), |(at, _)| at + 1),
    };
    text[start..]
        .char_indices()
        .nth(column.saturating_sub(1))
        .map_or(text.len(), |(at, _)| start + at)
}

/// RON's fault in words of this program. `at` is where RON stood; the token there or behind is shown.
fn in_words(code: &Error, source: &str, tokens: &[Token], at: usize) -> Diagnostic {
    let next = tokens.partition_point(|token| token.range().end <= at);
    let shown = tokens
        .get(next)
        .map_or(at.min(source.len())..source.len().min(at), Token::range);
    let is_colon = tokens
        .get(next)
        .is_some_and(|token| token.kind == Kind::Colon);
    match code {
        Error::ExpectedComma if is_colon => {
            fault(shown, "names and positions are mixed in this bracket").help(EITHER_OR)
        }
        Error::ExpectedComma => missing_comma(source, tokens, next, shown),
        Error::ExpectedMapColon => fault(shown, "a colon is missing before this")
            .help("in braces, write `\"name\": value`"),
        Error::ExpectedIdentifier => {
            fault(shown, "expected the name of a field here").help(EITHER_OR)
        }
        Error::TrailingCharacters => fault(shown, "something follows the end of the scenario")
            .help("a file holds one `( … )`"),
        Error::Eof => fault(shown, "the file ends too early"),
        Error::UnexpectedChar(found) => fault(
            shown,
            format!("`{}` cannot stand here", found.escape_debug()),
        ),
        other => fault(
            shown,
            format!("not well formed: {}", lower_first(&other.to_string())),
        ),
    }
}

fn fault(at: Range<usize>, message: impl Into<Say>) -> Diagnostic {
    Diagnostic::new("syntax", at, message)
}

fn missing_comma(source: &str, tokens: &[Token], next: usize, shown: Range<usize>) -> Diagnostic {
    let before = next.checked_sub(1).and_then(|before| tokens.get(before));
    if let Some(number) = before.filter(|before| before.kind == Kind::Number)
        && tokens.get(next).is_some_and(|unit| unit.kind == Kind::Word)
    {
        let (amount, unit) = (&source[number.range()], &source[shown.clone()]);
        return fault(
            number.range().start..shown.end,
            "a quantity stands in quotes",
        )
        .help(format!("write \"{amount} {unit}\""));
    }
    let fault = fault(shown, "a comma is missing before this");
    match before {
        Some(before) => fault.note(before.range().end..before.range().end, "it belongs here"),
        None => fault,
    }
}

fn lower_first(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(rest).collect()
    })
}
