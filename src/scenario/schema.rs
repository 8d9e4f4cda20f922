//! What a scenario file can say: typed fragments whose leaves keep their text and place.
//!
//! This is the language as written; quantities are still text (they may be parameters or hold template holes), names are not yet
//! resolved. Reading a leaf as a quantity and resolving a name is `lower`'s business.

mod expression;
mod law;
mod measure;
mod worded;

use crate::scenario::spans::{Leaf, Name, Part, Place, Table};
use crate::scenario::variant::Variant;

pub use expression::{Expr, Gate};
pub use law::{Law, LawKind};
pub use measure::{Ask, Expectation, Horizon, MeasureExpr, Observed};
pub use worded::Worded;

record! {
    /// A whole file.
    pub struct Scenario {
        /// What the study is called.
        pub title: Worded,
        /// How credible it is, such as "illustrative, based on press reports".
        pub label: Option<Worded>,
        /// The question that it answers.
        pub question: Option<Worded>,
        /// What the model leaves out, sentences for the report.
        pub leaves_out: Vec<Worded>,
        /// What names of things and levels are called in summary, report and charts; `*` carries over the text it stands for.
        pub names: Table<Worded>,
        /// IANA name; default "Europe/Berlin".
        pub zone: Option<Leaf>,
        /// Holidays that calendars respect: "DE-NW", "DE-SN", "DE-ST", "none"; default "none".
        pub holidays: Option<Leaf>,
        /// Civil date of the start; default "2025-01-01".
        pub start: Option<Leaf>,
        /// Length of a replication.
        pub horizon: Option<Horizon>,
        /// Time at the beginning that is not counted.
        pub warm_up: Option<Leaf>,
        /// Gaps between outages shorter than this do not end an outage.
        pub settle_time: Option<Leaf>,
        /// `New` or `Running`; default New.
        pub initially: Option<Leaf>,
        /// Number of replications that `run` makes, whatever their precision.
        pub replications: Option<Leaf>,
        /// Half the width of the interval of every answer, relative to the answer; default "5 %".
        pub precision: Option<Leaf>,
        /// Where `run` ends although the answers are not that precise: a time or a number of replications.
        pub at_most: Option<Leaf>,
        /// The measures that answer the question.
        pub asks: Vec<Part<Ask>>,
        /// What measures should be.
        pub expect: Vec<Part<Expectation>>,
        /// Named values with their sources.
        pub parameters: Table<Parameter>,
        /// Blocks with arguments.
        pub templates: Table<Template>,
        /// Instances of templates.
        pub uses: Uses = "use",
        /// Overlays by name.
        pub variants: Table<Variant>,
        ;
        /// Everything that there is.
        pub body: Body,
    }

    /// The tables that a scenario and a template share.
    pub struct Body {
        /// Buildings with rooms.
        pub sites: Table<Site>,
        /// Ends of links.
        pub nodes: Table<Node>,
        /// Things that fail and are repaired.
        pub components: Table<Component>,
        /// What links lie in.
        pub ducts: Table<Duct>,
        /// Connections between two nodes.
        pub links: Table<Link>,
        /// Events that strike several things at once.
        pub shared_causes: Table<SharedCause>,
        /// What is delivered, in levels.
        pub services: Table<Service>,
        /// Who repairs.
        pub crews: Table<Crew>,
        /// Who uses the services.
        pub organisations: Table<Organisation>,
        /// Call centres.
        pub hotlines: Table<Hotline>,
    }

    /// `"beta": (is: "10 %", range: ("1 %", "30 %"), from: Assumption("…"))`
    pub struct Parameter {
        /// The value.
        pub is: Leaf,
        /// Low and high end worth examining.
        pub range: Option<(Leaf, Leaf)>,
        /// Where it comes from.
        pub from: Mark,
    }

    /// `"partner": (with: ["name", "users", "km"], organisations: {…}, links: {…})`
    pub struct Template {
        /// Its arguments.
        pub with: Vec<Name>,
        ;
        /// What an instance consists of.
        pub body: Body,
    }

    /// `(template: "partner", named: "partner {01..28}", split: {…})` or `(template: "building", for_each: [{"site": "lwl house"}, …])`.
    /// A template used once with no arguments: `for_each: [{}]`. With `named:` the argument "name" is the instance's name.
    pub struct Use {
        /// Which template.
        pub template: Name,
        /// One instance for each entry, with its arguments.
        pub for_each: Vec<Part<Table<Leaf>>>,
        /// Names by count: `"partner {01..28}"`.
        pub named: Option<Leaf>,
        /// Amounts over the instances.
        pub split: Table<Split>,
        /// Arguments that are the same for all instances.
        pub all: Table<Leaf>,
    }

