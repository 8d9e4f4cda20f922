//! Differences of designs to a base: a row each, its interval about a line at zero, the better side named.

use plotters::style::RGBColor;

use crate::report::chart::canvas::{Anchor, Canvas, Stroke};
use crate::report::chart::lettering::{Type, width_of, wrapped};
use crate::report::chart::panel::{Panel, Tick};
use crate::report::chart::scale::Scale;
use crate::report::chart::{Plot, palette};
use crate::text::Language;
use crate::text::format::concise;

/// Least height of a row, and of all that stands above and below the rows [px].
const ROW: f64 = 26.0;
const ABOVE: f64 = 26.0;
const BELOW: f64 = 46.0;
/// From this width on names stand left of their rows, below it above them [px].
const WIDE: f64 = 500.0;
/// Room between names, intervals and words [px].
const GAP: f64 = 14.0;

/// One design.
pub struct Row {
    /// Its name.
    pub name: String,
    /// What is said of it: difference and interval, or a verdict.
    pub said: String,
    /// The difference.
    pub difference: f64,
    /// Its interval, if there is one.
    pub interval: Option<(f64, f64)>,
    /// Its colour.
    pub colour: RGBColor,
}

/// The chart.
pub struct Differences {
    /// The designs, from top to bottom.
    pub rows: Vec<Row>,
    /// Whether the better side is the left one.
    pub better_left: bool,
    /// What the better and the worse side are called.
    pub sides: [String; 2],
    /// Language of the numbers at the axis.
    pub ticks: Language,
    /// What the axis shows.
    pub axis: String,
}

impl Differences {
    /// From the least to the greatest value, zero among them, with a little air.
    fn range(&self) -> (f64, f64) {
        let ends = self.rows.iter().flat_map(|row| {
            let (low, high) = row.interval.unwrap_or((row.difference, row.difference));
            [low, high, row.difference]
        });
        let (low, high) = ends.fold((0.0, 0.0), |(low, high): (f64, f64), x| {
            (low.min(x), high.max(x))
        });
        let air = ((high - low) * 0.06).max(f64::MIN_POSITIVE);
        let open = |x: f64, air: f64| if x == 0.0 { 3.0 * air } else { air };
        (low - open(low, air), high + open(high, air))
    }

    /// Where names end, where intervals begin and end, and where words begin [px].
    fn columns(&self, width: f64) -> [f64; 3] {
        let widest = |text: fn(&Row) -> &str, look| {
            let widths = self.rows.iter().map(|row| width_of(text(row), look));
            widths.fold(0.0, f64::max)
        };
        let names = if width < WIDE {
            0.0
        } else {
            widest(|row| &row.name, Type::NAME).min(width * 0.3)
        };
        // In a narrow drawing the names stand above, so that the words may take more of the width.
        let most = if width < WIDE { 0.7 } else { 0.45 };
        let words = widest(|row| &row.said, Type::SMALL).min(width * most);
        let left = if names > 0.0 { names + GAP } else { 6.0 };
        [names, left, width - words - GAP]
    }

    /// The lines of a row's name, and the row's height [px].
    fn name(&self, row: &Row, width: f64) -> (Vec<String>, f64) {
        let [names, ..] = self.columns(width);
        let lines = wrapped(
            &row.name,
            Type::NAME,
            if names > 0.0 { names } else { width },
            3,
        );
        let tall = lines.len() as f64 * Type::NAME.line();
        let height = if names > 0.0 {
            (tall + 8.0).max(ROW)
        } else {
            tall + ROW
        };
        (lines, height)
    }

    /// The names of the sides to the left and to the right of zero.
    fn draw_sides(&self, canvas: &mut Canvas<'_>, zero: f64) {
        let [better, worse] = &self.sides;
        let (left, right) = if self.better_left {
            (better, worse)
        } else {
            (worse, better)
        };
        let y = Type::SMALL.size;
        if width_of(left, Type::SMALL) + 8.0 <= zero {
            canvas.text(zero - 8.0, y, left, Type::SMALL, Anchor::End);
        }
        if zero + 8.0 + width_of(right, Type::SMALL) <= canvas.width() {
            canvas.text(zero + 8.0, y, right, Type::SMALL, Anchor::Start);
        }
    }

    fn draw_row(canvas: &mut Canvas<'_>, row: &Row, y: f64, scale: &Scale, room: f64) {
        let (low, high) = row.interval.unwrap_or((row.difference, row.difference));
        let (left, right) = (scale.at(low), scale.at(high));
        let stroke = Stroke::solid(2.0, row.colour);
        canvas.line((left, y), (right, y), stroke);
        if row.interval.is_some() {
            for x in [left, right] {
                canvas.line((x, y - 4.0), (x, y + 4.0), stroke);
            }
        }
        canvas.dot(scale.at(row.difference), y, 4.5, row.colour);
        let look = Type::SMALL.in_colour(palette::INK);
        canvas.text(room, y + 4.0, &row.said, look, Anchor::Start);
    }
}

impl Plot for Differences {
    fn height(&self, width: f64) -> f64 {
        let rows: f64 = self.rows.iter().map(|row| self.name(row, width).1).sum();
        ABOVE + rows + BELOW
    }

    fn draw(&self, canvas: &mut Canvas<'_>) {
        let width = canvas.width();
        let [names, left, right] = self.columns(width);
        let (from, to) = self.range();
        let scale = Scale::linear(from, to, (left, right));
        let (zero, bottom) = (scale.at(0.0), self.height(width) - BELOW);
        self.draw_sides(canvas, zero);
        let mut top = ABOVE;
        for row in &self.rows {
            let (lines, height) = self.name(row, width);
            let below = if names > 0.0 {
                height / 2.0
            } else {
                height - ROW + 8.0
            };
            let first = if names > 0.0 {
                below - (lines.len() as f64 - 1.0) * Type::NAME.line() / 2.0 + 4.5
            } else {
                Type::NAME.size
            };
            canvas.lines(0.0, top + first, &lines, Type::NAME);
            // Of the line at zero only what no name stands in.
            let from = if names > 0.0 { top } else { top + below - 10.0 };
            let stroke = Stroke::solid(1.2, palette::MUTED);
            canvas.line((zero, from), (zero, top + height), stroke);
            Self::draw_row(canvas, row, top + below, &scale, right + GAP);
            top += height;
        }
        self.draw_axis(canvas, scale, [left, ABOVE, right, bottom]);
    }
}

impl Differences {
    fn draw_axis(&self, canvas: &mut Canvas<'_>, scale: Scale, sides: [f64; 4]) {
        let y = Scale::linear(0.0, 1.0, (sides[3], sides[1]));
        let panel = Panel { sides, x: scale, y };
        let label = |x: f64| concise(self.ticks, if x.abs() < 1e-12 { 0.0 } else { x }, 6);
        let ticks: Vec<Tick> = scale.ticks(5).into_iter().map(|x| (x, label(x))).collect();
        panel.x_axis(canvas, &ticks);
        panel.x_title(canvas, &self.axis);
    }
}
