//! The hotline of one replication: calls arrive, wait, are answered or give up (`docs/semantics.md` 16, 17, 20, 21).
//!
//! Nothing outside depends on a hotline, so its events wait in a small set of its own, and it runs ahead for as long as nothing
//! else happens: [`HotlineActor::run`] goes up to the next event of the world. It knows truth values of signals and levels of
//! services as they are told to it, and nothing of components, crews or how a service comes to fail.
//!
//! What is counted belongs to the calls that arrive in the window (from, to], wherever the run-in left the queue; times
//! (busy, staffed, waiting) are cut at the window's ends. Nothing is simulated past the window: a call that waits or is in
//! progress there is counted by what has happened to it by then. Hence offered = answered + abandoned + cut while waiting or
//! coming + still waiting at the end. A call cut in progress is answered *and* cut: offered − abandoned − cut calls were
//! completed, or are still under way at the end.

mod base;
mod batches;
mod calls;
mod desk;
mod draws;
mod line;
mod plan;
mod slots;
mod surge;
mod tally;
mod tournament;
mod week;

use crate::kernel::{Rank, Seed};
use crate::model::Blueprint;
use crate::model::hotline::{Closing, Hotline, OnLoss};
use crate::model::ids::{HotlineId, ServiceId, Signal};
use crate::simulate::observe::Observer;
use crate::simulate::outcome::HotlineUse;
use crate::units::Instant;
use base::BaseCalls;
use desk::Desk;
use plan::Plan;
use slots::{Event, Slots};
use surge::SurgeCalls;
use tally::{Cut, Tally};
pub use tournament::Key;
use tournament::Tournament;

/// What a hotline sees of the world while it acts.
pub struct HotlineCtx<'a, O: Observer> {
    /// The instant.
    pub now: Instant,
    /// Whether a signal holds; asked only for the signals of [`HotlineActor::signals`].
    pub truth: &'a dyn Fn(Signal) -> bool,
    /// What the scenario means.
    pub blueprint: &'a Blueprint,
    /// The master seed.
    pub seed: &'a Seed,
    /// Number of the replication.
    pub replication: u64,
    /// Counter of call events: offered, answered, given up, ended, cut.
    pub events: &'a mut u64,
    /// Who is told.
    pub observer: &'a mut O,
}

/// A hotline of one replication, kept from one to the next.
#[derive(Clone, Debug)]
pub struct HotlineActor {
    id: HotlineId,
    slots: Slots,
    waiting: Tournament,
    base: Vec<BaseCalls>,
    surges: Vec<SurgeCalls>,
    desks: Vec<Desk>,
    tally: Tally,
    phase: Phase,
    open: bool,
    /// Whether a need is missing.
    lost: bool,
    /// How many times as long a call takes that begins now.
    slowdown: f64,
}

/// How far a replication is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// This replication does not simulate the hotline.
    Away,
    /// The simulated time has yet to begin.
    Ahead(Plan),
    /// Calls come until the instant given.
    Running(Instant),
    /// The counted window is over.
    Over,
}

impl HotlineActor {
    /// Room for one replication at a time.
    #[must_use]
    pub fn new(blueprint: &Blueprint, id: HotlineId) -> Self {
        let hotline = &blueprint.hotlines[id.index()];
        let surges = SurgeCalls::of_hotline(blueprint, hotline);
        let slots = Slots::new(hotline, surges.len());
        Self {
            id,
            waiting: Tournament::new(slots.len()),
            slots,
            base: vec![BaseCalls::default(); hotline.classes.len()],
            surges,
            desks: hotline.pools.iter().map(Desk::new).collect(),
            tally: Tally::new(blueprint, hotline),
            phase: Phase::Away,
            open: false,
            lost: false,
            slowdown: 1.0,
        }
    }

    /// Signals whose change must be told by [`HotlineActor::signals_changed`], ascending.
    #[must_use]
    pub fn signals(blueprint: &Blueprint, id: HotlineId) -> Vec<Signal> {
        let hotline = &blueprint.hotlines[id.index()];
        let slowing = hotline.slowed_by.iter().map(|&(signal, _)| signal);
        let mut signals: Vec<_> = hotline.needs.iter().copied().chain(slowing).collect();
        signals.sort_unstable();
        signals.dedup();
        signals
    }

