//! Curves for the charts: survival of outages, convergence of the answers, members down at once.

use super::CONFIDENCE;
use super::asks;
use super::view::View;
use super::watches::Watched;
use crate::batch::results::Curve;
use crate::model::ids::{GroupId, WatchId};
use crate::model::watch::{Observed, Watch};
use crate::stats::histogram::{Bucket, edges};
use crate::stats::mean::LEAST_EFFECTIVE;
use crate::stats::{Histogram, Interval, Lifetimes, ratio};
use crate::units::{MICROS_PER_HOUR, Span};

/// At most so many points in a curve.
const POINTS: usize = 64;

/// All curves: per watch, per question, per group.
pub fn curves(view: &View) -> Vec<Curve> {
    let watches =
        (0..view.blueprint.watches.len()).filter_map(|id| survival(view, WatchId::new(id)));
    let asked = (0..view.blueprint.asks.len()).filter_map(|number| convergence(view, number));
    let groups =
        (0..view.blueprint.groups.len()).filter_map(|id| members_down(view, GroupId::new(id)));
    watches.chain(asked).chain(groups).collect()
}

type Point = (f64, f64, f64, f64);

/// A share as a point, if there is an estimate. Beside a bound the other end is 0 or 1; where there is none, both are the estimate.
fn point(x: f64, share: &Interval) -> Option<Point> {
    let y = share.estimate?;
    let (low, high) = match (share.low, share.high) {
        (None, None) => (y, y),
        (low, high) => (low.unwrap_or(0.0), high.unwrap_or(1.0)),
    };
    Some((x, y, low, high))
}

