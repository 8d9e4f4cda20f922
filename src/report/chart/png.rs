//! A picture as PNG, drawn from its SVG with the embedded font only: no font of the system is ever looked for.

use std::io;
use std::sync::Arc;

use resvg::{tiny_skia, usvg};

use crate::report::chart::font;

/// Pixels of the PNG for each pixel of the SVG.
const SCALE: f32 = 2.0;

/// The PNG of an SVG.
///
/// # Errors
/// When the SVG cannot be read or is too large for a picture.
pub fn render(svg: &str) -> io::Result<Vec<u8>> {
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_font_data(font::REGULAR.to_vec());
    fonts.load_font_data(font::SEMIBOLD.to_vec());
    let options = usvg::Options {
        font_family: font::FAMILY.to_owned(),
        fontdb: Arc::new(fonts),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(svg, &options).map_err(io::Error::other)?;
    let size = tree
        .size()
        .to_int_size()
        .scale_by(SCALE)
        .ok_or_else(too_large)?;
    let mut pixels = tiny_skia::Pixmap::new(size.width(), size.height()).ok_or_else(too_large)?;
    resvg::render(
        &tree,
        tiny_skia::Transform::from_scale(SCALE, SCALE),
        &mut pixels.as_mut(),
    );
    pixels.encode_png().map_err(io::Error::other)
}

fn too_large() -> io::Error {
    io::Error::other("the chart is too large for a picture")
}
