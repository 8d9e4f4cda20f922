//! Rows of the tidy table: an interval with its name, unit and counts.

use crate::batch::results::{Estimate, Measure};
use crate::model::blueprint::About;
use crate::model::parameter::{Mark, Parameter};
use crate::model::watch::Yearly;
use crate::stats::Interval;
use crate::units::Span;

/// What an estimate rests on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Basis {
    /// Replications, or replication-years.
    pub n: u64,
    /// Events seen.
    pub events: u64,
    /// Replications with a value other than zero.
    pub n_eff: u64,
}

/// An interval as it stands in the results.
pub fn estimate(interval: Interval, basis: Basis, confidence: f64) -> Estimate {
    let finite = |value: Option<f64>| value.filter(|value| value.is_finite());
    Estimate {
        estimate: finite(interval.estimate),
        low: finite(interval.low),
        high: finite(interval.high),
        confidence,
        n: basis.n,
        events: basis.events,
        n_eff: basis.n_eff,
        censored: 0,
        std_error: finite(interval.std_error),
        method: interval.method.name().to_owned(),
    }
}

/// What rows of one subject have in common.
#[derive(Clone, Debug)]
pub struct Subject {
    /// `service/payroll`.
    pub name: String,
    /// Level of the service; empty if none.
    pub level: String,
    /// `24x7`, the name of a calendar, or `normal-weeks` for weeks of a hotline without a surge.
    pub calendar: &'static str,
}

impl Subject {
    /// A subject without a level, round the clock.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            level: String::new(),
            calendar: "24x7",
        }
    }

    /// A row.
    pub fn row(
        &self,
        measure: &str,
        unit: &str,
        at: impl Into<String>,
        value: Estimate,
    ) -> Measure {
        Measure {
            subject: self.name.clone(),
            measure: measure.to_owned(),
            level: self.level.clone(),
            calendar: self.calendar.to_owned(),
            unit: unit.to_owned(),
            at: at.into(),
            definition: definition(&self.name, measure),
            rests_on: String::new(),
            value,
        }
    }
}

/// The table of `docs/results.md` that a subject belongs to, and the measure in it.
fn definition(subject: &str, measure: &str) -> String {
    let family = match subject.split_once('/').map_or("", |(kind, _)| kind) {
        kind @ ("organisation" | "crew" | "hotline") => kind,
        "service" | "all-down" | "down" | "demanded" | "at" | "number" => "observed",
        _ => "thing",
    };
    format!("{family}/{measure}")
}

/// How well the numbers of a scenario are known: counts of those with a source, of those assumed or unverified, and of those
/// that stand in the text without any.
pub fn sources(about: &About) -> String {
    let parameters = &about.parameters;
    let weak = |of: &&Parameter| matches!(of.from, Mark::Assumption(_) | Mark::Unverified(_));
    let assumed = parameters.iter().filter(weak).count();
    let (sourced, unsourced) = (parameters.len() - assumed, about.inline.len());
    format!("sourced {sourced}, assumed {assumed}, unsourced {unsourced}")
}

/// A span as the argument of a row, in hours: `24 h`.
pub fn hours(span: Span) -> String {
    format!("{} h", span.hours())
}

/// The name of a quantile: `P90`.
pub fn percent(p: f64) -> String {
    format!("P{}", (p * 1_000.0).round() / 10.0)
}

/// What is told of a yearly maximum, as the argument of a row: nothing for the mean.
pub fn of_years(yearly: Yearly) -> String {
    match yearly {
        Yearly::Mean => String::new(),
        Yearly::Quantile(p) => percent(p),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_where_its_measure_is_defined() {
        assert_eq!(
            definition("hotline/desk/town", "mean-wait"),
            "hotline/mean-wait"
        );
        assert_eq!(definition("crew/admins", "mean-wait"), "crew/mean-wait");
        assert_eq!(definition("down/a", "down-time"), "observed/down-time");
        assert_eq!(definition("component/a", "failures"), "thing/failures");
    }

    #[test]
    fn weak_numbers_are_counted_apart() {
        let parameter = |from| Parameter {
            name: "x".to_owned(),
            value: "1".to_owned(),
            range: None,
            from,
        };
        let about = About {
            parameters: vec![
                parameter(Mark::Assumption("a guess".to_owned())),
                parameter(Mark::Verified("a text".to_owned())),
            ],
            ..About::default()
        };
        assert_eq!(sources(&about), "sourced 1, assumed 1, unsourced 0");
    }

    #[test]
    fn arguments_read_as_people_write_them() {
        assert_eq!(
            (hours(Span::from_hours(24)), percent(0.9), percent(0.5)),
            ("24 h".into(), "P90".into(), "P50".into())
        );
    }
}
