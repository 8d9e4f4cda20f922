//! Crews: people, their hours, and when they can be called.
//!
//! Knows nothing of what they repair.

use crate::model::crew::Crew;
use crate::model::ids::CrewId;
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::numbers::Spot;
use crate::scenario::schema;
use crate::scenario::spans::Name;

/// People of a crew; more are refused.
const MOST_PEOPLE: u64 = 10_000;

impl Lowering<'_> {
    /// All crews.
    pub fn read_crews(&mut self) -> Vec<Crew> {
        let mut crews = Vec::new();
        for (name, crew) in self.scenario.body.crews.entries() {
            crews.push(self.crew(name, crew));
        }
        crews
    }

    fn crew(&mut self, name: &Name, crew: &schema::Crew) -> Crew {
        let spot = Spot::of("crew", &name.text);
        let people = self.count(&crew.people, 1, MOST_PEOPLE, Some(spot.field("people")));
        Crew {
            name: name.text.clone(),
            people: u32::try_from(people).unwrap_or(1),
            hours: self.calendar(&crew.hours),
            on_call: crew.on_call.as_ref().map(|on_call| {
                (
                    self.calendar(&on_call.hours),
                    self.law(&on_call.arrival, spot.field("arrival")),
                )
            }),
            overtime: crew.overtime.as_ref().is_none_or(|leaf| self.flag(leaf)),
        }
    }

    /// The crew that repairs something; it counts as used.
    pub fn repairing_crew(&mut self, name: &Name) -> Option<CrewId> {
        let crew = self.crew_of(name);
        self.busy_crews.extend(crew);
        crew
    }

    /// Warns of crews that nothing names.
    pub fn warn_of_idle_crews(&mut self) {
        for (at, name) in self.scenario.body.crews.names().enumerate() {
            if !self.busy_crews.contains(&CrewId::new(at)) {
                self.report
                    .warn(
                        "unused-crew",
                        &name.at,
                        say!("unused-crew", name = &name.text),
                    )
                    .help(say!("unused-crew-help"));
            }
        }
    }
}
