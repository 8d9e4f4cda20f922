//! Measures of a watch: downtime, outages, durations, thresholds, yearly maxima, the first outage.

use super::CONFIDENCE;
use super::row::{Basis, Subject, estimate, hours, of_years, percent};
use super::view::{View, hours_per_tick};
use crate::batch::fold::WatchTally;
use crate::batch::results::{Estimate, Measure};
use crate::model::ids::WatchId;
use crate::model::watch::{Chance, First, Quantity, Watch, Yearly};
use crate::stats::mean::{LEAST_EFFECTIVE, mean};
use crate::stats::proportion::{clustered, none_counted, one_sided, proportion};
use crate::stats::quantile::{independent, pooled};
use crate::stats::survival::{GroupedSurvival, duration_quantile};
use crate::stats::variance::variance;
use crate::stats::{Histogram, Interval, Lifetimes, Moments, ratio};
use crate::units::Span;

/// Rows of all watches, in declared order.
pub fn measures(view: &View) -> Vec<Measure> {
    let watches = view.blueprint.watches.iter().enumerate();
    let told = watches.filter(|(_, watch)| watch.told).map(|(id, _)| id);
    told.flat_map(|id| Watched::new(view, WatchId::new(id), CONFIDENCE).measures())
        .collect()
}

/// One watch of a tally, at one level of confidence.
pub struct Watched<'a> {
    view: &'a View<'a>,
    id: WatchId,
    /// The watch.
    pub watch: &'a Watch,
    parts: Vec<&'a WatchTally>,
    whole: WatchTally,
    confidence: f64,
}

impl<'a> Watched<'a> {
    /// Watch `id`.
    pub fn new(view: &'a View<'a>, id: WatchId, confidence: f64) -> Self {
        let watch = &view.blueprint.watches[id.index()];
        let parts = view.watch(id);
        let mut whole = WatchTally::new(watch);
        parts.iter().for_each(|part| whole.merge(part));
        Self {
            view,
            id,
            watch,
            parts,
            whole,
            confidence,
        }
    }

    /// What its rows have in common.
    pub fn subject(&self) -> Subject {
        Subject {
            level: self.watch.level.clone(),
            ..Subject::new(self.watch.subject.clone())
        }
    }

    /// The sums over all groups.
    pub const fn whole(&self) -> &WatchTally {
        &self.whole
    }

    /// The sums of each group.
    pub fn parts(&self) -> &[&'a WatchTally] {
        &self.parts
    }

    /// Replications in which an outage began.
    pub const fn clusters(&self) -> u64 {
        self.whole.outages.nonzero()
    }

    /// Whether there are enough outages for the interval of a ratio.
    pub const fn enough(&self) -> bool {
        self.clusters() >= LEAST_EFFECTIVE
    }

    fn measures(&self) -> Vec<Measure> {
        let subject = self.subject();
        if let Some(until) = self.view.blueprint.until {
            return self.before_event(&subject, until.watch == self.id);
        }
        let mut rows = vec![
            subject.row("down-time", "h/y", "", self.down_time()),
            subject.row("availability", "1", "", self.availability()),
            subject.row("down-share", "1", "", self.down_share()),
            subject.row("outages", "1/y", "", self.outages()),
            subject.row("open-at-end", "1", "", self.open_at_end()),
            subject.row("mean-duration", "h", "", self.mean_duration()),
        ];
        for p in [0.5, 0.9, 0.99] {
            rows.push(subject.row("duration", "h", percent(p), self.duration_quantile(p)));
        }
        for threshold in 0..self.watch.thresholds.len() {
            rows.extend(self.threshold_measures(&subject, threshold));
        }
        rows.push(subject.row("year-with-outage", "1", "", self.year_with_outage()));
        for p in [0.5, 0.9, 0.99] {
            rows.push(subject.row("down-time-of-year", "h", percent(p), self.down_of_year(p)));
        }
        rows.push(subject.row("longest-of-year", "h", "", self.longest_mean()));
        for p in [0.5, 0.9, 0.99] {
            rows.push(subject.row("longest-of-year", "h", percent(p), self.longest_quantile(p)));
        }
        rows.push(subject.row("ever", "1", "", self.ever()));
        rows.push(subject.row("first-outage", "h", percent(0.5), self.first_median()));
        rows.push(subject.row("first-outage-restricted", "h", "", self.first_restricted()));
        rows
    }

