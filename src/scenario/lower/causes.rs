//! Shared causes: beta groups and shocks, both of which strike several things at once.
//!
//! Knows nothing of hazards, which take places.

use std::collections::BTreeSet;

use crate::dist::Law;
use crate::model::component::Mode;
use crate::model::ids::ComponentId;
use crate::model::shared::{SharedRepair, Shock};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::numbers::Spot;
use crate::scenario::schema::{self, Repaired};
use crate::scenario::spans::{Leaf, Name};

/// Means of members may differ by so much [1], from rounding alone.
const EQUAL: f64 = 1e-9;

/// Members in declared order, each once.
#[derive(Default)]
struct Members {
    list: Vec<(ComponentId, f64)>,
    known: BTreeSet<ComponentId>,
}

impl Lowering<'_> {
    /// All shared causes; after the components, whose modes beta groups stretch.
    pub fn read_shocks(&mut self) -> Vec<Shock> {
        let causes = &self.scenario.body.shared_causes;
        causes
            .entries()
            .filter_map(|(name, cause)| self.shared_cause(name, cause))
            .collect()
    }

    fn shared_cause(&mut self, name: &Name, cause: &schema::SharedCause) -> Option<Shock> {
        let spot = Spot::of("shared cause", &name.text);
        let repaired = self.shared_repair(name, cause.repaired.as_ref(), spot);
        let (interval, members) = match (&cause.beta, &cause.rate) {
            (Some(beta), None) => self.beta_group(name, cause, beta, spot)?,
            (None, Some(rate)) => self.shock(name, cause, rate, spot),
            _ => {
                self.report
                    .fault(
                        "bad-shared-cause",
                        &name.at,
                        say!("bad-shared-cause-neither", name = &name.text),
                    )
                    .help(say!("bad-shared-cause-neither-help"));
                return None;
            }
        };
        let repaired = repaired?;
        if matches!(repaired, SharedRepair::Each) {
            self.check_repairs(name, &members);
        }
        let stream = self.streams.name(format!("shock/{}", name.text));
        Some(Shock {
            name: name.text.clone(),
            interval,
            members,
            repaired,
            stream,
        })
    }

    fn shared_repair(
        &mut self,
        name: &Name,
        repaired: Option<&Repaired>,
        spot: Spot<'_>,
    ) -> Option<SharedRepair> {
        match repaired {
            Some(Repaired::Each) => Some(SharedRepair::Each),
            Some(Repaired::Once {
                repair,
                detection,
                crew,
                priority,
            }) => Some(SharedRepair::Once {
                detection: self.maybe_law(detection.as_ref(), spot.field("detection")),
                repair: self.law(repair, spot.field("repair")),
                crew: crew.as_ref().and_then(|crew| self.repairing_crew(crew)),
                priority: self.priority(priority.as_ref()),
            }),
            None => {
                self.report
                    .fault(
                        "no-repaired",
                        &name.at,
                        say!("no-repaired", name = &name.text),
                    )
                    .help(say!("no-repaired-help"));
                None
            }
        }
    }

    /// A shock with its own rate.
    fn shock(
        &mut self,
        name: &Name,
        cause: &schema::SharedCause,
        rate: &Leaf,
        spot: Spot<'_>,
    ) -> (Law, Vec<(ComponentId, f64)>) {
        let mean = self.interval(rate, spot.field("rate"));
        let interval = self.exponential(mean, &rate.at);
        for selector in &cause.members {
            self.report
                .fault(
                    "bad-shared-cause",
                    &selector.at,
                    say!("bad-shared-cause-members"),
                )
                .help(say!("bad-shared-cause-members-help", name = &selector.text));
        }
        let mut members = Members::default();
        for (selector, chance) in cause.strikes.entries() {
            let chance = self.probability(chance, spot.field("strikes"));
            let selected = self.select_components(selector);
            self.add_members(
                &mut members,
                selector,
                selected.into_iter().map(|id| (id, chance)),
            );
        }
        if members.list.is_empty() && cause.strikes.is_empty() {
            self.report
                .fault(
                    "bad-shared-cause",
                    &name.at,
                    say!("bad-shared-cause-nothing", name = &name.text),
                )
                .help(say!("bad-shared-cause-nothing-help"));
        }
        (interval, members.list)
    }

    fn add_members(
        &mut self,
        members: &mut Members,
        selector: &Name,
        new: impl Iterator<Item = (ComponentId, f64)>,
    ) {
        for (id, chance) in new {
            if !members.known.insert(id) {
                let name = &self.components[id.index()].name;
                self.report
                    .fault(
                        "selected-twice",
                        &selector.at,
                        say!("selected-twice", selector = &selector.text, name = name),
                    )
                    .help(say!("selected-twice-help"));
            } else {
                members.list.push((id, chance));
            }
        }
    }

    /// Members of equal mean m: each own law is stretched to m/(1−β), shocks come at rate β/m (`docs/semantics.md` 13).
    fn beta_group(
        &mut self,
        name: &Name,
        cause: &schema::SharedCause,
        beta: &Leaf,
        spot: Spot<'_>,
    ) -> Option<(Law, Vec<(ComponentId, f64)>)> {
        let share = self.probability(beta, spot.field("beta"));
        if share <= 0.0 || share >= 1.0 {
            self.report
                .fault("bad-beta", &beta.at, say!("bad-beta"))
                .help(say!("bad-beta-help"));
            return None;
        }
        for (selector, _) in cause.strikes.entries() {
            self.report
                .fault(
                    "bad-shared-cause",
                    &selector.at,
                    say!("bad-shared-cause-strikes"),
                )
                .help(say!("bad-shared-cause-strikes-help", name = &selector.text));
        }
        let mut members = Members::default();
        for selector in &cause.members {
            let selected = self.select_components(selector);
            self.add_members(
                &mut members,
                selector,
                selected.into_iter().map(|id| (id, 1.0)),
            );
        }
        let mean = self.common_mean(name, &members.list)?;
        for &(member, _) in &members.list {
            self.stretch(name, member, 1.0 / (1.0 - share));
        }
        Some((self.exponential(mean / share, &beta.at), members.list))
    }

    /// The mean time to failure that all members share [µs].
    fn common_mean(&mut self, name: &Name, members: &[(ComponentId, f64)]) -> Option<f64> {
        if members.len() < 2 {
            self.report
                .fault(
                    "bad-shared-cause",
                    &name.at,
                    say!(
                        "bad-shared-cause-too-few",
                        name = &name.text,
                        count = members.len()
                    ),
                )
                .help(say!("bad-shared-cause-too-few-help"));
            return None;
        }
        let mut means = Vec::new();
        for &(member, _) in members {
            means.push(self.single_mean(name, member)?);
        }
        let first = means[0];
        if let Some(at) = means
            .iter()
            .position(|mean| (mean - first).abs() > EQUAL * first)
        {
            let named = |at: usize| self.components[members[at].0.index()].name.clone();
            let message = say!("unequal-members", one = named(0), other = named(at));
            self.report
                .fault("unequal-members", &name.at, message)
                .help(say!("unequal-members-help"));
            return None;
        }
        Some(first)
    }

    fn single_mean(&mut self, name: &Name, member: ComponentId) -> Option<f64> {
        let mean = match self.modes_in(member) {
            [
                Mode {
                    fails: Some(law), ..
                },
            ] => Some(law.mean()),
            _ => None,
        };
        if mean.is_none() {
            let member = &self.components[member.index()].name;
            self.report
                .fault("bad-member", &name.at, say!("bad-member", name = member))
                .help(say!("bad-member-help"));
        }
        mean
    }

    fn modes_in(&self, component: ComponentId) -> &[Mode] {
        let modes = &self.components[component.index()].modes;
        &self.modes[modes.start as usize..modes.end as usize]
    }

    fn stretch(&mut self, name: &Name, member: ComponentId, factor: f64) {
        let component = &self.components[member.index()];
        if !self.stretched.insert(member) {
            let message = say!("two-beta-groups", name = &component.name);
            self.report
                .fault("two-beta-groups", &name.at, message)
                .help(say!("two-beta-groups-help"));
        }
        let mode = &mut self.modes[component.modes.start as usize];
        mode.fails = mode.fails.as_ref().map(|law| law.scaled(factor));
    }

    /// `Each` repairs by the first mode, so there must be one.
    fn check_repairs(&mut self, name: &Name, members: &[(ComponentId, f64)]) {
        for &(member, _) in members {
            if self.modes_in(member).is_empty() {
                let member = &self.components[member.index()].name;
                self.report
                    .fault(
                        "no-repair",
                        &name.at,
                        say!("no-repair-struck", name = member),
                    )
                    .help(say!("no-repair-struck-help"));
            }
        }
    }
}
