//! Switchovers (ruling 15).

use ausfall::model::blueprint::Cause;
use ausfall::model::ids::{CauseId, ComponentId, FirstId, Signal};
use ausfall::model::structure::FailBack;
use ausfall::simulate::Happening;
use ausfall::units::{Instant, Span};

use super::{Second, What};

/// Where a switchover stands; the number is that of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    Active(usize),
    Switching(usize),
    /// On the way back to an earlier entry.
    Returning(usize),
    /// People are switching.
    ByHand,
    /// An entry that came up is becoming active.
    Activating(usize),
    /// Nothing is active or on the way.
    Idle,
}

impl Position {
    /// The entry that no other switchover may have meanwhile.
    fn claimed(self) -> Option<usize> {
        match self {
            Self::Active(entry) | Self::Switching(entry) => Some(entry),
            Self::Returning(entry) | Self::Activating(entry) => Some(entry),
            Self::ByHand | Self::Idle => None,
        }
    }
}

#[derive(Clone, Debug)]
pub(super) struct Switch {
    pub position: Position,
    demands: u64,
    activations: u64,
    hand_backs: u64,
    /// What began the last demand.
    pub root: CauseId,
    /// Entries that came up on the way to another one and are still up, the first to come up first.
    came_up: Vec<usize>,
}

