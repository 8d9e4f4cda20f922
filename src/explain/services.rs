//! What each service is, who uses it, and which single thing takes it away.

use serde::Serialize;

use crate::dist::Law;
use crate::explain::base::{Base, share_beyond};
use crate::explain::expression::Expression;
use crate::explain::fall::{Bridging, Fallen};
use crate::explain::names::{Named, stem};
use crate::explain::source::{Source, Striker, is_cold};
use crate::explain::times::{HOUR, mean_over, quantile};
use crate::model::component::{Kind, NeedKind};
use crate::model::ids::ComponentId;
use crate::model::organisation::Organisation;
use crate::model::service::{Service, Tolerance};

/// Above so many sources pairs are not counted.
const MOST_FOR_PAIRS: usize = 80;

/// A service read back.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ServiceRead {
    /// Its name.
    pub name: String,
    /// Its levels, best first: name and what must hold.
    pub levels: Vec<(String, Expression)>,
    /// Organisations that use it.
    pub organisations: usize,
    /// Their users.
    pub users: u64,
    /// What is wanted of it.
    pub objectives: Vec<Wanted>,
    /// What alone takes it down entirely.
    pub singles: Vec<Single>,
    /// What alone takes it below its best level, but not down.
    pub lessening: Vec<Single>,
    /// Pairs of things neither of which takes it down alone, but both together; `None`: too many things to try.
    pub pairs: Option<usize>,
}

/// An objective in figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Wanted {
    /// The level that outages lie below.
    pub level: String,
    /// Whether that is the lowest.
    pub lowest: bool,
    /// Recovery time objective [h].
    pub rto_h: Option<f64>,
    /// Maximum tolerable period of disruption [h].
    pub mtpd_h: Option<f64>,
    /// Availability [1].
    pub availability: Option<f64>,
    /// What may be missed: share of outages, or probability per year [1].
    pub of_outages: Option<f64>,
    /// Probability per year [1].
    pub per_year: Option<f64>,
    /// Share of the outages by single failures that last longer than the recovery time objective, restarts counted [1].
    pub longer: Option<f64>,
}

/// Something that alone takes a service away.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Single {
    /// Like things.
    pub of: Named,
    /// `failure`, `shared-cause` or `hazard`.
    pub kind: &'static str,
    /// How often all of them strike together [1/y].
    pub per_year: f64,
    /// Whether it is felt only once an autonomy has run out.
    pub bridged: bool,
    /// The outages that one expects from it: its strikes that outlast the autonomy [1/y].
    pub outages_a_year: f64,
    /// Median time until it is back, with the longest restart that follows [h]; `None`: never.
    pub median_h: Option<f64>,
}

/// What one source takes from the services.
struct Effect<'a> {
    source: &'a Source,
    at_once: Fallen,
    in_time: Fallen,
}

impl Effect<'_> {
    /// What falls at once, or what falls in time if the effect is bridged.
    fn fallen(&self, bridged: bool) -> &Fallen {
        if bridged {
            &self.in_time
        } else {
            &self.at_once
        }
    }

    /// The outages that one expects from it [1/y].
    fn outages_a_year(&self, base: &Base<'_, '_>, bridged: bool) -> f64 {
        let felt = if bridged {
            shortest_bridge(base, self)
        } else {
            1.0
        };
        self.source.per_year * felt
    }
}

/// All services.
#[must_use]
pub fn services(base: &Base<'_, '_>) -> Vec<ServiceRead> {
    let effects = effects(base);
    let pairs = pairs(base, &effects);
    let read = base.blueprint.services.iter().enumerate();
    read.map(|(at, service)| {
        let (organisations, users) = users(base, at);
        let of = |mine: &dyn Fn(&Fallen) -> bool| singles(base, &effects, mine);
        let down = |fallen: &Fallen| is_down(service, fallen);
        let lessened = |fallen: &Fallen| is_lessened(service, fallen) && !is_down(service, fallen);
        ServiceRead {
            name: service.name.clone(),
            levels: levels(base, service),
            organisations,
            users,
            objectives: wanted(base, &effects, service),
            singles: of(&down),
            lessening: of(&lessened),
            pairs: pairs.as_ref().map(|pairs| pairs[at]),
        }
    })
    .collect()
}

