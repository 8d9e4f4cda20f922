//! Autonomies: how long a component holds out without a need, and how the charge comes back (`docs/semantics.md` 11).
//!
//! Knows the charge and its clocks, not what carries or recharges.

use crate::model::component::{Autonomy, NeedKind, Recharge};
use crate::model::ids::{CauseId, NeedId};
use crate::simulate::event::Event;
use crate::simulate::observe::{Happening, Observer};
use crate::simulate::plan::Plan;
use crate::simulate::queue::Queue;
use crate::simulate::world::Run;
use crate::units::{Instant, Span};

/// What the charge is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    /// Standing still.
    Nothing,
    /// Falling: it carries the component.
    Carrying,
    /// Coming back.
    Charging,
}

#[derive(Clone, Copy, Debug)]
struct NeedState {
    doing: Doing,
    /// Charge at `since` [1].
    charge: f64,
    since: Instant,
    /// Autonomy of a full charge in this use, or time of the recharge under way.
    takes: Span,
    /// Uses so far: the natural index of the autonomy's luck.
    uses: u32,
    /// Recharges begun so far: the natural index of the recharge's luck.
    recharges: u32,
    /// What made the clock start.
    root: CauseId,
    touched: bool,
}

/// The autonomies of the needs that have one; and of all needs, whether they are bypassed.
#[derive(Default)]
pub(super) struct Autonomies {
    states: Vec<NeedState>,
    touched: Queue<NeedId>,
    /// Per need: whether people treat it as met until it first is (`docs/semantics.md` 3).
    bypassed: Vec<bool>,
    /// Bypasses that ended, for the audit.
    ended: Vec<NeedId>,
}

impl Autonomies {
    /// All full.
    pub(super) fn reset(&mut self, plan: &Plan) {
        let full = NeedState {
            doing: Doing::Nothing,
            charge: 1.0,
            since: Instant::START,
            takes: Span::ZERO,
            uses: 0,
            recharges: 0,
            root: CauseId(0),
            touched: false,
        };
        self.states.clear();
        self.states.resize(plan.few.delayed.len(), full);
        self.touched.clear();
        self.bypassed.clear();
        self.bypassed.resize(plan.blueprint.needs.len(), false);
        self.ended.clear();
    }

    /// The need must be looked at when the structure is at rest, if an autonomy carries it.
    pub(super) fn touch(&mut self, plan: &Plan, need: NeedId) {
        if let Some(place) = plan.few.delayed.place(need.0)
            && !std::mem::replace(&mut self.states[place].touched, true)
        {
            self.touched.push(need);
        }
    }

    /// The next need to look at.
    pub(super) fn next_touched(&mut self, plan: &Plan) -> Option<NeedId> {
        let need = self.touched.pop()?;
        self.state_mut(plan, need).touched = false;
        Some(need)
    }

    fn state(&self, plan: &Plan, need: NeedId) -> &NeedState {
        &self.states[place(plan, need)]
    }

    fn state_mut(&mut self, plan: &Plan, need: NeedId) -> &mut NeedState {
        &mut self.states[place(plan, need)]
    }

    /// People treat the need as met.
    pub(super) fn bypass(&mut self, need: NeedId) {
        self.bypassed[need.index()] = true;
    }

    /// Whether people treat the need as met.
    pub(super) fn is_bypassed(&self, need: NeedId) -> bool {
        self.bypassed[need.index()]
    }

    /// The need is met by itself; whether it had been bypassed.
    pub(super) fn end_bypass(&mut self, need: NeedId) -> bool {
        let was = std::mem::take(&mut self.bypassed[need.index()]);
        if was {
            self.ended.push(need);
        }
        was
    }

    /// Whether the need counted as met when the settling began.
    pub(super) fn was_bypassed(&self, need: NeedId) -> bool {
        self.is_bypassed(need) || self.ended.contains(&need)
    }

    /// Forgets the bypasses that ended before.
    pub(super) fn forget_ended(&mut self) {
        self.ended.clear();
    }

    /// Whether any charge is left for `need` at `now`.
    pub(super) fn has_charge(
        &self,
        plan: &Plan,
        need: NeedId,
        autonomy: &Autonomy,
        now: Instant,
    ) -> bool {
        let state = self.state(plan, need);
        match state.doing {
            Doing::Carrying => true,
            Doing::Nothing => state.charge > 0.0,
            Doing::Charging => state.charge_at(now, &autonomy.recharge) > 0.0,
        }
    }
}

/// Where the state of a need lies that an autonomy carries.
fn place(plan: &Plan, need: NeedId) -> usize {
    let place = plan.few.delayed.place(need.0);
    place.expect("only needs with an autonomy have a charge")
}

impl NeedState {
    fn charge_at(&self, now: Instant, recharge: &Recharge) -> f64 {
        let share = || (now - self.since).micros() as f64 / self.takes.micros() as f64;
        match (self.doing, recharge) {
            (Doing::Carrying, _) => (self.charge - share()).max(0.0),
            (Doing::Charging, Recharge::Linear(_)) => (self.charge + share()).min(1.0),
            _ => self.charge,
        }
    }
}

