//! What exactly happens: instants that coincide, closing, losses, windows, counts that must agree.

use crate::bench::{
    Act, MINUTE, at, blueprint, class, constant, exponential, hotline, minutes, offers, play,
    play_with, rate, record, steps,
};
use ausfall::dist::Law;
use ausfall::model::calendar::{Calendar, Steps};
use ausfall::model::hotline::{Closing, Hotline, OnLoss, Surge};
use ausfall::model::ids::{HotlineId, Signal};
use ausfall::simulate::hotline::HotlineActor;
use ausfall::simulate::observe::{Happening, Silent};
use ausfall::simulate::outcome::{CallCount, HotlineUse};
use ausfall::units::{Instant, MICROS_PER_YEAR, Span};

fn fixed(span: Span) -> Law {
    Law::Deterministic(span.micros() as f64)
}

fn count(happened: &[(Instant, Happening)], wanted: fn(&Happening) -> bool) -> usize {
    happened.iter().filter(|(_, what)| wanted(what)).count()
}

fn answered(what: &Happening) -> bool {
    matches!(what, Happening::CallAnswered(..))
}

/// Calls waiting, integrated over the window [µs].
fn waiting_line(counted: &HotlineUse) -> i64 {
    counted.week.iter().map(|bin| bin.1).sum()
}

#[test]
fn a_profile_cut_into_pieces_brings_the_calls_of_the_whole() {
    let with = |profile| {
        let line = hotline(profile, constant(9), fixed(minutes(1)), None);
        offers(&record(&blueprint(line, minutes(2_000), 0), 0, &[]).1)
    };
    let whole = with(rate(&[(0, 0.5)]));
    let pieces: Vec<_> = (0..2_000).map(|minute| (minute, 0.5)).collect();
    let pieces = with(rate(&pieces));
    assert!(whole.len() > 800 && whole.len() == pieces.len());
    let apart = whole
        .iter()
        .zip(&pieces)
        .map(|(&one, &other)| (one - other).micros().abs());
    assert!(apart.max() <= Some(1), "rounding apart");
}

#[test]
fn an_agent_who_comes_in_the_instant_when_patience_ends_answers() {
    let with = |agents| {
        let line = hotline(
            rate(&[(0, 0.1)]),
            agents,
            fixed(minutes(1)),
            Some(fixed(minutes(3))),
        );
        record(&blueprint(line, minutes(100), 0), 0, &[]).1
    };
    let nobody = with(constant(0));
    let deadline = offers(&nobody)[0] + minutes(3);
    let late = |by: i64| {
        let from = deadline + Span::from_micros(by);
        let agents = vec![(Instant::START, 0), (from, 1), (from + Span::TICK, 0)];
        count(&with(Steps(agents.into())), answered)
    };
    assert_eq!((late(0), late(1)), (1, 0));
}

#[test]
fn a_call_that_ends_in_the_instant_when_patience_ends_frees_its_agent_first() {
    let with = |handling| {
        let line = hotline(
            rate(&[(0, 1.0)]),
            constant(1),
            handling,
            Some(fixed(minutes(30))),
        );
        record(&blueprint(line, minutes(60), 0), 0, &[]).1
    };
    let calls = offers(&with(fixed(minutes(60))));
    let tie = calls[1] + minutes(30) - calls[0];
    let happened = with(fixed(tie));
    let mut answers = happened.iter().filter(|(_, what)| answered(what));
    let gone = |(_, what): &&_| matches!(what, Happening::CallAbandoned(..));
    let next_gone = happened.iter().find(gone).map(|&(at, _)| at);
    assert_eq!(
        answers.nth(1).map(|&(at, _)| at),
        Some(calls[1] + minutes(30))
    );
    assert!(next_gone > Some(calls[1] + minutes(30)), "{next_gone:?}");
    let happened = with(fixed(tie + Span::TICK));
    assert_eq!(
        happened.iter().find(gone).map(|&(at, _)| at),
        Some(calls[1] + minutes(30))
    );
}

