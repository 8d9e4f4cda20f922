//! Numbers with units as people write them: `"4 h"`, `"0.26 / y"`, `"2.5 / (1000 km y)"`, `"2 %"`.

use crate::units::Span;

/// What a rate counts on besides time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// Nothing else: `"0.26 / y"`.
    Nothing,
    /// One kilometre of cable: `"2.5 / (1000 km y)"`.
    Kilometre,
    /// One user: `"0.6 / (user month)"`.
    User,
}

/// How often something happens [1/y, per item of `per`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Events a year and item [1/y].
    pub per_year: f64,
    /// The item.
    pub per: Per,
}

/// Why a text is no quantity of the wanted kind.
#[derive(Clone, Debug, PartialEq)]
pub enum UnitFault {
    /// No number at the beginning.
    NoNumber,
}

impl Span {
    /// Reads `"90 s"`, `"4 h"`, `"10 y"` (units `us ms s min h d w y`).
    ///
    /// # Errors
    /// Says what is missing or wrong.
    pub fn parse(_text: &str) -> Result<Self, UnitFault> {
        todo!()
    }
}

/// Reads a plain number that is finite.
///
/// # Errors
/// Says what is wrong.
pub fn parse_number(_text: &str) -> Result<f64, UnitFault> {
    todo!()
}

/// Reads `"2 %"` or `"0.02"`: a number from 0 to 1 [1].
///
/// # Errors
/// Says what is wrong.
pub fn parse_probability(_text: &str) -> Result<f64, UnitFault> {
    todo!()
}

impl Rate {
    /// Reads `"0.26 / y"`, `"2.5 / (1000 km y)"`, `"0.6 / (user month)"`, `"1 % / y"`.
    ///
    /// # Errors
    /// Says what is missing or wrong.
    pub fn parse(_text: &str) -> Result<Self, UnitFault> {
        todo!()
    }
}
