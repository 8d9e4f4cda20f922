//! The frame of the study: title, horizon, clock, and how things stand at the beginning.
//!
//! Knows nothing of what is simulated.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::model::blueprint::{About, Initially};
use crate::model::calendar::CivilClock;
use crate::model::holiday::Holidays;
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::meant;
use crate::scenario::schema::{Horizon, Scenario, Worded};
use crate::scenario::spans::{Form, Leaf, Place};
use crate::scenario::{Expanded, Overrides};
use crate::units::{Instant, MICROS_PER_YEAR, Span};

/// Longest horizon [y].
const LONGEST: i64 = 1000;
/// Longest horizon of a scenario with calendars [y]: each of their windows is laid out.
pub const LONGEST_WITH_CALENDARS: i64 = 200;
/// Replications that a scenario proposes if it says nothing.
const REPLICATIONS: u64 = 1000;
/// No batch is longer.
pub const MOST_REPLICATIONS: u64 = 1_000_000_000;

/// The frame.
#[derive(Debug)]
pub struct Study {
    /// Length of a replication.
    pub horizon: Span,
    /// Time not counted.
    pub warm_up: Span,
    /// Gaps that end no outage.
    pub settle_time: Span,
    /// The beginning.
    pub initially: Initially,
    /// Local time.
    pub clock: CivilClock,
    /// Days that count as Sundays.
    pub holidays: Holidays,
}

/// The length of a replication, or the most that it may have.
fn length(scenario: &Scenario) -> Option<&Leaf> {
    scenario.horizon.as_ref().map(|horizon| match horizon {
        Horizon::Length(length) => length,
        Horizon::Until { at_most, .. } => at_most,
    })
}

impl Study {
    /// An hour long, for scenarios whose own frame is not read yet.
    pub fn unread() -> Self {
        Self {
            horizon: Span::from_hours(1),
            warm_up: Span::ZERO,
            settle_time: Span::ZERO,
            initially: Initially::New,
            clock: CivilClock {
                start: jiff::Zoned::new(jiff::Timestamp::UNIX_EPOCH, TimeZone::UTC),
            },
            holidays: Holidays::None,
        }
    }

    /// The end of what calendars must cover; a horizon too long for them is refused elsewhere and not laid out.
    pub fn calendar_end(&self) -> Instant {
        Instant::START
            + self
                .horizon
                .min(Span::from_micros(LONGEST_WITH_CALENDARS * MICROS_PER_YEAR))
    }
}

