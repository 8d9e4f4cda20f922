//! The fixed places of a hotline in the agenda.

use super::desk::Desk;
use crate::model::hotline::Hotline;

/// What a slot of a hotline stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The simulated time begins, opening hours or a shift change.
    Calendar,
    /// The counted window ends.
    End,
    /// The next base call of a class comes.
    BaseCall(usize),
    /// The next surge call of a source comes.
    SurgeCall(usize),
    /// The next of a desk's waiting callers gives up.
    GivesUp(usize),
    /// The call at a desk's place ends.
    CallEnds(usize, u32),
}

/// Slots in their order: calendar, end, classes, surges, desks' deadlines if callers lose patience, desks' places.
#[derive(Clone, Debug)]
pub struct Slots {
    events: Vec<Event>,
    surges: u32,
    deadlines: u32,
    places: Vec<u32>,
}

impl Slots {
    /// The slot of calendar changes.
    pub const CALENDAR: u32 = 0;
    /// The slot of the window's end.
    pub const END: u32 = 1;
    const CLASSES: u32 = 2;

    /// The slots of a hotline with so many sources of surge calls.
    #[must_use]
    pub fn new(hotline: &Hotline, surges: usize) -> Self {
        let mut events = vec![Event::Calendar, Event::End];
        events.extend((0..hotline.classes.len()).map(Event::BaseCall));
        let surges_from = events.len() as u32;
        events.extend((0..surges).map(Event::SurgeCall));
        let deadlines = events.len() as u32;
        if hotline.patience.is_some() {
            events.extend((0..hotline.pools.len()).map(Event::GivesUp));
        }
        let mut places = Vec::with_capacity(hotline.pools.len());
        for (desk, pool) in hotline.pools.iter().enumerate() {
            places.push(events.len() as u32);
            events.extend((0..Desk::places(pool)).map(|place| Event::CallEnds(desk, place)));
        }
        Self {
            events,
            surges: surges_from,
            deadlines,
            places,
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.events.len() as u32
    }

    /// What a slot stands for.
    #[must_use]
    pub fn event(&self, local: u32) -> Event {
        self.events[local as usize]
    }

    /// The slot of a class's next base call.
    #[must_use]
    pub fn base_call(&self, class: usize) -> u32 {
        Self::CLASSES + class as u32
    }

    /// The slot of a source's next surge call.
    #[must_use]
    pub fn surge_call(&self, source: usize) -> u32 {
        self.surges + source as u32
    }

    /// The slot of a desk's next deadline.
    #[must_use]
    pub fn deadline(&self, desk: usize) -> u32 {
        self.deadlines + desk as u32
    }

    /// The slot of the call at a desk's place.
    #[must_use]
    pub fn call_ends(&self, desk: usize, place: u32) -> u32 {
        self.places[desk] + place
    }
}
