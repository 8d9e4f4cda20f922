//! Hotlines: random small ones, each queue lived through a second time, call by call (ruling 16).
//!
//! When calls come is taken from the engine and held against the cumulative rate; what becomes of them is worked out anew, by a plain scan of
//! whatever may happen next, with the handling and the patience that each call drew. Left out: surges, needs of the hotline, several years.

use std::fmt::Write as _;

use ausfall::kernel::{Dense, Seed};
use ausfall::model::Blueprint;
use ausfall::model::calendar::Steps;
use ausfall::model::hotline::{Closing, Hotline};
use ausfall::model::ids::HotlineId;
use ausfall::scenario::{Overrides, load};
use ausfall::simulate::{Happening, Options};
use ausfall::units::{Instant, Span};

use crate::generator::Dice;
use crate::{SEED, Told, engine};

const ID: HotlineId = HotlineId(0);

/// A random scenario with one hotline.
fn scenario(number: u64) -> String {
    let mut dice = Dice::of(number, "hotline");
    let open = [
        "\"Mon-Fri 07:00-18:00\"",
        "\"daily 08:00-20:00\"",
        "\"always\"",
        "[\"Mon-Fri 08:00-12:00\", \"Mon-Fri 13:00-17:00\"]",
    ];
    let open = open[dice.below(open.len())];
    let shifts = |dice: &mut Dice| {
        let [early, late] = [1 + dice.below(3), 1 + dice.below(3)];
        match dice.below(3) {
            0 => format!("(\"daily 07:00-18:00\", {early})"),
            1 => format!("(\"daily 06:00-13:00\", {early}), (\"daily 13:00-18:00\", {late})"),
            _ => format!("(\"Mon-Sat 08:00-14:30\", {early}), (\"daily 15:00-20:00\", {late})"),
        }
    };
    let rule = ["Separate", "Pooled"][dice.below(2)];
    let closing = ["ServeOut", "CutOff"][dice.below(2)];
    let handling = [
        "\"20 min\"",
        "Exponential(mean: \"15 min\")",
        "Lognormal(median: \"12 min\", sigma: 0.8)",
    ];
    let handling = handling[dice.below(handling.len())];
    let patience = [
        "",
        "patience: \"10 min\", ",
        "patience: Exponential(mean: \"8 min\"), ",
        "patience: Weibull(shape: 2, mean: \"12 min\"), ",
    ];
    let patience = patience[dice.below(patience.len())];
    let (small, big) = (20 + dice.below(200), 20 + dice.below(300));
    let mut text = "(title: \"calls\", start: \"2025-03-28\", holidays: \"DE-NW\", horizon: \"200 h\", initially: New,\n".to_owned();
    text += "components: {\"a\": (fails: \"50 h\", repair: \"1 h\")}, services: {\"s\": (levels: [(name: \"l\", when: \"a\")])},\n";
    let _ = writeln!(
        text,
        "organisations: {{\"town\": (users: {small}, uses: []), \"city\": (users: {big}, uses: [])}},\n\
         hotlines: {{\"help\": (serves: {{\"town\": \"one\", \"city\": \"two\"}}, rule: {rule}, calls: \"10 / (user month)\",\n\
         open: {open}, profile: {{\"09:00-11:00\": 1.6}}, agents: {{\"one\": [{}], \"two\": [{}]}},\n\
         handling: {handling}, {patience}closing: {closing}, every: 1)}},\n\
         asks: [Abandoned(hotline: \"help\")])",
        shifts(&mut dice),
        shifts(&mut dice),
    );
    text
}

/// A call: its class, when it came, how long it takes, when its caller gives up.
#[derive(Clone, Copy)]
struct Call {
    class: usize,
    came: Instant,
    handling: Span,
    gives_up: Instant,
}

/// One queue with its agents.
struct Line {
    waiting: Vec<Call>,
    /// Calls in progress: end, number of happenings before the start, call.
    talking: Vec<(Instant, usize, Call)>,
    /// Agents who stay past closing time until nobody waits.
    kept: u32,
}

