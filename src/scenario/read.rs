//! Reading pieces of a file to the types of the language: every fault is noted, and reading goes on.
//!
//! Here are the reader, the bracket of fields and the word with arguments; `shapes` has leaf, name, list and table, and `schema`
//! declares what a scenario consists of. Knows nothing of quantities or of what a name refers to.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::say;
use crate::scenario::diagnostic::{Diagnostic, did_you_mean};
use crate::scenario::meanings::same_meaning;
use crate::scenario::overlay::Change;
use crate::scenario::quotes::is_quote;
use crate::scenario::slips::{Edit, write};
use crate::scenario::spans::Place;
use crate::scenario::tokens::{Kind, Piece, Token};
use crate::scenario::vocabulary::is_word;
use crate::text::Say;

/// Gates within gates that are allowed.
const MAX_GATES: usize = 32;

/// Fields and words of the language that this version does not know yet.
const NOT_YET: &[&str] = &[
    "jobs",
    "attacks",
    "redial",
    "spares",
    "spare",
    "maintenance",
    "costs",
    "cost",
    "include",
    "leaves",
    "closures",
    "Compare",
    "Gain",
    "Late",
    "Capacity",
    "TimeAt",
    "Mean",
    "Longer",
    "InWindow",
];

/// What can be read from a piece of the file.
pub trait Read: Sized {
    /// Reads the piece; `None` after noting a fault.
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self>;

    /// Reads the piece over what the base of a variant says. What is no record and no table is replaced whole.
    fn read_over(piece: Piece, reader: &mut Reader<'_>, _base: Self) -> Option<Self> {
        Self::read(piece, reader)
    }

    /// What stands for a field that is not written; `None` if it must be.
    fn absent() -> Option<Self> {
        None
    }

    /// Whether the piece looks like one of these: decides between what may stand alone and what needs a word.
    fn begins(_piece: Piece, _reader: &Reader<'_>) -> bool {
        false
    }

    /// Whether the piece is the written form of nothing, for an optional field.
    fn is_nothing(piece: Piece, reader: &Reader<'_>) -> bool {
        reader.text(piece) == "None"
    }

    /// The words that it may begin with.
    fn words() -> Vec<&'static str> {
        Vec::new()
    }
}

/// What is made of the fields of a bracket.
pub trait Record: Sized {
    /// Takes its fields out of the bracket's.
    fn take(fields: &mut Fields, reader: &mut Reader<'_>) -> Option<Self>;

    /// Takes those that are given over what the base of a variant says; the others stay.
    fn take_over(fields: &mut Fields, reader: &mut Reader<'_>, _base: Self) -> Option<Self> {
        Self::take(fields, reader)
    }
}

/// A file while it is read.
#[derive(Debug)]
pub struct Reader<'a> {
    source: &'a str,
    tokens: &'a [Token],
    /// What was noted so far.
    pub diagnostics: Vec<Diagnostic>,
    /// What a variant changed so far.
    pub changes: Vec<Change>,
    gates: usize,
    too_deep: bool,
}

impl<'a> Reader<'a> {
    /// A reader of `source`, cut into `tokens`.
    #[must_use]
    pub fn new(source: &'a str, tokens: &'a [Token]) -> Self {
        Self {
            source,
            tokens,
            diagnostics: Vec::new(),
            changes: Vec::new(),
            gates: 0,
            too_deep: false,
        }
    }

    /// Notes a fault.
    pub fn note(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The bytes of a piece.
    #[must_use]
    pub fn range(&self, piece: Piece) -> Range<usize> {
        self.tokens[piece.first].range().start..self.tokens[piece.last - 1].range().end
    }

    /// The place of a piece.
    #[must_use]
    pub fn place(&self, piece: Piece) -> Place {
        Place::new(self.range(piece))
    }

    /// The text of a piece as it stands in the file.
    #[must_use]
    pub fn text(&self, piece: Piece) -> &'a str {
        &self.source[self.range(piece)]
    }

