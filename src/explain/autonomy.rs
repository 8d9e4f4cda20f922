//! Autonomies against what they bridge: by the laws, which share of the interruptions of a need is longer than what carries meanwhile.
//!
//! Instances of a template that give the same figures are told once.

use serde::Serialize;

use crate::dist::Law;
use crate::explain::base::{Base, preferred, share_beyond, taking};
use crate::explain::expression::Expression;
use crate::explain::names::{Named, pattern};
use crate::explain::times::{Times, mean_over};
use crate::model::Blueprint;
use crate::model::component::{Autonomy, Need, NeedKind};
use crate::model::ids::{FirstId, Signal};
use crate::model::structure::Op;

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
