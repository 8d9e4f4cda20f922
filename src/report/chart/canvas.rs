//! A canvas in pixels that draws SVG: lines, areas and text with real widths.
//!
//! The drawing library knows whole pixels only, so the canvas is ten times as large inside and scaled by its `viewBox`. Every text
//! leaves its box, so that tests can see what is cut or overlaps.

use plotters::coord::Shift;
use plotters::element::{Circle, EmptyElement, PathElement, Polygon, Rectangle, Text};
use plotters::prelude::{DrawingArea, IntoDrawingArea, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, IntoFont, RGBColor, ShapeStyle, TextStyle};

use crate::report::chart::lettering::{Type, printable, width_of};
use crate::report::chart::{font, palette};

/// Inner pixels for each pixel.
const FINE: f64 = 10.0;
/// The drawing library writes font sizes divided by this.
const LIBRARY_EM: f64 = 1.24;
/// Where the library puts the base line of text that hangs from its top [em].
const TOP_TO_BASE: f64 = 0.76;

/// Where text stands relative to its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// How a line looks.
#[derive(Clone, Copy, Debug)]
pub struct Stroke {
    /// Width [px].
    pub width: f64,
    /// Colour.
    pub colour: RGBColor,
    /// Lengths of dash and gap [px]; a whole line without.
    pub dash: Option<(f64, f64)>,
}

impl Stroke {
    /// A whole line.
    #[must_use]
    pub const fn solid(width: f64, colour: RGBColor) -> Self {
        Self {
            width,
            colour,
            dash: None,
        }
    }

    /// The look of line number `index` in a chart: its own colour and its own dash.
    #[must_use]
    pub fn of_line(index: usize) -> Self {
        const DASHES: [Option<(f64, f64)>; 4] =
            [None, Some((7.0, 4.0)), Some((2.0, 3.0)), Some((12.0, 3.0))];
        Self {
            width: 2.0,
            colour: palette::LINES[index % 4],
            dash: DASHES[index % 4],
        }
    }
}

/// The box of a text that was drawn [px].
#[derive(Clone, Debug, PartialEq)]
pub struct TextBox {
    /// The text.
    pub text: String,
    /// Left, top, right, bottom.
    pub sides: [f64; 4],
}

/// What was drawn.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The picture, without title.
    pub svg: String,
    /// Width and height [px].
    pub size: (f64, f64),
    /// The boxes of all texts.
    pub boxes: Vec<TextBox>,
}

/// A canvas in pixels, its origin at the top left.
pub struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
    boxes: Vec<TextBox>,
    width: f64,
    right: f64,
    down: f64,
}

