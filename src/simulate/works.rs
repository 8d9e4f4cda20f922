//! The list of repair work: what is to be done, kept only from the failure to the end of the repair.
//!
//! Places are used again. Work that people know of is linked in the order in which it became known. Knows nothing of who works.

use crate::model::ids::{ComponentId, ModeId, ShockId};
use crate::simulate::event::Subject;
use crate::simulate::plan::Plan;
use crate::units::{Instant, Span};

/// Place of a piece of work in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct WorkId(pub u32);

/// How far a piece of work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Not known yet, or never repaired.
    Unknown,
    /// Asked for, waiting for people, access or needs.
    Waiting,
    /// People are on their way or at work.
    Working,
}

/// A piece of work.
#[derive(Clone, Copy, Debug)]
pub(super) struct Work {
    pub stage: Stage,
    pub subject: Subject,
    /// The mode whose repair it is (of a component's own work).
    pub mode: ModeId,
    /// Whether that mode struck by itself.
    pub own: bool,
    /// Index of its luck.
    pub index: u32,
    /// Who does it: place in the list of crews, or their number: somebody is always there.
    pub crew: usize,
    /// Order of service, lower first.
    pub priority: i32,
    /// Active repair left.
    pub left: Span,
    /// Since when it has been asked for.
    pub requested: Instant,
    /// Settles ties of requests: declaration order; the members of one shock together, in their order.
    pub order: (u32, u32),
    /// When people were sent.
    pub dispatched: Instant,
    /// When the people sent are at work.
    pub begins: Instant,
    /// Whether people were sent before.
    pub begun: bool,
    /// How often people had to come.
    pub arrivals: u32,
    /// The work that became known before it.
    earlier: Option<WorkId>,
    /// The work that became known after it.
    later: Option<WorkId>,
}

impl Work {
    /// New work, nobody knows of it.
    pub(super) fn new(subject: Subject, index: u32, left: Span, order: (u32, u32)) -> Self {
        Self {
            stage: Stage::Unknown,
            subject,
            mode: ModeId(0),
            own: false,
            index,
            crew: 0,
            priority: 0,
            left,
            requested: Instant::START,
            order,
            dispatched: Instant::START,
            begins: Instant::START,
            begun: false,
            arrivals: 0,
            earlier: None,
            later: None,
        }
    }

    /// What is served first: by priority, request and declaration.
    pub(super) fn turn(&self) -> Turn {
        (self.priority, self.requested, self.order, self.subject)
    }
}

/// When a piece of work has its turn among those that wait for the same people.
pub(super) type Turn = (i32, Instant, (u32, u32), Subject);

/// All work that there is.
#[derive(Default)]
pub(super) struct Works {
    works: Vec<Work>,
    /// Places to use again.
    free: Vec<WorkId>,
    /// The work that became known first, and last.
    first: Option<WorkId>,
    last: Option<WorkId>,
    /// Per shared cause: its work.
    shared: Vec<Option<WorkId>>,
    /// Whether access or needs of a work changed.
    pub changed: bool,
    /// Per shared cause: the members that return together.
    together: Vec<Vec<ComponentId>>,
}

impl Works {
    /// Nothing to do.
    pub(super) fn reset(&mut self, plan: &Plan) {
        let shocks = plan.blueprint.shocks.len();
        self.works.clear();
        self.free.clear();
        (self.first, self.last) = (None, None);
        self.shared.clear();
        self.shared.resize(shocks, None);
        self.changed = false;
        self.together.resize(shocks, Vec::new());
        self.together.iter_mut().for_each(Vec::clear);
    }

    /// Adds a piece of work.
    pub(super) fn add(&mut self, work: Work) -> WorkId {
        if let Some(id) = self.free.pop() {
            self.works[id.0 as usize] = work;
            return id;
        }
        let id = u32::try_from(self.works.len()).expect("works are no more than components");
        self.works.push(work);
        WorkId(id)
    }

    /// A piece of work is done; its place is free.
    pub(super) fn remove(&mut self, id: WorkId) -> Work {
        let work = *self.get(id);
        match work.earlier {
            Some(earlier) => self.get_mut(earlier).later = work.later,
            None => self.first = work.later,
        }
        match work.later {
            Some(later) => self.get_mut(later).earlier = work.earlier,
            None => self.last = work.earlier,
        }
        self.free.push(id);
        work
    }

    /// A piece of work.
    pub(super) fn get(&self, id: WorkId) -> &Work {
        &self.works[id.0 as usize]
    }

    /// A piece of work, to change.
    pub(super) fn get_mut(&mut self, id: WorkId) -> &mut Work {
        &mut self.works[id.0 as usize]
    }

    /// People know of the work from now on.
    pub(super) fn make_known(&mut self, id: WorkId) {
        let last = self.last.replace(id);
        self.get_mut(id).earlier = last;
        match last {
            Some(last) => self.get_mut(last).later = Some(id),
            None => self.first = Some(id),
        }
    }

    /// The work that became known first.
    pub(super) fn first_known(&self) -> Option<WorkId> {
        self.first
    }

    /// The work that became known after it.
    pub(super) fn next_known(&self, id: WorkId) -> Option<WorkId> {
        self.get(id).later
    }

    /// The work of a shared cause, if there is any.
    pub(super) fn shared(&self, shock: ShockId) -> Option<WorkId> {
        self.shared[shock.index()]
    }

    /// A shared cause has this work, or none.
    pub(super) fn set_shared(&mut self, shock: ShockId, work: Option<WorkId>) {
        self.shared[shock.index()] = work;
    }

    /// Access to a place changed: what is open must be looked at.
    pub(super) fn access_changed(&mut self) {
        self.changed = true;
    }

    /// A member struck returns with the others.
    pub(super) fn join(&mut self, shock: ShockId, component: ComponentId) {
        self.together[shock.index()].push(component);
    }

    /// The members that return together; the list is given back by [`Works::keep`].
    pub(super) fn take_members(&mut self, shock: ShockId) -> Vec<ComponentId> {
        std::mem::take(&mut self.together[shock.index()])
    }

    /// Keeps the memory of a list that was taken and emptied.
    pub(super) fn keep(&mut self, shock: ShockId, members: Vec<ComponentId>) {
        self.together[shock.index()] = members;
    }
}
