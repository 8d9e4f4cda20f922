//! What the assumptions do to the answers and verdicts: the band beside an interval, and the settings that flip a verdict.
//!
//! Chooses among numbers that results hold; runs nothing. Where nothing was run at the ends, it says so and how to do it.

use crate::batch::results::{Band, ObjectiveResult, Verdict};
use crate::model::parameter::{Mark, Parameter};
use crate::report::objective::verdict_key;
use crate::report::words::Words;

/// A verdict that is another one at one end of an assumption's range.
pub struct Flip<'a> {
    /// Name of the parameter.
    pub parameter: &'a str,
    /// Its value there, as written.
    pub setting: &'a str,
    /// The objective, with the verdict that the results have.
    pub objective: &'a ObjectiveResult,
    /// The verdict there.
    pub verdict: Verdict,
}

/// From the least to the most that an answer becomes over the assumptions.
struct Reach<'a> {
    low: f64,
    high: f64,
    /// The parameter that moves it furthest, and how far.
    decided_by: Option<(&'a str, f64)>,
}

impl Reach<'_> {
    fn takes_in(&mut self, x: f64) {
        (self.low, self.high) = (self.low.min(x), self.high.max(x));
    }
}

/// The flips that are told one by one, and how many verdicts are not told so.
pub struct Flips<'a> {
    /// From met to missed, or the other way round; at most as many as there is room for.
    pub told: Vec<Flip<'a>>,
    /// So many more of these.
    pub more: u64,
    /// So many that change to or from undecided.
    pub undecided: u64,
}

impl Flip<'_> {
    /// Whether the verdict turns from met to missed, or the other way round.
    fn is_clear(&self) -> bool {
        let decided = |verdict| matches!(verdict, Verdict::Met | Verdict::Missed);
        decided(self.verdict) && decided(self.objective.verdict)
    }
}

impl<'a> Words<'a> {
    /// What stands beside the interval of answer `number` (from 0): the band over the assumptions, or that they were not examined.
    #[must_use]
    pub fn band(&self, number: usize) -> String {
        if self.results.bands.is_empty() {
            return self.say(if self.with_range() == 0 {
                "band-no-range"
            } else {
                "band-not-examined"
            });
        }
        let Some(reach) = self.reach(number) else {
            return self.say("band-none");
        };
        let unit = &self.results.asks[number].row.unit;
        if reach.low >= reach.high {
            return self.say("band-unmoved");
        }
        let range = self.range(unit, reach.low, reach.high, 3);
        match reach.decided_by {
            Some((parameter, _)) => self.get(
                "band-over",
                &[
                    ("range", range.into()),
                    ("parameter", self.shown(parameter).into()),
                ],
            ),
            None => self.get("band-within", &[("range", range.into())]),
        }
    }

