//! From marked happenings to the links of a chain: what one cause did to several things in one instant is one link, and times that
//! belong together become one duration.
//!
//! Knows names and durations, not the words around them.

use std::collections::BTreeSet;

use super::marks::Outage;
use super::replay::Replay;
use crate::batch::naming;
use crate::batch::results::Link;
use crate::batch::tell::local;
use crate::model::Blueprint;
use crate::model::blueprint::Cause;
use crate::model::component::Kind;
use crate::model::ids::{
    CauseId, ComponentId, CrewId, FirstId, HazardId, NeedId, ServiceId, ShockId,
};
use crate::simulate::Happening;
use crate::units::{Instant, Span};

/// Links by which a new strand begins; others, in the instant of the link before them, follow from it.
const BEGINNINGS: [&str; 14] = [
    "failed",
    "struck",
    "taken",
    "damaged",
    "exhausted",
    "stock-empty",
    "stock-filled",
    "arrived",
    "noticed",
    "repaired",
    "set-free",
    "limit-reached",
    "bypassed",
    "open",
];

/// Links that may be about several things at once.
const SHARED: [&str; 11] = [
    "struck",
    "taken",
    "damaged",
    "stopped",
    "waits",
    "noticed",
    "repaired",
    "set-free",
    "restarting",
    "restarted",
    "up",
];

/// A link in the making.
struct Draft {
    at: Instant,
    what: &'static str,
    subjects: Vec<String>,
    of: String,
    lasts: Option<Span>,
}

/// The links of an outage, in order of time.
pub fn links(replay: &Replay<'_>, outage: Outage, places: &BTreeSet<usize>) -> Vec<Link> {
    let mut maker = Maker {
        replay,
        outage,
        places,
        drafts: Vec::new(),
    };
    for &at in places {
        maker.add(at);
    }
    if outage.end.is_none() {
        let begin = replay.happenings[outage.begin].0;
        let end = replay.blueprint.end();
        let service = maker.service(outage.service);
        maker.push(end, "open", Some(service), "", Some(end - begin));
    }
    maker.drafts.sort_by_key(|draft| draft.at);
    finish(replay.blueprint, maker.drafts)
}

fn finish(blueprint: &Blueprint, drafts: Vec<Draft>) -> Vec<Link> {
    let mut before: Option<Instant> = None;
    let mut links = Vec::new();
    for draft in drafts {
        let follows = before == Some(draft.at) && !BEGINNINGS.contains(&draft.what);
        before = Some(draft.at);
        links.push(Link {
            at_h: draft.at.hours(),
            local: local(blueprint, draft.at),
            what: format!("chain-{}", draft.what),
            follows,
            subjects: draft.subjects,
            of: draft.of,
            lasts_h: draft.lasts.map(Span::hours),
        });
    }
    links
}

struct Maker<'r, 'b> {
    replay: &'r Replay<'b>,
    outage: Outage,
    places: &'r BTreeSet<usize>,
    drafts: Vec<Draft>,
}

impl Maker<'_, '_> {
    /// Adds a link, or its subject to one of the same instant that says the same.
    fn push(
        &mut self,
        at: Instant,
        what: &'static str,
        subject: Option<String>,
        of: &str,
        lasts: Option<Span>,
    ) {
        let same = self.drafts.iter_mut().rev().find(|draft| {
            SHARED.contains(&what)
                && (draft.at, draft.what, draft.lasts) == (at, what, lasts)
                && draft.of == of
        });
        match same {
            Some(draft) => draft.subjects.extend(subject),
            None => self.drafts.push(Draft {
                at,
                what,
                subjects: subject.into_iter().collect(),
                of: of.to_owned(),
                lasts,
            }),
        }
    }

