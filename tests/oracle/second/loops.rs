//! Deadlocks and how people break them (ruling 3).

use ausfall::model::Blueprint;
use ausfall::model::ids::{ComponentId, NeedId};
use ausfall::simulate::Happening;

use super::things::Condition;
use super::{Second, What};

/// What stands under a signal: what a component needs, or the inputs of a gate.
fn beneath(b: &Blueprint, signal: usize) -> Vec<usize> {
    match signal.checked_sub(b.components.len()) {
        None => {
            let needs = b.components[signal].need_ids();
            needs.map(|need| b.needs[need.index()].on.index()).collect()
        }
        Some(gate) => {
            let inputs = b.structure.gates[gate].inputs.iter();
            inputs.map(|input| input.index()).collect()
        }
    }
}

/// What a component reaches downwards by at least one step, over gates and the components that `within` lets in.
fn reaches(b: &Blueprint, from: usize, within: &impl Fn(usize) -> bool) -> Vec<bool> {
    let mut reached = vec![false; b.structure.signals()];
    let mut waiting = vec![from];
    while let Some(signal) = waiting.pop() {
        for next in beneath(b, signal) {
            let open = next >= b.components.len() || within(next);
            if open && !reached[next] {
                reached[next] = true;
                waiting.push(next);
            }
        }
    }
    reached
}

/// The loops of needs among some components: those that reach one another; members ascending, loops by their first member.
fn loops(b: &Blueprint, within: impl Fn(usize) -> bool) -> Vec<Vec<ComponentId>> {
    let members: Vec<usize> = (0..b.components.len()).filter(|&id| within(id)).collect();
    let reached: Vec<_> = members.iter().map(|&id| reaches(b, id, &within)).collect();
    let mut loops: Vec<Vec<ComponentId>> = Vec::new();
    for (at, &one) in members.iter().enumerate() {
        let with_it = |&&(other, from): &&(&usize, &Vec<bool>)| reached[at][*other] && from[one];
        let pairs: Vec<_> = members.iter().zip(&reached).collect();
        let found: Vec<_> = pairs
            .iter()
            .filter(with_it)
            .map(|(id, _)| ComponentId::new(**id))
            .collect();
        if found.first().is_some_and(|first| first.index() == one) {
            loops.push(found);
        }
    }
    loops
}

/// Per component: whether it stands in a loop of needs.
pub(super) fn in_loops(b: &Blueprint) -> Vec<bool> {
    (0..b.components.len())
        .map(|id| reaches(b, id, &|_| true)[id])
        .collect()
}

impl Second<'_> {
    /// The instant is over: who waits for whom for ever?
    pub(super) fn record_deadlocks(&mut self) {
        let down = |id: &usize| {
            self.in_loop[*id] && self.condition(ComponentId::new(*id)) != Condition::Up
        };
        if !(0..self.things.len()).any(|id| down(&id)) {
            for id in 0..self.locked.len() {
                self.unlock(id);
            }
            return;
        }
        let stuck = self.stuck();
        let free = (0..self.locked.len()).filter(|&id| !stuck[id]);
        free.for_each(|id| self.unlock(id));
        for members in loops(self.b, |id| stuck[id]) {
            let known = members.iter().all(|id| self.locked[id.index()]);
            let busy = members
                .iter()
                .any(|&id| self.condition(id) == Condition::Failed || !self.is_accessible(id));
            if !known && !busy {
                self.lock(members);
            }
        }
    }

    fn unlock(&mut self, id: usize) {
        if std::mem::take(&mut self.locked[id]) {
            self.stop(What::Bypass(ComponentId::new(id)));
        }
    }

    fn lock(&mut self, members: Vec<ComponentId>) {
        for &member in &members {
            let fresh = !std::mem::replace(&mut self.locked[member.index()], true);
            let after = self.b.components[member.index()].bypass_after;
            if let (true, Some(after)) = (fresh, after) {
                self.set(What::Bypass(member), self.now + after);
            }
        }
        self.tell(Happening::Deadlock(members));
    }

    /// Per signal: whether it could stand with every fault repaired, but will never rise.
    fn stuck(&self) -> Vec<bool> {
        let any_entry = |first, truth: &[bool]| {
            let mut entries = self.entries(first).iter();
            entries.any(|entry| truth[entry.index()])
        };
        let all_met = |truth: &[bool], id: usize| {
            let met = |need: NeedId| {
                truth[self.b.needs[need.index()].on.index()] || self.charges[need.index()].bypassed
            };
            self.b.components[id].need_ids().all(met)
        };
        let count = self.things.len();
        let mut stands = vec![true; count];
        let could_stand = loop {
            let truth = self.gates_if(stands.clone(), any_entry);
            let Some(falls) = (0..count).find(|&id| stands[id] && !all_met(&truth, id)) else {
                break truth;
            };
            stands[falls] = false;
        };
        let rises_now = |thing: &super::things::Thing| {
            matches!(thing.condition, Condition::Up | Condition::Restarting)
        };
        let mut rises: Vec<bool> = self.things.iter().map(rises_now).collect();
        let will_rise = loop {
            let truth = self.gates_if(rises.clone(), any_entry);
            let Some(next) = (0..count).find(|&id| !rises[id] && all_met(&truth, id)) else {
                break truth;
            };
            rises[next] = true;
        };
        let pairs = could_stand.iter().zip(&will_rise);
        pairs.map(|(&could, &will)| could && !will).collect()
    }

    /// What a component needs of the stuck ones counts as met until it first is; if it is stuck no longer, there is nothing to do.
    pub(super) fn on_bypass(&mut self, component: ComponentId) {
        let stuck = self.stuck();
        if !stuck[component.index()] {
            return;
        }
        for need in self.b.components[component.index()].need_ids() {
            if stuck[self.b.needs[need.index()].on.index()] {
                self.charges[need.index()].bypassed = true;
            }
        }
        self.tell(Happening::Bypassed(component));
        if self.missing(component) == 0 {
            self.candidates.push_back(component);
        }
    }
}
