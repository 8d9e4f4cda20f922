//! What one replication leaves behind: counts and sums in integers. Lists hold only what was touched.

use crate::model::ids::{
    CauseId, ComponentId, CrewId, GroupId, HotlineId, OrganisationId, WatchId,
};
use crate::units::{Instant, Span};

/// The outcome of one replication. Everything counted lies in (warm-up, horizon] unless said otherwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Logical state changes.
    pub events: u64,
    /// Of these, those of calls.
    pub call_events: u64,
    /// Outages of watches that the observer did not take, in the order of their end; those still open at the horizon last, in the
    /// order of watches.
    pub outages: Vec<Outage>,
    /// Overlaps of outages with components that were failed by their own fault.
    pub presences: Vec<Presence>,
    /// Components that left the up state.
    pub components: Vec<ComponentUse>,
    /// How often each cause struck that is no component (shocks, hazards, fail-backs).
    pub causes: Vec<(CauseId, u32)>,
    /// What the probes saw, in the order of the blueprint.
    pub probes: Vec<bool>,
    /// User-seconds lost by each organisation that lost any, rounded once.
    pub losses: Vec<(OrganisationId, i64)>,
    /// One entry for each group and full year with a loss.
    pub years: Vec<GroupYear>,
    /// Crews that had work.
    pub crews: Vec<CrewUse>,
    /// Deadlocks: when, and the members in ascending order.
    pub deadlocks: Vec<(Instant, Vec<ComponentId>)>,
    /// Hotlines, in the replications that simulate them.
    pub hotlines: Vec<HotlineUse>,
}

/// One outage of a watch. Begin or end may lie outside (warm-up, horizon]: the fold clips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outage {
    /// Whose.
    pub watch: WatchId,
    /// When it began.
    pub begin: Instant,
    /// When it ended, or the horizon.
    pub end: Instant,
    /// Whether it was still open at the horizon.
    pub censored: bool,
    /// The root cause.
    pub root: CauseId,
}

/// Overlap of the outages of a watch with a component's own failed state, within (warm-up, horizon].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence {
    /// The watch.
    pub watch: WatchId,
    /// The failed component.
    pub component: ComponentId,
    /// How long both lasted together.
    pub together: Span,
}

/// How a component fared; the four times and the time up add to the counted time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComponentUse {
    /// Which.
    pub component: ComponentId,
    /// Failures, by its own modes or by shared causes.
    pub failures: u32,
    /// Times it was suspended.
    pub suspensions: u32,
    /// Time failed: detection, waiting, travel, repair.
    pub failed: Span,
    /// Time suspended for lack of what it needs.
    pub suspended: Span,
    /// Time restarting.
    pub restarting: Span,
}

/// The losses of a group in one full year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupYear {
    /// Which group.
    pub group: GroupId,
    /// Which year, from 0.
    pub year: u32,
    /// User-seconds lost.
    pub lost: i64,
    /// User-seconds lost on the worst civil day.
    pub worst_day: i64,
    /// Most members at once that had at least one used service down.
    pub most_down: u32,
}

/// How a crew fared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CrewUse {
    /// Which.
    pub crew: CrewId,
    /// Jobs begun.
    pub jobs: u32,
    /// People's time busy (arrival and repair).
    pub busy: Span,
    /// Time from request to dispatch, summed over the jobs begun.
    pub waited: Span,
    /// Of the busy time, that outside the hours and the on-call hours.
    pub overtime: Span,
    /// Time in which all of its people are busy.
    pub full: Span,
}

/// Half hours of a local week, from Monday 00:00.
pub const WEEK_BINS: usize = 336;

/// How a hotline fared in the year that was simulated.
#[derive(Clone, Debug, PartialEq)]
pub struct HotlineUse {
    /// Which.
    pub hotline: HotlineId,
    /// The counted window.
    pub window: (Instant, Instant),
    /// Per class of callers.
    pub classes: Vec<CallCount>,
    /// The same of weeks without an outage surge, all classes together.
    pub normal: CallCount,
    /// Agents' time busy, staffed, and busy beyond the shift.
    pub busy: Span,
    /// Agents' time on duty.
    pub staffed: Span,
    /// Agents' time busy beyond the shift.
    pub overtime: Span,
    /// Time in which somebody is on duty, and of it that in which all on duty are busy.
    pub manned: (Span, Span),
    /// Per half hour of the week: (calls offered, calls waiting integrated over time [µs]).
    pub week: Vec<(u32, i64)>,
    /// Calls offered per half hour of each week that lies in the window as a whole.
    pub whole_weeks: Vec<Vec<u32>>,
    /// Weeks counted, and those of them without a surge.
    pub weeks: (u32, u32),
    /// The calls of all classes by the time at which they came.
    pub batches: CallBatches,
}

/// Calls of a counted window in stretches of equal length, the last one shorter by what is lacking: at most 1,024.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallBatches {
    /// How long a stretch is.
    pub length: Span,
    /// What became of the calls that came in each, in order.
    pub batches: Vec<CallCount>,
}

/// Counts of calls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallCount {
    /// Calls that entered.
    pub offered: u32,
    /// Of these, those caused by outages.
    pub surge: u32,
    /// Calls that were answered.
    pub answered: u32,
    /// Calls whose caller gave up or was cut off at closing time.
    pub abandoned: u32,
    /// Calls cut by a loss (in progress: they count as answered, too; waiting; coming meanwhile) or at closing time
    /// (they count as abandoned, too).
    pub cut: u32,
    /// Surge calls that met a closed hotline (not offered).
    pub outside: u32,
    /// Answered within each of the hotline's `within`.
    pub within: Vec<u32>,
    /// Of all offered calls, those that waited longer than each of the hotline's `waits`.
    pub longer: Vec<u32>,
    /// Sum of the waits of the answered.
    pub answered_wait: Span,
    /// Sum of the waits of all offered calls.
    pub wait: Span,
}

impl CallCount {
    /// Forgets everything, with room for so many `within` and `waits`; memory is kept.
    pub(super) fn reset(&mut self, within: usize, waits: usize) {
        let cleared = |kept: &mut Vec<u32>, len| {
            let mut kept = std::mem::take(kept);
            kept.clear();
            kept.resize(len, 0);
            kept
        };
        *self = Self {
            within: cleared(&mut self.within, within),
            longer: cleared(&mut self.longer, waits),
            ..Self::default()
        };
    }

    /// Adds other calls.
    pub(super) fn add(&mut self, more: &Self) {
        self.offered += more.offered;
        self.surge += more.surge;
        self.answered += more.answered;
        self.abandoned += more.abandoned;
        self.cut += more.cut;
        self.outside += more.outside;
        for (sum, more) in self.within.iter_mut().zip(&more.within) {
            *sum += more;
        }
        for (sum, more) in self.longer.iter_mut().zip(&more.longer) {
            *sum += more;
        }
        self.answered_wait += more.answered_wait;
        self.wait += more.wait;
    }
}
