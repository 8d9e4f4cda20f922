//! The terminal: standard output that survives a closed pipe, colours, progress, and text that cannot steer it.
//!
//! Knows nothing of scenarios or results.

use std::env;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Standard output. Once the reader has closed its end (`| head`), the rest is dropped: that is no error.
pub struct Output {
    inner: BufWriter<StdoutLock<'static>>,
    closed: bool,
}

impl Output {
    /// Standard output, locked for as long as this lives.
    pub fn stdout() -> Self {
        Self {
            inner: BufWriter::new(io::stdout().lock()),
            closed: false,
        }
    }

    /// Whether nobody reads any more, so that further work for this output is in vain.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Takes `result`, but a closed pipe as a success of `value`.
    fn forgive<T>(&mut self, result: io::Result<T>, value: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(value)
            }
            other => other,
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.closed {
            return Ok(bytes.len());
        }
        let result = self.inner.write(bytes);
        self.forgive(result, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        let result = self.inner.flush();
        self.forgive(result, ())
    }
}

/// Whether colours are wanted on standard error: a terminal that does not call itself dumb, and no `NO_COLOR` (<https://no-color.org>).
pub fn colours_on_stderr() -> bool {
    let refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = env::var_os("TERM").is_some_and(|value| value == "dumb");
    io::stderr().is_terminal() && !refused && !dumb
}

/// Clears the screen where standard output is a terminal; elsewhere it does nothing, so that a file holds what was said.
///
/// # Errors
/// When standard output cannot be written.
pub fn clear_screen() -> io::Result<()> {
    if !io::stdout().is_terminal() {
        return Ok(());
    }
    let mut out = Output::stdout();
    // ECMA-48: erase the page (ED 2), then the cursor to its beginning (CUP).
    out.write_all(b"\x1b[2J\x1b[H").and_then(|()| out.flush())
}

/// A line for whoever sits at the terminal: on standard error, and only if that is one.
pub fn note(text: &str) {
    if io::stderr().is_terminal() {
        let _ = writeln!(io::stderr(), "{text}");
    }
}

/// `text` with every control character replaced, so that a name cannot move the cursor or colour the screen.
pub fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}

/// A progress bar on standard error: share done, time left and a note. Silent when standard error is no terminal.
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar over `total` steps, or none if `quiet`; `left` stands before the time left.
    pub fn new(total: u64, quiet: bool, left: &str) -> Self {
        let target = if quiet {
            ProgressDrawTarget::hidden()
        } else {
            ProgressDrawTarget::stderr()
        };
        let bar = ProgressBar::with_draw_target(Some(total), target);
        bar.set_style(style());
        bar.set_prefix(left.to_owned());
        if !bar.is_hidden() {
            bar.enable_steady_tick(Duration::from_millis(250));
        }
        Self { bar }
    }

    /// There are `total` steps, as far as one knows by now.
    pub fn aim(&self, total: u64) {
        self.bar.set_length(total);
    }

    /// Shows that `done` steps are finished, with a note beside.
    pub fn show(&self, done: u64, note: &str) {
        self.bar.set_position(done);
        self.bar.set_message(plain(note));
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:24} {percent:>3} % | {prefix} {eta} | {wide_msg}")
        .expect("the template is a constant and well formed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_steer_the_terminal() {
        assert_eq!(
            plain("hall\u{1b}[31m \u{7}a\n"),
            "hall\u{fffd}[31m \u{fffd}a\u{fffd}"
        );
    }

    #[test]
    fn names_of_every_script_stay_as_they_are() {
        assert_eq!(plain("Behördennetz – 東"), "Behördennetz – 東");
    }

    #[test]
    fn the_progress_template_is_well_formed() {
        let progress = Progress::new(10, true, "left");
        progress.show(3, "note");
        assert_eq!(progress.bar.position(), 3);
        progress.finish();
    }
}
