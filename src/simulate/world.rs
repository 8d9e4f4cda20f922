//! The crank: instants as transactions, rounds, the order of what happens in each (`docs/semantics.md` 1).
//!
//! Knows when each part of the world acts, not what it does.

use crate::kernel::{Agenda, Rank, Seed};
use crate::model::Blueprint;
use crate::model::ids::{ModeId, Signal};
use crate::simulate::autonomy::Autonomies;
use crate::simulate::clock::Clocks;
use crate::simulate::component::Items;
use crate::simulate::crew::Crews;
use crate::simulate::deadlock::Deadlocks;
use crate::simulate::event::{Event, Subject};
use crate::simulate::hotlines::Hotlines;
use crate::simulate::level::Services;
use crate::simulate::loss::Losses;
use crate::simulate::luck::Luck;
use crate::simulate::naive;
use crate::simulate::observe::{Happening, Observer};
use crate::simulate::pace;
use crate::simulate::plan::Plan;
use crate::simulate::planted::Planted;
use crate::simulate::reach::Reaches;
use crate::simulate::shared::Strikes;
use crate::simulate::signals::Signals;
use crate::simulate::stock::Stocks;
use crate::simulate::switchover::Switchovers;
use crate::simulate::tally::Tally;
use crate::simulate::watch::Watches;
use crate::simulate::works::Works;
use crate::simulate::{Options, Outcome, Stop};
use crate::units::{Instant, Span};

/// More rounds than this at one instant are a fault of the model.
const ROUNDS: u32 = 10_000;
/// More events than this in one replication are refused: each may leave a record behind, and what one thread keeps must fit into
/// memory beside the others. A hotline for a million callers stays below.
pub(super) const MOST_EVENTS: u64 = 50_000_000;
/// How many of the last events a zero-time loop names.
const NAMED: usize = 20;

/// The state of one replication, kept from one to the next so that nothing is allocated anew.
pub struct World<'b> {
    plan: Plan<'b>,
    state: State,
}

/// Everything that changes, one part for each concept.
#[derive(Default)]
pub(super) struct State {
    pub agenda: Agenda,
    pub signals: Signals,
    pub items: Items,
    pub clocks: Clocks,
    pub autonomies: Autonomies,
    pub stocks: Stocks,
    pub switchovers: Switchovers,
    pub reaches: Reaches,
    pub works: Works,
    pub crews: Crews,
    pub strikes: Strikes,
    pub services: Services,
    pub watches: Watches,
    pub losses: Losses,
    pub deadlocks: Deadlocks,
    pub hotlines: Hotlines,
    pub tally: Tally,
    pub outcome: Outcome,
    /// Signals that do not hold even with everything up.
    pub impossible: Vec<Signal>,
    /// What was up before the event, for the audit.
    pub before: crate::simulate::audit::Before,
    /// What the audit found.
    pub fault: Option<String>,
}

impl State {
    /// When an event fires; [`Instant::NEVER`] if it does not wait.
    pub(super) fn agenda_when(&self, plan: &Plan, event: Event) -> Instant {
        let slot = plan.slot(event);
        let at = slot.and_then(|slot| self.agenda.when(slot));
        at.unwrap_or(Instant::NEVER)
    }
}

/// A replication under way: the state with what it needs besides.
pub(super) struct Run<'r, 'b, O> {
    pub plan: &'r Plan<'b>,
    pub state: &'r mut State,
    pub luck: Luck<'r>,
    pub options: Options,
    pub observer: &'r mut O,
    pub now: Instant,
}

/// When something fires, and in which rank.
type Due = (Instant, Rank);

/// Whether something fires before something else.
#[inline]
fn is_before((at, rank): Due, (then, other): Due) -> bool {
    at < then || (at == then && rank < other)
}

/// How often an instant went around.
struct Rounds {
    rounds: u32,
    events: usize,
    rank: Rank,
    last: [Event; NAMED],
}

impl<'b> World<'b> {
    /// Room for one replication at a time.
    #[must_use]
    pub fn new(blueprint: &'b Blueprint) -> Self {
        let plan = Plan::new(blueprint);
        let state = State {
            agenda: Agenda::new(
                plan.layout.len(),
                pace::pending(blueprint),
                pace::mean_gap(blueprint),
            ),
            hotlines: Hotlines::new(&plan),
            reaches: Reaches::new(&plan),
            impossible: impossible(&plan),
            ..State::default()
        };
        Self { plan, state }
    }

