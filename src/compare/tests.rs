//! Comparisons of small scenarios: what must come out exactly, and what must not depend on threads or on who is the base.

use std::ops::ControlFlow;

use super::results::{Difference, Verdict};
use super::{Compared, Comparison, Design, Refusal, run};
use crate::batch::{self, CONFIDENCE, Folder, Plan, Replicate, Simulator, Tally, term};
use crate::model::Blueprint;
use crate::scenario::{Overrides, load};
use crate::text::Wording;

/// A mail service on a pair and a switch, with a help desk; every kind of question is asked.
const MAIL: &str = r#"(
  title: "mail", horizon: "2 y", warm_up: "30 d", replications: 64, settle_time: "5 min",
  asks: [
    TimeBelow(service: "mail"), Share(service: "mail"), Count(service: "mail"), Count(service: "mail", longer_than: "8 h"),
    YearWith(service: "mail", longer_than: "4 h"), MeanDuration(service: "mail"), Ever(service: "mail"),
    At(of: All(["server", "switch"]), time: "2000 h"), UserHours(),
    ServiceLevel(hotline: "desk", within: "1 min"), Abandoned(hotline: "desk"), MeanWait(hotline: "desk"),
    Number(service: "mail"), Number(service: "mail", take: Variance), Number(service: "mail", at_least: 5),
    TotalDown(service: "mail"), TotalDown(service: "mail", at_most: "40 h"), TotalUp(service: "mail"),
    TotalUp(service: "mail", at_least: "16750 h"), ShareLonger(service: "mail", longer_than: "1 h"), MeanUpTime(service: "mail"),
    ReturnPeriod(service: "mail", longer_than: "4 h"), Longest(service: "mail"), Longest(service: "mail", take: P90),
    Ever(service: "mail", before: "1000 h"), Ever(service: "mail", longer_than: "8 h"),
    FirstTime(service: "mail", take: Median), FirstTime(service: "mail", take: Restricted), NumberUp(of: ["server", "switch"]),
    WorstDay(), MostDown(take: P50), MeanWait(crew: "hands"), AllBusy(crew: "hands"), SpeedOfAnswer(hotline: "desk"),
    WaitLonger(hotline: "desk", than: "0 s"), Waiting(hotline: "desk"), Busy(hotline: "desk"), AllBusy(hotline: "desk"),
  ],
  crews: {"hands": (people: 1)},
  components: {
    "server": (fails: Exponential(mean: "2000 h"), repair: Lognormal(median: "6 h", sigma: 0.8), crew: "hands"),
    "switch": (fails: Exponential(rate: "RATE / y"), repair: "4 h"),
  },
  services: {"mail": (levels: [(name: "normal", when: All(["server", "switch"]))])},
  organisations: {"office": (users: 20, uses: [(service: "mail", stops: "20 %")])},
  hotlines: {
    "desk": (serves: {"office": "desk"}, calls: "0.05 / (user h)", open: "always", agents: {"desk": [("always", 1)]}, every: 2,
      handling: Exponential(mean: "20 min"), patience: Exponential(mean: "10 min"), surge: (share: "50 %", within: "1 h")),
  },
)"#;

fn blueprint(text: &str) -> Blueprint {
    load(text, &Overrides::default())
        .expect("the scenario is in order")
        .blueprint
}

fn mail(rate: &str) -> Blueprint {
    blueprint(&MAIL.replace("RATE", rate))
}

fn design(name: &str, blueprint: Blueprint) -> Design {
    Design {
        name: name.to_owned(),
        label: Wording::default(),
        file: name.to_owned(),
        variant: String::new(),
        blueprint,
    }
}

fn plan(replications: u64, threads: usize) -> Plan {
    Plan {
        seed: 3,
        replications,
        threads,
        ..Plan::of(&mail("1"))
    }
}

fn compared(designs: &[Design], base: usize, plan: &Plan) -> Compared {
    run(designs, base, plan, &mut |_| ControlFlow::Continue(()))
        .expect("the designs can be compared")
}

fn three() -> [Design; 3] {
    [("as is", "1"), ("better", "0.2"), ("worse", "3")].map(|(name, rate)| design(name, mail(rate)))
}

fn all(comparison: &Comparison) -> impl Iterator<Item = &Difference> {
    comparison.asks.iter().flat_map(|ask| &ask.designs)
}

#[test]
fn a_design_compared_with_itself_differs_by_exactly_nothing() {
    let twins = ["one", "two"].map(|name| design(name, mail("1")));
    let found = compared(&twins, 0, &plan(100, 2));
    assert_eq!(all(&found.comparison).count(), 38);
    for of in all(&found.comparison) {
        assert_eq!(of.verdict, Verdict::Equal, "{of:?}");
        assert_eq!(
            (of.difference.estimate, of.difference.events),
            (Some(0.0), 0)
        );
        assert_eq!(of.counts.equal, of.difference.n);
    }
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let designs = three();
    let bytes = |threads| {
        let found = compared(&designs, 0, &plan(48, threads));
        let results = found.results.iter().map(|of| of.to_json().expect("plain"));
        let comparison = serde_json::to_string(&found.comparison).expect("plain");
        (comparison, results.collect::<Vec<_>>())
    };
    let one = bytes(1);
    assert_eq!(one, bytes(2));
    assert_eq!(one, bytes(7));
}

