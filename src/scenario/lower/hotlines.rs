//! Hotlines: who calls whom, when, how often, and who answers.
//!
//! Knows nothing of single calls.

use std::collections::BTreeSet;

use crate::kernel::StreamName;
use crate::model::calendar::{Calendar, Steps};
use crate::model::hotline::{CallClass, Closing, Hotline, OnLoss, Pool, Surge};
use crate::model::ids::{OrganisationId, Signal};
use crate::model::profile::{Factor, Profile};
use crate::model::weekly::{DAY, Hours, overlap};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::hours::{parse_days, parse_times};
use crate::scenario::lower::meant;
use crate::scenario::lower::numbers::Spot;
use crate::scenario::lower::report::listed;
use crate::scenario::schema::{self, HotlineNeed};
use crate::scenario::spans::{Leaf, Name, Table};
use crate::units::{Per, Span};

/// Agents of a shift; more are refused.
const MOST_AGENTS: u64 = 100_000;
/// A hotline may be simulated in every so-manyth replication at most.
const RAREST: u64 = 1_000_000;

/// How desks share their callers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    Pooled,
    Separate,
}

/// A number of agents during some hours.
#[derive(Clone, Copy)]
struct Shift {
    hours: Hours,
    agents: u32,
}

impl Lowering<'_> {
    /// All hotlines; after the organisations.
    pub fn read_hotlines(&mut self) -> Vec<Hotline> {
        let hotlines = &self.scenario.body.hotlines;
        hotlines
            .entries()
            .filter_map(|(name, hotline)| self.hotline(name, hotline))
            .collect()
    }

    fn hotline(&mut self, name: &Name, written: &schema::Hotline) -> Option<Hotline> {
        let spot = Spot::of("hotline", &name.text);
        let rule = self.rule(name, written);
        let open_hours = self.all_hours(&written.open);
        if written.open.is_empty() {
            self.report
                .fault("no-hours", &name.at, say!("no-hours", name = &name.text))
                .help(say!("no-hours-help"));
        }
        let needs = self.hotline_needs(name, written, spot);
        let rate = self.call_rate(name, written, &open_hours, spot);
        let hotline = Hotline {
            name: name.text.clone(),
            classes: self.classes(name, written, rule),
            pools: self.pools(name, written, rule),
            open: if open_hours == [Hours::ALWAYS] {
                Calendar::Always
            } else {
                self.civil().calendar(&open_hours)
            },
            rate: rate?,
            handling: self.law(&written.handling, spot.field("handling")),
            patience: self.maybe_law(written.patience.as_ref(), spot.field("patience")),
            surge: written.surge.as_ref().map(|surge| self.surge(surge, spot)),
            slowed_by: needs.0,
            needs: needs.1,
            on_loss: self.word_or(
                written.on_loss.as_ref(),
                &[("Cut", OnLoss::Cut), ("Keep", OnLoss::Keep)],
                OnLoss::Cut,
            ),
            closing: self.word_or(
                written.closing.as_ref(),
                &[("ServeOut", Closing::ServeOut), ("CutOff", Closing::CutOff)],
                Closing::ServeOut,
            ),
            within: Vec::new(),
            waits: Vec::new(),
            objectives: Vec::new(),
            every: written
                .every
                .as_ref()
                .map_or(1, |leaf| self.count(leaf, 1, RAREST, None)),
            year_stream: self.streams.name(format!("hotline/{}/year", name.text)),
        };
        Some(self.with_objectives(hotline, written))
    }

    fn with_objectives(&mut self, mut hotline: Hotline, written: &schema::Hotline) -> Hotline {
        for part in &written.objectives {
            if let Some(objective) = &part.got {
                let (share, within) = (
                    self.aim(&objective.answered),
                    self.positive_setting(&objective.within),
                );
                let index = within_index(&mut hotline, within);
                hotline.objectives.push((share, index));
            }
        }
        hotline
    }

    fn rule(&mut self, name: &Name, written: &schema::Hotline) -> Rule {
        let words = [("Pooled", Rule::Pooled), ("Separate", Rule::Separate)];
        if let Some(leaf) = &written.rule {
            return self.word(leaf, &words).unwrap_or(Rule::Separate);
        }
        if written.agents.0.len() > 1 {
            self.report
                .fault("no-rule", &name.at, say!("no-rule", name = &name.text))
                .help(say!("no-rule-help"));
        }
        Rule::Separate
    }

    fn classes(&mut self, name: &Name, written: &schema::Hotline, rule: Rule) -> Vec<CallClass> {
        let mut served: BTreeSet<OrganisationId> = BTreeSet::new();
        let mut classes = Vec::new();
        for (selector, desk) in written.serves.entries() {
            let organisations = self.select_organisations(selector);
            self.group(selector);
            for id in &organisations {
                if !served.insert(*id) {
                    let name = &self.organisations[id.index()].name;
                    self.report
                        .fault(
                            "served-twice",
                            &selector.at,
                            say!("served-twice", name = name),
                        )
                        .help(say!("served-twice-help"));
                }
            }
            classes.push(CallClass {
                name: selector.text.clone(),
                users: organisations
                    .iter()
                    .map(|id| self.organisations[id.index()].users)
                    .sum(),
                organisations,
                pool: self.pool_of(desk, written, rule),
                arrivals: self
                    .streams
                    .name(format!("hotline/{}/arrivals/{}", name.text, selector.text)),
                surge: self.surge_streams(&name.text, &selector.text),
            });
        }
        if written.serves.is_empty() {
            self.report
                .fault(
                    "serves-nobody",
                    &name.at,
                    say!("serves-nobody", name = &name.text),
                )
                .help(say!("serves-nobody-help"));
        }
        classes
    }

    /// The source of chance of surge calls about each service.
    fn surge_streams(&mut self, hotline: &str, selector: &str) -> Vec<StreamName> {
        let path = format!("hotline/{hotline}/surge/{selector}");
        let services = self.services.iter();
        services
            .map(|service| self.streams.name(format!("{path}/{}", service.name)))
            .collect()
    }

    fn pool_of(&mut self, desk: &Leaf, written: &schema::Hotline, rule: Rule) -> usize {
        let place = written
            .agents
            .names()
            .position(|known| known.text == desk.text);
        if place.is_none() {
            self.no_desk(desk, written);
        }
        if rule == Rule::Pooled {
            0
        } else {
            place.unwrap_or(0)
        }
    }

    fn pools(&mut self, name: &Name, written: &schema::Hotline, rule: Rule) -> Vec<Pool> {
        let mut pools = Vec::new();
        let mut all = Vec::new();
        for (desk, shifts) in written.agents.entries() {
            if !written
                .serves
                .entries()
                .any(|(_, served)| served.text == desk.text)
            {
                self.report
                    .fault(
                        "unused-desk",
                        &desk.at,
                        say!("unused-desk", desk = &desk.text),
                    )
                    .help(say!("unused-desk-help"));
            }
            let shifts = self.shifts(shifts, Spot::of("hotline", &name.text));
            match rule {
                Rule::Pooled => all.extend(shifts),
                Rule::Separate => pools.push(Pool {
                    name: desk.text.clone(),
                    agents: self.staffing(&shifts),
                }),
            }
        }
        if rule == Rule::Pooled {
            let desks: Vec<&str> = written
                .agents
                .names()
                .map(|desk| desk.text.as_str())
                .collect();
            pools.push(Pool {
                name: desks.join(" + "),
                agents: self.staffing(&all),
            });
        }
        pools
    }

    /// The shifts of a desk, which must not overlap.
    fn shifts(&mut self, written: &[(Leaf, Leaf)], spot: Spot<'_>) -> Vec<Shift> {
        let mut shifts: Vec<Shift> = Vec::new();
        for (hours, agents) in written {
            let count = self.count(agents, 0, MOST_AGENTS, Some(spot.field("agents")));
            let Some(pattern) = self.hours(hours) else {
                continue;
            };
            if shifts.iter().any(|other| overlap(&other.hours, &pattern)) {
                self.report
                    .fault(
                        "overlapping-hours",
                        &hours.at,
                        say!("overlapping-hours-shift", hours = &hours.text),
                    )
                    .help(say!("overlapping-hours-shift-help"));
            }
            shifts.push(Shift {
                hours: pattern,
                agents: u32::try_from(count).unwrap_or(0),
            });
        }
        shifts
    }

    fn staffing(&mut self, shifts: &[Shift]) -> Steps<u32> {
        let hours: Vec<Hours> = shifts.iter().map(|shift| shift.hours).collect();
        self.civil().steps(&hours, |before, today, minute| {
            let on_duty = shifts
                .iter()
                .filter(|shift| shift.hours.hold(before, today, minute));
            on_duty.map(|shift| shift.agents).sum()
        })
    }

    fn call_rate(
        &mut self,
        name: &Name,
        written: &schema::Hotline,
        open: &[Hours],
        spot: Spot<'_>,
    ) -> Option<Steps<f64>> {
        let per_year = self.rate(&written.calls, Per::User, spot.field("calls"));
        let profile = Profile {
            open: open.to_vec(),
            factors: self.factors(&written.profile, spot),
        };
        let rate = profile.rate(per_year, &self.civil());
        if rate.is_none() && !open.is_empty() {
            self.report
                .fault(
                    "bad-profile",
                    &name.at,
                    say!("bad-profile", name = &name.text),
                )
                .help(say!("bad-profile-help"));
        }
        rate
    }

    fn factors(&mut self, profile: &Table<Leaf>, spot: Spot<'_>) -> Vec<Factor> {
        let mut factors = Vec::new();
        for (when, leaf) in profile.entries() {
            let times = self.factor(leaf, spot.field("profile"));
            match profile_hours(&when.text) {
                Some(hours) => factors.push(Factor { hours, times }),
                None => self.no_profile_hours(when),
            }
        }
        factors
    }

    fn no_profile_hours(&mut self, when: &Name) {
        let help = match meant::of_profile(&when.text) {
            Some(text) => say!("write-help", text = text),
            None => say!("bad-hours-profile-help"),
        };
        self.report
            .fault(
                "bad-hours",
                &when.at,
                say!("bad-hours-profile", text = &when.text),
            )
            .help(help);
    }

    fn no_desk(&mut self, desk: &Leaf, written: &schema::Hotline) {
        let known = || written.agents.names().map(|known| known.text.as_str());
        let meant = self.report.closest(&desk.text, known());
        self.report
            .fault(
                "unknown-desk",
                &desk.at,
                say!("unknown-desk", desk = &desk.text),
            )
            .meant(meant)
            .help(match listed(known()) {
                Some(known) => say!("unknown-desk-help", known = known),
                None => say!("unknown-desk-none-help", desk = &desk.text),
            });
    }

    fn surge(&mut self, surge: &schema::SurgeSpec, spot: Spot<'_>) -> Surge {
        Surge {
            share: self.probability(&surge.share, spot.field("surge share")),
            within: self.span(&surge.within, spot.field("surge within")),
        }
    }

    /// What slows the hotline down, and what it cannot do without.
    fn hotline_needs(
        &mut self,
        name: &Name,
        written: &schema::Hotline,
        spot: Spot<'_>,
    ) -> (Vec<(Signal, f64)>, Vec<Signal>) {
        let (mut soft, mut hard) = (Vec::new(), Vec::new());
        let path = format!("hotline/{}", name.text);
        for part in &written.needs {
            match &part.got {
                Some(HotlineNeed::Soft { on, handling }) => {
                    let factor = self.factor(handling, spot.field("handling without a need"));
                    soft.extend(self.expression(on, &path).map(|signal| (signal, factor)));
                }
                Some(HotlineNeed::Hard(on)) => hard.extend(self.expression(on, &path)),
                None => {}
            }
        }
        (soft, hard)
    }
}

/// The hours of a factor: a time of every day, or whole weekdays.
fn profile_hours(text: &str) -> Option<Hours> {
    match parse_times(text) {
        Some((from, to)) => Some(Hours {
            days: [true; 7],
            from,
            to,
        }),
        None => parse_days(text).map(|days| Hours {
            days,
            from: 0,
            to: DAY,
        }),
    }
}

/// The index of a wait among those counted.
pub fn within_index(hotline: &mut Hotline, within: Span) -> usize {
    number_of(&mut hotline.within, within)
}

/// The number of a wait that calls may exceed.
pub fn wait_index(hotline: &mut Hotline, wait: Span) -> usize {
    number_of(&mut hotline.waits, wait)
}

fn number_of(counted: &mut Vec<Span>, span: Span) -> usize {
    let known = counted.iter().position(|&known| known == span);
    known.unwrap_or_else(|| {
        counted.push(span);
        counted.len() - 1
    })
}
