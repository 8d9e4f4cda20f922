//! Objectives against what is reached, in words. What is reached is a recovery time *reached* (RTA), never an objective.

use crate::batch::results::{ObjectiveResult, Verdict};
use crate::report::numbers::{FEW_EVENTS, few_replications};
use crate::report::words::Words;
use crate::text::format::percent_concise;

/// The key of a verdict's word.
#[must_use]
pub const fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "verdict-met",
        Verdict::Missed => "verdict-missed",
        Verdict::Undecided => "verdict-undecided",
    }
}

/// The sign of a verdict, for terminals.
#[must_use]
pub const fn verdict_sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "✓",
        Verdict::Missed => "✗",
        Verdict::Undecided => "?",
    }
}

impl Words<'_> {
    /// What is aimed at, without what is tolerated: "RTO 4 h".
    #[must_use]
    pub fn target(&self, objective: &ObjectiveResult) -> String {
        self.target_as("objective", objective)
    }

    /// The same with abbreviations, for lists.
    #[must_use]
    pub fn target_in_short(&self, objective: &ObjectiveResult) -> String {
        self.target_as("objective-short", objective)
    }

    fn target_as(&self, prefix: &str, objective: &ObjectiveResult) -> String {
        let share = |x: f64| percent_concise(self.catalogue.language(), x);
        let target = match objective.kind.as_str() {
            "availability" | "answered-within" => share(objective.target),
            _ => self.catalogue.duration_set(objective.target),
        };
        let within = objective
            .within_h
            .map_or_else(String::new, |hours| self.catalogue.duration_set(hours));
        let scheme = if objective.scheme.is_empty() {
            "none"
        } else {
            objective.scheme.as_str()
        };
        let arguments = [
            ("target", target.into()),
            ("within", within.into()),
            ("scheme", scheme.into()),
        ];
        self.get(&format!("{prefix}-{}", objective.kind), &arguments)
    }

    /// What is wanted: "RTO 4 h, missed by at most 5 % of outages".
    #[must_use]
    pub fn wanted(&self, objective: &ObjectiveResult) -> String {
        let wanted = self.target(objective);
        let (kind, value) = &objective.tolerance;
        if kind.is_empty() {
            return wanted;
        }
        let share = percent_concise(self.catalogue.language(), *value);
        let tolerance = self.get(&format!("tolerance-{kind}"), &[("x", share.into())]);
        format!("{wanted}, {tolerance}")
    }

    /// What is reached, in a few words, with what is tolerated: "36 % of outages last longer, 5 % allowed".
    #[must_use]
    pub fn reached_in_short(&self, objective: &ObjectiveResult) -> String {
        let share = |x: f64| percent_concise(self.catalogue.language(), x);
        let key = match (objective.kind.as_str(), objective.tolerance.0.as_str()) {
            ("availability", _) => "short-availability",
            ("answered-within", _) => "short-answered",
            (_, "per-year") => "short-per-year",
            (_, "share-of-outages") => "short-longer",
            _ => "short-longer-none",
        };
        let arguments = [
            ("value", self.estimate("1", &objective.reached, 2).into()),
            ("tolerance", share(objective.tolerance.1).into()),
        ];
        self.get(key, &arguments)
    }

    /// What is reached, with its interval and, for times, the recovery times reached.
    #[must_use]
    pub fn reached(&self, objective: &ObjectiveResult) -> Vec<String> {
        let value = self.estimate("1", &objective.reached, 3);
        let interval = self.interval("1", &objective.reached, 3);
        let key = match objective.kind.as_str() {
            "availability" => "reached-availability",
            "answered-within" => "reached-answered",
            _ if objective.tolerance.0 == "per-year" => "reached-per-year",
            _ => "reached-longer",
        };
        let mut told = vec![self.get(
            key,
            &[("value", value.into()), ("interval", interval.into())],
        )];
        if !objective.reached_times_h.is_empty() {
            let times = objective.reached_times_h.iter();
            let times: Vec<String> = times
                .map(|(p, time)| self.reached_time(*p, self.estimate("h", time, 2)))
                .collect();
            told.push(self.get("reached-times", &[("times", times.join(", ").into())]));
        }
        told
    }

    fn reached_time(&self, p: f64, time: String) -> String {
        self.get(
            "reached-time",
            &[
                ("p", ((p * 100.0).round() as u64).to_string().into()),
                ("time", time.into()),
            ],
        )
    }

    /// The verdict's word, with the number of events it rests on and the reason where it is undecided.
    #[must_use]
    pub fn verdict(&self, objective: &ObjectiveResult) -> (String, String) {
        let (events, n) = (objective.reached.events, objective.reached.n);
        let (key, n) = match objective.verdict {
            Verdict::Undecided if few_replications(&objective.reached) => {
                ("verdict-few-replications", n)
            }
            Verdict::Undecided if events < FEW_EVENTS => ("verdict-few-events", events),
            _ => ("verdict-events", events),
        };
        (
            self.say(verdict_key(objective.verdict)),
            self.get(key, &[("n", n.into())]),
        )
    }

    /// One sentence over all objectives: how many are met, missed, undecided.
    #[must_use]
    pub fn verdicts(&self) -> String {
        let count = |verdict: Verdict| {
            self.results
                .objectives
                .iter()
                .filter(|objective| objective.verdict == verdict)
                .count() as u64
        };
        let arguments = [
            ("met", count(Verdict::Met).into()),
            ("missed", count(Verdict::Missed).into()),
            ("undecided", count(Verdict::Undecided).into()),
        ];
        self.get("verdicts", &arguments)
    }
}
