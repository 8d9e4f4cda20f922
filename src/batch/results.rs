//! The results of a batch, as `results.json` holds them: all that reports and charts need.
//!
//! Units: time `h`, rates `1/y`, shares `1`, user-hours `user h/y`. The same scenario, seed and number of replications give the
//! same bytes on any number of threads.

use serde::{Deserialize, Serialize};

use crate::model::parameter::{Inline, Parameter};
use crate::text::Wording;

/// Raised whenever the shape of `results.json` changes.
pub const FORMAT_VERSION: u32 = 2;
/// Raised whenever the numbers of the same scenario and seed change (*value-breaking*).
pub const RESULT_EPOCH: u32 = 1;

/// Results of a batch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// [`FORMAT_VERSION`].
    pub format: u32,
    /// What determines every byte.
    pub key: Key,
    /// What the scenario says of itself.
    pub about: About,
    /// The answers to `asks`, in order.
    pub asks: Vec<Answer>,
    /// Objectives against what is reached.
    pub objectives: Vec<ObjectiveResult>,
    /// `expect:` against what came out.
    pub expectations: Vec<ExpectationResult>,
    /// What answers and verdicts become at the ends of the assumptions' ranges; empty where that was not examined.
    #[serde(default)]
    pub bands: Vec<Band>,
    /// All measures, tidy.
    pub measures: Vec<Measure>,
    /// Shares of causes in outages.
    pub causes: Vec<CauseShare>,
    /// Who is hit: one row for each organisation, the hardest hit first, and one for each group.
    pub organisations: Vec<OrganisationResult>,
    /// Curves for the charts.
    pub curves: Vec<Curve>,
    /// Load of the hotlines over the week.
    pub hotline_weeks: Vec<HotlineWeek>,
    /// Years told outage by outage: P50, P90, P99 and the worst.
    pub stories: Vec<Story>,
    /// What never fired, cannot matter or was not seen.
    pub warnings: Vec<Warning>,
}

/// What determines every byte of the results.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Key {
    /// [`RESULT_EPOCH`].
    pub epoch: u32,
    /// BLAKE3 of the scenario.
    pub digest: String,
    /// Variant; empty for the base.
    pub variant: String,
    /// Settings from the command line that change the scenario (`--horizon`).
    pub set: Vec<(String, String)>,
    /// Master seed.
    pub seed: u64,
    /// Replications.
    pub replications: u64,
    /// Replications with which every assumption was run at each end of its range; 0: not examined.
    pub bands: u64,
    /// Length of one [h].
    pub horizon_h: f64,
    /// Full years counted in each.
    pub years: u32,
    /// Hotlines: (name, every so-manyth replication, replications simulated).
    pub hotlines: Vec<(String, u64, u64)>,
}

/// What the scenario says of itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// Title.
    pub title: Wording,
    /// Label of credibility.
    pub label: Wording,
    /// The question.
    pub question: Wording,
    /// What is left out.
    pub leaves_out: Vec<Wording>,
    /// What names are called when they are shown: patterns with `*`, the first that fits wins. All names in results are the
    /// scenario's own.
    #[serde(default)]
    pub names: Vec<(String, Wording)>,
    /// Time zone and start, `2025-01-01T00:00:00+01:00[Europe/Berlin]`.
    pub start: String,
    /// Named values with their marks.
    pub parameters: Vec<Parameter>,
    /// Numbers without a source.
    pub inline: Vec<Inline>,
}