impl<O: Observer> Run<'_, '_, O> {
    /// Whether a component that is up may stay so as far as `id` is concerned.
    pub(super) fn carries_on(&self, id: NeedId) -> bool {
        let need = &self.plan.blueprint.needs[id.index()];
        let met = self.state.signals.holds(need.on) || self.state.autonomies.is_bypassed(id);
        met || match &need.kind {
            NeedKind::Hard => false,
            NeedKind::ToStart => true,
            NeedKind::Delayed(autonomy) => {
                let carried = autonomy
                    .carried_by
                    .is_none_or(|by| self.state.signals.holds(by));
                let autonomies = &self.state.autonomies;
                carried && autonomies.has_charge(self.plan, id, autonomy, self.now)
            }
        }
    }

    /// The structure is at rest: starts and stops the clocks of an autonomy.
    #[inline(never)]
    pub(super) fn refresh_need(&mut self, id: NeedId) {
        let need = &self.plan.blueprint.needs[id.index()];
        let NeedKind::Delayed(autonomy) = &need.kind else {
            return;
        };
        let met = self.state.signals.holds(need.on) || self.state.autonomies.is_bypassed(id);
        let up = self.state.items.is_up(need.component);
        let source = autonomy.recharged_by.unwrap_or(need.on);
        let before = self.state.autonomies.state(self.plan, id).doing;
        let after = if up && !met {
            Doing::Carrying
        } else if self.state.signals.holds(source) {
            Doing::Charging
        } else {
            Doing::Nothing
        };
        if before == after {
            return;
        }
        self.bank(id, autonomy);
        if before == Doing::Carrying && up {
            self.tell(Happening::CarriedOver(id));
        }
        match after {
            Doing::Carrying => self.carry(id, autonomy),
            Doing::Charging => self.charge(id, autonomy),
            Doing::Nothing => {}
        }
    }

    /// Stops whatever the charge is doing and keeps what is left of it.
    fn bank(&mut self, id: NeedId, autonomy: &Autonomy) {
        let state = self.state.autonomies.state_mut(self.plan, id);
        state.charge = state.charge_at(self.now, &autonomy.recharge);
        let was = std::mem::replace(&mut state.doing, Doing::Nothing);
        match was {
            Doing::Carrying => {
                if matches!(autonomy.recharge, Recharge::Full(_)) {
                    state.charge = 0.0;
                }
                self.cancel(Event::AutonomyOut(id));
            }
            Doing::Charging => self.cancel(Event::Recharged(id)),
            Doing::Nothing => {}
        }
    }

    fn carry(&mut self, id: NeedId, autonomy: &Autonomy) {
        let on = self.plan.blueprint.needs[id.index()].on;
        let state = self.state.autonomies.state_mut(self.plan, id);
        state.doing = Doing::Carrying;
        state.since = self.now;
        state.takes = self
            .luck
            .draw(&autonomy.lasts, autonomy.stream, state.uses, 0);
        state.uses += 1;
        state.root = self.state.signals.root(on);
        let lasts = Span::drawn(state.takes.micros() as f64 * state.charge);
        let until = self.now + lasts;
        self.schedule(Event::AutonomyOut(id), until);
        self.tell(Happening::Carried(id, until));
    }

    fn charge(&mut self, id: NeedId, autonomy: &Autonomy) {
        let state = self.state.autonomies.state_mut(self.plan, id);
        if state.charge >= 1.0 {
            return;
        }
        let takes = match &autonomy.recharge {
            Recharge::AtOnce => {
                state.charge = 1.0;
                return;
            }
            Recharge::Full(law) => {
                let index = state.recharges;
                state.recharges += 1;
                state.takes = self.luck.draw(law, autonomy.stream, index, 2);
                state.takes
            }
            Recharge::Linear(over) => {
                state.takes = *over;
                Span::drawn(over.micros() as f64 * (1.0 - state.charge))
            }
        };
        state.doing = Doing::Charging;
        state.since = self.now;
        self.schedule(Event::Recharged(id), self.now + takes);
    }

    /// The charge is spent: the component stops.
    pub(super) fn on_autonomy_out(&mut self, id: NeedId) {
        let state = self.state.autonomies.state_mut(self.plan, id);
        state.charge = 0.0;
        state.doing = Doing::Nothing;
        let root = state.root;
        self.state.autonomies.touch(self.plan, id);
        self.tell(Happening::Exhausted(id));
        self.suspend(self.plan.blueprint.needs[id.index()].component, root);
    }

    /// The charge is full.
    pub(super) fn on_recharged(&mut self, id: NeedId) {
        let state = self.state.autonomies.state_mut(self.plan, id);
        state.charge = 1.0;
        state.doing = Doing::Nothing;
    }
}
