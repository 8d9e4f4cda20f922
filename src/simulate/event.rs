//! The closed list of events of the world, and the dense agenda slots that stand for them. Hotlines keep their events to themselves.
//!
//! There is a slot only for what the blueprint can make happen, and what excludes one another shares one: no clock of a failed
//! component runs, so its repair waits in the slot of its first mode. The rank tells apart what a shared slot stands for.
//! Knows what can happen and in which rank, not what it does.

use crate::kernel::{Rank, Slot};
use crate::model::Blueprint;
use crate::model::ids::{ComponentId, CrewId, FirstId, HazardId, ModeId, NeedId, ShockId};
use crate::simulate::subset::Subset;
use crate::simulate::tables::Few;

/// What a piece of repair work brings back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    /// A component.
    Own(ComponentId),
    /// All members that a shared cause struck.
    Shared(ShockId),
}

/// A level with a limited period, in the order of services and levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LimitId(pub u32);

/// What may wait in the agenda. Each event has one slot, so it waits at most once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// The clock of a failure mode ran out.
    Fail(ModeId),
    /// A failure becomes known, or its repair is finished: the stage of the work tells.
    WorkStep(Subject),
    /// The shift ends over a started repair.
    ShiftOver(Subject),
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

impl Event {
    /// Kind, in the order of [`kinds`], and number within the kind; modes are laid out by themselves.
    fn place(self) -> (usize, u32) {
        match self {
            Self::WorkStep(Subject::Shared(shock)) | Self::ShiftOver(Subject::Shared(shock)) => {
                (0, shock.0)
            }
            Self::RestartDone(component) => (1, component.0),
            Self::AutonomyOut(need) => (2, need.0),
            Self::Recharged(need) => (3, need.0),
            Self::StockEmpty(component) => (4, component.0),
            Self::Delivery(component) => (5, component.0),
            Self::Switch(first) => (6, first.0),
            Self::Manual(first) => (7, first.0),
            Self::Activate(first) => (8, first.0),
            Self::FailBack(first) => (9, first.0),
            Self::Shock(shock) => (10, shock.0),
            Self::Hazard(hazard) => (11, hazard.0),
            Self::PlaceFree(component) => (12, component.0),
            Self::CrewWindow(crew) => (13, crew.0),
            Self::LevelLimit(limit) => (14, limit.0),
            Self::LevelRegain(limit) => (15, limit.0),
            Self::Bypass(component) => (16, component.0),
            Self::Probe(probe) => (17, probe),
            Self::Fail(mode) => unreachable!("mode {} has the slot of its number", mode.0),
            Self::WorkStep(Subject::Own(component)) | Self::ShiftOver(Subject::Own(component)) => {
                unreachable!(
                    "component {} is repaired in the slot of its first mode",
                    component.0
                )
            }
        }
    }

    /// How ties within an instant are settled.
    pub(super) fn rank(self) -> Rank {
        match self {
            Self::ShiftOver(_) | Self::PlaceFree(_) | Self::CrewWindow(_) => Rank::Calendar,
            Self::WorkStep(_) | Self::RestartDone(_) | Self::Recharged(_) | Self::Delivery(_) => {
                Rank::Completion
            }
            Self::Switch(_) | Self::Manual(_) | Self::Activate(_) | Self::FailBack(_) => {
                Rank::Completion
            }
            Self::Fail(_) | Self::Shock(_) | Self::Hazard(_) => Rank::Failure,
            Self::AutonomyOut(_) | Self::StockEmpty(_) | Self::Bypass(_) => Rank::Expiry,
            Self::LevelLimit(_) | Self::LevelRegain(_) => Rank::Expiry,
            Self::Probe(_) => Rank::Measurement,
        }
    }
}

/// Makes the event of a number within its kind, at a rank.
type Make = fn(u32, Rank) -> Event;

/// The slots of one kind of event: one for each number that may have it.
#[derive(Clone, Debug)]
struct Kind {
    start: Slot,
    numbers: Subset,
    make: Make,
}

/// Where each event's slot lies, and which event a slot stands for: first a slot for each failure mode, then one for each number
/// of the other kinds.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// How many slots belong to modes.
    modes: Slot,
    kinds: Vec<Kind>,
    len: Slot,
}

