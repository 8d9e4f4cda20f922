//! What names are called when they are shown: the table `names:`.
//!
//! Knows nothing of the languages' rules, nor of where names are shown.

use crate::say;
use crate::scenario::lower::Lowering;
use crate::scenario::schema::Worded;
use crate::scenario::spans::Name;
use crate::text::naming::carried;
use crate::text::{Language, Wording};

impl Lowering<'_> {
    /// The table as written, first entry first; a wording with more stars than its name is a fault.
    pub fn read_names(&mut self) -> Vec<(String, Wording)> {
        let scenario = self.scenario;
        for (name, worded) in scenario.names.entries() {
            self.check_stars(name, worded);
        }
        let entries = scenario.names.entries();
        entries
            .map(|(name, worded)| (name.text.clone(), worded.wording()))
            .collect()
    }

    fn check_stars(&mut self, name: &Name, worded: &Worded) {
        let stars = |text: &str| text.matches('*').count();
        let wording = worded.wording();
        let most = Language::ALL.map(|language| stars(wording.say(language)));
        if most.iter().any(|&found| found > stars(&name.text)) {
            self.report
                .fault(
                    "too-many-stars",
                    worded.at(),
                    say!("too-many-stars", name = &name.text),
                )
                .help(say!("too-many-stars-help"));
        }
    }

    /// Warns of entries that no thing, level or group bears. Only for scenarios without faults, else names may be missing; and without
    /// variants, one of which may bring or take what bears the name.
    pub fn warn_of_unmatched_names(&mut self) {
        let scenario = self.scenario;
        if !scenario.variants.is_empty() {
            return;
        }
        for name in scenario.names.names() {
            if self.is_borne(&name.text) {
                continue;
            }
            let bearers = self.names.things().map(|(bearer, _)| bearer);
            let meant = self.report.closest(&name.text, bearers);
            self.report
                .warn(
                    "matches-nothing",
                    &name.at,
                    say!("matches-nothing", name = &name.text),
                )
                .meant(meant);
        }
    }

    /// Whether something bears a name that fits: a thing, a part of a component, an organisation, a group, a level or a variant.
    fn is_borne(&self, pattern: &str) -> bool {
        let things = self.names.things().map(|(name, _)| name);
        let parts = self.components.iter().map(|part| part.name.as_str());
        let organisations = self.names.organisations().map(|(name, _)| name);
        let groups = self.groups.iter().map(|group| group.name.as_str());
        let levels = self.services.iter().flat_map(|service| &service.levels);
        let variants = self.scenario.variants.names();
        things
            .chain(variants.map(|name| name.text.as_str()))
            .chain(parts)
            .chain(organisations)
            .chain(groups)
            .chain(levels.map(|level| level.name.as_str()))
            .any(|name| carried(pattern, name).is_some())
    }
}
