//! The dependency picture: services at the top, below them what they need, the network at the right.
//!
//! Boxes differ by shape and fill, lines by dash and colour, sites by colour and bars, and each of these is named in the legend, so
//! that nothing hangs on colour alone.

mod layout;
mod look;

#[cfg(test)]
pub mod tests;

use plotters::style::RGBColor;

use crate::explain::Explanation;
use crate::explain::picture::{BoxKind, LineKind, Picture, PictureBox, PictureLine};
use crate::report::chart::canvas::{self, Anchor, Canvas, Drawing};
use crate::report::chart::lettering::{Type, width_of, wrapped};
use crate::report::chart::{palette, svg};
use crate::text::{Catalogue, Value};

use layout::{Graph, Layout, layout};
use look::{Legend, SITE_STYLES};

/// White space around the picture [px].
const EDGE: f64 = 24.0;
/// Least width of a box, and the width at which names are broken at the latest [px].
const BOX: (f64, f64) = (84.0, 118.0);
/// White space inside a box [px].
const INSIDE: f64 = 8.0;
/// Room for lines between two layers [px].
const BETWEEN: f64 = 62.0;
/// Least width of the whole picture, for titles and legend [px].
const LEAST: f64 = 720.0;
/// Length of an arrow head [px].
const HEAD: f64 = 7.0;

/// The text of a box.
const NAME: Type = Type {
    size: 12.0,
    strong: true,
    colour: palette::INK,
};

/// A box with its text, ready to be placed.
struct Plate<'p> {
    of: &'p PictureBox,
    name: Vec<String>,
    notes: Vec<String>,
    width: f64,
    height: f64,
}

/// The picture with titles and legend.
#[must_use]
pub fn whole(explanation: &Explanation, catalogue: &Catalogue) -> Drawing {
    let title = explanation.frame.title.say(catalogue.language()).to_owned();
    let headline = catalogue.get("picture-headline", &[("title", title.into())]);
    let scene = Scene::new(&explanation.picture, catalogue);
    let mut drawing = scene.draw(&headline);
    let description = scene.description();
    drawing.svg = svg::titled(
        &drawing.svg,
        "dependencies",
        &headline,
        &description,
        &svg::font_style(),
    );
    drawing
}

/// Everything with its place.
struct Scene<'p> {
    picture: &'p Picture,
    catalogue: &'p Catalogue,
    plates: Vec<Plate<'p>>,
    layout: Layout,
    /// Top of each layer, from the top of the plot, and its height [px].
    rows: Vec<(f64, f64)>,
    legend: Legend,
}

impl<'p> Scene<'p> {
    fn new(picture: &'p Picture, catalogue: &'p Catalogue) -> Self {
        let plates: Vec<Plate<'p>> = picture
            .boxes
            .iter()
            .map(|of| Plate::new(of, picture, catalogue))
            .collect();
        let layout = layout(&Graph {
            widths: plates.iter().map(|plate| plate.width).collect(),
            top: picture
                .boxes
                .iter()
                .map(|of| of.kind == BoxKind::Service)
                .collect(),
            right: picture.boxes.iter().map(|of| is_network(of.kind)).collect(),
            lines: picture.lines.iter().map(downwards).collect(),
        });
        let rows = rows(&plates, &layout);
        let legend = Legend::new(picture, catalogue, layout.width.max(LEAST));
        Self {
            picture,
            catalogue,
            plates,
            layout,
            rows,
            legend,
        }
    }

    fn draw(&self, headline: &str) -> Drawing {
        let width = self.layout.width.max(LEAST);
        let titles = wrapped(headline, Type::HEADLINE, width, 3);
        let subtitle = self.catalogue.say("picture-subtitle");
        let head = titles.len() as f64 * Type::HEADLINE.line() + Type::SMALL.line() + 20.0;
        let plot = self.rows.last().map_or(0.0, |(top, height)| top + height);
        let size = (
            width + 2.0 * EDGE,
            EDGE + head + plot + 28.0 + self.legend.height() + EDGE,
        );
        canvas::draw(size.0.ceil(), size.1.ceil(), |canvas| {
            canvas.rectangle((0.0, 0.0), size, palette::PAPER);
            canvas.inset(EDGE, width);
            canvas.move_down(EDGE);
            canvas.lines(0.0, Type::HEADLINE.size, &titles, Type::HEADLINE);
            let below = titles.len() as f64 * Type::HEADLINE.line() + Type::SMALL.size + 2.0;
            canvas.text(0.0, below, &subtitle, Type::SMALL, Anchor::Start);
            canvas.move_down(head);
            let spare = (width - self.layout.width) / 2.0;
            self.lines(canvas, spare);
            for (at, plate) in self.plates.iter().enumerate() {
                self.plate(canvas, plate, self.sides(at, spare));
            }
            canvas.move_down(plot + 28.0);
            self.legend.draw(canvas);
        })
    }

