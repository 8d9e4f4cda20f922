//! What was asked for, and what was expected.

use super::CONFIDENCE;
use super::hotlines::Calls;
use super::organisations::group_lost;
use super::row::{Basis, Subject, estimate, hours};
use super::view::View;
use super::watches::Watched;
use crate::batch::results::{Answer, Estimate, ExpectationResult, Measure};
use crate::model::ids::WatchId;
use crate::model::watch::{Ask, Bound, Expectation, Wanted};
use crate::stats::proportion::proportion;

/// Confidence of the interval of an expectation [1].
const EXPECTED_CONFIDENCE: f64 = 0.999;

/// An exact value that agrees to this relative difference is met, whatever the interval: it is rounded itself.
const ROUNDING: f64 = 1e-9;

/// The answers, in the order of the questions.
pub fn answers(view: &View) -> Vec<Answer> {
    view.blueprint
        .asks
        .iter()
        .map(|ask| answer(view, ask))
        .collect()
}

fn answer(view: &View, ask: &Ask) -> Answer {
    let row = measure(view, ask.wanted, CONFIDENCE);
    Answer {
        label: ask.label.clone(),
        kind: row.measure.clone(),
        relative_half_width: relative_half_width(&row),
        row,
        controlled: None,
    }
}

/// Half the interval's width relative to the estimate, of a share p to min(p, 1 − p).
pub fn relative_half_width(row: &Measure) -> Option<f64> {
    let value = row.value.estimate?;
    let base = if row.unit == "1" {
        value.min(1.0 - value)
    } else {
        value.abs()
    };
    (base > 0.0).then_some((row.value.high? - row.value.low?) / 2.0 / base)
}

/// A measure by name, with an interval of this confidence.
pub fn measure(view: &View, wanted: Wanted, confidence: f64) -> Measure {
    let watched = |id: WatchId| Watched::new(view, id, confidence);
    match wanted {
        Wanted::DownTime(id) => of_watch(&watched(id), "down-time", "h/y", Watched::down_time),
        Wanted::DownShare(id) => of_watch(&watched(id), "down-share", "1", Watched::down_share),
        Wanted::Outages(id) => of_watch(&watched(id), "outages", "1/y", Watched::outages),
        Wanted::MeanDuration(id) => {
            of_watch(&watched(id), "mean-duration", "h", Watched::mean_duration)
        }
        Wanted::Ever(id) => of_watch(&watched(id), "ever", "1", Watched::ever),
        Wanted::Longer(id, threshold) => {
            of_threshold(&watched(id), "longer", "1/y", threshold, Watched::longer)
        }
        Wanted::YearWithLonger(id, threshold) => of_threshold(
            &watched(id),
            "year-with-longer",
            "1",
            threshold,
            Watched::year_with_longer,
        ),
        Wanted::At(number) => probe(view, number, confidence),
        Wanted::UserHours(group) => group_lost(view, group, confidence),
        Wanted::ServiceLevel {
            hotline,
            within,
            normal,
        } => Calls::new(view, hotline, confidence).service_level(within, normal),
        Wanted::Abandoned(hotline) => Calls::new(view, hotline, confidence).abandoned(),
        Wanted::MeanWait(hotline) => Calls::new(view, hotline, confidence).mean_wait(),
    }
}

fn of_watch<'a>(
    watched: &Watched<'a>,
    name: &str,
    unit: &str,
    value: impl Fn(&Watched<'a>) -> Estimate,
) -> Measure {
    watched.subject().row(name, unit, "", value(watched))
}

fn of_threshold<'a>(
    watched: &Watched<'a>,
    name: &str,
    unit: &str,
    threshold: usize,
    value: impl Fn(&Watched<'a>, usize) -> Estimate,
) -> Measure {
    let at = hours(watched.watch.thresholds[threshold]);
    watched
        .subject()
        .row(name, unit, at, value(watched, threshold))
}