    /// What comes before the event that ends the replications, which may be the first outage of this watch.
    fn before_event(&self, subject: &Subject, ends: bool) -> Vec<Measure> {
        let mut rows = vec![
            subject.row("ever", "1", "", self.ever()),
            subject.row("number", "", "", self.number()),
            subject.row("total-down", "h", "", self.total_down()),
        ];
        if ends {
            rows.push(self.first_time(First::Mean));
            rows.push(self.first_time(First::Median));
        }
        rows
    }

    fn threshold_measures(&self, subject: &Subject, threshold: usize) -> [Measure; 4] {
        let at = hours(self.watch.thresholds[threshold]);
        [
            subject.row(
                "share-longer",
                "1",
                at.clone(),
                self.share_longer(threshold),
            ),
            subject.row("longer", "1/y", at.clone(), self.longer(threshold)),
            subject.row(
                "year-with-longer",
                "1",
                at.clone(),
                self.year_with_longer(threshold),
            ),
            subject.row("return-period", "y", at, self.return_period(threshold)),
        ]
    }

    /// Time in outage [h/y].
    pub fn down_time(&self) -> Estimate {
        let interval = self.down_interval().scaled(self.view.hours_per_year());
        self.estimate(interval, self.outages_seen(), self.whole.down.nonzero())
    }

    /// Share of time in outage [1].
    pub fn down_share(&self) -> Estimate {
        let interval = self.down_share_interval();
        self.estimate(interval, self.outages_seen(), self.whole.down.nonzero())
    }

    /// Share of time without outage [1].
    pub fn availability(&self) -> Estimate {
        let interval = self.down_share_interval().taken_from(1.0);
        self.estimate(interval, self.outages_seen(), self.whole.down.nonzero())
    }

    fn down_share_interval(&self) -> Interval {
        let per_window = 1.0 / self.view.window() as f64;
        self.down_interval().scaled(per_window).clipped(0.0, 1.0)
    }

    /// Mean time in outage per replication [µs]. Never seen, it is bounded, too: what happens in less than 3 in n replications
    /// takes less than that share of the window.
    fn down_interval(&self) -> Interval {
        if self.view.n > 0 && self.whole.down.nonzero() == 0 {
            return one_sided(false, self.view.n, self.confidence)
                .scaled(self.view.window() as f64);
        }
        mean(&self.whole.down, self.view.n, self.confidence)
    }

    /// Outages [1/y]; never seen, the bound is 3 in the years simulated.
    pub fn outages(&self) -> Estimate {
        self.rate_of(&self.whole.outages)
    }

    /// Outages still open at the horizon, as a share of all [1]: the mean duration leaves their rest out.
    fn open_at_end(&self) -> Estimate {
        let (open, all) = (
            self.whole.durations.open.total(),
            self.whole.durations.total(),
        );
        let parts = self.ratio_parts(|part| {
            (
                i128::from(part.durations.open.total()),
                i128::from(part.durations.total()),
            )
        });
        let interval = ratio::share(
            &parts,
            self.clusters().min(all),
            self.enough(),
            self.confidence,
        );
        self.estimate(interval, open, self.clusters())
            .with_censored(open)
    }

    /// Mean duration [h]: time of all outages per outage that ended.
    pub fn mean_duration(&self) -> Estimate {
        let parts = self.ratio_parts(|part| {
            let term = part.mean_duration();
            (term.above, term.below)
        });
        let interval =
            ratio::ratio(&parts, self.enough(), self.confidence).scaled(hours_per_tick());
        self.estimate(interval, self.outages_seen(), self.clusters())
            .with_censored(self.whole.durations.open.total())
    }

