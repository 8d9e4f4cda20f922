//! The Münster case: what it must contain, and what its answers must be like.

use ausfall::batch::results::Measure;

use crate::{blueprint, results, source};

fn row<'a>(rows: &'a [Measure], subject: &str, measure: &str) -> &'a Measure {
    rows.iter()
        .find(|row| row.subject == subject && row.measure == measure)
        .unwrap_or_else(|| panic!("no row {subject} {measure}"))
}

#[test]
fn it_has_the_users_and_bodies_of_the_press_texts() {
    let blueprint = blueprint(&source("muenster.ron"));
    let users = |prefix: &str| {
        let of = blueprint
            .organisations
            .iter()
            .filter(|it| it.name.starts_with(prefix));
        of.fold((0, 0), |(bodies, users), it| (bodies + 1, users + it.users))
    };
    assert_eq!(
        users("LWL "),
        (200, 17_000),
        "2 April 2020: about 200 institutions, over 17 000 employees"
    );
    assert_eq!(
        users("partner "),
        (28, 20_000),
        "2 April 2020: 28 partners, about 20 000 employees"
    );
}

#[test]
fn every_question_is_answered_with_an_interval_or_a_bound() {
    let results = results(&blueprint(&source("muenster.ron")), 512, 2);
    assert_eq!(results.asks.len(), 10);
    for answer in &results.asks {
        let value = &answer.row.value;
        assert!(
            value.low.is_some() || value.high.is_some() || value.method == "too-few",
            "{:?}",
            answer.label
        );
        if value.low.is_some() && value.high.is_some() {
            assert!(answer.relative_half_width.is_some(), "{:?}", answer.label);
        }
    }
}

/// A hall is out of service about as often as surveys say that a data centre is: 0.2 to 0.5 times a year (Uptime 2020–2024;
/// the model leaves out human error in the plant, so half of the lower end is still plausible).
#[test]
fn a_hall_fails_about_as_often_as_surveys_say() {
    let results = results(&blueprint(&source("muenster.ron")), 512, 2);
    let outages = row(&results.measures, "service/DiPS.kommunal", "outages");
    let rate = outages.value.estimate.expect("outages were seen");
    assert!((0.1..0.5).contains(&rate), "{rate} a year");
}
