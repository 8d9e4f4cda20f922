//! Blueprints built in code: for studies that no scenario file describes, and for tests.
//!
//! Numbers gates while the number of components is not known yet, and lays everything out at the end. Checks nothing: what a scenario
//! file would be refused for (a law without a mean, a level that can never hold) is the caller's to avoid.

use crate::dist::Law;
use crate::kernel::StreamName;
use crate::model::Blueprint;
use crate::model::calendar::Calendar;
use crate::model::component::{Autonomy, Component, Kind, Mode, Need, NeedKind, Recharge, Standby};
use crate::model::crew::Crew;
use crate::model::ids::{
    ComponentId, CrewId, FirstId, GateId, NodeId, ReachId, ServiceId, Signal, WatchId,
};
use crate::model::link::Reach;
use crate::model::service::{Level, Limit, Service};
use crate::model::shared::{Hazard, Shock};
use crate::model::structure::{FailBack, First, Gate, Op, Structure};
use crate::model::watch::{Observed, Watch};
use crate::units::Span;

/// Gates are numbered from here until the number of components is known.
const GATES: u32 = 1 << 30;

/// A component's truth value.
#[must_use]
pub fn up(component: ComponentId) -> Signal {
    Signal(component.0)
}

/// A blueprint in the making: components, gates and services are added one after the other, each gives the id by which later ones
/// name it, and [`Builder::build`] puts everything in its place.
///
/// ```
/// use ausfall::dist::Law;
/// use ausfall::model::Builder;
/// use ausfall::model::builder::up;
/// use ausfall::model::structure::Op;
/// use ausfall::units::{MICROS_PER_HOUR, Span};
/// let hours = |mean: f64| Law::exponential(mean * MICROS_PER_HOUR as f64).expect("a mean above 0");
/// let mut b = Builder::new(Span::from_hours(8_766));
/// let servers = ["server 1", "server 2"].map(|name| b.part(name, hours(1_000.0), hours(8.0)));
/// let pair = b.gate(Op::Any, &servers.map(up));
/// b.service("mail", &[(pair, None)]);
/// let blueprint = b.build();
/// assert_eq!((blueprint.components.len(), blueprint.watches.len()), (3, 1));
/// ```
#[derive(Clone, Debug)]
pub struct Builder {
    /// What was added; components have their modes and needs only when it is built.
    pub blueprint: Blueprint,
    /// Failure modes of each component [times in µs].
    pub modes: Vec<Vec<Mode>>,
    /// Needs of each component.
    pub needs: Vec<Vec<Need>>,
    gates: Vec<Gate>,
    firsts: Vec<First>,
}

impl Builder {
    /// Nothing yet, to be lived through for `horizon`.
    #[must_use]
    pub fn new(horizon: Span) -> Self {
        Self {
            blueprint: Blueprint::empty(horizon),
            modes: Vec::new(),
            needs: Vec::new(),
            gates: Vec::new(),
            firsts: Vec::new(),
        }
    }

    /// A component that never fails by itself.
    pub fn thing(&mut self, name: &str) -> ComponentId {
        let id = ComponentId::new(self.blueprint.components.len());
        self.blueprint.components.push(Component {
            name: name.to_owned(),
            kind: Kind::Component,
            at: None,
            modes: 0..0,
            needs: 0..0,
            restart: None,
            restart_stream: StreamName::of(&format!("component/{name}/restart")),
            standby: Standby::Hot,
            stock: None,
            bypass_after: None,
        });
        self.modes.push(Vec::new());
        self.needs.push(Vec::new());
        id
    }

    /// A component with one failure mode; both laws in µs of operating age and of active repair.
    pub fn part(&mut self, name: &str, fails: Law, repair: Law) -> ComponentId {
        let id = self.thing(name);
        self.fails(id, Some(fails), Some(repair));
        id
    }

    /// One failure mode more.
    pub fn fails(&mut self, component: ComponentId, fails: Option<Law>, repair: Option<Law>) {
        let name = &self.blueprint.components[component.index()].name;
        let modes = &mut self.modes[component.index()];
        modes.push(Mode {
            component,
            name: String::new(),
            fails,
            detection: None,
            repair,
            crew: None,
            priority: 0,
            ages_always: false,
            renews_all: false,
            repair_suspended: false,
            restart: None,
            stream: StreamName::of(&format!("component/{name}/mode/{}", modes.len())),
        });
    }

