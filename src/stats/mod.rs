//! Exact counting and honest intervals.
//!
//! What is counted is kept in integers, so that sums merge in any order to the same bits; estimates and their intervals are
//! computed once, at the end. Knows nothing of services, outages or replications of anything: values in, intervals out.

pub mod beta;
pub mod groups;
pub mod histogram;
pub mod holm;
pub mod interval;
pub mod mean;
pub mod moments;
pub mod paired;
pub mod proportion;
pub mod quantile;
pub mod ratio;
pub mod special;
pub mod steady;
pub mod survival;
pub mod variance;

pub use groups::{GROUPS, group_of};
pub use histogram::Histogram;
pub use interval::{Interval, Method};
pub use moments::{Moments, Summary};
pub use survival::Lifetimes;
