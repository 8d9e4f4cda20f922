//! What the course of events reads of components, modes and gates, in few bytes each; and which of many things need a table.
//!
//! A blueprint says everything with its names and laws; a hundred thousand components of one kind share the laws, and the
//! processor's caches hold their briefs. Knows nothing of the state of a run.

use crate::dist::Law;
use crate::kernel::StreamName;
use crate::model::Blueprint;
use crate::model::component::{Mode, NeedKind, Standby};
use crate::model::ids::{ComponentId, CrewId, FirstId, ModeId, NeedId, ReachId};
use crate::model::shared::{Effect, SharedRepair};
use crate::model::structure::Op;
use crate::simulate::subset::Subset;

/// How many of the last kinds of modes a further one is compared with.
const REMEMBERED: usize = 16;

/// A failure mode: its kind and what is its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct ModeBrief {
    /// Its source of chance.
    pub stream: StreamName,
    /// Whose mode it is.
    pub component: ComponentId,
    /// Place in the list of kinds.
    kind: u32,
}

/// What modes of the same kind have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ModeKind<'b> {
    /// Time to failure [µs of operating age].
    pub fails: Option<&'b Law>,
    /// From the failure until it is known [µs].
    pub detection: Option<&'b Law>,
    /// Active repair [µs].
    pub repair: Option<&'b Law>,
    /// Restart after the repair [µs].
    pub restart: Option<&'b Law>,
    /// Who repairs; `None`: somebody is always there.
    pub crew: Option<CrewId>,
    /// Order of service among the waiting, lower first.
    pub priority: i32,
    /// Whether its clock runs whatever the component does.
    pub ages_always: bool,
    /// Whether its repair renews all modes.
    pub renews_all: bool,
    /// Whether its repair wants the component's needs.
    pub repair_suspended: bool,
}

impl<'b> ModeKind<'b> {
    fn of(mode: &'b Mode) -> Self {
        Self {
            fails: mode.fails.as_ref(),
            detection: mode.detection.as_ref(),
            repair: mode.repair.as_ref(),
            restart: mode.restart.as_ref(),
            crew: mode.crew,
            priority: mode.priority,
            ages_always: mode.ages_always,
            renews_all: mode.renews_all,
            repair_suspended: mode.repair_suspended,
        }
    }
}

/// All failure modes.
pub(super) struct Modes<'b> {
    briefs: Vec<ModeBrief>,
    kinds: Vec<ModeKind<'b>>,
}

impl<'b> Modes<'b> {
    /// Modes that follow one another and are alike share their kind.
    pub(super) fn of(blueprint: &'b Blueprint) -> Self {
        let mut modes = Self {
            briefs: Vec::with_capacity(blueprint.modes.len()),
            kinds: Vec::new(),
        };
        for mode in &blueprint.modes {
            let kind = modes.kind(ModeKind::of(mode));
            modes.briefs.push(ModeBrief {
                stream: mode.stream,
                component: mode.component,
                kind,
            });
        }
        modes
    }

    fn kind(&mut self, kind: ModeKind<'b>) -> u32 {
        let from = self.kinds.len().saturating_sub(REMEMBERED);
        let known = self.kinds[from..].iter().position(|known| *known == kind);
        let place = known.map_or(self.kinds.len(), |place| from + place);
        if known.is_none() {
            self.kinds.push(kind);
        }
        u32::try_from(place).expect("kinds are no more than modes")
    }

    /// A mode and its kind.
    pub(super) fn get(&self, mode: ModeId) -> (ModeBrief, &ModeKind<'b>) {
        let brief = self.briefs[mode.index()];
        (brief, &self.kinds[brief.kind as usize])
    }

    /// Whose mode it is.
    pub(super) fn component(&self, mode: ModeId) -> ComponentId {
        self.briefs[mode.index()].component
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.briefs.len()
    }
}

/// A component: where its modes and needs lie, and what must be looked after besides.
#[derive(Clone, Debug)]
pub(super) struct Brief {
    modes: (u32, u32),
    needs: (u32, u32),
    /// Whether a switchover names it.
    pub named: bool,
    /// Whether it has a stock.
    pub stocked: bool,
    /// Whether it stands in a loop of needs or rests on one.
    pub on_loop: bool,
    /// Whether a need of it is carried by an autonomy.
    pub delayed: bool,
}

impl Brief {
    /// Its failure modes.
    pub(super) fn mode_ids(&self) -> impl Iterator<Item = ModeId> + use<> {
        (self.modes.0..self.modes.1).map(ModeId)
    }

    /// Its needs.
    pub(super) fn need_ids(&self) -> impl Iterator<Item = NeedId> + use<> {
        (self.needs.0..self.needs.1).map(NeedId)
    }

    /// Its first mode; without one it is never repaired.
    pub(super) fn first_mode(&self) -> ModeId {
        ModeId(self.modes.0)
    }
}

