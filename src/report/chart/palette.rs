//! Colours of charts and report: told apart by people with any colour vision, 3:1 against white for graphics, 4.5:1 for text.
//!
//! After Okabe and Ito, *Color Universal Design* (2008), darkened where white needs it.

use plotters::style::RGBColor;

/// Text.
pub const INK: RGBColor = RGBColor(0x1b, 0x26, 0x31);
/// Secondary text, axes.
pub const MUTED: RGBColor = RGBColor(0x4f, 0x5d, 0x6b);
/// Fine lines in the background: decoration.
pub const GRID: RGBColor = RGBColor(0xdf, 0xe4, 0xe9);
/// First line or bar.
pub const BLUE: RGBColor = RGBColor(0x00, 0x63, 0x9f);
/// Second; what is bad.
pub const VERMILION: RGBColor = RGBColor(0xc2, 0x4e, 0x00);
/// Third.
pub const GREEN: RGBColor = RGBColor(0x00, 0x7d, 0x5b);
/// Fourth.
pub const PURPLE: RGBColor = RGBColor(0x93, 0x44, 0x78);
/// Behind everything.
pub const PAPER: RGBColor = RGBColor(0xff, 0xff, 0xff);

/// The colours of lines in one chart, in order; each has its own dash, too.
pub const LINES: [RGBColor; 4] = [BLUE, VERMILION, GREEN, PURPLE];

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of WCAG 2.1.
    fn luminance(RGBColor(r, g, b): RGBColor) -> f64 {
        let linear = |byte: u8| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.040_45 {
                c / 12.92
            } else {
                libm::pow((c + 0.055) / 1.055, 2.4)
            }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(a: RGBColor, b: RGBColor) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_and_lines_stand_out_from_the_paper() {
        for text in [INK, MUTED, BLUE, VERMILION, GREEN, PURPLE] {
            assert!(
                contrast(text, PAPER) >= 4.5,
                "{text:?}: {}",
                contrast(text, PAPER)
            );
        }
    }
}
