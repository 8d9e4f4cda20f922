//! Organisations: who uses which service, over which way, and how much work stops. Also the groups they are counted in.
//!
//! Knows nothing of hotlines beyond their selectors.

use crate::model::ids::{GroupId, OrganisationId, ServiceId};
use crate::model::organisation::{Group, Organisation, Use};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::numbers::Spot;
use crate::scenario::schema::{self, Stops};
use crate::scenario::spans::{Leaf, Name, Part, Place, Table};

/// Users of an organisation; more are refused.
const MOST_USERS: u64 = 1_000_000_000;
/// Users of all organisations together, more than there are people; more are refused, so that sums of losses fit.
const MOST_USERS_IN_ALL: u64 = 10_000_000_000;
/// Shares of work are counted in millionths (`docs/semantics.md` 19).
const MILLION: f64 = 1e6;

impl Lowering<'_> {
    /// All organisations; after the services, whose levels they name.
    pub fn read_organisations(&mut self) -> Vec<Organisation> {
        let mut organisations = Vec::new();
        for (name, part) in &self.scenario.body.organisations.0 {
            let mut made = Organisation {
                name: name.text.clone(),
                users: 1,
                uses: Vec::new(),
            };
            if let Some(organisation) = &part.got {
                let spot = Spot::of("organisation", &name.text);
                made.users = self.count(
                    &organisation.users,
                    1,
                    MOST_USERS,
                    Some(spot.field("users")),
                );
                made.uses = self.uses(name, organisation, spot);
            }
            organisations.push(made);
        }
        self.check_users(&organisations);
        organisations
    }

    fn check_users(&mut self, organisations: &[Organisation]) {
        let users = organisations.iter().map(|one| one.users);
        let users = users.fold(0, u64::saturating_add);
        let first = self.scenario.body.organisations.names().next();
        if let (true, Some(first)) = (users > MOST_USERS_IN_ALL, first) {
            self.report
                .fault(
                    "too-many-users",
                    &first.at,
                    say!("too-many-users", users = users, most = MOST_USERS_IN_ALL),
                )
                .help(say!("too-many-users-help"));
        }
    }

    fn uses(
        &mut self,
        name: &Name,
        organisation: &schema::Organisation,
        spot: Spot<'_>,
    ) -> Vec<Use> {
        let node = organisation.node.as_ref().unwrap_or(name);
        let mut uses: Vec<Use> = Vec::new();
        for part in &organisation.uses {
            let Some(made) = self.one_use(node, part, spot) else {
                continue;
            };
            if uses.iter().any(|other| other.service == made.service) {
                let service = &self.services[made.service.index()].name;
                self.report
                    .fault(
                        "used-twice",
                        &part.at,
                        say!("used-twice", name = &name.text, service = service),
                    )
                    .help(say!("used-twice-help"));
            }
            uses.push(made);
        }
        let over_network = organisation
            .uses
            .iter()
            .flat_map(|part| &part.got)
            .any(|used| used.at.is_some());
        if organisation.node.is_some() && !over_network {
            self.report
                .warn(
                    "unused-field",
                    &node.at,
                    say!("unused-field-node", name = &name.text),
                )
                .help(say!("unused-field-node-help"));
        }
        uses
    }

    fn one_use(
        &mut self,
        node: &Name,
        part: &Part<schema::UsesService>,
        spot: Spot<'_>,
    ) -> Option<Use> {
        let written = part.got.as_ref()?;
        let service = self.service_of(&written.service);
        let reach = written
            .at
            .as_ref()
            .and_then(|at| self.reach(node, at, &part.at));
        let service = service?;
        self.used_services.insert(service);
        let stops = match &written.stops {
            Stops::Down(leaf) => self.down_only(service, leaf, spot),
            Stops::Levels(table) => self.by_level(service, table, spot, &part.at),
        };
        Some(Use {
            service,
            reach,
            stops,
        })
    }

    fn down_only(&mut self, service: ServiceId, leaf: &Leaf, spot: Spot<'_>) -> Vec<u32> {
        let mut stops = vec![0; self.services[service.index()].levels.len()];
        stops.push(self.millionths(leaf, spot));
        stops
    }

    /// A level that is not listed stops nothing, with a warning where that may be an oversight.
    fn by_level(
        &mut self,
        service: ServiceId,
        table: &Table<Leaf>,
        spot: Spot<'_>,
        at: &Place,
    ) -> Vec<u32> {
        let levels = self.services[service.index()].levels.len();
        let mut stops: Vec<Option<u32>> = vec![None; levels + 1];
        for (level, leaf) in table.entries() {
            let place = if level.text == "down" {
                Some(levels)
            } else {
                self.level_of(service, level)
            };
            let share = self.millionths(leaf, spot);
            if let Some(place) = place {
                stops[place] = Some(share);
            }
        }
        for (place, _) in stops
            .iter()
            .enumerate()
            .skip(1)
            .filter(|(_, share)| share.is_none())
        {
            self.warn_of_unlisted(service, place, at);
        }
        stops.into_iter().map(|share| share.unwrap_or(0)).collect()
    }

    fn warn_of_unlisted(&mut self, service: ServiceId, place: usize, at: &Place) {
        let service = &self.services[service.index()];
        let level = service
            .levels
            .get(place)
            .map_or("down", |level| level.name.as_str());
        self.report
            .warn(
                "unlisted-level",
                at,
                say!("unlisted-level", level = level, service = &service.name),
            )
            .help(say!("unlisted-level-help", level = level));
    }

    fn millionths(&mut self, leaf: &Leaf, spot: Spot<'_>) -> u32 {
        // A share is at most 1, so its millionths fit.
        (self.probability(leaf, spot.field("stops")) * MILLION).round() as u32
    }

    /// The group of all organisations, if there are any.
    pub fn add_group_of_all(&mut self) {
        let count = self.scenario.body.organisations.0.len();
        if count > 0 {
            let members = (0..count).map(OrganisationId::new).collect();
            self.groups.push(Group {
                name: "all organisations".to_owned(),
                members,
            });
        }
    }

    /// The group of a selector; the same selector has one group.
    pub fn group(&mut self, selector: &Name) -> Option<GroupId> {
        if let Some(known) = self
            .groups
            .iter()
            .position(|group| group.name == selector.text)
        {
            return Some(GroupId::new(known));
        }
        let members = self.select_organisations(selector);
        if members.is_empty() {
            return None;
        }
        self.groups.push(Group {
            name: selector.text.clone(),
            members,
        });
        Some(GroupId::new(self.groups.len() - 1))
    }

    /// Warns of services that nobody uses although there are users.
    pub fn warn_of_unused_services(&mut self) {
        if self.scenario.body.organisations.is_empty() {
            return;
        }
        for (at, name) in self.scenario.body.services.names().enumerate() {
            if !self.used_services.contains(&ServiceId::new(at)) {
                self.report
                    .warn(
                        "unused-service",
                        &name.at,
                        say!("unused-service", name = &name.text),
                    )
                    .help(say!("unused-service-help", name = &name.text));
            }
        }
    }
}
