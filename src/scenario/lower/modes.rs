//! Failure modes: one inline, or several by name.
//!
//! Knows nothing of who has them beyond a path and a name.

use crate::dist::Law;
use crate::model::component::Mode;
use crate::model::ids::ComponentId;
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::numbers::Spot;
use crate::scenario::schema::{self, Repair};
use crate::scenario::spans::{Leaf, Name, Place};
use crate::text::Say;

impl Lowering<'_> {
    /// The modes of a component: those under `modes:`, else the inline one if any of its fields is there.
    pub fn modes_of(
        &mut self,
        component: &schema::Component,
        name: &Name,
        path: &str,
        spot: Spot<'_>,
    ) -> Vec<Mode> {
        let inline = is_given(&component.mode);
        if inline && !component.modes.0.is_empty() {
            self.report
                .fault(
                    "two-kinds-of-modes",
                    &name.at,
                    say!("two-kinds-of-modes", name = &name.text),
                )
                .help(say!("two-kinds-of-modes-help"));
        }
        let mut modes = Vec::new();
        if inline {
            modes.push(self.mode(
                &component.mode,
                &Named {
                    name: "",
                    at: &name.at,
                    path,
                    spot,
                },
                None,
            ));
        }
        for (mode_name, part) in &component.modes.0 {
            if let Some(mode) = &part.got {
                modes.push(self.mode(
                    mode,
                    &Named {
                        name: &mode_name.text,
                        at: &mode_name.at,
                        path,
                        spot,
                    },
                    None,
                ));
            }
        }
        modes
    }

    /// A mode; `cuts` is the law of a cable's cuts, which takes the place of `fails`.
    pub fn mode(&mut self, mode: &schema::Mode, named: &Named<'_>, cuts: Option<Law>) -> Mode {
        let spot = named.spot;
        let fails = match &mode.fails {
            Some(law) if cuts.is_none() => Some(self.time_to_failure(law, spot.field("fails"))),
            _ => cuts,
        };
        let repair = match &mode.repair {
            Some(Repair::Law(law)) => Some(self.law(law, spot.field("repair"))),
            Some(Repair::Never(_)) => None,
            None => {
                self.no_repair(fails.is_some(), named);
                None
            }
        };
        if repair.is_none() {
            self.refuse_repair_fields(mode, named);
        }
        self.mode_with(fails, repair, mode, named)
    }

    fn mode_with(
        &mut self,
        fails: Option<Law>,
        repair: Option<Law>,
        mode: &schema::Mode,
        named: &Named<'_>,
    ) -> Mode {
        let spot = named.spot;
        Mode {
            component: ComponentId::new(0),
            name: named.name.to_owned(),
            fails,
            repair,
            detection: self.maybe_law(mode.detection.as_ref(), spot.field("detection")),
            crew: mode
                .crew
                .as_ref()
                .and_then(|crew| self.repairing_crew(crew)),
            priority: self.priority(mode.priority.as_ref()),
            ages_always: self.word_or(
                mode.ages.as_ref(),
                &[("WhileUp", false), ("Always", true)],
                false,
            ),
            renews_all: self.word_or(
                mode.renews.as_ref(),
                &[("ThisMode", false), ("All", true)],
                false,
            ),
            repair_suspended: self.word_or(
                mode.repairs.as_ref(),
                &[("Continues", false), ("Suspended", true)],
                false,
            ),
            restart: self.maybe_law(
                mode.restart_after_repair.as_ref(),
                spot.field("restart_after_repair"),
            ),
            stream: self
                .streams
                .name(format!("{}/mode/{}", named.path, named.name)),
        }
    }

    /// The order of service; 0 if none is given.
    pub fn priority(&mut self, leaf: Option<&Leaf>) -> i32 {
        let Some(leaf) = leaf else { return 0 };
        let Some(number) = self.number(leaf) else {
            return 0;
        };
        if number.round() == number && number.abs() <= 1e6 {
            return number as i32;
        }
        self.report
            .fault(
                "not-a-count",
                &leaf.at,
                say!("not-a-count-priority", text = &leaf.text),
            )
            .help(say!("not-a-count-priority-help"));
        0
    }

    fn no_repair(&mut self, fails: bool, named: &Named<'_>) {
        if fails {
            self.report
                .fault(
                    "no-repair",
                    named.at,
                    say!("no-repair", what = named.words()),
                )
                .help(say!("no-repair-help"));
        }
    }

    /// Nothing of a repair is used where none takes place.
    fn refuse_repair_fields(&mut self, mode: &schema::Mode, named: &Named<'_>) {
        let given = [
            ("crew", mode.crew.is_some()),
            ("detection", mode.detection.is_some()),
            ("priority", mode.priority.is_some()),
            ("restart_after_repair", mode.restart_after_repair.is_some()),
        ];
        for (field, _) in given.into_iter().filter(|&(_, given)| given) {
            self.report
                .fault(
                    "unused-field",
                    named.at,
                    say!(
                        "unused-field-never-repaired",
                        what = named.words(),
                        field = field
                    ),
                )
                .help(say!("unused-field-never-repaired-help", field = field));
        }
    }
}

/// A mode's name and owner.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// Name of the mode; empty for an inline one.
    pub name: &'a str,
    /// Where the mode (or its owner) stands.
    pub at: &'a Place,
    /// Path of the owner's streams.
    pub path: &'a str,
    /// The owner.
    pub spot: Spot<'a>,
}

impl Named<'_> {
    fn words(&self) -> Say {
        if self.name.is_empty() {
            say!("mode-inline", owner = self.spot.owner)
        } else {
            say!("mode-named", mode = self.name, owner = self.spot.owner)
        }
    }
}

/// Whether any field of a mode is there.
pub fn is_given(mode: &schema::Mode) -> bool {
    mode.fails.is_some()
        || mode.repair.is_some()
        || mode.detection.is_some()
        || mode.crew.is_some()
        || mode.priority.is_some()
        || mode.ages.is_some()
        || mode.renews.is_some()
        || mode.repairs.is_some()
        || mode.restart_after_repair.is_some()
}
