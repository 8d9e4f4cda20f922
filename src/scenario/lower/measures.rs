//! Measures that are asked for or expected.
//!
//! Knows nothing of how they are estimated: it says which watch, probe, group or hotline a measure is of.

use crate::model::ids::{GroupId, ServiceId, WatchId};
use crate::model::structure::Op;
use crate::model::watch::{Ask, Bound, CallValue, Counter, Expectation, Probe, Wanted, Yearly};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::expressions::{has_switchover, text_of};
use crate::scenario::schema::{self, Expr, MeasureExpr, Observed, Worded};
use crate::scenario::spans::{Leaf, Name, Place};
use crate::text::Say;
use crate::units::{Instant, Rate, Span, parse_number, parse_probability};

impl Lowering<'_> {
    /// The measures that answer the question.
    pub fn read_asks(&mut self) -> Vec<Ask> {
        let mut asks = Vec::new();
        for part in &self.scenario.asks {
            let Some(ask) = &part.got else { continue };
            let label = ask.label.as_ref().map(Worded::wording).unwrap_or_default();
            asks.extend(
                self.wanted(&ask.measure, &part.at)
                    .map(|wanted| Ask { label, wanted }),
            );
        }
        asks
    }

    /// What measures should be.
    pub fn read_expectations(&mut self) -> Vec<Expectation> {
        let mut expectations = Vec::new();
        for part in &self.scenario.expect {
            let Some(written) = &part.got else { continue };
            let measure = self.wanted(&written.measure, &part.at);
            let bound = measure.and_then(|measure| self.bound(written, measure, &part.at));
            if let (Some(measure), Some(bound)) = (measure, bound) {
                expectations.push(Expectation {
                    measure,
                    bound,
                    from: written.from.text.clone(),
                });
            }
        }
        expectations
    }

    fn bound(
        &mut self,
        written: &schema::Expectation,
        measure: Wanted,
        at: &Place,
    ) -> Option<Bound> {
        match (
            &written.is,
            &written.within,
            &written.at_least,
            &written.at_most,
        ) {
            (Some(is), None, None, None) => Some(Bound::Is(self.value(is, measure)?)),
            (Some(is), Some(within), None, None) => Some(Bound::Within(
                self.value(is, measure)?,
                self.relative(within)?,
            )),
            (None, None, Some(least), None) => Some(Bound::AtLeast(self.value(least, measure)?)),
            (None, None, None, Some(most)) => Some(Bound::AtMost(self.value(most, measure)?)),
            _ => {
                self.report
                    .fault("bad-expectation", at, say!("bad-expectation"))
                    .help(say!("bad-expectation-help"));
                None
            }
        }
    }

    /// A value in the unit of a measure: a plain number, or with its unit where that can only mean the same.
    pub fn value(&mut self, leaf: &Leaf, measure: Wanted) -> Option<f64> {
        let text = leaf.text.as_str();
        let with_unit = || match unit_of(measure) {
            Unit::Hours => Span::parse(text).ok().map(Span::hours),
            Unit::Years => Span::parse(text).ok().map(Span::years),
            Unit::PerYear => Rate::parse(text).ok().map(|rate| rate.per_year),
            Unit::Share => parse_probability(text).ok(),
            Unit::Other(_) => None,
        };
        let found = parse_number(text).ok().or_else(with_unit);
        if found.is_none() {
            self.report
                .fault(
                    "bad-quantity",
                    &leaf.at,
                    say!("bad-quantity-value", text = text),
                )
                .help(say!("bad-quantity-value-help", unit = unit(measure)));
        }
        found
    }

    /// A relative tolerance [1], which may well be above 1.
    fn relative(&mut self, leaf: &Leaf) -> Option<f64> {
        let found = match leaf.text.trim().strip_suffix('%') {
            Some(percent) => parse_number(percent.trim()).map(|percent| percent / 100.0),
            None => parse_number(&leaf.text),
        };
        let found = found.ok().filter(|tolerance| *tolerance > 0.0);
        if found.is_none() {
            self.report
                .fault(
                    "bad-quantity",
                    &leaf.at,
                    say!("bad-quantity-relative", text = &leaf.text),
                )
                .help(say!("bad-quantity-relative-help"));
        }
        found
    }

    fn wanted(&mut self, measure: &MeasureExpr, at: &Place) -> Option<Wanted> {
        let wanted = self.meant_measure(measure, at)?;
        if self.until.is_some() && !is_before_event(wanted) {
            self.report
                .fault("needs-fixed-horizon", at, say!("needs-fixed-horizon"))
                .help(say!("needs-fixed-horizon-help"));
            return None;
        }
        Some(wanted)
    }

    fn meant_measure(&mut self, measure: &MeasureExpr, at: &Place) -> Option<Wanted> {
        match measure {
            MeasureExpr::TimeBelow { service, level } => {
                self.below(service, level.as_ref()).map(Wanted::DownTime)
            }
            MeasureExpr::Share {
                down,
                service,
                level,
            } => {
                let watch = match (down, service) {
                    (Some(down), None) => self.down(down),
                    (None, Some(service)) => self.below(service, level.as_ref()),
                    _ => {
                        self.report
                            .fault("bad-measure", at, say!("bad-measure"))
                            .help(say!("bad-measure-help"));
                        None
                    }
                };
                watch.map(Wanted::DownShare)
            }
            MeasureExpr::Demanded {
                service,
                level,
                longer_than,
            } => {
                let service = self.service_of(service)?;
                let level = self.demanded_level(service, level)?;
                let watch = self.watch_demanded(service, level);
                Some(self.counted(watch, longer_than.as_ref()))
            }
            MeasureExpr::At { expr, time, just } => self.probe(expr, time, just.as_ref()),
            MeasureExpr::NumberUp { expressions } => self.number_up(expressions, at),
            MeasureExpr::UserHours { of } => {
                self.losing_group(of.as_ref(), at).map(Wanted::UserHours)
            }
            MeasureExpr::WorstDay { of, take } => {
                let yearly = self.yearly(take.as_ref());
                let group = self.losing_group(of.as_ref(), at)?;
                Some(Wanted::WorstDay(group, yearly))
            }
            MeasureExpr::MostDown { of, take } => {
                let yearly = self.yearly(take.as_ref());
                let group = self.losing_group(of.as_ref(), at)?;
                Some(Wanted::MostDown(group, yearly))
            }
            _ => match self.of_outages(measure, at) {
                Some(found) => found,
                None => self.of_calls(measure, at),
            },
        }
    }

    /// What is told of a yearly maximum.
    pub fn yearly(&mut self, take: Option<&Leaf>) -> Yearly {
        let words = [
            ("Mean", Yearly::Mean),
            ("P50", Yearly::Quantile(0.5)),
            ("P90", Yearly::Quantile(0.9)),
            ("P95", Yearly::Quantile(0.95)),
            ("P99", Yearly::Quantile(0.99)),
        ];
        self.word_or(take, &words, Yearly::Mean)
    }

    pub fn counted(&mut self, watch: WatchId, longer_than: Option<&Leaf>) -> Wanted {
        let Some(leaf) = longer_than else {
            return Wanted::Outages(watch);
        };
        let longer = self.positive_setting(leaf);
        Wanted::Longer(watch, self.threshold(watch, longer))
    }

    pub fn observed(&mut self, of: &Observed) -> Option<WatchId> {
        match of {
            Observed::Service { service, level } => self.below(service, level.as_ref()),
            Observed::Down(expr) => self.down(expr),
            Observed::AllDown(of) => self.all_down(of),
        }
    }

    /// A service below a level, by default the lowest.
    fn below(&mut self, service: &Name, level: Option<&Name>) -> Option<WatchId> {
        let service = self.service_of(service)?;
        let level = match level {
            Some(level) => self.level_of(service, level)?,
            None => self.lowest(service)?,
        };
        Some(self.watch_below(service, level))
    }

    /// A level that is demanded when no better one is available: any but the best.
    fn demanded_level(&mut self, service: ServiceId, level: &Name) -> Option<usize> {
        let found = self.level_of(service, level)?;
        if found == 0 {
            self.report
                .fault(
                    "demanded-best-level",
                    &level.at,
                    say!("demanded-best-level", level = &level.text),
                )
                .help(say!("demanded-best-level-help"));
            return None;
        }
        Some(found)
    }

    fn lowest(&self, service: ServiceId) -> Option<usize> {
        self.services[service.index()].levels.len().checked_sub(1)
    }

    fn down(&mut self, expr: &Expr) -> Option<WatchId> {
        let signal = self.measured(expr)?;
        Some(self.watch_down(signal, format!("down/{}", text_of(expr))))
    }

    fn all_down(&mut self, of: &[Expr]) -> Option<WatchId> {
        let signals: Vec<_> = of.iter().map(|expr| self.measured(expr)).collect();
        let signals: Vec<_> = signals.into_iter().collect::<Option<_>>()?;
        if signals.is_empty() {
            return None;
        }
        let any = self.gates.gate(Op::Any, signals);
        let texts: Vec<String> = of.iter().map(text_of).collect();
        Some(self.watch_down(any, format!("all-down/{}", texts.join("+"))))
    }

    /// An expression of a measure; a switchover would be a machine of its own, not one of the model.
    fn measured(&mut self, expr: &Expr) -> Option<crate::model::ids::Signal> {
        if has_switchover(expr) {
            self.report
                .fault(
                    "switchover-in-measure",
                    &expr.at,
                    say!("switchover-in-measure"),
                )
                .help(say!("switchover-in-measure-help"));
            return None;
        }
        self.expression(expr, "measure")
    }

    fn probe(&mut self, expr: &Expr, time: &Leaf, just: Option<&Leaf>) -> Option<Wanted> {
        let signal = self.measured(expr)?;
        let before = self.word_or(just, &[("Before", true), ("After", false)], false);
        let time_since = if before {
            self.positive_setting(time) - Span::TICK
        } else {
            self.setting(time)
        };
        let at = Instant::START + time_since;
        self.check_within(time, at);
        let subject = format!("at/{}", text_of(expr));
        self.probes.push(Probe {
            signal,
            at,
            before,
            subject,
        });
        Some(Wanted::At(self.probes.len() - 1))
    }

    /// Notes an instant, written as `time`, that lies after the horizon.
    pub fn check_within(&mut self, time: &Leaf, at: Instant) {
        let horizon = self.study.horizon;
        if at > Instant::START + horizon {
            let message = say!(
                "after-horizon",
                time = &time.text,
                horizon = horizon.to_string()
            );
            self.report
                .fault("after-horizon", &time.at, message)
                .help(say!("after-horizon-help"));
        }
    }

    fn losing_group(&mut self, of: Option<&Name>, at: &Place) -> Option<GroupId> {
        if let Some(selector) = of {
            return self.group(selector);
        }
        if self.groups.is_empty() {
            self.report
                .fault("no-organisations", at, say!("no-organisations"))
                .help(say!("no-organisations-help"));
            return None;
        }
        Some(GroupId::new(0))
    }

    /// A counter of the expressions that hold.
    fn number_up(&mut self, of: &[Expr], at: &Place) -> Option<Wanted> {
        if of.is_empty() {
            self.report
                .fault("empty-counter", at, say!("empty-counter"))
                .help(say!("empty-counter-help"));
            return None;
        }
        let signals: Vec<_> = of.iter().map(|expr| self.measured(expr)).collect();
        let signals: Vec<_> = signals.into_iter().collect::<Option<_>>()?;
        let texts: Vec<String> = of.iter().map(text_of).collect();
        let watches = signals.iter().zip(&texts);
        let counter = Counter {
            of: watches
                .map(|(&signal, text)| self.watch_quietly(signal, format!("down/{text}")))
                .collect(),
            subject: format!("number/{}", texts.join("+")),
        };
        self.counters.push(counter);
        Some(Wanted::MeanNumber(self.counters.len() - 1))
    }
}

