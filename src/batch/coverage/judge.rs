//! What the batches say of an interval: its coverage with the exact binomial interval, its width, its bias, and the verdict.

use serde::Serialize;

use super::case::{Case, Known};
use crate::batch::results::Measure;
use crate::stats::proportion::{exact_interval, exact_p};
use crate::stats::special::{normal_cdf, normal_quantile};
use crate::stats::{Moments, holm};

/// Confidence of the binomial interval of a coverage, and 1 − the error shared by all rows under Holm's procedure [1].
pub const LEVEL: f64 = 0.99;

/// Where the mean coverage of all ordinary rows must lie [1].
pub const POOLED: (f64, f64) = (0.945, 0.955);

/// Greatest bias that is tolerated, in standard errors of one batch.
pub const BIAS: f64 = 0.1;

/// Share of batches without a two-sided interval from which on a row is one of few events.
const FEW: f64 = 0.01;

/// An estimate this close to the exact value is it, whatever the interval.
const ROUNDING: f64 = 1e-9;

/// What an interval may be held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A mean or a ratio of many values.
    Ordinary,
    /// A share of so many trials: coverage jumps with the true value.
    Discrete,
    /// Ends are values that were seen, so the interval is rather too wide.
    Conservative,
    /// Some batches have too few events for two ends: a bound stands instead.
    Few,
    /// The batch ended when it was precise enough, so luck had a say in where.
    Stopped,
    /// Durations as uneven as a lognormal law with σ ≥ 1.8.
    HeavyTailed,
}

/// Where the coverage of a kind of interval must lie [1]; no upper end: it may be as large as it likes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// Least coverage.
    pub low: f64,
    /// Greatest coverage.
    pub high: Option<f64>,
}

impl Kind {
    /// The bar of `docs/semantics.md` (36).
    #[must_use]
    pub const fn bar(self) -> Bar {
        let (low, high) = match self {
            Self::Ordinary => (0.94, Some(0.96)),
            Self::Discrete => (0.93, Some(0.98)),
            Self::Conservative | Self::Few => (0.94, None),
            Self::Stopped => (0.93, None),
            Self::HeavyTailed => (0.90, None),
        };
        Bar { low, high }
    }
}

/// How an interval fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CoverageVerdict {
    /// Compatible with the bar, and enough batches to see a gross fault.
    Covers,
    /// Covers less than it says.
    TooLow,
    /// Covers more than it says: needlessly wide.
    TooHigh,
    /// The estimates lie beside the exact value.
    Biased,
    /// Compatible with the bar, but with a gross fault as well: too few batches.
    Undecided,
}

/// Intervals of one shape: how many there were, and how many hold the exact value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Hits {
    /// Batches that gave such an interval.
    pub given: u64,
    /// Those that hold the exact value.
    pub hold: u64,
}

impl Hits {
    fn add(&mut self, holds: bool) {
        self.given += 1;
        self.hold += u64::from(holds);
    }

    /// Share that holds [1]; `None` without any.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.given > 0).then(|| self.hold as f64 / self.given as f64)
    }
}

/// How the interval of one row fares over many batches.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowCoverage {
    /// Number of its case.
    pub case: usize,
    /// Subject of the row.
    pub subject: String,
    /// Its measure.
    pub measure: String,
    /// Level of the service; empty if none.
    pub level: String,
    /// Argument, such as a threshold; empty if none.
    pub at: String,
    /// Unit.
    pub unit: String,
    /// The exact value.
    pub exact: f64,
    /// Its source.
    pub from: String,
    /// Batches.
    pub batches: u64,
    /// How the intervals were made: (method, batches), the most frequent first.
    pub methods: Vec<(String, u64)>,
    /// What it is held to.
    pub kind: Kind,
    /// Intervals with two ends.
    pub two_sided: Hits,
    /// Bounds alone.
    pub one_sided: Hits,
    /// Batches that say nothing.
    pub none: u64,
    /// Share of all intervals and bounds that hold the exact value [1]; `None`: there was none.
    pub coverage: Option<f64>,
    /// Its exact binomial interval at [`LEVEL`] (Clopper and Pearson).
    pub interval: (f64, f64),
    /// Mean half-width of the two-sided intervals, in the row's unit.
    pub half_width: Option<f64>,
    /// (mean of the estimates − exact) / standard deviation of the estimates.
    pub bias: Option<f64>,
    /// The verdict.
    pub verdict: CoverageVerdict,
}

/// Mean coverage of all ordinary rows.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Pooled {
    /// Rows.
    pub rows: usize,
    /// The mean [1].
    pub coverage: f64,
    /// Its interval at [`LEVEL`]; rows of one case share their batches.
    pub interval: (f64, f64),
    /// The verdict, against [`POOLED`].
    pub verdict: CoverageVerdict,
}

