//! The workloads in desque: an event is a struct that acts on the state and schedules what follows.
//!
//! desque cannot take an event back: the end of a patience that was not needed comes up and does nothing.

use std::cmp::Ordering;
use std::collections::VecDeque;

use desque::serial::{Event, Simulation};
use desque::{Result, SimState, SimTime};
use rand::SeedableRng;
use rand_distr::{Distribution, Exp, LogNormal};
use rand_pcg::Pcg64;

use crate::workload::{Calls, Found, MOST_DOWN, Model, RACK, REPAIR, SIGMA, UP, Workload, timed};

/// Runs a workload.
pub fn run(workload: &Workload) -> Found {
    match workload.model {
        Model::Mm1(calls) => desk(calls, workload, |desk| desk.wait),
        Model::ErlangA(calls) => desk(calls, workload, |desk| desk.abandoned as f64),
        Model::Fleet(racks) => fleet(racks, workload),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct Time(f64);

impl Eq for Time {}

impl Ord for Time {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl SimTime for Time {}

type Desks = Simulation<Desk, Time>;

#[derive(Debug)]
struct Desk {
    rng: Pcg64,
    between: Exp<f64>,
    handling: Exp<f64>,
    patience: Option<Exp<f64>>,
    free: u32,
    /// Arrival of those who wait; those who gave up leave a gap.
    line: VecDeque<Option<f64>>,
    /// Number of the caller at the front of the line.
    front: u64,
    warm_up: f64,
    end: f64,
    offered: u64,
    abandoned: u64,
    wait: f64,
    events: u64,
}

impl SimState<Time> for Desk {
    fn is_complete(&self, now: &Time) -> bool {
        now.0 >= self.end
    }
}

fn exponential(mean: f64) -> Exp<f64> {
    Exp::new(1.0 / mean).expect("a mean above 0")
}

/// `sum` over the offered calls is the value looked for.
fn desk(calls: Calls, workload: &Workload, sum: impl Fn(&Desk) -> f64) -> Found {
    let state = Desk {
        rng: Pcg64::seed_from_u64(1),
        between: exponential(calls.between),
        handling: exponential(calls.handling),
        patience: calls
            .patience
            .is_finite()
            .then(|| exponential(calls.patience)),
        free: calls.agents,
        line: VecDeque::new(),
        front: 0,
        warm_up: workload.warm_up,
        end: workload.end,
        offered: 0,
        abandoned: 0,
        wait: 0.0,
        events: 0,
    };
    let mut simulation = Simulation::new(state, Time(0.0));
    let took = timed(|| {
        Arrival::schedule(&mut simulation).expect("time goes on");
        simulation.run().expect("time goes on");
    });
    let desk = simulation.state();
    Found {
        value: sum(desk) / desk.offered as f64,
        events: desk.events,
        took,
    }
}

#[derive(Debug)]
struct Arrival;

impl Arrival {
    fn schedule(desks: &mut Desks) -> Result {
        let desk = desks.state_mut();
        let wait = desk.between.sample(&mut desk.rng);
        let at = Time(desks.current_time().0 + wait);
        desks.schedule(Self, at)
    }
}

impl Event<Desk, Time> for Arrival {
    fn execute(&mut self, desks: &mut Desks) -> Result {
        let now = desks.current_time().0;
        let desk = desks.state_mut();
        desk.events += 1;
        desk.offered += u64::from(now > desk.warm_up);
        if desk.free > 0 {
            desk.free -= 1;
            End::schedule(desks)?;
        } else {
            desk.line.push_back(Some(now));
            let number = desk.front + desk.line.len() as u64 - 1;
            if let Some(patience) = desk.patience {
                let at = Time(now + patience.sample(&mut desk.rng));
                desks.schedule(GiveUp(number), at)?;
            }
        }
        Self::schedule(desks)
    }
}

#[derive(Debug)]
struct End;

impl End {
    fn schedule(desks: &mut Desks) -> Result {
        let desk = desks.state_mut();
        let lasts = desk.handling.sample(&mut desk.rng);
        let at = Time(desks.current_time().0 + lasts);
        desks.schedule(Self, at)
    }
}

impl Event<Desk, Time> for End {
    fn execute(&mut self, desks: &mut Desks) -> Result {
        let now = desks.current_time().0;
        let desk = desks.state_mut();
        desk.events += 1;
        while let Some(caller) = desk.line.pop_front() {
            desk.front += 1;
            if let Some(came) = caller {
                if came > desk.warm_up {
                    desk.wait += now - came;
                }
                return Self::schedule(desks);
            }
        }
        desk.free += 1;
        Ok(())
    }
}

/// The patience of the caller with this number ends.
#[derive(Debug)]
struct GiveUp(u64);

impl Event<Desk, Time> for GiveUp {
    fn execute(&mut self, desks: &mut Desks) -> Result {
        let now = desks.current_time().0;
        let desk = desks.state_mut();
        let Some(place) = self.0.checked_sub(desk.front) else {
            return Ok(());
        };
        if let Some(came) = desk.line[place as usize].take() {
            desk.events += 1;
            if came > desk.warm_up {
                desk.wait += now - came;
                desk.abandoned += 1;
            }
        }
        Ok(())
    }
}

type Fleets = Simulation<Fleet, Time>;

#[derive(Debug)]
struct Fleet {
    rng: Pcg64,
    up: Exp<f64>,
    repair: LogNormal<f64>,
    racks: Vec<Rack>,
    warm_up: f64,
    end: f64,
    events: u64,
}

#[derive(Clone, Copy, Debug, Default)]
struct Rack {
    down: u32,
    since: f64,
    short: f64,
    outages: u64,
}

impl SimState<Time> for Fleet {
    fn is_complete(&self, now: &Time) -> bool {
        now.0 >= self.end
    }
}

fn fleet(racks: u32, workload: &Workload) -> Found {
    let state = Fleet {
        rng: Pcg64::seed_from_u64(1),
        up: exponential(UP),
        repair: LogNormal::new(REPAIR.ln() - SIGMA * SIGMA / 2.0, SIGMA).expect("sigma above 0"),
        racks: vec![Rack::default(); racks as usize],
        warm_up: workload.warm_up,
        end: workload.end,
        events: 0,
    };
    let mut simulation = Simulation::new(state, Time(0.0));
    let took = timed(|| {
        for server in 0..racks * RACK {
            Failure::schedule(server, &mut simulation).expect("time goes on");
        }
        simulation.run().expect("time goes on");
    });
    let fleet = simulation.state();
    let short: f64 = fleet.racks.iter().map(|rack| rack.short).sum();
    Found {
        value: short / (f64::from(racks) * (fleet.end - fleet.warm_up)),
        events: fleet.events,
        took,
    }
}

#[derive(Debug)]
struct Failure(u32);

impl Failure {
    fn schedule(server: u32, fleets: &mut Fleets) -> Result {
        let fleet = fleets.state_mut();
        let up = fleet.up.sample(&mut fleet.rng);
        let at = Time(fleets.current_time().0 + up);
        fleets.schedule(Self(server), at)
    }
}

impl Event<Fleet, Time> for Failure {
    fn execute(&mut self, fleets: &mut Fleets) -> Result {
        let now = fleets.current_time().0;
        let fleet = fleets.state_mut();
        fleet.events += 1;
        let rack = &mut fleet.racks[(self.0 / RACK) as usize];
        rack.down += 1;
        if rack.down == MOST_DOWN + 1 {
            rack.since = now;
        }
        let repair = fleet.repair.sample(&mut fleet.rng);
        fleets.schedule(Repair(self.0), Time(now + repair))
    }
}

#[derive(Debug)]
struct Repair(u32);

impl Event<Fleet, Time> for Repair {
    fn execute(&mut self, fleets: &mut Fleets) -> Result {
        let now = fleets.current_time().0;
        let fleet = fleets.state_mut();
        fleet.events += 1;
        let rack = &mut fleet.racks[(self.0 / RACK) as usize];
        rack.down -= 1;
        if rack.down == MOST_DOWN {
            rack.short += (now - rack.since.max(fleet.warm_up)).max(0.0);
            rack.outages += 1;
        }
        Failure::schedule(self.0, fleets)
    }
}
