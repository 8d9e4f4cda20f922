//! The first look at a file: tokens with their places, and brackets with their partners.
//!
//! Finds what a parser reports badly: a bracket or a text that is never closed, and too much depth. Knows nothing of what a
//! scenario can say; `syntax` checks the rest of the grammar.

#![expect(
    clippy::result_large_err,
    reason = "a fault here ends the reading, so its size costs nothing"
)]

use std::ops::Range;

use crate::scenario::diagnostic::Diagnostic;

/// The largest file that is read [bytes].
pub const MAX_BYTES: usize = 10 * 1024 * 1024;
/// How deep brackets may be nested: 32 gates and what stands around them.
const MAX_DEPTH: usize = 160;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A quoted text.
    Text,
    /// A number, `inf` and `NaN` among them.
    Number,
    /// A bare word.
    Word,
    /// Anything else.
    Other,
}

/// A token: what, and which bytes. The file's limit keeps every number below 2³².
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    start: u32,
    end: u32,
    /// For a bracket: the index of the token that closes or opens it.
    pub mate: u32,
}

impl Token {
    /// Its bytes in the source.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value in the file: tokens `first..last`, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Index of its first token.
    pub first: usize,
    /// Index behind its last token.
    pub last: usize,
}

/// Cuts `source` into tokens and pairs the brackets.
///
/// # Errors
/// The first thing that is never closed or closes nothing, too much depth, or too large a file.
pub fn tokenize(source: &str) -> Result<Vec<Token>, Diagnostic> {
    if source.len() > MAX_BYTES {
        return Err(Diagnostic::new("too-large", 0..0, "the file is larger than 10 MB")
            .help("use templates for what repeats: `use: [(template: \"…\", named: \"partner {01..28}\")]`"));
    }
    let mut scan = Scan {
        source,
        at: 0,
        tokens: Vec::new(),
        open: Vec::new(),
    };
    while scan.skip_blanks()? {
        scan.token()?;
    }
    scan.finish()
}

/// The state of the first look.
struct Scan<'a> {
    source: &'a str,
    at: usize,
    tokens: Vec<Token>,
    /// Indices of the brackets that are open.
    open: Vec<usize>,
}

