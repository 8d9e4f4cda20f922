//! Components: things that are up or not, with failure modes, needs, stock and restart.

use crate::dist::Law;
use crate::kernel::StreamName;
use crate::model::ids::{ComponentId, CrewId, ModeId, NeedId, Signal};
use crate::units::Span;
use std::ops::Range;

/// What a component is in the scenario; the engine treats all kinds alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A component.
    Component,
    /// A link between nodes.
    Link,
    /// A duct in which links lie.
    Duct,
    /// A node of the network.
    Node,
    /// A room of a site.
    Room,
    /// A site.
    Site,
    /// A level of a service.
    Level,
}

impl Kind {
    /// The word that results name it by.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Component => "component",
            Self::Link => "link",
            Self::Duct => "duct",
            Self::Node => "node",
            Self::Room => "room",
            Self::Site => "site",
            Self::Level => "level",
        }
    }
}

/// A component. Its truth value as a signal is *in U* (`docs/semantics.md`, settling): up, or carried by an unspent autonomy,
/// or ready as a standby.
#[derive(Clone, Debug)]
pub struct Component {
    /// The name in the scenario (instances of templates: the instance's name).
    pub name: String,
    /// What it is in the scenario.
    pub kind: Kind,
    /// The room or site it stands in; repair needs access to it, and it is also a hard need.
    pub at: Option<ComponentId>,
    /// Its failure modes, a range of [`Blueprint::modes`](crate::model::Blueprint::modes).
    pub modes: Range<u32>,
    /// Its needs, a range of [`Blueprint::needs`](crate::model::Blueprint::needs).
    pub needs: Range<u32>,
    /// How long it restarts after suspension; `None`: not at all.
    pub restart: Option<Law>,
    /// Stream of the restarts, index = number of the suspension.
    pub restart_stream: StreamName,
    /// How it ages while another entry of its switchover is active.
    pub standby: Standby,
    /// Running time that is spent only while it runs, such as a tank.
    pub stock: Option<Stock>,
    /// How long a deadlock lasts until people break it by hand.
    pub bypass_after: Option<Span>,
}

impl Component {
    /// Its failure modes.
    pub fn mode_ids(&self) -> impl Iterator<Item = ModeId> + use<> {
        self.modes.clone().map(ModeId)
    }

    /// Its needs.
    pub fn need_ids(&self) -> impl Iterator<Item = NeedId> + use<> {
        self.needs.clone().map(NeedId)
    }
}

/// The speed of age of a standby.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standby {
    /// Ages like the active one.
    Hot,
    /// Ages at this share of the speed, above 0 and below 1.
    Warm(f64),
    /// Does not age.
    Cold,
}

/// A way to fail. The stream's natural index is the number of the failure of this mode; lanes:
/// 0 and 1 time to failure, 2 and 3 repair, 4 and 5 detection, 6 and 7 restart after repair.
/// A component that shared causes or hazards strike is repaired by its first mode, from index 2³¹ + number of the strike.
#[derive(Clone, Debug)]
pub struct Mode {
    /// Whose mode.
    pub component: ComponentId,
    /// The name in the scenario; empty for a single inline mode.
    pub name: String,
    /// Time to failure in operating age [µs]; `None`: only shared causes and hazards strike.
    pub fails: Option<Law>,
    /// From the failure until it is known [µs]; `None`: at once.
    pub detection: Option<Law>,
    /// Active repair [µs]; `None`: never repaired.
    pub repair: Option<Law>,
    /// Who repairs; `None`: somebody is always there.
    pub crew: Option<CrewId>,
    /// Order of service among the waiting, lower first.
    pub priority: i32,
    /// Whether it ages while the component is suspended or restarts.
    pub ages_always: bool,
    /// Whether repair renews the clocks of all modes, not only of this one.
    pub renews_all: bool,
    /// Whether repair stands still while the component's needs are missing.
    pub repair_suspended: bool,
    /// Restart after repair of this mode [µs]; `None`: at once.
    pub restart: Option<Law>,
    /// Its source of chance.
    pub stream: StreamName,
}

/// What a component needs.
#[derive(Clone, Debug)]
pub struct Need {
    /// Who needs.
    pub component: ComponentId,
    /// What must hold.
    pub on: Signal,
    /// In which way.
    pub kind: NeedKind,
}

/// The ways to need.
#[derive(Clone, Debug)]
pub enum NeedKind {
    /// Stops at once.
    Hard,
    /// Stops when the autonomy runs out.
    Delayed(Autonomy),
    /// Needed to start, not to run.
    ToStart,
}

/// How long a component holds out without a need (`docs/semantics.md` 11).
#[derive(Clone, Debug)]
pub struct Autonomy {
    /// The time from full charge [µs]; drawn once per use (index = number of the use), lanes 0 and 1; the recharge
    /// has lanes 2 and 3 (index = number of the recharge begun).
    pub lasts: Law,
    /// What must hold for the carrying (a battery bridges only while its UPS is up); `None`: always.
    pub carried_by: Option<Signal>,
    /// How the charge comes back.
    pub recharge: Recharge,
    /// What must hold for the recharge; `None`: the need itself.
    pub recharged_by: Option<Signal>,
    /// Its source of chance.
    pub stream: StreamName,
}

/// How charge comes back while the source is there.
#[derive(Clone, Debug)]
pub enum Recharge {
    /// Full at once.
    AtOnce,
    /// Empty until this time [µs] has run without interruption.
    Full(Law),
    /// Evenly, from empty to full in this time.
    Linear(Span),
}

/// Running time in store, such as fuel; falls only while the component runs (is the active entry of its switchover, or
/// simply up if no switchover names it).
#[derive(Clone, Debug)]
pub struct Stock {
    /// Running time of a full store.
    pub autonomy: Span,
    /// From the order to the filling [µs]; ordered at each start from full, again on arrival while it runs; `None`: never.
    pub delivery: Option<Law>,
    /// Its source of chance, index = number of the order.
    pub stream: StreamName,
}
