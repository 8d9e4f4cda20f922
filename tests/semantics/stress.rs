//! Random models under the audit: whatever the structure, the settled state is the one worked out from scratch.

use crate::common::{HOUR, always, builder, span, up};
use ausfall::dist::Law;
use ausfall::kernel::{Seed, StreamName};
use ausfall::model::Blueprint;
use ausfall::model::Builder;
use ausfall::model::component::{NeedKind, Recharge, Standby, Stock};
use ausfall::model::ids::{ComponentId, Signal};
use ausfall::model::service::Limit;
use ausfall::model::shared::{Effect, Hazard, SharedRepair, Shock};
use ausfall::model::structure::{FailBack, Op};
use ausfall::simulate::{Options, Silent, World};

/// Whole numbers from a stream, one after the other.
struct Dice {
    seed: Seed,
    next: u64,
}

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.next += 1;
        let u = self.seed.uniforms(StreamName::of("dice"), 0, self.next, 0)[0];
        (u * sides as f64) as usize
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.below(sides) == 0
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// Constant times make many ties, exponential ones none.
    fn law(&mut self, hours: usize) -> Law {
        let hours = (1 + self.below(hours)) as f64;
        if self.one_in(2) {
            always(hours)
        } else {
            Law::exponential(hours * HOUR).expect("a mean above 0")
        }
    }
}

fn component(
    b: &mut Builder,
    dice: &mut Dice,
    number: usize,
    crews: &[ausfall::model::ids::CrewId],
) -> ComponentId {
    let (fails, repair) = (dice.law(60), dice.law(12));
    let id = b.part(&format!("part {number}"), fails, repair);
    if dice.one_in(2) {
        b.mode(id).crew = Some(dice.pick(crews));
    }
    b.mode(id).repair_suspended = dice.one_in(4);
    b.mode(id).ages_always = dice.one_in(4);
    b.mode(id).detection = dice.one_in(3).then(|| dice.law(2));
    b.mode(id).restart = dice.one_in(4).then(|| dice.law(2));
    b.get(id).restart = dice.one_in(2).then(|| dice.law(4));
    b.get(id).standby = dice.pick(&[Standby::Hot, Standby::Warm(0.3), Standby::Cold]);
    b.get(id).bypass_after = dice.one_in(2).then(|| span(5.0));
    if dice.one_in(5) {
        b.get(id).stock = Some(Stock {
            autonomy: span(3.0),
            delivery: Some(dice.law(6)),
            stream: StreamName::of(&format!("stock {number}")),
        });
    }
    id
}

fn gate(b: &mut Builder, dice: &mut Dice, signals: &[Signal]) -> Signal {
    let inputs: Vec<_> = (0..1 + dice.below(4)).map(|_| dice.pick(signals)).collect();
    match dice.below(5) {
        0 => b.gate(Op::All, &inputs),
        1 => b.gate(Op::Any, &inputs),
        2 => b.gate(Op::AtLeast(2), &inputs),
        _ => {
            let mut inputs = inputs;
            inputs.sort_unstable();
            inputs.dedup();
            let (signal, first) = b.first(&inputs);
            let delay = dice.one_in(2).then(|| dice.law(2));
            let manual = dice.one_in(2).then(|| dice.law(4));
            let activation = dice.one_in(3).then(|| dice.law(2));
            let switchover = b.switchover(first);
            switchover.delay = delay;
            switchover.success = 0.7;
            switchover.manual = manual;
            switchover.activation = activation;
            switchover.fail_back = dice.pick(&[FailBack::Never, FailBack::AtOnce]);
            signal
        }
    }
}

fn need(b: &mut Builder, dice: &mut Dice, signals: &[Signal], parts: &[ComponentId]) {
    let (who, on) = (dice.pick(parts), dice.pick(signals));
    match dice.below(4) {
        0 => b.need(who, on, NeedKind::ToStart),
        1 => {
            let (by, source) = (dice.pick(signals), dice.pick(signals));
            let recharge = match dice.below(3) {
                0 => Recharge::AtOnce,
                1 => Recharge::Full(dice.law(5)),
                _ => Recharge::Linear(span(7.0)),
            };
            let (carried, recharged) = (dice.one_in(2), dice.one_in(2));
            let autonomy = b.delayed(who, on, always(2.0));
            autonomy.recharge = recharge;
            autonomy.carried_by = carried.then_some(by);
            autonomy.recharged_by = recharged.then_some(source);
        }
        _ => b.hard(who, on),
    }
}

fn model(dice: &mut Dice) -> Blueprint {
    let mut b = builder(500.0);
    let crews = [b.crew(1), b.crew(2)];
    b.blueprint.crews[0].overtime = false;
    let parts: Vec<_> = (0..8)
        .map(|number| component(&mut b, dice, number, &crews))
        .collect();
    let mut signals: Vec<_> = parts.iter().map(|&part| up(part)).collect();
    let nodes: Vec<_> = parts[..3].iter().map(|&part| b.node(part)).collect();
    b.link(nodes[0], nodes[1], parts[3]);
    b.link(nodes[1], nodes[2], parts[4]);
    b.link(nodes[0], nodes[2], parts[5]);
    signals.push(b.reach(nodes[0], nodes[2]));
    for _ in 0..6 {
        let made = gate(&mut b, dice, &signals);
        signals.push(made);
    }
    let room = b.thing("room");
    for &part in &parts[..2] {
        b.get(part).at = Some(room);
        b.hard(part, up(room));
    }
    for _ in 0..8 {
        need(&mut b, dice, &signals, &parts);
    }
    let limit = Limit {
        at_most: span(4.0),
        regain: span(3.0),
        continues: dice.one_in(3),
    };
    b.service(
        "s",
        &[
            (dice.pick(&signals), None),
            (dice.pick(&signals), Some(limit)),
        ],
    );
    let repaired = if dice.one_in(2) {
        SharedRepair::Each
    } else {
        SharedRepair::Once {
            detection: None,
            repair: dice.law(6),
            crew: Some(crews[1]),
            priority: 1,
        }
    };
    b.shock(Shock {
        name: "shock".into(),
        interval: dice.law(90),
        members: parts[2..6].iter().map(|&part| (part, 0.6)).collect(),
        repaired,
        stream: StreamName::of("shock"),
    });
    b.hazard(Hazard {
        name: "hazard".into(),
        interval: dice.law(90),
        strikes: vec![(room, 0.8)],
        lasts: dice.law(20),
        effect: Effect::Damages(0.5, vec![parts[0]]),
        stream: StreamName::of("hazard"),
    });
    b.build()
}

#[test]
fn random_models_pass_the_audit_and_their_times_add_up() {
    let seed = Seed::new(11);
    let options = Options {
        audit: true,
        ..Options::default()
    };
    for number in 0..150 {
        let mut dice = Dice {
            seed,
            next: number * 10_000,
        };
        let blueprint = model(&mut dice);
        let mut world = World::new(&blueprint);
        for replication in 0..3 {
            let outcome = match world.run(&seed, replication, options, &mut Silent) {
                Ok(outcome) => outcome,
                Err(stop) => panic!("model {number}, replication {replication}: {stop:?}"),
            };
            for used in &outcome.components {
                let down = used.failed + used.suspended + used.restarting;
                assert!(down <= blueprint.horizon, "{used:?}");
            }
            assert!(outcome.events > 0);
        }
    }
}
