//! Who is hit, and how hard.

use std::cmp::Reverse;

use super::CONFIDENCE;
use super::row::{Basis, Subject, estimate, of_years};
use super::view::{View, hours_per_second};
use super::watches::{count, yearly_mean, yearly_quantile};
use crate::batch::fold::{GroupTally, Part};
use crate::batch::results::{Estimate, Measure, OrganisationResult};
use crate::model::ids::{GroupId, OrganisationId};
use crate::model::watch::Yearly;
use crate::stats::histogram::Bucket;
use crate::stats::mean::mean;
use crate::stats::proportion::clustered;
use crate::stats::{Histogram, Moments};

/// Part of the years that counts as the worst, in the share of the mean that comes from them [1].
const WORST_SHARE: f64 = 0.01;

/// One row of user-hours for each organisation and each group.
pub fn measures(view: &View) -> Vec<Measure> {
    let organisations =
        view.blueprint
            .organisations
            .iter()
            .enumerate()
            .map(|(id, organisation)| {
                let value = lost(
                    view,
                    &organisation_moments(view, OrganisationId::new(id)),
                    CONFIDENCE,
                );
                user_hours(&organisation.name, value)
            });
    let groups = 0..view.blueprint.groups.len();
    organisations
        .chain(groups.map(|id| group_lost(view, GroupId::new(id), CONFIDENCE)))
        .collect()
}

/// User-hours that a group loses [user h/y].
pub fn group_lost(view: &View, id: GroupId, confidence: f64) -> Measure {
    let moments = merged(view, id).lost;
    user_hours(
        &view.blueprint.groups[id.index()].name,
        lost(view, &moments, confidence),
    )
}

/// User-hours that a group loses on the worst day of a year [user h].
pub fn worst_day(view: &View, id: GroupId, yearly: Yearly, confidence: f64) -> Measure {
    let tally = merged(view, id);
    let of: (fn(&GroupTally) -> &Histogram, _) = (|tally| &tally.worst_day, &tally.worst_days);
    let value = yearly_value(view, id, yearly, of, (hours_per_second(), confidence));
    maximum(view, id, ("worst-day-of-year", "user h"), yearly, value)
}

/// Most members of a group down at once in a year [1].
pub fn most_down(view: &View, id: GroupId, yearly: Yearly, confidence: f64) -> Measure {
    let tally = merged(view, id);
    let of: (fn(&GroupTally) -> &Histogram, _) = (|tally| &tally.most_down, &tally.most_downs);
    let value = yearly_value(view, id, yearly, of, (1.0, confidence));
    maximum(view, id, ("members-down-of-year", ""), yearly, value)
}

fn maximum(
    view: &View,
    id: GroupId,
    (name, unit): (&str, &str),
    yearly: Yearly,
    value: Estimate,
) -> Measure {
    let group = &view.blueprint.groups[id.index()].name;
    Subject::new(format!("organisation/{group}")).row(name, unit, of_years(yearly), value)
}

/// Mean or quantile over years of a yearly maximum, from its values and from its sums per replication.
fn yearly_value(
    view: &View,
    id: GroupId,
    yearly: Yearly,
    (values, sums): (fn(&GroupTally) -> &Histogram, &Moments),
    (factor, confidence): (f64, f64),
) -> Estimate {
    let tally = merged(view, id);
    let interval = match yearly {
        Yearly::Mean => yearly_mean(view, sums, confidence),
        Yearly::Quantile(p) => {
            let years = view.with_zeros(|part: &Part| values(&part.groups[id.index()]));
            yearly_quantile(view, &years, p, confidence)
        }
    };
    let basis = Basis {
        n: view.pairs(),
        events: tally.lost_years.total(),
        n_eff: tally.years_hit.nonzero(),
    };
    estimate(interval.scaled(factor), basis, confidence)
}

fn user_hours(name: &str, value: Estimate) -> Measure {
    Subject::new(format!("organisation/{name}")).row("user-hours", "user h/y", "", value)
}

/// The organisations, the hardest hit first (of equal ones the first declared), then the groups.
pub fn organisations(view: &View) -> Vec<OrganisationResult> {
    let mut order: Vec<(i128, usize)> = (0..view.blueprint.organisations.len())
        .map(|id| {
            (
                organisation_moments(view, OrganisationId::new(id)).sum(),
                id,
            )
        })
        .collect();
    order.sort_by_key(|&(lost, _)| Reverse(lost));
    let single = order
        .into_iter()
        .map(|(_, id)| organisation(view, OrganisationId::new(id)));
    let groups = 0..view.blueprint.groups.len();
    single
        .chain(groups.map(|id| group(view, GroupId::new(id))))
        .collect()
}

fn organisation(view: &View, id: OrganisationId) -> OrganisationResult {
    let of = &view.blueprint.organisations[id.index()];
    OrganisationResult {
        name: of.name.clone(),
        group: false,
        members: 1,
        users: of.users,
        lost: lost(view, &organisation_moments(view, id), CONFIDENCE),
        quantiles: Vec::new(),
        years_without: None,
        from_worst_percent: None,
    }
}

