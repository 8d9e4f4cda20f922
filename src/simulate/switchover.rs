//! Switchovers: which entry of a `First` is active, and how another one takes over (`docs/semantics.md` 15).
//!
//! A repair that is finished while switching cancels the switching, unless the unit repaired would take longer to become active
//! than the switching takes to its end. Knows nothing of what the entries are.

use crate::model::blueprint::Cause;
use crate::model::ids::{CauseId, ComponentId, FirstId, Signal};
use crate::model::structure::FailBack;
use crate::simulate::event::Event;
use crate::simulate::observe::{Happening, Observer};
use crate::simulate::plan::Plan;
use crate::simulate::queue::Queue;
use crate::simulate::world::Run;
use crate::units::{Instant, Span};

/// Lanes of a switchover's stream: the first three at the number of the demand, each other at a number of its own.
mod lane {
    pub(super) const DELAY: usize = 0;
    pub(super) const SUCCESS: usize = 2;
    pub(super) const MANUAL: usize = 4;
    pub(super) const ACTIVATION: usize = 6;
    pub(super) const FAIL_BACK: usize = 8;
}

/// Where a switchover stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    /// This entry is active.
    Active(usize),
    /// On the way to this entry after a demand.
    Switching(usize),
    /// On the way back to this earlier entry.
    Returning(usize),
    /// A demand did not succeed; people are switching by hand.
    Manual,
    /// Nothing was left; this entry, repaired first, is becoming active.
    Activating(usize),
    /// Nothing is active, and nothing is on the way: the first entry repaired becomes active.
    Idle,
}

impl Position {
    /// The entry that is active or on the way to be: no other switchover may have it.
    fn claimed(self) -> Option<usize> {
        match self {
            Self::Active(entry)
            | Self::Switching(entry)
            | Self::Returning(entry)
            | Self::Activating(entry) => Some(entry),
            Self::Manual | Self::Idle => None,
        }
    }
}

#[derive(Clone, Debug)]
struct FirstState {
    position: Position,
    /// Demands so far; the last one's number is one less.
    demands: u32,
    /// Activations of units repaired so far.
    activations: u32,
    /// Fail-backs so far.
    fail_backs: u32,
    /// What began the last demand.
    root: CauseId,
    /// Entries that came up since the switchover stands as it does, and were not taken; the first to come up first.
    repaired: Vec<usize>,
    /// Whether it has to decide at the present settling.
    shaken: bool,
}

/// Positions of all switchovers, and which of them holds each entry.
#[derive(Default)]
pub(super) struct Switchovers {
    states: Vec<FirstState>,
    undecided: Vec<FirstId>,
    /// Of the components that switchovers name: the one in which it is active, or that is on the way to it.
    holders: Vec<Option<FirstId>>,
    /// Entries that another switchover let go, for those that have none.
    released: Queue<(FirstId, usize)>,
    /// Entries that became active since the audit looked last.
    activated: Vec<(FirstId, usize)>,
}

impl Switchovers {
    /// Every switchover takes its first entry that no other one holds.
    pub(super) fn reset(&mut self, plan: &Plan) {
        self.states.clear();
        self.undecided.clear();
        self.released.clear();
        self.activated.clear();
        self.holders.clear();
        self.holders.resize(plan.few.named.len(), None);
        for id in 0..plan.blueprint.structure.firsts.len() {
            let first = FirstId::new(id);
            let free = plan
                .entries(first)
                .iter()
                .position(|&entry| self.is_free(plan, first, entry));
            if let Some(component) = free.and_then(|k| plan.component_of(plan.entries(first)[k])) {
                self.set_holder(plan, component, Some(first));
            }
            self.states.push(FirstState {
                position: free.map_or(Position::Idle, Position::Active),
                demands: 0,
                activations: 0,
                fail_backs: 0,
                root: CauseId(0),
                repaired: Vec::new(),
                shaken: false,
            });
        }
    }

    /// Where the switchover stands.
    pub(super) fn position(&self, first: FirstId) -> Position {
        self.states[first.index()].position
    }

    /// The entry that is active.
    pub(super) fn active(&self, first: FirstId) -> Option<usize> {
        match self.position(first) {
            Position::Active(entry) => Some(entry),
            _ => None,
        }
    }

    /// Whether the entry became active since the audit looked last.
    pub(super) fn was_activated(&self, first: FirstId, entry: usize) -> bool {
        self.activated.contains(&(first, entry))
    }

