//! `run --bands`: every assumption at both ends of its range.

use std::ops::ControlFlow;

use super::args::{Bands, Run, Say};
use super::exit::Failure;
use super::input;
use super::interrupt::Interrupt;
use super::terminal::Progress;
use crate::batch::results::{Results, Warning};
use crate::batch::{self, Assumption, Plan};
use crate::model::Blueprint;
use crate::text::Catalogue;

/// Of the replications of a run, the share with which each end is run if nothing is said.
const SHARE: u64 = 16;
/// With fewer replications an end says little.
const FEWEST: u64 = 256;

/// Examines the assumptions and puts the bands into the results.
///
/// # Errors
/// When the file cannot be read again, or a replication had to be stopped.
pub fn examine(
    run: &Run,
    blueprint: &Blueprint,
    plan: &Plan,
    results: &mut Results,
    catalogue: &Catalogue,
    interrupt: &Interrupt,
) -> Result<(), Failure> {
    let replications = match run.bands {
        Bands::Unexamined => return Ok(()),
        Bands::Default => {
            let made = results.key.replications;
            (made / SHARE).max(FEWEST).min(made)
        }
        Bands::With(replications) => replications.get(),
    };
    let assumptions = input::assumptions(&run.study, blueprint, catalogue)?;
    let plan = Plan {
        replications,
        until: None,
        ..plan.clone()
    };
    let ends: usize = assumptions.iter().map(|of| of.ends.len()).sum();
    let bar = Progress::new(
        replications * (1 + ends as u64),
        run.say == Say::Path,
        &catalogue.say("progress-left"),
    );
    let note = catalogue.say("progress-bands");
    let bands = batch::bands(blueprint, results, &assumptions, &plan, &mut |done| {
        bar.show(done, &note);
        if interrupt.is_asked() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    bar.finish();
    results.bands = bands.map_err(Failure::Stopped)?;
    results.key.bands = replications;
    results.warnings.extend(refused(&assumptions));
    Ok(())
}

/// Assumptions with an end that the scenario refuses: what it would do is not known.
fn refused(assumptions: &[Assumption]) -> impl Iterator<Item = Warning> {
    assumptions
        .iter()
        .filter(|of| of.ends.len() < 2)
        .map(|of| Warning {
            kind: "warning-end-refused".to_owned(),
            subject: of.parameter.clone(),
        })
}