impl Layout {
    /// Lays out the slots of a blueprint with `limits` limited levels.
    pub(super) fn new(blueprint: &Blueprint, few: &Few, limits: usize) -> Self {
        let modes = blueprint.modes.len();
        let modes = u32::try_from(modes).expect("modes are bounded by the scenario's limits");
        let mut layout = Self {
            modes,
            kinds: Vec::new(),
            len: modes,
        };
        for (numbers, make) in kinds(blueprint, few, limits) {
            let start = layout.len;
            layout.len += numbers.len() as u32;
            layout.kinds.push(Kind {
                start,
                numbers,
                make,
            });
        }
        layout
    }

    /// The slot of an event, if the blueprint can make it happen; `first_mode` finds the first mode of a component.
    pub(super) fn slot(
        &self,
        event: Event,
        first_mode: impl Fn(ComponentId) -> ModeId,
    ) -> Option<Slot> {
        match event {
            Event::Fail(mode) => Some(mode.0),
            Event::WorkStep(Subject::Own(component))
            | Event::ShiftOver(Subject::Own(component)) => Some(first_mode(component).0),
            _ => self.slot_of_kind(event),
        }
    }

    fn slot_of_kind(&self, event: Event) -> Option<Slot> {
        let (kind, number) = event.place();
        let kind = &self.kinds[kind];
        let place = kind.numbers.place(number)?;
        Some(kind.start + place as u32)
    }

    /// The event of a slot that fires at a rank; `component_of` finds the component of a mode.
    pub(super) fn event(
        &self,
        slot: Slot,
        rank: Rank,
        component_of: impl Fn(ModeId) -> ComponentId,
    ) -> Event {
        if slot < self.modes {
            let mode = ModeId(slot);
            return match rank {
                Rank::Failure => Event::Fail(mode),
                Rank::Calendar => Event::ShiftOver(Subject::Own(component_of(mode))),
                _ => Event::WorkStep(Subject::Own(component_of(mode))),
            };
        }
        let kind = self.kinds.partition_point(|kind| kind.start <= slot) - 1;
        let kind = &self.kinds[kind];
        (kind.make)(kind.numbers.member(slot - kind.start), rank)
    }

    /// How many slots there are.
    pub(super) fn len(&self) -> usize {
        self.len as usize
    }
}

/// The kinds that have slots of their own, in the order of [`Event::place`].
fn kinds(blueprint: &Blueprint, few: &Few, limits: usize) -> [(Subset, Make); 18] {
    let all = |count: usize| Subset::of(count, |_| true);
    let firsts = || all(blueprint.structure.firsts.len());
    let [stocked, delayed] = [&few.stocked, &few.delayed].map(|few| || few.clone());
    [
        (few.together.clone(), shared_work),
        (few.restarting.clone(), |i, _| {
            Event::RestartDone(ComponentId(i))
        }),
        (delayed(), |i, _| Event::AutonomyOut(NeedId(i))),
        (delayed(), |i, _| Event::Recharged(NeedId(i))),
        (stocked(), |i, _| Event::StockEmpty(ComponentId(i))),
        (stocked(), |i, _| Event::Delivery(ComponentId(i))),
        (firsts(), |i, _| Event::Switch(FirstId(i))),
        (firsts(), |i, _| Event::Manual(FirstId(i))),
        (firsts(), |i, _| Event::Activate(FirstId(i))),
        (firsts(), |i, _| Event::FailBack(FirstId(i))),
        (all(blueprint.shocks.len()), |i, _| Event::Shock(ShockId(i))),
        (all(blueprint.hazards.len()), |i, _| {
            Event::Hazard(HazardId(i))
        }),
        (few.places.clone(), |i, _| Event::PlaceFree(ComponentId(i))),
        (all(blueprint.crews.len()), |i, _| {
            Event::CrewWindow(CrewId(i))
        }),
        (all(limits), |i, _| Event::LevelLimit(LimitId(i))),
        (all(limits), |i, _| Event::LevelRegain(LimitId(i))),
        (few.bypassed.clone(), |i, _| Event::Bypass(ComponentId(i))),
        (all(blueprint.probes.len()), |i, _| Event::Probe(i)),
    ]
}

/// The repair of a shared cause, which has one slot for all that may wait of it.
fn shared_work(number: u32, rank: Rank) -> Event {
    let subject = Subject::Shared(ShockId(number));
    match rank {
        Rank::Calendar => Event::ShiftOver(subject),
        _ => Event::WorkStep(subject),
    }
}
