//! Charts: figures made from results, drawn as SVG and PNG.
//!
//! A figure states its finding in words, shows it, and carries the same numbers as a table. Charts compute nothing that a result
//! does not already hold; they know nothing of HTML.

mod availability;
pub mod canvas;
mod causes;
mod convergence;
pub mod dependencies;
pub mod difference;
pub mod font;
mod hotline;
mod lettering;
pub mod palette;
mod panel;
#[cfg(feature = "png")]
pub mod png;
mod scale;
mod survival;
pub mod svg;
mod timeline;

use crate::batch::results::Estimate;
use crate::report::chart::canvas::Canvas;
use crate::report::table::Table;
use crate::report::words::{Words, capitalised};

/// What a chart draws: its height for a width, and how.
pub trait Plot {
    /// Height at this width [px].
    fn height(&self, width: f64) -> f64;

    /// Draws from the canvas's origin over its whole width.
    fn draw(&self, canvas: &mut Canvas<'_>);
}

/// Where in a report a figure belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Among the findings.
    Findings,
    /// With the causes.
    Causes,
    /// With the method.
    Method,
}

impl Place {
    /// Most figures of the place that a report shows; the others are files only.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Self::Findings => 8,
            Self::Causes => 3,
            Self::Method => 2,
        }
    }
}

/// A figure.
pub struct Figure {
    /// Unique within the report; letters, digits and `-` only, so it serves as file name and id.
    pub id: String,
    /// Where it belongs.
    pub place: Place,
    /// The finding.
    pub headline: String,
    /// Measure, unit and scope.
    pub subtitle: String,
    /// The finding in two sentences, for those who do not see the picture.
    pub description: String,
    /// The picture.
    pub plot: Box<dyn Plot>,
    /// The same numbers.
    pub table: Table,
    /// The CSV file that holds them all.
    pub csv: &'static str,
}

/// All figures that the results have something for, in the order of the report.
#[must_use]
pub fn figures(words: &Words<'_>) -> Vec<Figure> {
    let mut all = Vec::new();
    // How much, how long, and a bad year: the three that a report shows first.
    let mut survival = survival::figures(words).into_iter();
    all.extend(availability::figure(words));
    all.extend(survival.next());
    all.extend(timeline::figure(words));
    all.extend(hotline::figures(words));
    // Many services make many of these, of which a report shows the first.
    all.extend(survival);
    all.extend(causes::figures(words));
    all.extend(convergence::figures(words));
    for (index, figure) in all.iter_mut().enumerate() {
        figure.id = format!("{:02}-{}", index + 1, figure.id);
        figure.headline = capitalised(&figure.headline);
    }
    all
}

/// Whether the larger of two estimates is larger for sure: its interval lies above the other's.
fn apart(larger: &Estimate, smaller: &Estimate) -> bool {
    match (larger.low, smaller.high) {
        (Some(low), Some(high)) => low > high,
        _ => false,
    }
}

/// `name` in lower-case letters, digits and `-`, at most 40 of them: safe as part of a file name or id.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            'a'..='z' | '0'..='9' => slug.push(letter),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.truncate(40);
    slug.trim_end_matches('-').to_owned()
}
