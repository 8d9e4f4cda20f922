//! Files of the result folder: each appears whole or not at all.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::batch::results::Results;
use crate::report::chart::{self, Figure, svg};
use crate::report::options::Options;
use crate::report::words::Words;
use crate::report::{csv, html, words};
use crate::text::Catalogue;

/// Writes charts, tables and report into `dir`, which is made if need be. Says what was written.
///
/// # Errors
/// When a file cannot be written; those before it are whole.
pub fn write_all(
    dir: &Path,
    results: &Results,
    catalogue: &Catalogue,
    options: &Options,
) -> io::Result<Vec<PathBuf>> {
    let mut written = write_csv(dir, results)?;
    written.extend(write_charts(
        &dir.join("charts"),
        results,
        catalogue,
        options,
    )?);
    written.push(write_html(
        &dir.join("report.html"),
        results,
        catalogue,
        options,
    )?);
    Ok(written)
}

/// Writes the tables as CSV into `dir`.
///
/// # Errors
/// When a file cannot be written.
pub fn write_csv(dir: &Path, results: &Results) -> io::Result<Vec<PathBuf>> {
    let mut written = Vec::new();
    for (name, table) in csv::FILES {
        let mut bytes = Vec::new();
        table(results, &mut bytes)?;
        written.push(write_file_atomically(&dir.join(name), &bytes)?);
    }
    Ok(written)
}

/// Writes the charts into `dir`, as SVG and, if wanted, as PNG.
///
/// # Errors
/// When a file cannot be written or a picture not be drawn.
pub fn write_charts(
    dir: &Path,
    results: &Results,
    catalogue: &Catalogue,
    options: &Options,
) -> io::Result<Vec<PathBuf>> {
    let words = words(results, catalogue);
    write_figures(dir, &chart::figures(&words), &words, options)
}

/// Writes figures into `dir`, as SVG and, if wanted, as PNG, and removes other figures that are there.
pub(super) fn write_figures(
    dir: &Path,
    figures: &[Figure],
    words: &Words<'_>,
    options: &Options,
) -> io::Result<Vec<PathBuf>> {
    let style = svg::font_style();
    let mut written = Vec::new();
    forget_others(dir, figures)?;
    for figure in figures {
        let drawing = svg::whole(figure, words, &style);
        let path = dir.join(format!("{}.svg", figure.id));
        written.push(write_file_atomically(&path, drawing.svg.as_bytes())?);
        if options.png {
            written.extend(write_png(&path, &drawing.svg)?);
        }
    }
    Ok(written)
}

/// Removes pictures that an earlier run left and this one does not make: beside the new ones they would look like results.
fn forget_others(dir: &Path, figures: &[Figure]) -> io::Result<()> {
    let Ok(entries) = fs::read_dir(dir) else {
        return Ok(());
    };
    for path in entries
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<_>>>()?
    {
        let name = path.file_stem().and_then(OsStr::to_str).unwrap_or_default();
        let picture = path
            .extension()
            .is_some_and(|end| end == "svg" || end == "png");
        if picture && is_numbered(name) && !figures.iter().any(|figure| figure.id == name) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// Whether a name is one that figures have: two digits, a dash, words.
fn is_numbered(name: &str) -> bool {
    let mut letters = name.bytes();
    letters.by_ref().take(2).filter(u8::is_ascii_digit).count() == 2 && letters.next() == Some(b'-')
}

#[cfg(feature = "png")]
fn write_png(beside: &Path, svg: &str) -> io::Result<Option<PathBuf>> {
    let bytes = chart::png::render(svg)?;
    write_file_atomically(&beside.with_extension("png"), &bytes).map(Some)
}

#[cfg(not(feature = "png"))]
fn write_png(_beside: &Path, _svg: &str) -> io::Result<Option<PathBuf>> {
    Ok(None)
}

/// Writes the report to `path`.
///
/// # Errors
/// When the file cannot be written.
pub fn write_html(
    path: &Path,
    results: &Results,
    catalogue: &Catalogue,
    options: &Options,
) -> io::Result<PathBuf> {
    let page = html::page(&words(results, catalogue), options);
    write_file_atomically(path, page.as_bytes())
}

/// Writes `bytes` to `path` so that the file is whole or absent, whatever happens: a neighbour is written, synced and renamed.
/// Makes the folder if need be. Returns `path`.
///
/// # Errors
/// When the folder or the file cannot be written; the neighbour is removed then.
pub fn write_file_atomically(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let name = path
        .file_name()
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "not the name of a file"))?;
    let mut beside = name.to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let beside = folder.join(beside);
    let written = write_and_rename(&beside, path, bytes);
    if written.is_err() {
        // The first error is the one to tell; a neighbour that stays is harmless.
        let _ = fs::remove_file(&beside);
    }
    written.map(|()| path.to_owned())
}

fn write_and_rename(beside: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(beside, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_leaves_no_neighbour() {
        let dir = std::env::temp_dir().join(format!("ausfall-write-{}", std::process::id()));
        let path = dir.join("deep").join("results.json");
        write_file_atomically(&path, b"one").expect("a temporary folder can be written");
        write_file_atomically(&path, b"two").expect("a file can be replaced");
        assert_eq!(fs::read(&path).expect("the file is there"), b"two");
        assert_eq!(
            fs::read_dir(dir.join("deep"))
                .expect("the folder is there")
                .count(),
            1
        );
        fs::remove_dir_all(dir).expect("the temporary folder can be removed");
    }

    #[test]
    fn pictures_of_an_earlier_run_go_and_everything_else_stays() {
        let dir = std::env::temp_dir().join(format!("ausfall-others-{}", std::process::id()));
        for name in ["07-old.svg", "07-old.png", "my own.svg", "07-notes.txt"] {
            write_file_atomically(&dir.join(name), b"x")
                .expect("a temporary folder can be written");
        }
        forget_others(&dir, &[]).expect("files can be removed");
        let left = |name: &str| dir.join(name).exists();
        assert!(!left("07-old.svg") && !left("07-old.png"));
        assert!(left("my own.svg") && left("07-notes.txt"));
        fs::remove_dir_all(dir).expect("the temporary folder can be removed");
    }

    #[test]
    fn a_path_without_a_file_name_is_an_error() {
        assert!(write_file_atomically(Path::new("/tmp/.."), b"x").is_err());
    }
}
