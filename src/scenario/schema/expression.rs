//! Expressions as written.

use crate::scenario::schema::{Law, Repair};
use crate::scenario::spans::{Leaf, Name, Place};

/// An expression over components, parts, links, rooms, services and reachability.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it says.
    pub what: Gate,
    /// Where.
    pub at: Place,
}

choice! {
    /// The words of expressions.
    pub enum Gate as "an-expression", bare Ref: Name {
        /// All of these hold.
        All(of: Vec<Expr>),
        /// At least one holds.
        Any(of: Vec<Expr>),
        /// At least so many hold.
        AtLeast(count: Leaf, of: Vec<Expr>),
        /// A path joins the two nodes.
        Reach(from: Name, to: Name),
        /// The first that can, with a switchover between them.
        First {
            /// In order of preference.
            of: Vec<Expr>,
            /// From the demand until the next one carries.
            delay: Option<Law>,
            /// Chance that a demand succeeds.
            success: Option<Leaf>,
            /// Switching by hand after a demand that did not succeed; `Never`.
            manual: Option<Repair>,
            /// How long the unit repaired first takes to become active when nothing was left.
            activation: Option<Law>,
            /// `AtOnce` or `Never`.
            fail_back: Option<Leaf>,
        },
    }
}
