//! The calls of a hotline with one class of callers and a constant rate: what is drawn of each, in blocks.
//!
//! The numbers are those of the product: four uniforms a call from the dense stream of the class, lane 0 for the arrival, 1 for
//! the handling, 2 for the patience, all three exponential. Knows nothing of agents and lines.

use ausfall::dist::{Exponential, Law};
use ausfall::kernel::{Dense, Seed, StreamName};
use ausfall::model::Blueprint;
use ausfall::stats::special::ln_each;
use rand::Rng;

/// Calls of one block.
const BLOCK: usize = 256;
/// Lanes of one call.
const LANES: usize = 4;
const BYTES: usize = size_of::<u64>();
/// The seed of every plan that says nothing else.
const SEED: u64 = 1;

/// What the hand loops know of a hotline.
#[derive(Clone, Copy)]
pub struct Hotline {
    stream: StreamName,
    users: f64,
    /// Calls of one user [1/µs].
    rate: f64,
    /// Mean handling [µs].
    handling: f64,
    /// Mean patience [µs]; endless if there is none.
    patience: f64,
    pub agents: u32,
    /// Calls that come later than this and not after `end` are counted [µs].
    pub warm_up: i64,
    pub end: i64,
}

/// A call as drawn [µs].
#[derive(Clone, Copy, Default)]
pub struct Call {
    pub at: i64,
    pub handling: i64,
    pub patience: i64,
}

/// Calls in the order in which they come.
pub struct Calls {
    hotline: Hotline,
    seed: Seed,
    stream: Dense,
    bytes: Vec<u8>,
    logs: Vec<f64>,
    block: Vec<Call>,
    next: usize,
    last: i64,
}

/// What is counted of calls.
#[derive(Clone, Copy, Default)]
pub struct Sums {
    pub offered: u64,
    pub abandoned: u64,
    /// Waits of all offered calls [µs].
    pub wait: i64,
    /// Arrivals, ends and givings-up, in the warm-up too.
    pub events: u64,
}

impl Hotline {
    /// The only hotline of a blueprint, if it is as simple as the loops here need it.
    pub fn of(blueprint: &Blueprint) -> Self {
        let [hotline] = &blueprint.hotlines[..] else {
            panic!("one hotline")
        };
        let ([class], [pool]) = (&hotline.classes[..], &hotline.pools[..]) else {
            panic!("one class and one desk")
        };
        let ([(_, rate)], [(_, agents)]) = (&hotline.rate.0[..], &pool.agents.0[..]) else {
            panic!("a rate and a staff that never change")
        };
        Self {
            stream: class.arrivals,
            users: class.users as f64,
            rate: *rate,
            handling: mean(&hotline.handling),
            patience: hotline.patience.as_ref().map_or(f64::INFINITY, mean),
            agents: *agents,
            warm_up: blueprint.warm_up.micros(),
            end: blueprint.end().micros(),
        }
    }

    /// The calls of its replications.
    pub fn calls(self) -> Calls {
        let seed = Seed::new(SEED);
        Calls {
            hotline: self,
            seed,
            stream: seed.dense(self.stream, 0),
            bytes: vec![0; BLOCK * LANES * BYTES],
            logs: vec![0.0; BLOCK],
            block: vec![Call::default(); BLOCK],
            next: BLOCK,
            last: 0,
        }
    }

    /// Whether a call that comes at `at`, not after the end, is counted.
    #[inline(always)]
    pub fn counts(&self, at: i64) -> bool {
        at > self.warm_up
    }
}

fn mean(law: &Law) -> f64 {
    match law {
        Law::Exponential(law) => Exponential::mean(law),
        other => panic!("exponential, not {other:?}"),
    }
}

impl Calls {
    /// Starts a replication.
    pub fn restart(&mut self, replication: u64) {
        self.stream = self.seed.dense(self.hotline.stream, replication);
        self.next = BLOCK;
        self.last = 0;
    }

    /// The next call.
    #[inline(always)]
    pub fn next(&mut self) -> Call {
        if self.next == BLOCK {
            self.fill();
        }
        let call = self.block[self.next];
        self.next += 1;
        call
    }

    fn fill(&mut self) {
        self.stream.fill_bytes(&mut self.bytes);
        let hotline = self.hotline;
        self.logarithms(0, |u| u);
        for (call, log) in self.block.iter_mut().zip(&self.logs) {
            self.last += ticks(-log / hotline.users / hotline.rate);
            call.at = self.last;
        }
        self.logarithms(1, |u| 1.0 - u);
        for (call, log) in self.block.iter_mut().zip(&self.logs) {
            call.handling = ticks(-hotline.handling * log);
        }
        if hotline.patience.is_finite() {
            self.logarithms(2, |u| 1.0 - u);
            for (call, log) in self.block.iter_mut().zip(&self.logs) {
                call.patience = ticks(-hotline.patience * log);
            }
        }
        self.next = 0;
    }

    /// The logarithms of what is made of the uniforms of a lane, in passes that become vector instructions.
    #[inline(always)]
    fn logarithms(&mut self, lane: usize, of: impl Fn(f64) -> f64) {
        for (log, call) in self
            .logs
            .iter_mut()
            .zip(self.bytes.chunks_exact(LANES * BYTES))
        {
            *log = of(uniform(call, lane));
        }
        ln_each(&mut self.logs);
    }
}

/// The uniform of lane `lane`: 52 bits of its word, in the middle of their cell.
#[inline(always)]
fn uniform(call: &[u8], lane: usize) -> f64 {
    let mut word = [0; BYTES];
    word.copy_from_slice(&call[lane * BYTES..][..BYTES]);
    let mantissa = u64::from_le_bytes(word) >> 12;
    f64::from_bits(1.0_f64.to_bits() | mantissa) - (1.0 - f64::EPSILON / 2.0)
}

/// A drawn time in whole microseconds, at least one.
#[inline(always)]
fn ticks(micros: f64) -> i64 {
    ((micros + 0.5) as i64).max(1)
}

impl Sums {
    /// Mean wait of all offered calls [h].
    pub fn mean_wait_h(&self) -> f64 {
        self.wait as f64 / self.offered as f64 / 3.6e9
    }

    /// Share of the offered calls whose caller gave up.
    pub fn abandoned_share(&self) -> f64 {
        self.abandoned as f64 / self.offered as f64
    }
}
