//! What hangs on what, as boxes and lines: services at the top, below them what they need.
//!
//! Parts of one component are one box. Where there would be too many boxes, instances of one template are one, too. Knows nothing
//! of places on paper.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde::Serialize;

use crate::explain::names::{pattern, stem, without_part};
use crate::explain::shared::site_of;
use crate::model::Blueprint;
use crate::model::component::{Component, Kind, NeedKind};
use crate::model::dependency::Dependencies;
use crate::model::ids::{ComponentId, Signal};
use crate::model::service::Service;
use crate::model::structure::Op;

/// More boxes than this are drawn with instances of a template as one.
const MOST_BOXES: usize = 60;
/// More boxes than this even so are drawn as one of each kind.
const MOST_GROUPS: usize = 150;
/// As many links or nodes of a first word are one box in any case: lines of many partners, say.
const MANY: usize = 6;

/// Boxes and lines.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Picture {
    /// The boxes: services first.
    pub boxes: Vec<PictureBox>,
    /// The lines.
    pub lines: Vec<PictureLine>,
    /// Names of the sites that things stand at.
    pub sites: Vec<String>,
}

/// What a box stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BoxKind {
    /// A service.
    Service,
    /// A component.
    Component,
    /// A node of the network.
    Node,
    /// A link between nodes.
    Link,
    /// A duct.
    Duct,
}

/// A box.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PictureBox {
    /// Name, or what names have in common.
    pub name: String,
    /// What it is.
    pub kind: BoxKind,
    /// How many things.
    pub count: usize,
    /// How many of them are enough, if not all are needed.
    pub enough: Option<u32>,
    /// The site, an index into [`Picture::sites`].
    pub site: Option<usize>,
}

/// How a line needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineKind {
    /// Stops at once without it.
    Hard,
    /// One of several of which not all are needed, or an entry of a switchover, or an end of a path.
    Either,
    /// Stops when an autonomy has run out.
    Delayed,
    /// Carries while another need is missing.
    Carries,
    /// Needed only to start.
    ToStart,
    /// A link ends at a node.
    Joins,
}

/// A line from what needs to what is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PictureLine {
    /// Who needs, an index into [`Picture::boxes`].
    pub from: usize,
    /// What is needed.
    pub to: usize,
    /// In which way.
    pub kind: LineKind,
}

/// The picture of a blueprint: what services, asks and the network rest on.
#[must_use]
pub fn picture(blueprint: &Blueprint) -> Picture {
    let shown = shown(blueprint);
    let (groups, of) = fitting(blueprint, &shown);
    let mut picture = Picture::default();
    picture
        .boxes
        .extend(blueprint.services.iter().map(service_box));
    for members in groups.values() {
        let made = thing_box(blueprint, members, &mut picture.sites);
        picture.boxes.push(made);
    }
    let place = |id: ComponentId| of[id.index()].map(|at| at + blueprint.services.len());
    picture.lines = lines(blueprint, &shown, &place);
    picture
}

/// How much is put into one box.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grain {
    /// The parts of a component, and links or nodes of which there are many.
    Parts,
    /// What shares its first word: instances of a template.
    Instances,
    /// All of a kind.
    Kinds,
}

/// The finest grain of which there are not too many boxes.
fn fitting(blueprint: &Blueprint, shown: &[ComponentId]) -> (Groups, Vec<Option<usize>>) {
    let fine = boxes(blueprint, shown, Grain::Parts);
    if fine.0.len() + blueprint.services.len() <= MOST_BOXES {
        return fine;
    }
    let coarse = boxes(blueprint, shown, Grain::Instances);
    if coarse.0.len() <= MOST_GROUPS {
        return coarse;
    }
    boxes(blueprint, shown, Grain::Kinds)
}

fn service_box(service: &Service) -> PictureBox {
    PictureBox {
        name: service.name.clone(),
        kind: BoxKind::Service,
        count: 1,
        enough: None,
        site: None,
    }
}

fn box_kind(kind: Kind) -> Option<BoxKind> {
    match kind {
        Kind::Component => Some(BoxKind::Component),
        Kind::Link => Some(BoxKind::Link),
        Kind::Duct => Some(BoxKind::Duct),
        Kind::Node => Some(BoxKind::Node),
        Kind::Room | Kind::Site | Kind::Level => None,
    }
}

