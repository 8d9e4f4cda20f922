//! Dense ids: the place of a thing in its list of the blueprint.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The id of place `index`.
            ///
            /// # Panics
            /// When `index` needs more than 32 bits; the scenario's bounds are far below.
            #[must_use]
            pub fn new(index: usize) -> Self {
                Self(u32::try_from(index).expect("ids are bounded by the scenario's limits"))
            }

            /// The place in the list.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A component, link, duct, node, room, site or level of a service: whatever is up or not.
    ComponentId,
    /// A failure mode of a component.
    ModeId,
    /// A need of a component.
    NeedId,
    /// A gate of the structure.
    GateId,
    /// A truth value: component `0..components` (up), then gate `0..gates` (holds).
    Signal,
    /// A switchover (`First`).
    FirstId,
    /// A reachability (`Reach`).
    ReachId,
    /// A node of the network.
    NodeId,
    /// A crew.
    CrewId,
    /// A shared cause: shock or beta group.
    ShockId,
    /// A hazard of a site.
    HazardId,
    /// A service.
    ServiceId,
    /// An organisation.
    OrganisationId,
    /// A named set of organisations.
    GroupId,
    /// A hotline.
    HotlineId,
    /// An observed condition whose episodes are outages.
    WatchId,
    /// A root cause: a component's own fault, a shock, a hazard or a fail-back.
    CauseId,
}