    /// `"city building": (coordinates: (51.95, 7.63), rooms: ["room lwl 2", "room citeq"], hazards: {…})`
    pub struct Site {
        /// `(lat, lon)` [degrees] or `Unknown`; default Unknown.
        pub coordinates: Option<(Leaf, Leaf)>,
        /// Its rooms.
        pub rooms: Vec<Name>,
        /// What can take it.
        pub hazards: Table<Hazard>,
    }

    /// `(rate: "fire rate", strikes: Each("50 %"), lasts: Lognormal(…), effect: Suspends)`
    pub struct Hazard {
        /// How often.
        pub rate: Leaf,
        /// Which rooms.
        pub strikes: Strikes,
        /// How long the place is taken.
        pub lasts: Law,
        /// What it does to the things inside; default Suspends.
        pub effect: Option<Effect>,
    }

    /// An end of links.
    pub struct Node {
        /// What must hold for a path to pass: expressions, all of them; a single one may stand without brackets.
        pub needs: Vec<Expr>,
    }

    /// A thing that fails and is repaired. With a single failure mode its fields stand inline; `modes:` names several.
    pub struct Component {
        /// Room or site.
        pub at: Option<Name>,
        /// Entries are `Hard(expr)`, `Delayed(on: …)`, `ToStart(expr)`; a bare expression means Hard.
        pub needs: Vec<Part<Need>>,
        /// Several failure modes by name.
        pub modes: Table<Mode>,
        /// `Hot` (default), `Warm("10 %")`, `Cold`.
        pub standby: Option<Standby>,
        /// A tank.
        pub stock: Option<Stock>,
        /// How long it restarts after a suspension.
        pub restart: Option<Law>,
        /// How long a deadlock lasts until people break it by hand.
        pub bypass_after: Option<Leaf>,
        /// `parts: 3, enough: 2` makes components NAME #1…#3 and the gate NAME.
        pub parts: Option<Leaf>,
        /// How many parts are enough.
        pub enough: Option<Leaf>,
        ;
        /// The fields of a single failure mode, inline.
        pub mode: Mode,
    }

    /// A failure mode.
    pub struct Mode {
        /// Time to failure.
        pub fails: Option<Law>,
        /// From the failure until it is known; default at once.
        pub detection: Option<Law>,
        /// A law, or `Never` (no default where `fails` is given).
        pub repair: Option<Repair>,
        /// Who repairs.
        pub crew: Option<Name>,
        /// Order of service among the waiting, lower first.
        pub priority: Option<Leaf>,
        /// `WhileUp` (default) or `Always`.
        pub ages: Option<Leaf>,
        /// `ThisMode` (default) or `All`.
        pub renews: Option<Leaf>,
        /// `Continues` (default) or `Suspended`.
        pub repairs: Option<Leaf>,
        /// Restart after the repair of this mode.
        pub restart_after_repair: Option<Law>,
    }

    /// A tank: running time that is spent only while the component runs.
    pub struct Stock {
        /// Running time from full.
        pub autonomy: Leaf,
        /// From the start of running until a delivery fills it.
        pub delivery: Option<Law>,
    }

    /// What links lie in.
    pub struct Duct {
        /// Length [km].
        pub km: Option<Leaf>,
        /// A rate per km.
        pub cuts: Option<Leaf>,
        /// Besides or instead of cuts: a law.
        pub fails: Option<Law>,
        /// From the failure until it is known.
        pub detection: Option<Law>,
        /// A law, or `Never`.
        pub repair: Option<Repair>,
        /// Who repairs.
        pub crew: Option<Name>,
        /// Order of service.
        pub priority: Option<Leaf>,
    }

    /// A connection between two nodes.
    pub struct Link {
        /// Its ends.
        pub between: (Name, Name),
        /// The ducts that it lies in.
        pub through: Vec<Name>,
        /// Length [km].
        pub km: Option<Leaf>,
        /// A rate per km.
        pub cuts: Option<Leaf>,
        /// Besides or instead of cuts: a law.
        pub fails: Option<Law>,
        /// From the failure until it is known.
        pub detection: Option<Law>,
        /// A law, or `Never`.
        pub repair: Option<Repair>,
        /// Who repairs.
        pub crew: Option<Name>,
        /// Order of service.
        pub priority: Option<Leaf>,
        /// Expressions that must hold besides.
        pub needs: Vec<Expr>,
    }

    /// Either a beta group `(members: "cooling a #*", beta: "10 %", repaired: Each)`
    /// or a shock `(rate: "1 / y", strikes: {"a": "50 %", "b #*": "100 %"}, repaired: Once(repair: …, crew: …))`.
    pub struct SharedCause {
        /// Selectors; a single one may stand without brackets.
        pub members: Vec<Name>,
        /// Share of the members' failures that is common.
        pub beta: Option<Leaf>,
        /// How often a shock comes.
        pub rate: Option<Leaf>,
        /// Chance by member (selectors).
        pub strikes: Table<Leaf>,
        /// No default: a missing one is a fault that explains the factor of two.
        pub repaired: Option<Repaired>,
    }

