//! The embedded font: what charts measure with, what SVG and PNG are drawn with.

use std::sync::Once;

use plotters::style::{FontStyle, register_font};

/// The family's true name: a renderer drops text silently whose family it does not find.
pub const FAMILY: &str = "Open Sans";
/// Open Sans Regular, cut to what is needed (`assets/fonts/cut.sh`).
pub const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/OpenSans-Regular.ttf");
/// Open Sans SemiBold, which stands for bold.
pub const SEMIBOLD: &[u8] = include_bytes!("../../../assets/fonts/OpenSans-Semibold.ttf");
/// Ascent and descent of the font together [em] (`hhea`: 2189 + 600 of 2048): widths are measured at this height of a line.
pub const LINE_PER_EM: f64 = 2_789.0 / 2_048.0;

/// Makes the font known to the drawing library; later calls do nothing.
pub fn register() {
    static REGISTERED: Once = Once::new();
    REGISTERED.call_once(|| {
        for (style, bytes) in [(FontStyle::Normal, REGULAR), (FontStyle::Bold, SEMIBOLD)] {
            assert!(
                register_font(FAMILY, style, bytes).is_ok(),
                "the embedded font is sound"
            );
        }
    });
}

/// `@font-face` rules with both weights inside, for a page or picture that needs nothing else.
#[must_use]
pub fn css() -> String {
    let mut css = String::new();
    for (weights, bytes) in [("400 500", REGULAR), ("600 700", SEMIBOLD)] {
        css.push_str("@font-face{font-family:\"");
        css.push_str(FAMILY);
        css.push_str("\";font-weight:");
        css.push_str(weights);
        css.push_str(";src:url(data:font/ttf;base64,");
        css.push_str(&base64(bytes));
        css.push_str(") format(\"truetype\")}");
    }
    css
}

/// Base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let word = chunk
            .iter()
            .fold(0_u32, |word, &byte| word << 8 | u32::from(byte))
            << (8 * (3 - chunk.len()));
        for digit in 0..4 {
            let index = (word >> (18 - 6 * digit) & 63) as usize;
            text.push(if digit <= chunk.len() {
                char::from(DIGITS[index])
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_agrees_with_the_vectors_of_the_standard() {
        let vectors = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (plain, coded) in vectors {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }
}
