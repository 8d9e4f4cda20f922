//! The grammar of scenario files: values between commas, names before colons. Every place that breaks it is found, with what was
//! probably meant.
//!
//! Knows which words name fields, not where they belong. How findings are told is the business of `findings`.

use crate::scenario::chunks::{Chunk, Page, Sort};
use crate::scenario::quotes::is_quote;
use crate::scenario::tokens::{Kind, Token};
use crate::scenario::vocabulary::is_word;

/// What breaks the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// No comma behind the tokens.
    MissingComma,
    /// No colon behind them.
    MissingColon,
    /// Nothing behind this colon.
    MissingValue,
    /// Nothing, or no name, before this colon.
    MissingName,
    /// The arguments of a word without their brackets.
    MissingBrackets,
    /// A comma where nothing stands before it.
    DoubleComma,
    /// A colon behind a colon.
    DoubleColon,
    /// `a: b: c`, from `b` on.
    SecondColon,
    /// A quantity or a text of several words without quotes.
    Unquoted,
    /// `1,5` without quotes.
    DecimalComma,
    /// A quote inside a text.
    InnerQuote,
    /// A sign without meaning.
    Stray,
    /// `…` from an example.
    Ellipsis,
    /// A list written with dashes.
    Dash,
    /// The name of a field in quotes.
    QuotedField,
    /// A name in braces without quotes.
    BareName,
    /// The bracket should be this one.
    Bracket(u8),
    /// Something behind the end of the scenario.
    AfterEnd,
    /// No bracket around the scenario.
    NoBracket,
}

/// A place that breaks the grammar: tokens `first..last`.
#[derive(Clone, Copy, Debug)]
pub struct Finding {
    /// What is wrong.
    pub what: What,
    /// Index of the first token that it is about.
    pub first: usize,
    /// Index behind the last one.
    pub last: usize,
}

/// How many places break the grammar; brackets must be paired.
#[must_use]
pub fn misfits(source: &str, tokens: &[Token]) -> usize {
    check(source, tokens).len()
}

/// All places that break the grammar; brackets must be paired.
#[must_use]
pub fn check(source: &str, tokens: &[Token]) -> Vec<Finding> {
    let mut check = Check {
        page: Page { source, tokens },
        around: 0,
        found: Vec::new(),
    };
    check.file();
    for (open, token) in tokens.iter().enumerate() {
        if token.kind == Kind::Open {
            check.bracket(open);
        }
    }
    check.found
}

/// The first token after the attributes `#![enable(…)]`.
#[must_use]
pub fn start(source: &str, tokens: &[Token]) -> usize {
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

/// The state of the check.
struct Check<'a> {
    page: Page<'a>,
    /// The bracket that is being looked at; 0 outside all.
    around: u8,
    found: Vec<Finding>,
}