/// The table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Coverage {
    /// Batches of each case.
    pub batches: u64,
    /// Master seed.
    pub seed: u64,
    /// All rows, in order.
    pub rows: Vec<RowCoverage>,
    /// The mean over the ordinary ones; `None`: there is none.
    pub pooled: Option<Pooled>,
}

impl Coverage {
    /// Whether no interval fails its bar.
    #[must_use]
    pub fn passes(&self) -> bool {
        let verdicts = self.rows.iter().map(|row| row.verdict);
        let pooled = self.pooled.iter().map(|pooled| pooled.verdict);
        verdicts.chain(pooled).all(|verdict| {
            matches!(
                verdict,
                CoverageVerdict::Covers | CoverageVerdict::Undecided
            )
        })
    }
}

/// Judges the cases of a table together: their rows share the error of 1 % by Holm's procedure.
#[must_use]
pub fn judge(cases: &[Case], seed: u64) -> Coverage {
    let mut rows: Vec<RowCoverage> = Vec::new();
    for (number, case) in cases.iter().enumerate() {
        rows.extend(case.rows.iter().map(|known| row(number, case, known)));
    }
    let (covers, centred): (Vec<f64>, Vec<f64>) = rows.iter().map(chances).unzip();
    let covers_not = holm::rejected(&covers, 1.0 - LEVEL);
    let is_biased = holm::rejected(&centred, 1.0 - LEVEL);
    for (row, (fails, biased)) in rows.iter_mut().zip(covers_not.into_iter().zip(is_biased)) {
        row.verdict = verdict(row, fails, biased);
    }
    Coverage {
        batches: cases.iter().map(|case| case.batches).max().unwrap_or(0),
        seed,
        pooled: pooled(cases, &rows),
        rows,
    }
}

/// The row without its verdict.
fn row(case: usize, of: &Case, known: &Known) -> RowCoverage {
    let (mut two_sided, mut one_sided, mut none) = (Hits::default(), Hits::default(), 0);
    let mut widths = Vec::new();
    for seen in &known.seen {
        let (value, holds) = (&seen.value, holds(seen, known.exact));
        match (value.low, value.high) {
            (Some(low), Some(high)) => {
                two_sided.add(holds);
                widths.push((high - low) / 2.0);
            }
            (None, None) => none += 1,
            _ => one_sided.add(holds),
        }
    }
    let (given, hold) = (
        two_sided.given + one_sided.given,
        two_sided.hold + one_sided.hold,
    );
    let methods = methods(&known.seen);
    let first = known.seen.first();
    let name = |of: fn(&Measure) -> &String| first.map_or_else(String::new, |row| of(row).clone());
    RowCoverage {
        case,
        subject: name(|row| &row.subject),
        measure: name(|row| &row.measure),
        level: name(|row| &row.level),
        at: name(|row| &row.at),
        unit: name(|row| &row.unit),
        exact: known.exact,
        from: known.from.clone(),
        batches: of.batches,
        kind: kind(of, two_sided, &methods),
        methods,
        two_sided,
        one_sided,
        none,
        coverage: (given > 0).then(|| hold as f64 / given as f64),
        interval: exact_interval(hold, given, LEVEL),
        half_width: mean_and_deviation(&widths).map(|(mean, _)| mean),
        bias: bias(known),
        verdict: CoverageVerdict::Undecided,
    }
}

/// Whether the interval holds the exact value; an end that is missing bounds nothing, but one must be there.
fn holds(row: &Measure, exact: f64) -> bool {
    let value = &row.value;
    let near = |end: f64| (end - exact).abs() <= ROUNDING * exact.abs();
    let bounded = value.low.is_some() || value.high.is_some();
    bounded
        && value.low.is_none_or(|low| low <= exact || near(low))
        && value.high.is_none_or(|high| exact <= high || near(high))
}

/// How often each method was used, the most frequent first.
fn methods(seen: &[Measure]) -> Vec<(String, u64)> {
    let mut methods: Vec<(String, u64)> = Vec::new();
    for row in seen {
        match methods
            .iter_mut()
            .find(|(name, _)| *name == row.value.method)
        {
            Some((_, times)) => *times += 1,
            None => methods.push((row.value.method.clone(), 1)),
        }
    }
    methods.sort_by_key(|&(_, times)| std::cmp::Reverse(times));
    methods
}

fn kind(case: &Case, two_sided: Hits, methods: &[(String, u64)]) -> Kind {
    let shares = ["wilson", "clopper-pearson", "rule-of-three"];
    let method = methods.first().map_or("", |(name, _)| name);
    if case.stops {
        Kind::Stopped
    } else if (two_sided.given as f64) < (1.0 - FEW) * case.batches as f64 {
        Kind::Few
    } else if shares.contains(&method) {
        Kind::Discrete
    } else if ["order-statistic", "woodruff-32"].contains(&method) {
        Kind::Conservative
    } else if case.heavy_tailed {
        Kind::HeavyTailed
    } else {
        Kind::Ordinary
    }
}

