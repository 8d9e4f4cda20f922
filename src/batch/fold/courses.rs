//! The courses of all watches through one replication, told outage by outage while it is simulated.
//!
//! Each thread has its own, so that reading a replication needs no lock. Knows nothing of sums over replications.

use super::course::Course;
use crate::kernel::Seed;
use crate::model::Blueprint;
use crate::model::ids::WatchId;
use crate::simulate::outcome::Outage;
use crate::simulate::{Happening, Observer, Options, Outcome, Stop, World};
use crate::units::Instant;

/// What one replication leaves behind.
#[derive(Clone, Copy)]
pub struct Lived<'a> {
    /// Its outcome, without the outages.
    pub outcome: &'a Outcome,
    /// What its watches went through.
    pub courses: &'a Courses<'a>,
}

/// What every watch goes through in a replication.
pub struct Courses<'b> {
    blueprint: &'b Blueprint,
    courses: Vec<Course>,
    /// Watches with an outage, in the order of their first.
    touched: Vec<WatchId>,
}

impl<'b> Courses<'b> {
    /// All watches of `blueprint`, before a replication.
    #[must_use]
    pub fn new(blueprint: &'b Blueprint) -> Self {
        Self {
            blueprint,
            courses: blueprint.watches.iter().map(Course::new).collect(),
            touched: Vec::new(),
        }
    }

    /// Lives through replication `replication` of `world`.
    ///
    /// # Errors
    /// When it cannot be finished.
    pub fn live<'a>(
        &'a mut self,
        world: &'a mut World<'_>,
        seed: &Seed,
        replication: u64,
        options: Options,
    ) -> Result<Lived<'a>, Stop> {
        self.clear();
        let outcome = world.run(seed, replication, options, self)?;
        self.close();
        Ok(Lived {
            outcome,
            courses: self,
        })
    }

    /// Lives through a replication again whose outages are kept in its outcome.
    pub fn replay<'a>(&'a mut self, outcome: &'a Outcome) -> Lived<'a> {
        self.clear();
        for outage in &outcome.outages {
            self.add(outage);
        }
        self.close();
        Lived {
            outcome,
            courses: self,
        }
    }

    /// What a watch went through.
    #[must_use]
    pub fn of(&self, watch: WatchId) -> &Course {
        &self.courses[watch.index()]
    }

    /// The watches with an outage, and what they went through.
    pub fn touched(&self) -> impl Iterator<Item = (WatchId, &Course)> {
        self.touched.iter().map(|&watch| (watch, self.of(watch)))
    }

    fn add(&mut self, outage: &Outage) {
        let course = &mut self.courses[outage.watch.index()];
        if course.is_empty() {
            self.touched.push(outage.watch);
        }
        let watch = &self.blueprint.watches[outage.watch.index()];
        course.add(self.blueprint, watch, outage);
    }

    fn close(&mut self) {
        for &id in &self.touched {
            let watch = &self.blueprint.watches[id.index()];
            self.courses[id.index()].close(self.blueprint, watch);
        }
    }

    fn clear(&mut self) {
        for id in self.touched.drain(..) {
            self.courses[id.index()].clear();
        }
    }
}

impl Observer for Courses<'_> {
    const LISTENS: bool = false;

    fn happened(&mut self, _at: Instant, _what: Happening) {}

    fn takes(&mut self, outage: &Outage) -> bool {
        self.add(outage);
        true
    }
}
