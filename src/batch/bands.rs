//! What the assumptions do to the answers: each set to both ends of its range, everything else as it is, on the same random numbers.
//!
//! One at a time, so that what moves an answer has a name; what several would do together is not examined. Knows nothing of how a
//! scenario is read at another value.

use std::ops::ControlFlow;

use super::plan::Plan;
use super::replicate::{Simulator, run_with};
use super::results::{Band, BandEnd, ObjectiveResult, Results, Verdict};
use crate::model::Blueprint;
use crate::simulate::Stop;

/// A parameter, and the scenario with it at the ends of its range.
#[derive(Clone, Debug)]
pub struct Assumption {
    /// Name of the parameter.
    pub parameter: String,
    /// The value as written and the scenario with it, the low end first; an end that the scenario refuses is missing.
    pub ends: Vec<(String, Blueprint)>,
}

/// Runs every assumption at its ends with the replications of `plan`, which may be fewer than `results` rest on: a verdict at an end
/// counts as another one only if it differs from that of `base` in as many replications.
///
/// `pulse` is given the replications done and is called about ten times a second; where it breaks, the bands finished so far are
/// given.
///
/// # Errors
/// [`Stop`] of a replication that could not be finished.
pub fn bands(
    base: &Blueprint,
    results: &Results,
    assumptions: &[Assumption],
    plan: &Plan,
    pulse: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Vec<Band>, Stop> {
    let mut examined = Examined {
        plan,
        done: 0,
        pulse,
    };
    let mut bands = Vec::new();
    let Some(yardstick) = examined.run(base)? else {
        return Ok(bands);
    };
    for assumption in assumptions {
        let mut ends = Vec::new();
        for (setting, blueprint) in &assumption.ends {
            let Some(end) = examined.run(blueprint)? else {
                return Ok(bands);
            };
            ends.push(BandEnd {
                setting: setting.clone(),
                answers: end.asks.iter().map(|ask| ask.row.value.clone()).collect(),
                verdicts: verdicts(&results.objectives, &yardstick, &end),
            });
        }
        bands.push(Band {
            parameter: assumption.parameter.clone(),
            ends,
        });
    }
    Ok(bands)
}

/// The verdicts at an end; one that is the same as that of the base in as many replications is that of the whole run.
fn verdicts(whole: &[ObjectiveResult], yardstick: &Results, end: &Results) -> Vec<Verdict> {
    let compared = yardstick.objectives.iter().zip(&end.objectives);
    whole
        .iter()
        .zip(compared)
        .map(|(whole, (base, end))| {
            if end.verdict == base.verdict {
                whole.verdict
            } else {
                end.verdict
            }
        })
        .collect()
}

/// Runs one design after the other and counts the replications of all.
struct Examined<'p> {
    plan: &'p Plan,
    done: u64,
    pulse: &'p mut dyn FnMut(u64) -> ControlFlow<()>,
}

impl Examined<'_> {
    /// The results of a design; `None` where the run was broken off.
    fn run(&mut self, blueprint: &Blueprint) -> Result<Option<Results>, Stop> {
        let (plan, before) = (self.plan, self.done);
        let make = || Simulator::new(blueprint, plan);
        let (_, batch) = run_with(blueprint, plan, &make, &mut |progress| {
            (self.pulse)(before + progress.done)
        })?;
        self.done += plan.replications;
        let whole = batch.results.key.replications == plan.replications;
        Ok(whole.then_some(batch.results))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Overrides, load};

    /// One server whose repair takes `hours`; it is to be there 99 % of the time.
    const SCENARIO: &str = r#"(title: "t", horizon: "10 y", replications: 256, initially: Running,
      asks: [TimeBelow(service: "page")],
      parameters: { "hours": (is: "8 h", range: ("4 h", "400 h"), from: Assumption("nobody knows")) },
      components: { "server": (fails: Exponential(mean: "1 y"), repair: "hours") },
      services: { "page": (levels: [(name: "normal", when: "server")], objectives: [(availability: "99 %")]) })"#;

    fn at(setting: Option<&str>) -> Blueprint {
        let set = setting.map(|value| ("hours".to_owned(), value.to_owned()));
        let overrides = Overrides {
            set: set.into_iter().collect(),
            ..Overrides::default()
        };
        load(SCENARIO, &overrides)
            .expect("a sound scenario")
            .blueprint
    }

    fn examine(pulse: &mut dyn FnMut(u64) -> ControlFlow<()>) -> (Results, Vec<Band>) {
        let base = at(None);
        let plan = Plan::of(&base);
        let results = crate::batch::run(&base, &plan, &mut |_| ControlFlow::Continue(()))
            .expect("it runs")
            .results;
        let assumption = Assumption {
            parameter: "hours".to_owned(),
            ends: ["4 h", "400 h"]
                .map(|setting| (setting.to_owned(), at(Some(setting))))
                .to_vec(),
        };
        let bands = bands(&base, &results, &[assumption], &plan, pulse).expect("they run");
        (results, bands)
    }

    #[test]
    fn the_ends_share_the_luck_of_the_base_and_flip_the_verdict_where_they_must() {
        let (results, bands) = examine(&mut |_| ControlFlow::Continue(()));
        let hours = |end: usize| bands[0].ends[end].answers[0].estimate.expect("seen");
        let base = results.asks[0].row.value.estimate.expect("seen");
        // The same failures, each half as long; up times are the same, so that hardly any failure more fits into the horizon.
        assert!((hours(0) / base - 0.5).abs() < 0.01, "{} {base}", hours(0));
        assert_eq!(results.objectives[0].verdict, Verdict::Met);
        let verdicts = |end: usize| bands[0].ends[end].verdicts.clone();
        assert_eq!(verdicts(0), [Verdict::Met]);
        assert_eq!(verdicts(1), [Verdict::Missed]);
    }

    #[test]
    fn an_examination_that_is_broken_off_gives_no_half_bands() {
        let (_, bands) = examine(&mut |_| ControlFlow::Break(()));
        assert_eq!(bands, []);
    }
}
