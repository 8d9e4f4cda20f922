//! Nodes, ducts and links: each becomes a component, and the links also edges between nodes. Asks which pairs must be joined.
//!
//! Knows nothing of how a path is searched.

use crate::dist::Law;
use crate::model::component::{Kind, Mode};
use crate::model::ids::{ComponentId, NodeId, Signal};
use crate::model::link::{Paths, Reach};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::components::Draft;
use crate::scenario::lower::modes::{Named, is_given};
use crate::scenario::lower::names::Thing;
use crate::scenario::lower::numbers::Spot;
use crate::scenario::schema;
use crate::scenario::spans::{Leaf, Name, Place};
use crate::units::{MICROS_PER_YEAR, Per};

/// What a cable has in common, be it a link or a duct.
struct Cable<'a> {
    km: Option<&'a Leaf>,
    cuts: Option<&'a Leaf>,
    upkeep: schema::Mode,
}

impl Lowering<'_> {
    /// The edges of the network, from the ends of the links.
    pub fn wire(&mut self) {
        let links = &self.scenario.body.links;
        self.network.edges = vec![Vec::new(); self.network.nodes.len()];
        for (at, (name, part)) in links.0.iter().enumerate() {
            let Some(link) = &part.got else { continue };
            let component = ComponentId::new(self.first_link() + at);
            let ends = (self.node_of(&link.between.0), self.node_of(&link.between.1));
            if let (Some(a), Some(b)) = ends {
                if a == b {
                    self.report
                        .fault(
                            "link-to-itself",
                            &link.between.1.at,
                            say!("link-to-itself", name = &name.text),
                        )
                        .also(&link.between.0.at, say!("note-other-end"))
                        .help(say!("link-to-itself-help"));
                }
                self.network.edges[a.index()].push((b, component));
                self.network.edges[b.index()].push((a, component));
            }
        }
        self.paths = Paths::of(&self.network);
    }

    fn first_link(&self) -> usize {
        let counts = self
            .parts
            .iter()
            .map(|parts| parts.map_or(1, |n| usize::try_from(n).unwrap_or(1)));
        counts.sum()
    }

    /// All components of `links:`.
    pub fn add_links(&mut self) {
        for (name, part) in &self.scenario.body.links.0 {
            let draft = match &part.got {
                Some(link) => self.link(name, link),
                None => Draft::plain(Kind::Link, &name.text, &name.at),
            };
            self.put(draft);
        }
    }

    fn link(&mut self, name: &Name, link: &schema::Link) -> Draft {
        let path = format!("component/{}", name.text);
        let mut draft = Draft::plain(Kind::Link, &name.text, &name.at);
        for duct in &link.through {
            let duct = self.duct_of(duct);
            draft.needs(duct.map(|id| Signal::new(id.index())));
        }
        for need in &link.needs {
            draft.needs(self.expression(need, &path));
        }
        let upkeep = upkeep(
            &link.fails,
            &link.detection,
            &link.repair,
            &link.crew,
            &link.priority,
        );
        let cable = Cable {
            km: link.km.as_ref(),
            cuts: link.cuts.as_ref(),
            upkeep,
        };
        draft.modes = self.cable_modes(&cable, &path, Spot::of("link", &name.text), &name.at);
        draft
    }

    /// All components of `ducts:`.
    pub fn add_ducts(&mut self) {
        for (name, part) in &self.scenario.body.ducts.0 {
            let mut draft = Draft::plain(Kind::Duct, &name.text, &name.at);
            if let Some(duct) = &part.got {
                let path = format!("component/{}", name.text);
                let upkeep = upkeep(
                    &duct.fails,
                    &duct.detection,
                    &duct.repair,
                    &duct.crew,
                    &duct.priority,
                );
                let cable = Cable {
                    km: duct.km.as_ref(),
                    cuts: duct.cuts.as_ref(),
                    upkeep,
                };
                draft.modes =
                    self.cable_modes(&cable, &path, Spot::of("duct", &name.text), &name.at);
            }
            self.put(draft);
        }
    }

    /// Cuts by length, and what else may fail.
    fn cable_modes(
        &mut self,
        cable: &Cable<'_>,
        path: &str,
        spot: Spot<'_>,
        at: &Place,
    ) -> Vec<Mode> {
        let mut modes = Vec::new();
        if let Some(law) = self.cuts(cable, spot, at) {
            modes.push(self.mode(
                &cable.upkeep,
                &Named {
                    name: "cut",
                    at,
                    path,
                    spot,
                },
                Some(law),
            ));
        }
        if cable.upkeep.fails.is_some() || (modes.is_empty() && is_given(&cable.upkeep)) {
            modes.push(self.mode(
                &cable.upkeep,
                &Named {
                    name: "",
                    at,
                    path,
                    spot,
                },
                None,
            ));
        }
        modes
    }

    /// The time between cuts: exponential, of rate km times cuts per km.
    fn cuts(&mut self, cable: &Cable<'_>, spot: Spot<'_>, at: &Place) -> Option<Law> {
        match (cable.cuts, cable.km) {
            (Some(cuts), Some(km)) => {
                let per_km = self.rate(cuts, Per::Kilometre, spot.field("cuts"));
                let km = self.factor(km, spot.field("km"));
                Some(self.exponential(MICROS_PER_YEAR as f64 / (per_km * km), at))
            }
            (Some(cuts), None) => {
                self.report
                    .fault("no-length", &cuts.at, say!("no-length", name = spot.owner))
                    .help(say!("no-length-help"));
                None
            }
            (None, Some(km)) => {
                self.report
                    .warn(
                        "unused-field",
                        &km.at,
                        say!("unused-field-km", name = spot.owner),
                    )
                    .help(say!("unused-field-km-help"));
                None
            }
            (None, None) => None,
        }
    }

    /// All nodes: those of `nodes:`, then organisations and sites that stand for one.
    pub fn add_nodes(&mut self) {
        for (name, part) in &self.scenario.body.nodes.0 {
            let mut draft = Draft::plain(Kind::Node, &name.text, &name.at);
            let path = format!("node/{}", name.text);
            for need in part.got.iter().flat_map(|node| &node.needs) {
                draft.needs(self.expression(need, &path));
            }
            self.put(draft);
        }
        for name in std::mem::take(&mut self.stand_ins) {
            let mut draft = Draft::plain(Kind::Node, &name.text, &name.at);
            if let Some(thing @ Thing::Site(_)) = self.names.thing(&name.text) {
                draft.needs(thing.signal());
            }
            self.put(draft);
        }
    }

    /// Whether a path joins two nodes; the same pair has one gate. A node is joined to itself while it is up.
    pub fn reach(&mut self, from: &Name, to: &Name, at: &Place) -> Option<Signal> {
        let (from_node, to_node) = (self.node_of(from), self.node_of(to));
        let (a, b) = (from_node?, to_node?);
        if a == b {
            return Some(Signal::new(self.network.nodes[a.index()].index()));
        }
        if !self.paths.joined(a, b) {
            self.report
                .fault(
                    "never-joined",
                    at,
                    say!("never-joined", from = &from.text, to = &to.text),
                )
                .help(say!("never-joined-help", from = &from.text, to = &to.text));
            return None;
        }
        Some(self.reach_between(a.min(b), a.max(b)))
    }

    fn reach_between(&mut self, from: NodeId, to: NodeId) -> Signal {
        if let Some(&known) = self.reaches.get(&(from, to)) {
            return known;
        }
        let inputs = self.paths.between(&self.network, from, to);
        let (gate, signal) = self.gates.reach(
            inputs
                .into_iter()
                .map(|id| Signal::new(id.index()))
                .collect(),
        );
        self.network.reaches.push(Reach { gate, from, to });
        self.reaches.insert((from, to), signal);
        signal
    }
}

/// The fields of a cable that a mode shares.
fn upkeep(
    fails: &Option<schema::Law>,
    detection: &Option<schema::Law>,
    repair: &Option<schema::Repair>,
    crew: &Option<Name>,
    priority: &Option<Leaf>,
) -> schema::Mode {
    schema::Mode {
        fails: fails.clone(),
        detection: detection.clone(),
        repair: repair.clone(),
        crew: crew.clone(),
        priority: priority.clone(),
        ages: None,
        renews: None,
        repairs: None,
        restart_after_repair: None,
    }
}
