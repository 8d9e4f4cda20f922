//! The boxes of the texts in an SVG, from its `text` elements and the tables of the embedded font alone: an own measure, so that the
//! charts' own one is held against something.

use ausfall::report::chart::font;

/// A text and the box around it: left, top, right, bottom [px].
#[derive(Debug)]
pub struct Placed {
    pub text: String,
    pub sides: [f64; 4],
}

/// Width, height [px] and all texts of a picture.
pub fn placed(svg: &str) -> ((f64, f64), Vec<Placed>) {
    let head = svg.split('>').next().expect("an svg");
    let size = (attribute(head, "width"), attribute(head, "height"));
    let view = text_attribute(head, "viewBox").expect("a viewBox");
    let fine = view
        .split(' ')
        .nth(2)
        .and_then(|width| width.parse::<f64>().ok());
    let scale = size.0 / fine.expect("a width");
    let texts = svg.split("<text ").skip(1).map(|rest| one(rest, scale));
    (size, texts.collect())
}

fn one(element: &str, scale: f64) -> Placed {
    let (head, rest) = element.split_once('>').expect("a tag ends");
    let text = unescaped(rest.split("</text>").next().unwrap_or_default().trim());
    let size = attribute(head, "font-size");
    let strong = head.contains("font-weight=\"bold\"");
    let width = advance(&text, strong) * size;
    let left = attribute(head, "x")
        - width
            * match text_attribute(head, "text-anchor") {
                Some("middle") => 0.5,
                Some("end") => 1.0,
                _ => 0.0,
            };
    let shift = text_attribute(head, "dy").and_then(|dy| dy.strip_suffix("em")?.parse().ok());
    let base = attribute(head, "y") + shift.unwrap_or(0.0) * size;
    // Letters reach from about 0.74 em above to 0.24 em below the base line.
    let corners = [
        (left, base - 0.74 * size),
        (left + width, base - 0.74 * size),
        (left, base + 0.24 * size),
        (left + width, base + 0.24 * size),
    ];
    let corners = corners.map(|corner| turned(corner, head));
    let least = |of: fn(&(f64, f64)) -> f64| corners.iter().map(of).fold(f64::INFINITY, f64::min);
    let most =
        |of: fn(&(f64, f64)) -> f64| corners.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
    let sides = [least(|c| c.0), least(|c| c.1), most(|c| c.0), most(|c| c.1)];
    Placed {
        text,
        sides: sides.map(|side| side * scale),
    }
}

/// A corner after the element's `transform="rotate(degrees, x, y)"`, if it has one.
fn turned(corner: (f64, f64), head: &str) -> (f64, f64) {
    let turn = text_attribute(head, "transform").and_then(|it| it.strip_prefix("rotate("));
    let Some(turn) = turn.map(|turn| turn.trim_end_matches(')')) else {
        return corner;
    };
    let numbers: Vec<f64> = turn
        .split([',', ' '])
        .filter_map(|number| number.parse().ok())
        .collect();
    let (angle, x, y) = (numbers[0].to_radians(), numbers[1], numbers[2]);
    let (dx, dy) = (corner.0 - x, corner.1 - y);
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    (x + dx * cos - dy * sin, y + dx * sin + dy * cos)
}

fn text_attribute<'s>(head: &'s str, name: &str) -> Option<&'s str> {
    let rest = head.split_once(&format!("{name}=\""))?.1;
    rest.split('"').next()
}

fn attribute(head: &str, name: &str) -> f64 {
    let text = text_attribute(head, name).and_then(|text| text.parse().ok());
    text.unwrap_or_else(|| panic!("no {name} in {head}"))
}

fn unescaped(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">");
    plain
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// The advance of `text` [em], without kerning.
fn advance(text: &str, strong: bool) -> f64 {
    let font = Font(if strong {
        font::SEMIBOLD
    } else {
        font::REGULAR
    });
    let units: u32 = text
        .chars()
        .map(|letter| u32::from(font.advance(letter)))
        .sum();
    f64::from(units) / f64::from(font.number(font.table(b"head") + 18))
}

/// A TrueType font (OpenType specification 1.9, chapters `cmap`, `hhea`, `hmtx`).
struct Font(&'static [u8]);

impl Font {
    fn number(&self, at: usize) -> u16 {
        u16::from_be_bytes([self.0[at], self.0[at + 1]])
    }

    fn long(&self, at: usize) -> usize {
        usize::from(self.number(at)) << 16 | usize::from(self.number(at + 2))
    }

    fn table(&self, tag: &[u8; 4]) -> usize {
        let records = (0..usize::from(self.number(4))).map(|index| 12 + 16 * index);
        let mut found = records.filter(|&at| &self.0[at..at + 4] == tag);
        self.long(found.next().expect("the font has the table") + 8)
    }

    fn advance(&self, letter: char) -> u16 {
        let long = usize::from(self.number(self.table(b"hhea") + 34));
        let glyph = self.glyph(letter).min(long - 1);
        self.number(self.table(b"hmtx") + 4 * glyph)
    }

    /// The glyph of a letter by the segments of format 4; 0 where the font lacks it.
    fn glyph(&self, letter: char) -> usize {
        let cmap = self.table(b"cmap");
        let mut subtables = (0..usize::from(self.number(cmap + 2)))
            .map(|index| cmap + self.long(cmap + 8 + 8 * index));
        let at = subtables
            .rfind(|&at| self.number(at) == 4)
            .expect("format 4");
        let Ok(code) = u16::try_from(u32::from(letter)) else {
            return 0;
        };
        let twice = usize::from(self.number(at + 6));
        let ends = at + 14;
        for segment in (0..twice).step_by(2) {
            if self.number(ends + segment) < code {
                continue;
            }
            let start = self.number(ends + 2 + twice + segment);
            if start > code {
                return 0;
            }
            let delta = self.number(ends + 2 + 2 * twice + segment);
            let offset_at = ends + 2 + 3 * twice + segment;
            let offset = usize::from(self.number(offset_at));
            let glyph = match offset {
                0 => code,
                _ => self.number(offset_at + offset + 2 * usize::from(code - start)),
            };
            return usize::from(glyph.wrapping_add(delta));
        }
        0
    }
}

#[test]
fn widths_are_those_of_the_font() {
    // Advance of "0" in Open Sans Regular as embedded: 1171 of 2048 units.
    assert!((advance("0000", false) - 4.0 * 1_171.0 / 2_048.0).abs() < 1e-9);
    assert!(advance("Wm", true) > advance("il", true));
}

#[test]
fn turned_text_stands_in_its_turned_box() {
    let svg = "<svg width=\"100\" height=\"100\" viewBox=\"0 0 100 100\"><text x=\"50\" y=\"50\" font-size=\"10\" \
               transform=\"rotate(270, 50, 50)\">0000</text></svg>";
    let (_, texts) = placed(svg);
    let [left, top, right, bottom] = texts[0].sides;
    assert!((right - left - 9.8).abs() < 1e-6, "{:?}", texts[0]);
    assert!(
        (bottom - 50.0).abs() < 1e-6 && bottom - top > 20.0,
        "{:?}",
        texts[0]
    );
}