    /// The first mode of a component.
    ///
    /// # Panics
    /// If it has none.
    pub fn mode(&mut self, component: ComponentId) -> &mut Mode {
        &mut self.modes[component.index()][0]
    }

    /// A component, to change.
    pub fn get(&mut self, component: ComponentId) -> &mut Component {
        &mut self.blueprint.components[component.index()]
    }

    /// `component` needs `on`.
    pub fn need(&mut self, component: ComponentId, on: Signal, kind: NeedKind) {
        self.needs[component.index()].push(Need {
            component,
            on,
            kind,
        });
    }

    /// `component` stops at once without `on`.
    pub fn hard(&mut self, component: ComponentId, on: Signal) {
        self.need(component, on, NeedKind::Hard);
    }

    /// `component` holds out as long as `lasts` [µs] without `on`.
    pub fn delayed(&mut self, component: ComponentId, on: Signal, lasts: Law) -> &mut Autonomy {
        let stream = StreamName::of(&format!("need/{}/{}", component.0, on.0));
        let autonomy = Autonomy {
            lasts,
            carried_by: None,
            recharge: Recharge::AtOnce,
            recharged_by: None,
            stream,
        };
        self.need(component, on, NeedKind::Delayed(autonomy));
        match self.needs[component.index()]
            .last_mut()
            .map(|need| &mut need.kind)
        {
            Some(NeedKind::Delayed(autonomy)) => autonomy,
            _ => unreachable!("it was pushed just now"),
        }
    }

    /// A gate.
    pub fn gate(&mut self, op: Op, inputs: &[Signal]) -> Signal {
        self.gates.push(Gate {
            name: String::new(),
            op,
            inputs: inputs.to_vec(),
        });
        Signal(GATES + self.gates.len() as u32 - 1)
    }

    /// A switchover without delay that always succeeds and never hands back.
    pub fn first(&mut self, entries: &[Signal]) -> (Signal, FirstId) {
        let id = FirstId::new(self.firsts.len());
        let gate = GateId::new(self.gates.len());
        let signal = self.gate(Op::First(id), entries);
        self.firsts.push(First {
            gate,
            delay: None,
            success: 1.0,
            manual: None,
            activation: None,
            fail_back: FailBack::Never,
            stream: StreamName::of(&format!("first/{}", id.0)),
        });
        (signal, id)
    }

    /// A switchover, to change.
    pub fn switchover(&mut self, first: FirstId) -> &mut First {
        &mut self.firsts[first.index()]
    }

    /// Whether two nodes are joined; nodes and links are components.
    pub fn reach(&mut self, from: NodeId, to: NodeId) -> Signal {
        let network = &self.blueprint.network;
        let links = network.edges.iter().flatten().map(|&(_, link)| link);
        let mut parts: Vec<_> = network.nodes.iter().copied().chain(links).map(up).collect();
        parts.sort_unstable();
        parts.dedup();
        let id = ReachId::new(network.reaches.len());
        let gate = GateId::new(self.gates.len());
        self.blueprint
            .network
            .reaches
            .push(Reach { gate, from, to });
        self.gate(Op::Reach(id), &parts)
    }

    /// A node of the network.
    pub fn node(&mut self, component: ComponentId) -> NodeId {
        self.blueprint.network.nodes.push(component);
        self.blueprint.network.edges.push(Vec::new());
        NodeId::new(self.blueprint.network.nodes.len() - 1)
    }

    /// A link between two nodes.
    pub fn link(&mut self, a: NodeId, b: NodeId, component: ComponentId) {
        self.blueprint.network.edges[a.index()].push((b, component));
        self.blueprint.network.edges[b.index()].push((a, component));
    }

    /// People who are always on the spot.
    pub fn crew(&mut self, people: u32) -> CrewId {
        let id = CrewId::new(self.blueprint.crews.len());
        self.blueprint.crews.push(Crew {
            name: format!("crew {}", id.0),
            people,
            hours: Calendar::Always,
            on_call: None,
            overtime: true,
        });
        id
    }

    /// A shared cause.
    pub fn shock(&mut self, shock: Shock) {
        self.blueprint.shocks.push(shock);
    }

    /// A hazard.
    pub fn hazard(&mut self, hazard: Hazard) {
        self.blueprint.hazards.push(hazard);
    }

