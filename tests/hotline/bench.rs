//! A test bench: blueprints that hold nothing but a hotline, and a small loop that plays a script to it.

use ausfall::dist::Law;
use ausfall::kernel::{Rank, Seed, StreamName};
use ausfall::model::Blueprint;
use ausfall::model::calendar::{Calendar, CivilClock, Steps};
use ausfall::model::hotline::{CallClass, Closing, Hotline, OnLoss, Pool};
use ausfall::model::ids::{ComponentId, HotlineId, OrganisationId, ServiceId, Signal};
use ausfall::model::organisation::{Organisation, Use};
use ausfall::model::service::{Level, Service};
use ausfall::simulate::Observer;
use ausfall::simulate::hotline::{HotlineActor, HotlineCtx, Key};
use ausfall::simulate::observe::{Happening, Recorder};
use ausfall::simulate::outcome::HotlineUse;
use ausfall::units::{Instant, Span};

/// Microseconds in a minute.
pub const MINUTE: i64 = 60_000_000;

/// `minutes` on the clock.
pub fn at(minutes: i64) -> Instant {
    Instant::from_micros(minutes * MINUTE)
}

/// A span of `minutes`.
pub fn minutes(minutes: i64) -> Span {
    Span::from_micros(minutes * MINUTE)
}

/// A value that never changes.
pub fn constant<T>(value: T) -> Steps<T> {
    Steps(vec![(Instant::START, value)].into())
}

/// A value that changes at these minutes.
pub fn steps<T: Copy>(values: &[(i64, T)]) -> Steps<T> {
    Steps(
        values
            .iter()
            .map(|&(from, value)| (at(from), value))
            .collect(),
    )
}

/// Calls per minute as a rate per user and tick, for the thousand users of the bench.
pub fn rate(profile: &[(i64, f64)]) -> Steps<f64> {
    let per_tick = |&(from, calls): &(i64, f64)| (at(from), calls / USERS as f64 / MINUTE as f64);
    Steps(profile.iter().map(per_tick).collect())
}

/// Services that a class may call about.
const SERVICES: usize = 4;

/// Users of each organisation.
pub const USERS: u64 = 1_000;

/// A blueprint with one organisation per class; services have the levels best, emergency, down and stop 0, 40 % and 80 %
/// of the work.
pub fn blueprint(hotline: Hotline, horizon: Span, services: usize) -> Blueprint {
    let level = |name: &str| Level {
        name: name.to_owned(),
        component: ComponentId(0),
        when: Signal(0),
        limit: None,
    };
    let service = |number: usize| Service {
        name: format!("service {number}"),
        levels: vec![level("normal"), level("emergency")],
        delivers: Signal(0),
        objectives: Vec::new(),
    };
    let uses = |number| Use {
        service: ServiceId::new(number),
        reach: None,
        stops: vec![0, 400_000, 800_000],
    };
    let organisation = |class: &CallClass| Organisation {
        name: class.name.clone(),
        users: USERS,
        uses: (0..services).map(uses).collect(),
    };
    Blueprint {
        clock: CivilClock {
            start: "2025-01-06T00:00[Europe/Berlin]".parse().unwrap(),
        },
        services: (0..services).map(service).collect(),
        organisations: hotline.classes.iter().map(organisation).collect(),
        hotlines: vec![hotline],
        ..Blueprint::empty(horizon)
    }
}

/// A hotline of one class and one pool, always open, in every replication.
pub fn hotline(
    rate: Steps<f64>,
    agents: Steps<u32>,
    handling: Law,
    patience: Option<Law>,
) -> Hotline {
    Hotline {
        name: "hotline".to_owned(),
        classes: vec![class(0, 0)],
        pools: vec![Pool {
            name: "desk".to_owned(),
            agents,
        }],
        open: Calendar::Always,
        rate,
        handling,
        patience,
        surge: None,
        slowed_by: Vec::new(),
        needs: Vec::new(),
        on_loss: OnLoss::Cut,
        closing: Closing::ServeOut,
        waits: Vec::new(),
        within: vec![Span::ZERO],
        objectives: Vec::new(),
        every: 1,
        year_stream: StreamName::of("hotline/year"),
    }
}