/// The components that get a box: all but places and levels, and nodes and links that nothing rests on.
fn shown(blueprint: &Blueprint) -> Vec<ComponentId> {
    let below = blueprint.watches.iter().flat_map(|watch| &watch.below);
    let used: BTreeSet<ComponentId> = below.copied().collect();
    let probes = blueprint.probes.iter().map(|probe| probe.signal);
    let graph = Dependencies {
        components: &blueprint.components,
        needs: &blueprint.needs,
        structure: &blueprint.structure,
    };
    let reached = blueprint.organisations.iter().flat_map(|of| &of.uses);
    let asked: BTreeSet<ComponentId> = graph
        .below(reached.filter_map(|of| of.reach).chain(probes))
        .into_iter()
        .collect();
    let wanted = |id: &ComponentId| {
        let kind = blueprint.components[id.index()].kind;
        let idle =
            matches!(kind, Kind::Node | Kind::Link) && !used.contains(id) && !asked.contains(id);
        box_kind(kind).is_some() && !idle
    };
    (0..blueprint.components.len())
        .map(ComponentId::new)
        .filter(wanted)
        .collect()
}

type Groups = IndexMap<(Option<BoxKind>, String), Vec<ComponentId>>;

/// The members of each box, and per component the place of its box.
fn boxes(
    blueprint: &Blueprint,
    shown: &[ComponentId],
    grain: Grain,
) -> (Groups, Vec<Option<usize>>) {
    let component = |id: &ComponentId| &blueprint.components[id.index()];
    let mut counts: IndexMap<(Option<BoxKind>, &str), usize> = IndexMap::new();
    for id in shown {
        let of = component(id);
        *counts
            .entry((box_kind(of.kind), stem(&of.name)))
            .or_default() += 1;
    }
    let mut groups = Groups::new();
    let mut of = vec![None; blueprint.components.len()];
    for id in shown {
        let thing = component(id);
        let kind = box_kind(thing.kind);
        let many = counts[&(kind, stem(&thing.name))] >= MANY && thing.kind != Kind::Component;
        let key = match grain {
            Grain::Kinds => "*".to_owned(),
            Grain::Parts if !many => without_part(&thing.name).to_owned(),
            Grain::Parts | Grain::Instances => format!("{} *", stem(&thing.name)),
        };
        let entry = groups.entry((kind, key));
        of[id.index()] = Some(entry.index());
        entry.or_default().push(*id);
    }
    (groups, of)
}

fn thing_box(
    blueprint: &Blueprint,
    members: &[ComponentId],
    sites: &mut Vec<String>,
) -> PictureBox {
    let all = || members.iter().map(|id| &blueprint.components[id.index()]);
    let places: BTreeSet<Option<ComponentId>> = all().map(|of| site_of(blueprint, of)).collect();
    let site = match places.iter().next() {
        Some(Some(site)) if places.len() == 1 => Some(*site),
        _ => None,
    };
    let site = site.map(|id| {
        let name = &blueprint.components[id.index()].name;
        sites
            .iter()
            .position(|known| known == name)
            .unwrap_or_else(|| {
                sites.push(name.clone());
                sites.len() - 1
            })
    });
    let names: BTreeSet<&str> = all().map(|of| without_part(&of.name)).collect();
    PictureBox {
        name: pattern(names.iter().copied()),
        kind: all()
            .next()
            .and_then(|of| box_kind(of.kind))
            .unwrap_or(BoxKind::Component),
        count: members.len(),
        enough: (names.len() == 1)
            .then(|| enough(blueprint, members))
            .flatten(),
        site,
    }
}

/// How many parts of a component are enough.
fn enough(blueprint: &Blueprint, parts: &[ComponentId]) -> Option<u32> {
    let first = Signal::new(parts.first()?.index());
    let gates = blueprint.structure.above(first).iter();
    let gates = gates.map(|gate| &blueprint.structure.gates[gate.index()]);
    let own = gates.into_iter().find(|gate| {
        !gate.name.is_empty() && gate.inputs.len() == parts.len() && parts.len() > 1
    })?;
    match own.op {
        Op::AtLeast(enough) => Some(enough),
        Op::Any => Some(1),
        _ => None,
    }
}