impl Lowering<'_> {
    /// Reads the frame.
    pub fn read_study(&mut self, overrides: &Overrides) {
        let scenario = self.scenario;
        self.study.clock = self.clock(scenario);
        self.study.holidays = self.holidays(scenario.holidays.as_ref());
        self.study.horizon = self.horizon(scenario, overrides);
        let (warm_up, settle_time) = (scenario.warm_up.as_ref(), scenario.settle_time.as_ref());
        self.study.warm_up = warm_up.map_or(Span::ZERO, |leaf| self.setting(leaf));
        self.study.settle_time = settle_time.map_or(Span::ZERO, |leaf| self.setting(leaf));
        let words = [("New", Initially::New), ("Running", Initially::Running)];
        self.study.initially = self.word_or(scenario.initially.as_ref(), &words, Initially::New);
        if let Some(leaf) = warm_up
            && self.study.warm_up >= self.study.horizon
        {
            let message = say!("warm-up-too-long", horizon = self.study.horizon.to_string());
            self.report
                .fault("warm-up-too-long", &leaf.at, message)
                .help(say!("warm-up-too-long-help"));
        }
    }

    fn clock(&mut self, scenario: &Scenario) -> CivilClock {
        let zone_name = scenario
            .zone
            .as_ref()
            .map_or("Europe/Berlin", |leaf| leaf.text.as_str());
        let zone = TimeZone::get(zone_name).ok();
        if let (None, Some(leaf)) = (&zone, &scenario.zone) {
            self.report
                .fault(
                    "unknown-zone",
                    &leaf.at,
                    say!("unknown-zone", zone = zone_name),
                )
                .help(say!("unknown-zone-help"));
        }
        let date = self.start_date(scenario.start.as_ref());
        let start = date.to_zoned(zone.unwrap_or(TimeZone::UTC));
        CivilClock {
            start: start
                .unwrap_or_else(|_| jiff::Zoned::new(jiff::Timestamp::UNIX_EPOCH, TimeZone::UTC)),
        }
    }

    fn start_date(&mut self, leaf: Option<&Leaf>) -> Date {
        let default = Date::constant(2025, 1, 1);
        let Some(leaf) = leaf else { return default };
        let found = leaf
            .text
            .parse::<Date>()
            .ok()
            .filter(|date| (1900..=2500).contains(&date.year()));
        found.unwrap_or_else(|| {
            self.report
                .fault("bad-date", &leaf.at, say!("bad-date", text = &leaf.text))
                .help(match meant::of_date(&leaf.text) {
                    Some(text) => say!("write-help", text = text),
                    None => say!("bad-date-help"),
                });
            default
        })
    }

    fn holidays(&mut self, leaf: Option<&Leaf>) -> Holidays {
        let Some(leaf) = leaf else {
            return Holidays::None;
        };
        Holidays::named(&leaf.text).unwrap_or_else(|| {
            let known: Vec<_> = Holidays::names().collect();
            let meant = self.report.closest(&leaf.text, known.iter().copied());
            self.report
                .fault(
                    "unknown-holidays",
                    &leaf.at,
                    say!("unknown-holidays", text = &leaf.text),
                )
                .meant(meant)
                .help(say!("one-of-help", known = known.join(", ")));
            Holidays::None
        })
    }

    fn horizon(&mut self, scenario: &Scenario, overrides: &Overrides) -> Span {
        let leaf = match (&overrides.horizon, length(scenario)) {
            (Some(text), written) => Leaf {
                text: text.clone(),
                at: written.map_or(scenario.title.at(), |leaf| &leaf.at).clone(),
                form: Form::Text,
            },
            (None, Some(leaf)) => leaf.clone(),
            (None, None) => {
                self.report
                    .fault("no-horizon", scenario.title.at(), say!("no-horizon"))
                    .help(say!("no-horizon-help"));
                return Span::TICK;
            }
        };
        let horizon = self.positive_setting(&leaf);
        self.check_horizon(horizon, LONGEST, &leaf.at);
        horizon
    }

    fn check_horizon(&mut self, horizon: Span, longest: i64, at: &Place) {
        if horizon > Span::from_micros(longest * MICROS_PER_YEAR) {
            let message = say!(
                "horizon-too-long",
                horizon = horizon.to_string(),
                longest = longest.to_string()
            );
            self.report
                .fault("horizon-too-long", at, message)
                .help(say!("horizon-too-long-help"));
        }
    }

    /// Calendars bound the horizon.
    pub fn check_calendars(&mut self) {
        if self.uses_calendars {
            let title = self.scenario.title.at();
            let at = length(self.scenario).map_or(title, |leaf| &leaf.at).clone();
            self.check_horizon(self.study.horizon, LONGEST_WITH_CALENDARS, &at);
        }
    }

    /// What the scenario says of itself, apart from its numbers.
    pub fn about(&mut self, expanded: &Expanded) -> About {
        let scenario = self.scenario;
        let variants = scenario.variants.entries();
        let text = |text: &Option<Worded>| text.as_ref().map(Worded::wording).unwrap_or_default();
        About {
            title: scenario.title.wording(),
            label: text(&scenario.label),
            question: text(&scenario.question),
            names: self.read_names(),
            leaves_out: scenario.leaves_out.iter().map(Worded::wording).collect(),
            digest: expanded.digest.clone(),
            variant: expanded
                .overlay
                .as_ref()
                .map_or_else(String::new, |it| it.name.text.clone()),
            variants: variants
                .map(|(name, it)| (name.text.clone(), text(&it.label)))
                .collect(),
            replications: scenario.replications.as_ref().map_or(REPLICATIONS, |leaf| {
                self.count(leaf, 1, MOST_REPLICATIONS, None)
            }),
            ..About::default()
        }
    }
}
