//! Calls that outages cause, and the weeks that they spoil.

use crate::bench::{self, Act, at, constant, hotline, minutes, offers, rate, record};
use ausfall::dist::Law;
use ausfall::model::Blueprint;
use ausfall::model::hotline::Surge;
use ausfall::units::{Instant, Span};

/// A thousand users who call with chance `share` within an hour; agents are never short.
pub fn blueprint(share: f64) -> Blueprint {
    of_weeks(share, Span::from_hours(10))
}

fn of_weeks(share: f64, horizon: Span) -> Blueprint {
    let handling = Law::Deterministic(bench::MINUTE as f64);
    let mut line = hotline(rate(&[(0, 0.2)]), constant(500), handling, None);
    line.surge = Some(Surge {
        share,
        within: minutes(60),
    });
    bench::blueprint(line, horizon, 2)
}

/// A Poisson count lies within 5 standard deviations of its mean, but for 6 in 10⁷.
fn expect_poisson(calls: usize, mean: f64) {
    assert!(
        (calls as f64 - mean).abs() < 5.0 * mean.sqrt(),
        "{calls} calls instead of {mean}"
    );
}

#[test]
fn base_calls_come_at_the_same_instants_whether_or_not_a_surge_occurs() {
    let blueprint = blueprint(0.5);
    let (_, quiet) = record(&blueprint, 3, &[]);
    let (counted, loud) = record(&blueprint, 3, &[(at(60), Act::Level(0, 0, 2, 1))]);
    let (quiet, loud) = (offers(&quiet), offers(&loud));
    assert!(quiet.len() > 50 && counted.classes[0].surge > 300);
    assert!(quiet.iter().all(|call| loud.contains(call)));
    assert_eq!(loud.len() - quiet.len(), counted.classes[0].surge as usize);
}

#[test]
fn no_further_calls_come_once_the_service_is_back() {
    let blueprint = blueprint(1.0);
    let (_, quiet) = record(&blueprint, 0, &[]);
    let script = [
        (at(60), Act::Level(0, 0, 2, 1)),
        (at(70), Act::Level(0, 2, 0, 1)),
    ];
    let (_, loud) = record(&blueprint, 0, &script);
    let after = |happened: &[_]| {
        offers(happened)
            .iter()
            .filter(|&&call| call > at(70))
            .count()
    };
    assert_eq!(after(&loud), after(&quiet));
    assert!(offers(&loud).len() > offers(&quiet).len());
}

#[test]
fn users_who_were_affected_before_do_not_call_again_when_it_gets_worse() {
    // Emergency takes 400 of the users; a quarter of them has yet to call when down takes another 400.
    let script = [
        (at(60), Act::Level(0, 0, 1, 1)),
        (at(90), Act::Level(0, 1, 2, 1)),
    ];
    let (counted, happened) = record(&blueprint(1.0), 0, &script);
    expect_poisson(counted.classes[0].surge as usize, 800.0);
    let (_, quiet) = record(&blueprint(1.0), 0, &[]);
    let later = |happened: &[_]| {
        let calls = offers(happened);
        calls.iter().filter(|&&call| call > at(90)).count()
    };
    expect_poisson(later(&happened) - later(&quiet), 500.0);
}

#[test]
fn a_change_of_level_that_affects_nobody_else_leaves_the_calls_as_they_are() {
    let mut blueprint = blueprint(1.0);
    blueprint.organisations[0].uses[0].stops = vec![0, 800_000, 800_000];
    let plain = [(at(60), Act::Level(0, 0, 2, 1))];
    let there_and_back = [
        (at(70), Act::Level(0, 2, 1, 1)),
        (at(85), Act::Level(0, 1, 2, 1)),
    ];
    let (_, one) = record(&blueprint, 0, &plain);
    let (_, other) = record(&blueprint, 0, &[&plain[..], &there_and_back].concat());
    let (one, other) = (offers(&one), offers(&other));
    assert_eq!(one.len(), other.len());
    let mut pairs = one.iter().zip(&other);
    assert!(pairs.all(|(&one, &other)| (one - other).micros().abs() <= 2));
}