    /// A service with levels from best to worst; each has a component of its own, and the time below it is watched.
    pub fn service(&mut self, name: &str, levels: &[(Signal, Option<Limit>)]) -> ServiceId {
        let id = ServiceId::new(self.blueprint.services.len());
        let mut built = Vec::new();
        for (index, &(when, limit)) in levels.iter().enumerate() {
            let component = self.thing(&format!("{name} level {index}"));
            self.get(component).kind = Kind::Level;
            self.hard(component, when);
            built.push(Level {
                name: format!("level {index}"),
                component,
                when,
                limit,
            });
        }
        let parts: Vec<_> = built.iter().map(|level| up(level.component)).collect();
        let delivers = self.gate(Op::Any, &parts);
        let name = name.to_owned();
        self.blueprint.services.push(Service {
            name,
            levels: built,
            delivers,
            objectives: vec![],
        });
        for index in 0..levels.len() {
            self.watch(Observed::Below(id, index));
        }
        id
    }

    /// Observes a condition.
    pub fn watch(&mut self, of: Observed) -> WatchId {
        let id = WatchId::new(self.blueprint.watches.len());
        let below = (0..self.blueprint.components.len())
            .map(ComponentId::new)
            .collect();
        self.blueprint.watches.push(Watch {
            of,
            subject: format!("watch/{}", id.0),
            level: String::new(),
            chances: Vec::new(),
            told: true,
            thresholds: Vec::new(),
            below,
        });
        id
    }

    /// Observes that a signal does not hold.
    pub fn watch_down(&mut self, signal: Signal) -> WatchId {
        self.watch(Observed::Not(signal))
    }

    /// The blueprint, with everything in its place.
    #[must_use]
    pub fn build(mut self) -> Blueprint {
        let components = self.blueprint.components.len() as u32;
        let settle = |signal: &mut Signal| {
            if signal.0 >= GATES {
                signal.0 = signal.0 - GATES + components;
            }
        };
        self.gates
            .iter_mut()
            .flat_map(|gate| &mut gate.inputs)
            .for_each(settle);
        self.needs
            .iter_mut()
            .flatten()
            .for_each(|need| settle_need(need, &settle));
        for service in &mut self.blueprint.services {
            settle(&mut service.delivers);
            service
                .levels
                .iter_mut()
                .for_each(|level| settle(&mut level.when));
        }
        for watch in &mut self.blueprint.watches {
            if let Observed::Not(signal) = &mut watch.of {
                settle(signal);
            }
        }
        for used in self
            .blueprint
            .organisations
            .iter_mut()
            .flat_map(|one| &mut one.uses)
        {
            used.reach.iter_mut().for_each(settle);
        }
        self.blueprint
            .probes
            .iter_mut()
            .for_each(|probe| settle(&mut probe.signal));
        self.lay_out();
        self.blueprint
    }

    fn lay_out(&mut self) {
        for (id, component) in self.blueprint.components.iter_mut().enumerate() {
            let modes = self.blueprint.modes.len() as u32;
            self.blueprint.modes.append(&mut self.modes[id]);
            component.modes = modes..self.blueprint.modes.len() as u32;
            let needs = self.blueprint.needs.len() as u32;
            self.blueprint.needs.append(&mut self.needs[id]);
            component.needs = needs..self.blueprint.needs.len() as u32;
        }
        let rests: Vec<_> = self.blueprint.needs.iter().map(rests_on).collect();
        let gates = std::mem::take(&mut self.gates);
        let firsts = std::mem::take(&mut self.firsts);
        let components = self.blueprint.components.len();
        self.blueprint.structure = Structure::compile(components, gates, firsts, &rests);
    }
}

fn settle_need(need: &mut Need, settle: &impl Fn(&mut Signal)) {
    settle(&mut need.on);
    if let NeedKind::Delayed(autonomy) = &mut need.kind {
        autonomy.carried_by.iter_mut().for_each(settle);
        autonomy.recharged_by.iter_mut().for_each(settle);
    }
}

fn rests_on(need: &Need) -> Vec<Signal> {
    let mut signals = vec![need.on];
    if let NeedKind::Delayed(autonomy) = &need.kind {
        signals.extend(autonomy.carried_by);
        signals.extend(autonomy.recharged_by);
    }
    signals.sort_unstable();
    signals.dedup();
    signals
}
