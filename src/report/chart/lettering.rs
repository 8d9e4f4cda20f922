//! Text in charts: how it looks, how wide it is in the embedded font, how it is broken and cut.

use plotters::style::{FontStyle, IntoFont, RGBColor};

use crate::report::chart::{font, palette};

/// Widths are measured at this many times the size, because the drawing library rounds them to whole pixels.
const FINE: f64 = 10.0;

/// How text looks.
#[derive(Clone, Copy, Debug)]
pub struct Type {
    /// Size [px].
    pub size: f64,
    /// SemiBold instead of Regular.
    pub strong: bool,
    /// Colour.
    pub colour: RGBColor,
}

impl Type {
    /// Text at axes and marks.
    pub const SMALL: Self = Self {
        size: 12.0,
        strong: false,
        colour: palette::MUTED,
    };
    /// Labels of lines and bars.
    pub const LABEL: Self = Self {
        size: 13.0,
        strong: false,
        colour: palette::INK,
    };
    /// Names of rows.
    pub const NAME: Self = Self {
        size: 13.0,
        strong: true,
        colour: palette::INK,
    };
    /// The finding over a chart.
    pub const HEADLINE: Self = Self {
        size: 18.0,
        strong: true,
        colour: palette::INK,
    };

    /// The same in another colour.
    #[must_use]
    pub const fn in_colour(self, colour: RGBColor) -> Self {
        Self { colour, ..self }
    }

    /// Height of a line of text [px].
    #[must_use]
    pub fn line(self) -> f64 {
        self.size * 1.3
    }
}

/// The width of `text` [px]. Control characters and spaces that the font lacks are replaced as in drawing.
#[must_use]
pub fn width_of(text: &str, look: Type) -> f64 {
    font::register();
    let style = if look.strong {
        FontStyle::Bold
    } else {
        FontStyle::Normal
    };
    let font = (font::FAMILY, look.size * FINE * font::LINE_PER_EM, style).into_font();
    let (width, _) = font
        .box_size(&printable(text))
        .expect("the embedded font is registered");
    f64::from(width) / FINE
}

/// `text` in lines of at most `width` [px], at most `lines` of them; what does not fit ends in an ellipsis.
#[must_use]
pub fn wrapped(text: &str, look: Type, width: f64, lines: usize) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if !line.is_empty() && width_of(&longer, look) > width {
            done.push(std::mem::replace(&mut line, word.to_owned()));
        } else {
            line = longer;
        }
    }
    done.push(line);
    if done.len() > lines {
        let rest = done.split_off(lines.saturating_sub(1)).join(" ");
        done.push(rest);
    }
    done.into_iter()
        .map(|line| shortened(line, look, width))
        .collect()
}

/// `text` cut to `width` [px] with an ellipsis.
fn shortened(text: String, look: Type, width: f64) -> String {
    if width_of(&text, look) <= width {
        return text;
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.pop().is_some() {
        let shorter: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        if width_of(&shorter, look) <= width {
            return shorter;
        }
    }
    String::new()
}

/// The font has no narrow no-break space, and SVG no control characters; nothing breaks inside a picture.
pub fn printable(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control())
        .map(|c| if c == '\u{202f}' { '\u{2009}' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font() {
        // Advance of "0" in Open Sans Regular: 1169 of 2048 units.
        let look = Type {
            size: 100.0,
            strong: false,
            colour: palette::INK,
        };
        assert!((width_of("0000", look) - 4.0 * 100.0 * 1_169.0 / 2_048.0).abs() < 0.5);
    }

    #[test]
    fn long_text_is_wrapped_and_then_cut_with_an_ellipsis() {
        let lines = wrapped("one two three four five six seven", Type::LABEL, 60.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
        assert!(lines.iter().all(|line| width_of(line, Type::LABEL) <= 60.0));
        let unbroken = wrapped(&"x".repeat(400), Type::LABEL, 60.0, 2);
        assert!(
            unbroken
                .iter()
                .all(|line| width_of(line, Type::LABEL) <= 60.0)
        );
    }
}