    /// Starts a replication, at instant 0, with everything forgotten. Whether the hotline is simulated in it: by the
    /// replication's number, or because `with` asks for it. Unless it is, nothing else needs to be called.
    pub fn begin<O: Observer>(&mut self, ctx: &mut HotlineCtx<'_, O>, with: bool) -> bool {
        let hotline = self.hotline(ctx);
        self.waiting.clear();
        self.surges.iter_mut().for_each(SurgeCalls::reset);
        let Some(plan) = Plan::of(ctx.blueprint, hotline, ctx.seed, ctx.replication, with) else {
            self.phase = Phase::Away;
            return false;
        };
        self.phase = Phase::Ahead(plan);
        self.waiting
            .schedule(Slots::CALENDAR, plan.start, Rank::Calendar);
        true
    }

    /// When the next event of the hotline's own comes.
    #[must_use]
    pub fn next(&self) -> Key {
        self.waiting.first()
    }

    /// Lives through the hotline's own events that come before `until`, or through some of them: it stops when
    /// `ctx.events` passes `most_events`.
    pub fn run<O: Observer>(&mut self, until: Key, most_events: u64, ctx: &mut HotlineCtx<'_, O>) {
        loop {
            let first = self.waiting.first();
            if first >= until || *ctx.events > most_events {
                return;
            }
            ctx.now = first.at();
            self.fire(first.slot(), ctx);
            self.waiting.fired(first);
        }
    }

    fn fire<O: Observer>(&mut self, slot: u32, ctx: &mut HotlineCtx<'_, O>) {
        if let Phase::Ahead(plan) = self.phase {
            self.start(plan, ctx);
            return;
        }
        self.tally.advance(ctx.now);
        match self.slots.event(slot) {
            Event::Calendar => self.turn_calendar(ctx),
            Event::End => self.end(),
            Event::BaseCall(class) => self.base_call(class, ctx),
            Event::SurgeCall(source) => self.surge_call(source, ctx),
            Event::GivesUp(desk) => self.give_up(desk, ctx),
            Event::CallEnds(desk, place) => self.end_call(desk, place, ctx),
        }
    }

    /// Some of [`HotlineActor::signals`] changed in this instant; may be told more often than needed.
    pub fn signals_changed<O: Observer>(&mut self, ctx: &mut HotlineCtx<'_, O>) {
        if !matches!(self.phase, Phase::Running(_)) {
            return;
        }
        self.tally.advance(ctx.now);
        let lost_before = self.lost;
        self.read_signals(ctx);
        match (lost_before, self.lost, self.hotline(ctx).on_loss) {
            (false, true, OnLoss::Cut) => self.cut_all(ctx),
            (false, true, OnLoss::Keep) => self.freeze_all(ctx),
            (true, false, _) => self.resume_all(ctx),
            _ => {}
        }
    }

    /// A service changed its level (index; the number of levels: down) in this instant. `outage_number` counts the times
    /// that the service left its best level in this replication; it stays the same until the best level is back. To be
    /// told at all times, also before the counted window.
    pub fn service_changed<O: Observer>(
        &mut self,
        service: ServiceId,
        level_before: usize,
        level_after: usize,
        outage_number: u64,
        ctx: &mut HotlineCtx<'_, O>,
    ) {
        if level_before == level_after || matches!(self.phase, Phase::Away | Phase::Over) {
            return;
        }
        let running = matches!(self.phase, Phase::Running(_));
        if running {
            self.tally.advance(ctx.now);
        }
        for source in 0..self.surges.len() {
            if self.surges[source].service == service {
                self.surges[source].level(level_after, outage_number, ctx.now);
                if running {
                    self.await_surge_call(source, ctx);
                }
            }
        }
        if running {
            self.tell_surge();
        }
    }

