//! Random small scenarios, as texts, from a seed.
//!
//! Every seed gives the same text for ever. In most models times are whole hours, so that many things happen at one instant; in the rest they
//! come from every law there is. Each part of a scenario has dice of its own, so that leaving a feature out changes nothing else: that is how
//! a failing model is made smaller. Hotlines, templates and variants are left out.

mod around;
mod dice;

use std::fmt::Write as _;

use ausfall::model::Blueprint;
use ausfall::scenario::{Overrides, load};

pub use dice::Dice;

/// What a scenario may have besides components that fail and are repaired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    Modes,
    Detection,
    Crews,
    Calendars,
    Restart,
    Needs,
    Autonomy,
    Gates,
    Loops,
    Switchovers,
    Standby,
    Stocks,
    Network,
    Shocks,
    Beta,
    Hazards,
    Services,
    Limits,
    Setup,
    Organisations,
    Watches,
    Running,
    WarmUp,
}

/// All features, each with the share of models that have it [%].
pub const FEATURES: [(Feature, u64); 23] = [
    (Feature::Modes, 50),
    (Feature::Detection, 40),
    (Feature::Crews, 60),
    (Feature::Calendars, 50),
    (Feature::Restart, 50),
    (Feature::Needs, 90),
    (Feature::Autonomy, 50),
    (Feature::Gates, 70),
    (Feature::Loops, 25),
    (Feature::Switchovers, 50),
    (Feature::Standby, 70),
    (Feature::Stocks, 30),
    (Feature::Network, 25),
    (Feature::Shocks, 35),
    (Feature::Beta, 20),
    (Feature::Hazards, 30),
    (Feature::Services, 80),
    (Feature::Limits, 50),
    (Feature::Setup, 50),
    (Feature::Organisations, 50),
    (Feature::Watches, 60),
    (Feature::Running, 20),
    (Feature::WarmUp, 20),
];

/// A random scenario that the language accepts, its text and what it means.
///
/// # Panics
/// When twenty attempts in a row are refused.
pub fn model(number: u64, left_out: &[Feature]) -> (String, Blueprint) {
    let mut faults = Vec::new();
    for attempt in 0..20 {
        let text = scenario(number + (attempt << 32), left_out);
        match load(&text, &Overrides::default()) {
            Ok(loaded) => return (text, loaded.blueprint),
            Err(notes) => {
                let notes = notes.into_iter().filter(|note| note.is_fault());
                faults.push((text, notes.map(|note| note.code).collect::<Vec<_>>()));
            }
        }
    }
    panic!("model {number}: no attempt is accepted: {faults:#?}")
}

/// How many attempts the model takes until the language accepts it.
pub fn attempts(number: u64) -> usize {
    let accepted = |attempt: &u64| {
        let text = scenario(number + (attempt << 32), &[]);
        load(&text, &Overrides::default()).is_ok()
    };
    (0..20)
        .position(|attempt| accepted(&attempt))
        .map_or(20, |at| at + 1)
}

/// The text of a random scenario, which the language may refuse (a level that no expression ever reaches, for instance).
pub fn scenario(number: u64, left_out: &[Feature]) -> String {
    let has = FEATURES.map(|(feature, share)| {
        let mut dice = Dice::of(number, &format!("{feature:?}"));
        dice.percent(share) && !left_out.contains(&feature)
    });
    let mut dice = Dice::of(number, "scenario");
    let coarse = dice.percent(65);
    let count = 2 + dice.below(6);
    let mut sketch = Sketch {
        number,
        coarse,
        has,
        count,
        firsts: Vec::new(),
        cold: vec![String::new(); count],
        stocks: vec![false; count],
    };
    sketch.choose_stocks();
    sketch.choose_switchovers();
    sketch.text()
}

/// A scenario in the making.
struct Sketch {
    number: u64,
    /// Whether times are whole hours.
    coarse: bool,
    has: [bool; FEATURES.len()],
    /// Number of components `c0`, `c1`, …
    count: usize,
    /// Switchovers: who needs it (a number past the components: a service), and its text.
    firsts: Vec<(usize, String)>,
    /// Per component: its field `standby`.
    cold: Vec<String>,
    /// Per component: whether it has a stock.
    stocks: Vec<bool>,
}