#[test]
fn callers_are_answered_in_the_order_in_which_they_came() {
    let mut line = hotline(rate(&[(0, 1.0)]), constant(2), exponential(3.0), None);
    line.classes = vec![class(0, 0), class(1, 0)];
    let (_, happened) = record(&blueprint(line, minutes(600), 0), 0, &[]);
    let classes = |wanted: fn(&Happening) -> Option<usize>| -> Vec<usize> {
        happened
            .iter()
            .filter_map(|(_, what)| wanted(what))
            .collect()
    };
    let came = classes(|what| match what {
        Happening::CallOffered(_, class) => Some(*class),
        _ => None,
    });
    let served = classes(|what| match what {
        Happening::CallAnswered(_, class) => Some(*class),
        _ => None,
    });
    assert!(served.len() > 300 && came.len() > served.len() + 100);
    assert_eq!(served, came[..served.len()]);
}

/// Open for the first hour of two, as is the only shift; far too many calls.
fn closing(closing: Closing) -> Hotline {
    let calls = rate(&[(0, 1.0), (60, 0.0)]);
    let mut line = hotline(calls, steps(&[(0, 2), (60, 0)]), fixed(minutes(5)), None);
    line.open = Calendar::Windows(vec![(at(0), at(60))].into());
    line.closing = closing;
    line
}

#[test]
fn whoever_waits_at_closing_time_is_served_out_in_overtime() {
    let (counted, _) = record(
        &blueprint(closing(Closing::ServeOut), minutes(600), 0),
        0,
        &[],
    );
    let calls = &counted.classes[0];
    assert!(calls.offered > 30);
    assert_eq!((calls.answered, calls.cut), (calls.offered, 0));
    assert_eq!(counted.busy, minutes(5 * i64::from(calls.offered)));
    assert_eq!(counted.staffed, minutes(120));
    assert!(counted.overtime > minutes(30) && counted.overtime < counted.busy);
}

#[test]
fn those_who_stayed_to_serve_out_are_gone_when_it_opens_again() {
    let mut line = closing(Closing::ServeOut);
    line.open = Calendar::Windows(vec![(at(0), at(60)), (at(400), at(500))].into());
    line.rate = rate(&[(0, 1.0), (60, 0.0), (400, 1.0), (500, 0.0)]);
    let (_, happened) = record(&blueprint(line, minutes(600), 0), 0, &[]);
    assert!(offers(&happened).iter().any(|&call| call > at(400)));
    let late = happened.iter().filter(|&&(when, _)| when > at(400));
    assert!(!late.into_iter().any(|(_, what)| answered(what)));
}

#[test]
fn whoever_waits_at_closing_time_is_cut_off_where_that_is_the_rule() {
    let (counted, happened) = record(
        &blueprint(closing(Closing::CutOff), minutes(600), 0),
        0,
        &[],
    );
    let calls = &counted.classes[0];
    assert!(calls.cut > 5);
    assert_eq!(calls.answered + calls.cut, calls.offered);
    assert_eq!(calls.abandoned, calls.cut, "a kind of abandonment");
    assert_eq!(calls.wait.micros(), waiting_line(&counted));
    let cut = happened
        .iter()
        .filter(|(_, what)| matches!(what, Happening::CallCut(..)));
    assert!(cut.into_iter().all(|&(when, _)| when == at(60)));
    assert!(
        counted.overtime <= minutes(10),
        "calls in progress are finished"
    );
}

/// Two agents, always short, with a need that is lost for minutes 30 to 50.
fn losing(on_loss: OnLoss) -> (HotlineUse, Vec<(Instant, Happening)>) {
    let mut line = hotline(rate(&[(0, 1.0)]), constant(2), fixed(minutes(7)), None);
    line.needs = vec![Signal(2)];
    line.on_loss = on_loss;
    let script = [
        (at(30), Act::Signal(2, false)),
        (at(50), Act::Signal(2, true)),
    ];
    record(&blueprint(line, minutes(100), 0), 1, &script)
}

#[test]
fn a_loss_that_cuts_ends_every_call_and_lets_nobody_in() {
    let (counted, happened) = losing(OnLoss::Cut);
    let lost = |&&(when, _): &&(Instant, Happening)| when >= at(30) && when < at(50);
    let cut = count(&happened, |what| matches!(what, Happening::CallCut(..)));
    let before = offers(&happened)
        .iter()
        .filter(|&&call| call < at(30))
        .count();
    let during = offers(&happened)
        .iter()
        .filter(|&&call| call > at(30) && call < at(50))
        .count();
    let ended = happened.iter().take_while(|&&(when, _)| when < at(30));
    let ended = ended
        .filter(|(_, what)| matches!(what, Happening::CallEnded(..)))
        .count();
    assert_eq!(cut, before - ended + during);
    assert_eq!(counted.classes[0].cut as usize, cut);
    assert_eq!(counted.classes[0].wait.micros(), waiting_line(&counted));
    assert!(!happened.iter().filter(lost).any(|(_, what)| answered(what)));
    assert!(during > 5);
}

