//! A small blueprint and a made-up simulator for the tests of the batch: outcomes follow from the replication's number alone.

use super::fold::{Courses, Lived};
use super::plan::Plan;
use super::replicate::Replicate;
use crate::dist::Law;
use crate::kernel::StreamName;
use crate::model::Blueprint;
use crate::model::blueprint::{About, Cause, Initially};
use crate::model::calendar::{Calendar, CivilClock, Steps};
use crate::model::component::{Component, Kind, Mode, Standby};
use crate::model::crew::Crew;
use crate::model::hotline::{CallClass, Closing, Hotline, OnLoss, Pool};
use crate::model::ids::{
    ComponentId, CrewId, GroupId, HotlineId, OrganisationId, ServiceId, ShockId, Signal, WatchId,
};
use crate::model::link::Network;
use crate::model::organisation::{Group, Organisation};
use crate::model::service::{Level, Objective, Service, Tolerance};
use crate::model::shared::{SharedRepair, Shock};
use crate::model::structure::Structure;
use crate::model::watch::{Ask, Bound, Expectation, Observed, Probe, Wanted, Watch};
use crate::simulate::outcome::{
    CallBatches, CallCount, ComponentUse, CrewUse, GroupYear, HotlineUse, Outage, Presence,
    WEEK_BINS,
};
use crate::simulate::{Options, Outcome, Stop};
use crate::text::Wording;
use crate::units::{Instant, MICROS_PER_HOUR, MICROS_PER_YEAR, Span};

/// An instant `hours` after the start.
pub fn at(hours: i64) -> Instant {
    Instant::from_micros(hours * MICROS_PER_HOUR)
}

/// A component with one mode that may fail.
fn component(name: &str, kind: Kind, mode: u32) -> Component {
    Component {
        name: name.to_owned(),
        kind,
        at: None,
        modes: if kind == Kind::Level {
            mode..mode
        } else {
            mode..mode + 1
        },
        needs: 0..0,
        restart: None,
        restart_stream: StreamName::of(name),
        standby: Standby::Hot,
        stock: None,
        bypass_after: None,
    }
}

fn mode(component: usize) -> Mode {
    Mode {
        component: ComponentId::new(component),
        name: String::new(),
        fails: Some(Law::Deterministic(MICROS_PER_YEAR as f64)),
        detection: None,
        repair: None,
        crew: None,
        priority: 0,
        ages_always: false,
        renews_all: false,
        repair_suspended: false,
        restart: None,
        stream: StreamName::of("mode"),
    }
}

/// Two years; one service on two components, whose outages are watched at 4 h and 24 h; an organisation, a crew, a hotline.
/// With `spare` a further component stands before all others, which nothing rests on.
pub fn blueprint(spare: bool) -> Blueprint {
    let first = usize::from(spare);
    let mut components: Vec<Component> = Vec::new();
    if spare {
        components.push(component("spare", Kind::Component, 0));
    }
    let next = first as u32;
    components.push(component("core", Kind::Component, next));
    components.push(component("line", Kind::Link, next + 1));
    components.push(component("payroll: normal", Kind::Level, next + 2));
    let level = ComponentId::new(first + 2);
    let below = vec![ComponentId::new(first), ComponentId::new(first + 1)];
    Blueprint {
        about: About {
            title: "Test".into(),
            replications: 100,
            ..About::default()
        },
        horizon: Span::from_micros(2 * MICROS_PER_YEAR),
        until: None,
        warm_up: Span::ZERO,
        settle_time: Span::ZERO,
        initially: Initially::New,
        clock: CivilClock {
            start: "2025-01-01T00:00:00[Europe/Berlin]".parse().unwrap(),
        },
        structure: Structure::compile(components.len(), Vec::new(), Vec::new(), &[]),
        modes: (0..first + 2).map(mode).collect(),
        components,
        needs: Vec::new(),
        network: Network::default(),
        crews: vec![crew()],
        shocks: vec![shock()],
        hazards: Vec::new(),
        services: vec![service(level)],
        organisations: vec![Organisation {
            name: "city".to_owned(),
            users: 100,
            uses: Vec::new(),
        }],
        groups: vec![Group {
            name: "all organisations".to_owned(),
            members: vec![OrganisationId::new(0)],
        }],
        hotlines: vec![hotline()],
        watches: vec![watch(below)],
        counters: Vec::new(),
        probes: vec![Probe {
            signal: Signal::new(level.index()),
            at: at(24),
            before: false,
            subject: "service/payroll".to_owned(),
        }],
        asks: vec![
            Ask {
                label: Wording::default(),
                wanted: Wanted::DownTime(WatchId::new(0)),
            },
            Ask {
                label: Wording::default(),
                wanted: Wanted::UserHours(GroupId::new(0)),
            },
        ],
        expectations: vec![Expectation {
            measure: Wanted::Outages(WatchId::new(0)),
            bound: Bound::AtLeast(0.1),
            from: "a guess".to_owned(),
        }],
    }
}

