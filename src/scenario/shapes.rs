//! Reading the general shapes: leaf, name, option, list, pair, part and table.
//!
//! Knows nothing of what they hold.

use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::overlay;
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
            reader.expected(
                piece,
                "a single value",
                Some("write a text such as \"4 h\", a number, or a word"),
            );
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
            format!("`{number}` is not a finite number"),
        ));
        return None;
    }
    Some(number)
}

/// The content of a text; RON's grammar was checked before.
fn unquote(text: &str) -> String {
    ron::from_str(text).unwrap_or_else(|_| text.trim_matches('"').to_owned())
}

impl Read for Name {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        if !reader.is_one(piece, Kind::Text) {
            reader.expected(piece, "a name in quotes", None);
            return None;
        }
        let (text, at) = (unquote(reader.text(piece)), reader.place(piece));
        if text.trim().is_empty() {
            reader.note(Diagnostic::fault(
                "empty-name",
                &at,
                "a name must not be empty",
            ));
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
            T::read(piece, reader).map(Some)
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
            reader.expected(piece, "two values in brackets", None);
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
            reader.expected(
                piece,
                "a table of names in braces",
                Some("write `{\"name\": value, …}`"),
            );
            return None;
        }
        let mut entries: Vec<(Name, Part<V>)> = Vec::new();
        for item in reader.items(piece) {
            let Some((key, value)) = reader.split_at_colon(item) else {
                reader.expected(
                    item,
                    "a name and its value",
                    Some("write `\"name\": value`"),
                );
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
