//! One name space for everything: who bears which name, collisions, and what a name may stand for where.
//!
//! Knows nothing of what the things are made of: it gives a name its dense id.

use indexmap::IndexMap;

use crate::model::ids::{
    ComponentId, CrewId, HotlineId, NodeId, OrganisationId, ServiceId, Signal,
};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::report::listed;
use crate::scenario::spans::{Name, Place};
use crate::text::Say;

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
    pub fn kind(&self) -> Say {
        match self {
            Self::Component(_) => say!("kind-component"),
            Self::Parts(..) => say!("kind-parts"),
            Self::Link(_) => say!("kind-link"),
            Self::Duct(_) => say!("kind-duct"),
            Self::Node(..) => say!("kind-node"),
            Self::Room(_) => say!("kind-room"),
            Self::Site(_) => say!("kind-site"),
            Self::Service(..) => say!("kind-service"),
            Self::Crew(_) => say!("kind-crew"),
            Self::Organisation(_) => say!("kind-organisation"),
            Self::Hotline(_) => say!("kind-hotline"),
            Self::Parameter => say!("kind-parameter"),
            Self::SharedCause => say!("kind-shared-cause"),
            Self::Hazard => say!("kind-hazard"),
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

/// What a name must stand for at some place.
#[derive(Debug)]
pub struct Sought {
    /// The kind, with its article.
    pub kind: Say,
    /// The table of the scenario that declares such things.
    pub table: &'static str,
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

    /// What a name stands for, and where it was declared.
    pub fn declared(&self, name: &str) -> Option<(&Thing, &Place)> {
        self.things.get(name).map(|(thing, at)| (thing, at))
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
            let message = say!("name-taken", name = &name.text, kind = other.kind());
            self.report
                .fault("name-taken", &name.at, message)
                .also(at, say!("note-first-used"))
                .help(say!("name-taken-help"));
        }
    }

    /// Names begin with a letter and hold no `*`, so that they differ from quantities and selectors.
    fn check_form(&mut self, name: &Name) {
        let letter = name.text.chars().next().is_some_and(char::is_alphabetic);
        if !letter || name.text.contains('*') || name.text.chars().any(is_unseen) {
            let message = say!("bad-name-form", name = name.text.escape_debug().to_string());
            self.report
                .fault("bad-name", &name.at, message)
                .help(say!("bad-name-form-help"));
        }
    }

    /// What a name means in an expression.
    pub fn signal_of(&mut self, name: &Name) -> Option<Signal> {
        self.resolve(name, say!("kind-gate"), "components", Thing::signal)
    }

    /// The crew of a name.
    pub fn crew_of(&mut self, name: &Name) -> Option<CrewId> {
        self.resolve(name, say!("kind-crew"), "crews", Thing::crew)
    }

    /// The service of a name.
    pub fn service_of(&mut self, name: &Name) -> Option<ServiceId> {
        self.resolve(name, say!("kind-service"), "services", Thing::service)
    }

    /// The hotline of a name.
    pub fn hotline_of(&mut self, name: &Name) -> Option<HotlineId> {
        self.resolve(name, say!("kind-hotline"), "hotlines", Thing::hotline)
    }

    /// The duct of a name.
    pub fn duct_of(&mut self, name: &Name) -> Option<ComponentId> {
        self.resolve(name, say!("kind-duct"), "ducts", Thing::duct)
    }

    /// The room or site of a name.
    pub fn place_of(&mut self, name: &Name) -> Option<ComponentId> {
        self.resolve(name, say!("kind-place"), "sites", Thing::place)
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
        let sought = Sought {
            kind: say!("kind-node"),
            table: "nodes",
        };
        let is_node = |thing: &Thing| matches!(thing, Thing::Node(..));
        match self.names.thing(&name.text) {
            Some(Thing::Organisation(_) | Thing::Site(_)) => {
                let message = say!("unknown-node-unlinked", name = &name.text);
                self.report
                    .fault("unknown-node", &name.at, message)
                    .help(say!("unknown-node-unlinked-help", name = &name.text));
            }
            Some(_) => self.wrong_name(name, sought, is_node),
            None => {
                let (meant, help) = self.way_out(&name.text, &sought, is_node);
                self.report
                    .fault(
                        "unknown-node",
                        &name.at,
                        say!("unknown-node", name = &name.text),
                    )
                    .meant(meant)
                    .unless_taken_out(&name.text)
                    .help(help);
            }
        }
    }

    fn resolve<T>(
        &mut self,
        name: &Name,
        kind: Say,
        table: &'static str,
        pick: impl Fn(&Thing) -> Option<T>,
    ) -> Option<T> {
        let found = self.names.thing(&name.text).and_then(&pick);
        if found.is_none() {
            self.wrong_name(name, Sought { kind, table }, |thing| pick(thing).is_some());
        }
        found
    }

    /// Notes a name that stands for nothing, or for a thing of another kind.
    pub fn wrong_name(&mut self, name: &Name, sought: Sought, fits: impl Fn(&Thing) -> bool) {
        let (meant, help) = self.way_out(&name.text, &sought, fits);
        let (text, wanted) = (&name.text, sought.kind);
        let note = match self.names.declared(text) {
            Some((thing, at)) => {
                let message = say!(
                    "wrong-kind",
                    name = text,
                    found = thing.kind(),
                    wanted = wanted
                );
                self.report
                    .fault("wrong-kind", &name.at, message)
                    .also(at, say!("note-declared-here", kind = thing.kind()))
            }
            None if text.starts_with(|c: char| c.is_ascii_digit()) => {
                let message = say!("wrong-kind-quantity", text = text, wanted = wanted);
                self.report.fault("wrong-kind", &name.at, message)
            }
            None => {
                let message = say!("unknown-name", name = text, wanted = wanted);
                self.report.fault("unknown-name", &name.at, message)
            }
        };
        note.meant(meant).unless_taken_out(text).help(help);
    }

    /// The name that was probably meant, and the names that fit or where to declare one.
    pub fn way_out(
        &self,
        text: &str,
        sought: &Sought,
        fits: impl Fn(&Thing) -> bool,
    ) -> (Option<String>, Say) {
        let fitting = || {
            let things = self.names.things().filter(|(_, thing)| fits(thing));
            things.map(|(name, _)| name)
        };
        let help = match listed(fitting()) {
            Some(known) => say!("known-names-help", known = known),
            None => say!("nothing-declared-help", table = sought.table),
        };
        (self.report.closest(text, fitting()), help)
    }
}

/// Letters that nobody sees, or that turn others round: controls, zero-width letters, marks of direction, breaks of lines.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
