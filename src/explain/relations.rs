//! What follows from two figures together and is easily got wrong: autonomies against repairs, stocks against deliveries, starts on
//! demand, limited periods.
//!
//! Instances of a template that give the same figures are told once.

use serde::Serialize;

use crate::dist::Law;
use crate::explain::expression::Expression;
use crate::explain::fall::{Bridging, Whole};
use crate::explain::names::{Named, pattern};
use crate::explain::source::{Source, Sources};
use crate::explain::times::{Times, mean_over};
use crate::model::Blueprint;
use crate::model::component::{Autonomy, Kind, Need, NeedKind};
use crate::model::dependency::Dependencies;
use crate::model::ids::{ComponentId, FirstId, Signal};
use crate::model::structure::{First, Op};

/// What carries a thing while a need is missing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Carried {
    /// Who is carried.
    pub of: Named,
    /// What they hang on.
    pub on: Expression,
    /// How long they hold out from a full charge.
    pub autonomy: Times,
    /// What interrupts the need, and how much of that is longer than the autonomy.
    pub against: Vec<Outlasting>,
}

/// Something that interrupts a need.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outlasting {
    /// What it is, a pattern where instances differ.
    pub name: String,
    /// In which way it interrupts.
    pub how: Interruption,
    /// How often [1/y].
    pub per_year: f64,
    /// The share that outlasts the autonomy [1].
    pub share: f64,
}

/// Ways to interrupt a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interruption {
    /// It alone takes the need away until it is back.
    Alone,
    /// The preferred entry of a switchover is gone: what would be felt if nothing took over.
    Unswitched,
    /// The next entry takes over after the delay.
    Switching,
    /// The demand failed: until people have switched by hand, or the preferred entry is back.
    FailedDemand,
}

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

/// What the relations are worked out from.
#[derive(Clone, Copy, Debug)]
pub struct Base<'a, 'b> {
    /// The blueprint.
    pub blueprint: &'b Blueprint,
    /// What strikes.
    pub sources: &'a Sources,
    /// The structure.
    pub whole: &'a Whole<'b>,
}

/// All autonomies.
#[must_use]
pub fn carried(base: &Base<'_, '_>) -> Vec<Carried> {
    let mut found: Vec<(Vec<&str>, Carried)> = Vec::new();
    for need in &base.blueprint.needs {
        let NeedKind::Delayed(autonomy) = &need.kind else {
            continue;
        };
        let one = one_carried(base, need, autonomy);
        let name = base.blueprint.components[need.component.index()]
            .name
            .as_str();
        match found
            .iter_mut()
            .find(|(_, known)| same_carried(known, &one))
        {
            Some((names, known)) => {
                names.push(name);
                for (known, one) in known.against.iter_mut().zip(&one.against) {
                    known.name = pattern([known.name.as_str(), one.name.as_str()]);
                }
            }
            None => found.push((vec![name], one)),
        }
    }
    found
        .into_iter()
        .map(|(names, carried)| Carried {
            of: Named::of(names),
            ..carried
        })
        .collect()
}

fn same_carried(a: &Carried, b: &Carried) -> bool {
    let figures = |of: &Carried| -> Vec<(Interruption, u64, u64)> {
        let bits = |x: f64| (x * 1e9).round() as u64;
        let each = of.against.iter();
        each.map(|one| (one.how, bits(one.per_year), bits(one.share)))
            .collect()
    };
    a.autonomy == b.autonomy && figures(a) == figures(b)
}

fn one_carried(base: &Base<'_, '_>, need: &Need, autonomy: &Autonomy) -> Carried {
    let mut against = Vec::new();
    for source in taking(base, need.on) {
        add(
            &mut against,
            Outlasting {
                name: source.name.clone(),
                how: Interruption::Alone,
                per_year: source.per_year,
                share: share_beyond(base, source, &autonomy.lasts),
            },
        );
    }
    for first in switchovers_below(base.blueprint, need.on) {
        switched(base, first, &autonomy.lasts, &mut against);
    }
    Carried {
        of: Named::of([]),
        on: Expression::of(base.blueprint, need.on),
        autonomy: Times::of(&autonomy.lasts),
        against,
    }
}