    /// Adds what a marked happening says.
    fn add(&mut self, at: usize) {
        let (now, what) = &self.replay.happenings[at];
        let now = *now;
        match what {
            Happening::Failed(_)
            | Happening::ShockCame(_)
            | Happening::Struck(..)
            | Happening::HazardCame(_)
            | Happening::Damaged(..) => self.add_cause(now, what),
            Happening::Suspended(of, cause) => self.add_stop(now, *of, *cause, at),
            Happening::Detected(of) => self.add_notice(now, *of, at),
            Happening::Dispatched(of, crew, there) => self.add_arrival(*of, *crew, *there, at),
            Happening::RestartBegan(of, done) => self.add_restart(now, *of, *done, at),
            Happening::Up(of) => self.add_up(now, *of, at),
            Happening::Exhausted(need) => self.add_exhausted(now, *need, at),
            Happening::SwitchBegan(..) | Happening::SwitchFailed(_) | Happening::Switched(..) => {
                self.add_switching(now, at);
            }
            Happening::Level(service, level, _) => self.add_level(now, *service, *level),
            _ => self.add_fact(now, what, at),
        }
    }

    /// What strikes: an own fault, a shared cause, a hazard.
    fn add_cause(&mut self, now: Instant, what: &Happening) {
        let blueprint = self.replay.blueprint;
        let shock = |id: ShockId| blueprint.shocks[id.index()].name.as_str();
        let hazard = |id: HazardId| blueprint.hazards[id.index()].name.as_str();
        let (what, struck, of) = match *what {
            Happening::Failed(mode) => {
                let mode = &blueprint.modes[mode.index()];
                ("failed", Some(mode.component), mode.name.as_str())
            }
            Happening::ShockCame(id) => ("struck", None, shock(id)),
            Happening::Struck(of, id) => ("struck", Some(of), shock(id)),
            Happening::HazardCame(id) => ("taken", None, hazard(id)),
            Happening::Damaged(of, id) => ("damaged", Some(of), hazard(id)),
            _ => return,
        };
        let subject = struck.map(|of| self.name(of));
        self.push(now, what, subject, of, None);
    }

    /// What one sentence about one thing says, with nothing to look up but a duration.
    fn add_fact(&mut self, now: Instant, what: &Happening, at: usize) {
        let (what, of, lasts) = match what {
            Happening::Repaired(of) => {
                let since = self.failed_at(*of, at).map(|failed| now - failed);
                ("repaired", *of, since)
            }
            Happening::Carried(need, until) => ("carried", self.owner(*need), Some(*until - now)),
            Happening::RestartBroken(of) => ("restart-broken", *of, None),
            Happening::StockEmpty(of) => ("stock-empty", *of, None),
            Happening::StockFilled(of) => ("stock-filled", *of, None),
            Happening::HazardOver(place) => ("set-free", *place, None),
            Happening::Bypassed(of) => ("bypassed", *of, None),
            Happening::LimitReached(_, level) => return self.add_limit(now, *level),
            Happening::Deadlock(members) => return self.add_deadlock(now, members),
            _ => return,
        };
        self.push(now, what, Some(self.name(of)), "", lasts);
    }

    fn add_limit(&mut self, now: Instant, level: usize) {
        let service = &self.replay.blueprint.services[self.outage.service.index()];
        let lasts = service.levels[level].limit.map(|limit| limit.at_most);
        let name = service.name.clone();
        self.push(
            now,
            "limit-reached",
            Some(name),
            &service.levels[level].name,
            lasts,
        );
    }

    fn add_deadlock(&mut self, now: Instant, members: &[ComponentId]) {
        self.push(now, "deadlock", None, "", None);
        let names: Vec<String> = members.iter().map(|&of| self.name(of)).collect();
        if let Some(draft) = self.drafts.last_mut() {
            draft.subjects.extend(names);
        }
    }

