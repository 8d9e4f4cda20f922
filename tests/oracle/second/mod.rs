//! A second simulator: slow, plain, and written against `docs/semantics.md` rather than against the first.
//!
//! It has no agenda (it keeps a list of clocks and looks through all of them for the earliest), no counters (truth is worked out from what a
//! gate or a component rests on, each time), and no lists of what may have changed where a look at everything does. What it tells must be
//! what an observer of the first simulator hears, happening by happening. Knows nothing of hotlines, organisations and statistics.

mod count;
mod loops;
mod people;
mod record;
mod services;
mod settle;
mod shared;
mod switchover;
mod things;

use std::collections::VecDeque;

use ausfall::dist::Law;
use ausfall::kernel::{Seed, StreamName};
use ausfall::model::Blueprint;
use ausfall::model::ids::{
    CauseId, ComponentId, CrewId, FirstId, HazardId, ModeId, NeedId, ServiceId, ShockId, Signal,
};
use ausfall::simulate::Happening;
use ausfall::units::{Instant, Span};

use count::Count;
pub use count::was_used;
use people::{People, Work};
use services::Offer;
use switchover::Switch;
use things::{Age, Charge, Tank, Thing};

/// What a clock stands for. A piece of work is that of component `0..components`, then that of a shared cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Fails(ModeId),
    Known(usize),
    Repaired(usize),
    ShiftOver(usize),
    Restarted(ComponentId),
    Spent(NeedId),
    Recharged(NeedId),
    Empty(ComponentId),
    Delivered(ComponentId),
    Switched(FirstId),
    ByHand(FirstId),
    Activated(FirstId),
    HandsBack(FirstId),
    Shock(ShockId),
    Hazard(HazardId),
    Free(ComponentId),
    OnDuty(CrewId),
    Limit(ServiceId, usize),
    Regained(ServiceId, usize),
    Bypass(ComponentId),
    Look(usize),
}

/// The rank of the looks at an instant: when all else has happened.
const LOOK: u8 = 5;

impl What {
    /// Ruling 1: calendar and environment, completions, failures, expiries, (arrivals,) measurements.
    fn rank(self) -> u8 {
        match self {
            Self::ShiftOver(_) | Self::Free(_) | Self::OnDuty(_) => 0,
            Self::Known(_) | Self::Repaired(_) | Self::Restarted(_) | Self::Delivered(_) => 1,
            Self::Recharged(_) | Self::Switched(_) | Self::ByHand(_) => 1,
            Self::Activated(_) | Self::HandsBack(_) => 1,
            Self::Fails(_) | Self::Shock(_) | Self::Hazard(_) => 2,
            Self::Spent(_) | Self::Empty(_) | Self::Limit(..) | Self::Regained(..) => 3,
            Self::Bypass(_) => 3,
            Self::Look(_) => LOOK,
        }
    }
}

/// Something that will happen.
#[derive(Clone, Copy)]
struct Clock {
    at: Instant,
    what: What,
    /// How many clocks were set before.
    order: u64,
}

/// One replication.
pub struct Second<'b> {
    b: &'b Blueprint,
    seed: Seed,
    replication: u64,
    now: Instant,
    clocks: Vec<Clock>,
    clocks_set: u64,
    /// What happened.
    pub told: Vec<(Instant, Happening)>,
    /// What the probes saw.
    pub looks: Vec<bool>,

    /// Per signal: whether it holds.
    truth: Vec<bool>,
    /// Per signal: the same as far as it has spread to what rests on it.
    spread: Vec<bool>,
    /// Per signal: the root cause of its last fall.
    root: Vec<CauseId>,
    /// Per signal: the number of its last fall among all; 0: never.
    fell: Vec<u64>,
    falls: u64,
    falling: VecDeque<Signal>,
    rising: VecDeque<Signal>,
    /// Suspended components that may have all they need now.
    candidates: VecDeque<ComponentId>,
    /// Components whose clocks may have to change, in the order in which that came about; then needs likewise.
    changed: Vec<ComponentId>,
    stirred: Vec<NeedId>,

    things: Vec<Thing>,
    ages: Vec<Age>,
    charges: Vec<Charge>,
    tanks: Vec<Tank>,
    switches: Vec<Switch>,
    undecided: Vec<FirstId>,
    offered: VecDeque<(FirstId, usize)>,
    works: Vec<Work>,
    people: Vec<People>,
    together: Vec<Vec<ComponentId>>,
    shocks: Vec<u64>,
    hazards: Vec<u64>,
    taken_until: Vec<Instant>,
    offers: Vec<Offer>,
    /// Services whose levels may have changed in this instant, in the order in which that came about.
    shaken: Vec<ServiceId>,
    in_loop: Vec<bool>,
    locked: Vec<bool>,
    open: Vec<Option<(Instant, CauseId)>>,
    count: Count,
}

