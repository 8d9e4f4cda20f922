//! Differences of designs to a base: a row each, its interval about a line at zero, the better side named.

use plotters::style::RGBColor;

use crate::report::chart::canvas::{Anchor, Canvas, Stroke};
use crate::report::chart::lettering::{Type, width_of, wrapped};
use crate::report::chart::panel::{Panel, Tick};
use crate::report::chart::scale::Scale;
use crate::report::chart::{Plot, palette};
use crate::text::Language;
use crate::text::format::concise;

/// Height of a row below its name, and of all that stands above and below the rows [px].
const ROW: f64 = 26.0;
const ABOVE: f64 = 24.0;
const BELOW: f64 = 46.0;

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

    fn row_height(row: &Row, width: f64) -> f64 {
        wrapped(&row.name, Type::NAME, width, 2).len() as f64 * Type::NAME.line() + ROW
    }

    /// The names of the sides to the left and to the right of zero.
    fn draw_sides(&self, canvas: &mut Canvas<'_>, zero: f64) {
        let [better, worse] = &self.sides;
        let (left, right) = if self.better_left {
            (format!("◂ {better}"), format!("{worse} ▸"))
        } else {
            (format!("◂ {worse}"), format!("{better} ▸"))
        };
        let y = Type::SMALL.size;
        if width_of(&left, Type::SMALL) + 8.0 <= zero {
            canvas.text(zero - 8.0, y, &left, Type::SMALL, Anchor::End);
        }
        if zero + 8.0 + width_of(&right, Type::SMALL) <= canvas.width() {
            canvas.text(zero + 8.0, y, &right, Type::SMALL, Anchor::Start);
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

    /// Where the words behind the rows begin [px].
    fn room(&self, width: f64) -> f64 {
        let words = self.rows.iter().map(|row| width_of(&row.said, Type::SMALL));
        (width - words.fold(0.0, f64::max)).max(width * 0.3)
    }
}

impl Plot for Differences {
    fn height(&self, width: f64) -> f64 {
        let rows: f64 = self
            .rows
            .iter()
            .map(|row| Self::row_height(row, width))
            .sum();
        ABOVE + rows + BELOW
    }

    fn draw(&self, canvas: &mut Canvas<'_>) {
        let width = canvas.width();
        let (from, to) = self.range();
        let room = self.room(width);
        let scale = Scale::linear(from, to, (6.0, room - 14.0));
        let bottom = self.height(width) - BELOW;
        let zero = scale.at(0.0);
        canvas.line(
            (zero, ABOVE - 6.0),
            (zero, bottom),
            Stroke::solid(1.2, palette::MUTED),
        );
        self.draw_sides(canvas, zero);
        let mut top = ABOVE;
        for row in &self.rows {
            let names = wrapped(&row.name, Type::NAME, width, 2);
            canvas.lines(0.0, top + Type::NAME.size, &names, Type::NAME);
            let middle = top + names.len() as f64 * Type::NAME.line() + 8.0;
            Self::draw_row(canvas, row, middle, &scale, room);
            top += Self::row_height(row, width);
        }
        let panel = Panel {
            sides: [6.0, ABOVE, room - 14.0, bottom],
            x: scale,
            y: Scale::linear(0.0, 1.0, (bottom, ABOVE)),
        };
        let label = |x: f64| concise(self.ticks, if x.abs() < 1e-12 { 0.0 } else { x }, 6);
        let ticks: Vec<Tick> = scale.ticks(5).into_iter().map(|x| (x, label(x))).collect();
        panel.x_axis(canvas, &ticks);
        panel.x_title(canvas, &self.axis);
    }
}