/// The calls that the engine offered, with their own luck.
fn calls(hotline: &Hotline, told: &Told) -> Vec<Call> {
    let seed = Seed::new(SEED);
    let mut streams: Vec<Dense> = hotline
        .classes
        .iter()
        .map(|class| seed.dense(class.arrivals, 0))
        .collect();
    let mut numbers = vec![0; streams.len()];
    let mut calls = Vec::new();
    for (when, what) in told {
        if let Happening::CallOffered(_, class) = *what {
            let [_, handling, patience, _] = streams[class].uniforms(numbers[class]);
            numbers[class] += 1;
            let gives_up = hotline.patience.as_ref().map_or(Instant::NEVER, |law| {
                *when + Span::drawn(law.quantile([patience, patience]))
            });
            calls.push(Call {
                class,
                came: *when,
                handling: Span::drawn(hotline.handling.quantile([handling, handling])),
                gives_up,
            });
        }
    }
    calls
}

/// ∫ of a step function from the start to `at`.
fn integral(steps: &Steps<f64>, at: Instant) -> f64 {
    let mut sum = 0.0;
    let mut from = Instant::START;
    while from < at {
        let next = steps.next_change(from).unwrap_or(at).min(at);
        sum += steps.at(from) * (next - from).micros() as f64;
        from = next;
    }
    sum
}

/// Base calls come where the cumulative rate grows by unit exponentials, to the microsecond.
fn check_arrivals(hotline: &Hotline, calls: &[Call]) {
    for (id, class) in hotline.classes.iter().enumerate() {
        let mut stream = Seed::new(SEED).dense(class.arrivals, 0);
        let mut wanted = 0.0;
        for (number, call) in (0..).zip(calls.iter().filter(|call| call.class == id)) {
            wanted -= libm::log(stream.uniforms(number)[0]);
            let [before, after] = [-1, 1].map(|tick| {
                class.users as f64 * integral(&hotline.rate, call.came + Span::from_micros(tick))
            });
            let slack = 1e-9 * wanted;
            assert!(
                before - slack <= wanted && wanted <= after + slack,
                "call {number}: {before} {wanted} {after}"
            );
        }
    }
}

/// What becomes of the calls.
fn second(b: &Blueprint, hotline: &Hotline, calls: &[Call]) -> Told {
    let mut told = Told::new();
    let mut lines: Vec<Line> = hotline
        .pools
        .iter()
        .map(|_| Line {
            waiting: Vec::new(),
            talking: Vec::new(),
            kept: 0,
        })
        .collect();
    let mut coming = calls.iter().copied().peekable();
    let (mut now, mut was_open) = (Instant::START, hotline.open.is_open(Instant::START));
    loop {
        let next = next_instant(hotline, &lines, coming.peek().map(|call| call.came), now);
        let Some(at) = next.filter(|&at| at <= b.end()) else {
            return told;
        };
        let before = now;
        now = at;
        let open = hotline.open.is_open(now);
        let closes = was_open && !open;
        was_open = open;
        for (pool, line) in lines.iter_mut().enumerate() {
            let agents = &hotline.pools[pool].agents;
            if closes {
                close(hotline, line, agents.at(before), now, &mut told);
            }
            line.serve(agents.at(now), now, &mut told);
        }
        while let Some((pool, end)) = first_end(&lines, now) {
            let (.., call) = lines[pool].talking.remove(end);
            told.push((now, Happening::CallEnded(ID, call.class)));
            lines[pool].serve(hotline.pools[pool].agents.at(now), now, &mut told);
        }
        for line in &mut lines {
            line.give_up(now, &mut told);
        }
        while let Some(call) = coming.next_if(|call| call.came == now) {
            let pool = hotline.classes[call.class].pool;
            told.push((now, Happening::CallOffered(ID, call.class)));
            lines[pool].waiting.push(call);
            lines[pool].serve(hotline.pools[pool].agents.at(now), now, &mut told);
        }
    }
}

