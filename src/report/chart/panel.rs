//! A panel with axes: grid, ticks that do not run into each other, bands and lines.

use plotters::style::RGBColor;

use crate::report::chart::canvas::{Anchor, Canvas, Stroke};
use crate::report::chart::lettering::{Type, width_of};
use crate::report::chart::palette;
use crate::report::chart::scale::Scale;

/// A tick: its value and its label.
pub type Tick = (f64, String);

/// A rectangle with a scale on each side.
#[derive(Clone, Copy, Debug)]
pub struct Panel {
    /// Left, top, right, bottom [px].
    pub sides: [f64; 4],
    /// From values to pixels from left to right.
    pub x: Scale,
    /// From values to pixels from bottom to top.
    pub y: Scale,
}

/// The room that the labels of a vertical axis take [px].
#[must_use]
pub fn label_room(ticks: &[Tick]) -> f64 {
    ticks
        .iter()
        .map(|(_, label)| width_of(label, Type::SMALL))
        .fold(0.0, f64::max)
        + 8.0
}

impl Panel {
    /// Horizontal grid lines with their labels left of the panel.
    pub fn y_axis(&self, canvas: &mut Canvas<'_>, ticks: &[Tick]) {
        let [left, _, right, _] = self.sides;
        for (value, label) in ticks.iter().filter(|(value, _)| self.y.holds(*value)) {
            let y = self.y.at(*value);
            canvas.line((left, y), (right, y), Stroke::solid(1.0, palette::GRID));
            canvas.text(left - 8.0, y + 4.0, label, Type::SMALL, Anchor::End);
        }
    }

    /// The line at the foot with ticks and labels; where they would touch, every second, third … is shown.
    pub fn x_axis(&self, canvas: &mut Canvas<'_>, ticks: &[Tick]) {
        let [left, _, right, bottom] = self.sides;
        canvas.line(
            (left, bottom),
            (right, bottom),
            Stroke::solid(1.0, palette::MUTED),
        );
        let places: Vec<Place> = ticks
            .iter()
            .filter(|(value, _)| self.x.holds(*value))
            .map(|(value, label)| Place::new(self.x.at(*value), label, canvas.width()))
            .collect();
        let stride = (1..=places.len())
            .find(|&stride| apart(&places, stride))
            .unwrap_or(1);
        for place in places.iter().step_by(stride) {
            canvas.line(
                (place.x, bottom),
                (place.x, bottom + 5.0),
                Stroke::solid(1.0, palette::MUTED),
            );
            canvas.text(
                place.middle,
                bottom + 18.0,
                place.label,
                Type::SMALL,
                Anchor::Middle,
            );
        }
    }

    /// What the horizontal axis shows, below its labels.
    pub fn x_title(&self, canvas: &mut Canvas<'_>, title: &str) {
        let [left, _, right, bottom] = self.sides;
        let half = width_of(title, Type::SMALL) / 2.0;
        let middle = ((left + right) / 2.0).min(canvas.width() - half).max(half);
        canvas.text(middle, bottom + 36.0, title, Type::SMALL, Anchor::Middle);
    }

    /// What the vertical axis shows, above the panel.
    pub fn y_title(&self, canvas: &mut Canvas<'_>, title: &str) {
        canvas.text(0.0, self.sides[1] - 12.0, title, Type::SMALL, Anchor::Start);
    }

    /// A band between two curves through the same x.
    pub fn band(&self, canvas: &mut Canvas<'_>, points: &[(f64, f64, f64)], colour: RGBColor) {
        let upper = points
            .iter()
            .map(|&(x, _, high)| (self.x.at(x), self.y.at(high)));
        let lower = points
            .iter()
            .rev()
            .map(|&(x, low, _)| (self.x.at(x), self.y.at(low)));
        canvas.area(&upper.chain(lower).collect::<Vec<_>>(), colour, 0.18);
    }

    /// A line through points.
    pub fn curve(&self, canvas: &mut Canvas<'_>, points: &[(f64, f64)], stroke: Stroke) {
        let points: Vec<_> = points
            .iter()
            .map(|&(x, y)| (self.x.at(x), self.y.at(y)))
            .collect();
        canvas.path(&points, stroke);
    }
}

/// Where the label of a tick stands [px].
struct Place<'a> {
    x: f64,
    middle: f64,
    half: f64,
    label: &'a str,
}

impl<'a> Place<'a> {
    /// Below the tick, or as close to it as the picture's edge allows.
    fn new(x: f64, label: &'a str, width: f64) -> Self {
        let half = width_of(label, Type::SMALL) / 2.0;
        Self {
            x,
            middle: x.clamp(half, (width - half).max(half)),
            half,
            label,
        }
    }
}

/// Whether the labels of every `stride`-th tick keep their distance.
fn apart(places: &[Place<'_>], stride: usize) -> bool {
    let mut kept = places.iter().step_by(stride);
    let Some(mut before) = kept.next() else {
        return true;
    };
    kept.all(|place| {
        let fits = place.middle - place.half >= before.middle + before.half + 10.0;
        before = place;
        fits
    })
}