impl<'b> Second<'b> {
    pub(super) fn entries(&self, first: FirstId) -> &'b [Signal] {
        let gate = self.b.structure.firsts[first.index()].gate;
        &self.b.structure.gates[gate.index()].inputs
    }

    fn component_at(&self, first: FirstId, entry: usize) -> Option<ComponentId> {
        let signal = self.entries(first)[entry];
        (signal.index() < self.b.components.len()).then_some(ComponentId(signal.0))
    }

    fn gate_of(&self, first: FirstId) -> Signal {
        let structure = &self.b.structure;
        structure.of_gate(structure.firsts[first.index()].gate)
    }

    /// One after the other, each takes its first entry that no earlier one has.
    pub(super) fn begin_switches(&mut self) {
        for id in 0..self.b.structure.firsts.len() {
            let first = FirstId::new(id);
            let free = |&entry: &usize| {
                let component = self.component_at(first, entry);
                component.is_none_or(|component| self.holder(component).is_none())
            };
            let entry = (0..self.entries(first).len()).find(free);
            self.switches.push(Switch {
                position: entry.map_or(Position::Idle, Position::Active),
                demands: 0,
                activations: 0,
                hand_backs: 0,
                root: CauseId(0),
                came_up: Vec::new(),
            });
        }
    }

    /// The switchover that a component is active in, or on the way to be.
    pub(super) fn holder(&self, component: ComponentId) -> Option<FirstId> {
        let firsts = (0..self.switches.len()).map(FirstId::new);
        firsts.into_iter().find(|&first| {
            let claimed = self.switches[first.index()].position.claimed();
            claimed.and_then(|entry| self.component_at(first, entry)) == Some(component)
        })
    }

    /// Whether a component is active: somewhere, if any switchover names it.
    pub(super) fn is_active(&self, component: ComponentId) -> bool {
        let mut named = false;
        for id in 0..self.switches.len() {
            let first = FirstId::new(id);
            for entry in 0..self.entries(first).len() {
                if self.component_at(first, entry) == Some(component) {
                    named = true;
                    if self.switches[id].position == Position::Active(entry) {
                        return true;
                    }
                }
            }
        }
        !named
    }

    /// Whether an entry is up and no other switchover has it.
    fn is_available(&self, first: FirstId, entry: usize) -> bool {
        let component = self.component_at(first, entry);
        let holder = component.and_then(|component| self.holder(component));
        self.holds(self.entries(first)[entry]) && holder.is_none_or(|holder| holder == first)
    }

    fn best(&self, first: FirstId) -> Option<usize> {
        (0..self.entries(first).len()).find(|&entry| self.is_available(first, entry))
    }

    /// The switchover whose gate is lowest, of those that lost an entry.
    pub(super) fn lowest_undecided(&mut self) -> Option<FirstId> {
        let gate = |first: &FirstId| self.b.structure.firsts[first.index()].gate;
        let lowest = *self.undecided.iter().min_by_key(|first| gate(first))?;
        self.undecided.retain(|&first| first != lowest);
        Some(lowest)
    }

    /// Does it lose what is active, or what is on the way?
    pub(super) fn decide(&mut self, first: FirstId) {
        match self.switches[first.index()].position {
            Position::Active(entry) if !self.is_available(first, entry) => {
                let root = self.root[self.entries(first)[entry].index()];
                self.switches[first.index()].root = root;
                self.demand(first);
            }
            Position::Switching(to) | Position::Returning(to) | Position::Activating(to)
                if !self.is_available(first, to) =>
            {
                self.lose_the_chosen(first);
            }
            Position::ByHand if self.best(first).is_none() => self.give_up(first),
            _ => {}
        }
        let signal = self.gate_of(first);
        let active = matches!(self.switches[first.index()].position, Position::Active(_));
        if !active && self.holds(signal) {
            self.fall(signal, self.switches[first.index()].root);
        }
    }

    /// The entry on the way is lost: one that came up meanwhile is activated, else this is a new demand.
    fn lose_the_chosen(&mut self, first: FirstId) {
        let came_up = self.switches[first.index()].came_up.clone();
        let entry = came_up
            .into_iter()
            .find(|&entry| self.is_available(first, entry));
        match entry {
            Some(entry) => self.begin_activation(first, entry, Instant::NEVER),
            None => self.demand(first),
        }
    }

    fn demand(&mut self, id: FirstId) {
        self.give_up(id);
        let first = &self.b.structure.firsts[id.index()];
        let number = self.switches[id.index()].demands;
        self.switches[id.index()].demands += 1;
        let Some(entry) = self.best(id) else {
            return;
        };
        if self.uniform(first.stream, number, 2) >= first.success {
            self.tell(Happening::SwitchFailed(id));
            if let Some(law) = &first.manual {
                let takes = self.draw(law, first.stream, number, 4);
                self.stand(id, Position::ByHand);
                self.set(What::ByHand(id), self.now + takes);
            }
            return;
        }
        match &first.delay {
            Some(law) => {
                let takes = self.draw(law, first.stream, number, 0);
                self.stand(id, Position::Switching(entry));
                self.set(What::Switched(id), self.now + takes);
                self.tell(Happening::SwitchBegan(id, entry));
            }
            None if self.holds(self.gate_of(id)) => self.activate(id, entry),
            None => self.begin_activation(id, entry, Instant::NEVER),
        }
    }

    /// Whatever is on the way is broken off.
    fn give_up(&mut self, first: FirstId) {
        for what in [
            What::Switched(first),
            What::ByHand(first),
            What::Activated(first),
        ] {
            self.stop(what);
        }
        self.stand(first, Position::Idle);
    }

    /// The entry is active from now on.
    fn activate(&mut self, first: FirstId, entry: usize) {
        self.stand(first, Position::Active(entry));
        self.tell(Happening::Switched(first, entry));
        if !self.holds(self.gate_of(first)) {
            self.rise(self.gate_of(first));
        }
    }

    pub(super) fn entry_rose(&mut self, first: FirstId, signal: Signal) {
        let entries = self.entries(first);
        for entry in (0..entries.len()).filter(|&entry| entries[entry] == signal) {
            self.offer(first, entry);
        }
    }

    /// An entry came up, or another switchover let it go.
    pub(super) fn offer(&mut self, first: FirstId, entry: usize) {
        if !self.is_available(first, entry) {
            return;
        }
        let until = match self.switches[first.index()].position {
            Position::Active(active) if entry < active => return self.hand_back(first, entry),
            Position::Active(_) | Position::Returning(_) => return,
            Position::Activating(_) => return self.note(first, entry),
            Position::Idle => None,
            Position::Switching(_) => self.when(What::Switched(first)),
            Position::ByHand => self.when(What::ByHand(first)),
        };
        let on_the_way = self.switches[first.index()].position != Position::Idle;
        let until = until.filter(|_| on_the_way).unwrap_or(Instant::NEVER);
        self.begin_activation(first, entry, until);
    }

    /// An entry that came up becomes active after `activation`, unless what is on the way is there no later.
    fn begin_activation(&mut self, id: FirstId, entry: usize, until: Instant) {
        let first = &self.b.structure.firsts[id.index()];
        let Some(law) = &first.activation else {
            self.give_up(id);
            return self.activate(id, entry);
        };
        let number = self.switches[id.index()].activations;
        self.switches[id.index()].activations += 1;
        let done = self.now + self.draw(law, first.stream, number, 6);
        if done >= until {
            return self.note(id, entry);
        }
        self.give_up(id);
        self.stand(id, Position::Activating(entry));
        self.set(What::Activated(id), done);
        self.tell(Happening::SwitchBegan(id, entry));
    }

    /// The entry came up in vain, so far.
    fn note(&mut self, first: FirstId, entry: usize) {
        let mut came_up = self.switches[first.index()].came_up.clone();
        came_up.retain(|&known| known != entry && self.is_available(first, known));
        came_up.push(entry);
        self.switches[first.index()].came_up = came_up;
    }

    /// An earlier entry is there: without a delay it takes over unnoticed, else by an event of its own.
    fn hand_back(&mut self, id: FirstId, entry: usize) {
        let first = &self.b.structure.firsts[id.index()];
        match (first.fail_back, &first.delay) {
            (FailBack::Never, _) => {}
            (FailBack::AtOnce, None) => self.activate(id, entry),
            (FailBack::AtOnce, Some(_)) => self.set(What::HandsBack(id), self.now),
        }
    }

    pub(super) fn on_hands_back(&mut self, id: FirstId) {
        let Position::Active(active) = self.switches[id.index()].position else {
            return;
        };
        let Some(entry) = self.best(id).filter(|&entry| entry < active) else {
            return;
        };
        let first = &self.b.structure.firsts[id.index()];
        let number = self.switches[id.index()].hand_backs;
        self.switches[id.index()].hand_backs += 1;
        let delay = first
            .delay
            .as_ref()
            .map(|law| self.draw(law, first.stream, number, 8));
        self.stand(id, Position::Returning(entry));
        self.set(What::Switched(id), self.now + delay.unwrap_or(Span::ZERO));
        self.tell(Happening::SwitchBegan(id, entry));
        let cause = self.b.cause_id(Cause::FailBack(id));
        self.count_cause(cause);
        self.fall(self.gate_of(id), cause);
    }

    /// What was on the way is there.
    pub(super) fn on_switched(&mut self, first: FirstId) {
        if let Some(entry) = self.switches[first.index()].position.claimed() {
            self.arrive(first, entry);
        }
    }

    /// People have switched to the best entry there is.
    pub(super) fn on_by_hand(&mut self, first: FirstId) {
        match self.best(first) {
            Some(entry) => self.arrive(first, entry),
            None => self.stand(first, Position::Idle),
        }
    }

    fn arrive(&mut self, first: FirstId, entry: usize) {
        self.activate(first, entry);
        if let Some(earlier) = self.best(first).filter(|&best| best < entry) {
            self.hand_back(first, earlier);
        }
    }

    /// The switchover stands so from now on; the entry that it lets go is offered to the others that name it.
    fn stand(&mut self, first: FirstId, position: Position) {
        let before = self.switches[first.index()].position;
        if before == position {
            return;
        }
        self.switches[first.index()].position = position;
        self.switches[first.index()].came_up.clear();
        let component = |entry| self.component_at(first, entry);
        let let_go = before
            .claimed()
            .filter(|_| before.claimed() != position.claimed());
        let (let_go, claimed) = (
            let_go.and_then(component),
            position.claimed().and_then(component),
        );
        if let Some(component) = let_go {
            self.change(component);
            self.offer_to_others(first, component);
        }
        if let Some(component) = claimed {
            self.change(component);
        }
    }

    fn offer_to_others(&mut self, first: FirstId, component: ComponentId) {
        for other in (0..self.switches.len()).map(FirstId::new) {
            for entry in 0..self.entries(other).len() {
                if other != first && self.component_at(other, entry) == Some(component) {
                    self.offered.push_back((other, entry));
                }
            }
        }
    }
}
