//! From the sums of all designs to a comparison: differences, intervals, verdicts.

use super::engine::{Design, Matched};
use super::pair::PairTally;
use super::results::{self, Ask, Better, Comparison, Counts, Difference, FORMAT_VERSION, Verdict};
use crate::batch::results::{Answer, Measure, RESULT_EPOCH, Results};
use crate::batch::{self, Basis, CONFIDENCE, Plan, Tally, term};
use crate::model::watch::Wanted;
use crate::stats::{Interval, paired, ratio};

/// What was found, in sums.
pub struct Found<'a> {
    pub designs: &'a [Design],
    pub matched: &'a Matched,
    pub plan: &'a Plan,
    pub tallies: &'a [Tally],
    pub pairs: &'a [Vec<PairTally>],
}

impl Found<'_> {
    /// The comparison, and the results of every design.
    pub fn comparison(&self) -> (Comparison, Vec<Results>) {
        let results: Vec<Results> = self
            .designs
            .iter()
            .zip(self.tallies)
            .map(|(design, tally)| batch::derive(&design.blueprint, self.plan, tally))
            .collect();
        let base = &results[self.matched.base];
        let asks = (0..base.asks.len()).map(|number| self.ask(number, &results));
        let comparison = Comparison {
            format: FORMAT_VERSION,
            key: self.key(base),
            base: extract(base),
            designs: self.designs.iter().map(said).collect(),
            asks: asks.collect(),
        };
        (comparison, results)
    }

    fn key(&self, base: &Results) -> results::Key {
        results::Key {
            epoch: RESULT_EPOCH,
            seed: self.plan.seed,
            replications: base.key.replications,
            planned: self.plan.replications,
            set: self.plan.set.clone(),
            base: self.matched.base,
        }
    }

    fn ask(&self, number: usize, results: &[Results]) -> Ask {
        let base = &results[self.matched.base].asks[number];
        let others = (0..self.designs.len()).filter(|&design| design != self.matched.base);
        let designs = others.filter_map(|design| self.difference(number, design, base, results));
        Ask {
            better: better(base),
            base: base.clone(),
            designs: designs.collect(),
        }
    }

    fn difference(
        &self,
        number: usize,
        design: usize,
        base: &Answer,
        results: &[Results],
    ) -> Option<Difference> {
        let wanted = self.matched.wanted[design][number]?;
        let place = self.designs[design]
            .blueprint
            .asks
            .iter()
            .position(|ask| ask.wanted == wanted)?;
        let value = results[design].asks[place].row.value.clone();
        let pair = &self.pairs[design][number];
        let interval = self.interval(number, design, wanted);
        let verdict = verdict(&interval, pair, better(base));
        let basis = Basis {
            n: pair.n,
            events: pair.differing(),
            n_eff: pair.differing(),
        };
        Some(Difference {
            design,
            ratio: quotient(value.estimate, base.row.value.estimate),
            counts: counts(pair, better(base)),
            variance_reduction: paired::variance_reduction(
                base.row.value.std_error,
                value.std_error,
                interval.std_error,
            ),
            replications_needed: (verdict == Verdict::NotShown)
                .then(|| {
                    paired::replications_needed(&interval, self.plan_done(results), CONFIDENCE)
                })
                .flatten(),
            value,
            difference: batch::estimate(interval, basis, CONFIDENCE),
            verdict,
        })
    }

    fn plan_done(&self, results: &[Results]) -> u64 {
        results[self.matched.base].key.replications
    }

    /// The paired interval of a difference, in the unit of the measure.
    fn interval(&self, number: usize, design: usize, wanted: Wanted) -> Interval {
        let pair = &self.pairs[design][number];
        let scale = term::scale(&self.designs[design].blueprint, wanted);
        let interval = match self.matched.wanted[self.matched.base][number] {
            Some(of_base) if term::form(wanted) == term::Form::Ratio => {
                let (a, b) = self.parts(of_base, design, wanted);
                paired::ratios(&a, &b, pair.differing(), CONFIDENCE)
            }
            Some(of_base) if term::form(wanted) == term::Form::Whole => {
                return self.sections(of_base, design, wanted, pair.differing());
            }
            _ => paired::difference(&pair.difference, pair.n, CONFIDENCE),
        };
        interval.scaled(scale)
    }

    /// The paired interval of a difference of two functions of whole distributions, in the unit of the measure.
    fn sections(
        &self,
        of_base: Wanted,
        design: usize,
        of_design: Wanted,
        differing: u64,
    ) -> Interval {
        let base = self.matched.base;
        let of = |design: usize, wanted: Wanted, group: Option<usize>| {
            batch::estimate_of(
                &self.designs[design].blueprint,
                &self.tallies[design],
                wanted,
                group,
            )
        };
        let difference = |group| Some(of(design, of_design, group)? - of(base, of_base, group)?);
        let held = |group: &usize| self.tallies[base].parts[*group].replications > 0;
        let groups = (0..self.tallies[base].parts.len()).filter(held);
        let sections: Option<Vec<f64>> = groups.map(|group| difference(Some(group))).collect();
        paired::sections(
            difference(None),
            &sections.unwrap_or_default(),
            differing,
            CONFIDENCE,
        )
    }

    /// Numerators and denominators of base and design in the groups of replications that hold any.
    fn parts(
        &self,
        of_base: Wanted,
        design: usize,
        of_design: Wanted,
    ) -> (Vec<ratio::Part>, Vec<ratio::Part>) {
        let (a, b) = (&self.tallies[self.matched.base], &self.tallies[design]);
        let both = a.parts.iter().zip(&b.parts).map(|(a, b)| {
            let (a, b) = (
                term::of_part(&self.designs[self.matched.base].blueprint, of_base, a),
                term::of_part(&self.designs[design].blueprint, of_design, b),
            );
            ((a.above, a.below), (b.above, b.below))
        });
        both.filter(|(a, b)| a.1 != 0 || b.1 != 0).unzip()
    }
}