fn levels(base: &Base<'_, '_>, service: &Service) -> Vec<(String, Expression)> {
    let each = service.levels.iter();
    each.map(|level| {
        (
            level.name.clone(),
            Expression::of(base.blueprint, level.when),
        )
    })
    .collect()
}

fn users(base: &Base<'_, '_>, service: usize) -> (usize, u64) {
    let uses = |of: &&Organisation| of.uses.iter().any(|used| used.service.index() == service);
    let who = base.blueprint.organisations.iter().filter(uses);
    who.fold((0, 0), |(count, users), of| (count + 1, users + of.users))
}

fn wanted(base: &Base<'_, '_>, effects: &[Effect<'_>], service: &Service) -> Vec<Wanted> {
    let each = service.objectives.iter();
    each.map(|objective| Wanted {
        level: service.levels[objective.level].name.clone(),
        lowest: objective.level + 1 == service.levels.len(),
        rto_h: objective.rto.map(|span| span.hours()),
        mtpd_h: objective.mtpd.map(|span| span.hours()),
        availability: objective.availability,
        of_outages: match objective.tolerance {
            Some(Tolerance::OfOutages(share)) => Some(share),
            _ => None,
        },
        per_year: match objective.tolerance {
            Some(Tolerance::PerYear(chance)) => Some(chance),
            _ => None,
        },
        longer: objective.rto.and_then(|rto| {
            longer(
                base,
                effects,
                (service, objective.level),
                rto.micros() as f64,
            )
        }),
    })
    .collect()
}

/// The share of the outages by single failures that last longer than `limit` [µs], weighted by how often they come; `None`: there
/// are none. The time that an autonomy bridges is not taken off.
fn longer(
    base: &Base<'_, '_>,
    effects: &[Effect<'_>],
    (service, level): (&Service, usize),
    limit: f64,
) -> Option<f64> {
    let gone = |fallen: &Fallen| {
        let mut levels = service.levels.iter().take(level + 1);
        levels.all(|of| fallen.down[of.component.index()])
    };
    let (mut longer, mut all) = (0.0, 0.0);
    for effect in effects.iter().filter(|effect| gone(&effect.in_time)) {
        let bridged = !gone(&effect.at_once);
        let often = effect.outages_a_year(base, bridged);
        let restart = longest_restart(base, &effect.fallen(bridged).suspended);
        let share = base
            .sources
            .spread(effect.source)
            .map_or(1.0, |spread| match restart {
                Some(law) => mean_over(law, |restart| spread.beyond(limit - restart)),
                None => spread.beyond(limit),
            });
        longer += often * share;
        all += often;
    }
    (all > 0.0).then(|| longer / all)
}

fn is_down(service: &Service, fallen: &Fallen) -> bool {
    fallen.down[service.delivers.index()]
}

fn is_lessened(service: &Service, fallen: &Fallen) -> bool {
    let best = service.levels.first();
    best.is_some_and(|level| fallen.down[level.component.index()])
}

fn touches(base: &Base<'_, '_>, fallen: &Fallen) -> bool {
    base.blueprint
        .services
        .iter()
        .any(|service| is_lessened(service, fallen) || is_down(service, fallen))
}

/// The effect of every source that can matter to a service; a cold standby strikes only while it runs, so it is none by itself.
fn effects<'a>(base: &Base<'a, '_>) -> Vec<Effect<'a>> {
    let mut matters = vec![false; base.blueprint.components.len()];
    for watch in &base.blueprint.watches {
        for below in &watch.below {
            matters[below.index()] = true;
        }
    }
    let counts = |source: &&Source| {
        source.takes.iter().any(|taken| matters[taken.index()])
            && !source.takes.iter().all(|&taken| {
                matches!(source.striker, Striker::Own(_)) && is_cold(base.blueprint, taken)
            })
    };
    let take =
        |source: &'a Source, bridging| base.whole.without(source.takes.iter().copied(), bridging);
    base.sources
        .all
        .iter()
        .filter(counts)
        .map(|source| Effect {
            source,
            at_once: take(source, Bridging::Holds),
            in_time: take(source, Bridging::RunOut),
        })
        .collect()
}

/// The sources that alone do what `hit` looks for, like ones together.
fn singles(
    base: &Base<'_, '_>,
    effects: &[Effect<'_>],
    hit: &dyn Fn(&Fallen) -> bool,
) -> Vec<Single> {
    let mut found: Vec<(Vec<&str>, Single)> = Vec::new();
    for effect in effects.iter().filter(|effect| hit(&effect.in_time)) {
        let one = single(base, effect, !hit(&effect.at_once));
        let name = effect.source.name.as_str();
        let alike = |known: &(Vec<&str>, Single)| {
            let same = stem(known.0[0]) == stem(name);
            same && (known.1.kind, known.1.bridged) == (one.kind, one.bridged)
                && known.1.median_h == one.median_h
        };
        match found.iter_mut().find(|known| alike(known)) {
            Some((names, known)) => {
                names.push(name);
                known.per_year += one.per_year;
                known.outages_a_year += one.outages_a_year;
            }
            None => found.push((vec![name], one)),
        }
    }
    let mut singles: Vec<Single> = found
        .into_iter()
        .map(|(names, single)| Single {
            of: Named::of(names),
            ..single
        })
        .collect();
    singles.sort_by(|a, b| b.outages_a_year.total_cmp(&a.outages_a_year));
    singles
}

fn single(base: &Base<'_, '_>, effect: &Effect<'_>, bridged: bool) -> Single {
    let source = effect.source;
    let restart = longest_restart(base, &effect.fallen(bridged).suspended)
        .map_or(0.0, |law| quantile(law, 0.5) / HOUR);
    let lasts = base
        .sources
        .spread(source)
        .map(|spread| spread.times().median_h);
    Single {
        of: Named::of([]),
        kind: match source.striker {
            Striker::Own(_) => "failure",
            Striker::Shock(_) => "shared-cause",
            Striker::Hazard(_) => "hazard",
        },
        per_year: source.per_year,
        bridged,
        outages_a_year: effect.outages_a_year(base, bridged),
        median_h: lasts.map(|lasts| lasts + restart),
    }
}

/// The share of a source's strikes that outlast the hardest of the autonomies in its way [1].
fn shortest_bridge(base: &Base<'_, '_>, effect: &Effect<'_>) -> f64 {
    let bridges = effect.in_time.bridges.iter();
    bridges
        .filter_map(|need| match &base.blueprint.needs[need.index()].kind {
            NeedKind::Delayed(autonomy) => Some(share_beyond(base, effect.source, &autonomy.lasts)),
            NeedKind::Hard | NeedKind::ToStart => None,
        })
        .fold(1.0, f64::min)
}

/// The restart of the longest median among what was suspended.
fn longest_restart<'b>(base: &Base<'_, 'b>, suspended: &[ComponentId]) -> Option<&'b Law> {
    let stopped = suspended
        .iter()
        .map(|id| &base.blueprint.components[id.index()]);
    // The set-up of a level is no restart: it is how long people take to work in another way.
    stopped
        .filter(|of| of.kind != Kind::Level)
        .filter_map(|of| of.restart.as_ref())
        .max_by(|a, b| quantile(a, 0.5).total_cmp(&quantile(b, 0.5)))
}

/// Per service: pairs of sources that only together take it down.
fn pairs(base: &Base<'_, '_>, effects: &[Effect<'_>]) -> Option<Vec<usize>> {
    if effects.len() > MOST_FOR_PAIRS {
        return None;
    }
    let services = &base.blueprint.services;
    let mut counts = vec![0; services.len()];
    for (at, one) in effects.iter().enumerate() {
        for other in &effects[at + 1..] {
            let taken = one.source.takes.iter().chain(&other.source.takes);
            let both = base.whole.without(taken.copied(), Bridging::RunOut);
            if !touches(base, &both) {
                continue;
            }
            for (count, service) in counts.iter_mut().zip(services) {
                let alone = is_down(service, &one.in_time) || is_down(service, &other.in_time);
                *count += usize::from(!alone && is_down(service, &both));
            }
        }
    }
    Some(counts)
}
