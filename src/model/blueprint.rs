//! The blueprint as a whole.

use crate::model::calendar::CivilClock;
use crate::model::component::{Component, Mode, Need};
use crate::model::crew::Crew;
use crate::model::hotline::Hotline;
use crate::model::ids::CauseId;
use crate::model::ids::{ComponentId, FirstId, HazardId, ShockId};
use crate::model::link::Network;
use crate::model::organisation::{Group, Organisation};
use crate::model::parameter::{Inline, Parameter};
use crate::model::precision::Precision;
use crate::model::service::Service;
use crate::model::shared::{Hazard, Shock};
use crate::model::structure::Structure;
use crate::model::watch::{Ask, Counter, Expectation, Probe, Until, Watch};
use crate::text::Wording;
use crate::units::{Instant, MICROS_PER_YEAR, Span};

/// Everything a replication needs to know.
#[derive(Clone, Debug)]
pub struct Blueprint {
    /// What the scenario says of itself.
    pub about: About,
    /// Length of a replication, or the most that it may have.
    pub horizon: Span,
    /// The event that ends it before.
    pub until: Option<Until>,
    /// Time at the beginning that is not counted.
    pub warm_up: Span,
    /// Gaps between outages shorter than this do not end an outage for durations and counts.
    pub settle_time: Span,
    /// How things stand at the beginning.
    pub initially: Initially,
    /// Where the instants lie in local time.
    pub clock: CivilClock,
    /// Components in declared order, then links, ducts, nodes, rooms, sites, levels.
    pub components: Vec<Component>,
    /// Failure modes, grouped by component.
    pub modes: Vec<Mode>,
    /// Needs, grouped by component.
    pub needs: Vec<Need>,
    /// Gates and switchovers.
    pub structure: Structure,
    /// Nodes, edges and reachabilities.
    pub network: Network,
    /// Crews.
    pub crews: Vec<Crew>,
    /// Shared causes.
    pub shocks: Vec<Shock>,
    /// Hazards.
    pub hazards: Vec<Hazard>,
    /// Services.
    pub services: Vec<Service>,
    /// Organisations.
    pub organisations: Vec<Organisation>,
    /// Sets of organisations; the first is all of them (absent where there is no organisation).
    pub groups: Vec<Group>,
    /// Hotlines.
    pub hotlines: Vec<Hotline>,
    /// What is observed: every service below every level, then what is asked for or expected besides.
    pub watches: Vec<Watch>,
    /// How many of some conditions hold.
    pub counters: Vec<Counter>,
    /// Looks at instants.
    pub probes: Vec<Probe>,
    /// The measures that answer the scenario's question.
    pub asks: Vec<Ask>,
    /// What measures should be.
    pub expectations: Vec<Expectation>,
}

/// What a scenario says of itself.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The title.
    pub title: Wording,
    /// The label of its credibility, such as "illustrative, based on press reports".
    pub label: Wording,
    /// The question.
    pub question: Wording,
    /// What is left out, as written.
    pub leaves_out: Vec<Wording>,
    /// What names are called when they are shown: patterns with `*`, the first that fits wins (`text::naming`).
    pub names: Vec<(String, Wording)>,
    /// BLAKE3 of the scenario's bytes, in hexadecimal.
    pub digest: String,
    /// The variant that this is; empty: the base.
    pub variant: String,
    /// All variants of the scenario in its order: name, and what it changes.
    pub variants: Vec<(String, Wording)>,
    /// Named values.
    pub parameters: Vec<Parameter>,
    /// Numbers without a source.
    pub inline: Vec<Inline>,
    /// Replications of whatever needs a count beforehand: those stated, else 1,000.
    pub replications: u64,
    /// How precise the answers of a run are to be; `None`: it makes that count of replications.
    pub precision: Option<Precision>,
}

impl About {
    /// The most replications that a run makes.
    #[must_use]
    pub fn most_replications(&self) -> u64 {
        let precision = self.precision.as_ref();
        precision.map_or(self.replications, |precision| {
            precision.at_most.replications
        })
    }
}

