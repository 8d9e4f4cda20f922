//! What fails by itself: how often, for how long, and what that makes, in groups of like things.

use serde::Serialize;

use crate::dist::Law;
use crate::explain::names::{Named, stem};
use crate::explain::source::{HOURS_PER_YEAR, Sources, Striker, is_cold, waits_for_duty};
use crate::explain::times::{HOUR, Times};
use crate::model::Blueprint;
use crate::model::component::{Kind, Mode};
use crate::model::ids::ModeId;

/// Like things that fail in the same way.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Failing {
    /// Which.
    pub of: Named,
    /// What they are: `component`, `link`, `duct` …
    pub kind: &'static str,
    /// The failure mode; empty for an only one.
    pub mode: String,
    /// Mean operating time to a failure, of the one that fails most and least often [h].
    pub every_h: (f64, f64),
    /// Whether a failure is as likely at any age.
    pub memoryless: bool,
    /// Whether it ages only while it is the active entry of a switchover.
    pub cold: bool,
    /// From the failure until it is back, with a free crew; `None`: never.
    pub down: Option<Times>,
    /// The crew whose duty begins later at times, which comes on top.
    pub waits_for: Option<String>,
    /// Out of service by itself, of the one that fails least and most often [h/y]; not of what is cold.
    pub down_a_year_h: Option<(f64, f64)>,
}

impl Failing {
    /// The range of the share of time in which the thing alone is in service [1].
    #[must_use]
    pub fn availability(&self) -> Option<(f64, f64)> {
        let (least, most) = self.down_a_year_h?;
        let share = |down: f64| 1.0 - down / HOURS_PER_YEAR;
        Some((share(most), share(least)))
    }
}

/// What makes two modes alike.
#[derive(PartialEq)]
struct Alike<'b> {
    kind: Kind,
    stem: &'b str,
    mode: &'b str,
    memoryless: bool,
    cold: bool,
    lasts: Option<usize>,
    waits: bool,
}

/// All groups, in the order of their first things.
#[must_use]
pub fn failing(blueprint: &Blueprint, sources: &Sources) -> Vec<Failing> {
    let mut groups: Vec<(Alike<'_>, Vec<ModeId>)> = Vec::new();
    for source in &sources.all {
        let Striker::Own(id) = source.striker else {
            continue;
        };
        let key = alike(blueprint, &blueprint.modes[id.index()], source.lasts);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, members)) => members.push(id),
            None => groups.push((key, vec![id])),
        }
    }
    groups
        .iter()
        .map(|(key, members)| group(blueprint, sources, key, members))
        .collect()
}

fn alike<'b>(blueprint: &'b Blueprint, mode: &'b Mode, lasts: Option<usize>) -> Alike<'b> {
    let component = &blueprint.components[mode.component.index()];
    let crew = mode.crew.map(|crew| &blueprint.crews[crew.index()]);
    Alike {
        kind: component.kind,
        stem: stem(&component.name),
        mode: &mode.name,
        memoryless: mode.fails.as_ref().is_some_and(Law::is_memoryless),
        cold: is_cold(blueprint, mode.component),
        lasts,
        waits: crew.is_some_and(|crew| waits_for_duty(blueprint, crew)),
    }
}

fn group(blueprint: &Blueprint, sources: &Sources, key: &Alike<'_>, of: &[ModeId]) -> Failing {
    let modes = || of.iter().map(|id| &blueprint.modes[id.index()]);
    let means = || {
        modes()
            .filter_map(|mode| mode.fails.as_ref())
            .map(|law| law.mean() / HOUR)
    };
    let every_h = (
        means().fold(f64::INFINITY, f64::min),
        means().fold(0.0, f64::max),
    );
    let down = key.lasts.map(|at| sources.spreads[at].times());
    let a_year = |every: f64| {
        let lasts = down.map_or(f64::INFINITY, |down| down.mean_h);
        HOURS_PER_YEAR * lasts / (every + lasts)
    };
    let crew = modes().find_map(|mode| mode.crew).filter(|_| key.waits);
    let name = |mode: &Mode| blueprint.components[mode.component.index()].name.as_str();
    Failing {
        of: Named::of(of.iter().map(|id| name(&blueprint.modes[id.index()]))),
        kind: key.kind.word(),
        mode: key.mode.to_owned(),
        every_h,
        memoryless: key.memoryless,
        cold: key.cold,
        down,
        waits_for: crew.map(|crew| blueprint.crews[crew.index()].name.clone()),
        down_a_year_h: (!key.cold && down.is_some())
            .then(|| (a_year(every_h.1), a_year(every_h.0))),
    }
}