    /// The audit looks.
    pub(super) fn forget_activated(&mut self) {
        self.activated.clear();
    }

    /// An entry of the switchover fell: it has to decide.
    pub(super) fn shake(&mut self, first: FirstId) {
        let state = &mut self.states[first.index()];
        if !state.shaken {
            state.shaken = true;
            self.undecided.push(first);
        }
    }

    /// The lowest switchover that has to decide.
    pub(super) fn next_undecided(&mut self, plan: &Plan) -> Option<FirstId> {
        let gate = |first: &FirstId| plan.blueprint.structure.firsts[first.index()].gate;
        let lowest = (0..self.undecided.len()).min_by_key(|&at| gate(&self.undecided[at]))?;
        let first = self.undecided.swap_remove(lowest);
        self.states[first.index()].shaken = false;
        Some(first)
    }

    /// The next entry that was let go, and a switchover that names it.
    pub(super) fn next_released(&mut self) -> Option<(FirstId, usize)> {
        self.released.pop()
    }

    /// The switchover in which a component is active, or that is on the way to it.
    pub(super) fn holder(&self, plan: &Plan, component: ComponentId) -> Option<FirstId> {
        self.holders[plan.few.named.place(component.0)?]
    }

    fn set_holder(&mut self, plan: &Plan, component: ComponentId, holder: Option<FirstId>) {
        if let Some(place) = plan.few.named.place(component.0) {
            self.holders[place] = holder;
        }
    }

    /// What began the last demand on the switchover.
    pub(super) fn root(&self, first: FirstId) -> CauseId {
        self.states[first.index()].root
    }

    fn is_free(&self, plan: &Plan, first: FirstId, entry: Signal) -> bool {
        let holder = plan
            .component_of(entry)
            .and_then(|component| self.holder(plan, component));
        holder.is_none_or(|holder| holder == first)
    }
}

impl<O: Observer> Run<'_, '_, O> {
    /// Whether a component is the active entry of a switchover, or named by none.
    #[inline(never)]
    pub(super) fn is_active(&self, component: ComponentId) -> bool {
        let mut named = self.plan.named_by.get(component.index()).iter();
        let switchovers = &self.state.switchovers;
        named.len() == 0 || named.any(|&(first, entry)| switchovers.active(first) == Some(entry))
    }

    fn is_available(&self, first: FirstId, entry: usize) -> bool {
        let signal = self.plan.entries(first)[entry];
        self.state.signals.holds(signal) && self.state.switchovers.is_free(self.plan, first, signal)
    }

    fn first_available(&self, first: FirstId) -> Option<usize> {
        (0..self.plan.entries(first).len()).find(|&entry| self.is_available(first, entry))
    }

    /// The signal of the switchover's gate.
    fn gate_of(&self, first: FirstId) -> Signal {
        let structure = &self.plan.blueprint.structure;
        structure.of_gate(structure.firsts[first.index()].gate)
    }

    /// An entry fell: does the switchover lose what it rests on, or what it is switching to?
    #[inline(never)]
    pub(super) fn decide(&mut self, first: FirstId) {
        match self.state.switchovers.position(first) {
            Position::Active(entry) if !self.is_available(first, entry) => {
                let root = self.state.signals.root(self.plan.entries(first)[entry]);
                self.state.switchovers.states[first.index()].root = root;
                self.set_position(first, Position::Idle);
                self.demand(first);
            }
            Position::Switching(to) | Position::Returning(to) | Position::Activating(to)
                if !self.is_available(first, to) =>
            {
                self.lose_target(first);
            }
            Position::Manual if self.first_available(first).is_none() => {
                self.abandon(first);
            }
            _ => {}
        }
        let signal = self.gate_of(first);
        let idle = self.state.switchovers.active(first).is_none();
        if idle && self.state.signals.holds(signal) {
            self.fall(signal, self.state.switchovers.root(first));
        }
    }

    /// What it was switching to is lost: a unit repaired meanwhile becomes active, else the next entry is tried.
    fn lose_target(&mut self, first: FirstId) {
        match self.repaired(first) {
            Some(entry) => {
                self.activate(first, entry, Instant::NEVER);
            }
            None => self.demand(first),
        }
    }

    /// The first unit repaired since the switchover stands as it does that is still up.
    fn repaired(&self, first: FirstId) -> Option<usize> {
        let repaired = &self.state.switchovers.states[first.index()].repaired;
        let mut still = repaired.iter().copied();
        still.find(|&entry| self.is_available(first, entry))
    }

