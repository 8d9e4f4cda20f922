//! The workloads in nexosim: one model for the desk, one for each rack, that schedule events on themselves.

use std::collections::VecDeque;
use std::time::Duration;

use nexosim::model::{Context, Model, schedulable};
use nexosim::ports::QuerySource;
use nexosim::simulation::{EventKey, Mailbox, QueryId, SimInit, Simulation};
use nexosim::time::MonotonicTime;
use rand::SeedableRng;
use rand_distr::{Distribution, Exp1, LogNormal};
use rand_pcg::Pcg64;
use serde::{Deserialize, Serialize};

use crate::workload::{
    Calls, Found, MOST_DOWN, Model as Kind, RACK, REPAIR, SIGMA, UP, Workload, timed,
};

/// Seconds of an hour.
const HOUR: f64 = 3_600.0;

/// Runs a workload.
pub fn run(workload: &Workload) -> Found {
    match workload.model {
        Kind::Mm1(calls) => desk(calls, workload, |sums| sums.wait),
        Kind::ErlangA(calls) => desk(calls, workload, |sums| sums.abandoned as f64),
        Kind::Fleet(racks) => fleet(racks, workload),
    }
}

/// A time drawn [s]; nexosim wants at least one nanosecond.
fn drawn(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds).max(Duration::from_nanos(1))
}

fn exponential(mean: f64, rng: &mut Pcg64) -> Duration {
    let one: f64 = Exp1.sample(rng);
    drawn(mean * one)
}

fn instant(seconds: f64) -> MonotonicTime {
    MonotonicTime::EPOCH + Duration::from_secs_f64(seconds)
}

/// What a model has counted.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
struct Sums {
    events: u64,
    offered: u64,
    abandoned: u64,
    /// Waits, or time short [s].
    wait: f64,
}

#[derive(Serialize, Deserialize)]
struct Desk {
    rng: Pcg64,
    between: f64,
    handling: f64,
    patience: f64,
    free: u32,
    line: VecDeque<Caller>,
    /// Number of the next caller who waits.
    next: u64,
    warm_up: MonotonicTime,
    sums: Sums,
}

/// Somebody who waits.
#[derive(Serialize, Deserialize)]
struct Caller {
    number: u64,
    came: MonotonicTime,
    gives_up: Option<EventKey>,
}

#[Model]
impl Desk {
    #[nexosim(init)]
    async fn init(&mut self, cx: &Context<Self>) {
        self.await_call(cx);
    }

    fn await_call(&mut self, cx: &Context<Self>) {
        let wait = exponential(self.between, &mut self.rng);
        cx.schedule_event(wait, schedulable!(Self::arrive), ())
            .expect("time goes on");
    }

    fn answer(&mut self, cx: &Context<Self>) {
        let lasts = exponential(self.handling, &mut self.rng);
        cx.schedule_event(lasts, schedulable!(Self::end), ())
            .expect("time goes on");
    }

    fn left(&mut self, caller: &Caller, now: MonotonicTime) -> bool {
        let counted = caller.came > self.warm_up;
        if counted {
            self.sums.wait += now.duration_since(caller.came).as_secs_f64();
        }
        counted
    }

    #[nexosim(schedulable)]
    fn arrive(&mut self, _: (), cx: &Context<Self>) {
        let now = cx.time();
        self.sums.events += 1;
        self.sums.offered += u64::from(now > self.warm_up);
        if self.free > 0 {
            self.free -= 1;
            self.answer(cx);
        } else {
            let number = self.next;
            self.next += 1;
            let gives_up = self.patience.is_finite().then(|| {
                let patience = exponential(self.patience, &mut self.rng);
                cx.schedule_keyed_event(patience, schedulable!(Self::give_up), number)
                    .expect("time goes on")
            });
            self.line.push_back(Caller {
                number,
                came: now,
                gives_up,
            });
        }
        self.await_call(cx);
    }

    #[nexosim(schedulable)]
    fn end(&mut self, _: (), cx: &Context<Self>) {
        self.sums.events += 1;
        let Some(mut caller) = self.line.pop_front() else {
            self.free += 1;
            return;
        };
        if let Some(key) = caller.gives_up.take() {
            key.cancel();
        }
        self.left(&caller, cx.time());
        self.answer(cx);
    }

    #[nexosim(schedulable)]
    fn give_up(&mut self, number: u64, cx: &Context<Self>) {
        self.sums.events += 1;
        let place = self.line.partition_point(|caller| caller.number < number);
        if let Some(caller) = self.line.remove(place) {
            self.sums.abandoned += u64::from(self.left(&caller, cx.time()));
        }
    }

