//! Sites, their rooms, and the hazards that take them.
//!
//! Knows nothing of what stands inside, except to list whom a hazard damages.

use crate::model::component::Kind;
use crate::model::ids::ComponentId;
use crate::model::shared::{Effect, Hazard};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::components::Draft;
use crate::scenario::lower::names::Thing;
use crate::scenario::lower::numbers::Spot;
use crate::scenario::schema::{self, Strikes};
use crate::scenario::spans::{Leaf, Name, Place};

impl Lowering<'_> {
    /// All rooms, each of which needs its site.
    pub fn add_rooms(&mut self) {
        for (site_name, site) in self.scenario.body.sites.entries() {
            let signal = self.names.thing(&site_name.text).and_then(Thing::signal);
            let site_id = signal.map(|signal| ComponentId::new(signal.index()));
            for room in &site.rooms {
                let mut draft = Draft::plain(Kind::Room, &room.text, &room.at);
                draft.at = site_id;
                draft.needs(signal);
                self.put(draft);
            }
        }
    }

    /// All sites.
    pub fn add_sites(&mut self) {
        for (name, part) in &self.scenario.body.sites.0 {
            if let Some((latitude, longitude)) =
                part.got.as_ref().and_then(|site| site.coordinates.as_ref())
            {
                self.check_degrees(latitude, 90.0);
                self.check_degrees(longitude, 180.0);
            }
            self.put(Draft::plain(Kind::Site, &name.text, &name.at));
        }
    }

    fn check_degrees(&mut self, leaf: &Leaf, most: f64) {
        if let Some(degrees) = self.number(leaf)
            && degrees.abs() > most
        {
            self.report
                .fault(
                    "bad-coordinates",
                    &leaf.at,
                    say!(
                        "bad-coordinates",
                        text = &leaf.text,
                        most = most.to_string()
                    ),
                )
                .help(say!("bad-coordinates-help"));
        }
    }

    /// All hazards of all sites; after the components, whose places must be known.
    pub fn read_hazards(&mut self) -> Vec<Hazard> {
        let mut hazards = Vec::new();
        for (site_name, site) in self.scenario.body.sites.entries() {
            for (name, hazard) in site.hazards.entries() {
                hazards.extend(self.hazard(name, hazard, site_name, site));
            }
        }
        hazards
    }

    fn hazard(
        &mut self,
        name: &Name,
        hazard: &schema::Hazard,
        site_name: &Name,
        site: &schema::Site,
    ) -> Option<Hazard> {
        let spot = Spot::of("hazard", &name.text);
        let mean = self.interval(&hazard.rate, spot.field("rate"));
        let interval = self.exponential(mean, &hazard.rate.at);
        let strikes = match &hazard.strikes {
            Strikes::All(_) => self
                .place_of(site_name)
                .map(|site| (site, 1.0))
                .into_iter()
                .collect(),
            Strikes::Each(chance) => self.strike_rooms(chance, site, &name.at, spot),
        };
        let lasts = self.law(&hazard.lasts, spot.field("lasts"));
        let effect = match &hazard.effect {
            None | Some(schema::Effect::Suspends) => Effect::Suspends,
            Some(schema::Effect::Damages(chance)) => {
                let chance = self.probability(chance, spot.field("damages"));
                Effect::Damages(chance, self.inside(&strikes))
            }
        };
        let stream = self.streams.name(format!("hazard/{}", name.text));
        Some(Hazard {
            name: name.text.clone(),
            interval,
            strikes,
            lasts,
            effect,
            stream,
        })
    }

    fn strike_rooms(
        &mut self,
        chance: &Leaf,
        site: &schema::Site,
        at: &Place,
        spot: Spot<'_>,
    ) -> Vec<(ComponentId, f64)> {
        let chance = self.probability(chance, spot.field("strikes"));
        if site.rooms.is_empty() {
            self.report
                .fault("no-rooms", at, say!("no-rooms"))
                .help(say!("no-rooms-help"));
        }
        site.rooms
            .iter()
            .filter_map(|room| Some((self.place_of(room)?, chance)))
            .collect()
    }

    /// The components in these places, or in rooms of them, that can fail.
    fn inside(&self, places: &[(ComponentId, f64)]) -> Vec<ComponentId> {
        let taken = |place: ComponentId| places.iter().any(|&(taken, _)| taken == place);
        let stands_in = |id: usize| -> bool {
            let Some(place) = self.components[id].at else {
                return false;
            };
            let around = self.components.get(place.index()).and_then(|room| room.at);
            taken(place) || around.is_some_and(taken)
        };
        let can_fail = |id: usize| {
            self.components[id].kind == Kind::Component && !self.components[id].modes.is_empty()
        };
        (0..self.components.len())
            .filter(|&id| can_fail(id) && stands_in(id))
            .map(ComponentId::new)
            .collect()
    }
}
