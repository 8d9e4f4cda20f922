//! What a scenario file can say: typed fragments whose leaves keep their text and place.
//!
//! This is the language as written; quantities are still text (they may be parameters or hold template holes), names are not yet
//! resolved. Reading a leaf and resolving a name is `lower`'s business.

use crate::scenario::spans::{Leaf, Name, Part, Place, Table};

/// A whole file.
pub struct Scenario {
    pub title: Leaf,
    pub label: Option<Leaf>,
    pub question: Option<Leaf>,
    /// What the model leaves out, sentences for the report.
    pub leaves_out: Vec<Leaf>,
    /// IANA name; default "Europe/Berlin".
    pub zone: Option<Leaf>,
    /// Holidays that calendars respect: "DE-NW", "DE-SN", "DE-ST", "none"; default "none".
    pub holidays: Option<Leaf>,
    /// Civil date of the start; default "2025-01-01".
    pub start: Option<Leaf>,
    pub horizon: Option<Leaf>,
    pub warm_up: Option<Leaf>,
    pub settle_time: Option<Leaf>,
    /// `New` or `Running`; default New.
    pub initially: Option<Leaf>,
    /// Number of replications `run` makes without --replications.
    pub replications: Option<Leaf>,
    pub asks: Vec<Part<Ask>>,
    pub expect: Vec<Part<Expectation>>,
    pub parameters: Table<Parameter>,
    pub templates: Table<Template>,
    pub uses: Vec<Part<Use>>, // field `use`
    pub body: Body,
}

/// The tables that a scenario and a template share.
pub struct Body {
    pub sites: Table<Site>,
    pub nodes: Table<Node>,
    pub components: Table<Component>,
    pub ducts: Table<Duct>,
    pub links: Table<Link>,
    pub shared_causes: Table<SharedCause>,
    pub services: Table<Service>,
    pub crews: Table<Crew>,
    pub organisations: Table<Organisation>,
    pub hotlines: Table<Hotline>,
}

/// `"beta": (is: "10 %", range: ("1 %", "30 %"), from: Assumption("…"))`
pub struct Parameter {
    pub is: Leaf,
    pub range: Option<(Leaf, Leaf)>,
    pub from: Mark,
}

/// `Press("F12")`, `Verified(…)`, `Computed(…)`, `Derived(…)`, `Unverified(…)`, `Assumption(…)`
pub struct Mark {
    pub kind: MarkKind,
    pub text: Leaf,
}
pub enum MarkKind { Press, Verified, Computed, Derived, Unverified, Assumption }

/// `"partner": (with: ["name", "users", "km"], organisations: {…}, links: {…})`
pub struct Template {
    pub with: Vec<Name>,
    pub body: Body,
}

/// `(template: "partner", named: "partner {01..28}", split: {…})` or `(template: "building", for_each: [{"site": "lwl house"}, …])`.
/// A template used once with no arguments: `for_each: [{}]`. With `named:` the argument "name" is the instance's name.
pub struct Use {
    pub template: Name,
    pub for_each: Vec<Part<Table<Leaf>>>,
    pub named: Option<Leaf>,
    pub split: Table<Split>,
    /// Arguments that are the same for all instances.
    pub all: Table<Leaf>,
}

/// Amounts over the instances. Totals split by largest remainder into whole numbers.
pub enum Split {
    /// `Zipf(total: 20000, exponent: 1)`
    Zipf { total: Leaf, exponent: Leaf },
    /// `Equal(total: 17000)`
    Equal { total: Leaf },
    /// `Shares(total: 17000, law: Lognormal(median: 1, sigma: 1.2))`: weights at the quantiles (i−½)/n of the law
    Shares { total: Leaf, law: Law },
    /// `Spread(Uniform(min: 5, max: 60))`: instance i of n gets the quantile (i−½)/n
    Spread(Law),
}

/// `"city building": (coordinates: (51.95, 7.63), rooms: ["room lwl 2", "room citeq"], hazards: {…})`
pub struct Site {
    /// `(lat, lon)` or `Unknown`; default Unknown.
    pub coordinates: Option<(Leaf, Leaf)>,
    pub rooms: Vec<Name>,
    pub hazards: Table<Hazard>,
}

