//! What was asked for, and what was expected.

use super::CONFIDENCE;
use super::crews;
use super::hotlines::Calls;
use super::organisations::{group_lost, most_down, worst_day};
use super::row::{Basis, Subject, estimate, hours};
use super::view::View;
use super::watches::Watched;
use crate::batch::results::{Answer, Estimate, ExpectationResult, Measure};
use crate::model::ids::WatchId;
use crate::model::watch::{Ask, Bound, Expectation, Spread, Wanted};
use crate::stats::Moments;
use crate::stats::mean::mean;
use crate::stats::proportion::proportion;
use crate::units::Span;

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
pub fn measure<'a>(view: &'a View<'a>, wanted: Wanted, confidence: f64) -> Measure {
    let of = |id: WatchId| Watched::new(view, id, confidence);
    let plain = |id: WatchId, name: &str, unit: &str, value: Value<'a>| {
        let watched = of(id);
        watched.subject().row(name, unit, "", value(&watched))
    };
    let beyond = |id: WatchId, threshold: usize, name: &str, unit: &str, value: Beyond<'a>| {
        let watched = of(id);
        let at = hours(watched.watch.thresholds[threshold]);
        let value = value(&watched, threshold);
        watched.subject().row(name, unit, at, value)
    };
    match wanted {
        Wanted::DownTime(id) => plain(id, "down-time", "h/y", Watched::down_time),
        Wanted::DownShare(id) => plain(id, "down-share", "1", Watched::down_share),
        Wanted::Outages(id) => plain(id, "outages", "1/y", Watched::outages),
        Wanted::Longer(id, than) => beyond(id, than, "longer", "1/y", Watched::longer),
        Wanted::ShareLonger(id, than) => {
            beyond(id, than, "share-longer", "1", Watched::share_longer)
        }
        Wanted::YearWithLonger(id, than) => {
            beyond(id, than, "year-with-longer", "1", Watched::year_with_longer)
        }
        Wanted::ReturnPeriod(id, than) => {
            beyond(id, than, "return-period", "y", Watched::return_period)
        }
        Wanted::MeanDuration(id) => plain(id, "mean-duration", "h", Watched::mean_duration),
        Wanted::MeanUpTime(id) => plain(id, "mean-up-time", "h", Watched::mean_up_time),
        Wanted::Ever(id) => plain(id, "ever", "1", Watched::ever),
        Wanted::Chance(id, number) => of(id).chance(number),
        Wanted::Number(id, Spread::Mean) => plain(id, "number", "", Watched::number),
        Wanted::Number(id, Spread::Variance) => {
            plain(id, "number-variance", "", Watched::number_variance)
        }
        Wanted::TotalDown(id) => plain(id, "total-down", "h", Watched::total_down),
        Wanted::TotalUp(id) => plain(id, "total-up", "h", Watched::total_up),
        Wanted::FirstTime(id, first) => of(id).first_time(first),
        Wanted::Longest(id, yearly) => of(id).longest(yearly),
        Wanted::At(number) => probe(view, number, confidence),
        Wanted::MeanNumber(number) => counter(view, number, confidence),
        Wanted::UserHours(group) => group_lost(view, group, confidence),
        Wanted::WorstDay(group, yearly) => worst_day(view, group, yearly, confidence),
        Wanted::MostDown(group, yearly) => most_down(view, group, yearly, confidence),
        Wanted::Calls(hotline, callers, value) => {
            Calls::new(view, hotline, confidence).row(callers, value)
        }
        Wanted::CrewWait(crew) => crews::mean_wait(view, crew, confidence),
        Wanted::CrewAllBusy(crew) => crews::all_busy(view, crew, confidence),
    }
}

/// A number of a watch.
type Value<'a> = fn(&Watched<'a>) -> Estimate;

/// A number of a watch and one of its thresholds.
type Beyond<'a> = fn(&Watched<'a>, usize) -> Estimate;

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
    let (name, at) = match probe.before {
        true => ("just-before", since_start + Span::TICK),
        false => ("at", since_start),
    };
    Subject::new(probe.subject.clone()).row(name, "1", hours(at), value)
}

/// Time-weighted mean of counter `number`.
pub fn counter(view: &View, number: usize, confidence: f64) -> Measure {
    let counter = &view.blueprint.counters[number];
    let mut down = Moments::default();
    view.parts
        .iter()
        .for_each(|part| down.merge(&part.counters[number]));
    let interval = mean(&down, view.n, confidence)
        .scaled(1.0 / view.window() as f64)
        .taken_from(counter.of.len() as f64);
    let basis = Basis {
        n: view.n,
        events: down.nonzero(),
        n_eff: down.nonzero(),
    };
    let value = estimate(interval, basis, confidence);
    Subject::new(counter.subject.clone()).row("number-up", "", "", value)
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

/// The rows of the expectations that name an exact value.
pub fn exactly_known(view: &View, confidence: f64) -> Vec<Measure> {
    let all = view.blueprint.expectations.iter();
    all.filter(|expected| matches!(expected.bound, Bound::Is(_)))
        .map(|expected| measure(view, expected.measure, confidence))
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