/// The users of organisation `number`, answered by `pool`.
pub fn class(number: usize, pool: usize) -> CallClass {
    CallClass {
        name: format!("class {number}"),
        organisations: vec![OrganisationId::new(number)],
        users: USERS,
        pool,
        arrivals: StreamName::of(&format!("hotline/{number}/arrivals")),
        surge: (0..SERVICES)
            .map(|service| StreamName::of(&format!("hotline/{number}/surge/{service}")))
            .collect(),
    }
}

/// An exponential law with a mean of so many minutes.
pub fn exponential(mean: f64) -> Law {
    Law::exponential(mean * MINUTE as f64).expect("a law")
}

/// A lognormal law with a median of so many minutes.
pub fn lognormal(median: f64, sigma: f64) -> Law {
    Law::lognormal(median * MINUTE as f64, sigma).expect("a law")
}

/// What a script does at an instant.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    /// A signal holds from now on, or does not.
    Signal(u32, bool),
    /// A service changes from one level to another in the outage given.
    Level(u32, usize, usize, u64),
}

/// Plays `script` to the hotline of one replication and tells `observer`.
pub fn play<O: Observer>(
    blueprint: &Blueprint,
    replication: u64,
    script: &[(Instant, Act)],
    observer: &mut O,
) -> Option<HotlineUse> {
    let mut actor = HotlineActor::new(blueprint, HotlineId(0));
    play_with(&mut actor, blueprint, replication, script, observer)
}

/// The same with an actor that may have lived before.
pub fn play_with<O: Observer>(
    actor: &mut HotlineActor,
    blueprint: &Blueprint,
    replication: u64,
    script: &[(Instant, Act)],
    observer: &mut O,
) -> Option<HotlineUse> {
    let seed = Seed::new(7);
    let mut signals = [true; 8];
    let mut events = 0;
    macro_rules! ctx {
        ($now:expr) => {
            HotlineCtx {
                now: $now,
                truth: &|signal: Signal| signals[signal.index()],
                blueprint,
                seed: &seed,
                replication,
                events: &mut events,
                observer,
            }
        };
    }
    let end = blueprint.end();
    actor.begin(&mut ctx!(Instant::START), false);
    for &(now, act) in script.iter().take_while(|&&(now, _)| now <= end) {
        // Acts are failures of the world: what completes at the same instant comes before.
        actor.run(Key::before(now, Rank::Failure), u64::MAX, &mut ctx!(now));
        match act {
            Act::Signal(signal, holds) => {
                signals[signal as usize] = holds;
                actor.signals_changed(&mut ctx!(now));
            }
            Act::Level(service, before, after, outage) => {
                actor.service_changed(ServiceId(service), before, after, outage, &mut ctx!(now));
            }
        }
    }
    actor.run(
        Key::before(end + Span::TICK, Rank::Calendar),
        u64::MAX,
        &mut ctx!(end),
    );
    actor.finish()
}

/// Plays one replication and keeps what happened.
pub fn record(
    blueprint: &Blueprint,
    replication: u64,
    script: &[(Instant, Act)],
) -> (HotlineUse, Vec<(Instant, Happening)>) {
    let mut recorder = Recorder::default();
    let counted = play(blueprint, replication, script, &mut recorder).expect("it is simulated");
    (counted, recorder.0)
}

/// When calls were offered.
pub fn offers(happened: &[(Instant, Happening)]) -> Vec<Instant> {
    let offered = happened
        .iter()
        .filter(|(_, what)| matches!(what, Happening::CallOffered(..)));
    offered.map(|&(at, _)| at).collect()
}
