//! Shared causes and hazards (rulings 13 and 14).

use ausfall::kernel::StreamName;
use ausfall::model::blueprint::Cause;
use ausfall::model::ids::{ComponentId, HazardId, ShockId};
use ausfall::model::shared::{Effect, SharedRepair};
use ausfall::simulate::Happening;

use super::things::{Condition, Held};
use super::{Second, What};

/// Where the numbers of strikes by others begin.
const STRIKES: u64 = 1 << 31;

impl Second<'_> {
    pub(super) fn begin_causes(&mut self) {
        for (id, shock) in self.b.shocks.iter().enumerate() {
            let wait = self.draw_first(&shock.interval, shock.stream);
            self.set(What::Shock(ShockId::new(id)), self.now + wait);
        }
        for (id, hazard) in self.b.hazards.iter().enumerate() {
            let wait = self.draw_first(&hazard.interval, hazard.stream);
            self.set(What::Hazard(HazardId::new(id)), self.now + wait);
        }
    }

    /// Whether number `number` of a cause hits a component: each has a stream named by both.
    fn hits(&self, cause: &str, component: ComponentId, number: u64, chance: f64) -> bool {
        let name = &self.b.components[component.index()].name;
        let stream = StreamName::of(&format!("{cause}/strikes/{name}"));
        self.uniform(stream, number, 0) < chance
    }

    pub(super) fn on_shock(&mut self, id: ShockId) {
        let shock = &self.b.shocks[id.index()];
        let number = self.shocks[id.index()];
        self.shocks[id.index()] += 1;
        let wait = self.draw(&shock.interval, shock.stream, number + 1, 0);
        self.set(What::Shock(id), self.now + wait);
        self.tell(Happening::ShockCame(id));
        self.count_cause(self.b.cause_id(Cause::Shock(id)));
        let mut struck = false;
        for (place, &(member, chance)) in (1..).zip(&shock.members) {
            let hit = self.hits(&format!("shock/{}", shock.name), member, number, chance);
            if !hit || self.condition(member) == Condition::Failed {
                continue;
            }
            struck = true;
            self.fail(member, Cause::Shock(id), Happening::Struck(member, id));
            self.things[member.index()].strikes += 1;
            if matches!(shock.repaired, SharedRepair::Each) {
                self.repair_strike(member, (self.first_member(id), place));
            } else {
                self.together[id.index()].push(member);
            }
        }
        if struck {
            self.need_common_repair(id, number);
        }
    }

    /// A strike is repaired by the first mode.
    fn repair_strike(&mut self, component: ComponentId, order: (u32, u32)) {
        let first = self.b.components[component.index()].mode_ids().next();
        let index = STRIKES + self.things[component.index()].strikes;
        self.need_repair(component, first, false, index, order);
    }

    pub(super) fn on_hazard(&mut self, id: HazardId) {
        let hazard = &self.b.hazards[id.index()];
        let number = self.hazards[id.index()];
        self.hazards[id.index()] += 1;
        let wait = self.draw(&hazard.interval, hazard.stream, number + 1, 0);
        self.set(What::Hazard(id), self.now + wait);
        self.tell(Happening::HazardCame(id));
        self.count_cause(self.b.cause_id(Cause::Hazard(id)));
        let until = self.now + self.draw(&hazard.lasts, hazard.stream, number, 2);
        let cause = format!("hazard/{}", hazard.name);
        let mut taken = Vec::new();
        for &(place, chance) in &hazard.strikes {
            if self.hits(&cause, place, number, chance) {
                taken.push(place);
                let later = self.taken_until[place.index()].max(until);
                self.taken_until[place.index()] = later;
                self.set(What::Free(place), later);
                self.hold_down(place, Held::Taken, self.b.cause_id(Cause::Hazard(id)));
            }
        }
        let Effect::Damages(chance, things) = &hazard.effect else {
            return;
        };
        for &thing in things {
            let inside = taken.iter().any(|&place| self.stands_in(thing, place));
            let hit = self.hits(&cause, thing, number, *chance);
            if inside && hit && self.condition(thing) != Condition::Failed {
                self.fail(thing, Cause::Hazard(id), Happening::Damaged(thing, id));
                self.things[thing.index()].strikes += 1;
                self.repair_strike(thing, (thing.0, 0));
            }
        }
    }

    fn stands_in(&self, thing: ComponentId, place: ComponentId) -> bool {
        let around = self.b.components[thing.index()].at;
        around.is_some_and(|around| around == place || self.stands_in(around, place))
    }

    pub(super) fn on_free(&mut self, place: ComponentId) {
        self.tell(Happening::HazardOver(place));
        self.let_up(place, Held::Taken);
    }
}
