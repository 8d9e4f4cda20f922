//! The alarm is tested: each of three faults planted into the engine must turn both the comparison with the second simulator and a case with a
//! known answer red. Without a fault both are green.

use ausfall::dist::Law;
use ausfall::kernel::Seed;
use ausfall::model::{Blueprint, Builder};
use ausfall::simulate::observe::Recorder;
use ausfall::simulate::planted::Planted;
use ausfall::simulate::{Happening, Options, World};
use ausfall::units::Span;

use crate::{difference, generator};

/// Microseconds in an hour.
const HOUR: f64 = 3.6e9;
/// Models that are looked through for a difference.
const MODELS: u64 = 300;
/// Standard errors that no honest estimate is off (P < 10⁻⁵); the planted faults are off by more.
const BOUND: f64 = 4.5;

fn with(planted: Option<Planted>) -> Options {
    Options {
        planted,
        ..Options::default()
    }
}

/// In how many models the two simulators differ.
fn differing(planted: Planted) -> usize {
    let differs = |&number: &u64| {
        let (_, blueprint) = generator::model(number, &[]);
        difference(&blueprint, number, with(Some(planted))).is_some()
    };
    (0..MODELS).filter(differs).count()
}

/// Failures of the only component and its time failed [h], over `hours`.
fn lived(blueprint: &Blueprint, planted: Option<Planted>) -> (f64, f64) {
    let mut world = World::new(blueprint);
    let outcome = world.run(&Seed::new(1), 0, with(planted), &mut Recorder::default());
    let used = outcome.expect("a sound run").components[0];
    (f64::from(used.failures), used.failed.hours())
}

fn part(hours: f64, fails: Law, repair: Law) -> Blueprint {
    let mut b = Builder::new(Span::from_micros((hours * HOUR) as i64));
    b.part("part", fails, repair);
    b.build()
}

fn mean(hours: f64) -> Law {
    Law::exponential(hours * HOUR).expect("a mean above 0")
}

/// A renewal process of mean m and variance v has T/m events until T, with variance T·v/m³ (Cox, *Renewal Theory*, 1962, ch. 4).
fn off_the_rate_of_failures(planted: Option<Planted>) -> f64 {
    let time = 5e7;
    let blueprint = part(time, mean(100.0), Law::Deterministic(HOUR));
    let (failures, _) = lived(&blueprint, planted);
    let (m, v) = (101.0, 100.0 * 100.0);
    (failures - time / m) / (time * v / (m * m * m)).sqrt()
}

/// Time down of an alternating renewal process, exponential with means u and d: mean T·d/(u + d), variance 2·T·u²d²/(u + d)³
/// (Takács, *Acta Math. Hung.* 8, 1957).
fn off_the_time_down(planted: Option<Planted>) -> f64 {
    let (time, u, d) = (1e6, 100.0, 10.0);
    let (_, failed) = lived(&part(time, mean(u), mean(d)), planted);
    let spread = 2.0 * time * u * u * d * d / ((u + d) * (u + d) * (u + d));
    (failed - time * d / (u + d)) / spread.sqrt()
}

/// Two fail at 10 h and have one repairer: the first declared is back after its own 1 h, the other after 3 h more.
fn served_in_order(planted: Option<Planted>) -> bool {
    let mut b = Builder::new(Span::from_micros((20.0 * HOUR) as i64));
    let crew = b.crew(1);
    let parts = [("one", 1.0), ("other", 3.0)].map(|(name, repair)| {
        let fails = Law::Deterministic(10.0 * HOUR);
        let id = b.part(name, fails, Law::Deterministic(repair * HOUR));
        b.mode(id).crew = Some(crew);
        id
    });
    let blueprint = b.build();
    let mut recorder = Recorder::default();
    let mut world = World::new(&blueprint);
    world
        .run(&Seed::new(1), 0, with(planted), &mut recorder)
        .expect("a sound run");
    let repaired = |id| {
        let mut told = recorder.0.iter();
        told.find(|(_, what)| *what == Happening::Repaired(id))
            .map(|(when, _)| when.hours())
    };
    parts.map(repaired) == [Some(11.0), Some(14.0)]
}

#[test]
fn without_a_fault_the_known_answers_hold() {
    for off in [off_the_rate_of_failures(None), off_the_time_down(None)] {
        assert!(off.abs() < BOUND, "off by {off} standard errors");
    }
    assert!(served_in_order(None));
}

#[test]
fn a_law_that_is_off_by_one_in_a_hundred_is_noticed() {
    assert!(differing(Planted::BiasedLaw) > MODELS as usize * 9 / 10);
    let off = off_the_rate_of_failures(Some(Planted::BiasedLaw));
    assert!(off < -BOUND, "off by {off} standard errors");
}

#[test]
fn a_tie_that_is_swapped_is_noticed() {
    assert!(differing(Planted::SwappedTie) > 0);
    assert!(!served_in_order(Some(Planted::SwappedTie)));
}

#[test]
fn an_event_that_is_lost_is_noticed() {
    assert!(differing(Planted::LostEvent) > MODELS as usize / 2);
    let off = off_the_time_down(Some(Planted::LostEvent));
    assert!(off.abs() > BOUND, "off by {off} standard errors");
}