#[test]
fn a_loss_that_keeps_calls_delays_each_by_its_length() {
    let (counted, happened) = losing(OnLoss::Keep);
    assert_eq!(counted.classes[0].cut, 0);
    let mut ends = happened
        .iter()
        .filter(|(_, what)| matches!(what, Happening::CallEnded(..)))
        .map(|&(at, _)| at)
        .filter(|&end| end > at(30));
    let mut begins: Vec<_> = happened
        .iter()
        .filter(|(_, what)| answered(what))
        .map(|&(at, _)| at)
        .collect();
    begins.retain(|&begin| begin < at(30) && begin + minutes(7) > at(30));
    assert_eq!(begins.len(), 2, "both agents are busy");
    for begin in begins {
        assert_eq!(ends.next(), Some(begin + minutes(7) + minutes(20)));
    }
    assert!(
        offers(&happened)
            .iter()
            .any(|&call| call > at(30) && call < at(50))
    );
}

#[test]
fn a_missing_signal_slows_the_calls_that_begin_meanwhile() {
    let mut line = hotline(rate(&[(0, 1.0)]), constant(50), fixed(minutes(4)), None);
    line.slowed_by = vec![(Signal(1), 1.5), (Signal(3), 2.0)];
    let blueprint = blueprint(line, minutes(1_000), 0);
    let lasted = |script: &[_]| {
        let (_, happened) = record(&blueprint, 0, script);
        let of = |wanted: fn(&Happening) -> bool| {
            happened
                .iter()
                .find(|(_, what)| wanted(what))
                .map(|&(at, _)| at)
                .unwrap()
        };
        of(|what| matches!(what, Happening::CallEnded(..))) - of(answered)
    };
    let missing = |signal| (Instant::START, Act::Signal(signal, false));
    assert_eq!(lasted(&[]), minutes(4));
    assert_eq!(lasted(&[missing(1)]), minutes(6));
    assert_eq!(lasted(&[missing(1), missing(3)]), minutes(12));
}

#[test]
fn surge_calls_that_meet_a_closed_hotline_are_outside_and_not_offered() {
    let mut blueprint = crate::surge::blueprint(1.0);
    blueprint.hotlines[0].open = Calendar::Windows(vec![(at(300), at(360))].into());
    blueprint.hotlines[0].rate = rate(&[(0, 0.0), (300, 0.2), (360, 0.0)]);
    let (counted, happened) = record(&blueprint, 0, &[(at(60), Act::Level(0, 0, 2, 1))]);
    let calls = &counted.classes[0];
    assert!(calls.outside > 700 && calls.surge == 0);
    assert_eq!(calls.offered as usize, offers(&happened).len());
}

#[test]
fn every_call_offered_has_one_outcome_and_waits_agree_with_the_waiting_line() {
    let mut line = hotline(
        rate(&[(0, 2.0)]),
        constant(9),
        exponential(5.0),
        Some(exponential(4.0)),
    );
    line.classes = vec![class(0, 0), class(1, 1)];
    line.pools = vec![line.pools[0].clone(), line.pools[0].clone()];
    line.within = vec![Span::ZERO, minutes(1)];
    // Through the clock change of 30 March.
    let (counted, happened) = record(&blueprint(line, Span::from_hours(24 * 90), 0), 0, &[]);
    let sum = |of: fn(&CallCount) -> i64| -> i64 { counted.classes.iter().map(of).sum() };
    let waiting = sum(|calls| {
        i64::from(calls.offered) - i64::from(calls.answered) - i64::from(calls.abandoned)
    });
    assert!((0..20).contains(&waiting));
    assert_eq!(waiting_line(&counted), sum(|calls| calls.wait.micros()));
    let bins: u32 = counted.week.iter().map(|bin| bin.0).sum();
    assert_eq!(i64::from(bins), sum(|calls| i64::from(calls.offered)));
    assert_eq!(bins as usize, offers(&happened).len());
    assert_eq!(i64::from(counted.normal.offered), i64::from(bins));
    assert!(
        counted
            .classes
            .iter()
            .all(|calls| calls.within[0] <= calls.within[1])
    );
    assert_eq!(counted.staffed, Span::from_hours(18 * 24 * 90));
}

