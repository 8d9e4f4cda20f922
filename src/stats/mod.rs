//! todo

pub mod special;
