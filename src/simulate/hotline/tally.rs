//! What a hotline's counted window saw, in integers: counts of calls and times integrated over the queue and the agents.
//!
//! Knows nothing of why calls come, wait or end.

use super::batches::Batches;
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
    /// Number of the spell in which it came; [`UNCOUNTED`] before the window.
    pub spell: u32,
}

/// The spell before the counted window.
pub const UNCOUNTED: u32 = 0;

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
///
/// Time is cut where something changes that calls or times are counted by: at half hours of local time and at the ends of the
/// window and of batches. Between two cuts everything is added to a few numbers; at a cut they are filed. A *spell* is what lies
/// within one week and one batch: calls that are answered in the spell in which they came, nearly all, are filed with it.
#[derive(Clone, Debug)]
pub struct Tally {
    calendar: LocalWeeks,
    within: Vec<Span>,
    waits: Vec<Span>,
    window: (Instant, Instant),
    now: Instant,
    /// The next cut.
    cut: Instant,
    half_hour: HalfHour,
    /// Where the window or the next batch begins.
    edge: Instant,
    spell: u32,
    spell_began: Instant,
    first_week: i64,
    load: Load,
    staff_since: Instant,
    surge_until: Instant,
    /// Of the time since the last cut.
    since_cut: Since,
    /// Per class: calls of this spell.
    present: Vec<CallCount>,
    classes: Vec<CallCount>,
    weeks: Vec<Week>,
    batches: Batches,
    bins: Vec<(u32, i64)>,
    busy: Span,
    staffed: Span,
    overtime: Span,
    /// Time with somebody on duty, and of it with all on duty busy.
    manned: (Span, Span),
}