/// Mean and standard deviation; `None` for no value.
fn mean_and_deviation(values: &[f64]) -> Option<(f64, f64)> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|x| (x - mean) * (x - mean)).sum();
    (!values.is_empty()).then(|| (mean, (squares / (n - 1.0).max(1.0)).sqrt()))
}

fn bias(known: &Known) -> Option<f64> {
    let estimates: Vec<f64> = known
        .seen
        .iter()
        .filter_map(|row| row.value.estimate)
        .collect();
    let (mean, deviation) = mean_and_deviation(&estimates)?;
    (deviation > 0.0).then(|| (mean - known.exact) / deviation)
}

/// The p-values of "the coverage lies within its bar" and of "the bias is tolerable".
fn chances(row: &RowCoverage) -> (f64, f64) {
    let bar = row.kind.bar();
    let (given, hold) = (
        row.two_sided.given + row.one_sided.given,
        row.two_sided.hold + row.one_sided.hold,
    );
    let covers = exact_p(hold, given, bar.low, bar.high);
    // A quantile lies at a value that was seen: its bias belongs to what it estimates.
    let judged = !matches!(row.kind, Kind::Conservative | Kind::Few);
    let centred = row.bias.filter(|_| judged).map_or(1.0, |bias| {
        let beyond = (bias.abs() - BIAS) * (row.batches as f64).sqrt();
        (2.0 * normal_cdf(-beyond)).min(1.0)
    });
    (covers, centred)
}

fn verdict(row: &RowCoverage, fails: bool, biased: bool) -> CoverageVerdict {
    let Some(coverage) = row.coverage else {
        return CoverageVerdict::Undecided;
    };
    if fails {
        return if coverage < row.kind.bar().low {
            CoverageVerdict::TooLow
        } else {
            CoverageVerdict::TooHigh
        };
    }
    if biased {
        return CoverageVerdict::Biased;
    }
    // Twice as many misses as the bar permits would be a gross fault.
    if row.interval.0 < 1.0 - 2.0 * (1.0 - row.kind.bar().low) {
        return CoverageVerdict::Undecided;
    }
    CoverageVerdict::Covers
}

/// The mean over the ordinary rows. Batches are independent and rows of one batch are not, so the mean of a case's rows in a batch
/// is the unit of its variance.
fn pooled(cases: &[Case], rows: &[RowCoverage]) -> Option<Pooled> {
    let ordinary = |case: usize| {
        let rows = rows.iter().filter(move |row| row.case == case);
        let rows = rows.zip(&cases[case].rows);
        rows.filter(|(row, _)| row.kind == Kind::Ordinary)
    };
    let all: usize = (0..cases.len()).map(|case| ordinary(case).count()).sum();
    let (mut coverage, mut variance) = (0.0, 0.0);
    for (number, case) in cases.iter().enumerate() {
        let mut hits = Moments::default();
        let batches = usize::try_from(case.batches).unwrap_or(usize::MAX);
        for batch in 0..batches {
            let held = ordinary(number).filter(|(_, known)| holds(&known.seen[batch], known.exact));
            hits.add(i64::try_from(held.count()).unwrap_or(i64::MAX));
        }
        let summary = hits.summary(case.batches);
        coverage += summary.mean / all as f64;
        variance += square(summary.std_error() / all as f64);
    }
    let least = cases.iter().map(|case| case.batches).min().unwrap_or(0);
    (all > 0 && least > 1).then(|| pool(all, coverage, variance.sqrt()))
}

fn pool(rows: usize, coverage: f64, error: f64) -> Pooled {
    let reach = normal_quantile(0.5 + 0.5 * LEVEL) * error;
    let interval = (coverage - reach, coverage + reach);
    let verdict = if interval.1 < POOLED.0 {
        CoverageVerdict::TooLow
    } else if interval.0 > POOLED.1 {
        CoverageVerdict::TooHigh
    } else if reach > 2.0 * (POOLED.1 - POOLED.0) {
        CoverageVerdict::Undecided
    } else {
        CoverageVerdict::Covers
    };
    Pooled {
        rows,
        coverage,
        interval,
        verdict,
    }
}

