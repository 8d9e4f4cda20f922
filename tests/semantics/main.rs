//! The rulings of the documentation, one test each, on models so small that every instant is known beforehand.

#[path = "../common/mod.rs"]
mod common;

mod autonomy;
mod chains;
mod repair;
mod services;
mod settling;
mod shared;
mod stress;
mod switchover;