/// The results of the base as far as a page needs them.
fn extract(base: &Results) -> Results {
    let asked = |row: &Measure| base.asks.iter().any(|ask| ask.row.subject == row.subject);
    Results {
        measures: base
            .measures
            .iter()
            .filter(|row| asked(row))
            .cloned()
            .collect(),
        objectives: Vec::new(),
        expectations: Vec::new(),
        causes: Vec::new(),
        organisations: Vec::new(),
        curves: Vec::new(),
        hotline_weeks: Vec::new(),
        stories: Vec::new(),
        ..base.clone()
    }
}

fn said(design: &Design) -> results::Design {
    results::Design {
        name: design.name.clone(),
        label: design.label.clone(),
        file: design.file.clone(),
        variant: design.variant.clone(),
        digest: design.blueprint.about.digest.clone(),
    }
}

/// Which values are better, a property of the measure: what holds, is up, comes late or is answered in time is good, all else that
/// can be asked for is bad.
fn better(answer: &Answer) -> Better {
    let good = match answer.kind.as_str() {
        "service-level"
        | "number-up"
        | "number-at-most"
        | "total-down-at-most"
        | "total-up"
        | "total-up-at-least"
        | "mean-up-time"
        | "return-period"
        | "first-time"
        | "first-outage"
        | "first-outage-restricted" => true,
        "at" | "just-before" => !answer.row.subject.starts_with("demanded/"),
        _ => false,
    };
    if good { Better::More } else { Better::Less }
}

fn quotient(above: Option<f64>, below: Option<f64>) -> Option<f64> {
    let (above, below) = (above?, below?);
    (below > 0.0).then(|| above / below)
}

fn counts(pair: &PairTally, better: Better) -> Counts {
    let (good, bad) = match better {
        Better::More => (pair.more, pair.less),
        Better::Less => (pair.less, pair.more),
    };
    Counts {
        better: good,
        equal: pair.equal(),
        worse: bad,
        undefined: pair.undefined,
    }
}

/// The interval decides, not the estimate.
fn verdict(interval: &Interval, pair: &PairTally, better: Better) -> Verdict {
    if pair.n > 0 && pair.differing() == 0 {
        return Verdict::Equal;
    }
    let (low, high) = match (interval.low, interval.high) {
        (Some(low), Some(high)) => (low, high),
        _ => return Verdict::TooFew,
    };
    match (low > 0.0, high < 0.0, better) {
        (false, false, _) => Verdict::NotShown,
        (true, _, Better::More) | (_, true, Better::Less) => Verdict::Better,
        _ => Verdict::Worse,
    }
}
