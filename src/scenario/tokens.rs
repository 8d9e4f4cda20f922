//! The first look at a file: tokens with their places.
//!
//! What stands there in a foreign hand (curly quotes, `#` comments, `;` and `=`) is taken for what it means and noted as a slip.
//! Knows nothing of brackets that belong together (`brackets`), of grammar (`grammar`), or of what a scenario can say.

use std::ops::Range;

use crate::say;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::quotes;
use crate::scenario::slips::{Edit, Slips, line_of, write};

/// The largest file that is read [bytes].
pub const MAX_BYTES: usize = 10 * 1024 * 1024;
/// A text over more lines than this is not looked for [lines].
const MOST_LINES: usize = 10;

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
    /// Stands for a value that could not be understood and was noted.
    Gap,
    /// Anything else.
    Other,
}

/// A token: what, and which bytes. The file's limit keeps every number below 2³². One that only a repair put in has no bytes.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// For a bracket: its sign, `(`, `)`, … (ASCII); else 0.
    pub sign: u8,
    start: u32,
    end: u32,
    /// For a bracket: the index of the token that closes or opens it.
    pub mate: u32,
}

impl Token {
    /// A token at some bytes.
    #[must_use]
    pub fn new(kind: Kind, at: Range<usize>) -> Self {
        Self {
            kind,
            sign: 0,
            start: at.start as u32,
            end: at.end as u32,
            mate: 0,
        }
    }

    /// The bracket `sign` at some bytes.
    #[must_use]
    pub fn bracket(sign: u8, at: Range<usize>) -> Self {
        let kind = if b"([{".contains(&sign) {
            Kind::Open
        } else {
            Kind::Close
        };
        Self {
            sign,
            ..Self::new(kind, at)
        }
    }

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

/// Cuts `source` into tokens; slips are noted.
pub fn tokenize(source: &str, slips: &mut Slips) -> Vec<Token> {
    if source.len() > MAX_BYTES {
        slips.lose(
            Diagnostic::new("too-large", 0..0, say!("too-large")).help(say!("too-large-help")),
        );
        return Vec::new();
    }
    let mut scan = Scan::new(source, slips);
    while !scan.slips.lost() && scan.skip_blanks() {
        scan.token();
    }
    scan.tokens
}

/// The tokens of a single line, if every text in it is closed; slips do not count.
#[must_use]
pub fn tokens_of_line(line: &str) -> Option<Vec<Token>> {
    let mut slips = Slips::default();
    let mut scan = Scan::new(line, &mut slips);
    scan.unclosed = Some(false);
    while scan.skip_blanks() && scan.unclosed == Some(false) {
        scan.token();
    }
    (scan.unclosed == Some(false)).then_some(scan.tokens)
}

/// The state of the first look.
struct Scan<'a> {
    source: &'a str,
    at: usize,
    tokens: Vec<Token>,
    slips: &'a mut Slips,
    /// Where unclosed texts are not mended: whether there was one.
    unclosed: Option<bool>,
}

impl<'a> Scan<'a> {
    fn new(source: &'a str, slips: &'a mut Slips) -> Self {
        Self {
            source,
            at: 0,
            tokens: Vec::new(),
            slips,
            unclosed: None,
        }
    }

    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Goes to the next token; `false` at the end of the file.
    fn skip_blanks(&mut self) -> bool {
        loop {
            let rest = self.rest();
            if rest.starts_with("//") {
                self.at = line_of(self.source, self.at).end;
            } else if rest.starts_with("/*") {
                self.skip_block_comment();
            } else {
                match rest.chars().next() {
                    Some(c) if is_blank(c) => self.at += c.len_utf8(),
                    Some('#') if self.is_foreign_comment() => self.skip_foreign_comment(),
                    next => return next.is_some(),
                }
            }
        }
    }