/// P(signal at an instant) of probe `number`.
pub fn probe(view: &View, number: usize, confidence: f64) -> Measure {
    let probe = &view.blueprint.probes[number];
    let held = view.parts.iter().map(|part| part.probes[number]).sum();
    let interval = proportion(held, view.n, confidence);
    let value = estimate(
        interval,
        Basis {
            n: view.n,
            events: held,
            n_eff: held,
        },
        confidence,
    );
    let since_start = probe.at - crate::units::Instant::START;
    Subject::new(probe.subject.clone()).row("at", "1", hours(since_start), value)
}

/// The answer to the first question so far.
pub fn first(view: &View) -> Option<Answer> {
    view.blueprint.asks.first().map(|ask| answer(view, ask))
}

/// Expectations against what came out.
pub fn expectations(view: &View) -> Vec<ExpectationResult> {
    view.blueprint
        .expectations
        .iter()
        .map(|expected| expectation(view, expected))
        .collect()
}

fn expectation(view: &View, expected: &Expectation) -> ExpectationResult {
    let row = measure(view, expected.measure, EXPECTED_CONFIDENCE);
    let (bound, value, tolerance) = match expected.bound {
        Bound::Is(value) => ("is", value, 0.0),
        Bound::Within(value, tolerance) => ("within", value, tolerance),
        Bound::AtLeast(value) => ("at-least", value, 0.0),
        Bound::AtMost(value) => ("at-most", value, 0.0),
    };
    let error = row.value.std_error.filter(|&error| error > 0.0);
    ExpectationResult {
        z: error.and_then(|error| Some((row.value.estimate? - value) / error)),
        holds: holds(&row.value, expected.bound),
        row,
        bound: bound.to_owned(),
        expected: value,
        tolerance,
        from: expected.from.clone(),
    }
}

/// An exact value must lie in the interval (an end that is missing bounds nothing, but one must be there); the other bounds are
/// held against the estimate.
fn holds(value: &Estimate, bound: Bound) -> bool {
    let Some(estimate) = value.estimate else {
        return false;
    };
    match bound {
        Bound::Is(wanted) => {
            let close = (estimate - wanted).abs() <= ROUNDING * wanted.abs();
            let bounded = value.low.is_some() || value.high.is_some();
            let inside = value.low.is_none_or(|low| low <= wanted)
                && value.high.is_none_or(|high| wanted <= high);
            close || bounded && inside
        }
        Bound::Within(wanted, tolerance) => (estimate - wanted).abs() <= tolerance * wanted.abs(),
        Bound::AtLeast(wanted) => estimate >= wanted,
        Bound::AtMost(wanted) => estimate <= wanted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{Interval, Method};

    fn value(low: f64, high: f64) -> Estimate {
        let interval = Interval::two_sided((low + high) / 2.0, low, high, 0.1, Method::T);
        estimate(interval, Basis::default(), EXPECTED_CONFIDENCE)
    }

    #[test]
    fn an_exact_value_holds_while_the_interval_holds_it() {
        assert!(holds(&value(1.0, 2.0), Bound::Is(1.9)));
        assert!(!holds(&value(1.0, 2.0), Bound::Is(2.1)));
        assert!(holds(&value(2.0, 2.0), Bound::Is(2.0 + 1e-12)));
    }

    #[test]
    fn a_guard_is_held_against_the_estimate() {
        assert!(!holds(&value(1.0, 2.0), Bound::AtMost(1.4)));
        assert!(holds(&value(1.0, 2.0), Bound::AtLeast(1.4)));
        assert!(holds(&value(1.0, 2.0), Bound::Within(1.6, 0.1)));
    }

    #[test]
    fn an_estimate_without_any_bound_confirms_nothing() {
        let alone = estimate(
            Interval::too_few(Some(1.0)),
            Basis::default(),
            EXPECTED_CONFIDENCE,
        );
        assert!(!holds(&alone, Bound::Is(1.5)));
    }

    #[test]
    fn the_width_of_a_share_is_measured_at_its_smaller_side() {
        let row = Subject::new("service/x").row("availability", "1", "", value(0.98, 1.0));
        assert!((relative_half_width(&row).unwrap() - 1.0).abs() < 1e-9);
    }
}
