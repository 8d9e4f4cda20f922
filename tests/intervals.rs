//! Intervals must cover: the share of batches whose interval holds the truth, for the laws that outages follow.
//!
//! Fixed seeds. With 500 batches the observed coverage of a perfect 95 % interval has the standard deviation √(0.95·0.05/500) =
//! 0.97 %, so three of them reach from 92 to 98 %. Means and ratios of heavy tails, and shares with durations cut short, are
//! known to cover a little less and are held to 90 or 91 %.

use std::ops::ControlFlow;

use ausfall::batch::{self, Plan, Results};
use ausfall::dist::Law;
use ausfall::kernel::{Seed, StreamName};
use ausfall::scenario::{Overrides, load};
use ausfall::stats::mean::mean;
use ausfall::stats::proportion::{clustered, proportion};
use ausfall::stats::{
    GROUPS, Histogram, Interval, Lifetimes, Moments, group_of, paired, quantile, ratio, survival,
};

const BATCHES: u64 = 500;

/// Ticks in the unit of the laws.
const TICKS: f64 = 1e6;

/// The share of batches whose two-sided interval holds `truth` [ticks].
fn coverage(truth: f64, interval: impl Fn(u64) -> Interval) -> f64 {
    let holds = |interval: Interval| {
        interval.low.is_some_and(|low| low <= truth)
            && interval.high.is_some_and(|high| truth <= high)
    };
    (0..BATCHES).filter(|&batch| holds(interval(batch))).count() as f64 / BATCHES as f64
}

fn demand(coverage: f64, least: f64) {
    assert!((least..=0.985).contains(&coverage), "covers {coverage}");
}

/// The uniform number `index` of replication `replication` of a batch.
fn uniform(name: &str, batch: u64, replication: u64, index: u64) -> f64 {
    Seed::new(batch).uniforms(StreamName::of(name), replication, index, 0)[0]
}

/// Outages of a replication: a geometric number (mean 1), so that they come in clusters, each with a lognormal duration.
fn outages(batch: u64, replication: u64, law: &Law) -> Vec<i64> {
    let count = (libm::log(uniform("count", batch, replication, 0)) / libm::log(0.5)) as u64;
    let lasts =
        |index| (law.quantile([uniform("lasts", batch, replication, index), 0.5]) * TICKS) as i64;
    (0..count).map(lasts).collect()
}

/// Median 4, σ about 1.2, as repair times have it.
fn repair() -> Law {
    Law::lognormal_median_p95(4.0, 4.0 * libm::exp(1.2 * 1.645)).expect("p95 lies above the median")
}

#[test]
fn means_of_heavy_tails_are_covered() {
    let law = repair();
    let interval = |batch| {
        let mut moments = Moments::default();
        (0..200)
            .for_each(|replication| moments.add(outages(batch, replication, &law).iter().sum()));
        mean(&moments, 200, 0.95)
    };
    demand(coverage(law.mean() * TICKS, interval), 0.90);
}

#[test]
fn rare_yearly_events_are_covered() {
    let interval = |batch| {
        let mut moments = Moments::default();
        for replication in 0..1_000 {
            // Both years of a replication share their luck half of the time.
            let shared = uniform("shared", batch, replication, 0) < 0.5;
            let years = [0, u64::from(!shared)]
                .map(|year| uniform("year", batch, replication, year) < 0.05);
            moments.add(i64::from(years[0]) + i64::from(years[1]));
        }
        clustered(&moments, 1_000, 2, 0.95)
    };
    demand(coverage(0.05, interval), 0.92);
}

#[test]
fn proportions_are_covered() {
    let interval = |batch| {
        let seen = (0..500)
            .filter(|&trial| uniform("trial", batch, trial, 0) < 0.1)
            .count();
        proportion(seen as u64, 500, 0.95)
    };
    demand(coverage(0.1, interval), 0.92);
}