/// `(rate: "fire rate", strikes: Each("50 %"), lasts: Lognormal(…), effect: Suspends)`
pub struct Hazard {
    pub rate: Leaf,
    pub strikes: Strikes,
    pub lasts: Law,
    /// default Suspends
    pub effect: Option<Effect>,
}
pub enum Strikes { All(Place), Each(Leaf) }
pub enum Effect { Suspends, Damages(Leaf) }

pub struct Node {
    /// What must hold for a path to pass: expressions, all of them.
    pub needs: Vec<Expr>, // a single expression may stand without brackets
}

/// A thing that fails and is repaired. With a single failure mode its fields stand inline; `modes:` names several.
pub struct Component {
    pub at: Option<Name>,
    /// Entries are `Hard(expr)`, `Delayed(on:…)`, `ToStart(expr)`; a bare expression means Hard.
    pub needs: Vec<Part<Need>>,
    pub mode: Mode,               // inline fields
    pub modes: Table<Mode>,
    /// `Hot` (default), `Warm("10 %")`, `Cold`
    pub standby: Option<Standby>,
    pub stock: Option<Stock>,
    pub restart: Option<Law>,
    pub bypass_after: Option<Leaf>,
    /// `parts: 3, enough: 2` makes components NAME #1…#3 and the gate NAME.
    pub parts: Option<Leaf>,
    pub enough: Option<Leaf>,
}

/// A failure mode.
pub struct Mode {
    pub fails: Option<Law>,
    pub detection: Option<Law>,
    /// A law, or `Never` (default where `fails` is given is a fault: say `repair: Never`).
    pub repair: Option<Repair>,
    pub crew: Option<Name>,
    pub priority: Option<Leaf>,
    /// `WhileUp` (default) or `Always`
    pub ages: Option<Leaf>,
    /// `ThisMode` (default) or `All`
    pub renews: Option<Leaf>,
    /// `Continues` (default) or `Suspended`
    pub repairs: Option<Leaf>,
    /// restart after repair of this mode (inside `modes:` only; inline, `restart` is the component's and `restart_after_repair` this)
    pub restart_after_repair: Option<Law>,
}
pub enum Repair { Law(Law), Never(Place) }

pub enum Need {
    Hard(Expr),
    Delayed {
        on: Expr,
        autonomy: Law,
        carried_by: Option<Expr>,
        /// `AtOnce` (default), `Full(after: law)`, `Linear(over: span)`
        recharge: Option<Recharge>,
        recharged_by: Option<Expr>,
    },
    ToStart(Expr),
}
pub enum Recharge { AtOnce, Full { after: Law }, Linear { over: Leaf } }
pub enum Standby { Hot, Warm(Leaf), Cold }

pub struct Stock {
    pub autonomy: Leaf,
    pub delivery: Option<Law>,
}

pub struct Duct {
    pub km: Option<Leaf>,
    /// a rate per km
    pub cuts: Option<Leaf>,
    /// besides or instead of cuts: a law
    pub fails: Option<Law>,
    pub detection: Option<Law>,
    pub repair: Option<Repair>,
    pub crew: Option<Name>,
    pub priority: Option<Leaf>,
}

pub struct Link {
    pub between: (Name, Name),
    pub through: Vec<Name>,
    pub km: Option<Leaf>,
    pub cuts: Option<Leaf>,
    pub fails: Option<Law>,
    pub detection: Option<Law>,
    pub repair: Option<Repair>,
    pub crew: Option<Name>,
    pub priority: Option<Leaf>,
    /// expressions that must hold besides
    pub needs: Vec<Expr>,
}

