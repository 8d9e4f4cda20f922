//! Deadlocks: components that wait for one another, and how people break them (`docs/semantics.md` 3).
//!
//! Looks when an instant is over in which something changed that stands in a loop of needs or rests on one. Knows nothing of repair.

use crate::model::Blueprint;
use crate::model::ids::{ComponentId, NeedId, Signal};
use crate::simulate::component::Condition;
use crate::simulate::event::Event;
use crate::simulate::naive;
use crate::simulate::observe::{Happening, Observer};
use crate::simulate::plan::{Plan, up};
use crate::simulate::world::Run;

/// Which components are known to wait for one another.
#[derive(Default)]
pub(super) struct Deadlocks {
    locked: Vec<bool>,
    suspected: bool,
}

impl Deadlocks {
    /// Nothing is locked.
    pub(super) fn reset(&mut self, components: usize) {
        self.locked.clear();
        self.locked.resize(components, false);
        self.suspected = false;
    }

    /// A component on a loop changed its condition, if only within the instant, or was started by hand, or a place is accessible again.
    pub(super) fn suspect(&mut self) {
        self.suspected = true;
    }
}

/// What could stand and what will rise, both as truth values of all signals.
struct Prospects {
    could_stand: Vec<bool>,
    will_rise: Vec<bool>,
}

impl<O: Observer> Run<'_, '_, O> {
    /// The instant is over: names the components that no repair would ever raise, if any is suspected.
    pub(super) fn record_deadlocks(&mut self) -> bool {
        if !std::mem::take(&mut self.state.deadlocks.suspected) {
            return false;
        }
        let prospects = self.prospects();
        let stuck = |id: usize| prospects.could_stand[id] && !prospects.will_rise[id];
        for id in 0..self.state.items.len() {
            if self.state.deadlocks.locked[id] && !stuck(id) {
                self.state.deadlocks.locked[id] = false;
                self.cancel(Event::Bypass(ComponentId::new(id)));
            }
        }
        let blueprint = self.plan.blueprint;
        for members in loops(blueprint, |id| !stuck(id)) {
            self.judge(members);
        }
        true
    }

    /// A loop of stuck components is a deadlock once none of its members is failed or stands in a place that is taken.
    fn judge(&mut self, members: Vec<ComponentId>) {
        let busy = |&id: &ComponentId| {
            self.state.items.condition(id) == Condition::Failed || !self.is_accessible(id)
        };
        let known = members
            .iter()
            .all(|id| self.state.deadlocks.locked[id.index()]);
        if known || members.iter().any(busy) {
            return;
        }
        for &member in &members {
            let fresh = !std::mem::replace(&mut self.state.deadlocks.locked[member.index()], true);
            let after = self.plan.blueprint.components[member.index()].bypass_after;
            if let (true, Some(after)) = (fresh, after) {
                self.schedule(Event::Bypass(member), self.now + after);
            }
        }
        if self.is_counted() {
            self.state
                .outcome
                .deadlocks
                .push((self.now, members.clone()));
        }
        self.tell(Happening::Deadlock(members));
    }

    /// People bring up a component of a deadlock by hand: what it needs of the others counts as met until it first is. There is nothing
    /// to do if it no longer waits for them.
    pub(super) fn on_bypass(&mut self, component: ComponentId) {
        let prospects = self.prospects();
        let stuck = |signal: usize| prospects.could_stand[signal] && !prospects.will_rise[signal];
        if !stuck(component.index()) {
            return;
        }
        for need in self.plan.blueprint.components[component.index()].need_ids() {
            let on = self.plan.blueprint.needs[need.index()].on.index();
            if stuck(on) && !self.state.autonomies.is_bypassed(need) {
                self.state.autonomies.bypass(need);
                self.state.items.gain_need(component);
                self.note_work(component);
            }
        }
        self.state.deadlocks.suspect();
        self.tell(Happening::Bypassed(component));
    }

    /// Every fault taken as repaired: what could stand together, and what will rise from what is up or restarting.
    fn prospects(&self) -> Prospects {
        let plan = self.plan;
        let count = self.state.items.len();
        let mut stands = vec![true; count];
        let could_stand = fix(
            plan,
            &mut stands,
            |stands, id, met| stands[id] && !met,
            |need| self.state.autonomies.is_bypassed(need),
        );
        let condition = |id| self.state.items.condition(ComponentId::new(id));
        let rising = |id| matches!(condition(id), Condition::Up | Condition::Restarting);
        let mut rises: Vec<_> = (0..count).map(rising).collect();
        let will_rise = fix(
            plan,
            &mut rises,
            |rises, id, met| !rises[id] && met,
            |need| self.state.autonomies.is_bypassed(need),
        );
        Prospects {
            could_stand,
            will_rise,
        }
    }
}

/// Flips components for as long as `flips(state, component, all needs met)` says so; the truth of all signals then.
fn fix(
    plan: &Plan,
    state: &mut [bool],
    flips: impl Fn(&[bool], usize, bool) -> bool,
    bypassed: impl Fn(NeedId) -> bool,
) -> Vec<bool> {
    let blueprint = plan.blueprint;
    loop {
        let truth = naive::hopeful_gates(plan, state);
        let met = |need: NeedId| truth[blueprint.needs[need.index()].on.index()] || bypassed(need);
        let flipping: Vec<_> = (0..state.len())
            .filter(|&id| flips(state, id, blueprint.components[id].need_ids().all(met)))
            .collect();
        if flipping.is_empty() {
            return truth;
        }
        flipping.into_iter().for_each(|id| state[id] = !state[id]);
    }
}

