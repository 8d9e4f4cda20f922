//! What a hotline's counted window saw, in integers: counts of calls and times integrated over the queue and the agents.
//!
//! Knows nothing of why calls come, wait or end.

use super::plan::Plan;
use super::week::{HalfHour, LocalWeeks};
use crate::model::Blueprint;
use crate::model::hotline::Hotline;
use crate::model::ids::HotlineId;
use crate::simulate::outcome::{CallCount, HotlineUse, WEEK_BINS};
use crate::units::{Instant, Span};

/// A call, for as long as it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// When it came.
    pub at: Instant,
    /// Index of the class of its caller.
    pub class: u32,
    /// Number of the simulated week in which it came.
    pub week: u32,
}

/// How a call is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// By a loss, in progress.
    Talking,
    /// By a loss, while waiting or at its arrival.
    Waiting,
    /// While waiting at closing time, a kind of abandonment.
    AtClosing,
}

/// How many wait and work at an instant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Calls waiting.
    pub waiting: u32,
    /// Agents busy.
    pub busy: u32,
    /// Agents on duty.
    pub staffed: u32,
    /// Agents busy beyond their shift.
    pub overtime: u32,
}

/// The counts of one replication.
#[derive(Clone, Debug)]
pub struct Tally {
    calendar: LocalWeeks,
    within: Vec<Span>,
    waits: Vec<Span>,
    window: (Instant, Instant),
    now: Instant,
    half_hour: HalfHour,
    first_week: i64,
    load: Load,
    surge_until: Instant,
    classes: Vec<CallCount>,
    weeks: Vec<Week>,
    bins: Vec<(u32, i64)>,
    busy: Span,
    staffed: Span,
    overtime: Span,
    manned: (Span, Span),
}

/// A local week, or the part of it that is simulated.
#[derive(Clone, Debug, Default)]
struct Week {
    surged: bool,
    calls: CallCount,
    /// Calls offered per half hour.
    offered: Vec<u32>,
}

impl Tally {
    /// Empty counts for a hotline.
    #[must_use]
    pub fn new(blueprint: &Blueprint, hotline: &Hotline) -> Self {
        let calendar = LocalWeeks::new(&blueprint.clock, blueprint.end());
        let half_hour = calendar.at(Instant::START);
        Self {
            calendar,
            within: hotline.within.clone(),
            waits: hotline.waits.clone(),
            window: (Instant::START, Instant::START),
            now: Instant::START,
            half_hour,
            first_week: half_hour.week,
            load: Load::default(),
            surge_until: Instant::START,
            classes: vec![CallCount::default(); hotline.classes.len()],
            weeks: Vec::new(),
            bins: vec![(0, 0); WEEK_BINS],
            busy: Span::ZERO,
            staffed: Span::ZERO,
            overtime: Span::ZERO,
            manned: (Span::ZERO, Span::ZERO),
        }
    }

    /// Starts anew at the beginning of `plan`; memory is kept.
    pub fn start(&mut self, plan: Plan) {
        self.window = plan.window;
        self.now = plan.start;
        self.half_hour = self.calendar.at(plan.start);
        self.first_week = self.half_hour.week;
        self.load = Load::default();
        self.surge_until = Instant::START;
        (self.busy, self.staffed, self.overtime) = (Span::ZERO, Span::ZERO, Span::ZERO);
        self.manned = (Span::ZERO, Span::ZERO);
        self.bins.fill((0, 0));
        let last = self.index(self.calendar.at(plan.window.1).week);
        self.weeks.resize_with(last as usize + 1, Week::default);
        for week in &mut self.weeks {
            week.surged = false;
            week.offered.clear();
            week.offered.resize(WEEK_BINS, 0);
        }
        let weeks = self.weeks.iter_mut().map(|week| &mut week.calls);
        for count in self.classes.iter_mut().chain(weeks) {
            reset(count, self.within.len(), self.waits.len());
        }
    }

    /// Lets time pass until `now` with the load as it is.
    pub fn advance(&mut self, now: Instant) {
        while self.half_hour.until <= now {
            self.integrate(self.half_hour.until);
            self.half_hour = self.calendar.next(self.half_hour);
            if self.surge_until > self.now {
                self.mark_surge();
            }
        }
        self.integrate(now);
    }

    fn integrate(&mut self, to: Instant) {
        let time = to.min(self.window.1) - self.now.max(self.window.0);
        self.now = to;
        if time <= Span::ZERO {
            return;
        }
        let times = |count: u32| i64::from(count) * time.micros();
        self.bins[self.half_hour.bin].1 += times(self.load.waiting);
        self.busy += Span::from_micros(times(self.load.busy));
        self.staffed += Span::from_micros(times(self.load.staffed));
        self.overtime += Span::from_micros(times(self.load.overtime));
        if self.load.staffed > 0 {
            self.manned.0 += time;
            let all = self.load.busy >= self.load.staffed;
            self.manned.1 += if all { time } else { Span::ZERO };
        }
    }

    /// The load of one desk changed, now.
    pub fn reload(&mut self, before: Load, after: Load) {
        let change = |total: &mut u32, before: u32, after: u32| *total = *total - before + after;
        change(&mut self.load.waiting, before.waiting, after.waiting);
        change(&mut self.load.busy, before.busy, after.busy);
        change(&mut self.load.staffed, before.staffed, after.staffed);
        change(&mut self.load.overtime, before.overtime, after.overtime);
    }

