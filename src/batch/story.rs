//! Years worth telling: at P50, P90 and P99 of what all organisations lose in a year, and the worst ten.
//!
//! Each is simulated again, and the outages of its services are told as chains of causes. Which years they are follows from the tally
//! alone.

use super::chain::{Chains, Outage, Witness};
use super::fold::{Tally, YearLoss};
use super::plan::Plan;
use super::results::{Chain, Story, Timeline};
use crate::kernel::Seed;
use crate::model::Blueprint;
use crate::model::ids::ServiceId;
use crate::simulate::{Happening, Stop, World};
use crate::units::{Instant, MICROS_PER_YEAR, Span};

/// At most so many chains in a story, the costliest.
const MOST_CHAINS: usize = 12;
/// At most so many links in a chain of a story; those at the beginning and the end are kept.
const MOST_LINKS: usize = 40;

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
        let mut witness = Witness::default();
        world.run(&seed, year.replication, plan.options, &mut witness)?;
        Ok(story(blueprint, kind, rank, year, &witness))
    };
    wanted.into_iter().map(tell).collect()
}

/// When a year begins.
fn beginning(blueprint: &Blueprint, year: u32) -> Instant {
    Instant::START + blueprint.warm_up + Span::from_micros(MICROS_PER_YEAR * i64::from(year))
}

/// One year of a replication that `witness` heard.
fn story(blueprint: &Blueprint, kind: &str, rank: u32, year: YearLoss, witness: &Witness) -> Story {
    let (chains, left_out) = chains(blueprint, year.year, witness);
    Story {
        kind: kind.to_owned(),
        rank,
        replication: year.replication,
        year: year.year,
        lost: year.lost as f64 / 3_600.0,
        timelines: timelines(blueprint, year.year, witness.happenings()),
        chains,
        left_out,
    }
}

/// An outage with what it cost in the year.
struct Costly {
    outage: Outage,
    lost: f64,
}

/// The chains of the outages that reach into a year, the costliest first, and how many more there are.
fn chains(blueprint: &Blueprint, year: u32, witness: &Witness) -> (Vec<Chain>, u64) {
    let all = Chains::new(blueprint, witness);
    let (from, to) = (beginning(blueprint, year), beginning(blueprint, year + 1));
    let services = (0..blueprint.services.len()).map(ServiceId::new);
    let outages = services.flat_map(|service| all.outages(service, 0));
    let mut costly: Vec<Costly> = outages
        .filter(|outage| all.began(outage) <= to && all.ended(outage) > from)
        .map(|outage| Costly {
            outage,
            lost: all.lost(&outage, from, to),
        })
        .collect();
    costly.sort_by(|a, b| b.lost.total_cmp(&a.lost));
    let groups = together(&all, costly);
    let left_out = groups.len().saturating_sub(MOST_CHAINS) as u64;
    let told = groups.into_iter().take(MOST_CHAINS);
    (told.map(|group| tell(&all, &group)).collect(), left_out)
}

/// Outages that began in one instant by one root belong together; the costliest leads.
fn together(all: &Chains<'_>, costly: Vec<Costly>) -> Vec<Vec<Costly>> {
    let mut groups: Vec<Vec<Costly>> = Vec::new();
    for one in costly {
        let key = |of: &Costly| (all.began(&of.outage), of.outage.root);
        match groups.iter_mut().find(|group| key(&group[0]) == key(&one)) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

/// The chain of the outage that leads a group, with the others as companions.
fn tell(all: &Chains<'_>, group: &[Costly]) -> Chain {
    let mut chain = Chain {
        lost: group[0].lost,
        also: group[1..]
            .iter()
            .map(|other| all.companion(&other.outage))
            .collect(),
        ..all.chain(&group[0].outage)
    };
    if chain.links.len() > MOST_LINKS {
        let over = chain.links.len() - MOST_LINKS;
        let from = MOST_LINKS * 3 / 4;
        chain.links.drain(from..from + over);
        chain.left_out = over as u64;
    }
    chain
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
            } else if blueprint.year_of(*at) == Some(year) {
                changes.push(((*at - from).hours(), *level));
            }
        }
    }
    timelines
}