/// The briefs of all components; `on_loop` says of each whether it stands in a loop of needs or rests on one.
pub(super) fn briefs(blueprint: &Blueprint, few: &Few, on_loop: &[bool]) -> Vec<Brief> {
    let brief = |(id, component): (u32, &crate::model::component::Component)| Brief {
        modes: (component.modes.start, component.modes.end),
        needs: (component.needs.start, component.needs.end),
        named: few.named.place(id).is_some(),
        stocked: few.stocked.place(id).is_some(),
        on_loop: on_loop[id as usize],
        delayed: component
            .needs
            .clone()
            .any(|need| few.delayed.place(need).is_some()),
    };
    (0..).zip(&blueprint.components).map(brief).collect()
}

/// When a gate holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rule {
    /// So many inputs hold at least: all of them, any, or a number between.
    AtLeast(u32),
    /// The active entry of a switchover holds.
    First(FirstId),
    /// A pair of nodes is joined.
    Reach(ReachId),
}

/// The rules of all gates.
pub(super) fn rules(blueprint: &Blueprint) -> Vec<Rule> {
    let gates = blueprint.structure.gates.iter();
    let rule = |gate: &crate::model::structure::Gate| match gate.op {
        Op::All => Rule::AtLeast(gate.inputs.len() as u32),
        Op::Any => Rule::AtLeast(1),
        Op::AtLeast(enough) => Rule::AtLeast(enough),
        Op::First(first) => Rule::First(first),
        Op::Reach(reach) => Rule::Reach(reach),
    };
    gates.map(rule).collect()
}

/// The few of many things that need a table or a slot: the others pay a bit for it.
pub(super) struct Few {
    /// Components that may have to restart.
    pub restarting: Subset,
    /// Components that something else than their modes may strike.
    pub struck: Subset,
    /// Components with a stock.
    pub stocked: Subset,
    /// Places that a hazard may take.
    pub places: Subset,
    /// Components that a switchover names.
    pub named: Subset,
    /// Components of loops that people bring up by hand.
    pub bypassed: Subset,
    /// Needs that an autonomy carries for a while.
    pub delayed: Subset,
    /// Modes of warm standbys.
    pub warm: Subset,
    /// Shared causes whose members are repaired together.
    pub together: Subset,
}

impl Few {
    /// Sorts out the things of a blueprint.
    pub(super) fn of(blueprint: &Blueprint, on_loop: &[bool]) -> Self {
        let components = |belongs: &dyn Fn(&crate::model::component::Component) -> bool| {
            let all = &blueprint.components;
            Subset::of(all.len(), |id| belongs(&all[id]))
        };
        let restarts = |mode: u32| blueprint.modes[mode as usize].restart.is_some();
        let standby = |mode: &Mode| blueprint.components[mode.component.index()].standby;
        Self {
            restarting: components(&|it| it.restart.is_some() || it.modes.clone().any(restarts)),
            struck: marked(blueprint, struck(blueprint)),
            stocked: components(&|it| it.stock.is_some()),
            places: marked(
                blueprint,
                blueprint
                    .hazards
                    .iter()
                    .flat_map(|hazard| hazard.strikes.iter().map(|&(room, _)| room)),
            ),
            named: marked(blueprint, named(blueprint)),
            bypassed: Subset::of(blueprint.components.len(), |id| {
                on_loop[id] && blueprint.components[id].bypass_after.is_some()
            }),
            delayed: Subset::of(blueprint.needs.len(), |id| {
                matches!(blueprint.needs[id].kind, NeedKind::Delayed(_))
            }),
            warm: Subset::of(blueprint.modes.len(), |id| {
                matches!(standby(&blueprint.modes[id]), Standby::Warm(_))
            }),
            together: Subset::of(blueprint.shocks.len(), |id| {
                matches!(blueprint.shocks[id].repaired, SharedRepair::Once { .. })
            }),
        }
    }
}

/// The components among `some`, each once.
fn marked(blueprint: &Blueprint, some: impl Iterator<Item = ComponentId>) -> Subset {
    let mut marks = vec![false; blueprint.components.len()];
    some.for_each(|component| marks[component.index()] = true);
    Subset::of(marks.len(), |id| marks[id])
}

fn struck(blueprint: &Blueprint) -> impl Iterator<Item = ComponentId> {
    let members = blueprint
        .shocks
        .iter()
        .flat_map(|shock| shock.members.iter().map(|&(member, _)| member));
    let damaged = blueprint
        .hazards
        .iter()
        .flat_map(|hazard| match &hazard.effect {
            Effect::Suspends => &[][..],
            Effect::Damages(_, things) => things,
        });
    members.chain(damaged.copied())
}

fn named(blueprint: &Blueprint) -> impl Iterator<Item = ComponentId> {
    let structure = &blueprint.structure;
    structure
        .firsts
        .iter()
        .flat_map(|first| &structure.gates[first.gate.index()].inputs)
        .filter(|signal| signal.index() < structure.components)
        .map(|signal| ComponentId(signal.0))
}