    /// Calls caused by outages may come until `until`, unless told otherwise before.
    pub fn surge_lasts(&mut self, until: Instant) {
        self.surge_until = until;
        if until > self.now {
            self.mark_surge();
        }
    }

    fn mark_surge(&mut self) {
        let week = self.index(self.half_hour.week) as usize;
        if let Some(week) = self.weeks.get_mut(week) {
            week.surged = true;
        }
    }

    fn index(&self, week: i64) -> u32 {
        (week - self.first_week).max(0) as u32
    }

    /// A call of `class` comes now.
    #[must_use]
    pub fn arrival(&self, class: usize) -> Arrival {
        let week = self.index(self.half_hour.week);
        Arrival {
            at: self.now,
            class: class as u32,
            week,
        }
    }

    /// The call enters.
    pub fn offered(&mut self, call: Arrival, surge: bool) {
        if self.counted(call) {
            self.bins[self.half_hour.bin].0 += 1;
            self.weeks[call.week as usize].offered[self.half_hour.bin] += 1;
        }
        self.each(call, |count| {
            count.offered += 1;
            count.surge += u32::from(surge);
        });
    }

    /// The call meets a closed hotline.
    pub fn outside(&mut self, call: Arrival) {
        self.each(call, |count| count.outside += 1);
    }

    /// An agent takes the call now.
    pub fn answered(&mut self, call: Arrival) {
        let wait = self.now - call.at;
        let first = self.within.partition_point(|&within| within < wait);
        self.waited(call, wait);
        self.each(call, |count| {
            count.answered += 1;
            count.answered_wait += wait;
            count.within[first..]
                .iter_mut()
                .for_each(|calls| *calls += 1);
        });
    }

    /// The caller gives up now.
    pub fn abandoned(&mut self, call: Arrival) {
        self.waited(call, self.now - call.at);
        self.each(call, |count| count.abandoned += 1);
    }

    /// The call is cut now.
    pub fn cut(&mut self, call: Arrival, how: Cut) {
        let wait = match how {
            Cut::Talking => Span::ZERO,
            Cut::Waiting | Cut::AtClosing => self.now - call.at,
        };
        self.waited(call, wait);
        self.each(call, |count| {
            count.cut += 1;
            count.abandoned += u32::from(how == Cut::AtClosing);
        });
    }

    /// The call still waits at the end of the window.
    pub fn pending(&mut self, call: Arrival) {
        self.waited(call, self.now - call.at);
    }

    /// The wait of the call is over.
    fn waited(&mut self, call: Arrival, wait: Span) {
        let exceeded = self.waits.partition_point(|&known| known < wait);
        self.each(call, |count| {
            count.wait += wait;
            count.longer[..exceeded]
                .iter_mut()
                .for_each(|calls| *calls += 1);
        });
    }

    fn counted(&self, call: Arrival) -> bool {
        call.at > self.window.0 && call.at <= self.window.1
    }

    fn each(&mut self, call: Arrival, change: impl Fn(&mut CallCount)) {
        if self.counted(call) {
            change(&mut self.classes[call.class as usize]);
            change(&mut self.weeks[call.week as usize].calls);
        }
    }

    /// What was counted. Weeks cut by the window's ends count as weeks.
    #[must_use]
    pub fn result(&self, hotline: HotlineId) -> HotlineUse {
        let first = self.index(self.calendar.at(self.window.0).week) as usize;
        let last = self.index(self.calendar.at(self.window.1 - Span::TICK).week) as usize;
        let weeks = &self.weeks[first..=last.max(first)];
        let quiet = weeks.iter().filter(|week| !week.surged).count();
        let mut normal = CallCount::default();
        reset(&mut normal, self.within.len(), self.waits.len());
        let counted = self.weeks.iter().filter(|week| !week.surged);
        counted.for_each(|week| add(&mut normal, &week.calls));
        HotlineUse {
            hotline,
            window: self.window,
            classes: self.classes.clone(),
            normal,
            busy: self.busy,
            staffed: self.staffed,
            overtime: self.overtime,
            manned: self.manned,
            week: self.bins.clone(),
            whole_weeks: self.whole_weeks(first, last),
            weeks: (weeks.len() as u32, quiet as u32),
        }
    }
}

impl Tally {
    /// Calls offered in the half hours of the weeks that the window does not cut: all but the first and the last.
    fn whole_weeks(&self, first: usize, last: usize) -> Vec<Vec<u32>> {
        let whole = self.weeks.get(first + 1..last).unwrap_or_default();
        whole.iter().map(|week| week.offered.clone()).collect()
    }
}

fn reset(count: &mut CallCount, within: usize, waits: usize) {
    let cleared = |kept: &mut Vec<u32>, len| {
        let mut kept = std::mem::take(kept);
        kept.clear();
        kept.resize(len, 0);
        kept
    };
    *count = CallCount {
        within: cleared(&mut count.within, within),
        longer: cleared(&mut count.longer, waits),
        ..CallCount::default()
    };
}

fn add(sum: &mut CallCount, more: &CallCount) {
    sum.offered += more.offered;
    sum.surge += more.surge;
    sum.answered += more.answered;
    sum.abandoned += more.abandoned;
    sum.cut += more.cut;
    sum.outside += more.outside;
    sum.within
        .iter_mut()
        .zip(&more.within)
        .for_each(|(sum, more)| *sum += more);
    sum.longer
        .iter_mut()
        .zip(&more.longer)
        .for_each(|(sum, more)| *sum += more);
    sum.answered_wait += more.answered_wait;
    sum.wait += more.wait;
}