    /// What is delivered, in levels from best to worst.
    pub struct Service {
        /// Best first.
        pub levels: Vec<Part<Level>>,
        /// What is wanted of it.
        pub objectives: Vec<Part<Objective>>,
    }

    /// `(name: "emergency", when: Any([…]), at_most: "72 h", regain: "24 h")`
    pub struct Level {
        /// Its name.
        pub name: Name,
        /// When it holds.
        pub when: Expr,
        /// How long it may be in force per use.
        pub at_most: Option<Leaf>,
        /// Time in a higher level after which the full period is there again.
        pub regain: Option<Leaf>,
        /// `NextLevel` (default) or `Continue`.
        pub then: Option<Leaf>,
        /// How long it takes to set up.
        pub setup: Option<Law>,
    }

    /// `(level: "normal", rto: "24 h", mtpd: "72 h", availability: "99.9 %", scheme: "BSI VK 2", tolerance: "5 % of outages")`
    pub struct Objective {
        /// Outages below this level count; default the lowest.
        pub level: Option<Name>,
        /// Recovery time objective.
        pub rto: Option<Leaf>,
        /// Maximum tolerable period of disruption.
        pub mtpd: Option<Leaf>,
        /// Wanted availability.
        pub availability: Option<Leaf>,
        /// The scheme that names the availability class.
        pub scheme: Option<Leaf>,
        /// `"5 % of outages"` or `"1 % / y"`.
        pub tolerance: Option<Leaf>,
    }

    /// `(people: 2, hours: "Mon-Fri 07:00-18:00", on_call: (hours: "always", arrival: Triangular(…)), overtime: true)`
    pub struct Crew {
        /// How many.
        pub people: Leaf,
        /// Default "always"; several: `["Mon-Fri 07:00-12:00", "Mon-Fri 13:00-18:00"]`; overlap is a fault.
        pub hours: Vec<Leaf>,
        /// Outside the hours.
        pub on_call: Option<OnCall>,
        /// Whether a started repair is finished past the shift's end.
        pub overtime: Option<Leaf>,
    }

    /// Who comes when called.
    pub struct OnCall {
        /// When.
        pub hours: Vec<Leaf>,
        /// How long until they are there.
        pub arrival: Law,
    }

    /// Who uses the services.
    pub struct Organisation {
        /// How many people.
        pub users: Leaf,
        /// Node; default: the node with the organisation's own name if links or nodes mention it.
        pub node: Option<Name>,
        /// `(service: "payroll", at: "citeq", stops: "3 %")` or `stops: {"emergency": "40 %", "down": "80 %"}`.
        pub uses: Vec<Part<UsesService>>,
    }

    /// What an organisation uses.
    pub struct UsesService {
        /// Which service.
        pub service: Name,
        /// Where it is reached.
        pub at: Option<Name>,
        /// The share of work that stops.
        pub stops: Stops,
    }

    /// A call centre.
    pub struct Hotline {
        /// Selector of organisations → desk.
        pub serves: Table<Leaf>,
        /// `Pooled` or `Separate`.
        pub rule: Option<Leaf>,
        /// Rate per user.
        pub calls: Leaf,
        /// Opening hours.
        pub open: Vec<Leaf>,
        /// Factors: time of day "09:00-11:00", weekday "Mon"; normalised to mean 1 over the open hours of a week without holidays.
        pub profile: Table<Leaf>,
        /// Desk → `[("Mon-Fri 07:00-18:00", 10), …]`; overlap is a fault.
        pub agents: Table<Vec<(Leaf, Leaf)>>,
        /// How long a call takes.
        pub handling: Law,
        /// How long a caller waits before giving up.
        pub patience: Option<Law>,
        /// Calls caused by outages.
        pub surge: Option<SurgeSpec>,
        /// `Soft(on: expr, handling: 1.5)` or `Hard(expr)`.
        pub needs: Vec<Part<HotlineNeed>>,
        /// `Cut` (default) or `Keep`.
        pub on_loss: Option<Leaf>,
        /// `ServeOut` (default) or `CutOff`.
        pub closing: Option<Leaf>,
        /// What is wanted of it.
        pub objectives: Vec<Part<AnsweredWithin>>,
        /// Only each so-many-th replication has its calls simulated; default 1.
        pub every: Option<Leaf>,
    }

    /// `(share: "10 %", within: "1 h")`
    pub struct SurgeSpec {
        /// Share of the affected users who call.
        pub share: Leaf,
        /// How soon.
        pub within: Leaf,
    }