/// An estimate with its interval. Never a bare number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The estimate; `None` where nothing can be estimated (no event seen and no sensible zero).
    pub estimate: Option<f64>,
    /// Lower end; `None`: no lower bound is given.
    pub low: Option<f64>,
    /// Upper end; `None`: no upper bound is given.
    pub high: Option<f64>,
    /// Confidence level of the interval [1]; one-sided bounds have 0.95, too.
    pub confidence: f64,
    /// Replications (or replication-years, calls' replications) that it rests on.
    pub n: u64,
    /// Events seen: outages, breaches, calls.
    pub events: u64,
    /// Replications with a non-zero value.
    pub n_eff: u64,
    /// Of what it rests on, how much is known only from below: outages open at the horizon, replications without the first event.
    #[serde(default)]
    pub censored: u64,
    /// Standard error, where the method has one.
    pub std_error: Option<f64>,
    /// How it was made: `t`, `hall`, `jackknife-ratio`, `wilson`, `clopper-pearson`, `rule-of-three`, `woodruff-32`, `kaplan-meier`, `order-statistic`, `batch-means`, `too-few`.
    pub method: String,
}

/// One row of the tidy table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// `service/payroll`, `organisation/partner 01`, `component/…`, `hotline/…`, `crew/…`, `cause/…`, `ask/3`.
    pub subject: String,
    /// Name of the measure, documented in `docs`.
    pub measure: String,
    /// Level of the service; empty if none.
    pub level: String,
    /// `24x7` or the name of the calendar.
    pub calendar: String,
    /// Unit.
    pub unit: String,
    /// Argument, such as the threshold (`24 h`) or the quantile; empty if none.
    pub at: String,
    /// What it is, as a key into the tables of `docs/results.md`: `crew/mean-wait`.
    #[serde(default)]
    pub definition: String,
    /// How well the scenario's numbers are known on which all rows rest: `sourced 3, assumed 2, unsourced 11`.
    #[serde(default)]
    pub rests_on: String,
    /// The number.
    #[serde(flatten)]
    pub value: Estimate,
}

impl Estimate {
    /// The same, with so much known only from below.
    #[must_use]
    pub fn with_censored(self, censored: u64) -> Self {
        Self { censored, ..self }
    }
}

/// The answer to one of `asks`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// What was asked, in the scenario's own words; empty if it gave none.
    pub label: Wording,
    /// Kind of the measure, a key of the message catalogue: `down-time`, `down-share`, `outages`, `longer`, `year-with-longer`,
    /// `mean-duration`, `ever`, `at`, `user-hours`, `service-level`, `abandoned`, `mean-wait`.
    pub kind: String,
    /// The row.
    pub row: Measure,
    /// Half-width of the interval relative to the estimate, of a share p to min(p, 1 − p); `None` where there is no two-sided interval.
    pub relative_half_width: Option<f64>,
    /// What control variates did to it; absent where none were used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controlled: Option<Controlled>,
}

/// What control variates did to an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Controlled {
    /// Counts of failures that serve as controls.
    pub controls: u64,
    /// By what factor they lower the variance of the estimate: so many times as many replications would do without them.
    pub reduction: Option<f64>,
    /// The estimate without them.
    pub plain: Estimate,
}

/// Whether an objective is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// The bound is inside.
    Met,
    /// The bound is outside.
    Missed,
    /// The interval contains the bound, or too few events were seen.
    Undecided,
}

/// An objective against what is reached (RTA, never called RTO).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ObjectiveResult {
    /// `service/payroll` or `hotline/IT hotline`.
    pub subject: String,
    /// Level.
    pub level: String,
    /// `rto`, `mtpd`, `availability`, `answered-within`.
    pub kind: String,
    /// What is wanted: the time [h], the availability [1], or the share answered [1].
    pub target: f64,
    /// For `answered-within` the time [h].
    pub within_h: Option<f64>,
    /// Tolerance: `share-of-outages`, `per-year` or empty, and its value [1].
    pub tolerance: (String, f64),
    /// Scheme of an availability class.
    pub scheme: String,
    /// What is reached: share of outages longer, probability per year, availability or share answered [1].
    pub reached: Estimate,
    /// For times: P50 and P90 of the outage durations, the reached recovery time (RTA) [h].
    pub reached_times_h: Vec<(f64, Estimate)>,
    /// The verdict.
    pub verdict: Verdict,
}