fn watch(below: Vec<ComponentId>) -> Watch {
    Watch {
        of: Observed::Below(ServiceId::new(0), 0),
        subject: "service/payroll".to_owned(),
        level: "normal".to_owned(),
        thresholds: vec![Span::from_hours(4), Span::from_hours(24)],
        chances: Vec::new(),
        told: true,
        below,
    }
}

fn service(component: ComponentId) -> Service {
    let level = Level {
        name: "normal".to_owned(),
        component,
        when: Signal::new(component.index()),
        limit: None,
    };
    let objective = Objective {
        level: 0,
        rto: Some(Span::from_hours(4)),
        mtpd: Some(Span::from_hours(24)),
        availability: Some(0.99),
        scheme: "BSI VK 2".to_owned(),
        tolerance: Some(Tolerance::PerYear(0.9)),
    };
    Service {
        name: "payroll".to_owned(),
        levels: vec![level],
        delivers: Signal::new(component.index()),
        objectives: vec![objective],
    }
}

fn crew() -> Crew {
    Crew {
        name: "network".to_owned(),
        people: 2,
        hours: Calendar::Always,
        on_call: None,
        overtime: true,
    }
}

fn shock() -> Shock {
    Shock {
        name: "bad change".to_owned(),
        interval: Law::Deterministic(MICROS_PER_YEAR as f64),
        members: Vec::new(),
        repaired: SharedRepair::Each,
        stream: StreamName::of("shock"),
    }
}

fn hotline() -> Hotline {
    let class = CallClass {
        name: "city".to_owned(),
        organisations: vec![OrganisationId::new(0)],
        users: 100,
        pool: 0,
        arrivals: StreamName::of("arrivals"),
        surge: vec![StreamName::of("surge")],
    };
    Hotline {
        name: "help".to_owned(),
        classes: vec![class],
        pools: vec![Pool {
            name: "desk".to_owned(),
            agents: Steps(vec![(at(0), 3)].into()),
        }],
        open: Calendar::Always,
        rate: Steps(vec![(at(0), 0.0)].into()),
        handling: Law::Deterministic(1.0),
        patience: None,
        surge: None,
        slowed_by: Vec::new(),
        needs: Vec::new(),
        on_loss: OnLoss::Cut,
        closing: Closing::ServeOut,
        waits: Vec::new(),
        within: vec![Span::from_micros(20_000_000)],
        objectives: vec![(0.8, 0)],
        every: 2,
        year_stream: StreamName::of("hotline/year"),
    }
}

/// A plan of `replications` replications on `threads` threads.
pub fn plan(replications: u64, threads: usize) -> Plan {
    Plan {
        seed: 1,
        replications,
        until: None,
        threads,
        options: Options::default(),
        controls: Vec::new(),
        set: Vec::new(),
    }
}

/// A mixer of 64 bits (Steele, Lea and Flood 2014): independent-looking numbers from a counter.
pub fn mix(counter: u64) -> u64 {
    let mut z = counter.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Up to three outages a replication, of 1 to 32 hours; none in every fourth.
pub struct MadeUp<'b> {
    blueprint: &'b Blueprint,
    outcome: Outcome,
    courses: Courses<'b>,
    fails_at: Option<u64>,
}

impl<'b> MadeUp<'b> {
    /// Outcomes of `blueprint`.
    pub fn new(blueprint: &'b Blueprint) -> Self {
        Self {
            blueprint,
            outcome: Outcome::default(),
            courses: Courses::new(blueprint),
            fails_at: None,
        }
    }

    /// Replications from this one on cannot be finished.
    pub fn failing_from(blueprint: &'b Blueprint, replication: u64) -> Self {
        Self {
            fails_at: Some(replication),
            ..Self::new(blueprint)
        }
    }