    /// What is simulated.
    pub(super) fn blueprint(&self) -> &'b Blueprint {
        self.plan.blueprint
    }

    /// How often the clock of a mode was renewed, and what is left of it at the horizon.
    pub(super) fn clock(&self, mode: ModeId) -> (u32, Span) {
        let clocks = &self.state.clocks;
        let end = self.plan.blueprint.end();
        (clocks.failures(mode), clocks.left(&self.plan, mode, end))
    }

    /// Runs replication `replication` from the start to the horizon.
    ///
    /// # Errors
    /// [`Stop`] where the model has an endless instant or far too many events, or the audit disagrees.
    pub fn run<O: Observer>(
        &mut self,
        seed: &Seed,
        replication: u64,
        options: Options,
        observer: &mut O,
    ) -> Result<&Outcome, Stop> {
        let mut run = Run {
            plan: &self.plan,
            state: &mut self.state,
            luck: Luck {
                seed,
                replication,
                options,
            },
            options,
            observer,
            now: Instant::START,
        };
        run.reset();
        run.simulate()?;
        run.finish();
        run.check_losses()?;
        Ok(&self.state.outcome)
    }
}

impl<O: Observer> Run<'_, '_, O> {
    fn reset(&mut self) {
        let (plan, blueprint) = (self.plan, self.plan.blueprint);
        let (components, state) = (blueprint.components.len(), &mut *self.state);
        state.agenda.clear();
        state.signals.reset(plan);
        state.items.reset(plan);
        state.autonomies.reset(plan);
        state.stocks.reset(plan);
        state.switchovers.reset(plan);
        state.reaches.reset();
        state.works.reset(plan);
        state.crews.reset(blueprint);
        state.strikes.reset(plan);
        state.services.reset(plan);
        state.watches.reset(blueprint.watches.len(), components);
        state.losses.reset(blueprint);
        state.deadlocks.reset(components);
        state.tally.reset(blueprint);
        state.fault = None;
    }

    fn simulate(&mut self) -> Result<(), Stop> {
        self.begin();
        let mut rounds = Rounds::new();
        let first = self.state.agenda.peek();
        let mut next = self.instant(&mut rounds, first)?;
        let end = self.plan.blueprint.end();
        while let Some((at, _)) = next
            && at <= end
            && !self.state.watches.over
        {
            self.run_hotlines((at, Rank::Calendar))?;
            self.now = at;
            next = self.instant(&mut rounds, next)?;
        }
        if !self.state.watches.over {
            self.run_hotlines((end + Span::TICK, Rank::Calendar))?;
            self.now = end;
        }
        Ok(())
    }

    /// Instant 0: everything is up that can be.
    fn begin(&mut self) {
        self.begin_tally();
        self.begin_modes();
        self.begin_strikes();
        self.begin_hotlines();
        for (probe, what) in (0..).zip(&self.plan.blueprint.probes) {
            self.schedule(Event::Probe(probe), what.at);
        }
        self.drop_what_cannot_hold();
        self.audit_before(None);
        self.come_to_rest();
        self.begin_clocks();
    }

    /// Gates that do not hold even with everything up fall at once.
    fn drop_what_cannot_hold(&mut self) {
        for at in 0..self.state.impossible.len() {
            let signal = self.state.impossible[at];
            self.fall(signal, self.plan.origins[signal.index()]);
        }
    }

    /// All events of the present instant, in order, round by round; then what they leave is recorded. `next` is what comes first;
    /// gives what comes after the instant.
    fn instant(&mut self, rounds: &mut Rounds, mut next: Option<Due>) -> Result<Option<Due>, Stop> {
        rounds.begin();
        loop {
            while let Some(event) = self.take_due(next, (self.now, Rank::Measurement))? {
                rounds.count(self, event)?;
                self.step(event);
                self.refuse_endless(|run| run.name(event))?;
                if let Some(fault) = self.state.fault.take() {
                    return Err(Stop::Audit(fault));
                }
                next = self.state.agenda.peek();
            }
            if !self.policies() {
                break;
            }
            next = self.state.agenda.peek();
        }
        while let Some(event) = self.take_due(next, (self.now + Span::TICK, Rank::Calendar))? {
            self.fire(event);
            next = self.state.agenda.peek();
        }
        if self.record() {
            next = self.state.agenda.peek();
        }
        Ok(next)
    }

