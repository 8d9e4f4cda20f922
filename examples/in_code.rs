//! A study without a scenario file: two servers with one repair crew, built in code, run as a batch, and observed event by event.
//!
//! Run it by `cargo run --release --example in_code`.

use std::ops::ControlFlow;

use ausfall::batch::{self, Plan};
use ausfall::dist::Law;
use ausfall::kernel::Seed;
use ausfall::model::builder::up;
use ausfall::model::ids::WatchId;
use ausfall::model::structure::Op;
use ausfall::model::watch::{Ask, Wanted};
use ausfall::model::{Blueprint, Builder};
use ausfall::simulate::{Happening, Observer, Options, World};
use ausfall::text::Wording;
use ausfall::units::{Instant, MICROS_PER_HOUR, Span};

/// Mean times of the exact answer: operating age to failure and active repair [h].
const LIFE: f64 = 1_000.0;
const REPAIR: f64 = 10.0;

fn exponential(hours: f64) -> Law {
    Law::exponential(hours * MICROS_PER_HOUR as f64).expect("a mean above 0")
}

/// Mail is there while one of two servers is; one person repairs.
fn mail() -> Blueprint {
    let mut b = Builder::new(Span::from_hours(101_000));
    b.blueprint.warm_up = Span::from_hours(1_000);
    let admin = b.crew(1);
    let servers = ["server 1", "server 2"].map(|name| {
        let server = b.part(name, exponential(LIFE), exponential(REPAIR));
        b.mode(server).crew = Some(admin);
        server
    });
    let any = b.gate(Op::Any, &servers.map(up));
    b.service("mail", &[(any, None)]);
    b.blueprint.asks = vec![Ask {
        label: Wording::default(),
        wanted: Wanted::DownShare(WatchId(0)),
    }];
    b.build()
}

/// Remembers the longest outage of the first watch.
#[derive(Default)]
struct Longest {
    began: Option<Instant>,
    lasted: Span,
}

impl Observer for Longest {
    const LISTENS: bool = true;

    fn happened(&mut self, at: Instant, what: Happening) {
        match what {
            Happening::OutageBegan(WatchId(0), _) => self.began = Some(at),
            Happening::OutageEnded(WatchId(0)) => {
                let lasted = self.began.take().map_or(Span::ZERO, |began| at - began);
                self.lasted = self.lasted.max(lasted);
            }
            _ => {}
        }
    }
}

fn main() {
    let blueprint = mail();

    // A batch: the same numbers as `ausfall run` would give, on any number of threads.
    let plan = Plan {
        replications: 2_048,
        threads: 2,
        ..Plan::of(&blueprint)
    };
    let batch = batch::run(&blueprint, &plan, &mut |_| ControlFlow::Continue(()));
    let results = batch.expect("the model is sound").results;
    let ratio = REPAIR / LIFE;
    let exact = 2.0 * ratio * ratio / (1.0 + 2.0 * ratio + 2.0 * ratio * ratio);
    for answer in &results.asks {
        let row = &answer.row.value;
        println!(
            "share of time without mail: {:.3e}, 95 % interval {:.3e} to {:.3e} ({}); exact {exact:.3e}",
            row.estimate.unwrap_or_default(),
            row.low.unwrap_or_default(),
            row.high.unwrap_or_default(),
            row.method,
        );
    }

    // One replication, heard event by event.
    let mut longest = Longest::default();
    let mut world = World::new(&blueprint);
    let outcome = world
        .run(&Seed::new(1), 0, Options::default(), &mut longest)
        .expect("the model is sound");
    println!(
        "replication 0: {} events, {} outages, the longest {:.1} h",
        outcome.events,
        outcome.outages.len(),
        longest.lasted.hours()
    );
}
