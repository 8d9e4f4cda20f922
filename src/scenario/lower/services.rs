//! Services: their levels become components, their limits clocks; levels that can never be in force are refused.
//!
//! Knows nothing of who uses a service. What is wanted of it is `objectives`.

use crate::model::component::Kind;
use crate::model::ids::{ComponentId, ServiceId, Signal};
use crate::model::service::{Level, Limit, Service};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::components::Draft;
use crate::scenario::lower::names::Thing;
use crate::scenario::lower::numbers::Spot;
use crate::scenario::schema;
use crate::scenario::spans::{Name, Part, Place};

/// Levels of a service; more are refused.
const MOST_LEVELS: usize = 100;

impl Lowering<'_> {
    /// All services with their levels.
    pub fn read_services(&mut self) -> Vec<Service> {
        let mut services = Vec::new();
        for (name, part) in &self.scenario.body.services.0 {
            let delivers = self
                .names
                .thing(&name.text)
                .and_then(Thing::signal)
                .unwrap_or(Signal::new(0));
            let mut service = Service {
                name: name.text.clone(),
                levels: Vec::new(),
                delivers,
                objectives: Vec::new(),
            };
            if let Some(written) = &part.got {
                service.levels = self.levels(name, written);
                service.objectives = self.objectives(&service.levels, name, written);
                self.refuse_unreachable(&service, written);
            }
            services.push(service);
        }
        services
    }

    fn levels(&mut self, name: &Name, service: &schema::Service) -> Vec<Level> {
        if service.levels.is_empty() || service.levels.len() > MOST_LEVELS {
            let message = say!(
                "bad-levels",
                name = &name.text,
                count = service.levels.len(),
                most = MOST_LEVELS
            );
            self.report
                .fault("bad-levels", &name.at, message)
                .help(say!("bad-levels-help"));
        }
        let mut levels: Vec<Level> = Vec::new();
        for part in &service.levels {
            let level = self.level(name, part, levels.is_empty());
            if let Some(twin) = levels
                .iter()
                .find(|other| !level.name.is_empty() && other.name == level.name)
            {
                let message = say!("name-taken-level", service = &name.text, level = &twin.name);
                self.report
                    .fault("name-taken", &part.at, message)
                    .help(say!("name-taken-level-help"));
            }
            levels.push(level);
        }
        levels
    }

    fn level(&mut self, service: &Name, part: &Part<schema::Level>, is_best: bool) -> Level {
        let component = ComponentId::new(self.components.len());
        let mut level = Level {
            name: String::new(),
            component,
            when: Signal::new(0),
            limit: None,
        };
        let mut draft = Draft::plain(Kind::Level, &service.text, &part.at);
        if let Some(written) = &part.got {
            level.name.clone_from(&written.name.text);
            self.check_level_name(written);
            draft.name = format!("{}/{}", service.text, level.name);
            let path = format!("service/{}/level/{}", service.text, level.name);
            let spot = Spot::of("level", &draft.name);
            let when = self.expression(&written.when, &format!("{path}/when"));
            let setup = written
                .setup
                .as_ref()
                .map(|law| self.law(law, spot.field("setup")));
            level.limit = self.limit(written, spot);
            if let (true, Some(at_most)) = (is_best, &written.at_most) {
                self.refuse_limit_of_best(&draft.name, &at_most.at);
            }
            level.when = when.unwrap_or(level.when);
            draft.restart = setup.map(|law| (law, self.streams.name(format!("{path}/setup"))));
            draft.needs(when);
        }
        self.put(draft);
        level
    }

    fn check_level_name(&mut self, level: &schema::Level) {
        if level.name.text == "down" || level.name.text.is_empty() {
            self.report
                .fault(
                    "bad-name",
                    &level.name.at,
                    say!("bad-name-level", name = &level.name.text),
                )
                .help(say!("bad-name-level-help"));
        }
    }

    fn limit(&mut self, level: &schema::Level, spot: Spot<'_>) -> Option<Limit> {
        let Some(at_most) = &level.at_most else {
            for (field, leaf) in [("regain", &level.regain), ("then", &level.then)] {
                if let Some(leaf) = leaf {
                    self.report
                        .fault(
                            "unused-field",
                            &leaf.at,
                            say!("unused-field-limit", field = field),
                        )
                        .help(say!("unused-field-limit-help", field = field));
                }
            }
            return None;
        };
        Some(Limit {
            at_most: self.span(at_most, spot.field("at_most")),
            regain: level
                .regain
                .as_ref()
                .map_or(crate::units::Span::ZERO, |leaf| {
                    self.span_or_zero(leaf, spot.field("regain"))
                }),
            continues: self.word_or(
                level.then.as_ref(),
                &[("NextLevel", false), ("Continue", true)],
                false,
            ),
        })
    }

    /// A period comes back by time in a better level: that of the best level never would.
    fn refuse_limit_of_best(&mut self, level: &str, at: &Place) {
        self.report
            .fault(
                "limited-best-level",
                at,
                say!("limited-best-level", level = level),
            )
            .help(say!("limited-best-level-help"));
    }

    /// A level that holds only while a better one does is never in force, unless the better one has a limit or a set-up time.
    fn refuse_unreachable(&mut self, service: &Service, written: &schema::Service) {
        let lasting: Vec<bool> = service
            .levels
            .iter()
            .zip(&written.levels)
            .map(|(level, part)| lasts(level, part))
            .collect();
        for (at, level) in service.levels.iter().enumerate().skip(1) {
            let better = (0..at).find(|&better| {
                lasting[better] && self.gates.implies(level.when, service.levels[better].when)
            });
            if let Some(better) = better {
                let better = &service.levels[better].name;
                let message = say!("unreachable-level", level = &level.name, better = better);
                self.report
                    .fault("unreachable-level", &written.levels[at].at, message)
                    .help(say!("unreachable-level-help"));
            }
        }
    }

    /// The level of a name; `None` leaves a fault.
    pub fn level_of(&mut self, service: ServiceId, level: &Name) -> Option<usize> {
        let levels = &self.services[service.index()].levels;
        let found = levels.iter().position(|known| known.name == level.text);
        if found.is_none() {
            self.report
                .no_level(&self.services[service.index()].name, level, levels);
        }
        found
    }
}

/// Whether a level is in force whenever its expression holds and no better level is.
fn lasts(level: &Level, part: &Part<schema::Level>) -> bool {
    let unlimited = level.limit.is_none_or(|limit| limit.continues);
    part.got
        .as_ref()
        .is_some_and(|written| unlimited && written.setup.is_none())
}
