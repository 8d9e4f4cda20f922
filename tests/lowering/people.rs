//! Crews and hotlines in local time, lowered.

use super::*;

#[test]
fn shifts_follow_local_time_and_holidays() {
    let blueprint = lowered(
        r#"holidays: "DE-NW", start: "2025-01-01", initially: Running,
          crews: { "day": (people: 2, hours: "Mon-Fri 07:00-18:00", on_call: (hours: "always", arrival: "45 min"), overtime: false) },
          components: { "a": (fails: Exponential(mean: "1 y"), repair: "4 h", crew: "day") }"#,
    );
    let crew = &blueprint.crews[0];
    assert_eq!(
        (crew.people, crew.overtime, blueprint.initially),
        (2, false, Initially::Running)
    );
    assert_eq!(
        crew.on_call.as_ref().map(|(hours, _)| hours.clone()),
        Some(Calendar::Always)
    );
    let local = |text: &str| {
        let zoned: jiff::Zoned = format!("{text}[Europe/Berlin]")
            .parse()
            .expect("a local time");
        let since =
            zoned.timestamp().as_microsecond() - blueprint.clock.start.timestamp().as_microsecond();
        Instant::from_micros(since)
    };
    for (text, open) in [
        ("2025-01-01T12:00:00", false),
        ("2025-01-02T07:00:00", true),
        ("2025-01-02T18:00:00", false),
        ("2025-06-19T12:00:00", false), // Corpus Christi
        ("2025-07-15T07:00:00", true),
        ("2025-07-15T06:59:59", false),
        ("2025-11-03T17:59:59", true),
    ] {
        assert_eq!(crew.hours.is_open(local(text)), open, "{text}");
    }
}

#[test]
fn a_hotline_has_a_class_for_each_selector_and_a_pool_for_each_desk() {
    let blueprint = lowered(&DESKS.replace("RULE", "Separate"));
    let hotline = &blueprint.hotlines[0];
    let classes: Vec<_> = hotline
        .classes
        .iter()
        .map(|class| (class.name.as_str(), class.users, class.pool))
        .collect();
    assert_eq!(classes, [("town *", 500, 1), ("city", 1000, 0)]);
    let thursday = |hour: i64| Instant::from_micros((24 + hour) * MICROS_PER_HOUR);
    let on_duty = |hour| -> Vec<u32> {
        hotline
            .pools
            .iter()
            .map(|pool| pool.agents.at(thursday(hour)))
            .collect()
    };
    assert_eq!(
        [on_duty(6), on_duty(7), on_duty(9), on_duty(13), on_duty(17)],
        [[0, 0], [10, 0], [10, 3], [6, 3], [6, 0]]
    );
    assert!(near(
        hotline.rate.at(thursday(10)) / hotline.rate.at(thursday(12)),
        2.0
    ));
    assert_eq!(hotline.rate.at(thursday(18)), 0.0);
    assert_eq!(
        hotline.within,
        [30, 60].map(|seconds| Span::from_micros(seconds * 1_000_000))
    );
    assert_eq!(hotline.objectives, [(0.75, 1)]);
    assert_eq!(hotline.every, 20);
    assert!(matches!(
        blueprint.asks[0].wanted,
        Wanted::Calls(_, Callers::Normal, CallValue::ServiceLevel(0))
    ));
    let groups: Vec<_> = blueprint
        .groups
        .iter()
        .map(|group| (group.name.as_str(), group.members.len()))
        .collect();
    assert_eq!(
        groups,
        [("all organisations", 3), ("town *", 2), ("city", 1)]
    );
    assert_eq!(
        blueprint.asks[1].wanted,
        Wanted::UserHours(ausfall::model::ids::GroupId::new(1))
    );
    assert_eq!(
        blueprint.asks[2].wanted,
        Wanted::UserHours(ausfall::model::ids::GroupId::new(0))
    );
}

#[test]
fn pooled_desks_answer_together() {
    let blueprint = lowered(&DESKS.replace("RULE", "Pooled"));
    let hotline = &blueprint.hotlines[0];
    assert_eq!(hotline.pools.len(), 1);
    assert!(hotline.classes.iter().all(|class| class.pool == 0));
    assert_eq!(
        hotline.pools[0]
            .agents
            .at(Instant::from_micros((24 + 9) * MICROS_PER_HOUR)),
        13
    );
}

#[test]
fn the_clock_change_moves_no_call_out_of_its_local_hour() {
    let blueprint = lowered(&DESKS.replace("RULE", "Pooled"));
    let rate = &blueprint.hotlines[0].rate;
    // Thursdays at ten, before and after 30 March 2025: one hour less has passed.
    let (winter, summer) = ((7 * 12 + 1) * 24 + 10, (7 * 13 + 1) * 24 + 9);
    let at = |hours: i64| rate.at(Instant::from_micros(hours * MICROS_PER_HOUR));
    assert!(near(at(winter), at(summer)));
    assert!(near(at(summer) / at(summer + 2), 2.0));
}