    /// What the counted window saw, when the replication is over (at the horizon); `None` if it was not simulated.
    pub fn finish(&mut self) -> Option<HotlineUse> {
        if let Phase::Running(end) = self.phase {
            self.tally.advance(end);
            self.end();
        }
        (self.phase == Phase::Over).then(|| self.tally.result(self.id))
    }

    /// The simulated time begins: nobody waits, nobody talks; outages under way cause the rest of their calls.
    fn start<O: Observer>(&mut self, plan: Plan, ctx: &mut HotlineCtx<'_, O>) {
        let hotline = self.hotline(ctx);
        self.phase = Phase::Running(plan.window.1);
        self.tally.start(plan);
        self.desks.iter_mut().for_each(Desk::reset);
        self.open = false;
        self.read_signals(ctx);
        self.waiting
            .schedule(Slots::END, plan.window.1, Rank::Measurement);
        for (class, base) in hotline.classes.iter().zip(&mut self.base) {
            base.start(
                ctx.seed.dense(class.arrivals, ctx.replication),
                &hotline.rate,
                ctx.now,
            );
        }
        self.turn_calendar(ctx);
        (0..self.base.len()).for_each(|class| self.await_base_call(class, ctx));
        (0..self.surges.len()).for_each(|source| self.await_surge_call(source, ctx));
        self.tell_surge();
    }

    /// Opening hours or shifts change. At closing time those on duty may stay to serve out, also where their shift ends.
    fn turn_calendar<O: Observer>(&mut self, ctx: &mut HotlineCtx<'_, O>) {
        let hotline = self.hotline(ctx);
        let was_open = std::mem::replace(&mut self.open, hotline.open.is_open(ctx.now));
        for desk in 0..self.desks.len() {
            if was_open && !self.open {
                self.close(desk, hotline.closing, ctx);
            }
            self.desks[desk].staff(hotline.pools[desk].agents.at(ctx.now));
            self.take_waiting(desk, ctx);
        }
        let next = self.next_calendar(hotline, ctx.now);
        if next < Instant::NEVER {
            self.waiting.schedule(Slots::CALENDAR, next, Rank::Calendar);
        }
    }

    fn close<O: Observer>(&mut self, desk: usize, closing: Closing, ctx: &mut HotlineCtx<'_, O>) {
        match closing {
            Closing::ServeOut => self.desks[desk].serve_out(),
            Closing::CutOff => self.cut_waiting(desk, Cut::AtClosing, ctx),
        }
    }

    /// When opening hours or some shift change next.
    fn next_calendar(&self, hotline: &Hotline, now: Instant) -> Instant {
        let opening = hotline
            .open
            .window(now)
            .map(|(from, to)| if from > now { from } else { to });
        let shifts = hotline
            .pools
            .iter()
            .filter_map(|pool| pool.agents.next_change(now));
        shifts.chain(opening).min().unwrap_or(Instant::NEVER)
    }

    fn read_signals<O: Observer>(&mut self, ctx: &HotlineCtx<'_, O>) {
        let hotline = self.hotline(ctx);
        let missing = |signal: Signal| !(ctx.truth)(signal);
        self.lost = hotline.needs.iter().any(|&signal| missing(signal));
        let slowing = hotline
            .slowed_by
            .iter()
            .filter(|&&(signal, _)| missing(signal));
        self.slowdown = slowing.map(|&(_, factor)| factor).product();
    }

    /// Weeks count as such with a surge for as long as some source may still call.
    fn tell_surge(&mut self) {
        let until = self.surges.iter().filter_map(SurgeCalls::until).max();
        self.tally.surge_lasts(until.unwrap_or(Instant::START));
    }

    /// The counted window ends.
    fn end(&mut self) {
        self.phase = Phase::Over;
        for desk in &mut self.desks {
            while let Some(call) = desk.line.take() {
                self.tally.pending(call.arrival);
            }
        }
        self.tally.close();
        self.waiting.clear();
    }

    fn hotline<'a, O: Observer>(&self, ctx: &HotlineCtx<'a, O>) -> &'a Hotline {
        &ctx.blueprint.hotlines[self.id.index()]
    }
}