    fn outages(&self, replication: u64) -> Vec<Outage> {
        let first = self.blueprint.components.len() - 3;
        let shock = self.blueprint.cause_id(Cause::Shock(ShockId::new(0)));
        let one = |number: u64| {
            let luck = mix(replication * 8 + number);
            let begin = 5_000 * number as i64 + (luck % 4_000).max(1) as i64;
            let root = match luck % 3 {
                0 => shock,
                which => self
                    .blueprint
                    .cause_id(Cause::Own(ComponentId::new(first + which as usize - 1))),
            };
            let lasts = 1_i64 << (luck >> 32 & 5);
            Outage {
                watch: WatchId::new(0),
                begin: at(begin),
                end: at(begin + lasts),
                censored: false,
                root,
            }
        };
        (0..mix(replication) % 4).map(one).collect()
    }

    fn year(&self, outage: &Outage) -> GroupYear {
        GroupYear {
            group: GroupId::new(0),
            year: self.blueprint.year_of(outage.begin).unwrap(),
            lost: lost(outage),
            worst_day: lost(outage).min(100 * 86_400),
            most_down: 1,
        }
    }
}

/// User-seconds of a hundred users.
fn lost(outage: &Outage) -> i64 {
    (outage.end - outage.begin).micros() / 10_000
}

impl Replicate for MadeUp<'_> {
    fn outcome(&mut self, replication: u64) -> Result<Lived<'_>, Stop> {
        if self.fails_at.is_some_and(|from| replication >= from) {
            return Err(Stop::Audit(format!("replication {replication}")));
        }
        let outages = self.outages(replication);
        let core = ComponentId::new(self.blueprint.components.len() - 3);
        let mut years: Vec<GroupYear> = Vec::new();
        for outage in &outages {
            let year = self.year(outage);
            match years.last_mut() {
                Some(last) if last.year == year.year => last.lost += year.lost,
                _ => years.push(year),
            }
        }
        let down = outages
            .iter()
            .fold(Span::ZERO, |sum, outage| sum + (outage.end - outage.begin));
        self.outcome = Outcome {
            events: 10 + outages.len() as u64,
            probes: vec![!replication.is_multiple_of(10)],
            losses: years
                .first()
                .map(|_| (OrganisationId::new(0), outages.iter().map(lost).sum()))
                .into_iter()
                .collect(),
            years,
            presences: outages
                .first()
                .map(|of| Presence {
                    watch: of.watch,
                    component: core,
                    together: of.end - of.begin,
                })
                .into_iter()
                .collect(),
            components: vec![ComponentUse {
                component: core,
                failures: outages.len() as u32,
                suspensions: 0,
                failed: down,
                suspended: Span::ZERO,
                restarting: Span::ZERO,
            }],
            crews: vec![CrewUse {
                crew: CrewId::new(0),
                jobs: outages.len() as u32,
                busy: down,
                waited: Span::from_hours(outages.len() as i64),
                overtime: Span::ZERO,
                full: down,
            }],
            hotlines: if replication.is_multiple_of(2) {
                vec![calls(replication)]
            } else {
                Vec::new()
            },
            outages,
            ..Outcome::default()
        };
        Ok(self.courses.replay(&self.outcome))
    }
}

fn calls(replication: u64) -> HotlineUse {
    let offered = 1_000 + (mix(replication) % 100) as u32;
    let count = CallCount {
        offered,
        answered: offered - 50,
        abandoned: 50,
        within: vec![offered - 200],
        answered_wait: Span::from_hours(10),
        wait: Span::from_hours(12),
        ..CallCount::default()
    };
    HotlineUse {
        hotline: HotlineId::new(0),
        window: (at(0), Instant::from_micros(MICROS_PER_YEAR)),
        normal: count.clone(),
        classes: vec![count],
        busy: Span::from_hours(500),
        staffed: Span::from_hours(1_000),
        overtime: Span::ZERO,
        manned: (Span::from_hours(100), Span::from_hours(50)),
        week: vec![(offered / 336, MICROS_PER_HOUR); WEEK_BINS],
        whole_weeks: vec![vec![offered / (52 * 336); WEEK_BINS]; 50],
        weeks: (52, 52),
        batches: CallBatches::default(),
    }
}