impl Check<'_> {
    fn find(&mut self, what: What, first: usize, last: usize) {
        self.found.push(Finding { what, first, last });
    }

    /// What stands outside all brackets.
    fn file(&mut self) {
        let tokens = self.page.tokens;
        if tokens.is_empty() {
            return;
        }
        let chunks = self
            .page
            .chunks(start(self.page.source, tokens), tokens.len(), 0);
        match chunks[..] {
            [name, colon, ..] if name.sort != Sort::Group && colon.sort == Sort::Colon => {
                self.find(What::NoBracket, name.first, tokens.len());
            }
            [_, next, ..] => self.find(What::AfterEnd, next.first, tokens.len()),
            _ => {}
        }
    }

    fn bracket(&mut self, open: usize) {
        let token = self.page.tokens[open];
        let chunks = self.page.chunks(open + 1, token.mate as usize, token.sign);
        self.around = token.sign;
        if let Some(meant) = self.bracket_meant(&chunks) {
            self.find(What::Bracket(meant), open, token.mate as usize + 1);
            self.around = meant;
        }
        let mut items = chunks.split(|chunk| chunk.sort == Sort::Comma).peekable();
        let mut at = 0;
        while let Some(item) = items.next() {
            if !item.is_empty() {
                self.item(item);
            } else if items.peek().is_some() {
                let comma = chunks[at + item.len()].first;
                self.find(What::DoubleComma, comma, comma + 1);
            }
            at += item.len() + 1;
        }
    }

    /// Another bracket, if all names in this one are such as stand in that.
    fn bracket_meant(&self, chunks: &[Chunk]) -> Option<u8> {
        let mut keys = chunks
            .split(|chunk| chunk.sort == Sort::Comma)
            .filter_map(|item| match item {
                [key, colon, ..] if colon.sort == Sort::Colon => Some(key),
                _ => None,
            })
            .peekable();
        keys.peek()?;
        let all = |sort| move |key: &Chunk| key.sort == sort;
        match self.around {
            b'{' => keys
                .all(|key| key.sort == Sort::Word && self.is_known(key))
                .then_some(b'('),
            b'(' => keys
                .all(|key| key.sort == Sort::Text && !self.is_known(key))
                .then_some(b'{'),
            _ if keys.clone().all(all(Sort::Text)) => Some(b'{'),
            _ => keys.all(all(Sort::Word)).then_some(b'('),
        }
    }

    /// Whether the chunk is a word of the language, in quotes or not.
    fn is_known(&self, chunk: &Chunk) -> bool {
        is_word(self.page.text(chunk.first).trim_matches(is_quote))
    }

    /// What stands between two commas.
    fn item(&mut self, chunks: &[Chunk]) {
        let (mut at, mut named) = (0, false);
        while at < chunks.len() {
            if !named && is_key(chunks, at) {
                named = true;
                match self.key(chunks, at) {
                    Some(value) => at = value,
                    None => return,
                }
            }
            let behind = self.value(chunks, at);
            match chunks.get(behind) {
                Some(_) if is_dash(self.page, chunks[behind]) => named = false,
                Some(_) => named = self.joint(chunks, behind, named),
                None => return,
            }
            if chunks[behind].sort == Sort::Colon {
                return;
            }
            at = behind;
        }
    }

    /// The name of a value; gives the place of the value, if there is one.
    fn key(&mut self, chunks: &[Chunk], at: usize) -> Option<usize> {
        let key = chunks[at];
        match (self.around, key.sort) {
            (b'{', Sort::Word) => self.find(What::BareName, key.first, key.last),
            (b'(', Sort::Text) => self.find(What::QuotedField, key.first, key.last),
            _ => {}
        }
        let mut value = at + 2;
        while chunks
            .get(value)
            .is_some_and(|next| next.sort == Sort::Colon)
        {
            self.find(What::DoubleColon, chunks[value].first, chunks[value].last);
            value += 1;
        }
        if value == chunks.len() {
            self.find(What::MissingValue, key.first, chunks[value - 1].last);
            return None;
        }
        Some(value)
    }

    /// A value; gives the place behind it.
    fn value(&mut self, chunks: &[Chunk], at: usize) -> usize {
        let chunk = chunks[at];
        match chunk.sort {
            Sort::Colon => {
                self.find(
                    What::MissingName,
                    chunk.first,
                    chunks[chunks.len() - 1].last,
                );
                chunks.len()
            }
            Sort::Text => self.text(chunks, at),
            Sort::Number | Sort::Word => self.bare(chunks, at),
            Sort::Other => self.other(chunks, at),
            _ => at + 1,
        }
    }

    /// A text; with what follows without a blank, up to the last text of the line, it was one with quotes inside.
    fn text(&mut self, chunks: &[Chunk], at: usize) -> usize {
        let chunk = chunks[at];
        let tight = |next: &Chunk| matches!(next.sort, Sort::Word | Sort::Number);
        if !(self.page.is_tight(chunk.first) && chunks.get(at + 1).is_some_and(tight)) {
            return at + 1;
        }
        let line = chunks[at..]
            .iter()
            .take_while(|next| self.page.same_line(chunk.first, next.first))
            .count();
        let Some(end) = (at + 1..at + line).rfind(|&end| chunks[end].sort == Sort::Text) else {
            return at + 1;
        };
        self.find(What::InnerQuote, chunk.first, chunks[end].last);
        end + 1
    }

    /// A number or a word, with what follows on its line: a quantity or a text without its quotes.
    fn bare(&mut self, chunks: &[Chunk], at: usize) -> usize {
        let chunk = chunks[at];
        if chunk.sort == Sort::Word && self.is_known(&chunk) && is_field(self.page, chunk) {
            return at + 1;
        }
        let mut end = at + 1;
        while end < chunks.len() && self.goes_on(chunks, end) {
            end += 1;
        }
        let last = chunks[end - 1].last;
        let decimal = chunks[at..end]
            .iter()
            .any(|chunk| chunk.sort == Sort::DecimalComma);
        if decimal {
            self.find(What::DecimalComma, chunk.first, last);
        } else if end > at + 1 || (chunk.sort == Sort::Number && !self.is_number(chunk)) {
            self.find(What::Unquoted, chunk.first, last);
        }
        end
    }

    /// Whether this belongs to the bare text before it.
    fn goes_on(&self, chunks: &[Chunk], at: usize) -> bool {
        let chunk = chunks[at];
        let part = matches!(
            chunk.sort,
            Sort::Word | Sort::Number | Sort::Other | Sort::DecimalComma
        );
        part && self.page.same_line(chunks[at - 1].last - 1, chunk.first)
            && !is_key(chunks, at)
            && !is_dash(self.page, chunk)
    }

    fn is_number(&self, chunk: Chunk) -> bool {
        let text = self.page.text(chunk.first).replace('_', "");
        let prefixed = ["0x", "0b", "0o"].iter().any(|base| text.starts_with(base));
        chunk.last == chunk.first + 1 && (prefixed || text.parse::<f64>().is_ok())
    }

    fn other(&mut self, chunks: &[Chunk], at: usize) -> usize {
        let chunk = chunks[at];
        let what = match self.page.text(chunk.first) {
            "…" | "..." | ".." => What::Ellipsis,
            _ if is_dash(self.page, chunk) => What::Dash,
            _ => {
                self.find(What::Stray, chunk.first, chunks[chunks.len() - 1].last);
                return chunks.len();
            }
        };
        self.find(what, chunk.first, chunk.last);
        at + 1
    }

    /// What is missing between the value before `at` and what follows; whether what follows is the value of a name.
    fn joint(&mut self, chunks: &[Chunk], at: usize, named: bool) -> bool {
        let (before, next) = (chunks[at - 1], chunks[at]);
        let same_line = self.page.same_line(before.last - 1, next.first);
        let starts_item = is_key(chunks, at);
        if next.sort == Sort::Colon {
            let what = if named {
                What::SecondColon
            } else {
                What::MissingName
            };
            self.find(what, before.first, chunks[chunks.len() - 1].last);
            return true;
        }
        let plain = matches!(before.sort, Sort::Text | Sort::Word | Sort::Number);
        let nameless = !named && !starts_item && before.sort != Sort::Group;
        if nameless && plain && self.around == b'{' {
            self.find(What::MissingColon, before.first, before.last);
            return true;
        }
        if before.sort == Sort::Word && same_line && !starts_item {
            if nameless && self.around == b'(' && is_field(self.page, before) {
                self.find(What::MissingColon, before.first, before.last);
                return true;
            }
            if matches!(next.sort, Sort::Text | Sort::Number | Sort::Group) {
                self.find(What::MissingBrackets, before.first, next.last);
                return true;
            }
        }
        if matches!(before.sort, Sort::Other) {
            return named;
        }
        self.find(What::MissingComma, before.first, before.last);
        false
    }
}

/// Whether a name and its colon begin here.
fn is_key(chunks: &[Chunk], at: usize) -> bool {
    matches!(chunks[at].sort, Sort::Text | Sort::Word | Sort::Number)
        && chunks
            .get(at + 1)
            .is_some_and(|next| next.sort == Sort::Colon)
}

/// Fields are written small.
fn is_field(page: Page<'_>, chunk: Chunk) -> bool {
    page.text(chunk.first).starts_with(char::is_lowercase)
}

/// `- entry`
fn is_dash(page: Page<'_>, chunk: Chunk) -> bool {
    chunk.sort == Sort::Other
        && matches!(page.text(chunk.first), "-" | "–" | "•" | "*")
        && !page.is_tight(chunk.first)
}
