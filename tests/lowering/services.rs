//! Services, what is watched, and what is expected, lowered.

use super::*;

#[test]
fn levels_are_components_that_need_their_expression_and_a_service_is_any_of_them() {
    let blueprint = lowered(SERVICE);
    let service = &blueprint.services[0];
    let delivers =
        &blueprint.structure.gates[service.delivers.index() - blueprint.components.len()];
    let levels: Vec<_> = service
        .levels
        .iter()
        .map(|level| Signal::new(level.component.index()))
        .collect();
    assert_eq!((delivers.op, &delivers.inputs), (Op::Any, &levels));
    let emergency = &blueprint.components[service.levels[1].component.index()];
    assert_eq!(
        (emergency.kind, emergency.name.as_str()),
        (Kind::Level, "pay/emergency")
    );
    assert_eq!(emergency.restart.as_ref().map(Law::mean), Some(2.0 * HOUR));
    let limit = service.levels[1].limit.expect("a limit");
    assert_eq!(
        (limit.at_most, limit.regain, limit.continues),
        (Span::from_hours(72), Span::from_hours(24), false)
    );
    assert_eq!(
        service.levels[1].when, service.levels[2].when,
        "equal expressions share a gate"
    );
    let objectives = &service.objectives;
    assert_eq!(
        (objectives[0].level, objectives[1].level),
        (2, 0),
        "the lowest level is the default"
    );
    assert_eq!(objectives[1].tolerance, Some(Tolerance::PerYear(0.01)));
}

#[test]
fn every_level_is_watched_with_its_thresholds_in_order() {
    let blueprint = lowered(&format!(
        r#"{SERVICE}, asks: [Count(service: "pay", longer_than: "1 h"), YearWith(service: "pay"), (label: "both", measure: Count(AllDown(["a", "b"]))),
          Demanded(service: "pay", level: "emergency", longer_than: "72 h"), Demanded(service: "pay", level: "emergency", longer_than: "1 h")]"#
    ));
    let watches: Vec<_> = blueprint
        .watches
        .iter()
        .map(|watch| (watch.subject.as_str(), watch.level.as_str()))
        .collect();
    assert_eq!(
        watches,
        [
            ("service/pay", "normal"),
            ("service/pay", "emergency"),
            ("demanded/pay", "emergency"),
            ("service/pay", "overdue"),
            ("all-down/a+b", "")
        ]
    );
    let hours = |at: usize| {
        blueprint.watches[at]
            .thresholds
            .iter()
            .map(|span| span.hours())
            .collect::<Vec<_>>()
    };
    assert_eq!(hours(0), [4.0]);
    assert_eq!(hours(2), [1.0, 72.0]);
    assert_eq!(hours(3), [0.0, 1.0, 8.0, 24.0]);
    let wanted: Vec<_> = blueprint.asks.iter().map(|ask| ask.wanted).collect();
    let watch = |at: usize| ausfall::model::ids::WatchId::new(at);
    assert_eq!(
        wanted,
        [
            Wanted::Longer(watch(3), 1),
            Wanted::YearWithLonger(watch(3), 0),
            Wanted::Outages(watch(4)),
            Wanted::Longer(watch(2), 1),
            Wanted::Longer(watch(2), 0),
        ]
    );
    assert_eq!(blueprint.asks[2].label, "both".into());
    let Observed::Not(any) = blueprint.watches[4].of else {
        panic!("an expression")
    };
    assert_eq!(
        blueprint.structure.gates[any.index() - blueprint.components.len()].op,
        Op::Any
    );
    assert_eq!(
        blueprint.watches[4].below,
        [id(&blueprint, "a"), id(&blueprint, "b")]
    );
    assert_eq!(
        blueprint.watches[0].below.len(),
        3,
        "both components and the level itself"
    );
}

#[test]
fn expectations_are_read_in_the_unit_of_their_measure() {
    let blueprint = lowered(&format!(
        r#"{SERVICE}, expect: [
          (measure: MeanDuration(service: "pay"), is: "90 min", within: "150 %", from: "x"),
          (measure: Ever(service: "pay"), at_most: "2 %", from: "x"),
          (measure: Count(service: "pay"), at_least: "1 / month", from: "x"),
          (measure: At(of: All(["a", "b"]), time: "500 h"), is: 0.5, from: "x")]"#
    ));
    let bounds: Vec<_> = blueprint
        .expectations
        .iter()
        .map(|expectation| expectation.bound)
        .collect();
    assert_eq!(
        bounds,
        [
            Bound::Within(1.5, 1.5),
            Bound::AtMost(0.02),
            Bound::AtLeast(12.0),
            Bound::Is(0.5)
        ]
    );
    assert_eq!(
        blueprint.probes[0].at,
        Instant::from_micros(500 * MICROS_PER_HOUR)
    );
    assert_eq!(blueprint.probes[0].subject, "at/All(a, b)");
}

#[test]
fn services_may_need_each_other_in_a_loop() {
    let blueprint = lowered(
        r#"components: { "a": (needs: ["mail"]), "b": (needs: ["phone"]) },
          services: { "phone": (levels: [(name: "on", when: "a")]), "mail": (levels: [(name: "on", when: "b")]) }"#,
    );
    for watch in &blueprint.watches {
        assert_eq!(watch.below.len(), 4, "both components and both levels");
    }
}
