//! The rulings of the documentation, one test each, on models so small that every instant is known beforehand.

#[path = "../common/mod.rs"]
mod common;

mod autonomy;
mod repair;
mod settling;
mod services;
mod shared;
mod switchover;
