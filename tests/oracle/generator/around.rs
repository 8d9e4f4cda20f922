//! What stands around the components: crews, network, site, shared causes, services, organisations, measures.

use std::fmt::Write as _;

use super::{Dice, Feature, Sketch};

impl Sketch {
    pub(super) fn crews(&self) -> String {
        if !self.has(Feature::Crews) {
            return String::new();
        }
        let mut text = "crews: {\n".to_owned();
        for name in ["team", "night"] {
            let mut dice = self.dice(name);
            let _ = write!(text, "\"{name}\": (people: {}, ", 1 + dice.below(2));
            if self.has(Feature::Calendars) {
                let hours = [
                    "\"daily 08:00-16:00\"",
                    "\"Mon-Fri 07:00-18:00\"",
                    "[\"Mon-Sat 06:00-12:00\", \"Mon-Fri 13:00-17:00\"]",
                    "\"daily 22:00-06:00\"",
                ];
                let _ = write!(text, "hours: {}, ", dice.pick(&hours));
                if dice.percent(60) {
                    let on_call = [
                        "\"always\"",
                        "\"daily 16:00-20:00\"",
                        "\"Sat,Sun 00:00-24:00\"",
                    ];
                    let _ = write!(
                        text,
                        "on_call: (hours: {}, arrival: {}), ",
                        dice.pick(&on_call),
                        self.law(&mut dice, 3)
                    );
                }
                let _ = write!(text, "overtime: {}, ", dice.percent(50));
            }
            text += "),\n";
        }
        text + "},\n"
    }

    pub(super) fn network(&self) -> String {
        if !self.has(Feature::Network) {
            return String::new();
        }
        let mut dice = self.dice("network");
        let needs = if dice.percent(40) {
            "needs: \"c0\""
        } else {
            ""
        };
        let mut text = format!("nodes: {{\"n0\": (), \"n1\": ({needs}), \"n2\": ()}},\n");
        let repair = self.law(&mut dice, 8);
        let _ = writeln!(
            text,
            "ducts: {{\"trench\": (km: 10, cuts: \"9000 / (1000 km y)\", repair: {repair})}},"
        );
        text += "links: {\n";
        for (number, (one, other)) in [("n0", "n1"), ("n1", "n2"), ("n0", "n2"), ("n0", "n1")]
            .iter()
            .enumerate()
        {
            let (fails, repair) = (self.law(&mut dice, 30), self.law(&mut dice, 8));
            let through = if dice.percent(50) {
                "through: [\"trench\"], "
            } else {
                ""
            };
            let crew = if self.has(Feature::Crews) && dice.percent(50) {
                "crew: \"team\", "
            } else {
                ""
            };
            let _ = writeln!(
                text,
                "\"link{number}\": (between: (\"{one}\", \"{other}\"), {through}fails: {fails}, repair: {repair}, {crew}),"
            );
        }
        text + "},\n"
    }

    pub(super) fn site(&self) -> String {
        if !self.has(Feature::Hazards) {
            return String::new();
        }
        let mut dice = self.dice("site");
        let mut text = "sites: {\"house\": (rooms: [\"hall\", \"cellar\"], hazards: {\n".to_owned();
        for (name, strikes) in [("fire", "Each(\"50 %\")"), ("evacuation", "All")] {
            let rate = 20 + dice.below(80);
            let lasts = self.law(&mut dice, 12);
            let effect = ["", "effect: Suspends, ", "effect: Damages(\"40 %\"), "];
            let _ = writeln!(
                text,
                "\"{name}\": (rate: \"1 / ({rate} h)\", strikes: {strikes}, lasts: {lasts}, {}),",
                dice.pick(&effect)
            );
        }
        text + "})},\n"
    }

    fn repaired(&self, dice: &mut Dice) -> String {
        if dice.percent(50) {
            return "Each".to_owned();
        }
        let mut text = format!("Once(repair: {}, ", self.law(dice, 8));
        text += &self.maybe_law(dice, 40, "detection", 2);
        if self.has(Feature::Crews) && dice.percent(60) {
            let _ = write!(text, "crew: \"team\", priority: {}, ", dice.below(2));
        }
        text + ")"
    }

