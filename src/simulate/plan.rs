//! What a blueprint implies for its simulation: slots, and who follows what. Built once, immutable.
//!
//! Knows nothing of the state of a run.

use crate::kernel::{Rank, Slot, StreamName};
use crate::model::Blueprint;
use crate::model::component::Standby;
use crate::model::ids::{
    CauseId, ComponentId, FirstId, GroupId, HotlineId, ModeId, OrganisationId, ServiceId, Signal,
    WatchId,
};
use crate::model::shared::Effect;
use crate::model::structure::Lists;
use crate::model::watch::Observed;
use crate::simulate::deadlock;
use crate::simulate::event::{Event, Layout, LimitId};
use crate::simulate::links::Links;
use crate::simulate::loss;
use crate::simulate::tables::{self, Brief, Few, Modes, Rule};
use crate::units::Instant;

/// Who is told when a signal flips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Follower {
    /// A service with a level that rests on it.
    Service(ServiceId),
    /// A watch of the signal itself.
    Watch(WatchId),
    /// An organisation that reaches a service by it.
    Organisation(OrganisationId),
    /// A hotline that needs it or is slowed by it.
    Hotline(HotlineId),
}

/// The blueprint with the tables of its simulation.
pub(super) struct Plan<'b> {
    /// What is simulated.
    pub blueprint: &'b Blueprint,
    /// Slots of the agenda.
    pub layout: Layout,
    /// Per signal: who is told when it flips.
    pub links: Links,
    /// Failure modes in brief.
    pub modes: Modes<'b>,
    /// Per component: what its clocks ask for.
    pub briefs: Vec<Brief>,
    /// Per gate: when it holds.
    pub rules: Vec<Rule>,
    /// What only few things need.
    pub few: Few,
    /// Per component: the switchovers that name it, with the number of the entry.
    pub named_by: Lists<(FirstId, usize)>,
    /// Limited levels: service and index of the level.
    pub limits: Vec<(ServiceId, usize)>,
    /// Per service: its limited levels.
    pub limits_of: Lists<LimitId>,
    /// Per service: the watches of its levels.
    pub watches_of: Lists<WatchId>,
    /// Per service: the organisations that use it.
    pub users_of: Lists<OrganisationId>,
    /// Per organisation: the groups it is a member of.
    pub groups_of: Lists<GroupId>,
    /// Civil midnights in local time, from the first at or before the start to the first after the horizon; empty where no
    /// group counts days.
    pub midnights: Vec<Instant>,
    /// Per signal: the cause to name where it never held.
    pub origins: Vec<CauseId>,
    /// Per shared cause: the source of chance of each member.
    pub member_streams: Lists<StreamName>,
    /// Per hazard: the source of chance of each room, then of each thing that it may damage.
    pub room_streams: Lists<StreamName>,
}

impl<'b> Plan<'b> {
    /// Compiles the tables.
    pub(super) fn new(blueprint: &'b Blueprint) -> Self {
        let limits = limits(blueprint);
        let on_loop = deadlock::components_on_loops(blueprint);
        let few = Few::of(blueprint, &on_loop);
        Self {
            blueprint,
            layout: Layout::new(blueprint, &few, limits.len()),
            modes: Modes::of(blueprint),
            briefs: tables::briefs(blueprint, &few, &on_loop),
            rules: tables::rules(blueprint),
            few,
            links: Links::of(&blueprint.structure, &followers(blueprint)),
            named_by: named_by(blueprint),
            limits_of: Lists::collect(
                blueprint.services.len(),
                limits
                    .iter()
                    .zip(0..)
                    .map(|(&(service, _), id)| (service.index(), LimitId(id))),
            ),
            limits,
            watches_of: watches_of(blueprint),
            users_of: users_of(blueprint),
            groups_of: groups_of(blueprint),
            midnights: loss::midnights(blueprint),
            origins: origins(blueprint),
            member_streams: member_streams(blueprint),
            room_streams: room_streams(blueprint),
        }
    }

    /// The brief of a component.
    pub(super) fn brief(&self, component: ComponentId) -> &Brief {
        &self.briefs[component.index()]
    }

    /// The slot of an event, if the blueprint can make it happen.
    pub(super) fn slot(&self, event: Event) -> Option<Slot> {
        self.layout
            .slot(event, |component| self.brief(component).first_mode())
    }

    /// The event of a slot that fires at `rank`.
    pub(super) fn event(&self, slot: Slot, rank: Rank) -> Event {
        self.layout
            .event(slot, rank, |mode| self.modes.component(mode))
    }

    /// The share of time at which a mode of a standby ages [1].
    pub(super) fn share_of(&self, mode: ModeId) -> f64 {
        let component = self.modes.component(mode);
        match self.blueprint.components[component.index()].standby {
            Standby::Hot => 1.0,
            Standby::Warm(share) => share,
            Standby::Cold => 0.0,
        }
    }

    /// The entries of a switchover.
    pub(super) fn entries(&self, first: FirstId) -> &'b [Signal] {
        let structure = &self.blueprint.structure;
        &structure.gates[structure.firsts[first.index()].gate.index()].inputs
    }

    /// The component that a signal is, if it is none of the gates.
    pub(super) fn component_of(&self, signal: Signal) -> Option<ComponentId> {
        (signal.index() < self.blueprint.structure.components).then_some(ComponentId(signal.0))
    }
}

