//! How an outage came about: the chain of causes from what failed first to the service's return.
//!
//! A chain is derived from the happenings of one replication and the blueprint, never from anything the simulation keeps: it can be
//! told again from seed and replication alone. Knows nothing of other replications or of words.

mod links;
mod marks;
mod replay;

pub use marks::Outage;

use self::links::links;
use self::marks::mark;
use self::replay::Replay;
use super::naming;
use super::results::{Chain, Companion};
use super::tell::local;
use crate::model::Blueprint;
use crate::model::ids::{ServiceId, WatchId};
use crate::model::watch::Observed;
use crate::simulate::{Happening, Observer};
use crate::units::{Instant, Span};

/// Hears everything that happens in a replication but calls.
#[derive(Debug, Default)]
pub struct Witness(Vec<(Instant, Happening)>);

impl Observer for Witness {
    const LISTENS: bool = true;

    fn happened(&mut self, at: Instant, what: Happening) {
        let is_call = matches!(
            what,
            Happening::CallOffered(..)
                | Happening::CallAnswered(..)
                | Happening::CallAbandoned(..)
                | Happening::CallEnded(..)
                | Happening::CallCut(..)
        );
        if !is_call {
            self.0.push((at, what));
        }
    }
}

impl Witness {
    /// What happened, in order.
    #[must_use]
    pub fn happenings(&self) -> &[(Instant, Happening)] {
        &self.0
    }
}

/// The outages of one replication and how they came about.
pub struct Chains<'b> {
    replay: Replay<'b>,
}

impl<'b> Chains<'b> {
    /// Goes through what a witness heard of a replication of `blueprint`.
    #[must_use]
    pub fn new(blueprint: &'b Blueprint, witness: &'b Witness) -> Self {
        Self {
            replay: Replay::new(blueprint, witness.happenings()),
        }
    }

    /// The outages of a service below a level (index), in order of time.
    #[must_use]
    pub fn outages(&self, service: ServiceId, level: usize) -> Vec<Outage> {
        let watches = &self.replay.blueprint.watches;
        let below = Observed::Below(service, level);
        let Some(watch) = watches.iter().position(|watch| watch.of == below) else {
            return Vec::new();
        };
        let watch = WatchId::new(watch);
        let mut outages: Vec<Outage> = Vec::new();
        for (at, (_, what)) in self.replay.happenings.iter().enumerate() {
            match *what {
                Happening::OutageBegan(of, root) if of == watch => outages.push(Outage {
                    service,
                    level,
                    begin: at,
                    end: None,
                    root,
                }),
                Happening::OutageEnded(of) if of == watch => {
                    if let Some(outage) = outages.last_mut() {
                        outage.end = Some(at);
                    }
                }
                _ => {}
            }
        }
        outages
    }

    /// When an outage began.
    #[must_use]
    pub fn began(&self, outage: &Outage) -> Instant {
        self.replay.happenings[outage.begin].0
    }

    /// When an outage ended; the end of the replication for one that is still open.
    #[must_use]
    pub fn ended(&self, outage: &Outage) -> Instant {
        match outage.end {
            Some(end) => self.replay.happenings[end].0,
            None => self.replay.blueprint.end(),
        }
    }

    /// How an outage came about.
    #[must_use]
    pub fn chain(&self, outage: &Outage) -> Chain {
        let blueprint = self.replay.blueprint;
        let service = &blueprint.services[outage.service.index()];
        let (began, ended) = (self.began(outage), self.ended(outage));
        let (kind, cause) = naming::cause(blueprint, outage.root);
        let places = mark(&self.replay, *outage);
        Chain {
            service: service.name.clone(),
            level: service.levels[outage.level].name.clone(),
            lowest: outage.level + 1 == service.levels.len(),
            began_h: began.hours(),
            began: local(blueprint, began),
            ended_h: outage.end.map(|_| ended.hours()),
            lasted_h: (ended - began).hours(),
            lost: self.lost(outage, began, ended),
            kind: kind.to_owned(),
            cause,
            also: Vec::new(),
            links: links(&self.replay, *outage, &places),
            left_out: 0,
        }
    }

    /// What an outage is to another one that began with it by the same root.
    #[must_use]
    pub fn companion(&self, outage: &Outage) -> Companion {
        let service = &self.replay.blueprint.services[outage.service.index()];
        Companion {
            service: service.name.clone(),
            level: service.levels[outage.level].name.clone(),
            lowest: outage.level + 1 == service.levels.len(),
            lasted_h: (self.ended(outage) - self.began(outage)).hours(),
            open: outage.end.is_none(),
        }
    }

    /// User-hours that an outage costs between two instants, were it the only one: users · share that stops at each level · time.
    #[must_use]
    pub fn lost(&self, outage: &Outage, from: Instant, to: Instant) -> f64 {
        let mut lost = 0.0;
        let mut since = (self.began(outage), 0.0);
        let first = self.replay.instant_begin(outage.begin);
        let last = outage.end.unwrap_or(self.replay.happenings.len());
        for (at, what) in &self.replay.happenings[first..last] {
            if let Happening::Level(of, level, _) = what
                && *of == outage.service
            {
                lost += since.1 * overlap((since.0, *at), (from, to)).hours();
                since = (*at, self.stops(outage.service, *level));
            }
        }
        lost + since.1 * overlap((since.0, self.ended(outage)), (from, to)).hours()
    }

    /// Users who stand still while a service is at a level (the number of levels: down).
    fn stops(&self, service: ServiceId, level: usize) -> f64 {
        let organisations = self.replay.blueprint.organisations.iter();
        let users = organisations.map(|organisation| {
            let uses = organisation.uses.iter().filter(|of| of.service == service);
            let shares = uses.filter_map(|of| of.stops.get(level).copied());
            let millionths = organisation.users * u64::from(shares.max().unwrap_or(0));
            millionths as f64 / 1e6
        });
        users.sum()
    }
}

/// The common part of two intervals.
fn overlap(one: (Instant, Instant), other: (Instant, Instant)) -> Span {
    let (from, to) = (one.0.max(other.0), one.1.min(other.1));
    if to > from { to - from } else { Span::ZERO }
}
