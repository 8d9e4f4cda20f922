//! Happenings in words: one line each, for traces. The words themselves stand in the message catalogue.

use super::naming;
use super::results::StoryLine;
use crate::model::Blueprint;
use crate::model::component::Kind;
use crate::model::ids::{
    CauseId, ComponentId, CrewId, FirstId, HazardId, HotlineId, ModeId, NeedId, ServiceId, ShockId,
    WatchId,
};
use crate::simulate::Happening;
use crate::units::Instant;

/// What happened at `at`, if it is worth a line: that a level of a service can or cannot be had is not, for
/// [`Happening::Level`] says at which level the service is. A line has a key of the message catalogue (`story-failed` for [`Happening::Failed`], and so on), whom it
/// happened to, and named arguments. `what` must stem from the same blueprint.
///
/// Arguments, where they apply: `mode`, `cause` and `kind` (of the cause), `crew`, `until` (local time), `entry`, `level` (`down`
/// below the last), `class`, `members` (names joined by `, `).
#[must_use]
pub fn story_line(blueprint: &Blueprint, at: Instant, what: &Happening) -> Option<StoryLine> {
    let teller = Teller { blueprint };
    if let Happening::Suspended(of, _) | Happening::Up(of) = what
        && blueprint.components[of.index()].kind == Kind::Level
    {
        return None;
    }
    let (key, subject, arguments) = teller.tell(what);
    Some(StoryLine {
        at_h: at.hours(),
        local: teller.local(at),
        what: format!("story-{key}"),
        subject,
        arguments: arguments
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    })
}

/// The local time of an instant, `2027-03-04T05:06:07`.
pub fn local(blueprint: &Blueprint, at: Instant) -> String {
    let local = blueprint.clock.local(at);
    local.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

/// Key, subject and arguments of a line.
type Told = (&'static str, String, Vec<(&'static str, String)>);

/// Finds the names.
struct Teller<'b> {
    blueprint: &'b Blueprint,
}