#[test]
fn every_outage_of_every_service_has_calls_of_its_own() {
    let blueprint = blueprint(0.1);
    let base = offers(&record(&blueprint, 0, &[]).1);
    // When users call, counted from the beginning of the outage.
    let calls = |service, outage| -> Vec<Span> {
        let script = [(at(60), Act::Level(service, 0, 2, outage))];
        let all = offers(&record(&blueprint, 0, &script).1);
        let caused = all.into_iter().filter(|call| !base.contains(call));
        caused.map(|call| call - at(60)).collect()
    };
    let first = calls(0, 1);
    assert!(first.len() > 40);
    assert_eq!(first, calls(0, 1));
    assert_ne!(first[..5], calls(0, 2)[..5]);
    assert_ne!(first[..5], calls(1, 1)[..5]);
}

#[test]
fn a_second_outage_leaves_the_calls_of_the_first_alone() {
    let blueprint = blueprint(0.1);
    let first = [
        (at(60), Act::Level(0, 0, 2, 1)),
        (at(130), Act::Level(0, 2, 0, 1)),
    ];
    let second = [
        (at(200), Act::Level(0, 0, 2, 2)),
        (at(270), Act::Level(0, 2, 0, 2)),
    ];
    let (_, alone) = record(&blueprint, 0, &first);
    let (_, both) = record(&blueprint, 0, &[first, second].concat());
    let (alone, both) = (offers(&alone), offers(&both));
    assert!(alone.iter().all(|call| both.contains(call)));
    let more = both.iter().filter(|call| !alone.contains(call));
    assert!(more.clone().count() > 40);
    assert!(more.into_iter().all(|&call| call > at(200)));
}

#[test]
fn weeks_with_a_surge_are_not_normal() {
    let week = 7 * 24 * 60;
    let blueprint = of_weeks(0.5, minutes(4 * week));
    // From 30 minutes before to 20 minutes after the turn from the second to the third week.
    let script = [
        (at(2 * week - 30), Act::Level(0, 0, 2, 1)),
        (at(2 * week + 20), Act::Level(0, 2, 0, 1)),
    ];
    let (counted, happened) = record(&blueprint, 0, &script);
    let normal = |&call: &Instant| !(at(week)..at(3 * week)).contains(&call);
    let expected = offers(&happened)
        .iter()
        .filter(|&call| normal(call))
        .count();
    assert_eq!(counted.weeks, (4, 2));
    assert_eq!(counted.normal.offered as usize, expected);
    assert_eq!(counted.normal.surge, 0);
    assert!(counted.classes[0].surge > 300);
}

#[test]
fn a_surge_that_ended_before_monday_leaves_the_new_week_normal() {
    let week = 7 * 24 * 60;
    let blueprint = of_weeks(0.5, minutes(2 * week));
    let script = [
        (at(week - 30), Act::Level(0, 0, 2, 1)),
        (at(week - 10), Act::Level(0, 2, 0, 1)),
    ];
    let (counted, _) = record(&blueprint, 0, &script);
    assert_eq!(counted.weeks, (2, 1));
}

#[test]
fn an_outage_under_way_when_the_simulated_time_begins_causes_the_rest_of_its_calls() {
    let mut blueprint = of_weeks(1.0, Span::from_hours(30 * 24));
    blueprint.warm_up = Span::from_hours(20 * 24);
    let begin = 13 * 24 * 60; // a week before the warm-up ends
    let (_, quiet) = record(&blueprint, 0, &[]);
    let (_, loud) = record(&blueprint, 0, &[(at(begin - 30), Act::Level(0, 0, 2, 1))]);
    // Half an hour is over, a quarter of the 800 calls is still to come.
    expect_poisson(offers(&loud).len() - offers(&quiet).len(), 200.0);
    assert!(offers(&loud)[0] >= at(begin));
}