/// Whether a measure is told by what comes before a first event, so that it may end the replication.
const fn is_before_event(wanted: Wanted) -> bool {
    matches!(
        wanted,
        Wanted::FirstTime(..)
            | Wanted::Ever(_)
            | Wanted::Chance(..)
            | Wanted::Number(..)
            | Wanted::TotalDown(_)
    )
}

/// The unit of a measure.
enum Unit {
    Hours,
    Years,
    PerYear,
    Share,
    /// One in which only plain numbers are written, in words.
    Other(Say),
}

fn unit_of(measure: Wanted) -> Unit {
    match measure {
        Wanted::DownTime(_) => Unit::Other(say!("unit-hours-per-year")),
        Wanted::UserHours(_) => Unit::Other(say!("unit-user-hours-per-year")),
        Wanted::WorstDay(..) => Unit::Other(say!("unit-user-hours")),
        Wanted::Number(..)
        | Wanted::MeanNumber(_)
        | Wanted::MostDown(..)
        | Wanted::Calls(_, _, CallValue::Waiting | CallValue::Busy) => {
            Unit::Other(say!("unit-number"))
        }
        Wanted::MeanDuration(_)
        | Wanted::MeanUpTime(_)
        | Wanted::TotalDown(_)
        | Wanted::TotalUp(_)
        | Wanted::FirstTime(..)
        | Wanted::Longest(..)
        | Wanted::CrewWait(_)
        | Wanted::Calls(_, _, CallValue::MeanWait | CallValue::SpeedOfAnswer) => Unit::Hours,
        Wanted::ReturnPeriod(..) => Unit::Years,
        Wanted::Outages(_) | Wanted::Longer(..) => Unit::PerYear,
        _ => Unit::Share,
    }
}

/// The unit of a measure, in words.
fn unit(measure: Wanted) -> Say {
    match unit_of(measure) {
        Unit::Hours => say!("unit-hours"),
        Unit::Years => say!("unit-years"),
        Unit::PerYear => say!("unit-events-per-year"),
        Unit::Share => say!("unit-share"),
        Unit::Other(words) => words,
    }
}
