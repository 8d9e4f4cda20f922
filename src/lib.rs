//! Discrete-event simulation for resilience studies of shared IT.
//!
//! **In:** a scenario file that a person can read aloud: sites, components, links, shared causes, services with levels,
//! organisations, crews, hotlines; and a seed and a number of replications.
//! **Out:** how often and how long each service is down, who is hit, which deadline is missed, which cause decides. Every number
//! carries its interval; results, charts and a report can be rebuilt byte for byte.
//!
//! ```text
//! scenario.ron ──parse──▶ Scenario ──check──▶ diagnostics (all faults at once, each with place and way out)
//!                                    └─lower──▶ Blueprint   (dense, immutable, shared by all threads)
//! Blueprint + (seed, replication r) ──simulate──▶ Outcome   (counts and sums of one replication)
//! Outcome × n ──fold in order──▶ Results ──▶ summary on the terminal, results.json, CSV, charts, report.html
//! Blueprint + (seed, r) ──trace──▶ the story of one replication, event by event
//! ```
//!
//! # Promises
//!
//! 1. *Same scenario, seed and number of replications: the same bytes* in `results.json`, on any machine and any number of threads.
//!    Time is an integer, sums are exact, and no result depends on the clock, the platform's maths library or the order of a map.
//! 2. *Ties are settled in words.* What happens at one instant happens in the order of ranks (calendar, completions, failures,
//!    expiries, arrivals, measurements), then in the order in which it was scheduled.
//! 3. *Luck has names.* A random number depends on the seed, the name of its stream, the replication and the index of what is being
//!    lived through, and on nothing else. A new component leaves the luck of every other as it was.
//! 4. *Never a bare number.* Every measure has an estimate, an interval, its method and the number of events it rests on; what was
//!    never seen is reported as a bound, not as zero.
//! 5. *All faults of a scenario at once*, each with its place and the way out. Every field is used or refused, and no input makes
//!    the program panic.
//! 6. *Files appear whole or not at all.*
//!
//! # The parts
//!
//! Data flows one way: a part uses only parts to its left, and parts between the same arrows do not use each other.
//! `tests/tidy.rs` holds this against the sources.
//!
//! ```text
//! units, stats, text → dist, kernel → model → scenario → simulate → batch → compare, explain → report → cli
//! ```
//!
//! | part | is for | must not know |
//! |---|---|---|
//! | [`units`] | instants and spans on the integer clock, rates, probabilities | laws, files |
//! | [`stats`] | exact moments, histograms, intervals | what is being measured |
//! | [`text`] | message catalogue, numbers and dates in two languages | results |
//! | [`dist`] | laws by inversion; a law takes uniforms | streams, seeds |
//! | [`kernel`] | the agenda of what comes next, named randomness | components, services |
//! | [`model`] | the blueprint: dense ids, compiled gates | scenario files, running |
//! | [`scenario`] | the language: from text to a blueprint or to every fault | running, reporting |
//! | [`simulate`] | one replication | other replications, statistics, files |
//! | [`batch`] | many replications in parallel, folded in order into results | charts, languages, terminals |
//! | [`compare`] | several designs on common random numbers, their differences | files, languages, terminals |
//! | [`report`] | summary, files, charts and report from results | how results come about |
//! | [`cli`] | the command line | how anything is computed |
//!
//! A first look: [`scenario::load`] turns text into a [`model::Blueprint`], [`simulate::World`] runs one replication of it,
//! [`batch::Results`] holds what a batch found.

#![allow(
    rustdoc::broken_intra_doc_links,
    reason = "units stand in brackets in the docs, as in `[h]`"
)]

pub mod batch;
pub mod cli;
pub mod compare;
pub mod dist;
pub mod kernel;
pub mod model;
pub mod report;
pub mod scenario;
pub mod simulate;
pub mod stats;
pub mod text;
pub mod units;
