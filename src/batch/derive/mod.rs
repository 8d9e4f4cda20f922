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
use super::results::{About, Answer, FORMAT_VERSION, Key, RESULT_EPOCH, Results};
use crate::model::Blueprint;
pub use asks::relative_half_width;
pub use row::{Basis, estimate};
use view::View;

/// Confidence of all intervals but those of expectations [1].
pub const CONFIDENCE: f64 = 0.95;

/// Everything that follows from a tally; the stories are told elsewhere.
pub fn results(blueprint: &Blueprint, plan: &Plan, tally: &Tally) -> Results {
    let view = View::new(blueprint, tally);
    let mut measures = watches::measures(&view);
    measures.extend(
        view.probes()
            .map(|probe| asks::probe(&view, probe, CONFIDENCE)),
    );
    measures.extend(organisations::measures(&view));
    measures.extend(things::measures(&view));
    measures.extend(crews::measures(&view));
    measures.extend(hotlines::measures(&view));
    Results {
        format: FORMAT_VERSION,
        key: key(&view, plan),
        about: about(blueprint),
        asks: asks::answers(&view),
        objectives: objectives::objectives(&view),
        expectations: asks::expectations(&view),
        bands: Vec::new(),
        measures,
        causes: causes::causes(&view),
        organisations: organisations::organisations(&view),
        curves: curves::curves(&view),
        hotline_weeks: hotlines::weeks(&view),
        stories: Vec::new(),
        warnings: warnings::warnings(&view, plan.replications),
    }
}

/// The answer to the first question so far; `None` where nothing is asked.
pub fn first_answer(blueprint: &Blueprint, tally: &Tally) -> Option<Answer> {
    asks::first(&View::new(blueprint, tally))
}

/// The answers to all questions so far.
pub fn answers(blueprint: &Blueprint, tally: &Tally) -> Vec<Answer> {
    asks::answers(&View::new(blueprint, tally))
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
