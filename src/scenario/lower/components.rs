//! Components with their modes, needs, stock and standby become components of the blueprint, in parts if the scenario says so.
//!
//! Knows nothing of links and places, which become components elsewhere.

use crate::dist::Law;
use crate::kernel::StreamName;
use crate::model::component::{Component, Kind, Mode, Need, NeedKind, Standby, Stock};
use crate::model::ids::{ComponentId, NeedId, Signal};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::numbers::Spot;
use crate::scenario::schema;
use crate::scenario::spans::{Name, Place};
use crate::units::Span;

/// Whatever becomes a component of the blueprint, before its lists have their place.
#[derive(Debug)]
pub struct Draft {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// Where it stands in the file.
    pub place: Place,
    /// The room or site it stands in.
    pub at: Option<ComponentId>,
    /// Its modes; their component is filled in.
    pub modes: Vec<Mode>,
    /// Its needs.
    pub needs: Vec<(Signal, NeedKind)>,
    /// Its restart and the source of its chance.
    pub restart: Option<(Law, StreamName)>,
    /// Its speed of age as a standby.
    pub standby: Standby,
    /// Its tank.
    pub stock: Option<Stock>,
    /// Its bypass.
    pub bypass_after: Option<Span>,
}

impl Draft {
    /// Something without modes and needs.
    pub fn plain(kind: Kind, name: &str, place: &Place) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            place: place.clone(),
            at: None,
            modes: Vec::new(),
            needs: Vec::new(),
            restart: None,
            standby: Standby::Hot,
            stock: None,
            bypass_after: None,
        }
    }

    /// Adds a hard need.
    pub fn needs(&mut self, on: Option<Signal>) {
        self.needs.extend(on.map(|on| (on, NeedKind::Hard)));
    }
}

impl Lowering<'_> {
    /// Puts a draft at the next place of the list.
    pub fn put(&mut self, draft: Draft) {
        let id = ComponentId::new(self.components.len());
        let (first_mode, first_need) = (self.modes.len(), self.needs.len());
        self.modes.extend(draft.modes.into_iter().map(|mode| Mode {
            component: id,
            ..mode
        }));
        self.needs
            .extend(draft.needs.into_iter().map(|(on, kind)| Need {
                component: id,
                on,
                kind,
            }));
        let (restart, restart_stream) = draft
            .restart
            .map_or((None, StreamName(0)), |(law, name)| (Some(law), name));
        self.components.push(Component {
            name: draft.name,
            kind: draft.kind,
            at: draft.at,
            modes: NeedId::new(first_mode).0..NeedId::new(self.modes.len()).0,
            needs: NeedId::new(first_need).0..NeedId::new(self.needs.len()).0,
            restart,
            restart_stream,
            standby: draft.standby,
            stock: draft.stock,
            bypass_after: draft.bypass_after,
        });
        self.places.push(draft.place);
    }

    /// Where a component stands in the file.
    pub fn place_in_source(&self, component: ComponentId) -> Place {
        self.places
            .get(component.index())
            .cloned()
            .unwrap_or_default()
    }

    /// All components of `components:`.
    pub fn add_components(&mut self) {
        let scenario = self.scenario;
        for (at, (name, part)) in scenario.body.components.0.iter().enumerate() {
            let parts = self.parts[at];
            for part_number in 1..=parts.unwrap_or(1) {
                let own = if parts.is_some() {
                    part_name(&name.text, part_number)
                } else {
                    name.text.clone()
                };
                let draft = match &part.got {
                    Some(component) => self.component(&own, name, component),
                    None => Draft::plain(Kind::Component, &own, &name.at),
                };
                self.put(draft);
            }
        }
    }

    fn component(&mut self, own: &str, name: &Name, component: &schema::Component) -> Draft {
        let path = format!("component/{own}");
        let spot = Spot::of("component", &name.text);
        let mut draft = Draft::plain(Kind::Component, own, &name.at);
        draft.at = component.at.as_ref().and_then(|place| self.place_of(place));
        draft.needs(draft.at.map(|place| Signal::new(place.index())));
        draft
            .needs
            .extend(self.needs_of(&component.needs, &path, spot));
        draft.modes = self.modes_of(component, name, &path, spot);
        draft.restart = component.restart.as_ref().map(|law| {
            (
                self.law(law, spot.field("restart")),
                self.streams.name(format!("{path}/restart")),
            )
        });
        draft.standby = self.standby(component.standby.as_ref(), spot);
        draft.stock = component
            .stock
            .as_ref()
            .map(|stock| self.stock(stock, &path, spot));
        draft.bypass_after = component
            .bypass_after
            .as_ref()
            .map(|leaf| self.span(leaf, spot.field("bypass_after")));
        draft
    }

    fn standby(&mut self, standby: Option<&schema::Standby>, spot: Spot<'_>) -> Standby {
        match standby {
            None | Some(schema::Standby::Hot) => Standby::Hot,
            Some(schema::Standby::Cold) => Standby::Cold,
            Some(schema::Standby::Warm(leaf)) => {
                let share = self.probability(leaf, spot.field("standby"));
                if share <= 0.0 || share >= 1.0 {
                    self.report
                        .fault("bad-standby", &leaf.at, say!("bad-standby"))
                        .help(say!("bad-standby-help"));
                }
                Standby::Warm(share)
            }
        }
    }

    fn stock(&mut self, stock: &schema::Stock, path: &str, spot: Spot<'_>) -> Stock {
        Stock {
            autonomy: self.span(&stock.autonomy, spot.field("stock autonomy")),
            delivery: self.maybe_law(stock.delivery.as_ref(), spot.field("stock delivery")),
            stream: self.streams.name(format!("{path}/stock")),
        }
    }
}

/// The name of a part.
pub fn part_name(name: &str, number: u64) -> String {
    format!("{name} #{number}")
}
