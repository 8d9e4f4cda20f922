//! What happens, and what lasts, per year: the rates that crews, components and causes have in common.

use super::CONFIDENCE;
use super::row::{Basis, estimate};
use super::view::View;
use super::watches::{count, rate};
use crate::batch::results::Estimate;
use crate::stats::Moments;
use crate::stats::mean::mean;

/// How often something happens [1/y], from its counts per replication.
pub fn per_year(view: &View, counts: &Moments) -> Estimate {
    let basis = Basis {
        n: view.n,
        events: count(counts),
        n_eff: counts.nonzero(),
    };
    estimate(rate(view, counts, CONFIDENCE), basis, CONFIDENCE)
}

/// How long something lasts [h/y], from its times per replication [µs]; `events` is how often it was seen.
pub fn hours(view: &View, times: &Moments, events: u64) -> Estimate {
    let interval = mean(times, view.n, CONFIDENCE).scaled(view.hours_per_year());
    estimate(
        interval,
        Basis {
            n: view.n,
            events,
            n_eff: times.nonzero(),
        },
        CONFIDENCE,
    )
}