    /// Block comments nest.
    fn skip_block_comment(&mut self) {
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
                return;
            }
        }
        self.slips.lose(
            Diagnostic::new(
                "unclosed-comment",
                start..start + 2,
                say!("unclosed-comment"),
            )
            .help(say!("unclosed-comment-help")),
        );
    }

    /// `# …`, or a `#` that begins its line; attributes of RON, `#![enable(…)]`, are none.
    fn is_foreign_comment(&self) -> bool {
        let rest = self.rest();
        let begins_line = self.source[line_of(self.source, self.at).start..self.at]
            .trim()
            .is_empty();
        !rest.starts_with("#!") && (begins_line || rest[1..].starts_with([' ', '\t', '#']))
    }

    fn skip_foreign_comment(&mut self) {
        let rest = self.rest();
        let signs = rest.len() - rest.trim_start_matches('#').len();
        let at = self.at..self.at + signs;
        self.at = line_of(self.source, self.at).end;
        self.habit(
            Diagnostic::new("foreign-comment", at.clone(), say!("foreign-comment")),
            Edit::replace(at, "//"),
        );
    }

    fn habit(&mut self, slip: Diagnostic, edit: Edit) {
        self.slips.habit(slip.help(write(self.source, &[edit])));
    }

    fn token(&mut self) {
        let start = self.at;
        let Some(first) = self.peek() else {
            return;
        };
        let kind = match first {
            '(' | '[' | '{' | ')' | ']' | '}' => {
                self.at += 1;
                return self
                    .tokens
                    .push(Token::bracket(first as u8, start..self.at));
            }
            ',' => self.take(Kind::Comma, 1),
            ';' => self.instead_of(Kind::Comma, first.len_utf8(), ","),
            ':' => self.colon(),
            '=' => self.instead_of(Kind::Colon, self.equals_signs(), ":"),
            '"' => return self.text(start),
            'r' if self.raw_hashes().is_some() => return self.raw_text(start),
            '0'..='9' | '+' | '-' | '.' => self.number(),
            c if quotes::is_foreign(c) => return self.foreign_text(start),
            c if c.is_alphabetic() || c == '_' => self.word(),
            c => match plain(c) {
                Some(',') => self.instead_of(Kind::Comma, c.len_utf8(), ","),
                Some(':') => self.instead_of(Kind::Colon, c.len_utf8(), ":"),
                Some(sign) => return self.wide_bracket(sign),
                None => self.take(Kind::Other, c.len_utf8()),
            },
        };
        self.push(kind, start);
    }

    fn push(&mut self, kind: Kind, start: usize) {
        self.tokens.push(Token::new(kind, start..self.at));
    }

    fn take(&mut self, kind: Kind, bytes: usize) -> Kind {
        self.at += bytes;
        kind
    }

    /// A sign from elsewhere that is taken for a comma or a colon.
    fn instead_of(&mut self, kind: Kind, bytes: usize, meant: &str) -> Kind {
        let at = self.at..self.at + bytes;
        let found = &self.source[at.clone()];
        let (code, with) = match kind {
            Kind::Comma => ("comma-meant", meant.to_owned()),
            _ => ("colon-meant", meant.to_owned()),
        };
        let edit = if kind == Kind::Colon {
            self.tight(&at, with)
        } else {
            Edit::replace(at.clone(), with)
        };
        let message = say!("sign-meant", found = found, sign = meant);
        self.habit(Diagnostic::new(code, at, message), edit);
        self.take(kind, bytes)
    }

    /// `title = "t"` becomes `title: "t"`: the blanks before a colon go.
    fn tight(&self, at: &Range<usize>, with: String) -> Edit {
        let before = self.source[..at.start].trim_end_matches([' ', '\t']).len();
        Edit::replace(before..at.end, with)
    }

    /// `:`, and with it a `=` from elsewhere, as in `:=`. Two colons stay two tokens.
    fn colon(&mut self) -> Kind {
        if self.rest().starts_with(":=") {
            return self.instead_of(Kind::Colon, 2, ":");
        }
        self.take(Kind::Colon, 1)
    }

    /// The bytes of `=`, `==` or `=>`.
    fn equals_signs(&self) -> usize {
        if self.rest().starts_with("=>") || self.rest().starts_with("==") {
            2
        } else {
            1
        }
    }

    /// A full-width bracket; without an edit of the whole file nothing is gained by going on.
    fn wide_bracket(&mut self, sign: char) {
        let start = self.at;
        self.at += self.peek().map_or(0, char::len_utf8);
        let at = start..self.at;
        let found = &self.source[at.clone()];
        let message = say!("sign-meant", found = found, sign = sign);
        self.habit(
            Diagnostic::new("bracket-meant", at.clone(), message),
            Edit::replace(at.clone(), sign),
        );
        self.tokens.push(Token::bracket(sign as u8, at));
    }

    /// A text in quotes; `self.at` stands on the first.
    fn text(&mut self, start: usize) {
        match end_of_text(self.source, start + 1, "\"", true) {
            Some(end) => {
                self.at = end;
                self.push(Kind::Text, start);
            }
            None => self.unclosed_text(start),
        }
    }

    fn raw_text(&mut self, start: usize) {
        let hashes = self.raw_hashes().unwrap_or(0);
        let end = format!("\"{}", "#".repeat(hashes));
        match end_of_text(self.source, start + 2 + hashes, &end, false) {
            Some(end) => {
                self.at = end;
                self.push(Kind::Text, start);
            }
            None => self.unclosed_text(start),
        }
    }

    /// A text that its line does not close: it goes on in the next lines, or a quote is missing somewhere in this one.
    fn unclosed_text(&mut self, start: usize) {
        if let Some(unclosed) = &mut self.unclosed {
            *unclosed = true;
            return;
        }
        let line = line_of(self.source, start);
        let next = self.source[line.end..].trim_start().chars().next();
        let text = self.source[line.clone()].trim_end_matches('\r');
        let mend = quotes::mend(text, next);
        if mend.doubtful
            && let Some(end) = self.end_in_later_line(start)
        {
            return self.text_over_lines(start, end);
        }
        let edit = Edit::replace(
            mend.edit.at.start + line.start..mend.edit.at.end + line.start,
            mend.edit.with,
        );
        let at = start.min(edit.at.start)..edit.at.start.max(start + 1);
        self.slips.lose(
            Diagnostic::new("unclosed-text", at, say!("unclosed-text"))
                .help(write(self.source, &[edit])),
        );
    }

    /// Where a text ends that began at `start`, if that is in one of the next lines.
    fn end_in_later_line(&self, start: usize) -> Option<usize> {
        let rest = &self.source[start + 1..];
        let quote = rest.find('"')?;
        let inside = &rest[..quote];
        let lines = inside.matches('\n').count();
        let plain = !inside.contains(['(', '[', '{']) && !inside.contains(": ");
        let follows = rest[quote + 1..].trim_start().chars().next();
        let ends = follows.is_none_or(|c| matches!(c, ',' | ')' | ']' | '}'));
        ((1..=MOST_LINES).contains(&lines) && plain && ends).then_some(start + 1 + quote + 1)
    }

    fn text_over_lines(&mut self, start: usize, end: usize) {
        let text = &self.source[start..end];
        let line: Vec<&str> = text.lines().map(str::trim).collect();
        let edit = Edit::replace(start..end, line.join(" "));
        self.at = end;
        self.push(Kind::Text, start);
        let first = start..line_of(self.source, start).end;
        self.slips.note(
            Diagnostic::new("text-over-lines", first, say!("text-over-lines"))
                .help(write(self.source, &[edit])),
        );
    }

    /// A text in quotes of another kind, or such a sign alone.
    fn foreign_text(&mut self, start: usize) {
        let Some(end) = quotes::foreign_end(self.source, start) else {
            let kind = self.take(Kind::Other, self.peek().map_or(0, char::len_utf8));
            return self.push(kind, start);
        };
        self.at = end;
        self.push(Kind::Text, start);
        let text = &self.source[start..end];
        let inside = text.trim_matches(quotes::is_quote).replace('"', "\\\"");
        let message = say!("foreign-quotes", text = text);
        self.habit(
            Diagnostic::new("foreign-quotes", start..end, message),
            Edit::replace(start..end, format!("\"{inside}\"")),
        );
    }

    /// The number of `#` of a raw text that begins here.
    fn raw_hashes(&self) -> Option<usize> {
        let after = &self.rest()[1..];
        let hashes = after.len() - after.trim_start_matches('#').len();
        after[hashes..].starts_with('"').then_some(hashes)
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
        let number = self.rest()[..bytes].contains(|c: char| c.is_alphanumeric());
        self.take(if number { Kind::Number } else { Kind::Other }, bytes)
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
}

/// The byte behind the text whose content begins at `from`, on one line.
#[must_use]
pub fn end_of_text(source: &str, from: usize, end: &str, escapes: bool) -> Option<usize> {
    let mut at = from;
    loop {
        let rest = source.get(at..)?;
        if rest.starts_with(end) {
            return Some(at + end.len());
        }
        match rest.chars().next()? {
            '\n' | '\r' => return None,
            '\\' if escapes => {
                let escaped = rest[1..].chars().next();
                let on_line = escaped.filter(|&c| c != '\n' && c != '\r');
                at += 1 + on_line.map_or(0, char::len_utf8);
            }
            c => at += c.len_utf8(),
        }
    }
}

/// Blanks, the no-break ones that word processors write, and the marks that some editors put first.
#[must_use]
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// The sign of the language for its full-width twin.
fn plain(wide: char) -> Option<char> {
    Some(match wide {
        '，' | '；' | '、' => ',',
        '：' | '＝' => ':',
        '（' => '(',
        '）' => ')',
        '［' => '[',
        '］' => ']',
        '｛' => '{',
        '｝' => '}',
        _ => return None,
    })
}