#[test]
fn means_per_outage_are_covered() {
    let law = repair();
    let interval = |batch| {
        let mut parts = vec![(0, 0); GROUPS];
        for replication in 0..640 {
            let outages = outages(batch, replication, &law);
            let part = &mut parts[group_of(replication)];
            part.0 += i128::from(outages.iter().sum::<i64>());
            part.1 += outages.len() as i128;
        }
        ratio::ratio(&parts, true, 0.95)
    };
    demand(coverage(law.mean() * TICKS, interval), 0.91);
}

#[test]
fn quantiles_of_clustered_outages_are_covered() {
    let law = repair();
    let interval = |batch| {
        let mut groups = vec![Histogram::default(); GROUPS];
        for replication in 0..640 {
            let values = outages(batch, replication, &law);
            values
                .iter()
                .for_each(|&value| groups[group_of(replication)].add(value));
        }
        quantile::pooled(&groups.iter().collect::<Vec<_>>(), 0.9, true, 0.95)
    };
    demand(coverage(law.quantile([0.9, 0.5]) * TICKS, interval), 0.92);
}

#[test]
fn medians_of_independent_values_are_covered() {
    let law = repair();
    let interval = |batch| {
        let mut values = Histogram::default();
        let draw = |index| (law.quantile([uniform("value", batch, index, 0), 0.5]) * TICKS) as i64;
        (0..200).for_each(|index| values.add(draw(index)));
        quantile::independent(&values, 0.5, 0.95)
    };
    demand(coverage(law.quantile([0.5, 0.5]) * TICKS, interval), 0.92);
}

#[test]
fn shares_with_outages_cut_short_are_covered() {
    let law = repair();
    let interval = |batch| {
        let mut groups = vec![Lifetimes::default(); GROUPS];
        let mut within = 0;
        for replication in 0..320 {
            for (index, value) in (0..).zip(outages(batch, replication, &law)) {
                // The horizon cuts every outage at an age between 0 and 30.
                let end = (uniform("end", batch, replication, index) * 30.0 * TICKS) as i64;
                let group = &mut groups[group_of(replication)];
                if value <= end {
                    group.ended.add(value);
                    within += u64::from(value <= (8.0 * TICKS) as i64);
                } else {
                    group.open.add(end);
                }
            }
        }
        let groups: Vec<&Lifetimes> = groups.iter().collect();
        survival::GroupedSurvival::new(&groups, 160).longer((8.0 * TICKS) as i64, within, 0.95)
    };
    demand(coverage(1.0 - law.cdf(8.0), interval), 0.91);
}

/// One component up for 2000 h on average, with lognormal repairs (median 4 h, σ 1.2); a year runs in, three are counted.
const RENEWING: &str = r#"(
  title: "Renewal", question: "Do the intervals of a whole batch cover?",
  horizon: "4 y", warm_up: "1 y", replications: 100,
  components: { "c": (fails: Exponential(mean: "2000 h"), repair: Lognormal(median: "4 h", sigma: 1.2)) },
  services: { "s": (levels: [(name: "up", when: "c")], objectives: [(rto: "24 h", mtpd: "500 h", tolerance: "1 % / y")]) },
)"#;

/// Measures of [`RENEWING`] in the long run: (measure, argument, value).
fn renewal_theory() -> Vec<(&'static str, &'static str, f64)> {
    let law = Law::lognormal_median_p95(4.0, 4.0 * libm::exp(1.2 * 1.644_853_626_951_472_2))
        .expect("p95 lies above the median");
    let per_year = 8_766.0 / (2_000.0 + law.mean());
    let longer = |hours: f64| per_year * (1.0 - law.cdf(hours));
    // Breaches lie so far apart that their number is Poisson's.
    let year_with = |hours: f64| 1.0 - libm::exp(-longer(hours));
    vec![
        ("outages", "", per_year),
        ("down-time", "", per_year * law.mean()),
        ("availability", "", 1.0 - per_year * law.mean() / 8_766.0),
        ("mean-duration", "", law.mean()),
        ("duration", "P50", 4.0),
        ("duration", "P90", law.quantile([0.9, 0.5])),
        ("duration", "P99", law.quantile([0.99, 0.5])),
        ("share-longer", "24 h", 1.0 - law.cdf(24.0)),
        ("share-longer", "500 h", 1.0 - law.cdf(500.0)),
        ("longer", "24 h", longer(24.0)),
        ("longer", "500 h", longer(500.0)),
        ("year-with-longer", "24 h", year_with(24.0)),
        ("year-with-longer", "500 h", year_with(500.0)),
    ]
}

