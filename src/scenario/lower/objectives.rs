//! Objectives of services: which level, which times, which availability, and how often a miss is tolerated.
//!
//! Knows nothing of what is reached.

use crate::model::service::{Level, Objective, Tolerance};
use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::schema;
use crate::scenario::spans::{Leaf, Name, Place};
use crate::units::{Per, Rate, UnitFault, parse_probability};

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
            self.report.no_level(&name.text, wanted, levels);
            return None;
        };
        if level < lowest {
            let below = &levels[level + 1].name;
            self.report
                .warn(
                    "objective-above-delivery",
                    at,
                    say!("objective-above-delivery", level = below),
                )
                .help(say!("objective-above-delivery-help"));
        }
        Some(level)
    }

    fn check_times(&mut self, objective: &Objective, at: &Place) {
        if let (Some(rto), Some(mtpd)) = (objective.rto, objective.mtpd)
            && rto >= mtpd
        {
            let message = say!(
                "rto-not-below-mtpd",
                rto = rto.to_string(),
                mtpd = mtpd.to_string()
            );
            let help = say!(
                "rto-not-below-mtpd-help",
                rto = mtpd.to_string(),
                mtpd = rto.to_string()
            );
            self.report
                .fault("rto-not-below-mtpd", at, message)
                .help(help);
        }
        if objective
            .availability
            .is_some_and(|wanted| wanted <= 0.0 || wanted >= 1.0)
        {
            self.report
                .fault("bad-availability", at, say!("bad-availability"))
                .help(say!("bad-availability-help"));
        }
    }

    fn check_use_of_fields(&mut self, written: &schema::Objective, at: &Place) {
        let timed = written.rto.is_some() || written.mtpd.is_some();
        if !timed && written.availability.is_none() {
            self.report
                .fault("empty-objective", at, say!("empty-objective"))
                .help(say!("empty-objective-help"));
        }
        if let (Some(tolerance), false) = (&written.tolerance, timed) {
            self.report
                .fault(
                    "unused-field",
                    &tolerance.at,
                    say!("unused-field-tolerance"),
                )
                .help(say!("unused-field-tolerance-help"));
        }
        if timed && written.tolerance.is_none() {
            self.report
                .warn("no-tolerance", at, say!("no-tolerance"))
                .help(say!("no-tolerance-help"));
        }
        if let (Some(scheme), None) = (&written.scheme, &written.availability) {
            self.report
                .fault("unused-field", &scheme.at, say!("unused-field-scheme"))
                .help(say!("unused-field-scheme-help"));
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
            self.report
                .fault(
                    "bad-tolerance",
                    &leaf.at,
                    say!("bad-tolerance", text = &leaf.text),
                )
                .help(match meant_share(&leaf.text) {
                    Some(share) => say!("bad-tolerance-share-help", share = share),
                    None => say!("bad-tolerance-help"),
                });
        }
        found
    }
}

/// The share in a text that leaves open of what it is.
fn meant_share(text: &str) -> Option<String> {
    let share = match parse_probability(text) {
        Ok(_) => text.trim().to_owned(),
        Err(UnitFault::Trailing {
            corrected: Some(share),
            ..
        }) => share,
        Err(_) => return None,
    };
    share.ends_with('%').then_some(share)
}

/// A probability per year.
fn yearly(text: &str) -> Option<f64> {
    let rate = Rate::parse(text).ok()?;
    (rate.per == Per::Nothing && (0.0..=1.0).contains(&rate.per_year)).then_some(rate.per_year)
}
