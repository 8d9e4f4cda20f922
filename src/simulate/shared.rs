//! Shared causes and hazards: one event that strikes several things (`docs/semantics.md` 13, 14). Their clocks never stand still.
//!
//! Knows whom they strike, not how the struck are repaired.

use crate::dist::Law;
use crate::kernel::StreamName;
use crate::model::blueprint::{Cause, Initially};
use crate::model::ids::{ComponentId, HazardId, ShockId};
use crate::model::shared::{Effect, SharedRepair};
use crate::simulate::component::{Blow, Condition, hold};
use crate::simulate::event::Event;
use crate::simulate::observe::{Happening, Observer};
use crate::simulate::plan::Plan;
use crate::simulate::world::Run;
use crate::units::{Instant, Span};

/// How often each shared cause and each hazard has come, and until when places are taken.
#[derive(Default)]
pub(super) struct Strikes {
    shocks: Vec<u32>,
    hazards: Vec<u32>,
    /// Of the places that a hazard may take: until when they are.
    taken_until: Vec<Instant>,
    /// Places taken by the hazard under way.
    struck: Vec<ComponentId>,
}

impl Strikes {
    /// Nothing has come.
    pub(super) fn reset(&mut self, plan: &Plan) {
        self.shocks.clear();
        self.shocks.resize(plan.blueprint.shocks.len(), 0);
        self.hazards.clear();
        self.hazards.resize(plan.blueprint.hazards.len(), 0);
        self.taken_until.clear();
        self.taken_until
            .resize(plan.few.places.len(), Instant::START);
    }
}

impl<O: Observer> Run<'_, '_, O> {
    /// Starts the clocks of shared causes and hazards.
    pub(super) fn begin_strikes(&mut self) {
        for (id, shock) in self.plan.blueprint.shocks.iter().enumerate() {
            let wait = self.first_wait(&shock.interval, shock.stream);
            self.schedule(Event::Shock(ShockId::new(id)), self.now + wait);
        }
        for (id, hazard) in self.plan.blueprint.hazards.iter().enumerate() {
            let wait = self.first_wait(&hazard.interval, hazard.stream);
            self.schedule(Event::Hazard(HazardId::new(id)), self.now + wait);
        }
    }

    fn first_wait(&self, interval: &Law, stream: StreamName) -> Span {
        match self.plan.blueprint.initially {
            Initially::New => self.luck.draw(interval, stream, 0, 0),
            Initially::Running => self.luck.draw_residual(interval, stream, 0, 0),
        }
    }

    /// A shared cause comes: it strikes each member that is not failed with its chance, in declared order.
    pub(super) fn on_shock(&mut self, id: ShockId) {
        let shock = &self.plan.blueprint.shocks[id.index()];
        let number = self.state.strikes.shocks[id.index()];
        self.state.strikes.shocks[id.index()] += 1;
        let next = self.now + self.luck.draw(&shock.interval, shock.stream, number + 1, 0);
        self.schedule(Event::Shock(id), next);
        self.tell(Happening::ShockCame(id));
        self.tally_cause(self.plan.blueprint.cause_id(Cause::Shock(id)));
        let mut any = false;
        let streams = self.plan.member_streams.get(id.index());
        for (place, (&(component, chance), &stream)) in
            shock.members.iter().zip(streams).enumerate()
        {
            let hit = self.luck.uniform(stream, number, 0) < chance;
            if hit && self.state.items.condition(component) != Condition::Failed {
                any = true;
                self.strike(id, component, place as u32);
            }
        }
        if any {
            self.open_shared_work(id, number);
        }
    }

    fn strike(&mut self, shock: ShockId, component: ComponentId, place: u32) {
        let blow = Blow::Shock(shock, place);
        self.fail(component, blow);
        match self.plan.blueprint.shocks[shock.index()].repaired {
            SharedRepair::Each => self.open_own_work(component, blow),
            SharedRepair::Once { .. } => self.state.works.join(shock, component),
        }
    }

    /// A hazard comes: it takes places, and may damage what stands in them.
    pub(super) fn on_hazard(&mut self, id: HazardId) {
        let hazard = &self.plan.blueprint.hazards[id.index()];
        let number = self.state.strikes.hazards[id.index()];
        self.state.strikes.hazards[id.index()] += 1;
        let next = self.now
            + self
                .luck
                .draw(&hazard.interval, hazard.stream, number + 1, 0);
        self.schedule(Event::Hazard(id), next);
        self.tell(Happening::HazardCame(id));
        self.tally_cause(self.plan.blueprint.cause_id(Cause::Hazard(id)));
        let until = self.now + self.luck.draw(&hazard.lasts, hazard.stream, number, 2);
        self.state.strikes.struck.clear();
        let streams = self.plan.room_streams.get(id.index());
        let (rooms, things_inside) = streams.split_at(hazard.strikes.len());
        for (&(room, chance), &stream) in hazard.strikes.iter().zip(rooms) {
            if self.luck.uniform(stream, number, 0) < chance {
                self.state.strikes.struck.push(room);
                self.take(id, room, until);
            }
        }
        if let Effect::Damages(chance, things) = &hazard.effect {
            for (&thing, &stream) in things.iter().zip(things_inside) {
                let hit = self.luck.uniform(stream, number, 0) < *chance;
                if hit && self.stands_in_struck(thing) {
                    self.damage(id, thing);
                }
            }
        }
    }

    /// A place is taken until the later of this event's end and that of an earlier one.
    fn take(&mut self, hazard: HazardId, place: ComponentId, until: Instant) {
        let known = self.plan.few.places.place(place.0);
        let known = known.expect("hazards take their places");
        let later = &mut self.state.strikes.taken_until[known];
        *later = until.max(*later);
        let until = *later;
        self.schedule(Event::PlaceFree(place), until);
        self.state.works.access_changed();
        let root = self.plan.blueprint.cause_id(Cause::Hazard(hazard));
        self.hold_down(place, hold::TAKEN, root);
    }

    /// Whether the hazard under way took a place in which `thing` stands.
    fn stands_in_struck(&self, thing: ComponentId) -> bool {
        let mut at = self.plan.blueprint.components[thing.index()].at;
        while let Some(place) = at {
            if self.state.strikes.struck.contains(&place) {
                return true;
            }
            at = self.plan.blueprint.components[place.index()].at;
        }
        false
    }

    fn damage(&mut self, hazard: HazardId, thing: ComponentId) {
        if self.state.items.condition(thing) != Condition::Failed {
            self.fail(thing, Blow::Hazard(hazard));
            self.open_own_work(thing, Blow::Hazard(hazard));
        }
    }

    /// A place is accessible again.
    pub(super) fn on_place_free(&mut self, place: ComponentId) {
        self.tell(Happening::HazardOver(place));
        self.state.works.access_changed();
        self.state.deadlocks.suspect();
        self.state.items.release(place, hold::TAKEN);
    }
}
