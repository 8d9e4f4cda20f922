//! One name space for everything: who bears which name, collisions, and what a name may stand for where.
//!
//! Knows nothing of what the things are made of: it gives a name its dense id.

use indexmap::IndexMap;

use crate::model::ids::{
    ComponentId, CrewId, HotlineId, NodeId, OrganisationId, ServiceId, Signal,
};
use crate::scenario::lower::Lowering;
use crate::scenario::spans::{Name, Place};

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A component.
    Component(ComponentId),
    /// A component in parts: the gate, and its parts.
    Parts(Signal, Vec<ComponentId>),
    /// A link.
    Link(ComponentId),
    /// A duct.
    Duct(ComponentId),
    /// A node.
    Node(NodeId, ComponentId),
    /// A room.
    Room(ComponentId),
    /// A site.
    Site(ComponentId),
    /// A service, and what its name means in an expression.
    Service(ServiceId, Signal),
    /// A crew.
    Crew(CrewId),
    /// An organisation.
    Organisation(OrganisationId),
    /// A hotline.
    Hotline(HotlineId),
    /// A named value.
    Parameter,
    /// A shared cause.
    SharedCause,
    /// A hazard.
    Hazard,
}

impl Thing {
    /// The kind, with its article.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Component(_) => "a component",
            Self::Parts(..) => "a component in parts",
            Self::Link(_) => "a link",
            Self::Duct(_) => "a duct",
            Self::Node(..) => "a node",
            Self::Room(_) => "a room",
            Self::Site(_) => "a site",
            Self::Service(..) => "a service",
            Self::Crew(_) => "a crew",
            Self::Organisation(_) => "an organisation",
            Self::Hotline(_) => "a hotline",
            Self::Parameter => "a parameter",
            Self::SharedCause => "a shared cause",
            Self::Hazard => "a hazard",
        }
    }

    /// What it means in an expression, if it may stand in one.
    pub fn signal(&self) -> Option<Signal> {
        match *self {
            Self::Parts(gate, _) => Some(gate),
            Self::Service(_, delivers) => Some(delivers),
            Self::Component(id)
            | Self::Link(id)
            | Self::Duct(id)
            | Self::Node(_, id)
            | Self::Room(id)
            | Self::Site(id) => Some(Signal::new(id.index())),
            _ => None,
        }
    }

    fn crew(&self) -> Option<CrewId> {
        if let Self::Crew(id) = *self {
            Some(id)
        } else {
            None
        }
    }

    fn service(&self) -> Option<ServiceId> {
        if let Self::Service(id, _) = *self {
            Some(id)
        } else {
            None
        }
    }

    fn hotline(&self) -> Option<HotlineId> {
        if let Self::Hotline(id) = *self {
            Some(id)
        } else {
            None
        }
    }

    fn duct(&self) -> Option<ComponentId> {
        if let Self::Duct(id) = *self {
            Some(id)
        } else {
            None
        }
    }

    fn place(&self) -> Option<ComponentId> {
        if let Self::Room(id) | Self::Site(id) = *self {
            Some(id)
        } else {
            None
        }
    }
}

/// Names and what they stand for.
#[derive(Debug, Default)]
pub struct Names {
    things: IndexMap<String, (Thing, Place)>,
    /// Nodes; a node may bear the name of the organisation or site that it stands for.
    nodes: IndexMap<String, NodeId>,
    /// Organisations; see above.
    organisations: IndexMap<String, OrganisationId>,
}

impl Names {
    /// All names with what they stand for.
    pub fn things(&self) -> impl Iterator<Item = (&str, &Thing)> {
        self.things
            .iter()
            .map(|(name, (thing, _))| (name.as_str(), thing))
    }

    /// What a name stands for.
    pub fn thing(&self, name: &str) -> Option<&Thing> {
        self.things.get(name).map(|(thing, _)| thing)
    }

    /// The node of a name.
    pub fn node(&self, name: &str) -> Option<NodeId> {
        self.nodes.get(name).copied()
    }

    /// All organisations by name.
    pub fn organisations(&self) -> impl Iterator<Item = (&str, OrganisationId)> {
        self.organisations
            .iter()
            .map(|(name, &id)| (name.as_str(), id))
    }

    /// Lets the node of an organisation or a site bear its name, too.
    pub fn add_node(&mut self, name: &str, node: NodeId) {
        self.nodes.insert(name.to_owned(), node);
    }
}

