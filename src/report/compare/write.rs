//! Files of a comparison's folder besides `comparison.json`: each appears whole or not at all.

use std::io;
use std::path::{Path, PathBuf};

use crate::compare::Comparison;
use crate::report::compare::{csv, figures, told};
use crate::report::html;
use crate::report::options::Options;
use crate::report::write::{write_figures, write_file_atomically};
use crate::text::Catalogue;

/// Writes table, charts and page into `dir`, which is made if need be. Says what was written.
///
/// # Errors
/// When a file cannot be written; those before it are whole.
pub fn write_all(
    dir: &Path,
    comparison: &Comparison,
    catalogue: &Catalogue,
    options: &Options,
) -> io::Result<Vec<PathBuf>> {
    let mut table = Vec::new();
    csv::comparison(comparison, &mut table)?;
    let mut written = vec![write_file_atomically(&dir.join("comparison.csv"), &table)?];
    written.extend(write_charts(
        &dir.join("charts"),
        comparison,
        catalogue,
        options,
    )?);
    written.push(write_html(
        &dir.join("comparison.html"),
        comparison,
        catalogue,
        options,
    )?);
    Ok(written)
}

/// Writes the charts into `dir`, as SVG and, if wanted, as PNG.
///
/// # Errors
/// When a file cannot be written or a picture not be drawn.
pub fn write_charts(
    dir: &Path,
    comparison: &Comparison,
    catalogue: &Catalogue,
    options: &Options,
) -> io::Result<Vec<PathBuf>> {
    let told = told(comparison, catalogue);
    write_figures(dir, &figures(&told), &told.words, options)
}

/// Writes the page to `path`.
///
/// # Errors
/// When the file cannot be written.
pub fn write_html(
    path: &Path,
    comparison: &Comparison,
    catalogue: &Catalogue,
    options: &Options,
) -> io::Result<PathBuf> {
    let page = html::compare::page(&told(comparison, catalogue), options);
    write_file_atomically(path, page.as_bytes())
}
