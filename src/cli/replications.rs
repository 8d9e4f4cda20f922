//! `replications.csv`: one row for each replication, written while the run goes on.
//!
//! The rows go to a file beside, which takes its name when the run is over, so that a broken run leaves no half table.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter};
use std::path::{Path, PathBuf};

use crate::batch::results::Measure;
use crate::batch::rows::{Row, Take};

/// Name of the file in the result folder.
const NAME: &str = "replications.csv";

/// The table under way.
pub struct Table {
    beside: PathBuf,
    whole: PathBuf,
    to: csv::Writer<BufWriter<File>>,
    rows: u64,
    /// The first failure; nothing is written after it.
    failure: Option<io::Error>,
}

impl Table {
    /// An empty table in `folder`, with a column for each of `asked`.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn new(folder: &Path, asked: &[Measure]) -> io::Result<Self> {
        let beside = folder.join(format!("{NAME}.{}.part", std::process::id()));
        let file = BufWriter::new(File::create(&beside)?);
        let mut to = csv::Writer::from_writer(file);
        let heads = ["replication".to_owned(), "events".to_owned()];
        let asked = (1..).zip(asked).map(|(number, row)| head(number, row));
        to.write_record(heads.into_iter().chain(asked))?;
        Ok(Self {
            beside,
            whole: folder.join(NAME),
            to,
            rows: 0,
            failure: None,
        })
    }

    /// The path of the table.
    pub fn path(&self) -> &Path {
        &self.whole
    }

    /// Gives the file its name, with the first `n` rows; a round that was left out left rows behind.
    ///
    /// # Errors
    /// When something could not be written.
    pub fn finish(mut self, n: u64) -> io::Result<()> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        self.to.flush()?;
        let file = self.to.get_ref().get_ref();
        if self.rows > n {
            file.set_len(length_of(&self.beside, n + 1)?)?;
        }
        file.sync_all()?;
        fs::rename(&self.beside, &self.whole)
    }
}

impl Drop for Table {
    fn drop(&mut self) {
        // After `finish` there is none; else it is half a table, and one that stays is harmless.
        let _ = fs::remove_file(&self.beside);
    }
}

/// Removes the table of an earlier run, which would look like one of this run.
pub fn forget(folder: &Path) -> io::Result<()> {
    match fs::remove_file(folder.join(NAME)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The head of a column: number of the question, measure, subject, level, argument and unit. It holds no line break, for names hold
/// none.
fn head(number: usize, row: &Measure) -> String {
    let of = [&row.measure, &row.subject, &row.level, &row.at];
    let words: Vec<&str> = of
        .into_iter()
        .map(String::as_str)
        .filter(|word| !word.is_empty())
        .collect();
    super::terminal::plain(&format!("{number}: {} [{}]", words.join(" "), row.unit))
}

/// Bytes of the first `lines` lines of a file.
fn length_of(path: &Path, lines: u64) -> io::Result<u64> {
    let mut from = BufReader::new(File::open(path)?);
    let (mut length, mut line) = (0, Vec::new());
    for _ in 0..lines {
        line.clear();
        length += from.read_until(b'\n', &mut line)? as u64;
    }
    Ok(length)
}

impl Take for Table {
    fn take(&mut self, row: &Row) {
        if self.failure.is_some() {
            return;
        }
        let numbers = [row.replication.to_string(), row.events.to_string()];
        let value = |value: &Option<f64>| value.map_or_else(String::new, |value| value.to_string());
        let cells = numbers.into_iter().chain(row.values.iter().map(value));
        match self.to.write_record(cells) {
            Ok(()) => self.rows += 1,
            Err(error) => self.failure = Some(error.into()),
        }
    }
}