    /// A stop: of a place that a hazard takes, of what still waits after its repair, or of what goes with the link before.
    fn add_stop(&mut self, now: Instant, of: ComponentId, cause: CauseId, at: usize) {
        if self.is_level(of) {
            return;
        }
        let name = self.name(of);
        let place = matches!(self.kind(of), Kind::Room | Kind::Site);
        match self.replay.blueprint.cause(cause) {
            Cause::Hazard(hazard) if place => {
                let hazard = self.replay.blueprint.hazards[hazard.index()].name.clone();
                self.push(now, "taken", Some(name), &hazard, None);
            }
            _ if self.in_instant(at, |what| *what == Happening::Repaired(of)) => {
                self.push(now, "waits", Some(name), "", None);
            }
            _ => self.push(now, "stopped", Some(name), "", None),
        }
    }

    /// A failure that is noticed some time after it.
    fn add_notice(&mut self, now: Instant, of: ComponentId, at: usize) {
        let after = self.failed_at(of, at).map(|failed| now - failed);
        if after.is_some_and(|after| after > Span::ZERO) {
            self.push(now, "noticed", Some(self.name(of)), "", after);
        }
    }

    /// People arrive some time after they were asked for; told when they are there.
    fn add_arrival(&mut self, of: ComponentId, crew: CrewId, there: Instant, at: usize) {
        let asked = self.last(at, |what| *what == Happening::Detected(of));
        let after = asked.map(|asked| there - self.replay.happenings[asked].0);
        let end = self.outage.end.map(|end| self.replay.happenings[end].0);
        let told = there <= end.unwrap_or(self.replay.blueprint.end());
        if told && after.is_some_and(|after| after > Span::ZERO) {
            let crew = self.replay.blueprint.crews[crew.index()].name.clone();
            self.push(there, "arrived", Some(self.name(of)), &crew, after);
        }
    }

    /// A restart; where it comes to its end within the outage, that end tells of it.
    fn add_restart(&mut self, now: Instant, of: ComponentId, done: Instant, at: usize) {
        let next = self.places.range(at + 1..).find(|&&place| {
            let what = &self.replay.happenings[place].1;
            *what == Happening::Up(of) || *what == Happening::RestartBroken(of)
        });
        let ends = next.is_some_and(|&next| self.replay.happenings[next].1 == Happening::Up(of));
        if !ends && !self.is_level(of) {
            self.push(now, "restarting", Some(self.name(of)), "", Some(done - now));
        }
    }

    /// Up again: after a restart, or at once. What is up by its repair has been told.
    fn add_up(&mut self, now: Instant, of: ComponentId, at: usize) {
        let begun = self.last(
            at,
            |what| matches!(what, Happening::RestartBegan(started, _) if *started == of),
        );
        let restarted = begun.filter(|&begun| {
            matches!(self.replay.happenings[begun].1, Happening::RestartBegan(_, done) if done == now)
        });
        let repaired = self.in_instant(at, |what| *what == Happening::Repaired(of));
        match restarted {
            Some(begun) => {
                let takes = now - self.replay.happenings[begun].0;
                if let Some(level) = self.level_name(of) {
                    let service = self.service(self.outage.service);
                    self.push(now, "set-up", Some(service), &level, Some(takes));
                } else if !self.is_level(of) {
                    self.push(now, "restarted", Some(self.name(of)), "", Some(takes));
                }
            }
            None if repaired || self.is_level(of) => {}
            None => self.push(now, "up", Some(self.name(of)), "", None),
        }
    }

    fn add_exhausted(&mut self, now: Instant, need: NeedId, at: usize) {
        let drawn = self.last(
            at,
            |what| matches!(what, Happening::Carried(of, _) if *of == need),
        );
        let after = drawn.map(|drawn| now - self.replay.happenings[drawn].0);
        let name = self.name(self.owner(need));
        self.push(now, "exhausted", Some(name), "", after);
    }