    /// The word that a piece begins with.
    #[must_use]
    pub fn word(&self, piece: Piece) -> Option<&'a str> {
        let first = &self.tokens[piece.first];
        (first.kind == Kind::Word).then(|| &self.source[first.range()])
    }

    /// Whether the piece is one token of this kind.
    #[must_use]
    pub fn is_one(&self, piece: Piece, kind: Kind) -> bool {
        piece.last == piece.first + 1 && self.tokens[piece.first].kind == kind
    }

    /// Whether the piece is a bracket that opens with `open`.
    #[must_use]
    pub fn is_bracket(&self, piece: Piece, open: &str) -> bool {
        let first = &self.tokens[piece.first];
        open.as_bytes() == [first.sign] && first.mate as usize == piece.last - 1
    }

    /// What stands inside `Some(…)`, which may be left out; else the piece itself.
    #[must_use]
    pub fn inside_some(&self, piece: Piece) -> Piece {
        let bracket = Piece {
            first: piece.first + 1,
            last: piece.last,
        };
        if self.word(piece) != Some("Some") || piece.last < piece.first + 4 {
            return piece;
        }
        match self.items(bracket)[..] {
            [only] if self.is_bracket(bracket, "(") => only,
            _ => piece,
        }
    }

    /// What stands between the commas of a bracket.
    #[must_use]
    pub fn items(&self, bracket: Piece) -> Vec<Piece> {
        let mut items = Vec::new();
        let (mut first, mut at, end) = (bracket.first + 1, bracket.first + 1, bracket.last - 1);
        while at < end {
            match self.tokens[at].kind {
                Kind::Open => at = self.tokens[at].mate as usize + 1,
                Kind::Comma => {
                    if first < at {
                        items.push(Piece { first, last: at });
                    }
                    at += 1;
                    first = at;
                }
                _ => at += 1,
            }
        }
        if first < end {
            items.push(Piece { first, last: end });
        }
        items
    }

    /// `key: value`, cut at its first colon.
    #[must_use]
    pub fn split_at_colon(&self, item: Piece) -> Option<(Piece, Piece)> {
        let colon = (item.first..item.last).find(|&at| self.tokens[at].kind == Kind::Colon)?;
        (colon == item.first + 1 && colon + 1 < item.last).then_some((
            Piece {
                first: item.first,
                last: colon,
            },
            Piece {
                first: colon + 1,
                last: item.last,
            },
        ))
    }

    /// Notes that something else was expected, unless a slip was noted here already.
    pub fn expected(&mut self, piece: Piece, what: Say, help: Option<Say>) {
        if self.tokens[piece.first].kind == Kind::Gap {
            return;
        }
        let message = say!("wrong-type", what = what, found = self.describe(piece));
        let fault = Diagnostic::new("wrong-type", self.first_line(piece), message);
        self.note(match help {
            Some(help) => fault.help(help),
            None => fault,
        });
    }

    /// The line of a piece with the piece in quotes.
    #[must_use]
    pub fn in_quotes(&self, piece: Piece) -> Say {
        let at = self.range(piece);
        let edits = [Edit::insert(at.start, "\""), Edit::insert(at.end, "\"")];
        write(self.source, &edits)
    }

    /// The bytes of a piece, of a long one only the first token.
    fn first_line(&self, piece: Piece) -> Range<usize> {
        if self.text(piece).contains('\n') {
            self.tokens[piece.first].range()
        } else {
            self.range(piece)
        }
    }

    fn describe(&self, piece: Piece) -> Say {
        let first = &self.tokens[piece.first];
        let text = &self.source[first.range()];
        match (first.kind, first.sign) {
            (Kind::Open, b'(') => say!("a-bracket-of-fields"),
            (Kind::Open, b'[') => say!("a-list"),
            (Kind::Open, _) => say!("a-table-of-names"),
            (Kind::Text, _) => say!("the-text", text = text),
            (Kind::Number, _) => say!("the-number", number = text),
            (Kind::Word, _) => say!("the-word", word = text),
            _ => say!("the-sign", sign = text),
        }
    }

    /// A piece that must be `Word` or `Word(…)` with one of `words`.
    pub fn call(&mut self, piece: Piece, what: Say, words: &[&'static str]) -> Option<Call> {
        let Some(word) = self.word(piece) else {
            self.expected(piece, what, Some(one_of(words)));
            return None;
        };
        if !words.contains(&word) {
            self.unknown_word(piece, word, what, words);
            return None;
        }
        let rest = Piece {
            first: piece.first + 1,
            last: piece.last,
        };
        let arguments = (rest.first < rest.last).then_some(rest);
        Some(Call {
            word: word.to_owned(),
            at: Place::new(self.tokens[piece.first].range()),
            arguments,
        })
    }

    fn unknown_word(&mut self, piece: Piece, word: &str, what: Say, words: &[&'static str]) {
        let at = self.tokens[piece.first].range();
        if NOT_YET.contains(&word) {
            return self.note(not_yet(word, at));
        }
        let fault = Diagnostic::new(
            "unknown-word",
            at.clone(),
            say!("unknown-word", word = word, what = what),
        );
        let meant = meant(word, words);
        let help = match meant {
            Some(meant) => write(self.source, &[Edit::replace(at, meant)]),
            None => one_of(words),
        };
        self.note(fault.meant(meant).help(help));
    }

    /// The fields of a bracket `(key: value, …)`.
    pub fn fields(&mut self, piece: Piece) -> Option<Fields> {
        if !self.is_bracket(piece, "(") {
            let help = Some(say!("named-fields-help"));
            self.expected(piece, say!("named-fields"), help);
            return None;
        }
        let mut fields = Fields {
            at: self.tokens[piece.first].range(),
            given: Vec::new(),
            asked: Vec::new(),
            unclear: false,
        };
        let mut first = BTreeMap::new();
        for item in self.items(piece) {
            match self.split_at_colon(item) {
                Some((key, value)) if self.is_one(key, Kind::Word) => {
                    if let Some(given) = self.field(&mut first, key, value) {
                        fields.given.push(given);
                    }
                }
                _ => {
                    fields.unclear = true;
                    self.expected(item, say!("named-field"), Some(say!("named-field-help")));
                }
            }
        }
        Some(fields)
    }

    /// A field as written, unless `first` has the place of another of its name.
    fn field(
        &mut self,
        first: &mut BTreeMap<&'a str, Range<usize>>,
        key: Piece,
        value: Piece,
    ) -> Option<Given> {
        let (name, at) = (self.text(key).trim_matches(is_quote), self.range(key));
        if let Some(first) = first.get(name) {
            let fault =
                Diagnostic::new("duplicate-field", at, say!("duplicate-field", field = name));
            self.note(
                fault
                    .label(say!("again-here"))
                    .note(first.clone(), say!("first-here"))
                    .help(say!("duplicate-field-help")),
            );
            return None;
        }
        first.insert(name, at.clone());
        Some(Given {
            key: name.to_owned(),
            at,
            value,
            used: false,
            known: is_word(name),
            meant: None,
        })
    }

    /// Enters a gate; `false` after noting that it is too deep (once for the whole expression).
    pub fn enter_gate(&mut self, piece: Piece) -> bool {
        self.gates += 1;
        let fits = self.gates <= MAX_GATES;
        if !fits && !self.too_deep {
            self.too_deep = true;
            let at = self.tokens[piece.first].range();
            self.note(
                Diagnostic::new("too-deep", at, say!("too-deep-gates", most = MAX_GATES))
                    .help(say!("too-deep-help")),
            );
        }
        fits
    }

    /// Leaves a gate.
    pub fn leave_gate(&mut self) {
        self.gates -= 1;
        self.too_deep &= self.gates > 0;
    }
}

fn not_yet(word: &str, at: Range<usize>) -> Diagnostic {
    Diagnostic::new("not-yet", at, say!("not-yet", word = word)).help(say!("not-yet-help"))
}

/// The word of `known` that was meant: one with the same meaning, else one that is spelt almost like it.
fn meant(written: &str, known: &[&'static str]) -> Option<&'static str> {
    same_meaning(written, known).or_else(|| did_you_mean(written, known.iter().copied()))
}

/// The way out where only some words are possible.
fn one_of(words: &[&str]) -> Say {
    say!("one-of", words = words.join(", "))
}

/// A field as written.
#[derive(Clone, Debug)]
struct Given {
    key: String,
    at: Range<usize>,
    value: Piece,
    used: bool,
    /// Whether the language has a field of this name, here or elsewhere.
    known: bool,
    /// The field that it was taken for, if its own name is unknown.
    meant: Option<&'static str>,
}

/// The fields of a bracket while they are taken out.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    at: Range<usize>,
    given: Vec<Given>,
    asked: Vec<&'static str>,
    /// Whether something without a name stands among them; then none is said to be missing.
    unclear: bool,
}

impl Fields {
    /// Reads the field `key`, or what stands for it where it is not written.
    pub fn take<T: Read>(&mut self, key: &'static str, reader: &mut Reader<'_>) -> Option<T> {
        match self.piece(key) {
            Some(piece) => T::read(piece, reader),
            None => T::absent().or_else(|| self.missing(key, reader)),
        }
    }

    /// Reads the field `key` over what the base of a variant says of it.
    pub fn take_over<T: Read>(
        &mut self,
        key: &'static str,
        reader: &mut Reader<'_>,
        base: T,
    ) -> Option<T> {
        match self.piece(key) {
            Some(piece) => T::read_over(piece, reader, base),
            None => Some(base),
        }
    }

    /// Takes the field `key` out unread; where its name stands.
    pub fn discard(&mut self, key: &str) -> Option<Range<usize>> {
        let at = self.given.iter().position(|field| field.key == key)?;
        Some(self.given.remove(at).at)
    }

    /// Takes the fields with these names out, to be read later.
    #[must_use]
    pub fn split_off(&mut self, keys: &[&str]) -> Self {
        let (given, rest) = std::mem::take(&mut self.given)
            .into_iter()
            .partition(|field| keys.contains(&field.key.as_str()));
        self.given = rest;
        Self {
            at: self.at.clone(),
            given,
            asked: Vec::new(),
            unclear: self.unclear,
        }
    }

    /// Forgets that these fields were asked for, so that nobody is told to write them.
    pub fn forget(&mut self, keys: &[&str]) {
        self.asked.retain(|key| !keys.contains(key));
    }

    /// The value of the field `key` as a piece; that of a field with a misspelt name if there is no other.
    pub fn piece(&mut self, key: &'static str) -> Option<Piece> {
        self.asked.push(key);
        if let Some(field) = self.given.iter_mut().find(|field| field.key == key) {
            field.used = true;
            return Some(field.value);
        }
        let free = |field: &&mut Given| !field.used && field.meant.is_none();
        let misspelt = self
            .given
            .iter_mut()
            .filter(free)
            .find(|field| !field.known && meant(&field.key, &[key]).is_some())?;
        misspelt.meant = Some(key);
        Some(misspelt.value)
    }

    /// Notes that `key` must be written.
    pub fn missing<T>(&self, key: &str, reader: &mut Reader<'_>) -> Option<T> {
        if !self.unclear {
            let message = say!("missing-field", field = key);
            let fault = Diagnostic::new("missing-field", self.at.clone(), message);
            reader.note(
                fault
                    .label(say!("missing-field-label"))
                    .help(say!("missing-field-help", field = key)),
            );
        }
        None
    }

    /// Where the bracket opens.
    #[must_use]
    pub fn opening(&self) -> Range<usize> {
        self.at.clone()
    }

    /// Notes the fields that nobody asked for.
    pub fn finish(self, reader: &mut Reader<'_>) {
        if self.given.iter().all(|field| field.used) {
            return;
        }
        let given = self.given.iter().map(|field| field.key.as_str()).collect();
        for field in self.given.iter().filter(|field| !field.used) {
            let unknown = self.unknown(field, &given, reader.source);
            reader.note(unknown);
        }
    }

    /// A field that nobody asked for; what was probably meant is none of those that are `given`.
    fn unknown(&self, field: &Given, given: &BTreeSet<&str>, source: &str) -> Diagnostic {
        let key = &field.key;
        if NOT_YET.contains(&key.as_str()) {
            return not_yet(key, field.at.clone());
        }
        let meant = field
            .meant
            .or_else(|| meant(key, &self.asked))
            .filter(|meant| !given.contains(meant));
        let help = match meant {
            Some(meant) => write(source, &[Edit::replace(field.at.clone(), meant)]),
            None if self.asked.is_empty() => say!("no-field-allowed"),
            None => say!("fields-allowed", fields = self.asked.join(", ")),
        };
        Diagnostic::new(
            "unknown-field",
            field.at.clone(),
            say!("unknown-field", field = key),
        )
        .meant(meant)
        .help(help)
    }
}

/// A word with its arguments.
#[derive(Debug)]
pub struct Call {
    word: String,
    at: Place,
    arguments: Option<Piece>,
}

impl Call {
    /// Whether this is the word.
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        self.word == word
    }

    /// Where the word stands.
    #[must_use]
    pub fn place(&self) -> Place {
        self.at.clone()
    }

    /// Whether there are no arguments; else notes a fault.
    pub fn nothing(&self, reader: &mut Reader<'_>) -> bool {
        let unwanted = self
            .arguments
            .filter(|&piece| !(reader.is_bracket(piece, "(") && piece.last == piece.first + 2));
        if let Some(piece) = unwanted {
            let at = reader.range(piece);
            reader.note(
                Diagnostic::new("wrong-count", at, say!("takes-nothing", word = &self.word))
                    .help(say!("takes-nothing-help", word = &self.word)),
            );
        }
        unwanted.is_none()
    }

    /// The values `(a, b)`, one for each of `names`; else notes a fault.
    pub fn values(&self, reader: &mut Reader<'_>, names: &[&str]) -> Option<Vec<Piece>> {
        let items = self
            .arguments
            .filter(|&piece| reader.is_bracket(piece, "("))
            .map(|piece| reader.items(piece))
            .unwrap_or_default();
        let named = items
            .iter()
            .any(|&item| reader.split_at_colon(item).is_some());
        if items.len() == names.len() && !named {
            return Some(items);
        }
        let found = if named {
            say!("named-found")
        } else {
            say!("values-found", count = items.len())
        };
        let message = say!(
            "wrong-count",
            word = &self.word,
            count = names.len(),
            found = found
        );
        let shape = format!("{}({})", self.word, names.join(", "));
        reader.note(
            Diagnostic::new("wrong-count", self.at.at.clone(), message)
                .help(say!("write", line = shape)),
        );
        None
    }

    /// The fields `(key: value, …)`; a single value without a name stands for `of`.
    pub fn fields(&self, reader: &mut Reader<'_>) -> Option<Fields> {
        let Some(piece) = self.arguments else {
            return Some(Fields {
                at: self.at.at.clone(),
                given: Vec::new(),
                asked: Vec::new(),
                unclear: false,
            });
        };
        if reader.is_bracket(piece, "(") {
            let items = reader.items(piece);
            if let [only] = items[..]
                && reader.split_at_colon(only).is_none()
            {
                let of = Given {
                    key: "of".to_owned(),
                    at: reader.range(only),
                    value: only,
                    used: false,
                    known: true,
                    meant: None,
                };
                return Some(Fields {
                    at: self.at.at.clone(),
                    given: vec![of],
                    asked: Vec::new(),
                    unclear: false,
                });
            }
        }
        let fields = reader.fields(piece)?;
        Some(Fields {
            at: self.at.at.clone(),
            ..fields
        })
    }
}

/// Reads a bracket of fields.
pub fn record<T: Record>(piece: Piece, reader: &mut Reader<'_>) -> Option<T> {
    let mut fields = reader.fields(piece)?;
    let record = T::take(&mut fields, reader);
    fields.finish(reader);
    record
}

/// Reads a bracket of fields over what the base of a variant says.
pub fn record_over<T: Record>(piece: Piece, reader: &mut Reader<'_>, base: T) -> Option<T> {
    let mut fields = reader.fields(piece)?;
    let record = T::take_over(&mut fields, reader, base);
    fields.finish(reader);
    record
}