    /// The duration that a share `p` of the outages does not exceed [h].
    pub fn duration_quantile(&self, p: f64) -> Estimate {
        let interval = duration_quantile(&self.lifetimes(), p, self.clusters(), self.confidence);
        self.estimate(
            interval.scaled(hours_per_tick()),
            self.outages_seen(),
            self.clusters(),
        )
        .with_censored(self.whole.durations.open.total())
    }

    /// Share of the outages that last longer than threshold number `threshold` [1].
    pub fn share_longer(&self, threshold: usize) -> Estimate {
        let tally = &self.whole.thresholds[threshold];
        let (all, longer) = (self.whole.durations.total(), count(&tally.longer));
        let interval = if tally.unknown == 0 {
            let parts = self.ratio_parts(|part| {
                let term = part.share_longer(threshold);
                (term.above, term.below)
            });
            ratio::share(&parts, self.clusters(), self.enough(), self.confidence)
        } else {
            let within = all - longer - tally.unknown;
            let limit = self.watch.thresholds[threshold].micros();
            self.survival().longer(limit, within, self.confidence)
        };
        self.estimate(interval, longer, tally.longer.nonzero())
            .with_censored(tally.unknown)
    }

    /// How often an outage comes to last longer than a threshold [1/y].
    pub fn longer(&self, threshold: usize) -> Estimate {
        self.rate_of(&self.whole.thresholds[threshold].breaches)
    }

    /// Probability that some outage comes to last longer than a threshold in a year [1].
    pub fn year_with_longer(&self, threshold: usize) -> Estimate {
        let years = &self.whole.thresholds[threshold].years;
        let interval = clustered(years, self.view.n, self.view.full_years, self.confidence);
        self.yearly(interval, count(years), years.nonzero())
    }

    /// Years per year with an outage longer than a threshold [y].
    pub fn return_period(&self, threshold: usize) -> Estimate {
        let years = &self.whole.thresholds[threshold].years;
        let share = clustered(years, self.view.n, self.view.full_years, self.confidence);
        self.yearly(share.reciprocal(), count(years), years.nonzero())
    }

    /// Probability that some outage begins in a year [1].
    fn year_with_outage(&self) -> Estimate {
        let years = &self.whole.years;
        let interval = clustered(years, self.view.n, self.view.full_years, self.confidence);
        self.yearly(interval, count(years), years.nonzero())
    }

    /// Quantile over years of the time in outage [h].
    fn down_of_year(&self, p: f64) -> Estimate {
        let years = self
            .view
            .with_zeros(|part| &part.watches[self.id.index()].down_years);
        self.yearly_quantile(&years, p, self.whole.down.nonzero())
    }

    /// Mean of the longest outage that begins in a year, 0 in a year without any [h].
    fn longest_mean(&self) -> Estimate {
        let sums = &self.whole.longest_sum;
        let interval = yearly_mean(self.view, sums, self.confidence).scaled(hours_per_tick());
        self.yearly(interval, self.whole.longest.total(), sums.nonzero())
    }

    /// Quantile over years of the longest outage that begins in one [h]; P90 comes back every ten years.
    fn longest_quantile(&self, p: f64) -> Estimate {
        let years = self
            .view
            .with_zeros(|part| &part.watches[self.id.index()].longest);
        self.yearly_quantile(&years, p, self.whole.longest_sum.nonzero())
    }

    /// The longest outage that begins in a year.
    pub fn longest(&self, yearly: Yearly) -> Measure {
        let value = match yearly {
            Yearly::Mean => self.longest_mean(),
            Yearly::Quantile(p) => self.longest_quantile(p),
        };
        self.subject()
            .row("longest-of-year", "h", of_years(yearly), value)
    }

    fn yearly_quantile(&self, years: &[Histogram], p: f64, n_eff: u64) -> Estimate {
        let interval = yearly_quantile(self.view, years, p, self.confidence);
        self.yearly(
            interval.scaled(hours_per_tick()),
            count(&self.whole.years),
            n_eff,
        )
    }

    /// Probability of an outage before the horizon ends [1].
    pub fn ever(&self) -> Estimate {
        let seen = self.whole.first.total();
        self.estimate(proportion(seen, self.view.n, self.confidence), seen, seen)
    }