impl<'b> Second<'b> {
    /// Lives through one replication.
    pub fn run(b: &'b Blueprint, seed: Seed, replication: u64) -> Self {
        let mut second = Self::new(b, seed, replication);
        second.begin();
        second.instant();
        while let Some(at) = second.clocks.iter().map(|clock| clock.at).min() {
            second.spend_until(at);
            second.now = at;
            second.instant();
        }
        second.spend_until(b.end());
        second.now = b.end();
        second
    }

    fn new(b: &'b Blueprint, seed: Seed, replication: u64) -> Self {
        let (components, signals) = (b.components.len(), b.structure.signals());
        Self {
            b,
            seed,
            replication,
            now: Instant::START,
            clocks: Vec::new(),
            clocks_set: 0,
            told: Vec::new(),
            looks: vec![false; b.probes.len()],
            truth: vec![true; signals],
            spread: vec![true; signals],
            root: origins(b),
            fell: vec![0; signals],
            falls: 0,
            falling: VecDeque::new(),
            rising: VecDeque::new(),
            candidates: VecDeque::new(),
            changed: Vec::new(),
            stirred: Vec::new(),
            things: vec![Thing::default(); components],
            ages: Vec::new(),
            charges: vec![Charge::default(); b.needs.len()],
            tanks: b.components.iter().map(Tank::full).collect(),
            switches: Vec::new(),
            undecided: Vec::new(),
            offered: VecDeque::new(),
            works: vec![Work::default(); components + b.shocks.len()],
            people: b.crews.iter().map(People::of).collect(),
            together: vec![Vec::new(); b.shocks.len()],
            shocks: vec![0; b.shocks.len()],
            hazards: vec![0; b.hazards.len()],
            taken_until: vec![Instant::START; components],
            offers: b.services.iter().map(Offer::of).collect(),
            shaken: (0..b.services.len()).map(ServiceId::new).collect(),
            in_loop: loops::in_loops(b),
            locked: vec![false; components],
            open: vec![None; b.watches.len()],
            count: Count::new(b),
        }
    }

    /// Everything is up that can be; clocks start in this order: shocks, hazards, looks, then those of the components.
    fn begin(&mut self) {
        self.begin_ages();
        self.begin_causes();
        for (look, probe) in self.b.probes.iter().enumerate() {
            self.set(What::Look(look), probe.at);
        }
        self.begin_switches();
        let holds = self.gates_from_scratch();
        for signal in (0..holds.len()).filter(|&at| !holds[at]).map(Signal::new) {
            let root = self.root[signal.index()];
            self.fall(signal, root);
        }
        self.settle();
    }

    /// Rounds of events and policies until nothing more happens at this instant; then what it leaves is recorded.
    fn instant(&mut self) {
        loop {
            while let Some(what) = self.next_now(|rank| rank < LOOK) {
                self.fire(what);
                self.settle();
            }
            self.follow_levels();
            self.stop_work();
            self.send_people();
            let more = |clock: &Clock| clock.at == self.now && clock.what.rank() < LOOK;
            if !self.clocks.iter().any(more) {
                break;
            }
        }
        while let Some(what) = self.next_now(|_| true) {
            self.fire(what);
        }
        self.record();
    }

