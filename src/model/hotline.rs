//! Hotlines: calls that arrive, wait, are answered or give up.

use crate::dist::Law;
use crate::kernel::StreamName;
use crate::model::calendar::{Calendar, Steps};
use crate::model::ids::{OrganisationId, Signal};
use crate::units::Span;

/// A call centre (`docs/semantics.md` 16 and 17).
#[derive(Clone, Debug)]
pub struct Hotline {
    /// The name in the scenario.
    pub name: String,
    /// Who calls: one class for each entry of `serves`.
    pub classes: Vec<CallClass>,
    /// Who answers: one pool for each desk, or a single one when pooled.
    pub pools: Vec<Pool>,
    /// When calls may enter.
    pub open: Calendar,
    /// Base calls per user [1/(user µs)], on the local profile; 0 where closed.
    pub rate: Steps<f64>,
    /// Handling time [µs].
    pub handling: Law,
    /// Patience from arrival, while waiting [µs]; `None`: endless.
    pub patience: Option<Law>,
    /// Calls caused by outages.
    pub surge: Option<Surge>,
    /// While a signal does not hold, handling takes this many times as long (factors multiply; fixed at the start of a call).
    pub slowed_by: Vec<(Signal, f64)>,
    /// While a signal does not hold, no call starts; what happens to those running, waiting and coming is `on_loss`.
    pub needs: Vec<Signal>,
    /// What happens to the calls in progress and waiting when a need is lost.
    pub on_loss: OnLoss,
    /// What happens to the waiting at closing time.
    pub closing: Closing,
    /// Waits for which the share answered within is counted, ascending; the first wanted one is the service level.
    pub within: Vec<Span>,
    /// Waits for which the share of calls that wait longer is counted, ascending.
    pub waits: Vec<Span>,
    /// Objectives: (share [1], index into `within`).
    pub objectives: Vec<(f64, usize)>,
    /// Simulated in every so-manyth replication, one year each.
    pub every: u64,
    /// Source of chance of the choice of the year (replication only).
    pub year_stream: StreamName,
}

/// One class of callers.
#[derive(Clone, Debug)]
pub struct CallClass {
    /// The selector as written.
    pub name: String,
    /// Organisations whose users call, ascending.
    pub organisations: Vec<OrganisationId>,
    /// Sum of their users.
    pub users: u64,
    /// Index of the pool that answers.
    pub pool: usize,
    /// Dense stream of base calls: index = number of the arrival within the simulated window; uniforms: arrival (unit exponential
    /// of the cumulative rate), handling, patience.
    pub arrivals: StreamName,
    /// Per service, the sparse stream of surge calls about it; the index is made of the number of its outage and of the call.
    pub surge: Vec<StreamName>,
}

/// Agents that share a queue.
#[derive(Clone, Debug)]
pub struct Pool {
    /// The desk's name.
    pub name: String,
    /// Agents on duty.
    pub agents: Steps<u32>,
}

/// When a service is below its best level, each affected user calls once with chance `share` in the time `within`, at a rate that
/// falls linearly to 0; no further calls come once the service is back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Surge {
    /// Chance that an affected user calls [1].
    pub share: f64,
    /// The time within which they call.
    pub within: Span,
}

/// What happens to calls when a need of the hotline is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnLoss {
    /// Calls are cut, those that come meanwhile are lost and counted so; nobody waits.
    Cut,
    /// Calls are kept and resumed; callers go on to come and to wait.
    Keep,
}

/// What happens to the waiting at closing time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// They are served out.
    ServeOut,
    /// They are cut off, a kind of abandonment.
    CutOff,
}