fn group(view: &View, id: GroupId) -> OrganisationResult {
    let of = &view.blueprint.groups[id.index()];
    let users = of
        .members
        .iter()
        .map(|member| view.blueprint.organisations[member.index()].users);
    let tally = merged(view, id);
    let has_years = view.pairs() > 0;
    OrganisationResult {
        name: of.name.clone(),
        group: true,
        members: of.members.len() as u64,
        users: users.sum(),
        lost: lost(view, &tally.lost, CONFIDENCE),
        quantiles: if has_years {
            quantiles(view, id, &tally)
        } else {
            Vec::new()
        },
        years_without: has_years.then(|| years_without(view, &tally)),
        from_worst_percent: from_worst(&tally, view.pairs()),
    }
}

/// Quantiles over years of the loss, of the worst day [user h] and of the most members down at once.
fn quantiles(view: &View, id: GroupId, tally: &GroupTally) -> Vec<(String, f64, Estimate)> {
    type Of = fn(&GroupTally) -> &Histogram;
    let kinds: [(&str, f64, Of); 3] = [
        ("year", hours_per_second(), |tally| &tally.lost_years),
        ("worst-day", hours_per_second(), |tally| &tally.worst_day),
        ("members-down", 1.0, |tally| &tally.most_down),
    ];
    let basis = Basis {
        n: view.pairs(),
        events: tally.lost_years.total(),
        n_eff: tally.years_hit.nonzero(),
    };
    let quantile = |years: &[Histogram], p: f64, factor: f64| {
        estimate(
            yearly_quantile(view, years, p, CONFIDENCE).scaled(factor),
            basis,
            CONFIDENCE,
        )
    };
    let rows = kinds.into_iter().flat_map(|(name, factor, of)| {
        let years = view.with_zeros(|part: &Part| of(&part.groups[id.index()]));
        [0.5, 0.9, 0.99].map(|p| (name.to_owned(), p, quantile(&years, p, factor)))
    });
    rows.collect()
}

/// Share of the years without any loss [1].
fn years_without(view: &View, tally: &GroupTally) -> Estimate {
    let hit = &tally.years_hit;
    let interval = clustered(hit, view.n, view.full_years, CONFIDENCE).taken_from(1.0);
    let basis = Basis {
        n: view.pairs(),
        events: count(hit),
        n_eff: hit.nonzero(),
    };
    estimate(interval, basis, CONFIDENCE)
}

/// The part of all losses that the worst 1 % of `years` years make [1], from exact sums; of a bucket that is cut, all years
/// count alike.
fn from_worst(tally: &GroupTally, years: u64) -> Option<f64> {
    let sum = |bucket: Bucket| tally.lost_sums.get(&bucket).copied().unwrap_or(0);
    let all: i128 = tally.lost_sums.values().sum();
    let mut left = WORST_SHARE * years as f64;
    let mut worst = 0.0;
    for (bucket, count) in tally.lost_years.iter().rev() {
        let part = (left / count as f64).min(1.0);
        worst += part * sum(bucket) as f64;
        left -= part * count as f64;
    }
    (all > 0).then_some(worst / all as f64)
}

fn lost(view: &View, moments: &Moments, confidence: f64) -> Estimate {
    let interval = mean(moments, view.n, confidence).scaled(view.user_hours_per_year());
    let seen = moments.nonzero();
    estimate(
        interval,
        Basis {
            n: view.n,
            events: seen,
            n_eff: seen,
        },
        confidence,
    )
}

fn organisation_moments(view: &View, id: OrganisationId) -> Moments {
    view.tally
        .organisations
        .get(&id)
        .cloned()
        .unwrap_or_default()
}

fn merged(view: &View, id: GroupId) -> GroupTally {
    let mut all = GroupTally::default();
    view.parts
        .iter()
        .for_each(|part| all.merge(&part.groups[id.index()]));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::fold::add_years;
    use crate::simulate::outcome::GroupYear;

    #[test]
    fn the_worst_percent_of_the_years_makes_its_part_of_the_mean() {
        let year = |lost| GroupYear {
            group: GroupId::new(0),
            year: 0,
            lost,
            worst_day: lost,
            most_down: 1,
        };
        let mut tallies = [GroupTally::default()];
        (0..98).for_each(|_| add_years(&mut tallies, &[year(1_000_001)]));
        // Both in one bucket: their own sum counts, not its middle.
        [2_000_003, 2_000_007]
            .into_iter()
            .for_each(|lost| add_years(&mut tallies, &[year(lost)]));
        let [tally] = tallies;
        let all = f64::from(98 * 1_000_001 + 4_000_010);
        // 1 % of 200 years are two.
        assert!((from_worst(&tally, 200).unwrap() - 4_000_010.0 / all).abs() < 1e-15);
        assert!((from_worst(&tally, 100).unwrap() - 2_000_005.0 / all).abs() < 1e-15);
        assert_eq!(from_worst(&GroupTally::default(), 200), None);
    }
}