    /// Takes out the first clock of this instant: the lowest rank, then the one that was set first.
    fn next_now(&mut self, wanted: impl Fn(u8) -> bool) -> Option<What> {
        let due = |clock: &Clock| clock.at == self.now && wanted(clock.what.rank());
        let first = (0..self.clocks.len())
            .filter(|&at| due(&self.clocks[at]))
            .min_by_key(|&at| (self.clocks[at].what.rank(), self.clocks[at].order))?;
        Some(self.clocks.swap_remove(first).what)
    }

    fn fire(&mut self, what: What) {
        match what {
            What::Fails(mode) => self.on_fails(mode),
            What::Known(work) => self.ask_for_people(work),
            What::Repaired(work) => self.on_repaired(work),
            What::ShiftOver(work) => self.interrupt(work),
            What::Restarted(component) => self.join(component),
            What::Spent(need) => self.on_spent(need),
            What::Recharged(need) => self.on_recharged(need),
            What::Empty(component) => self.on_empty(component),
            What::Delivered(component) => self.on_delivered(component),
            What::Switched(first) | What::Activated(first) => self.on_switched(first),
            What::ByHand(first) => self.on_by_hand(first),
            What::HandsBack(first) => self.on_hands_back(first),
            What::Shock(shock) => self.on_shock(shock),
            What::Hazard(hazard) => self.on_hazard(hazard),
            What::Free(place) => self.on_free(place),
            What::OnDuty(_) => {}
            What::Limit(service, level) => self.on_limit(service, level),
            What::Regained(service, level) => self.on_regained(service, level),
            What::Bypass(component) => self.on_bypass(component),
            What::Look(look) => self.looks[look] = self.holds(self.b.probes[look].signal),
        }
    }

    /// Sets a clock, or sets it anew.
    fn set(&mut self, what: What, at: Instant) {
        self.stop(what);
        if at <= self.b.end() {
            let order = self.clocks_set;
            self.clocks_set += 1;
            self.clocks.push(Clock { at, what, order });
        }
    }

    fn stop(&mut self, what: What) {
        self.clocks.retain(|clock| clock.what != what);
    }

    /// When something will happen, if its clock runs.
    fn when(&self, what: What) -> Option<Instant> {
        let clock = self.clocks.iter().find(|clock| clock.what == what)?;
        Some(clock.at)
    }

    fn tell(&mut self, what: Happening) {
        self.told.push((self.now, what));
    }

    fn uniform(&self, stream: StreamName, index: u64, lane: u64) -> f64 {
        let block = self
            .seed
            .uniforms(stream, self.replication, index, lane / 4);
        block[(lane % 4) as usize]
    }

    /// A duration from two lanes.
    fn draw(&self, law: &Law, stream: StreamName, index: u64, lane: u64) -> Span {
        let [one, two] = [lane, lane + 1].map(|lane| self.uniform(stream, index, lane));
        Span::drawn(law.quantile([one, two]))
    }

    /// The first wait of a clock: a whole life, or what is left of one.
    fn draw_first(&self, law: &Law, stream: StreamName) -> Span {
        let running = self.b.initially == ausfall::model::blueprint::Initially::Running;
        if running {
            let [one, two] = [0, 1].map(|lane| self.uniform(stream, 0, lane));
            return Span::drawn(law.residual_quantile([one, two]));
        }
        self.draw(law, stream, 0, 0)
    }

    fn holds(&self, signal: Signal) -> bool {
        self.truth[signal.index()]
    }
}

/// The signal of a component.
fn up(component: ComponentId) -> Signal {
    Signal(component.0)
}

/// Whom to blame for what never held: a component itself, of a gate its first input.
fn origins(b: &Blueprint) -> Vec<CauseId> {
    let mut origins: Vec<_> = (0..b.components.len()).map(CauseId::new).collect();
    for gate in &b.structure.gates {
        let first = gate.inputs.first().map(|input| origins[input.index()]);
        origins.push(first.unwrap_or(CauseId(0)));
    }
    origins
}