fn lines(
    blueprint: &Blueprint,
    shown: &[ComponentId],
    place: &dyn Fn(ComponentId) -> Option<usize>,
) -> Vec<PictureLine> {
    let mut lines: BTreeSet<PictureLine> = BTreeSet::new();
    for (at, service) in blueprint.services.iter().enumerate() {
        for level in &service.levels {
            follow(
                blueprint,
                (at, level.when, LineKind::Hard),
                place,
                &mut lines,
            );
        }
    }
    for &id in shown {
        let Some(from) = place(id) else { continue };
        for need in blueprint.components[id.index()].need_ids() {
            let need = &blueprint.needs[need.index()];
            let kind = match need.kind {
                NeedKind::Hard => LineKind::Hard,
                NeedKind::Delayed(_) => LineKind::Delayed,
                NeedKind::ToStart => LineKind::ToStart,
            };
            follow(blueprint, (from, need.on, kind), place, &mut lines);
            if let NeedKind::Delayed(autonomy) = &need.kind
                && let Some(carrier) = autonomy.carried_by
            {
                follow(
                    blueprint,
                    (from, carrier, LineKind::Carries),
                    place,
                    &mut lines,
                );
            }
        }
    }
    for (node, edges) in blueprint.network.edges.iter().enumerate() {
        let end = place(blueprint.network.nodes[node]);
        for (_, link) in edges {
            if let (Some(from), Some(to)) = (place(*link), end) {
                lines.insert(PictureLine {
                    from,
                    to,
                    kind: LineKind::Joins,
                });
            }
        }
    }
    strongest(lines)
}

/// Adds lines to all things that an expression names.
fn follow(
    blueprint: &Blueprint,
    (from, signal, kind): (usize, Signal, LineKind),
    place: &dyn Fn(ComponentId) -> Option<usize>,
    lines: &mut BTreeSet<PictureLine>,
) {
    let structure = &blueprint.structure;
    let Some(at) = signal.index().checked_sub(structure.components) else {
        return to_component(blueprint, (from, signal, kind), place, lines);
    };
    let gate = &structure.gates[at];
    let either = match kind {
        LineKind::Hard => LineKind::Either,
        other => other,
    };
    match gate.op {
        Op::Reach(reach) => {
            let pair = blueprint.network.reaches[reach.index()];
            for node in [pair.from, pair.to] {
                let node = blueprint.network.nodes[node.index()];
                to_component(
                    blueprint,
                    (from, Signal::new(node.index()), kind),
                    place,
                    lines,
                );
            }
        }
        Op::All => {
            for &input in &gate.inputs {
                follow(blueprint, (from, input, kind), place, lines);
            }
        }
        Op::AtLeast(_) | Op::Any | Op::First(_) => {
            // The parts of one component are one box, which is needed as a whole.
            let kind = if gate.name.is_empty() { either } else { kind };
            for &input in &gate.inputs {
                follow(blueprint, (from, input, kind), place, lines);
            }
        }
    }
}

fn to_component(
    blueprint: &Blueprint,
    (from, signal, kind): (usize, Signal, LineKind),
    place: &dyn Fn(ComponentId) -> Option<usize>,
    lines: &mut BTreeSet<PictureLine>,
) {
    let id = ComponentId::new(signal.index());
    let of: &Component = &blueprint.components[id.index()];
    if of.kind == Kind::Level {
        let level = |service: &Service| service.levels.iter().any(|level| level.component == id);
        if let Some(to) = blueprint.services.iter().position(level) {
            lines.insert(PictureLine { from, to, kind });
        }
        return;
    }
    if let Some(to) = place(id)
        && to != from
    {
        lines.insert(PictureLine { from, to, kind });
    }
}

/// Of several lines between two boxes the strongest.
fn strongest(lines: BTreeSet<PictureLine>) -> Vec<PictureLine> {
    let mut kept: Vec<PictureLine> = Vec::new();
    for line in lines {
        let known = |of: &&PictureLine| (of.from, of.to) == (line.from, line.to);
        if line.from != line.to && !kept.iter().rev().any(|of| known(&of)) {
            kept.push(line);
        }
    }
    kept
}
