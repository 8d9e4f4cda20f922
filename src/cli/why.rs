//! `ausfall why`: how every outage of a service in one replication came about.

use std::io::{self, Write};

use super::Outcome;
use super::args::Why;
use super::exit::{Exit, Failure};
use super::input;
use super::terminal::{Output, plain};
use crate::batch::chain::{Chains, Outage, Witness};
use crate::batch::results::Chain;
use crate::kernel::Seed;
use crate::model::Blueprint;
use crate::model::ids::ServiceId;
use crate::report::chain;
use crate::report::names::Names;
use crate::scenario::did_you_mean;
use crate::simulate::{Options, World};
use crate::text::{Catalogue, Say, Value};
use crate::units::Span;

/// In so many further replications an outage is looked for where this one has none.
const LOOKED_AHEAD: u64 = 50;

/// Carries out a why.
///
/// # Errors
/// When the scenario is at fault, there is no such service, level or year, the replication had to be stopped, or writing failed.
pub fn why(why: &Why) -> Outcome {
    let catalogue = Catalogue::new(why.language);
    let blueprint = input::blueprint(&why.study, &catalogue)?;
    input::refuse_uncounted_year(why.year, &blueprint)?;
    let asked = Asked {
        why,
        blueprint: &blueprint,
        catalogue: &catalogue,
        service: find_service(why, &blueprint)?,
        level: find_level(why, &blueprint)?,
    };
    let witness = asked.simulate(why.replication, why.study.options)?;
    let chains = Chains::new(&blueprint, &witness);
    let outages = asked.outages(&chains);
    let mut out = Output::stdout();
    if why.json {
        asked.write_json(&mut out, &chains, &outages)
    } else if outages.is_empty() {
        let elsewhere = asked.look_ahead()?;
        asked.tell_none(&mut out, elsewhere)
    } else {
        asked.tell(&mut out, &chains, &outages)
    }
    .and_then(|()| out.flush())
    .map_err(Failure::stdout)?;
    Ok(Exit::Done)
}

/// The service that is meant.
fn find_service(why: &Why, blueprint: &Blueprint) -> Result<ServiceId, Failure> {
    let names: Vec<&str> = blueprint
        .services
        .iter()
        .map(|service| service.name.as_str())
        .collect();
    let found = names.iter().position(|&name| name == why.service);
    found
        .map(ServiceId::new)
        .ok_or_else(|| unknown("error-service", &why.service, "", &names))
}

/// The level below which outages are told (index).
fn find_level(why: &Why, blueprint: &Blueprint) -> Result<usize, Failure> {
    let service = find_service(why, blueprint)?;
    let levels = &blueprint.services[service.index()].levels;
    let Some(wanted) = &why.level else {
        return Ok(levels.len() - 1);
    };
    let names: Vec<&str> = levels.iter().map(|level| level.name.as_str()).collect();
    let found = names.iter().position(|name| name == wanted);
    found.ok_or_else(|| unknown("error-level", wanted, &why.service, &names))
}

/// A name that is none of those known.
fn unknown(key: &'static str, name: &str, service: &str, known: &[&str]) -> Failure {
    let meant = did_you_mean(name, known.iter().copied()).unwrap_or("none");
    Failure::Usage(
        Say::new(key)
            .with("name", plain(name))
            .with("service", plain(service))
            .with("meant", meant)
            .with("known", plain(&known.join(", "))),
    )
}

/// What is asked for, found in the blueprint.
struct Asked<'a> {
    why: &'a Why,
    blueprint: &'a Blueprint,
    catalogue: &'a Catalogue,
    service: ServiceId,
    level: usize,
}

