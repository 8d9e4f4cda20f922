//! What can strike: failures of things, shared causes, hazards, each with its rate, whom it takes, and for how long.
//!
//! Derived from the laws alone; crews are reckoned as free.

use crate::dist::Law;
use crate::explain::times::{Delay, HOUR, Spread};
use crate::model::Blueprint;
use crate::model::calendar::Calendar;
use crate::model::component::{Mode, Standby};
use crate::model::crew::Crew;
use crate::model::ids::{ComponentId, HazardId, ModeId, ShockId};
use crate::model::shared::{Effect, SharedRepair};
use crate::units::Instant;

/// Hours in a year of 365.25 days.
pub const HOURS_PER_YEAR: f64 = 8_766.0;

/// What strikes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Striker {
    /// A failure mode of a component.
    Own(ModeId),
    /// A shared cause.
    Shock(ShockId),
    /// A hazard.
    Hazard(HazardId),
}

/// Something that strikes.
#[derive(Clone, Debug)]
pub struct Source {
    /// What it is.
    pub striker: Striker,
    /// Its name in the scenario.
    pub name: String,
    /// How often [1/y]; of a cold standby, per year of running.
    pub per_year: f64,
    /// What it takes away.
    pub takes: Vec<ComponentId>,
    /// How long, an index into [`Sources::spreads`]; `None`: for ever.
    pub lasts: Option<usize>,
}

/// All sources of outages of a blueprint.
#[derive(Debug)]
pub struct Sources {
    /// Modes in order of the blueprint, then shared causes, then hazards.
    pub all: Vec<Source>,
    /// The different durations.
    pub spreads: Vec<Spread>,
    delays: Vec<Delay>,
}

impl Sources {
    /// The sources of a blueprint.
    #[must_use]
    pub fn of(blueprint: &Blueprint) -> Self {
        let mut sources = Self {
            all: Vec::new(),
            spreads: Vec::new(),
            delays: Vec::new(),
        };
        for (at, mode) in blueprint.modes.iter().enumerate() {
            sources.add_mode(blueprint, ModeId::new(at), mode);
        }
        sources.add_shocks(blueprint);
        sources.add_hazards(blueprint);
        sources
    }

    /// How long a source lasts; `None`: for ever.
    #[must_use]
    pub fn spread(&self, source: &Source) -> Option<&Spread> {
        source.lasts.map(|at| &self.spreads[at])
    }

    /// The place of a duration; equal ones are worked out once.
    fn lasting(&mut self, delay: Delay) -> usize {
        if let Some(known) = self.delays.iter().position(|known| *known == delay) {
            return known;
        }
        self.spreads.push(Spread::new(&delay));
        self.delays.push(delay);
        self.delays.len() - 1
    }

    fn add_mode(&mut self, blueprint: &Blueprint, id: ModeId, mode: &Mode) {
        let Some(fails) = &mode.fails else { return };
        let lasts = until_back(blueprint, mode).map(|delay| self.lasting(delay));
        self.all.push(Source {
            striker: Striker::Own(id),
            name: blueprint.components[mode.component.index()].name.clone(),
            per_year: per_year(fails.mean()),
            takes: vec![mode.component],
            lasts,
        });
    }

    fn add_shocks(&mut self, blueprint: &Blueprint) {
        for (at, shock) in blueprint.shocks.iter().enumerate() {
            let delay = match &shock.repaired {
                SharedRepair::Each => shock.members.first().and_then(|&(member, _)| {
                    let first = blueprint.components[member.index()].mode_ids().next()?;
                    until_back(blueprint, &blueprint.modes[first.index()])
                }),
                SharedRepair::Once {
                    detection, repair, ..
                } => Some(Delay {
                    laws: detection.iter().chain([repair]).cloned().collect(),
                    sometimes: None,
                }),
            };
            let lasts = delay.map(|delay| self.lasting(delay));
            let source = |takes: Vec<ComponentId>, chance: f64| Source {
                striker: Striker::Shock(ShockId::new(at)),
                name: shock.name.clone(),
                per_year: per_year(shock.interval.mean()) * chance,
                takes,
                lasts,
            };
            if shock.members.iter().all(|&(_, chance)| chance >= 1.0) {
                let members = shock.members.iter().map(|&(member, _)| member).collect();
                self.all.push(source(members, 1.0));
            } else {
                let each = shock.members.iter().filter(|(_, chance)| *chance > 0.0);
                self.all
                    .extend(each.map(|&(member, chance)| source(vec![member], chance)));
            }
        }
    }

    /// Each place that a hazard may take is a source of its own.
    fn add_hazards(&mut self, blueprint: &Blueprint) {
        for (at, hazard) in blueprint.hazards.iter().enumerate() {
            let lasts = Some(self.lasting(Delay::one(&hazard.lasts)));
            for &(place, chance) in hazard.strikes.iter().filter(|(_, chance)| *chance > 0.0) {
                let mut takes = vec![place];
                if let Effect::Damages(share, inside) = &hazard.effect
                    && *share >= 1.0
                {
                    takes.extend(inside);
                }
                self.all.push(Source {
                    striker: Striker::Hazard(HazardId::new(at)),
                    name: hazard.name.clone(),
                    per_year: per_year(hazard.interval.mean()) * chance,
                    takes,
                    lasts,
                });
            }
        }
    }
}

/// How often something with this mean time between comes [1/y].
fn per_year(mean: f64) -> f64 {
    HOURS_PER_YEAR * HOUR / mean.max(1.0)
}

/// From a failure until the thing is back, with a free crew; `None`: never.
#[must_use]
pub fn until_back(blueprint: &Blueprint, mode: &Mode) -> Option<Delay> {
    let repair = mode.repair.as_ref()?;
    let laws = mode.detection.iter().chain([repair]).chain(&mode.restart);
    let crew = mode.crew.map(|crew| &blueprint.crews[crew.index()]);
    Some(Delay {
        laws: laws.cloned().collect(),
        sometimes: crew.and_then(|crew| arrival(blueprint, crew)),
    })
}

/// How often people have to come first, and how long that takes.
fn arrival(blueprint: &Blueprint, crew: &Crew) -> Option<(f64, Law)> {
    let (_, law) = crew.on_call.as_ref()?;
    let away = 1.0 - share_open(blueprint, &crew.hours);
    (away > 0.0).then(|| (away, law.clone()))
}

/// The share of the horizon in which a calendar is open [1].
#[must_use]
pub fn share_open(blueprint: &Blueprint, calendar: &Calendar) -> f64 {
    let open = calendar.open_time(Instant::START, blueprint.end());
    open.micros() as f64 / blueprint.horizon.micros().max(1) as f64
}

/// Whether repair may have to wait until somebody is on duty.
#[must_use]
pub fn waits_for_duty(blueprint: &Blueprint, crew: &Crew) -> bool {
    let on_call = crew
        .on_call
        .as_ref()
        .is_some_and(|(hours, _)| share_open(blueprint, hours) > 1.0 - 1e-9);
    !on_call && share_open(blueprint, &crew.hours) < 1.0 - 1e-9
}

/// Whether a component does not age while another entry of its switchover is active.
#[must_use]
pub fn is_cold(blueprint: &Blueprint, component: ComponentId) -> bool {
    matches!(
        blueprint.components[component.index()].standby,
        Standby::Cold
    )
}