/// Draws on a canvas of `width` × `height` [px].
pub fn draw(width: f64, height: f64, paint: impl FnOnce(&mut Canvas<'_>)) -> Drawing {
    font::register();
    let (fine_width, fine_height) = (fine(width), fine(height));
    let mut svg = String::new();
    let mut canvas = Canvas {
        area: SVGBackend::with_string(&mut svg, (fine_width as u32, fine_height as u32))
            .into_drawing_area(),
        boxes: Vec::new(),
        width,
        right: 0.0,
        down: 0.0,
    };
    paint(&mut canvas);
    canvas.area.present().expect("a buffer takes every drawing");
    let boxes = std::mem::take(&mut canvas.boxes);
    drop(canvas);
    let large = format!("width=\"{fine_width}\" height=\"{fine_height}\"");
    let svg = svg
        .replacen(&large, &format!("width=\"{width}\" height=\"{height}\""), 1)
        .replace(
            "font-family=\"Open Sans\"",
            "font-family=\"Open Sans, Arial, sans-serif\"",
        );
    Drawing {
        svg,
        size: (width, height),
        boxes,
    }
}

fn fine(px: f64) -> i32 {
    (px * FINE).round() as i32
}

impl Canvas<'_> {
    /// Width [px].
    #[must_use]
    pub const fn width(&self) -> f64 {
        self.width
    }

    /// Moves the origin down by `by` [px] for everything that follows.
    pub fn move_down(&mut self, by: f64) {
        self.down += by;
    }

    /// Moves the origin right by `by` [px] and takes `width` [px] as the canvas's width from there.
    pub fn inset(&mut self, by: f64, width: f64) {
        self.right += by;
        self.width = width;
    }

    fn at(&self, x: f64, y: f64) -> (i32, i32) {
        (fine(x + self.right), fine(y + self.down))
    }

    /// Writes `text` with its base line at `y`.
    pub fn text(&mut self, x: f64, y: f64, text: &str, look: Type, anchor: Anchor) {
        let text = printable(text);
        let width = width_of(&text, look);
        let (left, position) = match anchor {
            Anchor::Start => (x, HPos::Left),
            Anchor::Middle => (x - width / 2.0, HPos::Center),
            Anchor::End => (x - width, HPos::Right),
        };
        let (left, base) = (left + self.right, y + self.down);
        self.boxes.push(TextBox {
            text: text.clone(),
            sides: [
                left,
                base - look.size * 0.74,
                left + width,
                base + look.size * 0.24,
            ],
        });
        let weight = if look.strong {
            FontStyle::Bold
        } else {
            FontStyle::Normal
        };
        let style =
            TextStyle::from((font::FAMILY, look.size * FINE * LIBRARY_EM, weight).into_font())
                .color(&look.colour)
                .pos(Pos::new(position, VPos::Top));
        let place = self.at(x, y - look.size * TOP_TO_BASE);
        self.area
            .draw(&Text::new(text, place, style))
            .expect("a buffer takes every drawing");
    }

    /// Writes lines of text, the first with its base line at `y`.
    pub fn lines(&mut self, x: f64, y: f64, lines: &[String], look: Type) {
        for (index, line) in lines.iter().enumerate() {
            self.text(x, y + index as f64 * look.line(), line, look, Anchor::Start);
        }
    }

    /// A straight line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        self.path(&[from, to], stroke);
    }

    /// A line through points.
    pub fn path(&mut self, points: &[(f64, f64)], stroke: Stroke) {
        match stroke.dash {
            None => self.solid_path(points, stroke),
            Some((dash, gap)) => {
                for piece in dashes(points, dash, gap) {
                    self.solid_path(&piece, stroke);
                }
            }
        }
    }

    fn solid_path(&mut self, points: &[(f64, f64)], stroke: Stroke) {
        let points: Vec<_> = points.iter().map(|&(x, y)| self.at(x, y)).collect();
        let style = ShapeStyle::from(&stroke.colour).stroke_width(fine(stroke.width) as u32);
        self.area
            .draw(&PathElement::new(points, style))
            .expect("a buffer takes every drawing");
    }

    /// A filled area; `opacity` from 0 to 1.
    pub fn area(&mut self, points: &[(f64, f64)], colour: RGBColor, opacity: f64) {
        let points: Vec<_> = points.iter().map(|&(x, y)| self.at(x, y)).collect();
        self.area
            .draw(&Polygon::new(points, colour.mix(opacity).filled()))
            .expect("a buffer takes every drawing");
    }

    /// A filled rectangle between two corners.
    pub fn rectangle(&mut self, from: (f64, f64), to: (f64, f64), colour: RGBColor) {
        let corners = [self.at(from.0, from.1), self.at(to.0, to.1)];
        self.area
            .draw(&Rectangle::new(corners, colour.filled()))
            .expect("a buffer takes every drawing");
    }

    /// A dot.
    pub fn dot(&mut self, x: f64, y: f64, radius: f64, colour: RGBColor) {
        let dot =
            EmptyElement::at(self.at(x, y)) + Circle::new((0, 0), fine(radius), colour.filled());
        self.area.draw(&dot).expect("a buffer takes every drawing");
    }
}

/// Cuts a line through points into dashes; lengths in pixels along the line.
fn dashes(points: &[(f64, f64)], dash: f64, gap: f64) -> Vec<Vec<(f64, f64)>> {
    let mut pieces = Vec::new();
    let (mut drawing, mut left) = (true, dash);
    let mut piece: Vec<(f64, f64)> = points.first().copied().into_iter().collect();
    for ends in points.windows(2) {
        let (mut from, to) = (ends[0], ends[1]);
        loop {
            let length = libm::hypot(to.0 - from.0, to.1 - from.1);
            if length <= left {
                left -= length;
                if drawing {
                    piece.push(to);
                }
                break;
            }
            let share = left / length;
            from = (
                from.0 + (to.0 - from.0) * share,
                from.1 + (to.1 - from.1) * share,
            );
            if drawing {
                piece.push(from);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![from];
            }
            drawing = !drawing;
            left = if drawing { dash } else { gap };
        }
    }
    if drawing && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_cover_their_share_of_the_line() {
        let pieces = dashes(&[(0.0, 0.0), (50.0, 0.0), (100.0, 0.0)], 6.0, 4.0);
        let drawn: f64 = pieces
            .iter()
            .map(|piece| piece[piece.len() - 1].0 - piece[0].0)
            .sum();
        assert!((drawn - 60.0).abs() < 1e-9);
    }

    #[test]
    fn markup_in_text_is_escaped_and_the_picture_has_its_small_size() {
        let drawing = draw(100.0, 50.0, |canvas| {
            canvas.text(5.0, 20.0, "<b>\u{0}&\"", Type::LABEL, Anchor::Start)
        });
        assert!(drawing.svg.contains("&lt;b&gt;&amp;&quot;"));
        assert!(
            drawing
                .svg
                .contains("width=\"100\" height=\"50\" viewBox=\"0 0 1000 500\"")
        );
    }
}