/// Either a beta group `(members: "cooling a #*", beta: "10 %", repaired: Each)`
/// or a shock `(rate: "1 / y", strikes: {"a": "50 %", "b #*": "100 %"}, repaired: Once(repair: …, crew: …))`.
pub struct SharedCause {
    /// selectors
    pub members: Vec<Name>, // a single one may stand without brackets
    pub beta: Option<Leaf>,
    pub rate: Option<Leaf>,
    pub strikes: Table<Leaf>,
    pub repaired: Option<Repaired>, // no default: missing is a fault that explains the factor of two
}
pub enum Repaired {
    Each,
    Once { repair: Law, detection: Option<Law>, crew: Option<Name>, priority: Option<Leaf> },
}

pub struct Service {
    pub levels: Vec<Part<Level>>,
    pub objectives: Vec<Part<Objective>>,
}

/// `(name: "emergency", when: Any([…]), at_most: "72 h", regain: "24 h")`
pub struct Level {
    pub name: Name,
    pub when: Expr,
    pub at_most: Option<Leaf>,
    pub regain: Option<Leaf>,
    /// `NextLevel` (default) or `Continue`
    pub then: Option<Leaf>,
    pub setup: Option<Law>,
}

/// `(level: "normal", rto: "24 h", mtpd: "72 h", availability: "99.9 %", scheme: "BSI VK 2", tolerance: "5 % of outages")`
pub struct Objective {
    pub level: Option<Name>,
    pub rto: Option<Leaf>,
    pub mtpd: Option<Leaf>,
    pub availability: Option<Leaf>,
    pub scheme: Option<Leaf>,
    /// `"5 % of outages"` or `"1 % / y"`
    pub tolerance: Option<Leaf>,
}

/// `(people: 2, hours: "Mon-Fri 07:00-18:00", on_call: (hours: "always", arrival: Triangular(…)), overtime: true)`
pub struct Crew {
    pub people: Leaf,
    /// default "always"; several: `["Mon-Fri 07:00-12:00", "Mon-Fri 13:00-18:00"]`; overlap is a fault
    pub hours: Vec<Leaf>,
    pub on_call: Option<OnCall>,
    pub overtime: Option<Leaf>,
}
pub struct OnCall { pub hours: Vec<Leaf>, pub arrival: Law }

pub struct Organisation {
    pub users: Leaf,
    /// node; default: the node with the organisation's own name if links or nodes mention it
    pub node: Option<Name>,
    /// `(service: "payroll", at: "citeq", stops: "3 %")` or `stops: {"emergency": "40 %", "down": "80 %"}`
    pub uses: Vec<Part<UsesService>>,
}
pub struct UsesService {
    pub service: Name,
    pub at: Option<Name>,
    pub stops: Stops,
}
pub enum Stops { Down(Leaf), Levels(Table<Leaf>) }

pub struct Hotline {
    /// selector of organisations → desk
    pub serves: Table<Leaf>,
    /// `Pooled` or `Separate`
    pub rule: Option<Leaf>,
    /// rate per user
    pub calls: Leaf,
    pub open: Vec<Leaf>,
    /// factors: time of day "09:00-11:00", weekday "Mon"; normalised to mean 1 over the open hours of a week without holidays
    pub profile: Table<Leaf>,
    /// desk → [("Mon-Fri 07:00-18:00", 10), …]; overlap is a fault
    pub agents: Table<Vec<(Leaf, Leaf)>>,
    pub handling: Law,
    pub patience: Option<Law>,
    pub surge: Option<SurgeSpec>,
    /// `Soft(on: expr, handling: 1.5)` or `Hard(expr)`
    pub needs: Vec<Part<HotlineNeed>>,
    /// `Cut` (default) or `Keep`
    pub on_loss: Option<Leaf>,
    /// `ServeOut` (default) or `CutOff`
    pub closing: Option<Leaf>,
    pub objectives: Vec<Part<AnsweredWithin>>,
    /// default 1
    pub every: Option<Leaf>,
}
pub struct SurgeSpec { pub share: Leaf, pub within: Leaf }
pub enum HotlineNeed { Soft { on: Expr, handling: Leaf }, Hard(Expr) }
/// `(answered: "75 %", within: "30 s")`
pub struct AnsweredWithin { pub answered: Leaf, pub within: Leaf }

/// An entry of `asks`: a measure, or `(label: "…", measure: …)`.
pub struct Ask { pub label: Option<Leaf>, pub measure: MeasureExpr }

