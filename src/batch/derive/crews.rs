//! Crews: how busy they are, and how long repairs wait for them.

use super::CONFIDENCE;
use super::rates::{hours, per_year};
use super::row::{Basis, Subject, estimate};
use super::view::{View, hours_per_tick};
use super::watches::count;
use crate::batch::fold::CrewTally;
use crate::batch::results::{Estimate, Measure};
use crate::model::crew::Crew;
use crate::model::ids::CrewId;
use crate::stats::mean::{LEAST_EFFECTIVE, mean};
use crate::stats::ratio;
use crate::units::{Instant, Span};

/// Rows of all crews, in declared order.
pub fn measures(view: &View) -> Vec<Measure> {
    let crews = view.blueprint.crews.iter().enumerate();
    crews.flat_map(|(id, crew)| rows(view, id, crew)).collect()
}

fn rows(view: &View, id: usize, crew: &Crew) -> [Measure; 5] {
    let all = merged(view, id);
    let subject = subject(crew);
    let id = CrewId::new(id);
    let jobs = jobs(view, &all);
    [
        subject.row("utilisation", "1", "", busy_share(view, crew, &all)),
        all_busy(view, id, CONFIDENCE),
        subject.row("jobs", "1/y", "", per_year(view, &all.jobs)),
        mean_wait(view, id, CONFIDENCE),
        subject.row(
            "overtime",
            "h/y",
            "",
            hours(view, &all.overtime, jobs.events),
        ),
    ]
}

fn subject(crew: &Crew) -> Subject {
    Subject::new(format!("crew/{}", crew.name))
}

fn merged(view: &View, id: usize) -> CrewTally {
    let mut all = CrewTally::default();
    view.parts
        .iter()
        .for_each(|part| all.merge(&part.crews[id]));
    all
}

fn jobs(view: &View, all: &CrewTally) -> Basis {
    Basis {
        n: view.n,
        events: count(&all.jobs),
        n_eff: all.jobs.nonzero(),
    }
}

/// Share of time in which everybody of a crew is busy [1].
pub fn all_busy(view: &View, id: CrewId, confidence: f64) -> Measure {
    let all = merged(view, id.index());
    let interval = mean(&all.full, view.n, confidence)
        .scaled(1.0 / view.window() as f64)
        .clipped(0.0, 1.0);
    let basis = Basis {
        n_eff: all.full.nonzero(),
        ..jobs(view, &all)
    };
    let value = estimate(interval, basis, confidence);
    subject(&view.blueprint.crews[id.index()]).row("all-busy", "1", "", value)
}

/// People's time busy relative to their time on duty; above 1 where they work mostly on call or beyond their hours.
fn busy_share(view: &View, crew: &Crew, all: &CrewTally) -> Estimate {
    let duty = on_duty(view, crew).micros() as f64 * f64::from(crew.people);
    let interval = mean(&all.busy, view.n, CONFIDENCE).scaled(1.0 / duty.max(1.0));
    let basis = Basis {
        n: view.n,
        events: count(&all.jobs),
        n_eff: all.busy.nonzero(),
    };
    estimate(interval, basis, CONFIDENCE)
}

/// Time on duty of one person in the counted window: the hours, or the on-call hours of a crew without hours.
fn on_duty(view: &View, crew: &Crew) -> Span {
    let (from, to) = (
        Instant::START + view.blueprint.warm_up,
        view.blueprint.end(),
    );
    let hours = crew.hours.open_time(from, to);
    match &crew.on_call {
        Some((on_call, _)) if hours == Span::ZERO => on_call.open_time(from, to),
        _ => hours,
    }
}

/// Mean time from the request to the dispatch of a job [h].
pub fn mean_wait(view: &View, id: CrewId, confidence: f64) -> Measure {
    let jobs = jobs(view, &merged(view, id.index()));
    let terms = view
        .parts
        .iter()
        .map(|part| part.crews[id.index()].mean_wait());
    let parts: Vec<ratio::Part> = terms.map(|term| (term.above, term.below)).collect();
    let interval = ratio::ratio(&parts, jobs.n_eff >= LEAST_EFFECTIVE, confidence);
    let value = estimate(interval.scaled(hours_per_tick()), jobs, confidence);
    subject(&view.blueprint.crews[id.index()]).row("mean-wait", "h", "", value)
}
