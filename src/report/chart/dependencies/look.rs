//! How boxes, lines and sites look, and the legend that names them.

use plotters::style::RGBColor;

use crate::explain::picture::{BoxKind, LineKind, Picture};
use crate::report::chart::canvas::{Anchor, Canvas, Stroke};
use crate::report::chart::dependencies::BORDER;
use crate::report::chart::lettering::{Type, width_of};
use crate::report::chart::palette;
use crate::text::Catalogue;

/// So many sites have a look of their own; where there are more, boxes name their site.
pub const SITE_STYLES: usize = 3;

/// Samples in the legend [px].
const SAMPLE: (f64, f64) = (34.0, 16.0);
/// Height of a row of the legend [px].
const ROW: f64 = 24.0;

/// The stroke of a line.
pub const fn stroke(kind: LineKind) -> Stroke {
    let (width, colour, dash) = match kind {
        LineKind::Hard => (1.6, palette::INK, None),
        LineKind::Either => (1.3, palette::BLUE, Some((12.0, 3.0))),
        LineKind::Delayed => (1.8, palette::VERMILION, Some((5.0, 4.0))),
        LineKind::Carries => (1.6, palette::VERMILION, Some((1.6, 3.0))),
        LineKind::ToStart => (1.8, palette::PURPLE, Some((2.0, 4.0))),
        LineKind::Joins => (1.2, palette::GREEN, None),
    };
    Stroke {
        width,
        colour,
        dash,
    }
}

/// The colour of text in a box.
pub const fn ink(kind: BoxKind) -> RGBColor {
    match kind {
        BoxKind::Service => palette::PAPER,
        _ => palette::INK,
    }
}

/// The corners of a box: services and things are rectangles, nodes have their corners cut, links slant, ducts are waisted.
fn corners(kind: BoxKind, [left, top, right, bottom]: [f64; 4]) -> Vec<(f64, f64)> {
    const CUT: f64 = 7.0;
    let middle = (top + bottom) / 2.0;
    match kind {
        BoxKind::Service | BoxKind::Component => {
            vec![(left, top), (right, top), (right, bottom), (left, bottom)]
        }
        BoxKind::Node => vec![
            (left + CUT, top),
            (right - CUT, top),
            (right, top + CUT),
            (right, bottom - CUT),
            (right - CUT, bottom),
            (left + CUT, bottom),
            (left, bottom - CUT),
            (left, top + CUT),
        ],
        BoxKind::Link => vec![
            (left + CUT, top),
            (right, top),
            (right - CUT, bottom),
            (left, bottom),
        ],
        BoxKind::Duct => vec![
            (left, top),
            (right, top),
            (right - CUT, middle),
            (right, bottom),
            (left, bottom),
            (left + CUT, middle),
        ],
    }
}

/// Draws the shape of a box.
pub fn plate(canvas: &mut Canvas<'_>, kind: BoxKind, sides: [f64; 4]) {
    let mut corners = corners(kind, sides);
    let (fill, border) = match kind {
        BoxKind::Service => (palette::BLUE, palette::BLUE),
        BoxKind::Component => (palette::PAPER, BORDER),
        BoxKind::Node | BoxKind::Link | BoxKind::Duct => (palette::PAPER, palette::GREEN),
    };
    canvas.area(&corners, fill, 1.0);
    corners.push(corners[0]);
    canvas.path(&corners, Stroke::solid(1.2, border));
}

/// The colour and the number of bars of a site.
const fn site_look(site: usize) -> (RGBColor, usize) {
    match site % SITE_STYLES {
        0 => (palette::VERMILION, 1),
        1 => (palette::PURPLE, 2),
        _ => (palette::BLUE, 3),
    }
}

/// Marks a box as standing at a site: a tint, and bars at its left side.
pub fn site(canvas: &mut Canvas<'_>, site: usize, [left, top, right, bottom]: [f64; 4]) {
    let (colour, bars) = site_look(site);
    let inside = [
        (left + 0.6, top + 0.6),
        (right - 0.6, top + 0.6),
        (right - 0.6, bottom - 0.6),
        (left + 0.6, bottom - 0.6),
    ];
    canvas.area(&inside, colour, 0.10);
    for bar in 0..bars {
        let x = left + 0.6 + 3.0 * bar as f64;
        canvas.rectangle((x, top + 0.6), (x + 1.8, bottom - 0.6), colour);
    }
}