impl Teller<'_> {
    fn tell(&self, what: &Happening) -> Told {
        match what {
            Happening::Failed(mode) => self.failed(*mode),
            Happening::Struck(of, shock) => (
                "struck",
                self.component(*of),
                vec![("cause", self.shock(*shock))],
            ),
            Happening::Damaged(of, hazard) => (
                "damaged",
                self.component(*of),
                vec![("cause", self.hazard(*hazard))],
            ),
            Happening::Detected(of) => ("detected", self.component(*of), vec![]),
            Happening::Dispatched(of, crew, until) => (
                "dispatched",
                self.component(*of),
                vec![("crew", self.crew(*crew)), ("until", self.local(*until))],
            ),
            Happening::Repaired(of) => ("repaired", self.component(*of), vec![]),
            Happening::Suspended(of, cause) => {
                ("suspended", self.component(*of), self.cause(*cause))
            }
            Happening::RestartBegan(of, until) => (
                "restart-began",
                self.component(*of),
                vec![("until", self.local(*until))],
            ),
            Happening::RestartBroken(of) => ("restart-broken", self.component(*of), vec![]),
            Happening::Up(of) => ("up", self.component(*of), vec![]),
            Happening::Carried(need, until) => (
                "carried",
                self.needy(*need),
                vec![("until", self.local(*until))],
            ),
            Happening::Exhausted(need) => ("exhausted", self.needy(*need), vec![]),
            Happening::CarriedOver(need) => ("carried-over", self.needy(*need), vec![]),
            Happening::StockEmpty(of) => ("stock-empty", self.component(*of), vec![]),
            Happening::StockFilled(of) => ("stock-filled", self.component(*of), vec![]),
            Happening::SwitchBegan(first, entry) => {
                self.switch("switch-began", *first, Some(*entry))
            }
            Happening::SwitchFailed(first) => self.switch("switch-failed", *first, None),
            Happening::Switched(first, entry) => self.switch("switched", *first, Some(*entry)),
            Happening::ShockCame(shock) => ("shock-came", self.shock(*shock), vec![]),
            Happening::SharedRepaired(shock) => ("shared-repaired", self.shock(*shock), vec![]),
            Happening::HazardCame(hazard) => ("hazard-came", self.hazard(*hazard), vec![]),
            Happening::HazardOver(place) => ("hazard-over", self.component(*place), vec![]),
            Happening::Level(service, level, cause) => {
                let cause = cause.map_or_else(Vec::new, |cause| self.cause(cause));
                let level = [("level", self.level(*service, *level))];
                (
                    "level",
                    self.service(*service),
                    level.into_iter().chain(cause).collect(),
                )
            }
            Happening::LimitReached(of, level) => self.limit("limit-reached", *of, *level),
            Happening::LimitRegained(of, level) => self.limit("limit-regained", *of, *level),
            Happening::OutageBegan(watch, cause) => {
                let level = [("level", self.watch(*watch).1)];
                (
                    "outage-began",
                    self.watch(*watch).0,
                    level.into_iter().chain(self.cause(*cause)).collect(),
                )
            }
            Happening::OutageEnded(watch) => (
                "outage-ended",
                self.watch(*watch).0,
                vec![("level", self.watch(*watch).1)],
            ),
            Happening::Deadlock(members) => {
                let names: Vec<String> = members.iter().map(|&of| self.component(of)).collect();
                (
                    "deadlock",
                    names.first().cloned().unwrap_or_default(),
                    vec![("members", names.join(", "))],
                )
            }
            Happening::Bypassed(of) => ("bypassed", self.component(*of), vec![]),
            Happening::CallOffered(of, class) => self.call("call-offered", *of, *class),
            Happening::CallAnswered(of, class) => self.call("call-answered", *of, *class),
            Happening::CallAbandoned(of, class) => self.call("call-abandoned", *of, *class),
            Happening::CallEnded(of, class) => self.call("call-ended", *of, *class),
            Happening::CallCut(of, class) => self.call("call-cut", *of, *class),
        }
    }

    fn failed(&self, id: ModeId) -> Told {
        let mode = &self.blueprint.modes[id.index()];
        let name = (!mode.name.is_empty()).then(|| ("mode", mode.name.clone()));
        (
            "failed",
            self.component(mode.component),
            name.into_iter().collect(),
        )
    }

    fn switch(&self, key: &'static str, id: FirstId, entry: Option<usize>) -> Told {
        let entries = naming::entries(self.blueprint, id);
        let entry = entry.and_then(|entry| entries.get(entry).cloned());
        let arguments = entry.into_iter().map(|entry| ("entry", entry)).collect();
        (key, naming::switchover(self.blueprint, id), arguments)
    }

    fn limit(&self, key: &'static str, id: ServiceId, level: usize) -> Told {
        (
            key,
            self.service(id),
            vec![("level", self.level(id, level))],
        )
    }

    fn call(&self, key: &'static str, id: HotlineId, class: usize) -> Told {
        let hotline = &self.blueprint.hotlines[id.index()];
        let class = hotline
            .classes
            .get(class)
            .map_or_else(String::new, |class| class.name.clone());
        (key, hotline.name.clone(), vec![("class", class)])
    }

    fn cause(&self, id: CauseId) -> Vec<(&'static str, String)> {
        let (kind, name) = naming::cause(self.blueprint, id);
        vec![("cause", name), ("kind", kind.to_owned())]
    }

    /// The name of a level; below the last the service is down.
    fn level(&self, id: ServiceId, level: usize) -> String {
        let levels = &self.blueprint.services[id.index()].levels;
        levels
            .get(level)
            .map_or_else(|| "down".to_owned(), |level| level.name.clone())
    }

    fn local(&self, at: Instant) -> String {
        local(self.blueprint, at)
    }

    fn component(&self, id: ComponentId) -> String {
        self.blueprint.components[id.index()].name.clone()
    }

    fn needy(&self, id: NeedId) -> String {
        self.component(self.blueprint.needs[id.index()].component)
    }

    fn service(&self, id: ServiceId) -> String {
        self.blueprint.services[id.index()].name.clone()
    }

    fn watch(&self, id: WatchId) -> (String, String) {
        let watch = &self.blueprint.watches[id.index()];
        (watch.subject.clone(), watch.level.clone())
    }

    fn crew(&self, id: CrewId) -> String {
        self.blueprint.crews[id.index()].name.clone()
    }

    fn shock(&self, id: ShockId) -> String {
        self.blueprint.shocks[id.index()].name.clone()
    }

    fn hazard(&self, id: HazardId) -> String {
        self.blueprint.hazards[id.index()].name.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::testing::{at, blueprint};
    use crate::model::blueprint::Cause;

    fn told(what: &Happening) -> StoryLine {
        story_line(&blueprint(false), at(24 * 120), what).expect("it is worth a line")
    }

    #[test]
    fn a_line_has_the_local_time_of_the_season() {
        let line = told(&Happening::Up(ComponentId::new(1)));
        assert_eq!(
            (line.what.as_str(), line.subject.as_str()),
            ("story-up", "line")
        );
        // 120 days after New Year it is summer time.
        assert_eq!(
            (line.at_h, line.local.as_str()),
            (2_880.0, "2025-05-01T01:00:00")
        );
    }

    #[test]
    fn a_service_below_its_last_level_is_down() {
        let level = |level| told(&Happening::Level(ServiceId::new(0), level, None)).arguments;
        assert_eq!(level(0), [("level".to_owned(), "normal".to_owned())]);
        assert_eq!(level(1), [("level".to_owned(), "down".to_owned())]);
    }

    #[test]
    fn a_cause_is_told_with_its_kind() {
        let cause = blueprint(false).cause_id(Cause::Shock(ShockId::new(0)));
        let line = told(&Happening::OutageBegan(WatchId::new(0), cause));
        let arguments: Vec<&str> = line
            .arguments
            .iter()
            .map(|(_, value)| value.as_str())
            .collect();
        assert_eq!(
            (line.subject.as_str(), arguments),
            ("service/payroll", vec!["normal", "bad change", "shock"])
        );
    }

    #[test]
    fn a_deadlock_names_its_members() {
        let line = told(&Happening::Deadlock(vec![
            ComponentId::new(0),
            ComponentId::new(1),
        ]));
        assert_eq!(
            line.arguments,
            [("members".to_owned(), "core, line".to_owned())]
        );
    }
}