/// Per component: whether it stands in a loop of needs or rests on one, so that it may be stuck.
pub(super) fn components_on_loops(blueprint: &Blueprint) -> Vec<bool> {
    let structure = &blueprint.structure;
    let mut on_loop = vec![false; structure.signals()];
    let mut waiting: Vec<Signal> = Vec::new();
    for members in loops(blueprint, |_| false) {
        waiting.extend(members.into_iter().map(up));
    }
    while let Some(signal) = waiting.pop() {
        if !std::mem::replace(&mut on_loop[signal.index()], true) {
            let gates = structure.above(signal).iter();
            waiting.extend(gates.map(|&gate| structure.of_gate(gate)));
            let needs = structure.needs_on(signal).iter();
            waiting.extend(needs.map(|need| up(blueprint.needs[need.index()].component)));
        }
    }
    on_loop.truncate(blueprint.components.len());
    on_loop
}

/// The signals that a signal rests on.
fn below(blueprint: &Blueprint, signal: usize) -> Vec<Signal> {
    match signal.checked_sub(blueprint.components.len()) {
        Some(gate) => blueprint.structure.gates[gate].inputs.clone(),
        None => {
            let needs = blueprint.components[signal].need_ids();
            needs.map(|need| blueprint.needs[need.index()].on).collect()
        }
    }
}

/// Where the depth-first search stands at one signal.
struct Frame {
    signal: usize,
    below: Vec<Signal>,
    next: usize,
}

/// The loops among the components that `left_out` does not name: strongly connected components of the needs (Tarjan 1972),
/// those of one signal only if it needs itself; members in ascending order, loops by their first member.
fn loops(blueprint: &Blueprint, left_out: impl Fn(usize) -> bool) -> Vec<Vec<ComponentId>> {
    let (components, signals) = (blueprint.components.len(), blueprint.structure.signals());
    let skip = |signal: usize| signal < components && left_out(signal);
    let mut search = Search::new(signals);
    for root in 0..components {
        if !skip(root) && search.order[root] == 0 {
            search.enter(blueprint, root);
            while search.step(blueprint, &skip) {}
        }
    }
    let mut loops: Vec<Vec<_>> = search
        .found
        .into_iter()
        .map(|members| {
            members
                .into_iter()
                .filter(|&id| id < components)
                .map(ComponentId::new)
                .collect()
        })
        .collect();
    loops.iter_mut().for_each(|members| members.sort_unstable());
    loops.retain(|members| !members.is_empty());
    loops.sort_unstable();
    loops
}

/// Tarjan's search with a stack of its own, so that deep models cost memory and not the program's stack.
struct Search {
    /// Per signal: when it was entered; 0: never.
    order: Vec<usize>,
    low: Vec<usize>,
    on_path: Vec<bool>,
    path: Vec<usize>,
    frames: Vec<Frame>,
    entered: usize,
    found: Vec<Vec<usize>>,
}

impl Search {
    fn new(signals: usize) -> Self {
        Self {
            order: vec![0; signals],
            low: vec![0; signals],
            on_path: vec![false; signals],
            path: Vec::new(),
            frames: Vec::new(),
            entered: 0,
            found: Vec::new(),
        }
    }

    fn enter(&mut self, blueprint: &Blueprint, signal: usize) {
        self.entered += 1;
        self.order[signal] = self.entered;
        self.low[signal] = self.entered;
        self.on_path[signal] = true;
        self.path.push(signal);
        self.frames.push(Frame {
            signal,
            below: below(blueprint, signal),
            next: 0,
        });
    }

    /// Goes one edge further; `false` when the search is over.
    fn step(&mut self, blueprint: &Blueprint, skip: &impl Fn(usize) -> bool) -> bool {
        let Some(frame) = self.frames.last_mut() else {
            return false;
        };
        let signal = frame.signal;
        let Some(next) = frame.below.get(frame.next).map(|next| next.index()) else {
            self.leave(signal);
            return true;
        };
        frame.next += 1;
        if skip(next) {
            return true;
        }
        if self.order[next] == 0 {
            self.enter(blueprint, next);
        } else if self.on_path[next] {
            self.low[signal] = self.low[signal].min(self.order[next]);
        }
        true
    }

    fn leave(&mut self, signal: usize) {
        let needs_itself = self
            .frames
            .pop()
            .is_some_and(|frame| frame.below.iter().any(|below| below.index() == signal));
        if let Some(above) = self.frames.last() {
            let above = above.signal;
            self.low[above] = self.low[above].min(self.low[signal]);
        }
        if self.low[signal] != self.order[signal] {
            return;
        }
        let from = self.path.iter().rposition(|&on| on == signal).unwrap_or(0);
        let members = self.path.split_off(from);
        members
            .iter()
            .for_each(|&member| self.on_path[member] = false);
        if members.len() > 1 || needs_itself {
            self.found.push(members);
        }
    }
}