    async fn sums(&mut self) -> Sums {
        self.sums
    }
}

/// `sum` over the offered calls is the value looked for.
fn desk(calls: Calls, workload: &Workload, sum: impl Fn(&Sums) -> f64) -> Found {
    let desk = Desk {
        rng: Pcg64::seed_from_u64(1),
        between: calls.between,
        handling: calls.handling,
        patience: calls.patience,
        free: calls.agents,
        line: VecDeque::new(),
        next: 0,
        warm_up: instant(workload.warm_up),
        sums: Sums::default(),
    };
    let (mailbox, mut bench) = (Mailbox::new(), SimInit::with_num_threads(1));
    let query = QuerySource::new()
        .connect(Desk::sums, &mailbox)
        .register(&mut bench);
    let mut simulation = bench
        .add_model(desk, mailbox, "desk")
        .init(MonotonicTime::EPOCH)
        .expect("the bench is sound");
    let took = timed(|| {
        simulation
            .step_until(instant(workload.end))
            .expect("time goes on");
    });
    let sums = ask(&mut simulation, &query);
    Found {
        value: sum(&sums) / sums.offered as f64,
        events: sums.events,
        took,
    }
}

fn ask(simulation: &mut Simulation, query: &QueryId<(), Sums>) -> Sums {
    simulation
        .process_query(query, ())
        .expect("the model answers")
}

#[derive(Serialize, Deserialize)]
struct Rack {
    rng: Pcg64,
    down: u32,
    since: MonotonicTime,
    warm_up: MonotonicTime,
    sums: Sums,
}

#[Model]
impl Rack {
    #[nexosim(init)]
    async fn init(&mut self, cx: &Context<Self>) {
        (0..RACK).for_each(|server| self.await_failure(server, cx));
    }

    fn await_failure(&mut self, server: u32, cx: &Context<Self>) {
        let up = exponential(UP * HOUR, &mut self.rng);
        cx.schedule_event(up, schedulable!(Self::fail), server)
            .expect("time goes on");
    }

    #[nexosim(schedulable)]
    fn fail(&mut self, server: u32, cx: &Context<Self>) {
        self.sums.events += 1;
        self.down += 1;
        if self.down == MOST_DOWN + 1 {
            self.since = cx.time();
        }
        let law = LogNormal::new(REPAIR.ln() - SIGMA * SIGMA / 2.0, SIGMA);
        let repair = law.expect("sigma above 0").sample(&mut self.rng);
        cx.schedule_event(drawn(repair * HOUR), schedulable!(Self::repair), server)
            .expect("time goes on");
    }

    #[nexosim(schedulable)]
    fn repair(&mut self, server: u32, cx: &Context<Self>) {
        self.sums.events += 1;
        self.down -= 1;
        if self.down == MOST_DOWN {
            let (now, since) = (cx.time(), self.since.max(self.warm_up));
            if now > since {
                self.sums.wait += now.duration_since(since).as_secs_f64();
            }
        }
        self.await_failure(server, cx);
    }

    async fn sums(&mut self) -> Sums {
        self.sums
    }
}

fn fleet(racks: u32, workload: &Workload) -> Found {
    let (warm_up, end) = (workload.warm_up * HOUR, workload.end * HOUR);
    let mut bench = SimInit::with_num_threads(1);
    let mut queries = Vec::new();
    for number in 0..racks {
        let rack = Rack {
            rng: Pcg64::seed_from_u64(u64::from(number)),
            down: 0,
            since: MonotonicTime::EPOCH,
            warm_up: instant(warm_up),
            sums: Sums::default(),
        };
        let mailbox = Mailbox::new();
        queries.push(
            QuerySource::new()
                .connect(Rack::sums, &mailbox)
                .register(&mut bench),
        );
        bench = bench.add_model(rack, mailbox, &format!("rack {number}"));
    }
    let mut simulation = bench
        .init(MonotonicTime::EPOCH)
        .expect("the bench is sound");
    let took = timed(|| simulation.step_until(instant(end)).expect("time goes on"));
    let (mut events, mut short) = (0, 0.0);
    for query in &queries {
        let sums = ask(&mut simulation, query);
        events += sums.events;
        short += sums.wait;
    }
    Found {
        value: short / (f64::from(racks) * (end - warm_up)),
        events,
        took,
    }
}
