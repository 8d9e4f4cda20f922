//! Settling: after each event the structure comes to rest (`docs/semantics.md` 2).
//!
//! First everything falls that cannot stand: a work list from what fell computes the greatest set consistent with the needs.
//! Wherever the list is empty, one switchover that lost its active entry decides, those lowest in the structure first, so that
//! a standby that is ready takes over before anything above falls. Then what is down rises on what is up. For monotone needs
//! neither result depends on the order (Knaster–Tarski).
//! Knows nothing of repair, people or results.

use crate::model::ids::{CauseId, ComponentId, GateId, NeedId, Signal};
use crate::simulate::component::Condition;
use crate::simulate::observe::{Happening, Observer};
use crate::simulate::plan::{Follower, up};
use crate::simulate::tables::Rule;
use crate::simulate::world::Run;

impl<O: Observer> Run<'_, '_, O> {
    /// Brings the structure to rest after an event.
    pub(super) fn settle(&mut self) {
        self.come_to_rest();
        self.refresh_touched();
    }

    /// The same, but for the clocks.
    pub(super) fn come_to_rest(&mut self) {
        self.settle_down();
        self.audit_positions();
        self.settle_up();
        if self.options.audit {
            self.audit();
        }
    }

    /// Falls until everything that is up can stand.
    fn settle_down(&mut self) {
        loop {
            while let Some(signal) = self.state.signals.next_fallen() {
                self.walk_fall(signal);
            }
            match self.state.switchovers.next_undecided(self.plan) {
                Some(first) => self.decide(first),
                None => break,
            }
        }
    }

    /// Rises until nothing more can start.
    fn settle_up(&mut self) {
        loop {
            if let Some(signal) = self.state.signals.next_risen() {
                self.walk_rise(signal);
            } else if let Some(component) = self.state.items.next_candidate() {
                self.try_start(component);
            } else if let Some((first, entry)) = self.state.switchovers.next_released() {
                self.offer(first, entry);
            } else {
                break;
            }
        }
    }

    /// `signal` falls: it is walked from at the next settling.
    pub(super) fn fall(&mut self, signal: Signal, root: CauseId) {
        self.state.signals.fall(signal, root);
        self.note_flip(signal);
    }

    /// `signal` rises.
    pub(super) fn rise(&mut self, signal: Signal) {
        self.state.signals.rise(signal);
        self.note_flip(signal);
    }

    fn walk_fall(&mut self, signal: Signal) {
        let root = self.state.signals.root(signal);
        let (gates, needs) = self.plan.links.above(signal);
        for &gate in gates {
            if self.gate_falls(gate) {
                self.fall(self.plan.blueprint.structure.of_gate(gate), root);
            }
        }
        for &need in needs {
            self.need_shaken(need, signal, root);
        }
    }

    /// Takes one input from `gate`; whether it falls by that. A switchover only notes that it has to decide.
    fn gate_falls(&mut self, gate: GateId) -> bool {
        let signal = self.plan.blueprint.structure.of_gate(gate);
        let left = self.state.signals.lose_input(gate);
        let falls = match self.plan.rules[gate.index()] {
            Rule::AtLeast(enough) => left < enough,
            Rule::First(first) => {
                self.state.switchovers.shake(first);
                false
            }
            Rule::Reach(reach) => {
                let holds = self.state.signals.holds(signal);
                let truth = self.state.signals.truth();
                holds && self.state.reaches.breaks(self.plan, reach, truth)
            }
        };
        falls && self.state.signals.holds(signal)
    }

    /// A signal that `need` rests on fell.
    #[inline(never)]
    fn need_shaken(&mut self, id: NeedId, signal: Signal, root: CauseId) {
        let need = &self.plan.blueprint.needs[id.index()];
        let component = need.component;
        if need.on == signal {
            self.state.items.lose_need(component);
            self.note_work(component);
        }
        self.state.autonomies.touch(self.plan, id);
        match self.state.items.condition(component) {
            Condition::Up if !self.carries_on(id) => self.suspend(component, root),
            Condition::Restarting if need.on == signal => self.break_restart(component),
            _ => {}
        }
    }

    fn walk_rise(&mut self, signal: Signal) {
        let (gates, needs) = self.plan.links.above(signal);
        for &gate in gates {
            self.gate_gains(gate, signal);
        }
        for &need in needs {
            self.need_restored(need, signal);
        }
    }

    /// Gives one input to `gate`, which may rise by that.
    fn gate_gains(&mut self, gate: GateId, input: Signal) {
        let signal = self.plan.blueprint.structure.of_gate(gate);
        let holding = self.state.signals.gain_input(gate);
        let holds = self.state.signals.holds(signal);
        let rises = match self.plan.rules[gate.index()] {
            Rule::AtLeast(enough) => !holds && holding >= enough,
            Rule::First(first) => return self.entry_rose(first, input),
            Rule::Reach(reach) => {
                let truth = self.state.signals.truth();
                !holds && self.state.reaches.joins(self.plan, reach, truth)
            }
        };
        if rises {
            self.rise(signal);
        }
    }

    #[inline(never)]
    fn need_restored(&mut self, id: NeedId, signal: Signal) {
        let need = &self.plan.blueprint.needs[id.index()];
        self.state.autonomies.touch(self.plan, id);
        if need.on == signal && !self.state.autonomies.end_bypass(id) {
            self.state.items.gain_need(need.component);
            self.note_work(need.component);
        }
    }

    /// Starts a component that is down, not failed, and has all it needs.
    fn try_start(&mut self, component: ComponentId) {
        if !self.state.items.may_start(component) {
            return;
        }
        let owed = self.state.items.restart_owed(self.plan, component);
        if owed.micros() > 0 {
            self.begin_restart(component, owed);
        } else {
            self.join(component);
        }
    }

    /// A component joins those that are up.
    pub(super) fn join(&mut self, component: ComponentId) {
        self.set_up(component);
        self.rise(up(component));
        self.tell(Happening::Up(component));
    }

    /// Tells those who follow `signal` that it flipped; they look when the instant is over.
    fn note_flip(&mut self, signal: Signal) {
        for &follower in self.plan.links.followers(signal) {
            match follower {
                Follower::Service(service) => self.state.services.shake(service),
                Follower::Watch(watch) => self.state.watches.shake(watch),
                Follower::Organisation(organisation) => self.state.losses.shake(organisation),
                Follower::Hotline(hotline) => self.state.hotlines.shake(hotline),
            }
        }
    }
}
