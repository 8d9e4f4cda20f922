//! Parameters and where numbers come from.

use serde::{Deserialize, Serialize};

/// Where a number comes from; reports print it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// A press text.
    Press(String),
    /// Read in a public text.
    Verified(String),
    /// Own calculation from public data.
    Computed(String),
    /// By arithmetic from the above.
    Derived(String),
    /// Commonly quoted, not verified.
    Unverified(String),
    /// Nobody knows; a choice.
    Assumption(String),
}

/// A named value of the scenario, as written, for the table of assumptions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parameter {
    /// The name.
    pub name: String,
    /// The value as written, with its unit.
    pub value: String,
    /// Low and high end worth examining, as written.
    pub range: Option<(String, String)>,
    /// Where it comes from.
    pub from: Mark,
}

/// A number that stands in the text without a source, for the table of assumptions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inline {
    /// Where it stands, in words: `component grid {site}, fails`.
    pub place: String,
    /// As written.
    pub value: String,
}