    /// Stops a replication that would not end before the memory does.
    pub(super) fn refuse_endless(&self, name: impl Fn(&Self) -> String) -> Result<(), Stop> {
        let outcome = &self.state.outcome;
        if outcome.events + outcome.call_events <= MOST_EVENTS {
            return Ok(());
        }
        Err(Stop::TooManyEvents {
            at: self.now.micros(),
            item: name(self),
        })
    }

    /// Takes what comes `next`, if it comes before `until`; events of hotlines that come before it are lived through.
    #[inline]
    fn take_due(&mut self, next: Option<Due>, until: Due) -> Result<Option<Event>, Stop> {
        let Some(next) = next.filter(|&next| is_before(next, until)) else {
            self.run_hotlines(until)?;
            return Ok(None);
        };
        self.run_hotlines(next)?;
        let taken = self.state.agenda.pop();
        Ok(taken.map(|(_, rank, slot)| self.plan.event(slot, rank)))
    }

    /// One event, after which the structure settles.
    fn step(&mut self, event: Event) {
        self.audit_before(Some(event));
        self.fire(event);
        self.settle();
    }

    /// What acts on the settled state, by events of the next round; whether anything did.
    fn policies(&mut self) -> bool {
        let levels = self.review_levels();
        let works = self.review_works();
        self.dispatch() || levels || works
    }

    /// The instant is over. Whether anything may have been scheduled.
    fn record(&mut self) -> bool {
        self.record_components();
        self.record_levels();
        self.record_watches();
        self.record_losses();
        self.state.crews.end_instant();
        self.record_hotlines();
        self.record_deadlocks()
    }

    fn fire(&mut self, event: Event) {
        match event {
            Event::Fail(mode) => self.on_fail(mode),
            Event::WorkStep(subject) => self.on_work_step(subject),
            Event::ShiftOver(subject) => self.on_shift_over(subject),
            Event::RestartDone(component) => self.join(component),
            Event::AutonomyOut(need) => self.on_autonomy_out(need),
            Event::Recharged(need) => self.on_recharged(need),
            Event::StockEmpty(component) => self.on_stock_empty(component),
            Event::Delivery(component) => self.on_delivery(component),
            Event::Switch(first) => self.on_switch(first),
            Event::Manual(first) => self.on_manual(first),
            Event::Activate(first) => self.on_activate(first),
            Event::FailBack(first) => self.on_fail_back(first),
            Event::Shock(shock) => self.on_shock(shock),
            Event::Hazard(hazard) => self.on_hazard(hazard),
            Event::PlaceFree(place) => self.on_place_free(place),
            Event::CrewWindow(crew) => self.on_crew_window(crew),
            Event::LevelLimit(limit) => self.on_level_limit(limit),
            Event::LevelRegain(limit) => self.on_level_regain(limit),
            Event::Bypass(component) => self.on_bypass(component),
            Event::Probe(probe) => self.on_probe(probe),
        }
    }

    /// Lets `event` fire at `at`; what lies beyond the horizon never fires.
    pub(super) fn schedule(&mut self, event: Event, at: Instant) {
        let slot = self.plan.slot(event);
        debug_assert!(slot.is_some(), "the blueprint can make it happen");
        let Some(slot) = slot else { return };
        let lost = self.options.planted(Planted::LostEvent) && at.micros() % 101 == 0;
        if at <= self.plan.blueprint.end() && !lost {
            self.state.agenda.schedule(slot, at, event.rank());
        } else {
            self.state.agenda.cancel(slot);
        }
    }

    /// Takes `event` out.
    pub(super) fn cancel(&mut self, event: Event) {
        if let Some(slot) = self.plan.slot(event) {
            self.state.agenda.cancel(slot);
        }
    }

    /// Something happened: counts it and tells the observer.
    pub(super) fn tell(&mut self, what: Happening) {
        self.state.outcome.events += 1;
        if O::LISTENS {
            self.observer.happened(self.now, what);
        }
    }