/// Adds a row; one of the same name, way and share adds to the rate of the one before.
fn add(rows: &mut Vec<Outlasting>, row: Outlasting) {
    let known = rows.iter_mut().find(|known| {
        known.name == row.name && known.how == row.how && (known.share - row.share).abs() < 1e-12
    });
    match known {
        Some(known) => known.per_year += row.per_year,
        None => rows.push(row),
    }
}

/// The share of a source's strikes that outlast an autonomy [1].
#[must_use]
pub fn share_beyond(base: &Base<'_, '_>, source: &Source, autonomy: &Law) -> f64 {
    base.sources
        .spread(source)
        .map_or(1.0, |spread| spread.outlasts(autonomy))
}

/// The rows of a switchover below a need: what would be felt without it, while it switches, and where it fails to.
fn switched(base: &Base<'_, '_>, id: FirstId, autonomy: &Law, rows: &mut Vec<Outlasting>) {
    let first = &base.blueprint.structure.firsts[id.index()];
    for source in preferred(base, first) {
        let row = |how, per_year, share| Outlasting {
            name: source.name.clone(),
            how,
            per_year,
            share,
        };
        let longer = share_beyond(base, source, autonomy);
        add(rows, row(Interruption::Unswitched, source.per_year, longer));
        if let Some(delay) = &first.delay {
            let share = mean_over(autonomy, |x| 1.0 - delay.cdf(x));
            let succeed = source.per_year * first.success;
            add(rows, row(Interruption::Switching, succeed, share));
        }
        if first.success < 1.0 {
            let gone = |x: f64| base.sources.spread(source).map_or(1.0, |s| s.beyond(x));
            let by_hand = |x: f64| first.manual.as_ref().map_or(1.0, |law| 1.0 - law.cdf(x));
            let share = mean_over(autonomy, |x| gone(x) * by_hand(x));
            let fail = source.per_year * (1.0 - first.success);
            add(rows, row(Interruption::FailedDemand, fail, share));
        }
    }
}

/// The sources that alone and at once take a signal away.
fn taking<'a>(base: &Base<'a, '_>, signal: Signal) -> impl Iterator<Item = &'a Source> {
    let whole = base.whole;
    let below = below(base.blueprint, signal);
    base.sources.all.iter().filter(move |source| {
        if !source.takes.iter().any(|taken| below[taken.index()]) {
            return false;
        }
        let fallen = whole.without(source.takes.iter().copied(), Bridging::Holds);
        fallen.down[signal.index()]
    })
}

/// Per component, whether a signal rests on it.
fn below(blueprint: &Blueprint, signal: Signal) -> Vec<bool> {
    let graph = Dependencies {
        components: &blueprint.components,
        needs: &blueprint.needs,
        structure: &blueprint.structure,
    };
    let mut below = vec![false; blueprint.components.len()];
    for id in graph.below([signal]) {
        below[id.index()] = true;
    }
    below
}

/// The sources that alone take the preferred entry of a switchover.
fn preferred<'a>(base: &Base<'a, '_>, first: &First) -> Vec<&'a Source> {
    let gate = &base.blueprint.structure.gates[first.gate.index()];
    let whole = base.blueprint.structure.of_gate(first.gate);
    let Some(&entry) = gate.inputs.first() else {
        return Vec::new();
    };
    let takes_all = |source: &Source| {
        let fallen = base
            .whole
            .without(source.takes.iter().copied(), Bridging::Holds);
        fallen.down[whole.index()]
    };
    taking(base, entry)
        .filter(|source| !takes_all(source))
        .collect()
}

/// The switchovers that a signal rests on, through gates and hard needs.
fn switchovers_below(blueprint: &Blueprint, signal: Signal) -> Vec<FirstId> {
    let structure = &blueprint.structure;
    let mut seen = vec![false; structure.signals()];
    let (mut open, mut found) = (vec![signal], Vec::new());
    while let Some(signal) = open.pop() {
        if std::mem::replace(&mut seen[signal.index()], true) {
            continue;
        }
        match signal.index().checked_sub(structure.components) {
            None => {
                let needs = blueprint.components[signal.index()].need_ids();
                let hard = needs.map(|id| &blueprint.needs[id.index()]);
                open.extend(
                    hard.filter(|need| matches!(need.kind, NeedKind::Hard))
                        .map(|need| need.on),
                );
            }
            Some(at) => match structure.gates[at].op {
                Op::First(first) => found.push(first),
                _ => open.extend(&structure.gates[at].inputs),
            },
        }
    }
    found.sort_unstable();
    found
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