    /// `None` where the answer, or what it becomes at every end, is unknown.
    fn reach(&self, number: usize) -> Option<Reach<'a>> {
        let value = &self.results.asks.get(number)?.row.value;
        let base = value.estimate?;
        let mut reach = Reach {
            low: base,
            high: base,
            decided_by: None,
        };
        let inside = |x: f64| {
            value.low.is_none_or(|low| low <= x) && value.high.is_none_or(|high| x <= high)
        };
        for band in &self.results.bands {
            let ends: Vec<f64> = estimates(band, number).collect();
            let most = ends.iter().map(|x| (x - base).abs()).fold(0.0, f64::max);
            ends.iter().for_each(|&x| reach.takes_in(x));
            let leads = reach.decided_by.is_none_or(|(_, so_far)| most > so_far);
            if leads && !ends.iter().all(|&x| inside(x)) {
                reach.decided_by = Some((&band.parameter, most));
            }
        }
        Some(reach)
    }

    /// The verdicts that are others at the ends of assumptions, in the order of the assumptions.
    #[must_use]
    pub fn flips(&self) -> Vec<Flip<'a>> {
        let results = self.results;
        let ends = results
            .bands
            .iter()
            .flat_map(|band| band.ends.iter().map(move |end| (band, end)));
        ends.flat_map(|(band, end)| {
            let verdicts = results.objectives.iter().zip(&end.verdicts);
            verdicts
                .filter(|(objective, verdict)| objective.verdict != **verdict)
                .map(|(objective, &verdict)| Flip {
                    parameter: &band.parameter,
                    setting: &end.setting,
                    objective,
                    verdict,
                })
        })
        .collect()
    }

    /// The verdicts that turn from met to missed or the other way round, at most `most` of them, and how many others change: a change
    /// to or from undecided says less, for more replications may undo it.
    #[must_use]
    pub fn flips_in_short(&self, most: usize) -> Flips<'a> {
        let (mut told, weak): (Vec<_>, Vec<_>) = self.flips().into_iter().partition(Flip::is_clear);
        let more = told.len().saturating_sub(most) as u64;
        told.truncate(most);
        Flips {
            told,
            more,
            undecided: weak.len() as u64,
        }
    }

    /// How many changed verdicts are not told one by one, if some are not.
    #[must_use]
    pub fn flips_left(&self, flips: &Flips<'_>) -> Vec<String> {
        let counted = [
            ("flips-more", flips.more),
            ("flips-undecided", flips.undecided),
        ];
        let some = counted.into_iter().filter(|&(_, n)| n > 0);
        some.map(|(key, n)| self.get(key, &[("n", n.into())]))
            .collect()
    }

    /// "„limited period“ at 4 h: LWL critical, RTO 2 h: missed instead of met".
    #[must_use]
    pub fn flip(&self, flip: &Flip<'_>) -> String {
        let objective = flip.objective;
        let arguments = [
            ("parameter", self.shown(flip.parameter).into()),
            ("setting", self.written(flip.setting).into()),
            (
                "subject",
                self.subject_at(&objective.subject, &objective.level).into(),
            ),
            ("target", self.target_in_short(objective).into()),
            ("verdict", self.say(verdict_key(flip.verdict)).into()),
            ("was", self.say(verdict_key(objective.verdict)).into()),
        ];
        self.get("flip", &arguments)
    }

    /// Why no verdict is named that flips: none does, or nobody has looked; then at most `most` candidates are named.
    #[must_use]
    pub fn without_flips(&self, most: usize) -> String {
        let (examined, ranged) = (self.results.bands.len() as u64, self.with_range());
        if examined > 0 {
            return self.get("flips-none", &[("n", examined.into())]);
        }
        if ranged == 0 {
            return self.say("flips-no-range");
        }
        let told = self.get("flips-not-examined", &[("n", ranged.into())]);
        let names: Vec<String> = self.uncertain().map(|of| self.quoted(&of.name)).collect();
        if names.is_empty() {
            return told;
        }
        let more = names.len().saturating_sub(most);
        let mut listed = self.joined(names.iter().take(most).map(String::as_str));
        if more > 0 {
            let shown = names[..most].join(", ");
            listed = self.get(
                "flips-and-more",
                &[("names", shown.into()), ("n", (more as u64).into())],
            );
        }
        let candidates = self.get("flips-candidates", &[("names", listed.into())]);
        format!("{told} {candidates}")
    }

    /// A name in the language's quotation marks.
    fn quoted(&self, name: &str) -> String {
        self.get("quoted", &[("name", self.shown(name).into())])
    }

    /// How many parameters have a range worth examining.
    #[must_use]
    pub fn with_range(&self) -> u64 {
        let parameters = &self.results.about.parameters;
        parameters.iter().filter(|of| of.range.is_some()).count() as u64
    }

    /// The parameters with a range that rest on nothing firm: assumed, or quoted without being verified.
    pub fn uncertain(&self) -> impl Iterator<Item = &'a Parameter> {
        let parameters = &self.results.about.parameters;
        parameters.iter().filter(|of| {
            of.range.is_some() && matches!(of.from, Mark::Assumption(_) | Mark::Unverified(_))
        })
    }
}

/// What answer `number` becomes at the ends of an assumption's range; an event never seen there counts as 0.
fn estimates(band: &Band, number: usize) -> impl Iterator<Item = f64> {
    band.ends
        .iter()
        .filter_map(move |end| end.answers.get(number)?.estimate)
        .filter(|x| x.is_finite())
}
