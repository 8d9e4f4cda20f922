//! Reading and filling of the few forms of the language that are neither a plain bracket of fields nor a plain word.

use crate::say;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::fill::{Fill, Filler};
use crate::scenario::overlay::lay_uses_over;
use crate::scenario::read::{Fields, Read, Reader, Record};
use crate::scenario::schema::{
    Ask, Expr, Gate, Law, LawKind, Mark, MarkKind, MeasureExpr, Observed, Stops, Uses, Worded,
};
use crate::scenario::spans::{Leaf, Name, Table};
use crate::scenario::tokens::Piece;

impl Read for Expr {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        let at = reader.place(piece);
        let what = if reader.enter_gate(piece) {
            Gate::read(piece, reader)
        } else {
            None
        };
        reader.leave_gate();
        Some(Self { what: what?, at })
    }

    fn begins(piece: Piece, reader: &Reader<'_>) -> bool {
        Gate::begins(piece, reader)
    }

    fn words() -> Vec<&'static str> {
        Gate::words()
    }
}

impl Fill for Expr {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        Self {
            what: self.what.fill(filler),
            at: self.at.fill(filler),
        }
    }
}

impl Read for Law {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        let at = reader.place(piece);
        Some(Self {
            what: Box::new(LawKind::read(piece, reader)?),
            at,
        })
    }

    fn begins(piece: Piece, reader: &Reader<'_>) -> bool {
        LawKind::begins(piece, reader)
    }

    fn words() -> Vec<&'static str> {
        LawKind::words()
    }
}

impl Fill for Law {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        Self {
            what: Box::new(self.what.fill(filler)),
            at: self.at.fill(filler),
        }
    }
}

/// `Verified("Bellcore data in AFL 2001")`
impl Read for Mark {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        let call = reader.call(piece, say!("a-source"), &MarkKind::words())?;
        let kind = MarkKind::read(
            Piece {
                first: piece.first,
                last: piece.first + 1,
            },
            reader,
        )?;
        let text = call.values(reader, &["source"])?;
        Some(Self {
            kind,
            text: Leaf::read(*text.first()?, reader)?,
        })
    }
}

impl Fill for Mark {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        Self {
            kind: self.kind.clone(),
            text: self.text.fill(filler),
        }
    }
}

/// A text, or one for each language.
impl Read for Worded {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        if !reader.is_bracket(piece, "(") {
            return Leaf::read(piece, reader).map(Self::One);
        }
        let mut fields = reader.fields(piece)?;
        let (en, de) = (fields.take("en", reader), fields.take("de", reader));
        fields.finish(reader);
        Some(Self::Each { en: en?, de: de? })
    }
}

impl Fill for Worded {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        match self {
            Self::One(leaf) => Self::One(leaf.fill(filler)),
            Self::Each { en, de } => Self::Each {
                en: en.fill(filler),
                de: de.fill(filler),
            },
        }
    }
}

/// A share, or a table of shares by level.
impl Read for Stops {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        if Table::<Leaf>::begins(piece, reader) {
            Table::read(piece, reader).map(Self::Levels)
        } else {
            Leaf::read(piece, reader).map(Self::Down)
        }
    }
}

impl Fill for Stops {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        match self {
            Self::Down(share) => Self::Down(share.fill(filler)),
            Self::Levels(shares) => Self::Levels(shares.fill(filler)),
        }
    }
}

/// A list; a variant's entries take the place of those of the same template.
impl Read for Uses {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        Vec::read(piece, reader).map(Self)
    }

    fn read_over(piece: Piece, reader: &mut Reader<'_>, base: Self) -> Option<Self> {
        let over = Vec::read(piece, reader)?;
        Some(Self(lay_uses_over(base.0, over, &mut reader.changes)))
    }

    fn absent() -> Option<Self> {
        Some(Self(Vec::new()))
    }
}

impl Fill for Uses {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        Self(self.0.fill(filler))
    }
}

/// A measure, or `(label: "…", measure: …)`.
impl Read for Ask {
    fn read(piece: Piece, reader: &mut Reader<'_>) -> Option<Self> {
        if !reader.is_bracket(piece, "(") {
            return Some(Self {
                label: None,
                measure: MeasureExpr::read(piece, reader)?,
                precision: None,
            });
        }
        let mut fields = reader.fields(piece)?;
        let (label, measure) = (fields.take("label", reader), fields.take("measure", reader));
        let precision = fields.take("precision", reader);
        fields.finish(reader);
        Some(Self {
            label: label?,
            measure: measure?,
            precision: precision?,
        })
    }
}

/// `of: AllDown([…])`, `of: expr`, `down: expr` or `service: …, level: …`: exactly one of them.
impl Record for Observed {
    fn take(fields: &mut Fields, reader: &mut Reader<'_>) -> Option<Self> {
        let of = fields.piece("of");
        let down = fields.piece("down");
        let service: Option<Name> = fields.take("service", reader)?;
        let level: Option<Name> = fields.take("level", reader)?;
        match (of, down, service) {
            (Some(of), None, None) if reader.word(of) == Some("AllDown") => {
                let call = reader.call(of, say!("what-is-observed-here"), &["AllDown"])?;
                let values = call.values(reader, &["of"])?;
                Vec::read(*values.first()?, reader).map(Self::AllDown)
            }
            (Some(expr), None, None) | (None, Some(expr), None) => {
                Expr::read(expr, reader).map(Self::Down)
            }
            (None, None, Some(service)) => Some(Self::Service { service, level }),
            _ => {
                let message = say!("what-is-observed");
                reader.note(
                    Diagnostic::new("what-is-observed", fields.opening(), message)
                        .help(say!("what-is-observed-help")),
                );
                None
            }
        }
    }
}

impl Fill for Observed {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        match self {
            Self::AllDown(of) => Self::AllDown(of.fill(filler)),
            Self::Down(of) => Self::Down(of.fill(filler)),
            Self::Service { service, level } => Self::Service {
                service: service.fill(filler),
                level: level.fill(filler),
            },
        }
    }
}

impl Fill for Ask {
    fn fill(&self, filler: &mut Filler<'_>) -> Self {
        Self {
            label: self.label.fill(filler),
            measure: self.measure.fill(filler),
            precision: self.precision.fill(filler),
        }
    }
}
