//! Laying what a variant says over what its base says: tables by name, records by field, everything else whole.
//!
//! Remembers each entry that is changed or taken out, so that a fault can point at both texts. Knows nothing of what the entries
//! mean, nor of which tables a scenario has.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::say;
use crate::scenario::diagnostic::{Diagnostic, did_you_mean};
use crate::scenario::read::{Read, Reader};
use crate::scenario::schema::Use;
use crate::scenario::spans::{Name, Part, Place, Table};
use crate::scenario::tokens::Piece;

/// The word that takes an entry out of a table.
const REMOVE: &str = "Remove";

/// An entry of the base that a variant changes or takes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Name of the entry.
    pub name: String,
    /// Bytes of the variant's entry.
    pub over: Range<usize>,
    /// The base's entry, from its name to its end.
    pub base: Place,
    /// Whether the entry is taken out.
    pub removed: bool,
}

/// Reads a table over the base's: an entry with a name that the base has changes it, `Remove` takes it out, any other is new.
pub fn lay_over<V: Read>(
    piece: Piece,
    reader: &mut Reader<'_>,
    base: Table<V>,
) -> Option<Table<V>> {
    let Some(written) = Table::<Piece>::read(piece, reader) else {
        // The fault is noted; the base goes on, so that other faults come in the same go.
        return Some(base);
    };
    let index: BTreeMap<String, usize> = base
        .names()
        .map(|name| name.text.clone())
        .zip(0..)
        .collect();
    let mut entries: Vec<Option<(Name, Part<V>)>> = base.0.into_iter().map(Some).collect();
    for (name, part) in written.0 {
        let Some(value) = part.got else { continue };
        let remove = reader.text(value) == REMOVE;
        let old = index.get(&name.text).and_then(|&at| entries.get_mut(at));
        match old {
            Some(slot) => {
                let Some(old) = slot.take() else { continue };
                reader.changes.push(change(&name, &part.at, &old, remove));
                *slot = (!remove).then(|| changed(old, value, reader));
            }
            None if remove => reader.note(removes_nothing(&name, index.keys())),
            None => {
                let new = added(&name, value, reader, index.keys());
                entries.push(Some((name, new)));
            }
        }
    }
    Some(Table(entries.into_iter().flatten().collect()))
}

fn change<V>(name: &Name, value: &Place, old: &(Name, Part<V>), removed: bool) -> Change {
    Change {
        name: name.text.clone(),
        over: name.at.at.start..value.at.end,
        base: Place {
            at: old.0.at.at.start..old.1.at.at.end,
            instance: old.0.at.instance.clone(),
        },
        removed,
    }
}

/// An entry that could not be read stays unread: what it lacks is not the variant's fault.
fn changed<V: Read>(
    (name, old): (Name, Part<V>),
    value: Piece,
    reader: &mut Reader<'_>,
) -> (Name, Part<V>) {
    let got = old.got.and_then(|old| V::read_over(value, reader, old));
    (name, Part { at: old.at, got })
}

/// An entry with a name that the base does not have. If something is missing in it, it was perhaps meant to change another one.
fn added<'n, V: Read>(
    name: &Name,
    value: Piece,
    reader: &mut Reader<'_>,
    known: impl Iterator<Item = &'n String>,
) -> Part<V> {
    let before = reader.diagnostics.len();
    let part = Part {
        at: reader.place(value),
        got: V::read(value, reader),
    };
    let mut lacking = reader.diagnostics[before..]
        .iter_mut()
        .filter(|fault| fault.code == "missing-field");
    if let Some(fault) = lacking.next()
        && let Some(meant) = did_you_mean(&name.text, known.map(String::as_str))
    {
        fault.help = Some(say!("variant-adds-help", name = &name.text, meant = meant));
    }
    part
}

fn removes_nothing<'n>(name: &Name, known: impl Iterator<Item = &'n String>) -> Diagnostic {
    let meant = did_you_mean(&name.text, known.map(String::as_str));
    Diagnostic::fault(
        "removes-nothing",
        &name.at,
        say!("removes-nothing", name = &name.text),
    )
    .meant(meant)
}

/// The entries of `use:` of a variant over those of its base: those of a template that the variant names give way to the variant's,
/// in the place of the first; the others stay.
pub fn lay_uses_over(
    base: Vec<Part<Use>>,
    over: Vec<Part<Use>>,
    changes: &mut Vec<Change>,
) -> Vec<Part<Use>> {
    let template = |part: &Part<Use>| part.got.as_ref().map(|made| made.template.text.clone());
    let mut new: Vec<(Option<String>, Vec<Part<Use>>)> = Vec::new();
    for part in over {
        let of = template(&part);
        match new.iter_mut().find(|(name, _)| *name == of) {
            Some((_, parts)) => parts.push(part),
            None => new.push((of, vec![part])),
        }
    }
    let mut laid = Vec::new();
    for old in base {
        let of = template(&old);
        match new.iter_mut().find(|(name, _)| of.is_some() && *name == of) {
            Some((_, parts)) => {
                changes.extend(parts.iter().map(|part| Change {
                    name: of.clone().unwrap_or_default(),
                    over: part.at.at.clone(),
                    base: old.at.clone(),
                    removed: false,
                }));
                laid.append(parts);
            }
            None => laid.push(old),
        }
    }
    laid.extend(new.into_iter().flat_map(|(_, parts)| parts));
    laid
}
