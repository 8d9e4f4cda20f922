//! W2 by hand: servers that fail and are repaired, in racks of ten of which eight must hold.
//!
//! A server has one pending event, its failure or the end of its repair, in a calendar of its own. One block of random numbers serves
//! a cycle of failure and repair, as in the product: lane 0 of cycle i is the time to the failure i, lane 2 of it the repair.

use std::ops::Range;

use ausfall::dist::{Exponential, Law, Lognormal};
use ausfall::kernel::{Seed, StreamName};
use ausfall::model::Blueprint;
use ausfall::stats::special::ln;

/// Servers of one rack.
const RACK: usize = 10;
/// A rack with more than so many down is short.
const MOST_DOWN: u8 = 2;
/// Racks of the service that needs all of them.
const HUNDRED: usize = 100;
/// No server.
const NOBODY: u32 = u32::MAX;

struct Server {
    /// Its next event [µs].
    at: i64,
    stream: StreamName,
    /// The uniform of the repair of this cycle.
    repair: f64,
    cycle: u32,
    /// The next server of the same day of the calendar.
    next: u32,
    up: bool,
}

/// What is counted of a rack, or of a hundred.
#[derive(Clone, Copy, Default)]
struct Short {
    down: u8,
    since: i64,
    /// Time short [µs].
    time: i64,
    outages: u64,
    /// Sum of the lengths of these outages [µs].
    lasted: i64,
}

/// The loop with its memory.
pub struct Fleet {
    seed: Seed,
    mean_up: f64,
    repair: Lognormal,
    names: Vec<String>,
    servers: Vec<Server>,
    racks: Vec<Short>,
    hundred: Short,
    calendar: Calendar,
    warm_up: i64,
    end: i64,
    replications: u64,
}

impl Fleet {
    /// The loop for a scenario.
    pub fn of(blueprint: &Blueprint) -> Self {
        let mode = &blueprint.modes[0];
        let (Some(Law::Exponential(fails)), Some(Law::Lognormal(repair))) =
            (&mode.fails, &mode.repair)
        else {
            panic!("exponential and lognormal")
        };
        let server = |mode: &ausfall::model::component::Mode| Server {
            at: 0,
            stream: mode.stream,
            repair: 0.0,
            cycle: 0,
            next: NOBODY,
            up: true,
        };
        let racks = blueprint
            .services
            .iter()
            .map(|service| service.name.clone());
        let racks: Vec<_> = racks.filter(|name| name.starts_with("rack")).collect();
        assert_eq!(racks.len() * RACK, blueprint.modes.len());
        let end = blueprint.end().micros();
        Self {
            seed: Seed::new(1),
            mean_up: Exponential::mean(fails),
            repair: *repair,
            servers: blueprint.modes.iter().map(server).collect(),
            racks: vec![Short::default(); racks.len()],
            hundred: Short::default(),
            calendar: Calendar::new(blueprint.modes.len(), Exponential::mean(fails), end),
            names: racks,
            warm_up: blueprint.warm_up.micros(),
            end,
            replications: 0,
        }
    }

    /// Runs replications, with everything counted before forgotten; the failures and repairs in them.
    pub fn run(&mut self, replications: Range<u64>) -> u64 {
        self.racks.fill(Short::default());
        self.hundred = Short::default();
        self.replications = replications.end - replications.start;
        replications
            .map(|replication| self.replicate(replication))
            .sum()
    }

    /// Share of the counted time in which each rack, and any of the first hundred, was short.
    pub fn down_shares(&self) -> impl Iterator<Item = (&str, f64)> {
        let counted = (self.replications as i64 * (self.end - self.warm_up)) as f64;
        let names = self.names.iter().map(String::as_str);
        let each = names
            .zip(&self.racks)
            .chain([("first hundred", &self.hundred)]);
        each.map(move |(name, short)| (name, short.time as f64 / counted))
    }

    fn replicate(&mut self, replication: u64) -> u64 {
        self.calendar.clear();
        for id in 0..self.servers.len() {
            let server = &mut self.servers[id];
            (server.cycle, server.up) = (0, true);
            self.live(id, replication, 0);
        }
        let mut events = 0;
        while let Some((now, id)) = self.calendar.pop(&mut self.servers) {
            events += 1;
            let server = &mut self.servers[id as usize];
            server.up = !server.up;
            if server.up {
                server.cycle += 1;
                self.live(id as usize, replication, now);
                self.repaired(id as usize / RACK, now);
            } else {
                server.at = now + ticks(self.repair.quantile(server.repair));
                self.calendar.add(&mut self.servers, id);
                self.failed(id as usize / RACK, now);
            }
        }
        self.close();
        events
    }