impl Asked<'_> {
    const fn names(&self) -> Names<'_> {
        Names {
            table: self.blueprint.about.names.as_slice(),
            catalogue: self.catalogue,
        }
    }

    fn simulate(&self, replication: u64, options: Options) -> Result<Witness, Failure> {
        let mut witness = Witness::default();
        World::new(self.blueprint)
            .run(
                &Seed::new(self.why.study.seed),
                replication,
                options,
                &mut witness,
            )
            .map_err(Failure::Stopped)?;
        Ok(witness)
    }

    /// The outages of the service that are asked for.
    fn outages(&self, chains: &Chains<'_>) -> Vec<Outage> {
        let mut outages = chains.outages(self.service, self.level);
        if let Some(year) = self.why.year {
            outages.retain(|of| self.blueprint.year_of(chains.began(of)) == Some(year));
        }
        outages
    }

    /// The next replication in which there is what this one has not.
    fn look_ahead(&self) -> Result<Option<u64>, Failure> {
        let from = self.why.replication;
        for replication in from.saturating_add(1)..=from.saturating_add(LOOKED_AHEAD) {
            let witness = self.simulate(replication, Options::default())?;
            let chains = Chains::new(self.blueprint, &witness);
            if !self.outages(&chains).is_empty() {
                return Ok(Some(replication));
            }
        }
        Ok(None)
    }

    /// One JSON object for each outage.
    fn write_json(
        &self,
        out: &mut Output,
        chains: &Chains<'_>,
        outages: &[Outage],
    ) -> io::Result<()> {
        for outage in outages {
            serde_json::to_writer(&mut *out, &chains.chain(outage))?;
            writeln!(out)?;
            if out.is_closed() {
                break;
            }
        }
        Ok(())
    }

    fn tell(&self, out: &mut Output, chains: &Chains<'_>, outages: &[Outage]) -> io::Result<()> {
        let together = outages.iter().fold(Span::ZERO, |sum, of| {
            sum + (chains.ended(of) - chains.began(of))
        });
        let mut arguments = self.arguments();
        arguments.push(("n", (outages.len() as u64).into()));
        let time = self.catalogue.duration_exact(together.hours(), 3);
        arguments.push(("time", time.into()));
        writeln!(out, "{}", self.catalogue.get("why-head", &arguments))?;
        for outage in outages {
            let year = self.blueprint.year_of(chains.began(outage));
            self.tell_chain(out, &chains.chain(outage), year)?;
            if out.is_closed() {
                return Ok(());
            }
        }
        let year = outages
            .first()
            .and_then(|of| self.blueprint.year_of(chains.began(of)));
        let command = [("command", self.trace(year).into())];
        writeln!(out, "\n{}", self.catalogue.get("why-next", &command))
    }

    fn tell_chain(&self, out: &mut Output, told: &Chain, year: Option<u32>) -> io::Result<()> {
        let year = year.map_or_else(|| "none".to_owned(), |year| year.to_string());
        let began = chain::local_time(&told.began, self.catalogue);
        let arguments = [("began", began.into()), ("year", year.into())];
        writeln!(out, "\n{}", chain::headline(told, &self.names()))?;
        writeln!(out, "  {}", self.catalogue.get("chain-from", &arguments))?;
        write!(out, "{}", chain::text(told, &self.names()))
    }

    fn tell_none(&self, out: &mut Output, elsewhere: Option<u64>) -> io::Result<()> {
        let none = self.catalogue.get("why-none", &self.arguments());
        writeln!(out, "{none}")?;
        let further = match elsewhere {
            Some(replication) => {
                let arguments = [
                    ("replication", replication.to_string().into()),
                    ("command", self.again(replication).into()),
                ];
                self.catalogue.get("why-elsewhere", &arguments)
            }
            None => self
                .catalogue
                .get("why-nowhere", &[("n", LOOKED_AHEAD.into())]),
        };
        writeln!(out, "{further}")
    }

    /// What the head of the answer names.
    fn arguments(&self) -> Vec<(&'static str, Value<'static>)> {
        let levels = &self.blueprint.services[self.service.index()].levels;
        let lowest = self.level + 1 == levels.len();
        let year = self.why.year;
        vec![
            ("service", self.names().shown(&self.why.service).into()),
            ("replication", self.why.replication.to_string().into()),
            ("seed", self.why.study.seed.to_string().into()),
            ("level", self.names().shown(&levels[self.level].name).into()),
            ("lowest", if lowest { "yes" } else { "no" }.into()),
            (
                "year",
                year.map_or_else(|| "none".to_owned(), |year| year.to_string())
                    .into(),
            ),
        ]
    }

    /// The command that asks the same of another replication.
    fn again(&self, replication: u64) -> String {
        let level = self.why.level.iter().map(|level| ("level", level.clone()));
        let year = self.why.year.iter().map(|year| ("year", year.to_string()));
        let command = self.command("why", replication, level.chain(year));
        format!("{command} {}", chain::quoted(&self.why.service))
    }

    /// The command that tells every event of the replication, or of one of its years.
    fn trace(&self, year: Option<u32>) -> String {
        let year = year.iter().map(|year| ("year", year.to_string()));
        self.command("trace", self.why.replication, year)
    }

    fn command(
        &self,
        verb: &str,
        replication: u64,
        more: impl Iterator<Item = (&'static str, String)>,
    ) -> String {
        let study = &self.why.study;
        let seed = (study.seed != 1).then(|| ("seed", study.seed.to_string()));
        let overrides = study.overrides.clone();
        let horizon = overrides.horizon.map(|span| ("horizon", span));
        let variant = overrides.variant.map(|name| ("variant", name));
        let set = overrides.set.into_iter();
        let set = set.map(|(name, value)| ("set", format!("{name}={value}")));
        let changed = seed.into_iter().chain(horizon).chain(variant).chain(set);
        let file = chain::quoted(&study.file.to_string_lossy());
        let mut command = format!("ausfall {verb} {file} -r {replication}");
        for (name, value) in changed.chain(more) {
            command.push_str(&format!(" --{name} {}", chain::quoted(&value)));
        }
        command
    }
}
