//! Organisations: who is hit, and how hard.

use crate::model::ids::{OrganisationId, ServiceId, Signal};

/// Somebody with users who need services.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// The name in the scenario.
    pub name: String,
    /// How many users.
    pub users: u64,
    /// Which services they use.
    pub uses: Vec<Use>,
}

/// A service that an organisation uses. While `reach` does not hold, the service is down for this organisation.
#[derive(Clone, Debug)]
pub struct Use {
    /// The service.
    pub service: ServiceId,
    /// Whether the organisation's node is joined to the place of the service; `None`: needs no network.
    pub reach: Option<Signal>,
    /// Share of the work that stops, in millionths, per level (best first), last: down.
    pub stops: Vec<u32>,
}

/// A named set of organisations whose losses are counted together, such as `partner *`.
#[derive(Clone, Debug)]
pub struct Group {
    /// The selector as written, or "all organisations".
    pub name: String,
    /// Its members, ascending.
    pub members: Vec<OrganisationId>,
}