impl Sketch {
    fn has(&self, feature: Feature) -> bool {
        let at = FEATURES.iter().position(|&(known, _)| known == feature);
        at.is_some_and(|at| self.has[at])
    }

    fn dice(&self, part: &str) -> Dice {
        Dice::of(self.number, part)
    }

    fn hours(&self, dice: &mut Dice, most: usize) -> String {
        let hours = 1 + dice.below(most);
        if self.coarse {
            format!("\"{hours} h\"")
        } else {
            format!("\"{hours}.{} h\"", dice.below(10))
        }
    }

    /// A law of times up to about `most` hours.
    fn law(&self, dice: &mut Dice, most: usize) -> String {
        let (a, b, c) = (
            1 + dice.below(most),
            1 + dice.below(most),
            1 + dice.below(most),
        );
        let kind = dice.below(if self.coarse { 5 } else { 12 });
        let (low, high) = (a.min(b), a.max(b) + 1);
        match kind {
            0..=2 => format!("\"{a} h\""),
            3 => format!("Empirical([\"{a} h\", \"{b} h\", \"{c} h\"])"),
            4 if self.coarse => format!("Mixture([(\"70 %\", \"{a} h\"), (\"30 %\", \"{b} h\")])"),
            4 => format!(
                "Mixture([(\"70 %\", \"{a} h\"), (\"30 %\", Exponential(mean: \"{b} h\"))])"
            ),
            5 | 6 => format!("Exponential(mean: \"{a} h\")"),
            7 => format!(
                "Weibull(shape: {}, mean: \"{a} h\")",
                dice.pick(&["0.7", "2.5"])
            ),
            8 => format!("Lognormal(median: \"{a} h\", sigma: 0.8)"),
            9 => format!("Uniform(min: \"{low} h\", max: \"{high} h\")"),
            10 => format!("Triangular(min: \"{low} h\", mode: \"{low}.5 h\", max: \"{high} h\")"),
            _ => format!("Erlang(phases: 2, mean: \"{a} h\")"),
        }
    }

    fn maybe_law(&self, dice: &mut Dice, chance: u64, field: &str, most: usize) -> String {
        let given = dice.percent(chance);
        let law = self.law(dice, most);
        if given {
            format!("{field}: {law}, ")
        } else {
            String::new()
        }
    }

    fn choose_stocks(&mut self) {
        if self.has(Feature::Stocks) {
            let mut dice = self.dice("stocks");
            self.stocks
                .iter_mut()
                .for_each(|stock| *stock = dice.percent(30));
        }
    }

    /// Switchovers with their entries; later entries may be standbys.
    fn choose_switchovers(&mut self) {
        if !self.has(Feature::Switchovers) || self.count < 3 {
            return;
        }
        let mut dice = self.dice("switchovers");
        let mut chosen = Vec::new();
        for _ in 0..1 + dice.below(2) {
            let owner = 1 + dice.below(self.count);
            let most = if self.has(Feature::Loops) {
                self.count
            } else {
                owner.min(self.count)
            };
            let below: Vec<usize> = (0..most).filter(|&at| at != owner).collect();
            let mut entries = dice.some(&below, 2, 1);
            if dice.percent(50) {
                entries.reverse();
            }
            for &entry in entries.iter().skip(1) {
                if self.has(Feature::Standby) && self.cold[entry].is_empty() {
                    let standby = ["", "standby: Warm(\"30 %\"), ", "standby: Cold, "];
                    self.cold[entry] = (*dice.pick(&standby)).to_owned();
                }
            }
            chosen.push((owner, entries));
        }
        for (owner, entries) in chosen {
            let text = self.switchover(&mut dice, &entries);
            self.firsts.push((owner, text));
        }
    }