    /// A switchover: begins, to a later entry or back to an earlier one that is up again, does not succeed, or is through.
    fn add_switching(&mut self, now: Instant, at: usize) {
        let (what, first, entry, lasts) = match self.replay.happenings[at].1 {
            Happening::SwitchBegan(first, entry) => {
                let before = at
                    .checked_sub(1)
                    .and_then(|at| self.replay.active(first, at));
                let back = before.is_some_and(|active| entry < active);
                let what = if back { "handing-back" } else { "switching" };
                (what, first, Some(entry), None)
            }
            Happening::SwitchFailed(first) => {
                ("switch-failed", first, self.ready_entry(first, at), None)
            }
            Happening::Switched(first, entry) => {
                let since = self.moved_before(first, at).map(|begun| now - begun);
                ("switched", first, Some(entry), since)
            }
            _ => return,
        };
        let names = naming::entries(self.replay.blueprint, first);
        let entry = entry.and_then(|entry| names.get(entry).cloned());
        let name = naming::switchover(self.replay.blueprint, first);
        self.push(now, what, Some(name), &entry.unwrap_or_default(), lasts);
    }

    /// The service itself: it goes down, comes back, or is at another level in between.
    fn add_level(&mut self, now: Instant, service: ServiceId, level: usize) {
        let name = self.service(service);
        let levels = &self.replay.blueprint.services[service.index()].levels;
        let of = levels
            .get(level)
            .map_or("", |level| level.name.as_str())
            .to_owned();
        let begin = self.replay.happenings[self.outage.begin].0;
        if now > begin && level <= self.outage.level {
            self.push(now, "over", Some(name), &of, Some(now - begin));
        } else if level == levels.len() {
            self.push(now, "down", Some(name), "", None);
        } else {
            self.push(now, "level", Some(name), &of, None);
        }
    }

    /// The last place before `at` for which `is` holds.
    fn last(&self, at: usize, is: impl Fn(&Happening) -> bool) -> Option<usize> {
        (0..at).rev().find(|&at| is(&self.replay.happenings[at].1))
    }

    fn in_instant(&self, at: usize, is: impl Fn(&Happening) -> bool) -> bool {
        let instant = self.replay.instant_begin(at)..at;
        instant
            .into_iter()
            .any(|at| is(&self.replay.happenings[at].1))
    }

    /// When a component failed last.
    fn failed_at(&self, of: ComponentId, at: usize) -> Option<Instant> {
        let modes = &self.replay.blueprint.modes;
        let failed = self.last(at, |what| match what {
            Happening::Failed(mode) => modes[mode.index()].component == of,
            Happening::Struck(struck, _) | Happening::Damaged(struck, _) => *struck == of,
            _ => false,
        });
        failed.map(|failed| self.replay.happenings[failed].0)
    }

    /// When a switchover moved last before `at`.
    fn moved_before(&self, first: FirstId, at: usize) -> Option<Instant> {
        let moves = self.replay.moves(first);
        let next = moves.partition_point(|&place| place < at);
        let before = *moves.get(next.checked_sub(1)?)?;
        let through = matches!(self.replay.happenings[before].1, Happening::Switched(..));
        (!through).then(|| self.replay.happenings[before].0)
    }

    /// The entry that a demand was for: the first one that was ready.
    fn ready_entry(&self, first: FirstId, at: usize) -> Option<usize> {
        let structure = &self.replay.blueprint.structure;
        let gate = structure.firsts[first.index()].gate;
        let inputs = &structure.gates[gate.index()].inputs;
        inputs
            .iter()
            .position(|&entry| self.replay.holds(entry, at))
    }

    fn owner(&self, need: NeedId) -> ComponentId {
        self.replay.blueprint.needs[need.index()].component
    }

    fn kind(&self, of: ComponentId) -> Kind {
        self.replay.blueprint.components[of.index()].kind
    }

    fn is_level(&self, of: ComponentId) -> bool {
        self.kind(of) == Kind::Level
    }

    fn level_name(&self, of: ComponentId) -> Option<String> {
        let service = &self.replay.blueprint.services[self.outage.service.index()];
        let level = service.levels.iter().find(|level| level.component == of);
        level.map(|level| level.name.clone())
    }

    fn name(&self, of: ComponentId) -> String {
        self.replay.blueprint.components[of.index()].name.clone()
    }

    fn service(&self, of: ServiceId) -> String {
        self.replay.blueprint.services[of.index()].name.clone()
    }
}
