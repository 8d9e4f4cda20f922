//! Reading the general shapes: leaf, name, option, list, pair, part and table.
//!
//! Knows nothing of what they hold.

use crate::say;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::overlay;
use crate::scenario::quotes::is_quote;
use crate::scenario::read::{Read, Reader};
use crate::scenario::spans::{Form, Leaf, Name, Part, Place, Table};
use crate::scenario::tokens::{Kind, Piece};

impl Read for Leaf {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        let at = reader.place(piece);
        let (text, form) = if reader.is_one(piece, Kind::Text) {
            (unquote(reader.text(piece)), Form::Text)
        } else if reader.is_one(piece, Kind::Number) {
            (
                finite(reader.text(piece).replace('_', ""), &at, reader)?,
                Form::Number,
            )
        } else if reader.is_one(piece, Kind::Word) {
            (reader.text(piece).to_owned(), Form::Word)
        } else {
            let help = Some(say!("a-single-value-help"));
            reader.expected(piece, say!("a-single-value"), help);
            return None;
        };
        Some(Self { text, at, form })
    }

    fn begins(piece: Piece, reader: &Reader<'_>) -> bool {
        reader.is_one(piece, Kind::Text) || reader.is_one(piece, Kind::Number)
    }
}

/// The number as written, unless it is infinite or none; RON reads `inf`, `NaN` and `1e400` without a word.
fn finite(number: String, at: &Place, reader: &mut Reader<'_>) -> Option<String> {
    if number.parse().is_ok_and(|value: f64| !value.is_finite()) {
        reader.note(Diagnostic::fault(
            "not-finite",
            at,
            say!("not-finite", number = number),
        ));
        return None;
    }
    Some(number)
}

/// The content of a text; one that only a repair made a text may lack its quotes or have others.
fn unquote(text: &str) -> String {
    ron::from_str(text).unwrap_or_else(|_| text.trim_matches(is_quote).trim().to_owned())
}

impl Read for Name {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        if !reader.is_one(piece, Kind::Text) {
            let scalar = reader.is_one(piece, Kind::Word) || reader.is_one(piece, Kind::Number);
            let help = scalar.then(|| reader.in_quotes(piece));
            reader.expected(piece, say!("a-name-in-quotes"), help);
            return None;
        }
        let (text, at) = (unquote(reader.text(piece)), reader.place(piece));
        if text.trim().is_empty() {
            reader.note(Diagnostic::fault("empty-name", &at, say!("empty-name")));
            return None;
        }
        Some(Self { text, at })
    }

    fn begins(piece: Piece, reader: &Reader<'_>) -> bool {
        reader.is_one(piece, Kind::Text)
    }
}

impl<T: Read> Read for Option<T> {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        if T::is_nothing(piece, reader) {
            Some(None)
        } else {
            T::read(reader.inside_some(piece), reader).map(Some)
        }
    }

    fn read_over(piece: Piece, reader: &mut Reader<'_>, base: Self) -> Option<Self> {
        match base {
            Some(base) if !T::is_nothing(piece, reader) => {
                T::read_over(piece, reader, base).map(Some)
            }
            _ => Self::read(piece, reader),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

/// A list; a single entry may stand without brackets.
impl<T: Read> Read for Vec<T> {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        if !reader.is_bracket(piece, "[") {
            return T::read(piece, reader).map(|only| vec![only]);
        }
        let entries: Vec<Option<T>> = reader
            .items(piece)
            .into_iter()
            .map(|item| T::read(item, reader))
            .collect();
        entries.into_iter().collect()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}

impl<T: Read> Read for Part<T> {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        let at = reader.place(piece);
        Some(Self {
            at,
            got: T::read(piece, reader),
        })
    }
}

/// To be read later.
impl Read for Piece {
    fn read(piece: Piece, _reader: &mut Reader<'_>) -> Option<Self> {
        Some(piece)
    }
}

/// Two values, `(a, b)` or `["a", "b"]`.
impl<A: Read, B: Read> Read for (A, B) {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        let bracket = reader.is_bracket(piece, "(") || reader.is_bracket(piece, "[");
        let items = if bracket {
            reader.items(piece)
        } else {
            Vec::new()
        };
        let [a, b] = items[..] else {
            reader.expected(piece, say!("two-values"), Some(say!("two-values-help")));
            return None;
        };
        let (a, b) = (A::read(a, reader), B::read(b, reader));
        Some((a?, b?))
    }

    fn is_nothing(piece: Piece, reader: &Reader<'_>) -> bool {
        matches!(reader.text(piece), "None" | "Unknown")
    }
}

impl<V: Read> Read for Table<V> {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        if !reader.is_bracket(piece, "{") {
            let help = Some(say!("a-table-in-braces-help"));
            reader.expected(piece, say!("a-table-in-braces"), help);
            return None;
        }
        let items = reader.items(piece);
        let mut entries: Vec<(Name, Part<V>)> = Vec::with_capacity(items.len());
        for item in items {
            let Some((key, value)) = reader.split_at_colon(item) else {
                let help = Some(say!("a-name-and-its-value-help"));
                reader.expected(item, say!("a-name-and-its-value"), help);
                continue;
            };
            let (name, part) = (Name::read(key, reader), Part::read(value, reader));
            if let (Some(name), Some(part)) = (name, part) {
                entries.push((name, part));
            }
        }
        Some(Self(entries).without_duplicates(&mut reader.diagnostics))
    }

    fn read_over(piece: Piece, reader: &mut Reader<'_>, base: Self) -> Option<Self> {
        overlay::lay_over(piece, reader, base)
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }

    fn begins(piece: Piece, reader: &Reader<'_>) -> bool {
        reader.is_bracket(piece, "{")
    }
}