    /// A demand: the next entry takes over, if there is one and the switchover succeeds.
    fn demand(&mut self, id: FirstId) {
        self.abandon(id);
        let first = &self.plan.blueprint.structure.firsts[id.index()];
        let state = &mut self.state.switchovers.states[id.index()];
        let number = state.demands;
        state.demands += 1;
        let Some(entry) = self.first_available(id) else {
            return;
        };
        if self.luck.uniform(first.stream, number, lane::SUCCESS) >= first.success {
            return self.switch_by_hand(id, number);
        }
        match &first.delay {
            Some(law) => {
                let delay = self.luck.draw(law, first.stream, number, lane::DELAY);
                self.begin_switch(id, Position::Switching(entry), entry, delay);
            }
            None if self.state.signals.holds(self.gate_of(id)) => self.activate_now(id, entry),
            // The one that was becoming active is lost: the next one takes as long.
            None => {
                self.activate(id, entry, Instant::NEVER);
            }
        }
    }

    /// Whatever is on the way is broken off.
    fn abandon(&mut self, first: FirstId) {
        match self.state.switchovers.position(first) {
            Position::Switching(_) | Position::Returning(_) => self.cancel(Event::Switch(first)),
            Position::Manual => self.cancel(Event::Manual(first)),
            Position::Activating(_) => self.cancel(Event::Activate(first)),
            Position::Active(_) | Position::Idle => {}
        }
        self.set_position(first, Position::Idle);
    }

    fn switch_by_hand(&mut self, id: FirstId, number: u32) {
        let first = &self.plan.blueprint.structure.firsts[id.index()];
        self.tell(Happening::SwitchFailed(id));
        if let Some(law) = &first.manual {
            let takes = self.luck.draw(law, first.stream, number, lane::MANUAL);
            self.set_position(id, Position::Manual);
            self.schedule(Event::Manual(id), self.now + takes);
        }
    }

    fn begin_switch(&mut self, first: FirstId, position: Position, entry: usize, delay: Span) {
        self.set_position(first, position);
        self.schedule(Event::Switch(first), self.now + delay);
        self.tell(Happening::SwitchBegan(first, entry));
    }

    fn activate_now(&mut self, first: FirstId, entry: usize) {
        self.set_position(first, Position::Active(entry));
        if self.options.audit {
            self.state.switchovers.activated.push((first, entry));
        }
        self.tell(Happening::Switched(first, entry));
        let signal = self.gate_of(first);
        if !self.state.signals.holds(signal) {
            self.rise(signal);
        }
    }

    /// An entry rose, `signal`: it may be what a switchover without an active entry waits for, or a better one.
    #[inline(never)]
    pub(super) fn entry_rose(&mut self, first: FirstId, signal: Signal) {
        for (entry, &candidate) in self.plan.entries(first).iter().enumerate() {
            if candidate == signal && self.is_available(first, entry) {
                self.offer(first, entry);
            }
        }
    }

    /// An entry became available to a switchover.
    #[inline(never)]
    pub(super) fn offer(&mut self, first: FirstId, entry: usize) {
        if !self.is_available(first, entry) {
            return;
        }
        let deadline = match self.state.switchovers.position(first) {
            Position::Active(active) if entry < active => return self.fail_back(first, entry),
            Position::Idle => Instant::NEVER,
            Position::Switching(_) => self.state.agenda_when(self.plan, Event::Switch(first)),
            Position::Manual => self.state.agenda_when(self.plan, Event::Manual(first)),
            Position::Activating(_) => return self.note_repaired(first, entry),
            Position::Active(_) | Position::Returning(_) => return,
        };
        if !self.activate(first, entry, deadline) {
            self.note_repaired(first, entry);
        }
    }

    /// The unit may be wanted when the one on the way is lost.
    fn note_repaired(&mut self, first: FirstId, entry: usize) {
        let mut repaired =
            std::mem::take(&mut self.state.switchovers.states[first.index()].repaired);
        repaired.retain(|&known| known != entry && self.is_available(first, known));
        repaired.push(entry);
        self.state.switchovers.states[first.index()].repaired = repaired;
    }