impl Scan<'_> {
    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Goes to the next token; `false` at the end of the file.
    fn skip_blanks(&mut self) -> Result<bool, Diagnostic> {
        loop {
            let rest = self.rest();
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.skip_block_comment()?;
            } else {
                match rest.chars().next() {
                    Some(c) if is_blank(c) => self.at += c.len_utf8(),
                    next => return Ok(next.is_some()),
                }
            }
        }
    }

    /// Block comments nest.
    fn skip_block_comment(&mut self) -> Result<(), Diagnostic> {
        let start = self.at;
        let mut depth = 0_usize;
        while !self.rest().is_empty() {
            if self.rest().starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if self.rest().starts_with("*/") {
                depth -= 1;
                self.at += 2;
            } else {
                self.at += self.peek().map_or(0, char::len_utf8);
            }
            if depth == 0 {
                return Ok(());
            }
        }
        Err(Diagnostic::new(
            "unclosed-comment",
            start..start + 2,
            "this comment is never closed",
        )
        .help("close it with `*/`"))
    }

    fn token(&mut self) -> Result<(), Diagnostic> {
        let start = self.at;
        let Some(first) = self.peek() else {
            return Ok(());
        };
        let kind = match first {
            '(' | '[' | '{' => return self.open(),
            ')' | ']' | '}' => return self.close(first),
            ',' => self.take(Kind::Comma, 1),
            ':' => self.take(Kind::Colon, 1),
            '"' => self.text_until(start, "\"", true)?,
            'r' if self.raw_hashes().is_some() => {
                let hashes = self.raw_hashes().unwrap_or(0);
                self.at += 1 + hashes;
                self.text_until(start, &format!("\"{}", "#".repeat(hashes)), false)?
            }
            '\'' => self.character(),
            '0'..='9' | '+' | '-' | '.' => self.number(),
            c if c.is_alphabetic() || c == '_' => self.word(),
            c => self.take(Kind::Other, c.len_utf8()),
        };
        self.push(kind, start);
        Ok(())
    }

    fn push(&mut self, kind: Kind, start: usize) {
        // Both fit: the size of the file was checked.
        self.tokens.push(Token {
            kind,
            start: start as u32,
            end: self.at as u32,
            mate: 0,
        });
    }

    fn take(&mut self, kind: Kind, bytes: usize) -> Kind {
        self.at += bytes;
        kind
    }

    fn open(&mut self) -> Result<(), Diagnostic> {
        if self.open.len() == MAX_DEPTH {
            return Err(Diagnostic::new("too-deep", self.at..self.at + 1, format!("brackets are nested more than {MAX_DEPTH} deep"))
                .help("give a part of it a name of its own, as a component with `needs`, and refer to that"));
        }
        self.open.push(self.tokens.len());
        self.at += 1;
        self.push(Kind::Open, self.at - 1);
        Ok(())
    }

    fn close(&mut self, found: char) -> Result<(), Diagnostic> {
        let at = self.at..self.at + 1;
        match self.open.last() {
            Some(&last) if self.closer_of(last) == found => {
                self.at += 1;
                self.open.pop();
                self.tokens[last].mate = self.tokens.len() as u32;
                self.push(Kind::Close, at.start);
                self.tokens
                    .iter_mut()
                    .next_back()
                    .into_iter()
                    .for_each(|token| token.mate = last as u32);
                Ok(())
            }
            last => Err(self.mismatch(last.copied(), found, at)),
        }
    }

    /// Either the innermost bracket was never closed (then `found` belongs to one further out), or `found` belongs to nothing.
    fn mismatch(&self, innermost: Option<usize>, found: char, at: Range<usize>) -> Diagnostic {
        let outer = self
            .open
            .iter()
            .rev()
            .find(|&&open| self.closer_of(open) == found);
        match (innermost, outer) {
            (Some(inner), Some(&outer)) => {
                let (open, close) = (self.opener(inner), self.closer_of(inner));
                Diagnostic::new(
                    "unclosed-bracket",
                    self.tokens[inner].range(),
                    format!("this `{open}` is never closed"),
                )
                .label(format!("its `{close}` is missing"))
                .note(at, format!("`{found}` comes first"))
                .note(
                    self.tokens[outer].range(),
                    format!("`{found}` belongs to this bracket"),
                )
            }
            (Some(inner), None) => Diagnostic::new(
                "stray-bracket",
                at,
                format!("`{found}` does not close `{}`", self.opener(inner)),
            )
            .label(format!("`{}` is expected here", self.closer_of(inner)))
            .note(
                self.tokens[inner].range(),
                "the bracket that is open".to_owned(),
            ),
            (None, _) => Diagnostic::new("stray-bracket", at, format!("`{found}` closes nothing"))
                .label("no bracket is open here"),
        }
    }

    fn opener(&self, token: usize) -> char {
        self.source[self.tokens[token].range()]
            .chars()
            .next()
            .unwrap_or('(')
    }

    fn closer_of(&self, token: usize) -> char {
        match self.opener(token) {
            '(' => ')',
            '[' => ']',
            _ => '}',
        }
    }

    /// A text from `start` to `end`, on one line. `self.at` stands on the opening quote.
    fn text_until(&mut self, start: usize, end: &str, escapes: bool) -> Result<Kind, Diagnostic> {
        self.at += 1;
        loop {
            let rest = self.rest();
            if rest.starts_with(end) {
                self.at += end.len();
                return Ok(Kind::Text);
            }
            match rest.chars().next() {
                None | Some('\n' | '\r') => {
                    return Err(Diagnostic::new(
                        "unclosed-text",
                        start..self.at,
                        "this text runs over the end of its line",
                    )
                    .label("it begins here")
                    .help("close it with a quote; a quote inside a text is written `\\\"`"));
                }
                Some('\\') if escapes => {
                    self.at += 1;
                    self.at += self
                        .peek()
                        .filter(|&c| c != '\n' && c != '\r')
                        .map_or(0, char::len_utf8);
                }
                Some(c) => self.at += c.len_utf8(),
            }
        }
    }

    /// The number of `#` of a raw text that begins here.
    fn raw_hashes(&self) -> Option<usize> {
        let after = &self.rest()[1..];
        let hashes = after.len() - after.trim_start_matches('#').len();
        after[hashes..].starts_with('"').then_some(hashes)
    }

    /// `'a'` or `'\n'`: no value of a scenario, but its quote must not begin a text.
    fn character(&mut self) -> Kind {
        let mut ahead = self.rest().char_indices().skip(1);
        let first = ahead.next();
        if first.is_some_and(|(_, c)| c == '\\') {
            ahead.next();
        }
        match ahead.next() {
            Some((bytes, '\'')) => self.take(Kind::Other, bytes + 1),
            _ => self.take(Kind::Other, 1),
        }
    }

    fn number(&mut self) -> Kind {
        let mut before = ' ';
        let bytes = self
            .rest()
            .char_indices()
            .find(|&(at, c)| {
                let inside = c.is_alphanumeric()
                    || matches!(c, '.' | '_')
                    || (matches!(c, '+' | '-') && (at == 0 || matches!(before, 'e' | 'E')));
                before = c;
                !inside
            })
            .map_or(self.rest().len(), |(at, _)| at);
        self.take(Kind::Number, bytes)
    }

    fn word(&mut self) -> Kind {
        let rest = self.rest();
        let bytes = rest
            .find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .unwrap_or(rest.len());
        let kind = if matches!(&rest[..bytes], "inf" | "NaN") {
            Kind::Number
        } else {
            Kind::Word
        };
        self.take(kind, bytes)
    }

    fn finish(self) -> Result<Vec<Token>, Diagnostic> {
        match self.open.last() {
            None => Ok(self.tokens),
            Some(&inner) => {
                let (open, close) = (self.opener(inner), self.closer_of(inner));
                Err(Diagnostic::new(
                    "unclosed-bracket",
                    self.tokens[inner].range(),
                    format!("this `{open}` is never closed"),
                )
                .label(format!("its `{close}` is missing"))
                .note(
                    self.source.len()..self.source.len(),
                    "the file ends here".to_owned(),
                ))
            }
        }
    }
}

/// Blanks of RON, and the byte-order mark that some editors put first.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{FEFF}')
}
