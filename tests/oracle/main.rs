//! Two simulators, one trace: random small models live through the same replication in the engine and in a second simulator that is written
//! from the documentation, and every happening must be the same, at the same instant and in the same order.

mod generator;
mod hotline;
#[cfg(debug_assertions)]
mod planted;
mod second;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::panic::catch_unwind;

use ausfall::kernel::Seed;
use ausfall::model::Blueprint;
use ausfall::simulate::observe::Recorder;
use ausfall::simulate::{Happening, Options, Outcome, World};
use ausfall::units::Instant;
use generator::{FEATURES, Feature};
use second::{Second, was_used};

type Told = Vec<(Instant, Happening)>;

/// Seed of the luck in all models.
const SEED: u64 = 3;
/// How many happenings before and after a difference are shown.
const AROUND: usize = 12;
/// How many kinds of happenings there are without calls.
const KINDS: usize = 29;

fn engine(blueprint: &Blueprint, replication: u64, options: Options) -> (Told, Outcome) {
    let mut recorder = Recorder::default();
    let mut world = World::new(blueprint);
    let outcome = world.run(&Seed::new(SEED), replication, options, &mut recorder);
    let outcome = outcome.expect("a sound run").clone();
    (recorder.0, outcome)
}

/// What differs between the two, in words; `None`: nothing.
fn difference(blueprint: &Blueprint, replication: u64, options: Options) -> Option<String> {
    let (told, outcome) = engine(blueprint, replication, options);
    let second = || Second::run(blueprint, Seed::new(SEED), replication);
    let Ok(second) = catch_unwind(second) else {
        return Some("the second simulator contradicts itself".to_owned());
    };
    if told != second.told {
        return Some(first_difference(&told, &second.told));
    }
    let used = outcome.components.iter().copied().filter(was_used);
    let pairs = [
        (
            format!("{:#?}", outcome.outages),
            format!("{:#?}", second.outages()),
        ),
        (
            format!("{:#?}", used.collect::<Vec<_>>()),
            format!("{:#?}", second.components()),
        ),
        (
            format!("{:#?}", outcome.presences),
            format!("{:#?}", second.presences()),
        ),
        (
            format!("{:#?}", outcome.crews),
            format!("{:#?}", second.crews()),
        ),
        (
            format!("{:#?}", outcome.causes),
            format!("{:#?}", second.causes()),
        ),
        (
            format!("{:#?}", outcome.losses),
            format!("{:#?}", second.losses()),
        ),
        (
            format!("{:#?}", outcome.deadlocks),
            format!("{:#?}", second.deadlocks()),
        ),
        (
            format!("{:#?}", outcome.probes),
            format!("{:#?}", second.looks),
        ),
    ];
    let differs = pairs.into_iter().find(|(engine, second)| engine != second);
    differs.map(|(engine, second)| format!("engine: {engine}\nsecond: {second}"))
}

fn first_difference(engine: &Told, second: &Told) -> String {
    let most = engine.len().max(second.len());
    let at = (0..most)
        .find(|&at| engine.get(at) != second.get(at))
        .unwrap_or(most);
    let mut text = format!("happening {at}:\n");
    for (name, told) in [("engine", engine), ("second", second)] {
        let _ = writeln!(text, "{name}:");
        for (number, (when, what)) in told.iter().enumerate() {
            if number + AROUND >= at && number < at + AROUND {
                let mark = if number == at { ">" } else { " " };
                let _ = writeln!(text, "{mark} {number} {:.6} h {what:?}", when.hours());
            }
        }
    }
    text
}

/// Holds one model against the second simulator; a model that differs is made smaller first.
fn compare(number: u64) {
    // The audit of every eighth model, so that both ways of working out a state are held against the engine.
    let options = Options {
        audit: number.is_multiple_of(8),
        ..Options::default()
    };
    let differs = |left_out: &[Feature]| {
        let (_, blueprint) = generator::model(number, left_out);
        difference(&blueprint, number, options)
    };
    if differs(&[]).is_none() {
        return;
    }
    let mut left_out = Vec::new();
    for (feature, _) in FEATURES {
        left_out.push(feature);
        if differs(&left_out).is_none() {
            left_out.pop();
        }
    }
    let (text, blueprint) = generator::model(number, &left_out);
    let names: Vec<_> = blueprint
        .components
        .iter()
        .map(|component| &component.name)
        .enumerate()
        .collect();
    panic!(
        "model {number} without {left_out:?}:\n{text}\ncomponents: {names:?}\n{}\n\
         alone: MODEL={number} cargo test --test oracle -- one_model",
        differs(&left_out).unwrap_or_default()
    );
}

/// The model that the environment names (`MODEL=7`), or all of a range (`MODEL=10000-20000`).
#[test]
fn one_model() {
    let Ok(wanted) = std::env::var("MODEL") else {
        return;
    };
    let (from, to) = wanted.split_once('-').unwrap_or((&wanted, &wanted));
    let [from, to] = [from, to].map(|number| number.parse().expect("a number"));
    (from..=to).for_each(compare);
}

/// A part of the ten thousand; the parts run side by side.
fn part(part: u64) {
    (part * 1250..(part + 1) * 1250).for_each(compare);
}

#[test]
fn models_0_to_1249() {
    part(0);
}

#[test]
fn models_1250_to_2499() {
    part(1);
}

#[test]
fn models_2500_to_3749() {
    part(2);
}

#[test]
fn models_3750_to_4999() {
    part(3);
}

#[test]
fn models_5000_to_6249() {
    part(4);
}

#[test]
fn models_6250_to_7499() {
    part(5);
}

#[test]
fn models_7500_to_8749() {
    part(6);
}

#[test]
fn models_8750_to_9999() {
    part(7);
}

/// The generator's share of refused attempts stays small, so that what is accepted is what was meant.
#[test]
fn the_language_accepts_most_models() {
    let attempts: usize = (0..500).map(generator::attempts).sum();
    assert!(attempts < 650, "{attempts} attempts for 500 models");
}

/// Whatever can happen without calls does happen in the models, and often enough that a mistake about it would be seen.
#[test]
fn everything_happens_in_the_models() {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for number in 0..1000 {
        let (_, blueprint) = generator::model(number, &[]);
        for (_, what) in Second::run(&blueprint, Seed::new(SEED), number).told {
            let text = format!("{what:?}");
            let word = text.split('(').next().unwrap_or_default().to_owned();
            *counts.entry(word).or_default() += 1;
        }
    }
    assert_eq!(counts.len(), KINDS, "{counts:#?}");
    assert!(counts.values().all(|&count| count >= 50), "{counts:#?}");
}
