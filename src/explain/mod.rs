//! A scenario read back: what it says in figures, so that its author sees what was really said.
//!
//! Everything follows from the blueprint by the laws and the structure alone, but for a short pilot batch that sets the implied rates
//! beside those of the sources. Makes no sentences, draws nothing, prints nothing.

pub mod autonomy;
mod base;
pub mod controls;
pub mod doubts;
pub mod expression;
pub mod failing;
mod fall;
pub mod names;
pub mod picture;
pub mod pilot;
pub mod relations;
pub mod services;
pub mod shared;
mod source;
pub mod times;
pub mod trust;

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::model::Blueprint;
use crate::text::Wording;

use autonomy::Carried;
use base::Base;
use doubts::Doubt;
use failing::Failing;
use fall::Whole;
use picture::Picture;
use pilot::Pilot;
use relations::{Demanded, Limited, Restarting, Stocked};
use services::ServiceRead;
use shared::{Common, Crossing, Located, Loop};
use source::Sources;
use trust::Trust;

pub use source::HOURS_PER_YEAR;

/// A scenario read back.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// What it is and how it is run.
    pub frame: Frame,
    /// What fails.
    pub failing: Vec<Failing>,
    /// What follows from two figures together.
    pub relations: Relations,
    /// The services.
    pub services: Vec<ServiceRead>,
    /// What strikes several things.
    pub commons: Vec<Common>,
    /// Sites with what stands in them.
    pub places: Vec<Located>,
    /// Things that alone take down several services.
    pub crossings: Vec<Crossing>,
    /// Things that need each other.
    pub loops: Vec<Loop>,
    /// What seems not to do what its author wants.
    pub doubts: Vec<Doubt>,
    /// Where the numbers come from.
    pub trust: Trust,
    /// A short batch; `None` where it would take too long or cannot be finished.
    pub pilot: Option<Pilot>,
    /// What hangs on what.
    pub picture: Picture,
}

/// The frame of a study.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Frame {
    /// Title.
    pub title: Wording,
    /// Label of its credibility.
    pub label: Wording,
    /// The question.
    pub question: Wording,
    /// Civil time of the start with its zone.
    pub start: String,
    /// Length of a replication [h].
    pub horizon_h: f64,
    /// Time that is not counted [h].
    pub warm_up_h: f64,
    /// Whether things begin as found in a system that has run for long.
    pub running: bool,
    /// Replications that a run makes, or the most of them.
    pub replications: u64,
    /// Whether a run may make fewer, for its answers are precise before.
    pub until_precise: bool,
    /// What is asked, in the scenario's own words; empty where it gives none.
    pub asks: Vec<Wording>,
    /// How much there is: components that are no parts of the network or places, links and ducts, services, organisations, users.
    pub size: Size,
}

/// How much there is in a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Size {
    /// Components, parts counted one by one.
    pub components: usize,
    /// Links and ducts.
    pub lines: usize,
    /// Services.
    pub services: usize,
    /// Organisations.
    pub organisations: usize,
    /// Their users.
    pub users: u64,
}

/// Relations between two figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Relations {
    /// Autonomies against what they bridge.
    pub carried: Vec<Carried>,
    /// Stocks against their deliveries.
    pub stocked: Vec<Stocked>,
    /// Switchovers against their demands.
    pub demanded: Vec<Demanded>,
    /// Levels for a limited period.
    pub limited: Vec<Limited>,
    /// Restarts against objectives.
    pub restarting: Vec<Restarting>,
}

/// Reads a scenario back, with what a pilot of it found.
#[must_use]
pub fn explain(blueprint: &Blueprint, pilot: Option<Pilot>) -> Explanation {
    let sources = Sources::of(blueprint);
    let whole = Whole::new(blueprint);
    let base = Base {
        blueprint,
        sources: &sources,
        whole: &whole,
    };
    let services = services::services(&base);
    Explanation {
        frame: frame(blueprint),
        failing: failing::failing(blueprint, &sources),
        relations: Relations {
            carried: autonomy::carried(&base),
            stocked: relations::stocked(blueprint),
            demanded: relations::demanded(&base),
            limited: relations::limited(blueprint),
            restarting: relations::restarting(&base),
        },
        commons: shared::commons(blueprint),
        places: shared::places(&base),
        crossings: shared::crossings(&base),
        loops: shared::loops(blueprint),
        doubts: doubts::doubts(&base, &services),
        services,
        trust: trust::trust(blueprint),
        pilot,
        picture: picture::picture(blueprint),
    }
}

fn frame(blueprint: &Blueprint) -> Frame {
    use crate::model::blueprint::Initially;
    use crate::model::component::Kind;
    let about = &blueprint.about;
    let of_kind = |wanted: &[Kind]| {
        let components = blueprint.components.iter();
        components.filter(|of| wanted.contains(&of.kind)).count()
    };
    Frame {
        title: about.title.clone(),
        label: about.label.clone(),
        question: about.question.clone(),
        start: blueprint.clock.start.to_string(),
        horizon_h: blueprint.horizon.hours(),
        warm_up_h: blueprint.warm_up.hours(),
        running: blueprint.initially == Initially::Running,
        replications: about.most_replications(),
        until_precise: about.precision.is_some(),
        asks: blueprint.asks.iter().map(|ask| ask.label.clone()).collect(),
        size: Size {
            components: of_kind(&[Kind::Component]),
            lines: of_kind(&[Kind::Link, Kind::Duct]),
            services: blueprint.services.len(),
            organisations: blueprint.organisations.len(),
            users: blueprint.organisations.iter().map(|of| of.users).sum(),
        },
    }
}