/// What is not filed yet: calls offered, and loads integrated over time [µs].
#[derive(Clone, Copy, Debug, Default)]
struct Since {
    offered: u32,
    waiting: i64,
    busy: i64,
    staffed: i64,
    overtime: i64,
    /// Time with somebody on duty, and of it with all on duty busy.
    manned: (i64, i64),
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
            cut: Instant::START,
            half_hour,
            edge: Instant::START,
            spell: UNCOUNTED,
            spell_began: Instant::START,
            first_week: half_hour.week,
            load: Load::default(),
            staff_since: Instant::START,
            surge_until: Instant::START,
            since_cut: Since::default(),
            present: vec![CallCount::default(); hotline.classes.len()],
            classes: vec![CallCount::default(); hotline.classes.len()],
            weeks: Vec::new(),
            batches: Batches::default(),
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
        self.edge = self.window.0.max(plan.start + Span::TICK);
        self.cut = self.half_hour.until.min(self.edge);
        self.spell = UNCOUNTED;
        self.load = Load::default();
        self.staff_since = plan.start;
        self.surge_until = Instant::START;
        self.since_cut = Since::default();
        (self.busy, self.staffed, self.overtime) = (Span::ZERO, Span::ZERO, Span::ZERO);
        self.manned = (Span::ZERO, Span::ZERO);
        self.bins.fill((0, 0));
        let last = self.index(self.calendar.at(plan.window.1).week);
        self.weeks.resize_with(last + 1, Week::default);
        for week in &mut self.weeks {
            week.surged = false;
            week.offered.clear();
            week.offered.resize(WEEK_BINS, 0);
        }
        let weeks = self.weeks.iter_mut().map(|week| &mut week.calls);
        let classes = self.classes.iter_mut().chain(&mut self.present);
        for count in classes.chain(weeks) {
            count.reset(self.within.len(), self.waits.len());
        }
        let places = (self.within.len(), self.waits.len());
        self.batches.start(plan.window, places);
    }

    /// Lets time pass until `now` with the load as it is.
    #[inline]
    pub fn advance(&mut self, now: Instant) {
        while self.cut <= now {
            self.turn_over();
        }
        self.integrate(now);
    }

    #[inline]
    fn integrate(&mut self, to: Instant) {
        let time = (to - self.now).micros();
        self.now = to;
        self.since_cut.waiting += i64::from(self.load.waiting) * time;
        self.since_cut.busy += i64::from(self.load.busy) * time;
    }

    /// The same for who is on duty, which changes seldom.
    fn integrate_staff(&mut self) {
        let time = (self.now - self.staff_since).micros();
        self.staff_since = self.now;
        self.since_cut.staffed += i64::from(self.load.staffed) * time;
        self.since_cut.overtime += i64::from(self.load.overtime) * time;
        let manned = i64::from(self.load.staffed > 0) * time;
        self.since_cut.manned.0 += manned;
        self.since_cut.manned.1 += i64::from(self.load.busy >= self.load.staffed) * manned;
    }

    /// Files what was counted up to the cut, and finds the next one.
    #[cold]
    fn turn_over(&mut self) {
        let at = self.cut;
        self.integrate(at);
        self.file_times();
        let turns_week = self.half_hour.until == at && self.turn_half_hour();
        if self.edge == at || turns_week {
            self.file_calls();
        }
        if self.edge == at {
            self.edge = self.batches.edge_after(at);
        }
        self.cut = self.half_hour.until.min(self.edge);
    }

    /// Goes on to the next half hour; whether it belongs to the next week.
    fn turn_half_hour(&mut self) -> bool {
        let week = self.half_hour.week;
        self.half_hour = self.calendar.next(self.half_hour);
        if self.surge_until > self.now {
            self.mark_surge();
        }
        self.half_hour.week != week
    }

    /// What happened between the last cut and this instant, all of it within one half hour.
    fn file_times(&mut self) {
        self.integrate_staff();
        let since = std::mem::take(&mut self.since_cut);
        if self.now <= self.window.0 {
            return;
        }
        let (bin, week) = (self.half_hour.bin, self.index(self.half_hour.week));
        self.bins[bin].0 += since.offered;
        self.bins[bin].1 += since.waiting;
        self.weeks[week].offered[bin] += since.offered;
        self.busy += Span::from_micros(since.busy);
        self.staffed += Span::from_micros(since.staffed);
        self.overtime += Span::from_micros(since.overtime);
        self.manned.0 += Span::from_micros(since.manned.0);
        self.manned.1 += Span::from_micros(since.manned.1);
    }
    /// The load of one desk changed, now.
    #[inline]
    pub fn reload(&mut self, before: Load, after: Load) {
        let change = |total: &mut u32, before: u32, after: u32| *total = *total - before + after;
        change(&mut self.load.waiting, before.waiting, after.waiting);
        change(&mut self.load.busy, before.busy, after.busy);
        if (before.staffed, before.overtime) != (after.staffed, after.overtime) {
            self.integrate_staff();
            change(&mut self.load.staffed, before.staffed, after.staffed);
            change(&mut self.load.overtime, before.overtime, after.overtime);
        }
    }

    /// Calls caused by outages may come until `until`, unless told otherwise before.
    pub fn surge_lasts(&mut self, until: Instant) {
        self.surge_until = until;
        if until > self.now {
            self.mark_surge();
        }
    }

    fn mark_surge(&mut self) {
        let week = self.index(self.half_hour.week);
        if let Some(week) = self.weeks.get_mut(week) {
            week.surged = true;
        }
    }

    fn index(&self, week: i64) -> usize {
        (week - self.first_week).max(0) as usize
    }

    /// A call of `class` comes now.
    #[must_use]
    #[inline]
    pub fn arrival(&self, class: usize) -> Arrival {
        Arrival {
            at: self.now,
            class: class as u32,
            spell: self.spell,
        }
    }

    /// The call enters.
    #[inline]
    pub fn offered(&mut self, call: Arrival, surge: bool) {
        self.since_cut.offered += u32::from(self.spell != UNCOUNTED);
        self.count(call, |count, _| {
            count.offered += 1;
            count.surge += u32::from(surge);
        });
    }

    /// The call meets a closed hotline.
    pub fn outside(&mut self, call: Arrival) {
        self.count(call, |count, _| count.outside += 1);
    }

    /// An agent takes the call now.
    #[inline]
    pub fn answered(&mut self, call: Arrival) {
        let wait = self.now - call.at;
        self.count(call, |count, limits| {
            count.answered += 1;
            count.answered_wait += wait;
            count.wait += wait;
            for (within, &limit) in count.within.iter_mut().zip(limits) {
                *within += u32::from(wait <= limit);
            }
        });
        self.count_longer(call, wait);
    }

    /// The caller gives up now.
    #[inline]
    pub fn abandoned(&mut self, call: Arrival) {
        let wait = self.now - call.at;
        self.count(call, |count, _| {
            count.abandoned += 1;
            count.wait += wait;
        });
        self.count_longer(call, wait);
    }

    /// The call is cut now.
    pub fn cut(&mut self, call: Arrival, how: Cut) {
        let wait = match how {
            Cut::Talking => Span::ZERO,
            Cut::Waiting | Cut::AtClosing => self.now - call.at,
        };
        self.count(call, |count, _| {
            count.cut += 1;
            count.abandoned += u32::from(how == Cut::AtClosing);
            count.wait += wait;
        });
        self.count_longer(call, wait);
    }

    /// The call still waits at the end of the window.
    pub fn pending(&mut self, call: Arrival) {
        let wait = self.now - call.at;
        self.count(call, |count, _| count.wait += wait);
        self.count_longer(call, wait);
    }

    /// The call has waited so long in all.
    #[inline]
    fn count_longer(&mut self, call: Arrival, wait: Span) {
        for index in 0..self.waits.len() {
            if wait > self.waits[index] {
                self.count(call, |count, _| count.longer[index] += 1);
            }
        }
    }

    /// Changes what is counted of the calls that came with this one; told the limits of `within`, too.
    #[inline]
    fn count(&mut self, call: Arrival, change: impl Fn(&mut CallCount, &[Span])) {
        if call.spell == self.spell {
            change(&mut self.present[call.class as usize], &self.within);
        } else if call.spell != UNCOUNTED {
            self.count_late(call, change);
        }
    }

    #[cold]
    fn count_late(&mut self, call: Arrival, change: impl Fn(&mut CallCount, &[Span])) {
        let week = self.index(self.calendar.at(call.at).week);
        change(&mut self.classes[call.class as usize], &self.within);
        change(&mut self.weeks[week].calls, &self.within);
        change(self.batches.at(call.at), &self.within);
    }

    /// Files the calls of the spell that is over; the next one begins.
    fn file_calls(&mut self) {
        for class in 0..self.present.len() {
            if self.spell != UNCOUNTED {
                let calls = &self.present[class];
                self.classes[class].add(calls);
                self.batches.at(self.spell_began).add(calls);
                let week = self.index(self.calendar.at(self.spell_began).week);
                self.weeks[week].calls.add(calls);
            }
            self.present[class].reset(self.within.len(), self.waits.len());
        }
        if self.now > self.window.0 {
            self.spell += 1;
            self.spell_began = self.now;
        }
    }

    /// The counted window is over: nothing happens any more.
    pub fn close(&mut self) {
        self.file_times();
        self.file_calls();
    }

    /// What was counted. Weeks cut by the window's ends count as weeks.
    #[must_use]
    pub fn result(&self, hotline: HotlineId) -> HotlineUse {
        let first = self.index(self.calendar.at(self.window.0).week);
        let last = self.index(self.calendar.at(self.window.1 - Span::TICK).week);
        let weeks = &self.weeks[first..=last.max(first)];
        let quiet = weeks.iter().filter(|week| !week.surged).count();
        let mut normal = CallCount::default();
        normal.reset(self.within.len(), self.waits.len());
        let counted = self.weeks.iter().filter(|week| !week.surged);
        counted.for_each(|week| normal.add(&week.calls));
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
            batches: self.batches.counts().clone(),
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