/// `(measure: Abandoned(hotline: "desk"), is: 0.1429, from: "REF-034")`; also `within: "5 %"` beside `is`, `at_least`, `at_most`.
pub struct Expectation {
    pub measure: MeasureExpr,
    pub is: Option<Leaf>,
    pub within: Option<Leaf>,
    pub at_least: Option<Leaf>,
    pub at_most: Option<Leaf>,
    pub from: Leaf,
}

/// The measures. `of` is a service (then `level`, default the lowest: the outage is *below* this level) or an expression (not holding).
pub enum MeasureExpr {
    /// Time below a level [h/y]: `TimeBelow(service: "LWL critical", level: "normal")`
    TimeBelow { service: Name, level: Option<Name> },
    /// Share of time in which an expression does not hold [1]: `Share(down: Any(["a", "b"]))`; of a service: `Share(service:…, level:…)`
    Share { down: Option<Expr>, service: Option<Name>, level: Option<Name> },
    /// Outages [1/y]: `Count(AllDown(["a", "b"]))`, `Count(service: "s", level: "normal")`; with `longer_than: "24 h"` only those
    Count { of: Observed, longer_than: Option<Leaf> },
    /// Probability of at least one in a year: `YearWith(service: "s", longer_than: "24 h")`
    YearWith { of: Observed, longer_than: Option<Leaf> },
    /// Episodes in which the level is demanded [1/y]: `Demanded(service: "s", level: "emergency", longer_than: "limited period")`
    Demanded { service: Name, level: Name, longer_than: Option<Leaf> },
    /// Mean duration of an outage [h]
    MeanDuration { of: Observed },
    /// Probability that an outage begins before the horizon ends [1]
    Ever { of: Observed },
    /// Probability that the expression holds at the instant [1]: `At(All(["a"]), time: "500 h")`
    At { expr: Expr, time: Leaf },
    /// `UserHours(of: "partner *")` [user h/y]
    UserHours { of: Option<Name> },
    /// `ServiceLevel(hotline: "IT hotline", within: "30 s", weeks: Normal)` [1]
    ServiceLevel { hotline: Name, within: Leaf, weeks: Option<Leaf> },
    /// `Abandoned(hotline: "x")` [1]
    Abandoned { hotline: Name },
    /// `MeanWait(hotline: "x")`, of all offered calls [h in results; shown in a fitting unit]
    MeanWait { hotline: Name },
}
pub enum Observed { AllDown(Vec<Expr>), Down(Expr), Service { service: Name, level: Option<Name> } }

/// An expression over components, parts, links, rooms, services and reachability.
pub struct Expr { pub what: Gate, pub at: Place }
pub enum Gate {
    Ref(Name),
    All(Vec<Expr>),
    Any(Vec<Expr>),
    AtLeast(Leaf, Vec<Expr>),
    Reach(Name, Name),
    First {
        of: Vec<Expr>,
        delay: Option<Law>,
        success: Option<Leaf>,
        manual: Option<Repair>,
        activation: Option<Law>,
        fail_back: Option<Leaf>,
    },
}

/// A law, or a single span (deterministic).
pub struct Law { pub what: LawKind, pub at: Place }
pub enum LawKind {
    Constant(Leaf),
    Exponential { mean: Option<Leaf>, rate: Option<Leaf> },
    Weibull { shape: Leaf, mean: Option<Leaf>, scale: Option<Leaf> },
    Lognormal { median: Option<Leaf>, mean: Option<Leaf>, sigma: Option<Leaf>, p95: Option<Leaf> },
    Gamma { shape: Leaf, mean: Leaf },
    Erlang { phases: Leaf, mean: Leaf },
    Uniform { min: Leaf, max: Leaf },
    Triangular { min: Leaf, mode: Leaf, max: Leaf },
    /// `Empirical(["1 h", "2 h", …])`: the values with equal weight
    Empirical(Vec<Leaf>),
    /// `Mixture([("80 %", law), ("20 %", law)])`
    Mixture(Vec<(Leaf, Law)>),
}