    /// Mean number of outages in the window [1]; never seen, the bound is 3 in so many replications.
    pub fn number(&self) -> Estimate {
        let numbers = &self.whole.outages;
        let interval = match numbers.nonzero() {
            0 if self.view.n > 0 => none_counted(self.view.n, self.confidence),
            _ => mean(numbers, self.view.n, self.confidence),
        };
        self.estimate(interval, count(numbers), numbers.nonzero())
    }

    /// Variance between replications of the number of outages in the window [1].
    pub fn number_variance(&self) -> Estimate {
        let replications = self.view.parts.iter().map(|part| part.replications);
        let numbers = self.parts.iter().map(|part| &part.outages);
        let parts: Vec<(&Moments, u64)> = numbers.zip(replications).collect();
        let numbers = &self.whole.outages;
        self.estimate(
            variance(&parts, self.confidence),
            count(numbers),
            numbers.nonzero(),
        )
    }

    /// Mean time in outage in the window [h].
    pub fn total_down(&self) -> Estimate {
        let interval = self.down_interval().scaled(hours_per_tick());
        self.estimate(interval, self.outages_seen(), self.whole.down.nonzero())
    }

    /// Mean time out of outage in the window [h].
    pub fn total_up(&self) -> Estimate {
        let window = self.view.window() as f64;
        let interval = self.down_interval().taken_from(window);
        let interval = interval.clipped(0.0, window).scaled(hours_per_tick());
        self.estimate(interval, self.outages_seen(), self.whole.down.nonzero())
    }

    /// Mean time out of outage per outage [h].
    pub fn mean_up_time(&self) -> Estimate {
        let window = i128::from(self.view.window());
        let replications = self.view.parts.iter().map(|part| part.replications);
        let parts = self
            .parts
            .iter()
            .zip(replications)
            .map(|(part, n)| (window * i128::from(n) - part.down.sum(), part.outages.sum()));
        let parts: Vec<ratio::Part> = parts.collect();
        let interval =
            ratio::ratio(&parts, self.enough(), self.confidence).scaled(hours_per_tick());
        self.estimate(interval, self.outages_seen(), self.clusters())
    }

    /// Probability of event number `number` of the watch in a replication.
    pub fn chance(&self, number: usize) -> Measure {
        let n = self.view.n;
        let blueprint = self.view.blueprint;
        let seen = self.whole.chance(blueprint, self.watch, number, n);
        let value = self.estimate(proportion(seen, n, self.confidence), seen, seen);
        let (name, at) = self.chance_name(&self.watch.chances[number]);
        self.subject().row(name, "1", at, value)
    }

    /// Name and argument of the row of an event.
    fn chance_name(&self, chance: &Chance) -> (&'static str, String) {
        let time = |micros: i64| hours(Span::from_micros(micros));
        let total = |[least, most]: [&'static str; 2]| match chance.most {
            i64::MAX => (least, time(chance.least)),
            at => (most, time(at)),
        };
        match chance.of {
            Quantity::Number => match (chance.least, chance.most) {
                (least, i64::MAX) => ("number-at-least", least.to_string()),
                (least, most) if least == most => ("number-exactly", most.to_string()),
                (_, most) => ("number-at-most", most.to_string()),
            },
            Quantity::TotalDown => total(["total-down-at-least", "total-down-at-most"]),
            Quantity::TotalUp => total(["total-up-at-least", "total-up-at-most"]),
            Quantity::First => ("ever-before", time(chance.most)),
            Quantity::FirstLonger(threshold) => {
                let longer = hours(self.watch.thresholds[threshold]);
                match chance.most {
                    i64::MAX => ("ever-longer", longer),
                    before => ("ever-longer-before", format!("{longer}; {}", time(before))),
                }
            }
        }
    }

