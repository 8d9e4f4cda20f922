//! From a tally to results: every estimate, its interval and its name.
//!
//! The only place where integers become numbers. Rows come in declared order, never by id; nothing here depends on threads.

mod asks;
mod causes;
mod crews;
mod curves;
mod hotlines;
mod objectives;
mod organisations;
mod rates;
mod row;
mod things;
mod view;
mod warnings;
mod watches;

use super::fold::Tally;
use super::plan::Plan;
use super::results::{About, Answer, FORMAT_VERSION, Key, Measure, RESULT_EPOCH, Results};
use crate::model::Blueprint;
use crate::model::watch::Wanted;
pub use asks::relative_half_width;
pub use row::{Basis, estimate};
use view::View;

/// Confidence of all intervals but those of expectations [1].
pub const CONFIDENCE: f64 = 0.95;

/// Everything that follows from a tally; the stories are told elsewhere.
pub fn results(blueprint: &Blueprint, plan: &Plan, tally: &Tally) -> Results {
    let view = View::new(blueprint, tally);
    let mut results = match blueprint.until {
        Some(_) => until_event(&view, plan),
        None => over_time(&view, plan),
    };
    say_what_rows_rest_on(&mut results, &row::sources(&blueprint.about));
    results
}

/// All rows rest on all numbers of the scenario.
fn say_what_rows_rest_on(results: &mut Results, sources: &str) {
    let answers = results.asks.iter_mut().map(|answer| &mut answer.row);
    let expected = results.expectations.iter_mut().map(|it| &mut it.row);
    for row in results.measures.iter_mut().chain(answers).chain(expected) {
        sources.clone_into(&mut row.rests_on);
    }
}

/// Results of replications of a fixed length.
fn over_time(view: &View, plan: &Plan) -> Results {
    let blueprint = view.blueprint;
    let mut measures = watches::measures(view);
    measures.extend(
        view.probes()
            .map(|probe| asks::probe(view, probe, CONFIDENCE)),
    );
    measures.extend(
        view.counters()
            .map(|counter| asks::counter(view, counter, CONFIDENCE)),
    );
    measures.extend(organisations::measures(view));
    measures.extend(things::measures(view));
    measures.extend(crews::measures(view));
    measures.extend(hotlines::measures(view));
    Results {
        format: FORMAT_VERSION,
        key: key(view, plan),
        about: about(blueprint),
        asks: asks::answers(view),
        objectives: objectives::objectives(view),
        expectations: asks::expectations(view),
        bands: Vec::new(),
        measures,
        causes: causes::causes(view),
        organisations: organisations::organisations(view),
        curves: curves::curves(view),
        hotline_weeks: hotlines::weeks(view),
        stories: Vec::new(),
        warnings: warnings::warnings(view, plan.replications),
    }
}

/// Results of replications that end with an event: what comes before it, and nothing that is related to a stretch of time.
fn until_event(view: &View, plan: &Plan) -> Results {
    Results {
        format: FORMAT_VERSION,
        key: key(view, plan),
        about: about(view.blueprint),
        asks: asks::answers(view),
        objectives: Vec::new(),
        expectations: asks::expectations(view),
        bands: Vec::new(),
        measures: watches::measures(view),
        causes: Vec::new(),
        organisations: Vec::new(),
        curves: Vec::new(),
        hotline_weeks: Vec::new(),
        stories: Vec::new(),
        warnings: warnings::until_event(view, plan.replications),
    }
}

/// The estimate of a measure from all replications, or from those of one group.
pub fn estimate_of(
    blueprint: &Blueprint,
    tally: &Tally,
    wanted: Wanted,
    group: Option<usize>,
) -> Option<f64> {
    let view = match group {
        Some(group) => View::only(blueprint, tally, group),
        None => View::new(blueprint, tally),
    };
    asks::measure(&view, wanted, CONFIDENCE).value.estimate
}

/// The answer to the first question so far; `None` where nothing is asked.
pub fn first_answer(blueprint: &Blueprint, tally: &Tally) -> Option<Answer> {
    asks::first(&View::new(blueprint, tally))
}

/// The answers to all questions so far.
pub fn answers(blueprint: &Blueprint, tally: &Tally) -> Vec<Answer> {
    asks::answers(&View::new(blueprint, tally))
}

/// The rows of the expectations that name an exact value, in declared order, with intervals of this confidence.
pub fn exactly_known(blueprint: &Blueprint, tally: &Tally, confidence: f64) -> Vec<Measure> {
    asks::exactly_known(&View::new(blueprint, tally), confidence)
}

fn key(view: &View, plan: &Plan) -> Key {
    let blueprint = view.blueprint;
    let hotlines = blueprint.hotlines.iter().enumerate().map(|(id, hotline)| {
        let simulated = view
            .parts
            .iter()
            .map(|part| part.hotlines[id].replications)
            .sum();
        (hotline.name.clone(), hotline.every, simulated)
    });
    Key {
        epoch: RESULT_EPOCH,
        digest: blueprint.about.digest.clone(),
        variant: blueprint.about.variant.clone(),
        set: plan.set.clone(),
        seed: plan.seed,
        replications: view.n,
        bands: 0,
        horizon_h: blueprint.horizon.hours(),
        years: blueprint.years(),
        hotlines: hotlines.collect(),
    }
}

fn about(blueprint: &Blueprint) -> About {
    let about = &blueprint.about;
    About {
        title: about.title.clone(),
        label: about.label.clone(),
        question: about.question.clone(),
        leaves_out: about.leaves_out.clone(),
        names: about.names.clone(),
        start: blueprint.clock.start.to_string(),
        parameters: about.parameters.clone(),
        inline: about.inline.clone(),
    }
}