/// How things stand at the beginning (`docs/semantics.md` 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initially {
    /// New and up.
    New,
    /// Up, with the residual life of a system that has run for long.
    Running,
}

/// What stands at the root of an outage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A component's own fault.
    Own(ComponentId),
    /// A shared cause.
    Shock(ShockId),
    /// A hazard.
    Hazard(HazardId),
    /// The fail-back of a switchover.
    FailBack(FirstId),
}

impl Blueprint {
    /// Nothing at all, for `horizon` from the beginning of 2025 in Berlin, everything new.
    ///
    /// # Panics
    /// Never: the civil instant is a valid one.
    #[must_use]
    pub fn empty(horizon: Span) -> Self {
        let start = "2025-01-01T00:00:00+01:00[Europe/Berlin]"
            .parse()
            .expect("a civil instant");
        Self {
            about: About::default(),
            horizon,
            until: None,
            warm_up: Span::ZERO,
            settle_time: Span::ZERO,
            initially: Initially::New,
            clock: CivilClock { start },
            components: Vec::new(),
            modes: Vec::new(),
            needs: Vec::new(),
            structure: Structure::default(),
            network: Network::default(),
            crews: Vec::new(),
            shocks: Vec::new(),
            hazards: Vec::new(),
            services: Vec::new(),
            organisations: Vec::new(),
            groups: Vec::new(),
            hotlines: Vec::new(),
            watches: Vec::new(),
            counters: Vec::new(),
            probes: Vec::new(),
            asks: Vec::new(),
            expectations: Vec::new(),
        }
    }

    /// How many root causes there are.
    #[must_use]
    pub fn causes(&self) -> usize {
        self.components.len() + self.shocks.len() + self.hazards.len() + self.structure.firsts.len()
    }

    /// The dense id of a root cause.
    #[must_use]
    pub fn cause_id(&self, cause: Cause) -> CauseId {
        let (own, shocks, hazards) = (self.components.len(), self.shocks.len(), self.hazards.len());
        CauseId::new(match cause {
            Cause::Own(component) => component.index(),
            Cause::Shock(shock) => own + shock.index(),
            Cause::Hazard(hazard) => own + shocks + hazard.index(),
            Cause::FailBack(first) => own + shocks + hazards + first.index(),
        })
    }

    /// The root cause of a dense id.
    #[must_use]
    pub fn cause(&self, id: CauseId) -> Cause {
        let mut at = id.index();
        for (count, make) in [
            (
                self.components.len(),
                (|i| Cause::Own(ComponentId::new(i))) as fn(usize) -> Cause,
            ),
            (self.shocks.len(), |i| Cause::Shock(ShockId::new(i))),
            (self.hazards.len(), |i| Cause::Hazard(HazardId::new(i))),
        ] {
            if at < count {
                return make(at);
            }
            at -= count;
        }
        Cause::FailBack(FirstId::new(at))
    }

    /// Full years of 365.25 d that are counted, from the end of the warm-up; none where an event ends the replications.
    #[must_use]
    pub fn years(&self) -> u32 {
        if self.until.is_some() {
            return 0;
        }
        u32::try_from((self.horizon - self.warm_up).micros() / MICROS_PER_YEAR).unwrap_or(u32::MAX)
    }

    /// The counted year that holds `at`, if it is a full one; year k is (warm-up + k·Y, warm-up + (k+1)·Y].
    #[must_use]
    pub fn year_of(&self, at: Instant) -> Option<u32> {
        let since = (at - (Instant::START + self.warm_up)).micros();
        let year = u32::try_from((since - 1).div_euclid(MICROS_PER_YEAR)).ok()?;
        (year < self.years()).then_some(year)
    }

    /// The end of a replication.
    #[must_use]
    pub fn end(&self) -> Instant {
        Instant::START + self.horizon
    }
}
