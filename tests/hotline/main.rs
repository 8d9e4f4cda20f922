//! The hotline against exact theory and against its rules.

mod bench;
mod rules;
mod surge;
mod theory;