    /// The time to the first outage.
    pub fn first_time(&self, first: First) -> Measure {
        let subject = self.subject();
        match first {
            First::Mean => subject.row("first-time", "h", "", self.first_restricted()),
            First::Median => subject.row("first-outage", "h", percent(0.5), self.first_median()),
            First::Restricted => {
                subject.row("first-outage-restricted", "h", "", self.first_restricted())
            }
        }
    }

    /// Median time from the end of the warm-up to the first outage [h]; none where half of the replications have none.
    fn first_median(&self) -> Estimate {
        let never = self.view.n - self.whole.first.total();
        let mut times = self.whole.first.clone();
        times.add_many(i64::MAX, never);
        let reached = |end: Option<f64>| end.filter(|&end| end <= self.view.window() as f64);
        let interval = independent(&times, 0.5, self.confidence);
        let interval = match reached(interval.estimate) {
            None => Interval::too_few(None),
            estimate => Interval {
                estimate,
                low: reached(interval.low),
                high: reached(interval.high),
                ..interval
            },
        };
        self.estimate(
            interval.scaled(hours_per_tick()),
            self.whole.first.total(),
            self.whole.first.total(),
        )
        .with_censored(never)
    }

    /// Mean time to the first outage or to the horizon, whichever comes first [h].
    fn first_restricted(&self) -> Estimate {
        let left = mean(&self.whole.after_first, self.view.n, self.confidence);
        let interval = left
            .taken_from(self.view.window() as f64)
            .scaled(hours_per_tick());
        let seen = self.whole.first.total();
        self.estimate(interval, seen, seen)
            .with_censored(self.view.n - seen)
    }

    /// The survival curves of the durations.
    pub fn survival(&self) -> GroupedSurvival {
        GroupedSurvival::new(&self.lifetimes(), self.clusters())
    }

    fn lifetimes(&self) -> Vec<&'a Lifetimes> {
        self.parts.iter().map(|part| &part.durations).collect()
    }

    /// Numerators and denominators of the groups.
    fn ratio_parts(&self, of: impl Fn(&WatchTally) -> ratio::Part) -> Vec<ratio::Part> {
        self.parts.iter().map(|part| of(part)).collect()
    }

    fn outages_seen(&self) -> u64 {
        count(&self.whole.outages)
    }

    fn rate_of(&self, moments: &Moments) -> Estimate {
        self.estimate(
            rate(self.view, moments, self.confidence),
            count(moments),
            moments.nonzero(),
        )
    }

    fn estimate(&self, interval: Interval, events: u64, n_eff: u64) -> Estimate {
        estimate(
            interval,
            Basis {
                n: self.view.n,
                events,
                n_eff,
            },
            self.confidence,
        )
    }

    fn yearly(&self, interval: Interval, events: u64, n_eff: u64) -> Estimate {
        estimate(
            interval,
            Basis {
                n: self.view.pairs(),
                events,
                n_eff,
            },
            self.confidence,
        )
    }
}

/// Sum of counts.
pub fn count(moments: &Moments) -> u64 {
    u64::try_from(moments.sum()).unwrap_or(0)
}

/// A mean count per year [1/y]; never seen, the bound is 3 in the years simulated.
pub fn rate(view: &View, counts: &Moments, confidence: f64) -> Interval {
    if view.n > 0 && counts.nonzero() == 0 {
        return none_counted(view.n, confidence).scaled(view.per_year());
    }
    mean(counts, view.n, confidence).scaled(view.per_year())
}

/// Mean over full years, given the sums per replication.
pub fn yearly_mean(view: &View, sums: &Moments, confidence: f64) -> Interval {
    match view.full_years {
        0 => Interval::too_few(None),
        years => mean(sums, view.n, confidence).scaled(1.0 / years as f64),
    }
}

/// A quantile over years, given those of each group: between order statistics where a replication has one year, else over groups.
pub fn yearly_quantile(view: &View, years: &[Histogram], p: f64, confidence: f64) -> Interval {
    let parts: Vec<&Histogram> = years.iter().collect();
    if view.full_years == 1 {
        return independent(&Histogram::pooled(parts), p, confidence);
    }
    pooled(&parts, p, view.n >= LEAST_EFFECTIVE, confidence)
}