impl Lowering<'_> {
    /// Gives a name to a thing; a name that is taken is a fault that shows both places.
    pub fn declare(&mut self, name: &Name, thing: Thing) {
        match &thing {
            Thing::Node(node, _) => self.names.add_node(&name.text, *node),
            Thing::Organisation(id) => _ = self.names.organisations.insert(name.text.clone(), *id),
            _ => {}
        }
        self.check_form(name);
        let Some((other, at)) = self.names.things.get(&name.text) else {
            self.names
                .things
                .insert(name.text.clone(), (thing, name.at.clone()));
            return;
        };
        let node_of_organisation =
            matches!((other, &thing), (Thing::Node(..), Thing::Organisation(_)));
        if !node_of_organisation {
            let message = format!(
                "the name `{}` is taken by {} already",
                name.text,
                other.kind()
            );
            self.report
                .fault("name-taken", &name.at, message)
                .also(at, "first used here")
                .help("names are unique across all kinds: change one of the two");
        }
    }

    /// Names begin with a letter and hold no `*`, so that they differ from quantities and selectors.
    fn check_form(&mut self, name: &Name) {
        let letter = name.text.chars().next().is_some_and(char::is_alphabetic);
        if !letter || name.text.contains('*') || name.text.chars().any(char::is_control) {
            let message = format!("`{}` cannot be a name", name.text.escape_debug());
            let help = "a name begins with a letter and holds no * (which selects)";
            self.report.fault("bad-name", &name.at, message).help(help);
        }
    }

    /// What a name means in an expression.
    pub fn signal_of(&mut self, name: &Name) -> Option<Signal> {
        self.resolve(
            name,
            "a component, part, link, duct, room, site, node or service",
            Thing::signal,
        )
    }

    /// The crew of a name.
    pub fn crew_of(&mut self, name: &Name) -> Option<CrewId> {
        self.resolve(name, "a crew", Thing::crew)
    }

    /// The service of a name.
    pub fn service_of(&mut self, name: &Name) -> Option<ServiceId> {
        self.resolve(name, "a service", Thing::service)
    }

    /// The hotline of a name.
    pub fn hotline_of(&mut self, name: &Name) -> Option<HotlineId> {
        self.resolve(name, "a hotline", Thing::hotline)
    }

    /// The duct of a name.
    pub fn duct_of(&mut self, name: &Name) -> Option<ComponentId> {
        self.resolve(name, "a duct", Thing::duct)
    }

    /// The room or site of a name.
    pub fn place_of(&mut self, name: &Name) -> Option<ComponentId> {
        self.resolve(name, "a room or site", Thing::place)
    }

    /// The node of a name.
    pub fn node_of(&mut self, name: &Name) -> Option<NodeId> {
        let found = self.names.node(&name.text);
        if found.is_none() {
            self.no_node(name);
        }
        found
    }

    fn no_node(&mut self, name: &Name) {
        let text = &name.text;
        match self.names.thing(text) {
            Some(Thing::Organisation(_) | Thing::Site(_)) => {
                let message = format!("no link leads to `{text}`");
                let help = "add a link between it and another node";
                self.report
                    .fault("unknown-node", &name.at, message)
                    .help(help);
            }
            Some(thing) => {
                let message = format!("`{text}` is {}; a node stands here", thing.kind());
                self.report.fault("wrong-kind", &name.at, message);
            }
            None => {
                let nodes = self.names.nodes.keys().map(String::as_str);
                let meant = self.report.closest(text, nodes);
                let message = format!("there is no node `{text}`");
                self.report
                    .fault("unknown-node", &name.at, message)
                    .meant(meant)
                    .unless_taken_out(text)
                    .help("declare it under nodes:");
            }
        }
    }

    fn resolve<T>(
        &mut self,
        name: &Name,
        wanted: &str,
        pick: impl Fn(&Thing) -> Option<T>,
    ) -> Option<T> {
        let thing = self.names.thing(&name.text);
        if let Some(found) = thing.and_then(&pick) {
            return Some(found);
        }
        let admissible = self
            .names
            .things()
            .filter(|(_, thing)| pick(thing).is_some())
            .map(|(name, _)| name);
        let meant = self.report.closest(&name.text, admissible);
        match thing.map(Thing::kind) {
            Some(kind) => {
                let message = format!("`{}` is {kind}; {wanted} stands here", name.text);
                self.report
                    .fault("wrong-kind", &name.at, message)
                    .meant(meant);
            }
            None => {
                let message = format!(
                    "there is nothing named `{}`; {wanted} stands here",
                    name.text
                );
                self.report
                    .fault("unknown-name", &name.at, message)
                    .meant(meant)
                    .unless_taken_out(&name.text);
            }
        }
        None
    }
}