/// One assumption set to the ends of its range, everything else as it is, under the same random numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// Name of the parameter.
    pub parameter: String,
    /// The ends that were run, the low one first. An end that the scenario refuses (a rate of zero) is missing.
    pub ends: Vec<BandEnd>,
}

/// What comes out at one end of an assumption's range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BandEnd {
    /// The parameter's value there, as written in its `range`.
    pub setting: String,
    /// The answers there, one for each of [`Results::asks`], in their order and units.
    pub answers: Vec<Estimate>,
    /// The verdicts there, one for each of [`Results::objectives`], in their order. One that differs from the verdict of the
    /// results has flipped.
    pub verdicts: Vec<Verdict>,
}

/// An expectation against what came out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExpectationResult {
    /// The row, with a 99.9 % interval.
    pub row: Measure,
    /// `is`, `within`, `at-least`, `at-most`.
    pub bound: String,
    /// What is expected.
    pub expected: f64,
    /// Relative tolerance of `within`.
    pub tolerance: f64,
    /// (estimate − expected) / standard error.
    pub z: Option<f64>,
    /// Whether it holds.
    pub holds: bool,
    /// Source of the expected value.
    pub from: String,
}

/// The shares of one cause in the outages of one watch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CauseShare {
    /// Subject of the watch.
    pub subject: String,
    /// Level of the watch.
    pub level: String,
    /// Kind of the cause: `component`, `link`, `duct`, `shock`, `hazard`, `fail-back`, …
    pub kind: String,
    /// Name of the cause.
    pub cause: String,
    /// Share of the outages that it began [1].
    pub begun: Estimate,
    /// Share of the downtime rooted in it [1].
    pub rooted: Estimate,
    /// Share of the downtime in which it was failed [1]; `None` for what is no component. Adds to more than 1.
    pub present: Option<Estimate>,
}

/// How hard an organisation or a group is hit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrganisationResult {
    /// Name of the organisation or the group.
    pub name: String,
    /// Whether it is a group.
    pub group: bool,
    /// Members (1 for an organisation).
    pub members: u64,
    /// Users.
    pub users: u64,
    /// User-hours lost [user h/y].
    pub lost: Estimate,
    /// For groups: quantiles over years of the loss (`year`), of that of the worst day (`worst-day`, both user h) and of the most
    /// members down at once (`members-down`): (name, p, value).
    pub quantiles: Vec<(String, f64, Estimate)>,
    /// For groups: share of years without any loss [1].
    pub years_without: Option<Estimate>,
    /// For groups: share of the mean that comes from the worst 1 % of years [1].
    pub from_worst_percent: Option<f64>,
}

/// A curve with its band.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Curve {
    /// `outage-survival` (x: duration [h], y: share of outages longer [1]), `convergence` (x: replications, y: the estimate),
    /// `members-down` (x: members down at once, y: years with at least so many [1/y]).
    pub kind: String,
    /// Subject.
    pub subject: String,
    /// Level.
    pub level: String,
    /// Points (x, y, low, high).
    pub points: Vec<(f64, f64, f64, f64)>,
    /// Vertical marks: (`rto` or `mtpd` or `limit`, x).
    pub marks: Vec<(String, f64)>,
}

/// Load of a hotline over the local week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HotlineWeek {
    /// Which.
    pub hotline: String,
    /// Per half hour from Monday 00:00: mean calls offered, their 5 % and 95 % points between weeks, mean calls waiting.
    pub bins: Vec<(f64, f64, f64, f64)>,
    /// Agents on duty per half hour (all pools), in a week without holidays.
    pub agents: Vec<u32>,
}

/// One year told outage by outage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Story {
    /// `p50`, `p90`, `p99` or `worst`.
    pub kind: String,
    /// Rank among the worst, from 1; 0 otherwise.
    pub rank: u32,
    /// Replication.
    pub replication: u64,
    /// Year, from 0.
    pub year: u32,
    /// User-hours lost in it by all organisations.
    pub lost: f64,
    /// Timelines of the services: (service, levels' names, changes (hours since the year's start, level index; number of levels: down)).
    pub timelines: Vec<Timeline>,
    /// How the outages of the year came about, the costliest first; what began together by one root is one chain.
    pub chains: Vec<Chain>,
    /// Chains that are left out because there are too many.
    pub left_out: u64,
}

