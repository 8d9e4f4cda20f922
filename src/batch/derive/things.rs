//! Components, causes that are no components, and deadlocks.

use super::rates::{hours, per_year};
use super::row::Subject;
use super::view::View;
use super::watches::count;
use crate::batch::fold::ComponentTally;
use crate::batch::naming;
use crate::batch::results::Measure;
use crate::model::component::{Component, Kind};
use crate::model::ids::{CauseId, ComponentId};
use crate::stats::Moments;

/// Up to so many components get rows of their own.
const MOST_COMPONENTS: usize = 10_000;

/// Rows of components, then of other causes, then of deadlocks.
pub fn measures(view: &View) -> Vec<Measure> {
    let mut rows = Vec::new();
    if view.blueprint.components.len() <= MOST_COMPONENTS {
        for (id, component) in view.blueprint.components.iter().enumerate() {
            rows.extend(component_rows(view, ComponentId::new(id), component));
        }
    }
    let others = view.blueprint.components.len()..view.blueprint.causes();
    rows.extend(others.map(|id| cause_row(view, CauseId::new(id))));
    for (members, counts) in &view.tally.deadlocks {
        let names: Vec<&str> = members
            .iter()
            .map(|id| view.blueprint.components[id.index()].name.as_str())
            .collect();
        let subject = Subject::new(format!("deadlock/{}", names.join("+")));
        rows.push(subject.row("deadlocks", "1/y", "", per_year(view, counts)));
    }
    rows
}

/// Failures of what can fail, and the times of what ever left the up state. Levels have rows of their own as watches.
fn component_rows(view: &View, id: ComponentId, component: &Component) -> Vec<Measure> {
    let touched = view.tally.components.get(&id);
    if component.kind == Kind::Level || touched.is_none() && component.modes.is_empty() {
        return Vec::new();
    }
    let subject = Subject::new(naming::component(component));
    let none = ComponentTally::default();
    let tally = touched.unwrap_or(&none);
    let mut rows = vec![subject.row("failures", "1/y", "", per_year(view, &tally.failures))];
    if touched.is_some() {
        let seen = count(&tally.failures) + count(&tally.suspensions);
        let time = |of: &Moments| hours(view, of, seen);
        rows.push(subject.row("suspensions", "1/y", "", per_year(view, &tally.suspensions)));
        rows.push(subject.row("failed-time", "h/y", "", time(&tally.failed)));
        rows.push(subject.row("suspended-time", "h/y", "", time(&tally.suspended)));
        rows.push(subject.row("restarting-time", "h/y", "", time(&tally.restarting)));
    }
    rows
}

/// How often a cause strikes that is no component.
fn cause_row(view: &View, id: CauseId) -> Measure {
    let (_, name) = naming::cause(view.blueprint, id);
    let counts = view.tally.causes.get(&id).cloned().unwrap_or_default();
    Subject::new(format!("cause/{name}")).row("strikes", "1/y", "", per_year(view, &counts))
}
