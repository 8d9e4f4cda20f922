//! The first walk: counts everything and gives every name its dense id, so that the second walk can resolve names in any order.
//!
//! Knows nothing of what things are made of. The order of components is that of the blueprint: components, links, ducts, nodes, rooms,
//! sites, levels.

use std::collections::BTreeSet;

use crate::model::ids::{
    ComponentId, CrewId, HotlineId, NodeId, OrganisationId, ServiceId, Signal,
};
use crate::model::structure::Op;
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::components::part_name;
use crate::scenario::lower::names::Thing;
use crate::scenario::schema::{self, Standby};
use crate::scenario::spans::{Name, Place};

/// Components of a blueprint; a count beyond is refused.
const MOST_COMPONENTS: usize = 1_000_000;

/// Hands out ids in order.
struct Counter(usize);

impl Counter {
    fn next(&mut self) -> ComponentId {
        self.0 += 1;
        ComponentId::new(self.0 - 1)
    }
}

impl Lowering<'_> {
    /// Gives all names their ids; `false` if there are more things than can be simulated.
    pub fn declare_all(&mut self) -> bool {
        let body = &self.scenario.body;
        self.parts = body
            .components
            .0
            .iter()
            .map(|(name, part)| self.parts_of(name, part.got.as_ref()))
            .collect();
        self.hands_back = hands_back(body);
        self.stand_ins = self.stand_ins();
        self.gates.components = self.count_components();
        if self.gates.components > MOST_COMPONENTS {
            let message = say!(
                "too-many-components",
                count = self.gates.components,
                most = MOST_COMPONENTS
            );
            self.report
                .fault("too-many", &Place::default(), message)
                .help(say!("too-many-components-help"));
            return false;
        }
        let mut ids = Counter(0);
        self.declare_parameters();
        self.declare_components(&mut ids);
        self.declare_network(&mut ids);
        self.declare_places(&mut ids);
        self.declare_services(&mut ids);
        self.declare_people();
        debug_assert_eq!(
            ids.0, self.gates.components,
            "both walks count the same things"
        );
        true
    }

    /// How many parts a component has; `None` if it is a single one.
    fn parts_of(&mut self, name: &Name, component: Option<&schema::Component>) -> Option<u64> {
        let component = component?;
        match (&component.parts, &component.enough) {
            (Some(parts), Some(_)) => Some(self.count(parts, 1, MOST_COMPONENTS as u64, None)),
            (None, None) => None,
            (parts, _) => {
                let missing = if parts.is_some() { "enough" } else { "parts" };
                self.report
                    .fault(
                        "parts-and-enough",
                        &name.at,
                        say!("parts-and-enough", name = &name.text, missing = missing),
                    )
                    .help(say!("parts-and-enough-help"));
                None
            }
        }
    }

    fn count_components(&self) -> usize {
        let body = &self.scenario.body;
        let parts = self
            .parts
            .iter()
            .map(|parts| parts.map_or(1, |n| usize::try_from(n).unwrap_or(MOST_COMPONENTS)));
        let rooms = body.sites.entries().map(|(_, site)| site.rooms.len());
        let levels = body
            .services
            .entries()
            .map(|(_, service)| service.levels.len());
        parts
            .chain(rooms)
            .chain(levels)
            .fold(0, usize::saturating_add)
            + body.links.0.len()
            + body.ducts.0.len()
            + body.nodes.0.len()
            + self.stand_ins.len()
            + body.sites.0.len()
    }

    /// Organisations and sites that links name without a node of their own, in the order of their first mention.
    fn stand_ins(&self) -> Vec<Name> {
        let body = &self.scenario.body;
        let nodes: BTreeSet<&str> = body.nodes.names().map(|name| name.text.as_str()).collect();
        let organisations = body.organisations.names().chain(body.sites.names());
        let mut free: BTreeSet<&str> = organisations
            .map(|name| name.text.as_str())
            .filter(|name| !nodes.contains(name))
            .collect();
        let mut found = Vec::new();
        for (_, link) in body.links.entries() {
            for end in [&link.between.0, &link.between.1] {
                if free.remove(end.text.as_str()) {
                    found.push(end.clone());
                }
            }
        }
        found
    }

    fn declare_parameters(&mut self) {
        for name in self.scenario.parameters.names() {
            self.declare(name, Thing::Parameter);
        }
    }

    fn declare_components(&mut self, ids: &mut Counter) {
        let components = &self.scenario.body.components;
        for (at, (name, part)) in components.0.iter().enumerate() {
            let Some(parts) = self.parts[at] else {
                self.declare(name, Thing::Component(ids.next()));
                continue;
            };
            let members: Vec<ComponentId> = (0..parts).map(|_| ids.next()).collect();
            let enough = part
                .got
                .as_ref()
                .and_then(|component| component.enough.as_ref());
            let enough = enough.map_or(1, |leaf| self.count(leaf, 1, parts, None));
            let inputs = members
                .iter()
                .map(|member| Signal::new(member.index()))
                .collect();
            let op = Op::AtLeast(u32::try_from(enough).unwrap_or(1));
            let gate = self.gates.named(op, inputs, name.text.clone());
            for (number, member) in (1..).zip(&members) {
                let own = Name {
                    text: part_name(&name.text, number),
                    at: name.at.clone(),
                };
                self.declare(&own, Thing::Component(*member));
            }
            self.declare(name, Thing::Parts(gate, members));
        }
    }

    fn declare_network(&mut self, ids: &mut Counter) {
        let body = &self.scenario.body;
        for name in body.links.names() {
            self.declare(name, Thing::Link(ids.next()));
        }
        for name in body.ducts.names() {
            self.declare(name, Thing::Duct(ids.next()));
        }
        for name in body.nodes.names() {
            let component = ids.next();
            self.network.nodes.push(component);
            self.declare(
                name,
                Thing::Node(NodeId::new(self.network.nodes.len() - 1), component),
            );
        }
        for name in std::mem::take(&mut self.stand_ins) {
            self.network.nodes.push(ids.next());
            self.names
                .add_node(&name.text, NodeId::new(self.network.nodes.len() - 1));
            self.stand_ins.push(name);
        }
    }

    fn declare_places(&mut self, ids: &mut Counter) {
        let sites = &self.scenario.body.sites;
        for (_, site) in sites.entries() {
            for room in &site.rooms {
                self.declare(room, Thing::Room(ids.next()));
            }
        }
        for (name, part) in &sites.0 {
            self.declare(name, Thing::Site(ids.next()));
            for hazard in part.got.iter().flat_map(|site| site.hazards.names()) {
                self.declare(hazard, Thing::Hazard);
            }
        }
    }

    fn declare_services(&mut self, ids: &mut Counter) {
        for (at, (name, part)) in self.scenario.body.services.0.iter().enumerate() {
            let levels = part.got.as_ref().map_or(0, |service| service.levels.len());
            let inputs = (0..levels)
                .map(|_| Signal::new(ids.next().index()))
                .collect();
            let delivers = self.gates.named(Op::Any, inputs, name.text.clone());
            self.declare(name, Thing::Service(ServiceId::new(at), delivers));
        }
    }

    fn declare_people(&mut self) {
        let body = &self.scenario.body;
        for (at, name) in body.crews.names().enumerate() {
            self.declare(name, Thing::Crew(CrewId::new(at)));
        }
        for (at, name) in body.organisations.names().enumerate() {
            self.declare(name, Thing::Organisation(OrganisationId::new(at)));
        }
        for (at, name) in body.hotlines.names().enumerate() {
            self.declare(name, Thing::Hotline(HotlineId::new(at)));
        }
        for name in body.shared_causes.names() {
            self.declare(name, Thing::SharedCause);
        }
    }
}

/// Components that wear out or run dry if they stay active.
fn hands_back(body: &schema::Body) -> BTreeSet<&str> {
    let must = |component: &schema::Component| {
        component.stock.is_some() || matches!(component.standby, Some(Standby::Cold))
    };
    let all = body.components.entries();
    all.filter(|(_, component)| must(component))
        .map(|(name, _)| name.text.as_str())
        .collect()
}
