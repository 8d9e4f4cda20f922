//! Chunks of a bracket: single tokens, whole brackets, words with their bracket, and what only looks like several tokens.
//!
//! Knows what belongs together on the paper, nothing of what is allowed where.

use crate::scenario::tokens::{Kind, Token};

/// What a chunk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A text in quotes.
    Text,
    /// A number, or what begins like one: `4h`, `08:00`.
    Number,
    /// A bare word.
    Word,
    /// A bracket, with a word before it or without.
    Group,
    /// `:`
    Colon,
    /// `,`
    Comma,
    /// A comma inside a number, `1,5`.
    DecimalComma,
    /// A sign without meaning.
    Other,
}

/// A chunk: tokens `first..last`.
#[derive(Clone, Copy, Debug)]
pub struct Chunk {
    /// What it is.
    pub sort: Sort,
    /// Index of its first token.
    pub first: usize,
    /// Index behind its last token.
    pub last: usize,
}

/// A file in tokens whose brackets are paired.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The text.
    pub source: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
}

impl<'a> Page<'a> {
    /// The chunks of tokens `first..last`, which stand in the bracket `around` (0: in none).
    #[must_use]
    pub fn chunks(&self, first: usize, last: usize, around: u8) -> Vec<Chunk> {
        let mut chunks: Vec<Chunk> = Vec::new();
        let mut at = first;
        while at < last {
            let behind = chunks.last().map(|chunk| chunk.sort);
            let (sort, next) = self.chunk(at, last, around, behind);
            let comma = sort == Sort::Comma && around != b'[' && self.is_decimal(&chunks, at, last);
            chunks.push(Chunk {
                sort: if comma { Sort::DecimalComma } else { sort },
                first: at,
                last: next,
            });
            at = next;
        }
        chunks
    }

    /// What begins with token `at`, and the token behind it.
    fn chunk(&self, at: usize, last: usize, around: u8, behind: Option<Sort>) -> (Sort, usize) {
        match self.tokens[at].kind {
            Kind::Text => (Sort::Text, at + 1),
            Kind::Number => (Sort::Number, self.end_of_number(at, last)),
            Kind::Word if self.is_call(at, last, around, behind) => {
                (Sort::Group, self.tokens[at + 1].mate as usize + 1)
            }
            Kind::Word => (Sort::Word, at + 1),
            Kind::Open => (Sort::Group, self.tokens[at].mate as usize + 1),
            Kind::Colon => (Sort::Colon, at + 1),
            Kind::Comma => (Sort::Comma, at + 1),
            Kind::Gap => (Sort::Group, at + 1),
            Kind::Close | Kind::Other => (Sort::Other, at + 1),
        }
    }

    /// `08:00` is three tokens and one thing.
    fn end_of_number(&self, at: usize, last: usize) -> usize {
        let clock = at + 2 < last
            && self.tokens[at + 1].kind == Kind::Colon
            && self.tokens[at + 2].kind == Kind::Number
            && self.is_tight(at)
            && self.is_tight(at + 1);
        if clock { at + 3 } else { at + 1 }
    }

    /// A word that takes the bracket behind it; the name of a field does not, its colon is missing.
    fn is_call(&self, at: usize, last: usize, around: u8, behind: Option<Sort>) -> bool {
        let bracket = at + 1 < last && self.tokens[at + 1].sign == b'(';
        let capital = self.text(at).starts_with(char::is_uppercase);
        let value = around == b'[' || behind == Some(Sort::Colon);
        bracket && (capital || (value && self.same_line(at, at + 1)))
    }

    /// Whether the comma `at` stands inside the number of a field: `horizon: 1,5`.
    fn is_decimal(&self, before: &[Chunk], at: usize, last: usize) -> bool {
        let [.., colon, number] = before else {
            return false;
        };
        colon.sort == Sort::Colon
            && number.sort == Sort::Number
            && at + 1 < last
            && self.is_tight(at - 1)
            && self.is_tight(at)
            && self.digits(at - 1)
            && self.tokens[at + 1].kind == Kind::Number
            && self.text(at + 1).starts_with(|c: char| c.is_ascii_digit())
    }

    fn digits(&self, token: usize) -> bool {
        self.text(token).chars().all(|c| c.is_ascii_digit())
    }

    /// Whether the next token follows without a blank.
    #[must_use]
    pub fn is_tight(&self, token: usize) -> bool {
        self.tokens
            .get(token + 1)
            .is_some_and(|next| next.range().start == self.tokens[token].range().end)
    }

    /// The text of a token.
    #[must_use]
    pub fn text(&self, token: usize) -> &'a str {
        &self.source[self.tokens[token].range()]
    }

    /// Whether two tokens stand on one line, from the end of the first to the beginning of the second.
    #[must_use]
    pub fn same_line(&self, first: usize, second: usize) -> bool {
        let between = self.tokens[first].range().end..self.tokens[second].range().start;
        !self.source.get(between).unwrap_or_default().contains('\n')
    }
}
