//! Calendars compiled to windows on the simulation clock, and the civil clock they come from.

use crate::units::{Instant, Span};
use std::sync::Arc;

/// When something is open or on duty.
#[derive(Clone, Debug, PartialEq)]
pub enum Calendar {
    /// Round the clock.
    Always,
    /// In these windows [from, to), ascending, disjoint, covering the whole horizon.
    Windows(Arc<[(Instant, Instant)]>),
}

impl Calendar {
    /// Whether `at` lies inside.
    #[must_use]
    pub fn is_open(&self, at: Instant) -> bool {
        self.window(at).is_some_and(|(from, _)| from <= at)
    }

    /// The window that holds `at`, or the next one after it; `None` after the last.
    #[must_use]
    pub fn window(&self, at: Instant) -> Option<(Instant, Instant)> {
        match self {
            Self::Always => Some((Instant::from_micros(i64::MIN), Instant::NEVER)),
            Self::Windows(windows) => {
                let next = windows.partition_point(|&(_, to)| to <= at);
                windows.get(next).copied()
            }
        }
    }

    /// The first instant at or after `at` that is open.
    #[must_use]
    pub fn next_open(&self, at: Instant) -> Option<Instant> {
        self.window(at).map(|(from, _)| from.max(at))
    }

    /// Open time within [from, to).
    #[must_use]
    pub fn open_time(&self, from: Instant, to: Instant) -> Span {
        match self {
            Self::Always => to - from,
            Self::Windows(windows) => {
                let first = windows.partition_point(|&(_, end)| end <= from);
                windows[first..]
                    .iter()
                    .take_while(|&&(start, _)| start < to)
                    .fold(Span::ZERO, |sum, &(start, end)| {
                        sum + (end.min(to) - start.max(from))
                    })
            }
        }
    }
}

/// A number that changes at known instants (agents on duty, call rate): `(from, value)`, ascending, the first at or before 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps<T>(pub Arc<[(Instant, T)]>);

impl<T: Copy> Steps<T> {
    /// The value in force at `at`.
    #[must_use]
    pub fn at(&self, at: Instant) -> T {
        let after = self.0.partition_point(|&(from, _)| from <= at);
        self.0[after.saturating_sub(1)].1
    }

    /// When the value changes next after `at`.
    #[must_use]
    pub fn next_change(&self, at: Instant) -> Option<Instant> {
        let after = self.0.partition_point(|&(from, _)| from <= at);
        self.0.get(after).map(|&(from, _)| from)
    }
}

/// The civil clock: where the scenario's instants lie in local time.
#[derive(Clone, Debug)]
pub struct CivilClock {
    /// Instant 0, in the scenario's time zone.
    pub start: jiff::Zoned,
}

impl CivilClock {
    /// Local time of an instant.
    #[must_use]
    pub fn local(&self, at: Instant) -> jiff::Zoned {
        self.start
            .checked_add(jiff::SignedDuration::from_micros(at.micros()))
            .unwrap_or_else(|_| self.start.clone())
    }
}
