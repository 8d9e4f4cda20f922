//! Which replications simulate a hotline, and which time of them is counted (`docs/semantics.md` 17).

use crate::kernel::Seed;
use crate::model::Blueprint;
use crate::model::hotline::Hotline;
use crate::units::{Instant, MICROS_PER_DAY, MICROS_PER_YEAR, Span};

/// Simulated before the counted window so that it begins with calls under way: one week.
const RUN_IN: Span = Span::from_micros(7 * MICROS_PER_DAY);

/// The simulated time of one replication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The beginning, with an empty hotline.
    pub start: Instant,
    /// The counted window (from, to].
    pub window: (Instant, Instant),
}

impl Plan {
    /// The plan of a replication; `None` where its number does not fall to the hotline and it is not wanted otherwise.
    ///
    /// One full year is drawn evenly by the hotline's year stream; where the counted time holds no full year, all of it
    /// is taken. The run-in is cut at instant 0.
    #[must_use]
    pub fn of(
        blueprint: &Blueprint,
        hotline: &Hotline,
        seed: &Seed,
        replication: u64,
        wanted: bool,
    ) -> Option<Self> {
        if !wanted && !replication.is_multiple_of(hotline.every.max(1)) {
            return None;
        }
        let counted = Instant::START + blueprint.warm_up;
        let window = match blueprint.years() {
            0 => (counted, blueprint.end()),
            years => {
                let [u, ..] = seed.uniforms(hotline.year_stream, replication, 0, 0);
                let year = ((u * f64::from(years)) as i64).min(i64::from(years) - 1);
                let from = counted + Span::from_micros(year * MICROS_PER_YEAR);
                (from, from + Span::from_micros(MICROS_PER_YEAR))
            }
        };
        let start = (window.0 - RUN_IN).max(Instant::START);
        Some(Self { start, window })
    }
}