/// Draws a line whose last point is what is needed, with a head there.
pub fn arrow(canvas: &mut Canvas<'_>, points: &mut [(f64, f64)], kind: LineKind, head: f64) {
    let stroke = stroke(kind);
    let [.., before, tip] = points else { return };
    if kind == LineKind::Joins {
        return canvas.path(points, stroke);
    }
    let (dx, dy) = (tip.0 - before.0, tip.1 - before.1);
    let length = libm::hypot(dx, dy).max(1e-9);
    let (ux, uy) = (dx / length, dy / length);
    let (end, foot) = (*tip, (tip.0 - ux * head, tip.1 - uy * head));
    let half = head * 0.42;
    let triangle = [
        end,
        (foot.0 - uy * half, foot.1 + ux * half),
        (foot.0 + uy * half, foot.1 - ux * half),
    ];
    *tip = foot;
    canvas.path(points, stroke);
    canvas.area(&triangle, stroke.colour, 1.0);
}

/// What the legend shows.
enum Sample {
    Line(LineKind),
    Plate(BoxKind),
    Site(usize),
}

/// The legend: samples with their names, in rows.
pub struct Legend {
    rows: Vec<Vec<(Sample, String, f64)>>,
}

impl Legend {
    /// Names everything that occurs in a picture, in rows of at most `width` [px].
    pub fn new(picture: &Picture, catalogue: &Catalogue, width: f64) -> Self {
        let mut entries: Vec<(Sample, String)> = Vec::new();
        let lines = [
            (LineKind::Hard, "picture-hard"),
            (LineKind::Either, "picture-either"),
            (LineKind::Delayed, "picture-delayed"),
            (LineKind::Carries, "picture-carries"),
            (LineKind::ToStart, "picture-start"),
            (LineKind::Joins, "picture-joins"),
        ];
        let occurs = |kind: LineKind| picture.lines.iter().any(|line| line.kind == kind);
        let lines = lines.into_iter().filter(|(kind, _)| occurs(*kind));
        entries.extend(lines.map(|(kind, key)| (Sample::Line(kind), catalogue.say(key))));
        let plates = [
            (BoxKind::Service, "picture-service"),
            (BoxKind::Component, "picture-component"),
            (BoxKind::Node, "picture-node"),
            (BoxKind::Link, "picture-link"),
            (BoxKind::Duct, "picture-duct"),
        ];
        let occurs = |kind: BoxKind| picture.boxes.iter().any(|of| of.kind == kind);
        let plates = plates.into_iter().filter(|(kind, _)| occurs(*kind));
        entries.extend(plates.map(|(kind, key)| (Sample::Plate(kind), catalogue.say(key))));
        if picture.sites.len() <= SITE_STYLES {
            let sites = picture.sites.iter().enumerate();
            entries.extend(sites.map(|(at, name)| {
                let named = catalogue.get("picture-site", &[("name", name.as_str().into())]);
                (Sample::Site(at), named)
            }));
        }
        Self {
            rows: in_rows(entries, width),
        }
    }

    /// Its height [px].
    pub fn height(&self) -> f64 {
        self.rows.len() as f64 * ROW
    }

    /// Draws it from the canvas's origin.
    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        for (row, entries) in self.rows.iter().enumerate() {
            let top = row as f64 * ROW;
            let mut x = 0.0;
            for (sample, name, wide) in entries {
                draw_sample(canvas, sample, x, top);
                canvas.text(x + SAMPLE.0 + 8.0, top + 12.5, name, label(), Anchor::Start);
                x += wide;
            }
        }
    }
}

/// The text of the legend.
fn label() -> Type {
    Type::SMALL.in_colour(palette::INK)
}

fn in_rows(entries: Vec<(Sample, String)>, width: f64) -> Vec<Vec<(Sample, String, f64)>> {
    let mut rows: Vec<Vec<(Sample, String, f64)>> = Vec::new();
    let mut left = 0.0;
    for (sample, name) in entries {
        let wide = SAMPLE.0 + 8.0 + width_of(&name, label()) + 26.0;
        if rows.is_empty() || wide > left + 26.0 {
            rows.push(Vec::new());
            left = width;
        }
        left -= wide;
        if let Some(row) = rows.last_mut() {
            row.push((sample, name, wide));
        }
    }
    rows
}

fn draw_sample(canvas: &mut Canvas<'_>, sample: &Sample, x: f64, top: f64) {
    let middle = top + SAMPLE.1 / 2.0;
    let sides = [x, top, x + SAMPLE.0, top + SAMPLE.1];
    match sample {
        Sample::Line(kind) => {
            let mut points = [(x, middle), (x + SAMPLE.0, middle)];
            arrow(canvas, &mut points, *kind, 7.0);
        }
        Sample::Plate(kind) => plate(canvas, *kind, sides),
        Sample::Site(of) => {
            plate(canvas, BoxKind::Component, sides);
            site(canvas, *of, sides);
        }
    }
}
