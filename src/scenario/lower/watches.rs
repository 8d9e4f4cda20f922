//! What is observed: every service below every level, every demanded limited level, and what is asked for besides.
//!
//! Knows nothing of how outages are counted. Thresholds are gathered first and sorted at the end, when measures learn their numbers.

use crate::model::ids::{ServiceId, Signal, WatchId};
use crate::model::service::Service;
use crate::model::watch::{CallValue, Observed, Quantity, Wanted, Watch};
use crate::scenario::lower::Lowering;
use crate::units::Span;

impl Lowering<'_> {
    /// The watches that every scenario has.
    pub fn add_standard_watches(&mut self) {
        for at in 0..self.services.len() {
            let (service, id) = (self.services[at].clone(), ServiceId::new(at));
            for (level, written) in service.levels.iter().enumerate() {
                let watch = self.watch_below(id, level);
                for objective in service
                    .objectives
                    .iter()
                    .filter(|objective| objective.level == level)
                {
                    for time in [objective.rto, objective.mtpd].into_iter().flatten() {
                        self.threshold(watch, time);
                    }
                }
                if let Some(limit) = written.limit {
                    let watch = self.watch_demanded(id, level);
                    self.threshold(watch, limit.at_most);
                }
            }
        }
    }

    /// The watch on a service below a level.
    pub fn watch_below(&mut self, service: ServiceId, level: usize) -> WatchId {
        let of = &self.services[service.index()];
        let (subject, name) = (
            format!("service/{}", of.name),
            of.levels[level].name.clone(),
        );
        self.watch(Observed::Below(service, level), subject, name, true)
    }

    /// The watch on a level that is demanded, whatever its limit says.
    pub fn watch_demanded(&mut self, service: ServiceId, level: usize) -> WatchId {
        let of = &self.services[service.index()];
        let (subject, name) = (
            format!("demanded/{}", of.name),
            of.levels[level].name.clone(),
        );
        self.watch(Observed::Demanded(service, level), subject, name, true)
    }

    /// The watch on a signal that does not hold.
    pub fn watch_down(&mut self, signal: Signal, subject: String) -> WatchId {
        self.watch(Observed::Not(signal), subject, String::new(), true)
    }

    /// The same, without rows of its own unless it is asked for besides.
    pub fn watch_quietly(&mut self, signal: Signal, subject: String) -> WatchId {
        self.watch(Observed::Not(signal), subject, String::new(), false)
    }

    /// A watch; the same condition under the same subject has one.
    fn watch(&mut self, of: Observed, subject: String, level: String, told: bool) -> WatchId {
        let known = self
            .watches
            .iter()
            .position(|watch| watch.of == of && watch.subject == subject);
        if let Some(known) = known {
            self.watches[known].told |= told;
            return WatchId::new(known);
        }
        self.watches.push(Watch {
            of,
            subject,
            level,
            thresholds: Vec::new(),
            chances: Vec::new(),
            told,
            below: Vec::new(),
        });
        WatchId::new(self.watches.len() - 1)
    }

    /// The number of a threshold of a watch, in the order of gathering.
    pub fn threshold(&mut self, watch: WatchId, longer: Span) -> usize {
        let thresholds = &mut self.watches[watch.index()].thresholds;
        thresholds
            .iter()
            .position(|&known| known == longer)
            .unwrap_or_else(|| {
                thresholds.push(longer);
                thresholds.len() - 1
            })
    }

    /// Sorts thresholds and counted waits; `wanted` are the measures that refer to them.
    pub fn sort_thresholds<'w>(&mut self, wanted: impl Iterator<Item = &'w mut Wanted>) {
        let of_watches: Vec<Vec<usize>> = self.watches.iter_mut().map(sort_thresholds).collect();
        let hotlines = self.hotlines.iter_mut();
        let of_hotlines: Vec<[Vec<usize>; 2]> = hotlines
            .map(|hotline| [sort(&mut hotline.within), sort(&mut hotline.waits)])
            .collect();
        for (hotline, [places, _]) in self.hotlines.iter_mut().zip(&of_hotlines) {
            for (_, within) in &mut hotline.objectives {
                *within = places[*within];
            }
        }
        for measure in wanted {
            match measure {
                Wanted::Longer(watch, number)
                | Wanted::ShareLonger(watch, number)
                | Wanted::ReturnPeriod(watch, number)
                | Wanted::YearWithLonger(watch, number) => {
                    *number = of_watches[watch.index()][*number];
                }
                Wanted::Calls(hotline, _, CallValue::ServiceLevel(number)) => {
                    *number = of_hotlines[hotline.index()][0][*number];
                }
                Wanted::Calls(hotline, _, CallValue::WaitLonger(number)) => {
                    *number = of_hotlines[hotline.index()][1][*number];
                }
                _ => {}
            }
        }
    }
}

/// Sorts the thresholds of a watch; tells for each former place the new one.
fn sort_thresholds(watch: &mut Watch) -> Vec<usize> {
    let places = sort(&mut watch.thresholds);
    for chance in &mut watch.chances {
        if let Quantity::FirstLonger(number) = &mut chance.of {
            *number = places[*number];
        }
    }
    places
}

/// The signals that a watch looks at.
pub fn signals(of: Observed, services: &[Service]) -> Vec<Signal> {
    let levels = |service: ServiceId, level: usize| {
        let upto = &services[service.index()].levels[..=level];
        upto.iter()
            .map(|level| Signal::new(level.component.index()))
    };
    match of {
        Observed::Below(service, level) | Observed::Demanded(service, level) => {
            levels(service, level).collect()
        }
        Observed::Not(signal) => vec![signal],
    }
}

/// Sorts spans; tells for each former place the new one.
fn sort(spans: &mut [Span]) -> Vec<usize> {
    let former = spans.to_vec();
    spans.sort_unstable();
    former
        .iter()
        .map(|span| spans.partition_point(|other| other < span))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorting_tells_where_each_threshold_went() {
        let mut spans: Vec<Span> = [72, 2, 24].into_iter().map(Span::from_hours).collect();
        assert_eq!(sort(&mut spans), [2, 0, 1]);
        assert_eq!(spans, [2, 24, 72].map(Span::from_hours));
    }
}
