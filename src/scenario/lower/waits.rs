//! Measures of those who wait and those who serve: calls, agents, jobs, crews.
//!
//! Knows nothing of how they are estimated.

use crate::model::ids::HotlineId;
use crate::model::watch::{CallValue, Callers, Wanted};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::hotlines::{wait_index, within_index};
use crate::scenario::schema::MeasureExpr;
use crate::scenario::spans::{Leaf, Name, Place};

impl Lowering<'_> {
    /// A measure of calls or of a crew.
    pub fn of_calls(&mut self, measure: &MeasureExpr, at: &Place) -> Option<Wanted> {
        match measure {
            MeasureExpr::ServiceLevel {
                hotline,
                within,
                weeks,
                class,
            } => self.service_level(hotline, within, weeks.as_ref(), class.as_ref()),
            MeasureExpr::Abandoned { hotline, class } => {
                self.of_class(hotline, class.as_ref(), CallValue::Abandoned)
            }
            MeasureExpr::SpeedOfAnswer { hotline, class } => {
                self.of_class(hotline, class.as_ref(), CallValue::SpeedOfAnswer)
            }
            MeasureExpr::WaitLonger {
                hotline,
                than,
                class,
            } => {
                let wait = self.setting(than);
                let id = self.hotline_of(hotline)?;
                let number = wait_index(self.hotlines.get_mut(id.index())?, wait);
                self.of_class(hotline, class.as_ref(), CallValue::WaitLonger(number))
            }
            MeasureExpr::Waiting { hotline } => self.of_class(hotline, None, CallValue::Waiting),
            MeasureExpr::Busy { hotline } => self.of_class(hotline, None, CallValue::Busy),
            MeasureExpr::MeanWait {
                hotline,
                class,
                crew,
            } => match (hotline, class, crew) {
                (Some(hotline), class, None) => {
                    self.of_class(hotline, class.as_ref(), CallValue::MeanWait)
                }
                (None, None, Some(crew)) => self.crew_of(crew).map(Wanted::CrewWait),
                _ => self.either_hotline_or_crew(at),
            },
            MeasureExpr::AllBusy { hotline, crew } => match (hotline, crew) {
                (Some(hotline), None) => self.of_class(hotline, None, CallValue::AllBusy),
                (None, Some(crew)) => self.crew_of(crew).map(Wanted::CrewAllBusy),
                _ => self.either_hotline_or_crew(at),
            },
            _ => None,
        }
    }

    fn either_hotline_or_crew(&mut self, at: &Place) -> Option<Wanted> {
        self.report
            .fault("hotline-or-crew", at, say!("hotline-or-crew"))
            .help(say!("hotline-or-crew-help"));
        None
    }

    fn service_level(
        &mut self,
        hotline: &Name,
        within: &Leaf,
        weeks: Option<&Leaf>,
        class: Option<&Name>,
    ) -> Option<Wanted> {
        let normal = self.word_or(weeks, &[("All", false), ("Normal", true)], false);
        let id = self.hotline_of(hotline)?;
        let within = self.positive_setting(within);
        let value =
            CallValue::ServiceLevel(within_index(self.hotlines.get_mut(id.index())?, within));
        match (normal, class) {
            (true, Some(class)) => {
                self.report
                    .fault("class-of-weeks", &class.at, say!("class-of-weeks"))
                    .help(say!("class-of-weeks-help"));
                None
            }
            (true, None) => Some(Wanted::Calls(id, Callers::Normal, value)),
            (false, class) => self.of_class(hotline, class, value),
        }
    }

    fn of_class(
        &mut self,
        hotline: &Name,
        class: Option<&Name>,
        value: CallValue,
    ) -> Option<Wanted> {
        let id = self.hotline_of(hotline)?;
        let callers = match class {
            None => Callers::All,
            Some(class) => Callers::Class(self.class_of(id, class)?),
        };
        Some(Wanted::Calls(id, callers, value))
    }

    /// The class of callers with the name of a key of `serves`.
    fn class_of(&mut self, hotline: HotlineId, name: &Name) -> Option<usize> {
        let classes = &self.hotlines.get(hotline.index())?.classes;
        let known: Vec<String> = classes.iter().map(|class| class.name.clone()).collect();
        let found = known.iter().position(|class| *class == name.text);
        if found.is_none() {
            let meant = self
                .report
                .closest(&name.text, known.iter().map(String::as_str));
            self.report
                .fault(
                    "unknown-class",
                    &name.at,
                    say!("unknown-class", class = &name.text),
                )
                .meant(meant)
                .help(say!("one-of-help", known = known.join(", ")));
        }
        found
    }
}