#[test]
fn every_design_has_the_results_of_its_own_batch_but_for_the_stories() {
    let designs = three();
    let found = compared(&designs, 0, &plan(64, 2));
    for (design, results) in designs.iter().zip(&found.results) {
        let mut own = batch::run(&design.blueprint, &plan(64, 1), &mut |_| {
            ControlFlow::Continue(())
        })
        .expect("it can be simulated")
        .results;
        own.stories.clear();
        assert_eq!(*results, own, "{}", design.name);
    }
}

#[test]
fn the_paired_difference_is_the_difference_of_the_answers_and_a_rarer_failure_is_better() {
    let found = compared(&three(), 0, &plan(120, 2)).comparison;
    for ask in &found.asks {
        let base = ask.base.row.value.estimate.expect("all is seen");
        for of in &ask.designs {
            let (value, difference) = (of.value.estimate.unwrap(), of.difference.estimate.unwrap());
            assert!(
                (value - base - difference).abs() <= 1e-9 * base.abs().max(value),
                "{}: {base} {value} {difference}",
                ask.base.kind
            );
        }
    }
    let verdicts = |kind: &str| {
        let ask = found.asks.iter().find(|ask| ask.base.kind == kind).unwrap();
        ask.designs.iter().map(|of| of.verdict).collect::<Vec<_>>()
    };
    for kind in ["down-time", "outages", "user-hours"] {
        assert_eq!(verdicts(kind), [Verdict::Better, Verdict::Worse], "{kind}");
    }
}

#[test]
fn changing_sides_turns_every_difference_and_verdict() {
    let designs = three();
    let (there, back) = (
        compared(&designs, 0, &plan(80, 2)).comparison,
        compared(&designs, 1, &plan(80, 2)).comparison,
    );
    for (there, back) in there.asks.iter().zip(&back.asks) {
        let (there, back) = (&there.designs[0], &back.designs[0]);
        assert_eq!(there.counts.better, back.counts.worse);
        assert_eq!(there.difference.events, back.difference.events);
        let turned = match back.verdict {
            Verdict::Better => Verdict::Worse,
            Verdict::Worse => Verdict::Better,
            verdict => verdict,
        };
        assert_eq!(there.verdict, turned);
    }
}

#[test]
fn what_single_replications_say_adds_up_to_what_all_say() {
    let blueprint = mail("1");
    let plan = plan(40, 1);
    let wanted: Vec<_> = blueprint.asks.iter().map(|ask| ask.wanted).collect();
    let asked = wanted.iter().copied().map(Some).collect();
    let reader = term::Reader::new(&blueprint, asked);
    let (mut simulator, mut folder) = (Simulator::new(&blueprint, &plan), Folder::new(&blueprint));
    let mut sums = vec![(0, 0); wanted.len()];
    for replication in 0..plan.replications {
        let outcome = simulator.outcome(replication).expect("it can be simulated");
        for (sum, said) in sums.iter_mut().zip(reader.read(outcome)) {
            let said = said.unwrap_or_default();
            *sum = (sum.0 + said.above, sum.1 + said.below);
        }
        folder.add(outcome, replication);
    }
    let tally: Tally = folder.into_tally();
    let answers = batch::derive(&blueprint, &plan, &tally).asks;
    for ((&wanted, sum), answer) in wanted.iter().zip(&sums).zip(&answers) {
        let parts = tally
            .parts
            .iter()
            .map(|part| term::of_part(&blueprint, wanted, part));
        let whole = parts.fold((0, 0), |sum, part| (sum.0 + part.above, sum.1 + part.below));
        assert_eq!(*sum, whole, "{}", answer.kind);
        if term::form(wanted) == term::Form::Whole {
            continue;
        }
        let value = sum.0 as f64 / sum.1 as f64 * term::scale(&blueprint, wanted);
        let told = answer.row.value.estimate.expect("all is seen");
        assert!(
            (value - told).abs() <= 1e-9 * told,
            "{}: {value} {told}",
            answer.kind
        );
    }
}

#[test]
fn few_replications_that_differ_give_no_verdict() {
    let rare = [
        design("as is", mail("0.02")),
        design("never", mail("0.000001")),
    ];
    let found = compared(&rare, 0, &plan(100, 2)).comparison;
    let down = &found.asks[0].designs[0];
    assert!((1..20).contains(&down.difference.events), "{down:?}");
    assert_eq!((down.verdict, down.difference.low), (Verdict::TooFew, None));
    assert!((down.difference.confidence - CONFIDENCE).abs() < 1e-12);
}

#[test]
fn an_interrupted_comparison_covers_a_prefix_that_all_designs_lived_through() {
    let designs = three();
    let stopped = run(&designs, 0, &plan(1_000_000, 2), &mut |_| {
        ControlFlow::Break(())
    })
    .expect("an interruption is no fault");
    let done = stopped.comparison.key.replications;
    assert!(done < 1_000_000);
    let same = compared(&designs, 0, &plan(done, 1)).comparison;
    assert_eq!(stopped.comparison.asks, same.asks);
}

#[test]
fn designs_that_cannot_be_compared_are_refused_by_name() {
    let longer = blueprint(&MAIL.replace("RATE", "1").replace("2 y", "3 y"));
    let designs = [design("one", mail("1")), design("two", longer)];
    let refused =
        |designs: &[Design]| run(designs, 0, &plan(8, 1), &mut |_| ControlFlow::Continue(())).err();
    assert_eq!(refused(&designs), Some(Refusal::OtherWindow(1)));
    let mut silent = mail("1");
    silent.asks.clear();
    let designs = [design("one", silent), design("two", mail("1"))];
    assert_eq!(refused(&designs), Some(Refusal::NothingAsked));
}
