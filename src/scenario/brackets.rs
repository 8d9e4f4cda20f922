//! Brackets and their partners; where one is missing, too many or of the wrong kind, which and where.
//!
//! The way out is found by trying: every likely repair is carried out, and the one after which the whole file reads best is named.
//! Indentation says where a bracket is likely to end. Knows nothing of what brackets hold.

use crate::say;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::grammar;
use crate::scenario::slips::{Edit, Slips, line_of, write};
use crate::scenario::tokens::{Kind, Token};
use crate::text::Say;

/// How deep brackets may be nested: 32 gates and what stands around them.
const MAX_DEPTH: usize = 160;
/// How many tokens may be read again for all repairs that are tried.
const PATIENCE: usize = 3_000_000;
/// Never more repairs than this are tried.
const MOST_TRIED: usize = 120;
/// Of the brackets that are open, so many may be the one that is not closed.
const MOST_OPEN: usize = 8;
/// Of the commas in a bracket, so many may be the end of it.
const MOST_COMMAS: usize = 40;

/// What keeps brackets from being paired. Numbers are indices of tokens.
enum Trouble {
    /// Nested too deep here.
    TooDeep(usize),
    /// This closes something else than what is open, or nothing.
    Mismatch(usize),
    /// The file ends.
    End,
}

/// A change of one bracket.
#[derive(Clone, Copy)]
enum Repair {
    /// Puts this sign before the token.
    Insert(usize, u8),
    /// Takes the token out.
    Delete(usize),
    /// Makes the token this sign.
    Replace(usize, u8),
}

/// Pairs the brackets. If they do not fit, the likeliest repair is noted and the file is lost: what follows would be guesses.
pub fn pair(source: &str, tokens: &mut [Token], slips: &mut Slips) {
    let mut open = Vec::new();
    let Err(trouble) = mate(tokens, &mut open) else {
        return;
    };
    slips.lose(match trouble {
        Trouble::TooDeep(at) => Diagnostic::new(
            "too-deep",
            tokens[at].range(),
            say!("too-deep-brackets", most = MAX_DEPTH),
        )
        .help(say!("too-deep-help")),
        trouble => {
            let look = Look {
                source,
                tokens,
                open: &open,
                found: match trouble {
                    Trouble::Mismatch(found) => Some(found),
                    _ => None,
                },
            };
            look.told()
        }
    });
}

/// Notes in each bracket which token is its partner; `open` holds those that are open in the end.
fn mate(tokens: &mut [Token], open: &mut Vec<usize>) -> Result<(), Trouble> {
    for at in 0..tokens.len() {
        match tokens[at].kind {
            Kind::Open if open.len() == MAX_DEPTH => return Err(Trouble::TooDeep(at)),
            Kind::Open => open.push(at),
            Kind::Close => match open.last() {
                Some(&last) if partner(tokens[last].sign) == tokens[at].sign => {
                    tokens[last].mate = at as u32;
                    tokens[at].mate = last as u32;
                    open.pop();
                }
                _ => return Err(Trouble::Mismatch(at)),
            },
            _ => {}
        }
    }
    if open.is_empty() {
        Ok(())
    } else {
        Err(Trouble::End)
    }
}

/// The partners of tokens that are known to pair.
pub fn mate_again(tokens: &mut [Token]) -> bool {
    mate(tokens, &mut Vec::new()).is_ok()
}

/// The sign on the other side.
#[must_use]
pub fn partner(sign: u8) -> u8 {
    match sign {
        b'(' => b')',
        b')' => b'(',
        b'[' => b']',
        b']' => b'[',
        b'{' => b'}',
        _ => b'{',
    }
}

/// A file at the first bracket that does not fit.
struct Look<'a> {
    source: &'a str,
    tokens: &'a [Token],
    open: &'a [usize],
    /// The bracket that closes the wrong thing; `None` at the end of the file.
    found: Option<usize>,
}

