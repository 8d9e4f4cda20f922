//! A panel with axes: grid, ticks that do not run into each other, bands and lines.

use plotters::style::RGBColor;

use crate::report::chart::canvas::{Anchor, Canvas, Stroke, Type, width_of};
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

    /// The line at the foot with ticks and labels; a label that would touch the one before it is left out.
    pub fn x_axis(&self, canvas: &mut Canvas<'_>, ticks: &[Tick]) {
        let [left, _, right, bottom] = self.sides;
        canvas.line(
            (left, bottom),
            (right, bottom),
            Stroke::solid(1.0, palette::MUTED),
        );
        let mut free_from = f64::NEG_INFINITY;
        for (value, label) in ticks.iter().filter(|(value, _)| self.x.holds(*value)) {
            let (x, half) = (self.x.at(*value), width_of(label, Type::SMALL) / 2.0);
            let middle = x.clamp(half, (canvas.width() - half).max(half));
            if middle - half < free_from {
                continue;
            }
            canvas.line(
                (x, bottom),
                (x, bottom + 5.0),
                Stroke::solid(1.0, palette::MUTED),
            );
            canvas.text(middle, bottom + 18.0, label, Type::SMALL, Anchor::Middle);
            free_from = middle + half + 10.0;
        }
    }

    /// What the horizontal axis shows, below its labels.
    pub fn x_title(&self, canvas: &mut Canvas<'_>, title: &str) {
        let [left, _, right, bottom] = self.sides;
        canvas.text(
            (left + right) / 2.0,
            bottom + 36.0,
            title,
            Type::SMALL,
            Anchor::Middle,
        );
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