/// How one outage came about: from what failed first to the service's return (`docs/results.md`, *Chains*).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chain {
    /// Which service.
    pub service: String,
    /// The level below which it was.
    pub level: String,
    /// Whether that is its lowest level, so that it was down.
    pub lowest: bool,
    /// When it began [h since the replication's start].
    pub began_h: f64,
    /// When it began, in local time, `2027-03-04T05:06:07`.
    pub began: String,
    /// When it ended [h since the replication's start]; `None`: it is open at the horizon.
    pub ended_h: Option<f64>,
    /// How long it lasted; up to the horizon if it is open [h].
    pub lasted_h: f64,
    /// What it cost, were it the only outage; in a story, within its year [user h].
    pub lost: f64,
    /// Kind of its root cause: `component`, `shock`, `hazard`, `fail-back`, …
    pub kind: String,
    /// Name of its root cause.
    pub cause: String,
    /// Other services whose outages began with it by the same root.
    pub also: Vec<Companion>,
    /// What happened, in order of time.
    pub links: Vec<Link>,
    /// Links that are left out because there are too many.
    pub left_out: u64,
}

/// Another service that went with the one whose chain is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Companion {
    /// Which service.
    pub service: String,
    /// The level below which it was.
    pub level: String,
    /// Whether that is its lowest level, so that it was down.
    pub lowest: bool,
    /// How long [h].
    pub lasted_h: f64,
    /// Whether it is open at the horizon.
    pub open: bool,
}

/// One link of a chain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Hours since the replication's start [h].
    pub at_h: f64,
    /// Local time, `2027-03-04T05:06:07`.
    pub local: String,
    /// Key of the message catalogue, `chain-failed`.
    pub what: String,
    /// Whether it followed at once from the link before it.
    pub follows: bool,
    /// Whom it happened to; several where one cause did it in one instant.
    pub subjects: Vec<String>,
    /// What else it is about: cause, crew, entry, level, mode; empty if nothing.
    pub of: String,
    /// How long it took, lasts, or came after what it refers to [h].
    pub lasts_h: Option<f64>,
}

/// The levels of a service through a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Timeline {
    /// Which service.
    pub service: String,
    /// Its levels, best first.
    pub levels: Vec<String>,
    /// Changes: (hours since the year's start, index of the level; the number of levels: down), the first at 0.
    pub changes: Vec<(f64, usize)>,
}

/// One line of a trace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryLine {
    /// Hours since the replication's start [h].
    pub at_h: f64,
    /// Local time, `2027-03-04T05:06:07`.
    pub local: String,
    /// Key of the message catalogue, `story-failed`.
    pub what: String,
    /// Whom it happened to.
    pub subject: String,
    /// Named arguments of the message: level, cause, crew, until, members.
    pub arguments: Vec<(String, String)>,
}

/// Something that must not look like safety.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Warning {
    /// Key of the message catalogue: `warning-never-fired`, `warning-never-observed`, `warning-cannot-matter`, `warning-interrupted`, …
    pub kind: String,
    /// What it is about.
    pub subject: String,
}

impl Results {
    /// The bytes of `results.json`: indented, with the shortest floats that read back to the same value, and a line end.
    ///
    /// # Errors
    /// Never with results of a batch: they hold neither infinite numbers nor maps.
    pub fn to_json(&self) -> serde_json::Result<String> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        Ok(text)
    }

    /// Reads `results.json`.
    ///
    /// # Errors
    /// When the text is no JSON or has not the shape of this format version.
    pub fn from_json(text: &str) -> serde_json::Result<Self> {
        serde_json::from_str(text)
    }
}
