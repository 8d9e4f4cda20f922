//! Years worth telling: at P50, P90 and P99 of what all organisations lose in a year, and the worst ten.
//!
//! Each is simulated again and told event by event. Which years they are follows from the tally alone.

use super::fold::{Tally, YearLoss};
use super::plan::Plan;
use super::results::{Story, StoryLine, Timeline};
use super::tell::story_line;
use crate::kernel::Seed;
use crate::model::Blueprint;
use crate::simulate::{Happening, Observer, Stop, World};
use crate::units::{Instant, MICROS_PER_YEAR, Span};

/// At most so many lines in a story; then only what concerns services and shared causes is told.
const MOST_LINES: usize = 400;

/// The stories of a batch; none where there is no organisation or no full year.
///
/// # Errors
/// [`Stop`] as of the batch itself.
pub fn stories(blueprint: &Blueprint, plan: &Plan, tally: &Tally) -> Result<Vec<Story>, Stop> {
    let years = tally.replications() * u64::from(blueprint.years());
    let quantiles = [("p50", 0.5), ("p90", 0.9), ("p99", 0.99)]
        .into_iter()
        .filter_map(|(kind, p)| Some((kind, 0, tally.years.at(p, years)?)));
    let worst = (1..)
        .zip(tally.years.worst())
        .map(|(rank, &year)| ("worst", rank, year));
    let wanted: Vec<(&str, u32, YearLoss)> = quantiles.chain(worst).collect();
    let mut world = World::new(blueprint);
    let seed = Seed::new(plan.seed);
    let tell = |(kind, rank, year): (&str, u32, YearLoss)| {
        let mut listener = Listener {
            blueprint,
            year: year.year,
            heard: Vec::new(),
        };
        world.run(&seed, year.replication, plan.options, &mut listener)?;
        Ok(story(blueprint, kind, rank, year, &listener.heard))
    };
    wanted.into_iter().map(tell).collect()
}

/// Keeps what happens in one year, and the changes of levels before it; calls are left out.
struct Listener<'b> {
    blueprint: &'b Blueprint,
    year: u32,
    heard: Vec<(Instant, Happening)>,
}

impl Observer for Listener<'_> {
    const LISTENS: bool = true;

    fn happened(&mut self, at: Instant, what: Happening) {
        let inside = self.blueprint.year_of(at) == Some(self.year) && !is_call(&what);
        let before =
            at <= beginning(self.blueprint, self.year) && matches!(what, Happening::Level(..));
        if inside || before {
            self.heard.push((at, what));
        }
    }
}

/// When a year begins.
fn beginning(blueprint: &Blueprint, year: u32) -> Instant {
    Instant::START + blueprint.warm_up + Span::from_micros(MICROS_PER_YEAR * i64::from(year))
}

/// One year of a replication in which `happenings` happened.
fn story(
    blueprint: &Blueprint,
    kind: &str,
    rank: u32,
    year: YearLoss,
    happenings: &[(Instant, Happening)],
) -> Story {
    Story {
        kind: kind.to_owned(),
        rank,
        replication: year.replication,
        year: year.year,
        lost: year.lost as f64 / 3_600.0,
        timelines: timelines(blueprint, year.year, happenings),
        lines: lines(blueprint, year.year, happenings),
    }
}

/// What happened in the year.
fn lines(blueprint: &Blueprint, year: u32, happenings: &[(Instant, Happening)]) -> Vec<StoryLine> {
    let mut told: Vec<&(Instant, Happening)> = happenings
        .iter()
        .filter(|(at, _)| blueprint.year_of(*at) == Some(year))
        .collect();
    if told.len() > MOST_LINES {
        told.retain(|(_, what)| is_main(what));
        told.truncate(MOST_LINES);
    }
    told.into_iter()
        .filter_map(|(at, what)| story_line(blueprint, *at, what))
        .collect()
}

const fn is_call(what: &Happening) -> bool {
    matches!(
        what,
        Happening::CallOffered(..)
            | Happening::CallAnswered(..)
            | Happening::CallAbandoned(..)
            | Happening::CallEnded(..)
            | Happening::CallCut(..)
    )
}

/// What concerns services and shared causes.
const fn is_main(what: &Happening) -> bool {
    matches!(
        what,
        Happening::Level(..)
            | Happening::LimitReached(..)
            | Happening::LimitRegained(..)
            | Happening::OutageBegan(..)
            | Happening::OutageEnded(..)
            | Happening::ShockCame(_)
            | Happening::HazardCame(_)
            | Happening::HazardOver(_)
            | Happening::Deadlock(_)
            | Happening::Bypassed(_)
    )
}

/// The levels of every service through the year; at the very beginning of a replication a service is at its best level.
fn timelines(
    blueprint: &Blueprint,
    year: u32,
    happenings: &[(Instant, Happening)],
) -> Vec<Timeline> {
    let from = beginning(blueprint, year);
    let mut timelines: Vec<Timeline> = blueprint
        .services
        .iter()
        .map(|service| Timeline {
            service: service.name.clone(),
            levels: service
                .levels
                .iter()
                .map(|level| level.name.clone())
                .collect(),
            changes: vec![(0.0, 0)],
        })
        .collect();
    for (at, what) in happenings {
        if let Happening::Level(service, level, _) = what {
            let changes = &mut timelines[service.index()].changes;
            if *at <= from {
                changes[0].1 = *level;
            } else {
                changes.push(((*at - from).hours(), *level));
            }
        }
    }
    timelines
}