fn renewal_batch(seed: u64) -> Results {
    let loaded =
        load(RENEWING, &Overrides::default()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let plan = Plan {
        seed,
        ..Plan::of(&loaded.blueprint)
    };
    batch::run(&loaded.blueprint, &plan, &mut |_| ControlFlow::Continue(()))
        .expect("a sound run")
        .results
}

/// With 200 batches the standard deviation is 1.54 %: three of them below 95 % are 90.4 %. Bounds alone may cover always.
#[test]
fn intervals_of_whole_batches_cover_renewal_theory() {
    let theory = renewal_theory();
    let mut covered = vec![0; theory.len()];
    for results in (0..200).map(renewal_batch) {
        for (covered, (measure, at, truth)) in covered.iter_mut().zip(&theory) {
            let mut rows = results.measures.iter();
            let row = rows
                .find(|row| row.measure == *measure && row.at == *at)
                .unwrap_or_else(|| panic!("no row {measure} {at}"));
            let value = &row.value;
            assert!(value.low.is_some() || value.high.is_some(), "{row:?}");
            let holds = value.low.is_none_or(|low| low <= *truth)
                && value.high.is_none_or(|high| *truth <= high);
            *covered += u32::from(holds);
        }
    }
    for (covered, (measure, at, _)) in covered.iter().zip(&theory) {
        assert!(
            *covered >= 181,
            "{measure} {at} is covered in {covered} of 200"
        );
    }
}

/// Downtime of a replication: rare failures that bring lognormal durations; the design keeps a share of those of the base.
fn pair(batch: u64, replication: u64, law: &Law, kept: f64) -> (i64, i64) {
    let lasts = outages(batch, replication, law);
    let stays = |index: usize| uniform("stays", batch, replication, index as u64) < kept;
    let design = lasts.iter().enumerate().filter(|&(index, _)| stays(index));
    (lasts.iter().sum(), design.map(|(_, lasts)| lasts).sum())
}

#[test]
fn paired_differences_of_heavy_tails_are_covered() {
    let law = repair();
    let interval = |batch| {
        let mut moments = Moments::default();
        for replication in 0..200 {
            let (base, design) = pair(batch, replication, &law, 0.5);
            moments.add(design - base);
        }
        paired::difference(&moments, 200, 0.95)
    };
    demand(coverage(-0.5 * law.mean() * TICKS, interval), 0.90);
}

#[test]
fn paired_differences_of_rare_events_are_covered() {
    // One in 25 replications differs: in three of four of them the design is better by one, in the others worse by one.
    let interval = |batch| {
        let mut moments = Moments::default();
        for replication in 0..1_500 {
            let luck = uniform("differs", batch, replication, 0);
            moments.add(if luck < 0.03 {
                -1
            } else {
                i64::from(luck < 0.04)
            });
        }
        paired::difference(&moments, 1_500, 0.95)
    };
    demand(coverage(-0.02, interval), 0.92);
}

#[test]
fn differences_of_ratios_are_covered() {
    // Mean durations per outage: those of the design are 0.7 times as long and come in the same clusters.
    let law = repair();
    let interval = |batch| {
        let (mut a, mut b) = ([(0, 0); GROUPS], [(0, 0); GROUPS]);
        for replication in 0..640 {
            let lasts = outages(batch, replication, &law);
            let group = group_of(replication);
            for lasts in lasts {
                a[group] = (a[group].0 + i128::from(lasts), a[group].1 + 1);
                b[group] = (b[group].0 + i128::from(lasts * 7 / 10), b[group].1 + 1);
            }
        }
        paired::ratios(&a, &b, 640, 0.95)
    };
    demand(coverage(-0.3 * law.mean() * TICKS, interval), 0.90);
}
