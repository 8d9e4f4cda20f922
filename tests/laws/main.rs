//! The laws of `dist` against theory: moments, distribution functions, residual lives, refusals, and `rand_distr` as witness.

mod catalogue;
mod fit;
mod moments;
mod pinned;
mod precise;
mod properties;
mod quantiles;
mod refusals;
mod residuals;