    pub(super) fn shared_causes(&self) -> String {
        let mut text = String::new();
        if self.has(Feature::Shocks) {
            for name in ["update", "storm"] {
                let mut dice = self.dice(name);
                let members: Vec<usize> = (0..self.count).collect();
                let members = dice.some(&members, 1, 3);
                let strikes: Vec<_> = members
                    .iter()
                    .map(|member| format!("\"c{member}\": \"{} %\"", 20 + 10 * dice.below(9)))
                    .collect();
                let (rate, repaired) = (20 + dice.below(80), self.repaired(&mut dice));
                let _ = writeln!(
                    text,
                    "\"{name}\": (rate: \"1 / ({rate} h)\", strikes: {{{}}}, repaired: {repaired}),",
                    strikes.join(", ")
                );
            }
        }
        if self.has(Feature::Beta) {
            let repaired = self.repaired(&mut self.dice("beta"));
            let _ = writeln!(
                text,
                "\"pumps together\": (members: \"pump #*\", beta: \"30 %\", repaired: {repaired}),"
            );
        }
        if text.is_empty() {
            text
        } else {
            format!("shared_causes: {{\n{text}}},\n")
        }
    }

    /// Per service: how many levels it has.
    fn levels(&self) -> Vec<usize> {
        let mut dice = self.dice("levels");
        let services = 1 + dice.below(2);
        (0..services).map(|_| 1 + dice.below(3)).collect()
    }

    pub(super) fn organisations(&self) -> String {
        if !self.has(Feature::Services) || !self.has(Feature::Organisations) {
            return String::new();
        }
        let mut text = "organisations: {\n".to_owned();
        for name in ["town", "school"] {
            let mut dice = self.dice(name);
            let _ = write!(text, "\"{name}\": (users: {}, ", 1 + dice.below(99));
            let reached = self.has(Feature::Network) && dice.percent(60);
            text += if reached {
                "node: \"n0\", uses: ["
            } else {
                "uses: ["
            };
            for (service, levels) in self.levels().into_iter().enumerate() {
                let at = if reached { "at: \"n2\", " } else { "" };
                let down = 1 + dice.below(99);
                let mut stops = format!("\"down\": \"{down}.7 %\"");
                for level in 1..levels {
                    let _ = write!(stops, ", \"l{level}\": \"{} %\"", 1 + dice.below(down));
                }
                let _ = write!(text, "(service: \"s{service}\", {at}stops: {{{stops}}}), ");
            }
            text += "]),\n";
        }
        text + "},\n"
    }

    pub(super) fn services(&self) -> String {
        if !self.has(Feature::Services) {
            return String::new();
        }
        let mut dice = self.dice("services");
        let mut text = "services: {\n".to_owned();
        for (service, levels) in self.levels().into_iter().enumerate() {
            let mut names = self.below(self.count + 1);
            if service > 0 && dice.percent(30) {
                names.push("\"s0\"".to_owned());
            }
            let _ = write!(text, "\"s{service}\": (levels: [");
            let mut better = String::new();
            for level in 0..levels {
                let mut when = self.when(&mut dice, &names, level, service);
                if level > 0 && !better.contains("First") && better != when {
                    when = format!("Any([{better}, {when}])");
                }
                better.clone_from(&when);
                let _ = write!(text, "(name: \"l{level}\", when: {when}, ");
                if self.has(Feature::Setup) {
                    text += &self.maybe_law(&mut dice, 50, "setup", 3);
                }
                if self.has(Feature::Limits) && level > 0 && dice.percent(60) {
                    let _ = write!(text, "at_most: {}, ", self.hours(&mut dice, 8));
                    if dice.percent(60) {
                        let _ = write!(text, "regain: {}, ", self.hours(&mut dice, 8));
                    }
                    let _ = write!(text, "then: {}, ", dice.pick(&["NextLevel", "Continue"]));
                }
                text += "), ";
            }
            text += "]),\n";
        }
        text + "},\n"
    }

    /// When a level holds; switchovers that no component needs stand in the best level of the first service.
    fn when(&self, dice: &mut Dice, names: &[String], level: usize, service: usize) -> String {
        let of_services = self.firsts.iter().find(|(owner, _)| *owner >= self.count);
        match of_services {
            Some((_, first)) if level == 0 && service == 0 => first.clone(),
            _ => self.gate(dice, names, 1),
        }
    }

    pub(super) fn asks(&self) -> String {
        let mut dice = self.dice("asks");
        let names = self.below(self.count + 1);
        let mut asks = vec![format!("Share(down: {})", self.gate(&mut dice, &names, 1))];
        if self.has(Feature::Watches) {
            let two = dice.some(&names, 2, 0);
            asks.push(format!("Count(AllDown([{}]))", two.join(", ")));
            asks.push(format!(
                "At(of: {}, time: \"{} h\")",
                self.gate(&mut dice, &names, 1),
                1 + dice.below(90)
            ));
            asks.push(format!("Ever(down: {})", self.gate(&mut dice, &names, 1)));
        }
        format!("asks: [{}],\n", asks.join(", "))
    }
}
