//! Which happenings belong to an outage: the reasons of its every instant, followed back to where each of them began.
//!
//! The rule (`docs/results.md`, *Chains*): a time in which a component was not up belongs to an outage if the component was among
//! the reasons at some instant of the outage, or among the reasons for which a component that belongs to it stopped. Knows
//! nothing of words.

use std::collections::{BTreeMap, BTreeSet};

use super::replay::{Down, Reasons, Replay};
use crate::model::blueprint::Cause;
use crate::model::component::NeedKind;
use crate::model::ids::{CauseId, ComponentId, FirstId, NeedId, ServiceId, Signal};
use crate::simulate::Happening;

/// An outage of a service below a level in one replication, by its places in the happenings.
#[derive(Clone, Copy, Debug)]
pub struct Outage {
    /// Which service.
    pub service: ServiceId,
    /// Below which level (index).
    pub level: usize,
    /// Where it begins.
    pub begin: usize,
    /// Where it ends; `None`: it is open at the end of the replication.
    pub end: Option<usize>,
    /// Its root.
    pub root: CauseId,
}

/// What belongs to one outage.
pub struct Marks<'r, 'b> {
    replay: &'r Replay<'b>,
    outage: Outage,
    /// The last place that is told.
    last: usize,
    downs: BTreeMap<ComponentId, Vec<Down>>,
    waiting: Vec<(ComponentId, Down)>,
    places: BTreeSet<usize>,
}

/// The places of all happenings that belong to an outage, in order.
pub fn mark(replay: &Replay<'_>, outage: Outage) -> BTreeSet<usize> {
    let last = outage
        .end
        .map_or(replay.happenings.len() - 1, |end| replay.instant_end(end));
    let mut marks = Marks {
        replay,
        outage,
        last,
        downs: BTreeMap::new(),
        waiting: Vec::new(),
        places: BTreeSet::new(),
    };
    marks.follow_outage();
    marks.follow_limit();
    marks.follow_back();
    marks.collect();
    marks.add_root();
    marks.places
}

impl Marks<'_, '_> {
    /// The levels of the service that are better than number `below`.
    fn levels(&self, below: usize) -> Vec<Signal> {
        let levels = &self.replay.blueprint.services[self.outage.service.index()].levels;
        let better = levels.iter().take(below);
        better.map(|level| Signal(level.component.0)).collect()
    }

    /// The levels that the service is short of at a place of the outage: also those between its level and the one in force.
    fn missed(&self, at: usize) -> Vec<Signal> {
        let all = self.levels(usize::MAX);
        let in_force = all.iter().position(|&level| self.replay.holds(level, at));
        self.levels(in_force.unwrap_or(all.len()))
    }

    /// The reasons of every instant of the outage.
    fn follow_outage(&mut self) {
        let end = match self.outage.end {
            Some(end) => self.replay.instant_begin(end),
            None => self.replay.happenings.len(),
        };
        let mut at = self.outage.begin;
        while at < end {
            at = self.replay.instant_end(at);
            let reasons = self.replay.reasons(self.missed(at), at);
            self.take(reasons, at);
            at += 1;
        }
    }

    /// An outage that begins because a limited period ends has its reasons where the better levels were lost.
    fn follow_limit(&mut self) {
        let first = self.replay.instant_begin(self.outage.begin);
        let reached = self.replay.happenings[first..=self.outage.begin]
            .iter()
            .any(|(_, what)| matches!(what, Happening::LimitReached(of, level) if *of == self.outage.service && *level <= self.outage.level));
        if !reached {
            return;
        }
        for level in self.levels(self.outage.level) {
            if let Some(down) = self
                .replay
                .down(ComponentId(level.0), first.saturating_sub(1))
            {
                let at = self.replay.instant_end(down.from);
                let reasons = self.replay.reasons([level], at);
                self.take(reasons, at);
            }
        }
        let into = (0..first).rev().find(
            |&at| matches!(self.replay.happenings[at].1, Happening::Level(of, ..) if of == self.outage.service),
        );
        self.places.extend(into);
    }

    /// Notes what was not up at a place.
    fn take(&mut self, reasons: Reasons, at: usize) {
        for component in reasons.components {
            let Some(down) = self.replay.down(component, at) else {
                continue;
            };
            let known = self.downs.entry(component).or_default();
            if !known.contains(&down) {
                known.push(down);
                self.waiting.push((component, down));
            }
        }
        for first in reasons.firsts {
            self.take_moves(first, at);
        }
    }

    /// A switchover had no active entry: what it was doing, up to where it was through.
    fn take_moves(&mut self, first: FirstId, at: usize) {
        let moves = self.replay.moves(first);
        let next = moves.partition_point(|&place| place <= at);
        let done =
            |place: usize| matches!(self.replay.happenings[place].1, Happening::Switched(..));
        if let Some(&begun) = next.checked_sub(1).and_then(|last| moves.get(last))
            && !done(begun)
        {
            self.places.insert(begun);
        }
        for &place in &moves[next..] {
            if place > self.last {
                break;
            }
            self.places.insert(place);
            if done(place) {
                break;
            }
        }
    }