#[test]
fn one_full_year_after_a_week_of_run_in_is_counted() {
    let mut line = hotline(
        rate(&[(0, 0.01)]),
        constant(1),
        exponential(90.0),
        Some(exponential(60.0)),
    );
    line.every = 3;
    let mut blueprint = blueprint(line, Span::from_micros(6 * MICROS_PER_YEAR), 0);
    blueprint.warm_up = Span::from_micros(MICROS_PER_YEAR / 2);
    let mut years = Vec::new();
    for replication in (0..60).step_by(3) {
        let (counted, happened) = record(&blueprint, replication, &[]);
        let (from, to) = counted.window;
        assert_eq!(to - from, Span::from_micros(MICROS_PER_YEAR));
        years.push((from - (Instant::START + blueprint.warm_up)).micros() / MICROS_PER_YEAR);
        let calls = offers(&happened);
        let inside = calls
            .iter()
            .filter(|&&call| call > from && call <= to)
            .count();
        assert_eq!(counted.classes[0].offered as usize, inside);
        assert!(
            calls
                .iter()
                .all(|&call| call <= to && from - call < Span::from_hours(168))
        );
        assert!(inside + 20 < calls.len(), "the run-in has calls too");
        assert!(happened.iter().all(|&(when, _)| when <= to));
        assert_eq!(counted.staffed, to - from);
        assert!(counted.busy < to - from);
    }
    // 20 draws of 5 years: a year is missed with chance 0.8²⁰ = 1 %.
    assert!((0..5).all(|year| years.contains(&year)), "{years:?}");
}

#[test]
fn only_replications_that_fall_to_it_simulate_the_hotline() {
    let mut line = hotline(rate(&[(0, 0.1)]), constant(1), fixed(minutes(1)), None);
    line.every = 4;
    let blueprint = blueprint(line, minutes(100), 0);
    let simulated = |number| play(&blueprint, number, &[], &mut Silent).is_some();
    let numbers: Vec<_> = (0..9).filter(|&number| simulated(number)).collect();
    assert_eq!(numbers, [0, 4, 8]);
}

#[test]
fn an_actor_that_has_lived_before_gives_the_same_as_a_new_one() {
    let mut line = hotline(
        rate(&[(0, 1.0)]),
        constant(3),
        exponential(5.0),
        Some(exponential(4.0)),
    );
    line.surge = Some(Surge {
        share: 0.2,
        within: minutes(60),
    });
    line.needs = vec![Signal(0)];
    let blueprint = blueprint(line, minutes(5_000), 1);
    let script = [
        (at(100), Act::Level(0, 0, 2, 1)),
        (at(200), Act::Signal(0, false)),
    ];
    let mut actor = HotlineActor::new(&blueprint, HotlineId(0));
    for number in [4, 0, 4] {
        let again = play_with(&mut actor, &blueprint, number, &script, &mut Silent);
        assert_eq!(again, play(&blueprint, number, &script, &mut Silent));
        assert!(again.is_some_and(|counted| counted.classes[0].offered > 100));
    }
}

#[test]
fn calls_in_a_half_hour_follow_the_profile_of_local_time() {
    // One call a minute on weekdays from 8 to 9 h local time, through the clock change of 30 March 2025.
    let mut profile = vec![(0, 0.0)];
    for day in 0..140_i64 {
        let summer = if day >= 83 { 60 } else { 0 };
        let start = day * 1_440 + 480 - summer;
        profile.extend([(start, 1.0), (start + 60, 0.0)]);
    }
    let line = hotline(
        rate(&profile),
        constant(9),
        fixed(Span::from_micros(MINUTE / 10)),
        None,
    );
    let (counted, _) = record(&blueprint(line, Span::from_hours(24 * 140), 0), 0, &[]);
    for (bin, &(calls, _)) in counted.week.iter().enumerate() {
        // 20 weeks of 30 calls: Poisson with mean 600, within 5 standard deviations.
        let expected = if matches!(bin % 48, 16 | 17) {
            600.0
        } else {
            0.0
        };
        let off = (f64::from(calls) - expected).abs();
        assert!(off <= 5.0 * f64::sqrt(expected), "half hour {bin}: {calls}");
    }
}
