//! What follows from two figures together and is easily got wrong: stocks against deliveries, switchovers against demands, limited
//! periods, restarts against objectives.
//!
//! Instances of a template that give the same figures are told once.

use serde::Serialize;

use crate::dist::Law;
use crate::explain::base::{Base, preferred};
use crate::explain::expression::Expression;
use crate::explain::fall::Bridging;
use crate::explain::names::{Named, pattern};
use crate::explain::times::Times;
use crate::model::Blueprint;
use crate::model::component::Kind;
use crate::model::ids::{ComponentId, Signal};
use crate::model::structure::First;

/// A tank against its delivery.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stocked {
    /// Whose.
    pub of: Named,
    /// Running time of a full tank [h].
    pub lasts_h: f64,
    /// From the order to the filling; `None`: never.
    pub delivery: Option<Times>,
    /// P(the delivery comes later than a full tank lasts) [1].
    pub late: f64,
}

/// A switchover that is asked to switch.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Demanded {
    /// The entries in order of preference, patterns where instances differ.
    pub entries: Vec<String>,
    /// How many switchovers of these figures.
    pub count: usize,
    /// Demands, by what alone takes the preferred entry [1/y].
    pub per_year: f64,
    /// The chance that a demand succeeds [1].
    pub success: f64,
    /// From the demand until the next entry carries.
    pub delay: Option<Times>,
    /// Switching by hand after a demand that failed; `None`: nobody does.
    pub manual: Option<Times>,
}

impl Demanded {
    /// Demands that fail [1/y].
    #[must_use]
    pub fn failed_a_year(&self) -> f64 {
        self.per_year * (1.0 - self.success)
    }
}

/// All stocks.
#[must_use]
pub fn stocked(blueprint: &Blueprint) -> Vec<Stocked> {
    let mut found: Vec<(Vec<&str>, Stocked)> = Vec::new();
    for component in &blueprint.components {
        let Some(stock) = &component.stock else {
            continue;
        };
        let full = stock.autonomy.micros() as f64;
        let one = Stocked {
            of: Named::of([]),
            lasts_h: stock.autonomy.hours(),
            delivery: stock.delivery.as_ref().map(Times::of),
            late: stock
                .delivery
                .as_ref()
                .map_or(1.0, |law| 1.0 - law.cdf(full)),
        };
        match found.iter_mut().find(|(_, known)| *known == one) {
            Some((names, _)) => names.push(&component.name),
            None => found.push((vec![&component.name], one)),
        }
    }
    found
        .into_iter()
        .map(|(names, stocked)| Stocked {
            of: Named::of(names),
            ..stocked
        })
        .collect()
}

/// All switchovers.
#[must_use]
pub fn demanded(base: &Base<'_, '_>) -> Vec<Demanded> {
    let mut found: Vec<Demanded> = Vec::new();
    for first in &base.blueprint.structure.firsts {
        let one = one_demanded(base, first);
        match found.iter_mut().find(|known| same_demanded(known, &one)) {
            Some(known) => {
                known.count += 1;
                for (known, one) in known.entries.iter_mut().zip(&one.entries) {
                    *known = pattern([known.as_str(), one.as_str()]);
                }
            }
            None => found.push(one),
        }
    }
    found
}

fn same_demanded(a: &Demanded, b: &Demanded) -> bool {
    (a.per_year - b.per_year).abs() < 1e-9
        && a.success == b.success
        && (a.delay, a.manual) == (b.delay, b.manual)
        && a.entries.len() == b.entries.len()
}

fn one_demanded(base: &Base<'_, '_>, first: &First) -> Demanded {
    let gate = &base.blueprint.structure.gates[first.gate.index()];
    let name = |&input: &Signal| match Expression::of(base.blueprint, input) {
        Expression::Thing(name) => name,
        _ => "…".to_owned(),
    };
    Demanded {
        entries: gate.inputs.iter().map(name).collect(),
        count: 1,
        per_year: preferred(base, first).iter().map(|s| s.per_year).sum(),
        success: first.success,
        delay: first.delay.as_ref().map(Times::of),
        manual: first.manual.as_ref().map(Times::of),
    }
}

/// A level that may be in force for a limited period only.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Limited {
    /// Which service.
    pub service: String,
    /// Which level.
    pub level: String,
    /// The longest time in force [h].
    pub at_most_h: f64,
    /// Time in a higher level after which the period is there again [h].
    pub regain_h: f64,
    /// Whether it stays in force past the limit.
    pub continues: bool,
}

/// All limited levels.
#[must_use]
pub fn limited(blueprint: &Blueprint) -> Vec<Limited> {
    let levels = blueprint
        .services
        .iter()
        .flat_map(|service| service.levels.iter().map(move |level| (service, level)));
    levels
        .filter_map(|(service, level)| {
            let limit = level.limit?;
            Some(Limited {
                service: service.name.clone(),
                level: level.name.clone(),
                at_most_h: limit.at_most.hours(),
                regain_h: limit.regain.hours(),
                continues: limit.continues,
            })
        })
        .collect()
}

/// Things that restart after a suspension.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Restarting {
    /// Which.
    pub of: Named,
    /// How long.
    pub restart: Times,
    /// Recovery time objectives of services above that are shorter than the median: (service, level, RTO [h]).
    pub too_long_for: Vec<(String, String, f64)>,
}

/// All restarts; an objective counts where the thing alone, suspended, takes the level away.
#[must_use]
pub fn restarting(base: &Base<'_, '_>) -> Vec<Restarting> {
    let mut found: Vec<(Vec<&str>, Law, Restarting)> = Vec::new();
    for (at, component) in base.blueprint.components.iter().enumerate() {
        let Some(law) = &component.restart else {
            continue;
        };
        if component.kind == Kind::Level {
            continue;
        }
        let restart = Times::of(law);
        let alone = ComponentId::new(at);
        let too_long_for = missed_by(base, alone, restart.median_h);
        match found.iter_mut().find(|(_, known, _)| known == law) {
            Some((names, _, known)) => {
                names.push(&component.name);
                known.too_long_for.extend(too_long_for);
            }
            None => {
                let of = Named::of([]);
                found.push((
                    vec![&component.name],
                    law.clone(),
                    Restarting {
                        of,
                        restart,
                        too_long_for,
                    },
                ));
            }
        }
    }
    found
        .into_iter()
        .map(|(names, _, mut restarting)| {
            restarting
                .too_long_for
                .sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
            restarting.too_long_for.dedup();
            Restarting {
                of: Named::of(names),
                ..restarting
            }
        })
        .collect()
}

/// The objectives that are shorter than `lasts_h` and concern a level that falls without this component.
fn missed_by(
    base: &Base<'_, '_>,
    component: ComponentId,
    lasts_h: f64,
) -> Vec<(String, String, f64)> {
    let fallen = base.whole.without([component], Bridging::Holds);
    let mut missed = Vec::new();
    for service in &base.blueprint.services {
        for objective in &service.objectives {
            let reached = service.levels.iter().take(objective.level + 1);
            let gone = reached
                .into_iter()
                .all(|level| fallen.down[level.component.index()]);
            if let Some(rto) = objective.rto.filter(|rto| gone && rto.hours() < lasts_h) {
                let level = service.levels[objective.level].name.clone();
                missed.push((service.name.clone(), level, rto.hours()));
            }
        }
    }
    missed
}