    /// Follows every stop back to its reasons, and those to theirs.
    fn follow_back(&mut self) {
        while let Some((component, down)) = self.waiting.pop() {
            // A level stands for the outage itself: what made a better one unavailable long before is another story.
            if self.levels(usize::MAX).contains(&Signal(component.0)) {
                continue;
            }
            let at = self.replay.instant_end(down.from);
            let reasons = self.replay.reasons([Signal(component.0)], at);
            self.take(reasons, at);
            let needs = self.replay.blueprint.components[component.index()].need_ids();
            for need in needs {
                self.follow_reserve(need, component, down);
            }
        }
    }

    /// A stop after a reserve was drawn upon goes back to what made it be drawn upon.
    fn follow_reserve(&mut self, id: NeedId, component: ComponentId, down: Down) {
        let need = &self.replay.blueprint.needs[id.index()];
        if !matches!(need.kind, NeedKind::Delayed(_)) || self.replay.holds(need.on, down.from) {
            return;
        }
        let of_need = |what: &Happening| matches!(what, Happening::Carried(of, _) | Happening::CarriedOver(of) if *of == id);
        let drawn = (0..down.from)
            .rev()
            .take_while(|&at| self.replay.down(component, at).is_none())
            .find(|&at| of_need(&self.replay.happenings[at].1));
        if let Some(at) = drawn
            && matches!(self.replay.happenings[at].1, Happening::Carried(..))
        {
            self.places.insert(at);
            let at = self.replay.instant_end(at);
            let reasons = self.replay.reasons([need.on], at);
            self.take(reasons, at);
        }
    }

    /// Marks what happened to what belongs to the outage.
    fn collect(&mut self) {
        let downs = self.downs.values().flatten();
        let from = downs
            .map(|down| down.from)
            .min()
            .unwrap_or(self.outage.begin);
        for at in self.replay.instant_begin(from)..=self.last {
            if self.concerns(at) {
                self.places.insert(at);
            }
        }
        self.add_causes();
    }

    fn concerns(&self, at: usize) -> bool {
        let within = |of: ComponentId, at: usize| {
            let downs = self.downs.get(&of);
            downs.is_some_and(|downs| downs.iter().any(|down| down.from <= at && at <= down.to))
        };
        match &self.replay.happenings[at].1 {
            Happening::Failed(mode) => {
                within(self.replay.blueprint.modes[mode.index()].component, at)
            }
            Happening::Struck(of, _)
            | Happening::Damaged(of, _)
            | Happening::Suspended(of, _)
            | Happening::Detected(of)
            | Happening::Dispatched(of, ..)
            | Happening::Repaired(of)
            | Happening::RestartBegan(of, _)
            | Happening::RestartBroken(of)
            | Happening::Up(of)
            | Happening::HazardOver(of)
            | Happening::Bypassed(of)
            | Happening::StockFilled(of) => within(*of, at),
            // What was spent is told just before the stop that follows.
            Happening::StockEmpty(of) => within(*of, at) || within(*of, at + 1),
            Happening::Exhausted(need) => {
                let of = self.replay.blueprint.needs[need.index()].component;
                within(of, at + 1) && !within(of, at)
            }
            Happening::Deadlock(members) => members.iter().any(|&of| within(of, at)),
            Happening::Level(of, ..) | Happening::LimitReached(of, _) => {
                *of == self.outage.service && at >= self.replay.instant_begin(self.outage.begin)
            }
            _ => false,
        }
    }

    /// Marks the shared causes and hazards that struck what is marked.
    fn add_causes(&mut self) {
        let mut causes = Vec::new();
        for &at in &self.places {
            let cause = match self.replay.happenings[at].1 {
                Happening::Struck(_, shock) => Cause::Shock(shock),
                Happening::Damaged(_, hazard) => Cause::Hazard(hazard),
                Happening::Suspended(_, cause) => self.replay.blueprint.cause(cause),
                _ => continue,
            };
            let instant = self.replay.instant_begin(at)..at;
            causes.extend(instant.rev().find(|&at| self.is_coming(at, cause)));
        }
        self.places.extend(causes);
    }

    fn is_coming(&self, at: usize, cause: Cause) -> bool {
        match (&self.replay.happenings[at].1, cause) {
            (Happening::ShockCame(came), Cause::Shock(shock)) => *came == shock,
            (Happening::HazardCame(came), Cause::Hazard(hazard)) => *came == hazard,
            _ => false,
        }
    }

    /// The root is told even where no reason leads to it any more, because it was over before the outage began.
    fn add_root(&mut self) {
        let root = self.replay.blueprint.cause(self.outage.root);
        let end = self.replay.instant_end(self.outage.begin);
        if self.places.range(..=end).any(|&at| self.is_root(at, root)) {
            return;
        }
        let told = (0..=end).rev().find(|&at| self.is_root(at, root));
        self.places.extend(told);
    }

    /// Whether the root of the outage comes about here.
    fn is_root(&self, at: usize, root: Cause) -> bool {
        match (&self.replay.happenings[at].1, root) {
            (Happening::Failed(mode), Cause::Own(own)) => {
                self.replay.blueprint.modes[mode.index()].component == own
            }
            (Happening::StockEmpty(of), Cause::Own(own)) => *of == own,
            (Happening::LimitReached(service, level), Cause::Own(own)) => {
                let levels = &self.replay.blueprint.services[service.index()].levels;
                levels[*level].component == own
            }
            (Happening::SwitchBegan(first, _), Cause::FailBack(back)) => *first == back,
            _ => self.is_coming(at, root),
        }
    }
}
