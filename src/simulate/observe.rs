//! What happens in a replication, for those who want to be told: trace, stories, tests.

use crate::model::ids::{
    CauseId, ComponentId, CrewId, FirstId, HazardId, HotlineId, ModeId, NeedId, ServiceId, ShockId,
    WatchId,
};
use crate::simulate::outcome::Outage;
use crate::units::Instant;

/// Is told what happens, in order. With [`Silent`] the telling costs nothing.
pub trait Observer {
    /// Whether anybody listens; a constant, so that silence is compiled away.
    const LISTENS: bool;

    /// Something happened at `at`.
    fn happened(&mut self, at: Instant, what: Happening);

    /// An outage is over, or the replication with it. Whoever takes it (`true`) keeps what is wanted of it; else it is kept in the
    /// outcome, which grows with their number.
    fn takes(&mut self, _outage: &Outage) -> bool {
        false
    }
}

/// Nobody listens.
pub struct Silent;

impl Observer for Silent {
    const LISTENS: bool = false;
    fn happened(&mut self, _at: Instant, _what: Happening) {}
}

/// Collects everything.
#[derive(Default)]
pub struct Recorder(pub Vec<(Instant, Happening)>);

impl Observer for Recorder {
    const LISTENS: bool = true;
    fn happened(&mut self, at: Instant, what: Happening) {
        self.0.push((at, what));
    }
}

/// A logical state change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happening {
    /// A component failed by this mode.
    Failed(ModeId),
    /// A component failed because a shock struck it.
    Struck(ComponentId, ShockId),
    /// A component failed because a hazard damaged it.
    Damaged(ComponentId, HazardId),
    /// A failure became known; the crew, if there is one, was asked.
    Detected(ComponentId),
    /// A crew member was sent and will be there at the instant given.
    Dispatched(ComponentId, CrewId, Instant),
    /// Repair was finished.
    Repaired(ComponentId),
    /// A component stopped because something it needs is missing.
    Suspended(ComponentId, CauseId),
    /// A component began to restart and will be done at the instant given.
    RestartBegan(ComponentId, Instant),
    /// A restart was broken off: needs are missing again.
    RestartBroken(ComponentId),
    /// A component is up again.
    Up(ComponentId),
    /// A component is carried by its autonomy, which would last until the instant given.
    Carried(NeedId, Instant),
    /// An autonomy ran out.
    Exhausted(NeedId),
    /// The need came back in time.
    CarriedOver(NeedId),
    /// A stock ran out.
    StockEmpty(ComponentId),
    /// A stock was filled.
    StockFilled(ComponentId),
    /// A switchover began, to the entry given.
    SwitchBegan(FirstId, usize),
    /// A demand on a switchover did not succeed.
    SwitchFailed(FirstId),
    /// The entry given is active.
    Switched(FirstId, usize),
    /// A shock came.
    ShockCame(ShockId),
    /// A shared repair was finished: its members return together.
    SharedRepaired(ShockId),
    /// A hazard came.
    HazardCame(HazardId),
    /// A place is accessible again.
    HazardOver(ComponentId),
    /// A service is at this level now (index; the number of levels: down), for this cause if it got worse.
    Level(ServiceId, usize, Option<CauseId>),
    /// The limited period of the level given ended.
    LimitReached(ServiceId, usize),
    /// The full limited period of the level given is there again.
    LimitRegained(ServiceId, usize),
    /// An outage of a watch began.
    OutageBegan(WatchId, CauseId),
    /// An outage of a watch ended.
    OutageEnded(WatchId),
    /// These components wait for one another.
    Deadlock(Vec<ComponentId>),
    /// The deadlock of this component was broken by hand.
    Bypassed(ComponentId),
    /// A call of the class given entered.
    CallOffered(HotlineId, usize),
    /// A call was answered.
    CallAnswered(HotlineId, usize),
    /// A caller gave up.
    CallAbandoned(HotlineId, usize),
    /// A call was finished.
    CallEnded(HotlineId, usize),
    /// A call was cut.
    CallCut(HotlineId, usize),
}