    fn switchover(&self, dice: &mut Dice, entries: &[usize]) -> String {
        let mut of: Vec<String> = entries
            .iter()
            .map(|entry| format!("\"c{entry}\""))
            .collect();
        let plain: Vec<usize> = (0..entries.iter().copied().max().unwrap_or(0))
            .filter(|&at| self.cold[at].is_empty() && !self.stocks[at] && !entries.contains(&at))
            .collect();
        if plain.len() > 1 && dice.percent(30) {
            let pair = dice.some(&plain, 2, 0);
            of.push(format!("Any([\"c{}\", \"c{}\"])", pair[0], pair[1]));
        }
        let mut text = format!("First(of: [{}], ", of.join(", "));
        text += &self.maybe_law(dice, 50, "delay", 3);
        let success = dice.percent(40);
        if success {
            let chance = 30 + dice.below(60);
            let _ = write!(text, "success: \"{chance} %\", ");
            text += &self.maybe_law(dice, 50, "manual", 4);
        }
        text += &self.maybe_law(dice, 40, "activation", 3);
        let _ = write!(text, "fail_back: {})", dice.pick(&["Never", "AtOnce"]));
        text
    }

    /// The components that component `own` (or a service, as a number past them) may rest on.
    fn below(&self, own: usize) -> Vec<String> {
        let most = if self.has(Feature::Loops) {
            self.count
        } else {
            own.min(self.count)
        };
        let mut names: Vec<_> = (0..most)
            .filter(|&at| at != own)
            .map(|at| format!("\"c{at}\""))
            .collect();
        if self.has(Feature::Network) {
            names.push("Reach(\"n0\", \"n2\")".to_owned());
            names.push("Reach(\"n0\", \"n1\")".to_owned());
            names.push("\"link1\"".to_owned());
        }
        if self.has(Feature::Beta) {
            names.push("\"pump\"".to_owned());
            names.push("\"pump #1\"".to_owned());
        }
        if self.has(Feature::Hazards) {
            names.push("\"cellar\"".to_owned());
        }
        if self.has(Feature::Loops) && self.has(Feature::Services) && own < self.count {
            names.push("\"s0\"".to_owned());
        }
        names
    }

    /// An expression over some of `names`, without a switchover.
    fn gate(&self, dice: &mut Dice, names: &[String], depth: usize) -> String {
        let kind = dice.below(6);
        let inputs = dice.some(names, 2, 1);
        if !self.has(Feature::Gates) || kind < 2 || inputs.len() < 2 {
            return dice.pick(names).clone();
        }
        let mut inputs = inputs;
        if depth > 0 && dice.percent(30) {
            inputs.push(self.gate(dice, names, depth - 1));
            inputs.sort();
            inputs.dedup();
        }
        let list = inputs.join(", ");
        match kind {
            2 | 3 => format!("Any([{list}])"),
            4 => format!("All([{list}])"),
            _ => format!("AtLeast({}, [{list}])", 1 + dice.below(inputs.len())),
        }
    }

    fn needs(&self, own: usize) -> String {
        let mut dice = self.dice(&format!("needs of {own}"));
        let names = self.below(own);
        let mut needs = Vec::new();
        for (owner, first) in &self.firsts {
            if *owner == own {
                needs.push(self.need(&mut dice, first, &names));
            }
        }
        if self.has(Feature::Needs) && !names.is_empty() {
            for _ in 0..dice.below(3) {
                let on = self.gate(&mut dice, &names, 1);
                needs.push(self.need(&mut dice, &on, &names));
            }
        }
        if needs.is_empty() {
            return String::new();
        }
        format!("needs: [{}], ", needs.join(", "))
    }

    fn need(&self, dice: &mut Dice, on: &str, names: &[String]) -> String {
        match dice.below(8) {
            0 => format!("ToStart({on})"),
            1..=3 if self.has(Feature::Autonomy) => {
                let mut text = format!("Delayed(on: {on}, autonomy: {}, ", self.law(dice, 4));
                for field in ["carried_by", "recharged_by"] {
                    if dice.percent(40) && !names.is_empty() {
                        let _ = write!(text, "{field}: {}, ", self.gate(dice, names, 0));
                    }
                }
                text += &match dice.below(4) {
                    0 => format!("recharge: Full(after: {}), ", self.law(dice, 6)),
                    1 | 2 => format!("recharge: Linear(over: {}), ", self.hours(dice, 9)),
                    _ => String::new(),
                };
                text + ")"
            }
            4 => format!("Hard({on})"),
            _ => on.to_owned(),
        }
    }

