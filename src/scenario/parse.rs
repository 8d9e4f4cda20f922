//! From the text of a file to its tokens as they were meant, or to the faults of its writing.
//!
//! First the slips are found and mended as they were probably meant (`tokens`, `brackets`, `grammar`), so that all other faults come
//! in the same go. RON's own parser has the last word on what is well formed. Knows nothing of templates and meanings.

use std::borrow::Cow;
use std::ops::Range;

use ron::error::SpannedError;
use ron::extensions::Extensions;
use serde::de::IgnoredAny;

use crate::say;
use crate::scenario::brackets::pair;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::findings::tell;
use crate::scenario::grammar::{check, start};
use crate::scenario::slips::Slips;
use crate::scenario::tokens::{Piece, Token, is_blank, tokenize};

/// More than the depth of brackets that `brackets` lets pass ever needs.
const RECURSION_LIMIT: usize = 1_000;

/// A file cut into tokens.
#[derive(Debug)]
pub struct Parsed {
    /// All of them, slips mended.
    pub tokens: Vec<Token>,
    /// The scenario among them.
    pub whole: Piece,
}

/// Cuts a file into tokens; slips are noted in `diagnostics`. `None` if a fault keeps everything from being read.
pub fn parse(source: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Parsed> {
    let mut slips = Slips::default();
    let tokens = understood(source, &mut slips);
    diagnostics.append(&mut slips.told());
    let tokens = tokens?;
    let whole = Piece {
        first: start(source, &tokens),
        last: tokens.len(),
    };
    Some(Parsed { tokens, whole })
}

/// The tokens as they were meant; `None` after a slip that leaves the rest to guessing.
fn understood(source: &str, slips: &mut Slips) -> Option<Vec<Token>> {
    let mut tokens = tokenize(source, slips);
    if slips.lost() {
        return None;
    }
    if tokens.is_empty() {
        slips.lose(Diagnostic::new("nothing", 0..0, say!("nothing")).help(say!("nothing-help")));
        return None;
    }
    pair(source, &mut tokens, slips);
    if slips.lost() {
        return None;
    }
    let findings = check(source, &tokens);
    if findings.is_empty() {
        return Some(tokens);
    }
    let mended = tell(source, tokens, findings, slips);
    (!slips.lost()).then_some(mended)
}

/// RON's own word on a file in which nothing was found wrong: what it finds all the same, in words of this program.
#[must_use]
pub fn objection(source: &str, tokens: &[Token]) -> Option<Diagnostic> {
    let fault = well_formed(source, tokens).err()?;
    Some(in_words(&fault, source, tokens))
}

/// Whether RON finds the file well formed.
fn well_formed(source: &str, tokens: &[Token]) -> Result<(), SpannedError> {
    let options = ron::Options::default()
        .with_default_extension(
            Extensions::IMPLICIT_SOME
                | Extensions::UNWRAP_NEWTYPES
                | Extensions::UNWRAP_VARIANT_NEWTYPES,
        )
        .with_recursion_limit(RECURSION_LIMIT);
    options
        .from_str::<IgnoredAny>(&plain_blanks(source, tokens))
        .map(|_| ())
}

/// The text with plain blanks between its tokens, for a parser that knows fewer of them; no byte moves.
fn plain_blanks<'a>(source: &'a str, tokens: &[Token]) -> Cow<'a, str> {
    let foreign = |c: char| !c.is_ascii() && is_blank(c);
    if !source.contains(foreign) {
        return Cow::Borrowed(source);
    }
    let mut plain = String::with_capacity(source.len());
    let mut from = 0;
    for token in tokens {
        let at = token.range();
        for c in source[from..at.start].chars() {
            if foreign(c) {
                plain.extend(std::iter::repeat_n(' ', c.len_utf8()));
            } else {
                plain.push(c);
            }
        }
        plain.push_str(&source[at.clone()]);
        from = at.end;
    }
    Cow::Owned(plain)
}

/// RON's fault in words of this program, at the token where RON stood.
fn in_words(fault: &SpannedError, source: &str, tokens: &[Token]) -> Diagnostic {
    let at = byte_of(source, fault.span.start.line, fault.span.start.col);
    let next = tokens.partition_point(|token| token.range().end <= at);
    let shown: Range<usize> = tokens
        .get(next)
        .map_or(at.min(source.len())..source.len().min(at), Token::range);
    let text = source[shown.clone()].chars().take(40).collect::<String>();
    Diagnostic::new("syntax", shown, say!("syntax", found = text))
        .note(at..at, say!("syntax-here", why = fault.code.to_string()))
        .help(say!("syntax-help"))
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
