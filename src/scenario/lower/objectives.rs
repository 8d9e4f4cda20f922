//! Objectives of services: which level, which times, which availability, and how often a miss is tolerated.
//!
//! Knows nothing of what is reached.

use crate::model::service::{Level, Objective, Tolerance};
use crate::scenario::lower::Lowering;
use crate::scenario::schema;
use crate::scenario::spans::{Leaf, Name, Place};
use crate::units::{Per, Rate, parse_probability};

impl Lowering<'_> {
    /// The objectives of a service.
    pub fn objectives(
        &mut self,
        levels: &[Level],
        name: &Name,
        service: &schema::Service,
    ) -> Vec<Objective> {
        let mut found = Vec::new();
        for part in &service.objectives {
            if let Some(objective) = &part.got {
                found.extend(self.objective(levels, name, objective, &part.at));
            }
        }
        found
    }

    fn objective(
        &mut self,
        levels: &[Level],
        name: &Name,
        written: &schema::Objective,
        at: &Place,
    ) -> Option<Objective> {
        let level = self.wanted_level(levels, name, written, at)?;
        let objective = Objective {
            level,
            rto: written.rto.as_ref().map(|leaf| self.positive_setting(leaf)),
            mtpd: written
                .mtpd
                .as_ref()
                .map(|leaf| self.positive_setting(leaf)),
            availability: written.availability.as_ref().map(|leaf| self.aim(leaf)),
            scheme: written
                .scheme
                .as_ref()
                .map(|leaf| leaf.text.clone())
                .unwrap_or_default(),
            tolerance: written
                .tolerance
                .as_ref()
                .and_then(|leaf| self.tolerance(leaf)),
        };
        self.check_times(&objective, at);
        self.check_use_of_fields(written, at);
        Some(objective)
    }

    /// The level named, or the lowest; a level above one that still delivers deserves a warning (`docs/semantics.md` 23).
    fn wanted_level(
        &mut self,
        levels: &[Level],
        name: &Name,
        written: &schema::Objective,
        at: &Place,
    ) -> Option<usize> {
        let lowest = levels.len().checked_sub(1)?;
        let Some(wanted) = &written.level else {
            return Some(lowest);
        };
        let Some(level) = levels.iter().position(|level| level.name == wanted.text) else {
            let meant = self
                .report
                .closest(&wanted.text, levels.iter().map(|level| level.name.as_str()));
            let message = format!("`{}` has no level `{}`", name.text, wanted.text);
            self.report
                .fault("unknown-level", &wanted.at, message)
                .meant(meant);
            return None;
        };
        if level < lowest {
            let below = &levels[level + 1].name;
            let message = format!(
                "this objective counts time in which the service still delivers at level `{below}`"
            );
            self.report
                .warn("objective-above-delivery", at, message)
                .help("leave out level: to count only the time in which the service is down");
        }
        Some(level)
    }

    fn check_times(&mut self, objective: &Objective, at: &Place) {
        if let (Some(rto), Some(mtpd)) = (objective.rto, objective.mtpd)
            && rto >= mtpd
        {
            let message = format!(
                "the recovery time objective ({rto}) must be shorter than the tolerable disruption ({mtpd})"
            );
            self.report
                .fault("rto-not-below-mtpd", at, message)
                .help("exchange rto: and mtpd:, or correct one of them");
        }
        if objective
            .availability
            .is_some_and(|wanted| wanted <= 0.0 || wanted >= 1.0)
        {
            let message = "a wanted availability lies between 0 % and 100 %, both excluded";
            self.report
                .fault("bad-availability", at, message)
                .help("such as \"99.9 %\"");
        }
    }

    fn check_use_of_fields(&mut self, written: &schema::Objective, at: &Place) {
        let timed = written.rto.is_some() || written.mtpd.is_some();
        if !timed && written.availability.is_none() {
            let message = "this objective wants nothing";
            self.report
                .fault("empty-objective", at, message)
                .help("add rto:, mtpd: or availability:");
        }
        if let (Some(tolerance), false) = (&written.tolerance, timed) {
            let message = "a tolerance belongs to rto: or mtpd:";
            self.report
                .fault("unused-field", &tolerance.at, message)
                .help("leave it out, or add a time");
        }
        if timed && written.tolerance.is_none() {
            let message = "without a tolerance there is no verdict on this objective";
            self.report
                .warn("no-tolerance", at, message)
                .help("add tolerance: \"5 % of outages\" or tolerance: \"1 % / y\"");
        }
        if let (Some(scheme), None) = (&written.scheme, &written.availability) {
            let message = "a scheme names a class of availability";
            self.report
                .fault("unused-field", &scheme.at, message)
                .help("add availability:, or leave it out");
        }
    }

    /// `"5 % of outages"` or `"1 % / y"`.
    fn tolerance(&mut self, leaf: &Leaf) -> Option<Tolerance> {
        let found = match leaf.text.strip_suffix("of outages") {
            Some(share) => parse_probability(share.trim())
                .ok()
                .map(Tolerance::OfOutages),
            None => yearly(&leaf.text).map(Tolerance::PerYear),
        };
        if found.is_none() {
            let message = format!("`{}` is no tolerance", leaf.text);
            self.report
                .fault("bad-tolerance", &leaf.at, message)
                .help("write \"5 % of outages\" or \"1 % / y\"");
        }
        found
    }
}

/// A probability per year.
fn yearly(text: &str) -> Option<f64> {
    let rate = Rate::parse(text).ok()?;
    (rate.per == Per::Nothing && (0.0..=1.0).contains(&rate.per_year)).then_some(rate.per_year)
}
