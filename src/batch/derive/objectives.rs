//! Objectives against what is reached (`docs/semantics.md` 23).

use super::CONFIDENCE;
use super::hotlines::Calls;
use super::view::View;
use super::watches::Watched;
use crate::batch::results::{Estimate, ObjectiveResult, Verdict};
use crate::model::hotline::Hotline;
use crate::model::ids::{HotlineId, ServiceId, WatchId};
use crate::model::service::{Objective, Service, Tolerance};
use crate::model::watch::{CallValue, Callers, Observed};
use crate::units::Span;

/// Objectives of all services, then of all hotlines, in declared order.
pub fn objectives(view: &View) -> Vec<ObjectiveResult> {
    let services = view
        .blueprint
        .services
        .iter()
        .enumerate()
        .flat_map(|(id, service)| {
            let of = move |objective| service_results(view, ServiceId::new(id), service, objective);
            service.objectives.iter().flat_map(of)
        });
    let hotlines = view
        .blueprint
        .hotlines
        .iter()
        .enumerate()
        .flat_map(|(id, hotline)| {
            let of =
                move |&(share, within)| answered(view, HotlineId::new(id), hotline, share, within);
            hotline.objectives.iter().map(of)
        });
    services.chain(hotlines).collect()
}

/// RTO, MTPD and availability of one objective.
fn service_results(
    view: &View,
    id: ServiceId,
    service: &Service,
    objective: &Objective,
) -> Vec<ObjectiveResult> {
    let wanted = Observed::Below(id, objective.level);
    let Some(watch) = view
        .blueprint
        .watches
        .iter()
        .position(|watch| watch.of == wanted)
    else {
        return Vec::new();
    };
    let watched = Watched::new(view, WatchId::new(watch), CONFIDENCE);
    let empty = ObjectiveResult {
        subject: format!("service/{}", service.name),
        level: service
            .levels
            .get(objective.level)
            .map_or_else(String::new, |level| level.name.clone()),
        kind: String::new(),
        target: 0.0,
        within_h: None,
        tolerance: tolerance(objective.tolerance),
        scheme: String::new(),
        reached: watched.availability(),
        reached_times_h: Vec::new(),
        verdict: Verdict::Undecided,
    };
    let times = [("rto", objective.rto), ("mtpd", objective.mtpd)];
    let times = times.into_iter().filter_map(|(kind, limit)| {
        let (reached, verdict) = time_reached(&watched, limit?, objective.tolerance)?;
        Some(ObjectiveResult {
            kind: kind.to_owned(),
            target: limit?.hours(),
            reached,
            reached_times_h: [0.5, 0.9]
                .map(|p| (p, watched.duration_quantile(p)))
                .to_vec(),
            verdict,
            ..empty.clone()
        })
    });
    let availability = objective.availability.map(|target| ObjectiveResult {
        kind: "availability".to_owned(),
        target,
        tolerance: tolerance(None),
        scheme: objective.scheme.clone(),
        verdict: at_least(&empty.reached, target),
        ..empty.clone()
    });
    times.chain(availability).collect()
}

/// What is reached of a time, as the tolerance counts it. Without a tolerance there is no verdict.
fn time_reached(
    watched: &Watched,
    limit: Span,
    tolerance: Option<Tolerance>,
) -> Option<(Estimate, Verdict)> {
    let threshold = watched
        .watch
        .thresholds
        .iter()
        .position(|&threshold| threshold == limit)?;
    Some(match tolerance {
        None => (watched.share_longer(threshold), Verdict::Undecided),
        Some(Tolerance::OfOutages(share)) => {
            let reached = watched.share_longer(threshold);
            let verdict = at_most(&reached, share);
            (reached, verdict)
        }
        Some(Tolerance::PerYear(chance)) => {
            let reached = watched.year_with_longer(threshold);
            let verdict = at_most(&reached, chance);
            (reached, verdict)
        }
    })
}

fn answered(
    view: &View,
    id: HotlineId,
    hotline: &Hotline,
    share: f64,
    within: usize,
) -> ObjectiveResult {
    let reached = Calls::new(view, id, CONFIDENCE)
        .row(Callers::All, CallValue::ServiceLevel(within))
        .value;
    ObjectiveResult {
        subject: format!("hotline/{}", hotline.name),
        level: String::new(),
        kind: "answered-within".to_owned(),
        target: share,
        within_h: hotline.within.get(within).map(|within| within.hours()),
        tolerance: tolerance(None),
        scheme: String::new(),
        verdict: at_least(&reached, share),
        reached,
        reached_times_h: Vec::new(),
    }
}

fn tolerance(of: Option<Tolerance>) -> (String, f64) {
    match of {
        None => (String::new(), 0.0),
        Some(Tolerance::OfOutages(share)) => ("share-of-outages".to_owned(), share),
        Some(Tolerance::PerYear(chance)) => ("per-year".to_owned(), chance),
    }
}

/// The bound decides, not the estimate: the whole interval, or the one end there is, must lie on one side.
fn at_most(reached: &Estimate, wanted: f64) -> Verdict {
    if reached.high.is_some_and(|high| high <= wanted) {
        Verdict::Met
    } else if reached.low.is_some_and(|low| low > wanted) {
        Verdict::Missed
    } else {
        Verdict::Undecided
    }
}

fn at_least(reached: &Estimate, wanted: f64) -> Verdict {
    if reached.low.is_some_and(|low| low >= wanted) {
        Verdict::Met
    } else if reached.high.is_some_and(|high| high < wanted) {
        Verdict::Missed
    } else {
        Verdict::Undecided
    }
}

#[cfg(test)]
mod tests {
    use super::super::row::{Basis, estimate};
    use super::*;
    use crate::stats::{Interval, Method};

    fn reached(low: Option<f64>, high: Option<f64>) -> Estimate {
        let interval = Interval {
            estimate: Some(0.1),
            low,
            high,
            std_error: None,
            method: Method::Wilson,
        };
        estimate(interval, Basis::default(), CONFIDENCE)
    }

    #[test]
    fn a_verdict_needs_the_bound_inside_not_the_estimate() {
        assert_eq!(
            at_most(&reached(Some(0.05), Some(0.2)), 0.15),
            Verdict::Undecided
        );
        assert_eq!(at_most(&reached(Some(0.05), Some(0.2)), 0.2), Verdict::Met);
        assert_eq!(
            at_most(&reached(Some(0.05), Some(0.2)), 0.04),
            Verdict::Missed
        );
        assert_eq!(
            at_least(&reached(Some(0.05), Some(0.2)), 0.05),
            Verdict::Met
        );
        assert_eq!(
            at_least(&reached(Some(0.05), Some(0.2)), 0.21),
            Verdict::Missed
        );
    }

    #[test]
    fn a_bound_on_one_side_decides_when_it_can() {
        assert_eq!(at_most(&reached(None, Some(0.003)), 0.01), Verdict::Met);
        assert_eq!(
            at_most(&reached(None, Some(0.003)), 0.001),
            Verdict::Undecided
        );
    }
}
