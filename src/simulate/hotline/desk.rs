//! A desk: agents who share a waiting line, and the calls that they are busy with.
//!
//! Places are counted, not agents: a call takes a free place, and there are as many places as agents are ever on duty.
//! Knows nothing of arrivals, opening hours or statistics.

use super::line::Line;
use super::tally::{Arrival, Load};
use crate::model::hotline::Pool;
use crate::units::{Instant, Span};

/// A call.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Call {
    /// What is counted of it.
    pub arrival: Arrival,
    /// How long it will be handled, as drawn, where nothing slows the agents [µs].
    pub handling: f64,
}

/// A call in progress.
#[derive(Clone, Copy, Debug)]
pub struct Talk {
    /// What is counted of it.
    pub arrival: Arrival,
    /// While it stands still: what is left of it.
    pub left: Option<Span>,
}

/// Agents with their waiting line.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Who waits.
    pub line: Line,
    /// When the slot of deadlines fires: at the next one of those who wait, or before.
    pub deadline: Instant,
    /// The load as it was last counted.
    pub counted: Load,
    places: Vec<Option<Talk>>,
    free: Vec<u32>,
    busy: u32,
    on_duty: u32,
    /// Agents who stay past closing time until nobody waits.
    staying: u32,
}

impl Desk {
    /// A desk with nobody on duty.
    #[must_use]
    pub fn new(pool: &Pool) -> Self {
        let places = Self::places(pool);
        let mut desk = Self {
            line: Line::default(),
            deadline: Instant::NEVER,
            counted: Load::default(),
            places: vec![None; places as usize],
            free: Vec::with_capacity(places as usize),
            busy: 0,
            on_duty: 0,
            staying: 0,
        };
        desk.reset();
        desk
    }

    /// Most agents who are ever on duty: also the most calls in progress, since none begins while more are busy.
    #[must_use]
    pub fn places(pool: &Pool) -> u32 {
        pool.agents
            .0
            .iter()
            .map(|&(_, agents)| agents)
            .max()
            .unwrap_or(0)
    }

    /// Forgets the last replication.
    pub fn reset(&mut self) {
        self.line.clear();
        (self.deadline, self.counted) = (Instant::NEVER, Load::default());
        self.places.fill(None);
        self.free.clear();
        self.free.extend((0..self.places.len() as u32).rev());
        (self.busy, self.on_duty, self.staying) = (0, 0, 0);
    }

    /// How many wait and work.
    #[must_use]
    #[inline]
    pub fn load(&self) -> Load {
        Load {
            waiting: self.line.len(),
            busy: self.busy,
            staffed: self.on_duty,
            overtime: self.busy.saturating_sub(self.on_duty),
        }
    }

    /// Whether an agent may take a call. At a shift end idle agents leave first: those still busy count against the
    /// agents on duty.
    #[must_use]
    #[inline]
    pub fn has_free_agent(&self) -> bool {
        self.busy < self.on_duty.max(self.staying)
    }

    /// So many agents are on duty from now on.
    pub fn staff(&mut self, agents: u32) {
        self.on_duty = agents;
    }

    /// Whoever is on duty stays until nobody waits.
    pub fn serve_out(&mut self) {
        if !self.line.is_empty() {
            self.staying = self.staying.max(self.on_duty);
        }
    }

    /// Those who stayed go once nobody waits.
    #[inline]
    pub fn release(&mut self) {
        if self.line.is_empty() {
            self.staying = 0;
        }
    }

    /// Begins a call; the place that it takes, if one is free.
    #[inline]
    pub fn begin(&mut self, arrival: Arrival) -> Option<u32> {
        let place = self.free.pop()?;
        self.busy += 1;
        self.places[place as usize] = Some(Talk {
            arrival,
            left: None,
        });
        Some(place)
    }

    /// Ends the call at `place`.
    #[inline]
    pub fn end(&mut self, place: u32) -> Option<Arrival> {
        let talk = self.places[place as usize].take()?;
        self.free.push(place);
        self.busy -= 1;
        Some(talk.arrival)
    }

    /// The call in progress at `place`.
    pub fn talk(&mut self, place: u32) -> Option<&mut Talk> {
        self.places[place as usize].as_mut()
    }

    /// How many places there are.
    #[must_use]
    pub fn size(&self) -> u32 {
        self.places.len() as u32
    }
}
