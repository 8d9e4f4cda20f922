//! The closed list of events of the world, and the dense agenda slots that stand for them. Hotlines keep their events to themselves.
//!
//! Knows what can happen and in which rank, not what it does.

use crate::kernel::{Rank, Slot};
use crate::model::Blueprint;
use crate::model::ids::{
    ComponentId, CrewId, FirstId, HazardId, ModeId, NeedId, ShockId,
};

/// A piece of repair work: that of component `0..components`, then that of a shared cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct WorkId(pub u32);

/// A level with a limited period, in the order of services and levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LimitId(pub u32);

/// What may wait in the agenda. Each event has one slot, so it waits at most once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// The clock of a failure mode ran out.
    Fail(ModeId),
    /// A failure becomes known.
    Detected(WorkId),
    /// A repair is finished.
    RepairDone(WorkId),
    /// The shift ends over a started repair.
    ShiftOver(WorkId),
    /// A restart is finished.
    RestartDone(ComponentId),
    /// An autonomy is spent.
    AutonomyOut(NeedId),
    /// An autonomy is full again.
    Recharged(NeedId),
    /// A stock is spent.
    StockEmpty(ComponentId),
    /// A stock is filled.
    Delivery(ComponentId),
    /// A switchover is through.
    Switch(FirstId),
    /// Switching by hand is through.
    Manual(FirstId),
    /// The unit repaired first is active.
    Activate(FirstId),
    /// An earlier entry takes over again.
    FailBack(FirstId),
    /// A shared cause strikes.
    Shock(ShockId),
    /// A hazard strikes.
    Hazard(HazardId),
    /// A place is accessible again.
    PlaceFree(ComponentId),
    /// People for waiting work come on duty.
    CrewWindow(CrewId),
    /// The limited period of a level is over.
    LevelLimit(LimitId),
    /// The full limited period is there again.
    LevelRegain(LimitId),
    /// A deadlock is broken by hand.
    Bypass(ComponentId),
    /// A look at an instant (number of the probe).
    Probe(u32),
}

/// How many kinds of events have one slot for each thing.
const KINDS: usize = 21;

/// Ranks of the kinds, in the order of [`Event::place`].
const RANKS: [Rank; KINDS] = [
    Rank::Failure,
    Rank::Completion,
    Rank::Completion,
    Rank::Calendar,
    Rank::Completion,
    Rank::Expiry,
    Rank::Completion,
    Rank::Expiry,
    Rank::Completion,
    Rank::Completion,
    Rank::Completion,
    Rank::Completion,
    Rank::Completion,
    Rank::Failure,
    Rank::Failure,
    Rank::Calendar,
    Rank::Calendar,
    Rank::Expiry,
    Rank::Expiry,
    Rank::Expiry,
    Rank::Measurement,
];

impl Event {
    /// Kind and number within the kind.
    fn place(self) -> (usize, u32) {
        match self {
            Self::Fail(mode) => (0, mode.0),
            Self::Detected(work) => (1, work.0),
            Self::RepairDone(work) => (2, work.0),
            Self::ShiftOver(work) => (3, work.0),
            Self::RestartDone(component) => (4, component.0),
            Self::AutonomyOut(need) => (5, need.0),
            Self::Recharged(need) => (6, need.0),
            Self::StockEmpty(component) => (7, component.0),
            Self::Delivery(component) => (8, component.0),
            Self::Switch(first) => (9, first.0),
            Self::Manual(first) => (10, first.0),
            Self::Activate(first) => (11, first.0),
            Self::FailBack(first) => (12, first.0),
            Self::Shock(shock) => (13, shock.0),
            Self::Hazard(hazard) => (14, hazard.0),
            Self::PlaceFree(component) => (15, component.0),
            Self::CrewWindow(crew) => (16, crew.0),
            Self::LevelLimit(limit) => (17, limit.0),
            Self::LevelRegain(limit) => (18, limit.0),
            Self::Bypass(component) => (19, component.0),
            Self::Probe(probe) => (20, probe),
        }
    }

    /// How ties within an instant are settled.
    pub(super) fn rank(self) -> Rank {
        RANKS[self.place().0]
    }
}

/// Makes the event of a number within its kind.
type Make = fn(u32) -> Event;

/// Where each event's slot lies, and which event a slot stands for.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    starts: [Slot; KINDS],
    events: Vec<Event>,
}

impl Layout {
    /// Lays out the slots of a blueprint with `limits` limited levels.
    pub(super) fn new(blueprint: &Blueprint, limits: u32) -> Self {
        let components = count(blueprint.components.len());
        let (modes, needs) = (count(blueprint.modes.len()), count(blueprint.needs.len()));
        let (firsts, shocks) = (
            count(blueprint.structure.firsts.len()),
            count(blueprint.shocks.len()),
        );
        let works = components + shocks;
        let counts: [(u32, Make); KINDS] = [
            (modes, |i| Event::Fail(ModeId(i))),
            (works, |i| Event::Detected(WorkId(i))),
            (works, |i| Event::RepairDone(WorkId(i))),
            (works, |i| Event::ShiftOver(WorkId(i))),
            (components, |i| Event::RestartDone(ComponentId(i))),
            (needs, |i| Event::AutonomyOut(NeedId(i))),
            (needs, |i| Event::Recharged(NeedId(i))),
            (components, |i| Event::StockEmpty(ComponentId(i))),
            (components, |i| Event::Delivery(ComponentId(i))),
            (firsts, |i| Event::Switch(FirstId(i))),
            (firsts, |i| Event::Manual(FirstId(i))),
            (firsts, |i| Event::Activate(FirstId(i))),
            (firsts, |i| Event::FailBack(FirstId(i))),
            (shocks, |i| Event::Shock(ShockId(i))),
            (count(blueprint.hazards.len()), |i| {
                Event::Hazard(HazardId(i))
            }),
            (components, |i| Event::PlaceFree(ComponentId(i))),
            (count(blueprint.crews.len()) + 1, |i| {
                Event::CrewWindow(CrewId(i))
            }),
            (limits, |i| Event::LevelLimit(LimitId(i))),
            (limits, |i| Event::LevelRegain(LimitId(i))),
            (components, |i| Event::Bypass(ComponentId(i))),
            (count(blueprint.probes.len()), Event::Probe),
        ];
        let mut layout = Self {
            starts: [0; KINDS],
            events: Vec::new(),
        };
        for (kind, (number, make)) in counts.into_iter().enumerate() {
            layout.starts[kind] = count(layout.events.len());
            layout.events.extend((0..number).map(make));
        }
        layout
    }

    /// The slot of an event.
    pub(super) fn slot(&self, event: Event) -> Slot {
        let (kind, number) = event.place();
        self.starts[kind] + number
    }

    /// The event of a slot.
    pub(super) fn event(&self, slot: Slot) -> Event {
        self.events[slot as usize]
    }

    /// How many slots there are.
    pub(super) fn len(&self) -> usize {
        self.events.len()
    }
}

/// A length as a dense number; the scenario's limits are far below 2³².
fn count(length: usize) -> u32 {
    u32::try_from(length).expect("lists are bounded by the scenario's limits")
}