/// Share of the outages of a watch that last longer than x [h].
fn survival(view: &View, id: WatchId) -> Option<Curve> {
    let watched = Watched::new(view, id, CONFIDENCE);
    let curve = watched.survival();
    let at = |bucket: Bucket| {
        let x = edges(bucket).1 as f64 / MICROS_PER_HOUR as f64;
        point(x, &curve.after(bucket, CONFIDENCE))
    };
    let mut points: Vec<Point> = grid(curve.all()).into_iter().filter_map(at).collect();
    if !points.is_empty() {
        points.extend(exact(&watched));
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    (!points.is_empty()).then(|| Curve {
        kind: "outage-survival".to_owned(),
        subject: watched.watch.subject.clone(),
        level: watched.watch.level.clone(),
        points,
        marks: marks(view, watched.watch),
    })
}

/// The points at the thresholds of a watch, where the outages are counted one by one.
fn exact(watched: &Watched) -> Vec<Point> {
    let at = |(number, threshold): (usize, &Span)| {
        let share = watched.share_longer(number);
        let y = share.estimate?;
        let (low, high) = (share.low.unwrap_or(y), share.high.unwrap_or(y));
        Some((threshold.hours(), y, low, high))
    };
    let thresholds = watched.watch.thresholds.iter().enumerate();
    thresholds.filter_map(at).collect()
}

/// Buckets from just below the shortest duration to the longest, evenly apart and at most [`POINTS`].
fn grid(durations: &Lifetimes) -> Vec<Bucket> {
    let all = Histogram::pooled([&durations.ended, &durations.open]);
    let (first, last) = match (all.iter().next(), all.iter().next_back()) {
        (Some((first, _)), Some((last, _))) => (first.saturating_sub(1), last),
        _ => return Vec::new(),
    };
    let mut step = 1;
    while usize::from((last - first) as u16) / step >= POINTS - 1 {
        step *= 2;
    }
    let mut grid: Vec<Bucket> = (first..=last).step_by(step).collect();
    if grid.last() != Some(&last) {
        grid.push(last);
    }
    grid
}

/// RTO and MTPD of the level's objectives, and the limit of a level in demand [h].
fn marks(view: &View, watch: &Watch) -> Vec<(String, f64)> {
    let mark = |name: &str, span: Option<Span>| Some((name.to_owned(), span?.hours()));
    match watch.of {
        Observed::Below(service, level) => {
            let objectives = view.blueprint.services[service.index()].objectives.iter();
            let here = objectives.filter(|objective| objective.level == level);
            here.flat_map(|of| [mark("rto", of.rto), mark("mtpd", of.mtpd)])
                .flatten()
                .collect()
        }
        Observed::Demanded(service, level) => {
            let limit = view.blueprint.services[service.index()].levels[level].limit;
            mark("limit", limit.map(|limit| limit.at_most))
                .into_iter()
                .collect()
        }
        Observed::Not(_) => Vec::new(),
    }
}

/// The answer to question `number` after so many replications: of the first group, the first two, and so on.
fn convergence(view: &View, number: usize) -> Option<Curve> {
    let wanted = view.blueprint.asks[number].wanted;
    let mut points = Vec::new();
    for groups in 1..=view.parts.len() {
        let part = View::up_to(view.blueprint, view.tally, groups);
        let value = asks::measure(&part, wanted, CONFIDENCE).value;
        if let (Some(y), Some(low), Some(high)) = (value.estimate, value.low, value.high) {
            points.push((part.n as f64, y, low, high));
        }
    }
    let row = asks::measure(view, wanted, CONFIDENCE);
    (!points.is_empty()).then(|| Curve {
        kind: "convergence".to_owned(),
        subject: format!("ask/{}", number + 1),
        level: row.level,
        points,
        marks: Vec::new(),
    })
}

/// Years per year in which at least x members of a group are down at once.
fn members_down(view: &View, id: GroupId) -> Option<Curve> {
    let parts = view.parts.iter().map(|part| {
        (
            &part.groups[id.index()],
            part.replications * view.full_years,
        )
    });
    let parts: Vec<_> = parts.collect();
    let most = parts
        .iter()
        .filter_map(|(tally, _)| tally.most_down.range())
        .map(|(_, most)| most)
        .max()?;
    let clusters = parts
        .iter()
        .map(|(tally, _)| tally.years_hit.nonzero())
        .sum::<u64>();
    let step = usize::try_from(most)
        .unwrap_or(usize::MAX)
        .div_ceil(POINTS)
        .max(1);
    let at = |x: i64| {
        let share: Vec<ratio::Part> = parts
            .iter()
            .map(|&(tally, years)| (i128::from(at_least(&tally.most_down, x)), i128::from(years)))
            .collect();
        point(
            x as f64,
            &ratio::share(&share, view.n, clusters >= LEAST_EFFECTIVE, CONFIDENCE),
        )
    };
    let points: Vec<Point> = (1..=most).step_by(step).filter_map(at).collect();
    (!points.is_empty()).then(|| Curve {
        kind: "members-down".to_owned(),
        subject: format!("organisation/{}", view.blueprint.groups[id.index()].name),
        level: String::new(),
        points,
        marks: Vec::new(),
    })
}

/// Values of at least `x`, to the accuracy of a bucket.
fn at_least(values: &Histogram, x: i64) -> u64 {
    values.total() - values.up_to(crate::stats::histogram::bucket_of(x) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_reaches_to_the_end_of_all_shares() {
        let bound = |low, high| Interval {
            low,
            high,
            ..Interval::too_few(Some(0.1))
        };
        assert_eq!(
            point(1.0, &bound(None, Some(0.2))),
            Some((1.0, 0.1, 0.0, 0.2))
        );
        assert_eq!(
            point(1.0, &bound(Some(0.05), None)),
            Some((1.0, 0.1, 0.05, 1.0))
        );
        assert_eq!(point(1.0, &bound(None, None)), Some((1.0, 0.1, 0.1, 0.1)));
    }

    #[test]
    fn a_grid_spans_all_durations_with_few_points() {
        let mut durations = Lifetimes::default();
        durations.ended.add(1_000_000);
        durations.open.add(MICROS_PER_HOUR * 24 * 365);
        let grid = grid(&durations);
        assert!(
            grid.len() <= POINTS && grid.len() > POINTS / 4,
            "{}",
            grid.len()
        );
        assert!(edges(grid[0]).1 < 1_000_000);
        assert!(edges(*grid.last().unwrap()).1 >= MICROS_PER_HOUR * 24 * 365);
    }
}
