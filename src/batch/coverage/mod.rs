//! Coverage: whole batches repeated with independent luck, to count how often an interval holds the exact value
//! (`docs/semantics.md` 36).
//!
//! Knows expectations that name an exact value (`is:`), and nothing of files or of how what is found is shown.

mod case;
mod judge;

pub use case::{Case, Known, Rows, cover, cover_rows, seed_of};
pub use judge::{
    BIAS, Bar, Coverage, CoverageVerdict, Hits, Kind, LEVEL, POOLED, Pooled, RowCoverage, judge,
};