impl Look<'_> {
    fn told(&self) -> Diagnostic {
        match self.best() {
            Some(repair) => self.as_repair(repair),
            None => self.as_it_stands(),
        }
    }

    /// The repair after which the brackets pair and the rest fits best.
    fn best(&self) -> Option<Repair> {
        let tries = (PATIENCE / self.tokens.len().max(1)).clamp(2, MOST_TRIED);
        let mut best: Option<(usize, Repair)> = None;
        for repair in self.repairs().into_iter().take(tries) {
            let mut tokens = self.repaired(repair);
            if !mate_again(&mut tokens) {
                continue;
            }
            let misfits = grammar::misfits(self.source, &tokens);
            if best.as_ref().is_none_or(|&(least, _)| misfits < least) {
                best = Some((misfits, repair));
            }
        }
        best.map(|(_, repair)| repair)
    }

    fn repaired(&self, repair: Repair) -> Vec<Token> {
        let mut tokens = self.tokens.to_vec();
        match repair {
            Repair::Insert(at, sign) => {
                let byte = self.byte_before(at);
                tokens.insert(at, Token::bracket(sign, byte..byte));
            }
            Repair::Delete(at) => drop(tokens.remove(at)),
            Repair::Replace(at, sign) => {
                tokens[at] = Token::bracket(sign, tokens[at].range());
            }
        }
        tokens
    }

    /// Where something is put in before a token: right behind the one before.
    fn byte_before(&self, token: usize) -> usize {
        match token.checked_sub(1) {
            Some(before) => self.tokens[before].range().end,
            None => self.tokens.first().map_or(0, |first| first.range().start),
        }
    }

    /// What may have happened, the likeliest first.
    fn repairs(&self) -> Vec<Repair> {
        let end = self.found.unwrap_or(self.tokens.len());
        let mut repairs = Vec::new();
        if let Some(found) = self.found {
            repairs.extend(self.repairs_of(found));
        }
        for &open in self.open.iter().rev().take(MOST_OPEN) {
            let sign = partner(self.tokens[open].sign);
            repairs.extend(
                self.end_by_indentation(open, end)
                    .map(|at| Repair::Insert(at, sign)),
            );
        }
        if let Some(&inner) = self.open.last() {
            let sign = partner(self.tokens[inner].sign);
            let commas = self.commas(inner, end);
            repairs.extend(commas.into_iter().map(|at| Repair::Insert(at, sign)));
            repairs.push(Repair::Insert(end, sign));
        }
        for &open in self.open.iter().rev().take(MOST_OPEN) {
            repairs.push(Repair::Delete(open));
            repairs.push(Repair::Replace(open, self.closer_around(open)));
        }
        repairs
    }

    /// What may be wrong with or before a bracket that closes the wrong thing.
    fn repairs_of(&self, found: usize) -> Vec<Repair> {
        let sign = self.tokens[found].sign;
        let mut repairs = Vec::new();
        if let Some(&inner) = self.open.last() {
            let wanted = partner(self.tokens[inner].sign);
            if self.line(inner) == self.line(found) {
                repairs.push(Repair::Insert(found, wanted));
            }
            repairs.push(Repair::Replace(found, wanted));
            repairs.push(Repair::Replace(inner, partner(sign)));
        }
        repairs.push(Repair::Delete(found));
        let closed = self.closed_before(found, sign);
        repairs.extend(closed.iter().map(|&at| Repair::Delete(at)));
        repairs.extend(
            self.edges_before(found)
                .map(|at| Repair::Insert(at, partner(sign))),
        );
        repairs
    }

    /// The sign that closes what `open` stands in.
    fn closer_around(&self, open: usize) -> u8 {
        let around = self.open.iter().rev().find(|&&outer| outer < open);
        around.map_or(b')', |&outer| partner(self.tokens[outer].sign))
    }

    /// Brackets of this sign that end groups beside `found`, the nearest first: one of them may be too many.
    fn closed_before(&self, found: usize, sign: u8) -> Vec<usize> {
        let (mut at, mut closed) = (found, Vec::new());
        while let Some(before) = at.checked_sub(1) {
            let token = &self.tokens[before];
            match token.kind {
                Kind::Open => break,
                Kind::Close if closed.len() < MOST_COMMAS => {
                    if token.sign == sign {
                        closed.push(before);
                    }
                    at = token.mate as usize;
                }
                Kind::Close => break,
                _ => at = before,
            }
        }
        closed
    }

    /// Where on the line of `found` a bracket may have been left out before it: at the first token of the file, behind a colon, or
    /// behind a word.
    fn edges_before(&self, found: usize) -> impl Iterator<Item = usize> {
        let line = self.line(found);
        let before = self.tokens[..found].iter().enumerate().rev();
        before
            .take_while(move |(_, token)| token.range().start >= line)
            .filter(|(_, token)| matches!(token.kind, Kind::Colon | Kind::Word))
            .map(|(at, _)| at + 1)
            .take(MOST_COMMAS)
            .chain([0])
    }

    /// The first byte of a token's line.
    fn line(&self, token: usize) -> usize {
        line_of(self.source, self.tokens[token].range().start).start
    }

    fn indent(&self, token: usize) -> usize {
        let line = &self.source[self.line(token)..];
        line.chars().take_while(|c| matches!(c, ' ' | '\t')).count()
    }

    /// The token before which `open` should be closed: the first line behind it that is indented no more than its own begins
    /// something new.
    fn end_by_indentation(&self, open: usize, end: usize) -> Option<usize> {
        let indent = self.indent(open);
        let mut line = self.line(open);
        for at in open + 1..end {
            let here = self.line_from(line, at);
            if here == line {
                continue;
            }
            line = here;
            if self.indent(at) <= indent && self.tokens[at].kind != Kind::Close {
                return Some(self.before_comma(at));
            }
        }
        None
    }

    /// The first byte of a token's line, which is `line` or one behind; spares looking back through a long line.
    fn line_from(&self, line: usize, token: usize) -> usize {
        let start = self.tokens[token].range().start;
        match self.source[line..start].rfind('\n') {
            Some(newline) => line + newline + 1,
            None => line,
        }
    }

    /// `at`, or the comma before it.
    fn before_comma(&self, at: usize) -> usize {
        match at.checked_sub(1) {
            Some(comma) if self.tokens[comma].kind == Kind::Comma => comma,
            _ => at,
        }
    }

    /// The commas right inside `open`, from the last to the first.
    fn commas(&self, open: usize, end: usize) -> Vec<usize> {
        let (mut at, mut commas) = (open + 1, Vec::new());
        while at < end {
            match self.tokens[at].kind {
                Kind::Open if (self.tokens[at].mate as usize) > at => {
                    at = self.tokens[at].mate as usize;
                }
                Kind::Comma => commas.push(at),
                _ => {}
            }
            at += 1;
        }
        commas.reverse();
        commas.truncate(MOST_COMMAS);
        commas
    }

    fn as_repair(&self, repair: Repair) -> Diagnostic {
        match repair {
            Repair::Insert(at, sign) if b")]}".contains(&sign) => self.missing_close(at, sign),
            Repair::Insert(at, sign) => self.missing_open(at, sign),
            Repair::Delete(at) => self.too_many(at),
            Repair::Replace(at, sign) => self.wrong_kind(at, sign),
        }
    }

    fn missing_close(&self, at: usize, sign: u8) -> Diagnostic {
        let byte = self.byte_before(at);
        let opened = self.opened_at(at, sign);
        let (open, close) = (char::from(partner(sign)), char::from(sign));
        let message = say!("unclosed-bracket", open = open);
        let place = opened.map_or(byte..byte, |open| self.tokens[open].range());
        let fault = Diagnostic::new("unclosed-bracket", place, message)
            .label(say!("unclosed-bracket-label", close = close));
        match opened {
            Some(open) if self.line(open) != line_of(self.source, byte).start => fault
                .note(byte..byte, say!("bracket-missing-here", sign = close))
                .help(self.line_of_its_own(open, at, close)),
            _ => fault.help(write(self.source, &[Edit::insert(byte, close)])),
        }
    }

    /// A bracket that was opened at the end of a line closes at the beginning of one.
    fn line_of_its_own(&self, open: usize, at: usize, close: char) -> Say {
        let byte = self.byte_before(at);
        let last_of_line = self
            .tokens
            .get(open + 1)
            .is_none_or(|next| line_of(self.source, next.range().start).start != self.line(open));
        let line = line_of(self.source, byte);
        if !last_of_line || at >= self.tokens.len() {
            return write(self.source, &[Edit::insert(byte, close)]);
        }
        say!(
            "write-below",
            line = format!("{close},"),
            above = self.source[line].trim()
        )
    }

    /// The bracket that `sign` before token `at` would close.
    fn opened_at(&self, at: usize, sign: u8) -> Option<usize> {
        let mut tokens = self.repaired(Repair::Insert(at, sign));
        mate_again(&mut tokens);
        let open = tokens[at].mate as usize;
        (open < at && tokens[open].kind == Kind::Open).then_some(open)
    }

    fn missing_open(&self, at: usize, sign: u8) -> Diagnostic {
        let found = self.found.unwrap_or(at);
        let (open, close) = (char::from(sign), char::from(partner(sign)));
        let byte = match at {
            0 => self.byte_before(0),
            _ if self.tokens[at - 1].kind == Kind::Colon => self.tokens[at].range().start,
            _ => self.byte_before(at),
        };
        let edit = self.without_gap(at, byte, open);
        Diagnostic::new(
            "stray-bracket",
            self.tokens[found].range(),
            say!("bracket-closes-nothing", found = close),
        )
        .label(say!("bracket-opening-missing", sign = open))
        .help(write(self.source, &[edit]))
    }

    /// `Exponential mean: …)` becomes `Exponential(mean: …)`.
    fn without_gap(&self, at: usize, byte: usize, open: char) -> Edit {
        let start = self.tokens[at].range().start;
        let after_word = at > 0 && self.tokens[at - 1].kind == Kind::Word;
        if after_word && self.source[byte..start].trim_matches(' ').is_empty() {
            Edit::replace(byte..start, open)
        } else {
            Edit::insert(byte, open)
        }
    }

    fn too_many(&self, at: usize) -> Diagnostic {
        let token = self.tokens[at];
        let sign = char::from(token.sign);
        let edit = Edit::replace(token.range(), "");
        let message = match token.kind {
            Kind::Open => say!("unclosed-bracket", open = sign),
            _ => say!("bracket-too-many", found = sign),
        };
        let line = line_of(self.source, token.range().start);
        let alone = self.source[line].trim().trim_end_matches(',').len() == 1;
        Diagnostic::new("stray-bracket", token.range(), message).help(if alone {
            say!("take-line-out")
        } else {
            write(self.source, &[edit])
        })
    }

    fn wrong_kind(&self, at: usize, sign: u8) -> Diagnostic {
        let token = self.tokens[at];
        let (found, wanted) = (char::from(token.sign), char::from(sign));
        let message = say!("bracket-of-another-kind", found = found, wanted = wanted);
        let edit = Edit::replace(token.range(), wanted);
        let fault = Diagnostic::new("stray-bracket", token.range(), message)
            .help(write(self.source, &[edit]));
        match self.open.last() {
            Some(&inner) if inner != at => {
                fault.note(self.tokens[inner].range(), say!("bracket-that-is-open"))
            }
            _ => fault,
        }
    }

    /// More than one bracket is wrong.
    fn as_it_stands(&self) -> Diagnostic {
        let inner = self.open.last().map(|&inner| self.tokens[inner]);
        let found = self.found.map(|found| self.tokens[found]);
        match (inner, found) {
            (Some(inner), None) => {
                let end = self.source.trim_end().len();
                let close = self.closers();
                unclosed(inner)
                    .note(end..end, say!("file-ends-here"))
                    .help(say!("close-at-the-end", signs = close))
            }
            (Some(inner), Some(found)) => unclosed(inner).note(
                found.range(),
                say!("bracket-comes-first", sign = char::from(found.sign)),
            ),
            (None, found) => {
                let at = found.map_or(0..0, |found| found.range());
                let sign = found.map_or(b')', |found| found.sign);
                Diagnostic::new(
                    "stray-bracket",
                    at,
                    say!("bracket-closes-nothing", found = char::from(sign)),
                )
                .label(say!("no-bracket-open"))
            }
        }
    }

    /// What closes everything that is open.
    fn closers(&self) -> String {
        let open = self.open.iter().rev();
        open.map(|&open| char::from(partner(self.tokens[open].sign)))
            .collect()
    }
}

fn unclosed(inner: Token) -> Diagnostic {
    let (open, close) = (char::from(inner.sign), char::from(partner(inner.sign)));
    Diagnostic::new(
        "unclosed-bracket",
        inner.range(),
        say!("unclosed-bracket", open = open),
    )
    .label(say!("unclosed-bracket-label", close = close))
}