    /// A server is as new: draws its next failure.
    #[inline(always)]
    fn live(&mut self, id: usize, replication: u64, now: i64) {
        let server = &mut self.servers[id];
        let [fails, _, repair, _] =
            self.seed
                .uniforms(server.stream, replication, u64::from(server.cycle), 0);
        server.repair = repair;
        server.at = now + ticks(-self.mean_up * ln(1.0 - fails));
        self.calendar.add(&mut self.servers, id as u32);
    }

    #[inline(always)]
    fn failed(&mut self, rack: usize, now: i64) {
        let short = &mut self.racks[rack];
        short.down += 1;
        if short.down == MOST_DOWN + 1 {
            short.since = now;
            if rack < HUNDRED {
                self.hundred.down += 1;
                if self.hundred.down == 1 {
                    self.hundred.since = now;
                }
            }
        }
    }

    #[inline(always)]
    fn repaired(&mut self, rack: usize, now: i64) {
        let short = &mut self.racks[rack];
        short.down -= 1;
        if short.down == MOST_DOWN {
            short.end(now, self.warm_up);
            if rack < HUNDRED {
                self.hundred.down -= 1;
                if self.hundred.down == 0 {
                    self.hundred.end(now, self.warm_up);
                }
            }
        }
    }

    /// The replication is over: what is still short is so up to the end.
    fn close(&mut self) {
        let (warm_up, end) = (self.warm_up, self.end);
        let open = self.racks.iter_mut().filter(|short| short.down > MOST_DOWN);
        open.for_each(|short| short.end(end, warm_up));
        if self.hundred.down > 0 {
            self.hundred.end(end, warm_up);
        }
        self.racks.iter_mut().for_each(|short| short.down = 0);
        self.hundred.down = 0;
    }
}

impl Short {
    fn end(&mut self, now: i64, warm_up: i64) {
        self.time += (now - self.since.max(warm_up)).max(0);
        if self.since > warm_up {
            self.outages += 1;
            self.lasted += now - self.since;
        }
    }
}

/// A drawn time in whole microseconds, at least one.
#[inline(always)]
fn ticks(micros: f64) -> i64 {
    ((micros + 0.5) as i64).max(1)
}

/// A calendar queue (R. Brown, Communications of the ACM 31 (1988) 1220) of fixed width: days are lists through the servers, the
/// events of the present day stand sorted, latest first. What lies beyond the end is left out.
struct Calendar {
    days: Vec<u32>,
    /// Binary logarithm of the width of a day [µs].
    width: u32,
    today: i64,
    due: Vec<(i64, u32)>,
    end: i64,
}

impl Calendar {
    /// About `2 · count` events come in `mean_up` [µs]: a day has about two.
    fn new(count: usize, mean_up: f64, end: i64) -> Self {
        let gap = mean_up / (2.0 * count as f64);
        Self {
            days: vec![NOBODY; (4 * count).next_power_of_two()],
            width: (gap as u64).ilog2() + 1,
            today: 0,
            due: Vec::new(),
            end,
        }
    }

    fn clear(&mut self) {
        self.days.fill(NOBODY);
        self.today = 0;
        self.due.clear();
    }

    #[inline(always)]
    fn add(&mut self, servers: &mut [Server], id: u32) {
        let server = &mut servers[id as usize];
        if server.at > self.end {
            return;
        }
        let day = server.at >> self.width;
        if day == self.today {
            let place = self.due.partition_point(|&(at, _)| at > server.at);
            self.due.insert(place, (server.at, id));
        } else {
            let place = day as usize & (self.days.len() - 1);
            server.next = std::mem::replace(&mut self.days[place], id);
        }
    }

    #[inline(always)]
    fn pop(&mut self, servers: &mut [Server]) -> Option<(i64, u32)> {
        while self.due.is_empty() {
            if self.today << self.width > self.end {
                return None;
            }
            self.today += 1;
            self.turn(servers);
        }
        self.due.pop()
    }

    /// Takes the events of today out of its list; those of later rounds of the ring stay.
    #[inline(always)]
    fn turn(&mut self, servers: &mut [Server]) {
        let place = self.today as usize & (self.days.len() - 1);
        let mut id = std::mem::replace(&mut self.days[place], NOBODY);
        while id != NOBODY {
            let server = &mut servers[id as usize];
            let next = server.next;
            if server.at >> self.width == self.today {
                self.due.push((server.at, id));
            } else {
                server.next = std::mem::replace(&mut self.days[place], id);
            }
            id = next;
        }
        if self.due.len() > 1 {
            self.due.sort_unstable_by(|a, b| b.cmp(a));
        }
    }
}
