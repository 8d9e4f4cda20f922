//! The integer clock: instants and spans in microseconds.

use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use serde::{Deserialize, Serialize};

/// Microseconds in an hour.
pub const MICROS_PER_HOUR: i64 = 3_600_000_000;
/// Microseconds in a day of 24 hours.
pub const MICROS_PER_DAY: i64 = 24 * MICROS_PER_HOUR;
/// Microseconds in a year of 365.25 days.
pub const MICROS_PER_YEAR: i64 = 31_557_600_000_000;

/// A point of simulation time [µs since the scenario's start].
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Instant(i64);

impl Instant {
    /// The scenario's start.
    pub const START: Self = Self(0);
    /// Later than every instant of a run.
    pub const NEVER: Self = Self(i64::MAX);

    /// The instant `micros` [µs] after the start.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since the start [µs].
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Hours since the start [h], for showing.
    #[must_use]
    pub fn hours(self) -> f64 {
        self.0 as f64 / MICROS_PER_HOUR as f64
    }

    /// `self + span`, or [`Instant::NEVER`] beyond the end of the clock.
    #[must_use]
    pub const fn after(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

/// A length of simulation time [µs]; a year is 365.25 days.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Span(i64);

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);
    /// The shortest time there is: one microsecond.
    pub const TICK: Self = Self(1);
    /// Longer than every run.
    pub const MAX: Self = Self(i64::MAX);

    /// A span of `micros` [µs].
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// A span of whole hours [h].
    #[must_use]
    pub const fn from_hours(hours: i64) -> Self {
        Self(hours * MICROS_PER_HOUR)
    }

    /// Microseconds [µs].
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Hours [h], for showing.
    #[must_use]
    pub fn hours(self) -> f64 {
        self.0 as f64 / MICROS_PER_HOUR as f64
    }

    /// Years of 365.25 days [y], for showing.
    #[must_use]
    pub fn years(self) -> f64 {
        self.0 as f64 / MICROS_PER_YEAR as f64
    }

    /// `micros` [µs] as a duration that was drawn: rounded to the nearest tick, at least one tick, at most [`Span::MAX`].
    #[must_use]
    #[inline]
    pub fn drawn(micros: f64) -> Self {
        // `as` cuts off and saturates, so an infinite quantile becomes the longest span. What it cut off is exact; to look at it is
        // cheaper than `round`, a call into the maths library where the processor is not known to have it.
        let whole = micros as i64;
        let up = i64::from(micros - whole as f64 >= 0.5);
        Self(whole.saturating_add(up).max(1))
    }
}

impl Add<Span> for Instant {
    type Output = Self;
    fn add(self, span: Span) -> Self {
        self.after(span)
    }
}

impl Sub<Span> for Instant {
    type Output = Self;
    fn sub(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

impl Sub for Instant {
    type Output = Span;
    fn sub(self, earlier: Self) -> Span {
        Span(self.0 - earlier.0)
    }
}

impl Add for Span {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Span {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Span {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl SubAssign for Span {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Neg for Span {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}
