//! Resolves names and quantities: from the expanded scenario to a blueprint.

use crate::model::Blueprint;
use crate::scenario::{Diagnostic, Expanded, Overrides};

/// The blueprint of a scenario; `None` after noting faults.
pub fn lower(
    _expanded: &Expanded,
    _overrides: &Overrides,
    _notes: &mut Vec<Diagnostic>,
) -> Option<Blueprint> {
    None
}
