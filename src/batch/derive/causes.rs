//! The shares of causes in the outages of each watch (`docs/semantics.md` 24).

use super::CONFIDENCE;
use super::row::{Basis, estimate};
use super::view::View;
use super::watches::Watched;
use crate::batch::fold::WatchTally;
use crate::batch::naming;
use crate::batch::results::{CauseShare, Estimate};
use crate::model::blueprint::Cause;
use crate::model::ids::{CauseId, ComponentId, WatchId};
use crate::stats::mean::LEAST_EFFECTIVE;
use crate::stats::ratio;

/// Causes listed for each watch; the others are summed up in one row of kind `rest`.
const LISTED: usize = 25;

/// Shares of all watches, in declared order.
pub fn causes(view: &View) -> Vec<CauseShare> {
    let watches = 0..view.blueprint.watches.len();
    watches
        .flat_map(|id| Shares::new(view, WatchId::new(id)).rows())
        .collect()
}

/// The causes of one watch.
struct Shares<'a> {
    view: &'a View<'a>,
    watched: Watched<'a>,
}

impl<'a> Shares<'a> {
    fn new(view: &'a View<'a>, id: WatchId) -> Self {
        Self {
            view,
            watched: Watched::new(view, id, CONFIDENCE),
        }
    }

    /// The largest first; of equal ones the first declared.
    fn rows(&self) -> Vec<CauseShare> {
        let mut ids = self.candidates();
        ids.sort_by_key(|&id| std::cmp::Reverse(self.weight(id)));
        let (listed, rest) = ids.split_at(ids.len().min(LISTED));
        let mut rows: Vec<CauseShare> = listed.iter().map(|&id| self.row(id)).collect();
        if !rest.is_empty() {
            rows.push(self.rest(rest));
        }
        rows
    }

    /// Every cause with a share in something.
    fn candidates(&self) -> Vec<CauseId> {
        let whole = self.watched.whole();
        let present = whole
            .present
            .keys()
            .map(|&id| self.view.blueprint.cause_id(Cause::Own(id)));
        let mut ids: Vec<CauseId> = whole.blame.keys().copied().chain(present).collect();
        ids.sort();
        ids.dedup();
        ids
    }

    /// The longer of the downtime rooted in a cause and of that in which it was failed [µs]; then outages begun.
    fn weight(&self, id: CauseId) -> (i128, u64) {
        let whole = self.watched.whole();
        let blame = whole.blame.get(&id).copied().unwrap_or_default();
        let present = self.component(id).map_or(0, |id| together(whole, id));
        (blame.rooted.max(present), blame.begun)
    }

    fn component(&self, id: CauseId) -> Option<ComponentId> {
        match self.view.blueprint.cause(id) {
            Cause::Own(component) => Some(component),
            _ => None,
        }
    }

    fn row(&self, id: CauseId) -> CauseShare {
        let (kind, cause) = naming::cause(self.view.blueprint, id);
        let present = self.component(id);
        CauseShare {
            subject: self.watched.watch.subject.clone(),
            level: self.watched.watch.level.clone(),
            kind: kind.to_owned(),
            cause,
            begun: self.of_outages(|part| begun(part, id)),
            rooted: self.of_time(|part| rooted(part, id)),
            present: present.map(|component| self.of_time(|part| together(part, component))),
        }
    }

    fn rest(&self, ids: &[CauseId]) -> CauseShare {
        CauseShare {
            subject: self.watched.watch.subject.clone(),
            level: self.watched.watch.level.clone(),
            kind: "rest".to_owned(),
            cause: String::new(),
            begun: self.of_outages(|part| ids.iter().map(|&id| begun(part, id)).sum()),
            rooted: self.of_time(|part| ids.iter().map(|&id| rooted(part, id)).sum()),
            present: None,
        }
    }

    fn of_outages(&self, above: impl Fn(&WatchTally) -> i128) -> Estimate {
        self.share(
            |part| (above(part), part.outages.sum()),
            self.watched.clusters(),
        )
    }

    fn of_time(&self, above: impl Fn(&WatchTally) -> i128) -> Estimate {
        self.share(
            |part| (above(part), part.down.sum()),
            self.watched.whole().down.nonzero(),
        )
    }

    fn share(&self, of: impl Fn(&WatchTally) -> ratio::Part, clusters: u64) -> Estimate {
        let parts: Vec<ratio::Part> = self.watched.parts().iter().map(|part| of(part)).collect();
        let interval = ratio::share(&parts, clusters, clusters >= LEAST_EFFECTIVE, CONFIDENCE);
        let events = self.watched.whole().durations.total();
        estimate(
            interval,
            Basis {
                n: self.view.n,
                events,
                n_eff: clusters,
            },
            CONFIDENCE,
        )
    }
}

fn begun(part: &WatchTally, id: CauseId) -> i128 {
    part.blame
        .get(&id)
        .map_or(0, |blame| i128::from(blame.begun))
}

fn rooted(part: &WatchTally, id: CauseId) -> i128 {
    part.blame.get(&id).map_or(0, |blame| blame.rooted)
}

fn together(part: &WatchTally, id: ComponentId) -> i128 {
    part.present.get(&id).copied().unwrap_or(0)
}