fn square(x: f64) -> f64 {
    x * x
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::coverage::cover;
    use crate::batch::plan::Plan;
    use crate::batch::results::Estimate;
    use std::ops::ControlFlow;

    /// A row at 1 whose interval is `low` to `high`.
    fn seen(low: Option<f64>, high: Option<f64>, method: &str) -> Measure {
        Measure {
            subject: "service/x".to_owned(),
            measure: "down-time".to_owned(),
            level: String::new(),
            calendar: "24x7".to_owned(),
            unit: "h/y".to_owned(),
            at: String::new(),
            definition: String::new(),
            rests_on: String::new(),
            value: Estimate {
                estimate: Some(1.0),
                low,
                high,
                confidence: 0.95,
                n: 100,
                events: 100,
                n_eff: 100,
                censored: 0,
                std_error: Some(0.1),
                method: method.to_owned(),
            },
        }
    }

    /// A case of one row with the exact value 1: `held` of `batches` batches hold it.
    fn case(held: u64, batches: u64, method: &str) -> Case {
        let blueprint = crate::batch::testing::blueprint(false);
        let plan = Plan::of(&blueprint);
        let about = cover(&blueprint, &plan, 0, &mut |_| ControlFlow::Break(()))
            .unwrap()
            .about;
        let row = |batch| {
            let low = if batch < held { 0.9 } else { 1.05 };
            seen(Some(low), Some(1.1), method)
        };
        Case {
            about,
            batches,
            replications: 1,
            stops: false,
            heavy_tailed: false,
            rows: vec![Known {
                exact: 1.0,
                from: "by hand".to_owned(),
                seen: (0..batches).map(row).collect(),
            }],
        }
    }

    fn verdict_of(held: u64, batches: u64, method: &str) -> CoverageVerdict {
        judge(&[case(held, batches, method)], 1).rows[0].verdict
    }

    #[test]
    fn an_interval_that_covers_as_it_says_passes_and_another_does_not() {
        assert_eq!(verdict_of(950, 1_000, "t"), CoverageVerdict::Covers);
        // 92.0 % of 1,000: the exact 99 % interval ends at 94.05 %; 91.9 % of them at 93.96 %.
        assert_eq!(verdict_of(920, 1_000, "t"), CoverageVerdict::Covers);
        assert_eq!(verdict_of(915, 1_000, "t"), CoverageVerdict::TooLow);
        assert_eq!(verdict_of(980, 1_000, "t"), CoverageVerdict::TooHigh);
        assert_eq!(verdict_of(980, 1_000, "wilson"), CoverageVerdict::Covers);
        assert_eq!(
            verdict_of(1_000, 1_000, "order-statistic"),
            CoverageVerdict::Covers
        );
    }

    #[test]
    fn few_batches_cannot_praise_an_interval() {
        assert_eq!(verdict_of(19, 20, "t"), CoverageVerdict::Undecided);
        assert_eq!(verdict_of(5, 20, "t"), CoverageVerdict::TooLow);
    }

    #[test]
    fn what_says_nothing_covers_nothing() {
        let mut silent = case(0, 100, "too-few");
        silent.rows[0]
            .seen
            .iter_mut()
            .for_each(|row| (row.value.low, row.value.high) = (None, None));
        let row = &judge(&[silent], 1).rows[0];
        assert_eq!((row.none, row.coverage), (100, None));
        assert_eq!(row.verdict, CoverageVerdict::Undecided);
    }

    #[test]
    fn a_bound_covers_on_its_own_side_and_counts_apart() {
        let mut mixed = case(90, 100, "hall");
        for row in &mut mixed.rows[0].seen[..50] {
            row.value.low = None;
        }
        let row = &judge(&[mixed], 1).rows[0];
        let hits = |given, hold| Hits { given, hold };
        assert_eq!((row.one_sided, row.two_sided), (hits(50, 50), hits(50, 40)));
        assert_eq!((row.kind, row.coverage), (Kind::Few, Some(0.9)));
    }

    #[test]
    fn the_pooled_mean_is_that_of_the_ordinary_rows() {
        let cases = [
            case(940, 1_000, "t"),
            case(950, 1_000, "hall"),
            case(1_000, 1_000, "wilson"),
        ];
        let pooled = judge(&cases, 1).pooled.unwrap();
        assert_eq!(pooled.rows, 2);
        assert!((pooled.coverage - 0.945).abs() < 1e-12);
        // √(0.94·0.06 + 0.95·0.05)/2/√1000 = 0.005097; times 2.5758.
        assert!((pooled.interval.1 - 0.945 - 0.01313).abs() < 1e-4);
    }

    #[test]
    fn estimates_beside_the_exact_value_are_biased() {
        let mut beside = case(950, 1_000, "t");
        for (batch, row) in (0_i32..).zip(&mut beside.rows[0].seen) {
            row.value.estimate = Some(1.03 + 0.1 * f64::from(batch % 3 - 1));
        }
        let row = &judge(&[beside], 1).rows[0];
        // The deviation of −0.1, 0, 0.1 is 0.0816; the bias 0.03 is 0.367 of it.
        assert!((row.bias.unwrap() - 0.367).abs() < 2e-3, "{:?}", row.bias);
        assert_eq!(row.verdict, CoverageVerdict::Biased);
    }
}
