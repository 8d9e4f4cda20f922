//! Measures that are asked for or expected.
//!
//! Knows nothing of how they are estimated: it says which watch, probe, group or hotline a measure is of.

use crate::model::ids::{GroupId, HotlineId, ServiceId, WatchId};
use crate::model::structure::Op;
use crate::model::watch::{Ask, Bound, Expectation, Probe, Wanted};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::expressions::{has_switchover, text_of};
use crate::scenario::lower::hotlines::within_index;
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
        let with_unit = || match measure {
            Wanted::MeanDuration(_) | Wanted::MeanWait(_) => {
                Span::parse(text).ok().map(Span::hours)
            }
            Wanted::Outages(_) | Wanted::Longer(..) => {
                Rate::parse(text).ok().map(|rate| rate.per_year)
            }
            Wanted::DownTime(_) | Wanted::UserHours(_) => None,
            _ => parse_probability(text).ok(),
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
            MeasureExpr::Count { of, longer_than } => {
                let watch = self.observed(of)?;
                Some(self.counted(watch, longer_than.as_ref()))
            }
            MeasureExpr::YearWith { of, longer_than } => {
                let watch = self.observed(of)?;
                let longer = longer_than
                    .as_ref()
                    .map_or(Span::ZERO, |leaf| self.setting(leaf));
                Some(Wanted::YearWithLonger(watch, self.threshold(watch, longer)))
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
            MeasureExpr::MeanDuration { of } => self.observed(of).map(Wanted::MeanDuration),
            MeasureExpr::Ever { of } => self.observed(of).map(Wanted::Ever),
            MeasureExpr::At { expr, time } => self.probe(expr, time),
            MeasureExpr::UserHours { of } => {
                self.losing_group(of.as_ref(), at).map(Wanted::UserHours)
            }
            MeasureExpr::ServiceLevel {
                hotline,
                within,
                weeks,
            } => {
                let normal =
                    self.word_or(weeks.as_ref(), &[("All", false), ("Normal", true)], false);
                let hotline = self.hotline_of(hotline)?;
                let within = self.wait_index(hotline, within)?;
                Some(Wanted::ServiceLevel {
                    hotline,
                    within,
                    normal,
                })
            }
            MeasureExpr::Abandoned { hotline } => self.hotline_of(hotline).map(Wanted::Abandoned),
            MeasureExpr::MeanWait { hotline } => self.hotline_of(hotline).map(Wanted::MeanWait),
        }
    }

    fn counted(&mut self, watch: WatchId, longer_than: Option<&Leaf>) -> Wanted {
        let Some(leaf) = longer_than else {
            return Wanted::Outages(watch);
        };
        let longer = self.positive_setting(leaf);
        Wanted::Longer(watch, self.threshold(watch, longer))
    }

    fn observed(&mut self, of: &Observed) -> Option<WatchId> {
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

    fn probe(&mut self, expr: &Expr, time: &Leaf) -> Option<Wanted> {
        let signal = self.measured(expr)?;
        let at = Instant::START + self.setting(time);
        if at > Instant::START + self.study.horizon {
            self.report
                .fault(
                    "after-horizon",
                    &time.at,
                    say!(
                        "after-horizon",
                        time = &time.text,
                        horizon = self.study.horizon.to_string()
                    ),
                )
                .help(say!("after-horizon-help"));
        }
        let subject = format!("at/{}", text_of(expr));
        self.probes.push(Probe {
            signal,
            at,
            subject,
        });
        Some(Wanted::At(self.probes.len() - 1))
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

    fn wait_index(&mut self, hotline: HotlineId, within: &Leaf) -> Option<usize> {
        let within = self.positive_setting(within);
        self.hotlines
            .get_mut(hotline.index())
            .map(|hotline| within_index(hotline, within))
    }
}

/// The unit of a measure, in words.
fn unit(measure: Wanted) -> Say {
    match measure {
        Wanted::DownTime(_) => say!("unit-hours-per-year"),
        Wanted::UserHours(_) => say!("unit-user-hours-per-year"),
        Wanted::MeanDuration(_) | Wanted::MeanWait(_) => say!("unit-hours"),
        Wanted::Outages(_) | Wanted::Longer(..) => say!("unit-events-per-year"),
        _ => say!("unit-share"),
    }
}
