//! Compensated counts: failures of a mode less those that its operating age lets one expect (`docs/semantics.md` 34).
//!
//! For a mode whose life is exponential in operating age with mean m, N(T) − A(T)/m is a martingale, whatever crews, suspensions and
//! standbys do to its age A: neither looks ahead. It is reckoned when a replication is over, from the same numbers again, so that
//! nobody else pays for it.

use crate::dist::Law;
use crate::kernel::Seed;
use crate::model::Blueprint;
use crate::model::blueprint::Initially;
use crate::model::ids::ModeId;
use crate::simulate::Options;
use crate::simulate::luck::Luck;
use crate::simulate::world::World;
use crate::units::Span;

/// Whether the mode has a compensated count: its life is exponential, and only its own failures renew it.
#[must_use]
pub fn is_compensated(blueprint: &Blueprint, mode: ModeId) -> bool {
    let of = &blueprint.modes[mode.index()];
    let others = &blueprint.components[of.component.index()];
    let mut modes = others.mode_ids();
    matches!(of.fails, Some(Law::Exponential(_)))
        && !modes.any(|mode| blueprint.modes[mode.index()].renews_all)
}

impl World<'_> {
    /// m·N(T) − A(T) [µs] of a mode that [`is_compensated`] in replication `replication`, which has just been run to its end T; m is
    /// the mean in whole µs. Its expectation is 0.
    #[must_use]
    pub fn compensated(&self, seed: &Seed, replication: u64, mode: ModeId) -> i64 {
        let blueprint = self.blueprint();
        let of = &blueprint.modes[mode.index()];
        let Some(law) = &of.fails else { return 0 };
        let options = Options::default();
        let luck = Luck {
            seed,
            replication,
            options,
        };
        let (renewed, left) = self.clock(mode);
        let drawn = |number: u32| match (number, blueprint.initially) {
            (0, Initially::Running) => luck.draw_residual(law, of.stream, 0, 0),
            _ => luck.draw(law, of.stream, number, 0),
        };
        let drawn: i128 = (0..=renewed)
            .map(|number| i128::from(drawn(number).micros()))
            .sum();
        // A clock with nothing left has struck and waits for its repair.
        let struck = i128::from(renewed) + i128::from(left == Span::ZERO);
        let mean = law.mean().round() as i128;
        let ticks = mean * struck - (drawn - i128::from(left.micros()));
        i64::try_from(ticks).unwrap_or(if ticks < 0 { i64::MIN } else { i64::MAX })
    }
}