    /// Whether the present instant is counted.
    pub(super) fn is_counted(&self) -> bool {
        self.now > Instant::START + self.plan.blueprint.warm_up
    }

    /// The counted part of an interval.
    pub(super) fn clip(&self, from: Instant, to: Instant) -> (Instant, Instant) {
        let warm = Instant::START + self.plan.blueprint.warm_up;
        (from.max(warm), to.max(warm))
    }

    fn on_probe(&mut self, probe: u32) {
        let signal = self.plan.blueprint.probes[probe as usize].signal;
        self.state.outcome.probes[probe as usize] = self.state.signals.holds(signal);
    }

    /// What an event is about, in words.
    fn name(&self, event: Event) -> String {
        let blueprint = self.plan.blueprint;
        let component = match event {
            Event::Fail(mode) => blueprint.modes[mode.index()].component,
            Event::WorkStep(Subject::Own(component))
            | Event::ShiftOver(Subject::Own(component)) => component,
            Event::AutonomyOut(need) | Event::Recharged(need) => {
                blueprint.needs[need.index()].component
            }
            Event::RestartDone(component)
            | Event::StockEmpty(component)
            | Event::Delivery(component)
            | Event::PlaceFree(component)
            | Event::Bypass(component) => component,
            Event::LevelLimit(limit) | Event::LevelRegain(limit) => {
                let (service, level) = self.plan.limits[limit.0 as usize];
                blueprint.services[service.index()].levels[level].component
            }
            Event::Switch(first)
            | Event::Manual(first)
            | Event::Activate(first)
            | Event::FailBack(first) => {
                let entry = self.plan.entries(first).first();
                let component = entry.and_then(|&entry| self.plan.component_of(entry));
                return component.map_or_else(
                    || format!("switchover {}", first.0),
                    |entry| format!("switchover of {}", blueprint.components[entry.index()].name),
                );
            }
            Event::Shock(shock)
            | Event::WorkStep(Subject::Shared(shock))
            | Event::ShiftOver(Subject::Shared(shock)) => {
                return blueprint.shocks[shock.index()].name.clone();
            }
            Event::Hazard(hazard) => return blueprint.hazards[hazard.index()].name.clone(),
            Event::CrewWindow(crew) => return blueprint.crews[crew.index()].name.clone(),
            Event::Probe(probe) => return blueprint.probes[probe as usize].subject.clone(),
        };
        blueprint.components[component.index()].name.clone()
    }
}

/// The gates that do not hold with everything up and the switchovers where they begin.
fn impossible(plan: &Plan) -> Vec<Signal> {
    let mut switchovers = Switchovers::default();
    switchovers.reset(plan);
    let up = vec![true; plan.blueprint.components.len()];
    let truth = naive::gates(plan, &up, |first, holds| {
        switchovers
            .active(first)
            .is_some_and(|entry| holds(plan.entries(first)[entry]))
    });
    (0..truth.len())
        .filter(|&at| !truth[at])
        .map(Signal::new)
        .collect()
}

impl Rounds {
    fn new() -> Self {
        Self {
            rounds: 0,
            events: 0,
            rank: Rank::Calendar,
            last: [Event::Probe(0); NAMED],
        }
    }

    /// A new instant.
    fn begin(&mut self) {
        (self.rounds, self.events, self.rank) = (0, 0, Rank::Calendar);
    }

    /// A further event at this instant: one of a lower rank than the last opens a round.
    fn count<O: Observer>(&mut self, run: &Run<'_, '_, O>, event: Event) -> Result<(), Stop> {
        self.rounds += u32::from(event.rank() < self.rank);
        self.rank = event.rank();
        self.last[self.events % NAMED] = event;
        self.events += 1;
        let many = ROUNDS as usize + 2 * run.plan.layout.len();
        if self.rounds <= ROUNDS && self.events <= many {
            return Ok(());
        }
        let recent = (self.events.saturating_sub(NAMED)..self.events)
            .map(|at| run.name(self.last[at % NAMED]));
        Err(Stop::ZeroTimeLoop {
            at: run.now.micros(),
            items: recent.collect(),
        })
    }
}