    /// The unit repaired first becomes active, if it does so before `deadline`; whether it will.
    fn activate(&mut self, id: FirstId, entry: usize, deadline: Instant) -> bool {
        let first = &self.plan.blueprint.structure.firsts[id.index()];
        let Some(law) = &first.activation else {
            self.abandon(id);
            self.activate_now(id, entry);
            return true;
        };
        let activations = &mut self.state.switchovers.states[id.index()].activations;
        let number = *activations;
        *activations += 1;
        let done = self.now + self.luck.draw(law, first.stream, number, lane::ACTIVATION);
        if done < deadline {
            self.abandon(id);
            self.set_position(id, Position::Activating(entry));
            self.schedule(Event::Activate(id), done);
            self.tell(Happening::SwitchBegan(id, entry));
        }
        done < deadline
    }

    /// An earlier entry is up again: without a delay it takes over unnoticed, else in a round of its own.
    fn fail_back(&mut self, id: FirstId, entry: usize) {
        let first = &self.plan.blueprint.structure.firsts[id.index()];
        match (first.fail_back, &first.delay) {
            (FailBack::Never, _) => {}
            (FailBack::AtOnce, None) => self.activate_now(id, entry),
            (FailBack::AtOnce, Some(_)) => self.schedule(Event::FailBack(id), self.now),
        }
    }

    /// The delay of a switchover is over.
    pub(super) fn on_switch(&mut self, first: FirstId) {
        if let Position::Switching(entry) | Position::Returning(entry) =
            self.state.switchovers.position(first)
        {
            self.arrive(first, entry);
        }
    }

    /// The unit repaired first is active.
    pub(super) fn on_activate(&mut self, first: FirstId) {
        if let Position::Activating(entry) = self.state.switchovers.position(first) {
            self.arrive(first, entry);
        }
    }

    /// Switching by hand is through: the best entry there is becomes active.
    pub(super) fn on_manual(&mut self, first: FirstId) {
        match self.first_available(first) {
            Some(entry) => self.arrive(first, entry),
            // Another switchover took the last one meanwhile.
            None => self.set_position(first, Position::Idle),
        }
    }

    fn arrive(&mut self, first: FirstId, entry: usize) {
        self.activate_now(first, entry);
        let better = (0..entry).find(|&earlier| self.is_available(first, earlier));
        if let Some(earlier) = better {
            self.fail_back(first, earlier);
        }
    }

    /// The active entry hands back to an earlier one, with the delay of a switchover and as a cause of its own.
    pub(super) fn on_fail_back(&mut self, id: FirstId) {
        let Position::Active(active) = self.state.switchovers.position(id) else {
            return;
        };
        let Some(entry) = (0..active).find(|&entry| self.is_available(id, entry)) else {
            return;
        };
        let first = &self.plan.blueprint.structure.firsts[id.index()];
        let fail_backs = &mut self.state.switchovers.states[id.index()].fail_backs;
        let number = *fail_backs;
        *fail_backs += 1;
        let delay = first.delay.as_ref().map_or(Span::ZERO, |law| {
            self.luck.draw(law, first.stream, number, lane::FAIL_BACK)
        });
        let cause = self.plan.blueprint.cause_id(Cause::FailBack(id));
        self.tally_cause(cause);
        self.begin_switch(id, Position::Returning(entry), entry, delay);
        self.fall(self.gate_of(id), cause);
    }

    /// Moves the switchover; entries that become active or idle have their clocks looked at.
    fn set_position(&mut self, first: FirstId, position: Position) {
        let before = self.state.switchovers.position(first);
        if before == position {
            return;
        }
        let state = &mut self.state.switchovers.states[first.index()];
        state.position = position;
        state.repaired.clear();
        if before.claimed() != position.claimed()
            && let Some(entry) = before.claimed()
        {
            self.let_go(first, entry);
        }
        if let Some(component) = self.claimed_component(first, position) {
            let switchovers = &mut self.state.switchovers;
            switchovers.set_holder(self.plan, component, Some(first));
            self.state.items.touch(component);
        }
    }

    fn claimed_component(&self, first: FirstId, position: Position) -> Option<ComponentId> {
        let entry = position.claimed()?;
        self.plan.component_of(self.plan.entries(first)[entry])
    }

    /// An entry is neither active nor to be; other switchovers that name it may take it.
    fn let_go(&mut self, first: FirstId, entry: usize) {
        let Some(component) = self.plan.component_of(self.plan.entries(first)[entry]) else {
            return;
        };
        self.state
            .switchovers
            .set_holder(self.plan, component, None);
        self.state.items.touch(component);
        for &(other, entry) in self.plan.named_by.get(component.index()) {
            if other != first {
                self.state.switchovers.released.push((other, entry));
            }
        }
    }
}