/// The source of chance that decides whether `cause` strikes a component: named by both, so that who else is struck does not matter.
fn struck_by(blueprint: &Blueprint, cause: &str, component: ComponentId) -> StreamName {
    let name = &blueprint.components[component.index()].name;
    StreamName::of(&format!("{cause}/strikes/{name}"))
}

fn member_streams(blueprint: &Blueprint) -> Lists<StreamName> {
    let streams = blueprint.shocks.iter().enumerate().flat_map(|(id, shock)| {
        let cause = format!("shock/{}", shock.name);
        let members = shock.members.iter();
        members.map(move |&(member, _)| (id, struck_by(blueprint, &cause, member)))
    });
    Lists::collect(blueprint.shocks.len(), streams)
}

fn room_streams(blueprint: &Blueprint) -> Lists<StreamName> {
    let streams = blueprint
        .hazards
        .iter()
        .enumerate()
        .flat_map(|(id, hazard)| {
            let cause = format!("hazard/{}", hazard.name);
            let rooms = hazard.strikes.iter().map(|&(room, _)| room);
            let things: &[ComponentId] = match &hazard.effect {
                Effect::Suspends => &[],
                Effect::Damages(_, things) => things,
            };
            let struck = rooms.chain(things.iter().copied());
            struck.map(move |component| (id, struck_by(blueprint, &cause, component)))
        });
    Lists::collect(blueprint.hazards.len(), streams)
}

/// The signal of a component: whether it is up.
pub(super) fn up(component: ComponentId) -> Signal {
    Signal(component.0)
}

fn limits(blueprint: &Blueprint) -> Vec<(ServiceId, usize)> {
    let mut limits = Vec::new();
    for (id, service) in blueprint.services.iter().enumerate() {
        for (index, level) in service.levels.iter().enumerate() {
            if level.limit.is_some() {
                limits.push((ServiceId::new(id), index));
            }
        }
    }
    limits
}

fn followers(blueprint: &Blueprint) -> Lists<Follower> {
    let mut pairs = Vec::new();
    for (id, service) in blueprint.services.iter().enumerate() {
        let follower = Follower::Service(ServiceId::new(id));
        for level in &service.levels {
            pairs.push((level.component.index(), follower));
            pairs.push((level.when.index(), follower));
        }
    }
    for (id, watch) in blueprint.watches.iter().enumerate() {
        if let Observed::Not(signal) = watch.of {
            pairs.push((signal.index(), Follower::Watch(WatchId::new(id))));
        }
    }
    for (id, organisation) in blueprint.organisations.iter().enumerate() {
        let follower = Follower::Organisation(OrganisationId::new(id));
        let reaches = organisation.uses.iter().filter_map(|used| used.reach);
        pairs.extend(reaches.map(|signal| (signal.index(), follower)));
    }
    for (id, hotline) in blueprint.hotlines.iter().enumerate() {
        let follower = Follower::Hotline(HotlineId::new(id));
        let slowed = hotline.slowed_by.iter().map(|&(signal, _)| signal);
        pairs.extend(
            slowed
                .chain(hotline.needs.iter().copied())
                .map(|on| (on.index(), follower)),
        );
    }
    Lists::collect(blueprint.structure.signals(), pairs.into_iter())
}

fn named_by(blueprint: &Blueprint) -> Lists<(FirstId, usize)> {
    let structure = &blueprint.structure;
    let mut pairs = Vec::new();
    for (id, first) in structure.firsts.iter().enumerate() {
        for (entry, signal) in structure.gates[first.gate.index()]
            .inputs
            .iter()
            .enumerate()
        {
            if signal.index() < structure.components {
                pairs.push((signal.index(), (FirstId::new(id), entry)));
            }
        }
    }
    Lists::collect(structure.components, pairs.into_iter())
}

fn watches_of(blueprint: &Blueprint) -> Lists<WatchId> {
    let watched = blueprint
        .watches
        .iter()
        .enumerate()
        .filter_map(|(id, watch)| match watch.of {
            Observed::Below(service, _) | Observed::Demanded(service, _) => {
                Some((service.index(), WatchId::new(id)))
            }
            Observed::Not(_) => None,
        });
    Lists::collect(blueprint.services.len(), watched)
}

fn users_of(blueprint: &Blueprint) -> Lists<OrganisationId> {
    let pairs = blueprint
        .organisations
        .iter()
        .enumerate()
        .flat_map(|(id, organisation)| {
            organisation
                .uses
                .iter()
                .map(move |used| (used.service.index(), OrganisationId::new(id)))
        });
    Lists::collect(blueprint.services.len(), pairs)
}

fn groups_of(blueprint: &Blueprint) -> Lists<GroupId> {
    let pairs = blueprint.groups.iter().enumerate().flat_map(|(id, group)| {
        group
            .members
            .iter()
            .map(move |member| (member.index(), GroupId::new(id)))
    });
    Lists::collect(blueprint.organisations.len(), pairs)
}

fn origins(blueprint: &Blueprint) -> Vec<CauseId> {
    let mut origins: Vec<_> = (0..blueprint.components.len()).map(CauseId::new).collect();
    for gate in &blueprint.structure.gates {
        let first = gate
            .inputs
            .first()
            .map_or(CauseId(0), |input| origins[input.index()]);
        origins.push(first);
    }
    origins
}
