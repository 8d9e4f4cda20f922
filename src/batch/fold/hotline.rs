//! Calls of one hotline over the replications that simulate it.

use super::each;
use crate::model::hotline::Hotline;
use crate::simulate::outcome::{CallCount, HotlineUse, WEEK_BINS};
use crate::stats::Histogram;

/// Sums of one hotline in one group of its replications.
#[derive(Clone, Debug, PartialEq)]
pub struct HotlineTally {
    /// Replications that simulate it.
    pub replications: u64,
    /// Time counted [µs].
    pub window: i128,
    /// Per class of callers.
    pub classes: Vec<CallSums>,
    /// Weeks without a surge, all classes together.
    pub normal: CallSums,
    /// Agents' time busy [µs].
    pub busy: i128,
    /// Agents' time on duty [µs].
    pub staffed: i128,
    /// Agents' time busy beyond the shift [µs].
    pub overtime: i128,
    /// Time in which somebody is on duty, and of it that in which all on duty are busy [µs].
    pub manned: (i128, i128),
    /// Per half hour of the week: calls waiting integrated over time [µs].
    pub waiting: Vec<i128>,
    /// Per half hour of the week: calls offered.
    pub offered: Vec<u64>,
    /// Per half hour of the week: calls offered, one value for each whole week.
    pub per_week: Vec<Histogram>,
    /// Where a single replication simulates it: its calls in equal stretches of time, in order; else empty.
    pub stretches: Vec<CallSums>,
}

/// Sums of calls.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CallSums {
    /// Calls that entered.
    pub offered: u64,
    /// Of these, those caused by outages.
    pub surge: u64,
    /// Calls that were answered.
    pub answered: u64,
    /// Calls whose caller gave up.
    pub abandoned: u64,
    /// Calls cut by a loss or at closing time.
    pub cut: u64,
    /// Surge calls that met a closed hotline.
    pub outside: u64,
    /// Answered within each of the hotline's `within`.
    pub within: Vec<u64>,
    /// Of all offered calls, those that waited longer than each of the hotline's `waits`.
    pub longer: Vec<u64>,
    /// Waits of the answered [µs].
    pub answered_wait: i128,
    /// Waits of all offered calls [µs].
    pub wait: i128,
}

impl CallSums {
    fn new(hotline: &Hotline) -> Self {
        Self {
            within: vec![0; hotline.within.len()],
            longer: vec![0; hotline.waits.len()],
            ..Self::default()
        }
    }

    fn of(count: &CallCount) -> Self {
        let mut sums = Self {
            within: vec![0; count.within.len()],
            longer: vec![0; count.longer.len()],
            ..Self::default()
        };
        sums.add(count);
        sums
    }

    fn add(&mut self, count: &CallCount) {
        self.offered += u64::from(count.offered);
        self.surge += u64::from(count.surge);
        self.answered += u64::from(count.answered);
        self.abandoned += u64::from(count.abandoned);
        self.cut += u64::from(count.cut);
        self.outside += u64::from(count.outside);
        for (sum, &count) in self.within.iter_mut().zip(&count.within) {
            *sum += u64::from(count);
        }
        for (sum, &count) in self.longer.iter_mut().zip(&count.longer) {
            *sum += u64::from(count);
        }
        self.answered_wait += i128::from(count.answered_wait.micros());
        self.wait += i128::from(count.wait.micros());
    }

    /// Adds the calls of other sums.
    pub fn merge(&mut self, other: &Self) {
        self.offered += other.offered;
        self.surge += other.surge;
        self.answered += other.answered;
        self.abandoned += other.abandoned;
        self.cut += other.cut;
        self.outside += other.outside;
        each(&mut self.within, &other.within, |sum, more| *sum += more);
        each(&mut self.longer, &other.longer, |sum, more| *sum += more);
        self.answered_wait += other.answered_wait;
        self.wait += other.wait;
    }
}

impl HotlineTally {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(hotline: &Hotline) -> Self {
        Self {
            replications: 0,
            window: 0,
            classes: vec![CallSums::new(hotline); hotline.classes.len()],
            normal: CallSums::new(hotline),
            busy: 0,
            staffed: 0,
            overtime: 0,
            manned: (0, 0),
            waiting: vec![0; WEEK_BINS],
            offered: vec![0; WEEK_BINS],
            per_week: vec![Histogram::default(); WEEK_BINS],
            stretches: Vec::new(),
        }
    }

    /// Calls of all classes.
    #[must_use]
    pub fn all(&self) -> CallSums {
        let mut all = CallSums {
            within: vec![0; self.normal.within.len()],
            longer: vec![0; self.normal.longer.len()],
            ..CallSums::default()
        };
        self.classes.iter().for_each(|class| all.merge(class));
        all
    }

    pub(super) fn add(&mut self, of: &HotlineUse) {
        self.stretches.clear();
        if self.replications == 0 {
            let stretches = of.batches.batches.iter().map(CallSums::of);
            self.stretches.extend(stretches);
        }
        self.replications += 1;
        self.window += i128::from((of.window.1 - of.window.0).micros());
        for (sums, count) in self.classes.iter_mut().zip(&of.classes) {
            sums.add(count);
        }
        self.normal.add(&of.normal);
        self.busy += i128::from(of.busy.micros());
        self.staffed += i128::from(of.staffed.micros());
        self.overtime += i128::from(of.overtime.micros());
        self.manned.0 += i128::from(of.manned.0.micros());
        self.manned.1 += i128::from(of.manned.1.micros());
        self.add_week(of);
    }

    fn add_week(&mut self, of: &HotlineUse) {
        for (bin, &(offered, waiting)) in of.week.iter().take(WEEK_BINS).enumerate() {
            self.offered[bin] += u64::from(offered);
            self.waiting[bin] += i128::from(waiting);
        }
        for week in &of.whole_weeks {
            for (bin, &offered) in self.per_week.iter_mut().zip(week) {
                bin.add(i64::from(offered));
            }
        }
    }

    /// Adds the replications of another tally.
    pub fn merge(&mut self, other: &Self) {
        match (self.replications, other.replications) {
            (0, _) => self.stretches.clone_from(&other.stretches),
            (_, 0) => {}
            _ => self.stretches.clear(),
        }
        self.replications += other.replications;
        self.window += other.window;
        each(&mut self.classes, &other.classes, CallSums::merge);
        self.normal.merge(&other.normal);
        self.busy += other.busy;
        self.staffed += other.staffed;
        self.overtime += other.overtime;
        self.manned.0 += other.manned.0;
        self.manned.1 += other.manned.1;
        each(&mut self.waiting, &other.waiting, |sum, more| *sum += more);
        each(&mut self.offered, &other.offered, |sum, more| *sum += more);
        each(&mut self.per_week, &other.per_week, Histogram::merge);
    }
}