    /// Left, top, right, bottom of a box.
    fn sides(&self, at: usize, spare: f64) -> [f64; 4] {
        let plate = &self.plates[at];
        let middle = self.layout.middles[at] + spare;
        let (top, height) = self.rows[self.layout.layers[at]];
        let top = top + (height - plate.height) / 2.0;
        [
            middle - plate.width / 2.0,
            top,
            middle + plate.width / 2.0,
            top + plate.height,
        ]
    }

    fn plate(&self, canvas: &mut Canvas<'_>, plate: &Plate<'_>, sides: [f64; 4]) {
        look::plate(canvas, plate.of.kind, sides);
        if let Some(site) = plate.of.site {
            look::site(canvas, site, sides);
        }
        let colour = look::ink(plate.of.kind);
        let middle = (sides[0] + sides[2]) / 2.0;
        let mut base = sides[1] + INSIDE + NAME.size * 0.8;
        for line in &plate.name {
            canvas.text(middle, base, line, NAME.in_colour(colour), Anchor::Middle);
            base += NAME.line();
        }
        for line in &plate.notes {
            canvas.text(middle, base, line, note().in_colour(colour), Anchor::Middle);
            base += note().line();
        }
    }

    /// All lines, the weakest first, so that the strong ones lie on top.
    fn lines(&self, canvas: &mut Canvas<'_>, spare: f64) {
        let ports = self.ports(spare);
        let mut order: Vec<usize> = (0..self.picture.lines.len()).collect();
        order.sort_by_key(|&line| std::cmp::Reverse(self.picture.lines[line].kind));
        for line in order {
            let of = self.picture.lines[line];
            let (upper, lower) = self.ends(line);
            let (start, end) = ports[line];
            let mut points = vec![(start, self.sides(upper, spare)[3])];
            let top = self.layout.layers[upper] + 1;
            for (step, lane) in self.layout.lanes[line].iter().enumerate() {
                let (y, height) = self.rows[top + step];
                points.push((lane + spare, y));
                points.push((lane + spare, y + height));
            }
            points.push((end, self.sides(lower, spare)[1]));
            // An arrow points to what is needed.
            let needed_above = upper == of.to;
            if needed_above {
                points.reverse();
            }
            look::arrow(canvas, &mut points, of.kind, HEAD);
        }
    }

    /// The upper and the lower box of a line.
    fn ends(&self, line: usize) -> (usize, usize) {
        let (from, to) = downwards(&self.picture.lines[line]);
        if self.layout.turned[line] {
            (to, from)
        } else {
            (from, to)
        }
    }

    /// Per line, the x at which it leaves the upper box and meets the lower one: side by side in the order of where they lead.
    fn ports(&self, spare: f64) -> Vec<(f64, f64)> {
        let count = self.picture.lines.len();
        let mut ports = vec![(0.0, 0.0); count];
        for at in 0..self.plates.len() {
            let leaving: Vec<usize> = (0..count).filter(|&line| self.ends(line).0 == at).collect();
            let coming: Vec<usize> = (0..count).filter(|&line| self.ends(line).1 == at).collect();
            let first = |line: usize| {
                let lanes = &self.layout.lanes[line];
                lanes
                    .first()
                    .copied()
                    .unwrap_or(self.layout.middles[self.ends(line).1])
            };
            let last = |line: usize| {
                let lanes = &self.layout.lanes[line];
                lanes
                    .last()
                    .copied()
                    .unwrap_or(self.layout.middles[self.ends(line).0])
            };
            for (line, x) in self.side_by_side(at, leaving, spare, first) {
                ports[line].0 = x;
            }
            for (line, x) in self.side_by_side(at, coming, spare, last) {
                ports[line].1 = x;
            }
        }
        ports
    }

