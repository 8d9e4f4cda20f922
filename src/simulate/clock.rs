//! The clocks of failure modes: operating age left until one strikes (`docs/semantics.md` 6).
//!
//! A clock stands, or runs at full speed or at that of a warm standby; it is told when that changes. Knows nothing of what makes
//! it run, nor of what happens when it runs out.

use crate::model::ids::ModeId;
use crate::simulate::plan::Plan;
use crate::units::{Instant, Span};

/// How fast a mode ages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    /// Not at all.
    Standing,
    /// As time passes.
    Full,
    /// At the share of time that its component's standby says.
    Warm,
}

#[derive(Clone, Copy, Debug)]
struct Clock {
    /// Standing: the age left [µs]. Full: the instant at which the mode strikes. Warm: the age that was left when it began [µs].
    mark: i64,
    /// The first uniform of the repair after the next failure.
    repair: f64,
    /// Failures of this mode so far: the natural index of its luck.
    failures: u32,
    pace: Pace,
}

/// The clocks of all failure modes.
#[derive(Default)]
pub(super) struct Clocks {
    clocks: Vec<Clock>,
    /// Of warm standbys: since when they have run at the pace of a standby.
    warm: Vec<Instant>,
}

impl Clocks {
    /// No mode has a clock yet.
    pub(super) fn reset(&mut self, plan: &Plan) {
        self.clocks.clear();
        self.warm.clear();
        self.warm.resize(plan.few.warm.len(), Instant::START);
    }

    /// The next mode's clock stands with an age of `left` to go; `repair` is the first uniform of the repair after that.
    pub(super) fn push(&mut self, left: Span, repair: f64) {
        self.clocks.push(Clock {
            mark: left.micros(),
            repair,
            failures: 0,
            pace: Pace::Standing,
        });
    }

    /// How often the mode has struck.
    pub(super) fn failures(&self, mode: ModeId) -> u32 {
        self.clocks[mode.index()].failures
    }

    /// The first uniform of the repair after the next failure.
    pub(super) fn repair(&self, mode: ModeId) -> f64 {
        self.clocks[mode.index()].repair
    }

    /// How fast the mode ages.
    pub(super) fn pace(&self, mode: ModeId) -> Pace {
        self.clocks[mode.index()].pace
    }

    /// A further failure is over; gives their number.
    pub(super) fn count(&mut self, mode: ModeId) -> u32 {
        let failures = &mut self.clocks[mode.index()].failures;
        *failures += 1;
        *failures
    }

    /// Sets the age that is left of a clock that stands, and the first uniform of the repair after that.
    pub(super) fn wind(&mut self, mode: ModeId, left: Span, repair: f64) {
        let clock = &mut self.clocks[mode.index()];
        debug_assert_eq!(
            clock.pace,
            Pace::Standing,
            "a failed component does not age"
        );
        clock.mark = left.micros();
        clock.repair = repair;
    }

    /// The mode ages at `pace` from now on; gives when it strikes, if it does.
    pub(super) fn set(
        &mut self,
        plan: &Plan,
        mode: ModeId,
        pace: Pace,
        now: Instant,
    ) -> Option<Instant> {
        let left = self.left(plan, mode, now);
        let clock = &mut self.clocks[mode.index()];
        clock.pace = pace;
        clock.mark = left.micros();
        match pace {
            Pace::Standing => None,
            Pace::Full => {
                let strikes = now + left;
                clock.mark = strikes.micros();
                Some(strikes)
            }
            Pace::Warm => {
                let share = plan.share_of(mode);
                let place = plan.few.warm.place(mode.0)?;
                self.warm[place] = now;
                let wait = (left.micros() as f64 / share).ceil();
                Some(now + Span::from_micros(wait as i64))
            }
        }
    }

    /// The age left until the mode strikes.
    pub(super) fn left(&self, plan: &Plan, mode: ModeId, now: Instant) -> Span {
        let clock = &self.clocks[mode.index()];
        let left = match clock.pace {
            Pace::Standing => clock.mark,
            Pace::Full => clock.mark - now.micros(),
            Pace::Warm => {
                let since = plan
                    .few
                    .warm
                    .place(mode.0)
                    .map_or(now, |place| self.warm[place]);
                let passed = (now - since).micros() as f64;
                clock.mark - (passed * plan.share_of(mode)).round() as i64
            }
        };
        Span::from_micros(left.max(0))
    }
}
