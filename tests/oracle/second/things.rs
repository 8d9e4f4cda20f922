//! Components, the ages of their modes, autonomies and stocks (rulings 5–7, 10, 11).

use std::collections::BTreeSet;

use ausfall::model::blueprint::Cause;
use ausfall::model::component::{Component, NeedKind, Recharge, Standby};
use ausfall::model::ids::{CauseId, ComponentId, ModeId, NeedId};
use ausfall::simulate::Happening;
use ausfall::units::{Instant, Span};

use super::{Second, What, up};

/// What a component is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Condition {
    #[default]
    Up,
    Restarting,
    Suspended,
    Failed,
}

/// What keeps a component down besides a fault and missing needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Held {
    /// Its place is taken.
    Taken,
    /// Its stock is empty.
    Empty,
    /// The period of a level is over.
    Over,
    /// A better level is in force.
    StoodDown,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Thing {
    pub condition: Condition,
    pub held: BTreeSet<Held>,
    /// The restart that stands before it is up.
    pub owed: Span,
    pub suspensions: u64,
    pub strikes: u64,
}

/// The clock of a mode: age left at an instant, and how fast it is lived.
#[derive(Clone, Debug)]
pub(super) struct Age {
    pub failures: u64,
    left: Span,
    since: Instant,
    speed: f64,
}

/// What a charge is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Doing {
    #[default]
    Rests,
    Carries,
    Charges,
}

/// The charge of an autonomy; of other needs only the bypass matters.
#[derive(Clone, Debug)]
pub(super) struct Charge {
    doing: Doing,
    charge: f64,
    since: Instant,
    takes: Span,
    uses: u64,
    recharges: u64,
    root: CauseId,
    pub bypassed: bool,
}

impl Default for Charge {
    fn default() -> Self {
        Self {
            doing: Doing::Rests,
            charge: 1.0,
            since: Instant::START,
            takes: Span::ZERO,
            uses: 0,
            recharges: 0,
            root: CauseId(0),
            bypassed: false,
        }
    }
}

/// A stock: running time left, and since when it is spent.
#[derive(Clone, Debug)]
pub(super) struct Tank {
    left: Span,
    since: Option<Instant>,
    orders: u64,
    ordered: bool,
}

impl Tank {
    pub(super) fn full(of: &Component) -> Self {
        Self {
            left: of.stock.as_ref().map_or(Span::ZERO, |stock| stock.autonomy),
            since: None,
            orders: 0,
            ordered: false,
        }
    }
}