/// Of the calls that end now, the one that began first: its line and place.
fn first_end(lines: &[Line], now: Instant) -> Option<(usize, usize)> {
    let ends = lines.iter().enumerate().flat_map(|(pool, line)| {
        let talking = line.talking.iter().enumerate();
        talking.map(move |(place, &(end, began, _))| (end, began, pool, place))
    });
    let due = ends.filter(|&(end, ..)| end == now).min();
    due.map(|(.., pool, place)| (pool, place))
}

/// The next instant after `now` at which anything can happen.
fn next_instant(
    hotline: &Hotline,
    lines: &[Line],
    comes: Option<Instant>,
    now: Instant,
) -> Option<Instant> {
    let shifts = hotline
        .pools
        .iter()
        .filter_map(|pool| pool.agents.next_change(now));
    let window = hotline
        .open
        .window(now)
        .into_iter()
        .flat_map(|(from, to)| [from, to]);
    let ends = lines
        .iter()
        .flat_map(|line| line.talking.iter().map(|&(end, ..)| end));
    let patience = lines
        .iter()
        .flat_map(|line| line.waiting.iter().map(|call| call.gives_up));
    let all = shifts
        .chain(window)
        .chain(ends)
        .chain(patience)
        .chain(comes);
    all.filter(|&at| at > now).min()
}

/// Closing time: the waiting are cut off, or those on duty stay for them.
fn close(hotline: &Hotline, line: &mut Line, on_duty: u32, now: Instant, told: &mut Told) {
    match hotline.closing {
        Closing::ServeOut => line.kept = line.kept.max(on_duty),
        Closing::CutOff => {
            for call in line.waiting.drain(..) {
                told.push((now, Happening::CallCut(ID, call.class)));
            }
        }
    }
}

impl Line {
    /// Agents who are free take the waiting, first come, first served.
    fn serve(&mut self, on_duty: u32, now: Instant, told: &mut Told) {
        while !self.waiting.is_empty() && self.talking.len() < on_duty.max(self.kept) as usize {
            let call = self.waiting.remove(0);
            told.push((now, Happening::CallAnswered(ID, call.class)));
            self.talking.push((now + call.handling, told.len(), call));
        }
        if self.waiting.is_empty() {
            self.kept = 0;
        }
    }

    fn give_up(&mut self, now: Instant, told: &mut Told) {
        let (gone, stay): (Vec<Call>, Vec<Call>) =
            self.waiting.iter().partition(|call| call.gives_up == now);
        self.waiting = stay;
        told.extend(
            gone.iter()
                .map(|call| (now, Happening::CallAbandoned(ID, call.class))),
        );
    }
}

fn is_of_a_call(what: &Happening) -> bool {
    matches!(
        what,
        Happening::CallOffered(..)
            | Happening::CallAnswered(..)
            | Happening::CallAbandoned(..)
            | Happening::CallEnded(..)
            | Happening::CallCut(..)
    )
}

#[test]
fn every_call_of_random_hotlines_fares_the_same() {
    let mut offered = 0;
    for number in 0..300 {
        let text = scenario(number);
        let blueprint = load(&text, &Overrides::default());
        let blueprint = blueprint
            .unwrap_or_else(|notes| panic!("{notes:#?}\n{text}"))
            .blueprint;
        let (mut told, _) = engine(&blueprint, 0, Options::default());
        told.retain(|(_, what)| is_of_a_call(what));
        let hotline = &blueprint.hotlines[0];
        let calls = calls(hotline, &told);
        check_arrivals(hotline, &calls);
        offered += calls.len();
        let second = second(&blueprint, hotline, &calls);
        assert!(
            told == second,
            "hotline {number}:\n{text}\n{}",
            crate::first_difference(&told, &second)
        );
    }
    assert!(offered > 50_000, "{offered} calls");
}