    fn side_by_side(
        &self,
        at: usize,
        mut lines: Vec<usize>,
        spare: f64,
        towards: impl Fn(usize) -> f64,
    ) -> Vec<(usize, f64)> {
        lines.sort_by(|&a, &b| towards(a).total_cmp(&towards(b)));
        let [left, _, right, _] = self.sides(at, spare);
        let step = ((right - left - 16.0) / lines.len().max(1) as f64).min(14.0);
        let start = (left + right) / 2.0 - step * (lines.len() as f64 - 1.0) / 2.0;
        let places = lines.into_iter().enumerate();
        places
            .map(|(place, line)| (line, start + step * place as f64))
            .collect()
    }

    fn description(&self) -> String {
        let services: Vec<&str> = self
            .picture
            .boxes
            .iter()
            .filter(|of| of.kind == BoxKind::Service)
            .map(|of| of.name.as_str())
            .collect();
        let sites = self.picture.sites.join(", ");
        let or_none = |text: String| {
            if text.is_empty() {
                "–".to_owned()
            } else {
                text
            }
        };
        let arguments: [(&str, Value<'_>); 4] = [
            ("boxes", self.picture.boxes.len().into()),
            ("lines", self.picture.lines.len().into()),
            ("services", or_none(services.join(", ")).into()),
            ("sites", or_none(sites).into()),
        ];
        self.catalogue.get("picture-description", &arguments)
    }
}

/// A line as it hangs down: a link hangs below the nodes that it joins.
fn downwards(line: &PictureLine) -> (usize, usize) {
    match line.kind {
        LineKind::Joins => (line.to, line.from),
        _ => (line.from, line.to),
    }
}

const fn is_network(kind: BoxKind) -> bool {
    matches!(kind, BoxKind::Node | BoxKind::Link | BoxKind::Duct)
}

/// Top and height of each layer.
fn rows(plates: &[Plate<'_>], layout: &Layout) -> Vec<(f64, f64)> {
    let depth = layout
        .layers
        .iter()
        .map(|layer| layer + 1)
        .max()
        .unwrap_or(0);
    let mut rows: Vec<(f64, f64)> = Vec::new();
    for layer in 0..depth {
        let inside = plates.iter().zip(&layout.layers);
        let height = inside
            .filter(|(_, of)| **of == layer)
            .map(|(plate, _)| plate.height)
            .fold(0.0, f64::max);
        let top = rows
            .last()
            .map_or(0.0, |(top, height)| top + height + BETWEEN);
        rows.push((top, height));
    }
    rows
}

/// Small text in a box.
fn note() -> Type {
    Type {
        size: 11.0,
        strong: false,
        colour: palette::INK,
    }
}

impl<'p> Plate<'p> {
    fn new(of: &'p PictureBox, picture: &Picture, catalogue: &Catalogue) -> Self {
        let mut notes = Vec::new();
        if of.count > 1 {
            let arguments: [(&str, Value<'_>); 2] = [
                ("n", of.count.into()),
                ("enough", of.enough.unwrap_or(0).into()),
            ];
            let key = match (of.enough, of.name.contains('*')) {
                (Some(_), _) => "picture-parts-enough",
                (None, false) => "picture-parts",
                (None, true) => "picture-many",
            };
            notes.push(catalogue.get(key, &arguments));
        }
        if let Some(site) = of.site.filter(|_| picture.sites.len() > SITE_STYLES) {
            notes.push(picture.sites[site].clone());
        }
        // The longest word decides how narrow a box can be.
        let longest = of
            .name
            .split(' ')
            .map(|word| width_of(word, NAME))
            .fold(0.0, f64::max);
        let room = longest.clamp(BOX.1 - 2.0 * INSIDE, 240.0);
        let name = wrapped(&of.name, NAME, room + 0.5, 6);
        let notes: Vec<String> = notes
            .iter()
            .flat_map(|text| wrapped(text, note(), room + 0.5, 3))
            .collect();
        let widest = name.iter().map(|line| width_of(line, NAME));
        let widest = widest.chain(notes.iter().map(|line| width_of(line, note())));
        let width = (widest.fold(0.0, f64::max) + 2.0 * INSIDE + 6.0).max(BOX.0);
        let height =
            name.len() as f64 * NAME.line() + notes.len() as f64 * note().line() + 2.0 * INSIDE
                - 3.0;
        Self {
            of,
            name,
            notes,
            width,
            height,
        }
    }
}

/// The colour of lines that bound a box.
const BORDER: RGBColor = palette::MUTED;