impl Second<'_> {
    pub(super) fn condition(&self, component: ComponentId) -> Condition {
        self.things[component.index()].condition
    }

    /// The component is in this condition from now on.
    pub(super) fn enter(&mut self, component: ComponentId, condition: Condition) {
        self.things[component.index()].condition = condition;
        self.change(component);
    }

    pub(super) fn change(&mut self, component: ComponentId) {
        if !self.changed.contains(&component) {
            self.changed.push(component);
        }
    }

    pub(super) fn stir(&mut self, need: NeedId) {
        if !self.stirred.contains(&need) {
            self.stirred.push(need);
        }
    }

    pub(super) fn begin_ages(&mut self) {
        for mode in &self.b.modes {
            let left = mode
                .fails
                .as_ref()
                .map(|law| self.draw_first(law, mode.stream));
            self.ages.push(Age {
                failures: 0,
                left: left.unwrap_or(Span::MAX),
                since: self.now,
                speed: 0.0,
            });
        }
        (0..self.b.components.len()).for_each(|id| self.change(ComponentId::new(id)));
    }

    pub(super) fn on_fails(&mut self, mode: ModeId) {
        let component = self.b.modes[mode.index()].component;
        self.fail(component, Cause::Own(component), Happening::Failed(mode));
        let index = self.ages[mode.index()].failures;
        self.need_repair(component, Some(mode), true, index, (component.0, 0));
    }

    /// The component is failed from now on.
    pub(super) fn fail(&mut self, component: ComponentId, cause: Cause, what: Happening) {
        self.tell(what);
        self.count_failure(component);
        let before = self.condition(component);
        self.enter(component, Condition::Failed);
        match before {
            Condition::Up => self.fall(up(component), self.b.cause_id(cause)),
            Condition::Restarting => self.stop(What::Restarted(component)),
            Condition::Suspended | Condition::Failed => {}
        }
    }

    /// The fault is mended: with its needs the component starts, without it is suspended.
    pub(super) fn recover(&mut self, component: ComponentId, restart: Span) {
        self.tell(Happening::Repaired(component));
        self.enter(component, Condition::Suspended);
        let thing = &mut self.things[component.index()];
        thing.owed = thing.owed.max(restart);
        if self.missing(component) == 0 && self.things[component.index()].held.is_empty() {
            self.candidates.push_back(component);
        } else {
            self.owe_restart(component);
            self.tell(Happening::Suspended(
                component,
                self.root[component.index()],
            ));
        }
    }

    pub(super) fn suspend(&mut self, component: ComponentId, root: CauseId) {
        self.enter(component, Condition::Suspended);
        self.owe_restart(component);
        self.fall(up(component), root);
        self.tell(Happening::Suspended(component, root));
    }

    /// Draws the restart of this suspension; of two owed the longer one counts.
    fn owe_restart(&mut self, component: ComponentId) {
        let what = &self.b.components[component.index()];
        let number = self.things[component.index()].suspensions;
        if let Some(law) = &what.restart {
            let drawn = self.draw(law, what.restart_stream, number, 0);
            let thing = &mut self.things[component.index()];
            thing.owed = thing.owed.max(drawn);
        }
        self.things[component.index()].suspensions += 1;
    }

    pub(super) fn begin_restart(&mut self, component: ComponentId, owed: Span) {
        self.enter(component, Condition::Restarting);
        self.set(What::Restarted(component), self.now + owed);
        self.tell(Happening::RestartBegan(component, self.now + owed));
    }

    pub(super) fn break_restart(&mut self, component: ComponentId) {
        self.stop(What::Restarted(component));
        self.enter(component, Condition::Suspended);
        self.tell(Happening::RestartBroken(component));
    }

    /// Something holds the component down, whatever it is doing.
    pub(super) fn hold_down(&mut self, component: ComponentId, by: Held, root: CauseId) {
        self.things[component.index()].held.insert(by);
        match self.condition(component) {
            Condition::Up => self.suspend(component, root),
            Condition::Restarting => self.break_restart(component),
            Condition::Suspended | Condition::Failed => {}
        }
    }

    pub(super) fn let_up(&mut self, component: ComponentId, by: Held) {
        if self.things[component.index()].held.remove(&by) {
            self.candidates.push_back(component);
        }
    }

    /// A whole new life of a mode.
    pub(super) fn renew(&mut self, id: ModeId) {
        let mode = &self.b.modes[id.index()];
        let number = self.ages[id.index()].failures + 1;
        let left = mode
            .fails
            .as_ref()
            .map(|law| self.draw(law, mode.stream, number, 0));
        let age = &mut self.ages[id.index()];
        age.failures = number;
        age.left = left.unwrap_or(age.left);
        age.since = self.now;
    }

    /// Clocks follow what is at rest: first where something changed, in that order, then a look at everything.
    pub(super) fn set_clocks(&mut self) {
        for component in std::mem::take(&mut self.changed) {
            self.set_ages(component);
            let needs = self.b.components[component.index()].need_ids();
            needs.for_each(|need| self.stir(need));
        }
        (0..self.things.len()).for_each(|id| self.set_ages(ComponentId::new(id)));
        let stirred = std::mem::take(&mut self.stirred);
        let all = (0..self.charges.len()).map(NeedId::new);
        stirred
            .into_iter()
            .chain(all)
            .for_each(|need| self.set_charge(need));
    }

    fn set_ages(&mut self, component: ComponentId) {
        let what = &self.b.components[component.index()];
        let condition = self.condition(component);
        let runs = condition == Condition::Up && self.is_active(component);
        let speed = match (condition, what.standby) {
            (Condition::Up, _) if runs => 1.0,
            (Condition::Up, Standby::Hot) => 1.0,
            (Condition::Up, Standby::Warm(share)) => share,
            _ => 0.0,
        };
        for id in what.mode_ids() {
            let always = self.b.modes[id.index()].ages_always && condition != Condition::Failed;
            self.set_age(id, if always { 1.0 } else { speed });
        }
        if what.stock.is_some() {
            self.run_tank(component, runs);
        }
    }

    /// Age left is kept in whole microseconds, rounded where the speed changes; the mode strikes at the first one that completes it.
    fn set_age(&mut self, id: ModeId, speed: f64) {
        let (now, age) = (self.now, &mut self.ages[id.index()]);
        if self.b.modes[id.index()].fails.is_none() || age.speed == speed {
            return;
        }
        let lived = ((now - age.since).micros() as f64 * age.speed).round() as i64;
        let left = (age.left.micros() - lived).max(0);
        (age.left, age.since, age.speed) = (Span::from_micros(left), now, speed);
        if speed > 0.0 {
            let wait = (left as f64 / speed).ceil() as i64;
            self.set(What::Fails(id), now + Span::from_micros(wait));
        } else {
            self.stop(What::Fails(id));
        }
    }

    fn is_met(&self, id: NeedId) -> bool {
        self.holds(self.b.needs[id.index()].on) || self.charges[id.index()].bypassed
    }

    /// Whether a component that is up may stay so as far as this need goes.
    pub(super) fn stands_by(&self, id: NeedId) -> bool {
        self.is_met(id)
            || match &self.b.needs[id.index()].kind {
                NeedKind::Hard => false,
                NeedKind::ToStart => true,
                NeedKind::Delayed(autonomy) => {
                    let carried = autonomy.carried_by.is_none_or(|by| self.holds(by));
                    let left = self.charges[id.index()].doing == Doing::Carries
                        || self.charge_now(id, &autonomy.recharge) > 0.0;
                    carried && left
                }
            }
    }

    fn charge_now(&self, id: NeedId, recharge: &Recharge) -> f64 {
        let charge = &self.charges[id.index()];
        let share = || (self.now - charge.since).micros() as f64 / charge.takes.micros() as f64;
        match (charge.doing, recharge) {
            (Doing::Carries, _) => (charge.charge - share()).max(0.0),
            (Doing::Charges, Recharge::Linear(_)) => (charge.charge + share()).min(1.0),
            _ => charge.charge,
        }
    }

    /// What the charge of a need does from now on.
    fn set_charge(&mut self, id: NeedId) {
        let need = &self.b.needs[id.index()];
        let NeedKind::Delayed(autonomy) = &need.kind else {
            return;
        };
        let is_up = self.condition(need.component) == Condition::Up;
        let source = autonomy.recharged_by.unwrap_or(need.on);
        let before = self.charges[id.index()].doing;
        let after = match (is_up && !self.is_met(id), self.holds(source)) {
            (true, _) => Doing::Carries,
            (false, true) => Doing::Charges,
            (false, false) => Doing::Rests,
        };
        let full = self.charges[id.index()].charge >= 1.0 && before == Doing::Rests;
        if before == after || (after == Doing::Charges && full) {
            return;
        }
        let left = self.charge_now(id, &autonomy.recharge);
        let charge = &mut self.charges[id.index()];
        charge.charge = left;
        charge.doing = Doing::Rests;
        if before == Doing::Carries {
            if matches!(autonomy.recharge, Recharge::Full(_)) {
                charge.charge = 0.0;
            }
            self.stop(What::Spent(id));
            if is_up {
                self.tell(Happening::CarriedOver(id));
            }
        }
        self.stop(What::Recharged(id));
        match after {
            Doing::Carries => self.carry(id),
            Doing::Charges => self.recharge(id),
            Doing::Rests => {}
        }
    }

    fn carry(&mut self, id: NeedId) {
        let need = &self.b.needs[id.index()];
        let NeedKind::Delayed(autonomy) = &need.kind else {
            return;
        };
        let takes = self.draw(
            &autonomy.lasts,
            autonomy.stream,
            self.charges[id.index()].uses,
            0,
        );
        let root = self.root[need.on.index()];
        let charge = &mut self.charges[id.index()];
        charge.doing = Doing::Carries;
        charge.since = self.now;
        charge.takes = takes;
        charge.uses += 1;
        charge.root = root;
        let until = self.now + Span::drawn(takes.micros() as f64 * charge.charge);
        self.set(What::Spent(id), until);
        self.tell(Happening::Carried(id, until));
    }

    fn recharge(&mut self, id: NeedId) {
        let NeedKind::Delayed(autonomy) = &self.b.needs[id.index()].kind else {
            return;
        };
        let charge = self.charges[id.index()].charge;
        if charge >= 1.0 {
            return;
        }
        let (takes, wait) = match &autonomy.recharge {
            Recharge::AtOnce => {
                self.charges[id.index()].charge = 1.0;
                return;
            }
            Recharge::Full(law) => {
                let number = self.charges[id.index()].recharges;
                self.charges[id.index()].recharges += 1;
                let takes = self.draw(law, autonomy.stream, number, 2);
                (takes, takes)
            }
            Recharge::Linear(over) => (*over, Span::drawn(over.micros() as f64 * (1.0 - charge))),
        };
        let state = &mut self.charges[id.index()];
        (state.doing, state.since, state.takes) = (Doing::Charges, self.now, takes);
        self.set(What::Recharged(id), self.now + wait);
    }

    pub(super) fn on_spent(&mut self, id: NeedId) {
        let charge = &mut self.charges[id.index()];
        (charge.charge, charge.doing) = (0.0, Doing::Rests);
        let root = charge.root;
        self.stir(id);
        self.tell(Happening::Exhausted(id));
        self.suspend(self.b.needs[id.index()].component, root);
    }

    pub(super) fn on_recharged(&mut self, id: NeedId) {
        let charge = &mut self.charges[id.index()];
        (charge.charge, charge.doing) = (1.0, Doing::Rests);
    }

    fn run_tank(&mut self, component: ComponentId, runs: bool) {
        let (now, tank) = (self.now, &mut self.tanks[component.index()]);
        match (tank.since, runs) {
            (Some(since), false) => {
                tank.left = (tank.left - (now - since)).max(Span::ZERO);
                tank.since = None;
                self.stop(What::Empty(component));
            }
            (None, true) => {
                tank.since = Some(now);
                let empty = now + tank.left;
                self.set(What::Empty(component), empty);
                self.order(component);
            }
            _ => {}
        }
    }

    fn order(&mut self, component: ComponentId) {
        let Some(stock) = &self.b.components[component.index()].stock else {
            return;
        };
        let tank = &self.tanks[component.index()];
        if let (Some(law), false) = (&stock.delivery, tank.ordered) {
            let arrives = self.now + self.draw(law, stock.stream, tank.orders, 0);
            let tank = &mut self.tanks[component.index()];
            tank.ordered = true;
            tank.orders += 1;
            self.set(What::Delivered(component), arrives);
        }
    }

    /// The cause is what made the component run: the last demand of the switchover that has it, or its own doing.
    pub(super) fn on_empty(&mut self, component: ComponentId) {
        let tank = &mut self.tanks[component.index()];
        (tank.left, tank.since) = (Span::ZERO, None);
        let root = match self.holder(component) {
            Some(first) => self.switches[first.index()].root,
            None => self.b.cause_id(Cause::Own(component)),
        };
        self.tell(Happening::StockEmpty(component));
        self.hold_down(component, Held::Empty, root);
    }

    pub(super) fn on_delivered(&mut self, component: ComponentId) {
        let full = Tank::full(&self.b.components[component.index()]).left;
        let (now, tank) = (self.now, &mut self.tanks[component.index()]);
        (tank.left, tank.ordered) = (full, false);
        if tank.since.is_some() {
            tank.since = Some(now);
            self.set(What::Empty(component), now + full);
            self.order(component);
        }
        self.tell(Happening::StockFilled(component));
        self.let_up(component, Held::Empty);
    }
}