    /// `(answered: "75 %", within: "30 s")`
    pub struct AnsweredWithin {
        /// Share of the calls.
        pub answered: Leaf,
        /// How soon.
        pub within: Leaf,
    }
}

choice! {
    /// The kinds of source of a number.
    pub enum MarkKind as "a-source" {
        /// A press text.
        Press,
        /// A source that was checked.
        Verified,
        /// The outcome of a calculation.
        Computed,
        /// From figures that say something close.
        Derived,
        /// Commonly quoted, not verified.
        Unverified,
        /// Nobody knows; a choice.
        Assumption,
    }
}

/// `Press("F12")`, `Verified(…)`, `Computed(…)`, `Derived(…)`, `Unverified(…)`, `Assumption(…)`
#[derive(Clone, Debug)]
pub struct Mark {
    /// How far to trust it.
    pub kind: MarkKind,
    /// The source in words.
    pub text: Leaf,
}

choice! {
    /// Amounts over the instances of a template. Totals are split by largest remainder into whole numbers.
    pub enum Split as "a-split" {
        /// `Zipf(total: 20000, exponent: 1)`
        Zipf {
            /// What is split.
            total: Leaf,
            /// Weight of instance i is i^−exponent.
            exponent: Leaf,
        },
        /// `Equal(total: 17000)`
        Equal {
            /// What is split.
            total: Leaf,
        },
        /// `Shares(total: 17000, law: Lognormal(median: 1, sigma: 1.2))`: weights at the quantiles (i−½)/n of the law.
        Shares {
            /// What is split.
            total: Leaf,
            /// The law of the weights.
            law: Law,
        },
        /// `Spread(Uniform(min: 5, max: 60))`: instance i of n gets the quantile (i−½)/n.
        Spread(law: Law),
    }
}

choice! {
    /// Which rooms a hazard takes.
    pub enum Strikes as "all-or-each" {
        /// All of them.
        All[Place],
        /// Each with this chance.
        Each(chance: Leaf),
    }
}

choice! {
    /// What a hazard does to the things inside.
    pub enum Effect as "an-effect" {
        /// They are suspended while it lasts.
        Suspends,
        /// Each fails with this chance.
        Damages(chance: Leaf),
    }
}

choice! {
    /// How a failure ends.
    pub enum Repair as "a-repair", bare Law: Law {
        /// It does not.
        Never[Place],
    }
}

choice! {
    /// What a component needs, and how badly.
    pub enum Need as "a-need", alone Hard: Expr {
        /// Stops at once.
        Hard(on: Expr),
        /// Stops when the autonomy has run out.
        Delayed {
            /// What is needed.
            on: Expr,
            /// How long it holds out without.
            autonomy: Law,
            /// What must hold for the carrying.
            carried_by: Option<Expr>,
            /// `AtOnce` (default), `Full(after: law)`, `Linear(over: span)`.
            recharge: Option<Recharge>,
            /// What must hold for the recharging; default `on`.
            recharged_by: Option<Expr>,
        },
        /// Needed to start, not to run.
        ToStart(on: Expr),
    }
}

choice! {
    /// How an autonomy comes back.
    pub enum Recharge as "a-recharge" {
        /// At once.
        AtOnce,
        /// Empty until this has run without interruption, then full.
        Full {
            /// How long.
            after: Law,
        },
        /// Evenly.
        Linear {
            /// From empty to full.
            over: Leaf,
        },
    }
}

choice! {
    /// How a component ages while it stands by.
    pub enum Standby as "a-standby" {
        /// Like the active one.
        Hot,
        /// At this share of the speed.
        Warm(share: Leaf),
        /// Not at all.
        Cold,
    }
}

choice! {
    /// How the members struck by a shared cause come back.
    pub enum Repaired as "a-kind-of-repair" {
        /// Each by its own repair.
        Each,
        /// All together by one repair.
        Once {
            /// How long.
            repair: Law,
            /// From the strike until it is known.
            detection: Option<Law>,
            /// Who repairs.
            crew: Option<Name>,
            /// Order of service.
            priority: Option<Leaf>,
        },
    }
}

/// The entries of `use:`.
#[derive(Clone, Debug)]
pub struct Uses(pub Vec<Part<Use>>);

/// The share of an organisation's work that stops.
#[derive(Clone, Debug)]
pub enum Stops {
    /// While the service is down.
    Down(Leaf),
    /// By level of the service.
    Levels(Table<Leaf>),
}

choice! {
    /// What a hotline needs.
    pub enum HotlineNeed as "a-need", alone Hard: Expr {
        /// Calls take longer without.
        Soft {
            /// What is needed.
            on: Expr,
            /// Factor on the handling time.
            handling: Leaf,
        },
        /// No calls without.
        Hard(on: Expr),
    }
}
