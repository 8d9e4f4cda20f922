//! Measures of outages: how many, how long, when the first comes.
//!
//! Knows nothing of how they are estimated.

use crate::model::ids::WatchId;
use crate::model::watch::{Chance, First, Quantity, Spread, Until, Wanted};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::schema::{Horizon, MeasureExpr, Observed};
use crate::scenario::spans::{Leaf, Place};
use crate::units::{Instant, Span};

/// The largest number of outages that a probability may ask about.
const MOST_OUTAGES: u64 = 1_000_000_000;

/// Bounds as written.
#[derive(Clone, Copy)]
struct Bounds<'a> {
    exactly: Option<&'a Leaf>,
    at_least: Option<&'a Leaf>,
    at_most: Option<&'a Leaf>,
}

impl Lowering<'_> {
    /// The event that ends a replication, if there is one.
    pub fn read_until(&mut self) -> Option<Until> {
        let Some(Horizon::Until { at_most, of }) = &self.scenario.horizon else {
            return None;
        };
        let watch = self.observed(of)?;
        if self.study.warm_up > Span::ZERO {
            self.report
                .fault("until-warm-up", &at_most.at, say!("until-warm-up"))
                .help(say!("until-warm-up-help"));
        }
        if !self.hotlines.is_empty() {
            self.report
                .fault("until-hotline", &at_most.at, say!("until-hotline"))
                .help(say!("until-hotline-help"));
        }
        Some(Until { watch })
    }

    /// A measure of outages; nothing where the measure is of something else.
    pub fn of_outages(&mut self, measure: &MeasureExpr, at: &Place) -> Option<Option<Wanted>> {
        Some(match measure {
            MeasureExpr::Count { of, longer_than } => self
                .observed(of)
                .map(|watch| self.counted(watch, longer_than.as_ref())),
            MeasureExpr::Number {
                exactly,
                at_least,
                at_most,
                take,
                of,
            } => {
                let bounds = Bounds {
                    exactly: exactly.as_ref(),
                    at_least: at_least.as_ref(),
                    at_most: at_most.as_ref(),
                };
                self.number_of_outages(of, bounds, take.as_ref(), at)
            }
            MeasureExpr::TotalDown {
                at_least,
                at_most,
                of,
            } => self.total(
                of,
                (at_least.as_ref(), at_most.as_ref()),
                (Quantity::TotalDown, Wanted::TotalDown),
                at,
            ),
            MeasureExpr::TotalUp {
                at_least,
                at_most,
                of,
            } => self.total(
                of,
                (at_least.as_ref(), at_most.as_ref()),
                (Quantity::TotalUp, Wanted::TotalUp),
                at,
            ),
            MeasureExpr::ShareLonger { longer_than, of } => self.observed(of).map(|watch| {
                let longer = self.positive_setting(longer_than);
                Wanted::ShareLonger(watch, self.threshold(watch, longer))
            }),
            MeasureExpr::YearWith { of, longer_than } => self.observed(of).map(|watch| {
                Wanted::YearWithLonger(watch, self.longer(watch, longer_than.as_ref()))
            }),
            MeasureExpr::ReturnPeriod { of, longer_than } => self
                .observed(of)
                .map(|watch| Wanted::ReturnPeriod(watch, self.longer(watch, longer_than.as_ref()))),
            MeasureExpr::Longest { take, of } => {
                let yearly = self.yearly(take.as_ref());
                self.observed(of)
                    .map(|watch| Wanted::Longest(watch, yearly))
            }
            MeasureExpr::MeanDuration { of } => self.observed(of).map(Wanted::MeanDuration),
            MeasureExpr::MeanUpTime { of } => self.observed(of).map(Wanted::MeanUpTime),
            MeasureExpr::Ever {
                longer_than,
                before,
                of,
            } => self.ever(of, longer_than.as_ref(), before.as_ref()),
            MeasureExpr::FirstTime { take, of } => self.first_time(of, take.as_ref(), at),
            _ => return None,
        })
    }

    /// The number of a threshold that may be left out: any length.
    fn longer(&mut self, watch: WatchId, longer_than: Option<&Leaf>) -> usize {
        let longer = longer_than.map_or(Span::ZERO, |leaf| self.setting(leaf));
        self.threshold(watch, longer)
    }

    /// The number of an event of a watch; the same one has one number.
    fn chance(&mut self, watch: WatchId, chance: Chance) -> Wanted {
        let chances = &mut self.watches[watch.index()].chances;
        let known = chances.iter().position(|&known| known == chance);
        let number = known.unwrap_or_else(|| {
            chances.push(chance);
            chances.len() - 1
        });
        Wanted::Chance(watch, number)
    }

    fn number_of_outages(
        &mut self,
        of: &Observed,
        bounds: Bounds<'_>,
        take: Option<&Leaf>,
        at: &Place,
    ) -> Option<Wanted> {
        let watch = self.observed(of)?;
        let words = [("Mean", Spread::Mean), ("Variance", Spread::Variance)];
        let mut count = |leaf: &Leaf| self.count(leaf, 0, MOST_OUTAGES, None) as i64;
        let (least, most) = match (bounds.exactly, bounds.at_least, bounds.at_most, take) {
            (None, None, None, take) => {
                let spread = self.word_or(take, &words, Spread::Mean);
                return Some(Wanted::Number(watch, spread));
            }
            (Some(exactly), None, None, None) => {
                let exactly = count(exactly);
                (exactly, exactly)
            }
            (None, Some(least), None, None) => (count(least), i64::MAX),
            (None, None, Some(most), None) => (0, count(most)),
            _ => return self.one_bound(at),
        };
        let of = Quantity::Number;
        Some(self.chance(watch, Chance { of, least, most }))
    }

    fn total(
        &mut self,
        of: &Observed,
        (at_least, at_most): (Option<&Leaf>, Option<&Leaf>),
        (quantity, mean): (Quantity, fn(WatchId) -> Wanted),
        at: &Place,
    ) -> Option<Wanted> {
        let watch = self.observed(of)?;
        let (least, most) = match (at_least, at_most) {
            (None, None) => return Some(mean(watch)),
            (Some(least), None) => (self.setting(least).micros(), i64::MAX),
            (None, Some(most)) => (0, self.setting(most).micros()),
            _ => return self.one_bound(at),
        };
        let of = quantity;
        Some(self.chance(watch, Chance { of, least, most }))
    }

    fn one_bound(&mut self, at: &Place) -> Option<Wanted> {
        self.report
            .fault("one-bound", at, say!("one-bound"))
            .help(say!("one-bound-help"));
        None
    }

    fn ever(
        &mut self,
        of: &Observed,
        longer_than: Option<&Leaf>,
        before: Option<&Leaf>,
    ) -> Option<Wanted> {
        let watch = self.observed(of)?;
        if longer_than.is_none() && before.is_none() {
            return Some(Wanted::Ever(watch));
        }
        let quantity = match longer_than {
            None => Quantity::First,
            Some(leaf) => {
                let longer = self.positive_setting(leaf);
                Quantity::FirstLonger(self.threshold(watch, longer))
            }
        };
        let most = before.map_or(i64::MAX, |leaf| {
            let before = self.positive_setting(leaf);
            self.check_within(leaf, Instant::START + self.study.warm_up + before);
            before.micros()
        });
        Some(self.chance(
            watch,
            Chance {
                of: quantity,
                least: 0,
                most,
            },
        ))
    }

    fn first_time(&mut self, of: &Observed, take: Option<&Leaf>, at: &Place) -> Option<Wanted> {
        let watch = self.observed(of)?;
        let words = [
            ("Mean", First::Mean),
            ("Median", First::Median),
            ("Restricted", First::Restricted),
        ];
        let first = self.word_or(take, &words, First::Mean);
        let ends = self.until.is_some_and(|until| until.watch == watch);
        // With another event at the end the time would be cut short by what it depends on.
        if !ends && (first == First::Mean || self.until.is_some()) {
            self.report
                .fault("first-time-open", at, say!("first-time-open"))
                .help(say!("first-time-open-help"));
            return None;
        }
        Some(Wanted::FirstTime(watch, first))
    }
}