    /// The fields of one failure mode.
    fn mode(&self, dice: &mut Dice) -> String {
        let mut text = format!("fails: {}, ", self.law(dice, 40));
        if dice.percent(4) {
            return text + "repair: Never, ";
        }
        let _ = write!(text, "repair: {}, ", self.law(dice, 8));
        if self.has(Feature::Detection) {
            text += &self.maybe_law(dice, 50, "detection", 2);
        }
        if self.has(Feature::Crews) && dice.percent(75) {
            let _ = write!(text, "crew: \"{}\", ", dice.pick(&["team", "night"]));
            if dice.percent(40) {
                let _ = write!(text, "priority: {}, ", dice.below(3));
            }
        }
        for (chance, field) in [
            (25, "ages: Always, "),
            (25, "renews: All, "),
            (30, "repairs: Suspended, "),
        ] {
            if dice.percent(chance) {
                text += field;
            }
        }
        if self.has(Feature::Restart) {
            text += &self.maybe_law(dice, 30, "restart_after_repair", 3);
        }
        text
    }

    fn component(&self, own: usize) -> String {
        let mut dice = self.dice(&format!("component {own}"));
        let mut text = format!("\"c{own}\": (");
        if self.has(Feature::Hazards) && dice.percent(60) {
            let _ = write!(
                text,
                "at: \"{}\", ",
                dice.pick(&["hall", "cellar", "house"])
            );
        }
        if self.has(Feature::Modes) && dice.percent(40) {
            let (one, two) = (self.mode(&mut dice), self.mode(&mut dice));
            let _ = write!(text, "modes: {{\"wear\": ({one}), \"fault\": ({two})}}, ");
        } else if self.has(Feature::Shocks) || dice.percent(90) {
            text += &self.mode(&mut dice);
        }
        text += &self.needs(own);
        if self.has(Feature::Restart) {
            text += &self.maybe_law(&mut dice, 50, "restart", 3);
        }
        text += &self.cold[own];
        if self.stocks[own] {
            let autonomy = self.hours(&mut dice, 6);
            let delivery = self.maybe_law(&mut dice, 85, "delivery", 9);
            let _ = write!(text, "stock: (autonomy: {autonomy}, {delivery}), ");
        }
        if self.has(Feature::Loops) && dice.percent(60) {
            let _ = write!(text, "bypass_after: {}, ", self.hours(&mut dice, 6));
        }
        text + "),\n"
    }

    fn text(&self) -> String {
        let mut text = self.frame();
        text += "components: {\n";
        for own in 0..self.count {
            text += &self.component(own);
        }
        if self.has(Feature::Beta) {
            let mut dice = self.dice("pump");
            let (parts, mode) = (2 + dice.below(2), self.mode(&mut dice));
            let _ = writeln!(text, "\"pump\": (parts: {parts}, enough: 1, {mode}),");
        }
        text += "},\n";
        text += &self.crews();
        text += &self.network();
        text += &self.site();
        text += &self.shared_causes();
        text += &self.services();
        text += &self.organisations();
        text += &self.asks();
        text + ")\n"
    }

    fn frame(&self) -> String {
        let mut dice = self.dice("frame");
        let start = dice.pick(&["2025-03-28", "2025-10-24", "2025-04-17"]);
        let initially = if self.has(Feature::Running) {
            "Running"
        } else {
            "New"
        };
        let warm_up = if self.has(Feature::WarmUp) { 50 } else { 0 };
        let horizon = 100 + 50 * dice.below(4);
        format!(
            "(title: \"model\", start: \"{start}\", holidays: \"DE-NW\", initially: {initially},\n\
             horizon: \"{horizon} h\", warm_up: \"{warm_up} h\",\n"
        )
    }
}
